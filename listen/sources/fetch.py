"""A path, a URL or `-` to bytes: politely, within limits, and where asked to public addresses only.

Addresses are asked by the one HTTP client (`http`).
"""

from __future__ import annotations

import mimetypes
import sys
from http import HTTPStatus
from pathlib import Path
from typing import IO, TYPE_CHECKING

from listen.errors import RefusedError, SourceError
from listen.model import Source
from listen.storage import file_names, folders
from listen.storage.compressed.inflate import content_decoded, gunzipped

if TYPE_CHECKING:
    from listen.sources import http

MAX_BYTES = 64 * 1024 * 1024
"""Most bytes of one document, unpacked."""
TIMEOUT_S = 30.0
"""Longest that one document may take from first look-up to last byte, redirects included."""

HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5",
    "Accept-Language": "*",
    "Accept-Encoding": "gzip, deflate",
}
"""Sent with every request for a document."""
_EXTENSIONS = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mdown": "text/markdown",
    ".epub": "application/epub+zip",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
    ".eml": "message/rfc822",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
}
_STATUS_HINTS = {
    401: "it wants a log-in: save the page in your browser and give the file",
    402: "it wants payment",
    403: "the site refuses programs: save the page in your browser and give the file",
    404: "check the address",
    410: "the page is gone",
    429: "the site asks to slow down: try again later",
    451: "it may not be shown here",
}


_LASTING = frozenset({400, 401, 402, 403, 404, 405, 406, 410, 414, 451})
"""Answers that are the same the next time; 408, 425, 429 and a server's own faults pass."""


def fetch(
    name: str,
    *,
    stdin: IO[bytes] | None = None,
    public_only: bool = False,
    max_bytes: int = MAX_BYTES,
    timeout_s: float = TIMEOUT_S,
) -> Source:
    """The document that `name` stands for: a path, an http(s) URL, or `-` for standard input.

    `public_only` refuses every address that is not on the public internet (and files and standard input too):
    for fetching on behalf of somebody else. Redirects are followed and checked again.

    Raises SourceError, whose message says what to do.
    """
    if name.lower().startswith(("http://", "https://")):
        return _fetch_url(name, public_only, max_bytes, timeout_s)
    if "://" in name[:12]:
        raise SourceError(f"{name}: only http and https addresses can be fetched")
    if public_only:
        raise SourceError(f"{name}: only http and https addresses are accepted here")
    if name == "-":
        if stdin is None and sys.stdin is None:
            raise SourceError("standard input is closed: pipe an article into it, or give a path")
        stream = stdin if stdin is not None else sys.stdin.buffer
        data = stream.read(max_bytes + 1)
        if not data:
            raise SourceError("nothing came on standard input: pipe an article into it")
        return Source(gunzipped(data, name, max_bytes), name)
    return _read_file(name, max_bytes)


def _read_file(name: str, max_bytes: int) -> Source:
    path = folders.user_path(name)
    try:
        if path.is_dir():
            raise SourceError(f"{name}: is a folder; give a file in it")
        if path.exists() and not path.is_file() and not path.is_fifo():
            raise SourceError(f"{name}: is not a file that can be read as an article")
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError as error:
        hint = " (for a web address begin with https://)" if "." in name and "/" in name else ""
        raise SourceError(f"{name}: no such file; check the name{hint}") from error
    except PermissionError as error:
        raise SourceError(f"{name}: may not be read; check its permissions") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"{name}: cannot be read ({reason}); check the name") from error
    data = gunzipped(data, name, max_bytes)
    if not data:
        raise SourceError(f"{name}: is empty; there is nothing to read")
    return Source(data, file_names.as_text(name), media_type=media_type(name))


def media_type(name: str) -> str | None:
    """The MIME type that a file's name tells, or None."""
    path = Path(name)
    return _EXTENSIONS.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0]


# -- the web ------------------------------------------------------------------------------------------


def _fetch_url(url: str, public_only: bool, max_bytes: int, timeout_s: float) -> Source:
    from listen.sources import http  # TLS and all: a file on the disk needs none of it

    name = http.without_password(url)
    reply = http.ask(url, headers=HEADERS, public_only=public_only, max_bytes=max_bytes, timeout_s=timeout_s)
    return document(reply, name, public_only, max_bytes)


def document(reply: http.Reply, name: str, public_only: bool = False, max_bytes: int = MAX_BYTES) -> Source:
    """The document in a server's answer. Raises SourceError, beginning with `name`, when there is none."""
    if reply.status != 200:
        kind = RefusedError if reply.status in _LASTING else SourceError
        raise kind(f"{name}: the site answers {reply.status}{_phrase(reply.status)}; {_hint(reply.status)}")
    data = content_decoded(reply.body, reply.header("Content-Encoding"), name, max_bytes)
    data = gunzipped(data, name, max_bytes)
    if not data.strip():
        raise SourceError(
            f"{name}: the site sends an empty page; it may need a browser: save the page and give that"
        )
    media = reply.headers.get_content_type() if reply.header("Content-Type") else None
    return Source(data, name, reply.url, media, reply.headers.get_content_charset(), public_only)


def _phrase(status: int) -> str:
    """The standard's words for a status: what a server writes there may hold anything."""
    try:
        return f" {HTTPStatus(status).phrase}"
    except ValueError:
        return ""


def _hint(status: int) -> str:
    again = "the site has a problem: try again later" if status >= 500 else "check the address"
    return _STATUS_HINTS.get(status, again)
