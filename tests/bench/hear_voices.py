"""The systems that are heard side by side: ours through the whole pipeline, and the voices given raw text.

Each is a function of an article and the groups of blocks to be heard at once, and gives for each group its
sound at 16 kHz and the phonemes that were sent to the voice.
"""

from __future__ import annotations

import io
import json
import tempfile
import wave
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import hear_models
import numpy as np
from numpy.typing import NDArray

from listen import engines, pipeline, reading
from listen.casting import cast as casting
from listen.casting import catalog, choosing
from listen.engines import espeak
from listen.engines.espeak.espeak_library import library
from listen.engines.phoneme_groups import JOIN
from listen.model import Article, Cue, Script, Voice
from listen.options import Options

Samples = NDArray[np.float32]
Groups = Sequence[tuple[int, ...]]

RATE = 16000
EDGE = RATE * 3 // 10
"""Silence before and after each piece, and between raw paragraphs: 0.3 s and 0.6 s."""
KOKORO_RATE = 24000
KOKORO_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Sound:
    """What one piece sounds like."""

    samples: Samples
    """16 kHz, an edge of silence at both ends."""
    sent: str
    """The phonemes that the voice was given."""


Say = Callable[[Article, Groups], list[Sound]]


def listen(article: Article, groups: Groups, engine: str) -> list[Sound]:
    """`listen make`'s own MP3, cut in the silences between paragraphs."""
    from faster_whisper.audio import decode_audio

    options = Options(engine=engine, chapters="none", sidecars=False, jobs=1)
    script = reading.worded(reading.written(article, options), options)
    voice = _voice(article, engine).name
    with tempfile.TemporaryDirectory() as folder:
        episode = pipeline.narrate(script, voice, Path(folder) / "heard.mp3", options=options)
        sound = decode_audio(str(episode.path), sampling_rate=RATE)
    sent = dict(_sent(script, voice))
    return [
        Sound(_edged(sound[slice(*_span(episode.cues, group))]), " ".join(sent.get(n, "") for n in group))
        for group in groups
    ]


def _sent(script: Script, main: str) -> Iterator[tuple[int, str]]:
    """Phonemes by block."""
    script, cast = casting.cast(script, main, None, None)
    by_block: dict[int, list[str]] = {}
    for utterance in script.utterances:
        voice = cast.voice_of(utterance)
        speaker: Any = engines.get(voice.engine)
        said = speaker.sounds(speaker.prepare(utterance, voice), utterance, voice)
        by_block.setdefault(utterance.block, []).append(said.replace(JOIN, " "))
    return ((block, " ".join(said)) for block, said in by_block.items())


def _span(cues: Iterable[Cue], group: tuple[int, ...]) -> tuple[int, int]:
    """From the middle of the silence before a group to the middle of that after it, in samples."""
    cues = list(cues)
    inside = [n for n, cue in enumerate(cues) if cue.block in group and cue.kind != "notice"]
    first, last = inside[0], inside[-1]
    start = (cues[first - 1].end_ms + cues[first].start_ms) // 2 if first else 0
    end = (
        (cues[last].end_ms + cues[last + 1].start_ms) // 2
        if last + 1 < len(cues)
        else cues[last].end_ms + 200
    )
    return start * RATE // 1000, end * RATE // 1000


def raw_hibari(article: Article, groups: Groups) -> list[Sound]:
    """hibari's package as its own documentation uses it."""
    reader = _hibari()
    return _raw(article, groups, lambda text: (reader(text, seed=0), 24000, " ".join(reader.phonemize(text))))


def raw_espeak(article: Article, groups: Groups) -> list[Sound]:
    """espeak-ng on the text as it stands, in the voice that listen takes."""
    voice = _voice(article, "espeak")

    def say(text: str) -> tuple[Samples, int, str]:
        spoken = library().speak(text, voice.id, espeak.WORDS_PER_MINUTE)
        samples = np.frombuffer(spoken.pcm, np.int16).astype(np.float32) / np.float32(32768)
        return samples, spoken.rate, library().phonemes(text, voice.id)

    return _raw(article, groups, say)


def raw_kokoro(article: Article, groups: Groups) -> list[Sound]:
    """Kokoro on the text as it stands, sentence by sentence."""
    reader = _hibari()

    def say(text: str) -> tuple[Samples, int, str]:
        sentences = reader.phonemize(text)
        return kokoro(sentences), KOKORO_RATE, " ".join(sentences)

    return _raw(article, groups, say)


def listen_kokoro(article: Article, groups: Groups) -> list[Sound]:
    """Kokoro on what listen prepares for hibari."""
    script = reading.worded(
        reading.written(article, Options(engine="hibari", chapters="none")),
        Options(engine="hibari", chapters="none"),
    )
    script, cast = casting.cast(script, catalog.DEFAULT, None, None)
    by_block: dict[int, list[str]] = {}
    for utterance in script.utterances:
        said = engines.get("hibari").prepare(utterance, cast.voice_of(utterance))
        by_block.setdefault(utterance.block, []).append(said.replace(JOIN, " "))
    return [
        Sound(_edged(_resampled(kokoro(sentences), KOKORO_RATE)), " ".join(sentences))
        for sentences in ([said for n in group for said in by_block.get(n, [])] for group in groups)
    ]


def _raw(article: Article, groups: Groups, say: Callable[[str], tuple[Samples, int, str]]) -> list[Sound]:
    sounds = []
    for group in groups:
        parts: list[Samples] = []
        sent: list[str] = []
        for block in group:
            text = article.title if block < 0 else article.blocks[block].text
            if text:
                samples, rate, phonemes = say(text)
                parts.append(_edged(_resampled(samples, rate)))
                sent.append(phonemes)
        sounds.append(Sound(np.concatenate(parts), " ".join(sent)))
    return sounds


@cache
def _hibari() -> Any:
    from hibari import Hibari

    return Hibari(voice=_voice(Article("", "en-US", ()), "hibari").id)


def _voice(article: Article, engine: str) -> Voice:
    """hibari's default voice, the only one that needs no download; espeak's of the article's language."""
    if engine == "hibari":
        return catalog.load(catalog.DEFAULT)
    return choosing.for_language(article.lang, engine)


def kokoro(sentences: Iterable[str]) -> Samples:
    """Phonemes in misaki's alphabet to samples, 0.35 s of silence between sentences; kept by what is said."""
    parts: list[Samples] = []
    for sentence in sentences:
        key = sha256(sentence.encode()).hexdigest()
        kept = hear_models.folder() / "kokoro-audio" / f"{key}.npy"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            np.save(kept, _kokoro_speak(sentence).astype(np.float16))
        parts += [np.load(kept).astype(np.float32), np.zeros(KOKORO_RATE * 35 // 100, np.float32)]
    return np.concatenate(parts) if parts else np.zeros(0, np.float32)


def _kokoro_speak(sentence: str) -> Samples:
    session, styles, alphabet = _kokoro()
    tokens = [alphabet[c] for c in sentence if c in alphabet][:KOKORO_LONGEST]
    named = session.get_inputs()[0].name
    speed_type = np.int32 if "int" in session.get_inputs()[2].type else np.float32
    feed = {
        named: np.asarray([[0, *tokens, 0]], np.int64),
        "style": styles[len(tokens)],
        "speed": np.ones(1, speed_type),
    }
    return np.asarray(session.run(None, feed)[0], np.float32).reshape(-1)


@cache
def _kokoro() -> tuple[Any, Samples, dict[str, int]]:
    """The network, its style vectors by number of phonemes, and its alphabet."""
    import onnxruntime
    from hibari import tts

    folder = hear_models.fetch("kokoro")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    model = str(folder / "kokoro-v1.0.int8.onnx")
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    styles = np.fromfile(folder / "af_heart.bin", "<f4").reshape(-1, 1, 256)
    alphabet = json.loads((Path(tts.ASSETS) / "vocab.json").read_text("utf-8"))
    return session, styles, alphabet


def _resampled(samples: Samples, rate: int) -> Samples:
    """To Whisper's rate, by the decoder that also reads the MP3s."""
    from faster_whisper.audio import decode_audio

    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    file.seek(0)
    decoded: Samples = decode_audio(file, sampling_rate=RATE)
    return decoded


def _edged(samples: Samples) -> Samples:
    silence = np.zeros(EDGE, np.float32)
    return np.concatenate([silence, samples, silence])


SYSTEMS: dict[str, Say] = {
    "listen, hibari": partial(listen, engine="hibari"),
    "raw hibari": raw_hibari,
    "listen, espeak": partial(listen, engine="espeak"),
    "raw espeak": raw_espeak,
    "listen, Kokoro": listen_kokoro,
    "raw Kokoro": raw_kokoro,
}
