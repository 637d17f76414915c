"""This module says which headings stand over nothing, and which passages, or last sentences of them, point to
what is not read: to a picture, a film, a button, a list of links; and which lead elsewhere by their form: a
list of links to the page's own headings, cards of a headline, a teaser and “read more”. What stands at a
heading and is not read with it, too: its number, its words once more, the heading of a picture.
"""

import re
from collections import Counter
from itertools import pairwise

from listen.clean.dom.nouns import F_FIGURE, Candidate, Page
from listen.clean.dom.signals import over_player
from listen.clean.dom.text import word_count
from listen.clean.furniture.ends.colons import FILM, LEADS_ON, SENTENCE_END, led_on, left_open
from listen.clean.furniture.wording import shouted
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.titles import words as bare
from listen.clean.result import Why

POINTING = Why("pointers", "points to something that is not read", "pointer")
_POINTS = re.compile(
    r"\b(?:chart|table|graph|figure|video|clip|map|photos?|images?|pictures?|gallery|tweet|post|embed)\b.{0,30}"
    r"\b(?:below|above|here|following)\W*\Z|\b(?:below|above|following)\b.{0,20}:\Z|[:：]\Z",
    re.I,
)
_LISTED = 3
"""Headings at the end that make a list."""
_SHORT = 160
"""Characters; in the middle of a story a longer passage is read with its colon."""


_OVER_PICTURES = re.compile(
    r"\W*(?:(?:photo|image|picture|video|bilder)[ -]?)?(?:gallery|galerie|galería|galleria)\W*|"
    r"\W*(?:watch|see|view)? ?(?:the )?(?:photos|pictures|images|videos?|film|trailer|slideshow|fotos|bilder|"
    r"vidéo)\W*",
    re.I,
)
"""A heading over nothing but pictures or a film."""
_OF_FILM = re.compile(
    r"(?:video|watch|vidéo|film|photos?|gallery|infographic|podcast|webinar)\s?[:|–—]\s*\S", re.I
)
"""How a heading begins that names the film or the pictures under it."""
_FILM_BEHIND = re.compile(
    r"\b(?:an?|our|my|this|one|the following|une?|ein(?:en)?|dieses?)(?: [\w-]+){0,4} "
    r"(?:video|clip|webinar|recording|trailer|tutorial|vidéo|vídeo)\b[^.!?]{0,40}:\Z",
    re.I,
)
"""How a line ends that leads into a film: where a heading follows, nothing of it is there to hear."""
_LABEL = 4
"""Words of a label in capitals that a story cannot end with: what it was over is not read."""
_THE_END = re.compile(r"\W*(?:(?:the )?end|fin|fine|ende|amen|finis|endē|slut|fim|koniec|конец)\W*", re.I)
_PICTURE = re.compile(r"\b(?:image|photo|picture|screenshot|screen ?shot|graph|chart|figure|map|look)", re.I)


_CONTENTS = Why("contents", "leads to a heading of the page", "contents-list")
_FEWEST = 2
"""Links to headings that make a table of contents."""
_TEASER = Why("related", "one of several cards that lead to other stories", "teaser-cards")
_TEASED = 50
"""Words of the longest teaser."""
_CARDS = 2
"""Cards, one right behind the other."""
_PART = 0.15
"""The part of a page's words in its cards: where they are more of it, the page is what its cards tell."""
_STORY = 150
"""Words of the story beside them."""
_LINKED_REST = 4
_LEFT_OVER = Why("related", "a list of links at the end", "linked-rest")
_MORE = re.compile(
    r"\W*(?:(?:read|learn|find out|see|view|discover) (?:more|the (?:full )?(?:story|article|post))|"
    r"(?:read|view) (?:article|post|story|full story)|continue reading|more(?: details| info)?|"
    r"mehr (?:erfahren|lesen|infos?|dazu)|weiter ?lesen|(?:zum|ganzen) artikel(?: lesen)?|en savoir plus|"
    r"lire (?:la suite|l[’']article|plus)|leer más|saber más|ver más|leggi (?:di più|tutto|l[’']articolo)|"
    r"scopri di più|lees (?:meer|verder)|saiba mais|leia mais|läs mer|les mer|læs mere|"
    r"czytaj (?:więcej|dalej)|dowiedz się więcej|читать далее|подробнее|続きを読む|阅读更多|더 보기)\W*",
    re.I,
)
"""What a card's link says."""
_STAMP = 6
"""Words of the longest line in a card that only says when, or of what kind."""


def _beside(c: Candidate, left_for: Why | None, pointer: str) -> bool:
    """Return whether what is left out is nothing that the words before it can have meant."""
    if c.kind == "figure":
        return _PICTURE.search(pointer) is None
    # An address by itself is the source of what follows.
    address = " " not in c.text and re.search(r"[^\W\d_]\.[^\W\d_]{2}", c.text) is not None
    quoted = left_for is not None and left_for[0] == "pullquotes"
    return address or quoted or not any(map(str.isalnum, c.text))


def _sentence(c: Candidate) -> bool:
    """Return whether a heading is a sentence of the story that is set as one."""
    return word_count(c.text) >= 8 and c.text.rstrip('”"’»)').endswith((".", "!", "。", "।"))


def _bare(cands: list[Candidate], i: int, following: int | None) -> bool:
    """Return whether nothing that is read stands under a heading; `following`: the next passage that is read.

    Where two headings follow each other on the page itself, the first is over the second.
    """
    if following is None:
        return True
    after = cands[following]
    over = after.kind == "heading" and (after.level or 2) < (cands[i].level or 2)
    return over and any(word_count(c.text) >= 3 for c in cands[i + 1 : following])


def _over_film(cands: list[Candidate], i: int, following: int | None) -> bool:
    """Return whether a heading names a film or pictures, and the next heading is of its rank or above."""
    if cands[i].kind != "heading" or following is None or cands[following].kind != "heading":
        return False
    beside = (cands[following].level or 2) <= (cands[i].level or 2)
    return beside and (_OF_FILM.match(cands[i].text) is not None or over_player(cands[i].el))


def _row_of_players(cands: list[Candidate], i: int) -> bool:
    """Return whether a heading over a player is one of a row: what follows the last stands under none."""
    c = cands[i]
    beside = [cands[k] for k in (i - 1, i + 1) if 0 <= k < len(cands)]
    row = any(
        other.kind == "heading" and other.level == c.level and over_player(other.el) for other in beside
    )
    return c.kind == "heading" and row and over_player(c.el)


def _last_label(c: Candidate, following: int | None) -> bool:
    """Return whether a story would end with a label in capitals, over something that is not read."""
    short = following is None and c.kind == "paragraph" and word_count(c.text) <= _LABEL
    return short and shouted(c.text) and _THE_END.fullmatch(c.text) is None


def drop_bare(page: Page, reasons: list[Why | None], kept: list[bool]) -> dict[int, int]:
    """Give a reason to each heading with nothing under it and each short pointer to something left out.

    Returns, for each passage whose last sentence alone points, how much of it is read: the characters before
    that sentence. At the end of the story, or of a part of it, a sentence of any length that ends with a
    colon leads to nothing; before a picture, one that says nothing by itself is left out, of any other the
    colon alone.
    """
    cands = page.candidates
    cut: dict[int, int] = {}
    following: int | None = None
    last = [i for i, c in enumerate(cands) if kept[i] and reasons[i] is None][-_LISTED:]
    # A story that ends with name after name, each set as a heading, ends with a list.
    listed = len(last) == _LISTED and all(cands[i].kind == "heading" for i in last)
    for i in range(len(cands) - 1, -1, -1):
        c = cands[i]
        if not kept[i] or reasons[i] is not None:
            continue
        pictured = i + 1 < len(cands) and cands[i + 1].images > 0
        over_pictures = pictured and c.kind == "heading" and _OVER_PICTURES.fullmatch(c.text) is not None
        over_pictures = over_pictures or _over_film(cands, i, following) or _last_label(c, following)
        over_pictures = over_pictures or _row_of_players(cands, i)
        if over_pictures or (
            c.kind == "heading" and not _sentence(c) and not listed and _bare(cands, i, following)
        ):
            reasons[i] = Why("pointers", "a heading with nothing under it", "bare-heading")
            continue
        then = None if following is None else cands[following].kind
        short = len(c.text) < _SHORT
        if (
            c.kind in ("paragraph", "list_item")
            and then in (None, "heading", "paragraph")
            and (short or (then != "paragraph" and c.text.endswith((":", "："))))
            and _before_gap(cands, reasons, kept, i, following)
            and _POINTS.search(c.text)
        ):
            ends = list(SENTENCE_END.finditer(c.text))
            # A question or a call in front of a short pointer belongs to it: “Still hungry? More recipes:”.
            if short and not (ends and ends[-1][0][0] in ".…。"):
                reasons[i] = POINTING
                continue
            last_said = c.text[ends[-1].end() :] if ends else ""
            if ends and (short or following is None or LEADS_ON.search(last_said)):
                cut[i] = ends[-1].end()
        elif following is not None and left_open(page, i, following):
            cut[i] = led_on(page, i, following)
            if not cut[i]:
                reasons[i] = POINTING
                del cut[i]
                continue
        following = i
    return cut


def _before_gap(
    cands: list[Candidate], reasons: list[Why | None], kept: list[bool], i: int, following: int | None
) -> bool:
    """Return whether something that a passage may point to, as a picture, stands before the next passage that
    is read, or nothing that is read stands behind it.
    """
    c = cands[i]
    if following is None or (i + 1 < len(cands) and cands[i + 1].images > 0 and FILM.search(c.text)):
        return True
    heads = cands[following].kind == "heading" and c.text.endswith(":")
    if heads and _FILM_BEHIND.search(c.text):
        return True
    return any(
        not _beside(cands[k], reasons[k] if kept[k] else None, c.text) for k in range(i + 1, following)
    )


def contents_lists(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the items that are a link within the page and the words of a heading further down."""
    heads: dict[str, int] = {}
    for i, c in enumerate(page.candidates):
        if c.kind == "heading":
            heads[bare(c.text)] = i
    found = [
        i
        for i in story
        if (c := page.candidates[i]).kind in ("list_item", "paragraph")
        and c.hash_links
        and c.anchors == c.hash_links
        and c.links >= 0.8 * len(c.text)
        and heads.get(bare(c.text), 0) > i
    ]
    # Of a list in which most items are worded otherwise the story's own order would be read with gaps.
    lists = Counter(page.list_of(page.candidates[i]) for i in story if page.candidates[i].hash_links)
    own = Counter(page.list_of(page.candidates[i]) for i in found)
    whole = [
        i
        for i in found
        if page.candidates[i].kind != "list_item"
        or 2 * own[at := page.list_of(page.candidates[i])] >= lists[at]
    ]
    listed = whole if len(whole) >= _FEWEST else []
    return dict.fromkeys(listed, _CONTENTS) | _rest_of_contents(page, story, heads)


def _rest_of_contents(page: Page, story: list[int], heads: dict[str, int]) -> dict[int, Why]:
    """Return the items left over of a list of links within the page, most of which lead to its headings."""
    lists: dict[int, list[int]] = {}
    for i, c in enumerate(page.candidates):
        if c.kind == "list_item" and (at := page.list_of(c)):
            lists.setdefault(at, []).append(i)
    read = set(story)
    out: dict[int, Why] = {}
    for items in lists.values():
        if read.isdisjoint(items) or len(items) < _FEWEST + 1:
            continue
        cands = [page.candidates[i] for i in items]
        inner = all(c.anchors == c.hash_links > 0 and c.links >= 0.8 * len(c.text) for c in cands)
        named = sum(heads.get(bare(c.text), 0) > i for i, c in zip(items, cands, strict=True))
        if inner and 2 * named >= len(items):
            out |= {i: _CONTENTS for i in items if i in read}
    return out


def teaser_cards(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the cards between or behind the passages of a longer story: a headline, a short text and a link
    that says “read more”, one after the other.
    """
    cands = page.candidates
    read = set(story)
    whole = sum(word_count(cands[i].text) for i in story)
    runs: list[list[range]] = [[]]
    i = 0
    while i < len(cands):
        card = _card(cands, i) if cands[i].kind == "heading" else None
        if card is None:
            runs.append([])
            i += 1
        else:
            runs[-1].append(card)
            i = card.stop
    heads = Counter(_make(page, i) for i, c in enumerate(cands) if c.kind == "heading")
    made = Counter(_make(page, card.start) for run in runs for card in run)
    out: list[int] = []
    for run in runs:
        names = {bare(cands[card.start].text) for card in run}
        # Where most headings of the make have no “read more”, the page is a list of what they head.
        own = all(2 * made[make] >= heads[make] for make in (_make(page, card.start) for card in run))
        if _CARDS <= len(run) == len(names) and own:
            out += [i for card in run for i in card if i in read]
    told = sum(word_count(cands[i].text) for i in out)
    return dict.fromkeys(out, _TEASER) if told <= _PART * whole and whole - told >= _STORY else {}


def _make(page: Page, i: int) -> tuple[str, int | None]:
    """The make of a heading: its element's tag and names, and its level."""
    c = page.candidates[i]
    return page.places[c.place].sig, c.level


def _card(cands: list[Candidate], head: int) -> range | None:
    """Return the passages of the card that begins with a heading; None where it begins none."""
    teased = 0
    for i in range(head + 1, min(head + 6, len(cands))):
        c = cands[i]
        if c.kind == "heading":
            return None
        if (c.links or c.button) and len(c.text) < 40 and _MORE.fullmatch(c.text):
            return range(head, i + 1) if teased == 1 else None
        words = word_count(c.text)
        if words > _TEASED or c.kind not in ("paragraph", "list_item"):
            return None
        teased += words > _STAMP
    return None


def linked_rest(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the links at a story's end that are left over of a list of links, most of which are not read."""
    tail: list[int] = []
    for i in reversed(story):
        c = page.candidates[i]
        if c.kind != "list_item" or c.links < 0.95 * len(c.text):
            break
        tail.append(i)
    if not tail:
        return {}
    read = set(story)
    head = next((i for i in range(tail[-1], -1, -1) if page.candidates[i].kind == "heading"), tail[-1])
    end = min(tail[0] + 2 * _LINKED_REST, len(page.candidates))
    links = [c.links >= 0.95 * len(c.text) for c in page.candidates[head:end]]
    unread = sum(linked and i not in read for i, linked in enumerate(links, head))
    return dict.fromkeys(tail, _LEFT_OVER) if unread >= max(_LINKED_REST, 2 * len(tail)) else {}


_ALONE = re.compile(r"\(?(\d{1,2})[.):]?")
_COUNTED = 2
"""Numbers that count headings."""
_NUMBERED = Why(
    "navigation", "the number of a heading, in the order in which they are read", "heading-number"
)
_SAID_AGAIN = Why("navigation", "says the heading above it again", "heading-again")
_OF_PICTURE = Why("captions", "the heading of a picture", "figure-heading")
_SAID_WORDS = 8
"""Words of the longest line that says a heading again: a sentence that does so leads in."""


def numbers(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the numbers that stand by themselves right over headings and count them from one: “1.”, “2.”."""
    found = [
        (i, int(m[1]))
        for i, after in pairwise(story)
        if page.candidates[i].kind == "paragraph"
        and page.candidates[after].kind == "heading"
        and (m := _ALONE.fullmatch(page.candidates[i].text))
    ]
    rising = [number for _, number in found] == list(range(1, len(found) + 1))
    return {i: _NUMBERED for i, _ in found} if rising and len(found) >= _COUNTED else {}


def said_again(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the lines right under a heading that are its words once more, as a shop's link is under its
    name, or right over it, as the name of a step is in one layout of two.
    """
    out: dict[int, Why] = {}
    for pair in pairwise(story):
        for i, other in (pair, pair[::-1]):
            head, line = page.candidates[i], page.candidates[other]
            if head.kind != "heading" or line.kind not in ("paragraph", "list_item"):
                continue
            if word_count(line.text) <= _SAID_WORDS and bare(line.text) == bare(head.text) != "":
                out[other] = _SAID_AGAIN
    return out


def of_pictures(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the headings inside a figure with a picture: “Figure 1. The old pier”."""
    return {
        i: _OF_PICTURE
        for i in story
        if (c := page.candidates[i]).kind == "heading"
        and page.places[c.place].flags & F_FIGURE
        and _is_pictured(page, c.place)
    }


def _is_pictured(page: Page, place: int) -> bool:
    """Return whether the figure that a place stands in shows a picture and holds no paragraph of prose."""
    while place and page.places[place].tag != "figure":
        place = page.places[place].parent
    if not place or next(page.places[place].el.iter("img", "picture", "svg", "canvas"), None) is None:
        return False
    inside = (c for c in page.candidates if page.within(c.place, place))
    return not any(c.kind == "paragraph" and word_count(c.text) > 40 for c in inside)
