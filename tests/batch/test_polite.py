"""One visitor for each host: robots.txt obeyed, one page at a time, slower when asked to be."""

from __future__ import annotations

import http.server
import itertools
import queue
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from listen.batch import polite, robots
from listen.errors import ListenError
from listen.model import Source

RULES = b"""# a comment
User-agent: *
Disallow: /private/
Crawl-delay: 2

User-agent: other
User-agent: Listen-To-Story
Disallow: /no
Allow: /no/but-this
Disallow: /*.pdf$
Crawl-delay: 0.05
Sitemap: https://paper.example/sitemap.xml
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/no", False),
        ("/nothing", False),
        ("/no/but-this/page", True),
        ("/a.pdf", False),
        ("/a.pdf?x=1", True),
        ("/private/", True),  # that is for the others
        ("/%6Eo", False),
        ("/robots.txt", True),
    ],
)
def test_robots_txt(path: str, allowed: bool) -> None:
    assert robots.parse(RULES).allows(f"https://paper.example{path}") is allowed


@pytest.mark.parametrize(
    ("rule", "path", "fits"),
    [
        ("/a*b*c", "/a-b-c-and-more", True),
        ("/a*b*c", "/a-c-b", False),
        ("/a*b$", "/a-b-b", True),
        ("/a*b$", "/a-b-c", False),
        ("/ab*b$", "/ab", False),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/a*$", "/abc", True),
        ("*.gif", "/x/y.gif", True),
        ("/*a" * 40 + "/z", "/a" * 4000, False),
    ],
)
def test_signs_in_rules(rule: str, path: str, fits: bool) -> None:
    rules = robots.parse(f"User-agent: *\nDisallow: {rule}\n".encode())
    assert rules.allows(f"https://paper.example{path}") is not fits


def test_robots_txt_of_everybody_and_of_nobody() -> None:
    rules = robots.parse(RULES, "somebody")
    assert not rules.allows("https://paper.example/private/x")
    assert rules.delay_s == 2
    assert robots.parse(b"\xff\xfe<html>").allows("https://paper.example/private/x")
    assert robots.parse(b"User-agent: *\nDisallow:\n").allows("https://paper.example/x")
    assert robots.parse(b"User-agent: *\nCrawl-delay: 86400\n").delay_s == robots.LONGEST_DELAY_S


class Site:
    """A site that notes who comes when."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, str]] = []
        self.busy = 0
        self.at_once = self.most = 0
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.at_once += 1
                outer.most = max(outer.most, outer.at_once)
                outer.asked.append((time.monotonic(), self.path))
                time.sleep(0.02)
                body, status = b"<p>Words.</p>", 200
                if self.path == "/robots.txt":
                    body = RULES
                elif outer.busy:
                    outer.busy -= 1
                    status = 429
                outer.at_once -= 1
                self.send_response(status)
                if status == 429:
                    self.send_header("Retry-After", "0")
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_what_is_no_address_is_told_and_stops_nothing(site: Site) -> None:
    found = fetched(["http://[bad/", f"{site.url}/a", "https://paper.example:port/"], 0.0)
    assert [isinstance(one, ListenError) for _, one in sorted(found.items())] == [False, True, True]
    assert "is no web address" in str(found["http://[bad/"])


def fetched(urls: list[str], delay_s: float) -> dict[str, Source | ListenError]:
    answers: queue.SimpleQueue[tuple[Any, Source | ListenError]] = queue.SimpleQueue()
    fetcher = polite.Fetcher(lambda token, answer: answers.put((token, answer)), delay_s)
    for url in urls:
        fetcher.add(url, False, url)
    found = dict(answers.get(timeout=20) for _ in urls)
    assert fetcher.outstanding == 0
    fetcher.close()
    return found


def test_a_host_is_asked_one_page_at_a_time(site: Site) -> None:
    urls = [f"{site.url}/{n}" for n in range(5)]
    found = fetched([*urls, f"{site.url}/no/"], 0.1)
    assert all(isinstance(found[url], Source) for url in urls)
    refused = found[f"{site.url}/no/"]
    assert isinstance(refused, ListenError)
    assert "robots.txt does not allow it" in str(refused)
    assert [path for _, path in site.asked] == ["/robots.txt", *(f"/{n}" for n in range(5))]
    assert site.most == 1
    times = [at for at, _ in site.asked[1:]]
    assert all(later - sooner >= 0.1 for sooner, later in itertools.pairwise(times))


def test_a_busy_host_is_asked_again_later(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polite, "BACK_OFF_S", 0.1)
    site.busy = 2
    url = f"{site.url}/page"
    assert isinstance(fetched([url], 0.0)[url], Source)
    times = [at for at, path in site.asked if path == "/page"]
    assert len(times) == 3
    assert times[1] - times[0] >= 0.1
    assert times[2] - times[1] >= 0.2


def test_a_host_that_stays_busy_is_given_up(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polite, "BACK_OFF_S", 0.01)
    site.busy = 99
    url = f"{site.url}/page"
    assert "slow down" in str(fetched([url], 0.0)[url])
    assert len(site.asked) == 1 + polite.TRIES


def test_a_host_that_is_not_there_keeps_nobody_waiting(site: Site) -> None:
    gone = "http://127.0.0.1:9/x"
    found = fetched([gone, f"{site.url}/1"], 0.0)
    assert isinstance(found[gone], ListenError)
    assert isinstance(found[f"{site.url}/1"], Source)
