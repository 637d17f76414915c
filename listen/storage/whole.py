"""Files and folders that are there whole or not at all, also after the power goes.

One file at a time is written by `writing`, whoever wants it. Several that belong together go through
`outbox`, and a folder is made under a passing name and renamed by the library.

A killed run leaves passing files behind. A later one knows that nobody needs them by their lock: the system
lets go of it when the process ends, whatever ended it. `outbox` holds one lock for all its files, on a small
hidden file whose token the names of all others carry: its claim.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

_COPIES_ITSELF = (errno.ENOSYS, errno.EXDEV, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM)
"""What the system says where it copies no file to another."""
_CLAIM = re.compile(r"\.listen\.([0-9a-f]{8})\.part")


def write(path: Path, data: bytes, private: bool = False, durable: bool = True) -> None:
    """Write `data` to `path`, and make its folder; whole or not at all. The rest is as for `writing`."""
    with writing(path, private, durable) as file:
        file.write(data)


@contextlib.contextmanager
def writing(path: Path, private: bool = False, durable: bool = True) -> Iterator[IO[bytes]]:
    """A file under a passing name, which becomes `path` when the block ends, and goes if the block raises.

    `private` files may be read by their owner alone; `durable` ones are on the disk itself when this returns.
    Raises OSError as the system does.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise FileExistsError(errno.EEXIST, "a device or a pipe, and no file", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    if durable:
        _sweep(path.parent)
    part, file = _claimed(path.parent, private)
    try:
        with file:
            yield file
            file.flush()
            if durable:
                os.fsync(file.fileno())
            if os.name != "nt":
                part.replace(path)
        if os.name == "nt":  # where what is open cannot be renamed
            part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    if durable:
        sync_folder(path.parent)


def copy(source: IO[bytes], target: IO[bytes]) -> None:
    """Copy the rest of `source` to where `target` ends, inside the system where it can: both are files, and
    nothing is left in their buffers. Raises OSError as the system does.
    """
    if sys.platform == "linux":
        try:
            while os.copy_file_range(source.fileno(), target.fileno(), 1 << 30):
                pass
        except OSError as error:
            if error.errno not in _COPIES_ITSELF:
                raise
        # Where it copied nothing, or not all (some file systems say 0), the rest follows here.
        source.seek(0, os.SEEK_CUR)
    shutil.copyfileobj(source, target, 4 << 20)
    target.flush()


def _claimed(folder: Path, private: bool) -> tuple[Path, IO[bytes]]:
    """A passing file, open and locked for as long as it is."""
    while True:
        part = folder / f".{secrets.token_hex(6)}.part"
        file = open(part, "xb", opener=_private if private else None)  # noqa: SIM115 the caller closes it
        if lock(file) and part.exists():
            return part, file
        file.close()  # a sweep took it for a dead process's, in the moment before it was locked


def _sweep(folder: Path) -> None:
    """Clear away what a killed process left half written: nobody holds the lock that its writer had."""
    if os.name == "nt":
        return
    for part in folder.glob(".????????????.part"):
        remove_abandoned(part)


def remove_abandoned(part: Path) -> None:
    """Remove a passing file whose writer is gone; one that is being written, here or elsewhere, stays."""
    with contextlib.suppress(OSError), part.open("rb+") as file:
        if lock(file):
            part.unlink()


def sync_tree(folder: Path) -> None:
    """Flush every file in `folder`, and the folder, to the disk."""
    for path in folder.iterdir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Flush a folder's names to the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_tree(folder: Path) -> None:
    """Remove a folder and all in it; nothing if it is not there."""
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(folder)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


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
    """Return whether the lock could be had; held until the file is closed. Windows locks what is open by
    itself.
    """
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
