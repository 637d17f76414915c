"""The engine of the tests: exact lengths, no speech.

Every spoken word is a cosine of `LETTER` samples for each of its letters and digits (at least one), at a
pitch that its letters choose; `GAP` samples of silence lie between words, none before the first or after the
last. The pitch's period divides `LETTER`, so at rate 1 a word begins and ends at full level and an edge found
by level is exact. At another rate both lengths are divided by it and rounded.
"""

from __future__ import annotations

from zlib import crc32

import numpy as np

from listen.engines.contract import Traits, described, free, nothing_to_load
from listen.model import Clip, Utterance, Voice

TRAITS = Traits("tone", "Apache-2.0", word_times=True, steady=True, threads=True)
voices = described
load = nothing_to_load
price = free
LETTER = 1200
"""Samples for each letter at rate 1: 50 ms at 24 kHz."""
GAP = 600
"""Samples between words at rate 1: 25 ms at 24 kHz."""
LEVEL = 0.1
PERIODS = (60, 75, 80, 100, 120, 150)


def version(voice: Voice) -> str:
    """Nothing but this module decides the samples."""
    return "tone 1"


def prepare(utterance: Utterance, voice: Voice) -> str:
    """The spoken words, joined by spaces; a space inside one becomes an underscore."""
    return " ".join(word.text.replace(" ", "_") or "_" for word in utterance.words)


def samples_of(word: str, rate: float = 1.0) -> int:
    """Return how many samples one prepared word takes."""
    return max(1, sum(letter.isalnum() for letter in word)) * round(LETTER / rate)


def sounds(prepared: str, utterance: Utterance, voice: Voice) -> str:
    """A vowel for each letter and a consonant for each gap, so that the voice's pace can be exact."""
    return " ".join("a" * max(1, sum(c.isalnum() for c in word)) + "k" for word in prepared.split())


def synthesize(prepared: str, utterance: Utterance, voice: Voice, rate: float = 1.0) -> Clip:
    """One cosine a word; the spans are exact."""
    parts: list[np.ndarray] = []
    spans: list[tuple[int, int]] = []
    at = 0
    gap = np.zeros(round(GAP / rate), np.float32)
    for word in prepared.split():
        if parts:
            parts.append(gap)
            at += len(gap)
        length = samples_of(word, rate)
        period = PERIODS[crc32(word.encode()) % len(PERIODS)]
        one = np.cos(np.arange(period) * (2 * np.pi / period)).astype(np.float32) * np.float32(LEVEL)
        parts.append(np.resize(one, length))
        spans.append((at, at + length))
        at += length
    whole = np.concatenate(parts) if parts else np.zeros(0, np.float32)
    return Clip(whole, voice.rate, tuple(spans) if len(spans) == len(utterance.words) else ())


def missing() -> str | None:
    """It is always there."""
    return None
