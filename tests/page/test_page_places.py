"""Where sentences and words stand in the article."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from listen.model import Block, Cue, WordTime
from listen.page.text_spans import places, rows_of, words_in_row, words_in_sentence
from tests.examples import examples


def cue(text: str, words: list[tuple[int, int]] | None = None, ident: str = "s1") -> Cue:
    times = tuple(WordTime(a, b, 100 * n, 100 * n + 90) for n, (a, b) in enumerate(words or []))
    return Cue(ident, text, 0, 1000, times, block=0)


def test_sentences_are_found_one_after_another() -> None:
    block = Block("paragraph", "So it goes. So it goes.")
    first, second = places(block, [cue("So it goes."), cue("So it goes.")])
    assert (first.start, first.end, second.start, second.end) == (0, 11, 12, 23)


def test_the_number_of_an_item_is_said_but_stands_outside_its_text() -> None:
    block = Block("list_item", "A rope. A long one.", number=2)
    first, second = places(block, [cue("2. A rope.", [(0, 1), (3, 4), (5, 9)]), cue("A long one.")])
    assert (first.start, first.end, first.skipped, second.start) == (0, 7, 3, 8)
    assert [(w.start, w.length) for w in words_in_sentence(first)] == [(0, 1), (2, 4)]


def test_a_sentence_that_was_edited_has_a_place_and_no_extent() -> None:
    block = Block("paragraph", "One here. Two here.")
    one, other, two = places(block, [cue("One here."), cue("Something else."), cue("Two here.")])
    assert (one.end, other.start, other.end, two.start) == (9, 9, 9, 10)
    assert words_in_sentence(other) == []


def test_words_are_counted_as_browsers_count() -> None:
    block = Block("paragraph", "A 😀 face")
    (place,) = places(block, [cue("A 😀 face", [(0, 1), (2, 3), (4, 8)])])
    assert [(w.start, w.length) for w in words_in_sentence(place)] == [(0, 1), (2, 2), (5, 4)]


ROWS = (("Day", "Boats", "Rain"), ("Monday", "4", ""), ("", "", ""), ("Tuesday", "3", "none"))
TABLE = Block("table", "…", rows=ROWS)


def test_rows_that_are_read_and_their_words() -> None:
    monday = cue("Monday; Boats: 4.", [(0, 6), (8, 13), (15, 16)])
    tuesday = cue("Tuesday; Boats: 3; Rain: none.", [(0, 7), (9, 14), (16, 17), (19, 23), (25, 29)], "s2")
    read = rows_of(TABLE, [monday, tuesday])
    assert {n: c.id for n, c in read.items()} == {1: "s1", 3: "s2"}
    assert [(w.start, w.length) for w in words_in_row(ROWS[3], tuesday)] == [(0, 7), (7, 1), (8, 4)]


def test_a_table_that_was_only_announced_has_no_rows() -> None:
    assert rows_of(TABLE, [cue("A table with 3 rows: Day, Boats, Rain.")]) == {}


@settings(max_examples=examples(100))
@given(st.lists(st.text(min_size=1), max_size=6), st.lists(st.text(min_size=1), max_size=6))
def test_places_are_ordered_and_hold_the_sentence(parts: list[str], said: list[str]) -> None:
    block = Block("paragraph", " ".join(parts))
    at = 0
    for place in places(block, [cue(text) for text in said]):
        assert at <= place.start <= place.end <= len(block.text)
        assert block.text[place.start : place.end] in ("", place.cue.text)
        at = place.end
