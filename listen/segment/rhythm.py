"""This module says how long a reader waits between two sentences: a rule for each thing that was measured of
readers.

- The longer the sentence that was said, the longer the pause after it, up to 1.4 times (Kazlauskienė and
  Kalašinskaitė 2020: 48 readings; 1.2 times between paragraphs). The length of what comes counts as well;
  between two short phrases, of ten syllables at most, a pause is mostly below 300 ms (Zvonik, Cummins 2003).
- Where a new thought begins within a paragraph, the pause is longer: in a timed reading, pauses between
  sentences showed the structure of the paragraph, not the length of sentences alone.
- Where direct speech begins or ends, the boundary is stronger than between two sentences, and pauses grow
  with the strength of the boundary; within one quotation it is weaker.
- The languages that were compared do it alike (Demol, Verhelst and Verhoeve 2007: six European languages), so
  there is one rule; only the words that open a new thought are a language's own.

The same text always gives the same pauses.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from listen.model import Utterance

TYPICAL_SYLLABLES = 28
"""A sentence of this length has the steady pause around it: about the median of news sentences."""
AFTER = (0.84, 1.18)
"""Least and most by what was said: a ratio of 1.4, as measured of readers."""
BEFORE = (0.9, 1.12)
"""The same by what comes; readers plan ahead, but less than they breathe."""
PARAGRAPH = (0.92, 1.1)
"""Between paragraphs, by the length of the one that was said: a ratio of 1.2."""
SHORT_SYLLABLES, SHORT_MS = 10, 280
"""Between two phrases as short as this, a pause is no longer than this."""
TURN, SPEECH, CONTINUED = 1.3, 1.15, 0.8
"""Factors where a new thought begins, where direct speech begins or ends, and inside of one quotation."""
LEAST_MS, MOST_MS = 180, 760
"""No pause between sentences is shorter or longer: the range of quick readers, without its outer tenths."""
SENTENCE_MS = 420
"""In the place of the steady pause: listeners call 0.3 to 0.6 s most natural (Liu et al. 2022)."""

_VOWELS = re.compile("[aeiouyáàâäãåéèêëíìîïóòôöõøúùûüýæœıаеёиоуыэюяєіїўαεηιουωάέήίόύώ]+", re.IGNORECASE)
_ASCII_VOWELS = bytes(ord("v" if chr(n) in "aeiouyAEIOUY" else " ") for n in range(256))
"""What stands for each letter of ASCII: where a `v` is behind a space, vowels begin."""
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts in which a character is about a syllable."""
_LETTERS = re.compile(r"\w")
TURNS: dict[str, tuple[str, ...]] = {
    "en": (
        "but",
        "meanwhile",
        "however",
        "yet",
        "still",
        "then",
        "now",
        "instead",
        "nevertheless",
        "so",
        "even so",
    ),
    "de": (
        "aber",
        "doch",
        "dennoch",
        "inzwischen",
        "unterdessen",
        "allerdings",
        "jedoch",
        "trotzdem",
        "nun",
        "dann",
    ),
    "fr": ("mais", "pourtant", "cependant", "or", "toutefois", "entre-temps", "alors", "puis", "en revanche"),
    "es": ("pero", "sin embargo", "mientras tanto", "no obstante", "entonces", "ahora", "aun así", "luego"),
    "it": ("ma", "tuttavia", "intanto", "però", "eppure", "nel frattempo", "allora", "poi", "ora"),
    "pt": ("mas", "no entanto", "entretanto", "porém", "contudo", "então", "agora", "depois"),
    "nl": ("maar", "toch", "intussen", "ondertussen", "echter", "nu", "toen", "daarna"),
    "pl": ("ale", "jednak", "tymczasem", "mimo to", "teraz", "potem"),
    "sv": ("men", "ändå", "samtidigt", "däremot", "nu", "sedan"),
}
"""Words that open a new thought, by language."""
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "‹": "›"}
"""Opening marks, and what closes each: "“" opens in English and closes in German."""
_MARKS = "".join(_CLOSED_BY) + "".join(_CLOSED_BY.values())
_MARK = re.compile(f"[{_MARKS}]")


def paced(sentences: Sequence[Utterance], after_ms: int) -> list[Utterance]:
    """Give the sentences of one block a reader's pauses; `after_ms` is the steady pause after it."""
    lengths = [syllables(u.text) for u in sentences]
    said = list(sentences)
    closing = ""
    for n, (one, other) in enumerate(pairwise(sentences)):
        closing = _waiting(one.text, closing)
        pause = _between(lengths[n], lengths[n + 1], one.text, other, bool(closing))
        said[n] = one.but(pause_ms=pause)
    if said:
        whole = sum(lengths)
        factor = _scaled(whole / 3, PARAGRAPH)  # three sentences are a usual paragraph of the news
        said[-1] = said[-1].but(pause_ms=round(after_ms * factor))
    return said


def syllables(text: str) -> int:
    """About how many syllables a text has, in any script; 1 at least."""
    if text.isascii():
        vowels, wide = (b" " + text.encode("ascii").translate(_ASCII_VOWELS)).count(b" v"), 0
    else:
        vowels, wide = len(_VOWELS.findall(text)), len(_WIDE.findall(text))
    return max(vowels + wide or len(_LETTERS.findall(text)) // 3, 1)


def _between(said: int, comes: int, text: str, other: Utterance, inside: bool) -> int:
    pause = SENTENCE_MS * _scaled(said, AFTER) * _scaled(comes, BEFORE)
    if inside:
        pause *= CONTINUED
    elif _turns(other):
        pause *= TURN
    elif text[-1:] in _MARKS or other.text[:1] in _MARKS:
        pause *= SPEECH
    if said <= SHORT_SYLLABLES and comes <= SHORT_SYLLABLES:
        pause = min(pause, SHORT_MS)
    return round(min(max(pause, LEAST_MS), MOST_MS))


@lru_cache(maxsize=1024)
def _scaled(count: float, bounds: tuple[float, float]) -> float:
    """1 for a sentence of typical length; half or double the length goes half of the way to a bound."""
    least, most = bounds
    steps = math.log2(max(count, 1) / TYPICAL_SYLLABLES) / 2
    return max(1 + steps * (1 - least), least) if steps < 0 else min(1 + steps * (most - 1), most)


@cache
def _opening(lang: str) -> tuple[str, ...]:
    """The words of a language that open a new thought."""
    return TURNS.get(lang.split("-")[0].lower(), ())


def _turns(u: Utterance) -> bool:
    words = _opening(u.lang)
    start = u.text.lstrip(_MARKS + "'").lower()
    return start.startswith(words) and any(
        start.startswith(word) and not start[len(word) : len(word) + 1].isalpha() for word in words
    )


def _waiting(text: str, closing: str) -> str:
    """Tell what closes the quotation that goes on behind this sentence; `closing` is the same before it."""
    for character in _MARK.findall(text):
        if closing:
            closing = "" if character in closing else closing
        else:
            closing = _CLOSED_BY.get(character, "")
    return closing
