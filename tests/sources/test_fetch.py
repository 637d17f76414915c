"""Fetching: files, standard input, and a web server of our own on 127.0.0.1."""

import gzip
import io
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from listen.errors import RefusedError, SourceError
from listen.sources import connect
from listen.sources.connect import is_public
from listen.sources.fetch import fetch
from tests.patience import PATIENCE_S

PAGE = "<html><body><p>Grüße aus dem Hafen.</p></body></html>".encode()


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass

    def send(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        path = self.path
        if path == "/page":
            self.send(PAGE, Content_Type="text/html; charset=UTF-8", Set_Cookie="a=b")
        elif path == "/hop":
            self.send(b"", status=302, Location="/page#part")
        elif path == "/circle":
            self.send(b"", status=302, Location="/circle")
        elif path == "/to-file":
            self.send(b"", status=302, Location="file:///etc/passwd")
        elif path == "/gzip":
            self.send(gzip.compress(PAGE), Content_Encoding="gzip", Content_Type="text/html")
        elif path == "/deflate":
            self.send(zlib.compress(PAGE), Content_Encoding="deflate")
        elif path == "/bomb":
            self.send(gzip.compress(bytes(30_000_000)), Content_Encoding="gzip")
        elif path == "/big":
            self.send(b"x" * 200_000)
        elif path == "/says-big":
            self.send(b"", Content_Length="99999999999")
        elif path == "/slow":
            self.send_response(200)
            self.end_headers()
            with suppress(OSError):  # until nobody listens any more
                for _ in range(int(PATIENCE_S / 0.1)):
                    self.wfile.write(b"drip ")
                    self.wfile.flush()
                    time.sleep(0.1)
        elif path == "/agent":
            self.send(str(self.headers).encode())
        elif path == "/empty":
            self.send(b"")
        elif path.startswith("/status/"):
            self.send(b"no", status=int(path[8:]))
        else:
            self.send(path.encode())


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    thread = threading.Thread(target=httpd.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def test_a_page_with_its_charset_and_final_address(server: str) -> None:
    source = fetch(f"{server}/hop")
    assert source.data == PAGE
    assert (source.media_type, source.charset) == ("text/html", "utf-8")
    assert source.url == f"{server}/page"
    assert source.name == f"{server}/hop"


@pytest.mark.parametrize("how", ["gzip", "deflate"])
def test_transfer_encodings_are_undone(server: str, how: str) -> None:
    assert fetch(f"{server}/{how}").data == PAGE


def test_it_says_what_it_is_and_sends_no_cookies(server: str) -> None:
    sent = fetch(f"{server}/agent").data.decode()
    assert "listen-to-story" in sent
    assert "Cookie" not in sent


def test_addresses_as_people_type_them(server: str) -> None:
    assert fetch(f"{server}/über uns?q=ä b").data == b"/%C3%BCber%20uns?q=%C3%A4%20b"


def test_what_is_refused_for_good_is_told_from_what_may_pass(server: str) -> None:
    for status, lasting in ((404, True), (403, True), (410, True), (429, False), (500, False), (503, False)):
        with pytest.raises(SourceError) as caught:
            fetch(f"{server}/status/{status}")
        assert isinstance(caught.value, RefusedError) is lasting, status


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/status/404", "404 Not Found; check the address"),
        ("/status/403", "save the page in your browser"),
        ("/status/503", "try again later"),
        ("/circle", "redirects in a circle"),
        ("/to-file", "only http and https"),
        ("/empty", "empty page"),
        ("/bomb", "too large"),
        ("/big", "too large"),
        ("/says-big", "too large"),
    ],
)
def test_errors_say_what_to_do(server: str, path: str, says: str) -> None:
    with pytest.raises(SourceError, match=says) as caught:
        fetch(server + path, max_bytes=100_000)
    assert "\n" not in str(caught.value)


def test_the_time_limit_is_for_the_whole_document(server: str) -> None:
    with pytest.raises(SourceError, match="took longer than 1 s"):
        fetch(f"{server}/slow", timeout_s=1)  # which goes on for as long as anybody listens


def test_unreachable_hosts(server: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(SourceError, match="cannot be reached"):
        fetch(f"http://127.0.0.1:{port}/")
    with pytest.raises(SourceError, match="no web address"):
        fetch("http://")
    with pytest.raises(SourceError, match="only http and https"):
        fetch("ftp://example.org/x")


def test_public_only_refuses_the_machine_itself_files_and_input(server: str, tmp_path: Path) -> None:
    for name in (
        f"{server}/page",
        "http://[::1]/",
        str(tmp_path / "x.html"),
        "-",
        "http://169.254.169.254/latest",
    ):
        with pytest.raises(SourceError, match=r"public internet|only http"):
            fetch(name, public_only=True, stdin=io.BytesIO(b"x"))


def test_public_only_connects_to_the_address_it_checked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers with a public address first and a private one later gets one look-up a request."""
    asked: list[str] = []

    def look_up(host: str, port: int, **_: Any) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", port))]

    connected: list[Any] = []

    def connect(address: Any, timeout: float | None = None) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError(111, "refused")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(SourceError, match="cannot be reached"):
        fetch("http://rebind.example/page", public_only=True)
    assert asked == ["rebind.example"]
    assert connected == [("93.184.216.34", 80)]


def test_public_only_checks_redirects_too(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = connect.resolve

    def first_is_public(where: connect.Place, name: str, public_only: bool, timeout_s: float) -> list[str]:
        return ["127.0.0.1"] if where.host == "public.example" else real(where, name, public_only)

    monkeypatch.setattr(connect, "resolve", first_is_public)
    port = server.rsplit(":", 1)[1]
    monkeypatch.setattr(Handler, "do_GET", lambda self: self.send(b"", status=302, Location=f"{server}/page"))
    with pytest.raises(SourceError, match="not on the public internet"):
        fetch(f"http://public.example:{port}/hop", public_only=True)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1",
     "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "::ffff:10.0.0.1",
     "::ffff:0:10.0.0.1", "::10.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2002:a00:1::",
     "2001:0:a00:1::1", "2001:db8::1", "3fff::1", "100::1", "ff02::1", "168.63.129.16", "192.88.99.1",
     "198.18.0.1", "192.0.2.1", "224.0.0.1", "240.0.0.1"],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


def test_files(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(PAGE)
    source = fetch(str(page))
    assert (source.data, source.media_type, source.url, source.name) == (PAGE, "text/html", None, str(page))
    zipped = tmp_path / "page.html.gz"
    zipped.write_bytes(gzip.compress(PAGE))
    assert fetch(str(zipped)).data == PAGE
    notes = tmp_path / "notes.md"
    notes.write_text("# Hi")
    assert fetch(str(notes)).media_type == "text/markdown"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(bytes(5_000_000)))
    (tmp_path / "broken.gz").write_bytes(b"\x1f\x8b\x08\x00garbage")
    for name, says in (
        (".", "is a folder"),
        ("missing.txt", "no such file"),
        ("empty.txt", "is empty"),
        ("bomb.gz", "too large"),
        ("broken.gz", "cut short|damaged"),
        ("a\x00b", "cannot be read"),
    ):
        with pytest.raises(SourceError, match=says):
            fetch(str(tmp_path / name), max_bytes=1_000_000)


def test_standard_input() -> None:
    assert fetch("-", stdin=io.BytesIO(b"A story.")).data == b"A story."
    with pytest.raises(SourceError, match="nothing came"):
        fetch("-", stdin=io.BytesIO(b""))
    with pytest.raises(SourceError, match="too large"):
        fetch("-", stdin=io.BytesIO(b"x" * 11), max_bytes=10)


def test_no_name_server_is_asked_for_a_name_that_ends_in_invalid(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **__: asked.append(host) or [])
    for host in ("one.invalid", "ONE.Invalid."):
        with pytest.raises(SourceError, match="there is no host"):
            fetch(f"https://{host}/story")
    assert asked == []
