"""espeak-ng: a hundred languages, the fastest, nobody's favourite voice. The library comes in `espeakng-
loader`.

Everything happens in this process and in memory. The library keeps state between calls that changes the next
call's samples (its flutter and noise), so every utterance is spoken by a freshly loaded copy: a millisecond,
and the same text gives the same samples whatever was said before.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from listen.engines.contract import Traits, described, free, nothing_to_load
from listen.errors import EngineError, VoiceError
from listen.model import Clip, SpokenWord, Utterance, Voice

if TYPE_CHECKING:
    from listen.engines.espeak.espeak_library import Event

TRAITS = Traits("espeak", "GPL-3.0-or-later", rate=22050, word_times=True)
voices = described
load = nothing_to_load
price = free
WORDS_PER_MINUTE = 155
"""espeak's own measure of speed at rate 1: some 170 words a minute as heard, the pace of radio news."""
SLOWEST, FASTEST = 80, 900


def version(voice: Voice) -> str:
    """The loader's release stands for the library inside it."""
    return f"espeakng-loader {_release()}; listen 1"


def prepare(utterance: Utterance, voice: Voice) -> str:
    """The spoken sentence; words with a pronunciation of their own as `[[mnemonics]]`."""
    return "".join(before + said + after for before, said, after in _pieces(utterance, voice)).rstrip()


def sounds(prepared: str, utterance: Utterance, voice: Voice) -> str:
    """espeak's dictionary and rules, applied to the utterance's own words, as IPA."""
    from listen.engines.espeak.espeak_library import library

    text, given = _looked_up(utterance, _pieces(utterance, voice))
    return " ".join([library().phonemes(text, voice.id), *given])


def synthesize(prepared: str, utterance: Utterance, voice: Voice, rate: float = 1.0) -> Clip:
    """Speak; a word's span runs from its event to the next pause or word."""
    import numpy as np

    from listen.engines.espeak.espeak_library import library

    speed = min(FASTEST, max(SLOWEST, round(WORDS_PER_MINUTE * rate)))
    pieces = _pieces(utterance, voice)
    spoken = library().speak(prepared, voice.id, speed, _looked_up(utterance, pieces)[0])
    samples = np.frombuffer(spoken.pcm, np.int16).astype(np.float32)
    samples /= np.float32(32768)
    if spoken.rate != voice.rate:
        raise EngineError(f"espeak speaks at {spoken.rate} Hz and not at {voice.name}'s {voice.rate} Hz")
    return Clip(samples, spoken.rate, _spans(prepared, utterance, pieces, spoken.events, len(samples)))


def missing() -> str | None:
    """None if the library loads and finds its data."""
    from listen.engines.espeak.espeak_library import library

    try:
        library().speak("ok", "gmw/en", WORDS_PER_MINUTE)
    except (EngineError, VoiceError) as error:
        return str(error)
    return None


def _pieces(utterance: Utterance, voice: Voice) -> list[tuple[str, str, str]]:
    """Return what stands before each word, the word as espeak gets it, and what follows."""
    return [(_plain(word.before), _said(word, voice), _plain(word.after)) for word in utterance.words]


def _looked_up(utterance: Utterance, pieces: list[tuple[str, str, str]]) -> tuple[str, list[str]]:
    """Return what espeak finds the phonemes of, and the pronunciations that it is given."""
    text: list[str] = []
    given: list[str] = []
    for word, (before, said, after) in zip(utterance.words, pieces, strict=True):
        own = said.startswith("[[")
        # Behind a single letter the mark's own name would be among the phonemes, though it is not said.
        text.append(before + ("" if own else said) + after.replace("!", "."))
        if own:
            given.append(word.ipa)
    return "".join(text), given


def _said(word: SpokenWord, voice: Voice) -> str:
    if word.ipa and voice.lang.lower().split("-")[0] == "en":  # the mnemonics are English's
        from listen.speech.alphabets import to_espeak

        return f"[[{to_espeak(word.ipa, voice.lang)}]]"
    return _plain(word.text)


def _plain(text: str) -> str:
    """No accidental phoneme mode."""
    return text.replace("[", "(").replace("]", ")") if "[" in text or "]" in text else text


def _spans(
    prepared: str,
    utterance: Utterance,
    pieces: list[tuple[str, str, str]],
    events: tuple[Event, ...],
    length: int,
) -> tuple[tuple[int, int], ...]:
    """Sample spans of the spoken words, or nothing when the text is not the utterance's."""
    places: list[int] = []
    text = ""
    for before, said, after in pieces:
        places.append(len(text) + len(before))
        text += before + said + after
    if text.rstrip() != prepared or not places:
        return ()
    starts: list[int | None] = [None] * len(places)
    pauses = [event.sample for event in events if event.pause]
    word = -1
    for event in events:
        if not event.word:
            continue
        while word + 1 < len(places) and places[word + 1] < event.place + max(1, event.length):
            word += 1
            if places[word] >= event.place or (word + 1 >= len(places) or places[word + 1] > event.place):
                break
        if word >= 0 and starts[word] is None:
            starts[word] = event.sample
    return _fill(starts, [len(word.text) for word in utterance.words], pauses, length)


def _fill(
    starts: list[int | None], sizes: list[int], pauses: list[int], length: int
) -> tuple[tuple[int, int], ...]:
    """Ends from the next pause or word; words that espeak ran together share their time by letters."""
    if starts[0] is None:
        starts[0] = 0
    spans: list[tuple[int, int]] = []
    first = 0
    while first < len(starts):
        after = next((i for i in range(first + 1, len(starts)) if starts[i] is not None), len(starts))
        begin = starts[first] or 0
        limit = length if after == len(starts) else starts[after] or begin
        end = next((pause for pause in pauses if begin < pause < limit), limit)
        total = sum(sizes[first:after]) or 1
        at = 0
        for index in range(first, after):
            left = begin + (end - begin) * at // total
            at += sizes[index]
            spans.append((left, begin + (end - begin) * at // total))
        first = after
    return tuple(spans)


@cache
def _release() -> str:
    from importlib import metadata

    return metadata.version("espeakng-loader")
