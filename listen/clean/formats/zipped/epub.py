"""An EPUB to an Article: its chapters in reading order, titled as its table of contents has them."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from listen.clean.dom.decode import decode
from listen.clean.dom.tree import parse
from listen.clean.formats.fragment import read_tree
from listen.clean.formats.zipped.book_parts import is_imprint, is_notes, is_title_page, without_furniture
from listen.clean.metadata.page_language import guess
from listen.clean.metadata.passage_language import told_apart
from listen.clean.metadata.structured_data import bcp47, iso
from listen.clean.result import Cleaned, LeftOut
from listen.errors import NoArticleError, SourceError
from listen.model import Article, Block
from listen.storage.compressed.zip_parts import PartError, ZipParts

_FRONT = re.compile(
    r"(?:cover|title ?page|half ?title|copyright(?: page)?|contents|table of contents|toc|dedication|"
    r"colophon|imprint|index|also by .{0,60}|about the (?:author|publisher)s?|praise for .{0,80}|"
    r"advance praise|newsletter.{0,60}|landmarks|list of (?:figures|illustrations|tables)|"
    r"inhalt(?:sverzeichnis)?|impressum|titelseite|"
    r"table des matières|sommaire|índice|indice|frontispiece|credits)\W*\Z",
    re.I,
)
_FRONT_TYPES = {
    "cover", "titlepage", "halftitlepage", "copyright-page", "toc", "landmarks", "dedication", "colophon",
    "index", "loi", "lot", "title-page", "imprint", "seriespage", "other-credits",
}  # fmt: skip
_NOTES_TYPES = {
    "notes",
    "footnotes",
    "endnotes",
    "rearnotes",
    "bibliography",
    "doc-endnotes",
    "doc-bibliography",
}
_LOCKED = "is locked by its seller (DRM); only books without that can be read"
_SHORT = 2000
"""Characters of a part that is shown whole where it is left out; of a longer one its title or opening."""
_BODY_TYPE = re.compile(
    r"<(?:body|html|body\b[^>]*>\s*(?:<div\b[^>]*>\s*){0,3}<section)\b[^>]*\bepub:type\s*=\s*[\"']([^\"']+)",
    re.I,
)


class _Book:
    """The archive; what could not be read of it is noted."""

    def __init__(self, data: bytes, name: str) -> None:
        self.parts = ZipParts(data, name, "EPUB")
        self.name = name
        self.notes: list[str] = []
        self.lost = 0

    def needed(self, path: str) -> str:
        return decode(self.parts.read(path))

    def wanted(self, path: str, what: str) -> str | None:
        """A part that the book can do without; None, and a note, where it is missing or damaged."""
        try:
            return decode(self.parts.read(path))
        except PartError:
            self.notes.append(f"{what} ({path}) is missing or damaged: not read")
            return None


def _soup(text: str) -> Any:
    """Small XML documents of unknown quality: what Beautiful Soup is good at."""
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    try:
        return BeautifulSoup(text, "xml")
    except (ParserRejectedMarkup, AssertionError):
        return BeautifulSoup("", "xml")  # what is no markup names nothing


def _join(base: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href.split("#")[0])))


def _contents(book: _Book, opf: str, package: Any) -> tuple[dict[str, str], set[str]]:
    """Part → its first title in the book's navigation (EPUB 3 nav, else NCX); the parts of front matter."""
    out: dict[str, str] = {}
    front: set[str] = set()
    nav = package.find("item", attrs={"properties": re.compile(r"\bnav\b")})
    ncx = package.find("item", attrs={"media-type": "application/x-dtbncx+xml"})
    where = _join(opf, nav["href"]) if nav is not None and nav.get("href") else ""
    text = book.wanted(where, "the table of contents") if where else None
    if text is not None:
        lists = _soup(text).find_all("nav")
        kinds = [n.get("epub:type") or n.get("type") or "" for n in lists]
        toc = next(
            (n for n, kind in zip(lists, kinds, strict=True) if "toc" in kind), lists[0] if lists else None
        )
        for link in toc.find_all("a") if toc is not None else ():
            if link.get("href"):
                out.setdefault(_join(where, link["href"]), " ".join(link.get_text(" ").split()))
        for n, kind in zip(lists, kinds, strict=True):
            for link in n.find_all("a") if "landmarks" in kind else ():
                if {*(link.get("epub:type") or link.get("type") or "").split()} & _FRONT_TYPES and link.get(
                    "href"
                ):
                    front.add(_join(where, link["href"]))
    elif ncx is not None and ncx.get("href"):
        where = _join(opf, ncx["href"])
        text = book.wanted(where, "the table of contents")
        for point in _soup(text or "").find_all("navPoint"):
            content, label = point.find("content"), point.find("text")
            if content is not None and label is not None and content.get("src"):
                out.setdefault(_join(where, content["src"]), " ".join(label.get_text(" ").split()))
    front |= {
        _join(opf, ref["href"])
        for ref in package.find_all("reference")
        if ref.get("href") and (ref.get("type") or "").lower() in _FRONT_TYPES
    }
    return out, front


def _package(book: _Book) -> tuple[str, Any]:
    """Return where the book's list of contents lies, and that list."""
    name = book.name
    if "META-INF/rights.xml" in book.parts.names:
        raise SourceError(f"{name}: {_LOCKED}")
    opf = ""
    if "META-INF/container.xml" in book.parts.names:
        try:
            root = _soup(book.needed("META-INF/container.xml")).find("rootfile")
        except PartError:
            root = None
        opf = (root.get("full-path") or "") if root is not None else ""
    opf = opf or next((path for path in book.parts.names if path.lower().endswith(".opf")), "")
    if not opf:
        raise SourceError(f"{name}: is no EPUB that says where its contents are; fetch it again")
    package = _soup(book.needed(opf))
    if package.find("itemref") is None:
        raise SourceError(f"{name}: its list of contents ({opf}) names no chapter; fetch the book again")
    return opf, package


def _locked(book: _Book) -> set[str]:
    """The parts that are encrypted; fonts often are, in books that can be read."""
    if "META-INF/encryption.xml" not in book.parts.names:
        return set()
    text = book.wanted("META-INF/encryption.xml", "the list of locked parts")
    references = _soup(text or "").find_all("CipherReference")
    return {posixpath.normpath(unquote(ref.get("URI") or "")) for ref in references}


def _chapters(book: _Book, opf: str, package: Any) -> Iterator[tuple[str, str | None, Any]]:
    """Each part in the order of reading: where it lies, its text, and its line in the list of contents."""
    items = {i.get("id"): i for i in package.find_all("item")}
    locked = _locked(book)
    for ref in package.find_all("itemref"):
        item = items.get(ref.get("idref"))
        if item is None or not item.get("href") or "html" not in (item.get("media-type") or "html"):
            continue
        where = _join(opf, item["href"])
        if "nav" in (item.get("properties") or "").split():
            continue
        if where in locked:
            raise SourceError(
                f"{book.name}: is locked by its seller (DRM); only books without that can be read"
            )
        try:
            html = decode(book.parts.read(where))
        except PartError:
            book.lost += 1
            yield where, None, ref
        else:
            yield where, html, ref


def _part(html: str, keep: frozenset[str]) -> tuple[list[Block], list[LeftOut]]:
    if not html.strip():
        return [], []
    try:
        root = parse(html)
    except NoArticleError:
        return [], []
    out = [] if "footnotes" in keep else without_furniture(root)
    blocks, left = read_tree(root, "", keep, printed=True)
    return blocks, out + left


def clean_epub(data: bytes, name: str, keep: frozenset[str] = frozenset()) -> Cleaned:
    """The whole book as one Article, a heading of level 1 before each chapter.

    A part that is missing or damaged is noted, and the rest is read. Raises SourceError for a book that
    cannot be opened, is locked or too large, NoArticleError for one without text.
    """
    book = _Book(data, name)
    opf, package = _package(book)
    labels, front = _contents(book, opf, package)
    title = _field(package, "title")
    authors = _authors(package)
    known = [title, *authors, _field(package, "publisher"), *labels.values()][: 3 + len(authors)]
    blocks: list[Block] = []
    left: list[LeftOut] = []
    for where, html, ref in _chapters(book, opf, package):
        label = labels.get(where, "")
        if html is None:
            book.notes.append(f"a part of the book ({label or where}) is missing or damaged: not read")
            continue
        kinds = set(" ".join(_BODY_TYPE.findall(html[:3000])).split())
        new, out = _part(html, keep)
        if not (new or out):
            continue
        opening = new[0].text if new else out[0].text if out else ""
        first = opening if len(opening) < 100 else ""
        why: tuple[str, str] | None = None
        if kinds & _NOTES_TYPES or is_notes(label, new):
            why = "footnotes", "the book's notes"
        elif (
            where in front
            or kinds & _FRONT_TYPES
            or _FRONT.match(label)
            or (not label and _FRONT.match(first))
        ):
            why = "navigation", "front or back matter"
        elif is_imprint(new, not blocks):
            why = "legal", "the page of rights"
        elif not blocks and is_title_page(new, known):
            why = "navigation", "the title page"
        elif (ref.get("linear") or "").lower() == "no":
            why = "navigation", "not in the order of reading"
        if why and why[0] not in keep:
            whole = "\n".join(b.text for b in new)
            left.append(LeftOut(*why, whole if 0 < len(whole) <= _SHORT else label or opening))
            continue
        if new and label and not (new[0].kind == "heading" and _same(new[0].text, label)):
            blocks.append(Block("heading", label, level=1))
        blocks += new
        left += out
    if not blocks:
        hint = "; its parts are missing or damaged: fetch it again" if book.lost else ""
        raise NoArticleError(f"{name}: the book has no text that could be read{hint}")
    lang = bcp47(_field(package, "language")) or guess("\n".join(b.text for b in blocks[:60]))
    article = Article(
        title or blocks[0].text, lang, told_apart(tuple(blocks), lang), ", ".join(authors) or None, None,
        iso(_field(package, "date")), _field(package, "publisher") or None,
    )  # fmt: skip
    return Cleaned(article, tuple(left), None, tuple(book.notes))


def _field(package: Any, tag: str) -> str:
    found = package.find(tag)
    return " ".join(found.get_text(" ").split()) if found is not None else ""


def _authors(package: Any) -> list[str]:
    """Return who wrote the book: creators whose role is author or not told; editors where there is no
    author.
    """
    refined = {
        (meta.get("refines") or "").lstrip("#"): meta.get_text().strip().lower()
        for meta in package.find_all("meta", attrs={"property": "role"})
    }
    by_role: dict[str, list[str]] = {}
    for creator in package.find_all("creator"):
        role = (
            creator.get("opf:role") or creator.get("role") or refined.get(creator.get("id") or "", "")
        ).lower()
        name = " ".join(creator.get_text(" ").split())
        if name:
            by_role.setdefault(role or "aut", []).append(name)
    return list(dict.fromkeys(by_role.get("aut") or by_role.get("edt") or []))


def _same(one: str, other: str) -> bool:
    from listen.clean.metadata.titles import words

    a, b = words(one), words(other)
    return a in b or b in a
