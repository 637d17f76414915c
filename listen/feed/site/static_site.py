"""The podcast as a static site: audio first, the feed last, then what nobody names any more is removed.

In that order, whatever stops it in between, no subscriber ever sees an enclosure that is not there. What a
new version replaced stays for a day: apps and caches still have the feed that named it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from listen.errors import FeedError
from listen.feed import paging
from listen.feed.addresses import OPML, feed_name, file_name
from listen.feed.publication import Publication
from listen.feed.site import described, webpage
from listen.library import Entry
from listen.library.records import later, now
from listen.storage.targets import Target

GRACE_H = 24
"""How long a version's files stay after another replaced them."""
_OURS = re.compile(r"e/[0-9a-f]{12}/[^/]+|(feed|index)(-\d+)?\.(xml|html)|cover-[0-9a-f]{10}\.(png|jpg)")
"""What a site may remove: nothing that the user put there."""


@dataclass(frozen=True, slots=True)
class Built:
    """Holds what a build did."""

    written: int
    removed: int
    episodes: int
    changed: bool
    """Whether the feed itself is another: then a hub is to be told."""


def build(publication: Publication, target: Target, prefix: str = "", clear: bool = True) -> Built:
    """Bring `target` up to date; files go below `prefix`, which ends in a slash or is empty.

    Without `clear` nothing is removed: where this library never built, files may be another one's.
    """
    there = target.sizes()
    entries = publication.library.entries()
    wanted: set[str] = set()
    written = 0
    for entry in entries:
        for name, path, kind, size in _files(publication, entry):
            wanted.add(prefix + name)
            if there.get(prefix + name) != size:
                try:
                    target.put(prefix + name, path, kind)
                except FileNotFoundError as error:
                    raise FeedError(
                        f"“{entry.title}” was changed or removed meanwhile: build again"
                    ) from error
                written += 1
        for name, data in _stable(publication, entry):
            wanted.add(prefix + name)
            if there.get(prefix + name) == len(data) and (
                entry.version == 1 or target.read(prefix + name) == data
            ):
                continue
            target.put(prefix + name, data, "text/html" if name.endswith("html") else "application/json")
            written += 1
    changed = False
    for name, data, kind in _pages(publication, entries):
        wanted.add(prefix + name)
        if there.get(prefix + name) != len(data) or target.read(prefix + name) != data:
            target.put(prefix + name, data, kind)
            written += 1
            changed |= kind == "application/rss+xml"
    replaced = publication.library.replaced(later(now(), hours=-GRACE_H))
    wanted |= {prefix + file_name(entry, item.name) for entry in replaced for item in entry.files}
    stale = [name for name in there if clear and name not in wanted and _is_ours(name, prefix)]
    for name in stale:
        target.delete(name)
    return Built(written, len(stale), len(entries), changed)


def _files(publication: Publication, entry: Entry) -> Iterator[tuple[str, Path, str, int]]:
    for item in entry.files:
        path = publication.library.path(entry, item.name)
        if not publication.library.holds(path):
            raise FeedError(f"{path} leads out of the library: put the file itself there")
        try:
            size = path.stat().st_size
        except FileNotFoundError as error:
            raise FeedError(f"“{entry.title}” was changed or removed meanwhile: build again") from error
        if size != item.size:
            raise FeedError(
                f"“{entry.title}” is damaged ({item.name} has {size} bytes instead of {item.size}): "
                f"restore it "
                f"from a backup, or narrate it again; listen rm {entry.id} takes it out"
            )
        yield file_name(entry, item.name), path, item.type, item.size


def _stable(publication: Publication, entry: Entry) -> Iterator[tuple[str, bytes]]:
    """Return what other pages embed: it keeps its address when the episode gets a new version."""
    yield file_name(entry, "embed.json"), described.described(entry)
    page = entry.file(".html")
    if page:
        yield file_name(entry, "index.html"), publication.library.path(entry, page.name).read_bytes()


def _pages(publication: Publication, entries: list[Entry]) -> Iterator[tuple[str, bytes, str]]:
    """Return what changes, in the order in which it may: what is named before what names it.

    All of it from one look at the library: the files of an episode that came since are not there yet.
    """
    picture = publication.picture
    yield picture.name, picture.read_bytes(), "image/png" if picture.suffix == ".png" else "image/jpeg"
    for name, kind in webpage.ASSETS.items():
        yield name, webpage.asset(name), kind
    pages = paging.all_pages(entries)
    for number, page in pages:
        html = webpage.index(publication.show, page, picture.name)
        yield webpage.index_name(number), html.encode(), "text/html"
    yield OPML, publication.opml(), "text/x-opml"
    for number, page in pages:
        yield feed_name(number), publication.render(page), "application/rss+xml"


def _is_ours(name: str, prefix: str) -> bool:
    """Of this site, of one below an address that was revoked, or a file that a killed build left half."""
    below = re.sub(r"^p-[A-Za-z0-9_-]{20,}/", "", name)
    if name.rsplit("/", 1)[-1].endswith(".part"):
        return bool(re.fullmatch(r"(e/[0-9a-f]{12}/)?\.[\w.-]+\.part", below))
    if name.startswith(prefix) and _OURS.fullmatch(name[len(prefix) :]):
        return True
    known = (*webpage.ASSETS, OPML)
    return (
        below != name
        and not (prefix and name.startswith(prefix))
        and bool(_OURS.fullmatch(below) or below in known)
    )
