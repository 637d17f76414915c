"""An EPUB to an Article: its chapters in reading order, titled as its table of contents has them."""

import io
import posixpath
import re
import zipfile
from typing import Any
from urllib.parse import unquote

from listen.clean.dom.decode import decode
from listen.clean.formats.fragment import read_fragment
from listen.clean.metadata.page_language import guess
from listen.clean.metadata.structured_data import bcp47, iso
from listen.clean.result import Cleaned, LeftOut
from listen.errors import NoArticleError, SourceError
from listen.model import Article, Block

MAX_UNPACKED = 200 * 1024 * 1024
"""Bytes of text that a book may unpack to."""
_FRONT = re.compile(
    r"(?:cover|title ?page|half ?title|copyright(?: page)?|contents|table of contents|toc|dedication|"
    r"colophon|imprint|index|also by .{0,60}|about the (?:author|publisher)s?|praise for .{0,80}|"
    r"advance praise|newsletter.{0,60}|landmarks|list of (?:figures|illustrations|tables)|"
    r"inhalt(?:sverzeichnis)?|impressum|titelseite|"
    r"table des matières|sommaire|índice|indice|frontispiece|bibliography|credits)\W*\Z",
    re.I,
)
_FRONT_TYPES = {
    "cover", "titlepage", "halftitlepage", "copyright-page", "toc", "landmarks", "dedication", "colophon",
    "index", "loi", "lot", "bibliography", "title-page", "imprint", "seriespage", "other-credits",
}  # fmt: skip
_BODY_TYPE = re.compile(r"<(?:body|section|html)\b[^>]*\bepub:type\s*=\s*[\"']([^\"']+)", re.I)


class _Book:
    """The archive, read within limits."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise SourceError(f"{name}: is a damaged EPUB; fetch it again") from error
        self.left = MAX_UNPACKED

    def text(self, path: str) -> str:
        try:
            with self.archive.open(path) as file:
                data = file.read(self.left + 1)
        except KeyError as error:
            raise SourceError(f"{self.name}: lacks its part {path}; fetch the book again") from error
        except (
            zipfile.BadZipFile,
            OSError,
            RuntimeError,
            NotImplementedError,
            EOFError,
            ValueError,
        ) as error:
            raise SourceError(
                f"{self.name}: its part {path} cannot be read; it may be damaged or locked"
            ) from error
        self.left -= len(data)
        if self.left < 0:
            raise SourceError(
                f"{self.name}: unpacks to more than {MAX_UNPACKED // 2**20} MB; too large for a book"
            )
        return decode(data)


def _soup(text: str) -> Any:
    """Small XML documents of unknown quality: what Beautiful Soup is good at."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(text, "xml")


def _join(base: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href.split("#")[0])))


def _labels(book: _Book, opf: str, package: Any) -> dict[str, str]:
    """Part → its first title in the book's navigation (EPUB 3 nav, else EPUB 2 NCX)."""
    out: dict[str, str] = {}
    nav = package.find("item", attrs={"properties": re.compile(r"\bnav\b")})
    ncx = package.find("item", attrs={"media-type": "application/x-dtbncx+xml"})
    if nav is not None and nav.get("href"):
        where = _join(opf, nav["href"])
        soup = _soup(book.text(where))
        lists = soup.find_all("nav")
        toc = next(
            (n for n in lists if "toc" in (n.get("epub:type") or n.get("type") or "")),
            lists[0] if lists else None,
        )
        for link in toc.find_all("a") if toc is not None else ():
            if link.get("href"):
                out.setdefault(_join(where, link["href"]), " ".join(link.get_text(" ").split()))
    elif ncx is not None and ncx.get("href"):
        where = _join(opf, ncx["href"])
        for point in _soup(book.text(where)).find_all("navPoint"):
            content, label = point.find("content"), point.find("text")
            if content is not None and label is not None and content.get("src"):
                out.setdefault(_join(where, content["src"]), " ".join(label.get_text(" ").split()))
    return out


def clean_epub(data: bytes, name: str, keep: frozenset[str] = frozenset()) -> Cleaned:
    """The whole book as one Article, a heading of level 1 before each chapter.

    Raises SourceError for a damaged, locked or oversized book, NoArticleError for one without text.
    """
    book = _Book(data, name)
    if "META-INF/rights.xml" in book.archive.namelist():
        raise SourceError(f"{name}: is locked by its seller (DRM); only books without that can be read")
    container = _soup(book.text("META-INF/container.xml"))
    root = container.find("rootfile")
    if root is None or not root.get("full-path"):
        raise SourceError(f"{name}: is no EPUB that says where its contents are; fetch it again")
    opf = root["full-path"]
    package = _soup(book.text(opf))
    items = {i.get("id"): i for i in package.find_all("item")}
    labels = _labels(book, opf, package)
    front = {
        _join(opf, ref["href"])
        for ref in package.find_all("reference")
        if ref.get("href") and (ref.get("type") or "").lower() in _FRONT_TYPES
    }
    blocks: list[Block] = []
    left: list[LeftOut] = []
    for ref in package.find_all("itemref"):
        item = items.get(ref.get("idref"))
        if item is None or not item.get("href") or "html" not in (item.get("media-type") or "html"):
            continue
        where = _join(opf, item["href"])
        if "nav" in (item.get("properties") or "").split():
            continue
        html = book.text(where)
        label = labels.get(where, "")
        kinds = set(" ".join(_BODY_TYPE.findall(html[:3000])).split())
        new, out = read_fragment(html, "", keep)
        if not (new or out):
            continue
        opening = new[0].text if new else out[0].text if out else ""
        first = opening if len(opening) < 100 else ""
        if "navigation" not in keep and (
            where in front
            or kinds & _FRONT_TYPES
            or _FRONT.match(label)
            or (not label and _FRONT.match(first))
        ):
            left.append(LeftOut("navigation", "front or back matter", label or opening))
            continue
        if new and label and not (new[0].kind == "heading" and _same(new[0].text, label)):
            blocks.append(Block("heading", label, level=1))
        blocks += new
        left += out
    if not blocks:
        raise NoArticleError(f"{name}: the book has no text that could be read")

    def field(tag: str) -> str:
        found = package.find(tag)
        return " ".join(found.get_text(" ").split()) if found is not None else ""

    creators = [" ".join(c.get_text(" ").split()) for c in package.find_all("creator")]
    return Cleaned(
        Article(
            field("title") or blocks[0].text,
            bcp47(field("language")) or guess("\n".join(b.text for b in blocks[:60])),
            tuple(blocks),
            ", ".join(filter(None, creators)) or None,
            None,
            iso(field("date")),
            field("publisher") or None,
        ),
        tuple(left),
    )


def _same(one: str, other: str) -> bool:
    from listen.clean.metadata.titles import words

    a, b = words(one), words(other)
    return a in b or b in a
