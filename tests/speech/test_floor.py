"""The floors of spoken words: they only rise.

By words alone in any clone; with their sound, and on the shared phrases, where the shared benchmark data lies
beside the checkout.
"""

from pathlib import Path

import pytest
import spoken_score
import spoken_text

from listen.speech import spoken

needs_shared = pytest.mark.skipif(
    not (spoken_score.shared() / "score.py").exists(), reason="the shared benchmark data is not here"
)

OWN = {
    "own": spoken_score.own_cases,
    "second": spoken_score.second_cases,
    "third": spoken_score.third_cases,
}


@pytest.mark.gate
@pytest.mark.parametrize(("name", "least"), [("own", 1.0), ("second", 0.995), ("third", 0.991)])
def test_the_own_phrases_are_said_as_well_as_ever(name: str, least: float) -> None:
    share, wrong = spoken_text.share(spoken, OWN[name]())
    assert share >= least, wrong


@pytest.mark.parametrize(
    ("said", "accepted", "same"),
    [
        ("Four hundred and ten metres", ["four hundred ten meters"], True),
        ("Twenty-five per cent", ["twenty five percent"], True),
        ("a thousand and one nights", ["~a thousand one nights"], True),
        ("four hundred ten", ["four hundred eleven"], False),
        ("bread and butter", ["bread butter"], False),
    ],
)
def test_forms_are_compared_by_their_words(said: str, accepted: list[str], same: bool) -> None:
    assert spoken_text.same_words(said, accepted) is same


@needs_shared
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
    cases = OWN[name]() if name in OWN else spoken_score.shared_cases(name)
    result = spoken_score.judge(spoken, cases, score)
    assert result.text >= text, result.failed
    assert result.sound >= sound, result.failed
    assert result.broken == ()


@needs_shared
def test_no_shared_phrase_stands_in_the_package() -> None:
    """Rules and word lists, no table of answers; a single word is a word list's."""
    root = Path(__file__).resolve().parents[2]
    files = [*root.glob("listen/speech/**/*.py"), *root.glob("voices/lexicon/*")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    phrases = {str(case["written"]) for case in spoken_score.shared_cases("news")}
    assert [p for p in sorted(phrases) if " " in p and p in text] == []
