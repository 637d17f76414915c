"""This module says which posts of a thread are read although they are short.

The classifier doubts a line by itself (“Thank you, this is helpful”). In a thread whose other posts are read
it is what somebody answered: an element of the make that holds the posts holds nothing else.
"""

import re
from collections.abc import Mapping
from typing import Any

from numpy.typing import NDArray

from listen.clean.dom.nouns import Page
from listen.clean.dom.text import word_count
from listen.clean.furniture.wording import suspicion
from listen.clean.result import Why

_POST = re.compile(
    r"(?:^|[\s._-])(?:post|message|msg|reply|answer)(?:[-_]?(?:body|content|text|message|html))?(?=$|[\s._-])",
    re.I,
)
"""Names of the element that holds one post."""
_UP = 3
"""Elements around a passage among which it stands."""
_FEWEST, _SHARE = 4, 0.6
"""Posts that make a thread, and the part of them that has to be read.

Of 25 passages that this brings on unseen marked threads 21 are marked.
"""
_LEAST = 0.1
"""The probability of what is surely none of a post's words."""


def short_posts(page: Page, kept: NDArray[Any], p: NDArray[Any], decided: Mapping[int, Why]) -> list[int]:
    """Return the passages of posts none of which was chosen, in threads whose other posts were."""
    called = {sig for sig in {q.sig for q in page.places} if _POST.search(sig)}
    makes: dict[str, dict[int, list[int]]] = {}
    for i, c in enumerate(page.candidates) if called else ():
        at = c.place
        for _ in range(_UP):
            if page.places[at].sig in called:
                makes.setdefault(page.places[at].sig, {}).setdefault(at, []).append(i)
                break
            at = page.places[at].parent
    out: list[int] = []
    for posts in makes.values():
        unread = [post for post in posts.values() if not kept[post].any()]
        if len(posts) >= _FEWEST and len(posts) - len(unread) >= _SHARE * len(posts):
            out += [i for post in unread for i in post if _said(page, i, float(p[i])) and i not in decided]
    return out


def _said(page: Page, i: int, p: float) -> bool:
    """Return whether a passage is what somebody wrote: no button, no link, no line of the forum's own."""
    c = page.candidates[i]
    return (
        c.kind in ("paragraph", "quote", "list_item")
        and p >= _LEAST
        and max(c.links, c.button) < 0.3 * len(c.text)
        and suspicion(c, word_count(c.text), stray=False) is None
    )
