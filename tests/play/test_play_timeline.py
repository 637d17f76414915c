"""Position → sentence, word, chapter; where skips go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.model import Chapter, Cue, WordTime
from listen.play.timeline import Timeline


def cue(n: int, start: int, end: int, block: int, words: tuple[tuple[int, int, int, int], ...] = ()) -> Cue:
    return Cue(f"s{n}", "Some words here", start, end, tuple(WordTime(*w) for w in words), block=block)


CUES = [
    cue(1, 250, 1000, -1),
    cue(2, 2000, 5000, 0, ((0, 4, 2000, 2300), (5, 10, 2400, 3900), (11, 15, 4000, 5000))),
    cue(3, 5300, 9000, 0),
    cue(4, 10_000, 14_000, 1),
    cue(5, 14_200, 18_000, 1),
]
CHAPTERS = [Chapter("One", 0, 10_000), Chapter("Two", 10_000, 18_000)]


@pytest.fixture
def line() -> Timeline:
    return Timeline(CUES, CHAPTERS)


@pytest.mark.parametrize(
    ("ms", "sentence", "word", "chapter"),
    [
        (0, -1, -1, 0),
        (249, -1, -1, 0),
        (250, 0, -1, 0),
        (1999, 0, -1, 0),  # the pause belongs to the sentence before it
        (2000, 1, 0, 0),
        (2399, 1, 0, 0),  # between two words the first is the one that was said
        (2400, 1, 1, 0),
        (4999, 1, 2, 0),
        (5000, 1, -1, 0),  # said to its end
        (9999, 2, -1, 0),
        (10_000, 3, -1, 1),
        (10**9, 4, -1, 1),
    ],
)
def test_what_is_heard(line: Timeline, ms: int, sentence: int, word: int, chapter: int) -> None:
    place = line.at(ms)
    assert (place.sentence, place.word, place.chapter) == (sentence, word, chapter)


@pytest.mark.parametrize(
    ("ms", "back"),
    [(0, 0), (250, 0), (2000, 250), (3499, 250), (3500, 2000), (5300, 2000), (6800, 5300), (10**9, 14_200)],
)
def test_back_by_a_sentence_takes_the_one_before_within_its_first_second_and_a_half(
    line: Timeline, ms: int, back: int
) -> None:
    assert line.back(ms, "sentence") == back


def test_pressed_again_and_again_it_goes_back_one_by_one(line: Timeline) -> None:
    at, places = 17_000, []
    for _ in range(6):
        at = line.back(at, "sentence")
        places.append(at)
    assert places == [14_200, 10_000, 5300, 2000, 250, 0]


def test_paragraphs_and_chapters(line: Timeline) -> None:
    assert line.forward(0, "paragraph") == 250
    assert line.forward(2100, "paragraph") == 10_000
    assert line.forward(10_000, "paragraph") is None
    assert line.back(17_000, "paragraph") == 10_000
    assert line.back(10_100, "paragraph") == 2000
    assert line.forward(0, "chapter") == 10_000
    assert line.forward(10_000, "chapter") is None
    assert line.back(12_000, "chapter") == 10_000
    assert line.back(11_000, "chapter") == 0
    assert line.back(9000, "chapter") == 0


def test_the_grace_can_be_longer_for_who_listens_faster(line: Timeline) -> None:
    assert line.back(4500, "sentence", grace_ms=3000) == 250
    assert line.back(5000, "sentence", grace_ms=3000) == 2000


def test_it_grows(line: Timeline) -> None:
    assert line.forward(17_000, "sentence") is None
    line.add(cue(6, 20_000, 21_000, 2))
    line.open_chapter("Three", 20_000)
    assert line.forward(17_000, "sentence") == 20_000
    assert line.at(20_500).chapter == 2


def test_nothing_known() -> None:
    empty = Timeline()
    assert empty.at(5).sentence == empty.at(5).chapter == -1
    assert empty.forward(0, "sentence") is None
    assert empty.back(9, "chapter") == 0


@given(
    st.lists(st.integers(0, 10_000), min_size=1, max_size=30).map(sorted),
    st.integers(-5, 12_000),
    st.integers(0, 3000),
)
def test_skips_land_on_beginnings_and_move(starts: list[int], ms: int, grace: int) -> None:
    line = Timeline(cue(n, start, start + 5, n // 3) for n, start in enumerate(starts))
    to = line.forward(ms, "sentence")
    assert to == min((s for s in starts if s > ms), default=None)
    back = line.back(ms, "sentence", grace)
    assert back in (0, *starts)
    assert back <= max(ms, 0)
