"""hibari: the default voice. Neural, English, its model inside its wheel.

The parent turns words into phonemes (`listen.engines.phonemes`), so workers hold the network alone. The
network computes a duration for each phoneme on the way; made an output, it gives every word's exact place.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from listen.engines.contract import Traits, described, free
from listen.engines.phonemes import JOIN, NOTHING, Phonemizer
from listen.errors import EngineError, VoiceError
from listen.model import Clip, Utterance, Voice

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    from listen.engines.hibari.hibari_model import Model

TRAITS = Traits("hibari", "Apache-2.0", rate=24000, word_times=True, uneven_rate=True)
"""Its durations are whole units of 25 ms: at rate 1.3 a sentence is 13 % shorter, at 1.35 a third."""
voices = described
price = free
RATE = 24000
UNIT = 600
"""Samples in one unit of the network's durations: 25 ms, two frames of its spectrum."""
LEADS_MS = {"bdɡ": 33, "ðhvmnlɹjwʤʧ": 67, "fθ": 83, "szʃʒ": 96}
LEAD_MS = 54
"""By how many ms at rate 1 a word is heard before the network's durations say, by its first sound; vowels and
voiceless stops: LEAD_MS. Medians of words after silence and after commas; nine in ten lie within 25 ms."""
LONGEST = 400
"""Phonemes that the network is given at once, as in its own package."""
CLAUSE_ENDS = ",;:—.!?…"
SILENT = frozenset(';:,.!?—…"()“”ˈˌ ' + JOIN)
"""Characters of a prepared word that are not sounds: punctuation, stress marks, spaces."""


def version(voice: Voice) -> str:
    """Package, model, and the libraries whose arithmetic the samples come from."""
    parts = [f"{name} {_release(name)}" for name in ("hibari-tts", "onnxruntime", "numpy")]
    return "; ".join([*parts, f"model {_registry(voice)['sha256'][:16]}", "listen 2"])


def prepare(utterance: Utterance, voice: Voice) -> str:
    """Phonemes in misaki's alphabet, one group for each spoken word, its punctuation attached.

    Raises EngineError for a word that has letters but no sound in it that hibari knows."""
    groups = _phonemizer(bool(_registry(voice)["british"])).words(utterance)
    for word, group in zip(utterance.words, groups, strict=True):
        if all(c in SILENT or c == NOTHING for c in group) and any(c.isalpha() for c in word.text):
            raise EngineError(
                f"voice {voice.name!r} cannot say {word.text!r} in {utterance.id}: give it with --lexicon"
            )
    return " ".join(groups)


def sounds(prepared: str, utterance: Utterance, voice: Voice) -> str:
    """The prepared phonemes are what should be heard."""
    return prepared


def synthesize(prepared: str, utterance: Utterance, voice: Voice, rate: float = 1.0) -> Clip:
    """Speak the phonemes; spans are the network's durations, in units of 25 ms, less its lead."""
    import numpy as np

    model = _model(voice.id)
    parts: list[NDArray[np.float32]] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for groups in split(prepared.split(" ")):
        samples, durations = model.speak(" ".join(groups).replace(JOIN, " "), rate)
        parts.append(samples)
        spans.extend((at + start, at + end) for start, end in _spans(groups, durations, model.known, rate))
        at += len(samples)
    whole = np.concatenate(parts) if parts else np.zeros(0, np.float32)
    return Clip(whole, RATE, tuple(spans) if len(spans) == len(utterance.words) else ())


def load(voice: Voice) -> None:
    """The network, into memory."""
    _model(voice.id)


def missing() -> str | None:
    """The package is there, and so is what it stands on."""
    try:
        for name in ("hibari-tts", "onnxruntime", "numpy"):
            metadata.version(name)
    except metadata.PackageNotFoundError as error:
        return f"{error.name} is not installed: pip install hibari-tts"
    return None


def split(groups: list[str]) -> list[list[str]]:
    """Words in passages of at most `LONGEST` phonemes, cut after punctuation where there is any."""
    passages: list[list[str]] = []
    passage: list[str] = []
    size = 0
    for group in groups:
        if passage and size + 1 + len(group) > LONGEST:
            cut = next(
                (i for i in range(len(passage), 0, -1) if passage[i - 1][-1:] in CLAUSE_ENDS), len(passage)
            )
            passages.append(passage[:cut])
            passage = passage[cut:]
            size = sum(len(g) + 1 for g in passage)
        passage.append(group)
        size += len(group) + 1
    if passage:
        passages.append(passage)
    return passages


def _spans(
    groups: list[str], durations: list[int], known: frozenset[str], rate: float
) -> list[tuple[int, int]]:
    """Sample span of each group's sounds; its stress marks count, its punctuation and pauses do not."""
    ends = [0]
    for duration in durations:
        ends.append(ends[-1] + duration * UNIT)
    spans: list[tuple[int, int]] = []
    token = 1  # token 0 is the pad
    for group in groups:
        first = last = -1
        start = ends[token]
        sounds = ""
        for character in group.replace(JOIN, " "):
            if character not in known:
                continue
            if character not in SILENT:
                last = token
                sounds += character
            if first < 0 and (character not in SILENT or character in "ˈˌ"):
                first = token
            token += 1
        if last >= 0:
            start = ends[first] - _lead(sounds[0], rate)
            spans.append((max(start, 0), max(ends[last + 1] - _lead("", rate), 0)))
        else:
            spans.append((max(start - _lead("", rate), 0),) * 2)
        token += 1  # the space, or the closing pad
    nexts = [*(start for start, _ in spans[1:]), ends[-1]]
    return [(start, max(start, min(end, after))) for (start, end), after in zip(spans, nexts, strict=True)]


def _lead(sound: str, rate: float) -> int:
    """Samples by which a word that begins with `sound` is heard early; "": the usual."""
    usual = next((ms for sounds, ms in LEADS_MS.items() if sound and sound in sounds), LEAD_MS)
    return round(usual * RATE / 1000 / rate)


@cache
def _phonemizer(british: bool) -> Phonemizer:
    return Phonemizer(british)


@cache
def _release(package: str) -> str:
    return metadata.version(package)


@cache
def _assets() -> Path:
    from importlib.util import find_spec

    spec = find_spec("hibari")
    if spec is None or not spec.submodule_search_locations:
        raise EngineError("hibari is not installed: pip install hibari-tts")
    return Path(spec.submodule_search_locations[0]) / "assets"


def _registry(voice: Voice) -> dict[str, Any]:
    """What hibari's package says of a voice, read without importing it."""
    voices = _voices()
    if voice.id not in voices:
        raise VoiceError(f"hibari has no voice {voice.id!r}: it has {', '.join(voices)}")
    return voices[voice.id]


@cache
def _voices() -> dict[str, dict[str, Any]]:
    voices: dict[str, dict[str, Any]] = json.loads((_assets() / "voices.json").read_text("utf-8"))
    return voices


@cache
def _model(name: str) -> Model:
    from hibari.voices import voice_path

    from listen.engines.hibari.hibari_model import Model

    try:
        path = Path(voice_path(name))
    except (RuntimeError, OSError) as error:
        size = _voices()[name]["bytes"] / 1e6
        reason = str(error.__cause__ or error).splitlines()[0]
        raise EngineError(
            f"voice {name!r} ({size:.0f} MB) cannot be fetched ({reason}): connect once, or use --voice heart"
        ) from error
    vocabulary: dict[str, int] = json.loads((_assets() / "vocab.json").read_text("utf-8"))
    return Model(path, vocabulary)
