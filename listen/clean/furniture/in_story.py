"""This module says why a passage that stands in the story is not read all the same.

Most of it is the passage's own wording (`wording.py`); what is set alike around it, the list that it stands
in and the box that it heads say how far a word or two by themselves are to be trusted.
"""

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listen.clean.dom.nouns import Candidate, Page
from listen.clean.dom.text import word_count
from listen.clean.furniture.phrases import labels
from listen.clean.furniture.wording import (
    CALLS,
    CAPITALS,
    DATE_LINE,
    LED,
    OF_RECIPE,
    STRAY,
    leads,
    over,
    over_points,
    over_prose,
    paired,
    repeats_title,
    section,
    set_alike,
    sets_capitals,
    suspicion,
)
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.titles import is_headline
from listen.clean.metadata.titles import words as bare
from listen.clean.result import Why

_ALIKE_CREDIT = 0.25
_AGAIN = 3
"""So often does a label stand that the story uses again and again, as “Pros”."""
_AGAIN_CREDIT = 0.27
_NAMES, _NAMED = frozenset(["related", "contents", "share"]), 0.6
"""Classes of labels that a part of the story may be called by all the same (“Overview”, “More on fields”,
“TikTok”), and the probability which that needs where prose follows: of 27 such headings on unseen pages
25 are marked.
"""
_OF_ITEMS = frozenset(["prompts", "related", "navigation", "contents"])
"""Classes of labels that may be an item like the others."""
_ITEMS = 4
"""Items of a list that says what its items are."""
_FEW, _PLAIN, _TOLD = 0.25, 0.6, 0.6
"""The part of a list's items that may be suspect, the part that is not, and the probability which the former
need to be read with them: of 43 such items of marked pages that ask for nothing 42 are marked.
"""
_PART, _LONG = 0.3, 15
"""The part of an item in links or buttons, and the words, by which it is told from one that asks for
something.
"""
_NEVER = frozenset(["links", "bylines"])
_ASKING = frozenset(["button", "pointer to another story"])
BOXED = frozenset(["prompts", "ads", "related", "share"])
"""Classes of what stands in a box of its own."""
_DATES, _DATED = 4, 2
"""Items of a list that are dates, or dates over a heading each: a calendar, no time stamps."""
_SERIAL = re.compile(
    r"\W*(?:([^\W\d_]{2,20})(?:\s*+(?:no\.?|nr\.?|n°|#))?\s*+(\d{1,3})|(\d{1,3})[.)]?\s+([^\W\d_]{2,20}))\W*",
    re.I,
)
"""A label that counts: “Step 2”, “2. Schritt”."""
_COUNTED = 3
"""Labels that count the same thing, which make it the story's parts."""
_SHOWN = re.compile(
    r"ad|advertisement|anzeige|bild|comments?|fig|figure|foto|image|img|kommentare?|page|photo|picture|seite|slide|"
    r"tweet|video|vidéo"
)
"""What a page counts that is none of the story's parts."""
_BY = re.compile(
    r"\A\W*(?:(?:text|words|story|written|ein artikel|tekst)\W+)?(?:by|von|par|por|di|door|af|av)\s+", re.I
)
_AGENCY = re.compile(
    r"(?:,|/|\||–|-|\()\s?[A-ZÄÖÜ]{2,6}\W*\Z|[,/]\s?(?:dpa|afp|sid|epd|kna|apa|ansa|efe|lusa)\W*\Z"
)
_AND = frozenset(["and", "und", "et", "y", "e", "en", "og", "och", "i"])
STORY = 60
"""Words of a story behind which other posts may stand in full."""
_INITIALS = re.compile(
    r"[(\[/]{0,2}\s?(?!(?:AMEN|END|ENDE|FIN|FINE|LOVE)\b)(?:[A-Z]{2,4}|[b-df-hj-np-tv-xz]{2,3})"
    r"(?:[/+&]\s?(?:[A-Z]{2,4}|[b-df-hj-np-tv-xz]{2,3})){0,3}\s?[)\]]?"
)
"""Initials and agencies by which a story is signed at its end; a word has a vowel or is longer."""
_SIGNED = Why("bylines", "who wrote it, at the end", "initials")


def doubts(page: Page, meta: Metadata, kept: NDArray[Any], p: NDArray[Any]) -> list[Why | None]:
    """Class and reason of each kept candidate that is not to be read; None for all others."""
    capitals = sets_capitals(c for c, keep in zip(page.candidates, kept, strict=True) if keep)
    alike = set_alike(page, kept)
    boxed = paired(page, kept)
    of_list = _listed(page, kept, p)
    alone = _single(page, kept)
    again = _again(page, kept, p) | _counted(page, kept)
    out: list[Why | None] = []
    for i, c in enumerate(page.candidates):
        own = float(p[i])
        credit = max(_ALIKE_CREDIT if alike[i] else 0.0, leads(page, kept, i))
        sure = max(of_list.get(i, 0.0), own + credit, again.get(c.text, 0.0), 1.0 if i in boxed else 0.0)
        led = bool(kept[i]) and (
            over_prose(page, kept, i) if c.kind == "heading" else over_points(page, kept, i)
        )
        why = _inside(c, meta, capitals, own, sure, led, i in alone) if kept[i] else None
        if why and why.kind == "comments" and why.rule == "wording" and section(page, kept, i):
            why = None
        out.append(why)
    for i in _among_others(page, kept, p, out):
        out[i] = None
    if (last := _initials(page, out, kept)) is not None:
        out[last] = _SIGNED
    dates = [
        i
        for i, why in enumerate(out)
        if why and why[:2] == DATE_LINE and (page.candidates[i].kind == "list_item" or over(page, kept, i))
    ]
    # A line with the day stands over a story once: two such headings are those of a diary, of versions.
    below = [c.kind == "heading" and (c.level or 0) > 1 for c in page.candidates]
    heads = [i for i, why in enumerate(out) if why and why[:2] == DATE_LINE and below[i]]
    dates = dates if len(dates) >= _DATES else []
    for i in [*dates, *heads] if len(heads) >= _DATED else dates:
        out[i] = None
    return out


def _initials(page: Page, out: list[Why | None], kept: NDArray[Any]) -> int | None:
    """Return the last passage of a story where it is no more than who wrote it or sent it: “pp”, “(SID)”."""
    story = [i for i, why in enumerate(out) if kept[i] and why is None]
    if not story or page.candidates[story[-1]].kind != "paragraph":
        return None
    text = page.candidates[story[-1]].text
    before = sum(word_count(page.candidates[i].text) for i in story[:-1])
    return story[-1] if before >= STORY and _INITIALS.fullmatch(text) else None


def _again(page: Page, kept: NDArray[Any], p: NDArray[Any]) -> dict[str, float]:
    """Return how sure the classifier is of each label that the story uses again and again."""
    where: dict[str, list[float]] = {}
    for i, c in enumerate(page.candidates):
        if kept[i] and c.kind == "paragraph" and len(c.text) < 40:
            where.setdefault(c.text, []).append(float(p[i]))
    return {t: float(np.median(ps)) + _AGAIN_CREDIT for t, ps in where.items() if len(ps) >= _AGAIN}


def _counted(page: Page, kept: NDArray[Any]) -> dict[str, float]:
    """Return the labels of a story that count its parts, as “Step 1” and “Step 2” do: all are sure."""
    labels_of: dict[str, dict[str, str]] = {}
    for i, c in enumerate(page.candidates):
        if kept[i] and len(c.text) < 40 and (m := _SERIAL.fullmatch(c.text)):
            of = (m[1] or m[4]).lower()
            if not _SHOWN.fullmatch(of):
                labels_of.setdefault(of, {})[m[2] or m[3]] = c.text
    return {
        text: 1.0 for numbers in labels_of.values() if len(numbers) >= _COUNTED for text in numbers.values()
    }


def _inside(
    c: Candidate,
    meta: Metadata,
    capitals: bool,
    p: float,
    sure: float,
    over: bool = False,
    listed: bool = False,
) -> Why | None:
    """Return why a passage that stands in the story with probability `p` is not read all the same.

    `sure` is the probability that counts for a word or two, which draws on what is set alike; `over`: it is a
    heading over prose; `listed`: it is the one item with such a phrase in a list of the story.
    """
    if c.kind == "figure":
        return Why("captions", "a figure's caption", "caption")
    if (c.tag != "dt" and repeats_title(c.text, meta.title)) or (
        (c.level == 1 and _with_kicker(c, meta.title)) or is_headline(c, meta.title)
    ):
        return Why("title", "repeats the headline", "headline")
    if meta.byline and len(c.text) < 160 and _only_names(c.text, meta.byline):
        return Why("bylines", "author's line", "author-line")
    found = suspicion(c, word_count(c.text), capitals)
    if found and found[1] == STRAY:
        if sure < found[2] and not OF_RECIPE.fullmatch(c.text):
            return Why(found[0], found[1], "stray")
        found = suspicion(c, word_count(c.text), capitals, stray=False)
    if found and over and found[0] in _NAMES and p >= _NAMED:
        return None
    if found and listed and found[0] in _OF_ITEMS and word_count(c.text) <= 3 and not (c.links or c.button):
        return None
    if found and p < found[2] and not (found[1] == CAPITALS and sure >= 1.0):
        return Why(found[0], found[1], "wording")
    return None


def _with_kicker(c: Candidate, title: str) -> bool:
    """Return whether a heading of the first level is the headline with what the page sets above it."""
    said, key = bare(c.text), bare(title)
    if c.kind != "heading" or len(key) < 30 or not said.endswith(f" {key}") or len(said) >= 2 * len(key):
        return False
    # One of the two is set apart.
    apart = (bare("".join(el.itertext())) for el in c.el.iter() if el is not c.el and el.tag.__class__ is str)
    return any(text in (key, said[: -len(key)].strip()) for text in apart)


def _only_names(text: str, byline: str) -> bool:
    """Return whether a line is the authors' names, behind a “by” or not, and no more."""
    said = f" {bare(_BY.sub('', text))} "
    for name in sorted(byline.split(","), key=len, reverse=True):
        if f" {bare(name)} " not in said:
            return False
        said = said.replace(f" {bare(name)} ", "  ", 1)
    left = [word for word in said.split() if word not in _AND]
    # Behind the names the agency or the broadcaster: “By Ann Lee and Bo Roe, VPA”.
    return not left or (len(left) == 1 and _BY.match(text) is not None and _AGENCY.search(text) is not None)


def _listed(page: Page, kept: NDArray[Any], p: NDArray[Any]) -> dict[int, float]:
    """For each item of a list that is in the story, how sure the classifier is of the list: items by
    themselves are often a word or two.
    """
    out: dict[int, float] = {}
    for every in page.lists(range(len(page.candidates))):
        items = [i for i in every if kept[i]]
        if len(items) > 1:
            sure = max(float(p[items].mean()), float(np.median(p[items])))
            long = any(word_count(page.candidates[i].text) > 3 for i in items) or _between_prose(
                page, kept, items
            )
            # A list with a phrase in it is no list of labels.
            out |= {i: max(float(p[i]), 1.0 if long else sure + _ALIKE_CREDIT / 2) for i in items}
        elif items and items[0] and _leads_into(page.candidates[items[0] - 1]) and kept[items[0] - 1]:
            out[items[0]] = 1.0
    return out


def _leads_into(c: Candidate) -> bool:
    """Return whether a passage is a label or a sentence over a list (“Drawbacks:”), which leads nowhere."""
    return c.kind == "paragraph" and c.text.endswith((":", "：")) and not c.links


def _between_prose(page: Page, kept: NDArray[Any], items: list[int]) -> bool:
    """Return whether a list without links stands between two paragraphs of the story, in the same element."""
    cands = page.candidates
    first, last = items[0] - 1, items[-1] + 1
    if first < 0 or last >= len(cands) or len(items) < last - first - 1 or any(cands[i].links for i in items):
        return False
    outer = page.places[page.list_of(cands[items[0]])].parent
    return all(
        kept[i]
        and cands[i].kind == "paragraph"
        and word_count(cands[i].text) > LED
        and page.places[cands[i].place].parent == outer
        for i in (first, last)
    )


def _single(page: Page, kept: NDArray[Any]) -> set[int]:
    """Return the items that are a label (“Loading”) in a list of the story of which no other item is one."""
    out: set[int] = set()
    for items in page.lists(range(len(page.candidates))):
        if len(items) >= _ITEMS and sum(bool(kept[i]) for i in items) >= len(items) - 1:
            named = [i for i in items if labels(page.candidates[i].text)]
            linked = sum(page.candidates[i].links > 0 for i in items)
            if len(named) == 1 and 2 * linked < len(items):
                out.add(named[0])
    return out


def _among_others(page: Page, kept: NDArray[Any], p: NDArray[Any], out: list[Why | None]) -> list[int]:
    """Return the items that are suspect for their wording in a list of the story most of whose items are not:
    a step that speaks of signing up, a point about copyright, “Video: 4K” among a camera's data.
    """
    found: list[int] = []
    for items in page.lists(range(len(page.candidates))):
        suspect = [i for i in items if kept[i] and (why := out[i]) is not None and why.rule == "wording"]
        plain = sum(bool(kept[i]) and out[i] is None for i in items)
        if len(items) >= _ITEMS and len(suspect) <= _FEW * len(items) and plain >= _PLAIN * len(items):
            found += [i for i in suspect if p[i] >= _TOLD and _tells(page.candidates[i], out[i])]
    return found


def _tells(c: Candidate, why: Why | None) -> bool:
    """Return whether a suspect item says something, and asks for nothing."""
    if why is None or why.kind in _NEVER or why.reason in _ASKING:
        return False
    if why.kind not in BOXED:
        return True
    own = c.links + c.button <= _PART * len(c.text)
    # A step asks, too, and what is long explains.
    step = c.number is not None and not CALLS.search(c.text)
    return own and (word_count(c.text) >= _LONG or step or why.kind == "related")
