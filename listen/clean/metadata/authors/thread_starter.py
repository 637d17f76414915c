"""This module says who began a forum's thread, as the programs that forums run on mark it."""

import re
from itertools import islice

from listen.clean.dom.nouns import fold
from listen.clean.dom.tree import Elements

_THREAD = re.compile(
    r"/(?:threads?|topics?|viewtopic|showthread|t|d|questions|discussions?|boards?|comments)(?:[/.?-]|\Z)|"
    r"[?&](?:topic|thread|showtopic)=|/topic/",
    re.I,
)
"""What the addresses of threads have."""
_MARKED = ("data-author-username", "data-author")
"""Attributes of a message that name its writer."""
_NAMED = frozenset(
    ("username", "author_information", "postauthor", "post-username", "poster", "PostUser-name")
)
"""What elements are called that hold the writer's account."""
_STREAM = re.compile(r'"?post_stream\\?":.{0,400}?\\?"username\\?":\\?"([\w.-]{2,30})\\?"')
"""The first message in the data that a page of the forum's program starts with."""
_LONGEST = 40


def began(elements: Elements, url: str | None) -> str | None:
    """The account of whoever wrote the first message of the thread that a page shows, if it shows one."""
    post = next(iter(elements.of("shreddit-post")), None)
    if post is not None and post.get("author"):
        return _account(post.get("author"))
    if not url or not _THREAD.search(url):
        return None
    for el in elements.of("article", "div", "li", "shreddit-post"):
        names = (*_MARKED, "author") if el.tag == "shreddit-post" else _MARKED
        if name := next((el.get(key) for key in names if el.get(key)), None):
            return _account(name)
    for _, data in elements.having("data-preloaded", "div"):
        if data:
            match = _STREAM.search(data)
            return match[1] if match else None
    below = False
    for el in elements.root.iter():
        below = below or el.tag in ("h1", "h2", "h3")
        if below and _NAMED & {*(el.get("class") or "").split()}:
            first = next((a for a in islice(el.iter("a"), 3) if "".join(a.itertext()).strip()), el)
            if name := _account("".join(first.itertext())):
                return name
    return None


def _account(name: str) -> str | None:
    name = fold(name).lstrip("@")
    return name if 1 < len(name) <= _LONGEST and any(map(str.isalnum, name)) else None
