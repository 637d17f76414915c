"""A word as it is said: the value that the spoken word hands on (`model.py` has the others)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One word as it is said, and where in the written text it comes from.

    "£2.5m" is four spoken words ("two", "point", …) that share one span.
    """

    text: str
    """Said word without the punctuation around it; letters, apostrophes and inner hyphens only."""
    start: int
    """First character of the written text it comes from (offset into `Utterance.text`)."""
    end: int
    """One past the last."""
    before: str = ""
    """Punctuation directly before it: an opening quote or bracket."""
    after: str = " "
    """What follows it in the spoken text: punctuation that the voice should hear, and the space."""
    ipa: str = ""
    """Pronunciation from a lexicon, IPA with stress marks; empty when the engine decides."""

    @classmethod
    def each(cls, rows: Iterable[Sequence[Any]]) -> list[SpokenWord]:
        """Return a word for each row of all fields, in two fifths of the time that calls would take: a book
        has some hundred thousand.
        """
        new, made = cls.__new__, []
        text, start, end, before, after, ipa = (vars(cls)[name].__set__ for name in cls.__slots__)
        for a, b, c, d, e, f in rows:
            word = new(cls)
            text(word, a)
            start(word, b)
            end(word, c)
            before(word, d)
            after(word, e)
            ipa(word, f)
            made.append(word)
        return made
