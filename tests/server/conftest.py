"""A real `listen serve` on loopback, and the application without a port."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from listen.library import Library, Show, shares
from listen.model import Source
from listen.server.app import application
from listen.sources import fetch
from tests.library.stories import WISH, add
from tests.page.browser import chromium
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Served:
    """One running server."""

    library: Library
    page: str
    feed: str
    root: str
    """Without a token."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("served")
    before = os.environ.get("LISTEN_HOME")
    os.environ["LISTEN_HOME"] = str(home)  # the modules' own fixture is per test
    try:
        library = Library()
        library.save_show(Show("Rosa's <reads> & more", email="rosa@example.org", frequency="FREQ=DAILY"))
        add(library, 'A clock & <its> "tower", wound', body="It ticks in its tower, day and night.")
        add(library, "Zweitens: die Größe der Glocke", n=1, body="Another body is lying in the tower. " * 40)
    finally:
        os.environ.pop("LISTEN_HOME")
        if before is not None:
            os.environ["LISTEN_HOME"] = before
    with running(home) as (page, feed):
        yield Served(library, page, feed, page.split("t/")[0])


class running:  # noqa: N801 used as a function
    """`listen serve` as a process of its own, ended at the end."""

    def __init__(self, home: Path, *arguments: str, before: str = "", port: int = 0) -> None:
        """`before` is Python that is run first in that process."""
        self._home, self._arguments, self._before = home, ("--port", str(port), *arguments), before

    def __enter__(self) -> tuple[str, str]:
        env = {**os.environ, "LISTEN_HOME": str(self._home)}
        env["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), env.get("PYTHONPATH")]))
        program = f"from tests.lookups import only_here\nonly_here()\n{self._before}\n"
        program += "from listen.cli import main\nmain()"
        command = [sys.executable, "-c", program, "serve", *self._arguments]
        self._process = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)
        assert self._process.stderr is not None
        page = self._process.stderr.readline().split()
        feed = self._process.stderr.readline().split()
        assert (page[0], feed[0]) == ("page", "feed"), (page, feed, self._process.stderr.read())
        return page[1], feed[1]

    def __exit__(self, *_: object) -> None:
        assert self._process.stderr is not None
        self._process.terminate()
        self._process.wait(PATIENCE_S)
        self._process.stderr.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as made:
        yield made


@pytest.fixture
def client(library: Library) -> Iterator[TestClient]:
    """The application as the owner's own browser reaches it, fetching from anywhere."""
    app = application(library, WISH, fetcher=anywhere)
    with TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 5000)) as made:
        yield made


def anywhere(url: str, public_only: bool) -> Source:
    """Fetch from this machine too, where the stories of the tests are."""
    return fetch.fetch(url)


@pytest.fixture
def token(library: Library) -> str:
    return shares.share(library, "me", may_add=True).token


@pytest.fixture
def stories() -> Iterator[str]:
    """The address of an article on a web server of this machine."""
    page = b"A story from afar\n\n" + b"It came over a wire. It was read aloud.\n\n" * 6

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/story.txt"
        server.shutdown()
        thread.join()
