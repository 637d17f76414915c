"""This module says what belongs to one token: positions, speed, playlist, webhooks."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from listen.errors import LibraryError
from listen.library import positions, shows
from listen.library.waiting import webhooks
from listen.server.api import calls, resources
from listen.server.api.problems import Problem
from listen.server.gate.access import Visitor
from listen.server.gate.conditions import Place

MOST_MS = 400 * 3_600_000
LATEST_MS = 10**14
"""Later than any moment that a device may tell, in milliseconds since 1970."""


def me(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Return who asks, what they may, at which speed they listen, what plays next."""
    return calls.answer(resources.listener(positions.listener(place.library, _person(who)), who))


def keep(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Set the speed, the playlist."""
    form = calls.fields(data, ("speed", "playlist", "updated_ms"))
    speed, playlist = form.get("speed"), form.get("playlist")
    if speed is not None and (isinstance(speed, bool) or not isinstance(speed, (int, float))):
        raise Problem(422, "speed is a number.", "speed")
    if playlist is not None and not (
        isinstance(playlist, list) and all(isinstance(one, str) and len(one) <= 40 for one in playlist)
    ):
        raise Problem(422, "playlist is a list of episodes' ids.", "playlist")
    try:
        kept = positions.keep(place.library, _person(who), speed, playlist, _ms(form, "updated_ms"))
    except LibraryError as error:
        raise Problem(422, f"{error}.", "speed") from error
    return calls.answer(resources.listener(kept, who))


def position(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Return where the asker is in an episode."""
    _, entry = resources.find(place.library, who, request.path_params["id"])
    if entry is None:
        raise Problem(404, "It is not narrated yet.")
    _person(who)
    own = resources.place_of(place.library, who, entry.id) or positions.Position(entry.id, 0, False, 0)
    return calls.answer(resources.position(own))


def move(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Note where the asker is; a newer word stays, and is the answer."""
    _, entry = resources.find(place.library, who, request.path_params["id"])
    if entry is None:
        raise Problem(404, "It is not narrated yet.")
    form = calls.fields(data, ("at_ms", "heard", "updated_ms"))
    heard = form.get("heard")
    if heard is not None and not isinstance(heard, bool):
        raise Problem(422, "heard is true or false.", "heard")
    now = positions.put(
        place.library, _person(who), entry.id, _ms(form, "at_ms"), heard, _ms(form, "updated_ms")
    )
    return calls.answer(resources.position(now))


def all_positions(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Every place that is kept of the asker, by episode."""
    found = positions.of(place.library, _person(who))
    return calls.answer({"positions": {key: resources.position(p) for key, p in found.items()}})


def all_shows(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """The shows that the asker sees."""
    names = [who.show] if who.show else shows.names(place.library)
    return calls.answer({"shows": [resources.show(place.library, name, who) for name in names]})


def hooks(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """The asker's webhooks."""
    found = webhooks.registered(place.library, _person(who))
    return calls.answer({"webhooks": [resources.webhook(hook) for hook in found]})


def hook(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Register one; its secret is told this once."""
    form = calls.fields(data, ("url", "events"))
    url, events = form.get("url"), form.get("events", list(webhooks.EVENTS))
    if not isinstance(url, str):
        raise Problem(422, "url is the address to tell.", "url")
    if not isinstance(events, list) or not all(isinstance(one, str) for one in events):
        raise Problem(422, f"events is a list of {' and '.join(webhooks.EVENTS)}.", "events")
    try:
        made = webhooks.register(place.library, _person(who), url, tuple(events))
    except LibraryError as error:
        raise Problem(422, f"{error}.", "url") from error
    return calls.answer(resources.webhook(made, secret=True), 201)


def unhook(place: Place, who: Visitor, request: Request, data: bytes) -> Response:
    """Remove one."""
    webhooks.remove(place.library, _person(who), request.path_params["id"])
    return calls.nothing()


def _person(who: Visitor) -> str:
    if not who.who:
        raise Problem(401, "This is kept for each token: give one.")
    return who.who


def _ms(form: dict[str, Any], name: str) -> int | None:
    value = form.get(name)
    if value is None:
        return None
    most = MOST_MS if name == "at_ms" else LATEST_MS
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= most:
        raise Problem(422, f"{name} is a number of milliseconds.", name)
    return int(value)
