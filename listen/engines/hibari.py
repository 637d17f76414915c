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
from zlib import crc32

from listen.engines.phonemes import JOIN, NOTHING, Phonemizer
from listen.errors import EngineError, VoiceError
from listen.model import Clip, Utterance, Voice

if TYPE_CHECKING:
    from typing import Any

    import numpy as np
    from numpy.typing import NDArray

NAME = "hibari"
PARALLEL = 0
UNEVEN_RATE = True
"""Its durations are whole units of 25 ms: at rate 1.3 a sentence is 13 % shorter, at 1.35 a third."""
TELLS_WORDS = True
RATE = 24000
UNIT = 600
"""Samples in one unit of the network's durations: 25 ms, two frames of its spectrum."""
LEADS_MS = {"bdɡ": 33, "ðhvmnlɹjwʤʧ": 67, "fθ": 83, "szʃʒ": 96}
LEAD_MS = 54
"""By how many ms at rate 1 a word is heard before the network's durations say, by its first sound; vowels and
voiceless stops: LEAD_MS. Medians of words after silence and after commas; nine in ten lie within 25 ms."""
LONGEST = 400
"""Phonemes that the network is given at once, as in its own package."""
DURATIONS = "/Cast_32_output_0"
NOISE_FRAMES = 2400
"""Frames of noise made once and reused, 30 s: drawing them anew takes a third of all signal processing."""
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


class _Model:
    """A loaded network and its alphabet."""

    def __init__(self, path: Path, vocabulary: dict[str, int]) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        try:
            self.session: Any = onnxruntime.InferenceSession(
                with_output(path.read_bytes(), DURATIONS), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime's errors have no common base but Exception
            reason = str(error).splitlines()[0][:120]
            raise EngineError(
                f"hibari's model gives no durations ({reason}): pip install 'hibari-tts>=0.2.1,<0.3'"
            ) from error
        self.vocabulary = vocabulary
        self.known = frozenset(vocabulary)
        self.dsp = _signal_processing()

    def speak(self, phonemes: str, rate: float) -> tuple[NDArray[np.float32], list[int]]:
        """Samples, and the units that each token took, pads included."""
        import numpy as np

        tokens = [0, *(self.vocabulary[c] for c in phonemes if c in self.vocabulary), 0]
        if len(tokens) == 2:
            return np.zeros(0, np.float32), [0, 0]
        feed = {"ids": np.asarray([tokens], np.int64), "speed": np.asarray([rate], np.float32)}
        *spectrum, durations = self.session.run(None, feed)
        lh, theta, ln, lr, phi, f0 = (part[0] for part in spectrum)
        samples = self.dsp.synth(lh, theta, ln, lr, phi, f0, _Noise(crc32(phonemes.encode())))
        units = durations.reshape(-1).tolist()
        if len(units) != len(tokens) or sum(units) * UNIT != len(samples):
            raise EngineError(
                "hibari's durations do not add up to its audio: pip install 'hibari-tts>=0.2.1,<0.3'"
            )
        return samples, units


class _Noise:
    """Stands in for hibari's random generator: a passage of one fixed table, chosen by what is said."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def standard_normal(self, shape: tuple[int, int], dtype: type[np.float32]) -> NDArray[np.float32]:
        """Normal noise of [bins, 2 × frames], ours to overwrite."""
        import numpy as np

        table = _noise_table(shape[0])
        start = self.seed % NOISE_FRAMES * 2
        return np.take(table, np.arange(start, start + shape[1]), axis=1, mode="wrap")


@cache
def _noise_table(bins: int) -> NDArray[np.float32]:
    import numpy as np

    return np.random.default_rng(20).standard_normal((bins, 2 * NOISE_FRAMES), dtype=np.float32)


def _signal_processing() -> Any:
    """hibari's signal processing with numpy's FFT, whether or not scipy is there: they differ in the last
    bits."""
    import numpy as np
    from hibari import dsp

    def rfft(x: NDArray[np.float32], axis: int) -> NDArray[np.complex64]:
        return np.fft.rfft(x, axis=axis).astype(np.complex64, copy=False)

    def irfft(x: NDArray[np.complex64], n: int, axis: int) -> NDArray[np.float32]:
        return np.fft.irfft(x, n=n, axis=axis).astype(np.float32, copy=False)

    dsp.rfft, dsp.irfft = rfft, irfft
    return dsp


def with_output(model: bytes, tensor: str) -> bytes:
    """An ONNX model that also returns one of its inner tensors.

    Protobuf merges concatenated messages, so a ModelProto (field 7: graph) of a GraphProto (field 12: output)
    of a ValueInfoProto (field 1: name) behind the model adds the output and nothing else.
    """
    message = tensor.encode()
    for field in (1, 12, 7):
        message = bytes([field << 3 | 2]) + _varint(len(message)) + message
    return model + message


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


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
def _model(name: str) -> _Model:
    from hibari.voices import voice_path

    try:
        path = Path(voice_path(name))
    except (RuntimeError, OSError) as error:
        size = _voices()[name]["bytes"] / 1e6
        reason = str(error.__cause__ or error).splitlines()[0]
        raise EngineError(
            f"voice {name!r} ({size:.0f} MB) cannot be fetched ({reason}): connect once, or use --voice heart"
        ) from error
    vocabulary: dict[str, int] = json.loads((_assets() / "vocab.json").read_text("utf-8"))
    return _Model(path, vocabulary)
