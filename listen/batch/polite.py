"""Pages fetched for all workers in one place, so that a site sees one patient visitor and not a cluster.

One queue a host: its pages come one after another, with a pause between two, robots.txt obeyed, and slower
when the host says that it has too much to do. Many hosts are asked side by side.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from listen.batch import robots
from listen.errors import ListenError, SourceError
from listen.model import Source
from listen.sources import connect, fetch, http

DELAY_S = 1.0
"""Between the end of one request to a host and the next, unless robots.txt asks for more."""
AT_ONCE = 16
"""Hosts that are asked at the same time."""
TRIES = 5
"""How often a page is asked for when its host is busy or cannot be reached."""
BACK_OFF_S = 5.0
"""After the first busy answer; twice as long after each next one."""
LONGEST_WAIT_S = 600.0
_BUSY = (429, 500, 502, 503, 504)


@dataclass(slots=True)
class _Page:
    url: str
    public_only: bool
    token: Any
    tries: int = 0


@dataclass(slots=True)
class _Host:
    waiting: deque[_Page] = field(default_factory=deque)
    due: float = 0.0
    busy: bool = False
    slow: int = 0
    """How many answers in a row said that it has too much to do."""
    rules: robots.Rules | None = None


class Fetcher:
    """Fetches what it is given, each host in its turn; `deliver` is told of every page, from any thread."""

    def __init__(
        self,
        deliver: Callable[[Any, Source | ListenError], None],
        delay_s: float = DELAY_S,
        at_once: int = AT_ONCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._deliver, self._delay, self._clock = deliver, delay_s, clock
        self._hosts: dict[str, _Host] = {}
        self._active: dict[str, _Host] = {}
        """Those that something waits for: the others are kept for their rules."""
        self._ready = threading.Condition()
        self._closed = False
        self._outstanding = 0
        self._paused = False
        self._most = at_once
        self._threads: list[threading.Thread] = []

    @property
    def outstanding(self) -> int:
        """Pages that were added and not delivered yet."""
        return self._outstanding

    def add(self, url: str, public_only: bool, token: Any) -> None:
        """Have a page fetched; `token` is handed to `deliver` with it. What is no address is told at once."""
        try:
            connect.place(url, url)
        except SourceError as error:
            self._deliver(token, error)
            return
        host = urlsplit(url)
        with self._ready:
            self._outstanding += 1
            name = f"{host.scheme}://{host.netloc.lower()}"
            self._active[name] = self._hosts.setdefault(name, _Host())
            self._active[name].waiting.append(_Page(url, public_only, token))
            if len(self._threads) < min(self._most, len(self._active)):
                self._threads.append(threading.Thread(target=self._serve, daemon=True))
                self._threads[-1].start()
            self._ready.notify()

    def pause(self, paused: bool) -> None:
        """Fetch nothing more for a while: what was fetched waits already."""
        with self._ready:
            if self._paused != paused:
                self._paused = paused
                self._ready.notify_all()

    def close(self) -> None:
        """Forget what waits."""
        with self._ready:
            self._closed = True
            self._ready.notify_all()

    def _serve(self) -> None:
        while (turn := self._next()) is not None:
            name, host, page = turn
            answer: Source | ListenError | None
            try:
                answer = self._asked(name, host, page)
            except ListenError as error:
                answer = error
            except Exception as error:  # noqa: BLE001 said like any other failure, or its page is lost in silence
                answer = SourceError(f"{page.url}: a bug in listen, {type(error).__name__}: {error}")
            with self._ready:
                host.busy = False
                pause = max(self._delay, host.rules.delay_s if host.rules else 0.0)
                host.due = max(host.due, self._clock() + pause)
                if answer is None:
                    host.waiting.appendleft(page)
                    self._active[name] = host
                else:
                    self._outstanding -= 1
                self._ready.notify()
            if answer is not None:
                self._deliver(page.token, answer)

    def _next(self) -> tuple[str, _Host, _Page] | None:
        """The page whose turn it is, as soon as one has its turn; None when it is over."""
        with self._ready:
            while not self._closed:
                now = self._clock()
                soonest: float | None = None
                if not self._paused:
                    for name, host in self._active.items():
                        if host.busy:
                            continue
                        if host.due <= now:
                            host.busy = True
                            page = host.waiting.popleft()
                            if not host.waiting:
                                del self._active[name]
                            return name, host, page
                        soonest = min(host.due, soonest if soonest is not None else host.due)
                self._ready.wait(None if soonest is None else max(0.01, soonest - now))
        return None

    def _asked(self, name: str, host: _Host, page: _Page) -> Source | None:
        """The page; None: its host is to be asked again later."""
        page.tries += 1
        if host.rules is None:
            reply = http.ask(f"{name}/robots.txt", public_only=page.public_only, max_bytes=1 << 22)
            if reply.status >= 500 or reply.status == 429:  # nobody knows what is allowed
                if page.tries >= TRIES:
                    raise SourceError(
                        f"{page.url}: {name}/robots.txt answers {reply.status}; try again later"
                    )
                self._slow_down(host, reply)
                return None
            host.rules = robots.parse(reply.body) if reply.status == 200 else robots.Rules()
        if not host.rules.allows(page.url):
            raise SourceError(f"{page.url}: the site's robots.txt does not allow it")
        reply = http.ask(
            page.url, headers=fetch.HEADERS, public_only=page.public_only, max_bytes=fetch.MAX_BYTES
        )
        if reply.status in _BUSY and page.tries < TRIES:
            self._slow_down(host, reply)
            return None
        host.slow = 0
        return fetch.document(reply, page.url, page.public_only)

    def _slow_down(self, host: _Host, reply: http.Reply) -> None:
        wait = min(BACK_OFF_S * 2**host.slow, LONGEST_WAIT_S)
        host.slow += 1
        host.due = self._clock() + max(wait, min(reply.retry_after_s(time.time()), LONGEST_WAIT_S))
