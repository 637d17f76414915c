"""Change the sample rate: a polyphase filter, applied as one matrix product."""

from __future__ import annotations

from functools import lru_cache
from math import gcd
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from listen.model import Samples

_ATTENUATION_DB = 96.0
_TRANSITION = 0.10  # of the lower rate's half: below 90 % of it the response is flat
_LARGEST = 1 << 20  # entries of a matrix; beyond, its rows are looked up one by one
_COLUMNS = 128
_CHUNK = 1 << 15


def resample(samples: Samples, from_rate: int, to_rate: int) -> Samples:
    """The same sound at another rate (Hz), aligned: sample 0 stays at time 0.

    The result has round(n * to_rate / from_rate) samples, halves up. What the lower rate cannot hold is over
    90 dB down. The arithmetic is double, so that the rounded result is the same on any machine.
    """
    if from_rate == to_rate:
        return np.asarray(samples, np.float32)
    length = (2 * len(samples) * to_rate + from_rate) // (2 * from_rate)
    common = gcd(from_rate, to_rate)
    # A multiple of a simple ratio (1:2) is the same filter, in matrices large enough to be quick.
    times = max(1, _COLUMNS * common // to_rate)
    up, down = times * to_rate // common, times * from_rate // common
    taps = _taps(up, down)
    half = taps.shape[1] // 2
    padded = np.zeros(half + len(samples) + down + taps.shape[1], np.float64)
    padded[half - 1 : half - 1 + len(samples)] = samples
    if up * (down + taps.shape[1]) <= _LARGEST:
        return _by_matrix(padded, up, down, length)
    return _by_rows(padded, up, down, length)


def _by_matrix(padded: NDArray[np.float64], up: int, down: int, length: int) -> Samples:
    """Blocks of `down` samples in, `up` samples out, all phases at once."""
    matrix = _matrix(up, down)
    blocks = -(-length // up)
    need = (blocks - 1) * down + matrix.shape[0]
    source = np.concatenate((padded, np.zeros(max(0, need - len(padded)))))
    windows = np.lib.stride_tricks.sliding_window_view(source, matrix.shape[0])[::down][:blocks]
    out = np.empty((blocks, up), np.float32)
    rows = max(1, _CHUNK // up)
    for at in range(0, blocks, rows):
        out[at : at + rows] = np.ascontiguousarray(windows[at : at + rows]) @ matrix
    return out.reshape(-1)[:length]


def _by_rows(padded: NDArray[np.float64], up: int, down: int, length: int) -> Samples:
    """Each sample with its own phase: for rates that have next to no common divisor."""
    taps = _taps(up, down)
    width = taps.shape[1]
    windows = np.lib.stride_tricks.sliding_window_view(np.concatenate((padded, np.zeros(width))), width)
    out = np.empty(length, np.float32)
    for at in range(0, length, _CHUNK):
        index = np.arange(at, min(at + _CHUNK, length), dtype=np.int64) * down
        out[at : at + _CHUNK] = np.einsum("ij,ij->i", windows[index // up], taps[index % up])
    return out


@lru_cache(maxsize=8)
def _matrix(up: int, down: int) -> NDArray[np.float64]:
    """Column p holds phase p's taps at the place where its samples lie within a block."""
    taps = _taps(up, down)
    width = taps.shape[1]
    matrix = np.zeros((down + width, up))
    for phase in range(up):
        first = phase * down // up
        matrix[first : first + width, phase] = taps[phase * down % up]
    return matrix


@lru_cache(maxsize=8)
def _taps(up: int, down: int) -> NDArray[np.float64]:
    """One row for each phase: a Kaiser-windowed sinc whose stop band begins at the lower rate's half."""
    scale = min(1.0, up / down)  # lower by input rate
    beta = 0.1102 * (_ATTENUATION_DB - 8.7)
    half = int(np.ceil((_ATTENUATION_DB - 7.95) / (14.36 * _TRANSITION / 2) / scale / 2))
    cutoff = scale * (1 - _TRANSITION / 2)  # middle of the transition
    offsets = np.arange(2 * half) - (half - 1) - np.arange(up)[:, None] / up
    window = np.i0(beta * np.sqrt(np.maximum(0.0, 1 - (offsets / half) ** 2))) / np.i0(beta)
    taps = cutoff * np.sinc(cutoff * offsets) * window
    return np.asarray(taps / taps.sum(axis=1, keepdims=True))
