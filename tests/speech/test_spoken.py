"""What comes out for each class of writing; spans; nothing that can be written raises."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.speech import speak, spoken
from tests.examples import examples


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("a £3.6m contract", "a three point six million pound contract"),
        ("Sales fell 12% to $4.5bn.", "Sales fell twelve per cent to four point five billion dollars."),
        ("On 6 June 1944", "On the sixth of June, nineteen forty-four"),
        ("by 5:45 p.m.", "by five forty-five P M."),
        ("the 1860s", "the eighteen sixties"),
        ("the 33rd floor", "the thirty-third floor"),
        ("Queen Elizabeth I died", "Queen Elizabeth the first died"),
        ("He said: “Never!”", "He said: “Never!”"),
    ],
)
def test_british(written: str, said: str) -> None:
    assert spoken(written, "en-GB") == said


@given(st.text())
@settings(max_examples=examples(150))
def test_any_text_has_ordered_spans_inside_it(text: str) -> None:
    at = (0, 0)
    for word in speak(text):
        assert 0 <= word.start <= word.end <= len(text)
        assert word.start >= at[0]
        assert word.end >= at[1]
        assert word.text
        at = (word.start, word.end)
