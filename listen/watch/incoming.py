"""Other people's feeds, read: RSS, Atom and JSON Feed to the same items.

feedparser reads the XML ones, because half the feeds in the world are slightly wrong and it knows how.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from listen.errors import FeedError
from listen.feed.markup import clean, escape
from listen.model import Source

FULL_CHARS = 1500
"""A feed's text of an item that is this long or longer is the article, not a teaser."""
WHOLE_CHARS = 400
"""The same where the feed has a shorter summary beside it: then it is no teaser, however short."""
ITEMS = 500
"""More of one feed are not looked at."""
_TEASER = re.compile(
    r"(…|\.\.\.|\[…\]|\[\.\.\.\]|(read|continue|weiter|lire)[^.]{0,40})\s*+(?:[»›→]\s*+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed."""

    key: str
    """What tells it from the feed's others, as long as it is there."""
    title: str
    link: str
    html: str = ""
    """Its text, as far as the feed has it."""
    published: str = ""
    byline: str = ""
    lang: str = ""
    whole: bool = False
    """Whether the feed has a summary beside its text."""
    outside: bool = False
    """It came by way of the internet: what it links to may not be of this network."""

    @property
    def digest(self) -> str:
        """Changes with the words that the feed shows of it, not with their mark-up."""
        words = f"{self.title}\n{clean(_text(self.html))}"
        return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def is_full(self) -> bool:
        """Return whether the feed has the whole article."""
        text = clean(_text(self.html))
        return len(text) >= (WHOLE_CHARS if self.whole else FULL_CHARS) and not _TEASER.search(text)

    def source(self) -> Source:
        """The feed's text as a page of its own."""
        head = [f"<title>{escape(self.title)}</title>", f'<link rel="canonical" href="{escape(self.link)}">']
        if self.byline:
            head.append(f'<meta name="author" content="{escape(self.byline)}">')
        if self.published:
            head.append(f'<meta property="article:published_time" content="{escape(self.published)}">')
        lang = f' lang="{escape(self.lang)}"' if self.lang else ""
        body = f"<article><h1>{escape(self.title)}</h1>{self.html}</article>"
        top = f'<head><meta charset="utf-8">{"".join(head)}</head>'
        page = f"<!DOCTYPE html><html{lang}>{top}<body>{body}</body></html>"
        return Source(page.encode("utf-8", "replace"), self.link, self.link or None, "text/html", "utf-8")


@dataclass(frozen=True, slots=True)
class Incoming:
    """One feed as it stands."""

    title: str
    items: tuple[Item, ...]
    """As the feed has them, which is newest first."""


def read(data: bytes, url: str, media_type: str = "") -> Incoming:
    """The feed in `data`, which came from `url`. Raises FeedError when it is none."""
    if "json" in media_type or data.lstrip()[:1] == b"{":
        return _json(data, url)
    return _xml(data, url, media_type)


def _json(data: bytes, url: str) -> Incoming:
    try:
        form = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FeedError(f"{url} is no feed: its JSON is broken") from error
    if not isinstance(form, dict) or "jsonfeed.org" not in str(form.get("version")):
        raise FeedError(f"{url} is no feed: JSON, but no JSON Feed")
    raw = form.get("items")
    listed = [i for i in raw if isinstance(i, dict)] if isinstance(raw, list) else []
    lang = _str(form.get("language"))
    items = []
    for one in listed[:ITEMS]:
        link = _str(one.get("url")) or _str(one.get("external_url"))
        html = _str(one.get("content_html"))
        if not html and one.get("content_text"):
            parts = _str(one.get("content_text")).split("\n\n")
            html = "".join(f"<p>{escape(part)}</p>" for part in parts)
        authors = one.get("authors") or ([one["author"]] if isinstance(one.get("author"), dict) else [])
        names = (
            [_str(a.get("name")) for a in authors if isinstance(a, dict)] if isinstance(authors, list) else []
        )
        items.append(
            _item(
                key=_str(one.get("id")), title=_str(one.get("title")),
                link=web_link(url, link),
                html=html, published=_str(one.get("date_published")), byline=", ".join(filter(None, names)),
                lang=_str(one.get("language")) or lang, whole=_is_whole(html, _str(one.get("summary"))),
            )
        )  # fmt: skip
    return Incoming(clean(_str(form.get("title"))), _told_apart(items))


def _xml(data: bytes, url: str, media_type: str) -> Incoming:
    import feedparser

    headers = {"content-location": url}
    if media_type:
        headers["content-type"] = media_type
    try:
        found = feedparser.parse(data, response_headers=headers)
    except (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError) as error:
        # It forgives much, but not everything: what it stumbles over is as good as no feed.
        raise FeedError(
            f"{url} is no feed that can be read ({type(error).__name__}): tell its owner"
        ) from error
    if not found.get("version") and not found.entries:
        raise FeedError(f"{url} is no feed: give the address of its RSS, Atom or JSON Feed")
    lang = _str(found.feed.get("language"))
    items = []
    for one in found.entries[:ITEMS]:
        bodies = [_str(c.get("value")) for c in one.get("content", [])]
        summary = _str(one.get("summary"))
        html = max([*bodies, summary], key=len)
        when = one.get("published_parsed") or one.get("updated_parsed")
        published = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00".format(*when[:6]) if when else ""
        items.append(
            _item(
                key=_str(one.get("id")), title=_str(one.get("title")), link=_str(one.get("link")), html=html,
                published=published, byline=_str(one.get("author")), lang=lang,
                whole=_is_whole(html, summary),
            )
        )  # fmt: skip
    return Incoming(clean(_str(found.feed.get("title"))), _told_apart(items))


def _item(
    key: str, title: str, link: str, html: str, published: str, byline: str, lang: str, whole: bool
) -> Item | None:
    """An item that can be told from others and has something to read; None for one that is to be left out."""
    link = web_link("", link)
    key = key or link
    if not key or not (link or html):
        return None
    return Item(key[:2000], clean(_text(title)), link, html, published, byline, lang, whole)


def _told_apart(items: list[Item | None]) -> tuple[Item, ...]:
    """The items, each once; those of a feed that gives several the same key are told apart by their links."""
    found = [item for item in items if item]
    often = Counter(item.key for item in found)
    apart: dict[str, Item] = {}
    for item in found:
        one = replace(item, key=f"{item.key} {item.link}") if often[item.key] > 1 else item
        apart.setdefault(one.key, one)
    return tuple(apart.values())


def web_link(base: str, link: str) -> str:
    """The address that a link on the page `base` stands for; empty for what is no web address."""
    try:
        found = urljoin(base, link) if link else ""
        parts = urlsplit(found)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not match, a port that is no number
        return ""
    return found if good else ""


def _is_whole(html: str, summary: str) -> bool:
    """Return whether the text stands beside a summary of it."""
    short = clean(_text(summary))
    return bool(short) and len(short) * 2 <= len(clean(_text(html)))


def _text(html: str) -> str:
    """Words without tags: to count and compare, not to show."""
    import html as entities

    return entities.unescape(re.sub(r"<[^<>]*+>", " ", html))


def _str(value: Any) -> str:
    return value if isinstance(value, str) else ""
