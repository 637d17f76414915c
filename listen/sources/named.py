"""This module says what sources are named: on the command line, in a file of them, as a folder."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from listen.errors import SourceError
from listen.model import Source
from listen.sources import fetch
from listen.storage import folders

ENDINGS = (
    *(".html", ".htm", ".xhtml", ".mhtml", ".mht", ".html.gz", ".htm.gz", ".txt", ".text", ".txt.gz"),
    *(".md", ".markdown", ".epub", ".pdf", ".eml", ".rss", ".atom"),
)
"""Files of a folder that are taken for articles; pictures, styles and the like are not asked."""
OWN = (".html", ".epub")
"""What listen itself writes beside an MP3 of the same name: no source."""
LIST_BYTES = 64 << 20
_WEB = ("http://", "https://")


def _unheard(folder: str) -> None:
    """Nobody asks which folder is looked through."""


def expanded(
    names: Iterable[str], lists: Iterable[str] = (), looking: Callable[[str], None] = _unheard
) -> Iterator[str]:
    """Every source that is named, each once; those that the files in `lists` name too; a folder is its files.

    `looking` is called with each folder that is looked through: a whole disk takes minutes.

    Raises SourceError for a list that cannot be read and a folder without an article.
    """
    seen: set[str] = set()
    for name in (*names, *(entry for file in lists for entry in entries(file))):
        for source in _folders_files(name, looking):
            if source not in seen:
                seen.add(source)
                yield source


def entries(file: str) -> list[str]:
    """The sources that a file names, one a line. `#` begins a remark; paths start at the file's folder."""
    data = fetch.fetch(file, max_bytes=LIST_BYTES).data
    beside = Path() if file == "-" else folders.user_path(file).parent
    found = []
    for line in data.decode("utf-8-sig", "replace").splitlines():
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        is_path = not entry.lower().startswith(_WEB) and not folders.user_path(entry).is_absolute()
        found.append(str(beside / folders.user_path(entry)) if is_path else entry)
    if not found:
        raise SourceError(f"{file}: names no source: write a path or an address in each line")
    return found


def paths(folder: Path, looking: Callable[[str], None] = _unheard) -> Iterator[Path]:
    """Files that may be articles, folder by folder, in the order of their names: part 2 before part 10."""
    for root, inner, names in os.walk(folder):
        looking(root)
        inner[:] = sorted((f for f in inner if not f.startswith(".")), key=_as_counted)
        there = set(names)
        for name in sorted(names, key=_as_counted):
            stem, ending = os.path.splitext(name)  # noqa: PTH122 a name, not a path
            made = ending.lower() in OWN and f"{stem}.mp3" in there
            if not name.startswith(".") and name.lower().endswith(ENDINGS) and not made:
                yield Path(root) / name


def _as_counted(name: str) -> list[tuple[int, str]]:
    """Return what names are sorted by: their words as written, their numbers by size."""
    parts = re.split("([0-9]+)", name)
    return [(int(part), part) if n % 2 else (0, part) for n, part in enumerate(parts)]


def marked(name: str) -> tuple[str | Source, str]:
    """Return what to narrate, and what tells it from any other source: a file's place and content, or an
    address.

    An address is not asked: what was made of it is known by it. Raises SourceError as `fetch` does.
    """
    if name.lower().startswith(_WEB):
        return name, name
    source = fetch.fetch(name)
    place = "" if name == "-" else str(folders.user_path(name).resolve())
    return source, f"{place} {hashlib.sha256(source.data).hexdigest()}"


def _folders_files(name: str, looking: Callable[[str], None]) -> Iterator[str]:
    path = folders.user_path(name)
    if name == "-" or name.lower().startswith(_WEB) or not os.path.isdir(path):  # noqa: PTH112 a name that is too long is none
        yield name
        return
    empty = True
    for file in paths(path, looking):
        empty = False
        yield str(file)
    if empty:
        raise SourceError(f"{name}: has no file that may be an article ({', '.join(ENDINGS)})")
