"""The library: keep, find, list, remove."""

from __future__ import annotations

import copy
import secrets
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from listen.errors import LibraryError, RetiredError
from listen.library import identity, show, versions
from listen.library.database import journal, schema
from listen.library.database.rows import entry_of, put
from listen.library.records import Draft, Entry, Item, Location, later, now
from listen.library.show import SHOWS, Show, show_name
from listen.storage import folders, whole

_KEPT = "retired IS NULL AND trashed IS NULL"
_AHEAD_HOURS = 1
"""A moment so far in the future was written by a clock that was wrong."""


class Library:
    """One library's folder. Every method may be called from any thread and any process."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the library in `folder` (the user's own by default); make it if there is none.

        Raises LibraryError when it cannot be opened.
        """
        self.folder = folder or folders.library_dir()
        self._db = self.folder / schema.NAME
        try:
            if not self.folder.exists():
                self.folder.mkdir(mode=0o700, parents=True)  # what one listens to is nobody else's business
            (self.folder / "episodes").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"the library {self.folder} cannot be made ({error.strerror}): "
                "set LISTEN_HOME to a folder that can"
            ) from error
        self.only = ""
        """The show whose episodes are seen; empty: every episode is."""
        self._of: dict[str, Library] = {}
        schema.prepare(self._db)
        self._clear_away()
        schema.set_clock(self._db, now(), later(now(), hours=_AHEAD_HOURS))

    @property
    def database(self) -> Path:
        """Its file."""
        return self._db

    # -- the show ---------------------------------------------------------------------------------------

    def of(self, name: str) -> Library:
        """Return the library as far as it is one show's: it finds no other episodes and describes that show.
        The empty name gives the whole. Raises LibraryError for what cannot be a show's name.
        """
        if name == self.only:
            return self
        if name not in self._of:
            view = copy.copy(self)
            view.only = name and show_name(name)
            self._of[name] = view
        return self._of[name]

    @property
    def described(self) -> Path:
        """The folder of the show's description and cover."""
        return self.folder / SHOWS / self.only if self.only else self.folder

    @property
    def show(self) -> Show:
        """Return what the feed says of the whole."""
        return show.load(self.described)

    def save_show(self, value: Show) -> None:
        """Keep the show's description."""
        self.described.mkdir(parents=True, exist_ok=True)
        show.save(self.described, value)

    @property
    def _kept(self) -> str:
        # The name is one by `show_name`: letters, digits and hyphens.
        return f"{_KEPT} AND show = '{self.only}'" if self.only else _KEPT

    @property
    def _visible(self) -> str:
        # Announced: only what somebody held back on purpose is hidden, never what a wrong clock dated ahead.
        return f"{self._kept} AND (not_before IS NULL OR not_before <= ?)"

    # -- questions --------------------------------------------------------------------------------------

    def find(self, key: str) -> Entry | None:
        """The episode of an identity, unless there is none. Raises RetiredError when it was removed."""
        with schema.reading(self._db) as db:
            row = db.execute("SELECT * FROM episodes WHERE identity = ?", (key,)).fetchone()
        if row is None:
            return None
        if row["retired"] or row["trashed"]:
            raise _removed(row)
        return entry_of(row)

    def entry(self, short: str) -> Entry:
        """The episode whose id is, or begins with, `short`. Raises LibraryError if not exactly one does."""
        if not short or not short.isalnum():
            raise LibraryError(f"{short!r} is no episode's id: listen ls shows them")
        with schema.reading(self._db) as db:
            rows = db.execute(
                f"SELECT * FROM episodes WHERE id >= ? AND id < ? AND {self._kept} LIMIT 2",
                (short.lower(), short.lower() + "g"),
            ).fetchall()
        if not rows:
            raise LibraryError(f"there is no episode {short}: listen ls shows them")
        if len(rows) > 1:
            raise LibraryError(f"{short} begins more than one episode's id: give more of it")
        return entry_of(rows[0])

    def identity_of(self, short: str) -> str:
        """Return what makes an episode's article the same one. Raises LibraryError when it is not there."""
        with schema.reading(self._db) as db:
            row = db.execute("SELECT identity FROM episodes WHERE id = ?", (short,)).fetchone()
        if row is None:
            raise LibraryError(f"there is no episode {short}")
        return str(row["identity"])

    def held_entry(self, short: str) -> Entry:
        """Return an episode as `entry` does, also from the bin."""
        with schema.reading(self._db) as db:
            row = db.execute(
                "SELECT * FROM episodes WHERE id = ?1 AND trashed IS NOT NULL AND retired IS NULL "
                "AND (?2 = '' OR show = ?2)",
                (short, self.only),
            ).fetchone()
        return entry_of(row) if row is not None else self.entry(short)

    def entries(
        self, offset: int = 0, limit: int = -1, at: str | None = None, oldest_first: bool = False
    ) -> list[Entry]:
        """Announced episodes, newest first, as of `at` (now). An `at` of `9999` shows those held back too."""
        order = "ASC" if oldest_first else "DESC"
        with schema.reading(self._db) as db:
            rows = db.execute(
                f"SELECT * FROM episodes WHERE {self._visible} "
                f"ORDER BY pub {order}, seq {order} LIMIT ? OFFSET ?",
                (at or now(), limit, offset),
            ).fetchall()
        return [entry_of(row) for row in rows]

    def count(self, at: str | None = None) -> int:
        """Return how many `entries` there are."""
        with schema.reading(self._db) as db:
            count: int = db.execute(
                f"SELECT count(*) FROM episodes WHERE {self._visible}", (at or now(),)
            ).fetchone()[0]
        return count

    def changed(self, at: str | None = None) -> str:
        """Return when anything announced last changed; the epoch for an empty library."""
        when = at or now()
        with schema.reading(self._db) as db:
            newest = db.execute(f"SELECT max(pub) FROM episodes WHERE {self._visible}", (when,)).fetchone()[0]
            updated = db.execute(
                "SELECT max(updated) FROM episodes WHERE retired IS NULL AND updated <= ?", (when,)
            ).fetchone()[0]
            removed = db.execute("SELECT max(retired) FROM episodes WHERE retired IS NOT NULL").fetchone()[0]
            binned = db.execute("SELECT max(trashed) FROM episodes WHERE trashed IS NOT NULL").fetchone()[0]
            moved = db.execute("SELECT max(moved) FROM episodes WHERE moved IS NOT NULL").fetchone()[0]
        found = max(newest or "", updated or "", removed or "", binned or "", moved or "")
        return found or "1970-01-01T00:00:00Z"

    def locate(self, short: str, name: str, at: str | None = None) -> Location | None:
        """A public file by its episode's id and its name, of any version that is kept; None for one that is
        not there, or not in the library: libraries are copied, also from others. `at` is as in `entries`."""
        with schema.reading(self._db) as db:
            row = db.execute(
                f"SELECT * FROM episodes WHERE id = ? AND {self._visible}", (short, at or now())
            ).fetchone()
            if row is None:
                return None
            found = _file_of(entry_of(row), name)
            if found is None and (older := versions.row_with(db, short, name)) is not None:
                found = _file_of(entry_of(older), name)
        if found is None:
            return None
        entry, item = found
        place = Location(self.folder / entry.folder / name, item, entry)
        return place if self.holds(place.path) else None

    def holds(self, path: Path) -> bool:
        """Return whether a file really is in the library's folder, links followed."""
        return path.resolve().is_relative_to(self.folder.resolve())

    def older(self, short: str) -> list[Entry]:
        """An episode's versions before the present one, the newest first."""
        with schema.reading(self._db) as db:
            return [entry_of(row) for row in versions.of_episode(db, short)]

    def replaced(self, since: str = "") -> list[Entry]:
        """Older versions that were replaced after `since`, the oldest first."""
        with schema.reading(self._db) as db:
            return [entry_of(row) for row in versions.of_all(db, self._kept, since)]

    def path(self, entry: Entry, name: str) -> Path:
        """Return where one of an episode's files is."""
        return self.folder / entry.folder / name

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the database open meanwhile: else SQLite clears its log away after every single question."""
        with schema.reading(self._db) as db:
            db.execute("SELECT 1 FROM episodes LIMIT 1").fetchone()
            yield

    # -- changes ----------------------------------------------------------------------------------------

    @contextmanager
    def staging(self) -> Iterator[Path]:
        """A folder to make an episode in; gone afterwards, unless `keep` took it."""
        folder = self.folder / "episodes" / f".{secrets.token_hex(6)}.part"
        self._note(folder)
        folder.mkdir()
        try:
            yield folder
        finally:
            if folder.exists():  # nobody kept it
                whole.remove_tree(folder)
                self._forget(folder)

    def keep(self, staged: Path, draft: Draft, again: bool = False) -> Entry:
        """Take a made episode in. When this returns, it survives whatever happens.

        `again` brings a removed one back. Raises LibraryError if another version came in between,
        RetiredError if it was removed.
        """
        short = identity.short(draft.guid)
        label = f"{draft.version}-{draft.audio.removesuffix('.mp3').rsplit('-', 1)[-1]}"
        home = self.folder / "episodes" / short
        final = home / label
        whole.sync_tree(staged)
        self._note(final)
        with schema.writing(self._db) as db:
            row = db.execute("SELECT * FROM episodes WHERE identity = ?", (draft.identity,)).fetchone()
            if row and (row["retired"] or row["trashed"]) and not again:
                raise _removed(row)
            if row and not row["retired"] and row["version"] >= draft.version:
                present = entry_of(row)
                if present.digest == draft.digest:
                    return present  # somebody else made it meanwhile
                raise LibraryError(f"“{draft.title}” was changed by another listen meanwhile: add it again")
            home.mkdir(exist_ok=True)
            whole.remove_tree(final)  # of a process that died before it could say so: nobody was told of it
            staged.rename(final)
            whole.sync_folder(home)
            whole.sync_folder(home.parent)
            entry = put(db, row, draft, short, self._relative(final))
            journal.forget(db, self._relative(final), self._relative(staged))
        return entry

    def retire(self, short: str) -> Entry:
        """Remove an episode and its files; its GUID is never used for another. Returns what it was."""
        entry = self.held_entry(short)
        with schema.writing(self._db) as db:
            # Taken out and written anew, which packs it beside others like it: shrunk where it stands, each
            # would keep half a page of the database for good.
            row = db.execute("SELECT * FROM episodes WHERE id = ?", (entry.id,)).fetchone()
            db.execute("DELETE FROM episodes WHERE id = ?", (entry.id,))
            names = ("id", "guid", "identity", "version", "added", "updated", "pub", "show")
            db.execute(
                f"INSERT INTO episodes ({', '.join(names)}, folder, data, retired) "
                f"VALUES ({', '.join('?' * len(names))}, '', '{{}}', ?)",
                (*(row[name] for name in names), now()),
            )
            db.execute("DELETE FROM positions WHERE episode = ?", (entry.id,))
            journal.note(db, f"episodes/{entry.id}")
        self._clear_away()
        return entry

    def drop(self, older: Sequence[Entry]) -> None:
        """Remove older versions and their files."""
        with schema.writing(self._db) as db:
            for entry in older:
                versions.forget(db, entry.id, entry.version)
                journal.note(db, entry.folder)
        if older:
            self._clear_away()

    def next_version(self, key: str) -> int:
        """The number of an identity's next version, retired ones counted."""
        with schema.reading(self._db) as db:
            row = db.execute("SELECT version FROM episodes WHERE identity = ?", (key,)).fetchone()
        return 1 if row is None else row["version"] + 1

    def mark(self, short: str, heard: bool) -> Entry:
        """Note that an episode was heard by its owner, or was not."""
        entry = self.entry(short)
        value = now() if heard else None
        with schema.writing(self._db) as db:
            db.execute("UPDATE episodes SET heard = ? WHERE id = ?", (value, entry.id))
            db.execute(
                "UPDATE positions SET heard = ?, updated_ms = ? WHERE who = 'owner' AND episode = ?",
                (heard, int(time.time() * 1000), entry.id),
            )
        return replace(entry, heard=value)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The database, for the library's other tables."""
        with schema.reading(self._db) as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The database for changes to those tables, in one transaction."""
        with schema.writing(self._db) as db:
            yield db

    # -- what a crash left --------------------------------------------------------------------------------

    def _note(self, folder: Path) -> None:
        with schema.writing(self._db) as db:
            journal.note(db, self._relative(folder))

    def _forget(self, folder: Path) -> None:
        with schema.writing(self._db) as db:
            journal.forget(db, self._relative(folder))

    def _clear_away(self) -> None:
        journal.clear_away(self._db, self.folder)

    def _relative(self, folder: Path) -> str:
        return folder.relative_to(self.folder).as_posix()


def _removed(row: sqlite3.Row) -> RetiredError:
    return RetiredError(
        f"it was removed on {(row['retired'] or row['trashed'])[:10]} and its GUID is retired: listen add "
        f"--again brings it back"
    )


def _file_of(entry: Entry, name: str) -> tuple[Entry, Item] | None:
    return next(((entry, item) for item in entry.files if item.name == name), None)
