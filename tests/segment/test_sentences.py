"""Spans are exact for every text; the rules hold on plain examples."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.segment import sentence_spans

LANGS = ["en", "en-GB", "de", "zh-Hans", "ja", "hy", "el", "ar", "hi", "und", "", "sk", "xx_YY"]
PIECES = st.lists(
    st.sampled_from(
        [*" .?!…\"'“”’()[]«»•-1aAZé\n\t\xa0\r", "\n\n", ". ", "Mr", "U.S", "a.m", "1.", "2.", " 2) ", "。",
         "」",
         "😀", "؟", "《", "》", ". . .", "...", "Yahoo!", "The", "the", "said", "\u2029", "\x1c", "\x85"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


def sentences(text: str, lang: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, lang)]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), PIECES), st.sampled_from(LANGS))
def test_spans_hold_every_character_once(text: str, lang: str) -> None:
    at = 0
    for start, end in sentence_spans(text, lang):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000\x85"])
def test_nothing_has_no_sentence(text: str) -> None:
    assert sentence_spans(text) == []


def test_offsets_are_of_the_text_given() -> None:
    text = "  Dr.\u00a0Jane Smith  left.\r\n\r\nShe went home. "
    assert sentence_spans(text) == [(2, 23), (27, 41)]
