"""This module says how a server is set up, and what its parts share."""

from __future__ import annotations

import ipaddress
import time
from dataclasses import dataclass, field, replace
from typing import Protocol

from listen.errors import FeedError
from listen.library import Library, adding
from listen.server.gate.limits import Limits


@dataclass(frozen=True, slots=True)
class Conditions:
    """Holds what an administrator decides."""

    base_url: str = ""
    """Where a proxy shows it: then every address is there, and nobody gets in for being on this machine."""
    trusted_proxies: tuple[str, ...] = ()
    """Addresses or networks whose word on who asks, and under which name, is believed."""
    allowed_origins: tuple[str, ...] = ()
    """Web pages of other sites that may write through the API, such as `https://cms.example`."""
    private_webhooks: bool = False
    """Whether webhooks may be on this network."""
    writes_per_minute: int = 120
    """Of one token."""

    def __post_init__(self) -> None:
        try:
            for network in self.trusted_proxies:
                ipaddress.ip_network(network, strict=False)
        except ValueError as error:
            raise FeedError(
                f"trusted_proxies: {error}; give addresses such as 127.0.0.1 or 10.0.0.0/8"
            ) from error

    def trusts(self, peer: str) -> bool:
        """Return whether a peer is one of the proxies."""
        try:
            address = ipaddress.ip_address(peer)
        except ValueError:
            return False
        return any(address in ipaddress.ip_network(n, strict=False) for n in self.trusted_proxies)


class Narrating(Protocol):
    """Works the waiting list off."""

    def wake(self) -> None:
        """There is work."""

    def close(self) -> None:
        """Stop within a second; what is in hand waits for the next start."""


@dataclass(frozen=True)
class Place:
    """One running server."""

    library: Library
    wish: adding.Wish
    """How articles are narrated unless the request says otherwise."""
    conditions: Conditions
    narrating: Narrating
    limits: Limits = field(default_factory=Limits)
    started: float = field(default_factory=time.time)

    def of(self, show: str) -> Place:
        """Return the server as far as it is one show's: nothing else is found, what is added goes there."""
        if not show:
            return self
        return replace(self, library=self.library.of(show), wish=replace(self.wish, show=show))
