"""Plain text to an Article: a title line, wrapped lines joined, boilerplate lines out."""

import re
from collections.abc import Sequence
from itertools import takewhile

from listen.clean.dom.plain.text_layout import Piece, pieces
from listen.clean.dom.text import STOPS
from listen.clean.formats.gutenberg import is_gutenberg, unpacked
from listen.clean.formats.subtitles import untimed
from listen.clean.furniture.phrases import furniture
from listen.clean.metadata.passage_language import told_apart
from listen.clean.metadata.titles import words as bare
from listen.clean.metadata.written_dates import dateline, in_text
from listen.clean.page_types import prose
from listen.clean.result import Cleaned, LeftOut
from listen.errors import NoArticleError
from listen.model import Article, Block
from listen.storage.file_names import opening_words

_ITEM = re.compile(r"(?:[-*•‣–]|\(?(\d{1,3})[.)])\s+(?=\S)")
_RULE = re.compile(r"[\W_]+\Z")
_NAME = (
    r"[^\W\d_a-z][\w.'’-]*"
    r"(?:,? +(?:[^\W\d_a-z][\w.'’-]*|and|und|et|y|e|&|van|von|de|der|la|el|bin|al|da|di|du))*"
)
_BYLINE = re.compile(rf"(?i:by|von|par|por|di|door|af|av):?\s+({_NAME})(?:\s*[|•·–—,-]\s*(.{{1,60}}))?\Z")
_BY_SENTENCE = re.compile(r"by\b.*[a-z][.!?…]['\"”’»)\]]*\Z", re.I)
"""“By noon it was dark.”"""
_END = re.compile(rf"[{STOPS}:;,]['\"”’»)\]]*\Z")
MAX_TITLE = 200
"""Characters; a longer first line is a paragraph."""


def _head(text: str) -> tuple[str, list[str], str | None, str | None]:
    """The text without the lines of author and date under its title; these lines; the byline, the date.

    They stand right under the title or by themselves after it, before anything else.
    """
    chunks = re.split(r"(\n[ \t]*(?:\n[ \t]*)+)", text.strip("\n"))
    taken: list[str] = []
    byline: str | None = None
    published: str | None = None
    for k in range(0, min(len(chunks), 7), 2):
        rows = [row for row in chunks[k].split("\n") if row.strip()]
        under = list(takewhile(lambda row: _author(row) or dateline(row), rows[1:] if k == 0 else rows))
        if k and len(under) < len(rows):
            break
        for row in under:
            byline = byline or _author(row)
            published = published or dateline(row) or in_text(row)
            taken.append(" ".join(row.split()))
        if under:
            chunks[k] = "" if k else "\n".join([rows[0], *rows[1 + len(under) :]])
        if not k and len(rows) > 1 + len(under):
            break
    return "".join(chunks), taken, byline, published


def opening(texts: Sequence[str]) -> tuple[list[int], str | None, str | None]:
    """Return which of a document's first passages are no more than the author's line or the day; byline and
    day.
    """
    taken: list[int] = []
    byline: str | None = None
    published: str | None = None
    for n, text in enumerate(texts):
        if not (_author(text) or dateline(text)):
            break
        byline = byline or _author(text)
        published = published or dateline(text) or in_text(text)
        taken.append(n)
    return taken, byline, published


def _author(row: str) -> str | None:
    """The names in a line like “By Ann Lee and Bo Roe, staff writers”; None for any other line."""
    match = _BYLINE.match(row.strip())
    if match is None or len(match[1].split()) > 10:
        return None
    return ", ".join(re.split(r"(?:,|(?<![\s,]))\s++(?:and|und|et|y|e|&)\s+|,\s+", match[1]))


def _is_heading(line: str, following: str) -> bool:
    return (
        len(line) <= 80
        and len(line.split()) <= 10
        and not _END.search(line)
        and line[:1].isupper()
        and len(following) > 120
    )


def clean_text(text: str, *, keep: frozenset[str] = frozenset(), url: str | None = None) -> Cleaned:
    """The article in a plain text.

    The first line is the title where it looks like one (short, no full stop, more text below).
    Raises NoArticleError when no text is left.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    left: list[tuple[int, LeftOut]] = []
    """With the number of its line."""
    about: dict[str, str] = {}
    if "-->" in text:
        text, taken = untimed(text)
        left += [(-2, LeftOut("navigation", reason, passage)) for reason, passage in taken]
    if is_gutenberg(text):
        text, about, licence = unpacked(text, keep)
        left += [(-2, item) for item in licence]
    rest, head, byline, published = _head(text)
    if "bylines" not in keep:
        text = rest
        left += [(-1, LeftOut("bylines", "the line of author or date", line)) for line in head]
    kept: list[Piece] = []
    numbers: list[int] = []
    for n, piece in enumerate(pieces(text)):
        line = piece.text
        found = furniture(line) if len(line) < 400 and piece.level is None else None
        if found and found[0] == "bylines" and _BY_SENTENCE.match(line) and not _author(line):
            found = None
        if found and found[0] not in keep:
            left.append((n, LeftOut(found[0], found[1], line)))
        elif (piece.drawn or _RULE.match(line)) and "navigation" not in keep:
            # A row of signs is never said: no voice has a word for it.
            left.append((n, LeftOut("navigation", "a line without words", line, "drawn")))
        else:
            kept.append(piece)
            numbers.append(n)
    doubt = prose.check(text) if any(map(str.isalpha, text)) else None
    if not kept:
        raise NoArticleError("the text is empty: there is nothing to read")
    title = about.get("title", "")
    byline = about.get("author", byline)
    first = kept[0].text
    if len(kept) > 1 and len(first) <= MAX_TITLE and not _ITEM.match(first):
        stands = kept[0].level is not None or not re.search(r"[.;,]['\"”’»)\]]*\Z", first) or len(first) < 60
        if stands and (not title or bare(first) == bare(title)):
            title = title or first
            kept, numbers = kept[1:], numbers[1:]
    if not title:
        title = opening_words(first)
    texts = [piece.text for piece in kept]
    if byline and "bios" not in keep:
        from listen.clean.furniture.widgets import author_notes  # and all that knows pages

        notes = author_notes(texts, byline)
        left += [(numbers[k], LeftOut("bios", "a note about the author", texts[k])) for k in notes]
        kept = [piece for k, piece in enumerate(kept) if k not in notes]
    blocks: list[Block] = []
    for i, piece in enumerate(kept):
        line = piece.text
        item = None if _RULE.match(line) else _ITEM.match(line)
        if piece.level is not None:
            blocks.append(Block("heading", line, level=piece.level))
        elif item:
            number = int(item.group(1)) if item.group(1) else None
            blocks.append(Block("list_item", line[item.end() :], level=1, number=number))
        elif i + 1 < len(kept) and _is_heading(line, kept[i + 1].text):
            blocks.append(Block("heading", line, level=2))
        else:
            blocks.append(Block("paragraph", line))
    from listen.clean.metadata.page_language import guess

    body = "\n".join(block.text for block in blocks)
    lang = guess(body)
    article = Article(title, lang, told_apart(tuple(blocks), lang), byline, url, published)
    out = tuple(item for _, item in sorted(left, key=lambda pair: pair[0]))
    return Cleaned(article, out, notes=(doubt,) if doubt else ())
