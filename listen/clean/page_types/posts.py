"""This module says whether what is read of a page are the posts of a thread, however short they are."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from listen.clean.dom.nouns import HEADINGS, Page
from listen.clean.dom.text import STOPS, word_count
from listen.clean.metadata.titles import words as bare
from listen.model import Block

OF_POST = re.compile(
    r"(?:^|[\s_-])(?:posts?|messages?|msg|comments?|comtr|repl(?:y|ies)|answers?|postbit\w*)(?:$|[\s_-])",
    re.I,
)
"""Names of an element that holds one post, or many."""
_WRITER = re.compile(
    r"(?:^|[\s_-])(?:user-?name|user-?info|author|poster|creator|hnuser|person-listing|nick(?:name)?|PostUser)"
    r"(?=$|[\s_-])",
    re.I,
)
"""What an element is called that says who wrote a post."""
_WRITTEN_BY = ("data-author", "data-author-username", "author")
"""Attributes of a post that say the same."""
_AROUND = 12
"""Elements around a passage among which its post stands."""
_LOOKED_AT = 400
"""Elements of a post that are searched for its writer."""
_ENDS = re.compile(rf"[{STOPS}][\"'”’»)]*(?:\s|\Z)")
_SAID_BY_ITSELF = 25
"""Words of a headline that says so much that nothing stands under it."""


def posts_read(page: Page, texts: Iterable[str]) -> int:
    """Return how many posts of a thread hold one of the passages that are read.

    A post is an element that is called so, and says who wrote it. The boxes of a blog's first page do so,
    too: a headline in each leads to its story.
    """
    read, posts = set(texts), set()
    for c in page.candidates:
        if c.el is not None and c.kind != "heading" and c.text in read:
            post = _post_around(c.el)
            if post is not None and not _leads_away(post):
                posts.add(post)
    return sum(not any(up in posts for up in post.iterancestors()) for post in posts)


def headline_post(page: Page, title: str) -> Block | None:
    """Return the headline of a thread that says everything by itself, as the post that it is; else None.

    Whoever shares a link writes what there is to say over it: no text stands under the headline.
    """
    for c in page.candidates:
        if c.kind == "heading" and c.el is not None and bare(c.text) == bare(title):
            told = word_count(c.text) >= _SAID_BY_ITSELF and len(_ENDS.findall(c.text)) > 1
            return Block("paragraph", c.text) if told and _post_around(c.el) is not None else None
    return None


def _post_around(el: Any) -> Any:
    """The innermost element around a passage that is called a post and says who wrote it; None for none."""
    for up in islice(el.iterancestors(), _AROUND):
        if OF_POST.search(f"{up.get('class') or ''} {up.get('id') or ''} {up.tag}") and says_writer(up):
            return up
    return None


def says_writer(post: Any) -> bool:
    if any(post.get(key) for key in _WRITTEN_BY):
        return True
    inside = (el for el in islice(post.iter(), _LOOKED_AT) if el is not post)
    return any(_WRITER.search(el.get("class") or "") for el in inside)


def _leads_away(post: Any) -> bool:
    """Return whether a heading in an element is a link to another page."""
    links = (link for head in post.iter(*HEADINGS) for link in (*head.iter("a"), *head.iterancestors("a")))
    return any(not (link.get("href") or "#").startswith("#") for link in links)
