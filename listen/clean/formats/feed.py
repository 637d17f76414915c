"""RSS and Atom: the newest item that comes with its full text."""

import email.utils
import html
import re
from typing import Any

from listen.clean.dom.text import word_count
from listen.clean.formats.fragment import read_fragment
from listen.clean.formats.xml_tree import xml_root
from listen.clean.metadata.page_language import guess
from listen.clean.metadata.passage_language import told_apart
from listen.clean.metadata.structured_data import bcp47, iso, plain
from listen.clean.result import Cleaned, LeftOut
from listen.errors import NoArticleError
from listen.model import Article

_TAG = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|a|img|blockquote|span|em|strong)\b", re.I)
_ESCAPED = re.compile(r"&(?:amp;)*lt;/?(?:p|div|br|h[1-6]|ul|ol|a|img|blockquote|span|em|strong)\b", re.I)
LEAST_WORDS = 80
"""An item with less is a summary."""


def _name(el: Any) -> str:
    return el.tag.rsplit("}", 1)[-1].lower() if isinstance(el.tag, str) else ""


def _child(el: Any, *names: str) -> str:
    for name in names:
        for child in el:
            if _name(child) == name:
                text = "".join(child.itertext()).strip()
                if text:
                    return text
    return ""


def _content(item: Any) -> str:
    from lxml import etree

    best = ""
    for child in item:
        if _name(child) in ("encoded", "content", "description", "summary"):
            if len(child):
                inner = "".join(etree.tostring(c, encoding="unicode") for c in child)
            else:
                inner = child.text or ""
            best = max(best, inner, key=len)
    if not _TAG.search(best):
        # Some programs escape what is escaped already.
        for _ in range(2):
            if _ESCAPED.search(best):
                best = html.unescape(best)
    return best


def _link(item: Any) -> str | None:
    for child in item:
        if _name(child) == "link":
            if child.get("href") and child.get("rel", "alternate") == "alternate":
                return str(child.get("href"))
            if child.text and child.text.strip():
                return str(child.text.strip())
    return None


def _when(text: str) -> str | None:
    found = iso(text)
    if found or not text:
        return found
    try:
        return email.utils.parsedate_to_datetime(text).isoformat()
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def clean_feed(data: bytes, name: str, keep: frozenset[str] = frozenset()) -> Cleaned:
    """The first item with full text as an Article; the titles of the others among what was left out.

    Raises NoArticleError when the feed has no items or only summaries.
    """
    root = xml_root(data, name, "feed")
    items = [el for el in root.iter() if _name(el) in ("item", "entry")]
    if not items:
        raise NoArticleError(f"{name}: the feed has no items")
    channel = next((el for el in root.iter() if _name(el) in ("channel", "feed")), root)
    left: list[LeftOut] = []
    article: Article | None = None
    for item in items:
        title = plain(_child(item, "title"))
        if article is None:
            blocks, out = read_fragment(_content(item), title, keep)
            if sum(word_count(b.text) for b in blocks) >= LEAST_WORDS:
                author = _child(item, "creator", "author")
                lang = bcp47(_child(channel, "language")) or guess("\n".join(b.text for b in blocks))
                article = Article(
                    title or blocks[0].text[:80],
                    lang,
                    told_apart(tuple(blocks), lang),
                    plain(author).split("(")[-1].rstrip(")") or None if author else None,
                    _link(item),
                    _when(_child(item, "pubdate", "published", "date", "updated")),
                    plain(_child(channel, "title")) or None,
                )
                left += out
                continue
        left.append(LeftOut("related", "another item of the feed", title or "(untitled)"))
    if article is None:
        link = next((found for found in map(_link, items) if found), None)
        hint = f"; give an item's own address, for example {link}" if link else "; give an item's own address"
        raise NoArticleError(f"{name}: the feed has only summaries{hint}")
    return Cleaned(article, tuple(left))
