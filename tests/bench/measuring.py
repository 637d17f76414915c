"""What a command costs: wall time, CPU time and memory of all its processes together. Linux only."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY_S, LATER_S = 0.15, 1.0
"""Between two looks at the memory, in the first seconds of a command and after them: a look takes the kernel
some milliseconds of a core, a twentieth of its time if it were always seven looks a second."""
FIRST_S = 10


class CommandFailedError(Exception):
    """The command ended with an error; the text is its last line."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, user and system, of the command and all that it waited for."""
    memory: float
    """Highest sum of the proportional set sizes of all its processes, MB; 0 if it ended before a look."""
    output: str
    """Its standard output."""


def cost(
    command: Sequence[object], folder: Path, env: Mapping[str, str] | None = None, limit_s: float = 3600
) -> Cost:
    """Run `command` in `folder`, in a session of its own. Raises CommandFailedError."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        begin = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], cwd=folder, env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True,
        )  # fmt: skip
        done = threading.Event()
        peaks = [0.0]
        watcher = threading.Thread(target=_watch, args=(process.pid, done, peaks))
        watcher.start()
        killer = threading.Timer(limit_s, os.killpg, (process.pid, signal.SIGKILL))
        killer.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        killer.cancel()
        done.set()
        watcher.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode:
            lines = (err.read() + out.read()).strip().splitlines() or [f"status {process.returncode}"]
            raise CommandFailedError(lines[-1][:200])
        return Cost(wall, usage.ru_utime + usage.ru_stime, peaks[0], out.read())


def _watch(command: int, done: threading.Event, peaks: list[float]) -> None:
    begin = time.perf_counter()
    while not done.wait(EVERY_S if time.perf_counter() - begin < FIRST_S else LATER_S):
        peaks[0] = max(peaks[0], sum(map(_pss_mb, _members(command))))


def _members(process: int) -> list[Path]:
    """A process and all that it or they have started."""
    folder = Path("/proc", str(process))
    started: list[int] = []
    try:
        for thread in (folder / "task").iterdir():
            started += map(int, (thread / "children").read_text().split())
    except OSError:
        pass  # it has ended meanwhile
    return [folder, *(member for child in started for member in _members(child))]


def _pss_mb(process: Path) -> float:
    try:
        for line in (process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1000
    except OSError:
        pass  # it has ended meanwhile
    return 0.0
