"""This module says how much words speak for or against a block being part of a story.

Two tables of `vocabulary.json` (made by `tests/bench/extract_train.py`): `text` weighs the words in a block,
`names` the words in class names and ids of the elements it stands in. A weight is a log odds ratio, counted
by pages and shrunk towards 0: positive for words that stories have, negative for those of furniture.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

MOST_WORDS = 40
"""Words at the beginning of a block that count."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ASCII_WORD = re.compile("[a-z]+|[0-9]+")
"""The same in a text of ASCII in lower case, faster."""
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


@dataclass(frozen=True)
class Vocabulary:
    """Weights by word."""

    text: Mapping[str, float]
    names: Mapping[str, float]


@cache
def vocabulary() -> Vocabulary:
    """The package's own tables."""
    data = json.loads((files("listen.clean.classifier") / "vocabulary.json").read_text("utf-8"))
    return Vocabulary(data["text"], data["names"])


def text_words(text: str) -> list[str]:
    """The words of a block that are weighed; any number counts as `0`."""
    text = text[:400].lower()
    pattern = _ASCII_WORD if text.isascii() else _WORD
    return ["0" if w.isdigit() else w for w in pattern.findall(text)[:MOST_WORDS]]


@lru_cache(maxsize=16384)
def name_words(names: str) -> tuple[str, ...]:
    """The words of class names and ids, each once: `entry-content postBody` → entry, content, post, body."""
    return tuple(dict.fromkeys(part.lower() for part in _PART.findall(names[:200]) if 2 < len(part) < 20))


def weigh(words: Iterable[str], table: Mapping[str, float]) -> tuple[float, float, float]:
    """Mean weight, lowest and highest weight of the words that the table knows."""
    total = low = high = 0.0
    known = 0
    for word in words:
        value = table.get(word)
        if value is not None:
            known += 1
            total += value
            if value < low:
                low = value
            elif value > high:
                high = value
    return (total / known if known else 0.0), low, high
