"""Nothing lost: is what an engine returned the sentence it was given?

Four questions, none of which trusts the engine's word alone:

1. Is there sound, and as much of it as these phonemes take? The expected time comes from the text, through
   the voice's pace; silences longer than a stop consonant's don't count as sound.
2. Is there a hole? Silence where no punctuation asks for it, or where the engine itself says that a word is.
3. Is it a voice? Speech is voiced a few times a second; noise never is.
4. Is something said twice in place of something else? A copied passage correlates with itself.

What the text asks for is in `expected.py`, what the samples hold in `heard.py`; here the two are compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from listen import engines
from listen.errors import LostSpeechError
from listen.model import Clip, Utterance, Voice
from listen.render import heard as hearing
from listen.render.expected import (
    LENIENT,
    counted,
    expected_ms,
    free_letters,
    sounds_of,
    spelt,
    written_twice,
)
from listen.render.heard import FRAME_MS, Heard

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from listen.model import Samples

_ORDINARY = re.compile(
    r"[^\W\d_]*[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ][^\W\d_]*(?:['’][^\W\d_]+)?", re.IGNORECASE
)
"""A word of letters, one of them a Latin vowel: it cannot be silent."""
_HOLE_MS, _PAUSE_MS = 550, 900
"""Longest silence at rate 1 without and with punctuation in the sentence."""
_LONG_WORDS = 40
"""A sentence of more words than this is spoken in pieces by some engines, with a pause wherever they cut it.
In such a place, and in the commas behind it, espeak's times of the words are off by the pause."""
_WORD_MS = 60
"""A word this long or longer has sound in a good part of its time."""
_LEAD_MS, _GAP_MS = 110, 330
"""Longest silence at rate 1 before the first sound of a word and between two of its sounds."""
_HISS_MS, _LEAST_HISS_MS = 330, 220
"""Longest hissing sound at rate 1, and at any rate: "six sixths" has 270 ms."""
_HISS_SHARE = 0.45
"""Largest share of hissing sound in a sentence of `_SEVERAL` words or more."""
_SEVERAL = 4
_TWICE = 0.4
"""Correlation of the whole with itself, shifted, from which part of it is a copy; only
"six sixths" gets near."""
_HINT = 0.2
"""The same below 1 kHz, from which the rest is looked at. Whole sentences reach 0.17, and it is never less
than two thirds of what it is with the rest, so that no copy is missed."""
_SHIFT_MS = 150
"""Copies nearer than this are a long vowel's periods."""
_LESS_MS, _MORE_MS = 90, 150
"""Error that any utterance may have, whatever its length: one word alone is often drawn out."""
_SPELT_MS = 90
"""What the name of a letter or a figure may take more than its sounds: hibari takes 60 to 80 in the alphabet,
in hashes and in addresses."""
_FEW_SOUNDS, _DRAWN_OUT_MS = 3, 400
"""An utterance of so few sounds ("Mm.", "Oh!") may be drawn out by so much."""
_BREAK = re.compile(r"[^\s\w]")
"""Punctuation, at which a voice may pause."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Says why a clip is not proven to be the whole of a sentence."""

    text: str
    """In a few words."""
    weight: float
    """How much of the sentence may be lost: `LEAST` to `ALL_LOST`; guessed, to choose among takes."""


LEAST, ALL_LOST = 0.05, 1.0


def lost(utterance: Utterance, voice: Voice, fault: str) -> LostSpeechError:
    """The error that names voice, sentence and fault, and says what to do."""
    return LostSpeechError(
        f"{voice.name} did not say {utterance.id} whole ({fault}): {_short(utterance.text)!r};"
        " try another --voice, or change the sentence with `listen script --json`"
    )


def examine(clip: Clip, utterance: Utterance, prepared: str, voice: Voice, rate: float = 1.0) -> Fault | None:
    """Return what is wrong with the clip, and how much of the sentence it may have cost; None when nothing
    is.
    """
    if not any(c.isalnum() for c in utterance.spoken):
        return None
    levels = hearing.levels_of(clip)
    if fault := hearing.unusable(clip, levels):
        return Fault(fault, ALL_LOST)
    heard = hearing.of(clip, levels)
    checks: tuple[tuple[Callable[[], str], float | None], ...] = (
        (lambda: _amount(heard.sound_ms, utterance, prepared, voice, rate), None),
        (lambda: _hole(heard.silence_ms, utterance, rate), 0.3),
        (lambda: _words(clip, heard.alive, utterance, voice, rate), 0.2),
        (lambda: _noise(clip, heard, len(utterance.words), rate), 0.9),
        (lambda: _repeat(heard.low, heard.low_rate, utterance, voice), 0.5),
    )
    for find, weight in checks:
        if text := find():
            if weight is None:
                due = expected_ms(
                    sounds_of(prepared, utterance, voice), utterance, voice.pace or LENIENT, rate
                )
                weight = min(0.9, max(LEAST, abs(1 - heard.sound_ms / max(due, 1.0))))
            return Fault(text, weight)
    return None


def _amount(sound: float, utterance: Utterance, prepared: str, voice: Voice, rate: float) -> str:
    """Return whether there is as much sound as there should be."""
    sounds = sounds_of(prepared, utterance, voice)
    free, letters = free_letters(utterance, voice)
    phonemes = sum(counted(sounds)[:2])
    if phonemes < 0.35 * (letters - free) - 2:
        return f"{phonemes} phonemes for {letters} letters"
    pace = voice.pace or LENIENT
    expected = expected_ms(sounds, utterance, pace, rate)
    loose = free / max(letters, 1)
    slack = max(0.25, 4 * pace.spread)
    hurry = min(
        0.35, max(0.0, 1.2 * (rate - 1))
    )  # hibari counts in 25 ms: up to rate 1.3 it hardly gets faster
    more = _MORE_MS + _SPELT_MS * spelt(utterance)
    if phonemes <= _FEW_SOUNDS:
        more += _DRAWN_OUT_MS
    least = expected * (1 - slack) * (1 - loose) - _LESS_MS * max(1, 1 / rate)
    most = expected * (1 + slack + hurry + loose) + more * max(1, 1 / rate)
    if not least <= sound <= most:
        return f"{sound / 1000:.1f} s of sound where {expected / 1000:.1f} s are due"
    return ""


def _hole(longest: float, utterance: Utterance, rate: float) -> str:
    """Return whether there is a longer silence inside than the sentence asks for."""
    breaks = any(_BREAK.search(w.after) for w in utterance.words[:-1]) or any(
        w.before.strip() for w in utterance.words[1:]
    )
    if longest * rate > (_PAUSE_MS if breaks or len(utterance.words) > _LONG_WORDS else _HOLE_MS):
        return f"{longest / 1000:.1f} s of silence inside"
    return ""


def _words(clip: Clip, alive: NDArray[np.bool_], utterance: Utterance, voice: Voice, rate: float) -> str:
    """Return whether the engine's own word times are complete, in order and full of sound."""
    if not clip.words:
        return "words without times" if engines.traits(voice.engine).word_times else ""
    if len(clip.words) != len(utterance.words):
        return f"times for {len(clip.words)} of {len(utterance.words)} words"
    frames = 1000 / (clip.rate * FRAME_MS)
    sounding = alive.tobytes()  # in so short stretches, bytes are looked through faster than arrays
    last = 0
    pause = False  # before this word
    cuts = len(utterance.words) // _LONG_WORDS
    for word, (start, end) in zip(utterance.words, clip.words, strict=True):
        if start < last or end < start or end > len(clip.samples):
            return f"the time of {word.text!r} lies outside the sound"
        last = start
        after_pause, pause = pause, bool(cuts) and bool(_BREAK.search(word.after))
        if (end - start) * 1000 < _WORD_MS * clip.rate or not _ORDINARY.fullmatch(word.text):
            continue
        own = sounding[int(start * frames) : int(end * frames) + 1]
        count = own.count(1)
        if count < 0.1 * len(own):
            if cuts and len(own) * FRAME_MS * rate < _GAP_MS:
                cuts -= 1
                continue
            return f"{word.text!r} is silent"
        begin, end = own.find(1), own.rfind(1)
        gap = 0 if end - begin + 1 == count else max(map(len, own[begin:end].split(b"\1")))
        lead = begin * FRAME_MS * rate
        if cuts and _LEAD_MS < lead < _GAP_MS:
            cuts -= not after_pause
        elif lead > _LEAD_MS:
            return f"the beginning of {word.text!r} is silent"
        if gap * FRAME_MS * rate > _GAP_MS:
            return f"{gap * FRAME_MS} ms of silence inside {word.text!r}"
    return ""


def _noise(clip: Clip, heard: Heard, count: int, speed: float) -> str:
    """Return whether the sound is a voice's: no more hiss than sibilants make, and voiced every so often."""
    hiss = hearing.hiss(clip, heard)
    longest = hearing.longest(hiss)
    much = count >= _SEVERAL and np.count_nonzero(hiss) > _HISS_SHARE * np.count_nonzero(heard.active)
    if much or longest > max(_LEAST_HISS_MS, _HISS_MS / speed):
        return f"{longest / 1000:.1f} s of noise"
    longest = hearing.unvoiced_ms(clip, heard)
    return f"{longest / 1000:.1f} s of sound without voice" if longest > hearing.UNVOICED_MS else ""


def _repeat(low: Samples, rate: float, utterance: Utterance, voice: Voice) -> str:
    """Return whether a part of the sound is a copy of another part. No two words of a voice are, two tones
    are.
    """
    if engines.traits(voice.engine).steady:
        return ""
    # A copy is one in each band. So half the samples are looked at first: nearly all clips end there.
    for step, least in ((2, _HINT), (1, _TWICE)):
        if hearing.copied(hearing.decimate(low, step), round(_SHIFT_MS * rate / step / 1000)) <= least:
            return ""
    return "" if written_twice(utterance) else "a passage is said twice"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
