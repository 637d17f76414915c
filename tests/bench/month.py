"""A month of `listen watch` in simulated time over fifty feeds, with limits: nothing is lost or doubled, the
limits hold, and neither memory nor the database grows.

    python -m tests.bench.month [FEEDS] [DAYS]

Feeds of ten kinds, as the tests of watching have them: whole texts in RSS, Atom and JSON Feed, teasers
with a page behind them, pages that fail at first, feeds that ask to slow down, move, break, end, or correct
what they said. The voice is a tone; all else is what runs every day.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from listen.library import Library, Show, adding, records, shows
from listen.library.keeping import configuration
from listen.options import Options
from listen.storage import whole
from listen.watch import watch, watchlist

START = datetime(2026, 3, 1, tzinfo=UTC)
KINDS = ("whole", "teaser", "atom", "json", "busy", "late page", "moves", "corrects", "breaks", "ends")
EVERY_H = 4
LISTED = 12
"""Items that a feed lists."""
DAYS, IN_SHOW, MEGABYTES = 6, 15, 30
"""The limits: of age and space for all, of number for the show."""
SENTENCES = (
    "<p>The ferry left at nine. Nobody waved from the pier. It came back in the evening, all well.</p>"
)
PAGE = "<html lang=en><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"
ATOM = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{}</title><id>f</id>{}</feed>'
RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>{}</title><language>en</language>{}</channel></rss>"
)


@dataclass
class Web:
    """Fifty sites of one server, at an hour of the month."""

    feeds: int
    hour: int = 0
    base: str = ""
    asked: Counter[str] = field(default_factory=Counter)

    def now(self) -> str:
        """The moment, as the library writes it."""
        return records.stamp(START + timedelta(hours=self.hour))

    def items(self, feed: int) -> list[int]:
        """Numbers of the items that a feed has had so far, the newest first."""
        period, first = 22 + feed * 7 % 40, feed * 5 % 20
        return list(range((self.hour - first) // period + 1))[::-1] if self.hour >= first else []

    def text(self, feed: int, item: int) -> str:
        """An item's words; some are corrected a day after they came."""
        period, first = 22 + feed * 7 % 40, feed * 5 % 20
        late = self.hour - (first + item * period) >= 24
        more = "<p>Correction: it was eight.</p>" if KINDS[feed % 10] == "corrects" and late else ""
        return f"{SENTENCES * 16}<p>That was item {item} of feed {feed}.</p>{more}"

    def answer(self, path: str) -> tuple[int, dict[str, str], str]:
        """Status, headers and body for a path: `/feed/N`, `/moved/N`, `/page/N/ITEM`."""
        self.asked[path] += 1
        _, what, number, *rest = path.split("/")
        feed = int(number)
        kind = KINDS[feed % 10]
        if what == "page":
            if kind == "late page" and self.asked[path] < 3:
                return 404, {}, ""
            return (
                200,
                {"Content-Type": "text/html"},
                PAGE.format(f"Feed {feed} item {rest[0]}", self.text(feed, int(rest[0]))),
            )
        day = self.hour // 24
        if kind == "busy" and self.asked[path] % 3 == 0:
            return 503, {"Retry-After": "3600"}, ""
        if kind == "moves" and what == "feed" and day >= 3:
            return 301, {"Location": f"/moved/{feed}"}, ""
        if kind == "breaks" and day % 4 == 1:
            return 200, {}, "<html>It is being repaired"
        if kind == "ends" and day >= 4:
            return 410, {}, ""
        return 200, {}, self.listed(feed, kind)

    def listed(self, feed: int, kind: str) -> str:
        """The feed."""
        entries = []
        for item in self.items(feed)[:LISTED]:
            title, key, link = f"Feed {feed} item {item}", f"{feed}.{item}", f"{self.base}/page/{feed}/{item}"
            text = self.text(feed, item)
            if kind == "json":
                entries.append(json.dumps({"id": key, "url": link, "title": title, "content_html": text}))
            elif kind == "atom":
                entries.append(
                    f'<entry><title>{title}</title><id>{key}</id><link href="{link}"/>'
                    f'<content type="html"><![CDATA[{text}]]></content></entry>'
                )
            else:
                body = "<p>A teaser …</p>" if kind in ("teaser", "late page") else text
                entries.append(
                    f"<item><title>{title}</title><guid isPermaLink='false'>{key}</guid><link>{link}</link>"
                    f"<content:encoded><![CDATA[{body}]]></content:encoded>"
                    f"<pubDate>{format_datetime(START)}</pubDate></item>"
                )
        if kind == "json":
            head = f'"version": "https://jsonfeed.org/version/1.1", "title": "Feed {feed}", "language": "en"'
            return f'{{{head}, "items": [{",".join(entries)}]}}'
        return (ATOM if kind == "atom" else RSS).format(f"Feed {feed}", "".join(entries))


@contextmanager
def served(web: Web) -> Iterator[None]:
    """The sites on a port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, text = web.answer(self.path)
            data = text.encode()
            tag = f'"{len(data)}-{web.items(int(self.path.split("/")[2]))[:1]}"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                status, data = 304, b""
            self.send_response(status)
            for name, value in {**headers, "ETag": tag, "Content-Length": str(len(data))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        web.base = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            yield
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def time_is(web: Web) -> Iterator[None]:
    """The simulated moment for every module that asks what time it is."""
    real = records.now
    modules = [m for m in list(sys.modules.values()) if getattr(m, "now", None) is real]
    for module in modules:
        module.now = web.now  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for module in modules:
            module.now = real  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Day:
    """What was measured at the end of a day."""

    episodes: int
    in_show: int
    oldest_days: float
    megabytes: float
    """Of the episodes' files."""
    database_kb: int
    memory_mb: float
    open_files: int


def measured(library: Library, web: Web) -> Day:
    """How much there is."""
    entries = library.entries()
    at = records.moment(web.now())
    pages = Path("/proc/self/statm")
    with library.reading() as db:
        size = db.execute("PRAGMA page_count").fetchone()[0] * db.execute("PRAGMA page_size").fetchone()[0]
    return Day(
        len(entries), library.of("ferries").count(),
        max(((at - records.moment(e.pub)).total_seconds() / 86400 for e in entries), default=0.0),
        sum(item.size for e in entries for item in e.files) / 1e6, size // 1024,
        int(pages.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if pages.exists() else 0.0,
        len(list(Path("/proc/self/fd").iterdir())) if pages.exists() else 0,
    )  # fmt: skip


def run(library: Library, feeds: int = 50, days: int = 30) -> tuple[list[Day], Counter[str], set[str]]:
    """So many days of so many feeds: what each day left, how often each item became a new episode, and which
    items should have. Raises AssertionError where a limit does not hold.
    """
    web = Web(feeds)
    told: list[str] = []
    for name, value in (("days", DAYS), ("megabytes", MEGABYTES), ("ferries.episodes", IN_SHOW)):
        whole.write(configuration.path(), configuration.changed(f"retention.{name}", str(value)))
    library.of("ferries").save_show(Show("Ferries"))
    found: list[Day] = []
    due: set[str] = set()
    with served(web), time_is(web):
        for feed in range(feeds):
            watchlist.follow(library, f"{web.base}/feed/{feed}")
            if feed % 2:
                watchlist.choose(library, f"{web.base}/feed/{feed}", watchlist.Choice(show="ferries"))
        plan = watch.Plan(
            adding.Wish(voice="tone", options=Options(profile="podcast", jobs=1)), EVERY_H * 60 - 1, 3,
            say=told.append, clock=web.now, pause=lambda _: None,
        )  # fmt: skip
        for day in range(days):
            for _ in range(24 // EVERY_H):
                watch.once(library, plan)
                watch.keep_order(library)
                web.hour += EVERY_H
            today = measured(library, web)
            assert today.in_show <= IN_SHOW, today
            assert today.oldest_days <= DAYS + EVERY_H / 24, today
            found.append(today)
            for feed in range(feeds):
                # What the last day brought may still wait for its second or third try.
                ended = KINDS[feed % 10] == "ends" and day >= 3
                if day < days - 2 and not ended:
                    due |= {f"Feed {feed} item {item}" for item in web.items(feed)}
        assert shows.names(library) == ["ferries"]
    new = Counter(line.removeprefix("new: ").rsplit(" · ", 1)[0] for line in told if line.startswith("new: "))
    return found, new, due


def main() -> None:
    """Print what each fifth day left, then the ledger."""
    feeds, days = (*map(int, sys.argv[1:]), *(50, 30)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LISTEN_HOME"] = folder
        started = time.monotonic()
        found, new, due = run(Library(), feeds, days)
        print("| day | episodes | in the show | oldest, days | MB | database, kB | memory, MB | open files |")
        print("|---:|---:|---:|---:|---:|---:|---:|---:|")
        for n, day in enumerate(found, 1):
            if n % 5 == 0 or n == len(found):
                print(
                    f"| {n} | {day.episodes} | {day.in_show} | {day.oldest_days:.1f} | {day.megabytes:.1f} | "
                    f"{day.database_kb} | {day.memory_mb:.0f} | {day.open_files} |"
                )
        print(f"\n{len(due)} items were due, {sum(new.values())} episodes are new")
        print(f"lost: {sorted(due - set(new)) or 'none'}")
        print(f"doubled: {[title for title, n in new.items() if n > 1] or 'none'}")
        print(f"{time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
