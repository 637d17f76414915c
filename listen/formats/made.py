"""This module says what was made before: of which source, with which settings, into which folder.

A small file for each, named by a digest of these three. So a second run of the same command makes nothing
twice, whatever the files are called.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import fields, replace
from pathlib import Path

from listen.options import Options
from listen.storage import folders, whole

_WITHOUT_EFFECT = {"jobs": None, "cache": True, "force": False, "strict": False}
"""Options that change no byte of an episode that could be made."""


def key(mark: str, voice: str | None, options: Options, folder: Path) -> str:
    """Return what names an episode of the source with that mark, in that folder."""
    plain = replace(options, **_WITHOUT_EFFECT)  # type: ignore[arg-type]
    values = [(f.name, getattr(plain, f.name), f.default) for f in fields(plain)]
    settings = [(name, _stable(value)) for name, value, default in values if value != default]
    parts = [mark, voice or "", repr(settings), str(folder.resolve())]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def find(name: str) -> Path | None:
    """The episode's MP3, if it was made and is still as it was."""
    try:
        record = json.loads(_path(name).read_bytes())
        path, size = Path(record["path"]), record["size"]
        return path if path.stat().st_size == size else None
    except (OSError, ValueError, KeyError, TypeError):
        return None  # not made, moved, changed, or a record that is none: it is made again


def note(name: str, path: Path) -> None:
    """Remember that the episode is at `path`. A record that cannot be kept only costs time."""
    record = {"path": str(path.resolve()), "size": path.stat().st_size}
    with contextlib.suppress(OSError):
        whole.write(_path(name), json.dumps(record).encode(), durable=False)


def _path(name: str) -> Path:
    return folders.made_dir() / name[:2] / f"{name[2:]}.json"


def _stable(value: object) -> object:
    """An option's value as it is written down: sets in order, files with what tells that they changed."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Path):
        with contextlib.suppress(OSError):
            stat = value.stat()
            return str(value.resolve()), stat.st_size, stat.st_mtime_ns
    return str(value)
