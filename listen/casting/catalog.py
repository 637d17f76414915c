"""Voices: the files in `voices/`, and those that engines find on the computer.

A file describes one voice, or, with a table `[voices]`, many that share what stands above it.
"""

from __future__ import annotations

import tomllib
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING

from listen.errors import VoiceError
from listen.model import Pace, Voice
from listen.storage.installed import voices_folder

if TYPE_CHECKING:
    from typing import Any

DEFAULT = "heart"
PREFERRED = ("hibari", "espeak")
"""Engines that a voice is taken from when only the language is known, in this order."""
ALIASES = {
    "zh": "cmn",
    "zh-cn": "cmn",
    "zh-tw": "cmn",
    "zh-hk": "yue",
    "no": "nb",
    "nn": "nb",
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "mo": "ro",
    "sh": "hr",
    "en-uk": "en-gb",
    "fil": "tl",
}
"""Language tags that mean a language which voices name otherwise. Keys are lower case."""
AMERICAS = (
    *("ar", "bo", "cl", "co", "cr", "cu", "do", "ec", "gt", "hn"),
    *("mx", "ni", "pa", "pe", "pr", "py", "sv", "us", "uy", "ve"),
)
USUAL = {"en": "en-gb"} | {f"es-{country}": "es-419" for country in AMERICAS}
"""Tags without a voice of their own, and the voice's tag that comes closest."""


@cache
def _described() -> dict[str, Voice]:
    """The voices in files, the default first."""
    found: dict[str, Voice] = {}
    for file in sorted(voices_folder().iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".toml"):
            continue
        try:
            table = tomllib.loads(file.read_text("utf-8"))
            common = {key: value for key, value in table.items() if key != "voices"}
            several: dict[str, dict[str, Any]] = table.get("voices", {file.name.removesuffix(".toml"): {}})
            for name, own in several.items():
                found[name] = _voice(name, common | own)
        except (tomllib.TOMLDecodeError, TypeError) as error:
            raise VoiceError(f"voices/{file.name} is not a voice description: {error}") from error
    rank = {engine: place for place, engine in enumerate(PREFERRED)}
    order = sorted(found.values(), key=lambda v: (v.name != DEFAULT, rank.get(v.engine, len(rank)), v.name))
    return {voice.name: voice for voice in order}


def _voice(name: str, values: dict[str, Any]) -> Voice:
    known = {field.name for field in fields(Voice)} - {"name"}
    if unknown := set(values) - known:
        raise TypeError(f"unknown key {min(unknown)!r}")
    pace = values.get("pace")
    return Voice(**(values | {"name": name, "pace": Pace(**pace) if pace else None}))


def all_voices(computer: bool = False) -> tuple[Voice, ...]:
    """All described voices, the default first; with `computer` also those that engines have to look for."""
    voices = list(_described().values())
    if computer:
        from listen import engines

        for name in engines.installed():
            voices.extend(engines.get(name).voices())
    return tuple(voices)


def load(name: str) -> Voice:
    """The voice of that name. Raises VoiceError with names that look like it."""
    if name in _described():
        return _described()[name]
    voices = {voice.name: voice for voice in all_voices(computer=True)}
    if name in voices:
        return voices[name]
    from difflib import get_close_matches

    close = get_close_matches(name.lower(), voices, n=3)
    hint = f"did you mean {' or '.join(close)}?" if close else "`listen voices` lists them"
    raise VoiceError(f"no voice {name!r}: {hint}")


def for_language(lang: str, engine: str | None = None) -> Voice:
    """The best voice for a BCP 47 tag: the same tag, then the longest common beginning, then the same
    language.

    `und` or nothing gets the default voice. Without `engine`, hibari's voices come before espeak's for
    English of any kind, and the computer's own are not considered. Raises VoiceError when nothing speaks the
    language.
    """
    wanted = lang.lower().replace("_", "-")
    if wanted in ("", "und"):
        wanted = "en"
    wanted = ALIASES.get(wanted, wanted)
    wanted = USUAL.get(wanted, wanted)
    primary = ALIASES.get(wanted.split("-")[0], wanted.split("-")[0])
    voices = [v for v in all_voices(computer=engine == "system") if _eligible(v, engine)]
    speaking = [v for v in voices if v.lang.lower().split("-")[0] == primary]
    if not speaking:
        by = f" of engine {engine!r}" if engine else ""
        raise VoiceError(f"no voice{by} speaks {lang!r}: name one with --voice (`listen voices` lists them)")
    if speaking[0].engine == PREFERRED[0]:  # the one in the package: the others have to be fetched
        return next((v for v in speaking if v.name == DEFAULT), speaking[0])
    return max(speaking, key=lambda v: _likeness(v.lang.lower(), wanted))


def _eligible(voice: Voice, engine: str | None) -> bool:
    return voice.engine == engine if engine else voice.engine in PREFERRED


def _likeness(have: str, want: str) -> tuple[int, int, int]:
    """Exact beats a shared beginning, which beats the plain language; the shortest tag wins a tie."""
    parts, wanted = have.split("-"), want.split("-")
    common = next((i for i, (a, b) in enumerate(zip(parts, wanted, strict=False)) if a != b), None)
    shared = min(len(parts), len(wanted)) if common is None else common
    return (have == want, shared, -len(parts))
