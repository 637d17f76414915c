"""The manifest of a batch: what was made, what was not and why, as JSON lines in one part after another.

Storage cannot add to a file, and a list of a million lines cannot be kept in memory. So each run writes parts
of its own, `manifest/RUN-00001.jsonl`, one whole file after another; the names sort by time. And each episode
has its line in a file of its own, written by whoever made it when all else is there: `manifest/entries/`.
"""

from __future__ import annotations

import itertools
import json
import secrets
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from listen.errors import OutputError, ScriptError
from listen.model import Chapter
from listen.storage import jsonform
from listen.storage.targets import Target, target

FOLDER = "manifest"
TYPE = "application/x-ndjson"
PART_LINES = 1000
PART_S = 20.0
"""A part is written at this age, seconds: a client that is killed takes no older lines with it."""

Status = Literal["done", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class File:
    """One file of an episode, below its folder."""

    name: str
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Line:
    """Holds what became of one source."""

    status: Status
    source: str
    """As the list has it."""
    ticket: str = ""
    """Digest of the source, as far as the list tells it, and of the settings: how a rerun knows it."""
    key: str = ""
    """Digest of source, title, text and settings: the episode's folder, and its files' names."""
    reason: str = ""
    """Why it was skipped or failed."""
    title: str = ""
    lang: str = ""
    duration_ms: int = 0
    files: tuple[File, ...] = ()
    """The MP3 first."""
    chapters: tuple[Chapter, ...] = ()
    voices: tuple[str, ...] = ()
    """Credits of those who read."""
    identity: str = ""
    """What makes two articles the same one in a library."""
    digest: str = ""
    """Of what is read."""
    summary: str = ""
    byline: str | None = None
    url: str | None = None
    site: str | None = None
    published: str | None = None
    notes: tuple[str, ...] = ()
    """What a listener should know."""
    trust: float | None = None
    """How sure the cleaner is that this is the story and all of it, 0–1; None: it does not say."""
    at: str = ""
    """When, UTC."""
    listen: str = ""
    """Version of the program, and of its code."""
    engine: str = ""
    """Versions of what made the samples."""
    processor: str = ""
    """Kind of processor; quantised networks may round otherwise on another."""
    cpu_s: float = 0.0
    """CPU seconds in the worker."""
    tries: int = 1

    @property
    def size(self) -> int:
        """Bytes of the MP3."""
        return self.files[0].size if self.files else 0


def dumps(line: Line) -> str:
    """One line of JSON, without its line feed."""
    return json.dumps(jsonform.plain(line), ensure_ascii=False, separators=(",", ":"))


def loads(text: str, where: str) -> Line:
    """The line that `dumps` wrote. Raises OutputError that names the place."""
    try:
        return jsonform.value(Line, json.loads(text), where)
    except (ValueError, ScriptError) as error:
        raise OutputError(
            f"{where} is no manifest that can be read ({error}): remove what is damaged"
        ) from error


def entry(key: str) -> str:
    """Name of the file with an episode's own line; whoever finds it there finds an episode that is whole."""
    return f"{FOLDER}/entries/{key[:2]}/{key}.json"


@dataclass
class Parts:
    """One run's own parts at a destination."""

    place: Target
    run: str = field(default_factory=lambda: f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}")
    _lines: list[str] = field(default_factory=list)
    _count: int = 0
    _since: float = field(default_factory=time.monotonic)

    def add(self, line: Line) -> None:
        """Note a line; it is written with the next part."""
        self._lines.append(dumps(line))
        if len(self._lines) >= PART_LINES:
            self.flush()

    def tick(self) -> None:
        """Write the part if it is old enough; to be called now and then."""
        if time.monotonic() - self._since >= PART_S:
            self.flush()

    def flush(self) -> None:
        """Write what was noted since the last part. Raises OutputError; the lines are then still noted."""
        self._since = time.monotonic()
        if not self._lines:
            return
        text = "".join(f"{line}\n" for line in self._lines)
        self.place.put(
            f"{FOLDER}/{self.run}-{self._count + 1:05}.jsonl", text.encode("utf-8", "backslashreplace"), TYPE
        )
        self._count += 1
        self._lines.clear()


def lines(place: Target) -> Iterator[Line]:
    """Every line at a destination, oldest first."""
    for name in sorted(place.sizes(FOLDER, deep=False)):
        if name.endswith(".jsonl"):
            yield from _parsed(place.read(name).decode().split("\n"), name)


def of(manifest: str) -> tuple[Target, Iterator[Line]]:
    """Return where the episodes of a manifest are, and its lines.

    `manifest` is the batch's destination, its folder `manifest`, or one of the parts in it.
    Raises OutputError when there is none.
    """
    place, _, last = manifest.rstrip("/").rpartition("/")
    if last.endswith(".jsonl"):
        root = place.rpartition("/")[0] if place.rpartition("/")[2] == FOLDER else place
        if place == FOLDER:
            root = "."
        found = target(root or "/")
        data = found.read(f"{FOLDER}/{last}") or found.read(last)
        if not data:
            raise OutputError(f"there is no manifest {manifest}: give a batch's destination")
        return found, _parsed(data.decode().split("\n"), last)
    root = (place or ".") if last == FOLDER else manifest
    if "://" not in root and not Path(root).is_dir():
        raise OutputError(f"there is no folder {root}: give a batch's destination")
    found = target(root)
    if not any(name.endswith(".jsonl") for name in found.sizes(FOLDER, deep=False)):
        raise OutputError(f"there is no manifest at {manifest}: give a batch's destination")
    return found, lines(found)


def episodes(lines: Iterable[Line]) -> list[Line]:
    """The lines of what was made, each episode once, in the order of their making."""
    done: dict[str, Line] = {}
    for line in lines:
        if line.key and line.files:
            done.setdefault(line.key, line)
    return list(done.values())


def write_parquet(place: Target) -> int:
    """Write every line at a destination into one Parquet file, `manifest/all.parquet`; returns how many.

    Raises OutputError when pyarrow is not here, or the file cannot be written.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise OutputError("Parquet needs pyarrow: pip install 'listen-to-story[parquet]'") from error
    text, number = pa.string(), pa.int64()
    chapter = pa.struct([("title", text), ("start_ms", number), ("end_ms", number)])
    kinds = {
        "files": pa.list_(pa.struct([("name", text), ("size", number), ("sha256", text)])),
        "chapters": pa.list_(chapter),
        "voices": pa.list_(text),
        "notes": pa.list_(text),
        "trust": pa.float64(),
        "cpu_s": pa.float64(),
        "duration_ms": number,
        "tries": number,
    }
    schema = pa.schema([(f.name, kinds.get(f.name, text)) for f in fields(Line)])
    count = 0
    with tempfile.TemporaryDirectory(prefix="listen-") as folder:
        path = Path(folder) / "all.parquet"
        with pq.ParquetWriter(path, schema) as writer:
            found = lines(place)
            while some := list(itertools.islice(found, 10 * PART_LINES)):
                rows = [asdict(line) for line in some]
                writer.write_table(pa.Table.from_pylist(rows, schema=schema))
                count += len(some)
        place.put(f"{FOLDER}/all.parquet", path, "application/vnd.apache.parquet")
    return count


def _parsed(rows: list[str], name: str) -> Iterator[Line]:
    for n, row in enumerate(rows, 1):
        if row.strip():
            yield loads(row, f"{name}, line {n}")
