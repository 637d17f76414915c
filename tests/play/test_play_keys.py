"""What a terminal sends, as names of keys."""

from __future__ import annotations

import os
import pty

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.play.bindings import ALSO, KEYS
from listen.play.keys import NoKeys, Terminal, names


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        (" q", ["space", "q"]),
        ("\x1b[C\x1b[D\x1b[A\x1b[B", ["right", "left", "up", "down"]),
        ("\x1bOC\x1bOD", ["right", "left"]),
        ("\x1b[1;2C\x1b[1;2D\x1b[5~\x1b[6~", ["shift+right", "shift+left", "pageup", "pagedown"]),
        ("\x1b", ["escape"]),
        ("\x1b[99X?", ["?"]),
        ("\x1bx", []),
        ("é}", ["é", "}"]),
        ("\x03\r", ["interrupt", "enter"]),
    ],
)
def test_names(sent: str, keys: list[str]) -> None:
    assert names(sent) == keys


@given(st.text(max_size=30))
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    assert all(names(text))


def test_every_key_does_one_thing() -> None:
    assert set(ALSO.values()) <= set(KEYS)
    assert not set(ALSO) & set(KEYS)


def test_a_terminal_is_read_key_by_key_and_left_as_it_was() -> None:
    termios = pytest.importorskip("termios")
    master, slave = pty.openpty()
    try:
        before = termios.tcgetattr(slave)
        with Terminal(slave) as keyboard:
            assert not termios.tcgetattr(slave)[3] & (termios.ECHO | termios.ICANON)
            assert termios.tcgetattr(slave)[3] & termios.ISIG
            assert keyboard.read(0) == []
            os.write(master, b"k\x1b[")
            assert keyboard.read(1) == ["k"]
            os.write(master, b"C")
            assert keyboard.read(1) == ["right"]
            os.write(master, "é".encode()[:1])
            assert keyboard.read(1) == []
            os.write(master, "é".encode()[1:])
            assert keyboard.read(1) == ["é"]
            os.write(master, b"\x1b")
            assert keyboard.read(1) == []
            assert keyboard.read(0.01) == ["escape"]
            keyboard.suspend()
            assert termios.tcgetattr(slave) == before
            keyboard.read(0)
            assert not termios.tcgetattr(slave)[3] & termios.ECHO
        assert termios.tcgetattr(slave) == before
    finally:
        os.close(master)
        os.close(slave)


def test_a_terminal_that_closes_is_said() -> None:
    reader, writer = os.pipe()
    os.close(writer)
    keyboard = Terminal(reader)
    keyboard._restore = lambda: None
    assert keyboard.read(1) == ["hangup"]
    os.close(reader)


def test_without_a_keyboard_nothing_is_pressed() -> None:
    with NoKeys() as keyboard:
        assert keyboard.read(0) == []


def test_a_terminal_that_is_gone_hangs_up() -> None:
    master, slave = pty.openpty()
    try:
        with Terminal(slave) as keyboard:
            os.close(master)
            assert keyboard.read(1) == ["hangup"]
    finally:
        os.close(slave)
