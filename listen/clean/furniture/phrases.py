"""The table of phrases that mark what a listener should not hear, from `phrases.tsv`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice

from listen.clean.dom.beginnings import beginnings

MOST_CHARACTERS = 700
"""A longer passage is prose that happens to hold the phrase."""
MOST_OF_LINE = 250
"""A longer passage is no label, whatever it looks like."""


_TAILS = {
    "<points>": r"\s*(?:[:：|»>→]|[–—-](?=\s))\s*[^\s].{4,140}",
    "<after>": r"\s*[:：|–—»>→-].{0,160}",
    "<colon>": r"\s*[:：].{0,160}",
    "<when>": r"(?:on )?(?:\w{3,9}\.? \d{1,2}(?:, ?\d{4})?|\d{1,3} \w{3,7} ago|yesterday|last \w{4,5})(?!\.)",
    "<short>": r"^(?=.{0,160}\Z).*?",
}
"""What the table writes in short."""
_SENTENCE = re.compile(r"(?<![ap]\.m)[.!?。！？।\u061f\u06d4][\"”»’')\]]*\Z")
"""How a sentence ends, which no label does; “8:15 a.m.” is none."""
_FIRST = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of the table."""

    kind: str
    where: str
    """`line`, `label`, `any` or `never`."""
    needs: tuple[str, ...]
    wording: str
    """The pattern as the table has it, with `<points>` and its kin written out."""
    reason: str
    example: str
    """What is left out for this phrase."""
    near_miss: str
    """What looks like it and is read."""

    @property
    def whole(self) -> bool:
        """It is the whole line, not a part of it."""
        return self.where != "any"

    @property
    def pattern(self) -> re.Pattern[str]:
        """The wording as it meets a text: all of it, or any part; compiled when it is first asked for."""
        return _compiled(self.wording, self.whole)

    def matches(self, text: str) -> bool:
        """Return whether this phrase alone takes a text for furniture."""
        if not self.whole:
            return self.pattern.search(text) is not None
        # The table is full of others: whether it ends as a sentence does is asked of few.
        return self.pattern.match(text) is not None and not (self.where == "label" and _SENTENCE.search(text))


@cache
def phrases() -> tuple[Phrase, ...]:
    """All lines of the table, those of one kind, place and reason together."""
    groups: dict[tuple[str, str, str], list[Phrase]] = {}
    for line in (files("listen.clean.furniture") / "phrases.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, where, needs, wording, reason, example, near_miss = line.split("\t")
        for short, written in _TAILS.items():
            wording = wording.replace(short, written)
        words = () if needs == "-" else tuple(needs.split(","))
        group = groups.setdefault((kind, where, reason), [])
        group.append(Phrase(kind, where, words, wording, reason, example, near_miss))
    return tuple(phrase for group in groups.values() for phrase in group)


@cache
def _compiled(wording: str, whole: bool) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{wording})\W*\Z" if whole else wording, re.I)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, their common beginnings written once so that each is tried once."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        if not word:
            return ""
        by_first.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(re.escape(c) + _any_of(rest) for c, rest in by_first.items()) + ")"


@cache
def _parts() -> tuple[Phrase, ...]:
    """The phrases for parts of a line."""
    return tuple(phrase for phrase in phrases() if not phrase.whole)


@cache
def _needed() -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, int], ...]]]:
    """Return a pattern that matches where one of the words stands that the phrases for parts of a line need,
    and for each match the words that it may be the beginning of, each with the place of its phrase.
    """
    by_word = [(word, at) for at, phrase in enumerate(_parts()) for word in phrase.needs]
    pattern = re.compile(_any_of(sorted({word for word, _ in by_word})))
    longer: dict[str, list[tuple[str, int]]] = {}
    for word, at in by_word:
        if match := pattern.match(word):
            longer.setdefault(match[0], []).append((word, at))
    return pattern, {word: tuple(phrases) for word, phrases in longer.items()}


def _possible(text: str) -> list[int]:
    """The places among `_parts` of the phrases of which a text in lower case has a word that they need."""
    pattern, longer = _needed()
    found: set[int] = set()
    match = pattern.search(text)
    while match:
        found.update(at for word, at in longer[match[0]] if text.startswith(word, match.start()))
        match = pattern.search(text, match.start() + 1)
    return sorted(found)


@cache
def _firsts() -> tuple[tuple[int, Phrase, frozenset[str]], ...]:
    """The phrases for whole lines with their places, each with the letters and digits that it begins with;
    none where it can begin with something else.
    """
    firsts = ((at, row, beginnings(row.wording)) for at, row in enumerate(phrases()) if row.whole)
    return tuple((at, row, of if of and all(map(str.isalnum, of)) else frozenset()) for at, row, of in firsts)


@cache
def _of_kinds() -> tuple[tuple[re.Pattern[str], tuple[tuple[int, Phrase, frozenset[str]], ...]], ...]:
    """For each class one pattern that every whole line of it matches, and its part of `_firsts`."""
    groups: dict[str, list[tuple[int, Phrase, frozenset[str]]]] = {}
    for at, row, first in _firsts():
        groups.setdefault(row.kind, []).append((at, row, first))
    return tuple((_any_line(row for _, row, _ in group), tuple(group)) for group in groups.values())


@cache
def _nevers() -> tuple[re.Pattern[str], tuple[Phrase, ...]]:
    """One pattern that every line of the table which no story has matches, and its phrases."""
    rows = tuple(phrase for phrase in phrases() if phrase.where == "never")
    return _any_line(rows), rows


@cache
def _beginning(letter: str) -> re.Pattern[str]:
    """One pattern that every whole line matches that can begin with a letter or digit; with any of them where
    it is empty.
    """
    return _any_line(row for _, row, first in _firsts() if first and (not letter or letter in first))


@cache
def _open() -> re.Pattern[str]:
    """One pattern that all others match: they can begin with anything, or with a sign, which may stand before
    any line.
    """
    return _any_line(row for _, row, first in _firsts() if not first)


def _any_line(rows: Iterable[Phrase]) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(row.wording for row in rows) or '(?!)'})\W*\Z", re.I)


@lru_cache(maxsize=8192)
def labels(text: str) -> tuple[tuple[str, str, bool], ...]:
    """(class, reason, True) of each kind of phrase that `text` is as a whole, in the table's order."""
    if len(text) > MOST_OF_LINE:
        return ()
    # To try the whole table takes long, and but a twentieth of it begins with the same letter.
    begin = _FIRST.search(text)
    letter = begin[0].lower() if begin and begin[0].isascii() else ""
    if not (_beginning(letter).match(text) or _open().match(text)):
        return ()
    found: list[tuple[int, Phrase]] = []
    for sieve, rows in _of_kinds():
        if sieve.match(text):
            of_letter = ((at, row) for at, row, first in rows if not (letter and first) or letter in first)
            found += islice((pair for pair in of_letter if pair[1].matches(text)), 1)
    return tuple((row.kind, row.reason, True) for _, row in sorted(found, key=lambda pair: pair[0]))


@lru_cache(maxsize=8192)
def find(text: str) -> tuple[tuple[str, str, bool], ...]:
    """(class, reason, whole line) of each kind of phrase that `text` is or holds; empty for plain prose."""
    if len(text) > MOST_CHARACTERS:
        return ()
    out = {found[0]: found for found in labels(text)}
    for at in _possible(text.lower()):
        part = _parts()[at]
        if part.kind not in out and part.matches(text):
            out[part.kind] = (part.kind, part.reason, False)
    return tuple(out.values())


@lru_cache(maxsize=8192)
def never(text: str) -> tuple[str, str] | None:
    """Class and reason of a line that no story has: a placeholder, a label of the page's own."""
    if len(text) > MOST_CHARACTERS:
        return None
    sieve, rows = _nevers()
    if sieve.match(text) is None:
        return None
    return next(((row.kind, row.reason) for row in rows if row.pattern.match(text)), None)


def furniture(text: str) -> tuple[str, str] | None:
    """Class and reason when the whole line is a piece of page furniture, whatever stands around it."""
    return next(((kind, reason) for kind, reason, _ in labels(text)), None)
