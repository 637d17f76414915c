"""Paragraphs that stand among the story's own: in one element, between its first and its last that are kept.

The classifier finds each paragraph of a long read a little less probable the longer it is, and has its doubts
where pictures and advertisements stand between; who reads along a page has none. Of 87 paragraphs that this
brings on unseen marked pages all are marked but those of two pages, which are marked only to their middle.
A story of many paragraphs goes on to its last, too: of 59 that stand in threes or more behind the last that
is kept, on three such pages, 51 are marked.

A box in the middle of a story (other stories, a film) makes the classifier doubt all that stands behind it,
and each paragraph may have an element of its own. Several paragraphs of the make of those that are kept go on
with the story: of 358 pages of other sites whose bodies are known this brings 94 on six, all of them theirs.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from listen.clean.classifier.long_reads import ELSEWHERE, OTHERS, PROSE
from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import Candidate, Page

_KEPT, _SHARE = 5, 0.6
"""Paragraphs of an element that are kept, and the part of its words in them, which make it the story's."""
_LEAST = 0.1
"""The probability of what is surely something else."""
_LONG, _BEHIND, _DOUBTED = 20, 3, 0.2
"""Paragraphs of a long story, those that are not kept behind its last, and how probable each of them is."""
_LINKED = 0.3
_OF_MAKE, _HALF, _NEARLY = 4, 0.4, 0.7
"""Paragraphs of a make that are kept, and the part of the words of the make in them, for those behind and
for those between.
"""
_MORE, _MORE_NAMED, _NAMED = 4, 2, 0.2
"""Paragraphs of the make that go on with the story: one or two behind it are more often the site's own (about
the firm, how to subscribe). Two are enough where they have the paragraphs' own name, and are so probable.
"""
_NAMES = 4
"""Elements around a paragraph in which the name of its make is looked for."""
_APART: Final = OTHERS | 1 << HINT_NAMES.index("caption")


def between(page: Page, p: NDArray[np.float64], words: NDArray[Any], kept: NDArray[np.bool_]) -> list[int]:
    """The paragraphs that are not kept and stand between those of the same element that are, or behind."""
    inside: dict[int, list[int]] = {}
    for i, c in enumerate(page.candidates):
        if c.kind == "paragraph" and words[i] >= PROSE and c.links < _LINKED * len(c.text):
            inside.setdefault(_holder(page, c), []).append(i)
    out: list[int] = []
    for group in inside.values():
        story = [i for i in group if kept[i]]
        if len(story) < _KEPT or len(story) == len(group) or words[story].sum() < _SHARE * words[group].sum():
            continue
        behind = [i for i in group if i > story[-1] and p[i] >= _DOUBTED]
        long = len(story) >= _LONG and len(behind) >= _BEHIND
        out += [
            i
            for i in group
            if not kept[i]
            and story[0] < i < (behind[-1] + 1 if long else story[-1])
            and p[i] >= (_LEAST if i < story[-1] else _DOUBTED)
            and not _apart(page, page.candidates[i])
        ]
    return out


def continued(page: Page, p: NDArray[np.float64], words: NDArray[Any], kept: NDArray[np.bool_]) -> list[int]:
    """The paragraphs that are not kept and go on with a story whose paragraphs are of their make."""
    makes: dict[str, list[int]] = {}
    for i, c in enumerate(page.candidates):
        if c.kind == "paragraph" and words[i] >= PROSE and c.links < _LINKED * len(c.text):
            makes.setdefault(_make(page, c), []).append(i)
    out: list[int] = []
    for make, group in makes.items():
        story = [i for i in group if kept[i]]
        share = words[story].sum() / words[group].sum()
        if not make or len(story) < _OF_MAKE or len(story) == len(group) or share < _HALF:
            continue
        more = [
            i
            for i in group
            if not kept[i] and p[i] >= _LEAST and i > story[0] and not _apart(page, page.candidates[i])
        ]
        behind = [i for i in more if i > story[-1]]
        behind = _goes_on(page, story[-1], behind) if len(behind) >= _MORE_NAMED else []
        amid = [i for i in more if i < story[-1]] if share >= _NEARLY else []
        named = make.startswith("p.") and len(behind) >= _MORE_NAMED and min(p[behind]) >= _NAMED
        out += behind if len(behind) >= _MORE or named else []
        out += amid if len(amid) >= _MORE else []
    return out


def _make(page: Page, c: Candidate) -> str:
    """The name of a paragraph's element, or of the nearest one around it that has a name, with the tags
    between; empty for one without.
    """
    at, way = c.place, ""
    for _ in range(_NAMES):
        place = page.places[at]
        if place.sig.partition(".")[2].strip():
            return f"{way}{place.sig}"
        way, at = f"{way}{place.tag} ", place.parent
    return ""


def _goes_on(page: Page, last: int, behind: list[int]) -> list[int]:
    """Those of the passages behind a story's last that stand in its `<article>` and under its headline."""
    own = _article(page, last)
    stop = next(
        (
            i
            for i in range(last + 1, behind[-1])
            if page.candidates[i].level == 1 and page.candidates[i].kind == "heading"
        ),
        behind[-1] + 1,
    )
    return [i for i in behind if i < stop and _article(page, i) == own]


def _article(page: Page, i: int) -> int:
    """The place of the `<article>` that a passage stands in; 0 for none."""
    at = page.candidates[i].place
    while at and page.places[at].tag != "article":
        at = page.places[at].parent
    return at


def _holder(page: Page, c: Candidate) -> int:
    """The place of the element that holds a paragraph: loose text stands in it itself."""
    return page.places[c.place].parent if c.tag == "p" else c.place


def _apart(page: Page, c: Candidate) -> bool:
    """Return whether a paragraph's own element says that it is something else."""
    place = page.places[c.place]
    return bool(place.flags & ELSEWHERE) or (c.tag == "p" and bool(place.near[0] & _APART))
