"""The ASGI application: the podcast, the application for browsers and the API, at all their addresses."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter, run_sync
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from listen.errors import FeedError, LibraryError
from listen.feed.publication import publication
from listen.library import Library, adding, shares, shows
from listen.library.waiting import queue, working
from listen.server.api import calls, openapi, operations, problems
from listen.server.events import Events
from listen.server.gate import access, proxies
from listen.server.gate.conditions import Conditions, Narrating, Place
from listen.server.replies import COMMON, content
from listen.server.running import metrics
from listen.server.running.house import House
from listen.server.running.logs import Logged
from listen.server.running.narrating import NarratingThread
from listen.server.site import NOWHERE, Site, threaded
from listen.server.web import submitted, views, web_manifest

THREADS = 12
"""That answer at once: they wait for the disk, and each more is memory that the system keeps apart for it."""
LONG_AGO = "2024-01-01T00:00:00Z"


class Server:
    """One library's server, an ASGI application."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.events = Events()
        self._house: House | None = None
        handlers: dict[type[Exception] | int, Callable[[Request, Exception], Awaitable[Response]]] = {
            HTTPException: self._refused, FeedError: self._missing, FileNotFoundError: self._missing,
        }  # fmt: skip
        mine = self._routes()
        # A show is a library of its own below its name: nothing in it knows of the others.
        mine = [*mine, Mount("/shows/{show:str}", routes=mine)]
        routes = [*self._open(), Mount("/t/{token:str}", routes=mine), *mine]
        app = Starlette(routes=routes, lifespan=self._lifespan, exception_handlers=handlers)
        app.router.redirect_slashes = False
        self.logged = Logged(app)
        self._app: ASGIApp = proxies.Below(self.logged, place.conditions.base_url)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve."""
        await self._app(scope, receive, send)

    def _open(self) -> Sequence[BaseRoute]:
        """Return what a monitor, a browser's installer and a programmer may see without a token."""
        return [
            Route("/healthz", threaded(self._health)),
            Route("/metrics", threaded(self._metrics)),
            Route("/favicon.ico", threaded(self._icon)),
            Route("/login", submitted.login(self.place), methods=["POST"]),
            Route("/login", threaded(self._login)),
        ]

    def _routes(self) -> list[BaseRoute]:
        """Return what is served alike below `/` and below `/t/<token>/`."""
        place = self.place
        form = submitted.form
        return [
            Route("/", self._page(views.library)),
            Route("/index.html", self._page(views.library)),
            Route("/add", self._page(views.add)),
            Route("/add", form(place, submitted.add), methods=["POST"]),
            Route("/waiting", self._page(views.waiting)),
            Route("/subscribe", self._page(views.subscribe)),
            Route("/settings", self._page(views.settings)),
            Route("/settings", form(place, submitted.language, "listen"), methods=["POST"]),
            Route("/logout", form(place, submitted.logout, "listen"), methods=["POST"]),
            Route("/episode/{id:str}", self._page(views.episode)),
            Route("/episode/{id:str}/{what:str}", form(place, submitted.change_episode), methods=["POST"]),
            Route("/jobs/{job:str}", self._page(self._job)),
            Route("/jobs/{job:str}/{what:str}", form(place, submitted.change_job), methods=["POST"]),
            Route("/events", self._events),
            Route("/manifest.webmanifest", threaded(self._manifest)),
            Route("/sw.js", threaded(self._worker)),
            Route("/static/{name:str}", threaded(self._static)),
            Route(f"/api/{operations.VERSION}/openapi.json", threaded(self._openapi)),
            *operations.routes(place),
            *Site(place).routes(),
        ]

    @asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        self._house = House(self.place)
        with self.place.library.held():
            yield
        self.events.close()
        self._house.close()
        await run_sync(self.place.narrating.close)

    def _page(
        self, work: Callable[[Place, Request, access.Visitor], Response]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            return await run_sync(self._shown, request, work)

        return endpoint

    def _shown(
        self, request: Request, work: Callable[[Place, Request, access.Visitor], Response]
    ) -> Response:
        who = access.visitor(request, self.place)
        if who is None:
            if "token" in request.path_params or proxies.asking(request, self.place.conditions).root is None:
                raise HTTPException(404, NOWHERE)
            return views.login(self.place, request)
        return work(self.place.of(who.show), request, who)

    def _job(self, place: Place, request: Request, who: access.Visitor) -> Response:
        """Return how far an article is that is being added: a page, or its JSON."""
        key = request.path_params["job"]
        if not who.sees_unannounced:
            raise HTTPException(404)
        try:
            job = queue.job(place.library, key.removesuffix(".json"))
        except LibraryError as error:
            raise HTTPException(404) from error
        if key.endswith(".json"):
            state = {
                "state": job.state,
                "title": job.shown,
                "error": job.error,
                "done": job.done,
                "total": job.total,
                "audio_ms": job.audio_ms,
                "over": job.over,
                "what": job.what,
                "episode": job.episode,
            }
            return calls.answer(state)
        return views.shown(place, request, who).page(
            "job.html", here="waiting", job=job, percent=round(100 * job.done / job.total) if job.total else 0
        )

    async def _events(self, request: Request) -> Response:
        who = await run_sync(access.visitor, request, self.place)
        if who is None or not who.sees_unannounced:
            raise HTTPException(404)
        return await self.events.stream(self.place.library.of(who.show))

    def _health(self, request: Request) -> Response:
        self._inside(request)
        status, data = metrics.health(self.place)
        return Response(data, status, {**COMMON, "Cache-Control": "no-store"}, "application/json")

    def _metrics(self, request: Request) -> Response:
        self._inside(request)
        data = metrics.text(self.place, self.logged)
        return Response(data, 200, {**COMMON, "Cache-Control": "no-store"}, metrics.MEDIA_TYPE)

    def _inside(self, request: Request) -> None:
        """For monitors on this machine, whatever name a proxy has, and for those that have a token."""
        if proxies.from_here(request):
            return
        who = access.visitor(request, self.place)
        if who is None or who.show:
            raise HTTPException(404)

    def _login(self, request: Request) -> Response:
        return views.login(self.place, request, status=200)

    def _icon(self, request: Request) -> Response:
        return content(request, views.static("icon.svg"), "image/svg+xml", LONG_AGO)

    def _static(self, request: Request) -> Response:
        name = request.path_params["name"]
        kind = web_manifest.TYPES.get(name.rsplit(".", 1)[-1], "application/octet-stream")
        keep = request.query_params.get("v") == views.version()
        headers = {"Cache-Control": "public, max-age=31536000, immutable"} if keep else {}
        return content(request, views.static(name), kind, LONG_AGO, headers)

    def _manifest(self, request: Request) -> Response:
        name = request.path_params.get("show", "")
        shown = name if name in shows.names(self.place.library) else ""
        data = web_manifest.manifest(self.place.library.of(shown).show.title)
        return content(request, data, "application/manifest+json", LONG_AGO)

    def _worker(self, request: Request) -> Response:
        data = views.static("sw.js").replace(b"$version", views.version().encode())
        return content(request, data, "text/javascript", LONG_AGO, {"Cache-Control": "no-cache"})

    def _openapi(self, request: Request) -> Response:
        asked = proxies.asking(request, self.place.conditions)
        who = access.visitor(request, self.place)
        if who is None and not access.at_this_machine(request, asked):
            return problems.reply(problems.Problem(401, "Give a token."))
        data = json.dumps(openapi.document(who.base if who else asked.root or "/"), ensure_ascii=False)
        return content(request, data.encode(), "application/json", LONG_AGO)

    async def _refused(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if "/api/" in request.url.path:
            return problems.reply(error)
        if "text/html" in request.headers.get("accept", ""):
            who = await run_sync(self._in_a_browser, request)
            if who is not None:
                return await run_sync(views.refused, self.place.of(who.show), request, who, error)
        headers = {**COMMON, **views.HEADERS, **(error.headers or {})}
        text = "" if request.method == "HEAD" else f"{error.detail}\n"
        return Response(text, error.status_code, headers, "text/plain; charset=utf-8")

    def _in_a_browser(self, request: Request) -> access.Visitor | None:
        """Return who looks at a page, for one that may; a wrong token was counted already."""
        token = request.path_params.get("token")
        if "authorization" in request.headers or (token and not shares.holder(self.place.library, token)):
            return None
        return access.visitor(request, self.place)

    async def _missing(self, request: Request, error: Exception) -> Response:
        return await self._refused(request, HTTPException(404))


def application(
    library: Library,
    wish: adding.Wish,
    base_url: str = "",
    fetcher: working.Fetcher | None = None,
    narrating: Narrating | None = None,
    conditions: Conditions | None = None,
) -> Server:
    """The whole server. `base_url` is where a proxy shows it: then every address is there, and nobody gets in
    without a token for being on this machine. Without `narrating`, a thread does what `fetcher` brings."""
    publication(library, base_url or "http://localhost/")  # the podcast's GUID and cover, made by one alone
    conditions = conditions or Conditions(base_url)
    workers = narrating or NarratingThread(library, fetcher or working.fetched)
    return Server(Place(library, wish, conditions, workers))
