"""This module says what an engine is: one frozen value of traits, and eight functions, some of which it may
take ready-made.

An engine is a *module* that has what `Engine` lists. The parent process calls `prepare`, which needs the text
knowledge (dictionaries, taggers); a worker process calls `synthesize`, which needs the voice alone. What
passes between them is one short string. `docs/engines.md` shows a whole engine; the contract test in
`tests/engines/test_contract.py` holds every installed one to this.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from listen.model import Clip, Utterance, Voice


@dataclass(frozen=True, slots=True)
class Traits:
    """Holds what the program has to know of an engine before it speaks."""

    name: str
    """What `--engine` takes, and its key in `ENGINES`."""
    licence: str
    """SPDX expression of the engine's code; its voices have their own."""
    rate: int | None = None
    """Sample rate of all its voices, Hz; None: each voice has its own."""
    concurrency: int = 0
    """How many processes may speak at once; 0: as many as there are cores."""
    word_times: bool = False
    """Every clip has the sample span of every word."""
    steady: bool = False
    """Its sound repeats itself, as speech does not: it is not searched for passages said twice."""
    uneven_rate: bool = False
    """It is asked for rate 1 only, and other rates are made by stretching its sound."""
    repeatable: bool = True
    """The same words give the same samples; otherwise a second try of a sentence may have better luck."""
    threads: bool = False
    """Several threads of one process may speak at once, each a sentence, and be done sooner."""
    local: bool = True
    """It speaks on this computer; otherwise the text is sent elsewhere, and may cost money."""


class Engine(Protocol):
    """Holds what a module must have to be an engine. What it has no use for, it takes from below by name."""

    TRAITS: Traits

    def missing(self) -> str | None:
        """None when the engine can be used, else one line that says what to do."""
        ...

    def voices(self) -> tuple[Voice, ...]:
        """The voices that it finds by itself; `described` where all are described in `voices/`."""
        ...

    def version(self, voice: Voice) -> str:
        """Return what the samples depend on besides text and voice: engine, model, settings, numeric
        libraries.
        """
        ...

    def prepare(self, utterance: Utterance, voice: Voice) -> str:
        """Return what will be synthesised, as one string. Pure; runs in the parent process."""
        ...

    def sounds(self, prepared: str, utterance: Utterance, voice: Voice) -> str:
        """The phonemes that the words should take, for the check that nothing was lost; or `letters`."""
        ...

    def load(self, voice: Voice) -> None:
        """Load in a worker what the first synthesis would otherwise wait for; or `nothing_to_load`."""
        ...

    def synthesize(self, prepared: str, utterance: Utterance, voice: Voice, rate: float = 1.0) -> Clip:
        """Speak, `rate` times as fast as the voice's own pace; the same samples each time if `repeatable`.

        Raises EngineError in one line when the engine cannot."""
        ...

    def price(self, voice: Voice) -> float | None:
        """US dollars for a million characters, None where nobody knows; or `free`."""
        ...


MEMBERS = tuple(name for name in vars(Engine) if not name.startswith("_"))
"""The functions that a module must have."""


def described() -> tuple[Voice, ...]:
    """No voices but those in `voices/`."""
    return ()


def letters(prepared: str, utterance: Utterance, voice: Voice) -> str:
    """The spoken sentence itself: its letters stand for its sounds."""
    return utterance.spoken


def nothing_to_load(voice: Voice) -> None:
    """Nothing: the first synthesis is as fast as any."""


def free(voice: Voice) -> float | None:
    """Nothing is paid for what is spoken on this computer."""
    return 0.0
