"""Episodes put away and taken back, into the bin and out of it; what lies there for a day is removed."""

from __future__ import annotations

from typing import Literal

from listen.errors import LibraryError
from listen.library import adding
from listen.library.database.rows import entry_of
from listen.library.records import Entry, later, now
from listen.library.store import Library

BIN_HOURS = 24
"""How long a deletion can be undone."""


def put(library: Library, short: str, field: Literal["archived", "trashed"], put: bool) -> Entry:
    """Archive an episode or take it back; into the bin, or out of it. Raises LibraryError if it is not
    there."""
    with library.writing() as db:
        row = db.execute(
            "SELECT * FROM episodes WHERE id = ?1 AND retired IS NULL AND (?2 = '' OR show = ?2)",
            (short, library.only),
        ).fetchone()
        if row is None:
            raise LibraryError(f"there is no episode {short}: listen ls shows them")
        db.execute(
            f"UPDATE episodes SET {field} = ?, moved = ? WHERE id = ?",
            (now() if put else None, now() if field == "trashed" else row["moved"], short),
        )
    return entry_of(row)


def binned(library: Library, before: str = "9999") -> list[Entry]:
    """Return what lies in the bin since before a moment."""
    with library.reading() as db:
        rows = db.execute(
            "SELECT * FROM episodes WHERE trashed IS NOT NULL AND retired IS NULL AND trashed < ?1 "
            "AND (?2 = '' OR show = ?2)",
            (before, library.only),
        ).fetchall()
    return [entry_of(row) for row in rows]


def empty(library: Library, hours: float = BIN_HOURS) -> list[Entry]:
    """Remove for good what lies in the bin for so long."""
    return [adding.remove(library, entry.id) for entry in binned(library, later(now(), hours=-hours))]
