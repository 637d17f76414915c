"""Passages inside the story whose mark-up or form says that they are not of it, whatever their words are.

A network's post that the story does not speak of, a box with a field for the reader's e-mail address, what
stands at the end about the author, a message of the program that made the page.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listen.clean.dom.nouns import HEADINGS, Page, fold
from listen.clean.dom.text import word_count
from listen.clean.result import Why

_WIDGETS = frozenset(
    [
        "bluesky-embed",
        "fb-post",
        "fb-video",
        "imgur-embed-pub",
        "instagram-media",
        "mastodon-embed",
        "reddit-card",
        "reddit-embed-bq",
        "text-post-media",
        "tiktok-embed",
        "twitter-timeline",
        "twitter-tweet",
        "twitter-video",
    ]
)
"""Class names that the networks' embedding code gives the quote which stands for a post."""
_POSTER = re.compile(r"[—–]\s*+([^—–\n]{2,60}?)\s*+\(@\w+\)")
_INTRODUCES = re.compile(r":\W*\Z|\b(?:instagram|tiktok|facebook|posts?|posted|on x)\b[^.]*\W*\Z", re.I)
"""A paragraph that ends so speaks of the post below it."""
_ABOUT_POSTS = re.compile(r"\b(?:twitter|re?tweet(?:s|ed|ing)?)\b", re.I)
_LIKE_PROSE = 0.97
"""A post with a passage of this probability is itself what the story is about."""
_MAIL_FIELD = re.compile(r"e-?mail", re.I)
_BOX = 60
"""Words; an element with more holds other things besides the form."""
_CLOSING = 4
"""Passages at the end among which a note about the author may stand."""
_NOTE = 80
"""Words of the longest such note."""
_AUTHOR_BOX = re.compile(
    r"(?:^|\s)(?:about[-_]?(?:the[-_]?)?author|(?:[a-z]{2,12}[-_]{1,2})?(?:author|autor|auteur|autore)[-_]{0,2}"
    r"(?:bio|biography|box|card|desc|description|info|profile))(?:\s|$)",
    re.I,
)
"""How the element is named whose passages, however long, tell who wrote the story."""
OWN_STORY = 60
"""Words of a story beside which such an element tells of its author: a page about a person has fewer."""
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"\A\W+")
_DOES = re.compile(
    r"(?:,[^,.]{1,60},)?\s+(?:is|are|was|has|have|can be|covers?|writes?|reports?|works?|lives?|teach(?:es)?|"
    r"leads?|edits?|hosts?|runs?|founded|serves?|speciali[sz]es|joined|contribut\w+|ist|schreibt|berichtet|"
    r"arbeitet|lebt|est|écrit|couvre|travaille|vit|enseigne|es|escribe|cubre|trabaja|vive|è|scrive|lavora)\b",
    re.I,
)
"""What stands behind the name."""

_SERVER_SAYS = Why("hidden", "a message of the server's program", "server-message")
_SERVER_LABELS = frozenset(
    ["Deprecated", "Fatal error", "Notice", "Parse error", "Strict Standards", "Warning"]
)
_SERVER = re.compile(rf"(?:{'|'.join(sorted(_SERVER_LABELS))}): .+ in \S+ on line \d+", re.S)
"""How PHP says in the middle of a page what went wrong while the page was made."""


def certain(page: Page, byline: str | None, story: Sequence[int], p: NDArray[np.float64]) -> dict[int, Why]:
    """Class and reason of each passage of the story (indices of candidates) that is surely none of it.

    `p` is each candidate's probability; a post that is as probable as prose stays.
    """
    out = _server_messages(page, story)
    boxes = _boxes(page)
    widgets = _widgets(page)
    boxed = {q.id for q in page.places if q.el in boxes} - widgets if boxes else set()
    posts: dict[int, list[int]] = {}
    for i in story if widgets or boxed else ():
        at = page.candidates[i].place
        while at:
            if at in widgets:
                posts.setdefault(at, []).append(i)
            elif at in boxed:
                out[i] = Why("prompts", "in a subscription box", "address-field")
            at = page.places[at].parent
    inside = {i for post in posts.values() for i in post}
    prose = [i for i in story if i not in inside]
    text = "\n".join(page.candidates[i].text for i in prose) if posts else ""
    told_of = bool(_ABOUT_POSTS.search(text))
    words = set(_WORD.findall(text))
    for place_id, post in posts.items():
        before = bisect_left(prose, post[0]) - 1
        if (
            p[post].max() < _LIKE_PROSE
            and not (before >= 0 and _INTRODUCES.search(page.candidates[prose[before]].text))
            and not told_of
            and not _named("".join(page.places[place_id].el.itertext()), text, words)
        ):
            for i in post:
                by = _POSTER.match(page.candidates[i].text)
                out[i] = Why("share", "embedded post" if by else "an embedded post", "embedded-post")
    out |= _author_boxes(page, [i for i in story if i not in out])
    rest = [i for i in story if i not in out]
    texts = [page.candidates[i].text for i in rest]
    return out | {
        rest[k]: Why("bios", "a note about the author", "author-note") for k in author_notes(texts, byline)
    }


def _widgets(page: Page) -> set[int]:
    """Return the places that stand for posts of networks; few pages have any."""
    places = page.places if page.calls(*_WIDGETS) else []
    return {q.id for q in places if q.names and not _WIDGETS.isdisjoint(q.names.split())}


def quoted_posts(page: Page, kept: NDArray[np.bool_], decided: Mapping[int, Why]) -> list[int]:
    """Return the passages, not kept, of posts inside the story whose authors it names: it quotes them.

    The line that names who posted it is none of them.
    """
    widgets = _widgets(page)
    story: Sequence[int] = np.flatnonzero(kept).tolist() if widgets else []
    posts: dict[int, list[int]] = {}
    for i in range(story[0], story[-1]) if story else ():
        at = page.candidates[i].place
        while at and at not in widgets:
            at = page.places[at].parent
        if at:
            posts.setdefault(at, []).append(i)
    out = [at for at, post in posts.items() if not kept[post].any() and decided.keys().isdisjoint(post)]
    if not out:
        return []
    text = "\n".join(page.candidates[i].text for i in story)
    words = set(_WORD.findall(text))
    named = (at for at in out if _named("".join(page.places[at].el.itertext()), text, words))
    return [i for at in named for i in posts[at] if not _POSTER.match(page.candidates[i].text)]


def _author_boxes(page: Page, story: Sequence[int]) -> dict[int, Why]:
    """Return the passages at the story's end that an element named for its author holds.

    Nothing of the story stands behind them, and they are less than a half of it.
    """
    tail: list[int] = []
    for i in reversed(story):
        at = page.candidates[i].place
        while at and not _AUTHOR_BOX.search(page.places[at].names):
            at = page.places[at].parent
        if not at:
            break
        tail.append(i)
    if not tail:
        return {}
    counts = [word_count(page.candidates[i].text) for i in story]
    own, told = sum(counts[: len(story) - len(tail)]), sum(counts[len(story) - len(tail) :])
    if own < max(OWN_STORY, told):
        return {}
    return dict.fromkeys(tail, Why("bios", "in a note about the author", "author-box"))


def _server_messages(page: Page, story: Sequence[int]) -> dict[int, Why]:
    """Return the messages that PHP prints into a page, which are known by its own mark-up: the kind of the
    message and the line's number are bold. One that a text on PHP quotes is set by its author.
    """
    found = [i for i in story if _SERVER.fullmatch(page.candidates[i].text)]
    if not found:
        return {}
    printed = {
        bold.getparent()
        for bold in page.places[1].el.getroottree().iter("b")
        if (bold.text or "").strip() in _SERVER_LABELS and (bold.tail or "").startswith(":")
    }
    return {i: _SERVER_SAYS for i in found if page.candidates[i].el in printed}


def _named(post: str, story: str, words: set[str]) -> bool:
    """Return whether the story, whose `words` these are, has the name of who wrote the post: all of it, or
    its last word.
    """
    match = _POSTER.search(post)
    if match is None:
        return False
    name = re.findall(r"\w[\w.'’-]*", match[1])
    # Most names are not there, which their words tell: to go through the story for each takes too long.
    if not name or not words.issuperset(_WORD.findall(name[-1])):
        return False
    return " ".join(name) in story or (
        len(name[-1]) > 3 and re.search(rf"\b{re.escape(name[-1])}\b", story) is not None
    )


def author_notes(texts: Sequence[str], byline: str | None) -> list[int]:
    """Return which of an article's passages are notes about its authors: short, at the end, a name first."""
    names = [name for name in re.split(r",\s*", byline or "") if len(name.split()) > 1]
    if not names or len(texts) <= _CLOSING:
        return []
    plain = [_MARKS.sub("", name).lower() for name in names]
    last = range(len(texts) - _CLOSING, len(texts))
    return [k for k in last if _introduces(texts[k], plain) and word_count(texts[k]) <= _NOTE]


def _introduces(text: str, names: Sequence[str]) -> bool:
    """Return whether a passage begins with one of the names, and goes on with what that person is or does."""
    text = _MARKS.sub("", text)
    lower = text.lower()
    return any(lower.startswith(name) and _DOES.match(text[len(name) :]) for name in names)


def _boxes(page: Page) -> set[Any]:
    """For each field for an e-mail address the largest element around it that holds little else."""
    if len(page.places) < 2:
        return set()
    root = page.places[1].el
    boxes: set[Any] = set()
    judged: dict[Any, bool] = {}
    for field in root.iter("input"):
        if field.get("type") != "email" and not _MAIL_FIELD.search(field.get("name") or ""):
            continue
        box, up = None, field.getparent()
        while up is not None and up.tag not in ("body", "main", "article"):
            if up not in judged:
                judged[up] = _one_box(up)
            if not judged[up]:
                break
            box, up = up, up.getparent()
        if box is not None:
            boxes.add(box)
    return boxes


def _one_box(el: Any) -> bool:
    """Return whether an element has few words and at most one heading."""
    words = 0
    for text in el.itertext():
        words += word_count(fold(text)) if text.strip() else 0
        if words > _BOX:
            return False
    return sum(1 for _ in el.iter(*HEADINGS)) <= 1
