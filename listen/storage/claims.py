"""Passing files that a killed run leaves behind, and how a later run knows that nobody needs them.

A run that writes into a folder first claims it: a small hidden file that it holds locked, and whose token all
its passing files carry. The system lets go of the lock when the process ends, whatever ended it. So a claim
that can be locked is a dead run's, and everything with its token can go.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

_CLAIM = re.compile(r"\.listen\.([0-9a-f]{8})\.part")


class Claim:
    """A token in a folder, this process's until `release`."""

    def __init__(self, folder: Path) -> None:
        while True:
            self._token = secrets.token_hex(4)
            self._path = folder / f".listen.{self._token}.part"
            self._file = self._path.open("xb")
            if lock(self._file) and self._path.exists():
                return
            self._file.close()  # another run took it for a dead one's, in the moment before it was locked

    def part(self, final: Path) -> Path:
        """A passing name beside `final`, hidden and unlike any other."""
        return _part(final, self._token)

    def release(self) -> None:
        """Give it up; the passing files must be gone."""
        self._file.close()
        with contextlib.suppress(OSError):
            self._path.unlink()


def sweep(finals: Sequence[Path]) -> None:
    """Clear away what killed runs left in the folder of `finals`.

    Of `finals` those go too that a run had renamed already when it was killed before the last of them. Files
    that cannot be removed stay: they are in nobody's way.
    """
    with contextlib.suppress(OSError):
        for claim in finals[0].parent.iterdir():
            if found := _CLAIM.fullmatch(claim.name):
                with contextlib.suppress(OSError):
                    _clear(claim, found[1], finals)


def _clear(claim: Path, token: str, finals: Sequence[Path]) -> None:
    with claim.open("r+b") as file:
        if not lock(file):
            return
        if sys.platform == "win32":
            file.close()
            claim.rename(claim)  # fails while another process has it open
        parts = [_part(final, token) for final in finals]
        everything = all(a.exists() or b.exists() for a, b in zip(parts, finals, strict=True))
        if everything and parts[-1].exists() and not finals[-1].exists():
            for part, final in zip(parts, finals, strict=True):
                if not part.exists():
                    final.unlink()
        for part in claim.parent.glob(f".*.{token}.part"):
            if part != claim:
                part.unlink()
    claim.unlink()


def _part(final: Path, token: str) -> Path:
    return final.with_name(f".{final.name[-60:]}.{token}.part")  # the end, where an episode's files differ


def lock(file: IO[bytes]) -> bool:
    """Whether the lock could be had; held until the file is closed. Windows locks what is open by itself."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
