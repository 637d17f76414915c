"""This module keeps in the cache folder, sealed, what engines make of their files and takes long to make.

The seal is a digest of the content and of what it was made of: one that is damaged, half written or made of
something else is not used. One that cannot be written only costs time.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from pathlib import Path

from listen.storage import folders, whole

_SEAL = 32


def made_of(source: Path, *how: object) -> str:
    """Return what tells a file from any other, also from what had its name before, and how it is used."""
    stat = source.stat()
    return repr((source.name, stat.st_size, stat.st_mtime_ns, *how))


def read(name: str, made_of: str) -> bytes | None:
    """Return the content that is kept under `name`, or None."""
    try:
        with _file(name).open("rb") as file:
            seal, content = file.read(_SEAL), file.read()
    except OSError:
        return None
    return content if seal == _seal([content], made_of) else None


def write(name: str, made_of: str, parts: Sequence[bytes | memoryview]) -> None:
    """Keep the parts, one after the other, under `name`."""
    with contextlib.suppress(OSError), whole.writing(_file(name), durable=False) as file:
        file.write(_seal(parts, made_of))
        file.writelines(parts)


def _file(name: str) -> Path:
    return folders.prepared_dir() / name


def _seal(parts: Sequence[bytes | memoryview], made_of: str) -> bytes:
    found = hashlib.sha256(made_of.encode("utf-8", "surrogatepass"))
    for part in parts:
        found.update(part)
    return found.digest()
