"""This module says where everything is, below one base address that ends in a slash."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from listen.errors import FeedError
from listen.library import Entry


@dataclass(frozen=True, slots=True)
class Addresses:
    """Every address of one site; what is served and what is built have the same ones."""

    base: str
    """`https://example.org/listening/`."""

    def feed(self, archive: int = 0) -> str:
        """The newest page's, or that of an archive page, counted from 1 for the oldest."""
        return self.base + feed_name(archive)

    def file(self, entry: Entry, name: str) -> str:
        """One of an episode's public files."""
        return f"{self.base}{file_name(entry, name)}"

    def cover(self, name: str) -> str:
        """The show's picture."""
        return self.base + name

    @property
    def opml(self) -> str:
        """The list of feeds: this one."""
        return self.base + OPML


OPML = "feeds.opml"


def feed_name(archive: int = 0) -> str:
    """Below the base."""
    return f"feed-{archive}.xml" if archive else "feed.xml"


def file_name(entry: Entry, name: str) -> str:
    """Below the base."""
    return f"e/{entry.id}/{name}"


def at(base: str) -> Addresses:
    """Addresses below `base`. Raises FeedError unless it is an http(s) address."""
    try:
        parts = urlsplit(base)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise FeedError(f"{base}: give the site's address, such as https://example.org/listening/")
    if not base.isascii() or any(c.isspace() for c in base):
        raise FeedError(f"{base}: give the address in ASCII (xn--…, %20), as browsers copy it")
    return Addresses(base if base.endswith("/") else base + "/")


def is_public(base: str) -> bool:
    """Return whether others than this machine and its neighbours may know the address."""
    host = urlsplit(base).hostname or ""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".local", ".localhost", ".internal", ".lan", ".home.arpa"))
