"""The command line's side of the waiting list: a source put on it, worked off here, given back when
stopped."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from types import FrameType

from listen.errors import LibraryError
from listen.library.store import Library
from listen.library.waiting import queue, working
from listen.library.waiting.requests import FETCHING, NARRATING, WAITING, Job, Request, options_form
from listen.options import Options
from listen.sources import fetch
from listen.stitch.progress import Progress

LOOK_S = 0.3
PATIENCE_S = 1.2
"""How long after SIGTERM the process may go on."""


def submit(
    library: Library,
    source: str,
    voice: str | None,
    options: Options,
    not_before: str | None = None,
    again: bool = False,
    owner: str = "owner",
    show: str = "",
    otherwise: str | None = None,
) -> Job:
    """Put a path, an address or `-` on the list; a file is read now. Raises a ListenError."""
    address = source.lower().startswith(("http://", "https://"))
    name, body, media, charset = source, None, "", ""
    if not address:
        found = fetch.fetch(source)
        name, body, media, charset = found.name, found.data, found.media_type or "", found.charset or ""
    request = Request(
        url=source if address else "", name=name, media_type=media, charset=charset, voice=voice,
        options=options_form(options), public_only=False, again=again, not_before=not_before,
        show=show, otherwise=otherwise,
    )  # fmt: skip
    return queue.accept(library, request, body, owner)


def finish(
    library: Library,
    job: Job,
    worker: str,
    progress: Callable[[Progress], None] = lambda _: None,
    note: Callable[[str], None] = lambda _: None,
    executor: Executor | None = None,
) -> Job:
    """Work it off, or wait until another process has that is at it already."""
    while True:
        taken = queue.take(library, worker, [job.id])
        if taken is not None:
            return working.perform(library, taken, progress=progress, note=note, executor=executor)
        try:
            now = queue.job(library, job.id)
        except LibraryError:
            return job
        if now.over:
            return now
        time.sleep(LOOK_S)


@contextlib.contextmanager
def stopping(
    library: Library, jobs: Sequence[Job] = (), say: Callable[[str], None] = lambda _: None
) -> Iterator[None]:
    """SIGTERM gives back what is not done, for the next one who works the list off; Ctrl-C takes it off the
    list: then the user does not want it any more."""

    def end(number: int, frame: FrameType | None) -> None:
        left = queue.jobs(library, (WAITING, FETCHING, NARRATING))
        if left:
            say(f"{len(left)} not finished; it goes on at the next start: {left[0].shown}, …")
        # Whatever does not let go in time is ended; nothing is lost by that.
        threading.Thread(target=_end_soon, daemon=True).start()
        raise working.StopError("it was told to stop: what is not finished goes on at the next start")

    main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, end) if main else None
    try:
        yield
    except KeyboardInterrupt:
        for job in jobs:
            with contextlib.suppress(LibraryError):
                queue.cancel(library, job.id)
        raise
    finally:
        if main:
            signal.signal(signal.SIGTERM, before)


def _end_soon() -> None:
    time.sleep(PATIENCE_S)
    os._exit(0)
