"""Every operation of the API, as one table: the routes and the OpenAPI document are both made from it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from listen.server.api import articles, calls, people, submissions
from listen.server.api.calls import Endpoint, Work
from listen.server.gate.conditions import Place

VERSION = "v1"


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path."""

    method: str
    path: str
    """Below `/api/v1`."""
    name: str
    work: Work
    scope: str
    summary: str
    takes: str = ""
    """Name of the body's schema."""
    gives: tuple[tuple[int, str], ...] = ((200, "Episode"),)
    """Status and schema of each answer that is no problem; an empty name: no body."""
    problems: tuple[int, ...] = (401, 404)
    query: tuple[str, ...] = ()
    most: int = 65_536
    """Bytes of a body."""


SUBMIT = (400, 401, 403, 408, 409, 413, 415, 422, 429, 503)
CHANGE = (400, 401, 403, 404, 413, 422, 429)
MOST = submissions.DOCUMENT_BYTES * 2
ONE = "/episodes/{id}"

OPERATIONS = (
    Operation(
        "POST", "/episodes", "submitEpisode", articles.submit, "add",
        "Submit an article: an address, HTML, a text, or a document. It is stored before the answer.",
        "Submission", ((202, "Episode"), (200, "Episode")), SUBMIT, ("id", "name", "title", "voice", "show"),
        MOST,
    ),
    Operation(
        "GET", "/episodes", "listEpisodes", articles.many, "listen",
        "Every episode, a page at a time; first, for who may add, what is on its way and what failed.",
        gives=((200, "Episodes"),), problems=(401, 403, 422),
        query=("state", "q", "show", "sort", "limit", "cursor"),
    ),
    Operation(
        "GET", ONE, "getEpisode", articles.one, "listen", "How an article stands, and its result.",
    ),
    Operation(
        "PUT", ONE, "replaceEpisode", articles.replace, "add",
        "Another text under the same id: the same episode's next version.",
        "Submission", ((202, "Episode"), (200, "Episode")), SUBMIT, ("name", "title", "voice", "show"), MOST,
    ),
    Operation(
        "DELETE", ONE, "removeEpisode", articles.remove, "add",
        "Take an article back, whatever became of it.", gives=((204, ""),), problems=(401, 403, 404, 429),
    ),
    Operation(
        "POST", f"{ONE}/retry", "retryEpisode", articles.retry, "add", "Try once more what failed.",
        gives=((202, "Episode"),), problems=(401, 403, 404, 409, 429),
    ),
    Operation(
        "GET", f"{ONE}/position", "getPosition", people.position, "listen", "Where you are in it.",
        gives=((200, "Position"),),
    ),
    Operation(
        "PUT", f"{ONE}/position", "putPosition", people.move, "listen",
        "Note where you are, or that it was heard; the newest word wins.",
        "PositionChange", ((200, "Position"),), CHANGE,
    ),
    Operation(
        "GET", f"{ONE}/versions", "listVersions", articles.versions, "listen",
        "Its narrations that are kept, the newest first: when, why, who reads, their files.",
        gives=((200, "Versions"),),
    ),
    *(
        Operation(
            "GET", f"{ONE}/{name}", f"get{name.capitalize()}", articles.file, "listen", summary,
            gives=((200, media),), problems=(401, 404, 410),
        )
        for name, media, summary in (
            ("audio", "audio/mpeg", "The MP3; ranges are served."),
            ("captions", "text/vtt", "Sentences as WebVTT."),
            ("srt", "application/x-subrip", "Sentences as SubRip."),
            ("words", "application/json", "The time of every word."),
            ("chapters", "application/json+chapters", "Chapters, as the podcast namespace has them."),
            ("transcript", "application/json", "The transcript, as the podcast namespace has it."),
            ("article", "application/json", "The article that was read."),
        )
    ),
    Operation(
        "GET", "/shows", "listShows", people.all_shows, "listen",
        "The library's shows, each with its page and feed.", gives=((200, "Shows"),), problems=(401,),
    ),
    Operation(
        "GET", "/positions", "listPositions", people.all_positions, "listen", "Every place kept of you.",
        gives=((200, "Positions"),), problems=(401,),
    ),
    Operation(
        "GET", "/me", "getMe", people.me, "listen", "Your scopes, your speed, what plays next.",
        gives=((200, "Listener"),), problems=(401,),
    ),
    Operation(
        "PUT", "/me", "putMe", people.keep, "listen", "Set your speed and what plays next.",
        "ListenerChange", ((200, "Listener"),), (400, 401, 403, 413, 422, 429),
    ),
    Operation(
        "GET", "/webhooks", "listWebhooks", people.hooks, "add", "Your webhooks.",
        gives=((200, "Webhooks"),), problems=(401, 403),
    ),
    Operation(
        "POST", "/webhooks", "addWebhook", people.hook, "add",
        "Tell an address when an article is done or has failed; the secret is told this once.",
        "WebhookChange", ((201, "Webhook"),), (400, 401, 403, 413, 422, 429),
    ),
    Operation(
        "DELETE", "/webhooks/{id}", "removeWebhook", people.unhook, "add", "Tell it no more.",
        gives=((204, ""),), problems=(401, 403, 404, 429),
    ),
)  # fmt: skip
"""In the order in which they are matched."""


def routes(place: Place) -> list[BaseRoute]:
    """The table as Starlette has it: a route for each path, with all its methods."""
    made: dict[str, dict[str, Endpoint]] = {}
    for one in OPERATIONS:
        below = f"{ONE}/{{file:str}}" if one.work is articles.file else one.path
        methods = made.setdefault(f"/api/{VERSION}{below}", {})
        methods.setdefault(one.method, calls.call(place, one.work, one.scope, one.most))
    return [Route(path, _by_method(methods), methods=[*methods]) for path, methods in made.items()]


def _by_method(methods: dict[str, Endpoint]) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return await methods["GET" if request.method == "HEAD" else request.method](request)

    return endpoint
