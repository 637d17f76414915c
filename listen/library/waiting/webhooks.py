"""Addresses that are told when an article is done or has failed: signed, and tried again until they take it.

Signed as Standard Webhooks has it: HMAC-SHA256 over `id.timestamp.body` with the webhook's secret, so that
any of its libraries can check it. A notice is stored in the transaction that ends the article.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from listen.errors import LibraryError, SourceError
from listen.library.records import later, now
from listen.library.store import Library
from listen.sources import http

EVENTS = ("done", "failed")
WAITS_S = (5, 30, 120, 600, 3600, 4 * 3600, 12 * 3600)
"""Between one try and the next; after the last it is given up."""
MOST = 20
"""Of one owner."""
KEPT = 1000
"""Notices that are over and stay on record, the last ones."""
TIMEOUT_S = 10.0
ANSWER_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Webhook:
    """Whom to tell of what."""

    id: str
    owner: str
    url: str
    secret: str
    """`whsec_` and the key in base64."""
    events: tuple[str, ...]
    created: str


def register(library: Library, owner: str, url: str, events: tuple[str, ...] = EVENTS) -> Webhook:
    """Tell `url` from now on. Raises LibraryError for what is no web address or no event."""
    if not _is_address(url) or len(url) > 2000:
        raise LibraryError(f"{url[:80]!r} is no web address: begin with https://")
    if not events or set(events) - set(EVENTS):
        raise LibraryError(f"there are the events {' and '.join(EVENTS)}")
    key = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
    made = Webhook(f"w{secrets.token_hex(8)}", owner, url, key, tuple(dict.fromkeys(events)), now())
    with library.writing() as db:
        have = db.execute("SELECT count(*) FROM webhooks WHERE owner = ?", (owner,)).fetchone()[0]
        if have >= MOST:
            raise LibraryError(f"there are {MOST} webhooks already: remove one")
        db.execute(
            "INSERT INTO webhooks VALUES (?, ?, ?, ?, ?, ?)",
            (made.id, owner, url, key, " ".join(made.events), made.created),
        )
    return made


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def registered(library: Library, owner: str) -> list[Webhook]:
    """An owner's, oldest first."""
    with library.reading() as db:
        rows = db.execute("SELECT * FROM webhooks WHERE owner = ? ORDER BY created, id", (owner,)).fetchall()
    return [_webhook(row) for row in rows]


def remove(library: Library, owner: str, key: str) -> None:
    """Tell it no more. Raises LibraryError when the owner has none of that id."""
    with library.writing() as db:
        if not db.execute("DELETE FROM webhooks WHERE owner = ? AND id = ?", (owner, key)).rowcount:
            raise LibraryError(f"there is no webhook {key}")


def announce(db: sqlite3.Connection, job: sqlite3.Row, state: str) -> None:
    """Store a notice for each webhook of the article's owner that wants this event."""
    rows = db.execute("SELECT * FROM webhooks WHERE owner = ?", (job["owner"],)).fetchall()
    for row in rows:
        if state not in row["events"].split():
            continue
        data = {
            "id": job["caller"] or job["id"], "state": state, "title": job["title"],
            "episode": job["episode"] or None, "error": job["error"] or None,
        }  # fmt: skip
        body = json.dumps({"type": f"episode.{state}", "timestamp": now(), "data": data}, ensure_ascii=False)
        db.execute(
            "INSERT INTO deliveries (id, webhook, body) VALUES (?, ?, ?)",
            (f"m{secrets.token_hex(12)}", row["id"], body),
        )


def deliver(
    library: Library,
    public_only: bool = True,
    at: Callable[[], str] = now,
    clock: Callable[[], float] = time.time,
) -> int:
    """Send what is due; returns how many were taken. One that refuses does not keep the others waiting."""
    with library.reading() as db:
        rows = db.execute(
            "SELECT d.*, w.url, w.secret FROM deliveries d JOIN webhooks w ON w.id = d.webhook "
            "WHERE d.state = 'waiting' AND d.due <= ? ORDER BY d.seq LIMIT 20",
            (at(),),
        ).fetchall()
    taken = 0
    for row in rows:
        error = _send(row, public_only, int(clock()))
        attempts = row["attempts"] + 1
        state, due = "sent", ""
        if error:
            state = "waiting" if attempts <= len(WAITS_S) else "given up"
            due = later(at(), seconds=WAITS_S[min(attempts, len(WAITS_S)) - 1])
        with library.writing() as db:
            db.execute(
                "UPDATE deliveries SET state = ?, attempts = ?, due = ?, error = ? WHERE seq = ?",
                (state, attempts, due, error, row["seq"]),
            )
        taken += not error
    if rows:
        with library.writing() as db:
            db.execute(
                "DELETE FROM deliveries WHERE state <> 'waiting' AND seq <= ? - ?", (rows[-1]["seq"], KEPT)
            )
    return taken


def signature(secret: str, message: str, timestamp: int, body: bytes) -> str:
    """`v1,` and the signature in base64."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{message}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def _send(row: sqlite3.Row, public_only: bool, timestamp: int) -> str:
    """The reason why it was not taken; empty: it was."""
    body = row["body"].encode()
    headers = {
        "Content-Type": "application/json",
        "webhook-id": row["id"],
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(row["secret"], row["id"], timestamp, body),
    }
    try:
        reply = http.ask(
            row["url"], method="POST", headers=headers, body=body, public_only=public_only,
            max_bytes=ANSWER_BYTES, timeout_s=TIMEOUT_S,
        )  # fmt: skip
    except SourceError as error:
        return str(error)
    return "" if 200 <= reply.status < 300 else f"it answers {reply.status}"


def _webhook(row: sqlite3.Row) -> Webhook:
    return Webhook(
        row["id"], row["owner"], row["url"], row["secret"], tuple(row["events"].split()), row["created"]
    )
