"""Sentence segmentation, peers side by side: one Markdown table.

usage: python tests/bench/sentences.py [--errors] [--peers NAME,…]

Golden rules, UD English EWT and the other languages come from the shared benchmark data (LISTEN_BENCH_DATA,
or `../shared/bench` beside the checkout) and are left out without it; `news` is the project's own
set, tests/segment/news_sentences.txt; `unseen` a second one that was written and committed before the rules
were tried on it: what comes out today, and beside it what the rules of that day said (ours only).
Peers take part where they are installed: pysbd, nupunkt, sentence-splitter, blingfire, syntok, nltk.
F1 counts the boundaries inside paragraphs; a paragraph whose characters are not all given back, in order, is
lost, and all its boundaries count as missed.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from listen.segment import sentence_spans

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("LISTEN_BENCH_DATA", ROOT / ".." / "shared" / "bench")) / "segment"
NEWS = ROOT / "tests" / "segment" / "news_sentences.txt"
SECOND = NEWS.with_name("news_sentences_second.txt")
FIRST_SIGHT = {"listen": 95.0}
"""Boundary F1 on the second set when it was first run, six of its marks still being wrong."""
MARK = " ¶ "
CODES = {
    "amharic": "am", "armenian": "hy", "bulgarian": "bg", "burmese": "my", "chinese": "zh", "danish": "da",
    "deutsch": "de", "dutch": "nl", "french": "fr", "greek": "el", "hindi": "hi", "italian": "it",
    "japanese": "ja", "kazakh": "kk", "marathi": "mr", "persian": "fa", "polish": "pl", "russian": "ru",
    "slovak": "sk", "spanish": "es", "urdu": "ur",
}  # fmt: skip

Segmenter = Callable[[str, str], Iterable[str]]
"""(text, ISO 639-1 code) to sentences as strings, in order."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text and the offsets just past each of its sentences."""

    text: str
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Boundaries inside paragraphs: found, invented, missed; paragraphs with lost text; MB a second."""

    hits: int
    extra: int
    missed: int
    lost: int
    speed: float

    @property
    def f1(self) -> float:
        return 200 * self.hits / max(1, 2 * self.hits + self.extra + self.missed)


def ours(text: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, lang)]


def _pysbd() -> Segmenter:
    import pysbd
    from pysbd.languages import LANGUAGE_CODES

    made = {code: pysbd.Segmenter(language=code, clean=False) for code in LANGUAGE_CODES}
    return lambda text, lang: made.get(lang, made["en"]).segment(text)


def _nupunkt() -> Segmenter:
    import nupunkt

    nupunkt.sent_tokenize("Load the model.")
    return lambda text, lang: nupunkt.sent_tokenize(text)


def _splitter() -> Segmenter:
    from sentence_splitter import SentenceSplitter, SentenceSplitterException

    made: dict[str, SentenceSplitter] = {}

    def split(text: str, lang: str) -> list[str]:
        if lang not in made:
            try:
                made[lang] = SentenceSplitter(language=lang)
            except SentenceSplitterException:
                made[lang] = SentenceSplitter(language="en")
        return list(made[lang].split(text))

    return split


def _blingfire() -> Segmenter:
    import blingfire

    return lambda text, lang: blingfire.text_to_sentences(text).split("\n")


def _syntok() -> Segmenter:
    from syntok import segmenter

    def split(text: str, lang: str) -> list[str]:
        sentences = [s for paragraph in segmenter.process(text) for s in paragraph]
        edges = [s[0].offset for s in sentences] + [len(text)]
        return [text[edges[i] : edges[i + 1]] for i in range(len(sentences))]

    return split


def _punkt() -> Segmenter:
    import nltk

    split = nltk.tokenize.sent_tokenize
    split("Is the model there?")
    return lambda text, lang: split(text)


PEERS: dict[str, Callable[[], Segmenter]] = {
    "listen": lambda: ours,
    "pysbd": _pysbd,
    "nupunkt": _nupunkt,
    "sentence-splitter": _splitter,
    "blingfire": _blingfire,
    "syntok": _syntok,
    "nltk punkt": _punkt,
}


def news(path: Path = NEWS) -> list[Paragraph]:
    """The project's own paragraphs."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("# ", "##")):
            sentences = line.split(MARK)
            ends = [sum(map(len, sentences[: i + 1])) + i for i in range(len(sentences))]
            found.append(Paragraph(" ".join(sentences), tuple(ends)))
    return found


def treebank(path: Path) -> list[Paragraph]:
    """A shared file of paragraphs with sentence ends."""
    return [Paragraph(p["text"], tuple(p["ends"])) for p in json.loads(path.read_text(encoding="utf-8"))]


def ends_of(text: str, pieces: Iterable[str]) -> set[int] | None:
    """Where a segmenter's sentences end; None where it did not give back every character, in order."""
    ends: set[int] = set()
    at = 0
    for piece in pieces:
        wanted = piece.strip()
        start = text.find(wanted, at)
        if start < 0 or text[at:start].strip():
            return None
        at = start + len(wanted)
        ends.add(at)
    return None if text[at:].strip() else ends


def measure(split: Segmenter, paragraphs: list[Paragraph], errors: bool = False) -> Score:
    """Run and compare; with `errors` print every wrong boundary."""
    began = time.perf_counter()
    outs = [list(split(p.text, "en")) for p in paragraphs]
    took = time.perf_counter() - began
    hits = extra = missed = lost = 0
    for paragraph, out in zip(paragraphs, outs, strict=True):
        last = len(paragraph.text.rstrip())
        gold = {end for end in paragraph.ends if end < last}
        found = ends_of(paragraph.text, out)
        lost += found is None
        got = {end for end in found or () if 0 < end < last}
        hits += len(gold & got)
        extra += len(got - gold)
        missed += len(gold - got)
        for end in sorted(gold ^ got) if errors else ():
            kind = "missed" if end in gold else "extra "
            print(
                kind, repr(paragraph.text[max(0, end - 50) : end]), "|", repr(paragraph.text[end : end + 30])
            )
    size = sum(len(p.text.encode()) for p in paragraphs) / 1e6
    return Score(hits, extra, missed, lost, size / took)


def golden(split: Segmenter, cases: list[dict[str, object]], lang: str) -> int:
    """How many golden rules come out exactly."""
    passed = 0
    for case in cases:
        text, wanted = case["text"], case["sentences"]
        assert isinstance(text, str)
        assert isinstance(wanted, list)
        passed += [s.strip() for s in split(text, lang) if s.strip()] == [s.strip() for s in wanted]
    return passed


def row(name: str, split: Segmenter, errors: bool) -> list[str]:
    """One line of the table."""
    own = measure(split, news(), errors)
    second = measure(split, news(SECOND), errors)
    unseen = f"{second.f1:.1f}"
    if name in FIRST_SIGHT:
        unseen += f" (first {FIRST_SIGHT[name]:.1f})"
    cells = [name]
    lost, speed = own.lost, own.speed
    if DATA.is_dir():
        rules = json.loads((DATA / "golden_en.json").read_text(encoding="utf-8"))["cases"]
        languages = json.loads((DATA / "golden_other.json").read_text(encoding="utf-8"))["languages"]
        ewt = measure(split, treebank(DATA / "ewt_test.json"), errors)
        other = sum(golden(split, cases, CODES[language]) for language, cases in languages.items())
        lost, speed = lost + ewt.lost, ewt.speed
        cells += [f"{golden(split, rules, 'en')}/{len(rules)}", f"{ewt.f1:.1f}"]
        cells += [f"{own.f1:.1f}", unseen, f"{other}/{sum(map(len, languages.values()))}"]
    else:
        cells += ["–", "–", f"{own.f1:.1f}", unseen, "–"]
    return [*cells, f"{speed:.2f}", str(lost)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--errors", action="store_true", help="print every wrong boundary")
    parser.add_argument("--peers", help="only these, separated by commas")
    options = parser.parse_args()
    print(
        "| segmenter | golden rules | EWT F1 | news F1 (own set) | unseen F1 (second set) |"
        " 21 languages | MB/s | lost text |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name in options.peers.split(",") if options.peers else PEERS:
        try:
            split = PEERS[name]()
        except (ImportError, LookupError):
            print(f"| {name} (not installed) |" + " – |" * 7)
            continue
        print("| " + " | ".join(row(name, split, options.errors)) + " |", flush=True)


if __name__ == "__main__":
    main()
