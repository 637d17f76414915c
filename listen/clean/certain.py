"""Passages inside the story whose mark-up or form says beyond doubt that they are not of it.

The classifier weighs; these rules do not ask it: a post that a network's own widget shows, a box with a field
for the reader's e-mail address, what stands at the end about the author.
"""

import re
from collections.abc import Sequence
from typing import Any

from listen.clean.features import word_count
from listen.clean.places import Page

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
_MAIL_FIELD = re.compile(r"e-?mail", re.I)
_BOX = 60
"""Words; an element with more holds other things besides the form."""
_CLOSING = 4
"""Passages at the end among which a note about the author may stand."""
_NOTE = 80
"""Words of the longest such note."""
_DOES = (
    r"(?:,[^,.]{1,60},)?\s+(?:is|are|was|has|have|can be|covers?|writes?|reports?|works?|lives?|teach(?:es)?|"
    r"leads?|edits?|hosts?|runs?|founded|serves?|speciali[sz]es|joined|contribut\w+|ist|schreibt|berichtet|"
    r"arbeitet|lebt|est|écrit|couvre|travaille|vit|enseigne|es|escribe|cubre|trabaja|vive|è|scrive|lavora)\b"
)


def certain(page: Page, byline: str | None, story: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Class and reason of each passage of the story (indices of candidates) that is surely none of it."""
    out: dict[int, tuple[str, str]] = {}
    boxes = _boxes(page)
    for i in story:
        place = page.places[page.candidates[i].place]
        while True:
            if not _WIDGETS.isdisjoint(place.names.split()):
                out[i] = "share", "an embedded post"
            elif any(place.el is box for box in boxes):
                out[i] = "prompts", "in a subscription box"
            if i in out or not place.id:
                break
            place = page.places[place.parent]
    rest = [i for i in story if i not in out]
    texts = [page.candidates[i].text for i in rest]
    out |= {rest[k]: ("bios", "a note about the author") for k in author_notes(texts, byline)}
    return out


def author_notes(texts: Sequence[str], byline: str | None) -> list[int]:
    """Which of an article's passages are notes about its authors: short, at the end, a name first."""
    names = [name for name in re.split(r",\s*", byline or "") if len(name.split()) > 1]
    if not names or len(texts) <= _CLOSING:
        return []
    start = re.compile(rf"\W*(?:{'|'.join(map(re.escape, names))}){_DOES}", re.I)
    last = range(len(texts) - _CLOSING, len(texts))
    return [k for k in last if start.match(texts[k]) and word_count(texts[k]) <= _NOTE]


def _boxes(page: Page) -> list[Any]:
    """For each field for an e-mail address the largest element around it that holds little else."""
    if len(page.places) < 2:
        return []
    root = page.places[1].el
    boxes: list[Any] = []
    for field in root.iter("input"):
        if field.get("type") != "email" and not _MAIL_FIELD.search(field.get("name") or ""):
            continue
        box, up = None, field.getparent()
        while up is not None and up.tag not in ("body", "main", "article") and _words(up) <= _BOX:
            box, up = up, up.getparent()
        if box is not None and not any(box is known for known in boxes):
            boxes.append(box)
    return boxes


def _words(el: Any) -> int:
    """Words inside an element, counted no further than is asked for."""
    found = 0
    for text in el.itertext():
        found += len(text.split())
        if found > _BOX:
            break
    return found
