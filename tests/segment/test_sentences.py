"""Spans are exact and come fast for every text; the rules hold on plain English examples."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.segment import sentence_spans
from tests.examples import examples, few
from tests.patience import grows_with_length_only

LANGS = ["en", "en-GB", "de", "zh-Hans", "ja", "hy", "el", "ar", "hi", "und", "", "sk", "xx_YY", "deu"]
PIECES = st.lists(
    st.sampled_from(
        [
            *" .?!…\"'“”’()[]«»•-1aAZé\n\t\xa0\r",
            "\n\n",
            ". ",
            "Mr",
            "U.S",
            "a.m",
            "1.",
            "2.",
            " 2) ",
            "。",
            "」",
            "😀",
            "؟",
            "《",
            "》",
            ". . .",
            "...",
            "Yahoo!",
            "The",
            "the",
            "said",
            "\u2029",
            "\x1c",
            "\x85",
            " ”",
            "''",
        ]
    ),
    max_size=40,
).map("".join)


def sentences(text: str, lang: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, lang)]


@settings(max_examples=examples(150), deadline=None)
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


@pytest.mark.parametrize(
    "unit",
    few(
        [
            "a",
            "a.",
            ". ",
            "A. ",
            "(? ",
            "...",
            '." ',
            "“",
            "! a",
            "Mr. ",
            "《。",
            "1. ",
            "• x ",
            "\n\n",
            " ”",
            "F! x ",
            ". . ",
        ],
        3,
    ),
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    """Whatever repeats: 200,000 characters in well under the second that 0.2 MB/s would take."""
    assert grows_with_length_only(sentence_spans, unit * (200_000 // len(unit)), 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He lives in the U.S. Many do.", ["He lives in the U.S.", "Many do."]),
        ("The U.S. Senate met.", ["The U.S. Senate met."]),
        (
            "Sales in the U.S. Counterfeit pills sell too.",
            ["Sales in the U.S.", "Counterfeit pills sell too."],
        ),
        (
            "At 9 a.m. ET Monday it rang. It stopped at 9 p.m. Nobody heard.",
            ["At 9 a.m. ET Monday it rang.", "It stopped at 9 p.m.", "Nobody heard."],
        ),
        ("It hired Orr & Co. Shares fell.", ["It hired Orr & Co.", "Shares fell."]),
        ("Tesla Inc. Chief Executive Elon Musk left.", ["Tesla Inc. Chief Executive Elon Musk left."]),
        ("He is No. 2 here. Is he? No. He left.", ["He is No. 2 here.", "Is he?", "No.", "He left."]),
        ("“Why?” Ms. Rao asked. “Why not?” He left.", ["“Why?” Ms. Rao asked.", "“Why not?”", "He left."]),
        (
            "I saw Yahoo! Finance. Yahoo! The shares rose.",
            ["I saw Yahoo! Finance.", "Yahoo!", "The shares rose."],
        ),
        ("“Jeopardy!” is on. Who watches?! Me.", ["“Jeopardy!” is on.", "Who watches?!", "Me."]),
        ("It was 50.2 C. Schools shut.", ["It was 50.2 C.", "Schools shut."]),
        (
            "Plan B. Anything else? J. K. Rowling knows.",
            ["Plan B.", "Anything else?", "J. K. Rowling knows."],
        ),
        (
            "He ran on 42nd St. Police saw him at St. Mary's.",
            ["He ran on 42nd St.", "Police saw him at St. Mary's."],
        ),
        (
            "It was lost.The next day, node.js and example.com worked.",
            ["It was lost.", "The next day, node.js and example.com worked."],
        ),
        ("iPhone sales fell. iPad sales rose.", ["iPhone sales fell.", "iPad sales rose."]),
        ("no caps here. none at all. see?", ["no caps here.", "none at all.", "see?"]),
        ("Great night! 🎉🎉 Thanks all.", ["Great night! 🎉🎉", "Thanks all."]),
        ("It is so.[12] Really.[3][4] Yes.", ["It is so.[12]", "Really.[3][4]", "Yes."]),
        (
            "She left in May. [12] A year on [3] she was back. [13] [14] Nobody knew.",
            ["She left in May. [12]", "A year on [3] she was back. [13] [14]", "Nobody knew."],
        ),
        (
            "They have equal rights. 4 Even so, few vote. 12 People came (Fig. 1). 5 At dusk it rained.",
            [
                "They have equal rights. 4",
                "Even so, few vote.",
                "12 People came (Fig. 1). 5",
                "At dusk it rained.",
            ],
        ),
        (
            "He was glad. […] Then he left. [...] So did I.",
            ["He was glad. […]", "Then he left. [...]", "So did I."],
        ),
        (
            "“Are you there?” I called. “Why?” I called her.",
            ["“Are you there?” I called.", "“Why?”", "I called her."],
        ),
        (
            "A prize for Long Live Rosa! (1965) came. Rosa! (She left.)",
            ["A prize for Long Live Rosa! (1965) came.", "Rosa!", "(She left.)"],
        ),
        ("I come humbly. ... I want to be a listener.", ["I come humbly. ...", "I want to be a listener."]),
        ('He said: " I am here . " Then he left .', ['He said: " I am here . "', "Then he left ."]),
        ("Three steps: 1. Wash. 2. Dry. 3. Rest.", ["Three steps: 1. Wash.", "2. Dry.", "3. Rest."]),
        ("Options: 1) stay, 2) go and 3) wait. Choose.", ["Options: 1) stay, 2) go and 3) wait.", "Choose."]),
        (
            "A title without a stop\n\nA paragraph\nin two lines",
            ["A title without a stop", "A paragraph\nin two lines"],
        ),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected
