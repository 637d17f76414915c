"""From probabilities to the blocks that are kept: a threshold that fits the page, each passage once."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any
from urllib.parse import unquote, urlsplit

import numpy as np
from numpy.typing import NDArray

from listen.clean.classifier.link_tails import link_tail
from listen.clean.classifier.siblings import between, continued
from listen.clean.dom.nouns import Candidate, Page
from listen.clean.dom.text import STOPS
from listen.clean.metadata.titles import words as bare
from listen.clean.result import Why

THRESHOLD = 0.5
_DOUBT = 0.2
_SAYS = 4
"""Words from which a block says something."""
_AGAIN, _LINE = 3, 12
"""So often does a line stand on the page that comes again and again, and words of the longest."""
_SPOKEN = tuple(STOPS)
"""Ends of a sentence, which no button has."""
_REFRAIN = 0.1
"""The least probability of a sentence that is read where it stands first and stands again between passages of
the story: the classifier doubts all that stands twice.
"""
_ASKS = ("?", "\uff1f", "\u061f")
"""Ends of a question, which may be longer than a line and stand again: other passages as long are copies."""
_LIST_DOUBT = 0.3
"""Items less sure than the threshold and this follow their list."""
_LIST_LEAST = 0.3
"""Mean probability of a list below which its items stay as they are."""
_LIST_SHARE = 0.65
"""The part of the threshold that the list's mean has to reach."""
_HEADING = 0.4
"""The part of the threshold that a heading over something kept has to reach, or an item of a list."""
_SURE_HEADING = 0.7
"""The probability from which a heading is kept whatever stands under it."""
_MANY, _MOST = 6, 0.8
"""Headings of a level that speak for each other, and the part of them that has to be likely."""
_SURE_SECTION = 0.75
"""The probability from which a heading vouches for what stands under it."""
_UNDER = 0.1
"""The least probability of what a heading vouches for."""
_STORY, _WHOLE_STORY = 60, 150
"""Words of the `<article>` with the headline from which it is the story, and from which it is all of it."""
_COPIES = 50
"""So many of the longest blocks are looked at for others inside them."""
_ENOUGH = 150
"""Words of the surest blocks that tell how sure the classifier is of this page."""
_LIKELY, _HALF = 0.25, 0.5
"""On a long page it is this part of the words that are so likely: its beginning may be like any article's and
the rest, of thing after thing, like none."""


def threshold(p: NDArray[np.float64], words: NDArray[Any]) -> float:
    """0.5, or less on a page of a kind that the classifier is never sure of."""
    order = np.argsort(-p)
    covered = np.cumsum(words[order])
    likely = float(words[p > _LIKELY].sum())
    stop = int(np.searchsorted(covered, max(_ENOUGH, _HALF * likely))) + 1
    surest = order[:stop]
    weight = words[surest] + 1e-6
    sure = float((p[surest] * weight).sum() / weight.sum())
    return float(np.clip(0.62 * sure, 0.08, THRESHOLD))


def chosen(
    page: Page,
    p: NDArray[np.float64],
    words: NDArray[Any],
    title: str = "",
    decided: dict[int, Why] | None = None,
    url: str | None = None,
) -> NDArray[np.bool_]:
    """Return which candidates are the story. A passage that stands twice is kept where it is more probable.

    `decided`: decisions made already, against passages that stay out; those made here are added to it.
    """
    candidates = page.candidates
    decided = {} if decided is None else decided
    limit = threshold(p, words)
    host = urlsplit(url or "").netloc.lower().removeprefix("www.")
    keep = p > limit
    _bridge(candidates, [page.places[c.place].parent for c in candidates], p, words, keep, limit)
    _lists(page, p, words, keep, limit)
    _sections(page, p, keep)
    keep[between(page, p, words, keep)] = True
    keep[continued(page, p, words, keep)] = True
    _headings(candidates, p, keep, limit)
    keep[list(decided)] = False
    rules: tuple[tuple[Why, Callable[[], None]], ...] = (
        (_HEADLINES, lambda: _headlines(page, p, keep)),
        (_BREAK, lambda: _breaks(candidates, keep)),
        (_OTHER_ARTICLE, lambda: _other_articles(page, keep, words, bare(title))),
        (_LISTED, lambda: _listing(page, keep, words, bare(title))),
        (_TAIL, lambda: link_tail(page, p, keep, host)),
        (_COPY, lambda: _whole_copies(candidates, keep, words)),
        (_COPY, lambda: _twice(page, p, keep, words)),
    )
    for why, drop in rules:
        before = keep.copy()
        drop()
        decided.update(dict.fromkeys(np.flatnonzero(before & ~keep).tolist(), why))
    return np.asarray(keep)


_HEADLINES = Why("related", "headlines of other stories, one after the other", "headlines")
_BREAK = Why("navigation", "a line without words beside nothing that is read", "break")
_OTHER_ARTICLE = Why("related", "another article of the page", "other-article")
_LISTED = Why("related", "a list of the site's stories, this one among them", "story-list")
_TAIL = Why("related", "links at the end that lead to other stories", "link-tail")
_COPY = Why("navigation", "stands twice on the page and is read once", "copy")


def _twice(page: Page, p: NDArray[np.float64], keep: NDArray[np.bool_], words: NDArray[Any]) -> None:
    """A page that carries its story twice repeats much of it, in another element; a refrain or a form
    repeats a line or two, and a plan for the week says the same again among its own paragraphs.
    """
    at: dict[str, int] = {}
    twice: list[int] = []
    parents = [page.places[c.place].parent for c in page.candidates]
    for i in np.flatnonzero(keep).tolist():
        c = page.candidates[i]
        if words[i] >= 15 and c.kind in ("paragraph", "quote", "figure"):
            other = at.setdefault(c.text, i)
            if parents[other] != parents[i]:
                twice.append(i if p[other] >= p[i] - 0.15 else other)
    if sum(words[i] for i in twice) > 0.25 * sum(words[i] for i in np.flatnonzero(keep)):
        keep[twice] = False


def _bridge(
    candidates: list[Candidate],
    parents: Sequence[int],
    p: NDArray[np.float64],
    words: NDArray[Any],
    keep: NDArray[np.bool_],
    limit: float,
) -> None:
    """A doubtful block in the same element as its neighbours goes with them, when they agree.

    What says something is not lost for its neighbours (of 45 passages of unseen pages 43 were the story's),
    and a line that comes again and again on the page, as a button in each card, is not won for them; a
    sentence that does, as the question to each guest of a round, is.
    """
    lines = (c.text for c, n in zip(candidates, words, strict=True) if n <= _LINE)
    times = Counter(text for text in lines if not text.endswith(_SPOKEN))
    first = {candidates[i].text: i for i in range(len(candidates) - 1, -1, -1)}
    for i in range(1, len(candidates) - 1):
        here = candidates[i]
        if here.kind == "heading" or not parents[i - 1] == parents[i] == parents[i + 1]:
            continue
        at = first[here.text]
        if (
            (words[i] <= _LINE or here.text.endswith(_ASKS))
            and _same_again(candidates, at, i)
            and keep[at]
            and not keep[i]
            and keep[i - 1]
            and keep[i + 1]
            and p[i] > _REFRAIN
        ):
            keep[i] = True
            continue
        agree = keep[i - 1] == keep[i + 1] != keep[i] and abs(p[i] - limit) < _DOUBT
        if agree and (words[i] < _SAYS if keep[i] else times[here.text] < _AGAIN):
            keep[i] = keep[i - 1]


def _same_again(candidates: list[Candidate], first: int, i: int) -> bool:
    """Return whether a passage is a sentence that stood before, with something else behind it: a question to
    each guest, not a card that comes again.
    """
    here = candidates[i]
    return (
        first < i
        and here.kind == "paragraph"
        and not here.links
        and here.text.endswith(_SPOKEN)
        and candidates[first + 1].text != candidates[i + 1].text
    )


def _sections(page: Page, p: NDArray[np.float64], keep: NDArray[np.bool_]) -> None:
    """A section whose heading is surely the story's is not left empty: what is not surely furniture stays."""
    candidates = page.candidates
    heads = [i for i, c in enumerate(candidates) if c.kind == "heading"]
    for head, following in pairwise([*heads, len(candidates)]):
        if p[head] < _SURE_SECTION or keep[head + 1 : following].any():
            continue
        box = page.places[candidates[head].place].parent
        for i in range(head + 1, following):
            c = candidates[i]
            own = c.kind != "figure" and c.links < 0.5 * len(c.text)
            if own and p[i] > _UNDER and page.within(c.place, box):
                keep[i] = True


def _headings(
    candidates: list[Candidate], p: NDArray[np.float64], keep: NDArray[np.bool_], limit: float
) -> None:
    """A heading goes with what stands under it, unless the classifier is sure of the contrary.

    One of many that are set alike and are the story's, as in a list of names, needs nothing under it.
    """
    alike = _alike(candidates, p > limit)
    below: tuple[int, bool, int] | None = None
    """Level of the next heading, whether it is kept, its index."""
    under = False
    """Whether anything down to the next heading is kept."""
    for i in range(len(candidates) - 1, -1, -1):
        c = candidates[i]
        if c.kind != "heading":
            under = under or bool(keep[i])
            continue
        level = c.level or 2
        if not under and below:
            # A heading over a part's own headings, or over another heading, has something under it too.
            under = below[1] and (below[0] > level or below[2] == i + 1)
        if under and p[i] > limit * _HEADING:
            keep[i] = True
        elif not under and p[i] < _SURE_HEADING and not (i in alike and p[i] > limit):
            keep[i] = False
        below, under = (level, bool(keep[i]), i), False


def _alike(candidates: list[Candidate], likely: NDArray[np.bool_]) -> set[int]:
    """Headings of a level that are many and nearly all of them likely."""
    levels: dict[int | None, list[int]] = {}
    for i, c in enumerate(candidates):
        if c.kind == "heading":
            levels.setdefault(c.level, []).append(i)
    return {
        i for group in levels.values() if len(group) >= _MANY and likely[group].mean() >= _MOST for i in group
    }


def _headlines(page: Page, p: NDArray[np.float64], keep: NDArray[np.bool_]) -> None:
    """Headings in a row that are links and nothing else are the headlines of other stories.

    A heading that leads to itself is the page's own.
    """
    run: list[int] = []
    for i, c in enumerate([*page.candidates, None]):
        linked = c is not None and c.kind == "heading" and c.links >= 0.95 * len(c.text)
        if linked and c is not None and not leads_to_itself(page.places[c.place].el):
            run.append(i)
        else:
            if len(run) > 1:
                keep[run] &= p[run] >= _SURE_HEADING
            run = []


def leads_to_itself(el: Any) -> bool:
    """Return whether all links of a heading lead to its own anchor."""
    ids = {
        own
        for one in el.iter()
        if isinstance(one.tag, str)
        for own in (one.get("id"), one.get("name"))
        if own
    }
    ends = [(a.get("href") or "").partition("#")[2] for a in el.iter("a") if a.get("href")]
    return bool(ends) and all(unquote(end) in ids or end in ids for end in ends)


def _breaks(candidates: list[Candidate], keep: NDArray[np.bool_]) -> None:
    """A line of dashes or stars is kept where it parts two passages of the story."""
    for i, c in enumerate(candidates):
        if 0 < i < len(keep) - 1 and not any(map(str.isalnum, c.text)):
            keep[i] = bool(keep[i - 1]) and bool(keep[i : i + 3].any())


def _lists(
    page: Page, p: NDArray[np.float64], words: NDArray[Any], keep: NDArray[np.bool_], limit: float
) -> None:
    """The items of a list share one fate, where most of them are doubtful or few are against it."""
    groups: dict[int, list[int]] = {}
    for i, c in enumerate(page.candidates):
        if c.kind != "list_item":
            continue
        groups.setdefault(page.list_of(c), []).append(i)
    for group in groups.values():
        if len(group) < 2:
            continue
        q = p[group]
        weight = np.minimum(words[group], 30) + 3.0
        mean = float((q * weight).sum() / weight.sum())
        share = float(keep[group].mean())
        if 0 < share < 1 or mean > _LIST_LEAST:
            doubtful = (q > _HEADING * limit) & (q < limit + _LIST_DOUBT)
            keep[np.array(group)[doubtful]] = mean > limit * _LIST_SHARE


def _other_articles(page: Page, keep: NDArray[np.bool_], words: NDArray[Any], title: str) -> None:
    """Where one `<article>` has the page's headline, its neighbours are other stories."""
    owner = [0] * len(page.places)
    for place in page.places[1:]:
        owner[place.id] = place.id if place.tag == "article" else owner[place.parent]
    kept_words: dict[int, int] = {}
    own = 0
    headed: set[int] = set()
    sections: set[int] = set()
    for i, c in enumerate(page.candidates):
        a = owner[c.place]
        if not a:
            continue
        if c.kind == "heading":
            if a not in headed and c.level != 1 and not c.links:
                sections.add(a)
            headed.add(a)
            if not own and title and bare(c.text) == title:
                own = a
        if keep[i]:
            kept_words[a] = kept_words.get(a, 0) + int(words[i])
    if not own or kept_words.get(own, 0) < _STORY:
        return
    if kept_words[own] < _WHOLE_STORY:
        # What has the headline may be the story's first part: a part of its own has a plain heading.
        headed -= sections

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


def _listing(page: Page, keep: NDArray[np.bool_], words: NDArray[Any], title: str) -> None:
    """A list in which the page's own headline leads an item like the others lists the site's stories."""
    if len(title) < 20:
        return
    lists: dict[int, list[int]] = {}
    for i in np.flatnonzero(keep).tolist():
        if at := page.list_of(page.candidates[i]):
            lists.setdefault(at, []).append(i)
    whole = int(words[keep].sum())
    for items in lists.values():
        own = [i for i in items if words[i] > 8 and bare(page.candidates[i].text[:300]).startswith(title)]
        if own and len(items) >= 3 and whole - int(words[items].sum()) >= 60:
            keep[items] = False


def _whole_copies(candidates: list[Candidate], keep: NDArray[np.bool_], words: NDArray[Any]) -> None:
    """A long block that holds several of the others word for word is a second copy of the story."""
    kept = np.flatnonzero(keep).tolist()
    long = [i for i in kept if words[i] >= 100 and candidates[i].kind != "table"]
    # What holds several others is among the longest: a book on one page has too many to search them all.
    for i in sorted(sorted(long, key=lambda i: -int(words[i]))[:_COPIES]):
        text = candidates[i].text
        held = [k for k in kept if k != i and words[k] >= 12 and candidates[k].text in text]
        if len(held) >= 2 and sum(words[k] for k in held) > 0.3 * words[i]:
            keep[i] = False
