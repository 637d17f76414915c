"""Bring a voice to the target loudness, once, by calibration."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from listen.audio.limiting import CEILING_DB, limit
from listen.audio.measuring import TARGET_LUFS, loudness
from listen.errors import AudioError

if TYPE_CHECKING:
    from listen.model import Samples

_CLOSE_ENOUGH = 0.01
_MOST_ROUNDS = 12


def calibrate_gain(
    samples: Samples, rate: int, target: float = TARGET_LUFS, ceiling_db: float = CEILING_DB
) -> float:
    """Gain, dB, after which the limited samples measure `target` LUFS.

    The limiter takes loudness away, so the gain is found by trying. Raises AudioError for silence, and for
    samples so peaky that no gain reaches the target below the ceiling.
    """
    reached = loudness(samples, rate)
    if math.isinf(reached):
        raise AudioError("cannot measure the loudness of silence; check that the voice speaks at all")
    gain = 0.0
    for _ in range(_MOST_ROUNDS):
        gain += target - reached
        reached = loudness(_limited(samples, rate, gain, ceiling_db), rate)
        if abs(target - reached) <= _CLOSE_ENOUGH:
            return gain
    raise AudioError(f"no gain brings this to {target:g} LUFS below a peak of {ceiling_db:g} dB")


def _limited(samples: Samples, rate: int, gain_db: float, ceiling_db: float) -> Samples:
    return limit(np.asarray(samples * np.float32(10 ** (gain_db / 20)), np.float32), rate, ceiling_db)
