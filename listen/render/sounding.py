"""This module makes one passage's run: each sentence's best take at its level, limited and encoded."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol

import numpy as np

from listen import audio, engines, mp3
from listen.model import Clip, Run, Span, Utterance, Voice
from listen.render import process_memory, takes

if TYPE_CHECKING:
    from listen.model import Samples

SPEECH_CEILING_DB = -1.0
"""How much lower speech stays when a bed will be mixed under it."""


class Work(Protocol):
    """Says what of a passage decides its sound."""

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """Return its sentences."""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Return one for each sentence."""

    @property
    def spares(self) -> tuple[Voice | None, ...]:
        """Return who says a sentence that its own voice does not say whole; none where there is nobody."""

    @property
    def prepared(self) -> tuple[str | None, ...]:
        """Return what each sentence's engine is given."""

    @property
    def rate(self) -> float:
        """Return the speed of speech."""

    @property
    def encoding(self) -> mp3.Encoding:
        """Return how it is encoded."""

    @property
    def as_pcm(self) -> bool:
        """Return whether 16-bit samples are wanted in place of frames."""


def render(passage: Work, at_once: int = 1) -> Run:
    """Speak, check, level and encode one passage, as `passages.render` says.

    Where its voices' engines allow it, `at_once` threads speak a sentence each: the samples are the same."""
    encoding = passage.encoding
    spans: list[Span] = []
    headroom = SPEECH_CEILING_DB if passage.as_pcm else 0.0
    limited = audio.limited(
        _pieces(passage, _takes(passage, at_once), spans), encoding.rate, audio.CEILING_DB + headroom
    )
    if passage.as_pcm:
        data, count = audio.to_pcm16(np.concatenate(list(limited))), 0
    else:
        data, count = mp3.encode_pieces(limited, encoding)
        _counted()
    return Run(data, count, spans[-1].end, tuple(spans))


def _takes(passage: Work, at_once: int) -> Iterator[takes.Take]:
    """The best take of each sentence."""
    count = len(passage.utterances)
    spares = passage.spares or (None,) * count

    def best(n: int) -> takes.Take:
        given = passage.prepared[n]
        return takes.best(passage.utterances[n], given, passage.voices[n], spares[n], passage.rate)

    if at_once == 1 or not all(engines.traits(voice.engine).threads for voice in passage.voices):
        yield from map(best, range(count))
        return
    with ThreadPoolExecutor(at_once) as pool:  # those that are spoken wait: a passage is short
        yield from pool.map(best, range(count))


def _pieces(passage: Work, said: Iterator[takes.Take], spans: list[Span]) -> Iterator[Samples]:
    """The sound of each sentence at its level, behind the pause before it; its span is added to `spans`.

    One sentence at a time is in memory: the limiter and LAME take each as it comes.
    """
    rate = passage.encoding.rate
    at = gap = 0
    for n, utterance in enumerate(passage.utterances):
        voice, take = passage.voices[n], next(said)
        clip = _edited(take, passage.rate, rate)
        length = len(clip.samples)
        words = tuple((at + a, at + b) for a, b in clip.words)
        other = take.voice.name if take.voice != voice else ""
        spans.append(Span(at + clip.onset, at + length, words, take.doubt, other))
        piece = np.zeros(gap + length, np.float32)
        gain = np.float32(10 ** ((take.voice.gain_db or 0.0) / 20))
        np.multiply(clip.samples, gain, out=piece[gap:])
        del take, clip  # not needed while this one is limited and the next one spoken
        yield piece
        del piece
        gap = utterance.pause_ms * rate // 1000
        at += length + gap


def _edited(take: takes.Take, rate: float, to_rate: int) -> Clip:
    """The take without its silent edges, at the speed that is wished and at the episode's sample rate."""
    clip = take.clip
    samples, cut = audio.trim(clip.samples, clip.rate)
    if take.doubt and not len(samples):
        samples, cut = clip.samples, 0  # the silence that stands for what nobody can say
    words = [(min(max(a - cut, 0), len(samples)), min(max(b - cut, 0), len(samples))) for a, b in clip.words]
    onset = max(audio.onset(clip.samples) - cut, 0)
    if words:
        words[0] = (onset, max(words[0][1], onset))  # trimmed, the clip begins with its first word
        words[-1] = (words[-1][0], len(samples))
    if take.rate != rate:
        faster = rate / take.rate
        samples = audio.stretch(samples, clip.rate, faster)
        words = [(round(a / faster), min(round(b / faster), len(samples))) for a, b in words]
        onset = round(onset / faster)
    if clip.rate != to_rate:
        samples = audio.resample(samples, clip.rate, to_rate)
        words = [(a * to_rate // clip.rate, min(b * to_rate // clip.rate, len(samples))) for a, b in words]
        onset = onset * to_rate // clip.rate
    return Clip(samples, to_rate, tuple(words), onset)


def _counted() -> None:
    """One passage more in this process; now and then it gives back memory."""
    if next(_passages) % process_memory.TIDIED_AFTER == 0:
        process_memory.tidy()


_passages = itertools.count(1)
