"""Loudness as ITU-R BS.1770-4 has it, and true peak. Mono counts as dual mono: both loudspeakers play it."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from listen.audio.interpolate import between
from listen.audio.spectra import spectrum as spectrum_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from listen.model import Samples

TARGET_LUFS = -16.0
"""What every finished file measures, mono counted as dual mono: what podcast apps expect."""

_OFFSET = -0.691 + 10 * math.log10(2)  # the standard's constant, and two channels of the same
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
_BLOCK, _SHORT = 4, 30  # gating block and short-term window, in steps of 100 ms


def loudness(samples: Samples, rate: int) -> float:
    """Integrated loudness, LUFS, gated; −inf for silence. Under 400 ms the whole counts as one block."""
    energy, lengths = _steps(samples, rate)
    blocks = _windows(energy, lengths, _BLOCK)
    loud = blocks[blocks > _power(_ABSOLUTE_GATE)]
    if not loud.size:
        return -math.inf
    gate = loud.mean() * 10 ** (_RELATIVE_GATE / 10)
    return _lufs(float(loud[loud > gate].mean()))


def short_term(samples: Samples, rate: int) -> NDArray[np.float64]:
    """Loudness of each window of 3 s, LUFS, a step every 100 ms; of the whole if it is shorter than that."""
    energy, lengths = _steps(samples, rate)
    power = _windows(energy, lengths, _SHORT)
    with np.errstate(divide="ignore"):
        levels: NDArray[np.float64] = _OFFSET + 10 * np.log10(power)
    return levels


def true_peak(samples: Samples) -> float:
    """Highest level between samples too (four times oversampled), dBTP; −inf for silence."""
    samples = np.asarray(samples, np.float32)
    peak = float(np.abs(samples).max(initial=0.0))
    where = np.flatnonzero(np.abs(samples) > 0.25 * peak)
    if where.size:
        where = np.union1d(where, np.maximum(where - 1, 0))
        peak = max(peak, float(between(samples, where).max()))
    return 20 * math.log10(peak) if peak else -math.inf


def _lufs(power: float) -> float:
    return _OFFSET + 10 * math.log10(power)


def _power(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET) / 10))


def _windows(energy: NDArray[np.float64], lengths: NDArray[np.float64], steps: int) -> NDArray[np.float64]:
    """Mean power of every window of so many steps."""
    steps = min(steps, len(energy))
    if not steps:
        return np.zeros(0)
    sums = np.lib.stride_tricks.sliding_window_view(energy, steps).sum(axis=1)
    spans = np.lib.stride_tricks.sliding_window_view(lengths, steps).sum(axis=1)
    power: NDArray[np.float64] = sums / spans
    return power


def _steps(samples: Samples, rate: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Energy of the K-weighted signal in each full step of 100 ms, and the steps' lengths in samples.

    The filter is applied to spectra, block by block: its impulse response has died away by 10^-12 after an
    eighth of a second, so that much is carried over from the block before. A signal below 400 ms is one step.
    """
    count = len(samples) * 10 // rate
    if count < _BLOCK:
        edges = np.array([0, len(samples)])
    else:
        edges = (np.arange(count + 1) * rate) // 10
    lengths = np.diff(edges).astype(np.float64)
    if not len(samples):
        return np.zeros(0), np.zeros(0)
    lead = rate // 8
    size = 1 << (8 * lead - 1).bit_length()
    response = _k_weighting(rate, size)
    hop = size - lead
    power = np.empty(edges[-1], np.float32)
    padded = np.concatenate((np.zeros(lead, np.float32), samples, np.zeros(hop, np.float32)))
    for start in range(0, len(power), hop):
        spectrum = spectrum_of(padded[start : start + size])
        filtered = np.fft.irfft(spectrum * response, size)[lead:]
        room = power[start : start + hop]
        np.square(filtered[: len(room)], out=room)
    return np.add.reduceat(power, edges[:-1], dtype=np.float64), lengths


@lru_cache(maxsize=8)
def _k_weighting(rate: int, size: int) -> NDArray[np.complex64]:
    """Response of the two filters of BS.1770 at the frequencies of a real FFT of this size, by that size: the
    spectrum is divided by it.

    The standard lists coefficients for 48 kHz; these are the analogue filters behind them, taken to any rate
    by the bilinear transform: s becomes (1 - 1/z) / (1 + 1/z) / tan(pi f / rate).
    """
    z1 = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)  # 1/z
    s = (1 - z1) / (1 + z1 + 1e-12)
    shelf, gain, quality = 1681.974450955533, 3.999843853973347, 0.7071752369554196
    p = s / math.tan(math.pi * shelf / rate)
    high = 10 ** (gain / 20)
    band = high**0.4996667741545416
    stage1 = (high * p * p + band / quality * p + 1) / (p * p + p / quality + 1)
    cut, quality = 38.13547087602444, 0.5003270373238773
    w = math.tan(math.pi * cut / rate)
    p = s / w
    # The standard's numerator is 1, -2, 1 without the bilinear transform's scale.
    stage2 = p * p / (p * p + p / quality + 1) * (1 + w / quality + w * w)
    return np.asarray(stage1 * stage2 * size, np.complex64)
