"""The catalogue's files: what `voices/*.toml` say of each voice, and of what it has to fetch.

A file describes one voice, named after it, or, with a table `[voices]`, many that share what stands above it.
`{id}` and any other key of a voice, in braces, may stand in the texts of what it shares: credit, paths,
hashes, sources. Voices that the user added lie in files of the same form in the folder of installed voices.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from listen.errors import VoiceError
from listen.model import Pace, Voice
from listen.storage import folders
from listen.storage.installed import voices_folder

PREFIXES = ("hub:", "pip:", "sdist:", "npm:", "http://", "https://", "file:")
"""How a source may begin; `voice_sources` knows what each means."""
NONCOMMERCIAL = ("-NC", "NonCommercial", "research", "unknown", "Unknown")
"""Parts of licences that have to be agreed to before a voice is installed."""


@dataclass(frozen=True, slots=True)
class VoiceFile:
    """A file that a voice needs before it can speak."""

    path: str
    """Where it lies in the folder of installed voices, with `/`."""
    size: int
    """Bytes."""
    sources: tuple[str, ...]
    """Where it can be had, the first to be tried first; ` + ` joins the parts of one."""
    sha256: str = ""
    md5: str = ""
    """Where the publisher gives that alone."""
    variant: str = ""
    """The precision that it is for; empty: for all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One voice of the catalogue."""

    voice: Voice
    gender: str = ""
    """As published: `female`, `male`; empty where nobody says."""
    score: int = 50
    """Our order among voices of one language, 0–100; the docs say how it comes about."""
    published: str = ""
    """Quality as its publisher or a study gives it, with the source."""
    word_errors: float | None = None
    """Per cent of words that Whisper base hears otherwise, of the fixed paragraph of its language."""
    speaks: bool = True
    """False where it was measured not to say what is written."""
    files: tuple[VoiceFile, ...] = ()

    @property
    def size(self) -> int:
        """Bytes to be fetched."""
        return sum(file.size for file in self.files)

    @property
    def installed(self) -> bool:
        """Return whether all its files are there, of the size that they should have."""
        folder = folders.voices_dir()
        return all(_size(folder / file.path) == file.size for file in self.files)

    @property
    def to_be_agreed(self) -> bool:
        """Return whether its licence does not allow everything that other voices' allow."""
        return any(part in self.voice.licence for part in NONCOMMERCIAL)


@cache
def described() -> Mapping[str, Entry]:
    """The voices that come with the program, by name."""
    return dict(_entries(sorted(voices_folder().glob("*.toml"))))


def own() -> Mapping[str, Entry]:
    """The voices that the user added."""
    folder = folders.voices_dir()
    return dict(_entries(sorted(folder.glob("*.toml")) if folder.is_dir() else []))


def _entries(files: list[Path]) -> Iterator[tuple[str, Entry]]:
    for file in files:
        yield from parse(file.name, file.read_text("utf-8"))


def parse(name: str, text: str) -> Iterator[tuple[str, Entry]]:
    """The voices of one file. Raises VoiceError that names the file for what is no voice description."""
    try:
        table = tomllib.loads(text)
        common = {key: value for key, value in table.items() if key != "voices"}
        several: dict[str, dict[str, Any]] = table.get("voices", {name.removesuffix(".toml"): {}})
        for voice, values in several.items():
            yield voice, _entry(voice, common | values)
    except (tomllib.TOMLDecodeError, TypeError, KeyError, ValueError) as error:
        raise VoiceError(f"voices/{name} is not a voice description: {error}") from error


def _entry(name: str, values: dict[str, Any]) -> Entry:
    """One voice with its files; what its common part leaves open is filled in."""
    voice_keys = {field.name for field in fields(Voice)} - {"name"}
    entry_keys = {field.name for field in fields(Entry)} - {"voice", "files"}
    given = values | {"name": name}
    used = {"files", "name", "rows"}
    made = tuple(_file(file, given) for file in values.get("files", ()))
    placeholders = set(values) - voice_keys - entry_keys - used
    if placeholders and not values.get("files"):
        raise TypeError(f"unknown key {min(placeholders)!r}")
    pace = values.get("pace")
    own = {key: _filled(values[key], given) for key in voice_keys & set(values)}
    voice = Voice(**(own | {"name": name, "pace": Pace(**pace) if pace else None}))
    if not voice.licence or not voice.credit:
        raise TypeError(f"{name} has no licence or no credit")
    return Entry(voice, files=made, **{key: values[key] for key in entry_keys & set(values)})


def _file(values: dict[str, Any], given: Mapping[str, Any]) -> VoiceFile:
    known = {field.name for field in fields(VoiceFile)}
    if unknown := set(values) - known:
        raise TypeError(f"unknown key {min(unknown)!r} of a file")
    filled: dict[str, Any] = {key: _filled(value, given) for key, value in values.items()}
    sources = tuple(" ".join(source.split()) for source in filled.get("sources", ()))
    file = VoiceFile(**(filled | {"size": int(filled["size"]), "sources": sources}))
    if not file.sha256 and not file.md5:
        raise TypeError(f"{file.path} has no hash")
    if strange := [p for s in sources for p in s.split(" + ") if not p.startswith(PREFIXES)]:
        raise TypeError(f"{strange[0]!r} is no source: it begins with {', '.join(PREFIXES)}")
    return file


def _filled(value: Any, given: Mapping[str, Any]) -> Any:
    if isinstance(value, str):
        return value.format_map(given) if "{" in value else value
    return [_filled(item, given) for item in value] if isinstance(value, list) else value


def of_variant(entry: Entry, variant: str) -> Entry:
    """The entry with the files of one variant alone; empty: the first that it has.

    Raises VoiceError when it has no such variant."""
    has = list(dict.fromkeys(file.variant for file in entry.files if file.variant))
    if not has and not variant:
        return entry  # as most are: each look for a voice asks for all of them
    if variant and variant not in has:
        raise VoiceError(
            f"{entry.voice.name} has no variant {variant!r}" + (f": give {' or '.join(has)}" if has else "")
        )
    wanted = {"", variant or (has[0] if has else "")}
    kept = replace(entry, files=tuple(file for file in entry.files if file.variant in wanted))
    if not variant or variant == has[0]:
        return kept
    voice = entry.voice
    return replace(kept, voice=replace(voice, name=f"{voice.name}@{variant}", id=f"{voice.id}@{variant}"))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
