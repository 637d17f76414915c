"""This module says what the application says, in the languages of the read-along page: the browser's first
one that is there."""

from __future__ import annotations

import functools
import json
import re
from importlib import resources

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "ar", "ja")
RIGHT_TO_LEFT = frozenset({"ar"})


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    text = resources.files("listen.server.web").joinpath("texts.json").read_text("utf-8")
    found: dict[str, dict[str, str]] = json.loads(text)
    return found


class Words:
    """The texts of one language, by name; templates write `t.copy` and must not get a dictionary's method."""

    def __init__(self, table: dict[str, str]) -> None:
        self._table = table

    def __getitem__(self, name: str) -> str:
        return self._table[name]

    def __getattr__(self, name: str) -> str:
        try:
            return self._table[name]
        except KeyError as error:
            raise AttributeError(name) from error


@functools.cache
def words(lang: str) -> Words:
    """Every text in that language; English where it has none."""
    table = _table()
    return Words({name: by_lang.get(lang, by_lang["en"]) for name, by_lang in table.items()})


def chosen(header: str, kept: str = "") -> str:
    """The language to use: what the visitor chose, else the best of an `Accept-Language` header."""
    if kept in LANGUAGES:
        return kept
    wanted = []
    for place, part in enumerate(header[:500].split(",")):
        name, _, rest = part.partition(";")
        found = re.search(r"q=([01](?:\.\d{0,3})?)", rest)
        code = name.strip().lower().split("-")[0]
        if code in LANGUAGES:
            wanted.append((-(float(found[1]) if found else 1.0), place, code))
    return min(wanted)[2] if wanted else "en"


def direction(lang: str) -> str:
    """`ltr` or `rtl`."""
    return "rtl" if lang in RIGHT_TO_LEFT else "ltr"


def span(ms: int, lang: str) -> str:
    """`5 min`, `1 h 05 min`."""
    minutes = max(1, round(ms / 60_000))
    table = words(lang)
    if minutes < 60:
        return table["minutes"].format(n=minutes)
    return table["hours"].format(h=minutes // 60, n=f"{minutes % 60:02}")
