"""HTTP beyond fetching a document: conditional requests, HEAD, ranges, and what the server said of it.

Addresses are looked up and checked by `connect`, as for `fetch`: there is one way out of the house.
"""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urljoin

from listen.errors import SourceError
from listen.sources import connect

TIMEOUT_S = 30.0
MAX_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered, redirects followed."""

    status: int
    url: str
    """The last address asked."""
    headers: Message
    """By name, whatever its case."""
    body: bytes
    """As sent: of a conditional or partial answer, that."""
    moved: str = ""
    """The last of the permanent redirects that came first: where to ask from now on; empty: nowhere else."""

    def header(self, name: str) -> str:
        """One header's value; empty if it is not there."""
        return str(self.headers.get(name) or "").strip()

    @property
    def type(self) -> str:
        """MIME type without parameters, lower case."""
        return self.header("Content-Type").split(";")[0].strip().lower()


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

    Raises SourceError when there is no answer, or one too large, too slow or redirected too often.
    """
    name, moved, permanent = url, "", True
    deadline = connect.Deadline.within(timeout_s, name)
    for _ in range(connect.MAX_REDIRECTS + 1):
        reply = _once(url, method, headers or {}, body, public_only, max_bytes, deadline)
        location = reply.header("Location")
        if reply.status not in (301, 302, 303, 307, 308) or not location or body is not None:
            return Reply(reply.status, url, reply.headers, reply.body, moved)
        url = urljoin(url, location.replace(" ", "%20"))
        permanent = permanent and reply.status in (301, 308)
        moved = url if permanent else moved
    raise SourceError(f"{name}: redirects more than {connect.MAX_REDIRECTS} times; check the address")


def _once(
    url: str,
    method: str,
    headers: Mapping[str, str],
    body: bytes | None,
    public_only: bool,
    max_bytes: int,
    deadline: connect.Deadline,
) -> Reply:
    name = deadline.name
    where = connect.place(url, name)
    try:
        connection = connect.connection(where, deadline, public_only)
        try:
            connection.putrequest(method, where.target, skip_host=True, skip_accept_encoding=True)
            sent = {"Host": where.header, "User-Agent": connect.USER_AGENT, "Connection": "close", **headers}
            if body is not None:
                sent["Content-Length"] = str(len(body))
            for key, value in sent.items():
                connection.putheader(key, value)
            connection.endheaders(body)
            sock = connection.sock
            response = connection.getresponse()
            data = bytearray()
            while method != "HEAD":
                left = deadline.left()
                if sock is not None:
                    sock.settimeout(left)
                chunk = response.read1(1 << 16)
                if not chunk:
                    break
                data += chunk
                if len(data) > max_bytes:
                    raise SourceError(f"{name}: sends more than {max_bytes // (1 << 20) or 1} MB")
            if method != "HEAD" and response.length:
                raise SourceError(f"{name}: the answer broke off; try again later")
            return Reply(response.status, url, response.headers, bytes(data))
        finally:
            connection.close()
    except TimeoutError as error:
        raise deadline.passed() from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise SourceError(f"{name}: {where.host} cannot be reached ({reason}); check the address") from error
