"""The narrating process: jobs come on standard input, outcomes go to what was standard output.

It ends with whoever started it: the end of the stream says that nobody waits for an outcome any more.
"""

from __future__ import annotations

import os
import queue
import shutil
import signal
import sys
import threading
from pathlib import Path
from typing import IO

from listen.batch.isolation import receive, send
from listen.batch.work import Job


def main(folder: Path) -> None:
    """Narrate until the stream ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the outcomes
    jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, jobs, folder), daemon=True).start()
    from listen.batch.narrator import Narrator
    from listen.render import process_memory

    process_memory.give_back()
    narrator, limit = Narrator(folder), 0
    send(out, "ready")
    while True:
        job = jobs.get()
        if job.settings.limits.memory_mb != limit:
            limit = job.settings.limits.memory_mb
            _limit_memory(limit)
        send(out, narrator.perform(job))


def _listen(stream: IO[bytes], jobs: queue.SimpleQueue[Job], folder: Path) -> None:
    try:
        while (job := receive(stream)) is not None:
            jobs.put(job)
    except (OSError, EOFError):
        pass
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def _limit_memory(mb: int) -> None:
    """Have the system refuse more memory than that; an article that asks for it then fails by itself.

    Only Linux counts what is really asked for (RLIMIT_DATA); address space alone says little.
    """
    if sys.platform != "linux":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = mb << 20 if mb else resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if most < 0 else min(wanted, most), most))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
