"""Behind a real nginx and a real Caddy, under a path: addresses, redirects, ranges, events, cookies,
rights."""

from __future__ import annotations

import http.cookiejar
import os
import re
import shutil
import socket
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from listen.library import Library, shares
from tests.library.stories import keep_draft
from tests.patience import PATIENCE_S, until
from tests.ports import held_port
from tests.server.conftest import running

pytestmark = pytest.mark.slow

NGINX = """
daemon off; pid {folder}/nginx.pid; error_log stderr; worker_processes 1;
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port};
    client_max_body_size 64m;
    location /listen/ {{
      proxy_pass http://127.0.0.1:{inner}/;
      proxy_http_version 1.1;
      proxy_buffering off;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-Host $http_host;
      proxy_set_header X-Forwarded-Prefix /listen;
    }}
  }}
}}
"""
CADDY = """
{{
  admin off
  auto_https off
}}
http://127.0.0.1:{port} {{
  handle /listen/* {{
    reverse_proxy 127.0.0.1:{inner}
  }}
}}
"""


@dataclass(frozen=True)
class Behind:
    """A server behind a proxy."""

    root: str
    library: Library
    token: str
    inner: str


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def behind(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    kind: str = request.param
    program = shutil.which(kind, path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.skip(f"{kind} is not installed")
    with held_port() as port, held_port() as inner:
        yield from proxied(kind, program, tmp_path_factory.mktemp(kind), port, inner)


def proxied(kind: str, program: str, home: Path, port: int, inner: int) -> Iterator[Behind]:
    """A server at the port `inner`, and the program before it at `port`."""
    before = os.environ.get("LISTEN_HOME")
    os.environ["LISTEN_HOME"] = str(home)
    library = Library()
    keep_draft(library, 1, audio=bytes(range(256)) * 400)
    token = shares.share(library, "rosa", scopes=("manage",)).token
    os.environ.pop("LISTEN_HOME") if before is None else os.environ.update(LISTEN_HOME=before)
    base = f"http://127.0.0.1:{port}/listen/"
    # nginx takes the path off and says so in a header that is trusted; Caddy passes it on: --base-url says
    # it.
    how = ("--trusted-proxies", "127.0.0.1") if kind == "nginx" else ("--base-url", base)
    with running(home, "--voice", "tone", "--no-qr", *how, port=inner):
        text = {"nginx": NGINX, "caddy": CADDY}[kind].format(port=port, inner=inner, folder=home)
        config = home / "proxy.conf"
        config.write_text(text)
        command = {
            "nginx": [program, "-c", str(config), "-p", str(home)],
            "caddy": [program, "run", "--config", str(config), "--adapter", "caddyfile"],
        }[kind]
        env = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            until(lambda: answers(port), every_s=0.1)
            yield Behind(base, library, token, f"http://127.0.0.1:{inner}/")
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


def answers(port: int) -> bool:
    """Whether anybody takes connections there."""
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


class Browser:
    """Keeps cookies, follows redirects, remembers where it ended."""

    def __init__(self) -> None:
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )

    def __call__(
        self, url: str, data: dict[str, str] | None = None, **headers: str
    ) -> tuple[int, str, bytes]:
        body = urllib.parse.urlencode(data).encode() if data is not None else None
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            with self._opener.open(urllib.request.Request(url, body, named), timeout=PATIENCE_S) as reply:
                return reply.status, reply.url, reply.read()
        except urllib.error.HTTPError as error:
            return error.code, url, error.read()


def test_nobody_gets_in_without_a_token(behind: Behind) -> None:
    browser = Browser()
    status, _, page = browser(behind.root)
    assert status == 401
    assert b'action="/listen/login"' in page
    for path in ("feed.xml", "api/v1/episodes", "healthz", "e/x/y.mp3"):
        assert browser(behind.root + path)[0] in (401, 404), path
    spoofed = browser(behind.root + "feed.xml", X_Forwarded_For="127.0.0.1", X_Forwarded_Host="localhost")
    assert spoofed[0] == 404


def test_every_address_is_below_the_path(behind: Behind) -> None:
    browser = Browser()
    at = f"{behind.root}t/{behind.token}/"
    for name in ("", "add", "waiting", "subscribe", "settings", f"episode/{behind.library.entries()[0].id}"):
        status, _, page = browser(at + name) if name[:7] != "episode" else (200, "", b"")
        assert status == 200, name
        links = re.findall(r'(?:href|src|action)="(/[^"]*)"', page.decode())
        assert all(link.startswith("/listen/") for link in links), links
        for link in set(links) - {link for link in links if "/act" in link}:
            if "static/" in link or "manifest" in link:
                assert browser(urllib.parse.urljoin(behind.root, link))[0] == 200, link
    feed = browser(f"{at}feed.xml")[2].decode()
    (enclosure,) = re.findall(r'<enclosure url="([^"]+)" length="(\d+)"', feed)
    assert enclosure[0].startswith(at)
    assert len(browser(enclosure[0])[2]) == int(enclosure[1])
    assert browser(enclosure[0], Range="bytes=10-19")[:3:2] == (206, bytes(range(10, 20)))


def test_logging_in_sets_a_cookie_that_comes_back(behind: Behind) -> None:
    browser = Browser()
    status, where, page = browser(f"{behind.root}login", {"token": behind.token}, Origin=behind.root[:-8])
    assert (status, where) == (200, behind.root)
    assert b"Story 1" in page
    assert browser(f"{behind.root}waiting")[0] == 200
    assert browser(f"{behind.root}login", {"token": behind.token}, Origin="https://evil.example")[0] == 403


def test_adding_ends_on_a_page_that_is_there(behind: Behind) -> None:
    browser = Browser()
    at = f"{behind.root}t/{behind.token}/"
    text = "It is told behind a proxy. It has two sentences.\n\nThen it ends."
    status, where, _ = browser(f"{at}add", {"text": text, "title": "Behind a proxy"}, Origin=behind.root[:-8])
    assert status == 200
    assert where.startswith(f"{at}jobs/")
    until(lambda: any(e.title == "Behind a proxy" for e in behind.library.entries()), every_s=0.1)


def test_events_come_through_at_once(behind: Behind) -> None:
    """A proxy that keeps them back until there is enough of them does so for longer than anybody waits."""
    url = f"{behind.root}t/{behind.token}/events"
    with urllib.request.urlopen(url, timeout=PATIENCE_S) as stream:
        assert stream.headers["Content-Type"].startswith("text/event-stream")
        lines = [stream.readline() for _ in range(4)]
    assert b"event: queue\n" in lines


def test_monitors_reach_it_without_the_proxy(behind: Behind) -> None:
    assert Browser()(f"{behind.inner}healthz")[0] == 200
