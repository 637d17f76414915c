"""Web archives (WARC 0.17 to 1.1), read as they stream by: one answer after another, never all of them."""

from __future__ import annotations

import gzip
import http.client
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from typing import IO, cast

from listen.errors import SourceError
from listen.storage.compressed.inflate import content_decoded

MOST_BYTES = 64 << 20
"""A larger record is passed over: it is no article."""
PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Page:
    """One archived page."""

    url: str
    data: bytes
    media_type: str
    charset: str | None
    error: str = ""
    """Why its content cannot be had."""


def pages(stream: IO[bytes], name: str) -> Iterator[Page]:
    """Every successful answer that is a page; pictures, redirects, requests and revisits are passed over.

    Raises SourceError for a file that is no WARC or is cut short.
    """
    head = stream.read(2)
    joined = cast("IO[bytes]", io.BufferedReader(_Joined(head, stream)))
    source: IO[bytes] = cast("IO[bytes]", gzip.GzipFile(fileobj=joined)) if head == b"\x1f\x8b" else joined
    try:
        yield from _records(source, name)
    except (EOFError, OSError, ValueError, zlib.error) as error:
        raise SourceError(f"{name}: is cut short or damaged ({error}); fetch it again") from error


def _records(source: IO[bytes], name: str) -> Iterator[Page]:
    parser = HeaderParser()
    while True:
        line = source.readline()
        while line in (b"\r\n", b"\n"):
            line = source.readline()
        if not line:
            return
        if not line.startswith(b"WARC/"):
            raise SourceError(f"{name}: is no WARC where {line[:20]!r} stands; fetch it again")
        fields = parser.parsestr(_header_block(source).decode("utf-8", "replace"))
        length = int(fields.get("Content-Length") or 0)
        if length < 0:
            raise ValueError("a record of negative length")
        kind = str(fields.get("WARC-Type") or "").lower()
        url = str(fields.get("WARC-Target-URI") or "").strip("<> ")
        if kind not in ("response", "resource") or length > MOST_BYTES or not url.startswith("http"):
            _skip(source, length)
            continue
        data = source.read(length)
        if len(data) < length:
            raise EOFError("the last record is not whole")
        page = _answer(url, data) if kind == "response" else _resource(url, data, fields)
        if page is not None:
            yield page


def _header_block(source: IO[bytes]) -> bytes:
    lines = []
    while (line := source.readline()) not in (b"\r\n", b"\n", b""):
        lines.append(line)
    return b"".join(lines)


def _answer(url: str, data: bytes) -> Page | None:
    """The page in a recorded HTTP answer, its transfer and content encodings undone."""
    response = http.client.HTTPResponse(cast("http.client.socket", _Recorded(data)))  # type: ignore[name-defined]
    try:
        response.begin()
        media = response.headers.get_content_type()
        if response.status != 200 or media not in PAGES:
            return None
        body = response.read()
    except (http.client.HTTPException, ValueError, OSError) as error:
        return Page(url, b"", "", None, f"{url}: its record is damaged ({type(error).__name__})")
    charset = response.headers.get_content_charset()
    try:
        body = content_decoded(body, response.getheader("Content-Encoding") or "", url, MOST_BYTES)
    except SourceError as error:
        # Some archives undo the encoding and keep the header that tells of it.
        if body[:1] not in (b"<", b"\n", b" ", b"\r", b"\xef"):
            return Page(url, b"", "", None, str(error))
    return Page(url, body, media, charset)


def _resource(url: str, data: bytes, fields: Message) -> Page | None:
    content = Message()
    content["Content-Type"] = str(fields.get("Content-Type") or "")
    if content.get_content_type() not in PAGES:
        return None
    return Page(url, data, content.get_content_type(), content.get_content_charset())


def _skip(source: IO[bytes], length: int) -> None:
    while length > 0:
        block = source.read(min(length, _CHUNK))
        if not block:
            raise EOFError("the last record is not whole")
        length -= len(block)


class _Recorded:
    """A recorded answer in the place of a socket."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def makefile(self, mode: str) -> io.BytesIO:
        """Return what the response is read from."""
        return io.BytesIO(self._data)


class _Joined(io.RawIOBase):
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head or self._rest.read(len(buffer))
        self._head = data[len(buffer) :] if self._head else b""
        data = data[: len(buffer)]
        buffer[: len(data)] = data
        return len(data)
