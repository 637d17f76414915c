"""Voices by name: those of the catalogue, those that engines find on the computer, and blends of several."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches

from listen.casting import entries
from listen.casting.entries import Entry
from listen.engines import FOR_TESTS
from listen.errors import VoiceError
from listen.model import Voice

DEFAULT = "heart"
PREFERRED = ("hibari", "kokoro", "piper", "espeak")
"""Engines in the order in which their voices are listed; only theirs are taken where none is named."""


def all_entries() -> tuple[Entry, ...]:
    """All described voices, the default first, each with the files of its usual variant."""
    found = {**entries.described(), **entries.own()}
    rank = {engine: place for place, engine in enumerate(PREFERRED)}

    def order(entry: Entry) -> tuple[bool, int, str]:
        voice = entry.voice
        return voice.name != DEFAULT, rank.get(voice.engine, len(rank)), voice.name

    return tuple(sorted((entries.of_variant(entry, "") for entry in found.values()), key=order))


def offered() -> tuple[Entry, ...]:
    """The described voices that speak: all but those of engines for tests."""
    return tuple(entry for entry in all_entries() if entry.voice.engine not in FOR_TESTS)


def all_voices(computer: bool = False) -> tuple[Voice, ...]:
    """All voices on offer, the default first; with `computer` also those that engines have to look for."""
    voices = [entry.voice for entry in offered()]
    return (*voices, *(on_this_computer() if computer else ()))


def on_this_computer() -> tuple[Voice, ...]:
    """The voices that engines find by themselves."""
    from listen import engines

    return tuple(voice for name in engines.installed() for voice in engines.get(name).voices())


def load(name: str) -> Voice:
    """The voice of that name. Raises VoiceError with names that look like it."""
    found = entry(name)
    if found is not None:
        return found.voice
    for voice in on_this_computer():
        if voice.name == name:
            return voice
    raise unknown(name)


def entry(name: str) -> Entry | None:
    """The described voice of a name, `NAME@VARIANT` or a blend `NAME:0.6+NAME:0.4`; None where there is none.

    Raises VoiceError for a blend of voices that cannot be mixed."""
    plain, _, variant = name.partition("@")
    if "+" in plain or ":" in plain:
        return _blend(plain, variant)
    found = entries.described().get(plain) or entries.own().get(plain)
    return entries.of_variant(found, variant) if found else None


def asked_for(name: str) -> Voice:
    """A voice that is to speak. Raises VoiceError when it has to be installed first."""
    found = entry(name)
    if found is not None and not found.installed:
        size = f"{found.size / 1e6:.0f} MB"
        raise VoiceError(
            f"{name} is not installed: listen voices install {name} ({size}), or use another --voice"
        )
    return load(name)


def unknown(name: str) -> VoiceError:
    """The error for a name that no voice has, with names that look like it."""
    names = [voice.name for voice in all_voices(computer=True)]
    close = get_close_matches(name.lower(), names, n=3)
    hint = f"did you mean {' or '.join(close)}?" if close else "`listen voices` lists them"
    return VoiceError(f"no voice {name!r}: {hint}")


def _blend(text: str, variant: str) -> Entry:
    """Voices of one family, mixed: `af_heart:0.6+bf_emma:0.4`. The heaviest gives language and pace."""
    shares: list[tuple[Entry, float]] = []
    for part in text.split("+"):
        name, _, weight = part.strip().partition(":")
        found = entry(f"{name}@{variant}" if variant else name)
        if found is None:
            raise unknown(name)
        try:
            shares.append((found, float(weight or 1)))
        except ValueError:
            raise VoiceError(f"{weight!r} is no weight: write af_heart:0.6+bf_emma:0.4") from None
    if any(weight <= 0 for _, weight in shares):
        raise VoiceError(f"every voice of {text} needs a weight above 0: write af_heart:0.6+bf_emma:0.4")
    if {found.voice.engine for found, _ in shares} != {"kokoro"}:
        raise VoiceError(f"{text} cannot be mixed: only Kokoro's voices can")
    main = max(shares, key=lambda share: share[1])[0]
    total = sum(weight for _, weight in shares)
    gains = [(found.voice.gain_db, weight / total) for found, weight in shares]
    ending = f"@{variant}" if "@" in main.voice.id else ""
    voice = replace(
        main.voice,
        name=text + ending,
        id="+".join(f"{found.voice.id.partition('@')[0]}:{weight:g}" for found, weight in shares) + ending,
        credit="; ".join(dict.fromkeys(found.voice.credit for found, _ in shares)),
        gain_db=None if any(g is None for g, _ in gains) else sum((g or 0) * share for g, share in gains),
        about="A blend",
    )
    files = {file.path: file for found, _ in shares for file in found.files}
    return replace(main, voice=voice, files=tuple(files.values()), published="", word_errors=None)
