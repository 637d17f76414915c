"""This module says who may subscribe to a private feed: an unguessable token for each, revocable one by one.

A token is `<key>.<secret>`-shaped without the dot: the first characters find the row, the rest is compared in
constant time, so that neither the database's index nor the comparison tells a guesser how close a guess was.
"""

from __future__ import annotations

import hmac
import secrets
import sqlite3
from collections.abc import Iterable

from listen.errors import LibraryError
from listen.library.records import Share, now
from listen.library.store import Library

KEY_CHARS = 8
SECRET_BYTES = 24
SCOPES = ("listen", "add", "manage")
"""Hear and keep one's place; submit, and change what one submitted; change everything."""
OWNER, SITE = "owner", "site"
"""The user's own share, made by the first `listen serve`; and the one whose token a built site lies under."""


def share(
    library: Library, name: str, may_add: bool = False, scopes: Iterable[str] = (), show: str = ""
) -> Share:
    """A new share; with a `show` it opens nothing else, and what it adds goes there.

    Raises LibraryError when the name is taken or empty.
    """
    name = " ".join(name.split())
    allowed = {"listen", *scopes} | ({"add"} if may_add else set())
    allowed |= {"add"} if "manage" in allowed else set()
    if unknown := sorted(allowed - set(SCOPES)):
        raise LibraryError(f"there is no scope {unknown[0]!r}: give {', '.join(SCOPES)}")
    if not name or len(name) > 100:
        raise LibraryError("a share needs a name of at most 100 characters, so that it can be revoked by it")
    token = secrets.token_urlsafe(6) + secrets.token_urlsafe(SECRET_BYTES)
    made = Share(name, token, "add" in allowed, now(), frozenset(allowed), show)
    try:
        with library.writing() as db:
            db.execute(
                "INSERT INTO shares (key, secret, name, may_add, created, scopes, show) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    token[:KEY_CHARS],
                    token[KEY_CHARS:],
                    name,
                    made.may_add,
                    made.created,
                    " ".join(sorted(allowed)),
                    show,
                ),
            )
    except sqlite3.IntegrityError as error:
        raise LibraryError(f"there is a share named {name} already: revoke it first") from error
    return made


def ensure(library: Library, name: str, may_add: bool = False, show: str = "") -> Share:
    """The share of that name, made if there is none."""
    for known in shares(library):
        if known.name == name:
            return known
    try:
        return share(library, name, may_add, show=show)
    except LibraryError:  # another process was faster
        return next(s for s in shares(library) if s.name == name)


def shares(library: Library) -> list[Share]:
    """Every share, oldest first."""
    with library.reading() as db:
        rows = db.execute("SELECT * FROM shares ORDER BY created, name").fetchall()
    return [_share(row) for row in rows]


def _share(row: sqlite3.Row) -> Share:
    adds = bool(row["may_add"])
    scopes = set(row["scopes"].split()) or {"listen", *(["add"] if adds else [])}  # of older libraries
    if row["name"] == OWNER:
        scopes = set(SCOPES)
    return Share(
        row["name"], row["key"] + row["secret"], adds, row["created"], frozenset(scopes), row["show"]
    )


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
    return _share(row)
