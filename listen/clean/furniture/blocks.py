"""The chosen candidates as an Article's blocks, and the rest as a list of what was left out and why."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from numpy.typing import NDArray

from listen.clean.dom.nouns import Candidate, Page, fold
from listen.clean.dom.signals import BEHIND, TAB
from listen.clean.dom.text import word_count
from listen.clean.furniture import footnotes
from listen.clean.furniture.around.followers import drop_followers, label_of
from listen.clean.furniture.boxes import tab_names
from listen.clean.furniture.ends.endings import orphan_list, trailing
from listen.clean.furniture.ends.set_lines import set_apart
from listen.clean.furniture.explain import verdicts
from listen.clean.furniture.in_story import doubts
from listen.clean.furniture.neighbours import drop_neighbours
from listen.clean.furniture.pointing import POINTING
from listen.clean.furniture.quotes import PULL, repeats_body, speakers
from listen.clean.furniture.widgets import certain
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.page_language import guess
from listen.clean.metadata.passage_language import declared
from listen.clean.metadata.titles import words as bare
from listen.clean.result import IN_PLACE, LeftOut, Why
from listen.model import Block


def assemble(
    page: Page,
    meta: Metadata,
    p: NDArray[Any],
    kept: NDArray[Any],
    keep: frozenset[str],
    explain: bool = True,
    decided: Mapping[int, Why] = MappingProxyType({}),
) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Blocks and what was left out, both in the page's order. `keep` brings classes back.

    `decided`: the decisions so far, against candidates that are not `kept`. Without `explain` the passages
    that the classifier refused are not given a class, which takes a third of the time.
    """
    cands = page.candidates
    _bridge(cands, kept, decided)
    story = [i for i in range(len(cands)) if kept[i]]
    first = story[0] if story else 0
    refused = [i for i in range(len(cands)) if not kept[i]]
    outside = verdicts(page, meta, refused, first) if explain or keep else dict.fromkeys(refused, _UNNAMED)
    doubted = doubts(page, meta, kept, p)
    reasons: list[Why | None] = []
    for i in range(len(cands)):
        why = doubted[i] if kept[i] else _named(decided.get(i), outside.get(i))
        reasons.append(None if why and not kept[i] and (why[0] in keep or i in page.brought) else why)
    for i, why in certain(page, meta.byline, [i for i in story if reasons[i] is None], p).items():
        reasons[i] = why
    for i in repeats_body(page, [i for i in story if reasons[i] is None]):
        reasons[i] = Why("pullquotes", "a pull quote that repeats the body", "pull-quote")
    marked = footnotes.notes(page)
    for i in marked:
        if reasons[i] is None:
            reasons[i] = Why("footnotes", "a footnote", "note")
    for i in footnotes.starred(page, [i for i in story if reasons[i] is None]):
        reasons[i] = Why("footnotes", "a footnote", "starred-note")
    for i, why in orphan_list(page, p, [i for i in story if reasons[i] is None]).items():
        reasons[i] = why
    for i in page.brought:
        reasons[i] = None
    drop_followers(page, reasons, [bool(k) for k in kept])
    tabs, row = tab_names(page, [i for i in story if reasons[i] is None])
    for i in row:
        reasons[i] = TAB
    cut = drop_neighbours(page, meta, reasons, [bool(k) for k in kept])
    named, lines = speakers(page, [i for i in story if reasons[i] is None])
    shown = _alternatives(page, [i for i in story if reasons[i] is None]) if "alt" in keep else {}
    last = max((i for i in story if reasons[i] is None), default=-1)
    films = page.says("ideo", "idéo", "ídeo", "film", "clip")
    read: list[tuple[int, Block]] = []
    left: list[tuple[int, LeftOut]] = []
    for i, (c, left_for) in enumerate(zip(cands, reasons, strict=True)):
        if i in lines and _HANDLE.search(c.text) and "bylines" not in keep:
            left.append((i, LeftOut("bylines", "who posted it", c.said, "poster")))
        elif i in lines and _signed(page, c) and "bylines" not in keep:
            left.append((i, LeftOut("bylines", "who is quoted", c.said, "speaker")))
        elif i in lines:
            # A source that a quotation names is a part of it.
            read.append((i, Block("quote", c.text, speaker=named.get(c.quote), lang=declared(c.el))))
        elif left_for is not None and left_for[0] not in keep:
            text = footnotes.words(c.text) if i in marked else c.said
            left.append((i, LeftOut(left_for[0], left_for[1], text, left_for[2])))
        elif i in marked:
            number, mark = marked[i]
            note = Block("footnote", footnotes.words(c.text), number=number)
            read.append((mark if IN_PLACE in keep else i, note))
        else:
            block = block_of(c, page, named.get(c.quote))
            if c.title and bare(c.title) == bare(read[-1][1].text if read else meta.title):
                # The heading over the table says it already.
                block = replace(block, alt=None)
            after = reasons[i + 1] if i + 1 < len(cands) else None
            gone = after is not None and after[0] not in keep and "pointers" not in keep
            pointer = _POINTER.search(c.text) if gone and c.kind == "paragraph" else None
            if pointer is None and films and c.kind in ("paragraph", "list_item") and "pointers" not in keep:
                pointer = _FILM.search(c.text)
            brought = after is not None and after[0] in keep
            end = pointer.start() if pointer else None if brought or "pointers" in keep else cut.get(i)
            if end is not None:
                rest = c.text[end:].strip()
                # A colon alone that leads to nothing becomes the sentence's full stop.
                block = replace(block, text=c.text[:end].rstrip() + _STOP.get(rest, ""))
                if rest not in _STOP:
                    left.append((i, LeftOut(*POINTING[:2], rest, "pointing-sentence")))
            elif (ends := trailing(c, i == last)) is not None and ends[1].kind not in keep:
                block = replace(block, text=c.text[: ends[0]].rstrip())
                left.append((i, LeftOut(*ends[1][:2], c.text[ends[0] :].strip(), ends[1].rule)))
            read.append((i, block))
            read += ((i, picture) for picture in shown.get(i, ()))
    read.sort(key=lambda pair: pair[0])
    lined = any(len(cands[i].lines) > 1 for i, _ in read)
    lang = guess(" ".join(block.text for _, block in read)) if lined else "und"
    said: list[Block] = []
    levels: dict[int, int] = {}
    for i, block in read:
        if tab := tabs.pop(i, None):
            over = next((one.level for one in reversed(said) if one.level), 1)
            said.append(Block("heading", tab[0], level=levels.setdefault(tab[1], min(over + 1, 6))))
        parts = set_apart(block, cands[i].lines, lang)
        for part in parts:
            why = label_of(part.text) if len(parts) > 1 else None
            sure = why is not None and why.kind in _LINES and why.reason != _DOUBTFUL
            if why is not None and sure and why.kind not in keep:
                left.append((i, LeftOut(*why[:2], part.text, why.rule)))
            else:
                said.append(part)
    if explain:
        left += ((i, LeftOut(why.kind, why.reason, words, why.rule)) for i, why, words in page.unsaid)
        left.sort(key=lambda pair: pair[0])
    return tuple(said), tuple(item for _, item in left)


def _named(why: Why | None, guess: Why | None) -> Why | None:
    """A decision; where it is for the place alone, with the class that words and names give."""
    if why and why.rule == BEHIND.rule and guess and guess.reason:
        return guess._replace(rule=why.rule)
    return why or guess


def _signed(page: Page, c: Candidate) -> bool:
    """Return whether a line under a quotation is set as the name of who says it: as a footer, behind a
    dash, as the link to where a pull quote is from.
    """
    if c.kind == "figure" or c.text[:1] in "—–―-":
        return True
    at = page.places[c.place]
    if (at.near[0] | at.near[1]) & PULL and c.links >= 0.9 * len(c.text):
        return True
    while at.id > c.quote and at.tag != "footer":
        at = page.places[at.parent]
    return at.tag == "footer"


_LINES = frozenset(["prompts", "related", "share", "legal", "ads"])
"""Classes of labels that are left out line by line."""
_DOUBTFUL = "related label"
"""What a line of a story may say, too: “Chosen by Nora”."""
_STOP = {":": ".", "：": "。"}
_HANDLE = re.compile(r"\(@\w+\)")
_UNNAMED = Why("navigation", "", "classifier")
_MUTE = ("formula", "code")
"""No words tell these from furniture: they go with what stands on both sides of them."""


def _bridge(cands: list[Candidate], kept: NDArray[Any], decided: Mapping[int, Why]) -> None:
    """Keep what is mute between two passages that are kept, or beside one at the page's very edge.

    A heading that is not kept, as the headline that is said already, does not come between.
    """
    between: list[int] = []
    inside = True
    for i, c in enumerate(cands):
        if c.kind in _MUTE and i not in decided:
            between.append(i)
        if c.kind in _MUTE or (c.kind == "heading" and not kept[i]):
            continue
        if inside and kept[i]:
            kept[between] = True
        between, inside = [], bool(kept[i])
    if inside:
        kept[between] = True


_LEAST_ALT = 2
"""Words of an alternative text that says something."""


def _alternatives(page: Page, story: list[int]) -> dict[int, list[Block]]:
    """Candidate of the story → the pictures behind it, before the next one, by their alternative texts."""
    if not story:
        return {}
    out: dict[int, list[Block]] = {}
    at: dict[Any, int] = {}
    for i in story:
        at.setdefault(page.candidates[i].el, i)
    last, here = story[-1], None
    seen: set[str] = set()
    for el in page.places[1].el.iter():
        if el in at:
            here = at[el]
        text = fold(el.get("alt") or "") if el.tag in ("img", "amp-img") else ""
        if here is None or len(text.split()) < _LEAST_ALT or text in seen:
            continue
        seen.add(text)
        # Behind the story come the pictures of other stories, but for those inside its last block.
        if here != last or any(up is page.candidates[last].el for up in el.iterancestors()):
            out.setdefault(here, []).append(Block("figure", text, alt=text))
    return out


def block_of(c: Candidate, page: Page, speaker: str | None = None) -> Block:
    """A candidate as a block of the Article."""
    alt: str | None = None
    if c.kind == "figure":
        alt = _alt(page.places[c.place].el)
    elif c.kind == "formula":
        alt = c.text
    elif c.kind == "table":
        alt = c.title or None
    kind = "paragraph" if c.kind == "heading" and _prose(c.text) else c.kind
    return Block(
        kind,
        c.text.rstrip(_ITSELF) if c.kind == "paragraph" and c.hash_links else c.text,
        level=c.level if kind == c.kind else None,
        number=c.number,
        speaker=speaker,
        lang=declared(c.el),
        rows=c.rows,
        alt=alt,
    )


_ITSELF = "¶🔗 "
"""The sign of a link to itself behind a term or a paragraph; a heading has lost it by now."""


def _prose(text: str) -> bool:
    """Return whether what is set as a heading is a sentence or two of the story."""
    return word_count(text) >= _LONG_HEADING and text.rstrip('”"’»)').endswith((".", "!", "。", "।"))


_LONG_HEADING = 15
"""Words of a heading that is read as a paragraph if it ends like one: no chapter has such a name."""


def _alt(el: Any) -> str | None:
    """The alternative text of the picture that a caption belongs to."""
    while el is not None and el.tag != "figure":
        el = el.getparent()
    image = el.find(".//img") if el is not None else None
    return fold(image.get("alt") or "") or None if image is not None else None


_POINTER = re.compile(
    r"(?<=[.!?”\"]) +"
    r"(?:see|watch|look at|listen to|check out|here(?:.s| is)|as (?:shown|seen) in|siehe|voir)\b"
    r"[^.!?]{0,60}\b(?:chart|table|graph|figure|graphic|video|clip|map|photos?|images?|pictures?|gallery|tweet|"
    r"post|grafik|bild|graphique|carte)\b"
    r"[^.!?]{0,20}\b(?:below|above|here|following|unten|oben|ci-dessous|ci-dessus)\s*[.:!]?\Z",
    re.I,
)
"""The last sentence of a paragraph, where it only points to what stands beside it."""


_FILM = re.compile(
    r"(?<=[.!?”\"]) +(?:the following (?:video|film|clip)\b[^.!?]{0,40}"
    r"\b(?:shows?|explains?|below|gives|tells)\b[^.!?]{0,80}|"
    r"[^.!?]{0,60}\b(?:das|im|dem) (?:folgende[nm]?|nachfolgende[nm]?) (?:video|film|clip)\b[^.!?]{0,40}|"
    r"[^.!?]{0,60}\b(?:la vidéo|le film) (?:suivante?|ci-dessous)\b[^.!?]{0,40}|"
    r"[^.!?]{0,60}\bel siguiente (?:v[ií]deo|clip)\b[^.!?]{0,40})[.!:]?\Z",
    re.I,
)
"""The last sentence of a passage, where it only speaks of the film that is shown below."""
