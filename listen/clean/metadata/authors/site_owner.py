"""This module says whose a personal site is: who keeps one writes its pages, where they name nobody else."""

import re
from collections.abc import Iterable
from itertools import islice
from urllib.parse import urlsplit

from listen.clean.dom.nouns import Page, fold
from listen.clean.dom.tree import Elements
from listen.clean.metadata.authors.author_credits import after_story
from listen.clean.metadata.authors.given_names import begins_with_given
from listen.clean.metadata.authors.person_names import ORGANISATION, is_company, is_person, tidy
from listen.clean.metadata.titles import words as bare

_RIGHTS = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s©,]{0,12}(?:\(c\)\s{0,3})?(?:(?:19|20)\d\d[\s,–-]{0,5}){0,4}(?:by\s{1,3})?"
    r"([^\W\d_][\w.'’ -]{4,40}?)(?=\s{0,3}(?:(?:19|20)\d\d|[|•·,.:;–—(]|\ball rights\b|\balle rechte\b|\Z))",
    re.I,
)
"""A line with the name of the page's owner."""
_ATTRIBUTED = frozenset(["cc:attributionURL", "cc:attributionName"])
_PARTS = re.compile(r"\s[|•·–—-]\s")
_NAMED = re.compile(
    r"\b(?i:by|about|meet|i am|i['’]m|über|ich bin|à propos de|sobre)\s([^\W\d_a-z][\w-]+ [^\W\d_a-z][\w-]+)"
    r"(?! [^\W\d_a-z])"
)
"""A line that names the keeper of the site."""
_ABOVE = 600
"""Elements above the first heading."""
_FRONT = ("/", "./", "index.html", "/index.html")
_SHORT = 60
"""Characters of a line that names somebody, not tells of them."""
_LONGEST = 200


def owner(elements: Elements, page: Page, head: int, site: str, url: str | None) -> str | None:
    """The one person whose site a page is of: by the line of its rights, its licence, its own name."""
    found = dict.fromkeys(n for n in (*_licensed(elements), *_of_rights(page, head)) if _is_somebody(n))
    if len(found) == 1:
        return next(iter(found))
    if not found and (name := _of_address(page, url) or _at_home(elements)):
        return name
    tag = next((fold("".join(el.itertext())) for el in elements.of("title")), "")
    names = [site, *(part for part in _PARTS.split(tag)[-1:] if part != tag)]
    return next((name for name in names if _is_somebody(name)), None) if not found else None


def _of_address(page: Page, url: str | None) -> str | None:
    """The person after whom the site's address is called, and whom a short line names."""
    labels = urlsplit(url or "").netloc.lower().replace("-", "").split(".")
    for c in page.candidates:
        match = _NAMED.search(c.text) if len(c.text) <= _SHORT else None
        if match and bare(match[1]).replace(" ", "") in labels and _is_somebody(match[1]):
            return match[1]
    return None


def _at_home(elements: Elements) -> str | None:
    """The person whose name above the first heading leads to the site's front page."""
    for el in islice(elements.root.iter(), _ABOVE):
        if el.tag == "a" and (el.get("href") or "").strip() in _FRONT:
            name = tidy(fold("".join(el.itertext())).rstrip("/"))
            if _is_somebody(name):
                return name
        if el.tag in ("article", "h2") or (el.tag == "h1" and el.find(".//a") is None):
            return None
    return None


def _is_somebody(name: str) -> bool:
    return (
        is_person(name) and begins_with_given(name) and not ORGANISATION.search(name) and not is_company(name)
    )


def _licensed(elements: Elements) -> Iterable[str]:
    """Whom the licence of the whole site names: a link to its front page."""
    for el, said in (*elements.having("rel", "a", "span"), *elements.having("property", "a", "span")):
        if _ATTRIBUTED.isdisjoint(said.split()):
            continue
        if not any(up.tag in ("figure", "figcaption") for up in islice(el.iterancestors(), 12)):
            yield tidy(fold("".join(el.itertext())))


def _of_rights(page: Page, head: int) -> Iterable[str]:
    """Whom the lines of the page's rights name, below its prose; those in it name photographers."""
    for c in page.candidates[after_story(page, head) :]:
        if len(c.text) <= _LONGEST and c.kind != "figure" and (match := _RIGHTS.search(c.text)):
            yield tidy(match[1].strip())
