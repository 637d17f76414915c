"""hibari: the default voice. Neural, English, its model inside its wheel.

The parent turns words into phonemes (`listen.engines.phonemes`), so workers hold the network alone. The
network computes a duration for each phoneme on the way; made an output, it gives every word's exact place.
"""

from __future__ import annotations

import json
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from listen.engines.contract import Traits, described, free
from listen.engines.phoneme_groups import SILENT, spans, split, spoken
from listen.engines.phonemes import Phonemizer, package
from listen.errors import EngineError, VoiceError
from listen.model import Clip, Utterance, Voice
from listen.storage import folders

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    from listen.engines.hibari.hibari_model import Model

TRAITS = Traits("hibari", "Apache-2.0", rate=24000, word_times=True, uneven_rate=True, threads=True)
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


def version(voice: Voice) -> str:
    """Package, model, and the libraries whose arithmetic the samples come from."""
    parts = [f"{name} {_release(name)}" for name in ("hibari-tts", "onnxruntime", "numpy")]
    return "; ".join([*parts, f"model {_registry(voice)['sha256'][:16]}", "listen 4"])


def prepare(utterance: Utterance, voice: Voice) -> str:
    """Phonemes in misaki's alphabet, one group for each spoken word, its punctuation attached.

    Raises EngineError for a word that has letters but no sound in it that hibari knows."""
    groups = _phonemizer(bool(_registry(voice)["british"])).words(utterance)
    for word, group in zip(utterance.words, groups, strict=True):
        if all(c in SILENT for c in group) and any(c.isalpha() for c in word.text):
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
    times: list[tuple[int, int]] = []
    at = 0
    for groups in split(prepared.split(" "), LONGEST):
        samples, durations = model.speak(spoken(groups), rate)
        ends = [0, *(UNIT * total for total in accumulate(durations))]
        parts.append(samples)
        found = spans(groups, ends, model.known.__contains__, partial(_lead, rate))
        times.extend((at + start, at + end) for start, end in found)
        at += len(samples)
    whole = np.concatenate(parts) if parts else np.zeros(0, np.float32)
    return Clip(whole, RATE, tuple(times) if len(times) == len(utterance.words) else ())


def load(voice: Voice) -> None:
    """The network and its noise, into memory."""
    from listen.engines.hibari.hibari_model import noise_table

    _model(voice.id)
    noise_table()


def missing() -> str | None:
    """The package is there, and so is what it stands on."""
    from importlib import metadata

    try:
        for name in ("hibari-tts", "onnxruntime", "numpy"):
            metadata.version(name)
    except metadata.PackageNotFoundError as error:
        return f"{error.name} is not installed: pip install hibari-tts"
    return None


def _lead(rate: float, sound: str) -> int:
    """Samples by which a word that begins with `sound` is heard early; "": the usual."""
    usual = next((ms for sounds, ms in LEADS_MS.items() if sound and sound in sounds), LEAD_MS)
    return round(usual * RATE / 1000 / rate)


@cache
def _phonemizer(british: bool) -> Phonemizer:
    return Phonemizer(british)


@cache
def _release(package: str) -> str:
    from importlib import metadata

    return metadata.version(package)


@cache
def _assets() -> Path:
    return package() / "assets"


def _registry(voice: Voice) -> dict[str, Any]:
    """Return what hibari's package says of a voice, read without importing it."""
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
    from listen.engines.hibari.hibari_model import Model

    vocabulary: dict[str, int] = json.loads((_assets() / "vocab.json").read_text("utf-8"))
    return Model(_file(name), vocabulary)


def _file(name: str) -> Path:
    """The network of a voice: the package's own, or one that was installed. EngineError where it is not."""
    described = _voices()[name]
    if described.get("bundled"):
        return _assets() / str(described["file"])
    path = folders.voices_dir() / "hibari" / str(described["file"])
    if not path.exists():
        raise EngineError(
            f"voice {name!r} is not installed: listen voices install {name}, or use --voice heart"
        )
    return path
