"""This module says what stands at the end of a story, or of a passage, and is none of it: a last part with
more of the site's, an offer behind all else, a list whose heading is not read, the name over how to reach
the site; a link that asks for something or leads to a file, the mark of the end.
"""

import re
from typing import Any

from listen.clean.dom.nouns import Candidate, Page, fold
from listen.clean.dom.text import STOPS, word_count
from listen.clean.furniture.boxes import asks
from listen.clean.metadata.gather import Metadata
from listen.clean.result import Why

_STORY = 150
"""Words of the story before such a part."""
_MORE_PART = Why("related", "a last part with more of the site’s own", "more-part")
_MORE = re.compile(
    r"\W*(?:more (?:from|by|resources?|reading|links)|mehr (?:von|aus|links)|weitere (?:links|quellen)|"
    r"plus (?:de ressources|de liens)|más (?:recursos|enlaces)|altre risorse|meer van)\b.{0,40}",
    re.I,
)
"""The heading of such a part; “More on fields” is the story's own."""
_LAST_PART = 90
"""Words of the longest such part."""
_ORPHANS = Why("navigation", "a list at the end whose heading is not read", "orphan-list")
_DOUBTFUL = 0.45
"""The probability below which each item of such a list has to be: of four such lists on unseen pages none is
marked."""
_ITEM = 8
"""Words of its longest item."""
_CALL_LINK = Why("prompts", "a link that asks for something, behind a passage", "call-link")
_CALLS = re.compile(
    r"\W*(?:book|shop|order|start|schedule|reserve|claim|enrol)\b.{2,60}?\b(?:today|now|trial)\W*", re.I
)
"""What such a link says. Of eleven on unseen pages none is marked; those that say “try” or “download” are."""
_END_MARK = Why("bylines", "the mark of the story's end", "end-mark")
_MARK = re.compile(r"[(\[]?[A-Z]{2,4}[)\]]?|[■□◆◼●∎▪⬛]")
_ENDED = re.compile(rf"[{STOPS}][\"'”’»)]*\s*\Z")
_BUY_LINK = Why("prompts", "a shop's link behind a price", "buy-link")
_BUY = re.compile(
    r"\W*(?:buy(?: now| it)?|kaufen|bestellen|acheter|commander|comprar|acquista|kopen)\W*", re.I
)
_PRICE = re.compile(r"[€$£]|\b(?:EUR|USD|CHF|GBP)\b|\d[.,]\d\d\b")
_FILE_LINK = Why("links", "a file to fetch, behind a passage", "file-link")
_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|xlsx?|pptx?|zip|epub)(?:[?#]|\Z)", re.I)
_FILE_MARK = re.compile(r"\s?[\[(][A-Z]{2,4}[\])]\Z")
_OFFER = Why("prompts", "an offer behind the story", "offer-behind")
_REACH = Why("bylines", "a name over how to reach the site", "contact-name")
_REACHED = re.compile(
    r"[\w.+-]{1,60}+@[\w-]{1,60}\.\w|\b(?:tel|fon|phone|fax|mobil)\b\.?|(?<!\d)(?:\+\d\d|0\d{2,5})[ /(-]\d",
    re.I,
)
_GAP, _NAME_GAP = 5, 3
"""Passages not read that part an offer, or a name, from the story."""
_NAME = 8
"""Words of such a name's longest line."""
_PART = 0.7
"""The part of the words before it that an offer has at most."""


def _parted(page: Page, story: list[int], gap: int) -> list[int]:
    """Return the passages at the end of a story that at least `gap` others, not read, part from the rest."""
    for k in range(len(story) - 1, 0, -1):
        if story[k] - story[k - 1] > gap:
            return story[k:]
    return []


def offer_behind(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the passages far behind the story that share an element of their own with a button which asks
    for something: “Apply now”.
    """
    cands = page.candidates
    tail = _parted(page, story, _GAP)
    told, before = (
        sum(word_count(cands[i].text) for i in part) for part in (tail, story[: len(story) - len(tail)])
    )
    if not tail or before < _STORY or told > _PART * before:
        return {}
    at = cands[tail[0]].place
    while not all(page.within(cands[i].place, at) for i in tail):
        at = page.places[at].parent
    apart = at and not page.within(cands[story[-len(tail) - 1]].place, at)
    asking = apart and any(asks(el) is not None for el in page.places[at].el.iter("a", "button"))
    return dict.fromkeys(tail, _OFFER) if asking else {}


def contact_name(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the name at the end, apart from the story, under which the page says how to reach its owner."""
    cands = page.candidates
    tail = _parted(page, story, _NAME_GAP)
    behind = tail[-1] + 1 if tail else len(cands)
    if behind >= len(cands) or not _REACHED.search(cands[behind].text):
        return {}
    names = all(
        cands[i].kind == "paragraph"
        and not _ENDED.search(cands[i].text)
        and all(word_count(line) <= _NAME for line in cands[i].lines or (cands[i].text,))
        for i in tail
    )
    return dict.fromkeys(tail, _REACH) if names else {}


def more_part(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the last part of a story whose heading says that it has more of the site's, and leads there."""
    cands = page.candidates
    head = next((k for k in range(len(story) - 1, -1, -1) if cands[story[k]].kind == "heading"), None)
    if head is None or not _MORE.fullmatch(cands[story[head]].text):
        return {}
    behind = story[head + 1 :]
    short = sum(word_count(cands[i].text) for i in behind) <= _LAST_PART
    leads = any(cands[i].anchors > cands[i].hash_links for i in behind)
    whole = short and leads and sum(word_count(cands[i].text) for i in story[:head]) >= _STORY
    return dict.fromkeys(story[head:], _MORE_PART) if whole else {}


def orphan_list(page: Page, p: Any, story: list[int]) -> dict[int, Why]:
    """Return the doubtful list of labels that a story ends with, where the heading over it is not read."""
    cands = page.candidates
    tail: list[int] = []
    for i in reversed(story):
        if cands[i].kind != "list_item":
            break
        tail.append(i)
    over = tail[-1] - 1 if tail else -1
    if over < 0 or len(tail) == len(story) or cands[over].kind != "heading" or over in story:
        return {}
    labels = all(
        p[i] < _DOUBTFUL and word_count(cands[i].text) <= _ITEM and not _ENDED.search(cands[i].text)
        for i in tail
    )
    return dict.fromkeys(tail, _ORPHANS) if labels else {}


def trailing(c: Candidate, last: bool) -> tuple[int, Why] | None:
    """Return how much of a passage is read where a link ends it which asks for something or leads to a file,
    or the mark of the story's end (`last`: it is the story's last passage), and why; None where all of it is.
    """
    if c.kind not in ("paragraph", "list_item") or c.el is None or not (c.anchors or last):
        return None
    for el in _last_elements(c):
        said = fold("".join(el.itertext()))
        said = _FILE_MARK.sub("", said) if el.tag == "a" else said
        at = c.text.rfind(said) if said else -1
        if at <= 0 or c.text[at + len(said) :].strip(" .!"):
            continue
        if el.tag == "a" and _BUY.fullmatch(said) and _PRICE.search(c.text[:at]):
            return at, _BUY_LINK
        if not _ENDED.search(c.text[:at]):
            continue
        if el.tag == "a" and _CALLS.fullmatch(said):
            return at, _CALL_LINK
        if el.tag == "a" and _FILE.search(el.get("href") or "") and not _ENDED.search(said):
            return at, _FILE_LINK
        if last and el.tag != "a" and _MARK.fullmatch(said):
            return at, _END_MARK
    return None


def _last_elements(c: Candidate) -> list[Any]:
    """The last link of a passage, and the last element in its own that sets a word or two apart."""
    marks = list(c.el.iter("b", "strong", "span", "i", "em"))
    return [*([] if c.last_link is None else [c.last_link]), *marks[-1:]]
