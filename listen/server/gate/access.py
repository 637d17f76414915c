"""This module says who may do what: by a token (in the address, a cookie or a header) or, to listen only, by
sitting at this very
machine. What changes anything is checked for the page that it comes from.
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection

from listen.library import Share, shares, shows
from listen.server.gate import proxies
from listen.server.gate.conditions import Place

COOKIE = "listen"
_LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_EXTENSIONS = ("chrome-extension", "moz-extension", "safari-web-extension")

Via = Literal["address", "cookie", "header", "here", "public"]


@dataclass(frozen=True, slots=True)
class Visitor:
    """One request's rights."""

    base: str
    """The address below which everything is for this visitor; ends in a slash."""
    root: str
    """The same without the token."""
    via: Via
    scopes: frozenset[str] = frozenset({"listen"})
    name: str = ""
    """Of the share; empty without one."""
    token: str = ""
    show: str = ""
    """The only show that is seen; empty: the whole library."""

    @property
    def may_add(self) -> bool:
        """Return whether it may submit articles."""
        return "add" in self.scopes

    @property
    def sees_unannounced(self) -> bool:
        """Return whether it sees what is not published yet: the waiting list, episodes that are held back."""
        return self.may_add or self.via == "here"

    @property
    def who(self) -> str:
        """Whose positions it reads and writes; empty: nobody's, as for everybody of a public podcast."""
        return self.name or (shares.OWNER if self.via == "here" else "")

    @property
    def path(self) -> str:
        """Of the base, for redirects: it begins and ends with a slash."""
        return urlsplit(self.base).path

    @property
    def home(self) -> str:
        """Return the address without the show's part: where the whole of what the token opens is."""
        return self.path.removesuffix(f"shows/{self.show}/")


def of_share(known: Share, root: str, via: Via, token: str, show: str = "") -> Visitor:
    """Return the visitor that has a token, at the address of a show or of everything that the token opens."""
    base = f"{root}t/{token}/" if via == "address" else root
    base += f"shows/{show}/" if show else ""
    return Visitor(base, root, via, known.scopes, known.name, token, show or known.show)


def visitor(request: HTTPConnection, place: Place) -> Visitor | None:
    """Return the caller, or None who is to be told nothing.

    Raises HTTPException 429 for an address that has given too many wrong tokens.
    """
    asked = proxies.asking(request, place.conditions)
    root = asked.root
    show = request.path_params.get("show", "")
    if root is None or (show and show not in shows.names(place.library)):
        return None
    given: list[tuple[Via, str]] = []
    if (token := request.path_params.get("token")) is not None:
        given.append(("address", token))
    elif header := _in_header(request):
        given.append(("header", header))
    elif cookie := request.cookies.get(COOKIE):
        given.append(("cookie", cookie))
    for via, token in given:
        known = shares.holder(place.library, token)
        if known:
            return of_share(known, root, via, token, show) if known.show in ("", show or known.show) else None
        if via != "cookie":
            refuse_guessing(place, asked.address)
            return None
    base = f"{root}shows/{show}/" if show else root
    if place.library.of(show).show.public:
        return Visitor(base, root, "public", show=show)
    if not place.conditions.base_url and at_this_machine(request, asked):
        return Visitor(base, root, "here", show=show)
    return None


def refuse_guessing(place: Place, address: str) -> None:
    """Count a wrong token. Raises HTTPException 429 when there were too many."""
    wait = place.limits.shut_out(address)
    if wait:
        raise HTTPException(
            429, "Too many wrong tokens came from your address.", {"Retry-After": str(int(wait) + 1)}
        )
    place.limits.wrong_token(address)


def at_this_machine(request: HTTPConnection, asked: proxies.Asking) -> bool:
    """Return whether a program on this machine asks for this machine: no proxy is in between, and no other
    name was pointed at it (DNS rebinding)."""
    if request.client is None or not asked.direct:
        return False
    try:
        peer = ipaddress.ip_address(request.client.host)
    except ValueError:
        return False
    host = re.sub(r":\d+$", "", request.headers.get("host", "").lower())
    return peer.is_loopback and host in _LOOPBACK_NAMES


def check_origin(request: HTTPConnection, who: Visitor | None, place: Place) -> None:
    """Refuse what a page of another site makes a browser send. Raises HTTPException 403."""
    origin = request.headers.get("origin")
    if origin is None:
        if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            raise HTTPException(403, "This may only be asked from the library's own pages.")
        return
    asked = proxies.asking(request, place.conditions)
    own = {_origin(address) for address in (asked.root, who.root if who else None) if address}
    own |= {f"{request.url.scheme}://{request.headers.get('host', '')}".lower()}
    own |= {one.rstrip("/").lower() for one in place.conditions.allowed_origins}
    extension = urlsplit(origin).scheme in _EXTENSIONS and (who is None or who.via in ("header", "address"))
    if origin.lower() not in own and not extension:
        raise HTTPException(403, "This may only be asked from the library's own pages.")


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()


def _in_header(request: HTTPConnection) -> str:
    """A bearer's token, or the password of whoever names one: podcast apps can give those."""
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return value.strip()
    if kind.lower() == "basic":
        try:
            return base64.b64decode(value, validate=True).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return "-"
    return ""
