"""This module says how far each listener is in each episode: one place for page, list, terminal and API,
merged by time.

The newest word wins, whenever it arrives: a phone that was offline says what it knows later, and does not
undo
what was heard elsewhere meanwhile. A clock that is ahead counts as now.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass

from listen.errors import LibraryError
from listen.library.records import now
from listen.library.shares import OWNER
from listen.library.store import Library

SLOWEST, FASTEST = 0.5, 4.0
PLAYLIST = 1000
"""Most episodes in one listener's playlist."""


@dataclass(frozen=True, slots=True)
class Position:
    """Says where one listener is in one episode."""

    episode: str
    at_ms: int
    heard: bool
    """Heard to its end, or marked so."""
    updated_ms: int
    """When that was so, in milliseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Holds what one person keeps besides."""

    who: str
    speed: float = 1.0
    playlist: tuple[str, ...] = ()
    """Episodes that play next, in order."""


def put(
    library: Library,
    who: str,
    episode: str,
    at_ms: int | None = None,
    heard: bool | None = None,
    updated_ms: int | None = None,
) -> Position:
    """Note a place, unless a newer one is known; returns what holds now. None leaves as it is.

    Raises LibraryError for an episode that is not there.
    """
    entry = library.entry(episode)
    present_ms = int(time.time() * 1000)
    when = present_ms if updated_ms is None else min(updated_ms, present_ms)
    with library.writing() as db:
        row = db.execute("SELECT * FROM positions WHERE who = ? AND episode = ?", (who, entry.id)).fetchone()
        if row is not None and row["updated_ms"] > when:
            return Position(entry.id, row["at_ms"], bool(row["heard"]), row["updated_ms"])
        before_ms, before = (row["at_ms"], bool(row["heard"])) if row is not None else (0, bool(entry.heard))
        at = before_ms if at_ms is None else min(max(at_ms, 0), entry.duration_ms)
        done = before if heard is None else heard
        if heard and at_ms is None:
            at = 0  # the next time from the beginning
        db.execute("INSERT OR REPLACE INTO positions VALUES (?, ?, ?, ?, ?)", (who, entry.id, at, done, when))
        if who == OWNER and done != bool(entry.heard):
            db.execute("UPDATE episodes SET heard = ? WHERE id = ?", (now() if done else None, entry.id))
    return Position(entry.id, at, done, when)


def of(library: Library, who: str, episodes: Sequence[str] | None = None) -> dict[str, Position]:
    """A listener's places by episode, of some or of all."""
    among, values = "", [who]
    if episodes is not None:
        among = f" AND episode IN ({','.join('?' * len(episodes))})"
        values += episodes
    with library.reading() as db:
        rows = db.execute(f"SELECT * FROM positions WHERE who = ?{among}", values).fetchall()
    return {
        row["episode"]: Position(row["episode"], row["at_ms"], bool(row["heard"]), row["updated_ms"])
        for row in rows
    }


def listener(library: Library, who: str) -> Listener:
    """Return what is kept of one person."""
    with library.reading() as db:
        return _listener(db, who)


def _listener(db: sqlite3.Connection, who: str) -> Listener:
    row = db.execute("SELECT * FROM listeners WHERE who = ?", (who,)).fetchone()
    if row is None:
        return Listener(who)
    return Listener(who, row["speed"], tuple(json.loads(row["playlist"])))


def keep(
    library: Library,
    who: str,
    speed: float | None = None,
    playlist: Sequence[str] | None = None,
    updated_ms: int | None = None,
) -> Listener:
    """Note a listener's speed and playlist; None leaves as it is, and so does what is older than is known.

    Raises LibraryError for a speed that nobody plays at.
    """
    if speed is not None and not SLOWEST <= speed <= FASTEST:
        raise LibraryError(f"speed {speed:g} is out of range: give {SLOWEST:g} to {FASTEST:g}")
    present_ms = int(time.time() * 1000)
    when = present_ms if updated_ms is None else min(updated_ms, present_ms)
    with library.writing() as db:  # read here too: two pages that change one thing each lose neither
        before = _listener(db, who)
        kept = Listener(
            who,
            before.speed if speed is None else round(speed, 2),
            before.playlist if playlist is None else tuple(dict.fromkeys(playlist))[:PLAYLIST],
        )
        db.execute(
            "INSERT INTO listeners VALUES (?1, ?2, ?3, ?4) ON CONFLICT (who) DO UPDATE SET "
            "speed = ?2, updated_ms = ?3, playlist = ?4 WHERE updated_ms <= ?3",
            (who, kept.speed, when, json.dumps(kept.playlist)),
        )
    return listener(library, who)
