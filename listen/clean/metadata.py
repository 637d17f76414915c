"""Title, author, date, site, language, picture and canonical link of a page."""

import json
import re
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from listen.clean.addresses import absolute
from listen.clean.decode import tidy
from listen.clean.places import Page, fold


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself."""

    title: str = ""
    byline: str | None = None
    published: str | None = None
    """ISO 8601."""
    site: str | None = None
    lang: str | None = None
    image: str | None = None
    url: str | None = None
    description: str = ""
    kind: str = ""
    """Schema.org or OpenGraph type, lower case."""
    body: str = ""
    """JSON-LD's articleBody, where it gives one."""
    paywalled: bool = False
    """It says itself that it is not free."""


_ARTICLE_TYPES = (
    "article",
    "newsarticle",
    "blogposting",
    "report",
    "analysisnewsarticle",
    "opinionnewsarticle",
    "reviewnewsarticle",
    "scholarlyarticle",
    "techarticle",
    "socialmediaposting",
    "liveblogposting",
    "medicalscholarlyarticle",
    "advertisercontentarticle",
    "backgroundnewsarticle",
    "reportagenewsarticle",
    "medicalwebpage",
    "review",
    "recipe",
    "howto",
    "qapage",
)
_PAGE_TYPES = (
    "webpage",
    "creativework",
    "itempage",
    "faqpage",
    "product",
    "event",
    "episode",
    "podcastepisode",
)


def metas(root: Any) -> dict[str, list[str]]:
    """All `meta` name, property or itemprop → contents."""
    found: dict[str, list[str]] = {}
    for el in root.iter("meta"):
        key = el.get("property") or el.get("name") or el.get("itemprop") or el.get("http-equiv")
        value = el.get("content")
        if key and value and value.strip():
            found.setdefault(key.strip().lower(), []).append(fold(value))
    return found


_MOST_ITEMS = 500
"""JSON-LD objects of a page that are looked at."""


def linked_data(root: Any) -> list[dict[str, Any]]:
    """Every JSON-LD object of the page, graphs and lists opened."""
    out: list[dict[str, Any]] = []
    for el in root.iter("script"):
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
    return [k.rsplit("/", 1)[-1].lower() for k in kinds if isinstance(k, str)]


def first(*values: str | None) -> str:
    """The first value that says something."""
    return next((v for v in values if v and v.strip()), "")


def _main_item(items: list[dict[str, Any]]) -> dict[str, Any]:
    for kinds in (_ARTICLE_TYPES, _PAGE_TYPES):
        for item in items:
            if any(k in kinds for k in types_of(item)) and (
                item.get("headline") or item.get("name") or item.get("author")
            ):
                return item
    return {}


_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def value_text(value: Any) -> str:
    """What a field of a JSON-LD object says, the first of several; empty where that is no text."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("url") or ""
    return plain(value) if isinstance(value, str) else ""


def plain(value: str) -> str:
    """A field's text, entities and tags undone."""
    import html

    for _ in range(2):
        if "&" in value:
            value = html.unescape(value)
    # JSON can write what no text may hold: half of a character, controls.
    value = tidy(value.encode("utf-8", "ignore").decode("utf-8"))
    return fold(_TAG.sub("", value))


def gather(root: Any, url: str | None, page: Page | None = None) -> Metadata:
    """The page's metadata; unsure fields stay empty. `page` lets it read what is printed."""
    from listen.clean.bylines import byline
    from listen.clean.published import published
    from listen.clean.titles import site_of_tag, title

    meta = metas(root)

    def m(*names: str) -> str:
        return first(*(meta.get(name, [""])[0] for name in names))

    items = linked_data(root)
    main = _main_item(items)
    site = plain(m("og:site_name", "application-name", "twitter:app:name:iphone"))
    if not site:
        publisher = main.get("publisher")
        site = value_text(publisher.get("name")) if isinstance(publisher, dict) else ""
    url = absolute("", url)
    named = (el.get("href") for el in root.iter("link") if (el.get("rel") or "").lower() == "canonical")
    canonical = absolute(url, next(named, None)) or absolute(url, m("og:url"))
    base = url or (canonical if canonical.startswith("http") else "")
    link = canonical or url
    if link and urlsplit(link).scheme not in ("http", "https", "file"):
        link = url
    kinds = types_of(main)
    sure = any(k in _ARTICLE_TYPES for k in kinds)
    image = first(m("og:image", "og:image:url", "twitter:image"), value_text(main.get("image")))
    lang = first(
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        m("og:locale", "content-language", "inlanguage"),
    )
    headline = title(root, meta, main, site)
    site = site or site_of_tag(root, headline, base, page)
    return Metadata(
        headline,
        byline(root, meta, main, items, site, page),
        published(root, meta, main, base, page, lang or "en", sure),
        site or None,
        bcp47(lang),
        absolute(base, image) or None,
        link or None,
        plain(m("og:description", "description", "twitter:description")),
        first(",".join(types_of(main)), m("og:type").lower()),
        value_text(main.get("articleBody")),
        str(main.get("isAccessibleForFree", "")).lower() == "false"
        or m("article:content_tier") in ("locked", "metered"),
    )


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
