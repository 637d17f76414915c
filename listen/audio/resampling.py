"""Change the sample rate: a windowed-sinc filter, applied to spectra block by block.

Fourier transforms rather than matrix products: numpy hands the latter to threads, and on a busy machine
worker processes whose threads wait for one another are a hundred times slower.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, gcd
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from listen.model import Samples

_ATTENUATION_DB = 96.0
_TRANSITION = 0.10  # of the lower rate's half: below 90 % of it the response is flat
_BLOCK = 8192  # samples in, at least


def resample(samples: Samples, from_rate: int, to_rate: int) -> Samples:
    """Return the sound at another rate (Hz), aligned: sample 0 stays at time 0.

    The result has round(n * to_rate / from_rate) samples, halves up. What the lower rate cannot hold is over
    90 dB down. The arithmetic is double, so that the rounded result is the same on any machine.
    """
    if from_rate == to_rate:
        return np.asarray(samples, np.float32)
    common = gcd(from_rate, to_rate)
    up, down = to_rate // common, from_rate // common
    length = (2 * len(samples) * up + down) // (2 * down)
    # A block of down * parts samples becomes one of up * parts; its first and last `edge` parts hear, by the
    # nature of the transform, the block's other end, and are left to the neighbouring blocks.
    edge = ceil(_half(up, down) / down)
    parts = 1 << (max(16 * edge, _BLOCK // down) - 1).bit_length()
    size_in, size_out, hop = down * parts, up * parts, parts - 2 * edge
    response = _response(up, down, size_in)
    blocks = -(-length // (up * hop))
    padded = np.zeros(max(0, blocks - 1) * down * hop + size_in)
    fits = min(len(samples), len(padded) - down * edge)
    padded[down * edge : down * edge + fits] = samples[:fits]
    out = np.empty((blocks, up * hop), np.float32)
    for block, row in enumerate(out):
        start = block * down * hop
        spectrum = np.fft.rfft(padded[start : start + size_in])[: len(response)]
        row[:] = np.fft.irfft(spectrum * response, size_out)[up * edge : up * (parts - edge)]
    return out.reshape(-1)[:length]


def _half(up: int, down: int) -> int:
    """Half the filter's length, in samples of the source: Kaiser's rule for attenuation and transition."""
    return ceil((_ATTENUATION_DB - 7.95) / (14.36 * _TRANSITION / 2) / 2 / min(1.0, up / down))


@lru_cache(maxsize=8)
def _response(up: int, down: int, size: int) -> NDArray[np.float64]:
    """Return what the filter does to each frequency of a block of `size` samples, up to the lower rate's
    half.

    A Kaiser-windowed sinc, sampled at twice the source's rate, whose stop band begins at the lower rate's
    half.
    """
    half = _half(up, down)
    scale = min(1.0, up / down)
    cutoff = scale * (1 - _TRANSITION / 2)  # the transition's middle
    beta = 0.1102 * (_ATTENUATION_DB - 8.7)
    offsets = np.arange(-2 * half, 2 * half + 1) / 2
    taps = np.sinc(cutoff * offsets) * np.i0(beta * np.sqrt(1 - (offsets / half) ** 2))
    wrapped = np.zeros(2 * size)
    wrapped[np.arange(-2 * half, 2 * half + 1)] = taps / taps.sum()
    kept = min(size, size * up // down) // 2 + 1
    return np.asarray(np.fft.rfft(wrapped).real[:kept] * (up / down))
