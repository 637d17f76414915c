"""Pages that are no plain article, by their mark-up: live blogs, galleries, first pages of several."""

import re
from dataclasses import dataclass

from listen.clean.dom.link_targets import absolute
from listen.clean.dom.nouns import Page
from listen.clean.dom.tree import Elements
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.structured_data import types_of
from listen.clean.page_types.next_page import next_page

_LIVE = re.compile(r"(?:^|[\s_-])live-?(?:blog|story|updates?|ticker|event|feed)", re.I)
_LIVE_TITLE = re.compile(r"\blive(?:blog| updates?| blog|ticker)\b|\bas it happened\b", re.I)
_GALLERY = re.compile(
    r"(?:^|[\s_-])(?:photo-?|image-?|picture-?|bilder-?)?(?:gallery|slideshow|galerie|diaporama)", re.I
)
_GALLERIES = ("gallery", "slideshow", "galerie", "diaporama")
_GALLERY_TITLE = re.compile(
    r"\b(?:gallery|slideshow|in pictures|in photos|photos of|best photos|bilder(?:strecke|galerie)|en images|"
    r"galería)\b",
    re.I,
)
_INDEX = frozenset(["collectionpage", "searchresultspage", "blog"])
"""Types of pages whose next page has other articles."""
_ENTRIES = 3
"""Posts with a time of their own from which a page that is marked so is a live blog."""
_PICTURES = 8


@dataclass(frozen=True, slots=True)
class Signs:
    """Holds what a page's mark-up says of its kind."""

    live: bool = False
    gallery: bool = False
    amp: str | None = None
    """The address of its AMP version."""
    next_page: str | None = None


def signs(page: Page, meta: Metadata, url: str | None) -> Signs:
    """The signs of one page that came from `url`, if it is known."""
    if len(page.places) < 2:
        return Signs()
    live = "liveblogposting" in meta.kind
    if not live and (times := len(page.elements.of("time"))) >= _ENTRIES:
        said = times >= 2 * _ENTRIES and bool(_LIVE_TITLE.search(meta.title))
        live = said or _holds_entries(page)
    bases = tuple(base for base in (absolute("", url), meta.url) if base and base.startswith("http"))
    following = next_page(page.elements, bases)
    if following and any(kind in _INDEX for item in meta.items for kind in types_of(item)):
        following = None
    return Signs(live, _gallery(page, meta), _amp(page.elements, *bases[:1]), following)


def notes(found: Signs) -> tuple[str, ...]:
    """Return what a listener should know of the page."""
    return (
        ("the page is a live blog: what it says now is read, in its own order; it may go on",)
        if found.live
        else ()
    )


def _holds_entries(page: Page) -> bool:
    """Return whether an element that is named like a live blog holds posts with their times."""
    return page.calls("live") and any(
        place.names and _LIVE.search(place.names) and sum(1 for _ in place.el.iter("time")) >= _ENTRIES
        for place in page.places
    )


def _gallery(page: Page, meta: Metadata) -> bool:
    said = "gallery" in meta.kind or _GALLERY_TITLE.search(meta.title) or _GALLERY.search(meta.url or "")
    if not said and not (
        page.calls(*_GALLERIES) and any(map(_GALLERY.search, {q.names for q in page.places}))
    ):
        return False
    pictures = sum(c.images for c in page.candidates)
    if page.candidates:
        pictures = max(pictures, sum(1 for _ in page.places[1].el.iter("img", "amp-img", "picture")))
    return pictures >= _PICTURES


def _amp(elements: Elements, base: str = "") -> str | None:
    for el, said in elements.having("rel", "link"):
        if said.lower() == "amphtml" and el.get("href"):
            link = absolute(base, el.get("href"))
            return link if link.startswith("http") else None
    return None
