"""Answers as HTTP has them: validators and 304, single byte ranges, gzip for text, HEAD without a body."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import IO

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from listen.feed.rss import date
from listen.library.records import moment

CHUNK = 1 << 17
GZIP_FROM = 600
"""Shorter texts are not worth packing."""
TEXT = re.compile(r"text/|application/(json|rss\+xml|x-subrip)")
COMMON = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with none at all, browsers send a form with `Origin: null`
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Length, Content-Range, ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""For whoever had to know an unguessable address; never for what can be computed."""


def parse_range(value: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a single `bytes=` range, or None where the header asks for nothing usable: then
    the whole is sent. Raises ValueError for a range that lies outside (416)."""
    match = re.fullmatch(r"bytes=\s*+(\d{0,19})\s*+-\s*+(\d{0,19})\s*+", value.strip())
    if not match or match.group(1) == match.group(2) == "":
        return None
    first, last = match.groups()
    if not first:
        length = int(last)
        if length == 0 or size == 0:
            raise ValueError("nothing at the end")
        return max(0, size - length), size - 1
    start = int(first)
    end = min(int(last), size - 1) if last else size - 1
    if last and int(last) < start:
        return None
    if start >= size:
        raise ValueError("behind the end")
    return start, end


def unchanged(request: Request, etag: str, modified: str) -> bool:
    """Return whether the asker has this very version (If-None-Match first, as RFC 9110 wants it)."""
    given = request.headers.get("if-none-match")
    if given is not None:
        # Packed or not, it is the same version.
        tags = [tag.strip().removeprefix("W/").replace('-gz"', '"') for tag in given.split(",")]
        return "*" in tags or etag.replace('-gz"', '"') in tags
    since = request.headers.get("if-modified-since")
    if since is None:
        return False
    try:
        return moment(modified) <= parsedate_to_datetime(since)
    except (TypeError, ValueError, IndexError):
        return False


def content(
    request: Request,
    data: bytes,
    kind: str,
    modified: str,
    headers: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """Bytes made just now, with validators, packed if that pays and is asked for."""
    etag = f'"{hashlib.sha256(data).hexdigest()[:24]}"'
    shown = {
        **COMMON,
        "Last-Modified": date(modified),
        "Cache-Control": "private, no-cache",
        **(headers or {}),
    }
    if TEXT.match(kind):
        shown["Vary"] = ", ".join(filter(None, (shown.get("Vary"), "Accept-Encoding")))
    if len(data) >= GZIP_FROM and TEXT.match(kind) and _takes_gzip(request):
        etag = etag[:-1] + '-gz"'
        packed = gzip.compress(data, 6, mtime=0)
        shown["Content-Encoding"] = "gzip"
    else:
        packed = data
    shown["ETag"] = etag
    if status == 200 and unchanged(request, etag, modified):
        return Response(status_code=304, headers={k: v for k, v in shown.items() if k != "Content-Encoding"})
    charset = "; charset=utf-8" if kind.startswith("text/html") else ""
    return Response(packed, status, {**shown, "Content-Type": kind + charset})


def _takes_gzip(request: Request) -> bool:
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, quality = part.partition(";")
        if name.strip() in ("gzip", "*"):
            return not re.fullmatch(r"\s*q=0(\.0*)?\s*", quality)
    return False


class FileReply(Response):
    """A file that never changes under its name, whole or one range of it."""

    def __init__(
        self, request: Request, path: Path, size: int, kind: str, modified: str, headers: Mapping[str, str]
    ) -> None:
        etag = f'"{hashlib.sha256(f"{path.name} {size}".encode()).hexdigest()[:24]}"'
        shown = {
            **COMMON, "ETag": etag, "Last-Modified": date(modified), "Accept-Ranges": "bytes",
            "Cache-Control": "private, max-age=31536000, immutable", **headers,
        }  # fmt: skip
        self._path, self._start, self._length, status = path, 0, size, 200
        if unchanged(request, etag, modified):
            self._length, status = 0, 304
        else:
            shown["Content-Type"] = kind
            wanted = request.headers.get("range")
            if wanted and _still(request, etag, modified):
                try:
                    span = parse_range(wanted, size)
                except ValueError:
                    shown["Content-Range"], self._length, status = f"bytes */{size}", 0, 416
                else:
                    if span:
                        self._start, self._length, status = span[0], span[1] - span[0] + 1, 206
                        shown["Content-Range"] = f"bytes {span[0]}-{span[1]}/{size}"
            shown["Content-Length"] = str(self._length)
        super().__init__(None, status)
        self.raw_headers = [(k.lower().encode(), v.encode("latin-1")) for k, v in shown.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it piece by piece: memory does not depend on the file's size."""
        start = {"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers}
        if scope["method"] == "HEAD" or not self._length:
            await send(start)
            await send({"type": "http.response.body", "body": b""})
            return
        file, piece = await run_sync(self._open)
        try:
            await send(start)
            left = self._length
            while True:
                if not piece:
                    raise OSError(f"{self._path} is shorter than the library says")
                left -= len(piece)
                await send({"type": "http.response.body", "body": piece, "more_body": left > 0})
                if not left:
                    return
                piece = await run_sync(file.read, min(CHUNK, left))
        finally:
            file.close()

    def _open(self) -> tuple[IO[bytes], bytes]:
        """The file, and the first piece of what is wanted: most ranges are no longer than that."""
        file = self._path.open("rb", buffering=0)
        try:
            file.seek(self._start)
            return file, file.read(min(CHUNK, self._length))
        except BaseException:
            file.close()
            raise


def _still(request: Request, etag: str, modified: str) -> bool:
    """If-Range: whether the range is wanted of this very version."""
    condition = request.headers.get("if-range", "").strip()
    return not condition or condition == etag or condition == date(modified)
