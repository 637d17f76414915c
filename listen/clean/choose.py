"""From probabilities to the blocks that are kept: a threshold that fits the page, each passage once."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listen.clean.places import Candidate, Page
from listen.clean.titles import words as bare

THRESHOLD = 0.5
_DOUBT = 0.2
_ENOUGH = 150
"""Words of the surest blocks that tell how sure the classifier is of this page."""


def threshold(p: NDArray[np.float64], words: NDArray[Any]) -> float:
    """0.5, or less on a page of a kind that the classifier is never sure of."""
    order = np.argsort(-p)
    covered = np.cumsum(words[order])
    stop = int(np.searchsorted(covered, _ENOUGH)) + 1
    surest = order[:stop]
    weight = words[surest] + 1e-6
    sure = float((p[surest] * weight).sum() / weight.sum())
    return float(np.clip(0.62 * sure, 0.08, THRESHOLD))


def chosen(page: Page, p: NDArray[np.float64], words: NDArray[Any], title: str = "") -> NDArray[np.bool_]:
    """Which candidates are the story. A passage that stands twice is kept where it is more probable."""
    candidates = page.candidates
    limit = threshold(p, words)
    keep = p > limit
    _bridge(candidates, [page.places[c.place].parent for c in candidates], p, keep, limit)
    _headings(candidates, p, keep, limit)
    _other_articles(page, keep, words, bare(title))
    _whole_copies(candidates, keep, words)
    at: dict[str, int] = {}
    twice: list[int] = []
    for i in np.flatnonzero(keep).tolist():
        c = candidates[i]
        if words[i] >= 15 and c.kind in ("paragraph", "quote", "figure"):
            other = at.setdefault(c.text, i)
            if other != i:
                twice.append(i if p[other] >= p[i] - 0.15 else other)
    # A refrain or a form repeats a line or two; a page that carries its story twice repeats much of it.
    if sum(words[i] for i in twice) > 0.25 * sum(words[i] for i in np.flatnonzero(keep)):
        keep[twice] = False
    return np.asarray(keep)


def _bridge(
    candidates: list[Candidate],
    parents: Sequence[int],
    p: NDArray[np.float64],
    keep: NDArray[np.bool_],
    limit: float,
) -> None:
    """A doubtful block in the same element as its neighbours goes with them, when they agree."""
    for i in range(1, len(candidates) - 1):
        here = candidates[i]
        if here.kind == "heading" or not parents[i - 1] == parents[i] == parents[i + 1]:
            continue
        if keep[i - 1] == keep[i + 1] != keep[i] and abs(p[i] - limit) < _DOUBT:
            keep[i] = keep[i - 1]


def _headings(
    candidates: list[Candidate], p: NDArray[np.float64], keep: NDArray[np.bool_], limit: float
) -> None:
    """A heading goes with what stands under it, unless the classifier is sure of the contrary."""
    following = False
    for i in range(len(candidates) - 1, -1, -1):
        c = candidates[i]
        if c.kind != "heading":
            following = bool(keep[i])
            continue
        # A heading over a heading that is kept has something under it too.
        if following and p[i] > limit * 0.4:
            keep[i] = True
        elif not following and p[i] < 0.7:
            keep[i] = False
        following = bool(keep[i])


def _other_articles(page: Page, keep: NDArray[np.bool_], words: NDArray[Any], title: str) -> None:
    """Where one `<article>` has the page's headline, its neighbours are other stories."""
    owner = [0] * len(page.places)
    for place in page.places[1:]:
        owner[place.id] = place.id if place.tag == "article" else owner[place.parent]
    kept_words: dict[int, int] = {}
    own = 0
    headed: set[int] = set()
    for i, c in enumerate(page.candidates):
        a = owner[c.place]
        if not a:
            continue
        if c.kind == "heading":
            headed.add(a)
            if not own and title and bare(c.text) == title:
                own = a
        if keep[i]:
            kept_words[a] = kept_words.get(a, 0) + int(words[i])
    if not own or kept_words.get(own, 0) < 60:
        return

    def within(a: int, outer: int) -> bool:
        while a:
            if a == outer:
                return True
            a = owner[page.places[a].parent]
        return False

    others = {a for a in kept_words if a in headed and not within(a, own) and not within(own, a)}
    for i, c in enumerate(page.candidates):
        if keep[i] and owner[c.place] in others:
            keep[i] = False


def _whole_copies(candidates: list[Candidate], keep: NDArray[np.bool_], words: NDArray[Any]) -> None:
    """A long block that holds several of the others word for word is a second copy of the story."""
    kept = np.flatnonzero(keep).tolist()
    long = [i for i in kept if words[i] >= 100 and candidates[i].kind != "table"]
    for i in long:
        text = candidates[i].text
        held = [k for k in kept if k != i and words[k] >= 12 and candidates[k].text in text]
        if len(held) >= 2 and sum(words[k] for k in held) > 0.3 * words[i]:
            keep[i] = False
