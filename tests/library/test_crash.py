"""Killed at any moment, nothing that was promised is lost and no feed names what is not there."""

from __future__ import annotations

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from listen.feed import publishing
from listen.feed.check import report
from listen.library import Library, Show
from listen.library.database import schema
from tests.library.stories import add, keep_draft

KILLS = 12
"""Of each command. `python -m tests.bench.kill_commands` kills such commands 300 times."""

ADDING = """
import sys
from listen.library import Library
from tests.library.stories import add
library = Library()
for n in range(int(sys.argv[1]), 10**6):
    entry = add(library, f"Story {n}", n % 7, body=f"Version {n} of it is told here.")
    print(entry.id, entry.version, flush=True)
"""
BUILDING = """
import sys
from listen.feed import publishing
from listen.library import Library
from tests.library.stories import keep_draft
library = Library()
for n in range(int(sys.argv[1]), 10**6):
    keep_draft(library, n, audio=bytes(200_000))
    publishing.build(library, sys.argv[2], "https://pod.example/")
    print(n, flush=True)
"""
WATCHING = """
import sys
from listen.watch import incoming, watch, watchlist
from listen.library import Library, adding
from tests.library.stories import WISH
library = Library()
watchlist.follow(library, "http://127.0.0.1:1/feed")
say = lambda line: print(line, flush=True)
plan = watch.Plan(WISH, say=say, backlog=10**6, pause=lambda _: None)
(feed,) = watchlist.feeds(library)
start = int(sys.argv[1])
for n in range(start, 10**6, 3):
    text = "".join(f"<p>Sentence {i} of story {n} is in the feed as a whole.</p>" for i in range(9))
    page = "https://news.example/"
    items = tuple(
        incoming.Item(f"k{i}", f"Story {i}", f"{page}{i}", f"{text}<p>It is {i}.</p>", whole=True)
        for i in range(n, n + 3)
    )
    watch._note_items(library, feed, incoming.Incoming("News", items), plan)
    print("noted", *[item.key for item in items], flush=True)
    watch.once(library, watch.Plan(WISH, say=say, clock=lambda: "2000-01-01T00:00:00Z", pause=lambda _: None))
"""


def kill_at_random(script: str, *arguments: object, after: random.Random, lines: int = 1) -> list[str]:
    """Start, kill a moment that chance chooses after one of the first `lines`, return the whole lines."""
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", script, *map(str, arguments)],
        stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert process.stdout is not None
    first = "".join(process.stdout.readline() for _ in range(after.randint(1, lines)))  # it is at work now
    time.sleep(after.uniform(0, 0.25))
    process.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
    rest = process.stdout.read()
    process.stdout.close()
    process.wait()
    return [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]


def sound(library: Library) -> None:
    """Every episode's files are there, of the length that the library says; nothing else is."""
    named = set()
    for entry in library.entries():
        for item in entry.files:
            path = library.path(entry, item.name)
            assert path.stat().st_size == item.size, path
        named.add(entry.folder)
    with library.reading() as db:
        named |= {row[0] for row in db.execute("SELECT folder FROM versions")}
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        journal = {row[0] for row in db.execute("SELECT folder FROM journal")}
    folders = {p.relative_to(library.folder).as_posix() for p in (library.folder / "episodes").glob("*/*")}
    folders = {f for f in folders if not f.split("/")[1].endswith(".part")}
    loose = {f for f in folders - named if f.split("/")[1][0] != "."}
    loose = {f for f in loose if (library.folder / f).is_dir()}
    assert loose <= journal, loose - journal


@pytest.mark.slow
def test_add_never_loses_what_it_reported(home: Path) -> None:
    after = random.Random(1)
    reported: dict[str, int] = {}
    n = 0
    for _ in range(KILLS):
        for line in kill_at_random(ADDING, n, after=after):
            short, version = line.split()
            reported[short] = max(reported.get(short, 0), int(version))
            n += 1
        n += 1
        library = Library()
        sound(library)
        have = {e.id: e.version for e in library.entries()}
        assert all(have.get(short, 0) >= version for short, version in reported.items())
    assert n > KILLS


@pytest.mark.slow
@pytest.mark.parametrize("where", ["folder", "storage"])
def test_build_and_upload_never_leave_a_feed_that_lies(home: Path, tmp_path: Path, where: str) -> None:
    after = random.Random(2)
    library = Library()
    library.save_show(Show(public=True))
    keep_draft(library, 0)
    site = tmp_path / "site"
    place = str(site) if where == "folder" else f"file://{site}"
    publishing.build(library, place, "https://pod.example/")
    n = 1
    reported: set[int] = set()
    for _ in range(KILLS // 2):
        reported |= set(map(int, kill_at_random(BUILDING, n, place, after=after)))
        n = max(reported, default=n) + 2
        feed = (site / "feed.xml").read_text("utf-8")
        assert all(f"<link>https://example.org/{one}</link>" in feed for one in reported)
        enclosures = re.findall(r'<enclosure url="https://pod.example/(\S+?)" length="(\d+)"', feed)
        assert enclosures
        for name, length in enclosures:
            assert (site / name).stat().st_size == int(length), name
    library = Library()
    (site / ".0123456789ab.part").write_bytes(b"half")
    if where == "storage":  # no lock tells there who writes: what a killed build left goes when it is old
        for part in site.rglob("*.part"):
            os.utime(part, (0, 0))
    publishing.build(library, place, None)
    assert {f"https://example.org/{one}" for one in reported} <= {entry.url for entry in library.entries()}
    assert not list(site.rglob("*.part"))
    assert library.count() > KILLS // 2
    found = report.check(str(site / "feed.xml"), episodes=0)
    assert found.ok


@pytest.mark.slow
def test_watch_never_forgets_what_it_saw(home: Path) -> None:
    after = random.Random(3)
    noted: set[str] = set()
    added: set[str] = set()
    n = 0
    for _ in range(KILLS):
        for line in kill_at_random(WATCHING, n, after=after, lines=4):
            if line.startswith("noted"):
                noted |= {key.removeprefix("k") for key in line.split()[1:]}
            elif found := re.match(r"new: Story (\d+) ", line):
                added.add(found[1])
        n = max(map(int, noted)) + 10
        library = Library()
        sound(library)
        have = {(e.url or "").rsplit("/", 1)[-1] for e in library.entries()}
        with sqlite3.connect(library.folder / schema.NAME) as db:
            rows = db.execute("SELECT key FROM items WHERE state = 'waiting'").fetchall()
            waiting = {row[0].removeprefix("k") for row in rows}
        db.close()
        assert noted <= have | waiting, noted - have - waiting
        assert added <= have, added - have
    assert len(noted) >= KILLS
    assert len(added) >= KILLS // 2  # some were killed while they added, some before, some after


def test_a_run_that_is_not_killed_is_sound(home: Path) -> None:
    library = Library()
    add(library)
    add(library, body="It was corrected in the morning.")
    sound(library)
