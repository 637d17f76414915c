"""Ports that are held for a server."""

from __future__ import annotations

import socket
import sys

import pytest

from tests.ports import held_port


def test_a_server_may_listen_there_again_and_again_and_nobody_is_given_it() -> None:
    with held_port() as port:
        for _ in range(2):
            with socket.create_server(("127.0.0.1", port)), held_port() as other:
                assert other != port
                socket.create_connection(("127.0.0.1", port), 1).close()


@pytest.mark.skipif(sys.platform == "win32", reason="reuse means something else there")
def test_who_does_not_ask_for_reuse_is_refused() -> None:
    with held_port() as port, socket.socket() as other, pytest.raises(OSError, match="in use"):
        other.bind(("127.0.0.1", port))
