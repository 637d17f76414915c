"""The best take of an utterance: one that is proven whole where there is one, else the one that lost least.

A sentence is spoken as it is, then again, then in parts that are joined, then by another voice of its
language. The first take that `verify` finds no fault with is used, so a sentence that passes at once is
spoken once. When none does, the least doubtful one is kept together with its fault, and everybody downstream
says so: a story with a doubtful sentence is heard, one that was given up because of it is not.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from listen import audio, engines
from listen.errors import ListenError
from listen.model import Clip, SpokenWord, Utterance, Voice
from listen.render import verify
from listen.render.preparing import PROBE, prepared
from listen.render.verify import Fault

TRIES = 2
"""How often a sentence is spoken as it is: an engine that draws lots may have better luck."""
PART_WORDS = 4
"""A part of a sentence has at least this many words, so that its own melody is not too odd."""
PART_PAUSE_MS, CLAUSE_PAUSE_MS = 40, 150
"""Silence between parts: where nothing but the cut is, and after punctuation."""
UNSAID_MS = 300
"""Silence in place of a sentence that no voice can say."""


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """Holds what is used of one utterance."""

    clip: Clip
    voice: Voice
    """Who says it."""
    rate: float
    """Speed at which it was spoken."""
    doubt: str = ""
    """Why it is not proven whole; empty when it is."""


@dataclass(frozen=True, slots=True, eq=False)
class _Tried:
    """One attempt. `clip` is None where the engine gave nothing."""

    clip: Clip | None
    voice: Voice
    rate: float = 1.0
    fault: Fault | None = None

    @property
    def weight(self) -> float:
        return self.fault.weight if self.fault else 0.0


def best(utterance: Utterance, given: str | None, voice: Voice, spare: Voice | None, rate: float) -> Take:
    """The utterance spoken by `voice`, or if that fails by `spare`; `given` is what `prepared` made of it.

    Raises EngineError when the voice's engine does not work at all.
    """
    tries: list[_Tried] = []
    for tried in _steps(utterance, given, voice, spare, rate):
        if tried.clip is not None and tried.fault is None:
            return Take(tried.clip, tried.voice, tried.rate)
        tries.append(tried)
    least = min(tries, key=lambda tried: tried.weight)  # of equals the first: the nearest to what was wished
    reason = least.fault.text if least.fault else ""
    if least.clip is None or least.weight >= verify.ALL_LOST:
        silence = np.zeros(voice.rate * UNSAID_MS // 1000, np.float32)
        return Take(Clip(silence, voice.rate), voice, 1.0, f"not said: {reason}")
    return Take(least.clip, least.voice, least.rate, reason)


def _steps(
    utterance: Utterance, given: str | None, voice: Voice, spare: Voice | None, rate: float
) -> Iterator[_Tried]:
    """Every take in turn, each made only when the ones before were not good enough."""
    left_out: list[str] = []
    said = utterance
    if given is None:
        said, left_out = _sayable(utterance, voice)
        given = prepared(said, voice) if said.words else None
    if given is not None:
        whole = _laid_over(utterance, said)
        for _ in range(1 if engines.traits(voice.engine).repeatable else TRIES):
            yield _lacking(_spoken(said, given, voice, rate, whole), left_out, utterance)
        yield _lacking(_in_parts(said, voice, rate, whole), left_out, utterance)
    else:
        yield _failed(voice, _no_sound_for(left_out, voice))
    if spare is not None:
        given = prepared(utterance, spare)
        if given is not None:
            yield _spoken(utterance, given, spare, rate)
            yield _in_parts(utterance, spare, rate)


def _spoken(
    utterance: Utterance,
    given: str,
    voice: Voice,
    rate: float,
    finish: Callable[[Clip], Clip] = lambda clip: clip,
) -> _Tried:
    """One take, and what is wrong with it."""
    engine = engines.get(voice.engine)
    if engine.TRAITS.uneven_rate:
        rate = 1.0  # its sound will be stretched
    try:
        clip = engine.synthesize(given, utterance, voice, rate)
        fault = verify.examine(clip, utterance, given, voice, rate)
    except MemoryError:  # the process's own end, or its limit: no other voice would mend it
        raise
    except Exception as error:  # noqa: BLE001 an engine is somebody else's program, and may stumble in any way
        engine.synthesize(engine.prepare(PROBE, voice), PROBE, voice, rate)  # raises if nothing can be said
        return _failed(voice, _line(error))
    return _Tried(finish(clip), voice, rate, fault)


def _in_parts(
    utterance: Utterance, voice: Voice, rate: float, finish: Callable[[Clip], Clip] = lambda clip: clip
) -> _Tried:
    """The parts of the sentence, each spoken and checked by itself, joined."""
    parts = _parts(utterance)
    if len(parts) < 2:
        return _failed(voice, "it has no parts")
    tried: list[_Tried] = []
    for part in parts:
        given = prepared(part, voice)
        if given is None:
            return _failed(voice, "a part of it cannot be said")
        tried.append(_spoken(part, given, voice, rate))
    clips = [take.clip for take in tried if take.clip is not None]
    if len(clips) < len(parts):
        return next(take for take in tried if take.clip is None)
    letters = [len(part.spoken) for part in parts]
    weight = sum(take.weight * size for take, size in zip(tried, letters, strict=True)) / sum(letters)
    faults = [take.fault.text for take in tried if take.fault]
    fault = Fault(faults[0], max(weight, verify.LEAST)) if faults else None
    return _Tried(finish(_joined(parts, clips)), voice, tried[0].rate, fault)


def _parts(utterance: Utterance) -> list[Utterance]:
    """The sentence cut at its punctuation, or where it has none in the middle."""
    words = utterance.words
    cuts = [0]
    for n, word in enumerate(words[:-1], 1):
        if any(not c.isspace() for c in word.after) and min(n - cuts[-1], len(words) - n) >= PART_WORDS:
            cuts.append(n)
    if len(cuts) == 1 and len(words) >= 2 * PART_WORDS:
        cuts.append(len(words) // 2)
    ends = [*cuts[1:], len(words)]
    return [replace(utterance, words=words[a:b]) for a, b in zip(cuts, ends, strict=True)]


def _joined(parts: list[Utterance], clips: list[Clip]) -> Clip:
    """The parts' clips end to end, without their silent edges; with word times if each has them."""
    rate = clips[0].rate
    pieces, words, at = [], [], 0
    for part, clip in zip(parts, clips, strict=True):
        samples, cut = audio.trim(clip.samples, rate)
        length = len(samples)
        words += [
            (at + min(max(a - cut, 0), length), at + min(max(b - cut, 0), length)) for a, b in clip.words
        ]
        pause = CLAUSE_PAUSE_MS if part.words[-1].after.strip() else PART_PAUSE_MS
        pieces += [samples, np.zeros(pause * rate // 1000, np.float32)]
        at += len(samples) + len(pieces[-1])
    told = len(words) == sum(len(part.words) for part in parts)
    return Clip(np.concatenate(pieces[:-1]), rate, tuple(words) if told else ())


def _sayable(utterance: Utterance, voice: Voice) -> tuple[Utterance, list[str]]:
    """The utterance with what the voice has no sound for in plainer letters or left out, and the latter."""
    kept: list[SpokenWord] = []
    missing: list[str] = []
    for word in utterance.words:
        plain = "".join(c for c in unicodedata.normalize("NFKD", word.text) if not unicodedata.combining(c))
        tries = [word, replace(word, text=plain, ipa="")] if plain != word.text else [word]
        for one in tries:
            if prepared(replace(utterance, words=(one,)), voice) is not None:
                kept.append(one)
                break
        else:
            missing.append(word.text)
    return replace(utterance, words=tuple(kept)), missing


def _laid_over(utterance: Utterance, said: Utterance) -> Callable[[Clip], Clip]:
    """Return what gives the clip of `said` a time for each of the utterance's words: none for those left
    out.
    """
    if len(said.words) == len(utterance.words):
        return lambda clip: clip

    def finish(clip: Clip) -> Clip:
        if len(clip.words) != len(said.words):
            return replace(clip, words=())
        times: list[tuple[int, int]] = []
        rest: Iterator[tuple[SpokenWord | None, tuple[int, int]]]
        rest = iter(zip(said.words, clip.words, strict=True))
        word, time = next(rest)
        for wanted in utterance.words:
            if word is not None and replace(word, text="", ipa="") == replace(wanted, text="", ipa=""):
                times.append(time)
                word, time = next(rest, (None, time))
            else:
                end = times[-1][1] if times else time[0]
                times.append((end, end))
        return replace(clip, words=tuple(times))

    return finish


def _lacking(tried: _Tried, left_out: list[str], utterance: Utterance) -> _Tried:
    """The take, doubted for the words that it lacks."""
    if not left_out or tried.fault:
        return tried
    share = sum(map(len, left_out)) / max(1, sum(len(word.text) for word in utterance.words))
    return replace(tried, fault=Fault(_no_sound_for(left_out, tried.voice), max(share, verify.LEAST)))


def _failed(voice: Voice, reason: str) -> _Tried:
    """An attempt that gave nothing."""
    return _Tried(None, voice, fault=Fault(reason, verify.ALL_LOST))


def _no_sound_for(words: list[str], voice: Voice) -> str:
    return f"{voice.name} has no sound for {', '.join(map(repr, words))}"


def _line(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text if isinstance(error, ListenError) else f"{type(error).__name__}: {text}"
