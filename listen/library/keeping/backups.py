"""A library copied into one file while it is used, and brought back.

The database is copied as of one moment (SQLite's own backup); an episode's files never change under their
names, so they can be read at leisure. What is removed meanwhile is left out, with a line that says so.
"""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from listen.errors import LibraryError, OutputError
from listen.library.database import schema
from listen.library.keeping import configuration
from listen.library.records import now
from listen.library.show import SHOWS
from listen.library.store import Library
from listen.storage import folders, whole

LIBRARY, CONFIG = "library", "config"


@dataclass(frozen=True, slots=True)
class Copied:
    """Holds what a backup holds, or a restore brought back."""

    episodes: int
    bytes: int


def backup(
    library: Library, target: Path, force: bool = False, say: Callable[[str], None] = lambda _: None
) -> Copied:
    """Write the library and the settings into `target`, a `.tar`. It is there whole or not at all.

    Raises OutputError when it cannot be written, is there already, or its folder is not.
    """
    if target.exists() and not force:
        raise OutputError(f"{target} exists: give another name, or --force to replace it")
    if not target.parent.is_dir():
        raise OutputError(f"there is no folder {target.parent}: make it first, or give another name")
    try:
        with tempfile.TemporaryDirectory(prefix="listen-") as scratch:
            copy = Path(scratch) / schema.NAME
            _copy_database(library.database, copy)
            with (
                whole.writing(target, private=True) as stream,  # tokens are in it
                tarfile.open(fileobj=stream, mode="w") as archive,
            ):
                count = _add_episodes(archive, library, copy, say)
                archive.add(copy, f"{LIBRARY}/{schema.NAME}")
                _add_rest(archive, library)
    except OSError as error:
        raise OutputError(f"{target} cannot be written ({error.strerror}): give another place") from error
    return Copied(count, target.stat().st_size)


def _copy_database(source: Path, target: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(source)) as db,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        db.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def _add_episodes(archive: tarfile.TarFile, library: Library, copy: Path, say: Callable[[str], None]) -> int:
    """Put every episode's files in, and take out of the copied database what has none any more: a library
    that names files which are not there is refused when it comes back."""
    count = 0
    with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as db:
        rows = db.execute(
            "SELECT id, folder, 1 AS present FROM episodes WHERE retired IS NULL "
            "UNION ALL SELECT episode, folder, 0 FROM versions"
        ).fetchall()
        for short, folder, present in rows:
            try:
                archive.add(library.folder / folder, f"{LIBRARY}/{folder}")
                count += present
            except FileNotFoundError:
                say(f"{short} was changed or removed meanwhile: its files are not in the backup")
                db.execute(
                    "DELETE FROM versions WHERE folder = ?1 OR (episode = ?2 AND ?3)",
                    (folder, short, present),
                )
                db.execute(
                    "UPDATE episodes SET retired = ?, folder = '', data = '{}' WHERE id = ? AND ?",
                    (now(), short, present),
                )
    return count


def _add_rest(archive: tarfile.TarFile, library: Library) -> None:
    for path in (*sorted(library.folder.iterdir()), *sorted((library.folder / SHOWS).glob("*/*"))):
        if path.is_file() and not path.name.startswith((schema.NAME, ".")):
            archive.add(path, f"{LIBRARY}/{path.relative_to(library.folder).as_posix()}")
    for name in (configuration.NAME, "lexicon.tsv", "lexicon.pls"):
        if (path := folders.config_dir() / name).is_file():
            archive.add(path, f"{CONFIG}/{name}")


def restore(source: Path, folder: Path | None = None, force: bool = False) -> Copied:
    """Bring a backup back as the library. The one that is there is put aside first, with `force` only.

    Raises LibraryError for a file that is no backup, or for a library that is in the way.
    """
    target = folder or folders.library_dir()
    fresh = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    if target.exists() and any(target.iterdir()) and not force:
        raise LibraryError(f"{target} holds a library already: --force puts it aside first")
    try:
        fresh.mkdir(mode=0o700, parents=True)
        try:
            with tarfile.open(source, "r:") as archive:
                for member in archive:
                    _extract(archive, member, fresh)
        except (OSError, tarfile.TarError) as error:
            raise LibraryError(f"{source} is no backup that can be read ({error}): give another") from error
        inner = fresh / LIBRARY
        if not (inner / schema.NAME).is_file():
            raise LibraryError(f"{source} holds no library: give a file that listen backup wrote")
        restored = Library(inner)
        count = restored.count("9999")
        _check(restored, source)
        if target.exists():
            aside = target.with_name(f"{target.name}.before-{secrets.token_hex(3)}")
            target.rename(aside)
        inner.rename(target)
        _put_settings(fresh / CONFIG)
    finally:
        whole.remove_tree(fresh)
    return Copied(count, source.stat().st_size)


def _extract(archive: tarfile.TarFile, member: tarfile.TarInfo, fresh: Path) -> None:
    """Plain files and folders below the two names only: a tar can hold anything."""
    head = member.name.split("/", 1)[0]
    if head in (LIBRARY, CONFIG) and (member.isfile() or member.isdir()):
        archive.extract(member, fresh, filter="data")


def _check(library: Library, source: Path) -> None:
    """Return whether every episode's files are there, as long as they should be."""
    for entry in library.entries(at="9999"):
        for item in entry.files:
            path = library.path(entry, item.name)
            if not path.is_file() or path.stat().st_size != item.size:
                raise LibraryError(f"{source} is damaged: {entry.title} ({item.name}) is not whole")


def _put_settings(kept: Path) -> None:
    """Settings come back where there are none now."""
    if not kept.is_dir():
        return
    for path in kept.iterdir():
        target = folders.config_dir() / path.name
        if not target.exists():
            whole.write(target, path.read_bytes(), private=True)
