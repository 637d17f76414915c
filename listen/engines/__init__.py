"""Speech engines: one module each, one line each in `ENGINES`, one contract for all (`contract.py`).

Other packages add engines through the entry-point group `listen.engines` (name = module).
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import cast

from listen.engines.contract import MEMBERS, Engine, Traits
from listen.errors import EngineError

ENGINES = {
    "hibari": "listen.engines.hibari",
    "kokoro": "listen.engines.kokoro",
    "piper": "listen.engines.piper",
    "openai": "listen.engines.openai",
    "espeak": "listen.engines.espeak",
    "system": "listen.engines.system",
    "tone": "listen.engines.tone",
}
FOR_TESTS = frozenset({"tone"})
"""Engines that say nothing: whoever names one gets it, and nobody is offered it."""


@cache
def installed() -> dict[str, str]:
    """Names of all engines with their modules: ours, and those of other packages. Ours win a clash."""
    from importlib import metadata  # and email with it: 2 MB, and a look at every package there is

    points = metadata.entry_points(group="listen.engines")
    return {point.name: point.value for point in points} | ENGINES


def offered() -> list[str]:
    """Names of the engines that a user may want, in order."""
    return sorted(installed().keys() - FOR_TESTS)


@cache
def get(name: str) -> Engine:
    """The engine of that name. Raises EngineError for an unknown name or a module that is no engine."""
    place = ENGINES.get(name) or installed().get(name)
    if place is None:
        raise EngineError(f"no engine {name!r}: choose one of {', '.join(offered())}")
    try:
        module = import_module(place)
    except ImportError as error:
        raise EngineError(f"engine {name!r} cannot be loaded ({error}): see `listen doctor`") from error
    lacking = [member for member in MEMBERS if not callable(getattr(module, member, None))]
    if not isinstance(getattr(module, "TRAITS", None), Traits):
        lacking.insert(0, "TRAITS")
    if lacking:
        raise EngineError(f"engine {name!r} has no {lacking[0]}: {place} must follow docs/engines.md")
    return cast("Engine", module)


def traits(name: str) -> Traits:
    """The traits of the engine of that name. Raises as `get` does."""
    return get(name).TRAITS
