"""Tables: the cells of those that hold data."""

from collections.abc import Callable
from typing import Any

_CELL_BLOCKS = ("table", "form", "h1", "h2", "article", "section")


def data_rows(el: Any, text_of: Callable[[Any], str]) -> tuple[tuple[str, ...], ...]:
    """The cells of a table of data, as `text_of` reads them; empty for one that only lays out the page."""
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
            text = text_of(cell)
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
