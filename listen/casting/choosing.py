"""Whose voice a language gets: the user's own choice, or the best of what can speak now.

Among the voices that can speak, a neural one comes before espeak-ng's; then the region decides, then the
catalogue's score. What could speak better, were it installed, is told.
"""

from __future__ import annotations

from listen import engines, model
from listen.casting import catalog
from listen.casting.entries import Entry
from listen.errors import VoiceError
from listen.model import Voice
from listen.storage import user_settings

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
USUAL = {f"es-{country}": "es-419" for country in AMERICAS}
"""Tags without a voice of their own, and the voice's tag that comes closest."""
BRITISH = frozenset({"gb", "ie", "au", "nz", "in", "za", "sg", "hk", "mt", "ke", "ng", "gh", "pk", "lk"})
"""Regions whose English is nearer to British than to American."""
ROBOTS = frozenset({"espeak", "system", "tone"})
"""Engines whose voices come after any neural one."""


def for_language(lang: str, engine: str | None = None) -> Voice:
    """The best voice for a BCP 47 tag that can speak now: the user's own choice; else by kind, region, score.

    `und` or nothing gets English. Without `engine`, only voices of `catalog.PREFERRED` are considered. Raises
    VoiceError when nothing speaks the language.
    """
    wanted = normal(lang)
    if engine is None and (chosen := _own_choice(wanted)):
        return catalog.load(chosen)
    if engine == "system":
        candidates = [Entry(voice) for voice in catalog.on_this_computer() if voice.engine == engine]
    else:
        candidates = [e for e in catalog.all_entries() if _eligible(e.voice, engine)]
    ours = [e for e in candidates if e.speaks and primary(e.voice.lang) == primary(wanted)]
    speaking = [e for e in ours if e.installed]  # asked last: it looks at the disk
    if speaking:
        return max(speaking, key=lambda entry: merit(entry, wanted)).voice
    if engine is not None:
        engines.get(engine)  # one that is not there is the reason
    better = better_voice(lang, None, engine)
    by = f" of engine {engine!r}" if engine else ""
    how = (
        f"listen voices install {better.voice.name}" if better else "name one with --voice (`listen voices`)"
    )
    raise VoiceError(f"no voice{by} speaks {lang!r}: {how}")


def better_voice(lang: str, than: Voice | None, engine: str | None = None) -> Entry | None:
    """The voice that is not installed and would suit a language better: by kind or by region.

    None where there is none."""
    wanted = normal(lang)
    rivals = [
        entry
        for entry in catalog.all_entries()
        if entry.speaks
        and primary(entry.voice.lang) == primary(wanted)
        and not entry.to_be_agreed
        and _eligible(entry.voice, engine)
        and not entry.installed
    ]
    best = max(rivals, key=lambda entry: merit(entry, wanted), default=None)
    if best is None or than is None:
        return best
    mine = next((e for e in catalog.all_entries() if e.voice.name == than.name), Entry(than))
    return best if merit(best, wanted)[:2] > merit(mine, wanted)[:2] else None


def normal(lang: str) -> str:
    """A tag in lower case, in the words that voices use; English for none."""
    wanted = lang.lower().replace("_", "-")
    if wanted in ("", "und"):
        wanted = "en"
    wanted = ALIASES.get(wanted, wanted)
    return USUAL.get(wanted, wanted)


def tag_of(name: str) -> str:
    """The tag of a language that is named in English (German → de); empty where no voice has the name."""
    wanted = name.strip().lower()
    robots = (e.voice for e in catalog.all_entries() if e.voice.engine == "espeak")
    named = (voice.lang for voice in robots if voice.about.partition(" (")[0].lower() == wanted)
    return primary(next(named, ""))


def primary(lang: str) -> str:
    """The language of a tag, without region, as voices name it."""
    first = model.primary(lang)
    return ALIASES.get(first, first)


def _own_choice(wanted: str) -> str:
    """The user's voice for a tag, by the longest of its beginnings that the settings name."""
    chosen = {normal(tag): voice for tag, voice in user_settings.table("voices").items()}
    parts = wanted.split("-")
    return next((chosen[t] for n in range(len(parts), 0, -1) if (t := "-".join(parts[:n])) in chosen), "")


def _eligible(voice: Voice, engine: str | None) -> bool:
    return voice.engine == engine if engine else voice.engine in catalog.PREFERRED


def merit(entry: Entry, wanted: str) -> tuple[int, tuple[int, int, int], int, int]:
    """Return what is compared, the weightiest first; the voice in the package wins a tie."""
    voice = entry.voice
    neural = int(voice.engine not in ROBOTS)
    likeness = _likeness(voice.lang.lower(), wanted)
    return neural, likeness, entry.score, int(voice.name == catalog.DEFAULT)


def _likeness(have: str, want: str) -> tuple[int, int, int]:
    """Exact beats a shared beginning, which beats the plain language; the shortest tag wins a tie."""
    if want.startswith("en"):
        region = want.split("-")[1] if "-" in want else ""
        want = "en-gb" if region in BRITISH else "en-us" if region else "en"
    parts, wanted = have.split("-"), want.split("-")
    common = next((i for i, (a, b) in enumerate(zip(parts, wanted, strict=False)) if a != b), None)
    shared = min(len(parts), len(wanted)) if common is None else common
    return (have == want, shared, -len(parts))
