"""Markdown to blocks: the CommonMark that people write, front matter, tables, footnotes, formulas."""

import html
import re

from listen.clean.furniture.phrases import furniture
from listen.clean.metadata.page_language import guess
from listen.clean.metadata.passage_language import told_apart
from listen.clean.metadata.titles import words
from listen.clean.result import IN_PLACE, Cleaned, LeftOut
from listen.errors import NoArticleError
from listen.model import Article, Block
from listen.storage.file_names import opening_words

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^([A-Za-z_-]+)\s*:\s*(.+)$", re.M)
_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?\Z")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*\Z")
_QUOTE_SIGN, _QUOTE_SIGNS = re.compile(r"\A\s*> ?"), re.compile(r"\A(?:\s*>)+ ?")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*\Z")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+|\Z)(\[[ xX]\] )?")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)\Z")
_NOTE = re.compile(r"\[\^([^\[\]]+)\]:[ \t]*(.*)\Z")
_MARK = re.compile(r"\[\^([^\[\]]+)\]")
_OWN_HEADING = re.compile(r"\[[^\[\]]+\]\(#[^()\s]+\)")
"""An item that is a link within the document."""
_ALERT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|INFO)\]", re.I)
"""The sign that makes a box of a quotation."""
_CONTENTS = 2
"""Such items that make a table of contents."""
_REFERENCE = re.compile(r" {0,3}\[[^\]^]+\]:[ \t]*\S+(?:[ \t]+[\"'(].*[\"')])?[ \t]*\Z")
_TABLE_RULE = re.compile(r"[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+(?:\|[ \t]*+)?\Z")
_IMAGE_LINE = re.compile(r"[ \t]*(?:\[)?!\[([^\]]*)\]\([^)]*?(?:\"([^\"]*)\")?\)(?:\]\([^)]*\))?[ \t]*\Z")
_SIGNS = re.compile(r"(?:^|\n)(?:#{1,6} \S|```|~~~|> |[-*+] \S|\d+\. \S)|\]\(https?:|\*\*\S")

# Each stops at the next sign of its own kind, or after a thousand characters: a page of signs that open and
# never close must not be gone through again from each of them.
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[[^\]\[]*\](?:\((?:[^()\s]*|[^)]{0,1000})\)|\[[^\]\[]*\])"), ""),
    (re.compile(r"\[\^[^\]\[]+\]"), ""),
    (
        re.compile(
            r"\[([^\]\[]*)\]\((?:<[^<>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)"
        ),
        r"\1",
    ),
    (re.compile(r"\[([^\]\[]+)\]\[[^\]\[]*\]"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^<>\s]+)>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>\n]*>"), ""),
    (re.compile(r"(\*\*\*|___)(?=\S)(.{1,1000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"~~(?=\S)(.{1,1000}?)(?<=\S)~~"), r"\1"),
)
_DEEPEST = 30
"""Quotations within quotations that are told apart."""
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""With its semicolon: `?page=1&copy=2` is no copyright sign."""
_AS_WRITTEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?<!`)(?P<marks>`++)(?P<code>.{1,10000}?)(?<!`)(?P=marks)(?!`)", re.S
)
"""An escaped character, or a code span: whichever comes first, for an escaped sign opens no span."""


def looks_like_markdown(text: str) -> bool:
    """Return whether a text without a name is Markdown: several of its signs in it."""
    return len(_SIGNS.findall(text[:20000])) >= 3


def _uncommented(text: str) -> str:
    """Without `<!-- … -->`; one that never closes stays."""
    out: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        out.append(text[at:start])
        at = end + 3
    return "".join((*out, text[at:]))


def inline(text: str) -> str:
    """The words of a line, its mark-up taken off; code spans and escaped characters stay as written."""
    saved: list[str] = []

    def save(value: str) -> str:
        saved.append(value)
        return f"\ue000{len(saved) - 1}\ue001"

    text = text.replace("\ue000", "").replace("\ue001", "")
    text = _AS_WRITTEN.sub(lambda m: save(m["escaped"] or m["code"].strip()), text)
    text = _uncommented(text)
    for pattern, by in _INLINE:
        text = pattern.sub(by, text)
    text = _ENTITY.sub(lambda m: html.unescape(m[0]), text)
    text = re.sub("\ue000(\\d+)\ue001", lambda m: saved[int(m.group(1))], text)
    return " ".join(text.split())


def _cells(line: str) -> tuple[str, ...]:
    line = line.strip()
    line = line[1:] if line.startswith("|") else line
    line = line[:-1] if line.endswith("|") and not line.endswith("\\|") else line
    return tuple(inline(cell.replace("\\|", "|")) for cell in re.split(r"(?<!\\)\|", line))


class _Reader:
    """Lines to blocks."""

    def __init__(self, text: str, depth: int = 0) -> None:
        self.depth = depth
        """Quotations around the text."""
        self.lines = text.split("\n")
        self.i = 0
        self.blocks: list[Block] = []
        self.notes: list[Block] = []
        self.labels: list[str] = []
        """Of the notes."""
        self.marks: dict[str, int] = {}
        """A note's label → the block that first refers to it."""
        self.own: list[int] = []
        """The blocks that are items which lead to a heading of the document, by their mark-up."""
        self.run: list[str] = []
        self.item: tuple[int, int | None] | None = None

    def flush(self) -> None:
        raw = "\n".join(self.run)
        text = inline(raw)
        if text:
            for label in _MARK.findall(raw):
                self.marks.setdefault(label, len(self.blocks))
            if self.item is not None:
                if _OWN_HEADING.fullmatch(raw.strip()):
                    self.own.append(len(self.blocks))
                self.blocks.append(Block("list_item", text, level=self.item[0], number=self.item[1]))
            else:
                self.blocks.append(Block("paragraph", text))
        self.run = []
        self.item = None

    def read(self) -> list[Block]:
        indents: list[int] = []
        while self.i < len(self.lines):
            line = self.lines[self.i].expandtabs(4)
            self.i += 1
            if not line.strip():
                self.flush()
                continue
            if (fence := _FENCE.match(line)) is not None:
                self.flush()
                self.fenced(fence)
            elif line.strip().startswith("$$"):
                self.flush()
                self.formula(line)
            elif (atx := _ATX.match(line)) is not None:
                self.flush()
                self.heading(len(atx.group(1)), atx.group(2) or "")
            elif self.run and self.item is None and (under := _SETEXT.match(line)) is not None:
                text, self.run = " ".join(self.run), []
                self.heading(1 if under.group(1).startswith("=") else 2, text)
            elif _RULE.match(line):
                self.flush()
            elif (note := _NOTE.match(line)) is not None:
                self.flush()
                self.note(note)
            elif _REFERENCE.match(line):
                self.flush()
            elif (
                "|" in line
                and self.i < len(self.lines)
                and _TABLE_RULE.match(self.lines[self.i])
                and not self.run
            ):
                self.table(line)
            elif line.lstrip().startswith(">"):
                self.flush()
                self.quote(line)
            elif (image := _IMAGE_LINE.match(line)) is not None and not self.run:
                caption = inline(image.group(2) or image.group(1))
                if caption:
                    self.blocks.append(Block("figure", caption, alt=inline(image.group(1)) or None))
            elif (item := _ITEM.match(line)) is not None and (not self.run or self.item or not item.group(2)):
                self.flush()
                indent = len(item.group(1))
                while indents and indents[-1] >= indent + 1:
                    indents.pop()
                if not indents or indents[-1] < indent:
                    indents.append(indent)
                number = int(item.group(2)) if item.group(2) else None
                self.item = (min(len(indents), 6), number)
                self.run = [line[item.end() :]]
            elif line.startswith("    ") and not self.run and not indents:
                self.indented(line)
            else:
                if not self.run and not line.startswith(" "):
                    indents.clear()
                self.run.append(line + ("\n" if line.endswith("  ") else ""))
        self.flush()
        return self.blocks + self.notes

    def contents(self) -> set[int]:
        """The identities of the items that are links to the document's own headings, if there are several."""
        heads = {words(b.text): n for n, b in enumerate(self.blocks) if b.kind == "heading"}
        found = [n for n in self.own if heads.get(words(self.blocks[n].text), -1) > n]
        return {id(self.blocks[n]) for n in found} if len(found) >= _CONTENTS else set()

    def heading(self, level: int, text: str) -> None:
        # Signs behind the heading close it, unless a word ends in them.
        text = text.rstrip()
        bare = text.rstrip("#")
        text = inline(bare if bare[-1:] in ("", " ", "\t") else text)
        if text:
            self.blocks.append(Block("heading", text, level=level))

    def fenced(self, fence: re.Match[str]) -> None:
        mark, info = fence.group(1), fence.group(2).strip().lower()
        body: list[str] = []
        while self.i < len(self.lines):
            line = self.lines[self.i]
            self.i += 1
            if line.strip().startswith(mark) and not line.strip().strip(mark[0]):
                break
            body.append(line)
        text = "\n".join(body).strip("\n")
        if text.strip():
            kind = "formula" if info in ("math", "latex", "tex") else "code"
            self.blocks.append(
                Block("formula", " ".join(text.split()), alt=text)
                if kind == "formula"
                else Block("code", text)
            )

    def indented(self, line: str) -> None:
        body = [line[4:]]
        while self.i < len(self.lines) and (
            self.lines[self.i].startswith("    ") or not self.lines[self.i].strip()
        ):
            body.append(self.lines[self.i][4:])
            self.i += 1
        self.blocks.append(Block("code", "\n".join(body).strip("\n")))

    def formula(self, line: str) -> None:
        body = [line.strip()[2:]]
        while "$$" not in body[-1] and self.i < len(self.lines):
            body.append(self.lines[self.i])
            self.i += 1
        text = " ".join("\n".join(body).split("$$")[0].split())
        if text:
            self.blocks.append(Block("formula", text, alt=text))

    def note(self, note: re.Match[str]) -> None:
        body = [note.group(2)]
        while self.i < len(self.lines) and self.lines[self.i].startswith("  ") and self.lines[self.i].strip():
            body.append(self.lines[self.i])
            self.i += 1
        text = inline("\n".join(body))
        if text:
            label = note.group(1)
            number = int(label) if label.isdigit() else len(self.notes) + 1
            self.notes.append(Block("footnote", text, number=number))
            self.labels.append(label)

    def in_place(self) -> list[Block]:
        """The blocks, each note behind the one that refers to it; those that none refers to at the end."""
        last = len(self.blocks)
        behind: dict[int, list[Block]] = {}
        for note, label in zip(self.notes, self.labels, strict=True):
            behind.setdefault(self.marks.get(label, last), []).append(note)
        out: list[Block] = []
        for i in range(last + 1):
            out += self.blocks[i : i + 1]
            out += behind.get(i, ())
        return out

    def quote(self, line: str) -> None:
        sign = _QUOTE_SIGN if self.depth < _DEEPEST else _QUOTE_SIGNS
        first = sign.sub("", line)
        body = ["" if _ALERT.fullmatch(first.strip()) else first]
        while self.i < len(self.lines) and self.lines[self.i].strip() and not _ATX.match(self.lines[self.i]):
            body.append(sign.sub("", self.lines[self.i]))
            self.i += 1
        inner = _Reader("\n".join(body), self.depth + 1).read()
        for k, block in enumerate(inner):
            said = re.match(r"[—–-]{1,2}\s*([^.!?]{2,80})\Z", block.text)
            if said and k == len(inner) - 1 and k > 0:
                last = self.blocks.pop()
                self.blocks.append(Block("quote", last.text, speaker=said.group(1).strip()))
            elif block.kind == "paragraph":
                self.blocks.append(Block("quote", block.text))
            else:
                self.blocks.append(block)

    def table(self, line: str) -> None:
        rows = [_cells(line)]
        self.i += 1
        while self.i < len(self.lines) and "|" in self.lines[self.i]:
            rows.append(_cells(self.lines[self.i]))
            self.i += 1
        text = "\n".join(" | ".join(row) for row in rows)
        self.blocks.append(Block("table", text, rows=tuple(rows)))


def clean_markdown(text: str, *, keep: frozenset[str] = frozenset(), url: str | None = None) -> Cleaned:
    """The article in a Markdown text; its title from front matter, else the first heading, else first words.

    Raises NoArticleError when there is nothing to read.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    fields: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        fields = {k.lower(): v.strip().strip("\"'[] ") for k, v in _FIELD.findall(front.group(1))}
        text = text[front.end() :]
    blocks: list[Block] = []
    left: list[LeftOut] = []
    reader = _Reader(text)
    everything = reader.read()
    contents = reader.contents()
    for block in reader.in_place() if IN_PLACE in keep else everything:
        found = furniture(block.text) if block.kind in ("paragraph", "list_item", "heading") else None
        if found and block.kind == "heading" and found[0] not in ("share", "prompts", "ads"):
            found = None
        if block.kind == "figure":
            found = None if "alt" in keep and block.text == block.alt else ("captions", "a picture")
        elif block.kind == "footnote":
            found = ("footnotes", "a footnote")
        elif id(block) in contents:
            found = ("contents", "leads to a heading of the document")
        if found and found[0] not in keep:
            left.append(LeftOut(found[0], found[1], block.text))
        else:
            blocks.append(block)
    title = inline(fields.get("title", ""))
    first = next((i for i, b in enumerate(blocks) if b.kind == "heading"), None)
    if first is not None and (not title or blocks[first].text.casefold() == title.casefold()) and first <= 1:
        title = title or blocks[first].text
        del blocks[first]
    if not blocks:
        raise NoArticleError("the text is empty: there is nothing to read")
    title = title or opening_words(blocks[0].text)
    body = "\n".join(b.text for b in blocks if b.kind != "code")
    lang = fields.get("lang") or fields.get("language") or guess(body)
    date = re.match(r"\d{4}-\d{2}-\d{2}", fields.get("date", ""))
    return Cleaned(
        Article(
            title,
            lang,
            told_apart(tuple(blocks), lang),
            fields.get("author") or fields.get("byline") or None,
            url or fields.get("url"),
            date.group() if date else None,
        ),
        tuple(left),
    )
