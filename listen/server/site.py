"""The podcast's own addresses: feed, audio, captions, pages, pictures; the same below `/` and below a
token."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from anyio.to_thread import run_sync
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from listen.errors import LibraryError
from listen.feed import paging
from listen.feed.publication import Publication, publication
from listen.feed.site import described, webpage
from listen.library import Entry, Library, positions, show
from listen.library.records import stamp
from listen.server import files_reply
from listen.server.gate import access
from listen.server.gate.access import Visitor
from listen.server.gate.conditions import Place
from listen.server.replies import COMMON, FileReply, content
from listen.server.web import reading_page

Work = Callable[[Request, Visitor, Publication], Response]
NOWHERE = "There is nothing here without an address of your own."
STYLES = (webpage.XSL, webpage.CSS)


class Site:
    """The podcast's answers; each runs in a thread of its own, since the library waits for the disk."""

    def __init__(self, place: Place) -> None:
        self._place, self._library = place, place.library

    def routes(self) -> list[BaseRoute]:
        """Return what is served alike below `/` and below `/t/<token>/`."""
        return [
            self._route("/feed.xml", self.feed, ["GET"]),
            self._route("/feed-{number:int}.xml", self.feed, ["GET"]),
            self._route("/feeds.opml", self.opml, ["GET"]),
            *(self._route(f"/{name}", self.style, ["GET"]) for name in STYLES),
            self._route("/cover-{name:str}", self.cover, ["GET"]),
            self._route("/embed.js", self.element, ["GET"]),
            self._route("/e/{id:str}/embed.json", self.embedded, ["GET"]),
            self._route("/e/{id:str}/", self.framed, ["GET"]),
            self._route("/e/{id:str}/{name:str}", self.file, ["GET", "OPTIONS"]),
            self._route("/heard/{id:str}", self.heard, ["POST"]),
        ]

    def _route(self, path: str, work: Work, methods: list[str]) -> Route:
        async def endpoint(request: Request) -> Response:
            return await run_sync(self._answer, request, work)

        return Route(path, endpoint, methods=methods)

    def _answer(self, request: Request, work: Work) -> Response:
        who = access.visitor(request, self._place)
        if who is None:
            raise HTTPException(404, NOWHERE)
        return work(request, who, publication(self._library.of(who.show), who.base))

    def feed(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """One page of the feed."""
        if request.headers.get("sec-fetch-dest") == "document":  # somebody looks at it in a browser
            return Response(status_code=303, headers={**COMMON, "Location": f"{who.path}subscribe"})
        data = shown.render(paging.page(shown.library, request.path_params.get("number", 0)))
        headers = files_reply.open_to_pages(who)
        # Browsers show it with the style sheet and want another type for that; podcast apps take either.
        seen = "text/html" in request.headers.get("accept", "")
        kind = "text/xml" if seen else "application/rss+xml"
        return content(request, data, kind, changed(shown.library), {**headers, "Vary": "Accept"})

    def opml(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """The list of feeds."""
        return content(request, shown.opml(), "text/x-opml", changed(shown.library))

    def style(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """Return what shows the feed to people."""
        name = request.url.path.rsplit("/", 1)[-1]
        return content(request, webpage.asset(name), webpage.ASSETS[name], "2024-01-01T00:00:00Z")

    def element(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """The player that other pages embed."""
        headers = files_reply.open_to_pages(who)
        data = webpage.asset(webpage.EMBED)
        return content(request, data, "text/javascript", "2024-01-01T00:00:00Z", headers)

    def embedded(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """Return what that player must know of an episode."""
        entry = _entry(shown.library, request, who)
        headers = files_reply.open_to_pages(who)
        return content(request, described.described(entry), "application/json", entry.updated, headers)

    def framed(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """The read-along page at an address that stays, for frames in other pages where those may know it."""
        entry = _entry(shown.library, request, who)
        page = entry.file(".html")
        if page is None:
            raise HTTPException(404)
        reply = reading_page.reply(shown.library, request, who, entry.id, page.name)
        if files_reply.open_to_pages(who):
            del reply.headers["X-Frame-Options"]
            reply.headers["Content-Security-Policy"] = "base-uri 'none'; form-action 'none'"
            reply.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return reply

    def cover(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """The show's picture."""
        picture = shown.picture
        if f"cover-{request.path_params['name']}" != picture.name:
            raise HTTPException(404)
        kind = "image/png" if picture.suffix == ".png" else "image/jpeg"
        headers = files_reply.open_to_pages(who)
        return FileReply(request, picture, picture.stat().st_size, kind, changed(shown.library), headers)

    def file(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """An episode's audio, captions, chapters or page."""
        if request.method == "OPTIONS":
            return files_reply.preflight(who)
        key, name = request.path_params["id"], request.path_params["name"]
        if name.endswith(".html"):
            return reading_page.reply(shown.library, request, who, key, name)
        return files_reply.file(shown.library, request, who, key, name)

    def heard(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """Note that an episode was heard to its end."""
        access.check_origin(request, who, self._place)
        if not who.may_add:
            raise HTTPException(403)
        try:
            positions.put(shown.library, who.who, request.path_params["id"], heard=True)
        except LibraryError as error:
            raise HTTPException(404) from error
        return Response(status_code=204, headers=COMMON)


def changed(library: Library) -> str:
    """Return when what is shown last changed: an episode, or the show's description."""
    described = library.described / show.NAME
    at = datetime.fromtimestamp(described.stat().st_mtime, UTC) if described.exists() else None
    return max(library.changed(), stamp(at) if at else "")


def _entry(library: Library, request: Request, who: Visitor) -> Entry:
    try:
        entry = library.entry(request.path_params["id"])
    except LibraryError as error:
        raise HTTPException(404) from error
    if entry.held_back and not who.sees_unannounced:
        raise HTTPException(404)
    return entry


def threaded(work: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that runs in a thread."""

    @functools.wraps(work)
    async def endpoint(request: Request) -> Response:
        return await run_sync(work, request)

    return endpoint
