"""The one HTTP client: limits of time that hold whatever a server does, redirects, passwords."""

from __future__ import annotations

import socket
import threading
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from listen.errors import SourceError
from listen.options import Options
from listen.pipeline import make
from listen.sources import connect, http
from listen.sources.fetch import fetch
from tests.patience import PATIENCE_S

LIMIT_S = 0.3


@contextmanager
def serving(answer: Callable[[socket.socket, bytes], None]) -> Iterator[str]:
    """A server on loopback that gives each connection to `answer`, with what was asked."""
    listener = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()

    def one(sock: socket.socket) -> None:
        with sock, suppress(OSError):
            asked = b""
            while b"\r\n\r\n" not in asked:
                asked += sock.recv(4096)
            answer(sock, asked)

    def accept() -> None:
        with suppress(OSError):
            while not over.is_set():
                sock, _ = listener.accept()
                threading.Thread(target=one, args=(sock,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        over.set()
        listener.close()


def drip(head: bytes, drop: bytes, every_s: float = 0.05) -> Callable[[socket.socket, bytes], None]:
    """An answer that begins, then goes on and on, a little at a time, until nobody listens any more."""

    def answer(sock: socket.socket, asked: bytes) -> None:
        sock.sendall(head)
        for _ in range(int(PATIENCE_S / every_s)):
            sock.sendall(drop)
            sock.settimeout(every_s)
            with suppress(TimeoutError):
                if not sock.recv(1):
                    raise ConnectionResetError

    return answer


HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
TRICKLES = {
    "nothing at all": drip(b"", b""),
    "the status line": drip(b"HTTP/1.1 200 ", b"O"),
    "the headers": drip(HEAD, b"X: y\r\n"),
    "one header": drip(HEAD + b"X: ", b"y"),
    "100 Continue": drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "a body of known length": drip(HEAD + b"Content-Length: 100000\r\n\r\n", b"x"),
    "a chunk's length": drip(CHUNKED, b"0"),
    "chunks": drip(CHUNKED, b"1\r\nx\r\n"),
    "trailers": drip(CHUNKED + b"1\r\nx\r\n0\r\n", b"X: y\r\n"),
    "trailers, fast": drip(CHUNKED + b"1\r\nx\r\n0\r\n", b"X: y\r\n" * 9, 0.01),
}


@pytest.mark.parametrize("what", TRICKLES)
def test_the_limit_is_by_the_clock_whatever_trickles(what: str) -> None:
    ended = threading.Event()

    def answer(sock: socket.socket, asked: bytes) -> None:
        TRICKLES[what](sock, asked)
        ended.set()

    with serving(answer) as url, pytest.raises(SourceError, match=r"took longer than 0\.3 s"):
        http.ask(url, timeout_s=LIMIT_S)
    assert not ended.is_set()


def test_a_look_up_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    over, found = threading.Event(), threading.Event()

    def look_up(*_: object, **__: object) -> list[object]:
        over.wait(PATIENCE_S)
        found.set()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(SourceError, match="took too long; try again later"):
        http.ask("http://slow.example/", timeout_s=0.2)
    assert not found.is_set()
    over.set()


@pytest.mark.parametrize(
    "where", ["http://[", "http://[::1", "//[", "http://a b:c/", "http://host:99999999/"]
)
def test_a_redirect_to_no_address_is_an_error_like_others(where: str) -> None:
    head = f"HTTP/1.1 302 Found\r\nLocation: {where}\r\nContent-Length: 0\r\n\r\n".encode()
    with serving(lambda sock, asked: sock.sendall(head)) as url, pytest.raises(SourceError):
        http.ask(url, timeout_s=5)


def test_a_servers_words_are_not_printed() -> None:
    head = b"HTTP/1.1 404 \x1b[2J\x1b]0;owned\x07\r\nContent-Length: 2\r\n\r\nno"
    with serving(lambda sock, asked: sock.sendall(head)) as url, pytest.raises(SourceError) as caught:
        fetch(url)
    assert str(caught.value).isprintable()
    assert "404 Not Found; check the address" in str(caught.value)


@pytest.mark.parametrize("line", [b"\x1b[2J\x1b[31m nonsense\r\n\r\n", b"HTTP/1.1 \x1b[2J OK\r\n\r\n"])
def test_a_line_that_is_no_http_is_not_printed_either(line: bytes) -> None:
    with serving(lambda sock, asked: sock.sendall(line)) as url, pytest.raises(SourceError) as caught:
        fetch(url)
    assert str(caught.value).isprintable()


def test_an_answer_that_breaks_off_is_no_article() -> None:
    head = HEAD + b"Content-Length: 100\r\n\r\n<p>Half"
    with serving(lambda sock, asked: sock.sendall(head)) as url, pytest.raises(SourceError, match="broke"):
        fetch(url)


def test_a_password_goes_to_its_own_host_and_nowhere_else() -> None:
    asked: list[bytes] = []

    def other(sock: socket.socket, request: bytes) -> None:
        asked.append(request)
        sock.sendall(HEAD + b"Content-Length: 9\r\n\r\n<p>It is.")

    with serving(other) as second:

        def first(sock: socket.socket, request: bytes) -> None:
            asked.append(request)
            sock.sendall(f"HTTP/1.1 302 Found\r\nLocation: {second}/b\r\nContent-Length: 0\r\n\r\n".encode())

        with serving(first) as url:
            source = fetch(url.replace("http://", "http://ann:s%40fe@") + "/a")
    assert b"Authorization: Basic " + b64encode(b"ann:s@fe") in asked[0]
    assert b"Authorization" not in asked[1]
    assert source.url == f"{second}/b"
    assert "s%40fe" not in source.name


def test_a_password_stands_in_no_error_and_no_address() -> None:
    with serving(lambda sock, asked: sock.sendall(HEAD + b"Content-Length: 9\r\n\r\n<p>It is.")) as url:
        assert fetch(url.replace("http://", "http://ann:secret@") + "/a#b").url == f"{url}/a"
    with pytest.raises(SourceError) as caught:
        fetch("http://ann:secret@127.0.0.1:1/a")
    assert "secret" not in str(caught.value)
    assert http.without_password("http://[::1]:80/a@b") == "http://[::1]:80/a@b"


@pytest.mark.parametrize(
    ("url", "inside"),
    [
        ("http://127.0.0.1:8000/feed", True),
        ("http://[::1]/feed", True),
        ("http://192.168.1.4/feed", True),
        ("http://localhost:8000/feed", True),
        ("http://nas/feed", True),
        ("http://nas.local/feed", True),
        ("http://wiki.home.arpa/feed", True),
        ("http://93.184.216.34/feed", False),
        ("http://no-such-host.invalid/feed", False),
        ("http://evil.example/feed", False),
        ("file:///etc/passwd", False),
    ],
)
def test_what_is_inside_is_known_by_its_name_not_by_what_the_name_leads_to(
    url: str, inside: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name of the internet may lead to this network for a moment: it is outside all the same."""
    leads_inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.168.1.4", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: leads_inside)
    assert connect.is_inside(url) is inside


def test_hosts_that_the_user_calls_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LISTEN_INSIDE", "intranet.example, wiki.example")
    assert connect.is_inside("https://wiki.example/feed")
    assert connect.is_inside("https://news.intranet.example/feed")
    assert not connect.is_inside("https://notwiki.example/feed")


def test_a_password_stands_in_nothing_that_is_made(tmp_path: Path) -> None:
    story = b"<title>Clock</title><article><h1>Clock</h1>" + b"<p>The clock of the town has stopped.</p>" * 9
    head = HEAD + b"Content-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(story)
    options = Options(page=True, epub=True, cache=False)
    with serving(lambda sock, asked: sock.sendall(head + story)) as url, ThreadPoolExecutor(1) as here:
        given = url.replace("http://", "http://ann:hushhush@") + "/a"
        make(given, voice="tone", out=tmp_path / "clock.mp3", executor=here, options=options)
    made = [path for path in tmp_path.iterdir() if path.is_file()]
    assert {path.suffix for path in made} >= {".mp3", ".vtt", ".json", ".html", ".epub"}
    for path in made:
        held = [path.read_bytes()]
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                held = [book.read(name) for name in book.namelist()]
        assert not any(b"hushhush" in data for data in held), path
        assert path.suffix not in (".mp3", ".html") or any(url.encode() in data for data in held), path
