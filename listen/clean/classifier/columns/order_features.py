"""This module says what the classifier knows of a block by its order on the page, and by its copies."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from listen.clean.dom.nouns import Candidate, Page
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.titles import words as bare


def order_columns(
    cands: Sequence[Candidate],
    meta: Metadata,
    text: Any,
    prose: Any,
    total: float,
    top_share: float,
    is_heading: Any,
) -> Any:
    """Return what the order of blocks tells: how far each is from the title, from a heading, from prose."""
    n = len(cands)
    i = np.arange(n)
    title = bare(meta.title)
    bares = [bare(c.text) if len(c.text) < 300 else "" for c in cands]
    same = np.array([bool(title) and b == title for b in bares])
    first_prose = int((prose > 15).argmax()) if (prose > 15).any() else 0
    last_prose = n - 1 - int((prose[::-1] > 15).argmax()) if (prose > 15).any() else n - 1
    h1s = [k for k, c in enumerate(cands) if c.kind == "heading" and c.level == 1]
    titles = np.flatnonzero(same & is_heading)
    if not titles.size:
        titles = np.flatnonzero(same)
    title_at = int(titles[0]) if titles.size else (h1s[0] if h1s else first_prose)
    h1_at = h1s[0] if h1s else title_at
    copies = Counter(c.text for c in cands)
    described = bare(meta.description)
    body = bare(meta.body) if meta.body else ""
    in_body = np.array([0.0 if not body else 1.0 if bare(c.text[:200]) in body else -1.0 for c in cands])
    last_heading = -1
    over: list[int] = []
    """Of each block the heading above it."""
    for k, heads in enumerate(is_heading.tolist()):
        over.append(last_heading)
        if heads:
            last_heading = k
    headed = np.array(over) >= 0
    distance = np.where(headed, i - over, 99)
    heading_words = np.where(headed, text[over, 0], 0)
    heading_links = np.where(headed, text[over, 3], 0)
    before = np.concatenate([[0.0], np.cumsum(prose)[:-1]])
    return np.column_stack(
        [
            i / n,
            before / total,
            i - title_at,
            i - h1_at,
            last_prose - i,
            i - first_prose,
            [copies[c.text] for c in cands],
            same,
            [len(b) > 30 and b[:120] in described for b in bares],
            in_body,
            np.full(n, n),
            np.full(n, total),
            np.full(n, top_share),
            distance,
            heading_words,
            heading_links,
        ]
    )


def copy_columns(page: Page, meta: Metadata, place: Any, prose: Any, is_heading: Any) -> Any:
    """Return what tells the page's own article from others, or from itself, on the same page."""
    cands = page.candidates
    n = len(cands)
    seen: set[str] = set()
    copy, repeats = [False] * n, [False] * n
    openings: set[str] = set()
    for k, c in enumerate(cands):
        copy[k] = c.text in seen
        seen.add(c.text)
        opening = c.text[:60]
        repeats[k] = len(opening) == 60 and opening in openings
        openings.add(opening)
    # The nearest <article> above each place.
    owner = [0] * len(page.places)
    for q in page.places[1:]:
        owner[q.id] = q.id if q.tag == "article" else owner[q.parent]
    of = [owner[q] for q in place.tolist()]
    amount: dict[int, float] = {}
    for a, value in zip(of, prose.tolist(), strict=True):
        amount[a] = amount.get(a, 0.0) + value
    whole = sum(amount.values()) or 1.0
    index = {a: k for k, a in enumerate(a for a in amount if a)}
    title = bare(meta.title)
    titled = {
        a for a, c, h in zip(of, cands, is_heading, strict=True) if h and title and bare(c.text) == title
    }
    h1 = np.array([c.kind == "heading" and c.level == 1 for c in cands])
    site = (meta.site or "").casefold()
    return np.column_stack(
        [
            copy,
            repeats,
            [index.get(a, -1) for a in of],
            [amount[a] / whole for a in of],
            np.full(n, len(index)),
            np.cumsum(h1),
            [2.0 if a in titled else 1.0 if titled else 0.0 for a in of],
            [bool(site) and len(c.text) < 1500 and site in c.text.casefold() for c in cands],
            np.full(n, "news" in meta.kind),
            np.full(n, "article" in meta.kind or "posting" in meta.kind),
            np.full(n, meta.byline is not None),
            np.full(n, meta.published is not None),
        ]
    )
