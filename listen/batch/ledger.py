"""This module says what a batch knows of its items, in a table on disk: it may be millions, and memory stays
flat.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from listen.storage.manifest import Line


class Ledger:
    """Tickets and keys that were seen: in the manifest of earlier runs, and in this one."""

    def __init__(self) -> None:
        # An empty name: a file that goes with the connection, and is written only when it outgrows its cache.
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("CREATE TABLE tickets (ticket TEXT PRIMARY KEY, key TEXT) WITHOUT ROWID")
        self._db.execute("CREATE TABLE keys (key TEXT PRIMARY KEY, source TEXT) WITHOUT ROWID")
        self._db.execute("CREATE TABLE seen (ticket TEXT PRIMARY KEY) WITHOUT ROWID")
        self._db.execute("BEGIN")

    def learn(self, lines: Iterable[Line], there: Iterable[str]) -> int:
        """Take in the manifest of earlier runs, as far as the episodes' folders are still `there`.

        Returns how many episodes are."""
        self._db.execute("CREATE TEMP TABLE there (key TEXT PRIMARY KEY) WITHOUT ROWID")
        self._db.executemany("INSERT OR IGNORE INTO there VALUES (?)", ((name,) for name in there))
        self._db.executemany(
            "INSERT OR REPLACE INTO tickets SELECT ?, key FROM there WHERE key = ?",
            ((line.ticket, line.key) for line in lines if line.key and line.files),
        )
        self._db.execute("DROP TABLE there")
        count: int = self._db.execute("SELECT count(DISTINCT key) FROM tickets").fetchone()[0]
        return count

    def made(self, ticket: str) -> str:
        """Key of the episode that an earlier run made of the item; empty if none did."""
        row = self._db.execute("SELECT key FROM tickets WHERE ticket = ?", (ticket,)).fetchone()
        return row[0] if row else ""

    def is_new(self, ticket: str) -> bool:
        """Return whether this run meets the item for the first time."""
        return self._db.execute("INSERT OR IGNORE INTO seen VALUES (?)", (ticket,)).rowcount == 1

    def first(self, key: str, source: str) -> str:
        """The source that this run made the episode of: `source` itself, if it is the first."""
        self._db.execute("INSERT OR IGNORE INTO keys VALUES (?, ?)", (key, source))
        row = self._db.execute("SELECT source FROM keys WHERE key = ?", (key,)).fetchone()
        return str(row[0])

    def close(self) -> None:
        """Forget everything."""
        self._db.close()
