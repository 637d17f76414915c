"""Feeds that are watched: every new item becomes an episode, politely and whatever fails in between."""

from __future__ import annotations

import hashlib
import json
import queue
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from listen.errors import ListenError, NoArticleError, RetiredError, SourceError
from listen.library import Entry, Feed, Library, adding, identity
from listen.library.keeping import retention, shelving
from listen.library.records import later, moment, now
from listen.library.waiting import presence, submitting, working
from listen.library.waiting import queue as queues
from listen.library.waiting.requests import DONE, FAILED, Job, Request, options_form
from listen.sources import connect, http
from listen.storage import jsonform
from listen.watch import incoming, watchlist

EVERY_MIN = 30
"""How often a feed is asked, unless the user says otherwise."""
LONGEST_MIN = 24 * 60
"""Between two tries of what fails again and again."""
RETRY_MIN = 10
"""Before the first try again of an item; each next one waits twice as long."""
TRIES = 8
"""After so many an item is given up."""
OWNER = "watch"
"""Whose requests they are on the waiting list."""
FINISHED = 1000
"""So many finished items of one feed are remembered; feeds do not list older ones again."""
BETWEEN_S = 1.0
"""Pause between two requests."""
AT_ONCE = 8
"""Hosts that are asked at the same time."""
FEED_BYTES = 16 * 1024 * 1024
ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Plan:
    """Says how to watch."""

    wish: adding.Wish
    every_min: int = EVERY_MIN
    backlog: int = 3
    """How many of a new feed's present items to add; those before them are left."""
    public_only: bool = False
    """Fetch from the public internet only."""
    say: Callable[[str], None] = lambda _: None
    """Told a line for each thing that happens."""
    clock: Callable[[], str] = now
    pause: Callable[[float], None] = time.sleep
    worker: str = ""
    """Name of this process among those who work the waiting list off; empty: one is taken for each round."""


@dataclass(frozen=True, slots=True)
class Round:
    """Holds what one look at everything brought."""

    added: int
    failed: int


def once(library: Library, plan: Plan) -> Round:
    """Ask every feed that is due, then add every item that is; no failure keeps the others waiting."""
    if not plan.worker:
        here = presence.Presence(library.folder)
        try:
            return once(library, replace(plan, worker=here.token))
        finally:
            here.leave()
    failed = 0
    watchlist.set_clock(library, plan.clock())
    due = [feed for feed in watchlist.feeds(library) if feed.due <= plan.clock()]
    for feed, reply in _asked(due, plan):
        try:
            _take(library, feed, _unfailed(reply), plan)
        except ListenError as error:
            failed += 1
            _put_off(library, feed, str(error), plan)
        except Exception as error:  # noqa: BLE001 said like any other failure: the other feeds are looked at
            failed += 1
            traceback.print_exc()
            _put_off(library, feed, f"a bug in listen, {type(error).__name__}: {error}", plan)
    added = 0
    for row in _waiting(library, plan.clock()):
        done = _add(library, row, plan)
        added, failed = added + (done == "added"), failed + (done == "failed")
    return Round(added, failed)


def stay(library: Library, plan: Plan) -> None:
    """`once`, again and again, until interrupted."""
    while True:
        once(library, plan)
        keep_order(library)
        plan.pause(_until_next(library, plan))


def keep_order(library: Library) -> None:
    """Return what has to be done now and then: the bin emptied, limits kept, the list tidied."""
    shelving.empty(library)
    retention.keep(library)
    queues.tidy(library)


def _until_next(library: Library, plan: Plan) -> float:
    """Seconds until something is due: at least ten, at most a minute, for feeds that are added meanwhile."""
    at = moment(plan.clock())
    due = [f.due for f in watchlist.feeds(library) if f.due]
    waits = [(moment(d) - at).total_seconds() for d in due]
    return min(max(min(waits, default=60.0), 10.0), 60.0)


# -- feeds -------------------------------------------------------------------------------------------------


def _asked(due: list[Feed], plan: Plan) -> Iterator[tuple[Feed, http.Reply | SourceError]]:
    """Return what each feed answers, as they answer: several hosts at once, each host's feeds one after
    another.

    A host that answers slowly or never keeps nobody waiting but its own feeds.
    """
    hosts: dict[str, list[Feed]] = {}
    for feed in due:
        hosts.setdefault(urlsplit(feed.url).netloc.lower(), []).append(feed)
    answers: queue.SimpleQueue[tuple[Feed, http.Reply | SourceError]] = queue.SimpleQueue()

    def one_host(feeds: list[Feed]) -> None:
        for n, feed in enumerate(feeds):
            if n:
                plan.pause(BETWEEN_S)
            try:
                answers.put((feed, _ask(feed, plan)))
            except SourceError as error:
                answers.put((feed, error))
            except Exception as error:  # noqa: BLE001 said like any other failure, or its feed is lost in silence
                answers.put((feed, SourceError(f"a bug in listen, {type(error).__name__}: {error}")))

    with ThreadPoolExecutor(AT_ONCE) as threads:
        for feeds in hosts.values():
            threads.submit(one_host, feeds)
        for _ in due:
            yield answers.get()


def _unfailed(reply: http.Reply | SourceError) -> http.Reply:
    if isinstance(reply, SourceError):
        raise reply
    return reply


def _ask(feed: Feed, plan: Plan) -> http.Reply:
    headers = {"Accept": ACCEPT}
    if feed.etag:
        headers["If-None-Match"] = feed.etag
    if feed.modified:
        headers["If-Modified-Since"] = feed.modified
    public_only = plan.public_only or not connect.is_inside(feed.url)
    return http.ask(feed.url, headers=headers, public_only=public_only, max_bytes=FEED_BYTES)


def _take(library: Library, feed: Feed, reply: http.Reply, plan: Plan) -> None:
    """Note what a feed answered: its new items, and when to ask it again."""
    next_time = later(plan.clock(), minutes=plan.every_min)
    if reply.status == 304:
        _put(library, feed.url, due=next_time, failures=0, error="")
        return
    if reply.status == 410:
        _put(library, feed.url, due=watchlist.NEVER, error="the feed is gone for good")
        plan.say(f"{feed.title or feed.url}: the feed is gone for good and is asked no more")
        return
    if reply.status in (429, 503):
        _slower(library, feed, plan, reply)
        return
    if reply.status != 200:
        raise SourceError(f"the site answers {reply.status}; check the address {feed.url}")
    found = incoming.read(reply.body, reply.url, reply.type)
    if not reply.inside:  # also where a feed of this network led out of it
        found = replace(found, items=tuple(replace(item, outside=True) for item in found.items))
    _note_items(library, feed, found, plan)
    _put(
        library, feed.url, title=found.title, etag=reply.header("ETag"),
        modified=reply.header("Last-Modified"), due=next_time, failures=0, error="",
    )  # fmt: skip
    if reply.moved and reply.moved != feed.url:
        _move(library, feed.url, reply.moved)


def _put_off(library: Library, feed: Feed, error: str, plan: Plan) -> None:
    """A feed that could not be read is asked again later, and later each time."""
    minutes = _growing(plan, feed)
    due = later(plan.clock(), minutes=minutes)
    _put(library, feed.url, due=due, failures=feed.failures + 1, error=error)
    plan.say(f"{feed.title or feed.url}: {error}; next try in {watchlist.span(minutes)}")


def _slower(library: Library, feed: Feed, plan: Plan, reply: http.Reply) -> None:
    """The site has too much to do: it is asked when it says, and later each time that it does."""
    at = plan.clock()
    error = f"the site asks to slow down ({reply.status})"
    asked_s = min(reply.retry_after_s(moment(at).timestamp()), LONGEST_MIN * 60)
    due = max(later(at, minutes=_growing(plan, feed)), later(at, seconds=asked_s))
    _put(library, feed.url, due=due, failures=feed.failures + 1, error=error)
    minutes = round((moment(due) - moment(at)).total_seconds() / 60)
    plan.say(f"{feed.title or feed.url}: {error}; next try in {watchlist.span(minutes)}")


def _growing(plan: Plan, feed: Feed) -> int:
    """Minutes until a feed that failed once more is asked again."""
    return int(min(plan.every_min * 2 ** (feed.failures + 1), LONGEST_MIN))


def _note_items(library: Library, feed: Feed, found: incoming.Incoming, plan: Plan) -> None:
    """Write down what is new or changed, before any of it is added: a crash then forgets nothing."""
    with library.writing() as db:
        rows = db.execute("SELECT key, digest, state FROM items WHERE feed = ?", (feed.url,)).fetchall()
        known = {row["key"]: row for row in rows}
        first, wanted, taken = not known, watchlist.choice(feed), 0
        for place, item in enumerate(found.items):
            before = known.get(item.key)
            if before is not None and (before["digest"] == item.digest or before["state"] == "left"):
                continue
            left = (first and place >= plan.backlog) or not wanted.wants(item.title, item.html)
            left = left or (before is None and 0 < wanted.limit <= taken)
            taken += not left
            state = "left" if left else "waiting"
            data = json.dumps(jsonform.plain(item), ensure_ascii=False) if state == "waiting" else ""
            db.execute(
                "INSERT OR REPLACE INTO items (feed, key, data, digest, state) VALUES (?, ?, ?, ?, ?)",
                (feed.url, item.key, data, item.digest, state),
            )
        db.execute(
            "DELETE FROM items WHERE feed = ?1 AND state <> 'waiting' AND rowid NOT IN "
            "(SELECT rowid FROM items WHERE feed = ?1 ORDER BY rowid DESC LIMIT ?2)",
            (feed.url, max(FINISHED, 2 * len(found.items))),
        )


def _put(library: Library, url: str, **values: Any) -> None:
    names = ", ".join(f"{name} = ?" for name in values)
    with library.writing() as db:
        db.execute(f"UPDATE feeds SET {names} WHERE url = ?", (*values.values(), url))


def _move(library: Library, old: str, new: str) -> None:
    """The feed says that it lives elsewhere from now on."""
    with library.writing() as db:
        if db.execute("SELECT 1 FROM feeds WHERE url = ?", (new,)).fetchone() is None:
            db.execute(
                "INSERT INTO feeds (url, title, etag, modified, due, failures, error, settings) "
                "SELECT ?, title, etag, modified, due, failures, error, settings FROM feeds WHERE url = ?",
                (new, old),
            )
            db.execute("UPDATE items SET feed = ? WHERE feed = ?", (new, old))
        db.execute("DELETE FROM feeds WHERE url = ?", (old,))


# -- items -------------------------------------------------------------------------------------------------


def _waiting(library: Library, at: str) -> list[dict[str, Any]]:
    with library.reading() as db:
        rows = db.execute(
            "SELECT rowid, * FROM items WHERE state = 'waiting' AND due <= ? ORDER BY rowid DESC", (at,)
        ).fetchall()
    return [dict(row) for row in rows]  # a feed's last item is its oldest: it is added first


def _add(library: Library, row: dict[str, Any], plan: Plan) -> str:
    """Add one item: `added`, `old` when it was there unchanged or removed before, or `failed`."""
    item = jsonform.value(incoming.Item, json.loads(row["data"]), "item")
    done = _article(library, item, row["feed"], plan)
    if done.state == FAILED and done.what != RetiredError.__name__:
        _failed(library, row, item, done.error, plan)
        return "failed"
    _state(library, row, "done")
    if done.state != DONE or done.what == "there already":  # or its owner took it off the list
        return "old"
    entry = working.outcome(library, done)
    if entry is not None:
        plan.say(f"{done.what}: {_line(entry)}")
    return "added"


def _article(library: Library, item: incoming.Item, feed: str, plan: Plan) -> Job:
    """The article from the feed when it has all of it, from its page otherwise: on the waiting list, and
    off it
    by whoever is there first, this watcher or a server.

    A feed on the internet cannot have pages of this network read out and published, and a feed's word for the
    page of another site is an episode of its own: it must not replace what that site published.
    """
    public_only = plan.public_only or item.outside or not connect.is_inside(feed)
    wanted = watchlist.choice(next((f for f in watchlist.feeds(library) if f.url == feed), Feed(feed)))
    request = Request(
        url=item.link, name=item.title or item.link or feed, voice=wanted.voice or plan.wish.voice,
        otherwise=plan.wish.otherwise, options=options_form(plan.wish.options), public_only=public_only,
        show=wanted.show,
    )  # fmt: skip
    caller = hashlib.sha256(f"{feed}\n{item.key}\n{item.digest}".encode("utf-8", "replace")).hexdigest()
    if item.is_full or not item.link:
        source = item.source()
        own = identity.same_site(item.link, feed) if item.link else False
        whole = replace(
            request, media_type="text/html", charset="utf-8",
            identity="" if own else f"feed:{feed} {item.key}",
        )  # fmt: skip
        job = queues.accept(library, whole, source.data, OWNER, caller)
        done = _finish(library, job, plan)
        if not item.link or done.state != FAILED or done.what != NoArticleError.__name__:
            return done
    plan.pause(BETWEEN_S)
    job = queues.accept(library, request, None, OWNER, f"{caller}-page")
    return _finish(library, job, plan)


def _finish(library: Library, job: Job, plan: Plan) -> Job:
    """Return how it ended. Whatever goes wrong with one must not keep the others waiting."""
    try:
        return submitting.finish(library, job, plan.worker)
    except ListenError:
        raise  # the watcher is told to stop
    except Exception:  # noqa: BLE001 the job says which bug it was
        traceback.print_exc()
        return queues.job(library, job.id)


def _failed(library: Library, row: dict[str, Any], item: incoming.Item, error: str, plan: Plan) -> None:
    failures = row["failures"] + 1
    minutes = min(RETRY_MIN * 2 ** (failures - 1), LONGEST_MIN)
    over = failures >= TRIES
    _state(
        library, row, "given up" if over else "waiting",
        failures=failures, due=later(plan.clock(), minutes=minutes), error=error,
    )  # fmt: skip
    what = "given up" if over else f"next try in {watchlist.span(minutes)}"
    plan.say(f"{item.title or item.link}: {error}; {what}")


def _state(library: Library, row: dict[str, Any], state: str, **more: Any) -> None:
    """A finished item keeps its digest, so that a change is seen, and forgets its text."""
    values = {"state": state, "data": row["data"] if state == "waiting" else "", **more}
    names = ", ".join(f"{name} = ?" for name in values)
    with library.writing() as db:
        db.execute(
            f"UPDATE items SET {names} WHERE feed = ? AND key = ? AND digest = ?",
            (*values.values(), row["feed"], row["key"], row["digest"]),
        )


def _line(entry: Entry) -> str:
    return f"{entry.title} · {round(entry.duration_ms / 60_000) or 1} min"
