"""One call of the API: who asks, whether they may, their body in good time, the answer or a problem as
JSON."""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
from anyio.to_thread import run_sync
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from listen.errors import ConflictError, FeedError, LibraryError, ListenError
from listen.library.waiting.queue import FullError
from listen.server.api import problems
from listen.server.api.problems import Problem
from listen.server.gate import access
from listen.server.gate.access import Visitor
from listen.server.gate.conditions import Place
from listen.server.replies import COMMON

BODY_S = 60.0
"""How long a document may take to come."""
WRITES_S = 60.0
_HALF = re.compile("[\ud800-\udfff]")

Work = Callable[[Place, Visitor, Request, bytes], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


def call(place: Place, work: Work, scope: str = "listen", most: int = 65_536) -> Endpoint:
    """An endpoint: `work` runs in a thread, with a body of at most `most` bytes, for those who have
    `scope`."""

    async def endpoint(request: Request) -> Response:
        try:
            who = await run_sync(allowed, place, request, scope)
            data = await body(request, most) if request.method in ("POST", "PUT", "PATCH") else b""
            return await run_sync(work, place.of(who.show), who, request, data)
        except HTTPException as error:
            return problems.reply(error)
        except ListenError as error:
            return problems.reply(as_problem(error))
        except Exception:  # noqa: BLE001 an answer for the asker; the log has the rest
            traceback.print_exc()
            return problems.reply(Problem(500, "A bug in listen: its log says more."))

    return endpoint


def allowed(place: Place, request: Request, scope: str) -> Visitor:
    """Return the caller. Raises HTTPException for those who may not."""
    who = access.visitor(request, place)
    if who is None:
        raise Problem(401, "Give a token: Authorization: Bearer …; listen feed share NAME makes one.")
    if request.method not in ("GET", "HEAD", "OPTIONS"):
        access.check_origin(request, who, place)
        if scope not in who.scopes:
            needs = Problem(403, f"This needs a token with the scope {scope}.")
            raise needs if who.token else Problem(401, needs.detail)
        wait = place.limits.spend("write", who.who, place.conditions.writes_per_minute, WRITES_S)
        if wait:
            raise Problem(429, "Too many changes in a minute.", headers={"Retry-After": str(int(wait) + 1)})
    elif scope not in who.scopes:
        raise Problem(403 if who.token else 401, f"This needs a token with the scope {scope}.")
    return who


def as_problem(error: ListenError) -> Problem:
    """Return what the library refused, as HTTP has it."""
    text = f"{str(error)[:1].upper()}{str(error)[1:]}."
    if isinstance(error, ConflictError):
        return Problem(409, text)
    if isinstance(error, FullError):
        return Problem(503, text, headers={"Retry-After": "60"})
    return Problem(404 if isinstance(error, (LibraryError, FeedError)) else 422, text)


async def body(request: Request, most: int) -> bytes:
    """Return what was sent, whole. Raises HTTPException for what is too long or too slow."""
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > most:
        raise Problem(413, f"At most {most >> 10} kB are taken here.")
    found = bytearray()
    try:
        with anyio.fail_after(BODY_S):
            async for piece in request.stream():
                found += piece
                if len(found) > most:
                    raise Problem(413, f"At most {most >> 10} kB are taken here.")
    except TimeoutError as error:
        raise Problem(408, "The body took too long to come.") from error
    except ClientDisconnect as error:
        raise Problem(400, "The body did not come.") from error
    return bytes(found)


def json_object(data: bytes) -> dict[str, Any]:
    """A body's JSON object; what was cut in the middle of a character is whole again. Raises Problem."""
    try:
        form = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Problem(400, "The body is no JSON.") from error
    if not isinstance(form, dict):
        raise Problem(422, "Send one JSON object.")
    mended: dict[str, Any] = _mended(form) if b"\\ud" in data.lower() else form
    return mended


def _mended(value: Any) -> Any:
    """JSON data without halves of characters (lone surrogates), which no file and no database takes."""
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [_mended(one) for one in value]
    if isinstance(value, dict):
        return {_mended(name): _mended(one) for name, one in value.items()}
    return value


def fields(data: bytes, known: tuple[str, ...]) -> dict[str, Any]:
    """A JSON object with no other fields than these. Raises Problem."""
    form = json_object(data)
    if unknown := sorted(set(form) - set(known)):
        raise Problem(422, f"There is no field {unknown[0]!r}; known are {', '.join(known)}.", unknown[0])
    return form


def answer(form: object, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """JSON, never kept by a cache."""
    data = json.dumps(form, ensure_ascii=False).encode()
    shown = {**COMMON, "Cache-Control": "no-store", **(headers or {})}
    return Response(data, status, shown, "application/json")


def nothing() -> Response:
    """Done, and nothing to say of it."""
    return Response(status_code=204, headers={**COMMON, "Cache-Control": "no-store"})
