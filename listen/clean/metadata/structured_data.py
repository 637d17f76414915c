"""This module says what a page says of itself in `meta` elements and JSON-LD, and how such fields
are read.
"""

import json
import re
from collections import deque
from datetime import datetime
from typing import Any

from listen.clean.dom.nouns import fold
from listen.clean.dom.tree import Elements

_NO_TEXT = re.compile(r"</?[a-zA-Z][^<>]*>|[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
"""Tags, and what JSON's escapes can write and no text holds: controls and halves of characters."""

_MOST_ITEMS = 500
"""JSON-LD objects of a page that are looked at."""


def metas(elements: Elements) -> dict[str, list[str]]:
    """All `meta` name, property or itemprop → contents."""
    found: dict[str, list[str]] = {}
    for el in elements.of("meta"):
        key = el.get("property") or el.get("name") or el.get("itemprop") or el.get("http-equiv")
        value = el.get("content")
        if key and value and value.strip():
            found.setdefault(key.strip().lower(), []).append(fold(value))
    return found


def linked_data(elements: Elements) -> list[dict[str, Any]]:
    """Every JSON-LD object of the page, graphs and lists opened."""
    out: list[dict[str, Any]] = []
    for el in elements.of("script"):
        if "ld+json" not in (el.get("type") or "").lower() or not el.text:
            continue
        text = (
            re.sub(r"\A\s*(?:<!\[CDATA\[|//<!\[CDATA\[)|(?:\]\]>|//\]\]>)\s*\Z", "", el.text)
            .strip()
            .rstrip(";")
        )
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            try:
                # Raw line breaks and trailing commas are the usual damage.
                data = json.loads(re.sub(r",\s*([}\]])", r"\1", text.replace("\n", " ")), strict=False)
            except (ValueError, RecursionError):
                continue
        waiting = deque([data])
        while waiting and len(out) < _MOST_ITEMS:
            item = waiting.popleft()
            if isinstance(item, list):
                waiting.extendleft(reversed(item))
            elif isinstance(item, dict):
                out.append(item)
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
                    if isinstance(item.get(key), (list, dict)):
                        waiting.append(item[key])
    return out


def types_of(item: dict[str, Any]) -> list[str]:
    """The types of a JSON-LD object, in lower case without their vocabulary's address."""
    kinds = item.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [_NO_TEXT.sub("", k).rsplit("/", 1)[-1].lower() for k in kinds if isinstance(k, str)]


def first(*values: str | None) -> str:
    """The first value that says something."""
    return next((v for v in values if v and v.strip()), "")


def value_text(value: Any) -> str:
    """Return what a field of a JSON-LD object says, the first of several; empty where that is no text."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("url") or ""
    return plain(value) if isinstance(value, str) else ""


def checked(items: list[dict[str, Any]]) -> tuple[str, str]:
    """Return the claim that a page judges and its verdict in words; nothing where it is no fact check."""
    for item in items:
        if "claimreview" in types_of(item) and (claim := value_text(item.get("claimReviewed"))):
            rating = item.get("reviewRating")
            return claim, value_text(rating.get("alternateName")) if isinstance(rating, dict) else ""
    return "", ""


def plain(value: str) -> str:
    """A field's text, entities and tags undone."""
    import html

    for _ in range(2):
        if "&" in value:
            value = html.unescape(value)
    return fold(_NO_TEXT.sub("", value))


def bcp47(value: str) -> str | None:
    """`en_gb` → `en-GB`; None for what is no language tag."""
    match = re.match(
        r"\s*([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z])", value or ""
    )
    if not match:
        return None
    lang, script, region = match.groups()
    if lang.lower() in ("xx", "und", "zxx"):
        return None
    return "-".join(
        [lang.lower(), *([script.title()] if script else []), *([region.upper()] if region else [])]
    )


def iso(value: str) -> str | None:
    """ISO 8601 of a date as machines write it; None for what is none."""
    value = value.strip()
    match = re.match(
        r"(\d{4})-(\d{1,2})-(\d{1,2})"
        r"(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?",
        value,
        re.ASCII,
    )
    if not match:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return None
    out = f"{year}-{int(month):02d}-{int(day):02d}"
    if hour and zone:
        zone = "+00:00" if zone == "Z" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
        out += f"T{int(hour):02d}:{minute}:{second or '00'}{zone}"
    return out
