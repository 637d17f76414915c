"""This module says what the classifier knows of a block by where it stands in the tree."""

from typing import Any

import numpy as np

from listen.clean.dom.nouns import Page


def with_inner(sums: Any, parent: Any) -> Any:
    """Return for each place (parents first) its own `sums`, a column each, with those of places inside it."""
    above = parent.tolist()
    columns = []
    for column in sums.T.tolist():
        for i in range(len(column) - 1, 0, -1):
            column[above[i]] += column[i]
        columns.append(column)
    return np.array(columns).T


def place_columns(
    page: Page, place: Any, parent: Any, depth: Any, prose: Any, count: Any, link_share: Any
) -> tuple[Any, float]:
    """Return the columns of where each block stands, and the part of the prose in the story\'s place."""
    n_places = len(page.places)
    sums = np.zeros((n_places, 4))
    np.add.at(sums, place, np.column_stack([np.ones(len(place)), count, link_share * count, prose]))
    # The story's place: prose counts for the place it stands in, and less for those further up.
    score = np.zeros(n_places)
    weight = prose.astype(float)
    here = parent[place]
    for _ in range(5):
        np.add.at(score, here, weight)
        weight = weight * 0.8
        here = parent[here]
    score[0] = 0
    top = int(score.argmax())
    whole = with_inner(sums, parent)
    above = parent.tolist()
    held = [False] * n_places
    held[top] = True
    for i in range(top + 1, n_places):
        held[i] = held[above[i]]
    inside = np.array(held)
    # How far up from the story's place the common ancestor lies, and how far down from there a block does.
    up_of: dict[int, int] = {}
    i, steps = top, 0
    while i:
        up_of[i] = steps
        i, steps = above[i], steps + 1
    up_of[0] = steps
    ups: dict[int, tuple[int, int]] = {}
    for start in dict.fromkeys(place.tolist()):
        j, down = start, 0
        while j not in up_of:
            j, down = above[j], down + 1
        ups[start] = (up_of[j], down)
    top_up = np.array([ups[p][0] for p in place.tolist()])
    top_down = np.array([ups[p][1] for p in place.tolist()])
    p1, p2 = parent[place], parent[parent[place]]

    def stats(where: Any) -> Any:
        w = whole[where]
        return np.column_stack([w[:, 0], w[:, 1], w[:, 2] / (w[:, 1] + 1), w[:, 3] / (whole[0, 3] + 1)])

    sigs = [page.places[p].sig for p in place.tolist()]
    sig_ids = {sig: k for k, sig in enumerate(dict.fromkeys(sigs))}
    sig = np.array([sig_ids[s] for s in sigs])
    sig_count = np.bincount(sig)
    sig_words = np.bincount(sig, count) / sig_count
    sig_links = np.bincount(sig, link_share) / sig_count
    psigs = [page.places[p].sig for p in p1.tolist()]
    psig_ids = {s: k for k, s in enumerate(dict.fromkeys(psigs))}
    psig = np.array([psig_ids[s] for s in psigs])
    psig_prose = np.bincount(psig, prose) / (whole[0, 3] + 1)
    cols = np.column_stack(
        [
            depth[place],
            inside[place],
            top_up,
            top_down,
            depth[place] - depth[top],
            stats(place),
            stats(p1),
            stats(p2),
            sig_count[sig],
            sig_words[sig],
            sig_links[sig],
            psig_prose[psig],
        ]
    )
    return cols, float(whole[top, 3] / (whole[0, 3] + 1))
