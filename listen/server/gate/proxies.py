"""This module says who asks, and under which address: as the connection says or, from a proxy that is
trusted, as that says."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from listen.server.gate.conditions import Conditions

_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")
_PREFIX = re.compile(r"(/[A-Za-z0-9._~-]+)*")
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


@dataclass(frozen=True, slots=True)
class Asking:
    """One request's origin."""

    address: str
    """Of the asker, as far as it is known."""
    root: str | None
    """The address below which the site is for the asker, with a slash at its end; None: its host is none."""
    direct: bool
    """Whether no proxy seems to be in between."""


def asking(request: HTTPConnection, conditions: Conditions) -> Asking:
    """Return where a request comes from; what headers claim counts only from a trusted proxy."""
    peer = request.client.host if request.client else ""
    headers = request.headers
    if not conditions.trusts(peer):
        direct = not any(name in headers for name in FORWARDED)
        root = conditions.base_url or _root(request.url.scheme, headers.get("host", ""), "")
        return Asking(peer, root, direct)
    chain = [part.strip() for part in headers.get("x-forwarded-for", "").split(",") if part.strip()]
    address = next((one for one in reversed(chain) if not conditions.trusts(one)), peer)
    scheme = _last(headers.get("x-forwarded-proto", "")) or request.url.scheme
    host = _last(headers.get("x-forwarded-host", "")) or headers.get("host", "")
    prefix = headers.get("x-forwarded-prefix", "").rstrip("/")
    if scheme not in ("http", "https") or not _PREFIX.fullmatch(prefix):
        return Asking(address, None, False)
    return Asking(address, conditions.base_url or _root(scheme, host, prefix), False)


def from_here(request: HTTPConnection) -> bool:
    """Return whether the connection is from this machine and says of nobody that it is for them."""
    try:
        peer = ipaddress.ip_address(request.client.host if request.client else "")
    except ValueError:
        return False
    return peer.is_loopback and not any(name in request.headers for name in FORWARDED)


def _root(scheme: str, host: str, prefix: str) -> str | None:
    return f"{scheme}://{host}{prefix}/" if _HOST.fullmatch(host) else None


def _last(value: str) -> str:
    """Return what the nearest proxy said."""
    return value.split(",")[-1].strip()


class Below:
    """An application that is also found below the path of its base address, for proxies that pass paths on
    as they are."""

    def __init__(self, app: ASGIApp, base_url: str) -> None:
        self._app = app
        self._prefix = urlsplit(base_url).path.rstrip("/") if base_url else ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, with the prefix taken off."""
        if self._prefix and scope["type"] == "http" and scope["path"].startswith(f"{self._prefix}/"):
            scope = {**scope, "path": scope["path"][len(self._prefix) :]}
            scope.pop("raw_path", None)
        await self._app(scope, receive, send)
