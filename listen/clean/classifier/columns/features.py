"""This module says what the classifier knows of each candidate block, as named numbers.

`local` describes every block by itself and by its place in the tree; `context_features.py` adds what the
first, rough verdict says about the blocks around it. `feature_names.py` names the columns.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from listen.clean.classifier.columns.feature_names import FLAGS, LOCAL
from listen.clean.classifier.columns.order_features import copy_columns, order_columns
from listen.clean.classifier.columns.place_features import place_columns
from listen.clean.classifier.columns.text_features import text_columns
from listen.clean.classifier.columns.word_features import word_columns
from listen.clean.classifier.vocabulary import Vocabulary, vocabulary
from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import Page
from listen.clean.metadata.gather import Metadata

Matrix = NDArray[np.float32]


def _has(bits: Any, count: int) -> Any:
    """One column for each of the first `count` bits, 1 where it is set."""
    octets = bits.astype("<i8")[:, None].view(np.uint8)
    return np.unpackbits(octets, axis=1, count=count, bitorder="little")


def local(page: Page, meta: Metadata, words: Vocabulary | None = None) -> Matrix:
    """One row for each candidate, columns as in `LOCAL`."""
    words = words or vocabulary()
    cands = page.candidates
    n = len(cands)
    text = text_columns(cands).astype(np.float32)
    place = np.array([c.place for c in cands])
    near = np.array([p.near for p in page.places], np.int64)
    inherited = np.array([p.hints for p in page.places], np.int64)
    flags = np.array([p.flags for p in page.places], np.int64)
    parent = np.array([p.parent for p in page.places])
    depth = np.array([p.depth for p in page.places], np.float32)

    flag_cols = _has(flags[place], len(FLAGS))
    # The nearer the element with the hint, the more it counts.
    of_hints = ((1, inherited[place]), *((4 - k, near[place, k]) for k in range(3)))
    hint_cols = np.maximum.reduce([value * _has(bits, len(HINT_NAMES)) for value, bits in of_hints])

    count, link_share = text[:, 0], text[:, 3]
    is_heading = np.array([c.kind == "heading" for c in cands])
    prose = np.where((count >= 8) & (link_share < 0.4) & ~is_heading, count, 0.0)
    prose *= 0.3 + np.minimum(1.0, text[:, 20] * 4)
    total = float(prose.sum()) or 1.0
    place_cols, top_share = place_columns(page, place, parent, depth, prose, count, link_share)
    order_cols = np.hstack(
        [
            order_columns(cands, meta, text, prose, total, top_share, is_heading),
            copy_columns(page, meta, place, prose, is_heading),
        ]
    )
    word_cols = word_columns(page, place, parent, is_heading, words)
    around = _around(place, count, link_share, is_heading)
    windows = np.column_stack(
        [
            window(prose, 3),
            window(prose, 8),
            window(link_share * count, 3) / (window(count, 3) + 1),
            window(link_share * count, 8) / (window(count, 8) + 1),
        ]
    )
    out = np.hstack([text, flag_cols, hint_cols, place_cols, order_cols, around, windows, word_cols]).astype(
        np.float32
    )
    assert out.shape == (n, len(LOCAL))
    return out


def window(values: Any, reach: int) -> Any:
    """Mean over the `reach` rows on either side and the row itself."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    i = np.arange(len(values))
    low, high = np.maximum(i - reach, 0), np.minimum(i + reach + 1, len(values))
    return (sums[high] - sums[low]) / (high - low)


def shift(values: Any, by: int, fill: float) -> Any:
    out = np.full(len(values), fill, np.float32)
    if by > 0:
        out[by:] = values[:-by]
    else:
        out[:by] = values[-by:]
    return out


def _around(place: Any, count: Any, link_share: Any, is_heading: Any) -> Any:
    cols = []
    for by in (2, 1, -1, -2):
        if abs(by) >= len(place):
            cols += [np.zeros(len(place))] * 4
            continue
        cols += [
            shift(count, by, 0),
            shift(link_share, by, 1),
            shift(is_heading, by, 0),
            shift(place, by, -1) == place,
        ]
    return np.column_stack(cols)
