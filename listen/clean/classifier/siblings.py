"""Paragraphs that stand among the story's own: in one element, between its first and its last that are kept.

The classifier finds each paragraph of a long read a little less probable the longer it is, and has its doubts
where pictures and advertisements stand between; who reads along a page has none. Of 87 paragraphs that this
brings on unseen marked pages all are marked but those of two pages, which are marked only to their middle.
A story of many paragraphs goes on to its last, too: of 59 that stand in threes or more behind the last that
is kept, on three such pages, 51 are marked.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from listen.clean.classifier.long_reads import ELSEWHERE, OTHERS, PROSE
from listen.clean.dom.nouns import HINT_NAMES, Candidate, Page

_KEPT, _SHARE = 5, 0.6
"""Paragraphs of an element that are kept, and the part of its words in them, which make it the story's."""
_LEAST = 0.1
"""The probability of what is surely something else."""
_LONG, _BEHIND, _DOUBTED = 20, 3, 0.2
"""Paragraphs of a long story, those that are not kept behind its last, and how probable each of them is."""
_LINKED = 0.3
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


def _holder(page: Page, c: Candidate) -> int:
    """The place of the element that holds a paragraph: loose text stands in it itself."""
    return page.places[c.place].parent if c.tag == "p" else c.place


def _apart(page: Page, c: Candidate) -> bool:
    """Return whether a paragraph's own element says that it is something else."""
    place = page.places[c.place]
    return bool(place.flags & ELSEWHERE) or (c.tag == "p" and bool(place.near[0] & _APART))
