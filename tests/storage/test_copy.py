"""A file is copied whole whether the system copies all of it, a part, or nothing."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from listen.storage import whole

REAL = getattr(os, "copy_file_range", lambda source, target, size: 0)


def refused(*_: int) -> int:
    raise OSError(errno.EXDEV, "another file system")


def partly() -> Callable[[int, int, int], int]:
    answers = iter((REAL, refused))
    return lambda source, target, size: next(answers)(source, target, 1000)


@pytest.mark.parametrize("system", [REAL, refused, partly(), lambda *_: 0], ids=["all", "no", "part", "0"])
def test_what_is_copied_is_the_same(
    system: Callable[[int, int, int], int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "copy_file_range", system, raising=False)
    data = bytes(range(251)) * 40
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(data)
    with source.open("rb") as given, target.open("wb") as made:
        made.write(b"head")
        made.flush()
        whole.copy(given, made)
    assert target.read_bytes() == b"head" + data


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: int) -> int:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "copy_file_range", full, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    source = tmp_path / "source"
    source.write_bytes(b"sound")
    with (
        source.open("rb") as given,
        (tmp_path / "target").open("wb") as made,
        pytest.raises(OSError, match="no space left"),
    ):
        whole.copy(given, made)
