"""This module says which voice says what: the main voice by the article's language, others for quotes and
foreign passages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from listen import engines
from listen.casting import catalog, choosing, direct_speech
from listen.casting.entries import Entry
from listen.errors import VoiceError
from listen.model import Script, Utterance, Voice
from listen.storage.compressed.packed import Packed


@dataclass(frozen=True)
class Cast:
    """The voices of one narration."""

    main: Voice
    by_name: dict[str, Voice]
    """Every voice that speaks, the main one first."""
    notes: tuple[str, ...] = field(default=())

    @property
    def concurrency(self) -> int:
        """Return how many processes may speak at once, by these voices' engines; 0: one for each core."""
        limits = [engines.traits(voice.engine).concurrency for voice in self.by_name.values()]
        return min((limit for limit in limits if limit), default=0)

    def voice_of(self, utterance: Utterance) -> Voice:
        """Return who says it."""
        return self.by_name[utterance.voice] if utterance.voice else self.main

    def spare_of(self, utterance: Utterance) -> Voice | None:
        """Return who says it when its own voice does not say it whole; None if there is nobody."""
        return spare(self.voice_of(utterance).name, utterance.lang)

    def with_spares(self, names: Iterable[str]) -> Cast:
        """Return a cast that has those too who had to help out."""
        return replace(
            self, by_name=self.by_name | {n: catalog.load(n) for n in names if n not in self.by_name}
        )


def cast(
    script: Script, voice: str | None, engine: str | None, quote_voice: str | None
) -> tuple[Script, Cast]:
    """The script with a voice named where it is not the main one, and those voices.

    Raises VoiceError when a voice is unknown or nobody speaks the language.
    """
    main = catalog.asked_for(voice) if voice else choosing.for_language(script.lang, engine)
    if voice and engine and main.engine != engine:
        raise VoiceError(f"the voice {voice} is spoken by {main.engine}, not {engine}: leave out --engine")
    notes = []
    if "und" not in (main.lang, script.lang) and not same_language(main.lang, script.lang):
        notes.append(f"the article is in {script.lang}, the voice {main.name} speaks {main.lang}")
    elif not voice and not engine and (better := choosing.better_voice(script.lang, main)):
        notes.append(_advice(script.lang, main, better))
    voices = {main.name: main}
    quoting = catalog.asked_for(quote_voice) if quote_voice else None
    usual = ("", script.lang)
    if not quoting and all((u.voice, u.lang) == usual for u in script.utterances):
        return script, Cast(main, voices, tuple(notes))  # nothing to cast: a long script is not packed anew
    utterances: Packed[Utterance] = Packed()
    for u, speech in direct_speech.parted(script.utterances) if quoting else _plain(script.utterances):
        if not speech and (u.voice, u.lang) == usual:
            utterances.append(u)
            continue
        chosen = _chosen(u, main, script.lang, quoting if speech else None, bool(voice))
        if chosen is not None and chosen.name != main.name:
            voices[chosen.name] = chosen
            u = replace(u, voice=chosen.name)
        utterances.append(u)
    if quoting or len(voices) > 1:
        script = replace(script, utterances=utterances)
    return script, Cast(main, voices, tuple(notes))


@cache
def spare(voice: str, lang: str) -> Voice | None:
    """The voice that helps out the one called `voice` in a language: espeak's, which says anything, or the
    language's best where that is espeak's. None where nobody else speaks the language.
    """
    for engine in ("espeak", None):
        try:
            found = choosing.for_language(lang, engine)
        except VoiceError:
            continue
        if found.name != voice:
            return found
    return None


def _plain(utterances: Iterable[Utterance]) -> Iterator[tuple[Utterance, bool]]:
    return ((u, False) for u in utterances)


def _advice(lang: str, main: Voice, better: Entry) -> str:
    """Return how to get a voice that suits the article better."""
    voice = better.voice
    return (
        f"{main.name} ({main.lang}) reads this {lang} article; {voice.name} ({voice.lang}) suits it better:"
        f" listen voices install {voice.name} ({better.size / 1e6:.0f} MB)"
    )


def _chosen(
    u: Utterance, main: Voice, lang: str, quoting: Voice | None, main_is_chosen: bool
) -> Voice | None:
    """Return who says it, where that is not the main voice: `quoting`, who is given for what
    somebody says.
    """
    if u.voice:
        return catalog.load(u.voice)
    if quoting:
        return quoting
    if not same_language(u.lang, lang) and not same_language(u.lang, main.lang) and not main_is_chosen:
        try:
            return choosing.for_language(u.lang, None)
        except VoiceError:
            return None  # a passage nobody can pronounce is still read, by the main voice
    return None


def same_language(a: str, b: str) -> bool:
    """Return whether two BCP 47 tags name the same language, whatever the region."""
    return a.split("-")[0].lower() == b.split("-")[0].lower()


def credits_of(voices: Iterable[Voice]) -> list[str]:
    """Each credit once, in order."""
    return list(dict.fromkeys(v.credit for v in voices))
