"""Rendering processes on this machine."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess
from typing import Any, cast

INLINE_CHARS = 1200
"""A shorter text is rendered here: starting processes would take longer than speaking it."""


_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""What mallopt(3) calls them, in <malloc.h>."""


def cores() -> int:
    """Cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def pool(
    executor: Executor | None, jobs: int | None, chars: int, limit: int = 0
) -> AbstractContextManager[Executor | None]:
    """The caller's executor as it is; without one, processes of this machine: one for each core.

    `limit` is how many processes may speak at once, 0 for any number. Where it is 1, this process speaks
    alone, whatever executor was given: nobody can say how many processes that one has.
    """
    if limit == 1:
        return contextlib.nullcontext(None)
    return contextlib.nullcontext(executor) if executor else local(allowed(jobs, limit), chars)


def allowed(jobs: int | None, limit: int) -> int:
    """How many processes speak: `jobs`, or one for each core, but no more than `limit` (0: any number)."""
    return min(jobs or cores(), limit or sys.maxsize)


def ahead(jobs: int | None) -> int:
    """How many passages may be under way at once: no process waits, and memory stays flat."""
    return 4 * (jobs or cores())


@contextlib.contextmanager
def local(jobs: int, chars: int) -> Iterator[Executor | None]:
    """A pool of `jobs` processes for a text of `chars` characters, or None if one process is faster."""
    if jobs == 1 or chars < INLINE_CHARS:
        yield None
        return
    # Spawned, not forked: the parent holds onnxruntime's threads, which do not survive a fork.
    processes = _Pool(jobs, mp_context=_Context(), initializer=_start)
    try:
        yield processes
        processes.shutdown()
    except BaseException:
        processes.stop()
        raise


class _Pool(ProcessPoolExecutor):
    """A pool that Ctrl-C can stop at any moment."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """As the base class; Ctrl-C waits until a process that was started for it is known to the pool."""
        with _interrupts_held():
            return super().submit(fn, *args, **kwargs)

    def stop(self) -> None:
        """End at once: nobody waits for what is still being rendered, only for the processes to end."""
        processes = list((self._processes or {}).values())
        for process in processes:
            process.terminate()
        for process in processes:
            process.join()
        # One that ended in the middle of a result leaves the pool's thread waiting for the rest of it, until
        # the last writing end of the pipe is closed: this process's own.
        if self._result_queue is not None:
            cast(Any, self._result_queue)._writer.close()
        self.shutdown(cancel_futures=True)


class _Process(SpawnProcess):
    """A worker that does not run the caller's script again: it needs nothing from there, and a script that
    calls `listen.make` without the `__main__` guard would start itself over and over.
    """

    @staticmethod
    def _Popen(process_obj: BaseProcess) -> Any:  # noqa: N802 the name that multiprocessing gives it
        main = sys.modules["__main__"]
        kept = {name: main.__dict__.get(name) for name in ("__spec__", "__file__")}
        main.__dict__.update(dict.fromkeys(kept))
        try:
            return SpawnProcess._Popen(process_obj)
        finally:
            main.__dict__.update(kept)


class _Context(SpawnContext):
    Process = _Process


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits, and a process started meanwhile inherits that: one that is interrupted before it could
    say that it leaves Ctrl-C to its parent would die with a page of its own complaints.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    """In each worker: leave Ctrl-C to the parent, keep little memory, and end when the parent has died."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _give_back()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _give_back() -> None:
    """Let glibc return large arrays to the system when they are freed. It would otherwise learn from them to
    keep ever larger ones: a quarter of a worker's memory after an hour of speech.
    """
    if sys.platform != "linux":
        return
    import ctypes

    with contextlib.suppress(OSError, AttributeError):  # another C library has other ways
        libc = ctypes.CDLL(None)
        libc.mallopt(_MMAP_THRESHOLD, 2 << 20)
        libc.mallopt(_TRIM_THRESHOLD, 32 << 20)  # less would cost a twentieth of the time in page faults


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
