"""An episode as a row of its table: read into an entry, written from a draft.

Columns hold what is asked for; the rest of an entry is JSON in `data`.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import fields, replace
from typing import Any

from listen.library import versions
from listen.library.records import Draft, Entry, Item, now
from listen.model import Chapter
from listen.storage import jsonform

_COLUMNS = (
    "id",
    "guid",
    "version",
    "folder",
    "added",
    "updated",
    "pub",
    "heard",
    "not_before",
    "archived",
    "trashed",
    "show",
)


def entry_of(row: sqlite3.Row) -> Entry:
    """The episode of a row of its table."""
    data: dict[str, Any] = json.loads(row["data"])
    # By hand, not by type hints: a feed page reads two hundred of these, and the library itself wrote them.
    data["files"] = tuple(Item(**item) for item in data["files"])
    data["chapters"] = tuple(Chapter(**chapter) for chapter in data.get("chapters", ()))
    for name in ("voices", "notes"):
        data[name] = tuple(data.get(name, ()))
    return Entry(**data, **{name: row[name] for name in _COLUMNS})


def put(db: sqlite3.Connection, row: sqlite3.Row | None, draft: Draft, short: str, folder: str) -> Entry:
    """Write a draft, whose files are in `folder`; the row that it replaces is an older version now."""
    when = now()
    back = row is not None and row["retired"]
    added = row["added"] if row is not None and not back else when
    pub = max(draft.not_before or added, added)
    if row is not None and not back:
        pub = max(row["pub"], draft.not_before or "")  # an update does not come up as new
    held = draft.not_before or (row["not_before"] if row is not None and not back else None)
    entry = Entry(
        **{f.name: getattr(draft, f.name) for f in fields(Draft) if f.name not in ("identity", "not_before")},
        not_before=held,
        id=short,
        folder=folder,
        added=added,
        updated=when,
        pub=pub,
    )
    form = {k: v for k, v in jsonform.plain(entry).items() if k not in _COLUMNS}
    if row is not None and not back:
        versions.put_aside(db, row, when)
    data = json.dumps(form, ensure_ascii=False, separators=(",", ":"))
    if row is not None and not back and not entry.show:
        entry = replace(entry, show=row["show"])  # it stays where it was put
    db.execute(
        "INSERT INTO episodes (id, guid, identity, version, folder, added, updated, pub, data, "
        "not_before, show) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity) DO "
        "UPDATE SET "
        "version = excluded.version, folder = excluded.folder, "
        "added = excluded.added, updated = excluded.updated, pub = excluded.pub, data = excluded.data, "
        "not_before = excluded.not_before, show = excluded.show, "
        "retired = NULL, trashed = NULL, archived = NULL, heard = NULL",
        (
            short,
            draft.guid,
            draft.identity,
            draft.version,
            entry.folder,
            added,
            when,
            pub,
            data,
            entry.not_before,
            entry.show,
        ),
    )
    return entry
