"""The screen: the sentence with its word marked, redrawn line by line where it changed."""

from __future__ import annotations

import shutil
import sys
import time
from typing import TextIO

from listen.play.views import State
from listen.play.views.frame import Look, frame

ENTER, LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J", "\x1b[0m\x1b[?25h\x1b[?1049l"
MESSAGE_S = 4
"""How long an answer to a key stays."""


class Screen:
    """Takes the terminal's other screen, so that what was there comes back."""

    def __init__(self, out: TextIO | None = None, large: bool = False) -> None:
        self._out = out or sys.stdout
        self._large = large
        self._inside = False
        self._shown: list[str] = []
        self._look = Look(0, 0)
        self._message, self._until = "", 0.0

    def show(self, state: State) -> None:
        size = shutil.get_terminal_size()
        look = Look(max(size.columns, 1), max(size.lines, 1), self._large)
        if self._message and time.monotonic() > self._until:
            self._message = ""
        lines = frame(state, look, self._message)
        parts = []
        if not self._inside or look != self._look:
            parts.append(ENTER if not self._inside else "\x1b[0m\x1b[2J")
            self._inside, self._look, self._shown = True, look, [""] * len(lines)
        for row, (line, before) in enumerate(zip(lines, self._shown, strict=True), 1):
            if line != before:
                parts.append(f"\x1b[{row};1H\x1b[0m{line}\x1b[0m\x1b[K")
        self._shown = lines
        if parts:
            self._write("".join(parts))

    def say(self, line: str) -> None:
        self._message, self._until = line, time.monotonic() + MESSAGE_S

    def set_large(self, large: bool) -> None:
        self._large = large

    def toggle_text(self) -> None:
        self.say("The text stays on the screen; t is for plain lines.")

    def suspend(self) -> None:
        if self._inside:
            self._write(LEAVE)
            self._inside = False

    def close(self) -> None:
        self.suspend()

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
