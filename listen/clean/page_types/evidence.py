"""This module says what a page shows of its own kind, and of how much of it is read: numbers for `trust.py`
to weigh.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from listen.clean.dom.link_targets import absolute
from listen.clean.dom.nouns import Page
from listen.clean.dom.text import word_count
from listen.clean.metadata.gather import Metadata
from listen.clean.metadata.structured_data import types_of
from listen.clean.page_types.measures import Read, is_thread, of_page, of_place, of_words
from listen.model import Block

_LIST_PATH = re.compile(
    r"/(?:c|cp|cat|category|categories|tags?|topics?|collections?|shop|browse|departments?|products?|search|"
    r"archives?|list|l|s|sections?|news|blog|author|catalogs?|product-category)(?:/|\Z)",
    re.I,
)
_FORUM_PATH = re.compile(
    r"forum|/threads?/|showthread|viewtopic|/t/[^/]+/\d|/topic|/discussions?/|/boards?/|/questions/|/comments/|"
    r"(?:^|\.)(?:community|discuss)\.",
    re.I,
)
_FORUM_MADE = re.compile(
    r"discourse|phpbb|vbulletin|xenforo|invision|flarum|mybb|\bsmf\b|simple machines|vanilla", re.I
)
_DOCS_PATH = re.compile(
    r"(?:^|[./])(?:docs?|developers?|wiki|documentation|manual|reference|api|guide|learn|support|help)[./]",
    re.I,
)
_DOCS_MADE = re.compile(
    r"sphinx|mkdocs|docusaurus|mediawiki|dokuwiki|jekyll|hugo|gitbook|vitepress|docbook|doxygen|javadoc", re.I
)
_FORUM_TYPES = frozenset(["discussionforumposting", "qapage", "question"])
_LIST_TYPES = frozenset(
    ["collectionpage", "itemlist", "searchresultspage", "productcollection", "offercatalog", "store", "blog"]
)
_STORY_TYPES = frozenset(
    [
        *("article", "newsarticle", "blogposting", "report", "reportagenewsarticle", "opinionnewsarticle"),
        *("analysisnewsarticle", "techarticle", "scholarlyarticle", "recipe", "howto", "review"),
        *("discussionforumposting", "qapage", "socialmediaposting", "liveblogposting"),
    ]
)
_FRONT = frozenset(["", "/index.html", "/index.php", "/index.htm", "/home"])

_BEGIN, _NEXT, _MOST = 4, 40, 400
"""Characters with which a passage begins as its first line does; how many candidates a piece of text is
looked for in, and how many that begin like it.
"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Holds what was measured of a page and of the part of it that is read."""

    measures: dict[str, float] = field(default_factory=dict)
    """By name, each between 0 and about 10."""
    words: int = 0
    """Words that are read."""
    stated: int = 0
    """Words that the page says it has; 0 where it does not say."""
    forum: bool = False
    documentation: bool = False
    story: bool = False
    """It calls itself an article, in one of the ways that machines read."""
    front: bool = False
    """Its address is a site's first page."""
    asks_password: bool = False
    hidden_from_search: bool = False
    """It asks search engines not to list it."""


def kept_of(page: Page, blocks: Sequence[Block]) -> list[int]:
    """The candidates that became blocks, found by their text, in the page's order.

    One whose lines are read apart has become several, and one may have another sign at its end.
    """
    at: dict[str, list[int]] = {}
    begun: dict[str, list[int]] = {}
    for i, c in enumerate(page.candidates):
        at.setdefault(c.text, []).append(i)
        begun.setdefault(c.text[:_BEGIN], []).append(i)
    found: set[int] = set()
    last = -1
    for block in blocks:
        places = at.get(block.text) or _pieces(page, block.text[:-1], begun, last)
        if places:
            last = next((i for i in places if i > last), places[-1])
            found.add(last)
    return sorted(found)


def _pieces(page: Page, text: str, begun: dict[str, list[int]], last: int) -> list[int]:
    """The candidate that a piece of text is of: the one before it, one of the next, or one that begins so."""
    alike = begun.get(text[:_BEGIN], [])
    alike = alike[bisect_right(alike, last) :][:_MOST]
    near = range(max(0, last), min(len(page.candidates), last + 1 + _NEXT))
    return [i for i in (*near, *alike) if text and text in page.candidates[i].text][:1]


def gathered(page: Page, kept: Sequence[int], meta: Metadata, url: str | None) -> Evidence:
    """Measure a page of which the candidates `kept` are read; `url`: where it came from, if that is known."""
    words = [word_count(c.text) for c in page.candidates]
    said, items = meta.fields, meta.items
    kinds = {kind for item in items for kind in types_of(item)}
    og = (said.get("og:type") or [""])[0].lower()
    made_by = " ".join(said.get("generator", ()))
    parts = urlsplit(absolute("", url) or meta.url or "")
    path = parts.path.rstrip("/")
    address = f"{parts.netloc}{parts.path}?{parts.query}"
    forum = bool(kinds & _FORUM_TYPES or _FORUM_MADE.search(made_by) or _FORUM_PATH.search(address))
    docs = bool("techarticle" in kinds or _DOCS_MADE.search(made_by) or _DOCS_PATH.search(address))
    front = bool(parts.netloc) and path in _FRONT
    listed = bool(_LIST_PATH.search(path))
    slug = min(6, len(re.findall(r"[^\W\d_]{2,}", unquote(path.rsplit("/", 1)[-1])))) / 6 if url else 0.5
    read = Read(page, words, kept)
    forum = forum or is_thread(read)
    measures = {
        **of_words(read, meta, url and path),
        **of_place(read, meta),
        **of_page(read),
        "link_path": float(listed),
        "link_path_no_slug": float(listed) * (1 - slug),
        "front": float(front),
        "slug": slug,
        "forum": float(forum),
        "documentation": float(docs),
        "typed_story": float(bool(kinds & _STORY_TYPES)),
        "typed_list": float(bool(kinds & _LIST_TYPES)),
        "typed_product": float("product" in kinds),
        "og_article": float(og.startswith("article")),
        "og_site": float(og in ("website", "product.group", "profile", "")),
        "dated": float(bool(meta.published)),
        "signed": float(bool(meta.byline)),
    }
    undated = 1 - measures["dated"]
    measures["prices_undated"] = measures["prices"] * undated
    measures["cards_undated"] = measures["cards_of_page"] * undated
    return Evidence(
        measures,
        read.total,
        _stated(items),
        forum,
        docs,
        bool(kinds & _STORY_TYPES) or og.startswith("article"),
        front,
        any((el.get("type") or "").lower() == "password" for el in page.elements.of("input")),
        any("noindex" in value.lower() for value in said.get("robots", ())),
    )


def _stated(items: Sequence[dict[str, Any]]) -> int:
    """The number of words that structured data gives the page's article."""
    for item in items:
        value = item.get("wordCount")
        if isinstance(value, (int, str)) and re.fullmatch(r"\d{2,6}", str(value)):
            return int(value)
    return 0
