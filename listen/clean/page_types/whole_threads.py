"""This module says which posts of a thread are read because those of their make are.

The classifier, which was trained on articles, takes a thread's first post for the story and those below it
for readers' comments. On a page whose story is a post, the others are the story, too: their words stand in
boxes of the make that holds those of the posts which are read, each with its writer's name.
"""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import islice
from typing import Any

from numpy.typing import NDArray

from listen.clean.dom.nouns import HEADINGS, Candidate, Page
from listen.clean.dom.text import word_count
from listen.clean.furniture.wording import suspicion
from listen.clean.metadata.titles import words as bare
from listen.clean.page_types.posts import says_writer
from listen.clean.result import Why

_FEWEST = 3
"""Posts that make a thread."""
_MAIN = 0.7
"""The part of a page's chosen words that has to stand in posts: a story with comments has none there."""
_WRITTEN = 0.8
"""The part of the posts that say who wrote them."""
_CELLS = ("table", "tbody", "tr", "td", "th")
_TEXT_TAGS = frozenset([*HEADINGS, "p", "li", "ul", "ol", "blockquote", "pre", "dl", "dt", "dd", *_CELLS])
"""Elements that are parts of what somebody wrote, not the box that holds it."""
_LEAST = 0.02
"""The probability of what is surely none of a post's words."""
_KINDS = ("paragraph", "quote", "list_item", "code", "table")
_OF_THREAD = re.compile(r"(?:post|message|msg|comment|reply|replies|answer|topic|thread)", re.I)
_HEADLINE = 5
"""Words of a heading that is no writer's name."""
_HEADS = 20
"""Headings of a post that are looked at."""

_Make = tuple[str, str]


def whole_threads(
    page: Page, kept: NDArray[Any], p: NDArray[Any], decided: Mapping[int, Why], title: str
) -> list[int]:
    """Return the passages of posts that were not chosen, on pages whose story is a post."""
    if not page.calls("post", "message", "msg", "comment", "repl", "answer", "topic", "thread"):
        return []
    boxes = [_box(page, c) for c in page.candidates]
    read: Counter[_Make] = Counter()
    whole = 0
    for box, c, keep in zip(boxes, page.candidates, kept, strict=True):
        if keep:
            count = word_count(c.text)
            whole += count
            read[_make(page, box)] += count
    make, words = max(read.items(), key=lambda item: item[1], default=(("", ""), 0))
    if words < _MAIN * whole:
        return []
    posts: dict[int, list[int]] = {}
    for i, box in enumerate(boxes):
        if _make(page, box) == make:
            posts.setdefault(box, []).append(i)
    if len(posts) < _FEWEST or not kept[next(iter(posts.values()))].any() or not _thread(page, posts, title):
        return []
    return [
        i
        for inside in posts.values()
        for i in inside
        if not kept[i] and i not in decided and p[i] >= _LEAST and _said(page.candidates[i])
    ]


def _box(page: Page, c: Candidate) -> int:
    """The place of the box that holds a passage."""
    place = page.places[c.place]
    while place.id and place.tag in _TEXT_TAGS:
        place = page.places[place.parent]
    return place.id


def _make(page: Page, box: int) -> _Make:
    place = page.places[box]
    return place.sig, page.places[place.parent].sig


def _thread(page: Page, posts: Mapping[int, Any], title: str) -> bool:
    """Return whether boxes are those of posts: most have a writer beside them, none a headline of its own."""
    inside = Counter[int]()
    for box in posts:
        at = box
        while at:
            inside[at] += 1
            at = page.places[at].parent
    written = 0
    for box in posts:
        at = box
        while page.places[at].parent and inside[page.places[at].parent] == 1:
            at = page.places[at].parent
        el = page.places[at].el
        named = _OF_THREAD.search(f"{page.places[at].names} {page.places[box].names}")
        written += named is not None and says_writer(el)
        for head in islice(el.iter(*HEADINGS), _HEADS):
            text = " ".join("".join(head.itertext()).split())
            if (
                word_count(text) >= _HEADLINE
                and bare(title) not in bare(text)
                and page.places[box].el not in head.iterancestors()
            ):
                return False
    return written >= _WRITTEN * len(posts)


def _said(c: Candidate) -> bool:
    """Return whether a passage is what somebody wrote: no button, no link, no line of the forum's own."""
    return (
        c.kind in _KINDS
        and max(c.links, c.button) < 0.5 * len(c.text)
        and suspicion(c, word_count(c.text), stray=False) is None
    )
