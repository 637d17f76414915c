"""This module says where a block stands: the elements around it, what their tags and names say, and the
candidates.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any, Final

from listen.clean.dom.beginnings import alternatives, by_beginning
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


_GLUED = (
    "(?:list|box|wrap|wrapper|container|content|inner|outer|block|area|section|links?|buttons?|btns?|bar|form|item|"
    "posts?|articles?|stories|news|text|title|head|header|footer|body|group|panel|module|widget|holder|row|col|left|"
    "right|top|bottom|info|icons?|count|toggle|slot|unit|tags?|cloud)"
)
"""Words that names have behind the one that says something, often with no mark between (“relatedposts”)."""


# What class names and ids say about a place, one bit a group, by whole words: `comment-list`, `commentList`,
# `commentlist` are comments, `commentary` is not. The patterns meet the words in lower case, parted by single
# hyphens: to ignore case is several times slower.
def _hint_table() -> dict[str, str]:
    lines = (files("listen.clean.dom") / "hints.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


_HINTS = _hint_table()
"""The names of each group, as a pattern."""
HINT_NAMES = tuple(_HINTS)


@cache
def _hint_patterns() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """One pattern for all groups (most names belong to none: one look tells), and one for each.

    They are compiled for the first page: a plain text has no names."""
    named = [alternatives(names) for names in _HINTS.values()]

    def of(names: Iterable[str]) -> re.Pattern[str]:
        return re.compile(f"-(?:{by_beginning(names)})(?:s|es)?{_GLUED}?(?=-)")

    return of(dict.fromkeys(chain(*named))), tuple(map(of, named))


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
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{4,6}(?:px)?\s*(?:!|;|\Z)|"
    r"clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)|"
    r"clip-path\s*:\s*inset\(\s*(?:50|100)%\s*\)",
    re.I,
)
"""Styles that hide an element: not shown, moved off the screen, or cut down to nothing."""


_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_TOPIC = re.compile(r"(?:tag|category|cat|topic)-", re.I)
_POST = re.compile(r"\b(?:hentry|type-post|post-\d+|single-post|status-publish)\b")
"""Names by which WordPress marks a post: what it files the post under stands among them (`tag-comments`)."""


@lru_cache(maxsize=16384)
def hints_of(names: str) -> int:
    """The groups of `HINT_NAMES` that a class list or id belongs to, as bits."""
    bits = 0
    may_file = "post" in names or "hentry" in names or "publish" in names
    filed = may_file and _POST.search(names) is not None
    for name in names.split()[:30]:
        if not (filed and _TOPIC.match(name)):
            bits |= hints_of_name(name[:60])
    return bits


@lru_cache(maxsize=65536)
def hints_of_name(name: str) -> int:
    """The groups of `HINT_NAMES` that one class name or id belongs to, as bits.

    Elementor calls each part of the pages that it builds a widget, also the story's: that says nothing.
    """
    words = "-".join(_WORD.findall(name)).lower()
    return _hints_of_words(words.replace("elementor-widget", "elementor", 1))


@lru_cache(maxsize=65536)
def _hints_of_words(words: str) -> int:
    marked = f"-{words}-"
    any_hint, patterns = _hint_patterns()
    if any_hint.search(marked) is None:
        return 0
    bits = 0
    for i, pattern in enumerate(patterns):
        if pattern.search(marked):
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


_HOVER = re.compile(
    r"(?:tooltip|popover|hover-?card|rollover)[-_]{0,3}(?:\w{1,40}[-_]{1,3})?(?<!trigger-)(?<!trigger_)"
    r"(?:text|content|block|body|box|inner|card)s?(?![\w-])",
    re.I,
)
"""Names of what a page shows while the pointer rests on the words before it."""


_SCREEN_READERS = re.compile(
    r"(?:^|\s)(?:u-|a11y-|is-|util-)?(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|visuallyhidden|show-for-sr|"
    r"element-invisible|assistive-text|offscreen|off-screen)(?:\s|$)",
    re.I,
)
_ASKED = re.compile(
    r"tab-?(?:content|pane|panel)|accordion|collaps|read-?more|faq|toggle|slide|carousel|gallery|paginat|page-?break|step",
    re.I,
)
"""Names of what a page unfolds when the reader asks for it: a part of the page, if it is the story's."""
_EVERY_SIZE = tuple(
    frozenset(line.split())
    for line in (
        "elementor-hidden-desktop elementor-hidden-tablet elementor-hidden-mobile",
        "elementor-hidden-desktop elementor-hidden-tablet elementor-hidden-phone",
        "hidden-xs hidden-sm hidden-md hidden-lg",
        "vc_hidden-xs vc_hidden-sm vc_hidden-md vc_hidden-lg",
        "hidden-desktop hidden-tablet hidden-phone",
    )
)
"""Class names with which builders of pages hide a part from small, middling and large screens: all of them
together are how an editor takes a part out of the page."""
_NO_SCREEN = re.compile(
    r"(?:^|\s)(?:print-?only|only-print|visible-print(?:-block|-inline)?|show-for-print|"
    r"d-none)(?=\s|$)"
)
"""Names by which style sheets show a part on paper alone, or nowhere (Bootstrap's `d-none` without the screen
that shows it again)."""
_HIDDEN = re.compile(r"(?:^|\s)!?hidden!?(?=\s|$)")
_SHOWN_AGAIN = re.compile(
    r"(?:^|\s)(?:\S{1,60}:)?!?(?:block|flex|grid|contents|flow-root|list-item|inline(?:-block|-flex|-grid)?|"
    r"table(?:-cell|-row)?|visible|shown?|active|open|visible-\w{2}(?:-\S{1,20})?)(?=\s|$)"
)
"""Tailwind's and Bootstrap's `hidden`, and what shows it on larger screens (`md:block`) or when asked for."""
NOT_SHOWN = Why("hidden", "hidden by its mark-up", "hidden")
FOR_SCREENS = Why("hidden", "for screen readers alone", "screen-reader-text")
ON_NO_SCREEN = Why("hidden", "hidden on screens of every size", "hidden-everywhere")
ON_HOVER = Why("hidden", "shown while the pointer rests on words", "tooltip")


def unseen(el: Any, attributes: Mapping[str, str] | None = None) -> Why | None:
    """Return why readers do not see an element, block or inline, by its mark-up; None for one that is
    shown. `attributes`: those of the element, where they are at hand: to ask it for each takes long.
    """
    attrib = el.attrib if attributes is None else attributes
    names = attrib.get("class")
    if names is None and _MAY_HIDE.isdisjoint(attrib):
        return None
    for_screens, on_hover, nowhere, named = _name_signs(names) if names else _NO_SIGNS
    if for_screens:
        # A word that is drawn letter by letter is written once more, whole, for those who do not see it.
        return None if el.tag in INLINE and drawn_again(el) else FOR_SCREENS
    if on_hover or attrib.get("role") == "tooltip":
        return ON_HOVER
    if nowhere:
        return ON_NO_SCREEN
    style = attrib.get("style")
    hides = (
        named
        or (style and HIDING.search(style))
        or attrib.get("aria-hidden") == "true"
        or ((said := attrib.get("hidden")) is not None and (el.tag != "a" or said == "hidden"))
    )
    if not hides or (names and _ASKED.search(names)):
        return None
    # What a search in the page unfolds is a part of the page.
    if attrib.get("hidden") == "until-found" or attrib.get("role") == "tabpanel" or _headed(el):
        return None
    return NOT_SHOWN


def _headed(el: Any) -> bool:
    """Return whether an element stands right under a heading that is a button: what it heads is unfolded when
    the reader asks for it.
    """
    head = el.getprevious()
    if head is None or head.tag not in HEADINGS or (head.tail or "").strip():
        return False
    return head.find(".//button") is not None or head.find(".//*[@role='button']") is not None


_MAY_HIDE = frozenset(["role", "style", "aria-hidden", "hidden"])
"""Attributes besides the class that may hide an element."""
_NO_SIGNS = (False, False, False, False)
_SIGN_WORDS = re.compile(
    "hidden|screen|print|d-none|sr-only|show-for-sr|visually|invisible|assistive|"
    "tooltip|popover|hover|rollover"
)
"""What every name has that `_name_signs` knows, in lower case."""


@lru_cache(maxsize=16384)
def _name_signs(names: str) -> tuple[bool, bool, bool, bool]:
    """Return whether class names say: for screen readers, shown on hover, hidden on screens of every size,
    hidden until a script shows it.
    """
    if not _SIGN_WORDS.search(names.lower()):
        return _NO_SIGNS
    return (
        _SCREEN_READERS.search(names) is not None,
        _HOVER.search(names) is not None,
        ("hidden" in names and any(sizes.issubset(names.split()) for sizes in _EVERY_SIZE))
        or (_NO_SCREEN.search(names) is not None and " d-" not in f" {names}".replace(" d-none", "")),
        _HIDDEN.search(names) is not None and _SHOWN_AGAIN.search(names) is None,
    )


def drawn_again(el: Any) -> bool:
    """Return whether an element right beside this one, hidden from screen readers, shows the same words."""
    return any(e.get("aria-hidden") == "true" for e in _beside(el))


def shown_again(el: Any) -> bool:
    """Return whether an element right beside this one says the same for screen readers."""
    return any(_SCREEN_READERS.search(e.get("class") or "") for e in _beside(el))


def _beside(el: Any) -> list[Any]:
    """The elements right before and behind an element, no text between."""
    before, after = el.getprevious(), el.getnext()
    found = [before] if before is not None and not (before.tail or "").strip() else []
    return [*found, after] if after is not None and not (el.tail or "").strip() else found
