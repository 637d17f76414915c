"""This module says how much is kept: by age, by number, by space, for the library or for one of its shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from listen.library import adding
from listen.library.database.rows import entry_of
from listen.library.keeping import configuration
from listen.library.records import Entry, later, now
from listen.library.store import Library


@dataclass(frozen=True, slots=True)
class Limit:
    """Holds what may be kept; 0: without limit."""

    days: float = 0
    episodes: int = 0
    megabytes: float = 0
    heard_days: float = 0
    """How long after it was heard."""
    versions: int = 3
    """Older ones of an episode."""
    version_days: float = 0
    """How long after it was replaced."""


def limits(show: str = "") -> Limit:
    """Return what the settings say, for a show where they name it."""
    own = configuration.table("retention")
    form = {**{k: v for k, v in own.items() if not isinstance(v, dict)}, **_of_show(own, show)}
    return Limit(**{
        name: configuration.number(form, name, "retention")
        for name in (field.name for field in fields(Limit))
        if name in form
    })  # fmt: skip


def _of_show(own: dict[str, object], show: str) -> dict[str, object]:
    found = own.get(show) if show else None
    return found if isinstance(found, dict) else {}


def excess(library: Library, limit: Limit, show: str | None = None, at: str | None = None) -> list[Entry]:
    """Return what is too much, the oldest first. What was put away (archived) is kept for good."""
    when = at or now()
    too_much: list[Entry] = []
    older = _by_episode(library.replaced())
    kept, size = 0, 0.0
    for entry in _unarchived(library, show, when):
        own = _megabytes([entry, *older.get(entry.id, ())])
        kept, size = kept + 1, size + own
        old = limit.days and entry.pub < later(when, days=-limit.days)
        heard = limit.heard_days and entry.heard and entry.heard < later(when, days=-limit.heard_days)
        many = limit.episodes and kept > limit.episodes
        large = limit.megabytes and size > limit.megabytes and kept > 1
        if old or heard or many or large:
            too_much.append(entry)
            kept, size = kept - 1, size - own
    return too_much[::-1]


def outlived(library: Library, limit: Limit, show: str | None = None, at: str | None = None) -> list[Entry]:
    """Return the older versions that are too much, the oldest first: by number, by age, by space. An older
    version goes before any episode does, but not on its first day: apps have its address still."""
    when = at or now()
    older = [e for e in library.replaced() if show is None or e.show == show]
    number: dict[str, int] = {}
    too_much = []
    for entry in reversed(older):
        number[entry.id] = number.get(entry.id, 0) + 1
        many = limit.versions and number[entry.id] > limit.versions
        old = limit.version_days and entry.replaced < later(when, days=-limit.version_days)
        if many or old:
            too_much.append(entry)
    if not limit.megabytes:
        return too_much[::-1]
    gone = {entry.folder for entry in too_much}
    rest = [e for e in older if e.folder not in gone]
    size = _megabytes([*_unarchived(library, show, when), *rest])
    for entry in rest:
        if size > limit.megabytes and entry.replaced < later(when, days=-1):
            gone.add(entry.folder)
            size -= _megabytes([entry])
    return [entry for entry in older if entry.folder in gone]


def too_old(library: Library, entry: Entry) -> list[Entry]:
    """Return the versions of one episode that are too many now that it has another."""
    most = limits(entry.show).versions
    return library.older(entry.id)[most:] if most else []


def _unarchived(library: Library, show: str | None, when: str) -> list[Entry]:
    """Announced episodes that were not put away, the newest first."""
    with library.reading() as db:
        rows = db.execute(
            "SELECT * FROM episodes WHERE retired IS NULL AND trashed IS NULL AND archived IS NULL "
            "AND (not_before IS NULL OR not_before <= ?) AND (? IS NULL OR show = ?) ORDER BY pub DESC, "
            "seq DESC",
            (when, show, show),
        ).fetchall()
    return [entry_of(row) for row in rows]


def _by_episode(older: list[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in older:
        found.setdefault(entry.id, []).append(entry)
    return found


def _megabytes(entries: Sequence[Entry]) -> float:
    return sum(item.size for entry in entries for item in entry.files) / 1e6


def keep(library: Library, at: str | None = None) -> list[Entry]:
    """Remove what is too much of the library's shows; returns it: older versions, then whole episodes."""
    with library.reading() as db:
        shows = [row[0] for row in db.execute("SELECT DISTINCT show FROM episodes WHERE retired IS NULL")]
    removed = []
    for show in shows:
        limit = limits(show)
        older = outlived(library, limit, show, at)
        library.drop(older)
        removed += older
        removed += [adding.remove(library, entry.id) for entry in excess(library, limit, show, at)]
    return removed
