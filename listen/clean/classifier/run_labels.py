"""This module says which labels belong to a story for what each of them stands over.

A question over its answer, a term over what it means, a name over each of several notes: in a class of its
own the page sets them alike, and they are often a word or two, so that the classifier doubts them one by one.
Over passages that are read, one after the other, they are what the listener needs to know what is spoken of.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from numpy.typing import NDArray

from listen.clean.classifier.long_reads import ELSEWHERE, OTHERS
from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import Candidate, Page
from listen.clean.dom.text import word_count
from listen.clean.furniture.wording import suspicion
from listen.clean.result import Why

_LONGEST = 14
"""Words of the longest label."""
_TELLS = 8
"""Words; a shorter passage under a label may be one itself."""
_RUN, _SHARE = 3, 0.8
"""Labels set alike that stand over passages of the story, and the part of all that are set so.

Of 14 labels that this brings on unseen marked pages 11 are marked; the other three are questions whose
answers are read.
"""
_SHORT, _FEWEST = 3, 2
"""Words of a label that comes again, and how often it is chosen elsewhere."""
_LEAST = 0.25
"""The probability of what is surely something else: who posted, how many like it."""
_TERM = 0.02
"""The same of a term (`dt`), which is there for what is said of it."""
_NAME, _NEAR = 0.1, 3
"""The same of a name over the same heading again and again, and how far over it that may stand."""
_STAMP = re.compile(
    r"\b(?:19|20)\d\d\b.*\d{1,2}[:.]\d\d|\b(?:posted|published|updated|written|reviewed) (?:by|on|at|in)?\b",
    re.I,
)
"""Who wrote a note, and when, is no name of it."""
_APART: Final = OTHERS | 1 << HINT_NAMES.index("caption") | 1 << HINT_NAMES.index("meta")


def labels_over(
    page: Page, kept: NDArray[Any], p: NDArray[Any], decided: Mapping[int, Why], title: str
) -> list[int]:
    """Return the labels, chosen or not, that stand each over a chosen passage and are set alike."""
    runs: dict[tuple[str, str], list[int]] = {}
    for i, c in enumerate(page.candidates[:-1]):
        if _may_label(page, c) and i not in decided:
            # Each term has an id of its own, so that the page can lead to it.
            sig = "" if c.tag == "dt" else page.places[c.place].sig
            runs.setdefault((c.tag, sig), []).append(i)
    out: list[int] = []
    for (tag, _), run in runs.items():
        led = [i for i in run if kept[i + 1] and _tells(page, i)]
        if len(led) < _RUN or len(led) < _SHARE * len(run):
            continue
        if len({page.candidates[i].text for i in led}) < len(led):
            continue
        least = _TERM if tag == "dt" else _LEAST
        out += [
            i
            for i in led
            if p[i] >= least
            and page.candidates[i].text != title
            and not _STAMP.search(page.candidates[i].text)
            and (
                tag == "dt"
                or suspicion(page.candidates[i], word_count(page.candidates[i].text), stray=False) is None
            )
        ]
    return (
        out
        + _again(page, kept, p, decided)
        + _names(page, kept, p, decided)
        + _of_lists(page, kept, p, decided)
        + _questions(page, kept, p, decided)
    )


def _of_lists(page: Page, kept: NDArray[Any], p: NDArray[Any], decided: Mapping[int, Why]) -> list[int]:
    """Return what is not chosen of the lists that a table sets beside each other, and of their labels, where
    most of the items are.
    """
    tables = {
        c.place
        for c in page.candidates
        if c.tag == "table" and c.kind == "paragraph" and c.text.endswith((":", "："))
    }
    out: list[int] = []
    for at in tables:
        inside = [i for i, c in enumerate(page.candidates) if page.within(c.place, at)]
        items = [i for i in inside if page.candidates[i].kind == "list_item"]
        if items and 2 * sum(bool(kept[i]) for i in items) > len(items):
            out += [i for i in inside if not kept[i] and p[i] >= _NAME and i not in decided]
    return out


def _questions(page: Page, kept: NDArray[Any], p: NDArray[Any], decided: Mapping[int, Why]) -> list[int]:
    """Return the questions, chosen or not, that stand each over its answer and are set alike, where most of
    the answers are chosen; and the answers that are not, set like those that are.
    """
    runs: dict[tuple[str, str], list[int]] = {}
    for i, c in enumerate(page.candidates[:-1]):
        if c.text.endswith(("?", "？")) and _may_label(page, c) and i not in decided and _tells(page, i):
            runs.setdefault((c.tag, page.places[c.place].sig), []).append(i)
    out: list[int] = []
    for run in runs.values():
        told = [i for i in run if kept[i + 1]]
        if len(run) < _FEWEST or len(told) < _MOST_TOLD * len(run):
            continue
        makes = {page.places[page.candidates[i + 1].place].sig for i in told}
        for i in run:
            answer = page.candidates[i + 1]
            if p[i] < _LEAST:
                continue
            if kept[i + 1]:
                out.append(i)
            elif page.places[answer.place].sig in makes and p[i + 1] >= _LEAST and i + 1 not in decided:
                out += [i, i + 1]
    return [i for i in out if not kept[i]]


_MOST_TOLD = 2 / 3
"""The part of the answers to questions which are set alike that is chosen."""


def _again(page: Page, kept: NDArray[Any], p: NDArray[Any], decided: Mapping[int, Why]) -> list[int]:
    """Return the labels with a colon (“Disadvantages:”) that are not chosen, over passages that are, where
    the same label is chosen over others: without it these would go with what stands before.
    """
    where: dict[str, list[int]] = {}
    for i, c in enumerate(page.candidates[:-1]):
        if c.kind == "paragraph" and c.text.endswith((":", "：")) and word_count(c.text) <= _SHORT:
            where.setdefault(c.text, []).append(i)
    out: list[int] = []
    for run in where.values():
        chosen = sum(bool(kept[i]) for i in run)
        if chosen >= _FEWEST and 2 * chosen >= len(run):
            out += [
                i
                for i in run
                if not kept[i]
                and kept[i + 1]
                and kept[max(0, i - 1)]
                and i not in decided
                and p[i] >= _LEAST
                and not page.candidates[i].links
            ]
    return out


def _names(page: Page, kept: NDArray[Any], p: NDArray[Any], decided: Mapping[int, Why]) -> list[int]:
    """Return the headings not chosen, set alike, that each stand over the same chosen heading (“Pros:”): the
    names of what it says something of.
    """
    cands = page.candidates
    over: dict[tuple[str, str], list[int]] = {}
    for i, c in enumerate(cands):
        if c.kind == "heading" and kept[i] and word_count(c.text) <= _SHORT:
            above = next(
                (k for k in range(i - 1, max(-1, i - 1 - _NEAR), -1) if cands[k].kind == "heading"), i
            )
            if above < i and not kept[above:i].any():
                over.setdefault((c.text, page.places[cands[above].place].sig), []).append(above)
    return [
        i
        for run in over.values()
        if len(run) >= _RUN and len({cands[i].text for i in run}) == len(run)
        for i in run
        if i not in decided and p[i] >= _NAME and word_count(cands[i].text) <= _LONGEST
    ]


def _may_label(page: Page, c: Candidate) -> bool:
    """Return whether a passage is short, in a class of its own or a term, and leads nowhere."""
    place = page.places[c.place]
    return (
        c.kind in ("paragraph", "list_item")
        and (c.tag == "dt" or "." in place.sig)
        and 0 < word_count(c.text) <= _LONGEST
        and (c.tag == "dt" or c.links <= 0.3 * len(c.text))
        and (c.button < 0.5 * len(c.text) or c.text.endswith("?"))
        and not place.flags & ELSEWHERE
        and not (place.near[0] | place.near[1]) & _APART
    )


def _tells(page: Page, i: int) -> bool:
    """Return whether what stands right under a label says something, is set in another way and is near."""
    label, told = page.candidates[i], page.candidates[i + 1]
    place = page.places[label.place]
    # The label and its passage share an element, or one around the label's own.
    around = page.places[place.parent].parent
    return (
        told.kind in ("paragraph", "list_item", "quote")
        and word_count(told.text) > (2 if label.tag == "dt" else _TELLS)
        and page.places[told.place].sig != place.sig
        and page.within(told.place, around)
    )
