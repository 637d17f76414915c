"""This module says what the application's forms do. Each checks who asks and from which page; each works
without scripts.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import anyio
from anyio.to_thread import run_sync
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from listen.casting import pronunciations
from listen.errors import LibraryError, ListenError
from listen.library import positions, shares, shows
from listen.library.keeping import shelving
from listen.library.waiting import queue
from listen.server.api import submissions
from listen.server.api.problems import Problem
from listen.server.api.submissions import Submission
from listen.server.gate import access, proxies
from listen.server.gate.access import COOKIE, Visitor
from listen.server.gate.conditions import Place
from listen.server.replies import COMMON
from listen.server.web import texts, views

FORM_BYTES = 4 * 1024 * 1024
"""Of a form without files: pasted text fits."""
UPLOAD_BYTES = 64 * 1024 * 1024
FIELDS, FILES = 100, 50
FORM_S, UPLOAD_S = 10.0, 300.0
_MARKDOWN = re.compile(r"^#{1,6} \S|\]\(https?://", re.MULTILINE)
"""A heading or a link in Markdown."""
YEAR_S = 365 * 24 * 3600

Work = Callable[[Place, Visitor, Request, FormData], Response]


def form(place: Place, work: Work, scope: str = "add") -> Callable[[Request], Awaitable[Response]]:
    """An endpoint for a form, for those whose token has the scope."""

    async def endpoint(request: Request) -> Response:
        who = await run_sync(access.visitor, request, place)
        access.check_origin(request, who, place)
        fields = await read(request)
        try:
            return await run_sync(_answer, place, who, request, fields, work, scope)
        finally:
            await fields.close()  # its files

    return endpoint


def _answer(
    place: Place, who: Visitor | None, request: Request, fields: FormData, work: Work, scope: str
) -> Response:
    who = _with_token(place, request, who, fields)
    if who is None:
        raise HTTPException(404 if "token" in request.path_params else 403, "This needs a token.")
    if scope not in who.scopes or (scope != "listen" and not who.token):
        raise HTTPException(403, f"This needs a token that may {scope}.")
    wait = place.limits.spend("write", who.who, place.conditions.writes_per_minute, 60.0)
    if wait:
        raise HTTPException(429, "Too many changes in a minute.", {"Retry-After": str(int(wait) + 1)})
    try:
        return work(place.of(who.show), who, request, fields)
    except LibraryError as error:
        raise HTTPException(404, f"{error}.") from error


async def read(request: Request) -> FormData:
    """A form's fields and files; bounded in size, number and time. Raises HTTPException."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    uploads = kind == "multipart/form-data"
    if not uploads and kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, "Send a form.")
    most = UPLOAD_BYTES if uploads else FORM_BYTES
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > most:
        raise HTTPException(413, "That is too long.")
    taken, receive = 0, request.receive

    async def bounded() -> dict[str, object]:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413, "That is too long.")
        return dict(message)

    try:
        with anyio.fail_after(UPLOAD_S if uploads else FORM_S):
            asked = Request(request.scope, bounded)
            fields = await asked.form(max_files=FILES, max_fields=FIELDS, max_part_size=FORM_BYTES)
    except TimeoutError as error:
        raise HTTPException(408, "That took too long.") from error
    except (ClientDisconnect, MultiPartException, ValueError, KeyError) as error:
        raise HTTPException(400, "The form cannot be read.") from error
    if len(fields.multi_items()) > FIELDS + FILES:
        raise HTTPException(400, "The form has too many fields.")
    return fields


def text(fields: FormData, name: str) -> str:
    """A field's text; empty without one."""
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def _with_token(place: Place, request: Request, who: Visitor | None, fields: FormData) -> Visitor | None:
    """Return the caller, by the token in the form where the address has none."""
    token = text(fields, "token")
    if not token or (who is not None and who.token):
        return who
    known = shares.holder(place.library, token)
    asked = proxies.asking(request, place.conditions)
    if known is None or asked.root is None:
        access.refuse_guessing(place, asked.address)
        return who
    show = request.path_params.get("show", "")
    return access.of_share(known, asked.root, "address", token, show) if known.show in ("", show) else who


def go(who: Visitor, path: str) -> Response:
    """On to another page of the application."""
    return Response(status_code=303, headers={**COMMON, "Location": f"{who.path}{path}"})


def add(place: Place, who: Visitor, request: Request, fields: FormData) -> Response:
    """Put on the list what was typed, pasted, dropped: addresses, HTML, a text, files."""
    try:
        made = _submitted(place, who, fields, texts.words(views.shown(place, request, who).lang))
    except Problem as problem:
        # Back to the page, with what was typed still in it.
        typed = {"url": text(fields, "url") or text(fields, "text"), "title": text(fields, "title")}
        again = Request({**request.scope, "query_string": urlencode(typed).encode()})
        return views.add(place, again, who, str(problem.detail))
    jobs = [queue.accept(place.library, one.request, one.body, who.who, one.caller) for one in made]
    place.narrating.wake()
    return go(who, f"jobs/{jobs[0].id}" if len(jobs) == 1 else "waiting")


def _submitted(place: Place, who: Visitor, fields: FormData, said: texts.Words) -> list[Submission]:
    title = text(fields, "title")
    asked = {name: text(fields, name) for name in ("voice", "show") if text(fields, name)}
    extra = submissions.of_library(place.library, asked)
    made = []
    for one in fields.getlist("files"):
        if isinstance(one, UploadFile) and (one.filename or one.size):
            data = one.file.read(submissions.DOCUMENT_BYTES + 1)
            kind = one.content_type or ""
            made.append(submissions.document(data, one.filename or "", kind, place.wish, who.who, extra))
    given = (text(fields, "url") or text(fields, "text")).strip()
    html = text(fields, "html")
    if html:
        link = text(fields, "url").strip()
        form = {"html": html, "url": link, "title": title, **extra}
        return [*made, submissions.from_form({k: v for k, v in form.items() if v}, place.wish, who.who)]
    if not given and not made:
        raise Problem(422, said["give_something"], "url")
    if given:
        found = submissions.addresses(given)
        if found is not None:
            made += [submissions.from_form({"url": url, **extra}, place.wish, who.who) for url in found]
        elif len(given.split()) < 3:
            raise Problem(400, said["no_address"].format(given=given[:80]), "url")
        else:
            made.append(_pasted(given, {"title": title, **extra}, place, who))
    return made


def _pasted(given: str, more: Mapping[str, str], place: Place, who: Visitor) -> Submission:
    """Take what was pasted for HTML, for Markdown where its marks are, or for text."""
    if not given.startswith("<") and _MARKDOWN.search(given):
        kind = "text/markdown; charset=utf-8"
        return submissions.document(given.encode("utf-8", "replace"), "", kind, place.wish, who.who, more)
    kind = "html" if given.startswith("<") and given.endswith(">") else "text"
    form = {kind: given, **{name: value for name, value in more.items() if value}}
    return submissions.from_form(form, place.wish, who.who)


def change_job(place: Place, who: Visitor, request: Request, fields: FormData) -> Response:
    """Retry, cancel or dismiss one that is on the list."""
    key, what = request.path_params["job"], request.path_params["what"]
    work = {"retry": queue.retry, "cancel": queue.cancel, "dismiss": queue.dismiss}.get(what)
    if work is None:
        raise HTTPException(404)
    if queue.job(place.library, key).owner != who.who and "manage" not in who.scopes:
        raise HTTPException(403, "Somebody else put it on the list.")
    work(place.library, key)
    place.narrating.wake()
    return go(who, "waiting")


def change_episode(place: Place, who: Visitor, request: Request, fields: FormData) -> Response:
    """Archive, delete, take back, mark as heard, narrate again, correct a name."""
    key, what = request.path_params["id"], request.path_params["what"]
    library = place.library
    library.held_entry(key)
    if what in ("heard", "unheard"):
        positions.put(library, who.who, key, heard=what == "heard")
    elif what in ("archive", "unarchive"):
        shelving.put(library, key, "archived", what == "archive")
    elif what in ("delete", "undelete"):
        _managing(who)
        shelving.put(library, key, "trashed", what == "delete")
    elif what == "show":
        _managing(who)
        shows.move(library, [key], text(fields, "show"))
    elif what in ("again", "name"):
        return _again(place, who, request, fields, key, what)
    else:
        raise HTTPException(404)
    back = text(fields, "back")
    return go(who, back if back in ("settings", f"episode/{key}") else "")


def _again(place: Place, who: Visitor, request: Request, fields: FormData, key: str, what: str) -> Response:
    try:
        if what == "name":
            _managing(who)
            _pronounce(text(fields, "word"), text(fields, "said"))
        entry = place.library.entry(key)
        made = submissions.again(entry, text(fields, "voice"), place.wish, name_corrected=what == "name")
    except LibraryError:
        raise
    except (Problem, ListenError) as problem:
        shown = str(problem.detail) if isinstance(problem, Problem) else str(problem)
        return views.episode(place, request, who, shown)
    job = queue.accept(place.library, made.request, made.body, who.who)
    place.narrating.wake()
    return go(who, f"jobs/{job.id}")


def _pronounce(word: str, said: str) -> None:
    """Write down how a name is said, for every narration from now on. Raises a ListenError."""
    word, said = " ".join(word.split())[:100], " ".join(said.split())[:200]
    if not word or not said or "\t" in word + said or word.startswith("#"):
        raise Problem(422, "Give the name as it is written, and as it should be said.", "word")
    with tempfile.TemporaryDirectory(prefix="listen-") as folder:
        row = Path(folder) / "row.tsv"
        row.write_text(f"{word}\t\t{said}\n", "utf-8")
        pronunciations.import_file(row)


def _managing(who: Visitor) -> None:
    if "manage" not in who.scopes:
        raise HTTPException(403, "This needs a token that may manage.")


def language(place: Place, who: Visitor, request: Request, fields: FormData) -> Response:
    """The language of the application's own words."""
    reply = go(who, "settings")
    chosen = text(fields, "language")
    if chosen in texts.LANGUAGES:
        reply.set_cookie(views.LANGUAGE_COOKIE, chosen, YEAR_S, path=who.path, httponly=True, samesite="lax")
    else:
        reply.delete_cookie(views.LANGUAGE_COOKIE, path=who.path)
    return reply


def login(place: Place) -> Callable[[Request], Awaitable[Response]]:
    """A token for a cookie."""

    async def endpoint(request: Request) -> Response:
        access.check_origin(request, None, place)
        fields = await read(request)
        return await run_sync(_login, place, request, text(fields, "token").strip())

    return endpoint


def _login(place: Place, request: Request, token: str) -> Response:
    asked = proxies.asking(request, place.conditions)
    wait = place.limits.shut_out(asked.address)
    if wait or asked.root is None:
        return views.login(place, request, wait=wait or 60)
    token = token.rstrip("/").split("/t/")[-1].split("/")[0]  # the whole address will do
    known = shares.holder(place.library, token)
    if known is None:
        place.limits.wrong_token(asked.address)
        return views.login(place, request, wrong=True)
    who = access.of_share(known, asked.root, "cookie", token)
    reply = go(who, "")
    secure = asked.root.startswith("https://")
    reply.set_cookie(COOKIE, token, YEAR_S, path=who.path, httponly=True, samesite="lax", secure=secure)
    return reply


def logout(place: Place, who: Visitor, request: Request, fields: FormData) -> Response:
    """Forget the token here."""
    reply = go(who, "")
    reply.delete_cookie(COOKIE, path=urlsplit(who.root).path)  # where it was set, from a show's page too
    return reply
