"""The process that narrates for a server: `python -m listen.server.running.worker FOLDER`, started by
`narrating`."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from types import FrameType

from listen.library import Library
from listen.library.waiting import presence, queue, working

IDLE_S = 20.0
"""How long it stays without work: starting anew costs a second and half."""
LOOK_S = 0.5


def main(folder: Path) -> None:
    """Work until nothing is left for a while, or until told to stop."""
    stop = threading.Event()

    def end(number: int, frame: FrameType | None) -> None:
        stop.set()
        raise working.StopError

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server says when
    threading.Thread(target=_end_with_server, daemon=True).start()
    library = Library(folder)
    here = presence.Presence(library.folder)
    try:
        last = time.monotonic()
        while time.monotonic() - last < IDLE_S:
            job = queue.take(library, here.token)
            if job is None:
                time.sleep(LOOK_S)
                continue
            try:
                working.perform(library, job)
            except working.StopError:
                raise
            except Exception:  # noqa: BLE001 told as the job's failure; the next one is no worse for it
                traceback.print_exc()
            last = time.monotonic()
    except working.StopError:
        pass
    finally:
        here.leave()


def _end_with_server() -> None:
    # Not by `sys.stdin`: Python wants its lock when it ends, does not get it from a thread that waits
    # for input, and aborts.
    while os.read(0, 1 << 16):
        pass
    if os.name == "nt":
        os._exit(1)
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
