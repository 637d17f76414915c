"""A page's or a feed's address → the feed that is there, looked at before it is remembered; OPML lists of
them."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from lxml import etree

from listen.errors import FeedError
from listen.feed.markup import element
from listen.library import Feed
from listen.sources import http
from listen.watch import incoming

TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json")
ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.8, */*;q=0.5"
BYTES = 16 * 1024 * 1024
OPML_FEEDS = 2000
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def find(url: str, public_only: bool = False) -> tuple[str, incoming.Incoming]:
    """The address of the feed at `url`, or of the one that the page there names, and what is in it.

    Raises FeedError where there is none, SourceError where nothing answers.
    """
    address = url.strip()
    if not _SCHEME.match(address):
        address = f"https://{address}"
    if not address.startswith(("http://", "https://")):
        raise FeedError(f"{url}: give the web address of a feed, or of a page that has one")
    reply = _ask(address, public_only)
    try:
        return reply.moved or address, incoming.read(reply.body, reply.url, reply.type)
    except FeedError:
        named = _named(reply.body, reply.url)
        if not named:
            raise FeedError(
                f"{url} is no feed, and names none: give the address of its RSS, Atom or JSON Feed"
            ) from None
    for candidate in named[:3]:
        try:
            found = _ask(candidate, public_only)
            return candidate, incoming.read(found.body, found.url, found.type)
        except FeedError:
            continue
    raise FeedError(f"{url} names {named[0]}, which is no feed: tell its owner")


def _ask(url: str, public_only: bool) -> http.Reply:
    reply = http.ask(url, headers={"Accept": ACCEPT}, public_only=public_only, max_bytes=BYTES)
    if reply.status != 200:
        raise FeedError(f"{url}: the site answers {reply.status}; check the address")
    return reply


def _named(data: bytes, base: str) -> list[str]:
    """Feeds that a page names in its head; those of comments last."""
    tree = BeautifulSoup(data, "lxml")
    found: list[tuple[bool, int, str]] = []
    for link in tree.find_all("link", href=True):
        rel = " ".join(link.get("rel") or []).lower()
        if "alternate" in rel and str(link.get("type") or "").strip().lower() in TYPES:
            title = f"{link.get('title') or ''} {link['href']}".lower()
            found.append(("comment" in title, len(found), incoming.web_link(base, str(link["href"]))))
    return [url for _, _, url in sorted(found) if url]


def feeds_of(data: bytes) -> list[str]:
    """The feeds' addresses in an OPML file, each once. Raises FeedError for what is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FeedError(f"the list cannot be read ({error}): give an OPML file") from error
    if tree is None or etree.QName(tree).localname.lower() != "opml":
        raise FeedError("the list is no OPML file: export one from your feed reader")
    found = [
        value.strip()
        for outline in tree.iter("outline")
        for name, value in outline.attrib.items()
        if str(name).lower() == "xmlurl"
    ]
    return list(dict.fromkeys(url for url in found if url))[:OPML_FEEDS]


def opml_of(feeds: list[Feed]) -> bytes:
    """Return what is watched, as other feed readers import it."""
    lines = [
        element("outline", text=feed.title or feed.url, title=feed.title, _type="rss", xmlUrl=feed.url)
        for feed in feeds
    ]
    head = f"<head>{element('title', 'Feeds that listen watches')}</head>"
    body = "\n".join(["<body>", *lines, "</body>"])
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">{head}\n{body}\n</opml>\n'.encode()
