"""The way out of the house, the same for every request: an address parsed, looked up, checked, connected to.

The connection goes to the very address that was checked: a name cannot resolve to something else in between.
"""

from __future__ import annotations

import http.client
import ipaddress
import os
import queue
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from listen.errors import SourceError
from listen.sources import web_proxy

MAX_REDIRECTS = 8
LOOK_UP_S = 20.0
"""Longest that the look-up of a name may take."""
USER_AGENT = "Mozilla/5.0 (compatible; listen-to-story/0.1; one article for one listener)"
"""Says what it is; it fetches only what somebody asked to hear, so it is a reader and no crawler."""

_SAFE = "/%:=&?~#+!$,;'@()*[]-._"
# Beyond what `ipaddress` calls private: shared address space, a cloud's machine service on a public address,
# the retired anycast of 6to4, IPv6 forms that carry an IPv4 address, and documentation.
_NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        ("100.64.0.0/10", "168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24", "2002::/16", "3fff::/20"),
    )
)
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
"""All of IPv6 that is given out to the internet; NAT64, site-local and mapped forms are outside it."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Says how long one document may take, look-up and redirects included."""

    name: str
    """What the user asked for; errors begin with it."""
    limit_s: float
    at: float
    """On the monotonic clock, s."""

    @classmethod
    def within(cls, limit_s: float, name: str) -> Deadline:
        """From now on."""
        return cls(name, limit_s, time.monotonic() + limit_s)

    def left(self) -> float:
        """Seconds that are left, more than none. Raises SourceError when there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise self.passed()
        return left

    def passed(self) -> SourceError:
        """The error to raise when something ran into it."""
        return SourceError(f"{self.name}: took longer than {self.limit_s:g} s; try again later")


@dataclass(frozen=True, slots=True)
class Place:
    """A URL as people type it, in the parts that a request needs."""

    scheme: str
    host: str
    """ASCII, without brackets."""
    port: int
    target: str
    """Path and query, percent-encoded."""

    @property
    def header(self) -> str:
        """The `Host` header."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        default = 443 if self.scheme == "https" else 80
        return shown if self.port == default else f"{shown}:{self.port}"


def place(url: str, name: str) -> Place:
    """Raises SourceError, beginning with `name`, for what is no http(s) address."""
    try:
        parts = urlsplit(url.strip())
        scheme = parts.scheme.lower()
        host = (parts.hostname or "").strip()
        port = parts.port or (443 if scheme == "https" else 80)
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise SourceError(f"{name}: is no web address; check it") from error
    if scheme not in ("http", "https"):
        raise SourceError(
            f"{name}: leads to a {scheme or 'strange'} address; only http and https are fetched"
        )
    if not host or any(c.isspace() or c in '"<>\\^`{|}' for c in host):
        raise SourceError(f"{name}: is no web address; check it")
    target = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        target += "?" + quote(parts.query, safe=_SAFE)
    return Place(scheme, host, port, target)


def is_public(address: str) -> bool:
    """Return whether an IP address is the public internet's: not private, loopback, link-local, metadata,
    ….
    """
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip
    if ip.version == 6 and ip not in _GLOBAL_UNICAST:
        return False
    if any(ip.version == net.version and ip in net for net in _NOT_PUBLIC):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified


def resolve(where: Place, name: str, public_only: bool, timeout_s: float = LOOK_UP_S) -> list[str]:
    """The host's addresses. With `public_only`, one address that is not public refuses the whole name.

    Raises SourceError, also when the look-up takes longer than `timeout_s`.
    """
    host = where.host
    try:
        infos = _looked_up(where, timeout_s)
    except TimeoutError as error:
        raise SourceError(f"{name}: the look-up of {host} took too long; try again later") from error
    except (OSError, UnicodeError) as error:
        raise SourceError(f"{name}: there is no host {host}; check the address and the connection") from error
    addresses = list(dict.fromkeys(str(info[4][0]) for info in infos))
    if public_only and not all(map(is_public, addresses)):
        raise SourceError(f"{name}: {host} is not on the public internet; it is not fetched for others")
    return addresses


def _looked_up(where: Place, timeout_s: float) -> list[Any]:
    """`getaddrinfo`, which knows no limit of time, within one: its thread is left to end by itself.

    No name server is asked for a name that ends in `.invalid`: there is none (RFC 6761, 6.4).
    """
    if where.host.rstrip(".").lower().endswith(".invalid"):
        raise OSError(socket.EAI_NONAME, "no such name")
    answer: queue.SimpleQueue[list[Any] | Exception] = queue.SimpleQueue()

    def look() -> None:
        try:
            answer.put(socket.getaddrinfo(where.host, where.port, type=socket.SOCK_STREAM))
        except Exception as error:  # noqa: BLE001 raised again in the thread that asked
            answer.put(error)

    threading.Thread(target=look, daemon=True).start()
    try:
        found = answer.get(timeout=timeout_s)
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(found, Exception):
        raise found
    return found


_INSIDE = ("localhost", "local", "lan", "home", "internal", "intranet", "home.arpa")
"""Last parts of names that are given out within a network only (RFC 6762, RFC 8375, RFC 6761, and habit)."""


def is_inside(url: str) -> bool:
    """Return whether a URL's host is on this machine or its network, by the host's name alone.

    What a site there links to may be there too; what a site on the internet links to may not: it would have
    this machine ask where it cannot ask itself. Whoever owns a name on the internet decides what it leads to,
    and can change that between two look-ups, so such a name is outside wherever it leads. Hosts of the user's
    own network that have such names are listed in `LISTEN_INSIDE`, apart by commas.
    """
    try:
        host = place(url, url).host.rstrip(".").lower()
    except SourceError:
        return False
    try:
        return not is_public(host)
    except ValueError:
        own = [name.strip().lower() for name in os.environ.get("LISTEN_INSIDE", "").split(",")]
        ends = [end for end in (*_INSIDE, *own) if end]
        return "." not in host or any(f".{host}".endswith(f".{end}") for end in ends)


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection, and what has to be said over it."""

    connection: http.client.HTTPConnection
    target: str
    """What the request line names."""
    headers: tuple[tuple[str, str], ...] = ()
    """For a proxy that reads the request."""
    through: str = ""
    """The proxy in between; empty: none."""


def connection(where: Place, deadline: Deadline, public_only: bool) -> Opened:
    """A connection to one of the host's checked addresses, or to the proxy that leads there; TLS still
    verifies the host's name.

    With `public_only` no proxy is used: it would look the name up itself, and nobody could check the address.
    Raises SourceError when there is none that may be used, OSError when none answers.
    """
    proxy = None if public_only else web_proxy.towards(where.scheme, where.host, where.port, deadline.name)
    if proxy is None:
        sock = _connected(where, deadline, public_only)
        return Opened(_over(_secured(sock, where), where, deadline), where.target)
    beside = Place("http", proxy.host, proxy.port, "/")
    try:
        sock = _connected(beside, deadline, False)
    except TimeoutError:
        raise
    except (OSError, SourceError) as error:
        raise SourceError(
            f"{deadline.name}: the proxy {proxy.shown} cannot be reached;"
            f" check {where.scheme.upper()}_PROXY and the connection"
        ) from error
    if where.scheme == "http":
        made = _over(sock, where, deadline)
        return Opened(made, f"http://{where.header}{where.target}", proxy.headers, proxy.shown)
    try:
        web_proxy.tunnel(sock, proxy, where.host, where.port, deadline.name, deadline.left)
    except BaseException:
        sock.close()
        raise
    return Opened(_over(_secured(sock, where), where, deadline), where.target, through=proxy.shown)


def _connected(where: Place, deadline: Deadline, public_only: bool) -> socket.socket:
    """A socket to the first address that answers."""
    error: OSError | None = None
    for address in resolve(where, deadline.name, public_only, deadline.left())[:4]:
        try:
            return socket.create_connection((address, where.port), timeout=deadline.left())
        except OSError as failure:
            error = failure
    raise error if error is not None else OSError("no address")


def _secured(sock: socket.socket, where: Place) -> socket.socket:
    """Return the socket itself for http, and TLS over it for https."""
    if where.scheme != "https":
        return sock
    try:
        return ssl.create_default_context().wrap_socket(sock, server_hostname=where.host)
    except BaseException:
        sock.close()
        raise


def _over(sock: socket.socket, where: Place, deadline: Deadline) -> http.client.HTTPConnection:
    try:
        made = http.client.HTTPConnection(where.host, where.port, timeout=deadline.left())
    except BaseException:
        sock.close()
        raise
    made.sock = sock
    return made
