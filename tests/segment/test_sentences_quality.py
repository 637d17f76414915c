"""Floors that only rise: the project's own news paragraphs, the golden rules, the treebank."""

import json
import os
from pathlib import Path

import pytest

from listen.segment import sentence_spans

NEWS = Path(__file__).parent
ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("LISTEN_BENCH_DATA", ROOT / ".." / "shared" / "bench")) / "segment"
needs_data = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared benchmark data is not here")


def read(name: str) -> object:
    return json.loads((SHARED / name).read_text(encoding="utf-8"))


def f1(paragraphs: list[tuple[str, set[int]]]) -> float:
    """Of the boundaries inside paragraphs, per cent."""
    hits = wrong = 0
    for text, gold in paragraphs:
        last = len(text.rstrip())
        got = {end for _, end in sentence_spans(text)} - {last}
        hits += len(gold - {last} & got)
        wrong += len((gold - {last}) ^ got)
    return 200 * hits / (2 * hits + wrong)


@pytest.mark.parametrize(
    ("name", "count", "floor"),
    [("news_sentences.txt", 200, 99.7), ("news_sentences_second.txt", 170, 98.8)],
)
def test_news(name: str, count: int, floor: float) -> None:
    paragraphs = []
    for line in (NEWS / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("# ", "##")):
            sentences = line.split(" ¶ ")
            ends = {len(" ".join(sentences[: i + 1])) for i in range(len(sentences))}
            paragraphs.append((" ".join(sentences), ends))
    assert len(paragraphs) >= count
    assert f1(paragraphs) >= floor


@needs_data
def test_english_golden_rules() -> None:
    cases = read("golden_en.json")
    assert isinstance(cases, dict)
    failed = [
        c["text"]
        for c in cases["cases"]
        if [c["text"][a:b] for a, b in sentence_spans(c["text"])] != [s.strip() for s in c["sentences"]]
    ]
    assert failed == []


@needs_data
def test_treebank() -> None:
    paragraphs = read("ewt_test.json")
    assert isinstance(paragraphs, list)
    assert f1([(p["text"], set(p["ends"])) for p in paragraphs]) >= 87.3
