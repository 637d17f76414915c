"""This module says which links at the end of a story lead to other stories, and which are the story's own.

Behind most stories stands a list of others of the site. A list that a sentence of the story leads into, and
one that leads to other sites under a heading of its own (“Links”, “Useful resources”), is what the author
wrote.
"""

from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from listen.clean.dom.nouns import Candidate, Page
from listen.clean.dom.text import word_count
from listen.clean.furniture.wording import OTHERS, SOURCES_OVER, suspicion

_FEWEST = 3
"""Links that make a list of other stories."""
_SURE = 0.95
"""The probability from which a line of nothing but a link is the story's own."""
_SENTENCE = 7
"""Words of the shortest sentence that leads into a list of links: a shorter one is a label over others."""
_AWAY, _PLACES = 0.5, 2
"""The part of the links that lead to other sites, and how many of these there are, in a list of the author's.

Of 29 such lists behind marked articles the marks have 15: this and the sentence bring some of those alone.
"""


def link_tail(page: Page, p: NDArray[np.float64], keep: NDArray[np.bool_], host: str) -> None:
    """Take out of `keep` three or more lines of nothing but links at the very end, which lead to other
    stories; what has more headings than links is a list of the story's own.

    `host`: the page's own, without “www.”.
    """
    candidates = page.candidates
    tail: list[int] = []
    links: list[int] = []
    for i in np.flatnonzero(keep)[::-1].tolist():
        c = candidates[i]
        if c.links > 0.8 * len(c.text) and p[i] < _SURE:
            links.append(i)
        elif c.kind != "heading" or p[i] > _SURE:
            break
        tail.append(i)
    if len(links) < _FEWEST or 2 * len(links) < len(tail):
        return
    tail, links = tail[::-1], links[::-1]
    if not (_led(page, keep, tail[0], links) or _away(page, keep, tail, host)):
        keep[tail] = False


def _before(page: Page, keep: NDArray[np.bool_], i: int) -> Candidate | None:
    """Return the passage right before the `i`th, if that is read."""
    return page.candidates[i - 1] if i and keep[i - 1] else None


def _led(page: Page, keep: NDArray[np.bool_], first: int, links: list[int]) -> bool:
    """Return whether a sentence of the story leads into the links, one list."""
    over = _before(page, keep, first)
    items = [page.candidates[i] for i in links]
    return (
        over is not None
        and first == links[0]
        and over.kind == "paragraph"
        and over.text.endswith((":", "："))
        and word_count(over.text) >= _SENTENCE
        and over.links < 0.3 * len(over.text)
        and not OTHERS.search(over.text)
        and suspicion(over, word_count(over.text)) is None
        and len({page.list_of(c) for c in items}) == 1
        and all(c.kind == "list_item" and any(map(str.isalpha, c.text)) for c in items)
    )


def _away(page: Page, keep: NDArray[np.bool_], tail: list[int], host: str) -> bool:
    """Return whether most of the links lead to other sites, under headings none of which is over sources."""
    before = _before(page, keep, tail[0])
    over = [page.candidates[i] for i in tail if page.candidates[i].kind == "heading"]
    over += [before] if before is not None else []
    if not any(c.kind == "heading" for c in over) or any(SOURCES_OVER.fullmatch(c.text) for c in over):
        return False
    links = [i for i in tail if page.candidates[i].kind != "heading"]
    there = [_host(page.candidates[i].el) for i in links]
    others = [name for name in there if name and name != host]
    return len(others) >= _AWAY * len(links) and len(set(others)) >= _PLACES


def _host(el: Any) -> str:
    """Return the site that the first link in an element leads to; empty for the page's own."""
    link = next(el.iter("a"), None)
    try:
        return (
            urlsplit(link.get("href") or "").netloc.lower().removeprefix("www.") if link is not None else ""
        )
    except ValueError:
        return ""
