"""This module says where many files go: a folder, or storage that fsspec knows. A file is there whole or not
at all.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from listen.errors import OutputError
from listen.storage import folders, whole

T = TypeVar("T")
_CACHE_FOREVER = "public, max-age=31536000, immutable"
_CACHE_SHORTLY = "public, max-age=300"
TRIES = 5
"""How often storage is asked; it answers 503 when it is busy, and connections drop."""
FIRST_PAUSE_S = 0.5
"""Before the second time; each next pause is twice as long: 7.5 s in all, besides the client's own waits."""
ABANDONED_S = 24 * 3600
"""Age from which a passing file in storage is a dead build's: no lock there tells who is writing it, and no
upload of one file takes a day."""
PART_BYTES = 16 << 20
"""A larger object is uploaded in parts of this size."""
_FOR_GOOD = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENAMETOOLONG}
)
"""What does not get better by asking again."""
_NEVER = ("NoCredentialsError", "NoSuchBucket", "PartialCredentialsError", "ParamValidationError")


class Target(Protocol):
    """Somewhere to publish to; names have `/` between their parts. Every method raises OutputError."""

    def sizes(self, below: str = "", deep: bool = True) -> dict[str, int]:
        """Every file there, or in the folder `below`, and its bytes; names are whole.

        Without `deep`, those in the folder itself.
        """

    def folders(self) -> Iterator[str]:
        """The names of the folders there."""

    def read(self, name: str) -> bytes:
        """A file's content; empty if it is not there."""

    def put(self, name: str, source: Path | bytes, kind: str) -> None:
        """Write a file of the MIME type `kind`; whoever reads sees the old one or the new one."""

    def delete(self, name: str) -> None:
        """Remove a file."""


class Folder:
    """A folder on this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def sizes(self, below: str = "", deep: bool = True) -> dict[str, int]:
        found = {}
        for root, inner, names in os.walk(self._folder / below):
            for name in names:
                path = Path(root) / name
                # What another process has renamed or removed meanwhile, or a link to nowhere, is no file.
                with _refusals(name), contextlib.suppress(FileNotFoundError):
                    found[path.relative_to(self._folder).as_posix()] = path.stat().st_size
            if not deep:
                inner.clear()
        return found

    def folders(self) -> Iterator[str]:
        with _refusals(self._folder.name), os.scandir(self._folder) as found:
            yield from (entry.name for entry in found if entry.is_dir())

    def read(self, name: str) -> bytes:
        with _refusals(name), contextlib.suppress(FileNotFoundError):
            return (self._folder / name).read_bytes()
        return b""

    def put(self, name: str, source: Path | bytes, kind: str) -> None:
        path = self._folder / name
        with _refusals(name, source), whole.writing(path) as file:
            if isinstance(source, bytes):
                file.write(source)
            else:
                with source.open("rb") as given:
                    shutil.copyfileobj(given, file, 1 << 20)

    def delete(self, name: str) -> None:
        path = self._folder / name
        with _refusals(name):
            if path.name.startswith(".") and path.suffix == ".part":
                whole.remove_abandoned(path)  # another build may be writing it
            else:
                path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # a folder goes with its last file
            for parent in path.relative_to(self._folder).parents[:-1]:
                (self._folder / parent).rmdir()


class Storage:
    """Any storage that fsspec knows: s3://, gs://, az://, sftp://, file://, memory://."""

    ATOMIC = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "memory"})
    """Where an object appears when it is whole; elsewhere it is written under a passing name and renamed."""

    def __init__(self, url: str, pause: Callable[[float], None] = time.sleep) -> None:
        try:
            import fsspec
        except ImportError as error:
            raise OutputError(f"{url} needs fsspec: pip install 'listen-to-story[storage]'") from error
        self._protocol, self._pause = url.split("://")[0], pause
        try:
            self._fs, self._root = fsspec.core.url_to_fs(url)
        except (ImportError, ValueError) as error:
            raise OutputError(f"{url}: {error}") from error
        self._root = self._root.rstrip("/")

    def sizes(self, below: str = "", deep: bool = True) -> dict[str, int]:
        place = f"{self._root}/{below}".rstrip("/")

        def listed() -> dict[str, Any]:
            self._fs.invalidate_cache()
            try:
                return dict(self._fs.find(place, maxdepth=None if deep else 1, detail=True))
            except FileNotFoundError:
                return {}

        found = self._persist(place, listed)
        return {name[len(self._root) :].lstrip("/"): int(info["size"] or 0) for name, info in found.items()}

    def folders(self) -> Iterator[str]:
        def listed() -> list[str]:
            self._fs.invalidate_cache()
            try:
                found = self._fs.ls(self._root, detail=True)
            except FileNotFoundError:
                return []
            return [str(info["name"]) for info in found if info["type"] == "directory"]

        yield from (name.rstrip("/").rsplit("/", 1)[-1] for name in self._persist(self._root, listed))

    def read(self, name: str) -> bytes:
        def content() -> bytes:
            try:
                return bytes(self._fs.cat_file(f"{self._root}/{name}"))
            except FileNotFoundError:
                return b""

        return self._persist(name, content)

    def put(self, name: str, source: Path | bytes, kind: str) -> None:
        final = f"{self._root}/{name}"
        folder = final.rsplit("/", 1)[0]

        def written() -> None:
            if self._protocol in self.ATOMIC:
                self._write(final, source, kind)
                self._check(final, source)
                return
            self._fs.makedirs(folder, exist_ok=True)
            part = f"{folder}/.{secrets.token_hex(6)}.part"
            try:
                self._write(part, source, kind)
                self._check(part, source)
                self._fs.mv(part, final)
            except BaseException:
                with contextlib.suppress(Exception):
                    self._fs.rm_file(part)
                raise

        self._persist(name, written, source)

    def delete(self, name: str) -> None:
        path = f"{self._root}/{name}"
        passing = name.rsplit("/", 1)[-1].startswith(".") and name.endswith(".part")

        def gone() -> None:
            with contextlib.suppress(FileNotFoundError):
                if not passing or self._is_abandoned(path):
                    self._fs.rm_file(path)

        self._persist(name, gone)

    def _is_abandoned(self, path: str) -> bool:
        """Return whether a passing file is so old that nobody writes it; storage that does not say: no."""
        changed = self._fs.info(path).get("mtime")
        if isinstance(changed, datetime):
            changed = (changed if changed.tzinfo else changed.replace(tzinfo=UTC)).timestamp()
        return isinstance(changed, (int, float)) and time.time() - changed > ABANDONED_S

    def _persist(self, name: str, do: Callable[[], T], source: Path | bytes = b"") -> T:
        """Ask again when storage is busy or the connection drops, but not after a refusal for good."""
        left, pause = TRIES, FIRST_PAUSE_S
        with _refusals(name, source):
            while True:
                left -= 1
                try:
                    return do()
                except Exception as error:  # each storage's client has errors of its own
                    if not left or _is_for_good(error):
                        raise
                self._pause(pause)
                pause *= 2

    def _write(self, path: str, source: Path | bytes, kind: str) -> None:
        how = self._headers(kind)
        if isinstance(source, bytes):
            self._fs.pipe_file(path, source, **how)
        elif self._protocol in ("s3", "s3a"):
            self._fs.put_file(str(source), path, chunksize=PART_BYTES, **how)
        else:
            self._fs.put_file(str(source), path, **how)

    def _check(self, path: str, source: Path | bytes) -> None:
        """See that storage has what it was given, by the checksum that it made itself, where it tells one.

        Raises OSError, which is tried again.
        """
        self._fs.invalidate_cache()
        info = self._fs.info(path)
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        if info["size"] != size:
            raise OSError(errno.EIO, f"{info['size']} bytes of {size} arrived")
        tag = str(info.get("ETag") or "").strip('"').lower()
        if not tag or tag in _md5(source):
            return
        # An encrypted object's tag is no checksum of its content: then it is read.
        if hashlib.sha256(self._fs.cat_file(path)).digest() != _sha256(source):
            raise OSError(errno.EIO, "something else arrived")

    def _headers(self, kind: str) -> dict[str, Any]:
        changing = kind in ("application/rss+xml", "text/x-opml", "text/html")
        keep = _CACHE_SHORTLY if changing else _CACHE_FOREVER
        if self._protocol in ("s3", "s3a"):
            return {"ContentType": kind, "CacheControl": keep}
        if self._protocol in ("gs", "gcs"):
            return {"content_type": kind, "fixed_key_metadata": {"cache_control": keep}}
        return {}


def _blocks(source: Path | bytes, size: int) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield from (source[at : at + size] for at in range(0, max(len(source), 1), size))
        return
    with source.open("rb") as file:
        yield file.read(size)  # one block at least, be it empty
        while block := file.read(size):
            yield block


def _md5(source: Path | bytes) -> tuple[str, str]:
    """S3's tag of an object uploaded at once, and of one uploaded in parts."""
    whole, parts, count = hashlib.md5(usedforsecurity=False), hashlib.md5(usedforsecurity=False), 0
    for block in _blocks(source, PART_BYTES):
        whole.update(block)
        parts.update(hashlib.md5(block, usedforsecurity=False).digest())
        count += 1
    return whole.hexdigest(), f"{parts.hexdigest()}-{count}"


def _sha256(source: Path | bytes) -> bytes:
    digest = hashlib.sha256()
    for block in _blocks(source, PART_BYTES):
        digest.update(block)
    return digest.digest()


def _is_for_good(error: Exception) -> bool:
    named = {kind.__name__ for kind in type(error).__mro__}
    return (
        isinstance(error, (PermissionError, FileNotFoundError, OutputError))
        or (isinstance(error, OSError) and error.errno in _FOR_GOOD)
        or bool(named & set(_NEVER))
    )


@contextlib.contextmanager
def _refusals(name: str, source: Path | bytes = b"") -> Iterator[None]:
    """Return what goes wrong becomes an OutputError; that a file to be put is not there stays
    FileNotFoundError.
    """
    try:
        yield
    except OutputError:
        raise
    except FileNotFoundError as error:
        if isinstance(source, Path) and not source.exists():
            raise
        raise OutputError(f"the storage has no place for {name} ({error}): check its address") from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise OutputError(f"no space left for {name}: free some, or give another place") from error
        raise OutputError(
            f"the storage refuses {name} ({error}): check its address and your rights"
        ) from error
    except Exception as error:
        raise OutputError(
            f"the storage fails at {name} ({type(error).__name__}: {error}): check its address, try again"
        ) from error


def target(place: str) -> Target:
    """A folder, or storage when `place` has a scheme. Raises OutputError."""
    if "://" in place:
        return Storage(place)
    try:
        return Folder(folders.user_path(place))
    except OSError as error:
        raise OutputError(f"{place} cannot be made ({error.strerror}): give another folder") from error
