"""This module says where the program keeps what is its own: all under `LISTEN_HOME` if set, else in the
platform's folders.
"""

from __future__ import annotations

import os
from pathlib import Path

from listen.errors import ListenError


def cache_dir() -> Path:
    """Return what can be made again: rendered passages."""
    return _home("cache", "user_cache_path")


def prepared_dir() -> Path:
    """Return what engines keep of their files as they are needed."""
    return cache_dir() / "engines"


def config_dir() -> Path:
    """Return what the user wrote: settings, lexicons."""
    return _home("config", "user_config_path")


def made_dir() -> Path:
    """Return what `listen make` remembers of the episodes that it made."""
    if os.environ.get("LISTEN_HOME"):
        return _home("made", "")
    return _home("data", "user_data_path") / "made"


def library_dir() -> Path:
    """Return what was narrated to be kept: episodes, the feed's settings. To be copied as one folder."""
    if os.environ.get("LISTEN_HOME"):
        return _home("library", "")
    return _home("data", "user_data_path") / "library"


def voices_dir() -> Path:
    """The voices that were installed."""
    return (
        _home("voices", "") if os.environ.get("LISTEN_HOME") else _home("data", "user_data_path") / "voices"
    )


def user_path(name: str | os.PathLike[str]) -> Path:
    """A path as a user writes it: `~` is a home folder; where there is none of that name, itself, as in a
    shell.

    Raises ListenError for an empty name: it would be the folder where one is, with all that lies there.
    """
    if not os.fspath(name):
        raise ListenError("a name is empty: give one (a variable of the shell may not be set)")
    return Path(os.path.expanduser(name))  # noqa: PTH111 a Path's own raises there what is no OSError


def _home(name: str, platform: str) -> Path:
    home = os.environ.get("LISTEN_HOME")
    if home:
        return Path(home).expanduser() / name
    import platformdirs

    path: Path = getattr(platformdirs, platform)("listen", appauthor=False)
    return path
