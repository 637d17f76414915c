"""Articles being added for a visitor: one after another, with their progress."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from listen.errors import ListenError
from listen.library import Library, adding
from listen.model import Source
from listen.render import workers
from listen.sources import fetch
from listen.stitch.progress import Progress

WAITING = 20
"""More than this many unfinished ones are refused."""
REMEMBERED = 200

Fetcher = Callable[[str], Source]


def public_fetch(url: str) -> Source:
    """Only http(s) and only public addresses: what is fetched for others must not reach into this network."""
    return fetch.fetch(url, public_only=True)


@dataclass(frozen=True, slots=True)
class Job:
    """What a visitor is shown."""

    id: str
    line: str
    """The stage it is at: few, since a screen reader says each."""
    detail: str = ""
    """How far within that."""
    done: int = 0
    total: int = 0
    """Characters of the script; 0: not known yet."""
    over: bool = False
    failed: bool = False


class Full(Exception):  # noqa: N818 it is no error of ours
    """Too many wait already."""


class Jobs:
    """The queue; every method may be called from any thread."""

    def __init__(self, library: Library, wish: adding.Wish, fetcher: Fetcher = public_fetch) -> None:
        # In a thread of its own a narration takes one core, unless it is told that it may have them all.
        options = replace(wish.options, jobs=wish.options.jobs or workers.cores())
        self._library, self._wish, self._fetch = library, replace(wish, options=options), fetcher
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        self._hands = ThreadPoolExecutor(1, thread_name_prefix="adding")

    def start(self, url: str) -> Job:
        """Queue an address. Raises Full."""
        job = Job(secrets.token_urlsafe(12), "Waiting for its turn")
        with self._lock:
            if sum(not j.over for j in self._jobs.values()) >= WAITING:
                raise Full
            self._jobs[job.id] = job
            while len(self._jobs) > REMEMBERED:
                oldest = next(iter(self._jobs))
                if not self._jobs[oldest].over:
                    break
                del self._jobs[oldest]
        self._hands.submit(self._run, job, url)
        return job

    def get(self, key: str) -> Job | None:
        """How it stands."""
        with self._lock:
            return self._jobs.get(key)

    def close(self) -> None:
        """Finish what is being made; forget what waits."""
        self._hands.shutdown(wait=True, cancel_futures=True)

    def _run(self, job: Job, url: str) -> None:
        def show(progress: Progress) -> None:
            minutes, seconds = divmod(progress.audio_ms // 1000, 60)
            detail = f"{minutes}:{seconds:02} of speech so far"
            self._set(replace(job, line="Narrating", detail=detail, done=progress.done, total=progress.total))

        try:
            self._set(replace(job, line="Fetching the article"))
            added = adding.add(self._library, self._fetch(url), self._wish, progress=show)
        except ListenError as error:
            self._set(replace(job, line=f"It could not be added: {error}", over=True, failed=True))
        except Exception as error:
            self._set(replace(job, line="It could not be added: a bug", over=True, failed=True))
            raise RuntimeError(f"adding {url}: {type(error).__name__}: {error}") from error
        else:
            what = {"new": "Added", "updated": "Updated", "there already": "It is there already"}[added.what]
            self._set(replace(job, line=f"{what}: {added.entry.title}", over=True))

    def _set(self, job: Job) -> None:
        with self._lock:
            self._jobs[job.id] = job
