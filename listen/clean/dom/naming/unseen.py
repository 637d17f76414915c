"""This module says whether readers see an element, by its class names, its style and its attributes."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from listen.clean.dom.nouns import HEADINGS, INLINE
from listen.clean.result import Why

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{4,6}(?:px)?\s*(?:!|;|\Z)|"
    r"clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)|"
    r"clip-path\s*:\s*inset\(\s*(?:50|100)%\s*\)",
    re.I,
)
"""Styles that hide an element: not shown, moved off the screen, or cut down to nothing."""
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
        or (style and _HIDING.search(style))
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
