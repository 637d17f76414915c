"""An episode's files as they are asked for: whole, in ranges, and never a damaged one as if it were sound."""

from __future__ import annotations

import sys

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from listen.library import Library
from listen.library.records import Location
from listen.server.gate.access import Visitor
from listen.server.replies import COMMON, CORS, FileReply, content

STORY = {"Content-Security-Policy": "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"}
"""The read-along page brings its own, stricter policy with the hashes of its scripts."""


def open_to_pages(who: Visitor) -> dict[str, str]:
    """Headers that let pages of other sites read it: only where the address could not be computed."""
    return CORS if who.via == "public" or (who.via == "address" and who.token) else {}


def preflight(who: Visitor) -> Response:
    """The answer to a browser that asks whether a page of another site may ask."""
    allowed = {"Access-Control-Allow-Methods": "GET, HEAD", "Access-Control-Allow-Headers": "Range"}
    open_to = open_to_pages(who)
    return Response(status_code=204, headers={**COMMON, **open_to, **(allowed if open_to else {})})


def located(library: Library, who: Visitor, episode: str, name: str) -> Location:
    """Return where a file is, for those who may have it already. Raises HTTPException 404."""
    found = library.locate(episode, name, "9999" if who.sees_unannounced else None)
    if found is None:
        raise HTTPException(404)
    return found


def file(library: Library, request: Request, who: Visitor, episode: str, name: str) -> Response:
    """One file. Raises HTTPException 404 for one that is not there, 410 for one that is damaged."""
    found = located(library, who, episode, name)
    try:
        size = found.path.stat().st_size
    except FileNotFoundError as error:
        print(f"listen: {found.path} is gone", file=sys.stderr)
        raise HTTPException(404) from error
    if size != found.item.size:
        # Apps would keep it for good: a length that is not the feed's, a sound that ends in the middle.
        print(f"listen: {found.path} has {size} bytes instead of {found.item.size}", file=sys.stderr)
        raise HTTPException(
            410, "The file is damaged: restore it from a backup, or narrate the article again."
        )
    kind, updated = found.item.type, found.entry.updated
    if kind == "audio/mpeg":
        return FileReply(request, found.path, found.item.size, kind, updated, open_to_pages(who))
    headers = STORY if kind == "text/html" else open_to_pages(who)
    return content(request, found.path.read_bytes(), kind, updated, headers)
