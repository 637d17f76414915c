"""The table of phrases that mark what a listener should not hear, from `phrases.tsv`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

MOST_CHARACTERS = 700
"""A longer passage is prose that happens to hold the phrase."""
MOST_OF_LINE = 250
"""A longer passage is no label, whatever it looks like."""


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of phrase."""

    kind: str
    whole: bool
    """The pattern is the whole line, not a part of it."""
    never: bool
    """No story has such a line, however sure the classifier is."""
    needs: tuple[str, ...]
    """Lower-case words one of which every match has, so that most lines never meet the pattern."""
    wording: str
    """The pattern as the table has it."""
    pattern: re.Pattern[str]
    reason: str


@cache
def table() -> tuple[Row, ...]:
    """All rows."""
    rows = []
    for line in (files("listen.clean.furniture") / "phrases.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, where, needs, pattern, reason = line.split("\t")
        never = where == "never"
        whole = never or where == "line"
        words = () if needs == "-" else tuple(needs.split(","))
        compiled = re.compile(rf"\W*(?:{pattern})\W*\Z" if whole else pattern, re.I)
        rows.append(Row(kind, whole, never, words, f"(?:{pattern})", compiled, reason))
    return tuple(rows)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, their common beginnings written once so that each is tried once."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        if not word:
            return ""
        by_first.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(re.escape(c) + _any_of(rest) for c, rest in by_first.items()) + ")"


@cache
def _needed() -> re.Pattern[str]:
    """Matches where one of the words stands that the rows for parts of a line need."""
    return re.compile(_any_of(sorted({word for row in _sieve()[2] for word in row.needs})))


@cache
def _sieve() -> tuple[re.Pattern[str], tuple[Row, ...], tuple[Row, ...]]:
    """One pattern that every whole line of the table matches, and the rows for lines and for parts."""
    lines = tuple(row for row in table() if row.whole)
    parts = tuple(row for row in table() if not row.whole)
    return re.compile(rf"\W*(?:{'|'.join(row.wording for row in lines)})\W*\Z", re.I), lines, parts


@lru_cache(maxsize=8192)
def labels(text: str) -> tuple[tuple[str, str, bool], ...]:
    """(class, reason, True) of each kind of phrase that `text` is as a whole."""
    if len(text) > MOST_OF_LINE:
        return ()
    sieve, lines, _ = _sieve()
    if sieve.match(text) is None:
        return ()
    out: dict[str, tuple[str, str, bool]] = {}
    for row in lines:
        if row.kind not in out and row.pattern.match(text):
            out[row.kind] = (row.kind, row.reason, True)
    return tuple(out.values())


@lru_cache(maxsize=8192)
def find(text: str) -> tuple[tuple[str, str, bool], ...]:
    """(class, reason, whole line) of each kind of phrase that `text` is or holds; empty for plain prose."""
    if len(text) > MOST_CHARACTERS:
        return ()
    out = {found[0]: found for found in labels(text)}
    lower = text.lower()
    if _needed().search(lower) is None:
        return tuple(out.values())
    for row in _sieve()[2]:
        if row.kind in out:
            continue
        for word in row.needs:
            if word in lower:
                if row.pattern.search(text):
                    out[row.kind] = (row.kind, row.reason, False)
                break
    return tuple(out.values())


@lru_cache(maxsize=8192)
def never(text: str) -> tuple[str, str] | None:
    """Class and reason of a line that no story has: a placeholder, a label of the page's own."""
    for row in _sieve()[1] if len(text) <= MOST_CHARACTERS else ():
        if row.never and row.pattern.match(text):
            return row.kind, row.reason
    return None


def furniture(text: str) -> tuple[str, str] | None:
    """Class and reason when the whole line is a piece of page furniture, whatever stands around it."""
    return next(((kind, reason) for kind, reason, _ in labels(text)), None)
