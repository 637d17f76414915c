"""This module says where a block stands: the elements around it, what their tags say, and the
candidates.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from listen.clean.dom.tree import Elements
from listen.clean.result import Why
from listen.model import BlockKind


def _tags(text: str) -> frozenset[str]:
    return frozenset(text.split())


INLINE: Final = _tags(
    """
    a abbr acronym b bdi bdo big br button cite code data del dfn em font i img ins kbd label mark nobr
    output picture q rb rp rt rtc ruby s samp small source span strike strong sub sup time tt u var wbr math
    mi mn mo amp-img center-inline
    """
)
SKIP: Final = _tags(
    """
    script style noscript template svg iframe object embed canvas audio video head select option
    textarea input datalist map area frame frameset noframes applet link meta title param track progress
    meter rp amp-ad amp-analytics amp-sidebar
    """
)
EDGED: Final = _tags("a b strong i em cite span font u mark small kbd")
"""Elements that a style sheet may set apart from the word before."""
APART: Final = _tags("label time")
"""Elements that it usually does set apart."""
SET_APART = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.I)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


# Flags that descend to everything inside an element.
F_ARTICLE, F_MAIN, F_NAV, F_ASIDE, F_FOOTER, F_HEADER, F_FORM, F_FIGURE = (1 << i for i in range(8))
F_CAPTION, F_QUOTE, F_TABLE, F_HIDDEN, F_DETAILS, F_DIALOG, F_ADDRESS, F_BODYPROP = (
    1 << i for i in range(8, 16)
)
FLAG_OF_TAG = {
    "article": F_ARTICLE,
    "main": F_MAIN,
    "nav": F_NAV,
    "aside": F_ASIDE,
    "footer": F_FOOTER,
    "header": F_HEADER,
    "form": F_FORM,
    "figure": F_FIGURE,
    "figcaption": F_CAPTION,
    "blockquote": F_QUOTE,
    "table": F_TABLE,
    "details": F_DETAILS,
    "dialog": F_DIALOG,
    "address": F_ADDRESS,
    "amp-sidebar": F_NAV,
}
FLAG_OF_ROLE = {
    "main": F_MAIN,
    "article": F_ARTICLE,
    "navigation": F_NAV,
    "menu": F_NAV,
    "complementary": F_ASIDE,
    "contentinfo": F_FOOTER,
    "banner": F_HEADER,
    "dialog": F_DIALOG,
    "alertdialog": F_DIALOG,
    "tooltip": F_HIDDEN,
    "search": F_FORM,
}


@dataclass(slots=True)
class Place:
    """A block-level element on the way down."""

    id: int
    parent: int
    el: Any
    tag: str
    sig: str
    """Tag and class names."""
    names: str
    """Class names and id."""
    flags: int
    depth: int
    near: tuple[int, ...]
    """Hint bits of this element, its parent and grandparent."""
    hints: int
    """Hint bits of it and all its ancestors."""
    item: int = 0
    """Nesting depth of lists."""


@dataclass(slots=True)
class Candidate:
    """One run of text between block boundaries."""

    text: str
    kind: BlockKind
    place: int
    """Index into the page's places."""
    el: Any
    tag: str
    level: int | None = None
    number: int | None = None
    links: int = 0
    """Characters inside links."""
    bold: int = 0
    """Characters in bold."""
    italic: int = 0
    button: int = 0
    anchors: int = 0
    """How many links."""
    hash_links: int = 0
    """How many of them stay on the page."""
    images: int = 0
    """Images since the last candidate."""
    breaks: int = 0
    """Line breaks inside."""
    rows: tuple[tuple[str, ...], ...] = ()
    quote: int = 0
    """Place of the quote it stands in; 0 for none."""
    title: str = ""
    """What the page sets over a table (its `caption`)."""
    lines: tuple[str, ...] = ()
    """The lines that the breaks part; none without breaks."""
    last_link: Any = None  # its element
    pictured: bool = False
    """Whether a picture or a film ends it."""

    @property
    def said(self) -> str:
        """All that the page says there."""
        return f"{self.title}\n{self.text}" if self.title else self.text


@dataclass(slots=True)
class Page:
    """Holds what the walk found."""

    elements: Elements = field(default_factory=lambda: Elements(None))
    """All elements of its tree."""
    places: list[Place] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    unsaid: list[tuple[int, Why, str]] = field(default_factory=list)
    """Words taken out inside a passage: the candidate they stand in (or that follows), why, the words."""
    prose: tuple[list[int], int] | None = None
    """Words of prose inside each place, and on the whole page, once they are counted."""
    brought: set[int] = field(default_factory=set)
    """Candidates with words that would have been taken out but for the reader's wish."""
    called: str = ""
    """All class names and ids in lower case, once they are asked for."""
    said: str = ""
    """The text of all candidates in lower case, once it is asked for."""

    def calls(self, *words: str) -> bool:
        """Return whether one of the words (in lower case) is in the class names and ids, or a part of one.

        Most pages have none: no pattern that needs one has to look at each place.
        """
        if not self.called:
            self.called = "\n".join({place.names for place in self.places}).lower()
        return any(word in self.called for word in words)

    def says(self, *words: str) -> bool:
        """Return whether one of the words (in lower case) is in the text of a candidate, or a part of one."""
        if not self.said:
            self.said = "\n".join([c.text for c in self.candidates]).lower()
        return any(word in self.said for word in words)

    def within(self, place: int, outer: int) -> bool:
        """Return whether a place is `outer` or stands in it."""
        while place > outer:
            place = self.places[place].parent
        return place == outer

    def list_of(self, c: Candidate) -> int:
        """The place of the innermost list that a candidate stands in; 0 for none."""
        place = self.places[c.place]
        while place.id and place.tag not in ("ul", "ol", "menu"):
            place = self.places[place.parent]
        return place.id

    def lists(self, among: Iterable[int]) -> list[list[int]]:
        """The candidates `among` these that are items, by list."""
        lists: dict[int, list[int]] = {}
        for i in among:
            if self.candidates[i].kind == "list_item":
                lists.setdefault(self.list_of(self.candidates[i]), []).append(i)
        return list(lists.values())


def holds_blocks(el: Any) -> bool:
    """Return whether an element of the page's own has anything in it that begins a line by itself."""
    tags = (inner.tag for inner in el.iter() if inner is not el)
    return any(tag.__class__ is str and tag not in INLINE and tag not in SKIP for tag in tags)


def fold(text: str) -> str:
    """White space of every kind to single spaces."""
    return " ".join(text.split())
