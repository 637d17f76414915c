"""Parts of a story that stand apart from it: what leads in between headline and body, long texts under
pictures, a story that the classifier knows nothing of.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import (
    F_ARTICLE,
    F_ASIDE,
    F_BODYPROP,
    F_DIALOG,
    F_FOOTER,
    F_FORM,
    F_HIDDEN,
    F_MAIN,
    F_NAV,
    Candidate,
    Page,
)
from listen.clean.dom.signals import prose_of
from listen.clean.dom.text import STOPS, word_count
from listen.clean.furniture.wording import shouted, suspicion
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.titles import words as bare
from listen.clean.result import Why

_SENTENCE = re.compile(rf"(?<![{STOPS}])[{STOPS}]++[”\"'»)]*+(?:\s|\Z)|[。！？]")


def _bits(names: str) -> int:
    return sum(1 << HINT_NAMES.index(name) for name in names.split())


_ELSEWHERE: Final = F_ASIDE | F_DIALOG | F_FOOTER | F_FORM | F_HIDDEN | F_NAV
_OTHERS: Final = _bits("comment related share newsletter ad footer cookie author toc audio tags")
_MENU: Final = _bits("nav footer cookie")
_BODY: Final = _bits("body")
_LEADS_IN: Final = _bits("summary")
_CAPTION: Final = _bits("caption")
_SHORTEST = 20
"""Words of the shortest passage that leads into the story: what is shorter is a second headline."""
_SENTENCES = 2
"""Sentences that it has, unless it has half as many words again."""
_LINE = 8
"""Words of the shortest that the page itself says leads in: by its element's name, by its description, in an
`hgroup`; a single sentence is a second headline: of 11 that this would bring on `sh_dev` none is marked.
"""
_FAR = 14
"""Passages between headline and body; where there are more, something else stands between them."""
_ONE_TEXT = 45
"""Words from which the text under a picture is no caption, if it is several sentences without a credit."""
_SLIDES = 5
"""Pictures with a text of some length from which a page may tell its story under its pictures."""
_CREDIT = re.compile(
    r"©|\b(?:photo|foto|image|bild|credit|getty|reuters|afp|ap|epa|dpa|shutterstock)\b", re.I
)
_VERDICT, _LABEL = 6, 4
"""Passages behind a claim among which its verdict stands; words of the label over either."""
_REGION = 0.6
"""Of the page's prose: what the element has that is taken for the story's where the classifier finds none."""
_FOUND = 0.2
"""The part of that element's prose which has to be chosen, or the element is taken whole."""
_LEAST = 25
_ENOUGH = 40
"""Words from which what is chosen may well be all that there is to hear."""
_DENSE = 14
"""Mean words of a story's passages; lists of other stories have shorter ones."""


def standfirst(
    page: Page, meta: Metadata, kept: NDArray[Any], p: NDArray[Any], decided: Mapping[int, Why]
) -> list[int]:
    """The passages between the headline and the story's first paragraph that lead into it."""
    cands = page.candidates
    first = next(
        (i for i, c in enumerate(cands) if kept[i] and c.kind != "heading" and word_count(c.text) >= 12), None
    )
    if first is None:
        return []
    headline = _headline(cands, meta, first)
    if headline is None or sum(not _in_contents(c) for c in cands[headline + 1 : first]) >= _FAR:
        return []
    story = bare("\n".join(c.text for c, k in zip(cands, kept, strict=True) if k)[:6000])
    described, title = bare(meta.description), bare(meta.title)
    return [
        i
        for i in range(headline + 1, first)
        if not kept[i]
        and i not in decided
        and _leads_in(page, cands[i], float(p[i]), described)
        and not _same(bare(cands[i].text), title)
        and bare(cands[i].text) not in story
    ]


def _same(one: str, other: str) -> bool:
    """Return whether a line is the headline, or a part of it, or the headline and a word more."""
    return bool(other) and (one in other or (other in one and len(one) < 1.5 * len(other)))


def fact_check(page: Page, meta: Metadata, decided: Mapping[int, Why]) -> list[int]:
    """Return the claim that a fact check judges and its verdict, each with the label over it, where the page
    prints them as its data has them.
    """
    claim, verdict = bare(meta.claim), bare(meta.verdict)
    cands = page.candidates
    if not claim or claim == bare(meta.title):
        return []
    said = next((i for i, c in enumerate(cands) if bare(c.text) == claim and i not in decided), None)
    if said is None:
        return []
    found = [said]
    found += [
        i
        for i in range(said + 1, min(said + _VERDICT, len(cands)))
        if verdict and bare(cands[i].text) == verdict and i not in decided
    ][:1]
    out: list[int] = []
    for i in found:
        if i and cands[i - 1].kind == "heading" and word_count(cands[i - 1].text) <= _LABEL:
            out.append(i - 1)
        if cands[i].kind == "heading":
            # It is said under its label, and nothing stands under it.
            cands[i].kind = "paragraph"
        out.append(i)
    return out


def _in_contents(c: Candidate) -> bool:
    """Return whether a passage is a line of a table of contents."""
    return c.kind == "list_item" and c.hash_links > 0


def _headline(cands: list[Candidate], meta: Metadata, first: int) -> int | None:
    """Return where the headline stands before the story's first paragraph."""
    title = bare(meta.title)
    heads = [i for i in range(first) if cands[i].kind == "heading"]
    same = [i for i in heads if title and bare(cands[i].text) == title]
    return next(iter(reversed(same or [i for i in heads if cands[i].level == 1])), None)


def _leads_in(page: Page, c: Candidate, p: float, described: str) -> bool:
    words = word_count(c.text)
    place = page.places[c.place]
    near = place.near[0] | place.near[1]
    if (
        words < _LINE
        or c.kind not in ("paragraph", "heading", "list_item")
        or c.links > 0.3 * len(c.text)
        or place.flags & _ELSEWHERE
        or near & _OTHERS
        or shouted(c.text)
        or suspicion(c, words) is not None
    ):
        return False
    own = bare(c.text)
    grouped = page.places[place.parent].tag == "hgroup"
    several = sum("..." not in end and "…" not in end for end in _SENTENCE.findall(c.text)) >= _SENTENCES
    if not (grouped or several or words >= 1.5 * _SHORTEST):
        return False
    if len(own) > 30 and described and (own[:100] in described or described[:100] in own):
        return True
    if near & _CAPTION:
        return False
    if near & _LEADS_IN or grouped:
        return True
    if words < _SHORTEST:
        return False
    if place.near[2] & _LEADS_IN:
        return True
    ends = c.text.rstrip("”\"'»)")[-1:] in STOPS
    return ends and p > 0.12 and c.kind == "paragraph"


def long_captions(page: Page) -> list[int]:
    """Texts under pictures that are no captions: long ones, and those of a page that tells its story so."""
    texts = [
        i
        for i, c in enumerate(page.candidates)
        if c.kind == "figure"
        and c.links < 0.3 * len(c.text)
        and word_count(c.text) >= 8
        and _in_the_page(page, c)
    ]
    words = {i: word_count(page.candidates[i].text) for i in texts}
    _, prose = prose_of(page)
    told = sum(n for n in words.values() if n >= 12)
    # prose_of counts them too: the page's prose is theirs.
    if len(texts) >= _SLIDES and 2 * told >= prose and told / len(texts) >= 15:
        return texts
    return [
        i
        for i in texts
        if words[i] >= _ONE_TEXT
        and len(_SENTENCE.findall(page.candidates[i].text)) >= _SENTENCES
        and not _CREDIT.search(page.candidates[i].text)
    ]


def _in_the_page(page: Page, c: Candidate) -> bool:
    """Return whether a passage stands in no menu and in no other part that is on every page of the site."""
    place = page.places[c.place]
    return not place.flags & _ELSEWHERE and not place.hints & _MENU


def overlooked(page: Page, meta: Metadata, kept: NDArray[Any], decided: Mapping[int, Why]) -> list[int]:
    """The passages of the element that holds most of the page's prose, where next to none of them is chosen.

    What is chosen in its place would be another text than the page's own, and nobody would know.
    """
    own, whole = prose_of(page)
    read = sum(word_count(c.text) for c, k in zip(page.candidates, kept, strict=True) if k)
    if whole < _LEAST or read > _ENOUGH:
        return []
    best = 0
    for place in page.places[1:]:
        if place.parent == best and own[place.id] >= _REGION * whole:
            best = place.id
    inside = [i for i, c in enumerate(page.candidates) if page.within(c.place, best)]
    prose = [i for i in inside if _may_be_story(page, page.candidates[i]) and i not in decided]
    words = np.array([word_count(page.candidates[i].text) for i in prose])
    total = int(words.sum()) if prose else 0
    chosen = sum(int(w) for i, w in zip(prose, words, strict=True) if kept[i])
    if total < _LEAST or chosen >= _FOUND * total or not _told(page, best, meta):
        return []
    long = words[words >= 8]
    links = sum(page.candidates[i].links for i in inside)
    letters = sum(len(page.candidates[i].text) for i in inside) or 1
    heads = [page.candidates[i] for i in inside if page.candidates[i].kind == "heading"]
    linked = sum(c.links > 0.5 * len(c.text) for c in heads)
    if not long.size or long.mean() < _DENSE or links > 0.25 * letters or 3 * linked > max(3, len(heads)):
        return []
    return [i for i in prose if suspicion(page.candidates[i], word_count(page.candidates[i].text)) is None]


def marked_body(page: Page, meta: Metadata, decided: Mapping[int, Why]) -> list[int]:
    """Return what is in the element that the page marks as its story, links and headings too; nothing where
    that is not under the headline.

    For pages whose few lines the classifier does not know: what is refused is lost.
    """
    title = bare(meta.title)
    heads = [
        i for i, c in enumerate(page.candidates) if c.kind == "heading" and title and bare(c.text) == title
    ]
    if not heads:
        return []
    own = [0] * len(page.places)
    inside: dict[int, list[int]] = {}
    for i, c in enumerate(page.candidates):
        place = page.places[c.place]
        if (
            i in decided
            or i in heads
            or c.kind == "figure"
            or place.flags & _ELSEWHERE
            or (place.near[0] | place.near[1] | place.near[2]) & _OTHERS
            or suspicion(c, word_count(c.text), stray=False) is not None
        ):
            continue
        at = c.place
        while at:
            if _marks_body(page, at):
                own[at] += word_count(c.text)
                inside.setdefault(at, []).append(i)
            at = page.places[at].parent
    best = max(inside, key=lambda at: (own[at], at), default=0)
    if not best or own[best] < _LEAST or not any(i < inside[best][-1] for i in heads):
        return []
    return inside[best]


def _marks_body(page: Page, place: int) -> bool:
    """Return whether an element is called the story's body, or is an `<article>`."""
    q = page.places[place]
    return bool(q.near[0] & _BODY) or q.tag == "article" or "articleBody" in (q.el.get("itemprop") or "")


def _told(page: Page, place: int, meta: Metadata) -> bool:
    """Return whether an element is said to be the story's, or has the page's headline in it or right before
    it.
    """
    if page.places[place].flags & (F_ARTICLE | F_MAIN | F_BODYPROP):
        return True
    title = bare(meta.title)
    return any(
        c.kind == "heading" and (c.level == 1 or (title and bare(c.text) == title)) for c in page.candidates
    )


def _may_be_story(page: Page, c: Candidate) -> bool:
    place = page.places[c.place]
    return (
        c.kind != "figure"
        and c.links < 0.5 * len(c.text)
        and not place.flags & _ELSEWHERE
        and not (place.near[0] | place.near[1] | place.near[2]) & _OTHERS
    )


_STAMP = re.compile(
    r"\s*[\[(]?(?<!\d)(?:\d{1,2}:[0-5]\d:[0-5]\d|(?<=[\[(])\d{1,2}:[0-5]\d)(?:[.,]\d+)?[\])]?(?:\s*[-–—:]\s+|\s+|\Z)"
)
_BARE_STAMP = re.compile(r"(?<!\d)(\d{1,2}):([0-5]\d)\s+(?=[^\W\d_])")
"""A time of minutes and seconds, which may be one of the day."""
_CELL_STAMP = re.compile(r"[\[(]?(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?:[.,]\d+)?[\])]?")
_TIMES = 3
"""Passages with a time in the recording that make a transcript."""
_TIME = Why("navigation", "the time in the recording", "time-stamp")


def _in_a_recording(texts: list[str]) -> bool:
    """Return whether the times that passages begin with are of a recording: the first in its first minute,
    none before the one above it.
    """
    times = [int(m[1]) * 60 + int(m[2]) for text in texts if (m := _BARE_STAMP.match(text))]
    return times[0] < 60 and times == sorted(times)


def _timed_rows(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Return whether a table is a transcript: a time in the recording before each row."""
    return (
        len(rows) >= _TIMES
        and all(len(row) > 1 and _CELL_STAMP.fullmatch(row[0]) for row in rows)
        and rows[0][0].strip("[(").startswith(("0:0", "00:0"))
    )


def untimed(page: Page) -> None:
    """Take the times in the recording out of a transcript (“[00:12:31] Anna: …”) and record them."""
    for i, c in enumerate(page.candidates):
        if c.kind == "table" and _timed_rows(c.rows):
            page.unsaid += [(i, _TIME, row[0]) for row in c.rows]
            c.rows = tuple(row[1:] for row in c.rows)
            c.text = "\n".join(" | ".join(filter(None, row)) for row in c.rows)
    form = _STAMP
    stamped = [i for i, c in enumerate(page.candidates) if c.kind != "code" and _STAMP.match(c.text)]
    if len(stamped) < _TIMES:
        form = _BARE_STAMP
        stamped = [i for i, c in enumerate(page.candidates) if c.kind != "code" and form.match(c.text)]
        if len(stamped) < _TIMES or not _in_a_recording([page.candidates[i].text for i in stamped]):
            return
    for i in stamped:
        c = page.candidates[i]
        found = form.match(c.text)
        rest = c.text[found.end() :] if found else ""
        if found and rest:
            c.text = rest
            page.unsaid.append((i, _TIME, found[0].strip()))
