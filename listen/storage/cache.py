"""Rendered passages, and the words of paragraphs, kept on disk by what they were made from.

One file a run: a checksum, a line of JSON (spans, counts), then the frames; one a paragraph: a checksum, then
its words in JSON. Files are written beside their name and renamed, and checked when read: a damaged one is
thrown away and made again. Several processes may share the folder. When it grows past its limit, what was
not used for longest goes first.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from listen.model import Run, Span, SpokenWord
from listen.storage import folders, whole

LIMIT_BYTES = 2 << 30
"""Default size limit: about fifty-five hours of speech at 80 kbit/s."""
USED_S = 60
"""An entry that was used no longer ago than this, seconds, is not marked as used again."""
TRIM_TO = 0.8
"""A cache over its limit is cut to this share of it, so that it is not trimmed at every entry."""

HALF_WRITTEN_S = 3600
"""An entry still half written after this time, seconds, never will be whole."""
_WORDS = ".words"
"""Ends the names of entries that are a paragraph's words."""
_SEAL = 9
"""Bytes of an entry's checksum and the line feed behind it."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Usage:
    """Holds what the cache takes."""

    folder: Path
    entries: int
    """Passages."""
    size: int
    """Bytes, the words' too."""


class DiskCache:
    """Runs by key in a folder. A cache that cannot be written is no error: it only costs time."""

    def __init__(
        self, folder: Path, limit: int = LIMIT_BYTES, note: Callable[[str], None] = lambda _: None
    ) -> None:
        self._folder, self._limit, self._note = folder, limit, note
        self._size: int | None = None
        self._refused = False

    def has(self, key: str) -> bool:
        """Return whether there is an entry, without a look inside."""
        return os.path.exists(self._path(key))  # noqa: PTH110 paths of pathlib take longer than the look

    def get(self, key: str) -> Run | None:
        """The run kept under `key`, or None; a damaged entry is noted, removed and not returned."""
        return self._read(self._path(key), _unpack)

    def put(self, key: str, run: Run) -> None:
        """Keep `run` under `key`."""
        self._write(self._path(key), _pack(run))

    def has_words(self, key: str) -> bool:
        """Return whether there are words, without a look inside."""
        return os.path.exists(self._path(key, _WORDS))  # noqa: PTH110 as above

    def words(self, key: str) -> list[list[SpokenWord]] | None:
        """The words of each sentence kept under `key`, or None; as for `get`."""
        return self._read(self._path(key, _WORDS), _unpack_words)

    def put_words(self, key: str, said: Sequence[Sequence[SpokenWord]]) -> None:
        """Keep the words of a paragraph's sentences under `key`."""
        rows = [[[w.text, w.start, w.end, w.before, w.after, w.ipa] for w in words] for words in said]
        self._write(self._path(key, _WORDS), _sealed(json.dumps(rows, separators=(",", ":")).encode()))

    def _read(self, path: str, unpack: Callable[[bytes], T]) -> T | None:
        try:
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 as above
                data, used = file.read(), os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        try:
            found = unpack(data)
        except (ValueError, KeyError, TypeError, IndexError):
            self._note(f"a damaged cache entry is made again ({Path(path).name[:12]}…)")
            with contextlib.suppress(OSError):
                Path(path).unlink()
            return None
        if abs(time.time() - used) > USED_S:
            with contextlib.suppress(OSError):
                os.utime(path)  # used just now
        return found

    def _write(self, path: str, data: bytes) -> None:
        try:
            whole.write(Path(path), data, durable=False)  # a damaged entry is seen, and made again
        except OSError as error:
            if not self._refused:  # once: a full disk refuses each passage
                self._note(f"the cache in {self._folder} cannot be written: {error.strerror}")
            self._refused = True
            return
        self._grown(len(data))

    def usage(self) -> Usage:
        """Return how many entries and bytes there are."""
        entries = list(self._entries())
        passages = sum(path.suffix != _WORDS for _, path, _ in entries)
        return Usage(self._folder, passages, sum(size for _, _, size in entries))

    def clear(self) -> Usage:
        """Remove every entry; returns what there was."""
        usage = self.usage()
        for path in self._folder.glob("??/*"):
            with contextlib.suppress(OSError):
                path.unlink()
        return usage

    def discard(self, keys: Iterable[str]) -> None:
        """Remove the entries of these keys, where there are any."""
        for path in [self._path(key, ending) for key in keys for ending in ("", _WORDS)]:
            with contextlib.suppress(FileNotFoundError):
                Path(path).unlink()

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

    def _path(self, key: str, ending: str = "") -> str:
        return f"{self._folder}{os.sep}{key[:2]}{os.sep}{key[2:]}{ending}"


def of_runs(note: Callable[[str], None] = lambda _: None) -> DiskCache:
    """The cache of rendered passages in the user's cache folder."""
    return DiskCache(folders.cache_dir() / "runs", note=note)


def _pack(run: Run) -> bytes:
    head = {
        "count": run.count,
        "length": run.length,
        "spans": [[s.start, s.end, [list(w) for w in s.words], *_remarks(s)] for s in run.spans],
    }
    return _sealed(json.dumps(head, separators=(",", ":")).encode() + b"\n" + run.frames)


def _sealed(body: bytes) -> bytes:
    """An entry behind its checksum, which tells damage, as in ZIP files; a narration made again reads all of
    its sound, and the MP3 has a digest of its own.
    """
    return b"%08x\n" % zlib.crc32(body) + body


def _opened(data: bytes) -> int:
    """Return where the body of an entry begins. Raises ValueError for one that is damaged."""
    if data[:_SEAL] != b"%08x\n" % zlib.crc32(memoryview(data)[_SEAL:]):
        raise ValueError("checksum")
    return _SEAL


def _remarks(span: Span) -> list[str]:
    """Return what is not as it should be with a sentence; nothing where all is."""
    return [span.doubt, span.voice] if span.doubt or span.voice else []


def _unpack(data: bytes) -> Run:
    begin = _opened(data)
    end = data.index(b"\n", begin)
    head, frames = json.loads(data[begin:end]), memoryview(data)[end + 1 :]
    spans = tuple(Span(a, b, tuple(map(tuple, words)), *rest) for a, b, words, *rest in head["spans"])
    return Run(frames, head["count"], head["length"], spans)


def _unpack_words(data: bytes) -> list[list[SpokenWord]]:
    return [SpokenWord.each(words) for words in json.loads(data[_opened(data) :])]
