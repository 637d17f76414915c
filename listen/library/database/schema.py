"""The database: its tables, version by version, and connections to it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from listen.errors import LibraryError

NAME = "library.sqlite3"
WAIT_S = 30.0
SYNCHRONOUS = "FULL"
"""SQLite waits for the disk at each commit: what is kept outlives a power cut."""
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
    # 4: what waits to be narrated, who heard what how far, who is told of it; episodes that are held back on
    # purpose, put away, or in the bin; settings of watched feeds; what each token allows.
    """
    ALTER TABLE episodes ADD COLUMN not_before TEXT;
    ALTER TABLE episodes ADD COLUMN archived TEXT;
    ALTER TABLE episodes ADD COLUMN trashed TEXT;
    ALTER TABLE episodes ADD COLUMN show TEXT NOT NULL DEFAULT '';
    UPDATE episodes SET not_before = pub WHERE pub > added;
    ALTER TABLE shares ADD COLUMN scopes TEXT NOT NULL DEFAULT '';
    ALTER TABLE shares ADD COLUMN show TEXT NOT NULL DEFAULT '';
    ALTER TABLE feeds ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
    CREATE TABLE queue (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        owner TEXT NOT NULL,
        caller TEXT,
        state TEXT NOT NULL,
        request TEXT NOT NULL,
        body BLOB,
        title TEXT NOT NULL DEFAULT '',
        done INTEGER NOT NULL DEFAULT 0,
        total INTEGER NOT NULL DEFAULT 0,
        audio_ms INTEGER NOT NULL DEFAULT 0,
        what TEXT NOT NULL DEFAULT '',
        episode TEXT NOT NULL DEFAULT '',
        error TEXT NOT NULL DEFAULT '',
        notes TEXT NOT NULL DEFAULT '[]',
        attempts INTEGER NOT NULL DEFAULT 0,
        worker TEXT NOT NULL DEFAULT '',
        stopping INTEGER NOT NULL DEFAULT 0,
        due TEXT NOT NULL DEFAULT '',
        added TEXT NOT NULL,
        updated TEXT NOT NULL
    );
    CREATE UNIQUE INDEX callers ON queue (owner, caller) WHERE caller IS NOT NULL;
    CREATE INDEX queued ON queue (state, seq);
    CREATE INDEX made ON queue (episode) WHERE episode <> '';
    CREATE TABLE positions (
        who TEXT NOT NULL,
        episode TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        heard INTEGER NOT NULL DEFAULT 0,
        updated_ms INTEGER NOT NULL,
        PRIMARY KEY (who, episode)
    );
    CREATE TABLE listeners (
        who TEXT PRIMARY KEY,
        speed REAL NOT NULL DEFAULT 1,
        updated_ms INTEGER NOT NULL DEFAULT 0,
        playlist TEXT NOT NULL DEFAULT '[]'
    );
    CREATE TABLE webhooks (
        id TEXT PRIMARY KEY,
        owner TEXT NOT NULL,
        url TEXT NOT NULL,
        secret TEXT NOT NULL,
        events TEXT NOT NULL,
        created TEXT NOT NULL
    );
    CREATE TABLE deliveries (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        webhook TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
        body TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting',
        attempts INTEGER NOT NULL DEFAULT 0,
        due TEXT NOT NULL DEFAULT '',
        error TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX undelivered ON deliveries (state, due);
    """,
    # 5: what lists and counts ask, without reading every episode's JSON for it.
    """
    CREATE INDEX kept ON episodes (pub, seq, not_before, archived, heard, id, show, retired, trashed)
        WHERE retired IS NULL AND trashed IS NULL;
    """,
    # 6: every older version that is kept; so far there was one, in `previous` and in the JSON.
    """
    CREATE TABLE versions (
        episode TEXT NOT NULL REFERENCES episodes (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        folder TEXT NOT NULL UNIQUE,
        made TEXT NOT NULL,
        replaced TEXT NOT NULL,
        data TEXT NOT NULL,
        PRIMARY KEY (episode, version)
    );
    CREATE INDEX outlived ON versions (replaced);
    INSERT INTO versions SELECT id, version - 1, previous, added, updated, json_set(
            json_remove(data, '$.previous_files'), '$.files', json_extract(data, '$.previous_files'),
            '$.audio', json_extract(data, '$.previous_files[0].name')
        ) FROM episodes WHERE previous <> '' AND retired IS NULL;
    UPDATE episodes SET previous = '', data = json_remove(data, '$.previous_files') WHERE previous <> '';
    """,
    # 7: when an episode came back from the bin or changed its show: the feeds are others since then.
    """
    ALTER TABLE episodes ADD COLUMN moved TEXT;
    CREATE INDEX moves ON episodes (moved) WHERE moved IS NOT NULL;
    """,
)


def prepare(path: Path) -> None:
    """Make the database, or bring an older version's up to date.

    Raises LibraryError for one that a newer version made, that is none or another program's, and for an empty
    one beside episodes: taken for new, it would make the next build clear the published site away.
    """
    if not (path.exists() and path.stat().st_size) and _has_episodes(path.parent):
        raise LibraryError(
            f"{path} is empty or gone, but there are episodes beside it: restore it from a copy"
        )
    _migrate(path)
    _close_to_others(path)


def _has_episodes(folder: Path) -> bool:
    episodes = folder / "episodes"
    return episodes.is_dir() and any(not entry.name.startswith(".") for entry in episodes.iterdir())


def _migrate(path: Path) -> None:
    with _opened(path) as db:
        have = _version(db)
        if have > len(MIGRATIONS):
            raise LibraryError(
                f"{path.parent} was made by a newer listen (its version {have}, this one knows "
                f"{len(MIGRATIONS)}): update listen"
            )
        tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if bool(tables) != bool(have) or (tables and not {"episodes", "journal"} <= tables):
            raise LibraryError(
                f"{path} is no library of listen: move it away, or set LISTEN_HOME to another folder"
            )
        if have == len(MIGRATIONS):
            return
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("BEGIN IMMEDIATE")
        have = _version(db)  # another process may have been faster
        for script in MIGRATIONS[have:]:
            for statement in script.split(";"):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        db.execute("COMMIT")


def set_clock(path: Path, at: str, latest: str) -> None:
    """Bring back to `at` what a clock that was ahead dated after `latest`; it would stand first for years."""
    ahead = "(pub > ?1 AND not_before IS NULL AND retired IS NULL) OR (updated > ?1 AND retired IS NULL)"
    with reading(path) as db:
        if db.execute(f"SELECT 1 FROM episodes WHERE {ahead} LIMIT 1", (latest,)).fetchone() is None:
            return
    with writing(path) as db:
        db.execute(
            "UPDATE episodes SET pub = CASE WHEN not_before IS NULL THEN min(pub, ?2) ELSE pub END, "
            f"added = min(added, ?2), updated = min(updated, ?2) WHERE {ahead}",
            (latest, at),
        )


def _close_to_others(path: Path) -> None:
    """It holds tokens: nobody else on this machine may read it. Its log files take their rights from it."""
    if os.name == "nt":
        return
    for name in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        with contextlib.suppress(FileNotFoundError, PermissionError):  # another one's file is theirs to close
            if stat.S_IMODE(name.stat().st_mode) & 0o077:
                name.chmod(0o600)


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
        try:
            db.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
            db.execute("PRAGMA foreign_keys = ON")
            yield db
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise  # the caller's: a name that is taken, a bug
        except sqlite3.DatabaseError as error:
            raise _failure(path, error) from error


def _failure(path: Path, error: sqlite3.DatabaseError) -> LibraryError:
    """The line a user reads when SQLite cannot: what is wrong with disk or file, and what to do about it."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    advice = {
        sqlite3.SQLITE_FULL: "no space is left: free some, and try again",
        sqlite3.SQLITE_READONLY: "it may not be written: check the permissions of its folder",
        sqlite3.SQLITE_CANTOPEN: "it cannot be opened: check the permissions of its folder",
        sqlite3.SQLITE_PERM: "it cannot be opened: check the permissions of its folder",
        sqlite3.SQLITE_BUSY: "another listen is writing to it for long: try again",
        sqlite3.SQLITE_LOCKED: "another listen is writing to it for long: try again",
        sqlite3.SQLITE_IOERR: "the disk cannot be read or written: free some space, and check it",
        sqlite3.SQLITE_NOTADB: "it is damaged or no database: restore it from a copy",
        sqlite3.SQLITE_CORRUPT: "it is damaged: restore it from a copy",
    }
    return LibraryError(f"{path}: {advice.get(code, 'check the disk, and try again')} ({error})")


def _version(db: sqlite3.Connection) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version
