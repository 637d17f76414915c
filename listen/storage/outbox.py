"""Files under their final names: whole or not at all.

Everything is written beside its final name and renamed when all of it is there, so that a crash, a full
disk or Ctrl-C leaves nothing half-written behind.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from listen.errors import OutputError
from listen.storage import whole


def sidecar(mp3: Path, ending: str) -> Path:
    """`story.mp3` and `.vtt` → `story.vtt`."""
    return mp3.with_name(mp3.name.removesuffix(".mp3") + ending)


def check_free(paths: Sequence[Path], force: bool) -> None:
    """Raises OutputError, before any work is done, if one exists or its folder cannot be written.

    What a killed run left there is cleared away first.
    """
    whole.sweep(paths)
    for path in reversed(paths):  # the MP3 comes last and is the one to name
        if path.is_dir():
            raise OutputError(f"{path} is a folder: name a file in it with -o")
        if str(path) == "-" or (path.exists() and not path.is_file()):
            raise OutputError(f"{path} is no file, and an episode is one: name a file with -o")
        if path.exists() and not force:
            raise OutputError(f"{path} exists: give another name with -o, or --force to replace it")
    folder = paths[0].parent
    if not folder.is_dir():
        raise OutputError(f"there is no folder {folder}: make it first, or give another name with -o")
    if not os.access(folder, os.W_OK):
        where = "this folder" if str(folder) == "." else folder
        raise OutputError(f"no permission to write in {where}: give another place with -o")


class Outbox:
    """Files being written in their final folder under passing names."""

    def __init__(self, folder: Path) -> None:
        self._claim = whole.Claim(folder)
        self._parts: dict[Path, Path] = {}

    def part(self, final: Path) -> Path:
        """A passing name beside `final`, hidden and unlike any other."""
        part = self._claim.part(final)
        self._parts[final] = part
        return part

    def scratch(self, folder: Path) -> Path:
        """A passing file in `folder` that never gets a final name."""
        return self.part(folder / "frames")

    def publish(self, finals: Sequence[Path], force: bool = True) -> None:
        """Rename these; the last one last, so that it is there only when everything is.

        All of them are on the disk itself before the first gets its name, and their names when this ends: a
        power cut leaves no empty file, and takes none that was said to be there.
        Raises OutputError if, without `force`, one has come to be there since `check_free` looked.
        """
        if not force:
            check_free(finals, force)
        for final in finals:
            with self._parts[final].open("rb+") as part:
                os.fsync(part.fileno())
        for final in finals:
            self._parts[final].replace(final)
            del self._parts[final]
        for folder in {final.parent for final in finals}:
            whole.sync_folder(folder)

    def close(self) -> None:
        """Remove what was not published."""
        for part in self._parts.values():
            with contextlib.suppress(OSError):
                part.unlink()
        self._claim.release()


@contextlib.contextmanager
def outbox(target: Path) -> Iterator[Outbox]:
    """An Outbox that is emptied whatever happens; failures to write become OutputError."""
    try:
        with contextlib.closing(Outbox(target.parent)) as box:
            yield box
    except OSError as error:
        raise output_error(error, target) from error


def size_and_digest(path: Path) -> tuple[int, str]:
    """Bytes of a file, and their SHA-256."""
    with path.open("rb") as file:
        return path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest()


def output_error(error: OSError, target: Path) -> OutputError:
    """The line a user reads when the disk says no."""
    if error.errno == errno.ENOSPC:
        return OutputError(f"no space left for {target}: free some, or give another place with -o")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return OutputError(f"no permission to write {target}: give another place with -o")
    return OutputError(f"cannot write {target}: {error.strerror or error}")
