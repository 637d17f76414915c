"""An episode's older versions, as the database has them: what a changed article, another voice or a corrected
name replaced.

Their files stay where they are until the limits take them, or the episode goes.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any

ARTICLE, VOICE, NAME, AGAIN = "article", "voice", "name", "again"
REASONS = (ARTICLE, VOICE, NAME, AGAIN)
"""What makes a version new: its article changed, another voice reads, a name is said differently, or somebody
wished so."""
_AS_AN_EPISODE = """
    SELECT e.id, e.guid, e.added, e.pub, e.heard, e.not_before, e.archived, e.trashed, e.show,
        v.version, v.folder, v.made AS updated, json_set(v.data, '$.replaced', v.replaced) AS data
    FROM versions v JOIN episodes e ON e.id = v.episode
"""


def put_aside(db: sqlite3.Connection, row: sqlite3.Row, when: str) -> None:
    """Keep an episode's row as an older version before another takes its place."""
    db.execute(
        "INSERT OR REPLACE INTO versions (episode, version, folder, made, replaced, data) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (row["id"], row["version"], row["folder"], row["updated"], when, row["data"]),
    )


def of_episode(db: sqlite3.Connection, short: str) -> list[sqlite3.Row]:
    """Rows like an episode's own, the newest first."""
    return db.execute(f"{_AS_AN_EPISODE} WHERE e.id = ? ORDER BY v.version DESC", (short,)).fetchall()


def of_all(db: sqlite3.Connection, kept: str, since: str = "") -> list[sqlite3.Row]:
    """Those that were replaced after `since`, of episodes that fit a condition, the oldest first."""
    return db.execute(
        f"{_AS_AN_EPISODE} WHERE {kept} AND v.replaced > ? ORDER BY v.replaced, v.version", (since,)
    ).fetchall()


def row_with(db: sqlite3.Connection, short: str, name: str) -> sqlite3.Row | None:
    """The version of an episode that has a file of that name."""
    for row in of_episode(db, short):
        files: list[dict[str, Any]] = json.loads(row["data"])["files"]
        if any(item["name"] == name for item in files):
            return row
    return None


def forget(db: sqlite3.Connection, short: str, version: int) -> None:
    """Take one off the list."""
    db.execute("DELETE FROM versions WHERE episode = ? AND version = ?", (short, version))
