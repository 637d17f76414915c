"""Article → Script: who says what in which order, with which silence after it, and where chapters open.

The words to be said are not made here (`listen.speech` does that); an utterance leaves this stage with its
written text only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, cast

from listen.model import Article, Block, Script, Utterance
from listen.segment.foreign.other_tongues import parts, sentences
from listen.segment.notices import notice
from listen.segment.rhythm import paced
from listen.segment.sentences import sentence_spans
from listen.segment.sentences_size import LARGEST, parted
from listen.storage.compressed.packed import Packed
from listen.storage.file_names import opening_words

if TYPE_CHECKING:
    from listen.model import BlockKind, UtteranceKind

ChapterPolicy = Literal["auto", "headings", "paragraphs", "none"]

CHAPTER_MS = 30_000
"""Without headings, a chapter opens at the first paragraph that begins this long after the last one did."""
_PACED = ("paragraph", "quote", "list_item", "footnote")
"""Kinds of running text."""
_OPENING: dict[ChapterPolicy, tuple[BlockKind, ...]] = {
    "auto": ("heading",),
    "headings": ("heading",),
    "paragraphs": ("paragraph", "quote"),
    "none": (),
}
"""The blocks that open a chapter, by policy."""
ROWS_READ = 12
"""A table with more rows than this is announced, not read: nobody can follow it by ear."""


@dataclass(frozen=True, slots=True)
class Pauses:
    """Silence in milliseconds between the last sound of one utterance and the first of the next.

    Where two apply (a quote that ends before a heading) the longer one holds.
    """

    title: int = 1200
    before_heading: int = 1400
    after_heading: int = 800
    paragraph: int = 700
    sentence: int = 350
    part: int = 150
    """Between the parts of a sentence that is too long to be spoken at once."""
    list_item: int = 450
    quote: int = 800
    """Before and after a block quote."""
    end: int = 900
    natural: bool = False
    """Between sentences and after paragraphs, wait as readers do (`rhythm.py`), not always the same time."""


_READ = ("paragraph", "quote", "list_item", "heading")


def script(
    article: Article, chapters: ChapterPolicy = "auto", pauses: Pauses | None = None, disclosure: str = ""
) -> Script:
    """The article as utterances; `disclosure` is a sentence said at the very end, if any."""
    pauses = pauses or Pauses()
    has_headings = any(block.kind == "heading" for block in article.blocks)
    by_time = chapters == "auto" and not has_headings
    opening = () if by_time else _OPENING[chapters]
    said = _joined(_groups(article, opening, pauses, disclosure), article.title, pauses)
    return Script(
        title=article.title,
        lang=article.lang,
        utterances=Packed(u.but(id_=f"s{n}") for n, u in enumerate(said, 1)),
        chapter_ms=CHAPTER_MS if by_time else 0,
        byline=article.byline,
        url=article.url,
        published=article.published,
        site=article.site,
        image=article.image,
    )


def _groups(
    article: Article, opening: Sequence[BlockKind], pauses: Pauses, disclosure: str
) -> Iterator[tuple[list[Utterance], int, str]]:
    """Return what is said of each block, the least pause before it, and its title if it opens a chapter.

    There may be nothing to say. The title and a disclosure are blocks here."""
    yield list(_title(article, pauses)), 0, ""
    for index, block in enumerate(article.blocks):
        title = chapter_title(block) if block.kind in opening else ""
        yield list(_block(index, block, article.lang, pauses)), _before(block, pauses), title
    if disclosure:
        said = Utterance("", disclosure, (), kind="notice", lang=article.lang)
        yield [said], pauses.before_heading, ""


def _joined(
    groups: Iterable[tuple[list[Utterance], int, str]], title: str, pauses: Pauses
) -> Iterator[Utterance]:
    """The utterances of `_groups`, each with the pause after it and the chapter that it opens.

    One at a time: a book's are many."""
    last: Utterance | None = None
    for said, before, chapter in groups:
        if not said:
            continue
        if last is not None:
            yield _with_pause(last, before)
            if chapter:
                said[0] = replace(said[0], chapter=chapter)
        else:
            said[0] = replace(said[0], chapter=title or opening_words(said[0].text))
        yield from said[:-1]
        last = said[-1]
    if last is not None:
        yield replace(last, pause_ms=pauses.end)


def chapter_title(block: Block) -> str:
    """A heading names its chapter whole; any other block by its opening words."""
    return block.text if block.kind == "heading" else opening_words(block.text)


def _title(article: Article, pauses: Pauses) -> Iterator[Utterance]:
    """The headline, unless the cleaner found none and took the first words: those come right after it."""
    first = article.blocks[0] if article.blocks else None
    own = first is None or first.kind not in _READ or article.title != opening_words(first.text)
    if article.title and own:
        title = Block("heading", article.title)
        yield from _sentences(-1, title, "title", article.lang, pauses.title, pauses)


def _block(index: int, block: Block, lang: str, pauses: Pauses) -> Iterator[Utterance]:
    """The utterances of one block; none for a block that is not for the ear."""
    lang = block.lang or lang
    after = {
        "heading": pauses.after_heading,
        "list_item": pauses.list_item,
        "quote": pauses.quote,
    }.get(block.kind, pauses.paragraph)
    if block.kind == "table":
        yield from _table(index, block, lang, pauses)
    elif block.kind == "code":
        yield _notice(index, notice("code", lang), "code", lang, after)
    elif block.kind == "formula" and not block.text:
        yield _notice(index, notice("formula", lang), "formula", lang, after)
    elif block.kind == "figure" and block.alt and block.text == block.alt:
        said = notice("picture", lang, alt=block.alt.rstrip(".!?"))
        yield _notice(index, said, "figure", lang, after)
    else:
        text = block.text
        if block.kind == "footnote" and block.number is not None and text.strip():
            yield _notice(
                index, notice("footnote", lang, number=block.number), "footnote", lang, pauses.sentence
            )
        if block.kind == "list_item" and block.number is not None:
            yield from _numbered(index, block, lang, after, pauses)
        elif text.strip():
            yield from _sentences(index, block, cast("UtteranceKind", block.kind), lang, after, pauses)


def _sentences(
    index: int, block: Block, kind: UtteranceKind, lang: str, after: int, pauses: Pauses
) -> list[Utterance]:
    spans = [span for span in sentence_spans(block.text, lang) if _has_words(block.text[slice(*span)])]
    said = [
        Utterance("", block.text[a:b], (), kind=kind, lang=own, block=index, start=a, pause_ms=pause)
        for a, b, own, pause in _tongues(block.text, spans, kind, lang, pauses)
    ]
    if said:
        said[-1] = said[-1].but(pause_ms=after)
    said = paced(said, after) if pauses.natural and kind in _PACED else said
    return [part for u in said for part in _breathed(u, pauses)]


def _tongues(
    text: str, spans: Sequence[tuple[int, int]], kind: UtteranceKind, lang: str, pauses: Pauses
) -> Iterator[tuple[int, int, str, int]]:
    """The spans, each with its language and the pause after it: a sentence or a quotation in it may be in
    another language than its paragraph.
    """
    if kind not in _PACED:
        yield from ((a, b, lang, pauses.sentence) for a, b in spans)
        return
    for a, b, whole in sentences(text, spans, lang, sentence_spans):
        pieces = parts(text[a:b], lang, whole)
        if len(pieces) == 1:  # all of the sentence, and no white space is at its ends
            yield a, b, pieces[0][2] or lang, pauses.sentence
            continue
        for n, (start, end, other) in enumerate(pieces, 1):
            first = start + len(text[a + start : a + end]) - len(text[a + start : a + end].lstrip())
            last = start + len(text[a + start : a + end].rstrip())
            yield a + first, a + last, other or lang, pauses.sentence if n == len(pieces) else pauses.part


def _breathed(u: Utterance, pauses: Pauses) -> list[Utterance]:
    """The utterance, or its parts where it is too long to be spoken at once."""
    if len(u.text) <= LARGEST:
        return [u]
    spans = [span for span in parted(u.text, 0, len(u.text)) if _has_words(u.text[slice(*span)])]
    parts = [replace(u, text=u.text[a:b], start=u.start + a, pause_ms=pauses.part) for a, b in spans]
    return [*parts[:-1], replace(parts[-1], pause_ms=u.pause_ms)]


def _numbered(index: int, block: Block, lang: str, after: int, pauses: Pauses) -> Iterator[Utterance]:
    """An ordered list's number belongs to what is said, unless the item's text already begins with it."""
    items = _sentences(index, block, "list_item", lang, after, pauses)
    if items and not items[0].text.startswith(str(block.number)):
        items[0] = replace(items[0], text=f"{block.number}. {items[0].text}")
    yield from items


def _table(index: int, block: Block, lang: str, pauses: Pauses) -> Iterator[Utterance]:
    """A table's title, then a small table row by row, each cell after its column's name, or a large one
    announced.
    """
    title = block.alt or ""
    for start, end in sentence_spans(title, lang):
        if _has_words(title[start:end]):
            yield _notice(index, title[start:end], "table", lang, pauses.sentence)
    if len(block.rows) < 2 or len(block.rows) > ROWS_READ + 1:
        text = notice("table", lang, rows=max(len(block.rows) - 1, 1), names=_listed(block.rows[:1]))
        yield _notice(index, text, "table", lang, pauses.paragraph)
        return
    names = block.rows[0]
    lines = [_row(names, row) for row in block.rows[1:]]
    lines = [line for line in lines if line]
    for n, line in enumerate(lines, 1):
        pause = pauses.paragraph if n == len(lines) else pauses.list_item
        yield _notice(index, line, "table", lang, pause)


def _row(names: Sequence[str], cells: Sequence[str]) -> str:
    """`Smith; goals: 3; points: 7.`: the row's own name first, then each cell after its column's name."""
    parts = []
    for column, cell in enumerate(cells):
        name = names[column].strip().rstrip(":") if 0 < column < len(names) else ""
        if cell.strip():
            parts.append(f"{name}: {cell.strip()}" if name else cell.strip())
    said = "; ".join(parts)
    return said if not said or said.endswith((".", "!", "?")) else said + "."


def _listed(rows: Iterable[Sequence[str]]) -> str:
    return ", ".join(cell.strip() for row in rows for cell in row if cell.strip())


def _notice(index: int, text: str, kind: UtteranceKind, lang: str, pause: int) -> Utterance:
    return Utterance("", text, (), kind=kind, lang=lang, block=index, pause_ms=pause)


def _before(block: Block, pauses: Pauses) -> int:
    if block.kind == "heading":
        return pauses.before_heading
    return pauses.quote if block.kind == "quote" else 0


def _with_pause(utterance: Utterance, at_least: int) -> Utterance:
    return utterance.but(pause_ms=max(utterance.pause_ms, at_least))


def _has_words(text: str) -> bool:
    """A row of asterisks or a lone dash parts sections on the page and has nothing to say."""
    return text[:1].isalnum() or any(map(str.isalnum, text))
