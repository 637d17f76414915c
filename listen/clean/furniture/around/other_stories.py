"""This module says what leads to other stories: labels with a link, linked headlines, cards."""

import re
from typing import Any
from urllib.parse import urlsplit

from listen.clean.dom.nouns import Candidate, Page
from listen.clean.dom.text import STOPS, word_count
from listen.clean.metadata.gather import Metadata
from listen.clean.result import Why

_LABELLED = Why("related", "a label and a link to another page", "linked-label")
_HEADLINE = Why("related", "a linked headline of another story", "linked-headline")
ENDED = re.compile(rf"[{STOPS}:;,][\"'”’»)\]]*\Z")
_FULL_STOP = (".", ".”", '."', ".»", ".“", "。")
"""Ends of a paragraph that leads into nothing."""
_HEADLINE_WORDS = 6.5
"""Words of a list's links, on average, from which they are headlines."""
_PRICE = re.compile(r"[$€£]\s?\d|\d\s?[$€£]")
"""What an offer has in its link, and a headline of another story seldom."""
_MOST_HEADLINES = 8
"""Items of the longest such list; a longer one is what the story is about."""
_ITEM_LABEL = 32
"""Characters of the longest label before a headline in a list."""
_SOME_STORY = 60
"""Words of a story beside which a linked headline is that of another."""
_CARDS = Why("related", "one of several cards that lead to other stories", "story-cards")
_REST = r"[^\s\d.,;:!?：()\[\]{}«»“”\"|/]*+"
"""The rest of a word: the vowel signs of Hindi, Thai or Arabic are no `\\w`."""
_LABEL = re.compile(rf"\W*(?:[^\W\d_]{_REST}\s+){{0,3}}[^\W\d_]{_REST}\s*[:：]\s*\S")
"""How a line begins whose first words only say what the rest is for: “Lea más: …”."""
_POINTED = re.compile(r"(?:>{1,3}|»|→|▶|►|➤|➡\ufe0f?|👉|☞)\s*\S")
"""How a line begins that is a sign that points, and a link."""
_READ_ALSO = re.compile(
    r"\W*(?:(?:à )?lire (?:aussi|également)|read (?:also|more|next)|also read|lesen sie (?:auch|dazu)|"
    r"lies auch|lees (?:ook|meer)|leggi anche|lee (?:también|además)|leia (?:também|mais)|"
    r"läs (?:också|mer|även)|les (?:også|mer)|læs også|lue myös|czytaj (?:też|także|również)|"
    r"читайте (?:также|ещё)|baca juga|xem thêm)(?:\s?[:：]|\b)\s*",
    re.I,
)
"""How a line begins whose rest is a link to another story, no colon between: “Lire aussi …”."""
_WHOLE_STORY = 150
"""Words of a story behind which a list of cards is not its own."""


def linked_labels(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return lines that are a label and a link: “Lea más: …”, in whatever language."""
    out = {}
    for i in story:
        c = page.candidates[i]
        # A heading that leads to itself, or back to the contents, leads to no other story.
        own = c.kind == "heading" and c.anchors == c.hash_links
        if (
            c.kind in ("paragraph", "heading")
            and c.anchors
            and not own
            and c.links >= 0.5 * len(c.text)
            and c.anchors <= 2
        ):
            if _POINTED.match(c.text) and c.links >= 0.8 * (len(c.text) - 3) and word_count(c.text) <= 30:
                out[i] = _LABELLED
                continue
            if (said := _READ_ALSO.match(c.text)) and len(c.text) - c.links <= said.end() + 2:
                out[i] = _LABELLED
                continue
            found = _LABEL.match(c.text)
            if found and word_count(c.text) <= 30 and len(c.text) - c.links <= len(found[0]) + 2:
                out[i] = _LABELLED
    return out


def linked_headlines(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return paragraphs that are one link to another page of the site and no sentence: other headlines.

    Of 99 that the classifier keeps on unseen pages the marks have 32, most of them headlines, too.
    """
    host = urlsplit(meta.url or "").netloc.lower().removeprefix("www.")
    out = {}
    words = 0
    for i in story:
        c = page.candidates[i]
        count = word_count(c.text)
        linked = c.kind == "paragraph" and c.anchors == 1 and c.links >= 0.95 * len(c.text)
        if linked and 4 <= count <= 25 and not ENDED.search(c.text) and _same_site(c, host):
            out[i] = _HEADLINE
        else:
            words += count
    return out if words >= _SOME_STORY else {}


def headline_lists(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return lists whose items are links of a headline's length to pages of one site, some behind a label and
    a colon, right behind a paragraph that does not lead into them.
    """
    host = urlsplit(meta.url or "").netloc.lower().removeprefix("www.")
    lists: dict[int, list[int]] = {}
    for i in story:
        c = page.candidates[i]
        if c.kind == "list_item" and c.anchors == 1 and c.links:
            lists.setdefault(page.list_of(c), []).append(i)
    out: dict[int, Why] = {}
    for items in lists.values():
        before = page.candidates[max((i for i in story if i < items[0]), default=items[0])]
        texts = [page.candidates[i] for i in items]
        if (
            1 < len(items) <= _MOST_HEADLINES
            and before.kind == "paragraph"
            and before.text.endswith(_FULL_STOP)
            and sum(word_count(c.text) for c in texts) >= _HEADLINE_WORDS * len(items)
            and all(_linked_whole(c) and not c.hash_links for c in texts)
            and len({_there(c) or host for c in texts}) == 1
        ):
            out |= dict.fromkeys(items, _HEADLINE)
    return out


def _linked_whole(c: Candidate) -> bool:
    """Return whether a passage is a link and no sentence, with at most a label and a colon before it."""
    rest = len(c.text) - c.links
    label = c.text[:_ITEM_LABEL].find(":") + 1
    return c.text[-1] not in ".:;," and not _PRICE.search(c.text) and (rest <= 1 or rest <= label + 1)


def story_cards(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return items of a list that are each a linked headline and a teaser, beside a longer story."""
    host = urlsplit(meta.url or "").netloc.lower().removeprefix("www.")
    lists: dict[int, list[str]] = {}
    for c in page.candidates:
        if (
            c.kind == "heading"
            and c.links >= 0.9 * len(c.text)
            and (at := page.list_of(c))
            and _same_site(c, host)
        ):
            lists.setdefault(at, []).append(c.text)
    outer = [at for at, titles in lists.items() if len(titles) >= 3]
    inside = (
        [i for i in story if any(page.within(page.candidates[i].place, at) for at in outer)] if outer else []
    )
    words = {i: word_count(page.candidates[i].text) for i in story}
    of_cards = sum(words[i] for i in inside)
    others = sum(words.values()) - of_cards
    # Behind a whole story there may be more cards than story: a list of other stories begins at once.
    behind = others >= _WHOLE_STORY and bool(inside) and max(set(story) - set(inside), default=-1) < inside[0]
    # A story's own list names nothing twice.
    stream = behind and all(len(set(lists[at])) < len(lists[at]) for at in outer)
    return dict.fromkeys(inside, _CARDS) if stream or of_cards < (2 if behind else 1) * others else {}


def linked_boxes(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return a heading and a text in one link between a longer story: a card that leads elsewhere."""
    boxes: dict[Any, list[int]] = {}
    for i, c in enumerate(page.candidates):
        if c.links >= 0.9 * len(c.text) and (link := _link_around(c)) is not None:
            boxes.setdefault(link, []).append(i)
    read = set(story)
    found = [
        [i for i in inside if i in read]
        for inside in boxes.values()
        if len(inside) > 1 and any(page.candidates[i].kind == "heading" for i in inside)
    ]
    words = sum(word_count(page.candidates[i].text) for inside in found for i in inside)
    if 3 * words > sum(word_count(page.candidates[i].text) for i in story):
        return {}
    return {i: _CARDS for inside in found for i in inside}


def _link_around(c: Candidate) -> Any:
    """The link to another page that a passage's element stands in; None where it stands in none."""
    link = next((up for up in c.el.iterancestors("a")), None) if c.el is not None else None
    return link if link is not None and not (link.get("href") or "#").startswith("#") else None


def _same_site(c: Candidate, host: str) -> bool:
    """Return whether a linked heading leads to another page of the same site."""
    there = _there(c)
    return there is not None and there in ("", host)


def _there(c: Candidate) -> str | None:
    """Return the site that a passage's first link leads to, or the link around it; empty: the page's own."""
    link = next(c.el.iter("a"), None)
    link = next((up for up in c.el.iterancestors() if up.tag == "a"), None) if link is None else link
    try:
        there = urlsplit(link.get("href") or "" if link is not None else "").netloc
    except ValueError:
        return None
    return there.lower().removeprefix("www.")
