"""Processes of this machine that render. Loaded only where one is started: what Python has for them takes a
tenth of the time in which a narration is made again.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess
from typing import Any, cast

from listen.render.process_memory import give_back, large_pages


def pool(jobs: int) -> Pool:
    """Return a pool of `jobs` processes; each is started when work comes for it."""
    # Spawned, not forked: the parent holds onnxruntime's threads, which do not survive a fork.
    return Pool(jobs, mp_context=_Context(), initializer=_start)


class Pool(ProcessPoolExecutor):
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
            with _environment(large_pages()):
                return SpawnProcess._Popen(process_obj)
        finally:
            main.__dict__.update(kept)


class _Context(SpawnContext):
    Process = _Process


@contextlib.contextmanager
def _environment(changes: dict[str, str]) -> Iterator[None]:
    """Processes started meanwhile have these in their environment."""
    before = {name: os.environ.get(name) for name in changes}
    os.environ.update(changes)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


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
    give_back()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
