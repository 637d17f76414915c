"""Spans: total, ordered, inside the writing, for anything that can be written; nothing raises."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.speech import respelled, speak, spoken
from tests.examples import examples, few
from tests.patience import grows_with_length_only

# Said by nobody: footnote marks, raised figures, and the Â of a space or dot read in the wrong encoding.
SILENT = re.compile(
    r"\[(?:[\w\s,–-]{1,20})\]|[¹²³⁰⁴-⁹]+|Â(?=[\u00a0\u00b0\u00b7])|[\u1400-\u167f]{1,2}(?!\w)"
)
TOKENS = """
    £1.5m $40-50 the a BBC 's 12 , . 3rd May 2024 U.S. (D-N.Y.) 10am – 5% 2-1 No. 10 Dr. St. e.g.
    III Henry CO₂ 1990s '90s & / @bbc #MeToo bbc.co.uk a@b.com +44 [1] ½ 6ft 2in 9/11 24/7 WAR IN “
    ” ' … — ( ) x² 🎉 -5C km/h von lead pipes A I X Covid-19 401(k) 7/8 12:30 p.m. € % é नमस्ते 日本 ١٢
    ① Ⅷ ʼ Mon-Fri 0900 GMT 737-800 N.Y. CA 95051 1-800-555-0199 http://a.b/c?d=e Jan 3 to 5 vs etc.
    100s <x=1> ² ٣ R$ 3. XIV
"""
NEWSY = st.lists(st.sampled_from(re.split(r"\s+", TOKENS.strip())), max_size=12)
LANGS = st.sampled_from(["en-GB", "en-US", "de", "fr", "es", "pt", "it", "nl", "pl", "ja", "und"])


def check(text: str, lang: str) -> None:
    words = speak(text, lang)
    covered: set[int] = set()
    start = end = 0
    for word in words:
        assert word.text
        assert 0 <= word.start < word.end <= len(text)
        assert word.start >= start
        assert word.end >= end
        start, end = word.start, word.end
        covered.update(range(start, end))
    silent = {i for m in SILENT.finditer(text) for i in range(*m.span())}
    left = [c for i, c in enumerate(text) if c.isalnum() and i not in covered and i not in silent]
    assert not left, f"{left} of {text!r} said by no word"
    assert isinstance(respelled(words), str)


@given(st.text(), LANGS)
@settings(max_examples=examples(150), deadline=None)
def test_any_text(text: str, lang: str) -> None:
    check(text, lang)


@given(NEWSY, st.sampled_from([" ", "", "-", ", "]), LANGS)
@settings(max_examples=examples(250), deadline=None)
def test_what_news_is_made_of(parts: list[str], joint: str, lang: str) -> None:
    check(joint.join(parts), lang)


@given(st.text(alphabet="aAzZ09$£%.,-–/:'’\"()[]&@#+ \n½²IVX", max_size=30), LANGS)
@settings(max_examples=examples(300), deadline=None)
def test_signs_and_figures(text: str, lang: str) -> None:
    check(text, lang)


PLAIN = re.split(" ", "the quick brown fox jumps over lazy dogs people said government minister")


@given(st.lists(st.sampled_from(PLAIN), min_size=1))
def test_plain_words_stay(words: list[str]) -> None:
    text = " ".join(words)
    assert spoken(text) == text
    assert spoken(spoken(text)) == spoken(text)
    assert [text[w.start : w.end] for w in speak(text)] == words


@pytest.mark.parametrize("text", ["", " ", "…", "🎉", "—", "[1]", "\u0301", "'", "\ud7ff"])
def test_nothing_to_say(text: str) -> None:
    assert speak(text) == () or unicodedata.category(text[0]) != "Zs"


def test_a_sum_shares_its_span_and_keeps_the_sentence() -> None:
    text = "They paid £2.5m, he said."
    words = speak(text, "en-GB")
    assert " ".join(w.text for w in words) == "They paid two point five million pounds he said"
    assert {text[w.start : w.end] for w in words[2:7]} == {"£2.5m"}
    assert words[6].after == ", "
    assert words[-1].after == "."
    assert "".join(w.before + w.text + w.after for w in words) == (
        "They paid two point five million pounds, he said."
    )


@pytest.mark.parametrize(
    "part",
    few(
        [
            "1,",
            "1-",
            "1/",
            "1.",
            "a-",
            "a.",
            "½",
            "a_",
            "2024-",
            "(",
            "'",
            "A1",
            "[",
            "1 000 ",
            "x²",
            '12" ',
            "6-4 ",
            "A.1",
        ],
        3,
    ),
)
def test_time_grows_with_the_length_only(part: str) -> None:
    """Repetitions that patterns could be tempted to look at again from every place."""
    assert grows_with_length_only(speak, part * (12_000 // len(part)), 3)


LONG = "1" * 6000
GROUPS = ",".join(["111"] * 2500)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en-GB", "de", "pl"])
@pytest.mark.parametrize(
    "text",
    [
        LONG,
        GROUPS,
        f"${LONG}.50",
        f"{GROUPS}%",
        f"{LONG}th",
        f"{LONG}-{LONG}",
        f"{LONG} €",
        f"1/{LONG}",
        f"{LONG} km",
    ],
)
def test_figures_without_end(text: str, lang: str) -> None:
    """Python itself refuses to read more than 4,300 of them as one number."""
    check(text, lang)
