"""Piper: neural voices for some forty languages, each a model with its settings beside it.

It runs on onnxruntime and the espeak-ng library, without the program it was made with. A voice's `id` is the
name of its two files (`de_DE-thorsten-medium`), with `#12` for a speaker of a model that has several. Sounds
are espeak-ng's in every language; a pronunciation from a lexicon is given as it stands.
"""

from __future__ import annotations

from functools import cache, partial
from importlib import metadata
from itertools import accumulate
from typing import TYPE_CHECKING
from zlib import crc32

from listen.engines.contract import Traits, described, free
from listen.engines.espeak_groups import Clauses
from listen.engines.phoneme_groups import joined, spans, split, spoken
from listen.engines.piper import piper_files
from listen.engines.piper.piper_files import Config
from listen.model import Clip, Utterance, Voice

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from listen.engines.piper.piper_model import Model

TRAITS = Traits("piper", "Apache-2.0", word_times=True, uneven_rate=True)
"""Every sound and every pause between two takes whole frames, rounded up: at rate 2 a sentence is only
1.6 times as fast."""
voices = described
price = free
LONGEST = 400
"""Phonemes that the network is given at once, half a minute: its memory grows with them."""
LEAD_MS = 10
"""By how many ms a word is heard before the network's durations say; measured by `tests/bench/leads.py`."""


def version(voice: Voice) -> str:
    """Libraries, and the model by its size and settings."""
    names = ("onnxruntime", "numpy", "espeakng-loader")
    model, settings = piper_files.paths(voice)
    known = f"{model.name} {model.stat().st_size if model.exists() else 0}"
    text = settings.read_bytes() if settings.exists() else b""
    return "; ".join([*(f"{n} {metadata.version(n)}" for n in names), known, f"{crc32(text):x}", "listen 1"])


def prepare(utterance: Utterance, voice: Voice) -> str:
    """The phonemes of its alphabet, one group for each spoken word, its punctuation attached.

    Raises EngineError for a word that has letters but no sound in it that the model knows."""
    config = piper_files.config(piper_files.paths(voice)[1])
    groups = _reader(config).groups(utterance)
    return joined(groups, utterance, voice)


def sounds(prepared: str, utterance: Utterance, voice: Voice) -> str:
    """The prepared phonemes are what should be heard."""
    return prepared


def synthesize(prepared: str, utterance: Utterance, voice: Voice, rate: float = 1.0) -> Clip:
    """Speak the phonemes; spans are the network's own durations, less its lead."""
    import numpy as np

    model = _model(voice)
    parts: list[NDArray[np.float32]] = []
    times: list[tuple[int, int]] = []
    at = 0
    for groups in split(prepared.split(" "), LONGEST):
        samples, durations = model.speak(spoken(groups), rate, piper_files.speaker(voice))
        unit = len(samples) // max(1, sum(durations))
        ends = [0, *(unit * total for total in accumulate(durations))]
        parts.append(samples)
        known = model.config.ids.__contains__
        found = spans(groups, ends, known, partial(_lead, model.config.rate, rate), 2, 2)
        times.extend((at + start, at + end) for start, end in found)
        at += len(samples)
    whole = np.concatenate(parts) if parts else np.zeros(0, np.float32)
    return Clip(whole, model.config.rate, tuple(times) if len(times) == len(utterance.words) else ())


def load(voice: Voice) -> None:
    """The network, into memory."""
    _model(voice)


def missing() -> str | None:
    """None when the libraries are there and a voice is installed."""
    try:
        for name in ("onnxruntime", "numpy", "espeakng-loader"):
            metadata.version(name)
    except metadata.PackageNotFoundError as error:
        return f"{error.name} is not installed: pip install {error.name}"
    if not piper_files.any_voice():
        return "no Piper voice is installed: listen voices install de, or another language"
    return None


def _lead(own_rate: int, rate: float, sound: str) -> int:
    return round(LEAD_MS * own_rate / 1000 / rate)


@cache
def _reader(config: Config) -> Clauses:
    return Clauses(config.espeak, config.letters, config.marks)


@cache
def _model(voice: Voice) -> Model:
    from listen.engines.piper.piper_model import Model

    model, settings = piper_files.paths(voice)
    return Model(model, piper_files.config(settings))
