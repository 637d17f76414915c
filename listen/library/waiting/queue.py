"""The waiting list's table: accept, take, finish; every step is one transaction, so a kill loses none."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from listen.errors import ConflictError, LibraryError
from listen.library.records import later, now
from listen.library.store import Library
from listen.library.waiting import presence, webhooks
from listen.library.waiting.requests import (
    CANCELLED,
    DONE,
    FAILED,
    FETCHING,
    NARRATING,
    OVER,
    WAITING,
    Job,
    Request,
    request_json,
    request_of,
)

TRIES, CRASH = 21, 7
"""So often a process may be gone while it worked on an article before that is called a failure; one that
crashed by itself counts more than one that was ended together with its server."""
PATIENT = 3
"""After so many it lets those behind it go first: what ends the program holds up nobody, and what is only
unlucky, on a machine that is switched off again and again, gets its turn when the others are done."""
LONGEST = 10_000
"""More unfinished ones are refused."""
KEPT_DAYS = 30
"""How long a failure, its document and the note of what was done are kept."""
WATCHED_DAYS = 2
"""The same for what came of a watched feed and is an episode."""
_COLUMNS = (
    "seq, id, owner, caller, state, request, title, done, total, audio_ms, what, episode, error, notes, "
    "attempts, due, added, updated"
)


class FullError(LibraryError):
    """Too many wait already."""


def accept(
    library: Library,
    request: Request,
    body: bytes | None = None,
    owner: str = "owner",
    caller: str | None = None,
    replace: bool = False,
) -> Job:
    """Store a request; when this returns, it survives whatever happens.

    The same request, still unfinished, is not stored twice. With the caller's own id it is the same for ever:
    another document under that id raises ConflictError, unless it is to `replace`. Raises FullError.
    """
    if body is not None:
        request = dataclasses.replace(request, digest=hashlib.sha256(body).hexdigest())
    text, at = request_json(request), now()
    with library.writing() as db:
        if caller is not None:
            row = _by_caller(db, owner, caller)
            if row is not None:
                same = row["request"] == text
                if same and row["state"] not in (FAILED, CANCELLED):
                    return _job(row)
                if not same and not replace:
                    raise ConflictError(f"{caller} was given to another article already: PUT replaces it")
                if row["state"] in (FETCHING, NARRATING):
                    db.execute("UPDATE queue SET stopping = 1, caller = NULL WHERE seq = ?", (row["seq"],))
                else:
                    db.execute("DELETE FROM queue WHERE seq = ?", (row["seq"],))
        elif body is None:
            twin = db.execute(
                f"SELECT {_COLUMNS} FROM queue WHERE owner = ? AND caller IS NULL AND request = ? AND "
                "body IS NULL AND stopping = 0 AND state IN (?, ?, ?)",
                (owner, text, WAITING, FETCHING, NARRATING),
            ).fetchone()
            if twin is not None:
                return _job(twin)
            db.execute(
                "DELETE FROM queue WHERE owner = ? AND caller IS NULL AND request = ? AND state = ?",
                (owner, text, FAILED),
            )
        unfinished = db.execute("SELECT count(*) FROM queue WHERE state = ?", (WAITING,)).fetchone()[0]
        if unfinished >= LONGEST:
            raise FullError("too many articles wait already: try again later")
        key = f"q{secrets.token_hex(8)}"
        db.execute(
            "INSERT INTO queue (id, owner, caller, state, request, body, added, updated) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (key, owner, caller, WAITING, text, body, at, at),
        )
        return _job(_row(db, key))


def take(library: Library, worker: str, only: Iterable[str] | None = None) -> Job | None:
    """The next one that is due, from now on this worker's; None when nothing is.

    `only` restricts it to some. What a worker had that is gone waits again first.
    """
    with library.writing() as db:
        _recover(library, db)
        wanted = list(only) if only is not None else None
        among = f" AND id IN ({','.join('?' * len(wanted))})" if wanted is not None else ""
        row = db.execute(
            f"SELECT {_COLUMNS} FROM queue WHERE state = ? AND due <= ?{among} "
            "ORDER BY attempts / ?, seq LIMIT 1",
            (WAITING, now(), *(wanted or ()), PATIENT),
        ).fetchone()
        if row is None:
            return None
        db.execute(
            "UPDATE queue SET state = ?, worker = ?, attempts = attempts + 1, done = 0, total = 0, "
            "audio_ms = 0, stopping = 0, updated = ? WHERE seq = ?",
            (FETCHING, worker, now(), row["seq"]),
        )
        return _job(_row(db, row["id"]))


def _recover(library: Library, db: sqlite3.Connection) -> None:
    rows = db.execute(
        "SELECT seq, id, worker, attempts, stopping FROM queue WHERE state IN (?, ?)", (FETCHING, NARRATING)
    ).fetchall()
    for row in rows:
        if not presence.is_gone(library.folder, row["worker"]):
            continue
        if row["stopping"]:
            _over(db, row["id"], CANCELLED)
        elif row["attempts"] >= TRIES:
            _over(
                db, row["id"], FAILED,
                error="the program ended again and again while it worked on it: give a shorter text",
            )  # fmt: skip
        else:
            db.execute(
                "UPDATE queue SET state = ?, worker = '', updated = ? WHERE seq = ?",
                (WAITING, now(), row["seq"]),
            )


def crashed(library: Library) -> None:
    """A worker ended by itself, and not as it should: what it had in hand may be what it died of."""
    with library.writing() as db:
        rows = db.execute("SELECT seq, worker FROM queue WHERE state IN (?, ?)", (FETCHING, NARRATING))
        for row in rows.fetchall():
            if presence.is_gone(library.folder, row["worker"]):
                db.execute("UPDATE queue SET attempts = attempts + ? WHERE seq = ?", (CRASH, row["seq"]))


def advance(library: Library, key: str, **values: Any) -> bool:
    """Note how far it is (`state`, `title`, `done`, `total`, `audio_ms`). False: it is to be stopped."""
    names = "".join(f"{name} = ?, " for name in values)
    with library.writing() as db:
        db.execute(f"UPDATE queue SET {names}updated = ? WHERE id = ?", (*values.values(), now(), key))
        row = db.execute("SELECT stopping FROM queue WHERE id = ?", (key,)).fetchone()
    return row is not None and not row["stopping"]


def finish(library: Library, key: str, episode: str, what: str, title: str, notes: Sequence[str]) -> Job:
    """It is an episode; whoever wants to know is told."""
    with library.writing() as db:
        _over(
            db, key, DONE, episode=episode, what=what, title=title, error="", body=None,
            notes=json.dumps(list(notes), ensure_ascii=False),
        )  # fmt: skip
        return _job(_row(db, key))


def fail(library: Library, key: str, error: str, kind: str = "") -> Job:
    """It is none, and why; `kind` is the error's class."""
    with library.writing() as db:
        _over(db, key, FAILED, error=error, what=kind)
        return _job(_row(db, key))


def release(library: Library, key: str) -> None:
    """Give it back: the worker stops, and another begins anew. That is nobody's failure."""
    with library.writing() as db:
        db.execute(
            "UPDATE queue SET state = ?, worker = '', attempts = max(attempts - 1, 0), updated = ? "
            "WHERE id = ? AND state IN (?, ?)",
            (WAITING, now(), key, FETCHING, NARRATING),
        )


def cancelled(library: Library, key: str) -> None:
    """The worker has stopped, as it was asked to."""
    with library.writing() as db:
        _over(db, key, CANCELLED)


def cancel(library: Library, key: str) -> Job:
    """Take it off the list; one that is being worked on is stopped. Raises LibraryError if it is over."""
    with library.writing() as db:
        row = _row(db, key)
        if row["state"] in OVER:
            raise LibraryError("it is over already: nothing to cancel")
        if row["state"] == WAITING:
            _over(db, key, CANCELLED)
        else:
            db.execute("UPDATE queue SET stopping = 1, updated = ? WHERE id = ?", (now(), key))
        return _job(_row(db, key))


def retry(library: Library, key: str) -> Job:
    """Try a failed or cancelled one again, now."""
    with library.writing() as db:
        row = _row(db, key)
        if row["state"] not in (FAILED, CANCELLED):
            raise LibraryError("only what failed or was cancelled can be tried again")
        db.execute(
            "UPDATE queue SET state = ?, error = '', attempts = 0, due = '', stopping = 0, updated = ? "
            "WHERE id = ?",
            (WAITING, now(), key),
        )
        return _job(_row(db, key))


def dismiss(library: Library, key: str) -> None:
    """Forget one that is over."""
    with library.writing() as db:
        if _row(db, key)["state"] not in OVER:
            raise LibraryError("it is not over yet: cancel it first")
        db.execute("DELETE FROM queue WHERE id = ?", (key,))


def job(library: Library, key: str) -> Job:
    """Return how it stands. Raises LibraryError for one that is not there."""
    with library.reading() as db:
        found = _job(_row(db, key))
    if library.only not in ("", found.request.show):
        raise LibraryError(f"nothing with the id {key} waits or was waiting")
    return found


def body_of(library: Library, key: str) -> bytes | None:
    """The document that was given with it."""
    with library.reading() as db:
        row = db.execute("SELECT body FROM queue WHERE id = ?", (key,)).fetchone()
    return None if row is None or row["body"] is None else bytes(row["body"])


def by_caller(library: Library, owner: str, caller: str) -> Job | None:
    """The one that has the caller's own id."""
    with library.reading() as db:
        row = _by_caller(db, owner, caller)
    return None if row is None else _job(row)


def of_episode(library: Library, episode: str) -> Job | None:
    """The last one that became an episode."""
    with library.reading() as db:
        row = db.execute(
            f"SELECT {_COLUMNS} FROM queue WHERE episode = ? ORDER BY seq DESC LIMIT 1", (episode,)
        ).fetchone()
    return None if row is None else _job(row)


def jobs(
    library: Library, states: Sequence[str] = (), owner: str | None = None, limit: int = -1, after: int = 0
) -> list[Job]:
    """The list in its order, of some states, of one owner, after a place in it."""
    rules = ["seq > ?"]
    values: list[int | str] = [after]
    if states:
        rules.append(f"state IN ({','.join('?' * len(states))})")
        values += states
    if owner is not None:
        rules.append("owner = ?")
        values.append(owner)
    if library.only:
        rules.append("json_extract(request, '$.show') = ?")
        values.append(library.only)
    with library.reading() as db:
        rows = db.execute(
            f"SELECT {_COLUMNS} FROM queue WHERE {' AND '.join(rules)} ORDER BY seq LIMIT ?", (*values, limit)
        ).fetchall()
    return [_job(row) for row in rows]


def counts(library: Library) -> dict[str, int]:
    """Return how many there are of each state."""
    with library.reading() as db:
        return dict(db.execute("SELECT state, count(*) FROM queue GROUP BY state").fetchall())


def tidy(library: Library) -> None:
    """Forget what was over long ago; what a caller named is kept, so that its id stays what it was. Of what a
    watched feed brought, the feed's own items say that it is done."""
    over = ",".join("?" * len(OVER))
    at = now()
    with library.writing() as db:
        db.execute(
            "DELETE FROM queue WHERE updated < ? AND (caller IS NULL OR owner = 'watch') "
            f"AND state IN ({over})",
            (later(at, days=-KEPT_DAYS), *OVER),
        )
        db.execute(
            "DELETE FROM queue WHERE updated < ? AND owner = 'watch' AND state = ?",
            (later(at, days=-WATCHED_DAYS), DONE),
        )


def _over(db: sqlite3.Connection, key: str, state: str, **values: Any) -> None:
    names = "".join(f"{name} = ?, " for name in values)
    db.execute(
        f"UPDATE queue SET state = ?, worker = '', stopping = 0, {names}updated = ? WHERE id = ?",
        (state, *values.values(), now(), key),
    )
    if state in (DONE, FAILED):
        webhooks.announce(db, _row(db, key), state)


def _by_caller(db: sqlite3.Connection, owner: str, caller: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute(
        "SELECT * FROM queue WHERE owner = ? AND caller = ?", (owner, caller)
    ).fetchone()
    return row


def _row(db: sqlite3.Connection, key: str) -> sqlite3.Row:
    row: sqlite3.Row | None = db.execute(f"SELECT {_COLUMNS} FROM queue WHERE id = ?", (key,)).fetchone()
    if row is None:
        raise LibraryError(f"nothing with the id {key} waits or was waiting")
    return row


def _job(row: sqlite3.Row) -> Job:
    return Job(
        seq=row["seq"], id=row["id"], owner=row["owner"], caller=row["caller"], state=row["state"],
        request=request_of(row["request"]), title=row["title"], done=row["done"], total=row["total"],
        audio_ms=row["audio_ms"], what=row["what"], episode=row["episode"], error=row["error"],
        notes=tuple(json.loads(row["notes"])), attempts=row["attempts"], due=row["due"], added=row["added"],
        updated=row["updated"],
    )  # fmt: skip
