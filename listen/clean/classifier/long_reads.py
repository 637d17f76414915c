"""Long reads and books on one page: what the classifier, which was trained on articles, does not know.

No marked page has a story of more than some 8,000 words. In a longer one the classifier finds each paragraph
less probable the more there are, and keeps a few of hundreds. So much prose in paragraphs of one element is
the story, whatever its length.
"""

import numpy as np
from numpy.typing import NDArray

from listen.clean.classifier.columns.place_features import with_inner
from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import F_ASIDE, F_DIALOG, F_FOOTER, F_FORM, F_HIDDEN, F_NAV, Candidate, Page

LONG = 8_000
"""Words of prose from which a page is taken for a long read."""
_SHARE = 0.8
"""The part of a page's prose that stands in the element which is taken for the story's."""
PROSE = 12
"""Words of the shortest paragraph that counts as prose."""
_MOST = 400
"""Words of one paragraph that count: one monstrous line is no book."""
_SURE = 0.9
ELSEWHERE = F_ASIDE | F_DIALOG | F_FOOTER | F_FORM | F_HIDDEN | F_NAV
"""Elements in which no story stands."""
OTHERS = sum(
    1 << HINT_NAMES.index(name)
    for name in ("comment", "related", "share", "newsletter", "ad", "nav", "footer", "cookie", "author")
)
"""Names of elements that have other people's prose, or nobody's."""


def raised(page: Page, p: NDArray[np.float64], words: NDArray[np.int64]) -> NDArray[np.float64]:
    """Each candidate's probability, raised in the body of a long read; `p` itself for all other pages.

    `words`: of each candidate.
    """
    if int(words.sum()) < LONG:
        return p
    prose = np.array([_is_prose(page, c) for c in page.candidates])
    mass = np.where(prose & (words >= PROSE), np.minimum(words, _MOST), 0)
    if int(mass.sum()) < LONG:
        return p
    place = np.array([c.place for c in page.candidates])
    parent = np.array([q.parent for q in page.places])
    own = np.bincount(place, mass, minlength=len(page.places))
    whole = with_inner(own[:, None], parent)[:, 0]
    core = 0
    for q in page.places[1:]:
        # Places come parents first, so the last that qualifies lies deepest.
        if q.parent == core and whole[q.id] >= max(LONG, _SHARE * whole[0]):
            core = q.id
    inside = np.zeros(len(page.places), bool)
    inside[core] = True
    for q in page.places[core + 1 :]:
        inside[q.id] = inside[q.parent]
    out = p.copy()
    out[inside[place] & prose] = np.maximum(out[inside[place] & prose], _SURE)
    return out


def _is_prose(page: Page, c: Candidate) -> bool:
    """Return whether a passage may be part of a book by its kind and by the elements right around it."""
    q = page.places[c.place]
    return (
        c.kind not in ("figure", "table")
        and c.links < 0.3 * len(c.text)
        and not q.flags & ELSEWHERE
        and not (q.near[0] | q.near[1] | q.near[2]) & OTHERS
    )
