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


NEAR_MISSES = """
    us | the type I error and World War I | the type one error and World War one
    us | a DC-3 from 1998-2003 | a D C three from nineteen ninety-eight to two thousand three
    us | a 12:30 lunch, at 8:05 | a twelve thirty lunch, at eight oh five
    us | Boise, ID. Cash, ID, card | Boise, Idaho. Cash, I D, card
    us | the R2 unit, R250 million | the R two unit, two hundred fifty million rand
    us | ages 3-5, won 3-2 | ages three to five, won three two
    us | 1/10 of it, 1/2 of it | one tenth of it, one half of it
    us | the 900 people, call 911 | the nine hundred people, call nine one one
    gb | ten 2m homes, he is 2m tall | ten two million homes, he is two metres tall
    us | mix it, dim light, civic | mix it, dim light, civic
    us | f(x), item (x) | f, x, item, ten
    us | a part-time post, on Part I | a part-time post, on Part one
    us | MS patients, in Jackson, MS | M S patients, in Jackson, Mississippi
    us | Sr. Agnes, Sr. Editor | Sister Agnes, Senior Editor
    us | No. 5, no. 6 | Number five, number six
    us | the E5 visa, 1. e4 e5 | the E five visa, one, E four, E five
    us | an overwhelming feat. It was “Low” feat. Bray | an overwhelming feat. It was “Low” featuring Bray
    us | COP26 and COP 5,000, the R1T | Cop twenty-six and five thousand Colombian pesos, the R one T
    us | $5,000 was lost, $5,000 guitars | five thousand dollars was lost, five thousand dollar guitars
    us | ten (10) of five (6) | ten of five, six
    us | $90 – 7 percent, $5 - $9 | ninety dollars — seven percent, five dollars to nine dollars
    us | the core 5 V's at 5 V | the core five V's at five volts
    us | x[2] of D[i][j] | x of D i, j
    us | 12 ft x 9 ft, x 5 | twelve feet by nine feet, x five
    us | he ran a 10K, 10K people | he ran a ten K, ten thousand people
    gb | s. 4 of the Act, it's 4 | section four of the Act, it's four
"""


@pytest.mark.parametrize("row", [line.strip() for line in NEAR_MISSES.strip().splitlines()])
def test_near_misses_stay(row: str) -> None:
    locale, written, said = row.split(" | ")
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
