"""Tables: the cells of those that hold data."""

import re
from collections.abc import Callable
from typing import Any

from listen.clean.result import Why

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
LOOK_UP = Why("links", "an address to look up", "address-row")
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


def without_addresses(
    rows: tuple[tuple[str, ...], ...], unsaid: list[tuple[Why, str]]
) -> tuple[tuple[str, ...], ...]:
    """Return the rows but those that give nothing but an address behind their label; `unsaid` takes these."""
    kept = []
    for row in rows:
        told = [cell for cell in row[1:] if cell]
        if told and all(map(_ADDRESS.fullmatch, told)):
            unsaid.append((LOOK_UP, " | ".join(row)))
        else:
            kept.append(row)
    return tuple(kept) if len(kept) > 1 else rows
