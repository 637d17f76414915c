"""This module says what goes with what is left out: links under “also read:”, the heading of a box."""

import re

from listen.clean.dom.nouns import Candidate, Page
from listen.clean.dom.signals import PRAISE
from listen.clean.dom.text import word_count
from listen.clean.furniture.in_story import BOXED, STORY
from listen.clean.furniture.phrases import labels
from listen.clean.furniture.wording import OTHERS
from listen.clean.result import Why

_SHARE_BAR = Why("share", "in a share bar", "share-bar")
_BAR, _BAR_WORDS = 2, 2
"""Items for sharing that make a list a bar of buttons, and words of its other buttons."""
_LINKED, _LIST = 0.35, 3
"""The part of a list's letters in links, and how many items it has, from which it leads to other stories."""
_OUTSIDE = Why("", "", "")
_SENTENCE = re.compile(r"[.!;]\Z")


def drop_followers(page: Page, reasons: list[Why | None], kept: list[bool]) -> None:
    """Give a reason to what goes with what is left out: links under “also read:”, the heading of a box."""
    cands = page.candidates
    for i, c in enumerate(cands[:-1]):
        if c.kind == "list_item" or cands[i + 1].kind != "list_item" or not kept[i + 1]:
            continue
        why = reasons[i] if kept[i] else _label(c)
        if why is None or why[0] != "related":
            continue
        titles = OTHERS.fullmatch(c.text) is not None
        linked = _linked_list(page, i + 1)
        for k in range(i + 1, len(cands)):
            item = cands[k]
            whole = item.links >= 0.8 * len(item.text) or k in linked
            if item.kind != "list_item" or not (kept[k] or linked) or not (whole or titles):
                break
            if titles and _SENTENCE.search(item.text):
                break
            reasons[k] = reasons[k] or why
    _drop_posts(page, reasons, kept)
    _drop_bars(page, reasons, kept)
    for i, c in enumerate(cands):
        if c.kind != "heading" or not kept[i] or reasons[i] is not None:
            continue
        box = page.places[c.place].parent
        under: list[Why | None] = []
        for k in range(i + 1, len(cands)):
            if cands[k].kind == "heading" or not page.within(cands[k].place, box):
                break
            why = reasons[k]
            under.append(why if kept[k] or (why and why.rule == PRAISE.rule) else _OUTSIDE)
        if under and all(under) and any(why and why[0] in BOXED for why in under):
            reasons[i] = next(why for why in under if why and why[0] in BOXED)


def _linked_list(page: Page, first: int) -> range:
    """Return the items of a list, from the `first`, where nearly all of them lead elsewhere: titles of
    stories with a word before the link or behind it. None of another list.
    """
    cands = page.candidates
    at, end = page.list_of(cands[first]), first
    while end < len(cands) and cands[end].kind == "list_item" and page.list_of(cands[end]) == at:
        end += 1
    items = cands[first:end]
    leading = sum(c.anchors > c.hash_links for c in items) >= 0.8 * len(items)
    share = sum(c.links for c in items) / max(1, sum(len(c.text) for c in items))
    ended = sum(_SENTENCE.search(c.text) is not None for c in items)
    whole = leading and share >= _LINKED and len(items) >= _LIST and 3 * ended <= len(items)
    return range(first, end if whole else first)


def _drop_posts(page: Page, reasons: list[Why | None], kept: list[bool]) -> None:
    """Give a reason to other posts in full, which stand behind the story under “You may also like”, each in
    its own `<article>`.
    """
    cands = page.candidates
    before = 0
    for i, c in enumerate(cands):
        if c.kind != "heading":
            before += word_count(c.text) if kept[i] and reasons[i] is None else 0
            continue
        why = reasons[i] if kept[i] else _label(c)
        if before < STORY or why is None or why.kind != "related":
            continue
        box = page.places[c.place].parent
        for k in range(i + 1, len(cands)):
            if not page.within(cands[k].place, box):
                break
            at = page.places[cands[k].place]
            while at.id > box and at.tag != "article":
                at = page.places[at.parent]
            if at.id > box and kept[k]:
                reasons[k] = reasons[k] or why


def _drop_bars(page: Page, reasons: list[Why | None], kept: list[bool]) -> None:
    """Give a reason to the rest of a bar of buttons: words alone in a list of which most are for sharing."""
    for items in page.lists(range(len(page.candidates))):
        sharing = [
            i for i in items if (why := reasons[i] or _label(page.candidates[i])) and why.kind == "share"
        ]
        if len(sharing) >= _BAR and 2 * len(sharing) >= len(items):
            for i in items:
                if kept[i] and word_count(page.candidates[i].text) <= _BAR_WORDS:
                    reasons[i] = reasons[i] or _SHARE_BAR


def _label(c: Candidate) -> Why | None:
    """Class and reason of a short line that is a label, whether or not it was taken for the story."""
    return label_of(c.text)


def label_of(text: str) -> Why | None:
    """Return class and reason of a short line that is a label; None of any other."""
    found = labels(text) if len(text) < 120 else ()
    return next((Why(kind, reason, "wording") for kind, reason, _ in found), None)
