"""Plain text to an Article: a title line, wrapped lines joined, boilerplate lines out."""

import re

from listen.clean.phrases import furniture
from listen.clean.result import Cleaned, LeftOut
from listen.errors import NoArticleError
from listen.model import Article, Block

_ITEM = re.compile(r"(?:[-*•‣–]|\(?(\d{1,3})[.)])\s+(?=\S)")
_RULE = re.compile(r"[\W_]+\Z")
_BYLINE = re.compile(r"(?:by|von|par|por|di)\s+([^\d,.;:]{3,60})\Z", re.I)
_END = re.compile(r"[.!?…:;,。！？]['\"”’»)\]]*\Z")
MAX_TITLE = 200
"""Characters; a longer first line is a paragraph."""


def paragraphs(text: str) -> list[str]:
    """Lines gathered to paragraphs: blank lines part them; lines that were wrapped are joined."""
    chunks = [chunk.split("\n") for chunk in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip("\n"))]
    out: list[str] = []
    for lines in chunks:
        rows = [line.rstrip() for line in lines if line.strip()]
        widths = [len(row) for row in rows]
        # Wrapped text has lines of about one width; without that each line stands for itself.
        wrapped = (
            len(rows) > 1
            and max(widths) <= 120
            and sum(w > max(widths) * 0.6 for w in widths[:-1]) >= 0.7 * (len(rows) - 1)
        )
        if not wrapped:
            out += [" ".join(row.split()) for row in rows]
            continue
        run = ""
        for row in rows:
            row = " ".join(row.split())
            if run and _ITEM.match(row):
                out.append(run)
                run = row
            elif run.endswith("-") and run[-2:-1].isalpha() and row[:1].islower():
                run += row
            else:
                run = f"{run} {row}" if run else row
        out.append(run)
    return [line for line in out if line]


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
    lines = paragraphs(text.replace("\r\n", "\n").replace("\r", "\n"))
    left: list[LeftOut] = []
    kept: list[str] = []
    for line in lines:
        found = furniture(line) if len(line) < 400 else None
        if found and found[0] not in keep:
            left.append(LeftOut(found[0], found[1], line))
        elif _RULE.match(line):
            left.append(LeftOut("navigation", "a line without words", line))
        else:
            kept.append(line)
    if not kept:
        raise NoArticleError("the text is empty: there is nothing to read")
    title, byline = "", None
    if len(kept) > 1 and len(kept[0]) <= MAX_TITLE and not _ITEM.match(kept[0]):
        first = kept[0]
        if not re.search(r"[.;,]['\"”’»)\]]*\Z", first) or len(first) < 60:
            title = first
            kept = kept[1:]
    if not title:
        title = " ".join(kept[0].split()[:10])
    byline_match = _BYLINE.match(kept[0]) if len(kept) > 1 else None
    if byline_match and len(kept[0].split()) <= 8:
        byline = byline_match.group(1).strip()
        kept = kept[1:]
    blocks: list[Block] = []
    for i, line in enumerate(kept):
        item = _ITEM.match(line)
        if item:
            number = int(item.group(1)) if item.group(1) else None
            blocks.append(Block("list_item", line[item.end() :], level=1, number=number))
        elif i + 1 < len(kept) and _is_heading(line, kept[i + 1]):
            blocks.append(Block("heading", line, level=2))
        else:
            blocks.append(Block("paragraph", line))
    from listen.clean.language import guess

    body = "\n".join(kept)
    return Cleaned(Article(title, guess(body), tuple(blocks), byline, url), tuple(left))
