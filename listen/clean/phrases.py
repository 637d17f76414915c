"""The table of phrases that mark what a listener should not hear, from `phrases.tsv`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

MOST_CHARACTERS = 700
"""A longer passage is prose that happens to hold the phrase."""


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of phrase."""

    kind: str
    whole: bool
    """The pattern is the whole line, not a part of it."""
    needs: tuple[str, ...]
    """Lower-case words one of which every match has, so that most lines never meet the pattern."""
    pattern: re.Pattern[str]
    reason: str


@cache
def table() -> tuple[Row, ...]:
    """All rows."""
    rows = []
    for line in (files("listen.clean") / "phrases.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, where, needs, pattern, reason = line.split("\t")
        whole = where == "line"
        words = () if needs == "-" else tuple(needs.split(","))
        compiled = re.compile(rf"\W*(?:{pattern})\W*\Z" if whole else pattern, re.I)
        rows.append(Row(kind, whole, words, compiled, reason))
    return tuple(rows)


@lru_cache(maxsize=8192)
def find(text: str) -> tuple[tuple[str, str, bool], ...]:
    """(class, reason, whole line) of each kind of phrase that `text` is or holds; empty for plain prose."""
    if len(text) > MOST_CHARACTERS:
        return ()
    out: dict[str, tuple[str, str, bool]] = {}
    lower = text.lower()
    long = len(text) > 250
    for row in table():
        if row.kind in out and (out[row.kind][2] or not row.whole):
            continue
        if row.whole:
            if not long and row.pattern.match(text):
                out[row.kind] = (row.kind, row.reason, True)
        elif any(word in lower for word in row.needs) and row.pattern.search(text):
            out[row.kind] = (row.kind, row.reason, False)
    return tuple(out.values())


def furniture(text: str) -> tuple[str, str] | None:
    """Class and reason when the whole line is a piece of page furniture, whatever stands around it."""
    for kind, reason, whole in find(text):
        if whole:
            return kind, reason
    return None
