"""This module says how much is kept: by age, by number, by space, for the library or for one of its shows."""

from __future__ import annotations

from dataclasses import dataclass

from listen.library import adding
from listen.library.keeping import configuration
from listen.library.records import Entry, now
from listen.library.store import Library, entry_of, later


@dataclass(frozen=True, slots=True)
class Limit:
    """Holds what may be kept; 0: without limit."""

    days: float = 0
    episodes: int = 0
    megabytes: float = 0
    heard_days: float = 0
    """How long after it was heard."""


def limits(show: str = "") -> Limit:
    """Return what the settings say, for a show where they name it."""
    own = configuration.table("retention")
    form = {**{k: v for k, v in own.items() if not isinstance(v, dict)}, **_of_show(own, show)}
    return Limit(**{
        name: configuration.number(form, name, "retention")
        for name in ("days", "episodes", "megabytes", "heard_days")
        if name in form
    })  # fmt: skip


def _of_show(own: dict[str, object], show: str) -> dict[str, object]:
    found = own.get(show) if show else None
    return found if isinstance(found, dict) else {}


def excess(library: Library, limit: Limit, show: str | None = None, at: str | None = None) -> list[Entry]:
    """Return what is too much, the oldest first. What was put away (archived) is kept for good."""
    when = at or now()
    with library.reading() as db:
        rows = db.execute(
            "SELECT * FROM episodes WHERE retired IS NULL AND trashed IS NULL AND archived IS NULL "
            "AND (not_before IS NULL OR not_before <= ?) AND (? IS NULL OR show = ?) ORDER BY pub DESC, "
            "seq DESC",
            (when, show, show),
        ).fetchall()
    too_much: list[Entry] = []
    kept, size = 0, 0.0
    for entry in map(entry_of, rows):
        kept, size = kept + 1, size + sum(item.size for item in entry.files) / 1e6
        old = limit.days and entry.pub < later(when, days=-limit.days)
        heard = limit.heard_days and entry.heard and entry.heard < later(when, days=-limit.heard_days)
        many = limit.episodes and kept > limit.episodes
        large = limit.megabytes and size > limit.megabytes and kept > 1
        if old or heard or many or large:
            too_much.append(entry)
            kept, size = kept - 1, size - sum(item.size for item in entry.files) / 1e6
    return too_much[::-1]


def keep(library: Library, at: str | None = None) -> list[Entry]:
    """Remove what is too much of the library's shows; returns it."""
    with library.reading() as db:
        shows = [row[0] for row in db.execute("SELECT DISTINCT show FROM episodes WHERE retired IS NULL")]
    removed = []
    for show in shows:
        removed += [adding.remove(library, entry.id) for entry in excess(library, limits(show), show, at)]
    return removed
