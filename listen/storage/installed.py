"""This module says where the package's own code and data lie, and which release it is: installed, or run from
a checkout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

from listen.errors import ListenError

DISTRIBUTION = "listen-to-story"
PACKAGE = Path(__file__).resolve().parents[1]


@cache
def voices_folder() -> Path:
    """The folder of voice descriptions and lexicons; `importlib.resources` would cost a third of the start.

    Installed, it is the package `listen.voices`. Python that runs from a checkout without an editable install
    finds no such package: there it stands beside `listen/`. Raises ListenError when it is nowhere.
    """
    try:
        return Path(import_module("listen.voices").__path__[0])
    except ModuleNotFoundError:
        beside = Path(__file__).resolve().parents[2] / "voices"
        if not (beside / "__init__.py").is_file():
            raise ListenError("the voices of listen are missing: pip install --force-reinstall .") from None
        return beside


@cache
def release() -> str:
    """The version of the package; `0+checkout` where it runs without being installed."""
    from importlib import metadata

    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "0+checkout"


def code_files(code: Sequence[str], root: Path = PACKAGE) -> list[Path]:
    """The files of `code`, sorted: modules, and folders with all of theirs. Raises FileNotFoundError for an
    entry without one: none goes unseen.
    """
    files: list[Path] = []
    for name in code:
        path = root / name
        found = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        if not found or not found[0].is_file():
            raise FileNotFoundError(f"no code at {path}")
        files += found
    return sorted(files)


def digest(files: Iterable[Path], release: str) -> str:
    """Return what stands for all these files as they are, and for `release`: hexadecimal."""
    import hashlib  # the first sentence of a text needs none

    found = hashlib.sha256(release.encode())
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()
