"""The seam: whatever renders, a death is an EngineError, what the work raises comes through as it is, and
`make` works inside other people's workers."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sys
import threading
import types
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from listen import pipeline
from listen.errors import EngineError, LostSpeechError
from listen.options import Options
from listen.render import workers

LONG = "Title\n\n" + "\n\n".join(f"Paragraph {n} has some words in it. " * 5 for n in range(12))


class KilledWorker(Exception):  # noqa: N818 Dask's own name
    """As Dask's: no BrokenExecutor, and not importable here."""


class Failing(Executor):
    """An executor whose own part fails: at once, or when the result is asked for."""

    def __init__(self, error: BaseException, at_once: bool = False) -> None:
        self._error, self._at_once = error, at_once

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self._at_once:
            raise self._error
        future: Future[Any] = Future()
        future.set_exception(self._error)
        return future


@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize(
    "error", [BrokenExecutor("gone"), KilledWorker("task", "tcp://1"), CancelledError(), OSError("closed")]
)
def test_a_death_is_an_engine_error_whatever_the_executor(error: Exception, at_once: bool) -> None:
    if at_once and isinstance(error, (KilledWorker, CancelledError)):
        pytest.skip("these come with results only")
    future = workers.submit(Failing(error, at_once), len, "text")
    with pytest.raises(EngineError, match="a rendering process died near “Some words”"):
        workers.result(future, "Some words")


def fail(error: Exception) -> None:
    raise error


class StubbornError(Exception):
    def __init__(self, a: str, b: str) -> None:
        super().__init__(a)
        self.lock = threading.Lock()  # cannot be pickled


@pytest.mark.parametrize(
    "error", [LostSpeechError("not whole"), ValueError("a bug"), BrokenExecutor("its own")]
)
def test_what_the_work_raises_is_raised_as_it_is(error: Exception) -> None:
    with ThreadPoolExecutor(1) as threads, pytest.raises(type(error), match=str(error)) as raised:
        workers.result(workers.submit(threads, fail, error), "text")
    assert "in fail" in "".join(raised.value.__notes__)  # where it happened, for whoever looks for the bug


def test_an_error_that_cannot_travel_sends_its_words() -> None:
    returned = workers.attempt(fail, StubbornError("the words", "b"))
    assert str(pickle.loads(pickle.dumps(returned)).error) == "StubbornError: the words"


def die() -> None:
    os._exit(9)


@pytest.mark.slow
def test_a_pool_that_is_kept_replaces_what_died() -> None:
    with workers.local(2, workers.INLINE_CHARS) as pool:
        assert pool is not None
        with pytest.raises(EngineError):
            workers.result(workers.submit(pool, die), "text")
        assert workers.result(workers.submit(pool, len, "text"), "text") == 4


def test_a_thread_renders_in_place() -> None:
    def opened(jobs: int | None) -> bool:
        with workers.pool(None, jobs, 10_000) as pool:
            return pool is not None

    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(opened, None).result() is False
        assert threads.submit(opened, 2).result() is True  # asked for: no process starts before there is work
    assert opened(2) is True
    assert opened(1) is False


def test_inside_celery_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    billiard = types.SimpleNamespace(current_process=lambda: types.SimpleNamespace(daemon=True))
    monkeypatch.setitem(sys.modules, "billiard", billiard)
    assert not workers.may_start()
    with workers.pool(None, 4, 10_000) as pool:
        assert pool is None


def narrate(folder: str) -> None:
    # Asked for two processes, it must do without.
    pipeline.make(f"{folder}/story.txt", "tone", f"{folder}/inside.mp3", options=Options(jobs=2, cache=False))


@pytest.mark.slow
def test_make_works_in_a_daemonic_process(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(LONG, "utf-8")
    process = multiprocessing.get_context("spawn").Process(target=narrate, args=(str(tmp_path),), daemon=True)
    process.start()
    process.join(60)
    assert process.exitcode == 0
    here = pipeline.make(str(tmp_path / "story.txt"), "tone", tmp_path / "here.mp3", options=Options(jobs=1))
    assert (tmp_path / "inside.mp3").read_bytes() == here.path.read_bytes()


def test_one_pool_serves_several_articles() -> None:
    with workers.over(1, 2) as pool:
        assert pool is None
    with workers.over(2, 2) as pool:
        assert pool is not None
    with workers.over(2, 1) as pool:
        assert pool is None
