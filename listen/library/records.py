"""This module says what the library holds, as frozen values. Times are UTC, `2024-05-03T17:05:00Z`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from listen.formats import forms
from listen.model import Chapter

if TYPE_CHECKING:
    from pathlib import Path

TRANSCRIPTS = (".vtt", ".srt", ".transcript.json")
CHAPTERS = ".chapters.json"


@dataclass(frozen=True, slots=True)
class Item:
    """One public file of an episode."""

    name: str
    size: int
    """Bytes."""

    @property
    def ending(self) -> str:
        """The ending by which `forms.TYPES` knows it; empty if none."""
        return forms.ending_of(self.name)

    @property
    def type(self) -> str:
        """MIME type."""
        return forms.TYPES.get(self.ending, "application/octet-stream")


@dataclass(frozen=True, slots=True)
class Draft:
    """An episode that is made and about to be kept."""

    identity: str
    guid: str
    version: int
    """From 1; a changed article has the next."""
    digest: str
    """Of what is read."""
    title: str
    lang: str
    summary: str
    """A few sentences of plain text."""
    audio: str
    """Name of the MP3 in its folder."""
    sha256: str
    duration_ms: int
    chapters: tuple[Chapter, ...]
    files: tuple[Item, ...]
    """Every public file, the MP3 first."""
    voices: tuple[str, ...] = ()
    """Credits of those who read."""
    byline: str | None = None
    url: str | None = None
    site: str | None = None
    published: str | None = None
    """When the article was, as it says."""
    not_before: str | None = None
    show: str = ""
    notes: tuple[str, ...] = ()
    """What a listener should know: sentences that are unproven, what was made out of the page."""
    reason: str = ""
    """What made this version new, one of `versions.REASONS`; empty for a first one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One episode of the library."""

    id: str
    guid: str
    version: int
    digest: str
    title: str
    lang: str
    summary: str
    audio: str
    sha256: str
    duration_ms: int
    chapters: tuple[Chapter, ...]
    files: tuple[Item, ...]
    folder: str
    """Below the library's, `/` between the parts."""
    added: str
    updated: str
    """When this version came."""
    pub: str
    """When the feed announces it."""
    voices: tuple[str, ...] = ()
    byline: str | None = None
    url: str | None = None
    site: str | None = None
    published: str | None = None
    notes: tuple[str, ...] = ()
    """What the listener should know of how it was read."""
    heard: str | None = None
    """When its owner heard it to the end; None: not yet."""
    not_before: str | None = None
    """Held back from the feed until then."""
    archived: str | None = None
    """When it was put away; None: it was not."""
    trashed: str | None = None
    """When it was put into the bin."""
    show: str = ""
    """Name of the show it is in; empty: the library's first."""
    reason: str = ""
    """What made this version new, one of `versions.REASONS`; empty for a first one."""
    replaced: str = ""
    """When the next version came; empty: this is the present one."""

    @property
    def size(self) -> int:
        """Bytes of the MP3."""
        return self.files[0].size

    @property
    def held_back(self) -> bool:
        """Return whether it is not announced yet."""
        return bool(self.not_before and self.not_before > now())

    @property
    def seconds(self) -> int:
        """Whole seconds, as feeds have it."""
        return max(1, round(self.duration_ms / 1000))

    def file(self, ending: str) -> Item | None:
        """Its public file with that ending."""
        return next((f for f in self.files if f.ending == ending), None)


@dataclass(frozen=True, slots=True)
class Share:
    """One subscriber's key to a private feed."""

    name: str
    token: str
    """Unguessable; part of every address the subscriber gets."""
    may_add: bool
    created: str
    scopes: frozenset[str] = frozenset()
    """What it allows: `listen`, `add`, `manage`."""
    show: str = ""
    """The only show it opens; empty: all of them."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One watched feed."""

    url: str
    title: str = ""
    etag: str = ""
    modified: str = ""
    due: str = ""
    """Not to be asked before."""
    failures: int = 0
    """In a row."""
    error: str = ""
    """The last one's line."""
    settings: str = "{}"
    """Voice, filter, limit and show, as JSON."""


@dataclass(frozen=True, slots=True)
class Location:
    """Says where a public file is."""

    path: Path
    item: Item
    entry: Entry
    """The version that it belongs to."""


def stamp(moment: datetime) -> str:
    """A moment with a time zone as the library writes it: years have four digits, so that texts compare."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def moment(stamp: str) -> datetime:
    """Return what `stamp` wrote."""
    return datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def now() -> str:
    """This second."""
    return stamp(datetime.now(UTC))


def later(when: str, **delta: float) -> str:
    """A moment so much after another; the first or last one there is, where that is beyond the calendar."""
    try:
        return stamp(moment(when) + timedelta(**delta))
    except OverflowError:
        ahead = sum(delta.values()) > 0
        return stamp((datetime.max if ahead else datetime.min).replace(tzinfo=UTC))
