"""Intro, outro and music bed: bring them to one loudness, fade and mix them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from listen.audio.measuring import loudness
from listen.audio.resampling import resample
from listen.errors import AudioError

if TYPE_CHECKING:
    from listen.model import Samples

BED_LU = -20.0
"""Bed against speech. WCAG 1.4.7 wants a background 20 dB below, so that everyone can follow the words."""

_BED_FADE_IN_S, _BED_FADE_OUT_S, _CROSS_S = 1.5, 3.0, 1.0


def fade(samples: Samples, rate: int, in_ms: float, out_ms: float) -> Samples:
    """Raised from silence over `in_ms` and lowered to it over `out_ms`, with equal steps in power."""
    out = np.array(samples, np.float32)
    for view, span in ((out, in_ms), (out[::-1], out_ms)):
        length = min(len(view), round(rate * span / 1000))
        view[:length] *= _rise(length)
    return out


def normalise_to(samples: Samples, rate: int, target: float) -> Samples:
    """Amplified to a loudness of `target` LUFS; peaks may pass full scale, so limit afterwards."""
    level = loudness(samples, rate)
    if math.isinf(level):
        raise AudioError("the jingle is silent; use one that can be heard")
    return np.asarray(samples * np.float32(10 ** ((target - level) / 20)), np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Bed:
    """Music to lie under speech: a loop without a seam, at its level."""

    start: Samples
    """The music's own beginning, heard once."""
    loop: Samples
    """What follows over and over; its end runs into its beginning."""
    rate: int


def make_bed(samples: Samples, rate: int, to_rate: int, speech_lufs: float, under: float = BED_LU) -> Bed:
    """A bed at `to_rate` whose loudness is the speech's plus `under` (LU, negative).

    The music's last second is cross-faded into its first, so that it can repeat for as long as it must.
    """
    music = normalise_to(resample(samples, rate, to_rate), to_rate, speech_lufs + under)
    cross = min(round(_CROSS_S * to_rate), len(music) // 2)
    rise = _rise(cross)
    seam = music[len(music) - cross :] * rise[::-1] + music[:cross] * rise
    loop = np.concatenate((music[cross : len(music) - cross], seam)).astype(np.float32)
    return Bed(start=music[:cross], loop=loop, rate=to_rate)


def mix_bed(speech: Samples, bed: Bed, position: int, total: int) -> Samples:
    """Speech with the bed under it. `position` is the speech's first sample in an episode of `total` samples.

    Any cut of the episode gives the same samples: the bed depends on the position alone. It fades in at the
    episode's beginning and out at its end.
    """
    index = np.arange(position, position + len(speech))
    opening = len(bed.start)
    music = np.where(
        index < opening,
        bed.start[np.minimum(index, opening - 1)] if opening else np.float32(0),
        bed.loop[np.maximum(index - opening, 0) % len(bed.loop)],
    )
    fade_in = np.minimum(index / (_BED_FADE_IN_S * bed.rate), 1.0)
    fade_out = np.clip((total - 1 - index) / (_BED_FADE_OUT_S * bed.rate), 0.0, 1.0)
    gain = np.sin(np.pi / 2 * np.minimum(fade_in, fade_out)).astype(np.float32)
    return np.asarray(speech + music * gain, np.float32)


def _rise(length: int) -> Samples:
    """A quarter sine: together with its mirror image the power stays the same."""
    return np.sin(np.pi / 2 * (np.arange(length) + 0.5) / max(1, length)).astype(np.float32)
