"""This module says what a passage is beside: decisions that fall after choosing, from what stands before and
behind.

A linked label between two paragraphs, a caption set as a paragraph, cards with other stories, a cookie panel
behind the story, a formula's number, doubles; `pointing` has the headings and pointers over nothing, `around`
what leads to other stories and what is the site's.
"""

import re
from collections.abc import Callable

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.dom.nouns import Candidate, Page
from listen.clean.dom.text import word_count
from listen.clean.furniture.around.other_stories import (
    ENDED,
    headline_lists,
    linked_boxes,
    linked_headlines,
    linked_labels,
    story_cards,
)
from listen.clean.furniture.around.site_parts import (
    author_parts,
    comment_lines,
    link_tables,
    pleas,
    slideshow,
    tickers,
)
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
from listen.clean.furniture.wording import SOURCES_OVER, empty_fields
from listen.clean.metadata.gather import Metadata
from listen.clean.result import Why

Reasons = list[Why | None]
_CAPTIONED = Why("captions", "a picture's caption, set as a paragraph", "caption-paragraph")
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
        linked_labels,
        linked_headlines,
        headline_lists,
        story_cards,
        linked_boxes,
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
    return c.italic >= 0.95 * len(c.text) and word_count(c.text) >= 3 and not ENDED.search(c.text)


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
