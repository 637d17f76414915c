"""How exact word times are: against the waveform, and against what Whisper base hears in an hour.

usage: python -m tests.bench.words [--without-whisper] [--windows N]

Prints a Markdown table.

- tone: the spans of the words of every English seed against the samples that are not zero.
- hibari: the durations of its network against the samples it gives, for every sentence of the English seeds.
- hibari, espeak: fifty words, narrated as `listen make` does, each a sentence of its own between silences.
  The MP3 is decoded by mpg123, and a word begins where it is first heard: at the first sample that is at most
  46 dB below the word's loudest, the measure that chapters are cut by too.
- hibari, espeak after commas and dashes: the same words, ten to a sentence, those after 40 ms of silence.
- Whisper base, as an alarm against drift: about N windows of thirty seconds (default 40) of an hour narrated
  with hibari are written down with word times, and the words that both have are compared. Whisper's own clock
  is coarse and leans on what is said, so the same paragraphs are heard each time they come again, and what
  counts is the trend. Needs `pip install faster-whisper`; its model comes by pip as well.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from statistics import mean, median, stdev
from typing import Any

import numpy as np
from numpy.typing import NDArray

from listen import pipeline, reading
from listen.casting import catalog
from listen.engines import hibari, tone
from listen.engines.phoneme_groups import JOIN, split
from listen.model import Article, Block, Episode, Utterance
from listen.options import Options
from listen.sources import fetch
from tests import programs
from tests.seeds_help import Seed, seeds

WORDS = (
    "lamp", "kettle", "garden", "window", "copper", "thunder", "market", "velvet", "shadow", "harbour",
    "rabbit", "jacket", "needle", "dragon", "pepper", "castle", "finger", "button", "mirror", "winter",
    "candle", "bottle", "spider", "yellow", "orange", "animal", "echo", "island", "under", "open",
    "apple", "zebra", "question", "chapter", "judge", "young", "wrist", "knight", "phone", "shoe",
    "theatre", "guitar", "banana", "doctor", "ticket", "vinegar", "water", "honey", "fossil", "summer",
)  # fmt: skip
"""Every kind of beginning: vowels, stops, nasals, the soft f, h, th and v."""
HEARD_DB = 46
SILENCE_MS = 40
WINDOW_S = 30
HOUR_WORDS = 8000
Samples = NDArray[np.float32]


def decoded(episode: Episode, folder: Path) -> Samples:
    """The MP3's samples, by a decoder that is not ours."""
    samples, rate = programs.mpg123(episode.path, folder)
    if rate != episode.rate or len(samples) != episode.samples:
        raise SystemExit(f"{episode.path.name} decodes to {len(samples)} samples, not {episode.samples}")
    return samples


def narrated(paragraphs: Sequence[str], voice: str, folder: Path) -> Episode:
    article = Article("Words", "en-GB", tuple(Block("paragraph", text) for text in paragraphs))
    options = Options(cache=False, sidecars=False, chapters="none", force=True)
    script = reading.written(article, options)
    return pipeline.narrate(script, voice, folder / f"{voice}.mp3", options=options)


def heard_at(sound: Samples) -> int:
    """Sample at which a word is first heard."""
    loudness = np.abs(sound)
    return int((loudness >= loudness.max() * 10 ** (-HEARD_DB / 20)).argmax())


def alone(voice: str, folder: Path) -> Iterator[float]:
    """Milliseconds from each word's onset to its time, for words between the silences of paragraphs."""
    episode = narrated([f"{word.capitalize()}." for word in WORDS], voice, folder)
    samples = decoded(episode, folder)
    cues = list(episode.cues)[1:]
    assert [c.text.rstrip(".").lower() for c in cues] == list(WORDS)
    for before, cue in zip([episode.cues[0], *cues], cues, strict=False):
        first = (before.end_ms + cue.start_ms) // 2 * episode.rate // 1000  # from the middle of the silence
        onset = first + heard_at(samples[first : cue.end_ms * episode.rate // 1000])
        yield cue.words[0].start_ms - onset * 1000 / episode.rate


def in_lists(voice: str, folder: Path) -> Iterator[float]:
    """The same for words inside a sentence that a pause precedes; a step of 2.5 ms sounds from −40 dB."""
    lists = [
        mark.join(WORDS[n : n + 10]).capitalize() + "." for mark in (", ", " — ") for n in range(0, 50, 10)
    ]
    episode = narrated(lists, voice, folder)
    samples = decoded(episode, folder)
    step = episode.rate // 400
    power = np.square(samples[: len(samples) // step * step]).reshape(-1, step).mean(axis=1)

    def at(ms: float) -> int:
        return round(ms * episode.rate / 1000 / step)

    for cue in list(episode.cues)[1:]:
        for before, word in zip(cue.words, cue.words[1:], strict=False):
            # The pause before a word ends near the word's time: what is silent inside a word lies elsewhere.
            first, last = at(before.end_ms - 100), at((word.start_ms + word.end_ms) / 2)
            peak = power[at(word.start_ms) : at(word.end_ms)].max()
            loud = np.flatnonzero(power[first:last] > peak * 1e-4)
            gaps = np.diff(loud)
            if len(gaps) and gaps.max() * step >= SILENCE_MS * episode.rate / 1000:
                onset = (first + int(loud[int(gaps.argmax()) + 1])) * step
                yield word.start_ms - onset * 1000 / episode.rate


def sentences(texts: list[Seed]) -> Iterator[Utterance]:
    for seed in texts:
        script, _ = reading.story(fetch.fetch(str(seed.article)), Options())
        yield from reading.spoken(script.utterances, None)


def tone_error(texts: list[Seed]) -> tuple[int, int]:
    """Words, and the most samples by which a span misses its word's sound."""
    voice = catalog.load("tone")
    count = worst = 0
    for utterance in sentences(texts):
        clip = tone.synthesize(tone.prepare(utterance, voice), utterance, voice)
        sounding = np.flatnonzero(clip.samples)
        edges = np.flatnonzero(np.diff(sounding) > tone.GAP // 2)
        starts = [int(sounding[0]), *(int(sounding[n + 1]) for n in edges)]
        ends = [*(int(sounding[n]) + 1 for n in edges), int(sounding[-1]) + 1]
        worst = max(worst, int(np.abs(np.array(clip.words) - np.array([starts, ends]).T).max()))
        count += len(starts)
    return count, worst


def duration_error(texts: list[Seed]) -> tuple[int, int]:
    """Passages that the network spoke, and the most samples by which durations and sound differ."""
    voice = catalog.load("heart")
    model = hibari._model(voice.id)
    count = worst = 0
    for utterance in sentences(texts):
        for groups in split(hibari.prepare(utterance, voice).split(" "), hibari.LONGEST):
            samples, units = model.speak(" ".join(groups).replace(JOIN, " "), 1.0)
            worst = max(worst, abs(sum(units) * hibari.UNIT - len(samples)))
            count += 1
    return count, worst


def distances(errors: list[float], limit: int) -> str:
    far = [abs(error) for error in errors]
    within = sum(error <= limit for error in far)
    return (
        f"{within} of {len(far)} within {limit} ms; worst {max(far):.0f}, mean {mean(far):.0f}, "
        f"bias {mean(errors):+.0f} ms"
    )


def hour(texts: list[Seed], folder: Path) -> tuple[Episode, int]:
    """The English seeds' paragraphs, repeated for an hour or more, and after how many they come again."""
    articles = [reading.story(fetch.fetch(str(seed.article)), Options())[1] for seed in texts]
    parts = [b.text for article in articles if article for b in article.blocks if b.kind == "paragraph"]
    once = sum(len(part.split()) for part in parts)
    return narrated(parts * -(-HOUR_WORDS // once), "heart", folder), len(parts)


def drift(
    episode: Episode, samples: Samples, period: int, windows: int
) -> tuple[float, float, list[float], int]:
    """Slope in ms an hour, its standard error, every word's difference (Whisper's time less ours), windows.

    The same paragraphs are heard each time they come, so that what Whisper makes of their words cancels.
    """
    import hear_models
    from faster_whisper import WhisperModel

    model = WhisperModel(
        str(hear_models.fetch("whisper")), device="cpu", compute_type="int8", local_files_only=True
    )
    begins: dict[int, int] = {}
    for cue in episode.cues:
        begins.setdefault(cue.block, cue.start_ms)
    times = (max(begins) + 1) // period
    length = WINDOW_S * episode.rate
    hours, middles, every = [], [], []
    for place in np.linspace(0, period - 8, windows // times).astype(int):
        found = []
        for time in range(times):
            begin = begins[int(place) + time * period]
            start = begin * episode.rate // 1000
            differences = heard_less_ours(model, episode, samples[start : start + length], begin)
            found.append((begin / 3.6e6, median(differences)))
            every += differences
        at, middle = np.array(found).T
        hours += list(at - at.mean())
        middles += list(middle - middle.mean())
    x, y = np.array(hours), np.array(middles)
    slope = (x @ y) / (x @ x)
    error = np.sqrt(((y - slope * x) ** 2).sum() / (len(x) - len(x) // times - 1) / (x @ x))
    return float(slope), float(error), every, len(x)


def heard_less_ours(model: Any, episode: Episode, sound: Samples, begin: int) -> list[float]:
    """Milliseconds between Whisper's time and ours for the words that both have in the window."""
    heard, _ = model.transcribe(
        sound_at_16k(sound, episode.rate),
        language="en", beam_size=1, word_timestamps=True, condition_on_previous_text=False,
    )  # fmt: skip
    theirs = [(plain(w.word), w.start * 1000) for segment in heard for w in segment.words or ()]
    ours = [
        (plain(cue.text[w.start : w.end]), w.start_ms - begin)
        for cue in episode.cues
        for w in cue.words
        if begin <= w.start_ms < begin + WINDOW_S * 1000
    ]
    same = SequenceMatcher(None, [w for w, _ in ours], [w for w, _ in theirs], autojunk=False)
    return [
        theirs[block.b + n][1] - ours[block.a + n][1]
        for block in same.get_matching_blocks()
        for n in range(block.size)
    ]


def sound_at_16k(sound: Samples, rate: int) -> Samples:
    """By ffmpeg's resampler, which shifts nothing."""
    command = ["ffmpeg", "-v", "error", "-f", "f32le", "-ar", str(rate), "-ac", "1", "-i", "-"]
    command += ["-f", "f32le", "-ar", "16000", "-"]
    done = subprocess.run(command, input=sound.tobytes(), capture_output=True, check=True)
    return np.frombuffer(done.stdout, np.float32)


def plain(word: str) -> str:
    return re.sub(r"\W", "", word.lower())


def main() -> None:
    parser = argparse.ArgumentParser(description="How exact word times are.")
    parser.add_argument("--without-whisper", action="store_true")
    parser.add_argument("--windows", type=int, default=40)
    asked = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).parent))  # for hear_models, which runs as a script too
    texts = [seed for seed in seeds() if seed.lang.startswith("en")]
    print("| what | measured |\n|---|---|")
    count, worst = tone_error(texts)
    print(f"| tone: spans against the samples that sound | {count} words, worst {worst} samples |")
    count, worst = duration_error(texts)
    print(f"| hibari: durations against the samples | {count} passages, worst {worst} samples |", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for voice, limit in (("heart", 25), ("espeak-en-gb", 40), ("espeak-en-us", 40)):
            found = distances(list(alone(voice, folder)), limit)
            print(f"| {voice}: words between silences | {found} |", flush=True)
        for voice, limit in (("heart", 25), ("espeak-en-gb", 40)):
            found = distances(list(in_lists(voice, folder)), limit)
            print(f"| {voice}: words after commas and dashes | {found} |", flush=True)
        if asked.without_whisper:
            return
        episode, period = hour(texts, folder)
        slope, error, every, heard = drift(episode, decoded(episode, folder), period, asked.windows)
        minutes = episode.duration_ms / 60_000
        print(
            f"| Whisper base over {minutes:.0f} min, {heard} windows | trend {slope:+.1f} ms an hour "
            f"(standard error {error:.1f}); {len(every)} words, mean {mean(every):+.0f} ms, "
            f"deviation {stdev(every):.0f} ms |"
        )


if __name__ == "__main__":
    main()
