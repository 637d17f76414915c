"""The page of a built site that lists episodes and plays them.

Nothing that an article brings reaches it unescaped, and its own policy lets nothing run but its own script.
"""

from __future__ import annotations

import functools
from importlib import resources

from listen.feed.addresses import feed_name, file_name
from listen.feed.markup import escape
from listen.feed.paging import Page
from listen.feed.rss import credits_html
from listen.library import Entry, Show

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
"""Content-Security-Policy of the list; a server adds frame-ancestors, which only works in a header."""
CSS, JS, ICON, XSL, EMBED = "site.css", "site.js", "icon.svg", "feed.xsl", "embed.js"
ASSETS = {
    CSS: "text/css",
    JS: "text/javascript",
    ICON: "image/svg+xml",
    XSL: "text/xsl",
    EMBED: "text/javascript",
}
"""What pages need beside them, and what it is served as."""


def index_name(archive: int = 0) -> str:
    """Below the base: the list's pages are the feed's."""
    return f"index-{archive}.html" if archive else "index.html"


def index(show: Show, page: Page, cover: str) -> str:
    """The list of one page's episodes."""
    parts = [_header(show, cover), "<main>"]
    if page.entries:
        items = "\n".join(map(_item, page.entries))
        parts.append(f'<ol class="episodes">\n{items}\n</ol>')
    else:
        parts.append("<p>There are no episodes yet.</p>")
    parts += [_neighbours(page), "</main>"]
    return _document(show, "\n".join(parts))


def _document(show: Show, body: str) -> str:
    robots = "" if show.public else '<meta name="robots" content="noindex, nofollow">\n'
    link = f'<link rel="alternate" type="application/rss+xml" title="{escape(show.title)}" href="feed.xml">\n'
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(show.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="referrer" content="no-referrer">\n{robots}'
        f"<title>{escape(show.title)}</title>\n{link}"
        f'<link rel="icon" href="{ICON}">\n<link rel="stylesheet" href="{CSS}">\n</head>\n'
        f'<body>\n{body}\n<script src="{JS}"></script>\n</body>\n</html>\n'
    )


def asset(name: str) -> bytes:
    """The style sheet or the script."""
    return _asset(name)


@functools.cache
def _asset(name: str) -> bytes:
    return resources.files("listen.feed.site").joinpath("assets", name).read_bytes()


def _header(show: Show, cover: str) -> str:
    return (
        f'<header><img src="{escape(cover)}" alt="" width="112" height="112"><div>'
        f"<h1>{escape(show.title)}</h1>"
        f"<p>{escape(show.description)}</p>"
        f'<p class="subscribe"><a href="{feed_name()}" data-feed>Subscribe in a podcast app: '
        "copy the address of this link</a> "
        # The script shows it: without one, there is nothing that could copy.
        '<button type="button" data-copy hidden>Copy it</button> '
        '<span role="status" data-done="Copied"></span></p>'
        "</div></header>"
    )


def _item(entry: Entry) -> str:
    audio = file_name(entry, entry.audio)
    page = entry.file(".html")
    title = escape(entry.title)
    heading = f'<a href="{escape(file_name(entry, page.name))}">{title}</a>' if page else title
    lang = f' lang="{escape(entry.lang)}"' if entry.lang != "und" else ""
    facts = [entry.pub[:10], length(entry.duration_ms), *(["heard"] if entry.heard else [])]
    return (
        f'<li id="{entry.id}"><h2{lang}>{heading}</h2><p class="facts">{" · ".join(facts)}</p>'
        f"<p{lang}>{escape(entry.summary)}</p>"
        f'<p class="facts">{" ".join(credits_html(entry))}</p>'
        f'<audio controls preload="none" src="{escape(audio)}" aria-label="{title}"></audio></li>'
    )


def _neighbours(page: Page) -> str:
    if not page.archives:
        return ""
    newer = older = ""
    if page.number:
        newer = index_name(page.number + 1 if page.number < page.archives else 0)
    if page.number != 1:
        older = index_name(page.number - 1 if page.number else page.archives)
    links = [(newer, "Newer episodes"), (older, "Older episodes")]
    shown = "".join(f'<a href="{href}">{text}</a>' for href, text in links if href)
    return f'<nav aria-label="More episodes">{shown}</nav>'


def length(ms: int) -> str:
    """`5 min`, `1 h 05 min`."""
    minutes = max(1, round(ms / 60_000))
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"
