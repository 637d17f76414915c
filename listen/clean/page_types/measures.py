"""This module says what is measured of the part of a page that is read, and of what stands beside it."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import (
    F_ARTICLE,
    F_ASIDE,
    F_DIALOG,
    F_FOOTER,
    F_FORM,
    F_MAIN,
    F_NAV,
    HEADINGS,
    Candidate,
    Page,
)
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.titles import words as bare

_BIT = {name: 1 << i for i, name in enumerate(HINT_NAMES)}
_ASIDE = F_NAV | F_FOOTER | F_FORM | F_ASIDE | F_DIALOG
_OWN = F_MAIN | F_ARTICLE
_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")
_ASCII_WORD = re.compile("[a-z]{4,}|[0-9]{2,}")
"""The same in a text of ASCII in lower case, twice as fast."""
_NO_SPACES = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""Scripts whose words are not parted by spaces."""
_SIGNS = tuple(zip("’‘“”–—…\xa0", "''\"\"--  ", strict=True))
"""Signs of print, and what stands for them in a text of ASCII."""
_STEM = 5
"""Letters by which two words are taken for one: “lighthouse”, “lighthouses”."""
_PROSE = 20
"""Words from which a passage is prose, not a label."""
_CARD = (3, 150)
"""Words of one of many boxes that are set alike."""
_CARDS = 4
"""Boxes set alike from which they are a list."""
_PRICE = re.compile(r"[$€£¥]\s?\d|\d\s?[€£]|\bUSD\b")
_DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}\b|\bago\b")
_NO_NAME = re.compile(r"(?:index|default|home|main|start)(?:\.[a-z]{3,5}\d?)?\Z", re.I)
"""The last part of an address that says nothing of its page."""
_SHARED = frozenset(["p", "br", "td", "tr", "th", *HEADINGS])
"""Tags whose repetition is how any prose is set."""


def stems(text: str) -> set[str]:
    """The words of a text, cut so that their endings do not matter; pairs of letters without spaces."""
    text = text.lower()
    for sign, plain in () if text.isascii() else _SIGNS:
        text = text.replace(sign, plain)
    if text.isascii():
        return {word[:_STEM] for word in _ASCII_WORD.findall(text)}
    found = {word[:_STEM] for word in _WORD.findall(_NO_SPACES.sub(" ", text))}
    for run in _NO_SPACES.findall(text):
        found |= {run[i : i + 2] for i in range(len(run) - 1)}
    return found


class Read:
    """The part of a page that is read, and sums over it."""

    def __init__(self, page: Page, words: list[int], kept: Sequence[int]) -> None:
        self.page, self.words, self.kept = page, words, kept
        self.total = sum(words[i] for i in kept)
        self.is_kept = [False] * len(words)
        for i in kept:
            self.is_kept[i] = True

    def share(self, indices: Iterator[int]) -> float:
        """The part of what is read that these candidates are, by words."""
        return sum(self.words[i] for i in indices) / max(1, self.total)

    def prose(self, i: int) -> bool:
        """Return whether a candidate is a passage of prose, not a label or a link."""
        c = self.page.candidates[i]
        return (
            self.words[i] >= _PROSE
            and c.kind in ("paragraph", "quote", "list_item")
            and c.links < 0.5 * len(c.text)
        )

    def near(self, i: int) -> int:
        """The hint bits of the elements right around a candidate."""
        near = self.page.places[self.page.candidates[i].place].near
        return near[0] | near[1] | near[2]

    def flags(self, i: int) -> int:
        """The flags of the elements around a candidate."""
        return self.page.places[self.page.candidates[i].place].flags


def of_words(read: Read, meta: Metadata, path: str | None) -> dict[str, float]:
    """Return how much of what the page promises is said in what is read, and how that is written."""
    cands, words, kept = read.page.candidates, read.words, read.kept
    said = stems("\n".join(cands[i].text for i in kept))
    title = stems(meta.title) - stems(meta.site or "")
    opening = stems(meta.description)
    name = unquote(path.rsplit("/", 1)[-1]) if path else ""
    promised = set() if _NO_NAME.match(name) else stems(name)
    letters = sum(len(cands[i].text) for i in kept)
    heads = [cands[i] for i in kept if cands[i].kind == "heading"]
    return {
        "title_said": len(title & said) / len(title) if title else 0.5,
        "opening_said": len(opening & said) / len(opening) if len(opening) >= 4 else 0.6,
        "no_opening": float(len(opening) < 4),
        "address_said": len(promised & (said | title)) / len(promised) if len(promised) >= 2 else 0.8,
        "read": math.log1p(read.total),
        "read_off_usual": (math.log1p(read.total) - 7) ** 2 / 10,
        "read_links": sum(cands[i].links for i in kept) / max(1, letters),
        "read_prose": read.share(i for i in kept if read.prose(i)),
        "passages": math.log1p(sum(words[i] >= _PROSE for i in kept)),
        "link_headings_read": sum(_linked(c) for c in heads) / max(1, len(heads)),
        "cut_off": sum(cands[i].text.rstrip().endswith(("…", "...")) for i in kept) / max(1, len(kept)),
        "pictures": math.log1p(100 * sum(cands[i].images for i in kept) / max(1, read.total)),
    }


def _linked(c: Candidate) -> bool:
    return c.links > 0.8 * len(c.text)


def of_place(read: Read, meta: Metadata) -> dict[str, float]:
    """Return where what is read stands, and what stands beside it and is not read."""
    page, words, kept = read.page, read.words, read.kept
    cands, places = page.candidates, page.places
    total = max(1, read.total)
    near = [(i, read.near(i)) for i in kept]
    out = {
        f"among_{name}": read.share(i for i, bits in near if bits & _BIT[name])
        for name in ("comment", "cookie", "related", "newsletter", "footer", "nav", "promo", "list", "meta")
    }
    out["aside"] = read.share(i for i in kept if read.flags(i) & _ASIDE)
    out["inside"] = read.share(i for i in kept if read.flags(i) & _OWN)
    out["outside"] = 1 - out["inside"] if any(place.flags & _OWN for place in places) else 0.0
    left = [i for i in range(len(cands)) if not read.is_kept[i] and read.prose(i)]
    beside = _BIT["comment"] | _BIT["related"] | _BIT["cookie"]
    story = sum(
        words[i] for i in left if not places[cands[i].place].hints & beside and not read.flags(i) & _ASIDE
    )
    everything = sum(words[i] for i in left)
    out["left_prose"] = everything / (everything + total)
    out["left_story"] = story / (story + total)
    parents: Counter[int] = Counter()
    owners: set[int] = set()
    for i in kept:
        parents[places[cands[i].place].parent] += words[i]
        at = cands[i].place
        while at and places[at].tag != "article":
            at = places[at].parent
        owners.add(at)
    out["one_parent"] = max(parents.values(), default=0) / total
    out["articles_read"] = math.log1p(len(owners - {0}))
    out["dense"] = total / max(1, sum(words[kept[0] : kept[-1] + 1])) if kept else 0.0
    title = bare(meta.title)
    heads = [
        i
        for i, c in enumerate(cands)
        if c.kind == "heading"
        and title
        and (bare(c.text) == title or (len(c.text) > 15 and bare(c.text) in title))
    ]
    out["headline"] = float(bool(heads))
    out["gap"], out["before_headline"] = 3.0, 0.0
    if heads and kept:
        head = min(heads, key=lambda h: abs(kept[0] - h))
        low, high = sorted((head, kept[0]))
        out["gap"] = math.log1p(sum(words[i] for i in range(low + 1, high) if not read.is_kept[i]))
        out["before_headline"] = read.share(i for i in kept if i < head)
    return out


def of_page(read: Read) -> dict[str, float]:
    """Return what the page consists of, whether it is read or not: boxes set alike, prices, days,
    headings.
    """
    cands, words = read.page.candidates, read.words
    whole = max(1, sum(words))
    priced = read.page.says("$", "€", "£", "¥", "usd")
    prices = sum(len(c.text) < 200 and _PRICE.search(c.text) is not None for c in cands) if priced else 0
    boxed, boxes = _boxes(read.page, words)
    heads = [c for c in cands if c.kind == "heading"]
    linked = sum(_linked(c) for c in heads)
    short = Counter(c.text for c in cands if len(c.text) < 40)
    runs, last = [0], -1
    for i, c in enumerate(cands):
        if c.kind != "list_item" and read.prose(i):
            parent = read.page.places[c.place].parent
            runs, last = (
                ([*runs, words[i]], parent) if parent != last else ([*runs[:-1], runs[-1] + words[i]], last)
            )
    return {
        "cards": math.log1p(boxes),
        "cards_read": read.share(i for i in read.kept if boxed[cands[i].place]),
        "cards_of_page": sum(words[i] for i, c in enumerate(cands) if boxed[c.place]) / whole,
        "read_of_page": read.total / whole,
        "page": math.log1p(whole),
        "link_headings": math.log1p(linked),
        "link_headings_of_all": linked / max(1, len(heads)),
        "prices": math.log1p(prices),
        "days": math.log1p(sum(len(c.text) < 60 and _DAY.search(c.text) is not None for c in cands)),
        "repeats": math.log1p(sum(n for n in short.values() if n >= _CARDS)),
        "run": math.log1p(max(runs)),
        "run_of_page": max(runs) / whole,
        "code": math.log1p(sum(c.kind == "code" for c in cands)),
        "articles": math.log1p(sum(place.tag == "article" for place in read.page.places)),
        "anchors": math.log1p(sum(c.anchors for c in cands)),
    }


_POST = re.compile(r"(?:^|[\s_-])(?:posts?|messages?|comments?|repl(?:y|ies)|answers?)(?:$|[\s_-])", re.I)
_POSTS = 3
"""Contributions from which a page is a thread."""


def is_thread(read: Read) -> bool:
    """Return whether most of what is read stands in contributions set alike, none of which has a linked
    headline.

    The boxes of a blog's first page are called posts, too, but a headline leads from each to its story.
    """
    places, cands = read.page.places, read.page.candidates
    called: dict[str, bool] = {"": False}
    words: dict[int, int] = {}

    def owner(at: int) -> int:
        while at:
            names = places[at].names
            if names not in called:
                called[names] = _POST.search(names) is not None
            if called[names]:
                break
            at = places[at].parent
        return at

    headed = {owner(c.place) for c in cands if c.kind == "heading" and _linked(c)}
    for i in read.kept:
        at = owner(cands[i].place)
        if at and at not in headed:
            words[at] = words.get(at, 0) + read.words[i]
    alike = Counter(places[at].tag for at, count in words.items() if count >= _PROSE)
    return max(alike.values(), default=0) >= _POSTS and sum(words.values()) >= 0.6 * read.total


def _boxes(page: Page, words: list[int]) -> tuple[list[bool], int]:
    """For each place whether it stands in one of many boxes set alike that each hold a link; their number."""
    places = page.places
    inside, links, parts = [0] * len(places), [0] * len(places), Counter(place.parent for place in places[1:])
    for c, count in zip(page.candidates, words, strict=True):
        inside[c.place] += count
        links[c.place] += c.anchors
    alike: dict[tuple[int, str], list[int]] = {}
    for place in reversed(places[1:]):
        inside[place.parent] += inside[place.id]
        links[place.parent] += links[place.id]
        if parts[place.parent] >= _CARDS:
            alike.setdefault((place.parent, place.sig), []).append(place.id)
    boxed, count = [False] * len(places), 0
    for group in alike.values():
        first = places[group[0]]
        if len(group) < _CARDS or first.tag in _SHARED or first.flags & (F_NAV | F_FOOTER):
            continue
        good = [k for k in group if links[k] and _CARD[0] <= inside[k] <= _CARD[1]]
        if len(good) >= max(_CARDS, 0.6 * len(group)):
            if sum(inside[k] for k in good) >= 8 * len(good):
                count += len(good)
            for k in good:
                boxed[k] = True
    for place in places[1:]:
        boxed[place.id] = boxed[place.id] or boxed[place.parent]
    return boxed, count
