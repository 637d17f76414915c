"""The journal of folders: each is written down before it is made, and removed when no episode names it.

So whoever opens the library next knows what a crash left, and where to look for it.
"""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

from listen.library.database import schema
from listen.library.records import moment, now
from listen.storage import whole

_STALE = timedelta(days=1)


def note(db: sqlite3.Connection, folder: str) -> None:
    """Write down a folder (below the library's) that is about to be made, or that nobody needs any more."""
    db.execute("INSERT OR REPLACE INTO journal VALUES (?, ?)", (folder, now()))


def forget(db: sqlite3.Connection, *folders: str) -> None:
    """Strike folders out: they are gone, or an episode names them."""
    db.executemany("DELETE FROM journal WHERE folder = ?", [(folder,) for folder in folders])


def clear_away(database: Path, library: Path) -> None:
    """Remove folders of the library's folder that the journal names and no episode does."""
    with schema.reading(database) as db:
        if db.execute("SELECT 1 FROM journal LIMIT 1").fetchone() is None:
            return
    with schema.writing(database) as db:
        for row in db.execute("SELECT folder, noted FROM journal").fetchall():
            relative = row["folder"]
            part = relative.endswith(".part")
            stale = moment(row["noted"]) + _STALE < moment(now())
            folder = library / relative
            if part and not stale:
                continue  # perhaps being made just now
            if not _named(db, relative):
                # Final names are made and committed under the lock that is held here: nobody is at it.
                there = folder.exists()
                whole.remove_tree(folder)
                if not there and not stale:
                    continue
            forget(db, relative)


def _named(db: sqlite3.Connection, folder: str) -> bool:
    """Return whether an episode has its files in `folder` or below."""
    found = db.execute(
        "SELECT 1 FROM episodes WHERE retired IS NULL AND (folder = ?1 OR 'episodes/' || id = ?1) "
        "UNION ALL SELECT 1 FROM versions WHERE folder = ?1",
        (folder,),
    )
    return found.fetchone() is not None
