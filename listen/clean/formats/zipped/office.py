"""Documents of office programs (.docx, .odt) to an Article, by way of HTML that the cleaner reads."""

import html
import re
from collections.abc import Iterator
from typing import Any

from listen.clean.dom.tree import parse
from listen.clean.formats.fragment import read_tree
from listen.clean.formats.plain_text import opening
from listen.clean.formats.xml_tree import xml_root
from listen.clean.metadata.authors.person_names import is_person
from listen.clean.metadata.page_language import guess
from listen.clean.metadata.passage_language import told_apart
from listen.clean.metadata.structured_data import bcp47, iso
from listen.clean.result import Cleaned, LeftOut
from listen.errors import NoArticleError, SourceError
from listen.model import Article
from listen.storage.compressed.zip_parts import PartError, ZipParts
from listen.storage.file_names import opening_words

_HEADING = re.compile(
    r"(?:heading|berschrift|titre|titolo|t[ií]tulo|kop|rubrik|otsikko)\s*_?(?:20_)?(\d)", re.I
)
_LIST = re.compile(r"list|aufz[äa]hlung|liste|lista|opsomming", re.I)
_CONTENTS = re.compile(
    r"\A(?:toc|contents|verzeichnis|tm)\s*_?(?:20_)?\d|table of contents|contents_20", re.I
)
_GONE = {
    "del",
    "moveFrom",
    "instrText",
    "footnoteReference",
    "endnoteReference",
    "commentReference",
    "Fallback",
}
"""What a word processor keeps in a paragraph and does not show: deleted words, fields, marks."""
_PARAGRAPHS = 50_000


def clean_office(data: bytes, name: str, keep: frozenset[str] = frozenset()) -> Cleaned:
    """The text of the document.

    Raises SourceError for one that is damaged or locked, NoArticleError for one without text.
    """
    parts = ZipParts(data, name, "document")
    left: list[LeftOut] = []
    if "word/document.xml" in parts.names:
        rows, title, about = _docx(parts, left)
    else:
        rows, title, about = _odt(parts, left)
    texts = [text for _, text, _ in rows]
    at = next((i for i, (kind, text, _) in enumerate(rows) if kind in ("title", "h1") and text), None)
    if at is not None and at < 5:
        title = texts[at]
        rows = rows[:at] + rows[at + 1 :]
    taken, byline, published = opening([text for _, text, _ in rows[:6]])
    if "bylines" not in keep:
        left += [LeftOut("bylines", "the line of author or date", rows[i][1]) for i in taken]
        rows = [row for i, row in enumerate(rows) if i not in taken]
    listed = [text for kind, text, _ in rows if kind == "contents"]
    if "contents" not in keep:
        left += [LeftOut("contents", "a line of the table of contents", text) for text in listed]
        rows = [row for row in rows if row[0] != "contents"]
    markup = "\n".join(_element(kind, text, cells) for kind, text, cells in rows)
    if not markup.strip():
        raise NoArticleError(f"{name}: the document has no text to read")
    blocks, out = read_tree(parse(markup), title, keep, printed=True)
    if not blocks:
        raise NoArticleError(f"{name}: the document has no text to read")
    body = "\n".join(b.text for b in blocks)
    creator = about.get("creator", "")
    lang = bcp47(about.get("language", "")) or guess(body)
    article = Article(
        title or about.get("title", "") or opening_words(blocks[0].text),
        lang, told_apart(tuple(blocks), lang),
        byline or (creator if is_person(creator) else None), None, published or iso(about.get("date", "")),
    )  # fmt: skip
    return Cleaned(article, (*left, *out))


def word_page(root: Any) -> None:
    """Make HTML that Word wrote plain: its items are paragraphs, whose bullets and numbers are text."""
    for el in list(root.iter("span")):
        if "mso-list:ignore" in (el.get("style") or "").lower().replace(" ", ""):
            parent, tail = el.getparent(), el.tail or ""
            previous = el.getprevious()
            if previous is not None:
                previous.tail = (previous.tail or "") + tail
            else:
                parent.text = (parent.text or "") + tail
            parent.remove(el)
    for el in list(root.iter("p")):
        if (el.get("class") or "").startswith("MsoListParagraph") or "mso-list:l" in (el.get("style") or ""):
            el.tag = "li"


Row = tuple[str, str, tuple[tuple[str, ...], ...]]


def _element(kind: str, text: str, cells: tuple[tuple[str, ...], ...]) -> str:
    if cells:
        rows = "".join("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>" for row in cells)
        return f"<table>{rows}</table>"
    said = html.escape(text)
    if kind == "li":
        return f"<ul><li>{said}</li></ul>"
    tag = "h2" if kind in ("title", "contents") else kind
    return f"<{tag}>{said}</{tag}>"


def _xml(parts: ZipParts, path: str) -> Any:
    return xml_root(parts.read(path), parts.name, "document")


def _name(el: Any) -> str:
    return el.tag.rsplit("}", 1)[-1] if isinstance(el.tag, str) else ""


def _value(el: Any, name: str) -> str:
    """An attribute, whatever its namespace."""
    return next((v for k, v in el.attrib.items() if k.rsplit("}", 1)[-1] == name), "")


def _about(parts: ZipParts, path: str) -> dict[str, str]:
    """Return what the file says of itself; nothing where that part is missing or damaged."""
    try:
        root = _xml(parts, path)
    except PartError:
        return {}
    names = {"creator": "creator", "initial-creator": "creator", "title": "title", "language": "language"}
    out: dict[str, str] = {}
    for el in root.iter():
        key = names.get(_name(el))
        if key and el.text and el.text.strip():
            out[key] = " ".join(el.text.split())
    return out


def _docx(parts: ZipParts, left: list[LeftOut]) -> tuple[list[Row], str, dict[str, str]]:
    body = next((el for el in _xml(parts, "word/document.xml") if _name(el) == "body"), None)
    if body is None:
        raise SourceError(f"{parts.name}: is a damaged document; save it again")
    styles = _styles(parts)
    rows: list[Row] = []
    for el in _blocks(body):
        if len(rows) > _PARAGRAPHS:
            raise SourceError(f"{parts.name}: has more than {_PARAGRAPHS} paragraphs; give a part of it")
        if _name(el) == "tbl":
            cells = tuple(
                tuple(" ".join(_words(p) for p in el.iter() if _name(p) == "p").strip() for el in _cells(row))
                for row in el.iter() if _name(row) == "tr"
            )  # fmt: skip
            if len(cells) > 1 and max(map(len, cells)) > 1:
                rows.append(("table", "", cells))
            else:  # one cell is a box, not a table
                rows += [("p", text, ()) for row in cells for text in row if text]
            continue
        text = _words(el)
        gone = " ".join(t.text for t in el.iter() if _name(t) == "delText" and t.text)
        if gone.strip():
            left.append(LeftOut("navigation", "words that were struck out", gone.strip()))
        if text:
            rows.append((_kind(el, styles), text, ()))
    for path, what in (("word/footnotes.xml", "a footnote"), ("word/endnotes.xml", "an endnote")):
        if path in parts.names:
            left += [LeftOut("footnotes", what, text) for text in _notes(parts, path)]
    return rows, "", _about(parts, "docProps/core.xml")


def _blocks(body: Any) -> Iterator[Any]:
    """Paragraphs and tables of the body, those inside content controls too; not those inside tables."""
    for el in body:
        name = _name(el)
        if name in ("p", "tbl"):
            yield el
        elif name in ("sdt", "sdtContent", "customXml", "ins", "smartTag"):
            yield from _blocks(el)


def _cells(row: Any) -> list[Any]:
    return [el for el in row.iter() if _name(el) == "tc"]


def _styles(parts: ZipParts) -> dict[str, str]:
    """Style id → its name; without that part the ids serve."""
    try:
        root = _xml(parts, "word/styles.xml")
    except PartError:
        return {}
    out = {}
    for el in root:
        if _name(el) == "style":
            name = next((_value(child, "val") for child in el if _name(child) == "name"), "")
            out[_value(el, "styleId")] = name
    return out


def _kind(p: Any, styles: dict[str, str]) -> str:
    props = next((el for el in p if _name(el) == "pPr"), None)
    if props is None:
        return "p"
    style = numbered = ""
    for el in props:
        if _name(el) == "pStyle":
            style = styles.get(_value(el, "val"), _value(el, "val"))
        elif _name(el) == "numPr":
            numbered = "yes"
        elif _name(el) == "outlineLvl" and _value(el, "val").isdigit() and int(_value(el, "val")) < 6:
            return f"h{int(_value(el, 'val')) + 1}"
    return _of_style(style, bool(numbered))


def _of_style(style: str, numbered: bool = False) -> str:
    if re.fullmatch(r"title|titel|titre|titolo|t[ií]tulo", style, re.I):
        return "title"
    if match := _HEADING.search(style):
        return f"h{min(max(int(match[1]), 1), 6)}"
    if _CONTENTS.search(style):
        return "contents"
    if re.search(r"quot|zitat|citation", style, re.I):
        return "blockquote"
    return "li" if numbered or _LIST.search(style) else "p"


def _words(el: Any) -> str:
    """The words that a paragraph shows."""
    out: list[str] = []

    def gather(node: Any) -> None:
        for child in node:
            name = _name(child)
            if name in _GONE:
                continue
            if name == "rPr":
                if any(
                    _name(prop) == "vanish" and _value(prop, "val") not in ("0", "false") for prop in child
                ):
                    return  # the run is hidden
            elif name == "t":
                out.append(child.text or "")
            elif name in ("tab", "br", "cr"):
                out.append(" ")
            elif name == "noBreakHyphen":
                out.append("-")
            elif name != "pPr":
                gather(child)

    gather(el)
    return " ".join("".join(out).split())


def _notes(parts: ZipParts, path: str) -> list[str]:
    try:
        root = _xml(parts, path)
    except PartError:
        return []
    return [text for note in root if (text := " ".join(_words(p) for p in note if _name(p) == "p").strip())]


def _odt(parts: ZipParts, left: list[LeftOut]) -> tuple[list[Row], str, dict[str, str]]:
    root = _xml(parts, "content.xml")
    styles = {
        _value(el, "name"): _value(el, "parent-style-name") for el in root.iter() if _name(el) == "style"
    }
    body = next((el for el in root.iter() if _name(el) == "text"), None)
    if body is None:
        raise SourceError(f"{parts.name}: is a damaged document; save it again")
    rows: list[Row] = []

    def gather(node: Any, listed: bool = False) -> None:
        for el in node:
            name = _name(el)
            if name == "table":
                cells = tuple(
                    tuple(_said(cell) for cell in row if _name(cell) == "table-cell")
                    for row in el.iter() if _name(row) == "table-row"
                )  # fmt: skip
                rows.append(("table", "", cells))
            elif name == "h":
                level = _value(el, "outline-level")
                rows.append((f"h{min(max(int(level), 1), 6) if level.isdigit() else 2}", _said(el), ()))
            elif name == "p":
                style = _value(el, "style-name")
                kind = _of_style(styles.get(style) or style, listed)
                if text := _said(el):
                    rows.append(("li" if listed and kind == "p" else kind, text, ()))
                left.extend(
                    LeftOut("footnotes", "a note", _said(note))
                    for note in el.iter()
                    if _name(note) == "note-body"
                )
            elif name in ("list", "list-item", "section", "list-header"):
                gather(el, listed or name == "list")
            elif name == "tracked-changes":
                gone = " ".join(_said(p) for p in el.iter() if _name(p) == "p").strip()
                if gone:
                    left.append(LeftOut("navigation", "words that were struck out", gone))
            elif name in ("table-of-content", "index-body"):
                left.extend(
                    LeftOut("contents", "a line of the table of contents", _said(p))
                    for p in el.iter()
                    if _name(p) == "p"
                )

    gather(body)
    return [row for row in rows if row[1] or row[2]], "", _about(parts, "meta.xml")


def _said(el: Any) -> str:
    out: list[str] = []

    def gather(node: Any) -> None:
        out.append(node.text or "")
        for child in node:
            name = _name(child)
            if name in ("s", "tab", "line-break"):
                out.append(" ")
            elif (
                name not in ("note", "annotation", "annotation-end", "bookmark-ref") or name == "bookmark-ref"
            ):
                gather(child)
                out.append(" " if name in ("p", "h") else "")
            out.append(child.tail or "")

    gather(el)
    return " ".join("".join(out).split())
