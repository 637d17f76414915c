"""The list of a batch → its items, one by one as they are asked for: no list is ever in memory.

A list is a file of addresses and paths, a folder, a sitemap, a feed, a web archive (WARC), pages as JSON
lines, or `-`; a file may be zipped, and may be an address or in any storage that fsspec knows.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from listen.batch import warc
from listen.batch.work import Item
from listen.errors import ListenError, SourceError
from listen.sources import connect, fetch, http, named
from listen.storage import file_names, folders
from listen.storage.compressed.inflate import content_decoded
from listen.watch import incoming

LIST_BYTES = 1 << 30
HEAD_BYTES = 4096
SITEMAPS = 5000
"""Sitemaps below one another that are followed: with 50,000 addresses each, more than any site has."""
_WEB = ("http://", "https://")
_HTML_FIELDS = ("html", "content_html", "raw_html")
_TEXT_FIELDS = ("text", "content", "content_text", "body")


def items(name: str) -> Iterator[Item]:
    """Everything that the list names, in its order; what cannot be read comes as an item with an `error`.

    Raises SourceError for a list that cannot be had, or is none.
    """
    if "://" not in name and name != "-" and folders.user_path(name).is_dir():
        yield from _folder(folders.user_path(name))
        return
    with _opened(name) as (stream, public_only):
        head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
        if start.startswith(b"WARC/"):
            yield from _archive(cast("IO[bytes]", stream), name)
        elif start.startswith(b"<"):
            yield from _markup(stream.read(), name, public_only, head)
        elif start.startswith(b"{"):
            yield from _json(stream, name, public_only, head)
        else:
            yield from _lines(stream, name, public_only)


def count(name: str) -> int | None:
    """Return how many items there will be, where that can be told without reading the articles; else None.

    It may differ by what is empty or damaged: it is for the time left.
    """
    if name == "-" or "://" in name:
        return None
    path = folders.user_path(name)
    if path.is_dir():
        return sum(1 for _ in named.paths(path))
    with _opened(name) as (stream, _):
        head = stream.peek(HEAD_BYTES)[:HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
        if head.startswith((b"<", b"WARC/")):
            return None
        return sum(1 for line in stream if line.strip() and not line.lstrip(b"\xef\xbb\xbf").startswith(b"#"))


@contextlib.contextmanager
def _opened(name: str) -> Iterator[tuple[io.BufferedReader, bool]]:
    """The list's bytes, unzipped, and whether it came from the internet."""
    public_only = False
    with contextlib.ExitStack() as stack:
        raw: Any
        if name == "-":
            raw = sys.stdin.buffer
        elif name.lower().startswith(_WEB):
            reply = http.ask(name, headers=fetch.HEADERS, max_bytes=LIST_BYTES)
            if reply.status != 200:
                raise SourceError(f"{name}: the site answers {reply.status}; check the address")
            raw = io.BytesIO(content_decoded(reply.body, reply.header("Content-Encoding"), name, LIST_BYTES))
            public_only = not (reply.inside and connect.is_inside(name))
        else:
            raw = stack.enter_context(_file(name))
        buffered = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(raw)
        if buffered.peek(2)[:2] == b"\x1f\x8b":
            buffered = io.BufferedReader(cast(Any, gzip.GzipFile(fileobj=buffered)))
        try:
            yield buffered, public_only
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise SourceError(f"{name}: is cut short or damaged; fetch or save it again") from error


def _file(name: str) -> Any:
    try:
        if "://" in name:
            import fsspec

            return fsspec.open(name, "rb").open()
        return folders.user_path(name).open("rb")
    except ImportError as error:
        raise SourceError(f"{name}: needs fsspec: pip install 'listen-to-story[storage]'") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"{name}: the list cannot be read ({reason}); check its name") from error


# -- folders and files of names ------------------------------------------------------------------------------


def _folder(folder: Path) -> Iterator[Item]:
    empty = True
    for path in named.paths(folder):
        empty = False
        yield _of_path(str(path), path)
    if empty:
        raise SourceError(f"{folder}: has no file that may be an article ({', '.join(named.ENDINGS)})")


def _of_path(name: str, path: Path) -> Item:
    try:
        source = fetch.fetch(str(path))
    except ListenError as error:
        return Item(file_names.as_text(name), file_names.as_text(path.name), error=str(error))
    return Item(file_names.as_text(name), file_names.as_text(path.name), source.data, None, source.media_type)


def _lines(stream: io.BufferedReader, name: str, public_only: bool) -> Iterator[Item]:
    beside = folders.user_path(name).parent if name != "-" and "://" not in name else Path()
    for line in stream:
        entry = line.decode("utf-8", "replace").strip("\ufeff \t\r\n")
        if not entry or entry.startswith("#"):
            continue
        if entry.lower().startswith(_WEB):
            yield Item(entry, url=entry, public_only=public_only)
        elif public_only or name.lower().startswith(_WEB):
            yield Item(entry, error=f"{entry}: a list from the web may name web addresses only")
        else:
            yield _of_entry(entry, beside)


def _of_entry(entry: str, beside: Path) -> Item:
    """A path in a list: as seen from here, or else from the list's own folder."""
    try:
        path = folders.user_path(entry.removeprefix("file://"))
        return _of_path(entry, path if path.is_absolute() or path.exists() else beside / path)
    except (OSError, ValueError, RuntimeError) as error:  # a null byte, a name that is too long, `~nobody`
        return Item(entry, error=f"is no file name ({error})")


# -- sitemaps and feeds --------------------------------------------------------------------------------------


def _markup(data: bytes, name: str, public_only: bool, head: bytes) -> Iterator[Item]:
    lowered = head.lower()
    if b"<urlset" in lowered or b"<sitemapindex" in lowered:
        yield from _sitemap(data, name, public_only, set())
        return
    if b"<rss" not in lowered and b"<feed" not in lowered and b"<rdf" not in lowered:
        raise SourceError(f"{name}: is one document and no list: listen make reads it")
    yield from _feed(data, name, public_only, "")


def _sitemap(data: bytes, name: str, public_only: bool, seen: set[str]) -> Iterator[Item]:
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(data, parser)
    if root is None:
        raise SourceError(f"{name}: is a damaged sitemap; fetch it again")
    base = name if name.lower().startswith(_WEB) else ""
    index = etree.QName(root).localname == "sitemapindex"
    for entry in root:
        found = [c.text for c in entry if isinstance(c.tag, str) and etree.QName(c).localname == "loc"]
        url = incoming.web_link(base, (found[0] or "").strip()) if found else ""
        if not url:
            continue
        if not index:
            yield Item(url, url=url, public_only=public_only)
            continue
        if url in seen or len(seen) >= SITEMAPS:
            continue
        seen.add(url)
        try:
            source = fetch.fetch(url, public_only=public_only)
        except ListenError as error:
            yield Item(url, error=f"the sitemap {error}")
            continue
        yield from _sitemap(source.data, url, public_only, seen)


def _feed(data: bytes, name: str, public_only: bool, media_type: str) -> Iterator[Item]:
    """A feed's items: their full text where the feed has it, else the page that they link to."""
    for entry in incoming.read(data, name, media_type).items:
        if entry.is_full or not entry.link:
            page = entry.source()
            yield Item(
                entry.link or entry.key,
                entry.key,
                page.data,
                page.url,
                page.media_type,
                page.charset,
                public_only=public_only,
            )
        else:
            yield Item(entry.link, url=entry.link, public_only=public_only)


# -- archives and JSON lines ---------------------------------------------------------------------------------


def _archive(stream: IO[bytes], name: str) -> Iterator[Item]:
    for page in warc.pages(stream, name):
        yield Item(page.url, "", page.data, page.url, page.media_type, page.charset, error=page.error)


def _json(stream: io.BufferedReader, name: str, public_only: bool, head: bytes) -> Iterator[Item]:
    if b"jsonfeed.org" in head:
        yield from _feed(stream.read(), name, public_only, "application/feed+json")
        return
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield _page(line, f"{name}:{number}", public_only)


@dataclass(frozen=True, slots=True)
class _Fields:
    form: dict[str, Any]

    def text(self, *names: str) -> str:
        """The first of the names that has words."""
        for name in names:
            value = self.form.get(name)
            if isinstance(value, list):
                value = ", ".join(str(v) for v in value if isinstance(v, str))
            if isinstance(value, str) and value.strip():
                return value
        return ""


def _page(line: bytes, where: str, public_only: bool) -> Item:
    try:
        form = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Item(where, error=f"{where}: is no JSON ({error})")
    if not isinstance(form, dict):
        return Item(where, error=f"{where}: is no JSON object")
    fields = _Fields(form)
    url = fields.text("url", "link", "address").strip()
    if url and not url.lower().startswith(_WEB):
        url = ""
    page, text = fields.text(*_HTML_FIELDS), fields.text(*_TEXT_FIELDS)
    if not page and not text and not url:
        return Item(where, error=f"{where}: has neither html nor text nor url")
    return Item(
        source=url or where,
        name=fields.text("id"),
        data=(page or text).encode("utf-8", "surrogatepass"),
        url=url or None,
        media_type=("text/html" if page else "text/plain") if page or text else None,
        charset="utf-8" if page or text else None,
        title=" ".join(fields.text("title", "headline").split()),
        byline=" ".join(fields.text("byline", "author", "authors").split()),
        published=fields.text("published", "date", "date_published").strip(),
        site=fields.text("site", "site_name", "publisher").strip(),
        lang=fields.text("lang", "language").strip(),
        public_only=public_only,
    )
