"""A feed of what a batch made, whose audio stays where the batch put it: nothing is copied, nothing kept.

Feed, cover and list of feeds go beside the episodes' folders, or to a place of their own below that address.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from listen.errors import FeedError, OutputError
from listen.feed import opml, paging, rss
from listen.feed.addresses import OPML, Addresses, feed_name
from listen.feed.publication import Publication
from listen.library import Entry, identity
from listen.library.records import Item, stamp
from listen.storage import manifest
from listen.storage.manifest import Line
from listen.storage.targets import Target


@dataclass(frozen=True, slots=True)
class Folders(Addresses):
    """Addresses of episodes that each have a folder named by their key."""

    def file(self, entry: Entry, name: str) -> str:
        """One of an episode's public files."""
        return f"{self.base}{entry.folder}/{name}"


@dataclass(frozen=True, slots=True)
class Archive:
    """Holds what was written."""

    feed_url: str
    episodes: int
    written: int
    """Files that are new or changed."""


def build(publication: Publication, place: str, target: Target | None = None) -> Archive:
    """Write the feed of the manifest at `place`, to the batch's destination itself or to `target`.

    The publication says what the show is and where its address is. Raises FeedError when there is no manifest
    or nothing in it.
    """
    try:
        source, lines = manifest.of(place)
        made = manifest.episodes(lines)
        if not made:
            raise FeedError(f"the manifest {place} has no episodes")
        return _written(publication, made, target or source)
    except OutputError as error:
        raise FeedError(str(error)) from error


def _written(publication: Publication, made: list[Line], target: Target) -> Archive:
    entries = sorted(map(entry, made), key=lambda one: one.pub, reverse=True)
    where = Folders(publication.addresses.base)
    picture, show = publication.picture, publication.show
    changed = max(line.at for line in made)
    kind = "image/png" if picture.suffix == ".png" else "image/jpeg"
    files = [(picture.name, picture.read_bytes(), kind)]
    files.append((OPML, opml.opml(show, where, changed), "text/x-opml"))
    for number, page in paging.all_pages(entries):  # what is named before what names it
        xml = rss.page(show, page, where, where.cover(picture.name), changed)
        files.append((feed_name(number), xml, "application/rss+xml"))
    written = 0
    for name, data, media_type in files:
        if target.read(name) != data:
            target.put(name, data, media_type)
            written += 1
    return Archive(where.feed(), len(entries), written)


def entry(line: Line) -> Entry:
    """A line of the manifest as an episode. An archive's episodes are as old as their articles."""
    guid = identity.guid(line.identity)
    files = [Item(file.name, file.size) for file in line.files]
    return Entry(
        id=identity.short(guid),
        guid=guid,
        version=1,
        digest=line.digest,
        title=line.title,
        lang=line.lang,
        summary=line.summary,
        audio=files[0].name,
        sha256=line.files[0].sha256,
        duration_ms=line.duration_ms,
        chapters=line.chapters,
        files=tuple(item for n, item in enumerate(files) if n == 0 or item.ending),
        folder=line.key,
        added=line.at,
        updated=line.at,
        pub=_date(line.published) or line.at,
        voices=line.voices,
        byline=line.byline,
        url=line.url,
        site=line.site,
        published=line.published,
    )


def _date(published: str | None) -> str:
    try:
        when = datetime.fromisoformat(published or "")
        return stamp(when if when.tzinfo else when.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return ""
