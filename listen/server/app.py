"""The ASGI application: the site's addresses, for everybody who may have them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from urllib.parse import parse_qs

import anyio
from anyio.to_thread import current_default_thread_limiter, run_sync
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from listen.errors import FeedError, LibraryError
from listen.feed import paging
from listen.feed.markup import escape
from listen.feed.publication import Publication, publication
from listen.feed.site import webpage
from listen.library import Library, adding, shares
from listen.library.records import now, stamp
from listen.server.access import Visitor, visitor
from listen.server.jobs import Fetcher, Full, Jobs, public_fetch
from listen.server.replies import COMMON, FileReply, content

BODY_BYTES = 16_384
"""A form's; more is refused."""
BODY_S = 10.0
"""How long a form may take to come."""
URL_CHARS = 4000
THREADS = 8
"""That answer at once: they wait for the disk, and each more is memory that the system keeps apart for it."""
HTML = {"Content-Security-Policy": webpage.POLICY + "; frame-ancestors 'none'"}
STORY = {"Content-Security-Policy": "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"}
"""The read-along page brings its own, stricter policy with the hashes of its scripts."""
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Length, Content-Range, ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
}

Work = Callable[[Request, Visitor, Publication], Response]


class Site:
    """The library's answers; each runs in a thread of its own, since the library waits for the disk."""

    def __init__(self, library: Library, jobs: Jobs, base_url: str = "") -> None:
        self._library, self._jobs, self._base_url = library, jobs, base_url

    def routes(self) -> list[Route]:
        """The same below `/` and below `/t/<token>/`."""
        get = partial(self._route, methods=["GET"])
        return [
            get("/", self.index),
            get("/index.html", self.index),
            get("/index-{number:int}.html", self.index),
            get("/feed.xml", self.feed),
            get("/feed-{number:int}.xml", self.feed),
            get("/feeds.opml", self.opml),
            get("/{name:str}", self.asset),
            self._route("/e/{id:str}/{name:str}", self.file, ["GET", "OPTIONS"]),
            get("/jobs/{job:str}", self.job),
            self._route("/heard/{id:str}", self.heard, ["POST"]),
            Route("/add", self.add, methods=["POST"]),
        ]

    def _route(self, path: str, work: Work, methods: list[str]) -> Route:
        async def endpoint(request: Request) -> Response:
            return await run_sync(self._answer, request, work)

        return Route(path, endpoint, methods=methods)

    def _answer(self, request: Request, work: Work) -> Response:
        who = self._visitor(request)
        return work(request, who, publication(self._library, who.base))

    def _visitor(self, request: Request) -> Visitor:
        who = visitor(request, self._library, self._library.show, self._base_url)
        if who is None:
            raise HTTPException(404, "There is nothing here without an address of your own.")
        return who

    def index(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """The list of episodes."""
        page = _page(shown, request)
        html = webpage.index(shown.show, page, shown.picture.name, who.may_add, ask_token=not who.name)
        return content(request, html.encode(), "text/html", self._changed(), HTML)

    def feed(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """One page of the feed."""
        data = shown.render(_page(shown, request))
        return content(request, data, "application/rss+xml", self._changed())

    def opml(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """The list of feeds."""
        return content(request, shown.opml(), "text/x-opml", self._changed())

    def asset(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """Cover, style, script."""
        name = request.path_params["name"]
        if name == shown.picture.name:
            kind = "image/png" if shown.picture.suffix == ".png" else "image/jpeg"
            size = shown.picture.stat().st_size
            return FileReply(request, shown.picture, size, kind, self._changed(), CORS)
        if name in webpage.ASSETS:
            return content(request, webpage.asset(name), webpage.ASSETS[name], "2024-01-01T00:00:00Z")
        raise HTTPException(404)

    def file(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """An episode's audio, captions, chapters or page."""
        if request.method == "OPTIONS":
            allowed = {"Access-Control-Allow-Methods": "GET, HEAD", "Access-Control-Allow-Headers": "Range"}
            return Response(status_code=204, headers={**COMMON, **CORS, **allowed})
        found = self._library.locate(request.path_params["id"], request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        kind, updated = found.item.type, found.entry.updated
        if kind == "audio/mpeg":
            return FileReply(request, found.path, found.item.size, kind, updated, CORS)
        headers = STORY if kind == "text/html" else CORS
        return content(request, found.path.read_bytes(), kind, updated, headers)

    def heard(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """Note that an episode was heard to its end."""
        if not who.may_add:
            raise HTTPException(403)
        try:
            self._library.mark(request.path_params["id"], True)
        except LibraryError as error:
            raise HTTPException(404) from error
        return Response(status_code=204, headers=COMMON)

    def job(self, request: Request, who: Visitor, shown: Publication) -> Response:
        """How far an article is that is being added: a page, or its JSON."""
        key = request.path_params["job"]
        job = self._jobs.get(key.removesuffix(".json"))
        if job is None or not who.may_add:
            raise HTTPException(404)
        if key.endswith(".json"):
            state = {
                "line": job.line, "detail": job.detail,
                "done": job.done, "total": job.total, "over": job.over,
            }  # fmt: skip
            return content(request, json.dumps(state).encode(), "application/json", now())
        known = f' max="{job.total}" value="{job.done}"' if job.total else ""
        bar = "" if job.over else f'<progress aria-label="How far it is"{known}></progress>'
        body = (
            f'<main data-job="{escape(job.id)}.json" data-lost="The connection is lost; trying again">'
            f'<h1>Adding an article</h1><p role="status">{escape(job.line)}</p>{bar}'
            f'<p class="facts" data-detail>{escape(job.detail)}</p>'
            f'<p data-next{"" if job.over else " hidden"}><a href="../">To the episodes</a></p></main>'
        )
        if job.over:
            body = body.replace("data-job=", "data-was=")
        again = 0 if job.over else 3
        html = webpage.document(shown.show, "Adding an article", body, refresh_s=again, root="../")
        return content(request, html.encode(), "text/html", now(), HTML)

    async def add(self, request: Request) -> Response:
        """A form: the article's address, and the token if the page's own address has none."""
        form = await _form(request)
        token = request.path_params.get("token") or form.get("token", "")
        share = await run_sync(shares.holder, self._library, token)
        if share is None or not share.may_add:
            raise HTTPException(403, "Adding needs a token that may add.")
        url = form.get("url", "").strip()
        if len(url) > URL_CHARS or not url.startswith(("http://", "https://")):
            raise HTTPException(400, "Give a web address that begins with https://")
        try:
            job = self._jobs.start(url)
        except Full as error:
            raise HTTPException(503, "Too many articles wait already; try again later.") from error
        return Response(status_code=303, headers={**COMMON, "Location": f"/t/{share.token}/jobs/{job.id}"})

    def _changed(self) -> str:
        """When what is shown last changed: an episode, or the show's description."""
        described = self._library.folder / "show.json"
        at = datetime.fromtimestamp(described.stat().st_mtime, UTC) if described.exists() else None
        return max(self._library.changed(), stamp(at) if at else "")


def application(
    library: Library, wish: adding.Wish, base_url: str = "", fetcher: Fetcher = public_fetch
) -> Starlette:
    """The whole server. `base_url` is where a proxy shows it: then every address is there, and nobody gets in
    without a token for being on this machine. `fetcher` brings what visitors add."""
    publication(library, base_url or "http://localhost/")  # the podcast's GUID and cover, made by one alone
    jobs = Jobs(library, wish, fetcher)
    site = Site(library, jobs, base_url)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        with library.held():
            yield
        await run_sync(jobs.close)

    handlers: dict[type[Exception] | int, Callable[[Request, Exception], Awaitable[Response]]] = {
        HTTPException: _refused,
        FeedError: _missing,
        FileNotFoundError: _missing,
    }

    async def icon(request: Request) -> Response:
        # Browsers ask for it at the root, with whatever token the page's address has.
        return content(request, webpage.asset(webpage.ICON), "image/svg+xml", "2024-01-01T00:00:00Z")

    routes = [Route("/favicon.ico", icon), Mount("/t/{token:str}", routes=site.routes()), *site.routes()]
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers=handlers)
    app.router.redirect_slashes = False
    return app


def _page(shown: Publication, request: Request) -> paging.Page:
    return paging.page(shown.library, request.path_params.get("number", 0))


async def _form(request: Request) -> dict[str, str]:
    """A form's fields, each once; small, and in good time."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, "Send a form.")
    body = bytearray()
    try:
        with anyio.fail_after(BODY_S):
            async for piece in request.stream():
                body += piece
                if len(body) > BODY_BYTES:
                    raise HTTPException(413, "That is too long.")
    except TimeoutError as error:
        raise HTTPException(408, "That took too long.") from error
    except ClientDisconnect as error:
        raise HTTPException(400) from error
    fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=10, keep_blank_values=True)
    return {name: values[-1] for name, values in fields.items()}


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = {**COMMON, **HTML, "Cache-Control": "no-store", **(error.headers or {})}
    text = "" if request.method == "HEAD" else f"{error.detail}\n"
    return Response(text, error.status_code, headers, "text/plain; charset=utf-8")


async def _missing(request: Request, error: Exception) -> Response:
    return await _refused(request, HTTPException(404))
