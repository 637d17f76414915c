"""Articles and scripts as text for people: what `listen clean` and `listen script` print."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable
from typing import Protocol

from listen.model import Article, Block, Script
from listen.storage import jsonform

INDENT = "      "
_MARK = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)|[*`]|(?<![^\W_])_|_(?![^\W_])|\](?=[(\[:])|\[(?=\^)|<(?=[A-Za-z/!?])"
    r"|~(?=~)|(?<=~)~|&(?=#?\w{1,31};)|\$(?=\$)",
    re.MULTILINE,
)
"""What Markdown reads as a mark wherever it stands; not the line inside of snake_case, nor [sic]."""
_LINE_MARK = re.compile(
    r"^([ \t]*)(#(?=#{0,5}(?:\s|$))|[-+](?=\s)|>|=(?==*\s*$)|[-:|](?=[-:|\s]*$)|\[(?=[ xX]\] ))"
    r"|^([ \t]*[0-9]{1,9})([.)])(?=\s|$)",
    re.MULTILINE,
)
"""What it reads as one at the beginning of a line: a heading, a list's item, a quotation, a line below."""


class LeftOut(Protocol):
    """A block that will not be read."""

    @property
    def kind(self) -> str:
        """Its class, as `--keep` takes it."""

    @property
    def reason(self) -> str:
        """Return why it was left out."""

    @property
    def rule(self) -> str:
        """The name of the rule that decided."""

    @property
    def text(self) -> str:
        """Return what it says."""


def text(article: Article) -> str:
    """Title and body, a blank line between blocks."""
    return "\n\n".join(filter(None, (article.title, *(block.said for block in article.blocks)))) + "\n"


def markdown(article: Article) -> str:
    """Title and body as Markdown."""
    parts = [f"# {_heading(article.title)}"] if article.title else []
    line = " · ".join(part for part in (article.byline, article.site, article.published) if part)
    if line:
        parts.append(f"*{_literal(line)}*")
    return "\n\n".join([*parts, *(_markdown(block) for block in article.blocks)]) + "\n"


def as_json(article: Article) -> str:
    """The Article, as `listen.storage.jsonform` has it."""
    return json.dumps(jsonform.plain(article), ensure_ascii=False, indent=1) + "\n"


def as_html(article: Article) -> str:
    """A plain page."""
    body = "\n".join(_html(block) for block in article.blocks)
    title = html.escape(article.title)
    said, meta = html.escape(article.byline or ""), ""
    byline = f'<p class="byline">{said}</p>\n' if said else ""
    if said:
        meta = f'<meta name="author" content="{said}">\n'
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(article.lang)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n{meta}</head>\n<body>\n<h1>{title}</h1>\n{byline}{body}\n</body>\n</html>\n"
    )


FORMATS: dict[str, Callable[[Article], str]] = {
    "text": text,
    "markdown": markdown,
    "json": as_json,
    "html": as_html,
}


def left_out(items: Iterable[LeftOut]) -> str:
    """One line a passage: class, reason, the rule that decided, opening words."""
    lines = [
        f"{item.kind:<14} {item.reason}{f' [{item.rule}]' if item.rule else ''}: {_short(item.text)}"
        for item in items
    ]
    head = "\nLeft out:\n" if lines else "\nNothing was left out.\n"
    return head + "".join(f"  {line}\n" for line in lines)


def script(value: Script) -> str:
    """Chapters, then each sentence; the spoken words below it where they differ from the written ones."""
    lines = []
    for u in value.utterances:
        if u.chapter:
            lines.append(f"\n[{u.chapter}]")
        lines.append(f"{u.id:>5} {u.text}")
        if u.spoken != u.text:
            lines.append(f"{INDENT}{u.spoken}")
    return "\n".join(lines).lstrip("\n") + "\n"


def _short(text: str, width: int = 80) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def _markdown(block: Block) -> str:
    said = _literal(block.text)
    if block.kind == "heading":
        return "#" * (block.level or 2) + f" {_heading(block.text)}"
    if block.kind == "quote":
        said_by = f"\n>\n> — {_literal(block.speaker)}" if block.speaker else ""
        return "> " + said.replace("\n", "\n> ") + said_by
    if block.kind == "list_item":
        mark = f"{block.number}." if block.number is not None else "-"
        return "  " * ((block.level or 1) - 1) + f"{mark} {said}"
    if block.kind == "code":
        fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", block.text))])
        return f"{fence}\n{block.text}\n{fence}"
    if block.kind == "table" and block.rows:
        lines = ["| " + " | ".join(map(_cell, row)) + " |" for row in block.rows]
        title = [_literal(block.alt), ""] if block.alt else []
        return "\n".join([*title, lines[0], "|" + " --- |" * len(block.rows[0]), *lines[1:]])
    if block.kind == "footnote" and block.number is not None:
        return f"[^{block.number}]: {said}"
    return said


def _heading(text: str) -> str:
    return re.sub(r"(?<!\S)#(?=#*$)", r"\\#", " ".join(_literal(text).split()))


def _literal(text: str) -> str:
    """The text as it stands in Markdown: what would be a mark there has a backslash before it."""
    inside = _MARK.sub(r"\\\g<0>", text)
    return _LINE_MARK.sub(lambda m: f"{m[1] or ''}{m[3] or ''}\\{m[2] or m[4]}", inside)


def _cell(text: str) -> str:
    return " ".join(_literal(text).replace("|", "\\|").split())


def _html(block: Block) -> str:
    said = html.escape(block.text)
    if block.kind == "heading":
        return f"<h{block.level or 2}>{said}</h{block.level or 2}>"
    if block.kind == "quote":
        cite = f"<footer>{html.escape(block.speaker)}</footer>" if block.speaker else ""
        return f"<blockquote><p>{said}</p>{cite}</blockquote>"
    if block.kind == "list_item":
        if block.number is not None:
            return f'<ol start="{block.number}"><li>{said}</li></ol>'
        return f"<ul><li>{said}</li></ul>"
    if block.kind == "code":
        return f"<pre><code>{said}</code></pre>"
    if block.kind == "table":
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in block.rows
        )
        title = f"<caption>{html.escape(block.alt)}</caption>" if block.alt else ""
        return f"<table>{title}{rows}</table>"
    if block.kind == "figure":
        return f"<figure><figcaption>{said}</figcaption></figure>"
    return f"<p>{said}</p>"
