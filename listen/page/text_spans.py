"""This module says where each cue stands in the article: the sentence's place in its block, the words' places
in that.

Cues carry their text and their block; the place within the block is found by looking for the sentences one
after another, so that an episode and its article are all that a page or a book needs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from listen.model import Block, Cue, WordTime


@dataclass(frozen=True, slots=True)
class Place:
    """Says where a cue is shown."""

    cue: Cue
    start: int
    """First character in the block's text; `start == end` when the text no longer holds the sentence."""
    end: int
    skipped: int = 0
    """Characters of the cue's text that the page shows by other means: a list item's number."""


def by_block(cues: Iterable[Cue]) -> dict[int, list[Cue]]:
    """Cues of each block, in order; the title's and the notices' under −1."""
    found: defaultdict[int, list[Cue]] = defaultdict(list)
    for cue in cues:
        found[cue.block].append(cue)
    return dict(found)


def places(block: Block, cues: Sequence[Cue]) -> list[Place]:
    """Places of a text block's cues, in order and without overlap."""
    found, at = [], 0
    for cue in cues:
        skipped = 0
        start = block.text.find(cue.text, at)
        if start < 0 and block.number is not None:
            skipped = len(cue.text) - len(cue.text.removeprefix(f"{block.number}.").lstrip())
            start = block.text.find(cue.text[skipped:], at) if skipped else -1
        if start < 0:
            found.append(Place(cue, at, at))
            continue
        at = start + len(cue.text) - skipped
        found.append(Place(cue, start, at, skipped))
    return found


def titled(block: Block, cues: Sequence[Cue]) -> tuple[Sequence[Cue], Sequence[Cue]]:
    """A table's cues: those that read its title, and the others."""
    title, at, n = block.alt or "", 0, 0
    while n < len(cues) and (start := title.find(cues[n].text, at)) >= 0:
        at = start + len(cues[n].text)
        n += 1
    return cues[:n], cues[n:]


def rows_of(block: Block, cues: Sequence[Cue]) -> Mapping[int, Cue]:
    """A table's row numbers and the cues that read them; empty when the table was only announced."""
    lines = [n for n, row in enumerate(block.rows) if n and any(cell.strip() for cell in row)]
    read = len(lines) == len(cues) and all(
        _cells(block.rows[n], cue.text) is not None for n, cue in zip(lines, cues, strict=True)
    )
    return dict(zip(lines, cues, strict=True)) if read else {}


def _cells(row: Sequence[str], text: str) -> list[int] | None:
    """Return where each cell begins in the sentence that reads its row (−1: an empty one); None: one is
    missing.
    """
    found, at = [], 0
    for cell in row:
        said = cell.strip()
        start = text.find(said, at) if said else -1
        if said and start < 0:
            return None
        at = start + len(said) if said else at
        found.append(start)
    return found


@dataclass(frozen=True, slots=True)
class Shown:
    """A word as the page shows it: UTF-16 offset and length in its element's text, and its time."""

    start: int
    length: int
    start_ms: int
    end_ms: int


def words_in_sentence(place: Place) -> list[Shown]:
    """The words of a sentence that stands as one piece of text."""
    shown = place.cue.text[place.skipped :] if place.end > place.start else ""
    return [
        _shown(shown, w.start - place.skipped, w.end - place.skipped, w)
        for w in place.cue.words
        if w.start >= place.skipped and w.end - place.skipped <= len(shown)
    ]


def words_in_row(row: Sequence[str], cue: Cue) -> list[Shown]:
    """The words of a table row, its cells' texts taken as one; column names said between are not."""
    starts = _cells(row, cue.text) or []
    joined = "".join(cell.strip() for cell in row)
    found, before = [], 0
    for cell, start in zip((cell.strip() for cell in row), starts, strict=False):
        found += [
            _shown(joined, w.start - start + before, w.end - start + before, w)
            for w in cue.words
            if start >= 0 and start <= w.start and w.end <= start + len(cell)
        ]
        before += len(cell)
    return found


def _shown(text: str, start: int, end: int, word: WordTime) -> Shown:
    first = _utf16(text[:start])
    return Shown(first, _utf16(text[start:end]), word.start_ms, word.end_ms)


def _utf16(text: str) -> int:
    """Length as browsers count it: characters beyond the first plane count twice."""
    return len(text) + sum(ch > "\uffff" for ch in text)
