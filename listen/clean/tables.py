"""Tables: the cells of those that hold data."""

from typing import Any

from listen.clean.places import INLINE, fold
from listen.clean.wording import BRACKET_MARK

_CELL_BLOCKS = ("table", "form", "h1", "h2", "article", "section")


def data_rows(el: Any) -> tuple[tuple[str, ...], ...]:
    """The cells of a table of data; empty for one that only lays out the page."""
    if el.get("role") == "presentation":
        return ()
    rows: list[tuple[str, ...]] = []
    long = cells = 0
    for tr in el.iter("tr"):
        row: list[str] = []
        for cell in tr:
            if cell.tag not in ("td", "th"):
                continue
            for name in _CELL_BLOCKS:
                if cell.find(f".//{name}") is not None:
                    return ()
            text = cell_text(cell)
            row.append(text)
            cells += 1
            long += len(text) > 400
        if any(row):
            rows.append(tuple(row))
    if len(rows) < 2 or max(map(len, rows)) < 2 or long * 4 > cells:
        return ()
    if sum(1 for row in rows for c in row if c) < max(3, cells // 4):
        return ()
    return tuple(rows)


def cell_text(cell: Any) -> str:
    parts: list[str] = []
    for node in cell.iter():
        if node.tag in ("script", "style", "svg", "noscript"):
            if node.tail and node is not cell:
                parts.append(node.tail)
            continue
        if node is not cell and (node.tag == "br" or node.tag not in INLINE):
            parts.append(" ")
        if node.text and node.tag.__class__ is str:
            parts.append(node.text)
        if node is not cell and node.tail:
            if node.tag not in INLINE:
                parts.append(" ")
            parts.append(node.tail)
    return fold(BRACKET_MARK.sub("", "".join(parts)))
