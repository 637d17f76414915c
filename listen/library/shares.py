"""Who may subscribe to a private feed: an unguessable token for each, revocable one by one.

A token is `<key>.<secret>`-shaped without the dot: the first characters find the row, the rest is compared in
constant time, so that neither the database's index nor the comparison tells a guesser how close a guess was.
"""

from __future__ import annotations

import hmac
import secrets
import sqlite3

from listen.errors import LibraryError
from listen.library.records import Share, now
from listen.library.store import Library

KEY_CHARS = 8
SECRET_BYTES = 24
OWNER, SITE = "owner", "site"
"""The user's own share, made by the first `listen serve`; and the one whose token a built site lies under."""


def share(library: Library, name: str, may_add: bool = False) -> Share:
    """A new share. Raises LibraryError when the name is taken or empty."""
    name = " ".join(name.split())
    if not name or len(name) > 100:
        raise LibraryError("a share needs a name of at most 100 characters, so that it can be revoked by it")
    made = Share(name, secrets.token_urlsafe(6) + secrets.token_urlsafe(SECRET_BYTES), may_add, now())
    try:
        with library.writing() as db:
            db.execute(
                "INSERT INTO shares VALUES (?, ?, ?, ?, ?)",
                (made.token[:KEY_CHARS], made.token[KEY_CHARS:], name, may_add, made.created),
            )
    except sqlite3.IntegrityError as error:
        raise LibraryError(f"there is a share named {name} already: revoke it first") from error
    return made


def ensure(library: Library, name: str, may_add: bool = False) -> Share:
    """The share of that name, made if there is none."""
    for known in shares(library):
        if known.name == name:
            return known
    try:
        return share(library, name, may_add)
    except LibraryError:  # another process was faster
        return next(s for s in shares(library) if s.name == name)


def shares(library: Library) -> list[Share]:
    """Every share, oldest first."""
    with library.reading() as db:
        rows = db.execute("SELECT * FROM shares ORDER BY created, name").fetchall()
    return [Share(r["name"], r["key"] + r["secret"], bool(r["may_add"]), r["created"]) for r in rows]


def revoke(library: Library, name: str) -> None:
    """Its address is no address any more. Raises LibraryError if there is none of that name."""
    with library.writing() as db:
        done = db.execute("DELETE FROM shares WHERE name = ?", (name,)).rowcount
    if not done:
        raise LibraryError(f"there is no share named {name}: listen feed shares lists them")


def holder(library: Library, token: str) -> Share | None:
    """Whose token it is; None if nobody's."""
    key, secret = token[:KEY_CHARS], token[KEY_CHARS:]
    with library.reading() as db:
        row = db.execute("SELECT * FROM shares WHERE key = ?", (key,)).fetchone()
    right = row["secret"] if row is not None else "·" * 32
    same = hmac.compare_digest(right.encode(), secret.encode("utf-8", "replace"))
    if row is None or not same:
        return None
    return Share(row["name"], token, bool(row["may_add"]), row["created"])
