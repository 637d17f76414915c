"""The block classifier: two small sets of decision trees over the features of `features.py`.

The trees are data (`model.json`, made by `tests/bench/extract_train.py`): lists of nodes, each with the
feature it asks about, the threshold, and the two nodes it leads to. The first set looks at each block by
itself, the second also at what the first said of its neighbours.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listen.clean.classifier import feature_names
from listen.clean.classifier.context_features import context
from listen.clean.classifier.features import Matrix, local
from listen.clean.dom.nouns import Page
from listen.clean.metadata.gather import Metadata

_AT_ONCE = 256
"""Rows that walk through the trees together: so few that what they read stays in the processor's cache."""
CERTAIN = 0.02
"""Blocks that the first look finds less probable than this are not looked at twice."""


@dataclass(frozen=True)
class Forest:
    """Trees as flat arrays. A leaf leads to itself, so all rows can walk the same number of steps.

    Node k is called 2k, and stands at 2k and at 2k + 1.
    """

    feature: NDArray[np.int64]
    threshold: NDArray[np.float32]
    children: NDArray[np.int64]
    """Of node k: at 2k where it leads if its question is answered with no, at 2k + 1 if with yes."""
    value: NDArray[np.float64]
    roots: NDArray[np.int64]
    depth: int
    bias: float

    def probability(self, table: Matrix) -> NDArray[np.float64]:
        """For each row the probability that the block is part of the story."""
        cells, width = np.ascontiguousarray(table).ravel(), table.shape[1]
        total = np.empty(len(table))
        for start in range(0, len(table), _AT_ONCE):
            rows = np.arange(start, min(start + _AT_ONCE, len(table)))
            row_cells = (rows * width)[:, None]
            node = np.repeat(self.roots[None], len(rows), axis=0)
            for _ in range(self.depth):
                yes = cells.take(row_cells + self.feature.take(node)) <= self.threshold.take(node)
                node = self.children.take(node + yes)
            total[rows] = self.value.take(node).sum(axis=1)
        return np.asarray(1.0 / (1.0 + np.exp(-(total + self.bias))))


def forest(data: dict[str, Any], names: tuple[str, ...]) -> Forest:
    """Trees from their JSON form: nodes `[feature, threshold, left, right]` or `[value]`, depth first."""
    at = {name: i for i, name in enumerate(names)}
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    right: list[int] = []
    value: list[float] = []
    roots: list[int] = []
    for tree in data["trees"]:
        base = len(feature)
        roots.append(base)
        for i, node in enumerate(tree):
            leaf = len(node) == 1
            feature.append(0 if leaf else at[data["features"][node[0]]])
            threshold.append(0.0 if leaf else node[1])
            left.append(base + (i if leaf else node[2]))
            right.append(base + (i if leaf else node[3]))
            value.append(node[0] if leaf else 0.0)
    return Forest(
        np.repeat(feature, 2),
        np.repeat(np.array(threshold, np.float32), 2),
        2 * np.column_stack([right, left]).ravel(),
        np.repeat(value, 2),
        2 * np.array(roots),
        data["depth"],
        data["bias"],
    )


@cache
def model() -> tuple[Forest, Forest]:
    """The package's own weights."""
    data = json.loads((files("listen.clean.classifier") / "model.json").read_text("utf-8"))
    return forest(data["first"], feature_names.LOCAL), forest(data["second"], feature_names.CONTEXT)


def probabilities(page: Page, meta: Metadata) -> NDArray[np.float64]:
    """For each candidate the probability that it is part of the story."""
    if not page.candidates:
        return np.zeros(0)
    first, second = model()
    table = local(page, meta)
    p = first.probability(table)
    rows = np.flatnonzero(p > CERTAIN)
    if rows.size:
        out = p.copy()
        out[rows] = second.probability(context(page, meta, table, p, rows))
        return out
    return p
