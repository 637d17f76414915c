"""A whole batch: the list in, episodes at the destination, a line of the manifest for everything."""

from __future__ import annotations

import queue
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeAlias

from listen.batch import executors, isolation, work
from listen.batch.executors import Backend
from listen.batch.ledger import Ledger
from listen.batch.polite import DELAY_S, Fetcher
from listen.batch.work import Item, Job, Limits, Outcome, Settings
from listen.casting import pronunciations
from listen.errors import EngineError, ListenError, OutputError
from listen.model import Source
from listen.options import Options
from listen.render import workers
from listen.speech import lexicon as lexicons
from listen.storage import folders, manifest
from listen.storage.manifest import Line
from listen.storage.targets import Target, target

TRIES = 3
"""How often an article may kill its process, or the worker with it, before it is given up."""
LOSSES = 20
"""How often a job may be lost with the scheduler."""
STORAGE_IN_A_ROW = 5
"""Articles in a row that could not be stored: then the rest would be made in vain."""
KINDS = 50
"""Kinds of reasons that are counted one by one."""
WINDOW_LEAST = 8
FETCHED_AHEAD = 2000
"""Addresses that wait in their hosts' queues; more of the list is read as they are fetched."""
SETTINGS = f"{manifest.FOLDER}/settings"
"""Folder at the destination with the files that options name: jingles, a cover, a lexicon."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Says how a batch is to be done."""

    dest: str = "episodes"
    """A folder, or an address that fsspec knows."""
    voice: str | None = None
    options: Options = field(default_factory=Options)
    limits: Limits = field(default_factory=Limits)
    max_failures: int | None = None
    """The batch stops after more; None: it never does."""
    delay_s: float = DELAY_S
    """Between two requests to one host."""
    window: int | None = None
    """Jobs that are with the executor at once; None: twice its workers and some."""


@dataclass(slots=True)
class Tally:
    """Says how far it is; counted by `run`, read by whoever shows it."""

    total: int | None = None
    """Items in the list; None while nobody knows."""
    done: int = 0
    skipped: int = 0
    failed: int = 0
    audio_ms: int = 0
    size: int = 0
    """Bytes of MP3."""
    cpu_s: float = 0.0
    """In the workers."""
    began: float = field(default_factory=time.monotonic)
    wall_s: float = 0.0
    reasons: Counter[str] = field(default_factory=Counter)
    """Why articles failed, in few words."""
    stopped: str = ""
    """Why it ended before the list did; empty: it did not."""

    @property
    def over(self) -> int:
        """Items that are dealt with."""
        return self.done + self.skipped + self.failed


def run(
    items: Iterable[Item],
    plan: Plan,
    backend: Backend | Executor | None = None,
    say: Callable[[str], None] = lambda _: None,
    progress: Callable[[Tally], None] = lambda _: None,
    total: int | None = None,
) -> Tally:
    """Narrate every item that is not at the destination yet, each exactly once.

    `backend` is processes of this machine by default; any `concurrent.futures.Executor` will do.

    What cannot be narrated is counted and noted in the manifest. Raises a ListenError when the batch itself
    cannot go on; what is done then stays done, and the next run does the rest.
    """
    place = target(plan.dest)
    settings = _settings(plan, place)
    if backend is None:
        used: Backend = executors.Local(plan.options.jobs)
    else:
        used = executors.Given(backend) if isinstance(backend, Executor) else backend
    batch = _Batch(iter(items), plan, place, settings, used, say, progress, Tally(total))
    return batch.run()


def _settings(plan: Plan, place: Target) -> Settings:
    """Return what every worker is told; the files that options name go to the destination, under their
    digests.
    """
    files: dict[str, str] = {}
    without: dict[str, Any] = {}
    for option in fields(Options):
        path = getattr(plan.options, option.name)
        if isinstance(path, Path):
            try:
                data = path.read_bytes()
            except OSError as error:
                raise OutputError(f"cannot read {path}: {error.strerror}") from error
            files[option.name] = _sent(place, data, path.suffix)
            without[option.name] = None
    if plan.options.lexicon or pronunciations.own_files():  # the user's own one is not on the workers
        own = pronunciations.in_use(plan.options.lexicon, own_only=True)
        files["lexicon"] = _sent(place, lexicons.dump(own).encode(), ".tsv")
    options = replace(plan.options, **without)
    dest = plan.dest if "://" in plan.dest else str(folders.user_path(plan.dest).resolve())
    return Settings(dest, plan.voice, options, files, plan.limits, work.version())


def _sent(place: Target, data: bytes, ending: str) -> str:
    import hashlib

    name = f"{SETTINGS}/{hashlib.sha256(data).hexdigest()[:32]}{ending}"
    if place.read(name) != data:
        place.put(name, data, "application/octet-stream")
    return name


@dataclass(slots=True)
class _Given:
    """A job that is somewhere: waiting, with the executor, or waiting for a page."""

    source: str
    ticket: str
    packed: bytes
    tries: int = 0
    losses: int = 0


_Future: TypeAlias = "Future[workers.Returned[Outcome]]"
_Event = tuple[str, Any, Any]


class _Batch:
    """The loop: one thread that owns all state; others only put events into its queue."""

    def __init__(
        self,
        items: Iterator[Item],
        plan: Plan,
        place: Target,
        settings: Settings,
        backend: Backend,
        say: Callable[[str], None],
        progress: Callable[[Tally], None],
        tally: Tally,
    ) -> None:
        self._items, self._plan, self._settings = items, plan, settings
        self._backend, self._say, self._progress, self._tally = backend, say, progress, tally
        self._place = place
        self._parts = manifest.Parts(place)
        self._ledger = Ledger()
        self._events: queue.SimpleQueue[_Event] = queue.SimpleQueue()
        self._fetcher = Fetcher(lambda token, answer: self._events.put(("page", token, answer)), plan.delay_s)
        self._ready: deque[_Given] = deque()
        self._flying: dict[_Future, _Given] = {}
        self._exhausted = False
        self._refused = 0

    def run(self) -> Tally:
        at_once = True
        try:
            known = self._ledger.learn(manifest.lines(self._place), self._place.folders())
            if known:
                self._say(f"{known} episodes are at the destination already")
            while self._step():
                self._parts.tick()
                self._progress(self._tally)
            at_once = False
        finally:
            self._tally.wall_s = time.monotonic() - self._tally.began
            self._fetcher.close()
            for future in self._flying:
                future.cancel()
            self._backend.close(at_once)
            self._ledger.close()
            self._write_last(at_once)
        return self._tally

    def _write_last(self, failing: bool) -> None:
        """Write the manifest's last part; where the batch fails already, that is what the user is told."""
        try:
            self._parts.flush()
        except OutputError as error:
            if not failing:
                raise
            self._say(f"the last lines of the manifest are lost, the next run writes them again: {error}")

    # -- the loop --------------------------------------------------------------------------------------------

    def _step(self) -> bool:
        """Do what can be done and wait for the next thing to happen; False when it is over."""
        window = self._window()
        if self._backend.lost():
            self._reconnect()
        self._fill(window)
        while self._ready and len(self._flying) < window:
            self._submit(self._ready.popleft())
        self._fetcher.pause(len(self._ready) > window)
        fetching = self._fetcher.outstanding and not self._tally.stopped
        if not self._flying and not self._ready and not fetching and self._events.empty():
            return False
        try:
            self._handle(self._events.get(timeout=1.0))
            while True:
                self._handle(self._events.get_nowait())
        except queue.Empty:
            return True

    def _window(self) -> int:
        return self._plan.window or max(WINDOW_LEAST, 2 * self._backend.slots())

    def _fill(self, window: int) -> None:
        """Read on in the list, as far as there is room for what it brings."""
        while (
            not self._exhausted
            and not self._tally.stopped
            and len(self._ready) < window
            and self._fetcher.outstanding < FETCHED_AHEAD
        ):
            item = next(self._items, None)
            if item is None:
                self._exhausted = True
            else:
                self._take(item)
            if self._tally.over % 1000 == 999:  # a rerun may skip for long
                self._parts.tick()
                self._progress(self._tally)

    def _take(self, item: Item) -> None:
        ticket = work.ticket(item, self._settings)
        line = Line("skipped", item.source, ticket)
        if item.error:
            self._note(replace(line, status="failed", reason=item.error))
        elif not self._ledger.is_new(ticket):
            self._note(replace(line, key=self._ledger.made(ticket), reason="the list has it twice"))
        elif key := self._ledger.made(ticket):
            self._note(replace(line, key=key, reason="an earlier run made it"))
        elif item.data:
            self._ready.append(_Given(item.source, ticket, isolation.pack(Job(item, self._settings, ticket))))
        elif item.url:
            self._fetcher.add(item.url, item.public_only, (item, ticket))
        else:
            self._note(replace(line, status="failed", reason="it is empty; there is nothing to read"))

    def _submit(self, given: _Given) -> None:
        future = workers.submit(self._backend.executor, isolation.perform, given.packed)
        self._flying[future] = given
        future.add_done_callback(lambda done: self._events.put(("done", done, None)))

    def _reconnect(self, error: BaseException | None = None) -> None:
        """Everything that was with the executor is lost: it is given to the next one."""
        lost, self._flying = list(self._flying.values()), {}
        self._ready.extendleft(reversed(lost))
        try:
            self._backend.again()
        except EngineError as failed:
            raise failed from error

    # -- what happens ----------------------------------------------------------------------------------------

    def _handle(self, event: _Event) -> None:
        kind, what, answer = event
        if kind == "page":
            self._arrived(what, answer)
        elif (given := self._flying.pop(what, None)) is not None:  # else of an executor that is gone
            self._landed(what, given)

    def _arrived(self, token: Any, answer: Source | ListenError) -> None:
        """A page was fetched, or cannot be: a listed one, or another page of an article."""
        if isinstance(token, _Given):
            if isinstance(answer, ListenError):
                self._fail(token, f"another page of the article: {answer}")
                return
            pages = (*isolation.unpack(token.packed).pages, answer)
            token.packed = isolation.repacked(token.packed, pages=pages)
            self._ready.append(token)
            return
        item, ticket = token
        if isinstance(answer, ListenError):
            self._note(Line("failed", item.source, ticket, reason=str(answer)))
            return
        item = replace(
            item, data=answer.data, url=answer.url, media_type=answer.media_type, charset=answer.charset
        )
        self._ready.append(_Given(item.source, ticket, isolation.pack(Job(item, self._settings, ticket))))

    def _landed(self, future: _Future, given: _Given) -> None:
        try:
            returned = future.result()
        except (CancelledError, BrokenExecutor, OSError, RuntimeError) as error:
            # The executor's own end, not the article's: it is done again elsewhere.
            given.losses += 1
            if given.losses > LOSSES:
                self._fail(given, f"it was lost with its worker {given.losses} times ({_said(error)})")
                return
            self._ready.append(given)
            self._reconnect(error)
            return
        except Exception as error:  # noqa: BLE001 whatever an executor has for a worker's death
            self._died(given, _said(error))
            return
        if returned.error is not None:  # the worker could not even start a process for it
            self._died(given, _said(returned.error))
            return
        outcome = returned.value
        assert outcome is not None
        if outcome.died:
            self._died(given, outcome.died)
        elif outcome.wants:
            self._fetcher.add(outcome.wants, isolation.unpack(given.packed).item.public_only, given)
        else:
            self._finished(outcome, given)

    def _died(self, given: _Given, how: str) -> None:
        given.tries += 1
        if given.tries < TRIES:
            self._ready.append(given)
            return
        self._fail(
            given, f"it killed its worker {given.tries} times ({how}): out of memory? Try it with listen make"
        )

    def _finished(self, outcome: Outcome, given: _Given) -> None:
        line = replace(outcome.line, tries=given.tries + 1)
        if outcome.failure == "version":
            raise EngineError(line.reason)
        self._refused = self._refused + 1 if outcome.failure == "storage" else 0
        if line.key:
            first = self._ledger.first(line.key, line.source)
            if first != line.source:
                line = replace(line, status="skipped", reason=f"the same article as {first}")
        self._note(line)
        if self._refused >= STORAGE_IN_A_ROW:
            raise OutputError(f"{line.reason}; {self._refused} articles in a row could not be stored")

    def _fail(self, given: _Given, reason: str) -> None:
        self._note(Line("failed", given.source, given.ticket, reason=reason, tries=max(1, given.tries)))

    def _note(self, line: Line) -> None:
        tally = self._tally
        line = replace(line, reason=line.reason.removeprefix(f"{line.source}: "))
        if line.status == "done":
            tally.done += 1
            tally.audio_ms += line.duration_ms
            tally.size += line.size
        elif line.status == "skipped":
            tally.skipped += 1
        else:
            tally.failed += 1
            kind = _kind_of(line)
            tally.reasons[
                kind if kind in tally.reasons or len(tally.reasons) < KINDS else "other reasons"
            ] += 1
            self._say(f"failed: {line.source}: {line.reason}")
        tally.cpu_s += line.cpu_s
        self._parts.add(line)
        most = self._plan.max_failures
        if most is not None and tally.failed > most and not tally.stopped:
            tally.stopped = f"{tally.failed} articles failed and at most {most} may"
            self._ready.clear()  # those are left for the next run
            self._fetcher.close()


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"


def _kind_of(line: Line) -> str:
    """The reason without what is this article's alone."""
    return line.reason.split(" (")[0][:60]
