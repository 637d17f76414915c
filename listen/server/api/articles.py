"""Articles submitted, looked at, replaced, taken back; their files."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from listen.errors import LibraryError
from listen.library import Entry, adding, browsing, positions
from listen.library.waiting import queue
from listen.library.waiting.requests import DONE, FAILED, OVER, STATES, Job
from listen.server import files_reply
from listen.server.api import calls, resources, submissions
from listen.server.api.problems import Problem
from listen.server.api.submissions import Submission
from listen.server.gate.access import Visitor
from listen.server.gate.conditions import Place
from listen.storage import jsonform

PER_PAGE = 50
MOST_PER_PAGE = 200


def submit(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Take an article. It is stored before the answer goes out."""
    return _accept(place, who, _submission(place, who, request, data, None), replace=False)


def replace(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Another text under the same id: the same episode's next version."""
    key = request.path_params["id"]
    caller: str | None = submissions.caller_id(key)
    identity = ""
    try:
        job, entry = resources.find(place.library, who, key)
    except LibraryError:
        job = entry = None  # then it is a new one under that id
    if job is not None or entry is not None:
        _own(place, who, job)
        if job is None or job.caller != key or job.owner != who.who:
            # An id of ours: the episode keeps its identity.
            caller, identity = None, place.library.identity_of(entry.id) if entry else ""
            if job is not None and not job.over:
                queue.cancel(place.library, job.id)
    made = _submission(place, who, request, data, caller)
    if identity:
        made = submissions.under(made, identity)
    return _accept(place, who, made, replace=True)


def remove(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Take an article back, whatever became of it: the list forgets it, its episode goes."""
    job, entry = resources.find(place.library, who, request.path_params["id"])
    _own(place, who, job)
    if job is not None:
        if job.state not in OVER:
            queue.cancel(place.library, job.id)
        else:
            queue.dismiss(place.library, job.id)
    if entry is not None:
        adding.remove(place.library, entry.id)
    return calls.nothing()


def retry(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Try once more what failed."""
    job, _ = resources.find(place.library, who, request.path_params["id"])
    _own(place, who, job)
    if job is None:
        raise Problem(409, "It is an episode already: nothing failed.")
    try:
        job = queue.retry(place.library, job.id)
    except LibraryError as error:
        raise Problem(409, f"{error}.") from error
    place.narrating.wake()
    return calls.answer(resources.resource(job, None, who), 202)


def one(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Return how an article stands."""
    job, entry = resources.find(place.library, who, request.path_params["id"])
    own = resources.place_of(place.library, who, entry.id) if entry else None
    return calls.answer(resources.resource(job, entry, who, own, request.path_params["id"]))


def versions(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Return an episode's narrations that are kept: the present one and what it replaced."""
    _, entry = resources.find(place.library, who, request.path_params["id"])
    if entry is None:
        raise Problem(404, "It is not narrated yet.")
    found = [entry, *place.library.older(entry.id)]
    return calls.answer({"versions": [resources.version(one, who) for one in found]})


def many(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Return what is on its way and what is there: first the list, then the episodes, a page at a time."""
    asked = request.query_params
    state, offset = asked.get("state", ""), _number(asked.get("cursor", "0"), "cursor", 0, 10**9)
    limit = _number(asked.get("limit", str(PER_PAGE)), "limit", 1, MOST_PER_PAGE)
    if state and state not in STATES:
        raise Problem(422, f"state is one of {', '.join(STATES)}.", "state")
    if asked.get("sort", "newest") not in browsing.SORTS:
        raise Problem(422, f"sort is one of {', '.join(browsing.SORTS)}.", "sort")
    jobs: list[Job] = []
    submissions.of_library(place.library, asked)
    if offset == 0 and not asked.get("q") and state != DONE and who.sees_unannounced:
        wanted = (state,) if state else tuple(s for s in STATES if s not in OVER or s == FAILED)
        jobs = queue.jobs(
            place.library.of(asked.get("show", place.library.only)), wanted, limit=MOST_PER_PAGE
        )
    shown = [resources.resource(job, None, who) for job in jobs]
    following = None
    if state in ("", DONE):
        wish = browsing.Filter(
            asked.get("q", "")[:200], "all", sort=asked.get("sort", "newest"), show=asked.get("show"),
            announced=not who.sees_unannounced,
        )  # fmt: skip
        found = browsing.find(place.library, who.who, wish, offset, limit)
        own = positions.of(place.library, who.who, [e.id for e in found.entries]) if who.who else {}
        shown += [_entry(place, entry, who, own.get(entry.id)) for entry in found.entries]
        if offset + limit < found.total:
            following = str(offset + limit)
    return calls.answer({"episodes": shown, "next": following})


def file(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """The audio, captions, words, chapters or transcript themselves."""
    _, entry = resources.find(place.library, who, request.path_params["id"])
    kind = request.path_params["file"]
    if entry is None:
        raise Problem(404, "It is not narrated yet.")
    if kind == "article":
        return calls.answer(jsonform.plain(adding.article_of(place.library, entry)))
    name = entry.audio
    if kind != "audio":
        item = entry.file(resources.FILES[kind]) if kind in resources.FILES else None
        if item is None:
            raise Problem(404, f"There is no {kind} of it.")
        name = item.name
    return files_reply.file(place.library, request, who, entry.id, name)


def _entry(place: Place, entry: Entry, who: Visitor, own: positions.Position | None) -> dict[str, object]:
    return resources.resource(queue.of_episode(place.library, entry.id), entry, who, own)


def _accept(place: Place, who: Visitor, made: Submission, replace: bool) -> Response:
    job = queue.accept(place.library, made.request, made.body, who.who, made.caller, replace)
    place.narrating.wake()
    if job.state == DONE:
        _, entry = resources.find(place.library, who, job.id)
        return calls.answer(resources.resource(job, entry, who))
    form = resources.resource(job, None, who)
    return calls.answer(form, 202, {"Location": form["self"]})


def _submission(place: Place, who: Visitor, request: Request, data: bytes, caller: str | None) -> Submission:
    kind = request.headers.get("content-type", "")
    media = kind.split(";")[0].strip().lower()
    if media == "application/json":
        form = submissions.of_library(place.library, calls.json_object(data))
        return submissions.from_form(form, place.wish, who.who, caller)
    if media not in submissions.KINDS:
        raise Problem(415, f"Send JSON, or a document: {', '.join(sorted(submissions.KINDS))}.")
    asked = dict(submissions.of_library(place.library, dict(request.query_params)))
    if asked.get("id") and caller is None:
        caller = submissions.caller_id(asked["id"])
    return submissions.document(data, asked.get("name", ""), kind, place.wish, who.who, asked, caller)


def _own(place: Place, who: Visitor, job: Job | None) -> None:
    """Refuse to change what somebody else submitted, without the right to change everything."""
    if "manage" not in who.scopes and (job is None or job.owner != who.who):
        raise Problem(403, "Somebody else submitted it: this needs a token with the scope manage.")


def _number(value: str, name: str, least: int, most: int) -> int:
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise Problem(422, f"{name} is a whole number from {least} to {most}.", name)
    return int(value)
