"""This module says what an executor's worker calls: one article, narrated in a process that may die, hang or
grow.

The worker itself, a thread here or a process of a cluster, only waits: it ends the process when its time is
over, sees it die, and starts another. So a bad article costs one process and nobody else's work, whatever the
executor is, and processes stay warm from one article to the next.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import queue
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from listen.batch import work
from listen.batch.work import Job, Outcome
from listen.render import process_memory
from listen.storage.manifest import Line

RECYCLED_AFTER = 1000
"""Articles that one process narrates: what little a library leaks in each does not add up for weeks."""
START_S = 300.0
"""Longest that a process may take until it can be given an article."""
_HEAD = struct.Struct(">Q")


def perform(job: bytes) -> Outcome:
    """Narrate the packed job in a process of its own; only what is wrong with the worker itself is raised."""
    unpacked = unpack(job)
    if unpacked.settings.version != work.version():
        return _failed(
            unpacked,
            f"a worker has listen {work.version()}, the batch was started with "
            f"{unpacked.settings.version}: install the same on all",
            failure="version",
        )
    with _borrowed() as child:
        return child.perform(unpacked)


def pack(job: Job) -> bytes:
    """The job as it travels: pages shrink to a fifth, and the scheduler need not know what they are."""
    return zlib.compress(pickle.dumps(job), 1)


def unpack(job: bytes) -> Job:
    """Return what `pack` packed."""
    unpacked: Job = pickle.loads(zlib.decompress(job))
    return unpacked


def repacked(job: bytes, **changes: Any) -> bytes:
    """The packed job with some of its fields changed."""
    return pack(replace(unpack(job), **changes))


class Child:
    """One narrating process."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="listen-narrator-"))
        paths = [os.path.realpath(path) if path == "" else path for path in sys.path]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "listen.batch.child", str(self._folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **process_memory.large_pages(), "PYTHONPATH": os.pathsep.join(paths)},
        )
        self._said: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._started = False
        self.done = 0
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def alive(self) -> bool:
        """Return whether it can be given a job."""
        return self._process.poll() is None

    def perform(self, job: Job) -> Outcome:
        """Have it narrate; whatever becomes of it is an outcome."""
        assert self._process.stdin is not None
        self.done += 1
        outcome: Outcome | None = None
        try:
            if not self._started:  # an article's time is not what a busy machine takes to start a process
                self._started = self._said.get(timeout=START_S) is not None
            # One that ended before it was ready says no more; its own children may still take what is sent.
            if self._started:
                send(self._process.stdin, job)
                outcome = self._said.get(timeout=job.settings.limits.time_s)
        except queue.Empty:
            self.kill()
            return _failed(job, f"it took longer than {job.settings.limits.time_s:g} s", failure="limit")
        except OSError:
            pass  # it died before the job was with it
        if outcome is None:
            self.kill()
            status = self._process.returncode
            return _failed(job, died=f"signal {-status}" if status < 0 else f"exit status {status}")
        if outcome.failure == "limit":
            self.kill()  # who knows what a process is like that had no memory
        return outcome

    def kill(self) -> None:
        """End it at once, and clear away what it had in hand."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while True:
            try:
                said = receive(self._process.stdout)
            except (OSError, ValueError, EOFError, pickle.UnpicklingError):
                said = None
            self._said.put(said)
            if said is None:
                return


def send(stream: IO[bytes], value: object) -> None:
    """Write one value, its length before it."""
    data = pickle.dumps(value)
    stream.write(_HEAD.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read one value; None at the end of the stream. Raises EOFError when it ends within one."""
    head = stream.read(_HEAD.size)
    if not head:
        return None
    (size,) = _HEAD.unpack(head)
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return pickle.loads(data)


def _failed(job: Job, reason: str = "", failure: work.Failure = "", died: str = "") -> Outcome:
    line = Line(
        "failed",
        job.item.source,
        job.ticket,
        reason=reason,
        listen=work.version(),
        processor=work.processor(),
    )
    return Outcome(line, failure, died=died)


_idle: list[Child] = []
_all: set[Child] = set()
_lock = threading.Lock()


@contextlib.contextmanager
def _borrowed() -> Iterator[Child]:
    """A process that nobody else in this worker uses."""
    child = None
    with _lock:
        while _idle and child is None:
            candidate = _idle.pop()
            if candidate.alive:
                child = candidate
            else:
                _all.discard(candidate)
                candidate.kill()
    if child is None:
        child = Child()
        with _lock:
            _all.add(child)
    try:
        yield child
    finally:
        keep = child.alive and child.done < RECYCLED_AFTER
        if not keep:
            child.kill()
        with _lock:
            if keep:
                _idle.append(child)
            else:
                _all.discard(child)


def close() -> None:
    """End every narrating process of this worker at once."""
    with _lock:
        children = list(_all)
        _all.clear()
        _idle.clear()
    for child in children:
        child.kill()


atexit.register(close)
