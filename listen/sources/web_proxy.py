"""Proxies: which one leads to a host, as the environment or the computer's settings say, and the way through.

`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` mean what they mean to other programs. This machine
itself is never asked through one.
"""

from __future__ import annotations

import ipaddress
import socket
import urllib.request
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from listen.errors import SourceError

MOST_BYTES = 1 << 16
"""Of what a proxy answers before it lets through."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """One proxy, spoken to without encryption."""

    host: str
    port: int
    headers: tuple[tuple[str, str], ...] = ()
    """What it is sent beside the request: who asks, where it wants to know."""

    @property
    def shown(self) -> str:
        """Its address, without a password."""
        return f"{self.host}:{self.port}"


def towards(scheme: str, host: str, port: int, name: str) -> Proxy | None:
    """The proxy that leads to a host; None where it is asked directly.

    Raises SourceError, beginning with `name`, for a proxy of a kind that cannot be used."""
    if _this_machine(host):
        return None
    known = urllib.request.getproxies()
    given = known.get(scheme) or known.get("all") or ""
    if not given or urllib.request.proxy_bypass(f"{host}:{port}"):
        return None
    try:
        parts = urlsplit(given if "://" in given else f"http://{given}")
        proxy, at = parts.hostname or "", parts.port or 80
    except ValueError:
        parts, proxy, at = urlsplit(""), "", 0
    if parts.scheme.lower() != "http" or not proxy:
        raise SourceError(
            f"{name}: the proxy for {host} is no http:// address: set {scheme.upper()}_PROXY to one,"
            f" or NO_PROXY={host} to ask without it"
        )
    if parts.username is None:
        return Proxy(proxy, at)
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return Proxy(proxy, at, (("Proxy-Authorization", f"Basic {b64encode(pair.encode()).decode()}"),))


def tunnel(
    sock: socket.socket, proxy: Proxy, host: str, port: int, name: str, left_s: Callable[[], float]
) -> None:
    """Have the proxy connect to a host: what is written to the socket from now on goes there.

    `left_s` says how many seconds are left for all of it. Raises SourceError, beginning with `name`, when the
    proxy refuses, OSError when it breaks off."""
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}", *(f"{k}: {v}" for k, v in proxy.headers), "", ""]
    sock.settimeout(left_s())
    sock.sendall("\r\n".join(lines).encode())
    answer = bytearray()
    while not answer.endswith(b"\r\n\r\n"):
        sock.settimeout(left_s())
        byte = sock.recv(1)  # one by one: what comes behind the empty line is the host's
        if not byte or len(answer) >= MOST_BYTES:
            raise OSError("the proxy broke off")
        answer += byte
    status = bytes(answer).split(b" ", 2)[1:2]
    if status and status[0][:1] == b"2":
        return
    told = {b"407": ": it wants a user name and a password in its address", b"403": ": it forbids it"}
    number = status[0] if status else b""
    shown = number.decode("ascii", "replace") if number.isdigit() else "something that is no HTTP"
    raise SourceError(f"{name}: the proxy {proxy.shown} answers {shown} for {host}{told.get(number, '')}")


def _this_machine(host: str) -> bool:
    name = host.rstrip(".").lower()
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
