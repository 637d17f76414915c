from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import pytest

from listen.model import Run, Span, SpokenWord
from listen.storage.cache import DiskCache

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


def test_a_changed_byte_is_seen_wherever_it_stands(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    cache.put(key(1), RUN)
    (path,) = tmp_path.glob("??/*")
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert cache.get(key(1)) is None


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


def test_entries_of_others_count_towards_the_limit(tmp_path: Path) -> None:
    size = len(RUN.frames) + 200
    ours, theirs = (DiskCache(tmp_path, limit=40 * size) for _ in range(2))
    for n in range(200):
        (ours if n % 2 else theirs).put(f"{n % 256:02x}{n:062x}", RUN)
        assert DiskCache(tmp_path).usage().size <= 80 * size
    ours.put(key(999), RUN)
    assert ours.get(key(999)) == RUN


def test_what_was_never_written_to_its_end_is_removed(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    cache.put(key(1), RUN)
    folder = tmp_path / key(1)[:2]
    new, old = folder / "new.part", folder / "old.part"
    new.write_bytes(b"half")
    old.write_bytes(b"half")
    os.utime(old, (0, 0))
    assert cache.usage().entries == 1
    assert (new.exists(), old.exists()) == (True, False)
    cache.clear()
    assert list(folder.iterdir()) == []


def _share(folder: str, seed: int) -> int:
    """Put and get in a shared folder; how many entries were there and right."""
    cache = DiskCache(Path(folder), limit=30_000, note=lambda text: sys.exit(text))
    choose, found = random.Random(seed), 0
    for _ in range(600):
        n = choose.randrange(120)  # more than three processes write before the first of them counts
        run = Run(bytes([n]) * 1000, n, n * 576, (Span(0, n),))
        kept = cache.get(f"{n:02x}" * 32)
        assert kept in (None, run)
        found += kept is not None
        if kept is None:
            cache.put(f"{n:02x}" * 32, run)
    return found


@pytest.mark.slow
def test_processes_may_share_it(tmp_path: Path) -> None:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(_share, [str(tmp_path)] * 3, range(3)))
    assert min(found) > 50
    assert list(tmp_path.rglob("*.part")) == []
    assert DiskCache(tmp_path).usage().size <= 2 * 30_000


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
    cache.put(key(2), RUN)
    assert cache.get(key(1)) is None
    assert len(notes) == 1, "a full disk is told once, not for each passage"
    assert "cannot be written" in notes[0]


def test_no_part_is_left_behind(tmp_path: Path) -> None:
    DiskCache(tmp_path).put(key(1), RUN)
    assert [p.suffix for p in tmp_path.rglob("*.part")] == []


SAID = [[SpokenWord("two", 0, 4, "“", ", ", "tuː"), SpokenWord("pounds", 0, 4)], []]


def test_words_are_kept_beside_the_runs(tmp_path: Path) -> None:
    notes: list[str] = []
    cache = DiskCache(tmp_path, note=notes.append)
    assert cache.words(key(1)) is None
    cache.put(key(1), RUN)
    cache.put_words(key(1), SAID)
    assert (cache.words(key(1)), cache.get(key(1))) == (SAID, RUN)
    assert cache.usage().entries == 1
    (path,) = tmp_path.glob("??/*.words")
    assert cache.usage().size > path.stat().st_size
    path.write_bytes(path.read_bytes().replace(b"two", b"ten"))
    assert cache.words(key(1)) is None
    assert not path.exists()
    assert "damaged cache entry is made again" in notes.pop()
    cache.put_words(key(2), SAID)
    cache.discard([key(1), key(2)])
    assert list(tmp_path.glob("??/*")) == []


def test_an_entry_is_marked_as_used_unless_it_was_just_now(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    cache.put(key(1), RUN)
    entry = tmp_path / key(1)[:2] / key(1)[2:]
    now = entry.stat().st_mtime
    for before, marked in ((now - 5, False), (now - 600, True), (now + 86_400, True)):
        os.utime(entry, (before, before))
        assert cache.get(key(1)) == RUN
        assert (abs(entry.stat().st_mtime - before) > 1) == marked


def test_words_of_rows_are_those_that_calls_make() -> None:
    rows = [("two", 0, 5, "(", ") ", "tuː"), ("", 5, 5, "", " ", "")]
    words = SpokenWord.each(rows)
    assert words == [SpokenWord(*row) for row in rows]
    assert [hash(word) for word in words] == [hash(SpokenWord(*row)) for row in rows]
    with pytest.raises(ValueError, match="unpack"):
        SpokenWord.each([("two", 0, 5)])
