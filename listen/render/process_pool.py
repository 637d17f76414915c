"""Processes of this machine that render, on Linux: one starts, and forks the others (`process_child`).

What Python and numpy have loaded is then in memory once, and nothing keeps a process of its own for it, as
`multiprocessing` would. Elsewhere `processes` is used.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass
from typing import IO, Any

from listen.render import process_child
from listen.render.process_memory import large_pages

_UNDER_WAY = 2
"""Tasks that a process is given at once, so that it need not wait for the next."""
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""There is a process for each core. And what forks must have one thread."""


@dataclass(frozen=True, slots=True)
class _Task:
    future: Future[Any]
    call: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _Link:
    """Holds this process's ends of the pipes to another."""

    tasks: IO[bytes]
    answers: IO[bytes]

    def close(self) -> None:
        for stream in (self.tasks, self.answers):
            with contextlib.suppress(OSError):  # the other end is closed
                stream.close()


class Pool(Executor):
    """A pool of processes that Ctrl-C can stop at any moment. They are started when work comes."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._changed = threading.Condition()
        self._waiting: deque[_Task] = deque()
        self._threads: list[threading.Thread] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._first = b""
        self._ended = self._broken = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """As any executor's."""
        task = _Task(Future(), (fn, args, kwargs))
        with _interrupts_held(), self._changed:
            if self._broken:
                raise BrokenExecutor("a rendering process ended")
            if self._ended:
                raise RuntimeError("the pool was shut down")
            if self._process is None:
                self._start()
            self._waiting.append(task)
            self._changed.notify()
        return task.future

    def begin(self, fn: Callable[..., object], /, *args: Any) -> None:
        """Have every process know what this call loads, before it is given any work. The first one makes the
        call, and the others are forked from it. Nothing happens where they have started already.
        """
        self._first = pickle.dumps((fn, args, {}), pickle.HIGHEST_PROTOCOL)
        with _interrupts_held(), self._changed:
            if self._process is None and not (self._broken or self._ended):
                self._start()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """As any executor's."""
        with self._changed:
            self._ended = True
            if cancel_futures:
                while self._waiting:
                    self._waiting.popleft().future.cancel()
            self._changed.notify_all()
        if wait:
            self._wait()

    def stop(self) -> None:
        """End at once: nobody waits for what is still being rendered, only for the processes to end."""
        self._break([])
        self._wait()

    def _wait(self) -> None:
        for thread in self._threads:
            thread.join()
        if self._process is not None:
            self._process.wait()

    def _start(self) -> None:
        """Start the first process, which starts the others, and a thread for each."""
        down = [os.pipe() for _ in range(self._jobs)]
        up = [os.pipe() for _ in range(self._jobs)]
        theirs = [(tasks[0], answers[1]) for tasks, answers in zip(down, up, strict=True)]
        passed = [end for ends in theirs for end in ends]
        env = {**_ONE_THREAD, **os.environ, **large_pages()}
        try:
            self._process = subprocess.Popen(
                process_child.command(theirs, self._first), env=env, pass_fds=passed, stdin=subprocess.DEVNULL
            )
        finally:
            for end in passed:
                os.close(end)
            links = [_Link(open(t[1], "wb"), open(a[0], "rb")) for t, a in zip(down, up, strict=True)]  # noqa: PTH123, SIM115 descriptors
            if self._process is None:
                for link in links:
                    link.close()
        self._threads = [threading.Thread(target=self._served, args=(link,), daemon=True) for link in links]
        for thread in self._threads:
            thread.start()

    def _served(self, link: _Link) -> None:
        """Give one process its tasks, and their futures what they came to."""
        sent: deque[_Task] = deque()
        try:
            try:
                process_child.receive(link.answers)
            except EOFError:
                if threading.current_thread() is self._threads[0]:
                    raise
                return  # it could not be started: the others do its work
            while True:
                while len(sent) < _UNDER_WAY and (task := self._next(idle=not sent)):
                    try:
                        data = pickle.dumps(task.call, pickle.HIGHEST_PROTOCOL)
                    except Exception as error:  # noqa: BLE001 whoever asks for the result is told
                        task.future.set_exception(error)
                        continue
                    sent.append(task)
                    process_child.send(link.tasks, data)
                if not sent:
                    break
                done, value = pickle.loads(process_child.receive(link.answers))
                future = sent.popleft().future
                if done:
                    future.set_result(value)
                else:
                    future.set_exception(value)
                del future, value
        except (EOFError, OSError):
            self._break(sent)
        finally:
            link.close()

    def _next(self, idle: bool) -> _Task | None:
        """Return a task for a process, which is waited for where it has none; None when there is none."""
        with self._changed:
            while not self._broken:
                # The last tasks are left to those who are done first.
                if self._waiting and (idle or len(self._waiting) > self._jobs):
                    task = self._waiting.popleft()
                    if task.future.set_running_or_notify_cancel():
                        return task
                elif self._ended or not idle:
                    return None
                else:
                    self._changed.wait()
        raise EOFError

    def _break(self, lost: Iterable[_Task]) -> None:
        """End the processes, and tell whoever waits for a task that it will not be done."""
        with self._changed:
            self._broken = True
            waiting = [task for task in self._waiting if task.future.set_running_or_notify_cancel()]
            self._waiting.clear()
            self._changed.notify_all()
        if self._process is not None:
            self._process.kill()  # the others end with it
            self._process.wait()
        for task in (*lost, *waiting):
            task.future.set_exception(BrokenExecutor("a rendering process ended"))


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until a process that was started meanwhile is known to the pool. The process inherits
    that, so that it is not interrupted before it could say that it leaves Ctrl-C to its parent.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
