"""This module says what mark-up says for certain: which names say nothing of the story, and what is surely no
part of it.

A name is little evidence on an element that holds most of the page's prose (a genre, a template, a button's
name on the body); hidden boxes, dialogs and the readers' comments are no story whatever their words are.
"""

import re
from functools import lru_cache
from itertools import islice
from typing import Any, Final

from listen.clean.dom.naming.hints import HINT_NAMES, hints_of, hints_of_name
from listen.clean.dom.naming.unseen import unseen
from listen.clean.dom.nouns import F_BODYPROP, F_DIALOG, F_HIDDEN, HEADINGS, Page, Place, fold
from listen.clean.dom.text import word_count
from listen.clean.result import Why

_STORY = ("body", "content", "summary", "title", "list")
_FURNITURE: Final = sum(1 << i for i, name in enumerate(HINT_NAMES) if name not in _STORY)
_COMMENT: Final = 1 << HINT_NAMES.index("comment")
_PROSE = 12
"""Words of the shortest passage that counts as prose."""
_HALF = 0.5
_NEARLY_ALL = 0.8
_SOME = 0.25
"""Parts of the page's prose: of an element around the headline, of any other, of an `<article>`."""
_SHOWN = 0.4
"""A hidden element with more of the page's prose is shown by a script, as bodies are while a page loads."""
_FOLDED = 0.5
"""Where parts that are not shown have more of the page's prose together, they are the story's sections,
folded until the reader opens them: the classifier judges them as it judges any other."""
_SECTION, _SECTIONS = 30, 3
"""Words of prose that make a part a section, and how many sections there are at least."""
_LEFT_OVER = 60
"""Words of prose outside the comments from which a page has a story besides them."""
DIALOG = Why("hidden", "in a dialog", "dialog")
BOX = Why("hidden", "in a part of the page that is not shown", "hidden")
TAB = Why("navigation", "the name of a tab, beside the others before what they show", "tab")
POLL = Why("prompts", "an answer of a poll", "poll")
_BESIDE_POLL, _ANSWERS = 120, 60
"""Words of prose of a story that has a poll beside it, and the most answers that are looked at."""
_LINES = ("li", "label", "p", "tr", "td", "dd")
COMMENTS = Why("comments", "among the readers' comments", "comments-section")
SOURCES = Why("footnotes", "a list of sources", "bibliography")
_BIBLIOGRAPHY = re.compile(
    r"(?:^|[\s_-])(?:bibliography|biblist|reflist|ref-list|references|references-list|csl-bib-body)(?:$|\s)"
)
BEHIND = Why("related", "behind the readers' comments", "behind-comments")
PRAISE = Why("related", "what others say of the site", "testimonials")
_PRAISE = re.compile(r"(?:^|\s)(?!\S{0,60}quote)(?:\S{0,60}[_-])?testimonials?(?:$|[\s_-])", re.I)
"""A quotation in a story may be set as one: “pullquote-testimonial”."""
WIKI = Why("navigation", "a box that a wiki's program adds", "wiki-box")
_WIKI = re.compile(
    r"(?:^|\s)(?:navbox|vertical-navbox|catlinks|printfooter|sistersitebox|mw-jump-link|hatnote)(?:\s|$)"
)
"""Names that MediaWiki gives to what is no part of the text."""
CONSENT = Why("legal", "the panel of a program that asks for consent", "consent-manager")
_CONSENT = re.compile(
    r"(?:^|\s)(?:onetrust-(?:consent|banner|pc)-sdk|CybotCookiebotDialog\w{0,40}|"
    r"(?:didomi|qc-cmp2?|cmplz|iubenda-cs|osano-cm|cky|cookiefirst|moove[-_]gdpr)-[\w-]{1,40}|cookie-law-info-bar|"
    r"cookie-?(?:notice|banner|bar)|BorlabsCookie\w{0,40}|klaro)(?:\s|$)"
)
"""Names that programs which ask for consent to cookies give to their panels: none of 256 passages in such is
marked, on 40 marked pages.
"""
DISCLAIMER = Why("legal", "what the site does not answer for", "disclaimer-box")
_DISCLAIMER = re.compile(
    r"(?:^|[\s_-])(?:disclaimers?|(?:advertis(?:ing|er)|affiliate|legal|financial|ftc)-disclosures?)(?:$|[\s_-])",
    re.I,
)
"""Names of boxes with what a site does not answer for: 2 of 194 passages in such are marked, on 84 pages.
A box that opens is called a “disclosure” too.
"""
_LISTS = ("section", "div", "ol", "ul", "dl")
_NAMED = (
    *("bibliography", "biblist", "reflist", "ref-list", "references", "csl-bib-body", "testimonial"),
    *("navbox", "catlinks", "printfooter", "sistersitebox", "mw-jump-link", "hatnote"),
    *("onetrust-", "cybotcookie", "didomi-", "qc-cmp", "cmplz-", "iubenda-cs", "osano-cm", "cky-", "klaro"),
    *(
        "cookiefirst-",
        "moove",
        "cookie-law",
        "cookie-notice",
        "cookienotice",
        "cookie-ba",
        "cookieba",
        "borlabscookie",
    ),
    *("disclaimer", "-disclosure"),
)
"""What every name has that `_boxed` knows."""
_CHAPTERS = ("section", "div", "article")
_ROW, _ODD = 4, 0.34
"""Elements in a row from which each is a chapter, and the part whose ids may be those of furniture."""
_COMMENT_IDS = frozenset(
    [
        "comments",
        "comment-list",
        "commentlist",
        "disqus_thread",
        "disqus",
        "respond",
        "comment-form",
        "commentform",
        "fb-comments",
        "kommentare",
        "commentaires",
        "comentarios",
        "commenti",
        "reader-comments",
    ]
)
_PLAYERS = ("iframe", "video", "audio", "embed", "object", "amp-iframe", "amp-youtube", "lite-youtube")
_NEXT = 4
"""Elements behind a heading that are looked at."""
_FALLBACK = 6
"""Words that may stand in a player, for browsers that do not know it."""


def prose_of(page: Page) -> tuple[list[int], int]:
    """Words of prose inside each place, and on the whole page."""
    if page.prose:
        return page.prose
    own = [0] * len(page.places)
    for c in page.candidates:
        words = word_count(c.text)
        if words >= _PROSE and c.kind != "heading" and c.links < 0.5 * len(c.text):
            own[c.place] += min(words, 400)
    for place in reversed(page.places[1:]):
        own[place.parent] += own[place.id]
    page.prose = own, own[0]
    return page.prose


def settle(page: Page) -> None:
    """Take from the names of the elements that hold the story what would speak against it."""
    own, whole = prose_of(page)
    if not whole:
        return
    headed = [False] * len(page.places)
    for c in page.candidates:
        at = c.place if c.kind == "heading" and c.level == 1 else 0
        while at and not headed[at]:
            headed[at] = True
            at = page.places[at].parent
    changed = False
    for place in _sections(page):
        names = place.el.get("class") or ""
        place.names, place.near = names, (hints_of(names), *place.near[1:])
        changed = True
    for place in page.places[1:]:
        if place.near[0] & _FURNITURE and _holds_story(place, own[place.id] / whole, headed[place.id]):
            kept = [n for n in place.names.split() if not hints_of_name(n[:60]) & _FURNITURE]
            place.names = " ".join(kept)
            place.near = (place.near[0] & ~_FURNITURE, *place.near[1:])
            changed = True
    if changed:
        for place in page.places[1:]:
            outer = page.places[place.parent]
            place.near = (place.near[0], outer.near[0], outer.near[1])
            place.hints = outer.hints | place.near[0]


def _sections(page: Page) -> list[Place]:
    """Return the elements whose id names a chapter of a text (`id="comments"` in a language's manual), not
    what they are for: one of a row of the same make, each with its id and its heading.
    """
    if not any(place.near[0] & _FURNITURE and place.tag in _CHAPTERS for place in page.places):
        return []
    first: dict[int, bool] = {}
    for c in page.candidates:
        at = c.place
        while at not in first:
            first[at] = c.kind == "heading"
            at = page.places[at].parent
    rows: dict[tuple[int, str], list[Place]] = {}
    for place in page.places[1:]:
        if place.tag in _CHAPTERS and first.get(place.id) and place.el.get("id"):
            rows.setdefault((place.parent, f"{place.tag} {place.el.get('class')}"), []).append(place)
    out: list[Place] = []
    for row in rows.values():
        odd = [place for place in row if hints_of(place.el.get("id")) & _FURNITURE]
        if len(row) >= _ROW and len(odd) <= _ODD * len(row):
            out += odd
    return out


def _holds_story(place: Place, share: float, headed: bool) -> bool:
    if place.flags & F_BODYPROP and "articleBody" in (place.el.get("itemprop") or ""):
        return True
    if place.tag == "main" or place.el.get("role") == "main":
        return share >= _SOME
    if place.tag == "article" and share >= _SOME and not place.hints & _COMMENT & ~place.near[0]:
        return True
    if headed:
        return share >= _HALF
    return share >= _NEARLY_ALL and not place.near[0] & _COMMENT


def certain(page: Page) -> dict[int, Why]:
    """The candidates that are surely no part of the story, each with its reason."""
    own, whole = prose_of(page)
    hidden = _hidden_prose(page, own)
    folded = sum(hidden) > _FOLDED * whole and len([n for n in hidden if n >= _SECTION]) >= _SECTIONS
    why: list[Why | None] = [None] * len(page.places)
    named = page.calls(*_NAMED)
    for place in page.places[1:]:
        why[place.id] = why[place.parent] or _of(place, own[place.id], whole, folded, named)
    out = {i: found for i, c in enumerate(page.candidates) if (found := why[c.place])}
    out |= _poll(page, whole)
    return out | _behind_comments(page, out)


def _poll(page: Page, whole: int) -> dict[int, Why]:
    """Return the answers of a poll beside a story: each has a button to choose it by."""
    if whole < _BESIDE_POLL:
        return {}
    boxes = (el for el in page.elements.of("input") if el.get("type") == "radio")
    lines = {
        up for box in islice(boxes, _ANSWERS) for up in islice(box.iterancestors(), 2) if up.tag in _LINES
    }
    if not lines:
        return {}
    return {i: POLL for i, c in enumerate(page.candidates) if page.places[c.place].el in lines}


def _hidden_prose(page: Page, own: list[int]) -> list[int]:
    """Count the words of prose in each part that is not shown."""
    inside = [False] * len(page.places)
    words = []
    for place in page.places[1:]:
        here = inside[place.parent]
        if not here and place.flags & F_HIDDEN and unseen(place.el) is not None:
            here = True
            words.append(own[place.id])
        inside[place.id] = here
    return words


def _behind_comments(page: Page, found: dict[int, Why]) -> dict[int, Why]:
    """Return what stands behind a comments section behind a story: the page goes on with other things."""
    comments = [i for i, why in found.items() if why is COMMENTS and word_count(page.candidates[i].text) >= 5]
    if not comments:
        return {}
    words = [
        word_count(c.text) if c.kind != "heading" and c.links < 0.5 * len(c.text) else 0
        for c in page.candidates
    ]
    before = sum(n for n in words[: comments[0]] if n >= _PROSE)
    if before < _LEFT_OVER or sum(words[comments[-1] + 1 :]) > 3 * before:
        return {}
    return {i: BEHIND for i in range(comments[-1] + 1, len(page.candidates)) if i not in found}


def _of(place: Place, prose: int, whole: int, folded: bool, named: bool) -> Why | None:
    """Return what a place surely is; `named`: the page has a name that `_NAMED` begins."""
    if place.flags & F_DIALOG and prose < max(_SHOWN * whole, 1) and _opens(place):
        return DIALOG
    # No script shows a story as a listing: a hidden one is its source, for copying.
    shown = whole - prose >= _LEFT_OVER if place.tag == "pre" else prose <= _SHOWN * whole
    if place.flags & F_HIDDEN and shown and (found := unseen(place.el)):
        if found.rule != "hidden":
            return found
        return None if folded and prose else BOX
    ident = (place.el.get("id") or "").lower()
    called = ident in _COMMENT_IDS and ident in place.names.lower().split()
    if called and place.tag not in HEADINGS and whole - prose >= _LEFT_OVER:
        return COMMENTS
    if named and whole - prose >= _LEFT_OVER and _CONSENT.search(place.names):
        return CONSENT
    if prose <= _SHOWN * whole and place.tag not in HEADINGS:
        if not prose and place.el.get("role") == "tab" and next(place.el.iter(*HEADINGS), None) is None:
            return TAB
        if place.el.get("role") == "doc-bibliography":
            return SOURCES
        if named and place.names:
            return _boxed(place.names, place.tag in _LISTS)
    return None


@lru_cache(maxsize=16384)
def _boxed(names: str, may_list: bool) -> Why | None:
    """Return what an element that stands beside a story surely is, by its class names; `may_list`: it may be
    the list of the works that a text cites.
    """
    if may_list and _BIBLIOGRAPHY.search(names):
        return SOURCES
    if _DISCLAIMER.search(names):
        return DISCLAIMER
    return WIKI if _WIKI.search(names) else PRAISE if _PRAISE.search(names) else None


def _opens(place: Place) -> bool:
    """Return whether the dialog is this element itself."""
    el = place.el
    role = el.get("role")
    return place.tag == "dialog" or role in ("dialog", "alertdialog") or el.get("aria-modal") == "true"


def over_player(el: Any) -> bool:
    """Return whether the next element behind this one that is not empty holds a player, and no words."""
    for after in islice(el.itersiblings(), _NEXT):
        if after.tag.__class__ is not str or after.tag in ("script", "style", "br"):
            continue
        text = fold("".join(after.itertext()))
        if after.tag in _PLAYERS or next(after.iter(*_PLAYERS), None) is not None:
            return not text or word_count(text) < _FALLBACK
        if text:
            return False
    return False
