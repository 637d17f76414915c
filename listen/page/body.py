"""The article's body as XHTML, every sentence in an element whose id is its cue's.

The same mark-up serves the page and the book, so it is well-formed XML that is also valid HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from listen.model import Article, Block, Cue, Episode
from listen.page.language import attributes
from listen.page.text_spans import (
    Place,
    Shown,
    by_block,
    places,
    rows_of,
    titled,
    words_in_row,
    words_in_sentence,
)

NUMBER = ' class="number"'
_FIGURE = re.compile(r"[-−+±]?[£$€¥]?\s?[\d.,’\u00a0\u202f ]*\d(?:\s?[%€‰])?")


@dataclass(frozen=True, slots=True)
class Body:
    """The marked-up text."""

    title: str
    """The headline's content."""
    html: str
    words: Mapping[str, tuple[Shown, ...]]
    """Words by cue id, as they stand in that element's text."""
    headings: tuple[tuple[str, int], ...]
    """Ids of the sentences that open headings, and the headings' levels (from 2)."""


@dataclass(slots=True)
class _Writer:
    """Marks up block after block and notes where words and headings came to stand."""

    lang: str
    cues: Mapping[int, Sequence[Cue]]
    names: Mapping[str, str]
    words: dict[str, tuple[Shown, ...]] = field(default_factory=dict)
    headings: list[tuple[str, int]] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)

    def blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        for key, group in groupby(enumerate(blocks), key=lambda item: _family(item[1])):
            items = list(group)
            if key[0] == "list_item":
                yield from self.lists(items)
            elif key[0] == "quote":
                yield self.quote(items)
            elif key[0] == "footnote":
                notes = "\n".join(self.item(n, block) for n, block in items)
                yield f'<ol class="notes">\n{notes}\n</ol>'
            else:
                for n, block in items:
                    yield self.block(n, block)

    def block(self, n: int, block: Block) -> str:
        tag = attributes(block.lang, self.lang)
        match block.kind:
            case "heading":
                level = self.level(block.level or 2)
                if cues := self.cues.get(n):
                    self.headings.append((cues[0].id, level))
                return f"<h{level}{tag}>{self.text(n, block)}</h{level}>"
            case "table" if block.rows:
                return self.table(n, block)
            case "code":
                name = escape(self.names["code"])
                code = self.whole(self.cues.get(n, ()), f"<code>{escape(block.text)}</code>", "pre")
                return f'<div class="scroll" role="group" tabindex="0" aria-label="{name}">{code}</div>'
            case "formula":
                shown = escape(block.text or block.alt or "")
                return self.whole(self.cues.get(n, ()), f"<code>{shown}</code>", "div", "formula")
            case "figure":
                return f'<p class="caption"{tag}>{self.text(n, block)}</p>'
            case _:
                return f"<p{tag}>{self.text(n, block)}</p>"

    def text(self, n: int, block: Block) -> str:
        """The block's text with each of its sentences in a span."""
        return self.sentences(block, self.cues.get(n, ()))

    def sentences(self, block: Block, cues: Sequence[Cue]) -> str:
        out, at = [], 0
        for place in places(block, cues):
            out.append(escape(block.text[at : place.start], quote=False))
            out.append(self.sentence(place, block.text[place.start : place.end]))
            at = place.end
        out.append(escape(block.text[at:], quote=False))
        return "".join(out)

    def sentence(self, place: Place, text: str) -> str:
        self.words[place.cue.id] = tuple(words_in_sentence(place))
        return f'<span class="s" id="{place.cue.id}">{escape(text, quote=False)}</span>'

    def whole(self, cues: Sequence[Cue], inner: str, element: str, name: str = "") -> str:
        """A block that one cue stands for: what it says is not in the text."""
        marked = " ".join(part for part in (name, "s" if cues else "") if part)
        ident = f' id="{cues[0].id}"' if cues else ""
        rest = "".join(f'<span id="{cue.id}"></span>' for cue in cues[1:])
        kind = f' class="{marked}"' if marked else ""
        return f"<{element}{kind}{ident}>{inner}</{element}>{rest}"

    def level(self, level: int) -> int:
        """Headings below the headline begin at 2 and never skip one, whatever the page did."""
        while self.levels and self.levels[-1] >= level:
            self.levels.pop()
        self.levels.append(level)
        return min(len(self.levels) + 1, 6)

    def lists(self, items: Sequence[tuple[int, Block]]) -> Iterator[str]:
        """Consecutive items as nested lists; an item's own list stands inside it."""
        outer = min(block.level or 1 for _, block in items)
        rest = list(items)
        while rest:
            ordered = rest[0][1].number is not None
            run: list[str] = []
            while rest and (rest[0][1].number is not None) == ordered:
                n, block = rest.pop(0)
                deeper = []
                while rest and (rest[0][1].level or 1) > max(outer, block.level or 1):
                    deeper.append(rest.pop(0))
                run.append(self.item(n, block, "".join(self.lists(deeper)) if deeper else ""))
            tag = "ol" if ordered else "ul"
            yield f"<{tag}>\n" + "\n".join(run) + f"\n</{tag}>"

    def item(self, n: int, block: Block, inner: str = "") -> str:
        value = f' value="{block.number}"' if block.number is not None else ""
        return f"<li{value}{attributes(block.lang, self.lang)}>{self.text(n, block)}{inner}</li>"

    def quote(self, items: Sequence[tuple[int, Block]]) -> str:
        said = "\n".join(
            f"<p{attributes(block.lang, self.lang)}>{self.text(n, block)}</p>" for n, block in items
        )
        speaker = items[0][1].speaker
        if not speaker:
            return f"<blockquote>\n{said}\n</blockquote>"
        name = escape(speaker, quote=False)
        return f"<figure><blockquote>\n{said}\n</blockquote><figcaption>{name}</figcaption></figure>"

    def table(self, n: int, block: Block) -> str:
        title, cues = titled(block, self.cues.get(n, ()))
        read = rows_of(block, cues)
        numeric = _numeric(block.rows)
        head = "".join(
            f'<th scope="col"{NUMBER * (at in numeric)}>{escape(cell.strip(), quote=False)}</th>'
            for at, cell in enumerate(block.rows[0])
        )
        lines = []
        if block.alt:
            lines.append(f"<caption>{self.sentences(Block('paragraph', block.alt), title)}</caption>")
        lines += [f"<thead><tr>{head}</tr></thead>", "<tbody>"]
        for at, row in enumerate(block.rows[1:], 1):
            cue = read.get(at)
            if cue:
                self.words[cue.id] = tuple(words_in_row(row, cue))
            mark = f' class="s" id="{cue.id}"' if cue else ""
            lines.append(f"<tr{mark}>{_cells(row, numeric)}</tr>")
        lines.append("</tbody>")
        inner = "\n".join(lines)
        name = escape(self.names["table"])
        table = f"<table>\n{inner}\n</table>" if read else self.whole(cues, f"\n{inner}\n", "table")
        tag = attributes(block.lang, self.lang)
        return f'<div class="scroll" role="group" tabindex="0" aria-label="{name}"{tag}>{table}</div>'


def body(article: Article, episode: Episode, names: Mapping[str, str]) -> Body:
    """Mark the article up; `names` are the page's own words for a `table` and for `code`."""
    cues = by_block(episode.cues)
    writer = _Writer(article.lang, cues, names)
    own = cues.get(-1, [])
    cues[-1] = [cue for cue in own if cue.kind == "title"]
    title = writer.text(-1, Block("heading", article.title))
    parts = list(writer.blocks(article.blocks))
    for cue in own:
        if cue.kind != "title":
            said = writer.sentence(Place(cue, 0, len(cue.text)), cue.text)
            parts.append(f'<p class="notice">{said}</p>')
    return Body(title, "\n".join(parts), writer.words, tuple(writer.headings))


def _family(block: Block) -> tuple[str, str]:
    """Return what stands together: the items of a list, the paragraphs of one quote."""
    return block.kind, (block.speaker or "") if block.kind == "quote" else ""


def _numeric(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Columns of figures, the first aside: they are set flush with their last digits."""
    found = set()
    for at in range(1, max(map(len, rows))):
        cells = [row[at].strip() for row in rows[1:] if len(row) > at and row[at].strip()]
        if cells and all(_FIGURE.fullmatch(cell) for cell in cells):
            found.add(at)
    return frozenset(found)


def _cells(row: Sequence[str], numeric: frozenset[int]) -> str:
    cells = [escape(cell.strip(), quote=False) for cell in row]
    first, *others = cells or [""]
    head = f'<th scope="row">{first}</th>' if first else "<td></td>"
    return head + "".join(f"<td{NUMBER * (at in numeric)}>{cell}</td>" for at, cell in enumerate(others, 1))
