"""Where a site goes: a folder, or storage that fsspec knows. A file is there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from listen.errors import FeedError
from listen.library import files

_CACHE_FOREVER = "public, max-age=31536000, immutable"
_CACHE_SHORTLY = "public, max-age=300"


class Target(Protocol):
    """Somewhere to publish to; names have `/` between their parts."""

    def sizes(self) -> dict[str, int]:
        """Every file there and its bytes."""

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

    def sizes(self) -> dict[str, int]:
        found = {}
        for root, _, names in os.walk(self._folder):
            for name in names:
                path = Path(root) / name
                found[path.relative_to(self._folder).as_posix()] = path.stat().st_size
        return found

    def read(self, name: str) -> bytes:
        with contextlib.suppress(FileNotFoundError):
            return (self._folder / name).read_bytes()
        return b""

    def put(self, name: str, source: Path | bytes, kind: str) -> None:
        path = self._folder / name
        if isinstance(source, bytes):
            files.write(path, source)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{secrets.token_hex(6)}.part")
        try:
            shutil.copyfile(source, part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)

    def delete(self, name: str) -> None:
        path = self._folder / name
        path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # a folder goes with its last file
            for parent in path.relative_to(self._folder).parents[:-1]:
                (self._folder / parent).rmdir()


class Storage:
    """Any storage that fsspec knows: s3://, gs://, az://, sftp://, file://, memory://."""

    ATOMIC = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "memory"})
    """Where an object appears when it is whole; elsewhere it is written under a passing name and renamed."""

    def __init__(self, url: str) -> None:
        try:
            import fsspec
        except ImportError as error:
            raise FeedError("--dest needs fsspec: pip install 'listen-to-story[storage]'") from error
        self._protocol = url.split("://")[0]
        try:
            self._fs, self._root = fsspec.core.url_to_fs(url)
        except (ImportError, ValueError) as error:
            raise FeedError(f"{url}: {error}") from error
        self._root = self._root.rstrip("/")

    def sizes(self) -> dict[str, int]:
        with _storage_errors(self._root):
            if not self._fs.exists(self._root):
                return {}
            self._fs.invalidate_cache()
            found = self._fs.find(self._root, detail=True)
        return {name[len(self._root) :].lstrip("/"): int(info["size"] or 0) for name, info in found.items()}

    def read(self, name: str) -> bytes:
        with _storage_errors(name):
            try:
                return bytes(self._fs.cat_file(f"{self._root}/{name}"))
            except FileNotFoundError:
                return b""

    def put(self, name: str, source: Path | bytes, kind: str) -> None:
        final = f"{self._root}/{name}"
        folder = final.rsplit("/", 1)[0]
        with _storage_errors(name):
            if self._protocol in self.ATOMIC:
                self._write(final, source, kind)
                return
            self._fs.makedirs(folder, exist_ok=True)
            part = f"{folder}/.{secrets.token_hex(6)}.part"
            self._write(part, source, kind)
            self._fs.mv(part, final)

    def delete(self, name: str) -> None:
        with _storage_errors(name), contextlib.suppress(FileNotFoundError):
            self._fs.rm_file(f"{self._root}/{name}")

    def _write(self, path: str, source: Path | bytes, kind: str) -> None:
        how = self._headers(kind)
        if isinstance(source, bytes):
            self._fs.pipe_file(path, source, **how)
        else:
            self._fs.put_file(str(source), path, **how)

    def _headers(self, kind: str) -> dict[str, Any]:
        changing = kind in ("application/rss+xml", "text/x-opml", "text/html")
        keep = _CACHE_SHORTLY if changing else _CACHE_FOREVER
        if self._protocol in ("s3", "s3a"):
            return {"ContentType": kind, "CacheControl": keep}
        if self._protocol in ("gs", "gcs"):
            return {"content_type": kind, "fixed_key_metadata": {"cache_control": keep}}
        return {}


@contextlib.contextmanager
def _storage_errors(name: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        raise FeedError(f"the storage refuses {name} ({error}): check its address and your rights") from error


def target(place: str) -> Target:
    """A folder, or storage when `place` has a scheme."""
    if "://" in place:
        return Storage(place)
    try:
        return Folder(Path(place).expanduser())
    except OSError as error:
        raise FeedError(f"{place} cannot be made ({error.strerror}): give another folder") from error
