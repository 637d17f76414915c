"""Kill `listen serve` at random points of adding, again and again: what was accepted is an episode in the
end, or a
failure with its reason, once.

    python -m tests.bench.killing 200
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from listen.library import Library
from listen.library.waiting import queue
from listen.library.waiting.requests import DONE, FAILED, FETCHING, NARRATING, WAITING

PROGRAM = "from listen.cli import main\nmain()"
ARGUMENTS = ("serve", "--port", "0", "--voice", "tone", "--jobs", "1", "--no-qr")
PLAIN = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass
class Killing:
    """What was accepted so far, and how often it was killed."""

    home: Path
    chance: random.Random
    accepted: list[str] = field(default_factory=list)
    kills: int = 0
    sent: int = 0

    def start(self) -> tuple[subprocess.Popen[str], str]:
        env = {**os.environ, "LISTEN_HOME": str(self.home)}
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *ARGUMENTS], env=env, stderr=subprocess.PIPE, text=True
        )
        assert process.stderr is not None
        line = process.stderr.readline()
        assert line.startswith("page"), line + process.stderr.read()
        return process, line.split()[1]

    def send(self, page: str) -> None:
        """One article by one of the ways: the API, the form, a shared page's source, an address that
        fails."""
        self.sent += 1
        title = f"Story {self.sent}"
        text = f"It is story {self.sent}. It is told in two sentences.\n\nThen story {self.sent} ends."
        way = self.sent % 4
        if way == 0:
            form = {"title": title, "text": text, "id": f"id-{self.sent}"}
            path, data, headers = "api/v1/episodes", json.dumps(form).encode(), PLAIN
        elif way == 1:
            path, data, headers = "add", urllib.parse.urlencode({"title": title, "text": text}).encode(), FORM
        elif way == 2:
            html = f"<article><h1>{title}</h1><p>{text}</p></article>"
            form = {"title": title, "html": html, "url": f"https://paper.example/{self.sent}"}
            path, data, headers = "add", urllib.parse.urlencode(form).encode(), FORM
        else:
            title = f"http://127.0.0.1:1/{self.sent}"
            path, data, headers = "add", urllib.parse.urlencode({"url": title}).encode(), FORM
        request = urllib.request.Request(page + path, data, headers)
        try:
            with urllib.request.urlopen(request, timeout=10):
                self.accepted.append(title)
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {error.code} {error.read()[:300]!r}") from error
        except OSError:
            pass  # killed meanwhile: nobody was promised anything

    def round(self) -> None:
        """Start it, give it work, kill it at a moment that chance chooses."""
        process, page = self.start()
        end = time.monotonic() + self.chance.uniform(0.02, 4)
        for _ in range(self.chance.randint(1, 4)):
            self.send(page)
        time.sleep(max(0.0, end - time.monotonic()))
        process.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        process.wait()
        assert process.stderr is not None
        process.stderr.close()
        self.kills += 1

    def settle(self, seconds: float = 120.0) -> Library:
        """Let it finish what is left, and stop it as it should be stopped."""
        process, _ = self.start()
        library = Library(self.home / "library")
        end = time.monotonic() + seconds
        while queue.jobs(library, (WAITING, FETCHING, NARRATING)) and time.monotonic() < end:
            time.sleep(0.2)
        began = time.monotonic()
        process.terminate()
        process.wait(10)
        assert time.monotonic() - began < 2.5, "it took too long to stop"
        assert process.stderr is not None
        process.stderr.close()
        return library

    def check(self, library: Library) -> dict[str, int]:
        """Everything accepted is an episode or a failure with a reason, once. Returns how many of each."""
        titles = Counter(entry.title for entry in library.entries())
        assert max(titles.values(), default=1) == 1, titles.most_common(3)
        jobs = Counter[str]()
        for job in queue.jobs(library):
            assert job.state in (DONE, FAILED), job
            assert job.state == DONE or job.error, job
            jobs[job.shown if job.state == DONE else (job.request.title or job.request.url)] += 1
        lost = [title for title in self.accepted if jobs[title] != 1]
        assert lost == [], (lost, [jobs[title] for title in lost])
        failed = [job for job in queue.jobs(library, (FAILED,)) if not job.request.url]
        return {
            "kills": self.kills, "accepted": len(self.accepted), "episodes": sum(titles.values()),
            "failed that should not have": len(failed),
        }  # fmt: skip


def run(home: Path, kills: int, seed: int = 1) -> dict[str, int]:
    """So many kills, then the reckoning."""
    killing = Killing(home, random.Random(seed))
    for _ in range(kills):
        killing.round()
    return killing.check(killing.settle())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        print(run(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 200))
        print(f"{time.monotonic() - started:.0f} s")
