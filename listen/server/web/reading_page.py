"""The read-along page as it is served: made anew from what is kept, with a way back and one place for
positions."""

from __future__ import annotations

import functools
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from listen import page
from listen.library import Entry, Library, adding
from listen.server.files_reply import STORY, located
from listen.server.gate.access import Visitor
from listen.server.replies import content
from listen.server.web import cards


def reply(library: Library, request: Request, who: Visitor, key: str, name: str) -> Response:
    """The page of an episode's version; an older one keeps no position. Raises HTTPException 404."""
    found = located(library, who, key, name)
    if found.entry.file(".html") != found.item:
        return content(request, found.path.read_bytes(), "text/html", found.entry.updated, STORY)
    back = f"{who.path}episode/{cards.key(found.entry)}"
    position = f"{who.path}api/v1/episodes/{key}/position" if who.who and not found.entry.replaced else ""
    html = _rendered(library, found.entry, back, position)
    return content(request, html, "text/html", found.entry.updated, STORY)


def _rendered(library: Library, entry: Entry, back: str, position: str) -> bytes:
    return _cached(library, entry.folder, entry, back, position)


@functools.lru_cache(8)
def _cached(library: Library, folder: str, entry: Entry, back: str, position: str) -> bytes:
    article, episode = adding.article_of(library, entry), adding.episode_of(library, entry)
    html = page.render(
        episode, article, quote(entry.audio), feed_href="../../feed.xml",
        library_href=back, position_href=position or None,
    )  # fmt: skip
    return html.encode()
