"""This module says where the package's own data lies, and which release it is: installed, or run from a
checkout.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from listen.errors import ListenError

DISTRIBUTION = "listen-to-story"


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
