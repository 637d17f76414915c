"""The waiting list is worked off for a server by a process of its own, which can be ended at any moment and
takes nothing of the server with it, or by a thread where that is wanted.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
import traceback

from listen.library import Library
from listen.library.waiting import presence, queue, working
from listen.library.waiting.requests import FETCHING, NARRATING, WAITING

LOOK_S = 2.0
"""How often the list is looked at for what others put there."""
PATIENCE_S = 0.8
"""How long a worker may take to stop; then it is ended. What it had in hand waits for the next start."""
FAILED_WAIT_S = 5.0
"""Before a worker that ended by itself is followed by another."""


class NarratingThread:
    """One thread of this process."""

    def __init__(self, library: Library, fetcher: working.Fetcher = working.fetched) -> None:
        self._library, self._fetcher = library, fetcher
        self._wanted, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="narrating", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """There is work."""
        self._wanted.set()

    def close(self) -> None:
        """Stop after the passage that is being rendered."""
        self._over.set()
        self._wanted.set()
        self._thread.join()

    def _run(self) -> None:
        here = presence.Presence(self._library.folder)
        try:
            while not self._over.is_set():
                self._wanted.clear()
                try:
                    while job := queue.take(self._library, here.token):
                        with contextlib.suppress(Exception):  # a bug is told as the job's failure
                            working.perform(self._library, job, self._fetcher, self._stop)
                        if self._over.is_set():
                            break
                except Exception:  # noqa: BLE001 a full disk or a busy database may pass; nobody else looks again
                    traceback.print_exc()
                self._wanted.wait(LOOK_S)
        finally:
            here.leave()

    def _stop(self, _: object) -> None:
        if self._over.is_set():
            raise working.StopError


class NarratingProcess:
    """A process that is there while there is work."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._wanted, self._over = threading.Event(), threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._watch, name="narrating-process", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """There is work."""
        self._wanted.set()

    def close(self) -> None:
        """Stop it, by force where it takes too long."""
        self._over.set()
        self._wanted.set()
        self._thread.join()
        process = self._process
        if process is None or process.poll() is not None:
            return
        process.terminate()
        try:
            process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            _kill(process)
            process.wait()
        assert process.stdin is not None
        process.stdin.close()

    def _watch(self) -> None:
        while not self._over.is_set():
            self._wanted.clear()
            try:
                self._look()
            except Exception:  # noqa: BLE001 a full disk or a busy database may pass; nobody else looks again
                traceback.print_exc()
                self._over.wait(FAILED_WAIT_S)
            self._wanted.wait(LOOK_S)

    def _look(self) -> None:
        """See that a process is there if there is work, and what became of the last one."""
        process = self._process
        if process is not None and process.poll() is None:
            return
        if process is not None:
            self._process = None
            assert process.stdin is not None
            process.stdin.close()
            if process.returncode != 0:
                queue.crashed(self._library)
                self._over.wait(FAILED_WAIT_S)
        if not self._over.is_set() and due(self._library):
            self._process = start(self._library)


def due(library: Library) -> bool:
    """Return whether something waits, or was in the hands of a worker that may be gone."""
    counts = queue.counts(library)
    return bool(counts.get(WAITING) or counts.get(FETCHING) or counts.get(NARRATING))


def start(library: Library) -> subprocess.Popen[bytes]:
    """A worker's process. It ends when its standard input does: with whoever started it."""
    command = [sys.executable, "-m", "listen.server.running.worker", str(library.folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=os.name != "nt")


def _kill(process: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # its rendering processes too


def unfinished(library: Library) -> list[str]:
    """A line for each that is not done, for whoever stops the server."""
    states = {WAITING: "waits", FETCHING: "was begun", NARRATING: "was begun"}
    return [f"{job.shown} ({states[job.state]})" for job in queue.jobs(library, tuple(states))]


def settle(library: Library, seconds: float = 10.0) -> None:
    """Wait until nothing is on the list any more."""
    end = time.monotonic() + seconds
    while due(library) and time.monotonic() < end:
        time.sleep(0.05)
