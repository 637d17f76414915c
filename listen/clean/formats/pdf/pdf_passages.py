"""From lines to paragraphs, headings, items and tables: by place, size and the ends of sentences."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from listen.clean.dom.text import STOPS
from listen.clean.formats.pdf.page_layout import Line
from listen.clean.formats.pdf.pdf_letters import Run

_CELL_GAP = 1.5
"""Ems of white space between the cells of a table."""
_END = re.compile(rf"[{STOPS}:]['\"”’»)\]]*\Z")
ITEM = re.compile(r"(?:[•‣▪●◦–*·]|\(?(\d{1,3})[.)]|\(?[a-z][.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that make one paragraph, heading or item."""

    text: str
    size: float
    bold: bool
    page: int
    link: bool = False
    open: bool = False
    """Its last line is full and ends no sentence: it may go on at the top of the next column."""
    indented: bool = False
    """It begins with an indent."""
    joined: bool = False
    """Its last line ends with a hyphen that divides a word."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table, row by row."""


def passages(rows: Sequence[Line], page: int, known: Counter[str]) -> list[Passage]:
    """The paragraphs, headings and items of one region; `known` are the document's words, for hyphens."""
    if not rows:
        return []
    left = _usual_left(rows)
    usual = Counter(round(row.size) for row in rows for _ in row.text).most_common(1)[0][0]
    right = max(row.x1 for row in rows if round(row.size) == usual)
    leading = _leading(rows)
    groups: list[list[Line]] = []
    tables = tables_in(rows)
    out: list[Passage] = []
    for n, row in enumerate(rows):
        if (
            not groups
            or tables[n] != tables[n - 1]
            or (not tables[n] and _begins(groups[-1], row, left, right, leading))
        ):
            groups.append([row])
        else:
            groups[-1].append(row)
    at = 0
    for group in groups:
        table, at = tables[at], at + len(group)
        out.append(_table(group, page) if table else _passage(group, page, left, right, known))
    return out


def _table(group: Sequence[Line], page: int) -> Passage:
    cells = tuple(tuple(text for _, text in _cells(row)) for row in group)
    return Passage("\n".join(map(" ".join, cells)), group[0].size, False, page, rows=cells)


def _cells(row: Line) -> list[tuple[float, str]]:
    """The pieces of a line that wide gaps part, each with where it begins."""
    out: list[tuple[float, list[Run]]] = []
    for run in row.runs:
        if out and run.x0 - out[-1][1][-1].x1 < _CELL_GAP * row.size:
            out[-1][1].append(run)
        else:
            out.append((run.x0, [run]))
    return [(x, Line(tuple(runs)).text) for x, runs in out]


def tables_in(rows: Sequence[Line]) -> list[int]:
    """For each line the number of the table that it is a row of; 0 for none.

    A table is two rows or more of as many cells, which begin at the same places.
    """
    cells = [_cells(row) for row in rows]
    out = [0] * len(rows)
    number = 0
    for n in range(1, len(rows)):
        above, here = cells[n - 1], cells[n]
        aligned = sum(abs(a - b) < rows[n].size for (a, _), (b, _) in zip(above, here, strict=False))
        near = 0 < rows[n].y - rows[n - 1].y < 3 * rows[n].size
        bullets = ITEM.match(f"{here[0][1]} x") or ITEM.match(f"{above[0][1]} x")
        if len(here) > 1 and len(above) == len(here) and aligned > len(here) / 2 and near and not bullets:
            if not out[n - 1]:
                number += 1
                out[n - 1] = number
            out[n] = out[n - 1]
    return out


def _usual_left(rows: Sequence[Line]) -> float:
    """The left edge that most lines share."""
    edges = Counter(round(row.x0) for row in rows)
    most = max(edges.values())
    return min(x for x, count in edges.items() if count >= max(1, most // 3))


def _leading(rows: Sequence[Line]) -> float:
    steps = [
        b.y - a.y
        for a, b in pairwise(rows)
        if abs(a.size - b.size) < 0.1 * a.size and 0 < b.y - a.y < 2.5 * a.size
    ]
    return min(median(steps), 1.9 * rows[0].size) if steps else 1.3 * rows[0].size


def _begins(group: Sequence[Line], row: Line, left: float, right: float, leading: float) -> bool:
    """Return whether a line begins another passage than the lines above it."""
    before, em, width = group[-1], row.size, right - left
    room = right - before.x1
    ratio = max(row.size, before.size) / min(row.size, before.size)
    if ratio > 1.08 and not (row.mixed or before.mixed):
        # Names in another type may fill a line.
        full = room < 0.12 * width and row.y - before.y < 1.15 * leading and not _END.search(before.text)
        if ratio > 1.2 or not full:
            return True
    if row.y - before.y > 1.3 * leading or row.y < before.y:
        return True
    if before.bold != row.bold and (before.bold or row.bold) and _whole(before) != _whole(row):
        return True
    if ITEM.match(row.text):
        return True
    if row.x0 - left > 0.7 * em and before.x0 - left < 0.5 * em and not ITEM.match(before.text):
        return True
    first = row.text.split(maxsplit=1)[0] if row.text.strip() else ""
    needed = (len(first) + 1) * 0.55 * em
    if room > needed and _END.search(before.text):
        return len(group) > 1 or room > 0.1 * width
    # A list's or a verse's lines end where they like; those beside a picture all end at the same place.
    above = group[-2].x1 if len(group) > 1 else row.x1
    if min(row.x0, before.x0) - left > 1.5 * em and room > 0.4 * width:
        return True  # an item whose bullet is drawn, not written
    alike = abs(row.x1 - before.x1) < 0.1 * width or abs(above - before.x1) < 0.1 * width
    return room > max(0.3 * width, 3 * needed) and (not alike or not row.text[:1].islower())


def _whole(line: Line) -> bool:
    """Return whether a line is a heading's by its weight."""
    return line.bold and len(line.text) < 120


def _passage(group: Sequence[Line], page: int, left: float, right: float, known: Counter[str]) -> Passage:
    text = group[0].text
    for row in group[1:]:
        text = joined(text, row.text, known)
    last = group[-1]
    full = right - last.x1 < 0.12 * (right - left)
    size = max(group, key=lambda row: len(row.text)).size
    return Passage(
        " ".join(text.split()),
        size,
        all(row.bold for row in group),
        page,
        all(row.link for row in group),
        open=(full or divided(last.text)) and not _END.search(last.text),
        indented=group[0].x0 - left > 0.7 * size,
        joined=divided(last.text),
    )


_HYPHENED = frozenset(
    ["well", "self", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
)
"""Words that a hyphen joins to the next: where a line ends, hardly the beginning of another word."""


def divided(text: str) -> bool:
    """Return whether a line ends with a hyphen behind a letter."""
    return len(text) > 2 and text[-1] in "-‐" and text[-2].isalpha()


def joined(text: str, following: str, known: Counter[str]) -> str:
    """Two lines as one; a word divided between them is whole again, a hyphen of its own stays."""
    if not divided(text) or not following[:1].isalpha():
        return f"{text} {following}"
    front = re.split(r"\s", text[:-1])[-1]
    back = re.split(r"[^\w’'-]", following)[0]
    whole, hyphened = (front + back).lower(), f"{front}-{back}".lower()
    keeps = (
        known[hyphened] > known[whole]
        or (front.lower() in _HYPHENED and len(back) > 2 and not known[whole])
        or (not following[0].islower() and not front.isupper())
    )
    return f"{text}{following}" if keeps else text[:-1] + following


def _goes_on(last: Passage, part: Passage) -> bool:
    """Return whether a passage is the rest of one that ends in mid-sentence."""
    return (
        last.open
        and abs(last.size - part.size) < 0.08 * part.size
        and last.bold == part.bold
        and not ITEM.match(part.text)
        and (last.joined or part.text[:1].islower() or not part.indented)
        and (last.joined or part.text[:1].islower() or len(last.text) > 80)
    )


def connected(parts: Sequence[Passage], known: Counter[str]) -> list[Passage]:
    """Passages in order, those that go on in the next column or on the next page made one."""
    out: list[Passage] = []
    for part in parts:
        # A caption between a column's end and the next is smaller, and no part of the sentence.
        apart = len(out) > 1 and out[-1].size < 0.92 * part.size and part.text[:1].islower()
        at = -2 if apart else -1
        last = out[at] if out else None
        if last is not None and _goes_on(last, part):
            out[at] = Passage(
                joined(last.text, part.text, known), last.size, last.bold, last.page, last.link,
                part.open, last.indented, part.joined,
            )  # fmt: skip
        else:
            out.append(part)
    return out
