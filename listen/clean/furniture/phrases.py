"""The table of phrases that mark what a listener should not hear, from `phrases.tsv`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import takewhile
from typing import NamedTuple, TypeAlias

from listen.clean.dom.naming.beginnings import known_beginnings, plain

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
_BEGINNING = 6
"""Letters at the beginning of a line by which it meets few lines of the table."""


@dataclass(frozen=True)
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

    @cached_property
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


_Row: TypeAlias = tuple[int, Phrase]
"""A phrase and its place in the table."""


class _Lines(NamedTuple):
    """The phrases for whole lines, by what tells most texts from them."""

    begun: dict[str, list[_Row]]
    """By what the line begins with behind its signs."""
    opens: list[_Row]
    """Those that can begin with anything, or with a sign, which may stand before any line."""
    needing: list[_Row]
    """Of the latter those that need a word."""
    words: tuple[str, ...]
    """The words."""


@cache
def _lines(where: str) -> _Lines:
    """The phrases for whole lines, or those of one `where`."""
    begun: dict[str, list[_Row]] = {}
    opens: list[_Row] = []
    for at, row in enumerate(phrases()):
        if row.whole and where in ("", row.where):
            of = known_beginnings(row.wording, _BEGINNING)
            known = of is not None and all(text[0].isalnum() for text in of)
            for beginning in of or () if known else ():
                begun.setdefault(beginning, []).append((at, row))
            if not known:
                opens.append((at, row))
    needing = [(at, row) for at, row in opens if row.needs]
    words = dict.fromkeys(word for _, row in needing for word in row.needs)
    return _Lines(begun, [pair for pair in opens if not pair[1].needs], needing, tuple(words))


@cache
def _sieves(where: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One pattern for all lines that can begin with anything, and one for those of them that need a word."""
    lines = _lines(where)
    opens, needing = ("|".join(row.wording for _, row in rows) for rows in (lines.opens, lines.needing))
    return _compiled(opens, True), _compiled(needing, True)


def _possible_lines(text: str, where: str = "") -> list[Phrase]:
    """The phrases for whole lines that a text may be, in the table's order: most texts are none."""
    lines, (opens, needing) = _lines(where), _sieves(where)
    first = _FIRST.search(text)
    head = text[first.start() : first.start() + _BEGINNING] if first else ""
    begun = lines.begun
    # To try the whole table takes long, and few of its lines begin as a text does.
    if head.isascii() or all(map(plain, head)):
        head = head.lower()
        found = [pair for n in range(1, len(head) + 1) if head[:n] in begun for pair in begun[head[:n]]]
    else:
        known = "".join(takewhile(plain, head)).lower()
        found = [
            pair
            for beginning, rows in begun.items()
            if known.startswith(beginning) or beginning.startswith(known)
            for pair in rows
        ]
    if opens.match(text):
        found += lines.opens
    if any(map(text.lower().__contains__, lines.words)) and needing.match(text):
        found += lines.needing
    return [row for _, row in sorted(dict(found).items())] if found else []


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
