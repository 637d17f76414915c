"""Who may do what: by the token in the address, or, to listen only, by sitting at this very machine."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from starlette.requests import Request

from listen.library import Library, Show, shares

_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")
_LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


@dataclass(frozen=True, slots=True)
class Visitor:
    """One request's rights."""

    base: str
    """The address below which everything is for this visitor; ends in a slash."""
    may_add: bool = False
    name: str = ""
    """Of the share; empty without one."""


def visitor(request: Request, library: Library, show: Show, base_url: str) -> Visitor | None:
    """Whoever asks, or None who is to be told nothing."""
    root = base_url or _root(request)
    if root is None:
        return None
    token = request.path_params.get("token")
    if token is not None:
        known = shares.holder(library, token)
        return Visitor(f"{root}t/{token}/", known.may_add, known.name) if known else None
    if show.public or (not base_url and at_this_machine(request)):
        return Visitor(root)
    return None


def at_this_machine(request: Request) -> bool:
    """Whether a program on this machine asks for this machine: no proxy is in between, and no other name was
    pointed at it (DNS rebinding)."""
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    try:
        peer = ipaddress.ip_address(request.client.host)
    except ValueError:
        return False
    host = re.sub(r":\d+$", "", request.headers.get("host", "").lower())
    return peer.is_loopback and host in _LOOPBACK_NAMES


def _root(request: Request) -> str | None:
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        return None
    return f"{request.url.scheme}://{host}/"
