"""This module says what is watched, and how it stands: the feeds of the library's database and the items that
failed.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from listen.errors import FeedError
from listen.library import Feed, Library, shows
from listen.library.records import later, moment, now
from listen.watch import incoming

NEVER = "9999-12-31T00:00:00Z"
"""When a feed that is gone for good is asked again."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Holds what is wanted of one feed."""

    voice: str = ""
    """Empty: the one that all feeds have."""
    only: tuple[str, ...] = ()
    """Words of which an item must have one; those that begin with a hyphen it must not have."""
    limit: int = 0
    """Most items to add each time that it is looked at; 0: all."""
    show: str = ""
    """The show that its episodes go into."""

    def wants(self, title: str, text: str) -> bool:
        """Return whether an item is to become an episode."""
        return shows.has_words(self.only, f"{title}\n{text}")


def choice(feed: Feed) -> Choice:
    """Return what is kept of it."""
    form = json.loads(feed.settings or "{}")
    only = tuple(str(word) for word in form.get("only", ()))
    return Choice(form.get("voice", ""), only, form.get("limit", 0), form.get("show", ""))


def choose(library: Library, url: str, wanted: Choice) -> None:
    """Keep it. Raises FeedError if the feed is not watched."""
    form = {name: value for name, value in asdict(wanted).items() if value}
    with library.writing() as db:
        text = json.dumps(form, ensure_ascii=False)
        if not db.execute("UPDATE feeds SET settings = ? WHERE url = ?", (text, url)).rowcount:
            raise FeedError(f"{url} is not watched: listen watch --list shows what is")


def follow(library: Library, url: str, title: str = "") -> None:
    """Watch the feed from now on. Raises FeedError for what is no web address."""
    if not incoming.web_link("", url):
        raise FeedError(f"{url}: give a feed's web address, beginning with https://")
    with library.writing() as db:
        db.execute("INSERT OR IGNORE INTO feeds (url, title) VALUES (?, ?)", (url, title))


def set_clock(library: Library, at: str) -> None:
    """Ask now what a clock that was ahead put off: nothing is due later than in two days."""
    latest = later(at, days=2)
    with library.reading() as db:
        ahead = db.execute(
            "SELECT 1 FROM feeds WHERE due > ? AND due <> ? LIMIT 1", (latest, NEVER)
        ).fetchone()
        ahead = ahead or db.execute("SELECT 1 FROM items WHERE due > ? LIMIT 1", (latest,)).fetchone()
    if ahead is None:
        return
    with library.writing() as db:
        db.execute("UPDATE feeds SET due = '' WHERE due > ? AND due <> ?", (latest, NEVER))
        db.execute("UPDATE items SET due = '' WHERE due > ?", (latest,))


def forget(library: Library, url: str) -> None:
    """Watch it no more; its episodes stay. Raises FeedError if it was not watched."""
    with library.writing() as db:
        if not db.execute("DELETE FROM feeds WHERE url = ?", (url,)).rowcount:
            raise FeedError(f"{url} is not watched: listen watch --list shows what is")


def feeds(library: Library) -> list[Feed]:
    """Every watched feed."""
    with library.reading() as db:
        rows = db.execute("SELECT * FROM feeds ORDER BY url").fetchall()
    return [Feed(**{key: row[key] for key in row.keys()}) for row in rows]  # noqa: SIM118 a Row yields values


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that could not be added so far."""

    feed: str
    item: str
    """Its title or, when it was given up, its key."""
    error: str
    due: str
    """The next try; empty when it was given up."""


def failures(library: Library) -> list[Failure]:
    """Return what could not be added, by feed."""
    with library.reading() as db:
        rows = db.execute(
            "SELECT feed, key, data, error, due, state FROM items WHERE error <> '' AND state <> 'done' "
            "ORDER BY feed, due"
        ).fetchall()
    return [
        Failure(
            row["feed"],
            (row["data"] and json.loads(row["data"])["title"]) or row["key"],
            row["error"],
            row["due"] if row["state"] == "waiting" else "",
        )
        for row in rows
    ]


def status(library: Library, at: str = "") -> list[str]:
    """A line for each feed and, below it, for each of its items that could not be added."""
    at = at or now()
    failed = failures(library)
    lines = []
    for feed in feeds(library):
        title = f"{feed.title} · " if feed.title else ""
        own = _chosen(choice(feed))
        lines.append(f"{feed.url} · {title}{own}{feed.error or 'ok'} · {_next('next look', feed.due, at)}")
        mine = (f for f in failed if f.feed == feed.url)
        lines += [f"  {f.item}: {f.error} · {_next('next try', f.due, at)}" for f in mine]
    return lines


def _chosen(wanted: Choice) -> str:
    parts = [
        wanted.voice and f"voice {wanted.voice}",
        " ".join(wanted.only) and f"only {' '.join(wanted.only)}",
        wanted.limit and f"at most {wanted.limit}",
        wanted.show and f"show {wanted.show}",
    ]
    return "".join(f"{part} · " for part in parts if part)


def _next(what: str, due: str, at: str) -> str:
    if due == NEVER or (what == "next try" and not due):
        return "given up"
    minutes = round((moment(due) - moment(at)).total_seconds() / 60) if due else 0
    return f"{what} in {span(minutes)}" if minutes > 0 else f"{what} when watched again"


def span(minutes: int) -> str:
    """`45 min`, `3 h`."""
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"
