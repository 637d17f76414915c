"""The nouns of a batch: what the list names, what a worker is given, what it hands back. All are values."""

from __future__ import annotations

import functools
import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from importlib import metadata
from pathlib import Path
from typing import Any, Literal

from listen.model import Article, Source
from listen.options import Options
from listen.storage import jsonform
from listen.storage.manifest import Line

PACKAGE = Path(__file__).resolve().parents[1]
WITHOUT_EFFECT = frozenset({"jobs", "cache", "force"})
"""Options that change no byte of an episode."""
Failure = Literal["", "article", "limit", "storage", "version"]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the list. What the list says of the article wins over what its document says."""

    source: str
    """What the list calls it."""
    name: str = ""
    """What tells two documents without a link apart: a file's name."""
    data: bytes = b""
    """The document; empty: it is to be fetched from `url`."""
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    title: str = ""
    byline: str = ""
    published: str = ""
    site: str = ""
    lang: str = ""
    public_only: bool = False
    """The list came from the internet: what it names is fetched from public addresses only."""
    error: str = ""
    """Why it cannot be read; it is reported and nothing else."""

    def document(self) -> Source:
        """The document as the cleaner takes it."""
        return Source(self.data, self.source, self.url, self.media_type, self.charset, self.public_only)


@dataclass(frozen=True, slots=True)
class Limits:
    """Holds what one article may take."""

    time_s: float = 3600.0
    memory_mb: int = 4096
    """Of its process; 0: as much as there is. Linux only."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Holds what is the same for every article of a batch."""

    dest: str
    voice: str | None = None
    options: Options = field(default_factory=Options)
    """Without paths: the files they name are in `files`."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Options that name a file, each with the file's name at the destination; the name is a digest."""
    limits: Limits = Limits()
    version: str = ""
    """Of the program that the batch was started with; workers must have the same."""

    @property
    def digest(self) -> str:
        """Of what decides an episode besides its article. Options at their defaults count for nothing: so new
        options leave it as it is."""
        plain = {k: v for k, v in _plain(self.options).items() if k not in WITHOUT_EFFECT}
        form = {"voice": self.voice, "options": plain, "files": dict(sorted(self.files.items()))}
        return hashlib.sha256(json.dumps(form, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Job:
    """Holds what a worker is given."""

    item: Item
    settings: Settings
    ticket: str
    pages: tuple[Source, ...] = ()
    """The article's other pages, as far as they were fetched."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Holds what a worker hands back: some kilobytes."""

    line: Line
    failure: Failure = ""
    """Why it is no episode; `storage` and `version` are not the article's fault."""
    wants: str = ""
    """Address of another page of the article: to be fetched, and the job to be given again with it."""
    died: str = ""
    """What became of the process that was at it; empty: it lives."""


def ticket(item: Item, settings: Settings) -> str:
    """Return how a rerun knows an entry of the list, before anything is fetched or read."""
    known = [item.url or "", item.name, item.title, item.byline, item.published, item.site, item.lang]
    parts = [settings.digest, *known, hashlib.sha256(item.data).hexdigest() if item.data else ""]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def episode_key(link: str | None, name: str, article: Article, settings: Settings) -> str:
    """Digest of source, title, text and settings: 32 hexadecimal digits.

    The source is the article's link where it has one; a document without one is told by its name.
    """
    blocks = [json.dumps(jsonform.plain(block), sort_keys=True) for block in article.blocks]
    said = [article.title, article.lang, article.byline or "", article.site or "", article.published or ""]
    parts = [link or f"name:{name}", *said, *blocks, settings.digest]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@functools.cache
def version() -> str:
    """Version of the program and a digest of its code: `0.1.0+5d41402a`."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{metadata.version('listen-to-story')}+{digest.hexdigest()[:8]}"


@functools.cache
def processor() -> str:
    """Kind of processor: its name where the system tells it, else its architecture."""
    try:
        for line in Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines():
            if line.startswith("model name"):
                return f"{platform.machine()} {line.split(':', 1)[1].strip()}"
    except OSError:
        pass
    return f"{platform.machine()} {platform.processor()}".strip()


def _plain(options: Options) -> dict[str, Any]:
    """Options that differ from their defaults, as JSON has them."""
    found = {}
    for f in fields(options):
        value = getattr(options, f.name)
        if value != f.default:
            found[f.name] = sorted(value) if isinstance(value, (set, frozenset)) else jsonform.plain(value)
    return found
