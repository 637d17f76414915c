"""The command line, run as a user runs it: in a process, a folder and streams of its own.

Starting Python and importing the program takes most of a short command's time. So where the system can
fork, `tests/command_server.py` has imported it already, and the command is a fork of that. It is no fork of
the tests' own process: that has threads, and a lock that one of them holds at that moment stays locked in the
fork for ever. `tests/cli/test_failure.py` and others start the command from nothing.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO

SECONDS = 120
"""Longest that a command may take."""
ROOT = Path(__file__).resolve().parent.parent


def listen(*args: object, cwd: Path, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
    """Run `listen` with these arguments in a folder; what it printed is decoded as UTF-8.

    Raises subprocess.TimeoutExpired after SECONDS, with where each of its threads was in what it printed.
    """
    words = [str(arg) for arg in args]
    with tempfile.TemporaryDirectory() as folder:
        given, out, err = (Path(folder, name) for name in ("in", "out", "err"))
        given.write_bytes(stdin.encode() if isinstance(stdin, str) else stdin)
        if hasattr(os, "fork"):
            status = _server().run(words, cwd, folder)
        else:
            with given.open("rb") as from_, out.open("wb") as to, err.open("wb") as beside:
                command = [sys.executable, "-m", "listen", *words]
                status = subprocess.run(
                    command, cwd=cwd, stdin=from_, stdout=to, stderr=beside, check=False, timeout=SECONDS
                ).returncode
        printed, complained = (path.read_bytes().decode("utf-8") for path in (out, err))
    if status is None:
        raise subprocess.TimeoutExpired(f"{words}: {complained}", SECONDS)
    return subprocess.CompletedProcess(words, status, printed, complained)


class _Server:
    """The process whose forks are the commands; one at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.command_server", str(SECONDS)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        atexit.register(self.close)

    def run(self, words: list[str], cwd: Path, streams: str) -> int | None:
        """Return the command's exit status, or minus the signal that ended it; None: it took too long."""
        asked = {"words": words, "cwd": str(cwd), "streams": streams, "environment": dict(os.environ)}
        with self._lock:
            _pipe(self._process.stdin).write(json.dumps(asked).encode() + b"\n")
            _pipe(self._process.stdin).flush()
            said = _pipe(self._process.stdout).readline()
        status: int | None = json.loads(said)
        return status

    def close(self) -> None:
        """End it."""
        _pipe(self._process.stdin).close()
        self._process.wait()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


_running: dict[int, _Server] = {}


def _server() -> _Server:
    """Return this process's server, started when it is first wanted."""
    if os.getpid() not in _running:
        _running[os.getpid()] = _Server()
    return _running[os.getpid()]
