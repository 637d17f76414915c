from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.patience import PATIENCE_S, until

if TYPE_CHECKING:
    from listen.render.process_pool import Pool

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="Linux's own pool")]


@pytest.fixture
def pool() -> Iterator[Pool]:
    from listen.render.process_pool import Pool

    made = Pool(2)
    yield made
    made.stop()


def who() -> tuple[int, int, int]:
    """Return this process, its parent and how many threads it has."""
    return os.getpid(), os.getppid(), len(list(Path("/proc/self/task").iterdir()))


def met(folder: Path, name: str, other: str) -> int:
    """Wait until a task of another process has come too."""
    (folder / name).touch()
    until(lambda: (folder / other).exists())
    return os.getpid()


def both(pool: Pool, folder: Path) -> tuple[int, int]:
    """Return the processes of the pool, by two tasks that wait for each other."""
    a, b = pool.submit(met, folder, "a", "b"), pool.submit(met, folder, "b", "a")
    return a.result(PATIENCE_S), b.result(PATIENCE_S)


class NoTravellerError(Exception):
    """Cannot be made again from its words alone."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def fail(kind: str) -> None:
    if kind == "plain":
        raise ValueError("wrong")
    raise NoTravellerError("lost", " words")


def test_one_process_starts_the_other_and_both_work(pool: Pool, tmp_path: Path) -> None:
    first, second = sorted(both(pool, tmp_path))
    found = {pool.submit(who).result(PATIENCE_S)[:2] for _ in range(20)}
    assert found <= {(first, os.getpid()), (second, first)}


def test_where_a_thread_would_be_lost_the_other_starts_by_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from listen.render.process_pool import Pool

    (tmp_path / "lameenc.py").write_text(  # loaded before the others are started
        "import threading, time\nthreading.Thread(target=time.sleep, args=(600,), daemon=True).start()\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    pool = Pool(2)
    try:
        processes = both(pool, tmp_path)
    finally:
        pool.stop()
    assert processes[0] != processes[1]


KNOWN: list[tuple[int, str]] = []


def learn(word: str) -> None:
    """Load something, as a voice is loaded."""
    KNOWN.append((os.getpid(), word))
    if word == "no":
        raise ValueError(word)


def known(folder: Path, name: str, other: str) -> tuple[int, list[tuple[int, str]]]:
    """Return what this process knows."""
    return met(folder, name, other), list(KNOWN)


@pytest.mark.parametrize("word", ["voice", "no"])
def test_what_it_begins_with_is_loaded_once_for_all(pool: Pool, tmp_path: Path, word: str) -> None:
    pool.begin(learn, word)
    futures = [pool.submit(known, tmp_path, *names) for names in (("a", "b"), ("b", "a"))]
    (one, its), (two, others) = (future.result(PATIENCE_S) for future in futures)
    assert one != two
    assert its == others == [(min(one, two), word)]


def test_values_and_errors_come_back(pool: Pool) -> None:
    assert pool.submit(divmod, 7, 2).result(PATIENCE_S) == (3, 1)
    assert pool.submit(sorted, [1, 3, 2], reverse=True).result(PATIENCE_S) == [3, 2, 1]
    large = pool.submit(bytes, 3_000_000)
    assert len(large.result(PATIENCE_S)) == 3_000_000
    with pytest.raises(ValueError, match="wrong"):
        pool.submit(fail, "plain").result(PATIENCE_S)
    with pytest.raises(RuntimeError, match="NoTravellerError: lost words"):
        pool.submit(fail, "odd").result(PATIENCE_S)
    with pytest.raises(TypeError, match="pickle"):
        pool.submit(print, threading.Lock()).result(PATIENCE_S)
    assert pool.submit(len, "still there").result(PATIENCE_S) == 11


@pytest.mark.parametrize("which", [0, 1])
def test_a_process_that_dies_ends_the_pool(pool: Pool, tmp_path: Path, which: int) -> None:
    processes = sorted(both(pool, tmp_path))
    waiting = [pool.submit(time.sleep, 60) for _ in range(8)]
    os.kill(processes[which], signal.SIGKILL)
    for future in waiting:
        with pytest.raises(BrokenExecutor):
            future.result(PATIENCE_S)
    with pytest.raises(BrokenExecutor):
        pool.submit(len, "")
    until(lambda: not any(Path(f"/proc/{process}").exists() for process in processes))


def test_shutdown_waits_for_what_was_given_and_ends_the_processes(pool: Pool, tmp_path: Path) -> None:
    processes = both(pool, tmp_path)
    futures = [pool.submit(len, "x" * n) for n in range(30)]
    pool.shutdown()
    assert [future.result(0) for future in futures] == list(range(30))
    assert not any(Path(f"/proc/{process}").exists() for process in processes)
    with pytest.raises(RuntimeError, match="shut down"):
        pool.submit(len, "")


def test_what_nobody_has_begun_can_be_cancelled(pool: Pool, tmp_path: Path) -> None:
    both(pool, tmp_path)
    futures = [pool.submit(time.sleep, 0.2) for _ in range(12)]
    assert futures[-1].cancel()
    pool.shutdown(cancel_futures=True)
    assert any(future.cancelled() for future in futures[:-1])
    assert all(future.done() for future in futures)


def test_a_pool_that_was_given_nothing_starts_nothing(pool: Pool) -> None:
    pool.shutdown()
    assert pool._process is None
