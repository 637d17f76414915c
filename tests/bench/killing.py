"""Kill `listen serve` and `listen watch` at random points of adding by form, API, share target and watch:
what was accepted is an episode in the end, or a failure with its reason, once.

    python -m tests.bench.killing 200

It prints how many were killed and accepted, by which way, and every failure with its reason.
"""

from __future__ import annotations

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
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from listen.library import Library
from listen.library.waiting import queue
from listen.library.waiting.requests import DONE, FAILED, FETCHING, NARRATING, WAITING
from listen.watch import watchlist

PROGRAM = "from listen.cli import main\nmain()"
HOW = ("--voice", "tone", "--jobs", "1")
SERVE = ("serve", "--port", "0", *HOW, "--no-qr")
PLAIN = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
OF_A_FEED = 3
"""Items of each feed that is watched: as many as a new feed's backlog."""
WORDS = "".join(
    f"<p>This is sentence number {n} of a story that the feed has as a whole.</p>" for n in range(40)
)


class Paper(BaseHTTPRequestHandler):
    """A newspaper of this machine: `/feed/N` is a feed with whole articles."""

    def do_GET(self) -> None:
        """Answer it."""
        number = self.path.rsplit("/", 1)[-1]
        items = "".join(
            f"<item><title>Item {number}.{n}</title><guid isPermaLink='false'>{number}.{n}</guid>"
            f"<content:encoded><![CDATA[{WORDS}<p>Item {number}.{n}.</p>]]></content:encoded></item>"
            for n in range(OF_A_FEED)
        )
        data = (
            '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
            f"<channel><title>Feed {number}</title><language>en</language>{items}</channel></rss>"
        )
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data.encode())

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def newspaper() -> Iterator[str]:
    """Its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Paper) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@dataclass
class Killing:
    """What was accepted so far, and how often it was killed."""

    home: Path
    chance: random.Random
    paper: str = "http://127.0.0.1:1"
    """Where the newspaper is."""
    accepted: list[str] = field(default_factory=list)
    ways: Counter[str] = field(default_factory=Counter)
    kills: int = 0
    sent: int = 0

    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        """A command of `listen`, in a process group of its own."""
        env = {**os.environ, "LISTEN_HOME": str(self.home)}
        return subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *arguments], env=env, stderr=subprocess.PIPE, text=True
        )

    def start(self) -> tuple[subprocess.Popen[str], str]:
        """The server, and the address of its page."""
        process = self.begin(*SERVE)
        assert process.stderr is not None
        line = process.stderr.readline()
        assert line.startswith("page"), line + process.stderr.read()
        return process, line.split()[1]

    def send(self, page: str) -> None:
        """One article by one of the ways: the API with an id, the form, a page as its reader sees it, a text
        that was shared, an address that nobody answers at."""
        self.sent += 1
        way = ("API", "form", "page", "share", "nobody")[self.sent % 5]
        title = f"Story {self.sent}"
        text = f"It is story {self.sent}. It is told in two sentences.\n\nThen story {self.sent} ends."
        form = {"title": title, "text": text}
        path, headers = "add", FORM
        if way == "API":
            form["id"] = f"id-{self.sent}"
            path, headers = "api/v1/episodes", PLAIN
        elif way == "page":
            html = f"<article><h1>{title}</h1><p>{text}</p></article>"
            form = {"title": title, "html": html, "url": f"https://paper.example/{self.sent}"}
        elif way == "nobody":
            title = f"http://127.0.0.1:1/{self.sent}"
            form = {"url": title}
        try:
            if way == "share":
                form = self.shared(page, title, text)
            data = json.dumps(form) if headers is PLAIN else urllib.parse.urlencode(form)
            request = urllib.request.Request(page + path, data.encode(), headers)
            with urllib.request.urlopen(request, timeout=10):
                self.accepted.append(title)
                self.ways[way] += 1
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {error.code} {error.read()[:300]!r}") from error
        except OSError:
            pass  # killed meanwhile: nobody was promised anything

    @staticmethod
    def shared(page: str, title: str, text: str) -> dict[str, str]:
        """What the form holds that a phone's share menu opens; its user only presses the button."""
        asked = urllib.parse.urlencode({"title": title, "text": text})
        with urllib.request.urlopen(f"{page}add?{asked}", timeout=10) as reply:
            shown = reply.read().decode()
        texts = re.search(r"<textarea[^>]*>([^<]*)</textarea>", shown)
        titles = re.search(r'name="title" value="([^"]*)"', shown)
        assert texts is not None
        assert titles is not None
        return {"title": unescape(titles[1]), "text": unescape(texts[1])}

    def round(self) -> None:
        """Start either or both, give them work, kill them at a moment that chance chooses."""
        what = self.chance.choice(("serve", "serve", "watch", "both"))
        processes = []
        if what != "serve":
            feed = f"{self.paper}/feed/{self.kills}"
            processes.append(self.begin("watch", *HOW, feed))
        if what != "watch":
            process, page = self.start()
            processes.append(process)
        end = time.monotonic() + self.chance.uniform(0.02, 6 if what == "watch" else 4)
        if what != "watch":
            for _ in range(self.chance.randint(1, 4)):
                self.send(page)
        time.sleep(max(0.0, end - time.monotonic()))
        for process in processes:
            process.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        for process in processes:
            process.wait()
            assert process.stderr is not None
            process.stderr.close()
        self.kills += 1

    def settle(self, seconds: float = 600.0) -> Library:
        """Let it finish what is left, and stop it as it should be stopped."""
        process, _ = self.start()
        library = Library(self.home / "library")
        end = time.monotonic() + seconds
        while queue.jobs(library, (WAITING, FETCHING, NARRATING)) and time.monotonic() < end:
            time.sleep(0.2)
        process.terminate()
        process.wait(30)
        assert process.stderr is not None
        process.stderr.close()
        while watchlist.feeds(library) and self.unwatched(library) and time.monotonic() < end:
            watching = self.begin("watch", "--once", *HOW)
            watching.communicate(timeout=seconds)
        return library

    @staticmethod
    def unwatched(library: Library) -> bool:
        """Whether a feed that is remembered was never asked, or an item waits that was noted."""
        with library.reading() as db:
            feeds = db.execute("SELECT count(*) FROM feeds WHERE due = ''").fetchone()[0]
            items = db.execute("SELECT count(*) FROM items WHERE state = 'waiting'").fetchone()[0]
        return bool(feeds or items)

    def check(self, library: Library) -> dict[str, object]:
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
        feeds = [feed.url.rsplit("/", 1)[-1] for feed in watchlist.feeds(library)]
        items = [f"Item {feed}.{n}" for feed in feeds for n in range(OF_A_FEED)]
        assert [item for item in items if titles[item] != 1] == []
        failed = [job for job in queue.jobs(library, (FAILED,)) if "//127.0.0.1:1/" not in job.request.url]
        return {
            "kills": self.kills, "accepted": len(self.accepted), **self.ways, "watched": len(items),
            "episodes": sum(titles.values()),
            "failed that should not have": [f"{job.shown}: {job.error}" for job in failed],
        }  # fmt: skip


def run(home: Path, kills: int, seed: int = 1) -> dict[str, object]:
    """So many kills, then the reckoning."""
    with newspaper() as paper:
        killing = Killing(home, random.Random(seed), paper)
        for _ in range(kills):
            killing.round()
        return killing.check(killing.settle())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        for name, value in run(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 200).items():
            print(f"{name}: {value}")
        print(f"{time.monotonic() - started:.0f} s")
