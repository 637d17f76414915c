"""The seam between what asks for work and what does it: any executor, or processes of this machine.

An executor is anything shaped like `concurrent.futures.Executor`. What a worker raises comes back as a value
(`submit`, `result`), so whatever else a future raises is the executor's own failure, whoever made it.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from listen.errors import EngineError

if TYPE_CHECKING:
    from listen.render import process_pool, processes

T = TypeVar("T")

INLINE_CHARS = 1200
"""A shorter text is rendered here: starting processes would take longer than speaking it."""
RENEWED_AFTER = 600
"""Passages, some four hours of speech, after which a pool starts new processes: espeak-ng loses 0.8 kB with
every sentence, and nothing but the end of its process brings them back."""


def cores() -> int:
    """Cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def pool(
    executor: Executor | None, jobs: int | None, chars: int, limit: int = 0
) -> AbstractContextManager[Executor | None]:
    """The caller's executor as it is; without one, processes of this machine: one for each core.

    None, which renders in place, inside somebody else's worker: in a process that may start none, and in a
    thread (its owner has others beside it) unless `jobs` asks for processes.
    `limit` is how many processes may speak at once, 0 for any number. Where it is 1, this process speaks
    alone, whatever executor was given: nobody can say how many processes that one has.
    """
    if limit == 1:
        return contextlib.nullcontext(None)
    if executor is not None:
        return contextlib.nullcontext(executor)
    in_thread = threading.current_thread() is not threading.main_thread()
    return local(1 if in_thread and jobs is None else allowed(jobs, limit), chars)


def allowed(jobs: int | None, limit: int) -> int:
    """Return how many processes speak: `jobs`, or one for each core, but no more than `limit` (0: any
    number).
    """
    return min(jobs or cores(), limit or sys.maxsize)


def over(articles: int, jobs: int | None) -> AbstractContextManager[Executor | None]:
    """One pool for several articles, whose processes stay warm from one to the next.

    None for a single article: `pool` then looks at its length.
    """
    if articles < 2:
        return contextlib.nullcontext()
    return local(jobs or cores(), INLINE_CHARS, shared=True)


def may_start() -> bool:
    """Return whether this process may have children: the workers of multiprocessing, Celery and Dask may
    not.
    """
    ours = sys.modules.get("multiprocessing.process")  # a process that it started has loaded it
    if ours is not None and ours.current_process().daemon:
        return False
    billiard = sys.modules.get("billiard")  # Celery's own copy of multiprocessing
    return billiard is None or not billiard.current_process().daemon


@dataclass(frozen=True, slots=True)
class Returned(Generic[T]):
    """Holds what a worker's function came to: its value, or what it raised."""

    value: T | None
    error: Exception | None = None


def attempt(function: Callable[..., T], *args: Any) -> Returned[T]:
    """Call `function` in a worker; what it raises is returned, with its traceback as a note."""
    try:
        return Returned(function(*args))
    except Exception as error:  # noqa: BLE001 raised again where the result is asked for
        error.add_note("".join(traceback.format_exception(error)).rstrip())
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:  # noqa: BLE001 an error that cannot travel: its words can
            return Returned(None, RuntimeError(f"{type(error).__name__}: {error}"))
        return Returned(None, error)


def idle(executor: Executor | None) -> bool:
    """Return whether it is a pool for one narration that has started no process yet."""
    return isinstance(executor, _Renewing) and not executor.used


def start(executor: Executor, function: Callable[..., object], *args: Any) -> None:
    """Have the workers load what `function` loads, which nobody waits for: all of this machine's pool, or
    one of another executor's. If there is no worker, the next `submit` says so.
    """
    begin = executor.begin if isinstance(executor, _Renewing) else executor.submit
    with contextlib.suppress(BrokenExecutor, RuntimeError, OSError):
        begin(function, *args)


def submit(executor: Executor, function: Callable[..., T], *args: Any) -> Future[Returned[T]]:
    """`executor.submit` for `result`. A pool that is broken already gives a future that says so."""
    try:
        return executor.submit(attempt, function, *args)
    except (BrokenExecutor, RuntimeError, OSError) as error:  # RuntimeError: it was shut down
        failed: Future[Returned[T]] = Future()
        failed.set_exception(error)
        return failed


def result(future: Future[Returned[T]], near: str) -> T:
    """Return what the worker's function returned, or raises what it raised.

    Raises EngineError, with the first words of `near`, when the worker died or was lost: a broken pool of
    processes, Dask's KilledWorker, a connection that is gone, a task that was cancelled.
    """
    try:
        returned = future.result()
    except Exception as error:
        raise EngineError(
            f"a rendering process died near “{near:.40}”: out of memory? Try again with --jobs 1"
        ) from error
    if returned.error is not None:
        raise returned.error
    return cast("T", returned.value)


def ahead(jobs: int | None) -> int:
    """Return how many passages may be under way at once: no process waits, and memory stays flat."""
    return 4 * (jobs or cores())


@contextlib.contextmanager
def local(jobs: int, chars: int, shared: bool = False) -> Iterator[Executor | None]:
    """A pool of `jobs` processes for a text of `chars` characters, or None if one process is faster.

    `shared`: several articles follow, so its processes are worth starting for any of them."""
    if jobs == 1 or chars < INLINE_CHARS or not may_start():
        yield None
        return
    processes = _Renewing(jobs, shared)
    try:
        yield processes
        processes.shutdown()
    except BaseException:
        processes.stop()
        raise


class _Renewing(Executor):
    """A pool that is kept over many articles: one whose process died is replaced for those that follow."""

    def __init__(self, jobs: int, shared: bool = False) -> None:
        self._jobs = jobs
        self._pool: processes.Pool | process_pool.Pool | None = (
            None  # until there is work: most narrations made again need no process
        )
        self._given = 0
        self._first: tuple[Callable[..., object], tuple[Any, ...]] | None = None
        self.used = shared
        """Whether it was given work, and so has processes, or will be."""

    def _new(self) -> processes.Pool | process_pool.Pool:
        if sys.platform != "linux":
            from listen.render import processes

            return processes.pool(self._jobs)
        from listen.render import process_pool

        pool = process_pool.Pool(self._jobs)
        if self._first is not None:
            function, args = self._first
            pool.begin(function, *args)
        return pool

    def begin(self, fn: Callable[..., object], /, *args: Any) -> None:
        """Start its processes with this call, now and whenever they are renewed; a pool that has started
        already has one of them make it.
        """
        self._first = (fn, args)
        if self._pool is None:
            self.used = True
            self._pool = self._new()
            if sys.platform == "linux":
                return
        self.submit(fn, *args)

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """As any executor's. The first one starts a process, each next one another, up to `jobs`."""
        self.used = True
        self._given += 1
        if self._pool is None:
            self._pool = self._new()
        elif self._given > RENEWED_AFTER:
            self._pool.shutdown()  # waits for what is under way: never more processes than were asked for
            self._pool, self._given = self._new(), 1
        try:
            return self._pool.submit(fn, *args, **kwargs)
        except BrokenExecutor:
            self._pool = self._new()
            return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """As any executor's."""
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def stop(self) -> None:
        """End at once."""
        if self._pool is not None:
            self._pool.stop()
