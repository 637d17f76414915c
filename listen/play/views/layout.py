"""Text into lines of a width in columns, each a span of the text, so that a word can be marked in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from wcwidth import wcwidth

_HIDDEN = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF], 0x200B)
_PIECE = re.compile(r"\s+|\S+")


def safe(text: str) -> str:
    """The text, character for character, without what would command the terminal or turn its lines around."""
    plain = text.translate(_HIDDEN)
    return "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") else c for c in plain)


def width(text: str) -> int:
    """Columns that a terminal gives it."""
    return sum(end_width for _, end_width in _clusters(text))


def wrap(text: str, columns: int) -> list[tuple[int, int]]:
    """Spans of `text` that fit into so many columns, cut at spaces, between wide characters, else anywhere.

    No span begins or ends with white space; together they hold every other character.
    """
    lines: list[tuple[int, int]] = []
    start = end = -1  # the line so far
    used = 0
    for piece_start, piece_end, needed in _pieces(text, columns):
        gap = width(text[end:piece_start]) if start >= 0 else 0
        if start >= 0 and used + gap + needed > columns:
            lines.append((start, end))
            start = -1
        if start < 0:
            start, used, gap = piece_start, 0, 0
        used += gap + needed
        end = piece_end
    if start >= 0:
        lines.append((start, end))
    return lines


def shorten(text: str, columns: int) -> str:
    """As much of it as fits, with an ellipsis when that is not all."""
    if width(text) <= columns:
        return text
    used, end = 0, 0
    for cluster, wide in _clusters(text):
        if used + wide > columns - 1:
            break
        used, end = used + wide, end + len(cluster)
    return text[:end].rstrip() + "…" if columns > 0 else ""


def _pieces(text: str, columns: int) -> Iterator[tuple[int, int, int]]:
    """Return what must not be cut: start, end, columns."""
    for match in _PIECE.finditer(text):
        if match[0].isspace():
            continue
        start = at = match.start()
        used, before = 0, 0
        for cluster, wide in _clusters(match[0]):
            cut = used + wide > columns or (used and (wide == 2 or before == 2) and not _sticks(cluster))
            if cut and used:
                yield start, at, used
                start, used = at, 0
            used, at, before = used + wide, at + len(cluster), wide
        yield start, at, used


def _sticks(cluster: str) -> bool:
    """Closing punctuation does not begin a line."""
    return unicodedata.category(cluster[0]) in ("Pe", "Pf", "Po")


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Characters with the marks that stand on them, and their columns."""
    start = 0
    wide = 0
    for at, char in enumerate(text):
        own = max(wcwidth(char), 0)
        joined = at > start and (own == 0 or text[at - 1] == "\u200d")
        if at > start and not joined:
            yield text[start:at], wide
            start, wide = at, 0
        if char == "\ufe0f":
            wide = 2 if wide else 0  # shown as a picture
        wide = max(wide, own)
    if start < len(text):
        yield text[start:], wide
