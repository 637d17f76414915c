"""This module says what kind of document it is, by its bytes first, then its media type, and who reads it."""

import dataclasses
import re

from listen.clean.dom.decode import decode
from listen.clean.result import CHOICES, CLASSES, IN_PLACE, Cleaned, LeftOut
from listen.errors import NoArticleError, SourceError
from listen.model import Source
from listen.storage.compressed.inflate import gunzipped

_MAGIC = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"BM", "a picture"),
    (b"ID3", "a sound file"),
    (b"\xff\xfb", "a sound file"),
    (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\xfd7zXZ", "an archive"),
    (b"BZh", "an archive"),
    (b"\x28\xb5\x2f\xfd", "an archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"wOFF", "a font"),
    (b"%!PS", "a PostScript file"),
    (b"bplist", "a property list or a web archive"),
    (b"SQLite format 3", "a database"),
)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|article|section|h[1-6]|span|table|meta|title|br|a|ul|main)\b[^<>]*>",
    re.I,
)
_FEED = re.compile(
    r"\A\s*+(?:<\?xml[^>]*\?>\s*+)?(?:<!DOCTYPE[^\[>]*(?:\[.*?\]\s*+)?>\s*+)?(?:<!--.*?-->\s*+)*+"
    r"(?:<\?xml-stylesheet[^>]*\?>\s*+)?<(rss|feed|rdf:RDF)\b",
    re.S,
)
_MAIL = re.compile(
    rb"\A(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n", re.S
)
_MAIL_FIELDS = (
    b"from",
    b"subject",
    b"date",
    b"to",
    b"received",
    b"message-id",
    b"mime-version",
    b"return-path",
)
_MHTML = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,30}", re.S)


_CONTROLS = tuple(bytes([code]) for code in (*range(1, 9), *range(14, 27), *range(28, 32), 127))
_OPTIONAL: dict[str, str] = {"code": "code", "formula": "formulas", "table": "tables"}
"""Kinds of blocks that are read unless the reader says no, and the class of each."""
_ZIPPED = (
    (b"xl/workbook.xml", "a spreadsheet"),
    (b"ppt/presentation.xml", "a set of slides"),
    (b"opendocument.spreadsheet", "a spreadsheet"),
    (b"opendocument.presentation", "a set of slides"),
)
"""What a file of an office program is that is not read."""
EXPORT = "save it as .docx, .odt, HTML, EPUB or text"
MAX_UNPACKED = 64 * 1024 * 1024
"""Bytes that a gzipped document may unpack to."""


def page_bytes(data: bytes) -> bytes:
    """The bytes of what should be a page, unzipped. Raises SourceError for a PDF, a picture and the like."""
    data = gunzipped(data, "the page", MAX_UNPACKED)
    if data.strip() and (kind := kind_of(Source(data, "the page", media_type="text/html"))) in (
        "pdf",
        "epub",
    ):
        raise SourceError(
            f"the page is {'a PDF' if kind == 'pdf' else 'an EPUB'}, not HTML; use `read` for it"
        )
    return data


def kind_of(source: Source) -> str:
    """`html`, `text`, `markdown`, `epub`, `office`, `mail`, `mhtml`, `feed` or `pdf`.

    Raises SourceError for a document that holds no text for reading: a picture, sound, an archive, ….
    """
    data, media = source.data, source.media_type or ""
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        if (
            b"application/epub+zip" in head
            or media == "application/epub+zip"
            or b"META-INF/container.xml" in data
        ):
            return "epub"
        if b"word/document.xml" in data or b"application/vnd.oasis.opendocument.text" in head:
            return "office"
        what = next((what for sign, what in _ZIPPED if sign in data), "a ZIP file")
        raise SourceError(f"{source.name}: is {what}, not an article; {EXPORT}")
    if head.startswith(b"{\\rtf"):
        raise SourceError(f"{source.name}: is an RTF file, which is not read; {EXPORT}")
    for magic, what in _MAGIC:
        if head.startswith(magic) and (len(magic) > 2 or b"\x00" in head[:64]):
            raise SourceError(f"{source.name}: is {what}, not an article; give a page or a text")
    if (head[:4] == b"RIFF" and head[8:12] in (b"WAVE", b"WEBP", b"AVI ")) or head[4:8] == b"ftyp":
        raise SourceError(
            f"{source.name}: is a picture, sound or film, not an article; give a page or a text"
        )
    if media == "multipart/related" or (
        head.lstrip()[:5].lower() in (b"from:", b"mime-", b"conte")
        and b"multipart/related" in head.lower()
        and _MHTML.match(head)
    ):
        return "mhtml"
    if media == "message/rfc822" or _is_mail(data):
        return "mail"
    text = decode(head)
    if re.match(r"\s*+(?:<\?xml[^>]*\?>\s*+)?(?:<!--.*?-->\s*+)*+<svg\b", text, re.S):
        raise SourceError(f"{source.name}: is a picture, not an article; give a page or a text")
    if _FEED.match(text):
        return "feed"
    if media in ("text/markdown", "text/x-markdown") and not re.match(r"\s*<(?:!doctype|html)\b", text, re.I):
        return "markdown"
    if re.match(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", text, re.I):
        return "html"
    if media == "text/plain":
        return "text"
    wide = decode(data[:65536])
    tags = len(_HTML.findall(wide))
    if tags >= 2 or (tags and media in ("text/html", "application/xhtml+xml")):
        return "html"
    wild = sum(head.count(code) for code in _CONTROLS)
    if wild * 20 > len(head):
        raise SourceError(f"{source.name}: is a binary file, not an article; give a page or a text")
    if data[:65536].count(0) * 50 > len(data[:65536]) and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        printable = sum(c.isprintable() or c.isspace() for c in wide[:4096])
        if printable < 0.85 * len(wide[:4096]):
            raise SourceError(f"{source.name}: is a binary file, not an article; give a page or a text")
    from listen.clean.formats.gutenberg import is_gutenberg
    from listen.clean.formats.markdown import looks_like_markdown

    # The library's stars and low lines are no signs of Markdown.
    return "markdown" if looks_like_markdown(wide) and not is_gutenberg(wide) else "text"


def _is_mail(data: bytes) -> bool:
    """Return whether a document begins with the head of a mail."""
    head = data[:16_384].lstrip().replace(b"\r\n", b"\n")
    if not _MAIL.match(head):
        return False
    lines = head.partition(b"\n\n")[0].lower().split(b"\n")
    names = {line.partition(b":")[0] for line in lines if b":" in line}
    return len(names & set(_MAIL_FIELDS)) >= 2 and bool(
        names & {b"from", b"subject", b"received", b"message-id"}
    )


def read_source(source: Source, keep: frozenset[str]) -> Cleaned:
    """Dispatch on `kind_of`."""
    unknown = keep - CLASSES.keys() - CHOICES.keys()
    if unknown:
        known = ", ".join((*CLASSES, *CHOICES))
        raise SourceError(f"--keep knows no class {', '.join(sorted(unknown))}; there are {known}")
    if IN_PLACE in keep:
        keep |= {"footnotes"}
    return _chosen(_read(source, keep), keep)


def _chosen(cleaned: Cleaned, keep: frozenset[str]) -> Cleaned:
    """Without the blocks that the reader does not want to hear of."""
    unwanted = {kind: name for kind, name in _OPTIONAL.items() if f"no-{name}" in keep}
    if not unwanted:
        return cleaned
    blocks = tuple(b for b in cleaned.article.blocks if b.kind not in unwanted)
    left = tuple(
        LeftOut(unwanted[b.kind], "left out by choice", b.said)
        for b in cleaned.article.blocks
        if b.kind in unwanted
    )
    article = dataclasses.replace(cleaned.article, blocks=blocks)
    return dataclasses.replace(cleaned, article=article, left_out=cleaned.left_out + left)


def _read(source: Source, keep: frozenset[str]) -> Cleaned:
    source = dataclasses.replace(source, data=gunzipped(source.data, source.name, MAX_UNPACKED))
    if not source.data.strip():
        raise NoArticleError(f"{source.name}: is empty; there is nothing to read")
    kind = kind_of(source)
    if kind == "html":
        from listen.clean.formats.web_page import clean_page

        return clean_page(source.data, url=source.url, charset=source.charset, keep=keep)
    if kind == "markdown":
        from listen.clean.formats.markdown import clean_markdown

        return clean_markdown(decode(source.data, source.charset, sure=True), keep=keep, url=source.url)
    if kind == "text":
        from listen.clean.formats.plain_text import clean_text

        return clean_text(decode(source.data, source.charset, sure=True), keep=keep, url=source.url)
    if kind == "epub":
        from listen.clean.formats.zipped.epub import clean_epub

        return clean_epub(source.data, source.name, keep)
    if kind == "mhtml":
        from listen.clean.formats.mhtml import clean_mhtml

        return clean_mhtml(source.data, source.name, keep)
    if kind == "mail":
        from listen.clean.formats.mail import clean_mail

        return clean_mail(source.data, source.name, keep)
    if kind == "office":
        from listen.clean.formats.zipped.office import clean_office

        return clean_office(source.data, source.name, keep)
    if kind == "feed":
        from listen.clean.formats.feed import clean_feed

        return clean_feed(source.data, source.name, keep)
    from listen.clean.formats.pdf.pdf_document import clean_pdf

    return clean_pdf(source.data, source.name, keep)
