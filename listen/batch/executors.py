"""This module says where a batch works: threads here, each with a narrating process; a Dask cluster; any
other executor.
"""

from __future__ import annotations

import contextlib
import itertools
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from listen.batch import isolation
from listen.errors import EngineError
from listen.render import workers

T = TypeVar("T")
PATIENCE_S = 300.0
"""How long a scheduler may be gone before the batch ends."""
SHORT_LOGS = {"distributed.admin.low-level-log-length": 10}
"""Dask keeps the last thousand messages of every connection for its developers, and so their pages."""
FORGOTTEN_AFTER = 5000
"""Articles after which the scheduler forgets what it keeps of each: 0.7 kB of the last 100,000 keys, 0.3 kB
of every submission."""
GENERIC_SLOTS = 64
"""Workers that an unknown executor is thought to have."""


class Backend(Protocol):
    """An executor, and what a batch wants to know of it."""

    about: str
    """A line for the user."""

    @property
    def executor(self) -> Executor:
        """Takes the jobs."""

    def slots(self) -> int:
        """Return how many articles are worked on at once."""

    def lost(self) -> bool:
        """Return whether what was given to it will never come back."""

    def again(self) -> None:
        """Connect anew after a loss. Raises EngineError when that cannot be."""

    def close(self, at_once: bool) -> None:
        """Give it back; `at_once`: nobody waits for what is being worked on."""


class Local:
    """Threads of this process; what they wait for are processes that narrate."""

    def __init__(self, jobs: int | None = None) -> None:
        self._jobs = jobs or workers.cores()
        self.executor: Executor = ThreadPoolExecutor(self._jobs, thread_name_prefix="narrator")
        self.about = (
            f"{self._jobs} processes on this machine" if self._jobs > 1 else "1 process on this machine"
        )

    def slots(self) -> int:
        return self._jobs

    def lost(self) -> bool:
        return False

    def again(self) -> None:
        raise EngineError("the processes of this machine are gone: try again")

    def close(self, at_once: bool) -> None:
        self.executor.shutdown(wait=not at_once, cancel_futures=True)
        isolation.close()


class Given:
    """Any executor of the caller's; it stays the caller's."""

    def __init__(self, executor: Executor, slots: int | None = None) -> None:
        self.executor = executor
        self._slots = slots or int(getattr(executor, "_max_workers", 0)) or GENERIC_SLOTS
        self.about = type(executor).__name__

    def slots(self) -> int:
        return self._slots

    def lost(self) -> bool:
        return False

    def again(self) -> None:
        raise EngineError("the executor is broken: give listen.batch a new one, what is done stays done")

    def close(self, at_once: bool) -> None:
        """Nothing: the caller closes it."""


class _Numbered(Executor):
    """Dask's executor with keys that are numbers in one group.

    By itself Dask gives each task a group of its own, which scheduler and dashboard keep count of one by one.
    """

    def __init__(self, client: Any) -> None:
        self._client, self._inner = client, client.get_executor(pure=False)
        self._group, self._numbers = f"listen-{secrets.token_hex(6)}", itertools.count(1)

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """As any executor's."""
        number = next(self._numbers)
        key = (self._group, number)
        if number % FORGOTTEN_AFTER == 0:  # beside: a scheduler that is gone answers nobody
            threading.Thread(target=_forget_keys, args=(self._client,), daemon=True).start()
        future: Future[T] = self._inner.submit(fn, *args, key=key, **kwargs)
        return future


def _forget_keys(client: Any) -> None:
    """Have the scheduler forget by what name it counts keys that are done, and that each was submitted."""

    # Travels as it is: a scheduler need not have this package.
    def forget(dask_scheduler: Any = None) -> None:
        from dask.utils import key_split

        key_split.cache_clear()
        # A span describes each collection that was submitted, for ever: here one for each article.
        for span in dask_scheduler.extensions["spans"].spans.values():
            getattr(span, "_metadata_seen", set()).clear()  # until 2026.7
            if span._metadata:
                span._metadata["collections"].clear()

    with contextlib.suppress(Exception):  # it only costs memory
        client.run_on_scheduler(forget)


class Dask:
    """A Dask cluster through `Client.get_executor`."""

    def __init__(
        self,
        scheduler: str,
        patience_s: float = PATIENCE_S,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        try:
            import distributed  # noqa: F401 asked for here so that the line below is what the user reads
        except ImportError as error:
            raise EngineError("--executor dask needs Dask: pip install 'listen-to-story[dask]'") from error
        self._scheduler, self._patience, self._say = scheduler, patience_s, say
        self._looked, self._threads = 0.0, 0
        self._connect(patience_s=15.0)

    def _connect(self, patience_s: float) -> None:
        import dask
        import distributed

        client: Any = distributed.Client
        until = time.monotonic() + patience_s
        while True:
            try:
                with dask.config.set(SHORT_LOGS):
                    self._client = client(
                        self._scheduler, timeout=5.0, name="listen-batch", set_as_default=False
                    )
                break
            except (OSError, TimeoutError, ValueError) as error:
                if time.monotonic() > until or isinstance(error, ValueError):
                    raise EngineError(
                        f"no Dask scheduler answers at {self._scheduler} ({error}): start one: dask scheduler"
                    ) from error
                time.sleep(1.0)
        self.executor: Executor = _Numbered(self._client)
        self.about = f"Dask at {self._scheduler}, dashboard {self._client.dashboard_link}"

    def slots(self) -> int:
        now = time.monotonic()
        if now - self._looked > 2.0:
            self._looked = now
            found = self._client.scheduler_info(n_workers=-1).get("workers", {})
            self._threads = sum(int(worker["nthreads"]) for worker in found.values())
        return self._threads

    def lost(self) -> bool:
        return self._client.status not in ("running", "connecting")

    def again(self) -> None:
        self._say(f"the connection to {self._scheduler} was lost; connecting again")
        self.close(at_once=True)
        self._connect(self._patience)

    def close(self, at_once: bool) -> None:
        self._client.close(timeout=2.0 if at_once else 10.0)
