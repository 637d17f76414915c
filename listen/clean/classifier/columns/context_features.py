"""The second look: what the first verdict says of the blocks around each, and the phrases in it."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from listen.clean.classifier.columns.features import Matrix, shift, window
from listen.clean.classifier.columns.place_features import with_inner
from listen.clean.dom.nouns import Candidate, Page
from listen.clean.furniture.phrases import find, labels
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.titles import words as bare
from listen.clean.result import CLASSES


def nearest(n: int, marked: Any) -> Any:
    """Return how far each of `n` positions is from the nearest of the `marked` ones (sorted); 99 where none
    is.
    """
    if not marked.size:
        return np.full(n, 99.0)
    at = np.arange(n)
    after = np.searchsorted(marked, at)
    left = np.abs(at - marked[np.maximum(after - 1, 0)])
    right = np.abs(at - marked[np.minimum(after, marked.size - 1)])
    return np.minimum(left, right).astype(float)


def context(page: Page, meta: Metadata, table: Matrix, p: Any, rows: Any) -> Matrix:
    """The rows of `table` named by `rows`, widened by what the first verdict `p` says around each."""
    cands = page.candidates
    n = len(cands)
    count = table[:, 0].astype(float)
    weight = np.minimum(count, 60.0)
    mass = p * weight
    place = np.array([c.place for c in cands])
    parent = np.array([q.parent for q in page.places])
    n_places = len(page.places)
    own = np.zeros((n_places, 2))
    np.add.at(own, place, np.column_stack([mass, weight]))
    own = with_inner(own, parent)
    mean = own[:, 0] / (own[:, 1] + 1e-6)
    sig_index: dict[str, int] = {}
    sig = np.array([sig_index.setdefault(page.places[q].sig, len(sig_index)) for q in place.tolist()])
    sig_mean = np.bincount(sig, mass) / (np.bincount(sig, weight) + 1e-6)
    is_heading = np.array([c.kind == "heading" for c in cands])
    section = np.cumsum(is_heading)
    # A section's own mean, its heading apart.
    body_weight = np.where(is_heading, 0.0, weight)
    section_mean = np.bincount(section, p * body_weight) / (np.bincount(section, body_weight) + 1e-6)
    kept = mass * (p > 0.5)
    before = np.cumsum(kept) - kept
    total = float(kept.sum()) + 1e-6
    strong = np.flatnonzero((p > 0.6) & (count >= 12))
    gap = nearest(n, strong)
    heading_of = np.maximum.accumulate(np.where(is_heading, np.arange(n), -1))
    p_heading = np.where(heading_of >= 0, p[np.maximum(heading_of, 0)], 0.5)
    best_before = np.maximum.accumulate(np.concatenate([[0.0], p[:-1]]))
    best_after = np.maximum.accumulate(np.concatenate([[0.0], p[::-1][:-1]]))[::-1]
    verdicts = np.column_stack(
        [
            p,
            *(shift(p, by, 0) if abs(by) < n else np.zeros(n) for by in (1, 2, -1, -2)),
            window(mass, 3) / (window(weight, 3) + 1e-6),
            window(mass, 8) / (window(weight, 8) + 1e-6),
            mean[place],
            mean[parent[place]],
            mean[parent[parent[place]]],
            sig_mean[sig],
            section_mean[section],
            before / total,
            (total - before - kept) / total,
            gap,
            p_heading,
            best_before,
            best_after,
            *_core(own[:, 0], place, parent, p),
            *_branches(cands, own, place, parent, p, count),
        ]
    )
    names = list(CLASSES)
    at = {name: k for k, name in enumerate(names)}
    phrase = np.zeros((len(rows), len(names)))
    sections = np.zeros((len(rows), len(names)))
    author = bare(meta.byline or "").split(" ")
    by_name = np.zeros((len(rows), 1))
    known: dict[int, tuple[tuple[str, str, bool], ...]] = {}
    for k, row in enumerate(rows.tolist()):
        for index, target in ((row, phrase), (int(heading_of[row]), sections)):
            if index < 0:
                continue
            if index not in known:
                known[index] = find(cands[index].text)
            for kind, _, whole in known[index]:
                target[k, at[kind]] = 2.0 if whole else 1.0
        if len(author) >= 2 and len(cands[row].text) < 400:
            by_name[k, 0] = " ".join(author[:2]) in bare(cands[row].text)
    return np.hstack([table[rows], verdicts[rows], phrase, sections, by_name]).astype(np.float32)


_LABELS = frozenset(["related", "comments", "prompts", "ads", "bios", "share", "legal", "contents"])
_LABEL_WORDS = 12


def _branches(cands: Sequence[Candidate], own: Any, place: Any, parent: Any, p: Any, count: Any) -> list[Any]:
    """Return what is known of the box that a block stands in: the largest element with it and without the
    story.
    """
    _, up_of = _story_place(own[:, 0], parent)
    above = parent.tolist()
    branch = [0] * len(above)
    for i in range(1, len(above)):
        branch[i] = i if above[i] in up_of else branch[above[i]]
    box = np.array(branch)[place]
    outside = ~np.isin(place, list(up_of))
    mean = own[:, 0] / (own[:, 1] + 1e-6)
    size = np.bincount(box, minlength=len(parent))
    n = len(cands)
    label = [False] * n
    for k in np.flatnonzero((count <= _LABEL_WORDS) & (p < 0.9)).tolist():
        label[k] = any(kind in _LABELS for kind, _, _ in labels(cands[k].text))
    labelled: set[int] = set()
    box_label, outer = [False] * n, [False] * n
    since, between, after_label, after_strong = [99] * n, [0] * n, 99, 0
    path: list[tuple[int, bool]] = []
    strong = ((p > 0.6) & (count >= 12)).tolist()
    boxes, apart = box.tolist(), outside.tolist()
    for k, c in enumerate(cands):
        since[k], between[k] = after_label, after_strong
        if c.kind == "heading":
            level = c.level or 2
            while path and path[-1][0] >= level:
                path.pop()
            outer[k] = any(flag for _, flag in path)
            path.append((level, label[k]))
        else:
            outer[k] = any(flag for _, flag in path)
        if label[k]:
            labelled.add(boxes[k])
            after_label = 0
            after_strong += 1
        else:
            after_label = min(99, after_label + 1)
        if strong[k]:
            after_strong = 0
        box_label[k] = apart[k] and boxes[k] in labelled
    return [
        np.where(outside, mean[box], p),
        np.where(outside, size[box], 0),
        box_label,
        between,
        since,
        outer,
    ]


def _story_place(mass: Any, parent: Any) -> tuple[int, dict[int, int]]:
    """The smallest element with most of what is probably the story, and how far up each around it is."""
    core = 0
    masses, above = mass.tolist(), parent.tolist()
    for i in range(1, len(above)):
        # Places come parents first, so the last that qualifies lies deepest.
        if masses[i] >= 0.75 * masses[0] and above[i] == core:
            core = i
    up_of: dict[int, int] = {}
    at, steps = core, 0
    while True:
        up_of[at] = steps
        if not at:
            return core, up_of
        at, steps = above[at], steps + 1


def _core(mass: Any, place: Any, parent: Any, p: Any) -> list[Any]:
    """Return where a block stands to the smallest element that holds most of what is probably the story."""
    core, up_of = _story_place(mass, parent)
    found: dict[int, tuple[int, int]] = {}
    above = parent.tolist()
    for start in dict.fromkeys(place.tolist()):
        j, down = start, 0
        while j not in up_of:
            j, down = above[j], down + 1
        found[start] = (up_of[j], down)
    ups = np.array([found[q][0] for q in place.tolist()])
    downs = np.array([found[q][1] for q in place.tolist()])
    run: list[int] = []
    low = 0
    for value in p.tolist():
        run.append(low)
        low = low + 1 if value < 0.3 else 0
    return [ups == 0, ups, downs, run, np.full(len(p), mass[core] / (mass[0] + 1e-6))]
