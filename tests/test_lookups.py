"""No test waits for a name server, whichever way the program is started."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.commands import listen


@pytest.mark.parametrize("name", ["listen.example", "xn--e1aybc.example", b"npm.example", "10.1.2"])
def test_other_machines_are_not_known(name: str | bytes) -> None:
    with pytest.raises(socket.gaierror, match="tests ask no name server"):
        socket.getaddrinfo(name, 80)


@pytest.mark.parametrize("name", [None, "localhost", "127.0.0.1", b"127.0.0.1", "::1"])
def test_this_machine_is(name: str | bytes | None) -> None:
    assert socket.getaddrinfo(name, 80)


def test_nor_by_a_command(tmp_path: Path) -> None:
    done = listen("make", "https://listen.example/story", cwd=tmp_path)
    assert done.returncode == 1
    assert "no host" in done.stderr
