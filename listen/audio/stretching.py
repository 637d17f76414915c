"""Speech faster or slower at its own pitch: waveform-similarity overlap-add (Verhelst and Roelands, 1993)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from listen.model import Samples

_WINDOW_MS = 30.0  # two pitch periods of a low voice
_SEARCH_MS = 8.0  # how far a piece may be moved so that its wave continues the one before


def stretch(samples: Samples, rate: int, factor: float) -> Samples:
    """Played `factor` times as fast: round(len / factor) samples, the same pitch. `rate` in Hz."""
    length = round(len(samples) / factor)
    half = round(rate * _WINDOW_MS / 2000)
    search = round(rate * _SEARCH_MS / 1000)
    if factor == 1.0 or len(samples) < 4 * half:
        return samples[:length] if factor >= 1.0 else np.pad(samples, (0, length - len(samples)))
    window = np.hanning(2 * half + 1)[:-1].astype(np.float32)  # two of them, half a window apart, add up to 1
    padded = np.pad(samples, (search + half, 3 * half + 2 * search))
    out = np.zeros(length + 4 * half, np.float32)
    origin = search + half
    wanted = padded[origin - half : origin + half]
    for at in range(0, length + half, half):
        ideal = origin - half + round(at * factor)
        low = min(max(ideal - search, 0), len(padded) - 2 * half - 2 * search)
        around = padded[low : low + 2 * half + 2 * search]
        begin = low + int(np.correlate(around, wanted).argmax())
        out[at : at + 2 * half] += padded[begin : begin + 2 * half] * window
        wanted = padded[begin + half : begin + 3 * half]
        if len(wanted) < 2 * half:
            wanted = np.pad(wanted, (0, 2 * half - len(wanted)))
    return out[half : half + length]
