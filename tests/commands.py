"""The command line, run as a user runs it: in a process, a folder and streams of its own.

Starting Python and importing the program takes most of a short command's time. So the process is a fork of
the tests' own, which has imported it already, where the system can fork; `tests/cli/test_failure.py` and
others start the command from nothing.
"""

from __future__ import annotations

import atexit
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import warnings
from pathlib import Path
from typing import Any

SECONDS = 120


def listen(*args: object, cwd: Path, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
    """Run `listen` with these arguments in a folder; what it printed is decoded as UTF-8."""
    words = [str(arg) for arg in args]
    data = stdin.encode() if isinstance(stdin, str) else stdin
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(data)
        given.seek(0)
        if hasattr(os, "fork"):
            status = _forked(words, cwd, (given, out, err))
        else:
            command = [sys.executable, "-m", "listen", *words]
            status = subprocess.run(
                command, cwd=cwd, stdin=given, stdout=out, stderr=err, check=False, timeout=SECONDS
            ).returncode
        told = []
        for stream in (out, err):
            stream.seek(0)
            told.append(stream.read().decode("utf-8"))
        return subprocess.CompletedProcess(words, status, *told)


def _forked(words: list[str], cwd: Path, streams: tuple[Any, Any, Any]) -> int:
    """Run the command in a fork; its exit status, or minus the signal that ended it."""
    import listen.cli.make
    import listen.pipeline  # noqa: F401 - what most commands import, once for all of them

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that this process may have threads: none of them is needed there
        child = os.fork()
    if not child:
        _become(words, cwd, streams)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.003)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise subprocess.TimeoutExpired(words, SECONDS)


def _become(words: list[str], cwd: Path, streams: tuple[Any, Any, Any]) -> None:
    """Be the command, and never come back."""
    status = 70
    try:
        os.setsid()
        atexit._clear()  # what the tests' own process has to end is not this one's
        for number, stream in enumerate(streams):
            os.dup2(stream.fileno(), number)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False, errors="backslashreplace")  # noqa: SIM115
        warnings.resetwarnings()
        warnings.simplefilter("ignore")
        os.chdir(cwd)
        sys.argv = ["listen", *words]
        try:
            runpy.run_module("listen", run_name="__main__", alter_sys=True)
            status = 0
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else 0 if leaving.code is None else 1
        except BaseException:  # noqa: BLE001 - as Python itself ends on it
            traceback.print_exc()
            status = 1
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)
