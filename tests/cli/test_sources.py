"""Sources over HTTP, from a server on this machine, as a user meets them."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.cli.test_make import names
from tests.commands import listen

SEED = Path(__file__).resolve().parents[2] / "seeds" / "library-parrot" / "article.html"
PAGES = {
    "/story.html": (200, "text/html; charset=utf-8", SEED.read_bytes()),
    "/gone": (404, "text/html", b"<h1>Not found</h1>"),
    "/broken": (500, "text/html", b"<h1>Sorry</h1>"),
    "/paper.pdf": (200, "application/pdf", b"%PDF-1.7\n" + bytes(200)),
    "/photo": (200, "image/jpeg", b"\xff\xd8\xff\xe0" + bytes(200)),
    "/empty": (200, "text/html", b""),
    "/menu": (
        200,
        "text/html",
        b"<html><body><nav><ul>"
        + b"<li><a href=/a>Another page</a></li>" * 20
        + b"</ul></nav></body></html>",
    ),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/story.html")
            self.end_headers()
            return
        status, kind, body = PAGES[self.path]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["/story.html", "/moved"])
def test_a_page_over_http(server: str, tmp_path: Path, path: str) -> None:
    done = listen("make", server + path, "--voice", "tone", "-o", "a.mp3", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "a.mp3" in names(tmp_path)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/gone", "404"),
        ("/broken", "500"),
        ("/paper.pdf", "PDF"),
        ("/photo", "picture"),
        ("/empty", "empty"),
        ("/menu", "list of links"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(server: str, tmp_path: Path, path: str, says: str) -> None:
    done = listen("make", server + path, "--voice", "tone", "-o", "a.mp3", cwd=tmp_path)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("listen: ")
    assert says in line
    assert names(tmp_path) == []


def test_nobody_answers(tmp_path: Path) -> None:
    done = listen("make", "http://127.0.0.1:9/story.html", "-o", "a.mp3", cwd=tmp_path)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "127.0.0.1" in line


@pytest.mark.parametrize("name", ["~nobody-of-that-name/story.html", "a" * 300 + ".html"])
def test_a_path_that_cannot_be(tmp_path: Path, name: str) -> None:
    done = listen("make", name, "-o", "a.mp3", cwd=tmp_path)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "check the name" in line


def test_a_name_that_does_not_exist(tmp_path: Path) -> None:
    done = listen("make", "http://no-such-host.invalid/", "-o", "a.mp3", cwd=tmp_path)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "no-such-host.invalid" in line


@pytest.mark.parametrize(
    "arguments",
    [("make", ""), ("clean", ""), ("add", ""), ("batch", "", "--dest", "x"),
     ("batch", "story.txt", "--dest", ""), ("feed", "build", "", "--base-url", "https://x.example")],
)  # fmt: skip
def test_an_empty_name_is_not_the_folder_where_one_is(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "story.txt").write_text("A title\n\nWords are here. And more of them.\n", "utf-8")
    done = listen(*arguments, cwd=tmp_path)
    assert done.returncode == 1
    assert "a name is empty: give one" in done.stderr
    assert [path.name for path in tmp_path.iterdir() if path.name != "x"] == ["story.txt"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")
def test_a_file_s_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsdecode(b"story \xff.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_text("A title\n\nWords are here. And more of them.\n", "utf-8")
    done = listen("batch", "in", "--dest", "out", "--voice", "tone", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "in/story \ufffd.txt" in next((tmp_path / "out" / "manifest").glob("*.jsonl")).read_text("utf-8")
    assert (
        "skipped                          1"
        in listen("batch", "in", "--dest", "out", "--voice", "tone", cwd=tmp_path).stderr
    )
    for command in ("add", "make"):
        done = listen(command, f"in/{name}", "--voice", "tone", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
