"""The table of phrases that mark what a listener should not hear, from `phrases.tsv`."""

import re
from functools import cache
from importlib.resources import files

_MOST_WORDS = 60
"""A longer passage is prose that happens to hold the phrase."""


@cache
def table() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Class, pattern and reason of every row."""
    rows = []
    for line in (files("listen.clean") / "phrases.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, where, pattern, reason = line.split("\t")
            if where == "line":
                pattern = rf"\W*(?:{pattern})\W*\Z"
            rows.append((kind, re.compile(pattern, re.I), reason))
    return tuple(rows)


@cache
def _whole() -> tuple[bool, ...]:
    lines = (files("listen.clean") / "phrases.tsv").read_text("utf-8").splitlines()
    return tuple(line.split("\t")[1] == "line" for line in lines if line and not line.startswith("#"))


def find(text: str) -> tuple[tuple[str, str, bool], ...]:
    """(class, reason, whole line) of each kind of phrase that `text` is or holds; empty for plain prose."""
    if len(text) > 700:
        return ()
    out: dict[str, tuple[str, str, bool]] = {}
    for (kind, pattern, reason), whole in zip(table(), _whole(), strict=True):
        if kind in out and (out[kind][2] or not whole):
            continue
        if (pattern.match(text) if whole else pattern.search(text)) is not None:
            out[kind] = (kind, reason, whole)
    return tuple(out.values())


def furniture(text: str) -> tuple[str, str] | None:
    """Class and reason when the whole line is a piece of page furniture, whatever stands around it."""
    for kind, reason, whole in find(text):
        if whole:
            return kind, reason
    return None
