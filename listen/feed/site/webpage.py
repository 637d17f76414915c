"""The page that lists episodes and plays them; in a built site and, with its forms, in a served one.

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


def index(show: Show, page: Page, cover: str, can_add: bool = False, ask_token: bool = False) -> str:
    """The list of one page's episodes; `can_add`: with a form, `ask_token`: one that asks for a token."""
    parts = [_header(show, cover), "<main>"]
    if can_add or ask_token:
        parts.append(_form(ask_token))
    if page.entries:
        items = "\n".join(_item(entry, can_add) for entry in page.entries)
        parts.append(f'<ol class="episodes">\n{items}\n</ol>')
    else:
        parts.append("<p>There are no episodes yet.</p>")
    parts += [_neighbours(page), "</main>"]
    return document(show, show.title, "\n".join(parts), feed=True)


def document(
    show: Show, title: str, body: str, feed: bool = False, refresh_s: int = 0, root: str = ""
) -> str:
    """A whole page; `refresh_s` has it renewed without a script, `root` leads up to the site's base."""
    robots = "" if show.public else '<meta name="robots" content="noindex, nofollow">\n'
    link = f'<link rel="alternate" type="application/rss+xml" title="{escape(show.title)}" href="feed.xml">\n'
    again = f'<noscript><meta http-equiv="refresh" content="{refresh_s}"></noscript>\n' if refresh_s else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(show.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="referrer" content="no-referrer">\n{robots}{again}'
        f"<title>{escape(title)}</title>\n{link if feed else ''}"
        f'<link rel="icon" href="{root}{ICON}">\n<link rel="stylesheet" href="{root}{CSS}">\n</head>\n'
        f'<body>\n{body}\n<script src="{root}{JS}"></script>\n</body>\n</html>\n'
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


def _form(ask_token: bool) -> str:
    token = (
        '<label for="token">Your token</label>'
        '<input id="token" name="token" type="password" autocomplete="current-password" required>'
        if ask_token
        else ""
    )
    return (
        '<form action="add" method="post"><label for="url">Listen to an article: its web address</label>'
        '<input id="url" name="url" type="url" inputmode="url" required placeholder="https://">'
        f"{token}<button>Add</button></form>"
    )


def _item(entry: Entry, can_mark: bool) -> str:
    audio = file_name(entry, entry.audio)
    page = entry.file(".html")
    title = escape(entry.title)
    heading = f'<a href="{escape(file_name(entry, page.name))}">{title}</a>' if page else title
    lang = f' lang="{escape(entry.lang)}"' if entry.lang != "und" else ""
    heard = f' data-heard="heard/{entry.id}"' if can_mark else ""
    facts = [entry.pub[:10], length(entry.duration_ms), *(["heard"] if entry.heard else [])]
    return (
        f'<li id="{entry.id}"><h2{lang}>{heading}</h2><p class="facts">{" · ".join(facts)}</p>'
        f"<p{lang}>{escape(entry.summary)}</p>"
        f'<p class="facts">{" ".join(credits_html(entry))}</p>'
        f'<audio controls preload="none" src="{escape(audio)}" aria-label="{title}"{heard}></audio></li>'
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
