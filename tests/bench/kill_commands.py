"""Kill `make`, `add`, `watch`, `feed build` and `rm` at random points, again and again: nothing half-made has
a final name, nothing that was promised is lost, the next run works, and no process is left behind.

    python -m tests.bench.kill_commands [POINTS] [VOICE]

POINTS (300) are shared among the five commands; VOICE (heart) reads.
"""

from __future__ import annotations

import contextlib
import http.server
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from listen.library import Library
from listen.mp3.index import index
from tests.library.test_crash import sound

PARAGRAPH = (
    "The ferry number {n} left at nine and nobody waved, because it was raining hard on the quay. "
    "On board were a baker, two sisters and a dog that belonged to no one. "
)
ROOT = Path(__file__).resolve().parents[2]
GONE_S = 15.0
"""Within so many seconds the workers of a killed run must have ended too."""


def story(n: int) -> str:
    """An article, unlike any other; long enough for two processes."""
    return f"# Ferry {n}\n\n" + "\n\n".join(PARAGRAPH.format(n=n * 10 + k) for k in range(8)) + "\n"


def page(n: int) -> str:
    """The same as a page."""
    body = "".join(f"<p>{PARAGRAPH.format(n=n * 10 + k)}</p>" for k in range(8))
    return f"<html lang=en><title>Ferry {n}</title><article><h1>Ferry {n}</h1>{body}</article></html>"


@dataclass
class Killing:
    """One series of runs in one home."""

    folder: Path
    voice: str
    chance: random.Random
    faults: list[str] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    took: dict[str, float] = field(default_factory=dict)

    def run(self, name: str, *arguments: str, kill: bool = True) -> int:
        """Run a command, or kill it at a moment that chance chooses; returns its status."""
        begin = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "listen", *arguments],
            cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
            env={**os.environ, "LISTEN_HOME": str(self.folder / "home"), "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert process.stderr is not None
        if kill:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(self.chance.uniform(0.05, self.took[name]))
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
        said = process.stderr.read()
        process.stderr.close()
        status = process.wait()
        if status not in (0, -signal.SIGKILL):
            self.fault(name, f"status {status}: {said.strip()[-200:]}")
        self.outcomes[f"{name}: {'killed' if status < 0 else 'ended'}"] += 1
        if not kill:
            self.took[name] = max(self.took.get(name, 0), time.monotonic() - begin)
        self._all_gone(name, process.pid)
        return status

    def fault(self, name: str, what: str) -> None:
        self.faults.append(f"{name}: {what}")
        print(f"FAULT {self.faults[-1]}", flush=True)

    def check(self, name: str, true: bool, what: str) -> None:
        if not true:
            self.fault(name, what)

    def _all_gone(self, name: str, group: int) -> None:
        until = time.monotonic() + GONE_S
        while time.monotonic() < until:
            try:
                os.killpg(group, 0)
            except ProcessLookupError:
                return
            time.sleep(0.05)
        self.fault(name, "a process is left behind")
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)

    # -- the five commands ---------------------------------------------------------------------------------

    def make(self, n: int, kill: bool = True) -> None:
        """An MP3 with its sidecars, and with a page."""
        source = self.folder / f"{n}.md"
        source.write_text(story(n), "utf-8")
        self.run(
            "make",
            "make",
            source.name,
            "--voice",
            self.voice,
            "--jobs",
            "2",
            "--page",
            "-o",
            "out/",
            kill=kill,
        )
        self._whole_files("make")

    def add(self, n: int, kill: bool = True) -> None:
        """An episode."""
        (self.folder / f"{n}.html").write_text(page(n), "utf-8")
        self.run("add", "add", f"{n}.html", "--voice", self.voice, "--jobs", "2", kill=kill)
        self._library("add")

    def watch(self, n: int, kill: bool = True) -> None:
        """What a feed names."""
        Server.latest = n
        self.run("watch", "watch", "--once", "--voice", self.voice, "--jobs", "2", kill=kill)
        self._library("watch")

    def build(self, n: int, kill: bool = True) -> None:
        """A site."""
        self.run("build", "feed", "build", "site", "--base-url", "https://pod.example/", kill=kill)
        self._site("build")

    def rm(self, n: int, kill: bool = True) -> None:
        """An episode and its files on the site gone."""
        entries = self.library().entries()
        if not entries:
            return
        gone = self.chance.choice(entries).id
        status = self.run("rm", "rm", gone, kill=kill)
        there = gone in {entry.id for entry in self.library().entries()}
        self.check("rm", status != 0 or not there, f"{gone} was removed and is there")
        self._library("rm")

    # -- what must be true after each ----------------------------------------------------------------------

    def library(self) -> Library:
        return Library(self.folder / "home" / "library")

    def _whole_files(self, name: str) -> None:
        out = self.folder / "out"
        for path in out.glob("*.mp3") if out.is_dir() else ():
            beside = [
                path.with_name(path.stem + e) for e in (".vtt", ".words.json", ".chapters.json", ".html")
            ]
            self.check(
                name, all(p.is_file() and p.stat().st_size for p in beside), f"{path.name} lacks a sidecar"
            )
            if not beside[1].is_file():
                continue
            due = json.loads(beside[1].read_text("utf-8"))["duration_ms"]
            found = index(path.read_bytes())
            self.check(name, abs(found.samples * 1000 / found.rate - due) < 100, f"{path.name} is cut")

    def _library(self, name: str) -> None:
        try:
            sound(self.library())
        except Exception as error:  # noqa: BLE001 whatever it is, it is a fault
            self.fault(name, f"{type(error).__name__}: {error}")

    def _site(self, name: str) -> None:
        feeds = list((self.folder / "site").rglob("feed.xml"))
        for feed in feeds:
            text = feed.read_text("utf-8")
            self.check(name, text.rstrip().endswith("</rss>"), "the feed is cut")
            for url, length in re.findall(
                r'<enclosure url="https://pod.example/(\S+?)" length="(\d+)"', text
            ):
                path = self.folder / "site" / url
                self.check(
                    name,
                    path.is_file() and path.stat().st_size == int(length),
                    f"{url} is not as the feed says",
                )


class Server(http.server.BaseHTTPRequestHandler):
    """A feed with the newest three stories, whole in it."""

    latest = 0

    def do_GET(self) -> None:
        items = "".join(
            f"<item><title>Ferry {n}</title><guid>{n}</guid><link>http://{self.headers['Host']}/{n}</link>"
            f"<description><![CDATA[{page(n)}]]></description></item>"
            for n in range(max(self.latest - 2, 0), self.latest + 1)
        )
        feed = f"<rss version='2.0'><channel><title>Ferries</title>{items}</channel></rss>"
        asked = self.path.strip("/")
        data = (page(int(asked)) if asked.isdigit() else feed).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if asked.isdigit() else "application/rss+xml")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        pass


@contextlib.contextmanager
def served() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/feed"
    server.shutdown()
    server.server_close()


def killed(folder: Path, points: int, voice: str, seed: int = 1) -> Killing:
    """Everything once undisturbed, then `points` runs that are killed, then everything undisturbed again."""
    series = Killing(folder, voice, random.Random(seed))
    commands: list[Callable[[int, bool], None]] = [
        series.make,
        series.add,
        series.watch,
        series.build,
        series.rm,
    ]
    with served() as feed:
        series.run("follow", "watch", feed, "--once", "--backlog", "1", "--voice", voice, kill=False)
        for n, command in enumerate(commands):
            command(1000 + n, False)
        for n in range(points):
            commands[n % len(commands)](n, True)
            if n % 25 == 24:
                print(f"{n + 1} points, {len(series.faults)} faults", flush=True)
        for n, command in enumerate(commands):
            command(2000 + n, False)
    left = [str(p.relative_to(folder)) for p in (folder / "out").glob(".*.part")]
    series.check("end", not left, f"passing files are left: {left}")
    return series


def main() -> None:
    points = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    voice = sys.argv[2] if len(sys.argv) > 2 else "heart"
    with tempfile.TemporaryDirectory(prefix="listen-killing-") as folder:
        series = killed(Path(folder), points, voice)
    print(", ".join(f"{what} {count}" for what, count in sorted(series.outcomes.items())))
    print(f"{points} points with {voice}: {len(series.faults)} faults")


if __name__ == "__main__":
    main()
