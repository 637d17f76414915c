"""A player program that takes sound from a pipe.

It is given little more than it has played, so that stopping it drops little. Where it is, it says
itself while it plays; aplay does not: what it has taken from the pipe counts, less its buffer.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import numpy as np

from listen import audio
from listen.errors import AudioError

if TYPE_CHECKING:
    from listen.play.outputs import Pull

LEAD_S = 0.3
"""How far the program is given sound ahead of what is heard."""
STEP_S = 0.01
REPORT_S = 0.5
"""A report is believed to go on so long; the programs write several a second."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Says how a program is called."""

    options: str
    """`{rate}` is the sample rate; the sound is 16-bit little-endian mono."""
    report: str = ""
    """A pattern that finds, in what it writes while it plays, the seconds that were heard."""
    buffer_ms: int = 0
    """Of one that reports nothing: what it holds of what it took."""


PROGRAMS = {
    "pacat": Kind(
        "--playback --raw --format=s16le --channels=1 --rate={rate} --latency-msec=60 --verbose",
        r"Time: (\d+\.\d+) sec",
    ),
    "aplay": Kind(
        "-q -t raw -f S16_LE -c 1 -r {rate} --buffer-time=80000 --period-time=20000 -", buffer_ms=80
    ),
    "mpv": Kind(
        "--no-config --no-video --no-input-terminal --cache=no --audio-buffer=0.1"
        " --msg-level=all=error,statusline=status --term-status-msg=@${{=audio-pts}}"
        " --demuxer=rawaudio --demuxer-rawaudio-rate={rate} --demuxer-rawaudio-channels=1"
        " --demuxer-rawaudio-format=s16le -",
        r"@(\d+\.\d+)",
    ),
    "ffplay": Kind(
        "-v error -stats -nodisp -autoexit -fflags nobuffer -probesize 32 -analyzeduration 0"
        " -f s16le -ar {rate} -ch_layout mono -i pipe:0",
        r"(\d+\.\d+) M-A:",
    ),
}
"""Best first: those that hold the least."""


class Program:
    """One run of the program for each stream."""

    def __init__(self, kind: Kind, path: str) -> None:
        self._kind, self._path = kind, path
        self.name = path
        self._run: _Run | None = None

    def start(self, rate: int, pull: Pull) -> None:
        self.stop()
        self._run = _Run(self._path, self._kind, rate, pull)

    def heard(self) -> int:
        return self._run.heard() if self._run else 0

    def stop(self) -> int:
        heard = 0
        if self._run:
            heard = self._run.stop()
            self._run = None
        return heard

    def close(self) -> None:
        self.stop()


class _Run:
    """A process, a thread that gives it sound in time, and one that reads what it says."""

    def __init__(self, path: str, kind: Kind, rate: int, pull: Pull) -> None:
        self._path, self._kind, self._rate, self._pull = path, kind, rate, pull
        command = [path, *kind.options.format(rate=rate).split()]
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                bufsize=0,
                start_new_session=True,  # Ctrl-C and Ctrl-Z are for us, who then stop it
            )
        except OSError as error:
            raise AudioError(f"{path} cannot be started: {error.strerror}") from error
        self._given = self._heard = 0
        self._last = 0.0  # when it was given something last
        self._report = (0.0, 0.0)  # seconds heard, and when it said so
        self._said = b""
        self._failed: str | None = None
        self._stopped = threading.Event()
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._feed, self._listen)]
        for thread in self._threads:
            thread.start()

    def heard(self) -> int:
        if self._failed is not None:
            raise AudioError(f"{self._path} cannot play: {self._failed or 'it has ended'}")
        now = time.monotonic()
        if self._kind.report:
            seconds, since = self._report
            at = (seconds + min(now - since, REPORT_S)) * self._rate if since else 0.0
        else:
            waiting = _unread(self._process.stdin) // 2
            at = self._given - waiting - self._kind.buffer_ms * self._rate / 1000
            if not waiting:
                at += (now - self._last) * self._rate
        self._heard = max(self._heard, min(int(at), self._given))
        return self._heard

    def stop(self) -> int:
        heard = self._heard
        with contextlib.suppress(AudioError):  # who stops needs not know why it would not have gone on
            heard = self.heard()
        self._stopped.set()
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()
        return heard

    def _feed(self) -> None:
        try:
            self._give()
        except Exception as error:  # noqa: BLE001 raised where somebody can hear of it
            self._failed = f"the sound cannot be read any more: {error}"

    def _give(self) -> None:
        assert self._process.stdin is not None
        while not self._stopped.is_set() and self._failed is None:
            due = self._heard + int(LEAD_S * self._rate) - self._given
            samples = self._pull(due) if due > 0 else np.zeros(0, np.float32)
            if len(samples):
                with contextlib.suppress(OSError):  # it has ended; what it said is read
                    self._process.stdin.write(audio.to_pcm16(np.clip(samples, -1.0, 1.0)))
                self._given += len(samples)
                self._last = time.monotonic()
            self._stopped.wait(STEP_S)
            with contextlib.suppress(AudioError):
                self.heard()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while chunk := os.read(self._process.stdout.fileno(), 4096):
            self._said = (self._said + chunk)[-4096:]
            if self._kind.report:
                found = re.findall(self._kind.report, self._said.decode("utf-8", "replace"))
                if found:
                    self._report = float(found[-1]), time.monotonic()
        if not self._stopped.is_set():
            lines = self._said.decode("utf-8", "replace").splitlines()
            self._failed = next((line.strip() for line in reversed(lines) if line.strip()), "")


def _unread(pipe: IO[bytes] | None) -> int:
    """Bytes in a pipe that nobody has read yet; 0 where that cannot be asked."""
    if sys.platform == "win32" or pipe is None:
        return 0
    import fcntl
    import termios

    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)
