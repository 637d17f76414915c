"""Rendering processes on this machine."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess
from typing import Any

INLINE_CHARS = 1200
"""A shorter text is rendered here: starting processes would take longer than speaking it."""


def cores() -> int:
    """Cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextlib.contextmanager
def local(jobs: int, chars: int) -> Iterator[Executor | None]:
    """A pool of `jobs` processes for a text of `chars` characters, or None if one process is faster."""
    if jobs == 1 or chars < INLINE_CHARS:
        yield None
        return
    # Spawned, not forked: the parent holds onnxruntime's threads, which do not survive a fork.
    pool = ProcessPoolExecutor(jobs, mp_context=_Context(), initializer=_start)
    try:
        yield pool
    except BaseException:
        # Ctrl-C or an error: nobody waits for what is still being rendered, only for the processes to end.
        for process in list((pool._processes or {}).values()):
            process.terminate()
        pool.shutdown(cancel_futures=True)
        raise
    else:
        pool.shutdown()


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


def _start() -> None:
    """In each worker: leave Ctrl-C to the parent, and end when the parent has died."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
