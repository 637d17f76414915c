"""This module says what belongs to a page, not to the text: running heads and feet, page numbers, notes at
its foot.
"""

import re
from collections import Counter
from collections.abc import Sequence

from listen.clean.formats.pdf.page_layout import Line

_EDGE = 3
"""Lines at a page's top and at its foot that may be a running head or foot."""
_SAME_PLACE = 5.0
"""Points that a running head's place differs from page to page."""
_NUMBER = re.compile(
    r"\W*(?:page |seite |página |pagina |p\. ?)?(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?: ?(?:/|of|von|de|di|sur) ?\d{1,4})?\W*\Z",
    re.I,
)
_PRINTED = re.compile(
    r"(?:https?://|file://)\S+(?:\s+\d+\s?/\s?\d+)?\Z|"
    r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\.?,? \d{1,2}[:.]\d\d\b",
    re.I,
)
"""What a browser prints at the edges of a page: the address and the page's number, the day and the title."""
NOTE = re.compile(r"(?:\[?(\d{1,3})[\].)]?|([*†‡§¶]{1,2}))\s*(?=\S)")
_SMALL = 0.94
"""Size of a note by that of the text."""
_LOW = 0.45
"""Share of the page's height above which no note stands."""


_OUTER = re.compile(r"\A\W*\d+(?=\W)|(?<=\W)\d+(?:\s*(?:/|of|von|de|di|sur)\s*\d+)?\W*\Z")
"""The page's number in a running head or foot."""


def _key(text: str) -> str:
    return _OUTER.sub("0", " ".join(text.casefold().split()))


def running(pages: Sequence[Sequence[Line]]) -> list[set[int]]:
    """For each page the indices of its lines that are running heads, feet or page numbers."""
    edges = [
        [*range(min(_EDGE, len(rows))), *range(max(_EDGE, len(rows) - _EDGE), len(rows))] for rows in pages
    ]
    seen: dict[str, list[tuple[int, float]]] = {}
    for n, (rows, edge) in enumerate(zip(pages, edges, strict=True)):
        for i in edge:
            seen.setdefault(_key(rows[i].text), []).append((n, rows[i].y))
    out: list[set[int]] = []
    for n, (rows, edge) in enumerate(zip(pages, edges, strict=True)):
        found = set()
        for i in edge:
            others = {
                page
                for page, y in seen[_key(rows[i].text)]
                if page != n and abs(y - rows[i].y) <= _SAME_PLACE
            }
            raised = rows[i].marks and rows[i].runs[0].text == rows[i].marks[0]
            if others and not raised and any(map(str.isalnum, rows[i].text)):
                found.add(i)
        for order in (range(len(rows)), range(len(rows) - 1, -1, -1)):
            for i in order:
                if _NUMBER.match(rows[i].text) or _PRINTED.match(rows[i].text):
                    found.add(i)
                elif i not in found:
                    break
        out.append(found if len(found) < len(rows) else set())
    return out


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size that most letters are set in."""
    sizes: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: sizes[size]) if sizes else 10.0


def notes_from(rows: Sequence[Line], body: float, height: float, marks: set[str]) -> int:
    """The index of the first line of the notes at the foot of a column; the number of lines if it has none.

    Notes are smaller than the text and begin with a mark; one of the text's own size stands apart and has the
    number of a mark on the page.
    """
    start = len(rows)
    while start and rows[start - 1].size < _SMALL * body and rows[start - 1].y > _LOW * height:
        start -= 1
    if start == len(rows):
        return _apart(rows, height, marks)
    for i in range(start, len(rows)):
        if _begins_note(rows[i]):
            return i
    return len(rows)


def _begins_note(row: Line) -> bool:
    return bool(row.marks and row.runs[0].text == row.marks[0]) or NOTE.match(row.text) is not None


def _apart(rows: Sequence[Line], height: float, marks: set[str]) -> int:
    for i in range(len(rows) - 1, 0, -1):
        row, above = rows[i], rows[i - 1]
        if row.y < _LOW * height:
            break
        if row.y - above.y > 2.2 * row.size:
            match = NOTE.match(row.text)
            number = row.marks[0] if row.marks and row.runs[0].text == row.marks[0] else ""
            number = number or ((match[1] or match[2]) if match else "")
            return i if number in marks else len(rows)
    return len(rows)


def split_notes(rows: Sequence[Line]) -> list[str]:
    """The notes in the lines at a column's foot, each with its number."""
    out: list[list[str]] = []
    for row in rows:
        text = " ".join([row.marks[0], row.text]) if row.marks and row.runs[0].text in row.marks else row.text
        if not out or _begins_note(row):
            out.append([text])
        else:
            out[-1].append(text)
    return [" ".join(note) for note in out]
