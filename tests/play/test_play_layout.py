"""Lines of a width in columns, whatever the script."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.play.views.layout import safe, shorten, width, wrap

ARABIC = "غادرت العبارة في التاسعة مساءً ولم يلوّح أحد."
HEBREW = "הַמַּעְבֹּרֶת יָצְאָה בְּתֵשַׁע."
JAPANESE = "フェリーは九時に出た。誰も手を振らなかった（雨だった）。"


def lines(text: str, columns: int) -> list[str]:
    return [text[a:b] for a, b in wrap(text, columns)]


def test_words_stay_whole_where_they_fit() -> None:
    assert lines("The ferry left at nine.", 10) == ["The ferry", "left at", "nine."]
    assert lines("  The   ferry ", 40) == ["The   ferry"]
    assert lines("", 10) == lines("   ", 10) == []


def test_what_is_wider_than_the_line_is_cut() -> None:
    assert lines("https://example.org/long", 10) == ["https://ex", "ample.org/", "long"]


def test_wide_characters_take_two_columns_and_may_be_parted() -> None:
    assert width("九時") == 4
    shown = lines(JAPANESE, 12)
    assert "".join(shown) == JAPANESE
    assert all(width(line) <= 13 for line in shown)  # closing marks may hang out by one
    assert not any(line[0] in "。）" for line in shown)


def test_marks_stay_on_their_letters() -> None:
    assert width("e\u0301") == 1
    assert width(HEBREW) < len(HEBREW)
    for text in (ARABIC, HEBREW):
        assert " ".join(lines(text, 12)) == text
    flag, family = "🇫🇷", "👨\u200d👩\u200d👧"
    assert lines(f"{family}{family}", 2) == [family, family]
    assert "".join(lines(flag * 3, 4)) == flag * 3


@given(st.text(max_size=60), st.integers(1, 30))
def test_every_character_is_on_one_line(text: str, columns: int) -> None:
    spans = wrap(text, columns)
    assert "".join(text[a:b] for a, b in spans).split() == text.split() or "".join(
        "".join(text[a:b] for a, b in spans).split()
    ) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))


@given(st.text(st.characters(codec="ascii"), max_size=80), st.integers(1, 30))
def test_no_line_is_too_long(text: str, columns: int) -> None:
    assert all(width(line) <= columns for line in lines(safe(text), columns))


@given(st.text(max_size=60))
def test_nothing_in_a_text_commands_the_terminal(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert not any(c in shown for c in "\x1b\x9b\x07\x08\r\n\u202e\u2066")


def test_escape_sequences_are_text() -> None:
    assert safe("a\x1b]0;title\x07b") == "a ]0;title b"


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("ferry", 5, "ferry"),
        ("ferries", 5, "ferr…"),
        ("九時に出た", 6, "九時…"),
        ("a", 0, ""),
        ("ab", 1, "…"),
    ],
)
def test_shortened(text: str, columns: int, shown: str) -> None:
    assert shorten(text, columns) == shown
    assert width(shown) <= columns
