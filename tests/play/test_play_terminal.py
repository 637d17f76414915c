"""The real program in a real terminal, with keys pressed and signals sent; no sound device is needed."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from listen.model import Episode
from tests.patience import PATIENCE_S

pytest.importorskip("miniaudio")
pty = pytest.importorskip("pty")
pytestmark = pytest.mark.slow
ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"


class Terminal:
    """A program in a terminal of its own, 60 × 20."""

    def __init__(self, *args: object, **variables: str) -> None:
        import fcntl
        import struct
        import termios

        self.master, slave = pty.openpty()
        self._resize = lambda rows, columns: fcntl.ioctl(
            self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0)
        )
        self._resize(20, 60)
        self.before = termios.tcgetattr(slave)
        environment = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "NO_COLOR")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "listen", "play", *map(str, args), "--through", "silent"],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**environment, "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **variables},
            start_new_session=True,
        )
        self.slave = slave
        self.text = ""
        self._seen = 0

    def resize(self, rows: int, columns: int) -> None:
        self._resize(rows, columns)

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def expect(self, pattern: str) -> str:
        """Wait until it has written this since the last time; returns it."""
        end = time.monotonic() + PATIENCE_S
        while True:
            found = re.compile(pattern, re.DOTALL).search(self.text, self._seen)
            if found:
                self._seen = found.end()
                return found[0]
            assert time.monotonic() < end, (pattern, self.text[-600:])
            self._read(0.1)

    def ends(self) -> int:
        """Its exit status."""
        end = time.monotonic() + PATIENCE_S
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.05)
        self._read(0.05)
        return self.process.wait(PATIENCE_S)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        os.close(self.slave)

    def _read(self, seconds: float) -> None:
        while select.select([self.master], [], [], seconds)[0]:
            self.text += os.read(self.master, 65536).decode("utf-8", "replace")
            seconds = 0


@contextlib.contextmanager
def terminal(*args: object, **variables: str) -> Iterator[Terminal]:
    made = Terminal(*args, **variables)
    try:
        yield made
    finally:
        made.close()


def echo_is_on(made: Terminal) -> bool:
    import termios

    return termios.tcgetattr(made.slave) == made.before


def test_keys_on_the_screen(told: Episode) -> None:
    with terminal(told.path) as made:
        made.expect(re.escape(ENTER))
        made.expect("A lamp for the last boat")
        assert not echo_is_on(made)
        made.press(" ")
        made.expect("paused · 0:")
        made.press("]")
        made.expect("Chapter 2 of 3: What the captain said")
        made.press("\x1b[C")
        made.expect(r"> \S*It\S* is a good boat")
        made.press("b")
        made.expect("Bookmark at")
        made.press("+")
        made.expect("speed 1.1")
        made.press("?")
        made.expect("play or pause")
        made.press("\x1b")
        made.expect("good boat")
        made.press("g")
        made.expect("   is   a   good")
        made.resize(10, 40)
        made.expect(re.escape("\x1b[2J"))
        made.press(" ")
        made.expect(r"\x1b\[1;4;7m\w+")  # a word is marked while it plays
        made.press("q")
        assert made.ends() == 0
        assert made.text.rstrip().endswith("play it again to go on from there")
        assert LEAVE in made.text
        assert echo_is_on(made)
    with terminal(told.path) as again:
        again.expect("Continues at")
        again.press("m")
        again.expect(r"1  0:\d\d  It is a good boat")
        again.press("q")
        assert again.ends() == 0


def test_plain_lines(told: Episode) -> None:
    with terminal(told.path, TERM="dumb") as made:
        made.expect("A lamp for the last boat\r\n")
        made.press(" ")
        made.expect(r"Paused at 0:\d\d\.\r\n")
        made.press("]")
        made.expect("Chapter 2 of 3: What the captain said\r\n")
        made.press("w")
        made.expect(r"paused · 0:\d\d of 0:\d\d\.\r\n")
        made.press("4+ ")
        made.expect("It is a good boat.\r\n")
        made.press("q")
        assert made.ends() == 0
        assert "\x1b" not in made.text


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_signals_leave_the_terminal_and_the_place_in_order(
    told: Episode, number: signal.Signals, status: int
) -> None:
    with terminal(told.path) as made:
        made.expect("playing · 0:01")
        made.process.send_signal(number)
        assert made.ends() == status
        assert made.text.count(ENTER) == made.text.count(LEAVE) == 1
        assert "stopped at 0:0" in made.text
        assert echo_is_on(made)
    with terminal(told.path, "--plain") as again:
        again.expect("Continues at 0:0")


def test_stopped_by_the_shell_and_gone_on(told: Episode) -> None:
    with terminal(told.path) as made:
        made.expect("playing · 0:01")
        made.process.send_signal(signal.SIGTSTP)
        made.expect(re.escape(LEAVE))
        end = time.monotonic() + PATIENCE_S
        while os.waitpid(made.process.pid, os.WNOHANG | os.WUNTRACED)[0] == 0:
            assert time.monotonic() < end
            time.sleep(0.01)
        assert echo_is_on(made)
        made.process.send_signal(signal.SIGCONT)
        made.expect(re.escape(ENTER))
        made.expect("paused · 0:")
        made.press("q")
        assert made.ends() == 0


def test_a_source_is_heard_and_kept_though_one_leaves(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.mp3"
    with terminal(story, "--voice", "tone", "--jobs", "1", "-o", out) as made:
        made.expect("playing · 0:0")
        made.press("q")
        assert made.ends() == 0
        assert f"tone · {out}" in made.text.replace("\r\n", "")
        assert out.is_file()


def test_into_a_pipe_it_writes_lines_to_the_end(told: Episode) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "listen", "play", told.path, "--through", "silent", "--speed", "4"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE_S,
        check=True,
        start_new_session=True,
    )
    said = done.stdout.decode("utf-8").splitlines()
    shown = [c.text for c in told.cues if c.kind not in ("title", "heading")]
    assert [line for line in said if line in shown] == shown
    assert done.stderr == b""
