"""The largest sentence: what is longer is parted where a reader would breathe."""

from __future__ import annotations

import re

LARGEST = 600
"""Characters: some forty seconds of speech. What is longer is a list, a contract or a text without full
stops, and every later stage would hold all of it at once."""
_BREATHS = (
    re.compile(r"[;:…。！？；]['\"”’)\]]*(?=\s|$)|\s[—–-](?=\s)"),
    re.compile(r",['\"”’)\]]*(?=\s)|[，、]"),
    re.compile(r"(?<=\s)"),
)
"""Where a long one is parted, the best first: a clause's end, a comma, a space."""


def parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence [start, end) in parts of at most `LARGEST` characters, cut within a word only where
    there is no other place; white space at their ends is left out."""
    parts = []
    while end - start > LARGEST:
        edge = _edge(text, start, start + LARGEST)
        stop = edge
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        parts.append((start, stop))
        start = edge
        while start < end and text[start].isspace():
            start += 1
    return [*parts, (start, end)] if start < end else parts


def _edge(text: str, start: int, limit: int) -> int:
    """The last good place in the second half of what fits; the limit itself where there is none."""
    for breath in _BREATHS:
        last = None
        for last in breath.finditer(text, start + LARGEST // 3, limit):  # noqa: B007  the last one is wanted
            pass
        if last is not None and last.end() > start:
            return last.end()
    return limit
