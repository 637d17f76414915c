"""Speech engines: one module each, one line each in `ENGINES`, one Protocol for all.

An engine is a *module* that has what `Engine` lists. The parent process calls `prepare`, which needs the text
knowledge (dictionaries, taggers); a worker process calls `synthesize`, which needs the voice alone. What
passes between them is one short string, which is also what a cache can be keyed by.

Other packages add engines through the entry-point group `listen.engines` (name = module).
"""

from __future__ import annotations

from functools import cache
from importlib import import_module, metadata
from typing import TYPE_CHECKING, Protocol, cast

from listen.errors import EngineError

if TYPE_CHECKING:
    from listen.model import Clip, Utterance, Voice

ENGINES = {
    "hibari": "listen.engines.hibari",
    "espeak": "listen.engines.espeak",
    "system": "listen.engines.system",
    "tone": "listen.engines.tone",
}


class Engine(Protocol):
    """What a module must have to be an engine.

    Optional besides:
    `voices() -> tuple[Voice, ...]` where the voices are not described by files in `voices/`;
    `sounds(prepared, utterance, voice) -> str`, the phonemes that the words should take, for the check that
    nothing was lost (without it, letters are counted);
    `load(voice)`, which loads in a worker what the first synthesis would otherwise wait for;
    `TELLS_WORDS = True` when every clip has its words' times;
    `STEADY = True` when its sound repeats itself, as speech does not;
    `UNEVEN_RATE = True` when it is asked for rate 1 only, and other rates are made by stretching its sound.
    """

    NAME: str
    PARALLEL: int
    """How many processes may speak at once; 0: as many as there are cores."""

    def version(self, voice: Voice) -> str:
        """What the samples depend on besides text and voice: engine, model and numeric libraries."""
        ...

    def prepare(self, utterance: Utterance, voice: Voice) -> str:
        """What will be synthesised, as one string. Pure; runs in the parent process."""
        ...

    def synthesize(self, prepared: str, utterance: Utterance, voice: Voice, rate: float = 1.0) -> Clip:
        """Speak, `rate` times as fast as the voice's own pace. The same arguments give the same samples.

        Raises EngineError in one line when the engine cannot."""
        ...

    def missing(self) -> str | None:
        """None when the engine can be used, else one line that says what to do."""
        ...


@cache
def installed() -> dict[str, str]:
    """Names of all engines with their modules: ours, and those of other packages. Ours win a clash."""
    points = metadata.entry_points(group="listen.engines")
    return {point.name: point.value for point in points} | ENGINES


@cache
def get(name: str) -> Engine:
    """The engine of that name. Raises EngineError for an unknown name or a module that cannot be imported."""
    modules = installed()
    if name not in modules:
        raise EngineError(f"no engine {name!r}: choose one of {', '.join(sorted(modules))}")
    try:
        return cast("Engine", import_module(modules[name]))
    except ImportError as error:
        raise EngineError(f"engine {name!r} cannot be loaded ({error}): see `listen doctor`") from error
