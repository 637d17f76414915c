"""This module says what a passage is beside: decisions that fall after choosing, from what stands before and
behind.

A linked label between two paragraphs, a caption set as a paragraph, cards with other stories, a cookie panel
behind the story, a formula's number, doubles; `pointing` has the headings and pointers over nothing.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import Candidate, Page
from listen.clean.dom.text import STOPS, word_count
from listen.clean.furniture.boxes import (
    call_boxes,
    card_links,
    chart_bars,
    cookie_panel,
    labels_over,
    questions_before_buttons,
)
from listen.clean.furniture.ends.endings import contact_name, more_part, offer_behind
from listen.clean.furniture.ends.walls import behind_wall
from listen.clean.furniture.phrases import find
from listen.clean.furniture.pointing import (
    contents_lists,
    drop_bare,
    linked_rest,
    numbers,
    of_pictures,
    said_again,
    teaser_cards,
)
from listen.clean.furniture.quotes import excerpt, lists_twice, twice
from listen.clean.furniture.widgets import author_parts, comment_lines, link_tables, pleas, slideshow, tickers
from listen.clean.furniture.wording import SOURCES_OVER, empty_fields
from listen.clean.metadata.gather import Metadata
from listen.clean.result import Why

Reasons = list[Why | None]
_CAPTIONED = Why("captions", "a picture's caption, set as a paragraph", "caption-paragraph")
_LABELLED = Why("related", "a label and a link to another page", "linked-label")
_HEADLINE = Why("related", "a linked headline of another story", "linked-headline")
_ENDED = re.compile(rf"[{STOPS}:;,][\"'”’»)\]]*\Z")
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
_NUMBER_OF = Why("navigation", "the number of a formula", "formula-number")
_SOURCES = Why("footnotes", "a list of sources", "source-list")
_FEW = 40
"""Words of the longest caption that is told by its beginning."""
_CAPTION = 1 << HINT_NAMES.index("caption")
_CAPTION_LABEL = re.compile(
    r"\W*(?:abb(?:ildung|\.)|bild(?:quelle|nachweis)?|titelbild|beitragsbild|foto(?:grafie|quelle)?s?|photos?|image|"
    r"picture|fig(?:ure|\.)|grafik|infografik|illustration|ilustración|imagen|imágenes|crédits?|zdjęcie|fot\.|"
    r"immagine|fotografía|kuva|bildtext)\s*+(?:\d{1,3}\s*+)?(?:[:.©/|]|von\b|by\b)",
    re.I,
)
_CERTAIN_LABEL = re.compile(
    r"\W*(?:beitragsbild|titelbild|aufmacherbild|bild(?:quelle|nachweis|rechte)|fotonachweis|"
    r"(?:photo|image|picture) (?:credits?|sources?)|crédits? photos?|créditos? de las? fotos?)\s*+[:：]",
    re.I,
)
"""How the credit of a picture begins, wherever it stands."""
_CREDITED = re.compile(
    r"\((?:[A-Z][^()/]{2,40}/\s?[A-Z][^()/]{1,40}|[Pp]ublic domain|[Cc]ourtesy [^()]{2,60}|"
    r"(?:Photo|Image|Picture|Foto|Bild)s?(?: by|:) ?[^()]{2,60})\)\.?\Z|"
    r"[.!?] (?:Photo|Image|Picture|Foto|Bild)s?(?: by| von|:):? ?['‘“\"]?[A-Z][^.!?]{2,40}\.?\Z"
)
"""How a caption ends that is set as a paragraph behind its picture: “(Nora Falk/The Quay)”, “Photo by: …”."""
_TAKEN_FROM = re.compile(
    r"(?:aus|from|extrait|tiré|sacado|tratto|de|uit)\b[^.!?„“”\"«»]{2,40}"
    r"[„“\"«][^„“”\"«»]{3,100}[“”\"»],?\s(?:von|by|de|par|di|van)\s(?:[^.!?]|(?<=\b[A-Z])\.){3,100}\.?",
    re.I,
)
"""A line under a picture that says which text it shows: “From the essay “Ice” by Nora Falk”."""
_CAPTION_NAME = re.compile(
    r"(?:^|[\s_-])(?:(?:thumb|image|img|photo|picture|media|figure|wp|gallery)[-_]?)?"
    r"(?:caption|captiontext|legend|figcaption|bildunterschrift)(?:[-_](?:text|body|inner))?(?:$|\s)",
    re.I,
)
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
_FORMULA_NUMBER = re.compile(r"\(\s*[A-Z]?\d{1,3}(?:\.\d{1,3})*[a-z]?\s*\)")
_SOURCE = re.compile(
    r"\bdoi\b|\bdoi\.org|arxiv|\bet al\b|\bpp?\.\s?\d|\bvol\.|\bISBN\b|\b\d+\s?\(\d+\)\s?[:,]|"
    r"\((?:19|20)\d\d[a-z]?\)\s*[.,:]|\b(?:19|20)\d\d[a-z]?\s*[;.]\s*\d+|\bRetrieved\b|\bAccessed\b|"
    r"\b(?:19|20)\d\d, S\.\s?\d|"
    # Names with their initials and a year: “van Bebber C, Koch H, 2005.”, “Holm, A. und B. Vik 1999:”
    r"\A\W*(?-i:(?:(?:van|von|de|der|den|del|la|le|di|da) ){0,3}[^\W\d_a-zß-ÿ][\w'’-]{1,30},? "
    r"[^\W\d_a-zß-ÿ]{1,2}(?:[.-]{1,2} ?[^\W\d_a-zß-ÿ]){0,2}(?=\W))"
    r"[^?!]{0,200}?[ ,(]\(?(?:19|20)\d\d[a-z]?\)?[.,:]",
    re.I,
)
_LOOKED_UP = re.compile(
    r"\b(?:accessed|retrieved|viewed|abgerufen|zuletzt besucht|consulté|consultado|ultimo accesso)\b"
    r".{0,20}\b(?:19|20)\d\d\b",
    re.I,
)
"""How a source on the net ends: when it was looked up. One by itself under its heading is a list, too."""
_SPEAKS_OF_SOURCES = re.compile(r"\b(?:sources|references|quellen|literatur|fuentes|fonti)\b", re.I)
_WHOLE_STORY = 150
"""Words of a story behind which a list of cards is not its own."""
_LEAST_SOURCES = 3
_DISCLAIMED = Why("legal", "what the site does not answer for", "last-disclaimer")
_DISCLAIMER_WORDS = 200
"""Words of the longest last part under “Disclaimer”."""


def drop_neighbours(page: Page, meta: Metadata, reasons: Reasons, kept: list[bool]) -> dict[int, int]:
    """Give a reason to each passage that is not read because of what it stands beside.

    Returns how much of a passage is read where its last sentence points to nothing.
    """
    cands = page.candidates

    def read() -> list[int]:
        return [i for i in range(len(cands)) if kept[i] and reasons[i] is None]

    rules: tuple[Callable[[Page, Metadata, list[int]], dict[int, Why]], ...] = (
        _captions,
        _labels,
        _headlines,
        _headline_lists,
        _cards,
        _linked_boxes,
        call_boxes,
        questions_before_buttons,
        card_links,
        cookie_panel,
        _formula_numbers,
        chart_bars,
        labels_over,
        _source_lists,
        _last_disclaimer,
        link_tables,
        pleas,
        behind_wall,
        empty_fields,
        author_parts,
        slideshow,
        contents_lists,
        teaser_cards,
        comment_lines,
        tickers,
        linked_rest,
        more_part,
        offer_behind,
        contact_name,
        excerpt,
        of_pictures,
        numbers,
        said_again,
        twice,
        lists_twice,
    )
    story = read()
    for rule in rules:
        if found := rule(page, meta, story):
            for i, why in found.items():
                reasons[i] = why
            story = read()
    return drop_bare(page, reasons, kept)


def _captions(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Captions that are set as paragraphs: by the element's name, by how they begin behind a picture."""
    out = {}
    for i in story:
        c = page.candidates[i]
        if c.kind != "paragraph" or word_count(c.text) > _FEW:
            continue
        place = page.places[c.place]
        named = _CAPTION_NAME.search(place.names) or _CERTAIN_LABEL.match(c.text)
        credited = c.images and (_CREDITED.search(c.text) or _set_under(c) or _TAKEN_FROM.fullmatch(c.text))
        if named or credited or (_CAPTION_LABEL.match(c.text) and (c.images or place.near[0] & _CAPTION)):
            out[i] = _CAPTIONED
    return out


def _set_under(c: Candidate) -> bool:
    """Return whether a line right behind a picture is in italics from end to end and no sentence."""
    return c.italic >= 0.95 * len(c.text) and word_count(c.text) >= 3 and not _ENDED.search(c.text)


def _labels(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Lines that are a label and a link: “Lea más: …”, in whatever language."""
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


def _headlines(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Paragraphs that are one link to another page of the site and no sentence: headlines of other stories.

    Of 99 that the classifier keeps on unseen pages the marks have 32, most of them headlines, too.
    """
    host = urlsplit(meta.url or "").netloc.lower().removeprefix("www.")
    out = {}
    words = 0
    for i in story:
        c = page.candidates[i]
        count = word_count(c.text)
        linked = c.kind == "paragraph" and c.anchors == 1 and c.links >= 0.95 * len(c.text)
        if linked and 4 <= count <= 25 and not _ENDED.search(c.text) and _same_site(c, host):
            out[i] = _HEADLINE
        else:
            words += count
    return out if words >= _SOME_STORY else {}


def _headline_lists(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Lists whose items are links of a headline's length to pages of one site, some behind a label and a
    colon, right behind a paragraph that does not lead into them.
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


def _cards(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Items of a list that are each a linked headline and a teaser, beside a longer story."""
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


def _linked_boxes(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """A heading and a text in one link between a longer story: a card that leads elsewhere."""
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


def _formula_numbers(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    cands = page.candidates
    return {
        i: _NUMBER_OF
        for i in story
        if _FORMULA_NUMBER.fullmatch(cands[i].text)
        and any(c.kind == "formula" for c in cands[max(0, i - 2) : i + 2])
    }


def _source_lists(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return what stands under “References” where most of it has the marks of a printed source."""
    out: dict[int, Why] = {}
    cands = page.candidates
    read = set(story)
    for head, c in enumerate(cands):
        if len(c.text) > 60 or not (
            SOURCES_OVER.fullmatch(c.text)
            or (c.kind == "heading" and head not in read and _SPEAKS_OF_SOURCES.search(c.text))
        ):
            continue
        under = []
        for i in story:
            if i > head:
                if cands[i].kind == "heading":
                    break
                under.append(i)
        marked = [i for i in under if _SOURCE.search(cands[i].text)]
        few = len(under) < _LEAST_SOURCES and c.kind == "heading" and 0 < len(under) == len(marked)
        few = few and all(_LOOKED_UP.search(cands[i].text) for i in under)
        if few or (len(under) >= _LEAST_SOURCES and 2 * len(marked) >= len(under)):
            if c.kind != "heading":
                # No heading ends what stands under a label: the list ends with its last source.
                under = [i for i in under if i <= marked[-1]]
            out |= dict.fromkeys(([head] if head in read else []) + under, _SOURCES)
    return out


def _last_disclaimer(page: Page, meta: Metadata, story: list[int]) -> dict[int, Why]:
    """Return the last part of a story where its heading is “Disclaimer”, in a story that is not about one."""
    cands = page.candidates
    head = next((i for i in reversed(story) if cands[i].kind == "heading"), None)
    if head is None or ("legal", "disclaimer label", True) not in find(cands[head].text):
        return {}
    part = [i for i in story if i >= head]
    before = sum(word_count(cands[i].text) for i in story if i < head)
    small = sum(word_count(cands[i].text) for i in part) <= min(_DISCLAIMER_WORDS, before)
    own = any(kind == "legal" for kind, _, _ in find(meta.title))
    return dict.fromkeys(part, _DISCLAIMED) if small and not own else {}
