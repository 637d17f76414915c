"""The benchmark's floors: they only rise. Needs the shared benchmark data beside the checkout."""

import sys
from pathlib import Path

import pytest

from listen.speech import spoken

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))
import spoken_score

pytestmark = pytest.mark.skipif(
    not (spoken_score.shared() / "score.py").exists(), reason="the shared benchmark data is not here"
)


@pytest.mark.parametrize(
    ("name", "text", "sound"),
    [
        ("news", 99.0, 99.0),
        ("own", 99.0, 99.0),
        ("second", 99.5, 99.5),
        ("third", 99.1, 99.1),
        ("nemo", 92.0, 89.5),
    ],
)
def test_floor(name: str, text: float, sound: float) -> None:
    score = spoken_score.scorer()
    own = {
        "own": spoken_score.own_cases,
        "second": spoken_score.second_cases,
        "third": spoken_score.third_cases,
    }
    cases = own[name]() if name in own else spoken_score.shared_cases(name)
    result = spoken_score.judge(spoken, cases, score)
    assert result.text >= text, result.failed
    assert result.sound >= sound, result.failed
    assert result.broken == ()


def test_no_shared_phrase_stands_in_the_package() -> None:
    """Rules and word lists, no table of answers; a single word is a word list's."""
    root = Path(__file__).resolve().parents[2]
    files = [*root.glob("listen/speech/**/*.py"), *root.glob("voices/lexicon/*")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    phrases = {str(case["written"]) for case in spoken_score.shared_cases("news")}
    assert [p for p in sorted(phrases) if " " in p and p in text] == []
