"""A path, a URL or `-` to bytes: politely, within limits, and where asked to public addresses only.

The standard library's HTTP is used on purpose: the one thing wanted of a client beyond it, connecting to the
very address that was checked (`connect`), is where the convenient clients are in the way, and nothing has to
be installed.
"""

import http.client
import mimetypes
import socket
import ssl
import sys
from pathlib import Path
from typing import IO
from urllib.parse import urljoin, urlsplit, urlunsplit

from listen.errors import SourceError
from listen.model import Source
from listen.sources.connect import MAX_REDIRECTS, USER_AGENT, Deadline, Place, connection, is_public, place
from listen.storage.inflate import content_decoded, gunzipped, too_large

__all__ = ["MAX_BYTES", "MAX_REDIRECTS", "TIMEOUT_S", "USER_AGENT", "fetch", "is_public"]

MAX_BYTES = 64 * 1024 * 1024
"""Most bytes of one document, unpacked."""
TIMEOUT_S = 30.0
"""Longest that one document may take from first look-up to last byte, redirects included."""

_ACCEPT = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,text/markdown;q=0.8,*/*;q=0.5"
)
_EXTENSIONS = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mdown": "text/markdown",
    ".epub": "application/epub+zip",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
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
        return _fetch_url(name, public_only, max_bytes, Deadline.within(timeout_s, name))
    if "://" in name[:12]:
        raise SourceError(f"{name}: only http and https addresses can be fetched")
    if public_only:
        raise SourceError(f"{name}: only http and https addresses are accepted here")
    if name == "-":
        stream = stdin if stdin is not None else sys.stdin.buffer
        data = stream.read(max_bytes + 1)
        if not data:
            raise SourceError("nothing came on standard input: pipe an article into it")
        return Source(gunzipped(data, name, max_bytes), name)
    return _read_file(name, max_bytes)


def _read_file(name: str, max_bytes: int) -> Source:
    path = Path(name).expanduser()
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
    return Source(data, name, media_type=media_type(name))


def media_type(name: str) -> str | None:
    """The MIME type that a file's name tells, or None."""
    path = Path(name)
    return _EXTENSIONS.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0]


# -- the web ------------------------------------------------------------------------------------------


def _fetch_url(url: str, public_only: bool, max_bytes: int, deadline: Deadline) -> Source:
    name = url
    seen: set[str] = set()
    for _ in range(MAX_REDIRECTS + 1):
        if url in seen:
            raise SourceError(
                f"{name}: redirects in a circle; it may want cookies: save the page in your browser"
            )
        seen.add(url)
        where = place(url, name)
        try:
            opened = connection(where, deadline, public_only)
            try:
                result = _request(opened, where, max_bytes, deadline)
            finally:
                opened.close()
        except ssl.SSLCertVerificationError as error:
            raise SourceError(
                f"{name}: {where.host}'s certificate is not valid ({error.verify_message})"
            ) from error
        except TimeoutError as error:
            raise deadline.passed() from error
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise SourceError(
                f"{name}: {where.host} cannot be reached ({reason}); check address and connection"
            ) from error
        if isinstance(result, str):
            url = urljoin(url, result.replace(" ", "%20"))
            continue
        data, media, charset = result
        split = urlsplit(url)
        return Source(data, name, urlunsplit(split._replace(fragment="")), media, charset, public_only)
    raise SourceError(f"{name}: redirects more than {MAX_REDIRECTS} times; check the address")


def _request(
    opened: http.client.HTTPConnection, where: Place, max_bytes: int, deadline: Deadline
) -> str | tuple[bytes, str | None, str | None]:
    """One request: where it redirects to, or the body with media type and charset."""
    opened.putrequest("GET", where.target, skip_host=True, skip_accept_encoding=True)
    for key, value in (
        ("Host", where.header),
        ("User-Agent", USER_AGENT),
        ("Accept", _ACCEPT),
        ("Accept-Language", "*"),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "close"),
    ):
        opened.putheader(key, value)
    opened.endheaders()
    sock = opened.sock
    response = opened.getresponse()
    try:
        return _answer(response, sock, max_bytes, deadline)
    finally:
        response.close()


def _answer(
    response: http.client.HTTPResponse,
    sock: socket.socket | None,
    max_bytes: int,
    deadline: Deadline,
) -> str | tuple[bytes, str | None, str | None]:
    name = deadline.name
    if response.status in (301, 302, 303, 307, 308):
        location = response.getheader("Location")
        if location:
            return location
    if response.status != 200:
        hint = _STATUS_HINTS.get(response.status) or (
            "the site has a problem: try again later" if response.status >= 500 else "check the address"
        )
        raise SourceError(
            f"{name}: the site answers {response.status} {response.reason}; {hint}".replace("  ", " ")
        )
    length = response.getheader("Content-Length") or ""
    if length.isdigit() and int(length) > max_bytes:
        raise too_large(name, max_bytes)
    body = bytearray()
    while True:
        left = deadline.left()
        if sock is not None:
            sock.settimeout(left)
        chunk = response.read1(65536)
        if not chunk:
            break
        body += chunk
        if len(body) > max_bytes:
            raise too_large(name, max_bytes)
    data = bytes(body)
    data = content_decoded(data, response.getheader("Content-Encoding") or "", name, max_bytes)
    data = gunzipped(data, name, max_bytes)
    if not data.strip():
        raise SourceError(
            f"{name}: the site sends an empty page; it may need a browser: save the page and give that"
        )
    media = response.headers.get_content_type() if response.getheader("Content-Type") else None
    return data, media, response.headers.get_content_charset()
