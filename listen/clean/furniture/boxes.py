"""Small things that a page sets between the passages of a story or behind them: boxes that call the reader to
do something, a panel about cookies, the bars of a chart, labels over headings.
"""

import re
from collections.abc import Mapping, Sequence, Set
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from listen.clean.dom.nouns import HEADINGS, INLINE, Page, fold
from listen.clean.dom.text import word_count
from listen.clean.metadata.gather import Metadata
from listen.clean.result import Why

_PANEL = Why("legal", "a panel about cookies behind the story", "cookie-panel")
_CHART = Why("captions", "the figure of a bar in a chart", "chart-bar")
_BAR_WORDS = 6
"""Words of the longest label of such a bar, its figure included."""
_BAR_FIGURE = re.compile(r".{2,60}?\s\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|/\s?\d{1,3})?")
_BAR_WIDTH = re.compile(r"(?:^|;|\s)width\s*:\s*\d{1,3}(?:\.\d+)?%", re.I)
_LABEL_OVER = Why("navigation", "a label over a heading", "label-over")
_EYEBROW = re.compile(
    r"(?:^|[\s_-])(?:eyebrow|kicker|overline|roofline|pre-?(?:title|heading|headline)|spitzmarke|dachzeile|surtitre)"
    r"(?=$|[\s_-])",
    re.I,
)
"""Names of the word or two that a page sets over a heading to say what it is about."""
_EYEBROW_WORDS = 5
_TABS = re.compile(r"(?:^|[\s_-])tabs?(?=$|[\s_-])", re.I)
"""Names of what holds tabs."""
_FEWEST_TABS, _MOST_TABS, _TAB_NAME, _FEW = 2, 30, 40, 12
"""Tabs beside each other whose text is read, characters of the longest name, elements in a tab."""
_COOKIES = re.compile(r"\bcookies?\b|\bconsent\b|\bprivacy (?:polic|preference|setting|cent)", re.I)
_OF_COOKIES = re.compile(r"\bcookies?\b", re.I)
_CALL = Why("prompts", "a box that calls the reader to do something", "call-box")
_BOX = 60
"""Words; an element with more holds other things besides the call."""
_STORY = 150
"""Words of a story beside which a box is a call: a page of offers has little else."""
_BEFORE = 40
"""Words of the story before the first such box: what stands under the headline leads in."""
_MOST = 0.2
"""The part of a story's words from which such boxes are the story: a list of offers that it compares."""
_COMPARED = 3
"""Boxes of one make whose buttons lead to as many places: the offers that the story compares."""
_LABEL = 7
"""Words of the longest button."""
_ASKS = re.compile(
    r"\W*(?:(?:get|request|claim|compare|see|check|view)\b.{0,30}\b(?:quotes?|estimates?|pricing|prices|plans?|"
    r"demo|offer|access|free|now|today|copy|guide)|get (?:started|in touch|matched)|start\b.{0,30}|"
    r"try\b.{0,30}|sign (?:up|in)\b.{0,30}|join\b.{0,30}|subscribe\b.{0,30}|register\b.{0,20}|"
    r"(?:book|schedule|request) (?:a|an|your|my)\b.{0,30}|(?:free )?download\b.{0,20}|"
    r"access (?:the|your|my)\b.{0,20}|apply (?:now|today|here|online)|create\b.{0,12}\b(?:account|profile)|"
    r"contact (?:us|me)\b.{0,12}|(?:talk|speak) (?:to|with)\b.{0,30}|let[’']s (?:talk|chat)|enrol+ now|"
    r"donate(?: now| today)?|(?:shop|buy|order) now|"
    r"(?:jetzt|kostenlos) (?:\w+ ){0,3}(?:anmelden|registrieren|testen|starten|herunterladen|bestellen|"
    r"anfordern|buchen)|(?:inscrivez|abonnez)-vous\b.{0,20}|essa(?:yez|i) gratuit\w*|demander un devis|"
    r"(?:regístrate|suscríbete|inscríbete)\b.{0,20}|prueba(?:lo)? gratis|iscriviti\b.{0,20}|prova gratis)\W*",
    re.I,
)
"""What a button says that leads to an offer; what shows more of the page, or a shop's price, is none."""
_COUNTS = re.compile(r"\W*(?:[^\W\d_]{2,10} )?#?\d{1,3}\b")
"""How a heading begins that counts: what stands under it is one of the things that the story is about."""
_LISTS = frozenset(["ul", "ol", "li", "dl", "dd", "tr", "td"])
"""A list whose last item a button was put into is no box."""
_BUTTON_NAME = re.compile(r"(?:^|[\s_-])(?:btn|button|cta)(?=$|[\s_-])", re.I)


def call_boxes(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the passages of a story that stand in small elements with a button which asks for something."""
    cands = page.candidates
    words = {i: word_count(cands[i].text) for i in story}
    whole, before = sum(words.values()), 0
    if whole < _STORY or len(page.places) < 2:
        return {}
    small = _small(page)
    tops = {top for i in story if (top := _top(page, small, cands[i].place))}
    if not _asking(page, small, tops):
        return {}  # most pages: the buttons elsewhere need not be looked at
    asking = _asking(page, small, {at for at in small if page.places[at].parent not in small})
    boxes: dict[int, list[int]] = {}
    for i in story:
        box, at = 0, cands[i].place
        while at in small:
            box = at if at in asking and page.places[at].tag not in _LISTS else box
            at = page.places[at].parent
        if box and before >= _BEFORE:
            boxes.setdefault(box, []).append(i)
        before += 0 if box else words[i]
    makes: dict[str, set[str]] = {}
    # Of a make with a name all count, read or not; a bare `div` says nothing.
    for box in {*boxes, *(at for at in asking if "." in page.places[at].sig)}:
        makes.setdefault(page.places[box].sig, set()).add(asking[box])
    found = [
        i
        for box, items in boxes.items()
        if len(makes[page.places[box].sig]) < _COMPARED
        and not any(cands[i].kind in ("table", "code") or _COUNTS.match(cands[i].text) for i in items)
        for i in items
    ]
    return dict.fromkeys(found, _CALL) if sum(words[i] for i in found) <= _MOST * whole else {}


def questions_before_buttons(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return a question and what is said to it, in an element of their own, right before a button that asks.

    The button stands in an element beside it, which is what tells this from `call_boxes`.
    """
    cands, read = page.candidates, set(story)
    words = {i: word_count(cands[i].text) for i in story}
    out: dict[int, Why] = {}
    before = 0
    for i in story if sum(words.values()) >= _STORY else ():
        before += words[i]
        button = cands[i + 1] if i + 1 < len(cands) and i + 1 not in read else None
        if (
            button is None
            or max(button.links, button.button) < 0.9 * len(button.text)
            or not _ASKS.fullmatch(button.text)
        ):
            continue
        box = page.places[page.places[cands[i].place].parent]
        own = [i]
        while len(own) <= _SAID and own[0] and page.within(cands[own[0] - 1].place, box.id):
            own.insert(0, own[0] - 1)
        told = sum(words.get(k, 0) for k in own)
        apart = box.tag not in (*_LISTS, "body", "main", "article") and not page.within(button.place, box.id)
        plain = len(own) <= _SAID and read.issuperset(own) and all(cands[k].kind in _TOLD for k in own)
        if (
            apart
            and plain
            and told <= _BOX
            and before - told >= _BEFORE
            and _QUESTION.match(cands[own[0]].text)
        ):
            out |= dict.fromkeys(own, _CALL)
    return out


def card_links(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the links with which the cards of a list end, each with a heading and a text, two or more."""
    cands = page.candidates
    lists: dict[int, list[int]] = {}
    for i in story:
        c = cands[i]
        place = page.places[c.place]
        linked = c.anchors == 1 and not c.hash_links and c.links >= 0.95 * len(c.text)
        if c.kind != "list_item" or place.tag != "li" or not linked or word_count(c.text) > _LABEL:
            continue
        first = i
        while first and page.within(cands[first - 1].place, place.id):
            first -= 1
        last = i + 1 == len(cands) or not page.within(cands[i + 1].place, place.id)
        kinds = {cands[k].kind for k in range(first, i)}
        if last and "heading" in kinds and len(kinds) > 1:
            lists.setdefault(place.parent, []).append(i)
    return {i: _CARD_LINK for items in lists.values() if len(items) >= _CARDS for i in items}


_CARD_LINK = Why("related", "the link with which a card of a list ends", "card-link")
_CARDS = 2
_QUESTION = re.compile(r"[^.!?]{10,200}\?")
_SAID = 2
"""Passages of such a box."""
_TOLD = ("paragraph", "heading")


def _small(page: Page) -> set[int]:
    """Return the places with few words."""
    words = [0] * len(page.places)
    for c in page.candidates:
        words[c.place] += word_count(c.text)
    for q in reversed(page.places[1:]):
        words[q.parent] += words[q.id]
    return {q.id for q in page.places[1:] if words[q.id] <= _BOX and q.tag not in ("body", "main", "article")}


def _top(page: Page, small: set[int], at: int) -> int:
    """Return the largest small place around a place; 0 where that is none."""
    top = 0
    while at in small:
        top, at = at, page.places[at].parent
    return top


def _asking(page: Page, small: set[int], tops: set[int]) -> dict[int, str]:
    """Return the small places with a button by which they ask for something, and where the first one leads;
    those inside `tops`, the largest of them.

    Each button is looked at once, however deep it stands.
    """
    places = {page.places[at].el: at for at in small} if tops else {}
    out: dict[int, str] = {}
    for at in sorted(tops):
        top = page.places[at].el
        for inner in top.iter("a", "button"):
            leads = asks(inner)
            el = inner if leads is not None else None
            while el is not None and leads is not None:
                place = places.get(el)
                if place is not None and el.tag != "p" and el.tag not in HEADINGS:
                    out.setdefault(place, leads)
                el = None if el is top else el.getparent()
    return out


def asks(button: Any) -> str | None:
    """Return where a button leads that asks for something; None for any other."""
    said = fold("".join(button.itertext()))
    short = said and len(said) < 60 and word_count(said) <= _LABEL
    return (
        _target(button.get("href") or said)
        if short and _ASKS.fullmatch(said) and _alone(button, said)
        else None
    )


def _target(address: str) -> str:
    """Return an address without what only counts the visitors."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.netloc}{parts.path}"


def _alone(el: Any, said: str) -> bool:
    """Return whether a button stands by itself: it is no link inside a sentence, and it unfolds nothing."""
    if el.get("aria-expanded") is not None or el.get("aria-controls") is not None:
        return False
    if el.tag == "button" or _BUTTON_NAME.search(el.get("class") or "") or el.get("role") == "button":
        return True
    up = el
    while up.tag in INLINE and up.getparent() is not None:
        up = up.getparent()
    if fold("".join(up.itertext())) == said:
        return True
    before, after = el.getprevious(), el.getnext()
    return (
        before is not None
        and before.tag not in INLINE
        and not (before.tail or "").strip()
        and not (el.tail or "").strip()
        and (after is None or after.tag not in INLINE)
    )


def cookie_panel(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """A panel about cookies that stands behind a story which says nothing of them, in an element of its own.

    A story on apps or the law may end with what it says of consent.
    """
    if not page.says("cookie", "consent", "privacy"):
        return {}
    says = [bool(_COOKIES.search(page.candidates[i].text)) for i in story]
    if not any(says) or _COOKIES.search(meta.title):
        return {}
    first = says.index(True)
    while first and page.candidates[story[first - 1]].kind == "heading":
        first -= 1
    tail = story[first:]
    words = [word_count(page.candidates[i].text) for i in story]
    most = 2 * sum(says[first:]) >= sum(page.candidates[i].kind != "heading" for i in tail)
    behind = sum(words[:first]) >= 60 and sum(words[first:]) < sum(words[:first])
    about = sum(bool(_OF_COOKIES.search(page.candidates[i].text)) for i in tail) >= 2
    told = {page.places[page.candidates[i].place].parent for i in story[:first]}
    apart = told.isdisjoint(page.places[page.candidates[i].place].parent for i in tail)
    return dict.fromkeys(tail, _PANEL) if most and behind and about and apart else {}


def chart_bars(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Labels and figures of a chart that is drawn by the width of empty elements, three of a kind or more."""
    found: dict[str, list[int]] = {}
    drawn: dict[int, bool] = {}
    """Of each place that was looked at, so that one around many lines is read once."""
    for i in story:
        c = page.candidates[i]
        place = page.places[c.place]
        if word_count(c.text) <= _BAR_WORDS and _BAR_FIGURE.fullmatch(c.text):
            for q in (place, page.places[place.parent]):
                if q.id not in drawn:
                    drawn[q.id] = _drawn_bar(q.el)
                if drawn[q.id]:
                    found.setdefault(place.sig, []).append(i)
                    break
    return {i: _CHART for bars in found.values() if len(bars) >= 3 for i in bars}


def _drawn_bar(el: Any) -> bool:
    """Return whether an element of a few words has an empty one whose style gives it a part of the width."""
    if el is None or word_count(" ".join("".join(el.itertext()).split())) > _BAR_WORDS:
        return False
    return any(
        not len(inner) and not (inner.text or "").strip() and _BAR_WIDTH.search(inner.get("style") or "")
        for inner in el.iter("div", "span", "i", "b")
    )


def labels_over(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the labels that stand right over a heading and are called so by their element's name."""
    cands = page.candidates
    read = set(story)
    return {
        i: _LABEL_OVER
        for i in story
        if cands[i].kind in ("heading", "paragraph")
        and i + 1 in read
        and cands[i + 1].kind == "heading"
        and word_count(cands[i].text) <= _EYEBROW_WORDS
        and _EYEBROW.search(page.places[cands[i].place].names)
    }


def tab_names(page: Page, story: Sequence[int]) -> tuple[dict[int, tuple[str, int]], list[int]]:
    """Return the passages of the story that begin what a tab shows → its name and the place of all panels;
    and the passages that are the names in a row.

    A page shows one at a time, under its name; read in a row, the ingredients run into the steps. What has a
    heading of its own, or stands right under its name, needs no other.
    """
    tabs: dict[str, Any] = {}
    for el in page.places[1].el.iter("a", "button", "li", "div", "span") if len(page.places) > 1 else ():
        to = el.get("aria-controls") if el.get("role") == "tab" else None
        href = el.get("href") or ""
        if to := to or (href[1:] if len(href) > 1 and href[0] == "#" and _of_tabs(el) else ""):
            tabs.setdefault(to, el)
    panels = {q.id: tabs[q.el.get("id")] for q in page.places[1:] if q.el.get("id") in tabs} if tabs else {}
    parts: dict[int, dict[int, int]] = {}
    for i in story if len(panels) >= _FEWEST_TABS else ():
        at = page.candidates[i].place
        while at and at not in panels:
            at = page.places[at].parent
        if at:
            parts.setdefault(page.places[at].parent, {}).setdefault(at, i)
    order = {i: k for k, i in enumerate(story)}
    out: dict[int, tuple[str, int]] = {}
    row: list[int] = []
    for beside, begins in parts.items():
        named = {i: _tab_name(panels[at]) for at, i in begins.items()}
        firsts = [page.candidates[i] for i in named]
        if not _FEWEST_TABS <= len(set(named.values())) == len(named) <= _MOST_TABS or "" in named.values():
            continue
        if any(
            c.kind in ("heading", "code") or c.text.startswith(named[i])
            for i, c in zip(named, firsts, strict=True)
        ):
            continue
        inside = {e for at in begins for e in islice(panels[at].iter(), _FEW)}
        starts = [order[i] for i in sorted(named)]
        if any(_said(page, story[k - 1], inside, named) for k in starts[1:]):
            continue  # each above what it shows
        above = story[max(0, starts[0] - 2 * len(named)) : starts[0]]
        row += (i for i in above if _said(page, i, inside, named))
        out |= {i: (name, beside) for i, name in named.items()}
    return out, row


def _said(page: Page, i: int, inside: Set[Any], names: Mapping[int, str]) -> bool:
    """Return whether a passage stands in a tab, or has the words of tabs and no others."""
    text = page.candidates[i].text
    for name in names.values():
        text = text.replace(name, "")
    return page.candidates[i].el in inside or not any(map(str.isalnum, text))


def _of_tabs(el: Any) -> bool:
    """Return whether a link is called a tab, or one of the three elements around it after tabs."""
    around = (el, *islice(el.iterancestors(), 3))
    return any(_TABS.search(f"{up.get('class') or ''} {up.get('id') or ''}") for up in around)


def _tab_name(el: Any) -> str:
    """The few words of a tab; those before a heading in it, which is of the page."""
    text = "".join(islice(el.itertext(), _FEW))
    head = next((inner for inner in islice(el.iter(), _FEW) if inner.tag in HEADINGS), None)
    if head is not None:
        text = text.partition("".join(islice(head.itertext(), _FEW)))[0]
    name = fold(text)
    return name if len(name) <= _TAB_NAME and sum(map(str.isalpha, name)) > 1 else ""
