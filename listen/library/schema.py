"""The database: its tables, version by version, and connections to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from listen.errors import LibraryError

NAME = "library.sqlite3"
WAIT_S = 30.0
"""How long one process waits for another's write."""

MIGRATIONS = (
    # 1: episodes. `data` is the rest of an Entry as JSON. `journal` names folders that a crash may have left.
    """
    CREATE TABLE episodes (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        guid TEXT NOT NULL UNIQUE,
        identity TEXT NOT NULL UNIQUE,
        version INTEGER NOT NULL,
        folder TEXT NOT NULL,
        previous TEXT NOT NULL DEFAULT '',
        added TEXT NOT NULL,
        updated TEXT NOT NULL,
        pub TEXT NOT NULL,
        heard TEXT,
        retired TEXT,
        data TEXT NOT NULL
    );
    CREATE INDEX announced ON episodes (pub, seq) WHERE retired IS NULL;
    CREATE INDEX changed ON episodes (updated) WHERE retired IS NULL;
    CREATE INDEX removed ON episodes (retired) WHERE retired IS NOT NULL;
    CREATE TABLE journal (folder TEXT PRIMARY KEY, noted TEXT NOT NULL);
    """,
    # 2: who may subscribe to a private feed.
    """
    CREATE TABLE shares (
        key TEXT PRIMARY KEY,
        secret TEXT NOT NULL,
        name TEXT NOT NULL UNIQUE,
        may_add INTEGER NOT NULL,
        created TEXT NOT NULL
    );
    """,
    # 3: feeds that are watched, and their items: done, given up, or to be tried again.
    """
    CREATE TABLE feeds (
        url TEXT PRIMARY KEY,
        title TEXT NOT NULL DEFAULT '',
        etag TEXT NOT NULL DEFAULT '',
        modified TEXT NOT NULL DEFAULT '',
        due TEXT NOT NULL DEFAULT '',
        failures INTEGER NOT NULL DEFAULT 0,
        error TEXT NOT NULL DEFAULT ''
    );
    CREATE TABLE items (
        feed TEXT NOT NULL REFERENCES feeds (url) ON DELETE CASCADE,
        key TEXT NOT NULL,
        data TEXT NOT NULL DEFAULT '',
        digest TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        due TEXT NOT NULL DEFAULT '',
        error TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (feed, key)
    );
    CREATE INDEX waiting ON items (state, due);
    """,
)


def prepare(path: Path) -> None:
    """Make the database, or bring an older version's up to date.

    Raises LibraryError for one that a newer version made, or that is none.
    """
    try:
        _migrate(path)
    except sqlite3.DatabaseError as error:
        raise LibraryError(f"{path} cannot be used ({error}): restore it from a copy") from error


def _migrate(path: Path) -> None:
    with _opened(path) as db:
        if _version(db) == len(MIGRATIONS):
            return
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("BEGIN IMMEDIATE")
        have = _version(db)
        if have > len(MIGRATIONS):
            raise LibraryError(
                f"{path.parent} was made by a newer listen (its version {have}, this one knows "
                f"{len(MIGRATIONS)}): update listen"
            )
        for script in MIGRATIONS[have:]:
            for statement in script.split(";"):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        db.execute("COMMIT")


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for questions."""
    with _opened(path) as db:
        yield db


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A transaction that is alone from its beginning; kept when the block ends, undone when it raises."""
    with _opened(path) as db:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    # isolation_level None: transactions begin and end where the code says so.
    try:
        connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
    except sqlite3.Error as error:
        raise LibraryError(f"{path} cannot be opened ({error}): check the folder's permissions") from error
    with closing(connection) as db:
        db.row_factory = sqlite3.Row
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        yield db


def _version(db: sqlite3.Connection) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version
