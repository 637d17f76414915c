"""This module says what the API answers with: an article on its way to being an episode, or one that
arrived.
"""

from __future__ import annotations

from typing import Any

from listen.errors import LibraryError
from listen.feed.addresses import Addresses
from listen.library import Entry, Library, positions
from listen.library.positions import Listener, Position
from listen.library.waiting import queue, working
from listen.library.waiting.requests import CANCELLED, DONE, FAILED, Job
from listen.library.waiting.webhooks import Webhook
from listen.server.gate.access import Visitor

FILES = {
    "captions": ".vtt", "srt": ".srt", "words": ".words.json", "chapters": ".chapters.json",
    "transcript": ".transcript.json",
}  # fmt: skip
"""What stands beside an episode's audio, by the name it has in the API."""


def find(library: Library, who: Visitor, key: str) -> tuple[Job | None, Entry | None]:
    """The resource of an id: the caller's own first, then the waiting list's, then the episode's.

    Raises LibraryError when there is none.
    """
    job = queue.by_caller(library, who.who, key) if who.who else None
    if job is None and key.startswith("q") and who.sees_unannounced:
        job = queue.job(library, key)
    if job is not None:
        entry = working.outcome(library, job)
        if job.state == DONE and entry is None:
            raise LibraryError(f"the episode of {key} was removed")
        return job, entry
    if len(key) != 12 or not key.isalnum():
        raise LibraryError(f"there is no episode {key}")
    entry = library.entry(key)
    if entry.held_back and not who.sees_unannounced:
        raise LibraryError(f"there is no episode {key}")
    return queue.of_episode(library, entry.id), entry


def resource(
    job: Job | None, entry: Entry | None, who: Visitor, place: Position | None = None, key: str = ""
) -> dict[str, Any]:
    """One article as JSON data: its state, and its result once there is one."""
    state = job.state if job is not None and (entry is None or job.state not in (FAILED, CANCELLED)) else DONE
    own = job.caller if job is not None and job.owner == who.who else None
    named = key or own or (job.id if job is not None and state != DONE else entry.id if entry else "")
    form: dict[str, Any] = {
        "id": named,
        "state": state,
        "title": entry.title if entry else job.shown if job else "",
        "url": (entry.url if entry else job.request.url if job else None) or None,
        "voice": job.request.voice if job else None,
        "created": job.added if job else entry.added if entry else "",
        "updated": job.updated if job else entry.updated if entry else "",
        "progress": _progress(job, state),
        "error": {"code": "not_narrated", "detail": job.error} if job and state == FAILED else None,
        "notes": list(job.notes if job and job.notes else entry.notes if entry else ()),
        "self": f"{who.base}api/v1/episodes/{named}",
        "result": result(entry, who, place) if entry and state == DONE else None,
    }
    return form


def result(entry: Entry, who: Visitor, place: Position | None = None) -> dict[str, Any]:
    """The episode that an article became."""
    at = Addresses(who.base)
    audio = entry.files[0]
    form: dict[str, Any] = {
        "episode": entry.id, "guid": entry.guid, "version": entry.version, "title": entry.title,
        "lang": entry.lang, "byline": entry.byline, "site": entry.site, "url": entry.url,
        "published": entry.published, "summary": entry.summary, "duration_ms": entry.duration_ms,
        "voices": list(entry.voices), "added": entry.added, "announced": entry.pub,
        "archived": bool(entry.archived), "show": entry.show or None,
        "audio": {
            "url": at.file(entry, audio.name), "type": audio.type, "size": audio.size, "sha256": entry.sha256,
        },
    }  # fmt: skip
    for name, ending in FILES.items():
        item = entry.file(ending)
        form[name] = (
            {"url": at.file(entry, item.name), "type": item.type, "size": item.size} if item else None
        )
    page = entry.file(".html")
    form["page"] = at.file(entry, page.name) if page else None
    form["position"] = position(place) if place else None
    return form


def version(entry: Entry, who: Visitor) -> dict[str, Any]:
    """One narration of an episode: the present one, or one that another replaced."""
    form = result(entry, who)
    names = ("version", "title", "duration_ms", "voices", "audio", *FILES, "page")
    return {
        "made": entry.updated, "replaced": entry.replaced or None,
        "reason": entry.reason or ("first" if entry.version == 1 else None),
        **{name: form[name] for name in names},
    }  # fmt: skip


def show(library: Library, name: str, who: Visitor) -> dict[str, Any]:
    """One of the library's shows."""
    own = library.of(name)
    base = who.base if who.show else f"{who.base}shows/{name}/"
    return {
        "name": name, "title": own.show.title, "description": own.show.description, "page": base,
        "feed": Addresses(base).feed(), "episodes": own.count(), "voice": own.show.voice or None,
        "public": own.show.public,
    }  # fmt: skip


def position(place: Position) -> dict[str, Any]:
    """Return where a listener is."""
    return {"at_ms": place.at_ms, "heard": place.heard, "updated_ms": place.updated_ms}


def listener(person: Listener, who: Visitor) -> dict[str, Any]:
    """Return who asks, what they may, what they keep."""
    return {
        "name": person.who, "scopes": sorted(who.scopes), "speed": person.speed,
        "playlist": list(person.playlist),
    }  # fmt: skip


def webhook(hook: Webhook, secret: bool = False) -> dict[str, Any]:
    """An address that is told; its secret only when it is new."""
    form: dict[str, Any] = {
        "id": hook.id, "url": hook.url, "events": list(hook.events), "created": hook.created,
    }  # fmt: skip
    return {**form, "secret": hook.secret} if secret else form


def place_of(library: Library, who: Visitor, episode: str) -> Position | None:
    """The visitor's own place in an episode."""
    return positions.of(library, who.who, [episode]).get(episode) if who.who else None


def _progress(job: Job | None, state: str) -> dict[str, Any]:
    if job is None or state == DONE:
        return {"share": 1.0, "audio_ms": job.audio_ms if job else 0}
    share = job.done / job.total if job.total else 0.0
    return {"share": round(min(share, 1.0), 4), "audio_ms": job.audio_ms}
