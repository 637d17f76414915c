"""The one HTTP client: an address asked, redirects followed, within limits of size and time.

The standard library's HTTP is used on purpose: the two things wanted of a client beyond it, connecting to the
very address that was checked (`connect`) and a limit on the time of the whole exchange, are where the
convenient clients are in the way, and nothing has to be installed.
"""

from __future__ import annotations

import http.client
import io
import re
import socket
import ssl
from base64 import b64encode
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from listen.errors import SourceError
from listen.sources import connect
from listen.sources.connect import Deadline, Place
from listen.storage.compressed.inflate import too_large

TIMEOUT_S = 30.0
MAX_BYTES = 512 * 1024 * 1024
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Reply:
    """Holds what a server answered, redirects followed."""

    status: int
    url: str
    """The last address asked, without its fragment and without a password."""
    headers: Message
    """By name, whatever its case."""
    body: bytes
    """As sent: of a conditional or partial answer, that; a content encoding is not undone."""
    moved: str = ""
    """The last of the permanent redirects that came first: where to ask from now on; empty: nowhere else."""
    inside: bool = False
    """Every address asked on the way was one of this machine or its network."""

    def header(self, name: str) -> str:
        """One header's value; empty if it is not there."""
        return str(self.headers.get(name) or "").strip()

    @property
    def type(self) -> str:
        """MIME type without parameters, lower case."""
        return self.header("Content-Type").split(";")[0].strip().lower()

    def retry_after_s(self, at: float) -> float:
        """Seconds to wait that the server asks for, from `at` on (seconds since 1970); 0: it does not say."""
        said = self.header("Retry-After")
        if re.fullmatch(r"[0-9]{1,12}", said):
            return float(said)
        try:
            return max(0.0, parsedate_to_datetime(said).timestamp() - at)
        except (TypeError, ValueError, IndexError, OverflowError):
            return 0.0


def ask(
    url: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    public_only: bool = False,
    max_bytes: int = MAX_BYTES,
    timeout_s: float = TIMEOUT_S,
) -> Reply:
    """Send one request; any status is an answer. `public_only` as in `fetch`.

    `timeout_s` is for all of it, from the first look-up to the last byte, however the bytes trickle.
    Raises SourceError when there is no answer, or one too large, too slow or redirected too often.
    """
    name, moved, permanent, inside = without_password(url), "", True, True
    deadline = Deadline.within(timeout_s, name)
    seen: set[str] = set()
    for _ in range(connect.MAX_REDIRECTS + 1):
        if url in seen:
            raise SourceError(
                f"{name}: redirects in a circle; it may want cookies: save the page in your browser"
            )
        seen.add(url)
        reply = _once(url, method, headers or {}, body, public_only, max_bytes, deadline)
        inside = inside and reply.inside
        location = reply.header("Location")
        if reply.status not in _REDIRECTS or not location or body is not None:
            split = urlsplit(without_password(url))
            last = urlunsplit(split._replace(fragment=""))
            return Reply(reply.status, last, reply.headers, reply.body, moved, inside)
        url = _joined(url, location, name)
        permanent = permanent and reply.status in (301, 308)
        moved = url if permanent else moved
    raise SourceError(f"{name}: redirects more than {connect.MAX_REDIRECTS} times; check the address")


def without_password(url: str) -> str:
    """The address without the user name and password that may stand in it; unchanged where it has none."""
    try:
        split = urlsplit(url)
    except ValueError:
        return url
    host = split.netloc.rpartition("@")[2]
    return url if host == split.netloc else urlunsplit(split._replace(netloc=host))


def _joined(url: str, location: str, name: str) -> str:
    """Return where a redirect leads. Raises SourceError when that is no address."""
    try:
        return urljoin(url, location.replace(" ", "%20"))
    except ValueError as error:
        raise SourceError(f"{name}: redirects to what is no address; check it in a browser") from error


def _once(
    url: str,
    method: str,
    headers: Mapping[str, str],
    body: bytes | None,
    public_only: bool,
    max_bytes: int,
    deadline: Deadline,
) -> Reply:
    name = deadline.name
    where = connect.place(url, name)
    try:
        way = connect.connection(where, deadline, public_only)
        opened = way.connection
        try:
            peer = str(opened.sock.getpeername()[0])
            inside = connect.is_inside(url) if way.through else not connect.is_public(peer)
            opened.sock = _Timed(opened.sock, deadline)
            sent = {"Host": where.header, "User-Agent": connect.USER_AGENT, "Connection": "close"}
            sent |= _credentials(url) | dict(headers) | dict(way.headers)
            opened.putrequest(method, way.target, skip_host=True, skip_accept_encoding=True)
            if body is not None:
                sent["Content-Length"] = str(len(body))
            for key, value in sent.items():
                opened.putheader(key, value)
            opened.endheaders(body)
            response = opened.getresponse()
            with closing(response):
                data = b"" if method == "HEAD" else _body(response, name, max_bytes)
            return Reply(response.status, url, response.headers, data, inside=inside)
        finally:
            opened.close()
    except ssl.SSLCertVerificationError as error:
        raise SourceError(
            f"{name}: {where.host}'s certificate is not valid ({error.verify_message})"
        ) from error
    except TimeoutError as error:
        raise deadline.passed() from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _unreachable(error, where, name) from error


def _unreachable(error: Exception, where: Place, name: str) -> SourceError:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    shown = "".join(c if c.isprintable() else "?" for c in reason)[:200]  # a server may have written it
    return SourceError(f"{name}: {where.host} cannot be reached ({shown}); check address and connection")


def _credentials(url: str) -> dict[str, str]:
    """The user name and password of an address as the header that sends them, to that host alone."""
    split = urlsplit(url)
    if split.username is None:
        return {}
    pair = f"{unquote(split.username)}:{unquote(split.password or '')}"
    return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}


def _body(response: http.client.HTTPResponse, name: str, max_bytes: int) -> bytes:
    if (response.length or 0) > max_bytes:
        raise too_large(name, max_bytes)
    data = bytearray()
    while chunk := response.read1(1 << 16):
        data += chunk
        if len(data) > max_bytes:
            raise too_large(name, max_bytes)
    if response.length:
        raise SourceError(f"{name}: the answer broke off; try again later")
    return bytes(data)


class _Timed:
    """A connected socket whose every read and write has what is left of the deadline.

    A socket's own limit begins anew with each byte: a server that sends one every few seconds would hold the
    caller for ever, in the status line, the headers, the body or behind it.
    """

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline

    def makefile(self, mode: str, *_: Any) -> io.BufferedReader:
        """Return what the response is read from."""
        return io.BufferedReader(_Reads(self._sock, self._deadline))

    def sendall(self, data: bytes) -> None:
        """Send all of it in the time that is left."""
        self._sock.settimeout(self._deadline.left())
        self._sock.sendall(data)

    def close(self) -> None:
        """Close the connection."""
        self._sock.close()


class _Reads(io.RawIOBase):
    """The reading side; as with any socket's file, the connection stays until this is closed too."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline
        self._raw = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._deadline.left())
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()
