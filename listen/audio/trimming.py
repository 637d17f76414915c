"""Cut the silence that an engine puts around its speech, so that pauses are what the script says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from listen.model import Samples

_STEP_MS = 2.5
_FLOOR_DB = -75.0  # RMS of a step below this is silence, whatever the voice's level
_RANGE_DB = 60.0  # so is what lies this far below the loudest sample; a soft f, h or th begins some 55 below
_HEARD_DB = 46.0  # a sound this far below the loudest sample is the first that is heard as the word's
_LEAD_MS, _TAIL_MS = 5.0, 18.0  # kept around the sound
_LOOK = 8192  # samples in which the first sound is looked for at a time
_FADE_IN_MS, _FADE_OUT_MS = 2.0, 8.0  # shorter than what is kept, so that speech itself is never faded


def trim(samples: Samples, rate: int) -> tuple[Samples, int]:
    """Samples without the silence at both ends, and how many were cut at the front.

    What is kept of the silence fades in and out, so that it begins and ends at zero without a click. All
    silence gives no samples, and cuts as many as there were.
    """
    step = max(1, round(rate * _STEP_MS / 1000))
    whole = len(samples) // step * step
    rest = np.zeros(step, np.float32)
    rest[: len(samples) - whole] = samples[whole:]
    power = np.concatenate((_power(samples[:whole].reshape(-1, step)), _power(rest.reshape(1, step))))
    quiet = max(10 ** (_FLOOR_DB / 20), _peak(samples) * 10 ** (-_RANGE_DB / 20))
    sounding = (power > quiet * quiet).nonzero()[0]
    if not sounding.size:
        return samples[:0], len(samples)
    first = max(0, int(sounding[0]) * step - round(rate * _LEAD_MS / 1000))
    last = min(len(samples), (int(sounding[-1]) + 1) * step + round(rate * _TAIL_MS / 1000))
    kept = np.array(samples[first:last], np.float32)
    _fade(kept, round(rate * _FADE_IN_MS / 1000))
    _fade(kept[::-1], round(rate * _FADE_OUT_MS / 1000))
    return kept, first


def onset(samples: Samples) -> int:
    """Index of the first sample that is clearly heard: where a listener would say that the word begins.

    Before it lies at most the soft start of a sound (a breath of h, an n that swells), which `trim` keeps.
    """
    heard = np.float32(_peak(samples)) * 10 ** (-_HEARD_DB / 20)
    for at in range(0, len(samples), _LOOK):  # most begin soon
        loud = np.abs(samples[at : at + _LOOK]) >= heard
        if loud.any():
            return at + int(loud.argmax())
    return 0


def _peak(samples: Samples) -> float:
    """Highest absolute value."""
    return max(float(samples.max(initial=0.0)), -float(samples.min(initial=0.0)))


def _power(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Mean power of each row."""
    return np.asarray(np.einsum("ij,ij->i", rows, rows) / np.float32(rows.shape[1]))


def _fade(samples: Samples, length: int) -> None:
    """Raise the first samples from zero, in place, along half a cosine."""
    length = min(length, len(samples) // 2)
    ramp = 0.5 - 0.5 * np.cos(np.pi * np.arange(length) / max(1, length))
    samples[:length] *= ramp.astype(np.float32)
