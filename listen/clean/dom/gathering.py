"""The run of text that a walk gathers between two block boundaries, and the candidate that it becomes."""

import re
from typing import Any

from listen.clean.dom.nouns import Candidate, Page, Place, fold
from listen.clean.dom.text import item_number, parted, polish
from listen.clean.result import Why
from listen.model import BlockKind

_DISPLAYED = re.compile(
    r"\\\[\s?([^$]{3,1500}?)\s?\\\]|\$\$\s?([^$]{3,1500}?)\s?\$\$|"
    r"\\begin\{(?:equation|align|gather|multline|eqnarray)\*?\}\s?([^$]{3,1500}?)\s?"
    r"\\end\{(?:equation|align|gather|multline|eqnarray)\*?\}"
)
"""A formula on its own line as its source, which a script of the page would set."""

_FIELD = re.compile(r"\$\$_?(?:[A-Z]{4,20}|[A-Z]{2,20}(?=_))(?:[_-][A-Z\d]{1,20}){0,4}\$\$|%%[A-Z_]{3,40}%%")
"""What a program should have filled in: “$$ARTICLEAD$$”; a manual's “{{ field.errors }}” is its own."""
_UNFILLED = Why("navigation", "a field that a program should have filled in", "field")

BREAK = "\n"
"""A piece of the run that is a line break; white space of the page's source is a single space or in a longer
piece."""


class Run:
    """State of the walk: the run of text being gathered, and where we are."""

    def __init__(self, keep: frozenset[str] = frozenset()) -> None:
        self.page = Page()
        self.keep = keep - {"footnotes"}  # The notes come back, their marks would be said within words.
        self.pieces: list[str] = []
        self.links = self.bold = self.italic = self.button = 0
        self.anchors = self.hashes = self.images = self.breaks = 0
        self.in_link = self.in_bold = self.in_italic = self.in_button = 0
        self.lone_break = self.pictured = False
        self.edge = self.apart = False
        self.last_link: Any = None
        self.place = Place(0, 0, None, "", "", "", 0, 0, (0, 0, 0), 0)
        self.page.places.append(self.place)
        self.kind: BlockKind = "paragraph"
        self.level: int | None = None
        self.number: int | None = None
        self.told = False  # Whether the item that we are in has had its number.
        self.quote = 0
        self.joins = False  # Whether what follows goes on a word whose first letter was set apart.
        self.carried = ""  # The letter that begins the next passage, set in a box of its own.
        self.in_cell = False

    def left(self, why: Why, text: str) -> None:
        """Record words that are taken out of the passage being gathered."""
        if text := fold(text):
            self.page.unsaid.append((len(self.page.candidates), why, text))

    def text(self, t: str | None) -> None:
        if not t:
            return
        if self.joins:
            t = t.lstrip()
            if not t:
                return
            self.joins = self.edge = self.apart = False
        n = len(t)
        if self.carried and not t.isspace():
            t, self.carried = f"{self.carried}{t.lstrip()}", ""
        if t.isspace():
            if self.pieces:
                self.pieces.append(" ")
            return
        self.lone_break = self.pictured = False
        if self.edge and self.pieces:
            before = self.pieces[-1]
            numbered = self.in_cell and t[0].isdigit() and before[-1:].islower() and before[-2:].isalpha()
            if numbered or parted(before, t, self.apart):
                self.pieces.append(" ")
        self.edge = self.apart = False
        if self.in_link:
            self.links += n
        if self.in_bold:
            self.bold += n
        if self.in_italic:
            self.italic += n
        if self.in_button:
            self.button += n
        self.pieces.append(t)

    def flush(self) -> None:
        if not self.pieces:
            return
        left: list[tuple[Why, str]] = []
        text = polish("".join(self.pieces), self.kind == "heading", left, self.keep)
        for why, words in left:
            self.left(why, words)
        if text and self.kind == "list_item":
            own = item_number(self.place.el, text)
            if own is not None and self.number in (None, own):
                self.number, text = own, ""
        if text and _FIELD.fullmatch(text):
            self.left(_UNFILLED, text)
        elif text and self.kind == "paragraph" and (tex := _DISPLAYED.fullmatch(text)):
            self.add(tex[1] or tex[2] or tex[3], "formula")
        elif text:
            self.add(text)
            self.page.candidates[-1].pictured = self.pictured
            self.page.candidates[-1].last_link = self.last_link
            if self.breaks:
                self.page.candidates[-1].lines = self.lines()
        self.pieces.clear()
        self.last_link = None
        self.links = self.bold = self.italic = self.button = 0
        self.anchors = self.hashes = self.breaks = 0
        self.lone_break = self.pictured = self.edge = self.apart = self.joins = False

    def lines(self) -> tuple[str, ...]:
        """Return the lines that the breaks part in the run of text being gathered."""
        found: list[list[str]] = [[]]
        for piece in self.pieces:
            if piece == BREAK:
                found.append([])
            else:
                found[-1].append(piece)
        return tuple(line for line in (fold("".join(pieces)) for pieces in found) if line)

    def add(self, text: str, kind: BlockKind | None = None, rows: tuple[tuple[str, ...], ...] = ()) -> None:
        place = self.place
        self.page.candidates.append(
            Candidate(
                text,
                kind or self.kind,
                place.id,
                place.el,
                place.tag,
                self.level,
                self.number,
                self.links,
                self.bold,
                self.italic,
                self.button,
                self.anchors,
                self.hashes,
                self.images,
                self.breaks,
                rows,
                self.quote,
            )
        )
        self.images = 0
        if self.kind == "list_item":
            # The item's later paragraphs belong to it, unnumbered.
            self.number, self.told = None, True
