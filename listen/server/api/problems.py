"""Errors, all in one form: RFC 9457's `application/problem+json` with a code that programs can compare."""

from __future__ import annotations

import json

from starlette.exceptions import HTTPException
from starlette.responses import Response

from listen.server.replies import COMMON

MEDIA_TYPE = "application/problem+json"
CODES = {
    400: ("bad_request", "The request cannot be read"),
    401: ("token_needed", "A token is needed"),
    403: ("not_allowed", "The token does not allow it"),
    404: ("not_found", "There is nothing of that name"),
    405: ("method_not_allowed", "That cannot be done with it"),
    408: ("too_slow", "The request took too long to come"),
    409: ("conflict", "Something else is there already"),
    413: ("too_large", "The request is too large"),
    415: ("unsupported_media_type", "That kind of document is not taken"),
    416: ("range_not_satisfiable", "The range lies outside"),
    422: ("invalid", "A value does not fit"),
    429: ("too_many", "Too much was asked for"),
    500: ("internal", "A bug in listen"),
    503: ("full", "Too many articles wait already"),
}


class Problem(HTTPException):
    """An error with the name of the field that it is about."""

    def __init__(
        self, status: int, detail: str, field: str = "", headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(status, detail, headers)
        self.field = field


def reply(error: HTTPException) -> Response:
    """The error as JSON."""
    code, title = CODES.get(error.status_code, ("error", "It was refused"))
    detail = error.detail if isinstance(error.detail, str) else title
    form = {
        "type": "about:blank",
        "title": title,
        "status": error.status_code,
        "code": code,
        "detail": detail,
    }
    if isinstance(error, Problem) and error.field:
        form["field"] = error.field
    headers = {**COMMON, "Cache-Control": "no-store", **(error.headers or {})}
    if error.status_code == 401:
        headers.setdefault("WWW-Authenticate", 'Bearer realm="listen"')
    body = json.dumps(form, ensure_ascii=False).encode()
    return Response(body, error.status_code, headers, MEDIA_TYPE)
