"""This module says what a rule is: a pattern tried where a token begins, and what it says of the match.

A rule that looks closer and finds the match not its own returns None, and the next one is tried.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from listen.speech.writing import patterns as re
from listen.speech.writing.starts import first_characters

Piece = tuple[str, int, int]
"""Words said (with the commas that the voice should hear; empty: deliberately silent), and their span."""


class Said(NamedTuple):
    """Holds what a rule says, and where in the text it stops."""

    pieces: tuple[Piece, ...]
    end: int
    elides: bool = False
    """Whether the word before loses its vowel: French "de" and "un million" → "d'un million"."""


class Rule:
    """A pattern and the function that says its match."""

    def __init__(
        self, pattern: str, say: Callable[[re.Match[str], Here], Said | None], flags: int = 0
    ) -> None:
        self._source = pattern
        self._flags = flags
        self.say = say

    def saying(self, say: Callable[[re.Match[str], Here], Said | None]) -> Rule:
        """Return a rule with this pattern that is said otherwise."""
        return Rule(self._source, say, self._flags)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, made when it is asked for: a thousand rules stand in the tables."""
        return re.compile(self._source, self._flags)

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """The pattern's method, which every token asks for."""
        return self.pattern.match

    @cached_property
    def starts(self) -> frozenset[str] | None:
        """The characters that a match can begin with; None where the pattern does not tell."""
        return first_characters(self._source, self._flags)


def words(text: str) -> frozenset[str]:
    """A word list as it is written in the tables: apart by white space."""
    return frozenset(text.split())


def table(text: str) -> dict[str, str]:
    """A table as it is written: `key=value`, apart by `|`."""
    entries = (entry.strip().partition("=") for entry in text.split("|"))
    return {key: " ".join(value.split()) for key, _, value in entries}


def twins(text: str) -> dict[str, tuple[str, str]]:
    """A table with two values each: `key=one/many`."""
    out = {}
    for key, value in table(text).items():
        one, _, many = value.partition("/")
        out[key] = (one, many)
    return out


def triples(text: str) -> dict[str, tuple[str, str, str]]:
    """A table with three values each: `key=one/many/part`."""
    out = {}
    for key, value in table(text).items():
        one, many, part = value.split("/")
        out[key] = (one, many, part)
    return out


def listed(text: str) -> tuple[str, ...]:
    """Words in order, apart by white space."""
    return tuple(text.split())


def whole(m: re.Match[str], said: str) -> Said:
    """All of the match is the source of all the words."""
    return Said(((said, m.start(), m.end()),), m.end())


def silent(m: re.Match[str], here: Here) -> Said | None:
    """Nothing is said of the match."""
    return Said((("", m.start(), m.end()),), m.end())


def pieces(m: re.Match[str], *parts: tuple[str, str | int]) -> Said:
    """Words with the group of the match that they come from."""
    return Said(tuple((w, m.start(g), m.end(g)) for w, g in parts if w), m.end())


_BEFORE = re.compile(r"(?<![\w'’.&])[\w'’.&]{1,40}(?=[\s“‘\"'(\[-]{0,40}\Z)")
_AFTER = re.compile(r"\s{0,3}[-‐‑]?([^\W\d_]{1,40}(?:['’][^\W\d_]{1,40}){0,3})")
_CAPS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


_SENTENCE = 600
"""Characters: the largest sentence that is spoken in one go."""


class Here:
    """The text being read and the questions that rules ask about a place in it."""

    __slots__ = ("_headline", "british", "text", "whole")

    def __init__(self, text: str, british: bool, whole: bool = False) -> None:
        self.text = text
        self.british = british
        self.whole = whole
        self._headline: bool | None = None

    def before(self, pos: int) -> str:
        """The word before `pos` as written, "" at a sentence's or clause's start."""
        m = _BEFORE.search(self.text[max(0, pos - 40) : pos])
        return m.group().rstrip(".") if m else ""

    def after(self, pos: int) -> str:
        """The word right after `pos` (a hyphen or white space between), "" if something else comes."""
        m = _AFTER.match(self.text, pos)
        return m.group(1) if m else ""

    def around(self, start: int, end: int) -> str:
        """The text around a place, as far as a sentence goes: what keeps a long text linear."""
        return self.text[max(0, start - _SENTENCE) : end + _SENTENCE]

    @property
    def headline(self) -> bool:
        """Return whether the whole text is in capitals, so that capitals say nothing about a word."""
        if self._headline is None:
            words = _CAPS.findall(self.text)
            upper = sum(len(w) for w in words if w.isupper() and len(w) > 1)
            lower = sum(len(w) for w in words if not w.isupper())
            self._headline = upper >= 8 and upper > 3 * lower
        return self._headline
