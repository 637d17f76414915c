"""The API's description (OpenAPI 3.1), made from the table of its operations."""

from __future__ import annotations

import functools
import re
from typing import Any

from listen.library import browsing, versions
from listen.library.waiting.requests import STATES
from listen.options import FASTEST, SLOWEST
from listen.server.api import people, problems, resources, submissions
from listen.server.api.operations import OPERATIONS, VERSION, Operation

TEXT = {"type": "string"}
MAYBE = {"type": ["string", "null"]}
OWN_ID = {**TEXT, "pattern": "^[A-Za-z0-9._~:@-]{1,200}$"}
COUNT = {"type": "integer", "minimum": 0}
MOMENT = {"type": "number", "minimum": 0, "maximum": people.LATEST_MS}
QUERY = {
    "state": ({"enum": list(STATES)}, "Only of this state."),
    "q": (TEXT, "Words to look for in title, author, source and summary."),
    "sort": ({"enum": list(browsing.SORTS)}, "Order of the episodes."),
    "limit": ({"type": "integer", "minimum": 1, "maximum": 200}, "Episodes on a page."),
    "cursor": ({**TEXT, "pattern": "^[0-9]{1,9}$"}, "The `next` of the page before."),
    "id": (OWN_ID, "Your own id, where the body is a document."),
    "name": (TEXT, "The document's file name."),
    "title": (TEXT, "A title instead of the document's own."),
    "voice": (TEXT, "Who reads."),
    "show": (TEXT, "The name of a show."),
}


def _object(required: list[str], /, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object", "properties": properties, "required": required, "additionalProperties": False,
    }  # fmt: skip


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _beside() -> dict[str, Any]:
    """Return what stands beside the audio of an episode, where it does."""
    return {name: {"oneOf": [{"type": "null"}, FILE]} for name in resources.FILES}


FILE = _object(["url", "type", "size"], url=TEXT, type=TEXT, size=COUNT, sha256=TEXT)
SCHEMAS: dict[str, dict[str, Any]] = {
    "Submission": {
        **_object(
            [],
            url={
                **TEXT,
                "description": "Where the article is, with or without https://; or the link of html or text.",
            },
            html={**TEXT, "description": "The page as you see it, or a piece of one."},
            text={**TEXT, "description": "Paragraphs with an empty line between them."},
            id={**OWN_ID, "description": "Your own id for it."},
            voice={**TEXT, "description": "A name from `listen voices`."},
            show={**TEXT, "description": "The name of the show it goes into."},
            rate={"type": "number", "minimum": SLOWEST, "maximum": FASTEST},
            again={"type": "boolean", "description": "Also if it is there unchanged."},
            **dict.fromkeys(submissions.TEXT_FIELDS, TEXT),
        ),
        "anyOf": [{"required": ["url"]}, {"required": ["html"]}, {"required": ["text"]}],
        "not": {"required": ["html", "text"]},
    },
    "Episode": _object(
        [
            "id",
            "state",
            "title",
            "url",
            "voice",
            "created",
            "updated",
            "progress",
            "error",
            "notes",
            "self",
            "result",
        ],
        id={**TEXT, "description": "Yours, if you gave one."},
        state={"enum": list(STATES)},
        title=TEXT,
        url=MAYBE,
        voice=MAYBE,
        created=TEXT,
        updated=TEXT,
        progress=_object(
            ["share", "audio_ms"],
            share={"type": "number", "minimum": 0, "maximum": 1},
            audio_ms=COUNT,
        ),
        error={"oneOf": [{"type": "null"}, _object(["code", "detail"], code=TEXT, detail=TEXT)]},
        notes={"type": "array", "items": TEXT},
        self=TEXT,
        result={"oneOf": [{"type": "null"}, _ref("Result")]},
    ),
    "Result": _object(
        ["episode", "guid", "version", "title", "lang", "duration_ms", "audio", "captions", "words"],
        episode=TEXT,
        guid=TEXT,
        version={"type": "integer", "minimum": 1},
        title=TEXT,
        lang=TEXT,
        byline=MAYBE,
        site=MAYBE,
        url=MAYBE,
        published=MAYBE,
        summary=TEXT,
        duration_ms=COUNT,
        voices={"type": "array", "items": TEXT},
        added=TEXT,
        announced=TEXT,
        archived={"type": "boolean"},
        show=MAYBE,
        audio=FILE,
        page=MAYBE,
        **_beside(),
        position={"oneOf": [{"type": "null"}, _ref("Position")]},
    ),
    "Versions": _object(["versions"], versions={"type": "array", "items": _ref("Version")}),
    "Version": _object(
        ["version", "made", "replaced", "reason", "title", "duration_ms", "voices", "audio"],
        version={"type": "integer", "minimum": 1},
        made=TEXT,
        replaced={**MAYBE, "description": "When another came; null: it is the present one."},
        reason={"enum": ["first", *versions.REASONS, None]},
        title=TEXT,
        duration_ms=COUNT,
        voices={"type": "array", "items": TEXT},
        audio=FILE,
        page=MAYBE,
        **_beside(),
    ),
    "Episodes": _object(
        ["episodes", "next"],
        episodes={"type": "array", "items": _ref("Episode")},
        next=MAYBE,
    ),
    "Shows": _object(["shows"], shows={"type": "array", "items": _ref("Show")}),
    "Show": _object(
        ["name", "title", "page", "feed", "episodes"],
        name=TEXT,
        title=TEXT,
        description=TEXT,
        page=TEXT,
        feed=TEXT,
        episodes=COUNT,
        voice=MAYBE,
        public={"type": "boolean"},
    ),
    "Position": _object(
        ["at_ms", "heard", "updated_ms"],
        at_ms=COUNT,
        heard={"type": "boolean"},
        updated_ms=COUNT,
    ),
    "PositionChange": _object(
        [],
        at_ms={"type": "number", "minimum": 0, "maximum": people.MOST_MS},
        heard={"type": "boolean"},
        updated_ms={**MOMENT, "description": "When that was so; without it, now."},
    ),
    "Positions": _object(
        ["positions"],
        positions={"type": "object", "additionalProperties": _ref("Position")},
    ),
    "Listener": _object(
        ["name", "scopes", "speed", "playlist"],
        name=TEXT,
        scopes={"type": "array", "items": TEXT},
        speed={"type": "number"},
        playlist={"type": "array", "items": TEXT},
    ),
    "ListenerChange": _object(
        [],
        speed={"type": "number", "minimum": 0.5, "maximum": 4},
        playlist={"type": "array", "items": {**TEXT, "maxLength": 40}},
        updated_ms=MOMENT,
    ),
    "Webhook": _object(
        ["id", "url", "events", "created"],
        id=TEXT,
        url=TEXT,
        created=TEXT,
        events={"type": "array", "items": {"enum": ["done", "failed"]}},
        secret={**TEXT, "description": "Only in the answer that made it."},
    ),
    "WebhookChange": _object(
        ["url"],
        url={**TEXT, "pattern": "^https?://"},
        events={"type": "array", "items": {"enum": ["done", "failed"]}},
    ),
    "Webhooks": _object(["webhooks"], webhooks={"type": "array", "items": _ref("Webhook")}),
    "Problem": _object(
        ["type", "title", "status", "code", "detail"],
        type=TEXT,
        title=TEXT,
        status={"type": "integer"},
        code={"enum": sorted({code for code, _ in problems.CODES.values()} | {"error"})},
        detail=TEXT,
        field=TEXT,
    ),
}
ABOUT = (
    "Articles in, episodes out. A token stands in `Authorization: Bearer`, or in the address below "
    "`/t/TOKEN/`; "
    "`listen feed share NAME --scope add` makes one. Scopes: `listen` reads and keeps your place, `add` "
    "submits "
    "and changes what you submitted, `manage` changes everything. Your own `id` makes a submission "
    "idempotent."
)


def document(base: str) -> dict[str, Any]:
    """The description for whoever finds the API below `base`."""
    return {**_document(), "servers": [{"url": f"{base}api/{VERSION}"}]}


@functools.cache
def _document() -> dict[str, Any]:
    paths: dict[str, dict[str, Any]] = {}
    for one in OPERATIONS:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {"title": "listen", "version": "1.0", "description": ABOUT, "license": {
            "name": "Apache-2.0", "identifier": "Apache-2.0"}},
        "paths": paths,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}],
    }  # fmt: skip


def _operation(one: Operation) -> dict[str, Any]:
    form: dict[str, Any] = {
        "operationId": one.name, "summary": one.summary, "x-scope": one.scope,
        "parameters": [
            *({"name": name, "in": "path", "required": True, "schema": TEXT}
              for name in re.findall(r"\{(\w+)\}", one.path)),
            *({"name": name, "in": "query", "schema": QUERY[name][0], "description": QUERY[name][1]}
              for name in one.query),
        ],
        "responses": {str(status): _response(status, schema) for status, schema in one.gives},
    }  # fmt: skip
    if one.scope == "listen":
        form["security"] = [{"token": []}, {}]  # whoever sits at this very machine needs none
    for status in sorted({*one.problems, 500}):
        form["responses"][str(status)] = {
            "description": problems.CODES.get(status, ("", "It is damaged"))[1],
            "content": {problems.MEDIA_TYPE: {"schema": _ref("Problem")}},
        }
    if one.takes:
        content: dict[str, Any] = {"application/json": {"schema": _ref(one.takes)}}
        if one.takes == "Submission":
            content |= {media: {} for media in submissions.KINDS}
        form["requestBody"] = {"required": True, "content": content}
    return form


def _response(status: int, schema: str) -> dict[str, Any]:
    meanings = {
        200: "It is there",
        201: "Made",
        202: "Accepted: stored, and narrated in its turn",
        204: "Done",
    }
    if not schema:
        return {"description": meanings[status]}
    if "/" in schema:
        return {"description": meanings[status], "content": {schema: {}}}
    return {"description": meanings[status], "content": {"application/json": {"schema": _ref(schema)}}}
