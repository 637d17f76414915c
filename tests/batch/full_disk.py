"""A disk with little room, as fsspec's storage `full://`: FULL_DISK_BYTES is how much it holds."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

from fsspec.implementations.local import LocalFileSystem


class FullDisk(LocalFileSystem):
    protocol = "full"

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(str(path).removeprefix("full://")))

    def _room_for(self, size: int) -> None:
        root = Path(os.environ["FULL_DISK_ROOT"])
        taken = sum(path.stat().st_size for path in root.rglob("*") if path.is_file())
        if taken + size > int(os.environ["FULL_DISK_BYTES"]):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def put_file(self, lpath: str, rpath: str, *args: Any, **kwargs: Any) -> None:
        self._room_for(Path(lpath).stat().st_size)
        super().put_file(lpath, rpath, *args, **kwargs)

    def pipe_file(self, path: str, value: bytes, *args: Any, **kwargs: Any) -> None:
        self._room_for(len(value))
        super().pipe_file(path, value, *args, **kwargs)
