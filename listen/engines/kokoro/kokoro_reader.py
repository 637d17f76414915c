"""Spoken words to Kokoro's phonemes, one group for each word.

English has a reader that knows misaki's alphabet. For the other languages the model was trained on what
espeak-ng says, its diphthongs and affricates written as one letter each.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from listen.engines.espeak_groups import Clauses
from listen.engines.phonemes import Phonemizer
from listen.model import Utterance

VOICES = {"es": "roa/es", "fr": "roa/fr", "it": "roa/it", "pt": "roa/pt-BR", "hi": "inc/hi"}
"""The espeak-ng voice that reads a language."""
ONE_LETTER = {
    "a^ɪ": "I", "a^ʊ": "W", "d^z": "ʣ", "d^ʒ": "ʤ", "e^ɪ": "A", "o^ʊ": "O", "ə^ʊ": "Q", "s^s": "S",
    "t^s": "ʦ", "t^ʃ": "ʧ", "ɔ^ɪ": "Y",
}  # fmt: skip
"""What espeak ties together, and Kokoro's letter for it."""
NEAREST = str.maketrans(
    {"ɬ": "l", "ɫ": "l", "ɭ": "l", "ʀ": "ʁ", "ħ": "h", "ɦ": "h", "g": "ɡ", "ʑ": "ʒ", "ɱ": "m"}
)
"""Sounds that Kokoro has no letter for, and the nearest that it has."""
_MARKS = re.compile(r"[^;:,.!?—…“”]")


def groups(utterance: Utterance, lang: str) -> list[str]:
    """One group of phonemes for each of the utterance's words, by a reader of the voice's language."""
    primary = lang.lower().split("-")[0]
    if primary == "en":
        return _english("gb" in lang.lower()).words(utterance)
    found = _other(VOICES.get(primary, primary)).groups(utterance)
    if primary == "it":
        return [_open(word.text, group) for word, group in zip(utterance.words, found, strict=True)]
    return found


def _open(word: str, group: str) -> str:
    """An Italian word's phonemes, its last vowel open where its spelling says so.

    Inside a sentence espeak-ng closes it: "è" (is) would sound like "e" (and), "ho" (have) like "o" (or)."""
    low = unicodedata.normalize("NFC", word).lower()
    closed, opened = ("e", "ɛ") if low.endswith("è") else ("o", "ɔ") if low == "ho" else ("", "")
    if not closed or opened in group:
        return group
    before, found, after = group.rpartition(closed)
    return f"{before}{opened}{after}" if found else group


def letters(ipa: str) -> str:
    """Kokoro's letters for what espeak-ng says, ties written `^`."""
    for tied, letter in ONE_LETTER.items():
        ipa = ipa.replace(tied, letter)
    return ipa.replace("^", "").replace("-", "").translate(NEAREST)


def marks(text: str) -> str:
    """The punctuation that Kokoro was trained on; other marks become the nearest of it."""
    return _MARKS.sub("", text.translate(_SAME))


_SAME = str.maketrans(
    {"«": "“", "»": "”", "„": "“", '"': "”", "–": "—", "―": "—", "।": ".", "。": ".", "、": ",", "，": ","}
)


@cache
def _english(british: bool) -> Phonemizer:
    return Phonemizer(british)


@cache
def _other(voice: str) -> Clauses:
    return Clauses(voice, letters, marks)
