"""The table of phrases that mark what a listener should not hear, from `phrases.tsv`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import NamedTuple

from listen.clean.dom.beginnings import beginnings, plain

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
_BEGINNING = 3
"""Letters at the beginning of a line by which it meets few lines of the table."""


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
def _needed() -> tuple[tuple[re.Pattern[str], ...], dict[str, tuple[tuple[str, int], ...]]]:
    """Return patterns that match where one of the words stands that the phrases for parts of a line need,
    and for each match the words that it may be the beginning of, each with the place of its phrase.

    Words of letters stand at the beginning of a word, which few places are; signs stand anywhere.
    """
    by_word = [(word, at) for at, phrase in enumerate(_parts()) for word in phrase.needs]
    words = sorted({word for word, _ in by_word})
    of_letters = [word for word in words if "a" <= word[0] <= "z"]
    signs = [word for word in words if word not in of_letters]
    patterns = re.compile(rf"(?<![a-z]){_any_of(of_letters)}"), re.compile(_any_of(signs))
    longer: dict[str, list[tuple[str, int]]] = {}
    for word, at in by_word:
        if match := next(filter(None, (pattern.match(word) for pattern in patterns)), None):
            longer.setdefault(match[0], []).append((word, at))
    return patterns, {word: tuple(phrases) for word, phrases in longer.items()}


def _possible(text: str) -> list[int]:
    """The places among `_parts` of the phrases of which a text in lower case has a word that they need."""
    patterns, longer = _needed()
    found: set[int] = set()
    for pattern in patterns:
        match = pattern.search(text)
        while match:
            found.update(at for word, at in longer[match[0]] if text.startswith(word, match.start()))
            match = pattern.search(text, match.start() + 1)
    return sorted(found)


class _Lines:
    """Phrases for whole lines, with their places in the table, and one pattern that each of their lines
    matches.
    """

    def __init__(self, rows: Iterable[tuple[int, Phrase]]) -> None:
        self.rows = tuple(rows)

    @cached_property
    def sieve(self) -> re.Pattern[str]:
        """Compiled when a line is first tried."""
        return re.compile(rf"\W*(?:{'|'.join(row.wording for _, row in self.rows)})\W*\Z", re.I)


class _Table(NamedTuple):
    """The phrases for whole lines, by what tells most texts from them."""

    begun: dict[str, _Lines]
    """By what the line begins with behind its signs; under "" those that can begin with anything, or with a
    sign, which may stand before any line.
    """
    needing: _Lines
    """Of the latter those that need a word."""
    words: tuple[str, ...]
    """The words."""
    whole: _Lines
    """All of them."""


@cache
def _lines(where: str = "") -> _Table:
    """The phrases for whole lines, or those of one `where`."""
    rows = [(at, row) for at, row in enumerate(phrases()) if row.whole and where in ("", row.where)]
    begun: dict[str, list[tuple[int, Phrase]]] = {"": []}
    needing = [(at, row) for at, row in rows if row.needs]
    for at, row in rows:
        of = beginnings(row.wording, _BEGINNING) or frozenset([""])
        for beginning in of if all(text[:1].isalnum() for text in of) else ("",):
            if not row.needs:
                begun.setdefault(beginning, []).append((at, row))
    words = dict.fromkeys(word for _, row in needing for word in row.needs)
    by_beginning = {beginning: _Lines(rows) for beginning, rows in begun.items()}
    return _Table(by_beginning, _Lines(needing), tuple(words), _Lines(rows))


def _possible_lines(text: str, where: str = "") -> list[Phrase]:
    """The phrases for whole lines that a text may be, in the table's order: most texts are none."""
    first = _FIRST.search(text)
    head = text[first.start() : first.start() + _BEGINNING] if first else ""
    table = _lines(where)
    # To try the whole table takes long, and few of its lines begin as a text does.
    if head.isascii() or all(map(plain, head)):
        head, lower = head.lower(), text.lower()
        begun = (table.begun.get(head[:n]) for n in range(len(head) + 1))
        groups = [lines for lines in begun if lines is not None]
        groups += [table.needing] if any(map(lower.__contains__, table.words)) else []
    else:
        groups = [table.whole]
    found = [row for lines in groups if lines.sieve.match(text) for row in lines.rows]
    return [row for _, row in sorted(found, key=lambda pair: pair[0])] if found else []


@lru_cache(maxsize=1024)
def labels(text: str) -> tuple[tuple[str, str, bool], ...]:
    """(class, reason, True) of each kind of phrase that `text` is as a whole, in the table's order."""
    if len(text) > MOST_OF_LINE:
        return ()
    found: dict[str, tuple[str, str, bool]] = {}
    for row in _possible_lines(text):
        if row.kind not in found and row.matches(text):
            found[row.kind] = (row.kind, row.reason, True)
    return tuple(found.values())


@lru_cache(maxsize=1024)
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


@lru_cache(maxsize=1024)
def never(text: str) -> tuple[str, str] | None:
    """Class and reason of a line that no story has: a placeholder, a label of the page's own."""
    if len(text) > MOST_CHARACTERS or (len(text) <= MOST_OF_LINE and not labels(text)):
        return None
    rows = _possible_lines(text, "never")
    return next(((row.kind, row.reason) for row in rows if row.pattern.match(text)), None)


def furniture(text: str) -> tuple[str, str] | None:
    """Class and reason when the whole line is a piece of page furniture, whatever stands around it."""
    return next(((kind, reason) for kind, reason, _ in labels(text)), None)
