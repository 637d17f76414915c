"""This module says what a signal does between its samples: windowed-sinc interpolation at the quarters."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from listen.model import Samples

TAPS = 24
"""Samples that each value between two samples is made of: twelve to either side. Right to 0.2 dB up to 80 %
of half the rate, above which speech has no peaks to speak of."""

_BETA = 6.0
_ROWS = 2048  # a product small enough that numpy does not hand it to threads, which cost more than they bring


def between(samples: Samples, where: NDArray[np.intp]) -> NDArray[np.float32]:
    """Highest absolute value at the three quarters between sample n and n + 1, for each n in `where`, which
    rises.

    Beyond the ends the signal is silent.
    """
    half = TAPS // 2
    first = half - 1
    if where.size and (where[0] < first or where[-1] + half >= len(samples)):
        padded = np.zeros(len(samples) + TAPS, np.float32)
        padded[first : first + len(samples)] = samples
        samples, first = padded, 0
    samples = np.ascontiguousarray(samples, np.float32)
    # What numpy has for windows takes longer than all else here.
    windows = np.ndarray((max(0, len(samples) - TAPS + 1), TAPS), np.float32, samples.data, 0, (4, 4))
    peaks = np.empty(len(where), np.float32)
    for at in range(0, len(where), _ROWS):
        values = np.abs(windows[where[at : at + _ROWS] - first] @ _quarters())
        peaks[at : at + _ROWS] = np.maximum(np.maximum(values[:, 0], values[:, 1]), values[:, 2])
    return peaks


@lru_cache(maxsize=1)
def _quarters() -> NDArray[np.float32]:
    """One column for each quarter, Kaiser-windowed sinc of unit gain at 0 Hz."""
    at = np.arange(TAPS)[:, None] - (TAPS // 2 - 1) - np.array([0.25, 0.5, 0.75])
    window = np.i0(_BETA * np.sqrt(np.maximum(0.0, 1 - (at / (TAPS / 2)) ** 2))) / np.i0(_BETA)
    taps = np.sinc(at) * window
    return np.asarray(taps / taps.sum(axis=0), np.float32)
