"""This module says what a library publishes below one base address: the same for a built site and a served
one.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from listen.feed import addresses, cover, opml, paging, rss
from listen.feed.addresses import Addresses
from listen.library import Library, Show

PODCAST = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The podcast namespace's, for podcast:guid."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A library at an address."""

    library: Library
    show: Show
    addresses: Addresses
    picture: Path
    """The cover's file."""

    def feed(self, number: int = 0, at: str | None = None) -> bytes:
        """A page of the feed. Raises FeedError when there is none of that number."""
        return self.render(paging.page(self.library, number, at), at)

    def render(self, page: paging.Page, at: str | None = None) -> bytes:
        """The feed's XML of that page."""
        picture = self.addresses.cover(self.picture.name)
        return rss.page(self.show, page, self.addresses, picture, self.library.changed(at))

    def opml(self) -> bytes:
        """The list of feeds."""
        return opml.opml(self.show, self.addresses, self.library.changed())


def publication(library: Library, base: str) -> Publication:
    """The library below `base`; the first publication fixes its podcast:guid."""
    where = addresses.at(base)
    show = library.show
    if not show.guid:
        show = replace(show, guid=podcast_guid(where.feed()) if addresses.is_public(base) else str(_own()))
        library.save_show(show)
    return Publication(library, show, where, cover.ensure(library, show))


def podcast_guid(feed_url: str) -> str:
    """The GUID that the namespace defines for a feed's address."""
    parts = urlsplit(feed_url)
    return str(uuid.uuid5(PODCAST, (parts.netloc + parts.path).rstrip("/")))


def _own() -> uuid.UUID:
    """For a feed that never was at a public address: many are at 127.0.0.1, so chance tells them apart."""
    return uuid.uuid5(PODCAST, f"listen/{uuid.uuid4()}")
