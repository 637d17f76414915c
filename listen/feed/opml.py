"""The list of feeds that apps import: this one."""

from __future__ import annotations

from listen.feed.addresses import Addresses
from listen.feed.markup import element
from listen.feed.rss import date
from listen.library import Show


def opml(show: Show, addresses: Addresses, changed: str) -> bytes:
    """OPML 2.0 with one outline."""
    outline = element(
        "outline", text=show.title, title=show.title, _type="rss",
        xmlUrl=addresses.feed(), htmlUrl=show.link or addresses.base,
    )  # fmt: skip
    head = element("title", show.title) + element("dateModified", date(changed))
    body = f'<opml version="2.0"><head>{head}</head><body>{outline}</body></opml>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()
