"""`python -m tests.command_server SECONDS`: the command line, forked from a process that has imported it.

A line of JSON on standard input asks for a command, a line on standard output tells its exit status (null: it
took longer than SECONDS and was ended). No other thread of this process runs Python, so a fork of it is a
whole process; and it has narrated once, so its tables are read. It ends with its standard input.
"""

from __future__ import annotations

import atexit
import faulthandler
import gc
import json
import os
import runpy
import signal
import sys
import tempfile
import threading
import time
import traceback
import warnings
from pathlib import Path
from typing import Any

from tests.lookups import only_here

POLL_S = 0.003
"""Between two looks at whether the command has ended."""
TELLING_S = 1.0
"""What a command that took too long gets to say where it was."""
PAGE = (
    "<html lang=en><title>The mill</title><article><h1>The mill</h1><p>By Ann Lee</p>"
    + "<p>On 5 May 2021 the price rose 5% to $3.50, Dr. Smith said, and the town was glad of it.</p>" * 8
    + "</article>"
)


def main(seconds: float) -> None:
    """Serve until the standard input ends."""
    # Nothing waits for the disk: that what is written outlives a power cut, no test can see.
    os.fsync = lambda handle: None  # type: ignore[assignment]
    only_here()
    _warm()
    if (threads := threading.active_count()) > 1:
        sys.exit(f"tests.command_server: {threads} threads after a narration: a fork keeps but one")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the tests, and they end this
    gc.collect()
    gc.freeze()
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            _become(**asked)
        print(json.dumps(_ended(child, seconds)), flush=True)


def _warm() -> None:
    """Narrate a page, so that what most commands import and read is here once for all of them."""
    import listen.cli.make
    import listen.feed.cover
    import listen.library.database.schema
    import listen.pipeline

    with tempfile.TemporaryDirectory() as folder:
        os.environ["LISTEN_HOME"] = folder
        page = Path(folder, "page.html")
        page.write_text(PAGE, "utf-8")
        listen.pipeline.make(page, voice="tone", out=Path(folder, "out.mp3"))
    listen.feed.cover.make("A show", "An author")
    listen.library.database.schema.SYNCHRONOUS = "OFF"


def _ended(child: int, seconds: float) -> int | None:
    """Wait for it; its exit status, minus the signal that ended it, or None when it took too long."""
    end = time.monotonic() + seconds
    asked_where = False
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return None if asked_where else os.waitstatus_to_exitcode(status)
        if time.monotonic() > end:
            if asked_where:
                os.killpg(child, signal.SIGKILL)
                os.waitpid(child, 0)
                return None
            os.kill(child, signal.SIGABRT)  # Python tells where each thread is, and dies of it
            asked_where, end = True, time.monotonic() + TELLING_S
        time.sleep(POLL_S)


def _become(words: list[str], cwd: str, streams: str, environment: dict[str, str]) -> None:
    """Be the command, and never come back."""
    status = 70
    try:
        os.setsid()
        atexit._clear()  # what the server has to end is not this one's
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _open(Path(streams))
        os.environ.clear()
        os.environ.update(environment)
        warnings.resetwarnings()
        warnings.simplefilter("ignore")
        os.chdir(cwd)
        sys.argv = ["listen", *words]
        try:
            runpy.run_module("listen", run_name="__main__", alter_sys=True)
            status = 0
        except SystemExit as leaving:
            status = _status(leaving.code)
        except BaseException:  # noqa: BLE001 - as Python itself ends on it
            traceback.print_exc()
            status = 1
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)


def _open(folder: Path) -> None:
    """Have the files there in the place of the three streams."""
    for number, (name, flags) in enumerate(
        [("in", os.O_RDONLY), ("out", os.O_WRONLY | os.O_CREAT), ("err", os.O_WRONLY | os.O_CREAT)]
    ):
        handle = os.open(folder / name, flags, 0o600)
        os.dup2(handle, number)
        os.close(handle)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, errors="backslashreplace")  # noqa: SIM115
    faulthandler.enable(sys.stderr)


def _status(code: Any) -> int:
    """Return the exit status that Python gives for what was given to `sys.exit`."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code
    print(code, file=sys.stderr)
    return 1


if __name__ == "__main__":
    main(float(sys.argv[1]))
