"""A sentence without end is parted, and no character of it is lost."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen import segment
from listen.model import Article, Block
from listen.segment.sentences_size import LARGEST, parted
from tests.examples import examples
from tests.patience import grows_with_length_only


@given(st.text(alphabet="ab ,;—。\n", max_size=4 * LARGEST), st.integers(0, 20))
@settings(max_examples=examples(60), deadline=None)
def test_parts_hold_every_character_but_white_space(text: str, start: int) -> None:
    start = min(start, len(text))
    parts = parted(text, start, len(text))
    assert all(0 < b - a <= LARGEST for a, b in parts)
    assert "".join("".join(text[a:b].split()) for a, b in parts) == "".join(text[start:].split())
    assert all(a[1] <= b[0] for a, b in pairwise(parts))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("one two, " * 40 + "three; " + "four five " * 40, "three;"),
        ("one two " * 50 + "three, " + "four five " * 40, "three,"),
        ("one two " * 200, "two"),
        ("x" * 2000, "x" * LARGEST),
    ],
)
def test_the_best_breath_is_taken(text: str, first: str) -> None:
    start, end = parted(text, 0, len(text))[0]
    assert text[start:end].endswith(first)
    assert end <= LARGEST


def test_a_short_sentence_stays_whole() -> None:
    assert parted("a b, c; d", 0, 9) == [(0, 9)]


def test_a_paragraph_without_a_full_stop_is_many_utterances() -> None:
    def told(text: str) -> None:
        script = segment.script(Article("T", "en", (Block("paragraph", text),)))
        assert max(len(u.text) for u in script.utterances) <= LARGEST

    assert grows_with_length_only(told, "the quick brown fox, seen by 12 dogs, " * 3000, 3)
