"""From runs of letters to lines, and to the columns that they stand in, by position."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from listen.clean.formats.pdf.pdf_letters import Run

_GUTTER = 0.7
"""Ems of white space between two columns."""
_MARGIN = 0.12
"""Share of the text's width at either side in which no gutter lies."""
_CROSSING = 0.35
"""Share of the runs that may cross a gutter: headlines, tables and pictures' captions over both columns."""
_FILLED = 0.5
"""Share of a column's width that its usual line fills; the cells of a table fill less."""
_CELL = 14
"""Letters of a usual line below which what stands side by side are cells, not columns."""
_NOTE_MARK = re.compile(r"(?:\d{1,3}|[*†‡§]{1,2}|[a-z])(?:\s*,\s*\d{1,3})*\Z")
LEADERS = re.compile(r"(?:\s?[.·…_]){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})?\s*\Z")
"""How a line of a table of contents ends."""
_UNIT = re.compile(r"(?:\A|[\W\d])(?:[munµckdM]?m|ft|in|yd|mi|s|sec|x|n|r|R|10|CO|H)\Z")
"""What a raised figure behind it is an exponent of."""


@dataclass(frozen=True)
class Line:
    """One line of one column."""

    runs: tuple[Run, ...]

    @cached_property
    def size(self) -> float:
        """The size that most of the line's letters are set in."""
        sizes: Counter[float] = Counter()
        for run in self.runs:
            sizes[run.size] += len(run.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @cached_property
    def mixed(self) -> bool:
        """Words of several sizes stand in it, as names in another type do in a text."""
        return any(abs(run.size - self.size) > 0.08 * self.size and len(run.text) > 3 for run in self.runs)

    @cached_property
    def y(self) -> float:
        return max((run for run in self.runs if run.size == self.size), key=lambda run: len(run.text)).y

    @cached_property
    def x0(self) -> float:
        return min(run.x0 for run in self.runs)

    @cached_property
    def x1(self) -> float:
        return max(run.x1 for run in self.runs)

    @property
    def bold(self) -> bool:
        return all(run.bold for run in self.runs)

    @property
    def link(self) -> bool:
        """All of it is a link."""
        return all(run.link for run in self.runs)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Raised figures and signs that refer to a note."""
        return tuple(run.text for n, run in enumerate(self.runs) if self._is_mark(n))

    @cached_property
    def text(self) -> str:
        """The line's words, without the marks of notes."""
        out: list[str] = []
        before: Run | None = None
        for n, run in enumerate(self.runs):
            if self._is_mark(n):
                continue
            gap = run.x0 - before.x1 if before else 0.0
            if before and (run.spaced or gap > 0.15 * min(run.size, before.size)):
                out.append(" ")
            out.append(run.text)
            before = run
        return "".join(out)

    def _is_mark(self, n: int) -> bool:
        run = self.runs[n]
        raised = self.y - run.y
        if not (run.size < 0.85 * self.size and 0.1 * self.size < raised < 0.8 * self.size):
            return False
        before = self.runs[n - 1].text if n else ""
        return bool(_NOTE_MARK.match(run.text)) and not _UNIT.search(before)


def lines(runs: Iterable[Run]) -> list[Line]:
    """Runs that share a base line, from the top; a raised mark belongs to the line that it stands in."""
    out: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: (r.y, r.x0)):
        for row in reversed(out[-3:]):
            main = max(row, key=lambda r: (r.size, len(r.text)))
            if abs(run.y - main.y) <= 0.45 * max(run.size, main.size):
                row.append(run)
                break
        else:
            out.append([run])
    return sorted((Line(tuple(_in_order(row))) for row in out), key=lambda line: line.y)


def _in_order(row: list[Run]) -> list[Run]:
    from unicodedata import bidirectional

    letters = "".join(run.text for run in row)
    right_to_left = 2 * sum(bidirectional(c) in ("R", "AL") for c in letters) > len(letters)
    return sorted(row, key=lambda run: -run.x1 if right_to_left else run.x0)


def regions(runs: Sequence[Run], depth: int = 3) -> list[list[Run]]:
    """The page's parts in the order of reading: what runs over all columns, then column by column."""
    x = _gutter(runs) if depth and len(runs) >= 6 else None
    if x is None:
        return [list(runs)]
    across = [run for run in runs if run.x0 < x < run.x1]
    bounds = sorted(run.y for run in across)
    bands: dict[int, tuple[list[Run], list[Run]]] = {}
    for run in runs:
        if run in across:
            continue
        band = sum(y < run.y - 0.3 * run.size for y in bounds)
        bands.setdefault(band, ([], []))[run.x0 > x].append(run)
    out: list[list[Run]] = []
    wide: list[Run] = []
    waiting = sorted(across, key=lambda run: run.y)
    for band in sorted(bands):
        left, right = bands[band]
        wide += waiting[: band - (len(across) - len(waiting))]
        waiting = waiting[band - (len(across) - len(waiting)) :]
        if _are_columns(left, right, x):
            if wide:
                out.append(wide)
                wide = []
            out += regions(left, depth - 1) + regions(right, depth - 1)
        else:
            wide = wide + left + right
    wide += waiting
    if wide:
        out.append(wide)
    return out if any(region is not wide for region in out) else [list(runs)]


def _gutter(runs: Sequence[Run]) -> float | None:
    """Return where the white space between two columns lies, crossed by the fewest runs; None without one."""
    low, high = min(run.x0 for run in runs), max(run.x1 for run in runs)
    width = high - low
    em = median(run.size for run in runs)
    events = sorted([(run.x0, 1) for run in runs] + [(run.x1, -1) for run in runs])
    best: tuple[int, float, float] | None = None
    crossing = 0
    for (x, step), (following, _) in pairwise(events):
        crossing += step
        middle = (x + following) / 2
        if following - x < _GUTTER * em or not low + _MARGIN * width < middle < high - _MARGIN * width:
            continue
        if crossing <= _CROSSING * len(runs) and (best is None or (crossing, x - following) < best[:2]):
            best = crossing, x - following, middle
    return best[2] if best else None


def _are_columns(left: list[Run], right: list[Run], x: float) -> bool:
    """Return whether two groups side by side are columns of text, not the cells of a table."""
    if not left or not right:
        return False
    for side, low, high in (
        (left, min(r.x0 for r in left), x),
        (right, x, max(r.x1 for r in right)),
    ):
        rows = lines(side)
        if len(rows) < 2:
            return False
        if median(len(row.text) for row in rows) < _CELL:
            return False
        if median(row.x1 - row.x0 for row in rows) < _FILLED * (high - low):
            return False
    top, bottom = (
        max(min(r.y for r in s) for s in (left, right)),
        min(max(r.y for r in s) for s in (left, right)),
    )
    return top < bottom
