"""Watching feeds: what is new is added once, politely, and no failure is in the way of the rest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape as escaped
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.errors import FeedError, SourceError
from listen.library import Library, adding
from listen.library.records import later
from listen.library.waiting import queue
from listen.library.waiting.requests import NARRATING
from listen.model import Source
from listen.sources import connect, http
from listen.watch import discovery, incoming, watch, watchlist
from tests.commands import listen
from tests.examples import examples
from tests.library.stories import WISH, article
from tests.patience import PATIENCE_S, held_up, until

pytestmark = pytest.mark.slow

LONG = "".join(
    f"<p>This is sentence number {n} of the story that the feed has as a whole.</p>" for n in range(40)
)
PAGE = "<html lang=en><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"


@dataclass
class Web:
    """A web server of this machine whose answers a test decides."""

    base: str = ""
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def put(self, path: str, body: str | bytes, status: int = 200, **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, {k.replace("_", "-"): v for k, v in headers.items()}, data)


@pytest.fixture
def site() -> Iterator[Web]:
    web = Web()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append((self.path, dict(self.headers)))
            status, headers, body = web.pages.get(self.path, (404, {}, b""))
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        web.base = f"http://127.0.0.1:{server.server_address[1]}"
        yield web
        server.shutdown()
        thread.join()


@dataclass
class Clock:
    """The time that a test says it is."""

    at: str = "2026-01-01T00:00:00Z"

    def __call__(self) -> str:
        return self.at

    def go(self, minutes: float) -> None:
        self.at = later(self.at, minutes=minutes)


@dataclass
class Said:
    lines: list[str] = field(default_factory=list)


def planned(clock: Clock, said: Said, backlog: int = 3) -> watch.Plan:
    return watch.Plan(WISH, 30, backlog, say=said.lines.append, clock=clock, pause=lambda _: None)


def rss(base: str, *items: tuple[str, str]) -> str:
    entries = "".join(
        f"<item><title>Story {name}</title><guid isPermaLink='false'>{name}</guid><link>{base}/{name}</link>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
        for name, body in items
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>News</title><language>en</language>{entries}</channel></rss>"
    )


def test_new_items_are_added_once_and_unchanged_feeds_cost_nothing(site: Web, library: Library) -> None:
    clock, said = Clock(), Said()
    plan = planned(clock, said)
    site.put("/feed", rss(site.base, ("b", LONG), ("a", "<p>A teaser …</p>")), ETag='"1"')
    site.put("/a", PAGE.format("Story a", LONG), Content_Type="text/html")
    watchlist.follow(library, site.base + "/feed")
    watchlist.follow(library, site.base + "/feed")
    assert watch.once(library, plan) == watch.Round(2, 0)
    assert [e.title for e in library.entries()] == ["Story b", "Story a"]
    assert [path for path, _ in site.asked] == ["/feed", "/a"]  # b's text was in the feed
    assert watch.once(library, plan) == watch.Round(0, 0)
    assert len(site.asked) == 2  # not due yet
    clock.go(31)
    assert watch.once(library, plan) == watch.Round(0, 0)
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    clock.go(31)
    site.put("/feed", rss(site.base, ("c", LONG + "<p>More.</p>"), ("b", LONG)), ETag='"2"')
    assert watch.once(library, plan) == watch.Round(1, 0)
    assert library.count() == 3
    (known,) = watchlist.feeds(library)
    assert (known.title, known.etag, known.failures) == ("News", '"2"', 0)


def test_a_changed_item_is_the_same_episode_updated(site: Web, library: Library) -> None:
    clock, said = Clock(), Said()
    plan = planned(clock, said)
    watchlist.follow(library, site.base + "/feed")
    site.put("/feed", rss(site.base, ("a", LONG)))
    watch.once(library, plan)
    (first,) = library.entries()
    clock.go(31)
    site.put("/feed", rss(site.base, ("a", LONG + "<p>Correction: it was Tuesday all along.</p>")))
    assert watch.once(library, plan) == watch.Round(1, 0)
    (second,) = library.entries()
    assert (second.guid, second.version) == (first.guid, 2)
    assert said.lines[-1].startswith("updated: Story a")


def test_a_removed_episode_does_not_come_back(site: Web, library: Library) -> None:
    clock, said = Clock(), Said()
    plan = planned(clock, said)
    watchlist.follow(library, site.base + "/feed")
    site.put("/feed", rss(site.base, ("a", LONG)))
    watch.once(library, plan)
    adding.remove(library, library.entries()[0].id)
    clock.go(31)
    site.put("/feed", rss(site.base, ("a", LONG + "<p>Changed.</p>")))
    assert watch.once(library, plan) == watch.Round(0, 0)
    assert library.count() == 0


def test_only_the_newest_of_a_new_feed(site: Web, library: Library) -> None:
    clock, said = Clock(), Said()
    watchlist.follow(library, site.base + "/feed")
    site.put("/feed", rss(site.base, *[(f"s{n}", LONG + f"<p>{n}</p>") for n in range(6)]))
    assert watch.once(library, planned(clock, said, backlog=1)) == watch.Round(1, 0)
    assert [e.title for e in library.entries()] == ["Story s0"]
    clock.go(31)
    assert watch.once(library, planned(clock, said, backlog=1)) == watch.Round(0, 0)


def test_failures_wait_longer_each_time_and_block_nobody(site: Web, library: Library) -> None:
    clock, said = Clock(), Said()
    plan = planned(clock, said)
    site.put("/bad", "<html>no feed", Content_Type="text/html")
    site.put("/feed", rss(site.base, ("gone", "<p>Teaser …</p>"), ("a", LONG)))
    watchlist.follow(library, site.base + "/bad")
    watchlist.follow(library, site.base + "/feed")
    assert watch.once(library, plan) == watch.Round(1, 2)
    assert [e.title for e in library.entries()] == ["Story a"]
    assert any("is no feed" in line and "next try in 60 min" in line for line in said.lines)
    assert any("404" in line and "next try in 10 min" in line for line in said.lines)
    listed = watchlist.status(library, clock())
    assert listed[0].endswith("JSON Feed · next look in 60 min")
    assert listed[1] == f"{site.base}/feed · News · ok · next look in 30 min"
    assert listed[2].startswith("  Story gone: ")
    assert listed[2].endswith(" · next try in 10 min")
    asked = len(site.asked)
    watch.once(library, plan)
    assert len(site.asked) == asked
    waits = []
    for _ in range(20):
        clock.go(10)
        before = len([1 for path, _ in site.asked if path == "/gone"])
        watch.once(library, plan)
        waits.append(len([1 for path, _ in site.asked if path == "/gone"]) - before)
    assert waits[:8] == [1, 0, 1, 0, 0, 0, 1, 0]  # after 10, 20, 40 … minutes
    site.put("/gone", PAGE.format("Story gone", LONG), Content_Type="text/html")
    clock.go(24 * 60)
    assert watch.once(library, plan).added == 1
    assert watchlist.failures(library) == []


def test_a_bug_with_one_item_does_not_keep_the_others_waiting(
    site: Web, library: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add = adding.add

    def stumble(library: Library, source: Source, wish: adding.Wish, *more: Any) -> adding.Added:
        if b"Story bad" in source.data:
            raise ZeroDivisionError("of our own making")
        return add(library, source, wish, *more)

    monkeypatch.setattr(adding, "add", stumble)
    site.put("/feed", rss(site.base, ("a", LONG), ("bad", LONG)))
    watchlist.follow(library, site.base + "/feed")
    clock, said = Clock(), Said()
    assert watch.once(library, planned(clock, said)) == watch.Round(1, 1)
    assert [e.title for e in library.entries()] == ["Story a"]
    assert said.lines[0] == (
        "Story bad: a bug in listen, ZeroDivisionError: of our own making; next try in 10 min"
    )
    assert "in stumble" in capsys.readouterr().err


def test_an_item_is_given_up_at_last(site: Web, library: Library) -> None:
    clock, said = Clock(), Said()
    plan = planned(clock, said)
    site.put("/feed", rss(site.base, ("gone", "<p>Teaser …</p>")))
    watchlist.follow(library, site.base + "/feed")
    for _ in range(watch.TRIES + 3):
        watch.once(library, plan)
        clock.go(24 * 60)
    assert len([1 for path, _ in site.asked if path == "/gone"]) == watch.TRIES
    assert said.lines[-1].endswith("given up")
    assert watchlist.status(library, clock())[1].startswith("  gone: ")
    assert watchlist.status(library, clock())[1].endswith(" · given up")


def test_a_site_that_asks_to_slow_down_is_heard(site: Web, library: Library) -> None:
    clock, said = Clock(), Said()
    plan = planned(clock, said)
    site.put("/feed", "", 429, Retry_After="7200")
    watchlist.follow(library, site.base + "/feed")
    watch.once(library, plan)
    assert watchlist.feeds(library)[0].due == "2026-01-01T02:00:00Z"
    assert said.lines == [f"{site.base}/feed: the site asks to slow down (429); next try in 2 h"]
    assert watchlist.status(library, clock()) == [
        f"{site.base}/feed · the site asks to slow down (429) · next look in 2 h"
    ]
    site.put("/feed", "", 503)
    for wait_min in (121, 121, 241):  # after 120 and 240 minutes; without its word, twice as long each time
        clock.go(wait_min)
        watch.once(library, plan)
    assert len(site.asked) == 4
    assert said.lines[-1].endswith("(503); next try in 8 h")
    clock.go(8 * 60 + 1)
    site.put("/feed", "", 410)
    watch.once(library, plan)
    clock.go(10_000)
    watch.once(library, plan)
    assert len(site.asked) == 5
    assert watchlist.status(library, clock()) == [f"{site.base}/feed · the feed is gone for good · given up"]


@pytest.mark.parametrize(
    "said", ["\xb2", "9" * 5000, "Fri, 31 Dec 9999 23:59:59 -1200", "Mon, 01 Jan 0001 00:00:00 GMT"]
)
def test_a_senseless_time_to_wait_is_none(site: Web, library: Library, said: str) -> None:
    plan = planned(Clock(), Said())
    site.put("/feed", "", 429, Retry_After=said)
    watchlist.follow(library, site.base + "/feed")
    watch.once(library, plan)
    assert watchlist.feeds(library)[0].due in ("2026-01-01T01:00:00Z", "2026-01-02T00:00:00Z")


def test_a_bug_with_one_feed_does_not_keep_the_others_waiting(
    site: Web, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = incoming.read

    def failing(data: bytes, url: str, media_type: str = "") -> incoming.Incoming:
        if url.endswith("/bad"):
            raise KeyError("x")
        return read(data, url, media_type)

    monkeypatch.setattr(incoming, "read", failing)
    for name in ("/bad", "/feed"):
        site.put(name, rss(site.base, ("a", LONG)))
        watchlist.follow(library, site.base + name)
    assert watch.once(library, planned(Clock(), Said())) == watch.Round(1, 1)
    assert "a bug in listen, KeyError" in watchlist.feeds(library)[0].error


def test_links_that_are_no_addresses_are_no_links() -> None:
    for wrong in ("http://[bad", "https://paper.example:port/", "javascript:alert(1)", "http://"):
        items = [{"id": "1", "url": wrong, "content_html": "<p>Words.</p>"}, {"id": "2", "url": "two"}]
        data = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()
        found = incoming.read(data, "https://paper.example/feed.json").items
        assert [(i.key, i.link) for i in found] == [("1", ""), ("2", "https://paper.example/two")], wrong
        page = f'<link rel="alternate" type="application/rss+xml" href="{wrong}">'.encode()
        assert discovery._named(page, "https://paper.example/") == [], wrong


def test_items_that_share_a_key_are_told_apart() -> None:
    """Some feeds give every item the same GUID: each look took the one for a new version of the other."""
    data = (
        rss("https://paper.example", ("a", "A"), ("b", "B"), ("a", "A"))
        .replace(">a</guid>", ">b</guid>")
        .encode()
    )
    found = incoming.read(data, "https://paper.example/feed").items
    assert [i.title for i in found] == ["Story a", "Story b"]
    assert len({i.key for i in found}) == 2


def test_a_feed_that_moved_for_good_is_asked_there(site: Web, library: Library) -> None:
    clock, said = Clock(), Said()
    plan = planned(clock, said)
    site.put("/old", "", 301, Location="/new")
    site.put("/new", rss(site.base, ("a", LONG)))
    watchlist.follow(library, site.base + "/old")
    watch.once(library, plan)
    assert [f.url for f in watchlist.feeds(library)] == [site.base + "/new"]
    clock.go(31)
    assert watch.once(library, plan) == watch.Round(0, 0)
    assert [path for path, _ in site.asked] == ["/old", "/new", "/new"]


def test_a_feed_on_the_internet_has_nothing_of_this_network_read(
    site: Web, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The feed of a site outside (this machine plays it) names a page inside, then redirects there."""
    look_up = connect.resolve

    def outside(where: connect.Place, name: str, public_only: bool, timeout_s: float = 20) -> list[str]:
        return ["127.0.0.1"] if where.host == "news.example" else look_up(where, name, public_only)

    monkeypatch.setattr(connect, "resolve", outside)
    monkeypatch.setattr(connect, "is_inside", lambda url: "news.example" not in url)
    clock, said = Clock(), Said()
    site.put("/feed", rss(site.base, ("secret", "<p>Teaser …</p>")))
    site.put("/secret", PAGE.format("Secret", LONG), Content_Type="text/html")
    feed = site.base.replace("127.0.0.1", "news.example") + "/feed"
    watchlist.follow(library, feed)
    assert watch.once(library, planned(clock, said)) == watch.Round(0, 1)
    assert "not on the public internet" in said.lines[-1]
    site.put("/feed", "", 302, Location=site.base + "/inside")
    clock.go(31)
    assert watch.once(library, planned(clock, said)).failed == 2
    assert [path for path, _ in site.asked] == ["/feed", "/feed"]
    assert library.count() == 0


def test_a_feed_of_this_network_that_leads_out_of_it_is_of_the_internet(
    site: Web, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever answers in the end wrote the items, whatever the feed's own address is."""
    monkeypatch.setattr(http, "ask", lambda *_, ask=http.ask, **kw: replace(ask(*_, **kw), inside=False))
    site.put("/feed", rss(site.base, ("secret", "<p>Teaser …</p>")))
    site.put("/secret", PAGE.format("Secret", LONG), Content_Type="text/html")
    watchlist.follow(library, site.base + "/feed")
    said = Said()
    assert watch.once(library, planned(Clock(), said)) == watch.Round(0, 1)
    assert "not on the public internet" in said.lines[-1]


def test_a_feed_that_never_answers_keeps_no_other_waiting(
    site: Web, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = threading.Event()

    def ask(url: str, **settings: Any) -> http.Reply:
        if "127.0.0.2" in url:
            assert heard.wait(PATIENCE_S), "the other feed was not asked meanwhile"
            raise SourceError("it took too long")
        try:
            return real(url, **settings)
        finally:
            heard.set()

    real = http.ask
    monkeypatch.setattr(http, "ask", ask)
    site.put("/feed", rss(site.base, ("one", LONG)))
    watchlist.follow(library, "http://127.0.0.2:9/feed")
    watchlist.follow(library, site.base + "/feed")
    assert watch.once(library, planned(Clock(), Said())) == watch.Round(1, 1)


def test_atom_and_json_feeds_are_read() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>A &amp; B</title><entry>'
        "<title>One</title><id>tag:x,1</id><link href='/one'/><updated>2024-05-03T17:05:00Z</updated>"
        f"<author><name>Ann</name></author>"
        f"<content type='html'>{LONG.replace('<', '&lt;')}</content></entry></feed>"
    )
    found = incoming.read(atom.encode(), "https://x.example/feed", "application/atom+xml")
    (item,) = found.items
    assert (found.title, item.key, item.link) == ("A & B", "tag:x,1", "https://x.example/one")
    assert (item.byline, item.published) == ("Ann", "2024-05-03T17:05:00+00:00")
    assert item.is_full
    one = {
        "id": "1",
        "url": "/one",
        "title": "One",
        "content_text": "A\n\nB <i>",
        "authors": [{"name": "Ann"}],
    }
    form = {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [one, {"id": 5}, "x"]}
    found = incoming.read(json.dumps(form).encode(), "https://x.example/feed.json", "application/feed+json")
    (item,) = found.items
    assert (item.link, item.html, item.byline) == (
        "https://x.example/one",
        "<p>A</p><p>B &#x3C;i&#x3E;</p>",
        "Ann",
    )
    assert not item.is_full


def test_a_short_text_beside_its_summary_is_the_article() -> None:
    body = "<p>" + "It is a short piece of news, told in full. " * 12 + "</p>"
    rss = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>N</title>'
        "<item><guid>1</guid><title>T</title><description>{}</description>"
        "<content:encoded><![CDATA[{}]]></content:encoded></item></channel></rss>"
    )

    def full(summary: str, text: str) -> bool:
        (item,) = incoming.read(rss.format(summary, text).encode(), "https://x.example/").items
        return item.is_full

    assert full("It is a short piece.", body)
    assert not full("", body)
    assert not full("It is a short piece.", body + "<p>Read more …</p>")
    assert not full("It is a short piece of news, told in full. " * 7, body)
    assert not full("It is short.", "<p>It is short, and no more than this.</p>")
    one = {"id": "1", "title": "T", "content_html": body, "summary": "It is a short piece."}
    form = {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [one]}
    assert incoming.read(json.dumps(form).encode(), "https://x.example/").items[0].is_full


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b'{"items": ' + b"[" * 100_000, b'{"version": "1"}', b"[]", b"hello", b"<html><body>x"],
    ids=range(7),
)
def test_what_is_no_feed_says_so(data: bytes) -> None:
    with pytest.raises(FeedError, match="is no feed"):
        incoming.read(data, "https://x.example/")


@settings(max_examples=examples(100), deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b'<rss version="2.0"><channel><item>', b'{"version":"jsonfeed.org"']),
)
def test_any_bytes_are_a_feed_or_an_error(data: bytes, head: bytes) -> None:
    try:
        found = incoming.read(head + data, "https://x.example/feed")
    except FeedError:
        return
    assert all(item.key for item in found.items)


def test_watch_on_the_command_line(site: Web, tmp_path: Path) -> None:
    site.put("/feed", rss(site.base, ("a", LONG)))
    url = site.base + "/feed"
    assert listen("watch", "--once", cwd=tmp_path).returncode == 2
    done = listen("watch", url, "--once", "--voice", "tone", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "new: Story a" in done.stderr
    assert url in listen("watch", "--list", cwd=tmp_path).stdout
    assert listen("watch", "--forget", url, cwd=tmp_path).returncode == 0
    assert listen("watch", "--list", cwd=tmp_path).stdout == ""
    assert listen("watch", "--forget", url, cwd=tmp_path).returncode == 1


def test_a_feed_does_not_replace_what_another_site_published(site: Web, library: Library) -> None:
    """A feed that says that its text is another publisher's page makes an episode of its own."""
    url = "https://publisher.example/story"
    own = adding.add_article(library, article("The true story", url), url, WISH).entry
    item = f"<item><title>The false story</title><guid>1</guid><link>{url}</link>"
    site.put(
        "/feed",
        rss("x").replace("</channel>", f"{item}<description>{escaped(LONG)}</description></item></channel>"),
    )
    watchlist.follow(library, site.base + "/feed")
    clock, said = Clock(), Said()
    assert watch.once(library, planned(clock, said)) == watch.Round(1, 0), said.lines
    assert library.entry(own.id).version == 1
    assert {e.title for e in library.entries()} == {"The true story", "The false story"}
    clock.go(31)
    site.put(
        "/feed",
        rss("x").replace(
            "</channel>",
            f"{item}<description>{escaped(LONG + '<p>And more.</p>')}</description></item></channel>",
        ),
    )
    assert watch.once(library, planned(clock, said)) == watch.Round(1, 0)
    assert library.count() == 2  # its correction is that episode's


def test_each_feed_has_its_own_filter_limit_and_voice(site: Web, library: Library) -> None:
    clock, said = Clock(), Said()
    feed = site.base + "/feed"
    watchlist.follow(library, feed)
    watchlist.choose(library, feed, watchlist.Choice(only=("story", "-s1"), limit=2))
    site.put("/feed", rss(site.base, *[(f"s{n}", LONG + f"<p>{n}</p>") for n in range(5)]))
    assert watch.once(library, planned(clock, said, backlog=10)).added == 2
    assert {e.title for e in library.entries()} == {"Story s0", "Story s2"}
    assert "only story -s1" in watchlist.status(library)[0]


def test_pages_lead_to_their_feeds_and_wrong_addresses_are_not_remembered(site: Web) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/comments.xml" title="Comments">'
    head += '<link rel="alternate" type="application/rss+xml" href="/feed">'
    site.put("/", f"<html><head>{head}</head></html>", Content_Type="text/html")
    site.put("/plain", "<html><head></head></html>", Content_Type="text/html")
    site.put("/feed", rss(site.base, ("a", LONG)))
    found, content = discovery.find(site.base + "/")
    assert (found, content.title) == (site.base + "/feed", "News")
    for path in ("/plain", "/nothing"):
        with pytest.raises(FeedError):
            discovery.find(site.base + path)


def test_lists_of_feeds_go_out_and_come_in(library: Library) -> None:
    for url in ("https://a.example/?x=1&y=2", "https://b.example/feed"):
        watchlist.follow(library, url, "A <title>")
    data = discovery.opml_of(watchlist.feeds(library))
    assert discovery.feeds_of(data) == ["https://a.example/?x=1&y=2", "https://b.example/feed"]
    nested = (
        b'<opml><body><outline text="News"><outline xmlUrl="https://c.example/"/></outline></body></opml>'
    )
    assert discovery.feeds_of(nested) == ["https://c.example/"]
    for bad in (b"", b"<html/>", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss>&e;</rss>'):
        with pytest.raises(FeedError):
            discovery.feeds_of(bad)


def test_a_clock_that_was_ahead_does_not_stop_the_watch(library: Library) -> None:
    watchlist.follow(library, "https://a.example/")
    with library.writing() as db:
        db.execute("UPDATE feeds SET due = '2060-01-01T00:00:00Z'")
    watchlist.set_clock(library, "2026-01-01T00:00:00Z")
    assert watchlist.feeds(library)[0].due == ""


def test_told_to_stop_it_stops_and_says_what_is_left(site: Web, tmp_path: Path) -> None:
    site.put("/feed", rss(site.base, ("a", "It is a long story that goes on for a while. " * 3000)))
    home = tmp_path / "home"
    process = subprocess.Popen(
        [sys.executable, "-m", "listen", "watch", site.base + "/feed", "--jobs", "1"],
        env={**os.environ, "LISTEN_HOME": str(home)},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    library = Library(home / "library")
    until(lambda: any(job.state == NARRATING for job in queue.jobs(library)), every_s=0.1)
    before, began = held_up(), time.monotonic()
    process.terminate()
    process.wait(PATIENCE_S)
    assert time.monotonic() - began < 3 * max(before, held_up())
    assert "1 not finished; it goes on at the next start: Story a" in process.stderr.read()
    process.stderr.close()
    assert library.entries() == []
