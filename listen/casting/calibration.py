"""Voices that nobody has calibrated: their level is measured on the first sentences that they have to say.

The voices that come with the program carry their gain in their file. The computer's own, and those fetched
later, do not; a few seconds of this very script are enough, and the same script always gives the same gain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from listen import audio, engines
from listen.casting.cast import Cast
from listen.errors import AudioError, EngineError
from listen.model import Utterance, Voice

ENOUGH_S = 30
"""Seconds of speech that a level is measured on."""


def calibrated(cast: Cast, said: Callable[[], Iterable[Utterance]], rate: float) -> Cast:
    """The cast with a gain for every voice; `said` begins to tell what is said whenever it is called."""
    gained = {
        name: voice
        if voice.gain_db is not None
        else replace(voice, gain_db=_gain(voice, (u for u in said() if cast.voice_of(u) is voice), rate))
        for name, voice in cast.by_name.items()
    }
    return replace(cast, main=gained[cast.main.name], by_name=gained)


def _gain(voice: Voice, said: Iterable[Utterance], rate: float) -> float:
    import numpy as np

    engine = engines.get(voice.engine)
    pieces, seconds, own_rate = [], 0.0, voice.rate
    for utterance in said:
        try:
            clip = engine.synthesize(engine.prepare(utterance, voice), utterance, voice, rate)
        except EngineError:
            continue  # a sentence that it cannot say; if it can say none, the renderer will say why
        pieces.append(audio.trim(clip.samples, clip.rate)[0])
        own_rate = clip.rate
        seconds += len(pieces[-1]) / own_rate
        if seconds >= ENOUGH_S:
            break
    try:
        return audio.calibrate_gain(np.concatenate(pieces), own_rate)
    except (AudioError, ValueError):
        return 0.0  # nothing to measure: the check of every clip will say what is wrong with it
