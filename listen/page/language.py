"""Languages as mark-up needs them, and the page's own words in them."""

from __future__ import annotations

import functools
import json
from html import escape
from importlib import resources
from typing import Any

from listen.model import primary

RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"])
DEFAULT = "en"


def direction(lang: str) -> str:
    """`rtl` or `ltr`."""
    parts = lang.lower().split("-")
    return "rtl" if parts[0] in RIGHT_TO_LEFT and "latn" not in parts else "ltr"


def attributes(lang: str | None, around: str) -> str:
    """The `lang` and `dir` attributes of a passage, or nothing where they are those of the text around it."""
    if not lang or lang == around or lang == "und":
        return ""
    turned = f' dir="{direction(lang)}"' if direction(lang) != direction(around) else ""
    return f' lang="{escape(lang)}"{turned}'


@functools.cache
def _tables() -> dict[str, dict[str, Any]]:
    text = resources.files("listen.page").joinpath("words.json").read_text("utf-8")
    tables: dict[str, dict[str, Any]] = json.loads(text)
    return tables


def languages() -> tuple[str, ...]:
    """The languages that the page's own words are there in."""
    return tuple(_tables())


def words_language(lang: str) -> str:
    """The language that the page's own words will be in for an article in `lang`."""
    return primary(lang) if primary(lang) in _tables() else DEFAULT


def words(lang: str) -> dict[str, Any]:
    """The page's own words for an article in `lang`: its own language's, else English."""
    return _tables()[words_language(lang)]


def long_date(published: str, lang: str) -> str:
    """An ISO 8601 date as people write it; anything else as it stands."""
    table = words(lang)
    date = published[:10].split("-")
    if len(date) != 3 or not all(part.isdigit() for part in date) or not 1 <= int(date[1]) <= 12:
        return published
    year, month, day = (int(part) for part in date)
    shown: str = table["date"].format(day=day, month=table["months"][month - 1], year=year)
    return shown
