"""What a signal does between its samples: windowed-sinc interpolation at the quarters."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from listen.model import Samples

TAPS = 16
"""Samples that each value between two samples is made of: eight to either side."""


def between(samples: Samples, where: NDArray[np.intp]) -> NDArray[np.float32]:
    """Highest absolute value at the three quarters between sample n and n + 1, for each n in `where`.

    Beyond the ends the signal is silent.
    """
    half = TAPS // 2
    padded = np.zeros(len(samples) + TAPS, np.float32)
    padded[half - 1 : half - 1 + len(samples)] = samples
    windows: NDArray[np.float32] = np.lib.stride_tricks.sliding_window_view(padded, TAPS)[where]
    peaks: NDArray[np.float32] = np.abs(windows @ _quarters()).max(axis=1)
    return peaks


@lru_cache(maxsize=1)
def _quarters() -> NDArray[np.float32]:
    """One column for each quarter, Kaiser-windowed sinc of unit gain at 0 Hz."""
    at = np.arange(TAPS)[:, None] - (TAPS // 2 - 1) - np.array([0.25, 0.5, 0.75])
    window = np.i0(5.0 * np.sqrt(np.maximum(0.0, 1 - (at / (TAPS / 2)) ** 2))) / np.i0(5.0)
    taps = np.sinc(at) * window
    return np.asarray(taps / taps.sum(axis=0), np.float32)
