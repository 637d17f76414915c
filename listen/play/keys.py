"""Keys as they are pressed, by name, from a POSIX terminal or a Windows console."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Protocol

_SEQUENCE = re.compile(r"\x1b(?:\[(?P<csi>[0-9;]*[A-Za-z~])|O(?P<ss3>[A-Z])|(?P<other>[^\[O\x1b]))")
_NAMES = {
    "A": "up",
    "B": "down",
    "C": "right",
    "D": "left",
    "H": "home",
    "F": "end",
    "1;2C": "shift+right",
    "1;2D": "shift+left",
    "1;5C": "shift+right",
    "1;5D": "shift+left",
    "5~": "pageup",
    "6~": "pagedown",
    "1~": "home",
    "4~": "end",
    "7~": "home",
    "8~": "end",
}
_PLAIN = {
    " ": "space",
    "\r": "enter",
    "\n": "enter",
    "\x1b": "escape",
    "\x03": "interrupt",
    "\x7f": "backspace",
}
_WINDOWS = {
    "H": "up",
    "P": "down",
    "K": "left",
    "M": "right",
    "G": "home",
    "O": "end",
    "I": "pageup",
    "Q": "pagedown",
}
_WINDOWS |= {"s": "shift+left", "t": "shift+right"}  # with Ctrl: Shift alone cannot be told there


class Keyboard(Protocol):
    """Says where keys come from; a context manager that leaves the terminal as it was."""

    def __enter__(self) -> Keyboard: ...
    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def read(self, seconds: float) -> list[str]:
        """The keys pressed by then, as soon as there are any. `end` of input is the key `hangup`."""

    def suspend(self) -> None:
        """Leave the terminal as it was, for another program; the next `read` takes it again."""


def names(text: str) -> list[str]:
    """Return what a terminal sends, as names of keys; what is not known is left out."""
    found, at = [], 0
    while at < len(text):
        match = _SEQUENCE.match(text, at)
        if match:
            name = _NAMES.get(match["csi"] or match["ss3"] or "")
            found += [name] if name else []
            at = match.end()
        else:
            char = text[at]
            found += [_PLAIN.get(char, char)] if char in _PLAIN or char.isprintable() else []
            at += 1
    return found


def keyboard() -> Keyboard:
    """The keyboard of this terminal, or none."""
    if sys.platform == "win32":
        return Console() if sys.stdin is not None and sys.stdin.isatty() else NoKeys()
    try:
        return Terminal(sys.stdin.fileno() if sys.stdin.isatty() else os.open("/dev/tty", os.O_RDONLY))
    except (OSError, ValueError, AttributeError):
        return NoKeys()


class NoKeys:
    """Nobody can press anything."""

    def __enter__(self) -> NoKeys:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def read(self, seconds: float) -> list[str]:
        time.sleep(seconds)
        return []

    def suspend(self) -> None:
        pass


if sys.platform != "win32":
    import select
    import termios
    import tty

    class Terminal:
        """Key by key and without echo; Ctrl-C and Ctrl-Z stay what they are."""

        def __init__(self, fd: int) -> None:
            self._fd = fd
            self._restore: Callable[[], None] | None = None
            self._rest = b""

        def __enter__(self) -> Terminal:
            self._take()
            return self

        def __exit__(
            self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
        ) -> None:
            self.suspend()

        def read(self, seconds: float) -> list[str]:
            if self._restore is None:
                self._take()
            if not select.select([self._fd], [], [], seconds)[0]:
                rest, self._rest = self._rest, b""
                return names(rest.decode("utf-8", "replace"))
            try:
                data = os.read(self._fd, 1024)
            except OSError:  # a terminal that is gone answers so
                data = b""
            if not data:
                return ["hangup"]
            text, self._rest = _whole(self._rest + data)
            return names(text)

        def suspend(self) -> None:
            if self._restore:
                with contextlib.suppress(termios.error):  # it is gone
                    self._restore()
                self._restore = None

        def _take(self) -> None:
            before = termios.tcgetattr(self._fd)
            tty.setcbreak(self._fd, termios.TCSADRAIN)  # what was pressed before is not lost
            self._restore = partial(termios.tcsetattr, self._fd, termios.TCSADRAIN, before)

else:
    import msvcrt

    class Console:
        """A Windows console."""

        def __enter__(self) -> Console:
            return self

        def __exit__(
            self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
        ) -> None:
            pass

        def read(self, seconds: float) -> list[str]:
            until = time.monotonic() + seconds
            found: list[str] = []
            while not found and time.monotonic() < until:
                while msvcrt.kbhit():
                    char = msvcrt.getwch()
                    if char in ("\0", "\xe0"):
                        name = _WINDOWS.get(msvcrt.getwch())
                        found += [name] if name else []
                    else:
                        found += names(char)
                if not found:
                    time.sleep(0.01)
            return found

        def suspend(self) -> None:
            pass


def _whole(data: bytes) -> tuple[str, bytes]:
    """The text of what has come, and the beginning of a character or an arrow key not all of which came."""
    cut = len(data)
    for back in range(1, min(4, len(data)) + 1):
        if data[-back] >= 0xC0:
            need = 2 if data[-back] < 0xE0 else 3 if data[-back] < 0xF0 else 4
            cut = len(data) - back if need > back else cut
            break
        if data[-back] < 0x80:
            break
    begun = re.search(rb"\x1b(\[[0-9;]*|O)?$", data[:cut])
    if begun:
        cut = begun.start()
    return data[:cut].decode("utf-8", "replace"), data[cut:]
