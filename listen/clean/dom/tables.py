"""Tables: the cells of those that hold data, and those that set lists beside each other."""

import re
from collections.abc import Callable
from typing import Any

from listen.clean.result import Why

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
LOOK_UP = Why("links", "an address to look up", "address-row")
_CELL_BLOCKS = ("table", "form", "h1", "h2", "article", "section")
_LABEL, _LISTS, _ITEMS = 40, 2, 3
"""Characters of the longest label of a list in a cell; lists, and items of all of them, that a table of lists
has at least."""


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
            if next(cell.iter(*_CELL_BLOCKS), None) is not None:
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


def lists_in_cells(el: Any, text_of: Callable[[Any], str]) -> list[tuple[str, Any]]:
    """The lists that a table sets beside each other, each with the label over it or before it, as “Pros” and
    “Cons” are; none where it holds anything else. Row by row their items would be one long sentence.
    """
    rows = [[cell for cell in tr if cell.tag in ("td", "th")] for tr in el.iter("tr")]
    if len(rows) < 2 or next(el.iter("li"), None) is None:
        return []
    if len(rows) == 2 and len(rows[0]) == len(rows[1]):
        found = _labelled(list(zip(*rows, strict=True)), text_of)
        if found:
            return found
    return _labelled([tuple(row) for row in rows], text_of) if all(len(row) == 2 for row in rows) else []


def _labelled(pairs: list[tuple[Any, ...]], text_of: Callable[[Any], str]) -> list[tuple[str, Any]]:
    """The pairs of a label and a cell, where each cell is a list; none where one is something else."""
    if len(pairs) < _LISTS or sum(len(list(cell.iter("li"))) for _, cell in pairs) < _ITEMS:
        return []
    labels = [text_of(label) for label, _ in pairs]
    plain = all(
        0 < len(said) <= _LABEL and next(label.iter("li", "table"), None) is None
        for said, (label, _) in zip(labels, pairs, strict=True)
    )
    lists = plain and all(_is_list(cell) for _, cell in pairs)
    return [(said, cell) for said, (_, cell) in zip(labels, pairs, strict=True)] if lists else []


def _is_list(cell: Any) -> bool:
    """Return whether all that a cell says stands in the items of a list."""
    if next(cell.iter("table", "form"), None) is not None:
        return False
    lists = [ul for ul in cell.iter("ul", "ol") if next(ul.iterancestors("li", cell.tag)) is cell]
    items = "".join("".join(ul.itertext()) for ul in lists)
    return bool(items.strip()) and "".join(items.split()) == "".join("".join(cell.itertext()).split())


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
