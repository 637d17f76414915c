"""From probabilities to the blocks that are kept: a threshold that fits the page, each passage once."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from listen.clean.walk import Candidate

THRESHOLD = 0.5
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


def chosen(candidates: list[Candidate], p: NDArray[np.float64], words: NDArray[Any]) -> NDArray[np.bool_]:
    """Which candidates are the story. A passage that stands twice is kept where it is more probable."""
    limit = threshold(p, words)
    keep = p > limit
    at: dict[str, int] = {}
    twice: list[int] = []
    for i in np.flatnonzero(keep).tolist():
        c = candidates[i]
        if words[i] >= 8 and c.kind in ("paragraph", "quote", "figure"):
            other = at.setdefault(c.text, i)
            if other != i:
                twice.append(i if p[other] >= p[i] - 0.15 else other)
    # A refrain or a form repeats a line or two; a page that carries its story twice repeats much of it.
    if sum(words[i] for i in twice) > 0.25 * sum(words[i] for i in np.flatnonzero(keep)):
        keep[twice] = False
    return np.asarray(keep)
