"""This module says what `listen voices` shows: every voice, whether it can speak now, and how to get it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from listen.casting import catalog, choosing, speeds
from listen.casting.entries import Entry
from listen.engines import FOR_TESTS
from listen.errors import ListenError


@dataclass(frozen=True, slots=True)
class Listed:
    """One voice, for people and programs to choose from."""

    name: str
    engine: str
    language: str
    """BCP 47."""
    licence: str
    credit: str
    quality: str
    """As published, and as measured here; empty where neither was done."""
    installed: bool
    """It can speak now."""
    speaks: bool
    """False where it was measured not to say what is written in its language."""
    gender: str
    size: int
    """Bytes to be fetched for it alone, nothing else being there."""
    about: str
    speed: float | None = None
    """Audio seconds that a second of one core makes here; None where `listen voices bench` was not run."""


def listed(
    lang: str = "", engine: str = "", installed: bool = False, computer: bool = False
) -> tuple[Listed, ...]:
    """The voices of a language and an engine, all where neither is named; those that can speak come first.

    With `computer`, or with an engine that finds its voices by itself, these are looked for as well.
    """
    found = list(catalog.all_entries() if engine in FOR_TESTS else catalog.offered())
    if computer or engine not in ("", *{entry.voice.engine for entry in found}):
        found += [Entry(voice) for voice in catalog.on_this_computer()]
    measured = speeds.known()
    usable = cache(_usable)  # a hundred voices of one engine: asking it loads its library
    chosen = [
        of(entry, measured.get(entry.voice.name), usable)
        for entry in found
        if (not engine or entry.voice.engine == engine)
        and (not lang or choosing.primary(lang) == choosing.primary(entry.voice.lang))
        and (not installed or entry.installed)
    ]
    return tuple(sorted(chosen, key=lambda voice: not (voice.installed and voice.speaks)))


def of(entry: Entry, speed: float | None = None, usable: Callable[[str], bool] | None = None) -> Listed:
    """One entry of the catalogue, as it is listed; `usable` says whether an engine can speak here."""
    voice = entry.voice
    return Listed(
        voice.name,
        voice.engine,
        voice.lang,
        voice.licence,
        voice.credit,
        quality(entry),
        entry.installed and (usable or _usable)(voice.engine),
        entry.speaks,
        entry.gender,
        entry.size,
        voice.about,
        speed,
    )


def quality(entry: Entry) -> str:
    """Return what was published and measured, in a few words."""
    measured = "" if entry.word_errors is None else f"{entry.word_errors:g} % word errors"
    return ", ".join(part for part in (entry.published, measured) if part)


def lines(voices: Sequence[Listed], whole: bool) -> list[str]:
    """The list for a person: first who can speak, then who can be installed. Unless `whole`, the robot's
    voices that nobody measured here are one line in the end."""
    robots = [] if whole else [v for v in voices if v.engine == "espeak" and v.speed is None]
    told = [line(voice) for voice in voices if voice not in robots]
    if robots:
        count = len({choosing.primary(v.language) for v in robots if v.speaks})
        told.append(
            f"{'espeak-…':<24} a robot's voices of {count} languages, here already:"
            " listen voices --engine espeak"
        )
    return told


def line(voice: Listed) -> str:
    """One voice for a person: what it is called, its language, how it is, how to get it."""
    state = "does not speak its script" if not voice.speaks else "" if voice.installed else _how(voice)
    speed = "" if voice.speed is None else f"{voice.speed:.1f} × real time a core here"
    told = "; ".join(part for part in (voice.about, voice.quality, speed, state) if part)
    return f"{voice.name:<24} {voice.language:<8} {voice.engine:<7} {voice.licence:<18} {told}"


def _how(voice: Listed) -> str:
    return f"listen voices install {voice.name} ({voice.size / 1e6:.0f} MB)"


def _usable(engine: str) -> bool:
    from listen import engines

    try:
        lacking = engines.get(engine).missing() if engine in ("hibari", "espeak") else None
    except ListenError:
        return False
    return lacking is None
