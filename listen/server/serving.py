"""The application on a port of this machine."""

from __future__ import annotations

import asyncio
import ipaddress
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from listen.errors import FeedError
from listen.library import Library, adding, shares
from listen.server.app import Server, application
from listen.server.gate.conditions import Conditions
from listen.server.running import narrating
from listen.server.running.narrating import NarratingProcess

HEAD_S = 10
"""How long a request's head may take to come, and what is left of its body once it was answered."""
STALL_S = 300
"""How long a reader may take nothing at all. A player that pauses for longer asks for the rest again."""
CONNECTIONS = 1000
"""More at once are told to come back later."""


AT_HOME = Conditions()


class Impatient(H11Protocol):
    """Connections that do not finish asking, or never take the answer, are closed: a thousand of them would
    keep everybody else out."""

    _stalled: asyncio.TimerHandle | None = None
    _leaving = False

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self.loop.call_later(HEAD_S, self._unless_asked)

    def connection_lost(self, exc: Exception | None) -> None:
        self._taken()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._asking():
            self.loop.call_later(HEAD_S, self._unless_asked)
        elif self._goes_on() and not self._leaving:
            self._leaving = True
            self.loop.call_later(HEAD_S, self._unless_over)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stalled = self.loop.call_later(STALL_S, self.transport.abort)

    def resume_writing(self) -> None:
        self._taken()
        super().resume_writing()

    def _taken(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None

    def _goes_on(self) -> bool:
        """Still sending a body whose request was answered already."""
        ours: object = self.conn.our_state
        theirs: object = self.conn.their_state
        return ours is h11.DONE and theirs is h11.SEND_BODY

    def _unless_over(self) -> None:
        self._leaving = False
        if self._goes_on() and not self.transport.is_closing():
            self.transport.close()

    def _asking(self) -> bool:
        """In the middle of a request's head."""
        return self._idle() and bool(self.conn.trailing_data[0])

    def _idle(self) -> bool:
        state: object = self.conn.their_state
        return state is h11.IDLE

    def _unless_asked(self) -> None:
        cycle: object = self.cycle  # None before the first request, whatever its annotation says
        never = cycle is None and self._idle()
        if (never or self._asking()) and not self.transport.is_closing():
            self.transport.close()


@dataclass(frozen=True, slots=True)
class Links:
    """Holds what the user is told."""

    page: str
    feed: str
    for_others: bool
    """Whether other machines reach it."""


class _Uvicorn(uvicorn.Server):
    """A server that ends its endless answers at once when it is told to stop."""

    def __init__(self, config: uvicorn.Config, served: Server) -> None:
        super().__init__(config)
        self._served = served

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._served.events.close()
        super().handle_exit(sig, frame)
        # uvicorn would send it to itself once more at the end, before anybody is told what is not finished.
        self._captured_signals = [one for one in self._captured_signals if one != signal.SIGTERM]


def serve(
    library: Library,
    wish: adding.Wish,
    host: str = "127.0.0.1",
    port: int = 8000,
    conditions: Conditions = AT_HOME,
    ready: Callable[[Links], None] = lambda _: None,
) -> list[str]:
    """Serve until interrupted or told to stop, which takes two seconds at most; `ready` is told the addresses
    once the port is open (0: any free one).

    Returns a line for each article that is not finished: it goes on at the next start. Raises FeedError when
    the port cannot be opened.
    """
    owner = shares.ensure(library, shares.OWNER, may_add=True)
    listening = _bind(host, port)
    root = conditions.base_url or f"http://{_shown(host)}:{listening.getsockname()[1]}/"
    served = application(
        library, wish, conditions.base_url, narrating=NarratingProcess(library), conditions=conditions
    )
    config = uvicorn.Config(
        served,
        http=Impatient,
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=1,
        limit_concurrency=CONNECTIONS,
        h11_max_incomplete_event_size=32_768,
    )
    ready(Links(f"{root}t/{owner.token}/", f"{root}t/{owner.token}/feed.xml", not _loopback(host)))
    try:
        _Uvicorn(config, served).run(sockets=[listening])
    finally:
        listening.close()
        served.place.narrating.close()
    return narrating.unfinished(library)


def _bind(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
            listening.listen(512)
        except OSError:
            listening.close()
            raise
    except OSError as error:
        raise FeedError(
            f"{host}:{port} cannot be opened ({error.strerror}): give another --port or --host"
        ) from error
    return listening


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _shown(host: str) -> str:
    """Return how others call this machine: its address on the network, when it listens on all of them."""
    if host in ("0.0.0.0", "::", ""):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect(("192.0.2.1", 9))  # sends nothing; tells which of our addresses would be used
                return str(probe.getsockname()[0])
            except OSError:
                return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
