"""Plain text to an Article: a title line, wrapped lines joined, boilerplate lines out."""

import re
from collections.abc import Sequence
from itertools import takewhile

from listen.clean.furniture.phrases import furniture
from listen.clean.furniture.widgets import author_notes
from listen.clean.metadata.written_dates import dateline, in_text
from listen.clean.page_types import prose
from listen.clean.result import Cleaned, LeftOut
from listen.errors import NoArticleError
from listen.model import Article, Block

_ITEM = re.compile(r"(?:[-*•‣–]|\(?(\d{1,3})[.)])\s+(?=\S)")
_ODD_SPACE = re.compile(r"\s\s|[^\S ]")
_RULE = re.compile(r"[\W_]+\Z")
_NAME = (
    r"[^\W\d_a-z][\w.'’-]*"
    r"(?:,? +(?:[^\W\d_a-z][\w.'’-]*|and|und|et|y|e|&|van|von|de|der|la|el|bin|al|da|di|du))*"
)
_BYLINE = re.compile(rf"(?i:by|von|par|por|di|door|af|av):?\s+({_NAME})(?:\s*[|•·–—,-]\s*(.{{1,60}}))?\Z")
_BY_SENTENCE = re.compile(r"by\b.*[a-z][.!?…]['\"”’»)\]]*\Z", re.I)
"""“By noon it was dark.”"""
_END = re.compile(r"[.!?…:;,。！？]['\"”’»)\]]*\Z")
MAX_TITLE = 200
"""Characters; a longer first line is a paragraph."""


def _folded(row: str) -> str:
    """A line with single spaces; a book in one line is not taken apart for it where it has no others."""
    return " ".join(row.split()) if _ODD_SPACE.search(row) else row.strip()


def paragraphs(text: str) -> list[str]:
    """Lines gathered to paragraphs: blank lines part them; lines that were wrapped are joined."""
    chunks = [chunk.split("\n") for chunk in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip("\n"))]
    out: list[str] = []
    for lines in chunks:
        rows = [line.rstrip() for line in lines if line.strip()]
        widths = [len(row) for row in rows]
        widest = max(widths, default=0)
        # Wrapped text has lines of about one width; without that each line stands for itself.
        wrapped = (
            len(rows) > 1
            and widest <= 120
            and sum(w > widest * 0.6 for w in widths[:-1]) >= 0.7 * (len(rows) - 1)
        )
        if not wrapped:
            out += map(_folded, rows)
            continue
        run: list[str] = []
        for row in rows:
            row = _folded(row)
            if run and _ITEM.match(row):
                out.append("".join(run))
                run = [row]
            elif run and run[-1].endswith("-") and run[-1][-2:-1].isalpha() and row[:1].islower():
                run.append(row)
            else:
                run += (" ", row) if run else (row,)
        out.append("".join(run))
    return [line for line in out if line]


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
    """Which of a document's first passages are no more than the author's line or the day; byline and day."""
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
    return ", ".join(re.split(r",?\s+(?:and|und|et|y|e|&)\s+|,\s+", match[1]))


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
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rest, head, byline, published = _head(text)
    left: list[tuple[int, LeftOut]] = []
    """With the number of its line."""
    if "bylines" not in keep:
        text = rest
        left += [(-1, LeftOut("bylines", "the line of author or date", line)) for line in head]
    lines = paragraphs(text)
    kept: list[str] = []
    numbers: list[int] = []
    for n, line in enumerate(lines):
        found = furniture(line) if len(line) < 400 else None
        if found and found[0] == "bylines" and _BY_SENTENCE.match(line) and not _author(line):
            found = None
        if found and found[0] not in keep:
            left.append((n, LeftOut(found[0], found[1], line)))
        elif _RULE.match(line) and "navigation" not in keep:
            left.append((n, LeftOut("navigation", "a line without words", line)))
        else:
            kept.append(line)
            numbers.append(n)
    if not kept:
        raise NoArticleError("the text is empty: there is nothing to read")
    doubt = prose.check(text)
    title = ""
    if len(kept) > 1 and len(kept[0]) <= MAX_TITLE and not _ITEM.match(kept[0]):
        first = kept[0]
        if not re.search(r"[.;,]['\"”’»)\]]*\Z", first) or len(first) < 60:
            title = first
            kept, numbers = kept[1:], numbers[1:]
    if not title:
        title = " ".join(kept[0].split(None, 10)[:10])
    if "bios" not in keep:
        notes = author_notes(kept, byline)
        left += [(numbers[k], LeftOut("bios", "a note about the author", kept[k])) for k in notes]
        kept = [line for k, line in enumerate(kept) if k not in notes]
    blocks: list[Block] = []
    for i, line in enumerate(kept):
        item = None if _RULE.match(line) else _ITEM.match(line)
        if item:
            number = int(item.group(1)) if item.group(1) else None
            blocks.append(Block("list_item", line[item.end() :], level=1, number=number))
        elif i + 1 < len(kept) and _is_heading(line, kept[i + 1]):
            blocks.append(Block("heading", line, level=2))
        else:
            blocks.append(Block("paragraph", line))
    from listen.clean.metadata.page_language import guess

    body = "\n".join(kept)
    article = Article(title, guess(body), tuple(blocks), byline, url, published)
    out = tuple(item for _, item in sorted(left, key=lambda pair: pair[0]))
    return Cleaned(article, out, notes=(doubt,) if doubt else ())
