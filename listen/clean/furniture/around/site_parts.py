"""This module says what parts of its site stand in a story: slideshows, comments, tickers, pleas."""

import re
from itertools import pairwise

from listen.clean.dom.nouns import Page
from listen.clean.dom.text import word_count
from listen.clean.furniture.widgets import OWN_STORY
from listen.clean.metadata.gather import Metadata
from listen.clean.result import Why

_SLIDES = Why("captions", "a slideshow inside the story", "slideshow")
_READERS = Why("comments", "among the readers' comments", "comment-lines")
_SLIDE = re.compile(r"(\d{1,3})\s?(?:/|of|von|sur|de)\s?(\d{1,3})(?:\W|\Z)")
"""How the heading of a slide begins: its number and how many there are."""
_FEWEST = 5
"""Slides of one show."""
_BESIDE, _STORY = 40, 100
"""Words of the story on either side of a slideshow, and before comments."""
_POSTED = re.compile(
    r"(?:#?\d{1,4}\s)?\S.{0,40}?\s(?:於|于|on|am|le|el|at|-|–|—|\|)?\s?"
    r"(?:(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)"
    r",?\s(?:at |um |à |kl )?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?\s?"
    r"(?:回覆|回复|返信|reply|antworten|répondre)?"
    r"\W*",
    re.I,
)
"""A line of a name, a day and a time of day: over a comment, or under it."""
_COMMENTS = 3
_AGO = re.compile(
    r"\W*(?:(?:vor|hace|há|il y a|for|för) )?(?:\d{1,2}|an?|eine[rm]?|une?|una) ?"
    r"(?:min(?:ute)?[ns]?|std|stunden?|hours?|hrs?|h|days?|tage?n?|weeks?|wochen?|heures?|jours?|horas?|días?|ore|"
    r"giorni|timer|timmar)\.?(?: (?:ago|fa|atrás|siden|sedan))?\W*|"
    r"\W*(?:gestern|yesterday|hier|ayer|ieri|heute|today)\W*",
    re.I,
)
"""How long ago something was news, and no more."""
_NEWS = 3
_TICKER = Why("related", "the site's latest news, each with how long ago it was", "ticker")
_ABOUT_AUTHORS = re.compile(
    r"\W*(?:(?:about|über|zu[mr]?|[àa] propos de|sobre|sull['’]|over) ?"
    r"(?:the |de[nr] |die |l['’]|el |la |o |a |de )?)?"
    r"(?:authors?|writers?|autor(?:[:*_/]?in(?:nen)?|e[ns]?|es|as?)?|auteure?s?|autore|autrice)\W*",
    re.I,
)
_PART = 150
"""Words of the longest part about the author, and of the shortest story before one."""
_NOTE_ON = Why("bios", "a note about the author", "author-part")
_MANY_LINKS = 12
"""Links of a table that leads to pages of the same kind."""
_LINKS = Why("related", "a box of links to pages of the same kind", "link-table")
_PLEA = Why("prompts", "a plea for money", "plea")
_ACCOUNT = re.compile(
    r"\bIBAN\b\W{0,3}[A-Z]{2}\d{2}|\bpaypal\.me\b|\b(?:bitcoin|btc)\b.{0,30}\b(?:address|wallet|adresse|\w*schlüssel)",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:support|donat\w+|contribut\w+|unterstütz\w+|spend(?:e|en|et)|soutenir|soutenez|dons?|apoya\w*|dona\w*|sosten\w+)\b",
    re.I,
)
_OF_OURS = re.compile(r"\b(?:my|our|mein\w*|unser\w*|mon|notre|nos|nuestr\w+|nostr\w+)\b", re.I)
"""What a plea has: an account, a request, and whose work the money is for."""


def slideshow(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the slides that stand in an element of their own between the passages of a story: “1/50 …”,
    “2/50 …”, each with its text. A gallery, which is its slides, has nothing behind them.
    """
    shows: dict[str, list[int]] = {}
    for i in story:
        c = page.candidates[i]
        found = _SLIDE.match(c.text) if c.kind == "heading" else None
        if found and int(found[1]) <= int(found[2]):
            shows.setdefault(found[2], []).append(i)
    out: dict[int, Why] = {}
    for number, slides in shows.items():
        if len(slides) >= _FEWEST and number not in meta.title:
            before, own, after = _parted(page, story, slides)
            if min(before, after) >= _BESIDE:
                out |= dict.fromkeys(own, _SLIDES)
    return out


def comment_lines(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return what stands behind the story in an element in which lines of a name and a time come again and
    again.
    """
    posted = [i for i, c in enumerate(page.candidates) if len(c.text) < 90 and _POSTED.fullmatch(c.text)]
    if len(posted) < _COMMENTS or not story or posted[0] < story[0]:
        return {}
    before, own, after = _parted(page, story, posted)
    return dict.fromkeys(own, _READERS) if before >= _STORY and not after else {}


def tickers(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the lists behind a whole story in which an item in two says how long ago the next was news."""
    out: dict[int, Why] = {}
    for items in page.lists(story):
        ago = [i for i in items if _AGO.fullmatch(page.candidates[i].text)]
        if len(ago) >= _NEWS and 3 * len(ago) >= len(items):
            before = sum(word_count(page.candidates[i].text) for i in story if i < items[0])
            out |= dict.fromkeys(items, _TICKER) if before >= OWN_STORY else {}
    return out


def link_tables(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return tables that are links to pages of the same kind, with dots between them, as wikis end with."""
    return {
        i: _LINKS
        for i in story
        if (c := page.candidates[i]).kind == "table"
        and c.anchors >= _MANY_LINKS
        and c.links >= 0.5 * len(c.text)
        and sum(map(c.text.count, "·•")) >= 0.5 * c.anchors
    }


def pleas(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the parts behind a whole story in which its site asks for money and names its account."""
    out: dict[int, Why] = {}
    cands = page.candidates
    if not page.says("iban", "paypal.me", "bitcoin", "btc"):
        return out  # no account: most pages
    heads = [k for k, i in enumerate(story) if cands[i].kind == "heading"]
    before = 0
    for start, end in pairwise([0, *heads, len(story)]):
        part = story[start:end]
        text = "\n".join(cands[i].text for i in part)
        if before >= _STORY and all(sign.search(text) for sign in (_ACCOUNT, _ASKS, _OF_OURS)):
            out |= dict.fromkeys(part, _PLEA)
        before += word_count(text) if text else 0
    return out


def author_parts(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the last part of a story where its heading, read or not, says that it is about the author."""
    cands = page.candidates
    out: dict[int, Why] = {}
    for head, c in enumerate(cands):
        if c.kind != "heading" or not _ABOUT_AUTHORS.fullmatch(c.text):
            continue
        behind = [i for i in story if i > head]
        box = page.places[c.place].parent
        words = sum(word_count(cands[i].text) for i in behind)
        if (
            words <= _PART <= sum(word_count(cands[i].text) for i in story if i < head)
            and all(page.within(cands[i].place, box) for i in behind)
            and not any(cands[i].kind == "heading" for i in behind)
        ):
            out |= dict.fromkeys([i for i in story if i >= head], _NOTE_ON)
    return out


def _parted(page: Page, story: list[int], items: list[int]) -> tuple[int, list[int], int]:
    """Return the story's words before the innermost element that holds these candidates, its passages in
    that, and its words behind it.
    """
    at = page.candidates[items[0]].place
    for i in items[1:]:
        while not page.within(page.candidates[i].place, at):
            at = page.places[at].parent
    own = [i for i in story if page.within(page.candidates[i].place, at)]
    first = own[0] if own else items[0]
    inside = set(own)
    words = {i: word_count(page.candidates[i].text) for i in story if i not in inside}
    before = sum(n for i, n in words.items() if i < first)
    return before, own, sum(words.values()) - before
