"""This module tells whether a process that took work is still there.

It holds a small file locked, and the system lets go of the lock when the process ends, whatever ended it. A
process's number says less: numbers are used again.
"""

from __future__ import annotations

import contextlib
import re
import secrets
from pathlib import Path

from listen.storage import whole

FOLDER = "at-work"
_TOKEN = re.compile(r"[0-9a-f]{16}")


class Presence:
    """This worker's lock, until `leave`."""

    def __init__(self, library: Path) -> None:
        folder = library / FOLDER
        folder.mkdir(exist_ok=True)
        self.token = secrets.token_hex(8)
        self._path = folder / self.token
        self._file = self._path.open("xb")
        whole.lock(self._file)

    def leave(self) -> None:
        """Give it up; the worker's name means nothing from here on."""
        self._file.close()
        with contextlib.suppress(OSError):
            self._path.unlink()


def is_gone(library: Path, token: str) -> bool:
    """Return whether the worker of that name has ended. Clears its file away then."""
    if not _TOKEN.fullmatch(token):
        return True
    path = library / FOLDER / token
    try:
        with path.open("r+b") as file:
            if not whole.lock(file):
                return False
        path.unlink()  # Windows refuses while the worker has it open
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
