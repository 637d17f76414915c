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

from listen.clean.classifier.columns import feature_names
from listen.clean.classifier.columns.context_features import context
from listen.clean.classifier.columns.features import Matrix, local
from listen.clean.dom.nouns import Page
from listen.clean.metadata.gather import Metadata

_AT_ONCE = 128
"""Rows that walk through the trees together: so few that what they read stays in the processor's cache."""
CERTAIN = 0.02
"""Blocks that the first look finds less probable than this are not looked at twice."""


@dataclass(frozen=True)
class Forest:
    """Trees that are all complete, level by level: node k of a level leads to the nodes 2k and 2k + 1 of the
    next, the latter if its question is answered with yes. Below a leaf of the model all ends have its value.
    """

    levels: tuple[tuple[NDArray[np.int64], NDArray[np.float32]], ...]
    """Of each level the features that its nodes ask about, and the thresholds."""
    value: NDArray[np.float64]
    """Of the ends."""
    bias: float

    def probability(self, table: Matrix) -> NDArray[np.float64]:
        """For each row the probability that the block is part of the story."""
        cells, width = np.ascontiguousarray(table).ravel(), table.shape[1]
        total = np.empty(len(table))
        trees = np.arange(len(self.levels[0][0]))
        for start in range(0, len(table), _AT_ONCE):
            rows = np.arange(start, min(start + _AT_ONCE, len(table)))
            row_cells = (rows * width)[:, None]
            node = np.repeat(trees[None], len(rows), axis=0)
            for feature, threshold in self.levels:
                yes = cells.take(row_cells + feature.take(node)) <= threshold.take(node)
                node += node
                node += yes
            total[rows] = self.value.take(node).sum(axis=1)
        return np.asarray(1.0 / (1.0 + np.exp(-(total + self.bias))))


def forest(data: dict[str, Any], names: tuple[str, ...]) -> Forest:
    """Trees from their JSON form: nodes `[feature, threshold, left, right]` or `[value]`, depth first."""
    at = {name: i for i, name in enumerate(names)}
    column = [at[name] for name in data["features"]]
    feature: list[int] = []
    threshold: list[float] = []
    following: list[tuple[int, int]] = []
    """Where a node leads if its question is answered with no, and with yes; a leaf leads to itself."""
    value: list[float] = []
    roots: list[int] = []
    for tree in data["trees"]:
        base = len(feature)
        roots.append(base)
        for i, node in enumerate(tree):
            leaf = len(node) == 1
            feature.append(0 if leaf else column[node[0]])
            threshold.append(0.0 if leaf else node[1])
            following.append((base + i, base + i) if leaf else (base + node[3], base + node[2]))
            value.append(node[0] if leaf else 0.0)
    features, thresholds = np.array(feature), np.array(threshold, np.float32)
    level, below = np.array(roots), np.array(following)
    levels = []
    for _ in range(data["depth"]):
        levels.append((features[level], thresholds[level]))
        level = below[level].ravel()
    return Forest(tuple(levels), np.array(value)[level], data["bias"])


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
