"""Who must not get what, and what must not get where."""

from __future__ import annotations

import re
import socket
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from starlette.testclient import TestClient

from listen.errors import FeedError, SourceError
from listen.feed import addresses, publishing
from listen.library import Library, Show, adding, positions, shares
from listen.library.waiting import working
from listen.server.app import application
from tests.library.stories import WISH, add, article, keep_draft
from tests.patience import PATIENCE_S, until
from tests.server.conftest import running

NASTY = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&]]>"
LOCAL = [
    "http://127.0.0.1/", "http://localhost/", "http://127.1/", "http://2130706433/", "http://0x7f000001/",
    "http://0177.0.0.1/", "http://0.0.0.0/", "http://[::1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://10.0.0.1/",
    "http://172.16.3.4/", "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/", "http://100.64.1.1/",
    "http://[fe80::1]/", "http://[fc00::1]/", "http://[fd00:ec2::254]/", "http://224.0.0.1/",
    "http://255.255.255.255/", "http://[fec0::1]/", "http://[64:ff9b:1::a00:1]/", "http://[::127.0.0.1]/",
    "http://168.63.129.16/", "http://someone@127.0.0.1/", "http://①②⑦.⓪.⓪.①/", "http://0x7f.1/", "http://[::1%25lo]/",
    "file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/", "/etc/passwd", "-", "http://192.0.0.192/",
]  # fmt: skip


def public_fetch(url: str) -> None:
    working.fetched(url, True)


@pytest.mark.parametrize("url", LOCAL)
def test_nothing_of_this_network_is_fetched_for_others(url: str) -> None:
    with pytest.raises(SourceError):
        public_fetch(url)


def test_a_name_that_leads_inside_is_refused_whenever_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rebinding: the name is looked up once, and the connection goes to the address that was checked."""
    asked: list[str] = []
    connected: list[object] = []

    def lookup(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        address = "93.184.216.34" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def connect(address: tuple[str, int], timeout: float | None = None) -> socket.socket:
        connected.append(address)
        raise OSError("not in a test")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(SourceError):
        public_fetch("http://rebind.example/")
    assert (len(asked), connected) == (1, [("93.184.216.34", 80)])
    with pytest.raises(SourceError, match="not on the public internet"):
        public_fetch("http://rebind.example/")
    assert len(connected) == 1


def test_no_path_leads_out_of_the_library(client: TestClient, library: Library, tmp_path: Path) -> None:
    entry = add(library)
    (tmp_path / "secret.mp3").write_bytes(b"secret")
    for name in (
        "../../../secret.mp3", "..%2f..%2f..%2fsecret.mp3", "%2e%2e/%2e%2e/secret.mp3", "..\\..\\secret.mp3",
        "article.json", "episode.json", "passages.txt", ".", "..", "%00", "x.mp3%00.html",
    ):  # fmt: skip
        reply = client.get(f"/e/{entry.id}/{name}")
        assert reply.status_code in (400, 404), name
        assert b"secret" not in reply.content
    for path in (
        "/library.sqlite3",
        "/show.json",
        "/..%2flibrary.sqlite3",
        "//etc/passwd",
        "/e/..%2f..%2fx/y",
    ):
        assert client.get(path).status_code == 404, path


def test_a_link_in_the_library_leads_nowhere_else(
    client: TestClient, library: Library, tmp_path: Path
) -> None:
    entry = add(library)
    (tmp_path / "secret").write_bytes(b"x" * entry.size)
    path = library.path(entry, entry.audio)
    assert client.get(f"/e/{entry.id}/{entry.audio}").status_code == 200
    path.unlink()
    path.symlink_to(tmp_path / "secret")
    assert client.get(f"/e/{entry.id}/{entry.audio}").status_code == 404
    with pytest.raises(FeedError, match="leads out of the library"):
        publishing.build(library, str(tmp_path / "site"), "https://pod.example/")
    with library.writing() as db:
        db.execute("UPDATE episodes SET folder = '../../..'")
    assert client.get(f"/e/{entry.id}/{entry.audio}").status_code == 404


def test_a_private_feed_is_only_for_those_who_have_an_address(library: Library, token: str) -> None:
    entry = add(library)
    listener = shares.share(library, "a friend").token
    app = application(library, WISH)
    with TestClient(app, base_url="http://192.168.1.5:8000", client=("192.168.1.9", 5000)) as outside:
        assert outside.get("/").status_code == 401
        for path in (
            "/feed.xml",
            f"/e/{entry.id}/{entry.audio}",
            "/feeds.opml",
            f"/t/{'x' * 40}/feed.xml",
        ):
            assert outside.get(path).status_code == 404, path
        for whose in (token, listener):
            feed = outside.get(f"/t/{whose}/feed.xml")
            assert feed.status_code == 200
            assert f"http://192.168.1.5:8000/t/{whose}/e/{entry.id}/{entry.audio}" in feed.text
            assert "<itunes:block>Yes</itunes:block>" in feed.text
        assert 'action="/t/' in outside.get(f"/t/{token}/").text
        assert 'method="post"' not in outside.get(f"/t/{listener}/").text
        assert outside.post(f"/t/{listener}/heard/{entry.id}").status_code == 403
        assert outside.post(f"/t/{token}/heard/{entry.id}").status_code == 204
        assert positions.of(library, "me")[entry.id].heard
        assert library.entry(entry.id).heard is None  # its owner has not
        shares.revoke(library, "a friend")
        assert outside.get(f"/t/{listener}/feed.xml").status_code == 404
        assert outside.get(f"/t/{token}/feed.xml").status_code == 200
        library.save_show(Show(public=True))
        assert outside.get("/feed.xml").status_code == 200
        assert "itunes:block" not in outside.get("/feed.xml").text


def test_being_on_this_machine_is_proven_by_more_than_the_address(library: Library) -> None:
    add(library)
    app = application(library, WISH)
    with TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 5000)) as here:
        assert here.get("/feed.xml").status_code == 200
        for headers in (
            {"Host": "rebound.example"}, {"Host": "127.0.0.1.evil.example"}, {"X-Forwarded-For": "8.8.8.8"},
            {"Forwarded": "for=8.8.8.8"}, {"Via": "1.1 proxy"},
        ):  # fmt: skip
            assert here.get("/feed.xml", headers=headers).status_code == 404, headers
    behind = application(library, WISH, base_url="https://pod.example/")
    with TestClient(behind, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 5000)) as proxied:
        assert proxied.get("/feed.xml").status_code == 404
        token = shares.share(library, "x").token
        assert f"https://pod.example/t/{token}/feed.xml" in proxied.get(f"/t/{token}/feed.xml").text


def test_strange_hosts_do_not_reach_the_feed(client: TestClient, token: str, library: Library) -> None:
    add(library)
    for host in ('x"><script>', "a b", "a\tb", "x/../y", "evil.example@good.example", "[::1", "x:99999999"):
        reply = client.get(f"/t/{token}/feed.xml", headers={"Host": host})
        assert reply.status_code in (400, 404), host


def test_adding_needs_a_token_that_may(client: TestClient, library: Library, token: str) -> None:
    listener = shares.share(library, "a friend").token
    form = {"url": "https://example.org/x"}
    assert client.post("/add", data=form).status_code == 403
    assert client.post("/add", data={**form, "token": "wrong"}).status_code == 403
    assert client.post("/add", data={**form, "token": listener}).status_code == 403
    assert client.post(f"/t/{listener}/add", data=form).status_code == 403
    assert client.post(f"/t/{token}/add", data={"url": "file:///etc/passwd"}).status_code == 422
    assert client.post(f"/t/{token}/add", data={"url": "/etc/passwd"}).status_code == 422
    assert client.post(f"/t/{token}/add", data={"url": "https://x/" + "y" * 5000}).status_code == 422
    assert client.post(f"/t/{token}/add", data={f"field{n}": "x" for n in range(11)}).status_code == 422
    assert client.post(f"/t/{token}/add", data={f"field{n}": "x" for n in range(200)}).status_code == 400
    assert client.post(f"/t/{token}/add", json=form).status_code == 415
    big = {"url": "https://x.example/", "more": "y" * 5_000_000}
    assert client.post(f"/t/{token}/add", data=big).status_code == 413


def test_the_server_does_not_fetch_from_this_machine(library: Library, token: str) -> None:
    app = application(library, WISH)
    here = ("127.0.0.1", 5000)
    with TestClient(app, base_url="http://127.0.0.1", client=here, follow_redirects=False) as client:
        started = client.post(f"/t/{token}/add", data={"url": "http://127.0.0.1:1/story"})
        assert started.status_code == 303
        state = _finished(client, started.headers["location"])
        assert "not on the public internet" in state["error"]
    assert library.count() == 0


@pytest.mark.parametrize(
    ("given", "spoken"),
    [
        ("# The quay\n\nThe boat left **late**, says [it](https://a.example/).", "left late, says it"),
        ("The boat left late on #Monday, and nobody * minded * it.", "on #Monday, and nobody * minded * it"),
    ],
)  # fmt: skip
def test_what_is_pasted_may_be_markdown(
    client: TestClient, library: Library, token: str, given: str, spoken: str
) -> None:
    client.follow_redirects = False
    started = client.post("/add", data={"url": given, "token": token})
    assert _finished(client, started.headers["location"])["state"] == "done"
    (entry,) = library.entries()
    captions = library.path(entry, f"{Path(entry.audio).stem}.vtt").read_text("utf-8")
    heard = " ".join(line for line in captions.splitlines() if line and "-->" not in line)
    assert spoken in heard
    assert "# The" not in heard


def test_adding_shows_its_progress(client: TestClient, library: Library, token: str, stories: str) -> None:
    client.follow_redirects = False
    started = client.post("/add", data={"url": stories, "token": token})
    assert started.status_code == 303
    page = client.get(started.headers["location"])
    assert 'role="status"' in page.text
    done = _finished(client, started.headers["location"])
    assert (done["state"], done["what"], done["title"]) == ("done", "new", "A story from afar")
    assert [e.title for e in library.entries()] == ["A story from afar"]
    over = client.get(started.headers["location"])
    assert f"/episode/{done['episode']}" in over.text
    assert 'http-equiv="refresh"' not in over.text


def _finished(client: TestClient, location: str) -> dict[str, str]:
    asked: list[dict[str, str]] = []
    until(lambda: asked.append(client.get(location + ".json").json()) or asked[-1]["over"], every_s=0.05)
    return asked[-1]


def _scripts(page: str) -> list[str]:
    """The opening tags of its scripts, which are files of the library's own."""
    tags = re.findall(r"<script[^>]*>", page)
    assert len(tags) == page.count("<script") >= 3
    return tags


def test_nothing_an_article_says_is_markup(client: TestClient, library: Library, token: str) -> None:
    hostile = article(NASTY, 'https://example.org/x?a="><script>', NASTY)
    hostile = replace(hostile, byline=NASTY, site=NASTY, published='2024-05-03"><script>')
    paths = ("/", f"/t/{token}/")
    ours = {path: _scripts(client.get(path).text) for path in paths}
    entry = adding.add_article(library, hostile, None, WISH).entry
    library.save_show(Show(title=NASTY, description=NASTY, author=NASTY))
    for path in paths:
        page = client.get(path)
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
        assert _scripts(page.text) == ours[path]
        assert all(re.fullmatch(r'<script [^>]*src="[/.][^":]*"[^>]*>', tag) for tag in ours[path])
        assert " onerror" not in page.text.replace("src=x onerror", "")
    html = entry.file(".html")
    assert html is not None
    story = client.get(f"/e/{entry.id}/{html.name}")
    assert "<script>alert" not in story.text
    assert "<img src=x" not in story.text
    assert "script-src 'sha256-" in story.text.replace("&#x27;", "'")
    feed = client.get("/feed.xml").text
    assert "<script" not in feed
    assert "<img src=x" not in feed


def test_headers_cannot_be_written_from_outside(client: TestClient, library: Library, token: str) -> None:
    add(library, "A title\r\nSet-Cookie: x=1")
    for path in (
        "/feed.xml%0d%0aSet-Cookie:%20x=1",
        "/e/x/%0d%0aSet-Cookie:x",
        f"/t/{token}%0d%0aX:%20y/feed.xml",
    ):
        reply = client.get(path)
        assert reply.status_code == 404
        assert "set-cookie" not in reply.headers
    for reply in (client.get("/feed.xml"), client.get("/")):
        assert "set-cookie" not in reply.headers
    with pytest.raises(FeedError):
        addresses.at("https://example.org/\r\nX: y")


def test_a_token_is_not_guessed_by_timing(library: Library) -> None:
    """Wrong from the first secret letter or from the last: the comparison takes as long."""
    token = shares.share(library, "x").token
    early = token[: shares.KEY_CHARS] + "A" * (len(token) - shares.KEY_CHARS)
    late = token[:-1] + ("A" if token[-1] != "A" else "B")
    assert shares.holder(library, token) is not None

    def alike() -> bool:
        times: dict[str, list[int]] = {early: [], late: []}
        for _ in range(300):
            for guess, taken in times.items():
                start = time.perf_counter_ns()
                assert shares.holder(library, guess) is None
                taken.append(time.perf_counter_ns() - start)
        medians = [statistics.median(taken) for taken in times.values()]
        return abs(medians[0] - medians[1]) < 0.25 * max(medians)

    assert any(alike() for _ in range(5))  # what gives a token away does so each time
    assert shares.holder(library, "") is None
    assert shares.holder(library, "ü" * 50) is None


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int, str]]:
    """A server of its own that hardly waits: host, port, and the path of 20 MB of audio."""
    home = tmp_path_factory.mktemp("impatient")
    library = Library(home / "library")
    entry = keep_draft(library, 0, audio=bytes(20_000_000))
    before = "from listen.server import serving\nserving.HEAD_S = 1\nserving.STALL_S = 2"
    before += "\nfrom listen.server.web import submitted\nsubmitted.FORM_S = 2"
    with running(home, before=before) as (page, _):
        at = urlsplit(page)
        assert at.hostname
        assert at.port
        yield at.hostname, at.port, f"{at.path}e/{entry.id}/{entry.audio}"


def closed_after(asking: socket.socket, more: bytes = b"") -> bytes:
    """The answer, when the server has closed the connection; `more` is sent again and again."""
    start, answer = time.monotonic(), b""
    asking.settimeout(0.1)
    while time.monotonic() - start < PATIENCE_S:
        try:
            asking.sendall(more)
            piece = asking.recv(65536)
        except TimeoutError:
            continue
        except OSError:
            piece = b""
        if not piece:
            return answer
        answer += piece
    raise AssertionError(f"still open: {answer[:100]!r}")


def left(asking: socket.socket) -> None:
    """Wait until the server has left the connection, and take nothing of what it sent."""
    mine = asking.getsockname()[1]

    def stays() -> bool:
        ends = psutil.net_connections("tcp4")
        return any(one.raddr and one.raddr.port == mine and one.status == "ESTABLISHED" for one in ends)

    if sys.platform == "linux":
        until(lambda: not stays(), every_s=0.1)
    else:  # others tell such things to nobody but root
        time.sleep(3)


HEAD = b" HTTP/1.1\r\nHost: 127.0.0.1\r\n"
FORM = HEAD + b"Content-Type: application/x-www-form-urlencoded\r\n"
NEVER_DONE = {
    "nothing": (b"", b""),
    "head": (b"GET /feed.xml" + HEAD, b"X: y\r\n"),
    "body of a GET": (b"GET /feed.xml" + HEAD + b"Content-Length: 1000000\r\n\r\n", b"x"),
    "body that nobody reads": (b"POST /heard/x" + HEAD + b"Content-Length: 1000000\r\n\r\n", b"x"),
    "large form": (b"POST /add" + FORM + b"Content-Length: 100000000\r\n\r\n" + b"x" * 20_000, b"x" * 999),
    "endless form": (
        b"POST /add" + FORM + b"Transfer-Encoding: chunked\r\n\r\n" + b"4e20\r\n" + b"x" * 20_000 + b"\r\n",
        b"5\r\nxxxxx\r\n",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("asked", NEVER_DONE)
def test_who_never_finishes_asking_is_shut_out(asked: str, impatient: tuple[str, int, str]) -> None:
    first, more = NEVER_DONE[asked]
    with socket.create_connection(impatient[:2], timeout=PATIENCE_S) as asking:
        asking.sendall(first)
        answer = closed_after(asking, more)
    begins = {"b": (b"HTTP/1.1 ",), "l": (b"HTTP/1.1 413",), "e": (b"HTTP/1.1 413", b"HTTP/1.1 408")}
    assert answer.startswith(begins.get(asked[0], (b"",)))


@pytest.mark.slow
def test_who_never_takes_the_answer_is_shut_out(impatient: tuple[str, int, str]) -> None:
    host, port, path = impatient
    asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    with socket.create_connection((host, port), timeout=PATIENCE_S) as asking:
        asking.sendall(asked)
        left(asking)  # takes nothing at all
        answer = closed_after(asking)
        assert 0 < len(answer) < 20_000_000
    with socket.socket() as asking:
        asking.setsockopt(
            socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536
        )  # so that the server sees how slow it is
        asking.settimeout(PATIENCE_S)
        asking.connect((host, port))
        asking.sendall(asked.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        taken, start = 0, time.monotonic()
        while piece := asking.recv(65_536):
            taken += len(piece)
            if time.monotonic() - start < 3.5:
                time.sleep(0.02)  # slow, but it does take something
        assert taken > 20_000_000


@pytest.mark.slow
def test_broken_requests_are_refused(impatient: tuple[str, int, str]) -> None:
    host, port, path = impatient
    many = b",".join(b"%d-%d" % (n, n + 1) for n in range(0, 3000, 2))
    for sent, status in (
        (b"GET / HTTP/1.1\r\nX: " + b"y" * 70_000 + b"\r\n\r\n", b"4"),
        (b"POST /add" + HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n", b"4"),
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01", b"400"),
        # RFC 9110 lets a server send the whole where too much is asked for in pieces.
        (b"HEAD " + path.encode() + HEAD + b"Range: bytes=" + many + b"\r\n\r\n", b"200"),
    ):
        with socket.create_connection((host, port), timeout=PATIENCE_S) as asking:
            asking.sendall(sent)
            answer = asking.recv(100)
            assert answer == b"" or answer.startswith(b"HTTP/1.1 " + status), sent[:30]


@pytest.mark.parametrize("count", [11, 99, 101, 2000])
@pytest.mark.parametrize("path", ["/add", "/login", "/api/v1/episodes"])
@pytest.mark.parametrize("files", [False, True])
def test_a_form_of_many_fields_is_read_or_refused(
    client: TestClient, token: str, path: str, count: int, files: bool
) -> None:
    form = {f"field{n}": "x" for n in range(count)}
    uploads = [("file", (f"{n}.txt", b"It is.", "text/plain")) for n in range(count)] if files else None
    reply = client.post(f"/t/{token}{path}", data=form, files=uploads)
    assert reply.status_code < 500, reply.text
