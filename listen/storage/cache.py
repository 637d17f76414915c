"""Rendered passages, kept on disk by what they were made from.

One file a run: a header line of JSON (spans, counts, digest), then the frames. Files are written beside
their name and renamed, and checked when read: a damaged one is thrown away and made again. Several processes
may share the folder. When it grows past its limit, what was not used for longest goes first.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from listen.model import Run, Span
from listen.storage import folders, whole

LIMIT_BYTES = 2 << 30
"""Default size limit: about fifty-five hours of speech at 80 kbit/s."""
TRIM_TO = 0.8
"""A cache over its limit is cut to this share of it, so that it is not trimmed at every entry."""

HALF_WRITTEN_S = 3600
"""An entry still half written after this time, seconds, never will be whole."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Holds what the cache takes."""

    folder: Path
    entries: int
    size: int
    """Bytes."""


class DiskCache:
    """Runs by key in a folder. A cache that cannot be written is no error: it only costs time."""

    def __init__(
        self, folder: Path, limit: int = LIMIT_BYTES, note: Callable[[str], None] = lambda _: None
    ) -> None:
        self._folder, self._limit, self._note = folder, limit, note
        self._size: int | None = None

    def has(self, key: str) -> bool:
        """Return whether there is an entry, without a look inside."""
        return self._path(key).exists()

    def get(self, key: str) -> Run | None:
        """The run kept under `key`, or None; a damaged entry is noted, removed and not returned."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        try:
            run = _unpack(data)
        except (ValueError, KeyError, TypeError, IndexError):
            self._note(f"a damaged cache entry is made again ({path.name[:12]}…)")
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # used just now
        return run

    def put(self, key: str, run: Run) -> None:
        """Keep `run` under `key`."""
        path, data = self._path(key), _pack(run)
        try:
            whole.write(path, data, durable=False)  # a damaged entry is seen, and made again
        except OSError as error:
            self._note(f"the cache in {self._folder} cannot be written: {error.strerror}")
            return
        self._grown(len(data))

    def usage(self) -> Usage:
        """Return how many entries and bytes there are."""
        sizes = [size for _, _, size in self._entries()]
        return Usage(self._folder, len(sizes), sum(sizes))

    def clear(self) -> Usage:
        """Remove every entry; returns what there was."""
        usage = self.usage()
        for path in self._folder.glob("??/*"):
            with contextlib.suppress(OSError):
                path.unlink()
        return usage

    def discard(self, keys: Iterable[str]) -> None:
        """Remove the entries of these keys, where there are any."""
        for key in keys:
            with contextlib.suppress(FileNotFoundError):
                self._path(key).unlink()

    def _grown(self, size: int) -> None:
        self._size = self._guess() if self._size is None else self._size + size
        if self._size <= self._limit:
            return
        entries = sorted(self._entries())  # others may have added and removed some
        self._size = sum(size for _, _, size in entries)
        if self._size <= self._limit:
            return
        for _, path, entry in entries:
            if self._size <= self._limit * TRIM_TO:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                self._size -= entry

    def _guess(self) -> int:
        """Bytes of all entries, from one of sixteen: keys are spread evenly, and there may be many."""
        return 16 * sum(size for _, _, size in self._entries("?0/*"))

    def _entries(self, pattern: str = "??/*") -> Iterator[tuple[float, Path, int]]:
        """Time of last use, path and size of every entry; what a killed run left half written is removed."""
        for path in self._folder.glob(pattern):
            with contextlib.suppress(OSError):
                stat = path.stat()
                if path.suffix != ".part":
                    yield stat.st_mtime, path, stat.st_size
                elif time.time() - stat.st_mtime > HALF_WRITTEN_S:
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


def of_runs(note: Callable[[str], None] = lambda _: None) -> DiskCache:
    """The cache of rendered passages in the user's cache folder."""
    return DiskCache(folders.cache_dir() / "runs", note=note)


def _pack(run: Run) -> bytes:
    head = {
        "count": run.count,
        "length": run.length,
        "spans": [[s.start, s.end, [list(w) for w in s.words], *_remarks(s)] for s in run.spans],
    }
    body = json.dumps(head, separators=(",", ":")).encode() + b"\n" + run.frames
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def _remarks(span: Span) -> list[str]:
    """Return what is not as it should be with a sentence; nothing where all is."""
    return [span.doubt, span.voice] if span.doubt or span.voice else []


def _unpack(data: bytes) -> Run:
    begin = data.find(b"\n") + 1
    if hashlib.sha256(memoryview(data)[begin:]).hexdigest().encode() != data[: begin - 1]:
        raise ValueError("digest")
    end = data.index(b"\n", begin)
    head, frames = json.loads(data[begin:end]), data[end + 1 :]
    spans = tuple(Span(a, b, tuple((x, y) for x, y in words), *rest) for a, b, words, *rest in head["spans"])
    return Run(frames, head["count"], head["length"], spans)
