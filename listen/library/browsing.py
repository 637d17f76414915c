"""The library as a listener looks through it: searched, filtered, sorted, a page at a time."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from typing import Any

from listen.library.database.rows import entry_of
from listen.library.records import Entry, now
from listen.library.store import Library

SORTS = {
    "newest": "pub DESC, e.seq DESC",
    "oldest": "pub ASC, e.seq ASC",
    "title": "json_extract(data, '$.title') COLLATE NOCASE ASC, e.seq ASC",
    "longest": "json_extract(data, '$.duration_ms') DESC, e.seq DESC",
    "shortest": "json_extract(data, '$.duration_ms') ASC, e.seq ASC",
}
STATES = {
    "": "archived IS NULL",
    "unheard": "archived IS NULL AND NOT {heard}",
    "started": "archived IS NULL AND NOT {heard} AND coalesce(p.at_ms, 0) > 0",
    "heard": "archived IS NULL AND {heard}",
    "archived": "archived IS NOT NULL",
    "all": "1",
}
WORDS = 8
"""That are looked for, at most."""
_TEXT = " || char(10) || ".join(
    f"coalesce(json_extract(data, '$.{field}'), '')" for field in ("title", "byline", "site", "summary")
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
LENGTHS = {"": (0, 0), "short": (0, 5), "medium": (5, 20), "long": (20, 0)}
"""Minutes from and to; 0: no limit."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Holds what is looked for."""

    text: str = ""
    state: str = ""
    source: str = ""
    lang: str = ""
    length: str = ""
    sort: str = "newest"
    show: str | None = None
    """Only of this show; None: of all."""
    announced: bool = False
    """Without what is held back."""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found."""

    entries: tuple[Entry, ...]
    total: int


def find(library: Library, who: str, wanted: Filter, offset: int = 0, limit: int = 50) -> Found:
    """Episodes that fit, for that listener."""
    rules, values = _rules(library, who, wanted)
    order = SORTS.get(wanted.sort, SORTS["newest"])
    tables = "episodes e LEFT JOIN positions p ON p.episode = e.id AND p.who = :who"
    words = folded(wanted.text).split()[:WORDS]
    with library.reading() as db:
        if words:
            asked = db.execute(f"SELECT e.seq, {_TEXT} FROM {tables} WHERE {rules} ORDER BY {order}", values)
            fit = [seq for seq, text in asked if _has(text, words)]
            shown = fit[offset : offset + limit]
            marks = ", ".join("?" * len(shown))
            of = {r["seq"]: r for r in db.execute(f"SELECT * FROM episodes WHERE seq IN ({marks})", shown)}
            return Found(tuple(entry_of(of[seq]) for seq in shown if seq in of), len(fit))
        total = db.execute(f"SELECT count(*) FROM {tables} WHERE {rules}", values).fetchone()[0]
        rows = db.execute(
            f"SELECT e.* FROM {tables} WHERE {rules} ORDER BY {order} LIMIT :limit OFFSET :offset",
            {**values, "limit": limit, "offset": offset},
        ).fetchall()
    return Found(tuple(map(entry_of, rows)), total)


def folded(text: str) -> str:
    """A text without capitals and accents, as it is looked for."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def _has(text: str, words: list[str]) -> bool:
    known = folded(text)
    return all(word in known for word in words)


def choices(library: Library) -> tuple[list[str], list[str]]:
    """Sources and languages there are to filter by, the most frequent sources first."""
    kept = "retired IS NULL AND trashed IS NULL" + (f" AND show = '{library.only}'" if library.only else "")
    with library.reading() as db:
        sources = _column(
            db,
            f"SELECT json_extract(data, '$.site') v, count(*) n FROM episodes WHERE {kept} AND v IS NOT NULL "
            "GROUP BY v ORDER BY n DESC, v LIMIT 200",
        )
        langs = _column(
            db, f"SELECT DISTINCT json_extract(data, '$.lang') v FROM episodes WHERE {kept} ORDER BY v"
        )
    return sources, list(dict.fromkeys(lang.split("-")[0].lower() for lang in langs))


def _column(db: sqlite3.Connection, query: str) -> list[str]:
    return [row[0] for row in db.execute(query) if row[0]]


def _rules(library: Library, who: str, wanted: Filter) -> tuple[str, dict[str, Any]]:
    values: dict[str, Any] = {"who": who}
    heard = "coalesce(p.heard, 0)" if who != "owner" else "(coalesce(p.heard, 0) OR e.heard IS NOT NULL)"
    state = STATES.get(wanted.state, STATES[""]).format(heard=heard)
    rules = ["e.retired IS NULL AND e.trashed IS NULL", state]
    if wanted.announced:
        values["now"] = now()
        rules.append("e.not_before IS NULL OR e.not_before <= :now")
    if wanted.source:
        values["source"] = wanted.source
        rules.append("json_extract(data, '$.site') = :source")
    if wanted.lang:
        values["lang"] = f"{wanted.lang.lower()}%"
        rules.append("lower(json_extract(data, '$.lang')) LIKE :lang")
    least, most = LENGTHS.get(wanted.length, (0, 0))
    if least:
        rules.append(f"json_extract(data, '$.duration_ms') >= {least * 60_000}")
    if most:
        rules.append(f"json_extract(data, '$.duration_ms') < {most * 60_000}")
    wanted_show = library.only or wanted.show
    if wanted_show is not None:
        values["show"] = wanted_show
        rules.append("e.show = :show")
    return " AND ".join(f"({rule})" for rule in rules), values
