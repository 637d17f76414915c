"""The second look: what the first verdict says of the blocks around each, and the phrases in it."""

from typing import Any

import numpy as np

from listen.clean.features import Matrix, shift, window
from listen.clean.metadata import Metadata
from listen.clean.phrases import find
from listen.clean.places import Page
from listen.clean.result import CLASSES
from listen.clean.titles import words as bare


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
    for i in range(n_places - 1, 0, -1):
        own[parent[i]] += own[i]
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
    gap = np.full(n, 99.0)
    if strong.size:
        gap = np.min(np.abs(np.arange(n)[:, None] - strong[None, :]), axis=1).astype(float)
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


def _core(mass: Any, place: Any, parent: Any, p: Any) -> list[Any]:
    """Where a block stands to the smallest element that holds most of what is probably the story."""
    n_places = len(parent)
    core = 0
    for i in range(1, n_places):
        # Places come parents first, so the last that qualifies lies deepest.
        if mass[i] >= 0.75 * mass[0] and parent[i] == core:
            core = i
    up_of: dict[int, int] = {}
    at, steps = core, 0
    while True:
        up_of[at] = steps
        if not at:
            break
        at, steps = int(parent[at]), steps + 1
    found: dict[int, tuple[int, int]] = {}
    for start in dict.fromkeys(place.tolist()):
        j, down = start, 0
        while j not in up_of:
            j, down = int(parent[j]), down + 1
        found[start] = (up_of[j], down)
    ups = np.array([found[q][0] for q in place.tolist()])
    downs = np.array([found[q][1] for q in place.tolist()])
    run = np.zeros(len(p))
    low = 0
    for k, value in enumerate(p.tolist()):
        run[k] = low
        low = low + 1 if value < 0.3 else 0
    return [ups == 0, ups, downs, run, np.full(len(p), mass[core] / (mass[0] + 1e-6))]
