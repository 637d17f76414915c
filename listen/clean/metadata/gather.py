"""Title, author, date, site, language, picture and canonical link of a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from listen.clean.dom.decode import mended
from listen.clean.dom.link_targets import absolute
from listen.clean.dom.nouns import Page
from listen.clean.dom.tree import Elements
from listen.clean.metadata.authors.bylines import byline
from listen.clean.metadata.publication_date import published
from listen.clean.metadata.site_name import site_of_tag
from listen.clean.metadata.structured_data import (
    bcp47,
    checked,
    first,
    linked_data,
    metas,
    plain,
    types_of,
    value_text,
)
from listen.clean.metadata.titles import title


@dataclass(frozen=True, slots=True)
class Metadata:
    """Holds what a page says of itself."""

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
    claim: str = ""
    """What a fact check judges."""
    verdict: str = ""
    """What it finds, in a word or two."""
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The contents of its `meta` elements by their names."""
    items: Sequence[dict[str, Any]] = ()
    """The objects of its JSON-LD."""


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
    "discussionforumposting",
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


def _main_item(items: list[dict[str, Any]]) -> dict[str, Any]:
    for kinds in (_ARTICLE_TYPES, _PAGE_TYPES):
        for item in items:
            if any(k in kinds for k in types_of(item)) and (
                item.get("headline") or item.get("name") or item.get("author")
            ):
                return item
    return {}


def _is_home(url: str) -> bool:
    """Return whether it is a whole site's address: careless sites name that on each of their pages."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query


def gather(root: Any, url: str | None, page: Page | None = None) -> Metadata:
    """The page's metadata; unsure fields stay empty. `page` lets it read what is printed."""

    elements = page.elements if page else Elements(root)
    meta = metas(elements)

    def m(*names: str) -> str:
        return first(*(meta.get(name, [""])[0] for name in names))

    items = linked_data(elements)
    main = _main_item(items)
    site = plain(m("og:site_name", "application-name", "twitter:app:name:iphone"))
    if not site:
        publisher = main.get("publisher")
        site = value_text(publisher.get("name")) if isinstance(publisher, dict) else ""
    url = absolute("", url)
    named = (el.get("href") for el in elements.of("link") if (el.get("rel") or "").lower() == "canonical")
    claimed = (absolute(url, next(named, None)), absolute(url, m("og:url")))
    canonical = first(*(link for link in claimed if not (url and _is_home(link) and not _is_home(url))))
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
    # A page that is whole may have a garbled title: entities keep what was broken before.
    headline = mended(title(elements, meta, main, site), 1)
    site = site or site_of_tag(elements, headline, base, page)
    return Metadata(
        headline,
        byline(elements, meta, main, items, site, page, headline, link or base),
        published(elements, meta, main, base, page, lang, sure, headline),
        site or None,
        bcp47(lang),
        absolute(base, image) or None,
        link or None,
        plain(m("og:description", "description", "twitter:description")),
        first(",".join(types_of(main)), m("og:type").lower()),
        value_text(main.get("articleBody")),
        str(main.get("isAccessibleForFree", "")).lower() == "false"
        or m("article:content_tier") in ("locked", "metered"),
        *checked(items),
        meta,
        items,
    )
