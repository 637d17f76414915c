from __future__ import annotations

import os
from pathlib import Path

from listen.cache import DiskCache
from listen.model import Run, Span

RUN = Run(b"\xff\xf3 frames \n more", 2, 1000, (Span(0, 400, ((0, 200), (200, 400))), Span(500, 1000)))


def key(n: int) -> str:
    return f"{n:064x}"


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    assert cache.get(key(1)) is None
    cache.put(key(1), RUN)
    assert cache.get(key(1)) == RUN
    assert DiskCache(tmp_path).get(key(1)) == RUN
    assert cache.usage().entries == 1


def test_a_damaged_entry_is_noted_and_made_again(tmp_path: Path) -> None:
    notes: list[str] = []
    cache = DiskCache(tmp_path, note=notes.append)
    cache.put(key(1), RUN)
    (path,) = tmp_path.glob("??/*")
    for damage in (
        path.read_bytes()[:-1],
        b"",
        b"nonsense\n{}\n",
        path.read_bytes().replace(b"more", b"mord"),
    ):
        path.write_bytes(damage)
        assert cache.get(key(1)) is None
        assert not path.exists()
        assert "damaged cache entry is made again" in notes.pop()
        cache.put(key(1), RUN)


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    size = len(RUN.frames) + 200
    cache = DiskCache(tmp_path, limit=5 * size)
    for n in range(20):
        cache.put(key(n), RUN)
        os.utime(tmp_path / key(n)[:2] / key(n)[2:], (n, n))
        if n == 3:
            continue
        cache.get(key(3))  # used all the time
    assert cache.get(key(3)) == RUN
    assert cache.get(key(0)) is None
    assert cache.usage().size <= 5 * size


def test_clear_removes_everything(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    cache.put(key(1), RUN)
    cache.put(key(300), RUN)
    assert cache.clear().entries == 2
    assert cache.usage().entries == 0


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    notes: list[str] = []
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    cache = DiskCache(blocked, note=notes.append)
    cache.put(key(1), RUN)
    assert cache.get(key(1)) is None
    assert "cannot be written" in notes[0]


def test_no_part_is_left_behind(tmp_path: Path) -> None:
    DiskCache(tmp_path).put(key(1), RUN)
    assert [p.suffix for p in tmp_path.rglob("*.part")] == []
