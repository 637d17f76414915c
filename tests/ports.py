"""Ports for programs that must be told one before they start, and others told of it."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator


@contextlib.contextmanager
def held_port() -> Iterator[int]:
    """A port of this machine that the system gives to nobody else until the end.

    It is bound here and never listens. Servers ask for the address's reuse, so that they may bind it too, and
    again when they are started anew. A port that was only looked for may be another's by then.
    """
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        yield port
