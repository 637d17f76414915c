"""The own phrases and heteronyms by kind stay right, and none of the shared ones stands in the package."""

from pathlib import Path

import pytest
import spoken_kinds
import spoken_score

from listen.speech import speak, spoken


@pytest.mark.parametrize("name", spoken_kinds.PHRASES)
def test_every_phrase_of_every_kind(name: str) -> None:
    assert [line for line in spoken_kinds.phrases(name) if not line[3]] == []


@pytest.mark.parametrize("name", spoken_kinds.HETERONYMS)
def test_every_heteronym(name: str) -> None:
    assert [line for line in spoken_kinds.heteronyms(name) if not line[3]] == []


@pytest.mark.skipif(
    not (spoken_score.shared() / "phrases.tsv").exists(), reason="the shared benchmark data is not here"
)
def test_no_shared_phrase_stands_in_the_package() -> None:
    root = Path(__file__).resolve().parents[2]
    files = [*root.glob("listen/speech/**/*.py"), *root.glob("voices/lexicon/*")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    lines = (spoken_score.shared() / "phrases.tsv").read_text("utf-8").splitlines()
    phrases = {line.split("\t")[3] for line in lines if line.count("\t") >= 4}
    assert [p for p in sorted(phrases) if len(p) > 12 and p in text] == []


NEAR_MISSES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "near_misses.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("locale", "written", "said"), NEAR_MISSES)
def test_near_misses_stay(locale: str, written: str, said: str) -> None:
    assert spoken(written, {"us": "en-US", "gb": "en-GB"}[locale]).replace("A-", "A ") == said


@pytest.mark.parametrize(
    ("written", "said", "spans"),
    [
        ("Ｈｉ ４２", "Hi forty-two", [(0, 2), (3, 5)]),
        ("Act Ⅻ", "Act twelve", [(0, 3), (4, 5)]),
        ("the 1ˢᵗ", "the first", [(0, 3), (4, 7)]),
        ("ﬁne", "fine", [(0, 3)]),
        ("itâ€™s", "it's", [(0, 6)]),
        ("ᴜɴ", "un", [(0, 2)]),
        ("Ãº Ãºtil", "ú útil", [(0, 2), (3, 8)]),
    ],
)
def test_disguised_letters_are_read_and_keep_their_places(
    written: str, said: str, spans: list[tuple[int, int]]
) -> None:
    assert spoken(written, "en-US") == said
    assert [(w.start, w.end) for w in speak(written, "en-US")] == spans
