"""Kokoro: neural, 82 million parameters, British and American English, Spanish, French, Italian, Portuguese
and Hindi. Its model and voices are installed with `listen voices install`.

English is read by the same reader as hibari's (both know misaki's alphabet), the other languages by
espeak-ng, whose phonemes are mapped to that alphabet. A voice's `id` is the name of its style (`bm_george`)
or a blend of styles with weights (`af_heart:0.6+bf_emma:0.4`), either with `@fp32` for the larger model.
"""

from __future__ import annotations

from functools import cache, partial
from importlib import metadata
from itertools import accumulate
from typing import TYPE_CHECKING

from listen.engines.contract import Traits, described, free
from listen.engines.kokoro import kokoro_files, kokoro_reader
from listen.engines.phoneme_groups import at_clauses, joined, spans, spoken
from listen.model import Clip, Utterance, Voice

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from listen.engines.kokoro.kokoro_model import Model

TRAITS = Traits("kokoro", "Apache-2.0", rate=24000, word_times=True, uneven_rate=True)
voices = described
price = free
LONGEST = 500
"""Phonemes that the network is given at once; it takes 510."""
USUAL, LEAST = 270, 60
"""Phonemes of the longest passage and of the shortest, where there are clauses to cut at: 270 take some 16
seconds, 20 with the slowest voice, and 330 MB; 480 take 390 MB."""
JOINT_MS = 200
"""Silence between two passages of a sentence: what a comma takes. The network puts up to a second there."""
LEADS_MS = {"bdɡ": 60, "ðhvmnlɹrjwʤʧʣʦ": 75, "fθ": 88, "szʃʒ": 88}
LEAD_MS = 60
"""By how many ms at rate 1 a word is heard before the network's durations say, by its first sound; vowels and
voiceless stops: LEAD_MS. Whole sentences gave 43 to 88 ms; how that falls on the sounds is taken from hibari,
which was taught by this network. `tests/bench/leads.py` says what is still missing for a voice."""


def version(voice: Voice) -> str:
    """Libraries, the model by its size and place, its settings, and the styles that are mixed."""
    names = ("onnxruntime", "numpy", "hibari-tts", "espeakng-loader")
    files = kokoro_files.of(voice)
    known = [f"{path.name} {path.stat().st_size if path.exists() else 0}" for path in files.all]
    return "; ".join([*(f"{n} {metadata.version(n)}" for n in names), *known, "no prepacking", "listen 3"])


def prepare(utterance: Utterance, voice: Voice) -> str:
    """Phonemes in the model's alphabet, one group for each spoken word, its punctuation attached.

    Raises EngineError for a word that has letters but no sound in it that the model knows."""
    groups = kokoro_reader.groups(utterance, voice.lang)
    return joined(groups, utterance, voice)


def sounds(prepared: str, utterance: Utterance, voice: Voice) -> str:
    """The prepared phonemes are what should be heard."""
    return prepared


def synthesize(prepared: str, utterance: Utterance, voice: Voice, rate: float = 1.0) -> Clip:
    """Speak the phonemes; spans are the network's durations, in units of 25 ms, less its lead."""
    import numpy as np

    model = _model(kokoro_files.of(voice))
    parts: list[NDArray[np.float32]] = []
    times: list[tuple[int, int]] = []
    at = 0
    passages = at_clauses(prepared.split(" "), USUAL, LONGEST, LEAST)
    for number, groups in enumerate(passages):
        samples, durations = model.speak(spoken(groups), rate)
        ends = [0, *(model.unit * total for total in accumulate(durations))]
        found = spans(groups, ends, model.known.__contains__, partial(_lead, rate))
        samples, cut = _joint(samples, voice.rate, number > 0, number + 1 < len(passages))
        parts.append(samples)
        kept = len(samples)
        times.extend((at + min(max(0, a - cut), kept), at + min(max(0, b - cut), kept)) for a, b in found)
        at += len(samples)
    whole = np.concatenate(parts) if parts else np.zeros(0, np.float32)
    return Clip(whole, voice.rate, tuple(times) if len(times) == len(utterance.words) else ())


def _joint(
    samples: NDArray[np.float32], rate: int, before: bool, after: bool
) -> tuple[NDArray[np.float32], int]:
    """A passage with a joint in place of its silence towards the passages before and after it, and how many
    samples were cut at its front."""
    if not (before or after):
        return samples, 0
    import numpy as np

    from listen.audio import trim

    sound, cut = trim(samples, rate)
    front = samples[:0] if before else samples[:cut]
    joint = np.zeros(rate * JOINT_MS // 1000, np.float32)
    back = joint if after else samples[cut + len(sound) :]
    return np.concatenate([front, sound, back]), cut if before else 0


def load(voice: Voice) -> None:
    """The network, into memory."""
    _model(kokoro_files.of(voice))


def missing() -> str | None:
    """None when the libraries are there and a model is installed."""
    try:
        for name in ("hibari-tts", "onnxruntime", "numpy", "espeakng-loader"):
            metadata.version(name)
    except metadata.PackageNotFoundError as error:
        return f"{error.name} is not installed: pip install {error.name}"
    if not kokoro_files.any_model():
        return "no Kokoro voice is installed: listen voices install bf_emma (92 MB)"
    return None


def _lead(rate: float, sound: str) -> int:
    """Samples by which a word that begins with `sound` is heard early; "": the usual."""
    usual = next((ms for sounds, ms in LEADS_MS.items() if sound and sound in sounds), LEAD_MS)
    return round(usual * (TRAITS.rate or 0) / 1000 / rate)


@cache
def _model(files: kokoro_files.Files) -> Model:
    from listen.engines.kokoro.kokoro_model import Model

    return Model(files)
