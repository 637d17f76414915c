"""Where a block stands: the elements around it, what their tags and names say, and the candidates."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from listen.model import BlockKind


def _tags(text: str) -> frozenset[str]:
    return frozenset(text.split())


INLINE: Final = _tags(
    """
    a abbr acronym b bdi bdo big br button cite code data del dfn em font i img ins kbd label mark nobr
    output picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr math mi
    mn mo amp-img center-inline
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


# What class names and ids say about a place, one bit a group. The patterns' edges are loose because sites
# write `articleBody`, `article-body`, `c-article__body`. They are in lower case and meet names in lower case:
# a pattern that ignores case is several times slower.
def _hint_table() -> dict[str, re.Pattern[str]]:
    lines = (files("listen.clean.dom") / "hints.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: re.compile(pattern) for name, pattern in pairs}


HINTS = _hint_table()
HINT_NAMES = tuple(HINTS)
_HINT_RES = tuple(HINTS.values())

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
    "search": F_FORM,
}
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


_NO_DIGITS = str.maketrans("", "", "0123456789")


@lru_cache(maxsize=16384)
def hints_of(names: str) -> int:
    """The groups of `HINTS` that a class list or id belongs to, as bits."""
    bits = 0
    for name in names.translate(_NO_DIGITS).lower().split()[:30]:
        bits |= _hints_of_name(name[:60])
    return bits


@lru_cache(maxsize=65536)
def _hints_of_name(names: str) -> int:
    bits = 0
    for i, pattern in enumerate(_HINT_RES):
        if pattern.search(names):
            bits |= 1 << i
    return bits


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

    @property
    def said(self) -> str:
        """All that the page says there."""
        return f"{self.title}\n{self.text}" if self.title else self.text


@dataclass(slots=True)
class Page:
    """What the walk found."""

    places: list[Place] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)

    def within(self, place: int, outer: int) -> bool:
        """Whether a place is `outer` or stands in it."""
        while place > outer:
            place = self.places[place].parent
        return place == outer

    def list_of(self, c: Candidate) -> int:
        """The place of the innermost list that a candidate stands in; 0 for none."""
        place = self.places[c.place]
        while place.id and place.tag not in ("ul", "ol", "menu"):
            place = self.places[place.parent]
        return place.id


def holds_blocks(el: Any) -> bool:
    """Whether an element of the page's own has anything in it that begins a line by itself."""
    tags = (inner.tag for inner in el.iter() if inner is not el)
    return any(tag.__class__ is str and tag not in INLINE and tag not in SKIP for tag in tags)


def fold(text: str) -> str:
    """White space of every kind to single spaces."""
    return " ".join(text.split())


_HOVER = re.compile(
    r"(?:tooltip|popover|hover-?card|rollover)[-_]*(?:\w+[-_]+)?(?<!trigger-)(?<!trigger_)"
    r"(?:text|content|block|body|box|inner|card)s?(?![\w-])",
    re.I,
)
"""Names of what a page shows while the pointer rests on the words before it."""


def hidden(el: Any) -> bool:
    """Whether an inline element is not to be seen before the reader asks, or is for screen readers alone."""
    style = el.get("style")
    if style and HIDING.search(style):
        return True
    names = el.get("class")
    if names and (
        "sr-only" in names or "visually-hidden" in names or "screen-reader" in names or _HOVER.search(names)
    ):
        return True
    if el.get("role") == "tooltip":
        return True
    return el.get("hidden") is not None and el.tag != "a"
