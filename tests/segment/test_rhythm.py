"""Pauses between sentences: each rule that was measured of readers, and that the same text gives the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen import segment
from listen.model import Article, Block, Utterance
from listen.segment.build import Pauses
from listen.segment.rhythm import LEAST_MS, MOST_MS, SENTENCE_MS, SHORT_MS, TURNS, paced, syllables

LONG = "The harbour authority had promised the town a new clock before winter, and nobody believed it. "
USUAL = "Nobody in the town had believed that the old clock would ever go again. "
SHORT = "Nobody came. "


def pauses(text: str, lang: str = "en-GB") -> list[int]:
    """The pause after each sentence of one paragraph."""
    article = Article("", lang, (Block("paragraph", text.strip()), Block("paragraph", "The end is here.")))
    said = segment.script(article, pauses=Pauses(natural=True)).utterances
    return [u.pause_ms for u in said if u.block == 0]


def test_the_longer_what_was_said_the_longer_the_pause_up_to_1_4_times() -> None:
    after_short, after_long = pauses(SHORT + USUAL)[0], pauses(LONG * 3 + USUAL)[0]
    assert pauses(SHORT + USUAL)[0] < pauses(USUAL + USUAL)[0] <= pauses(LONG + USUAL)[0]
    assert after_long <= 1.45 * after_short


def test_what_comes_counts_as_well() -> None:
    assert pauses(USUAL + SHORT)[0] < pauses(USUAL + LONG)[0]


def test_between_two_short_phrases_there_is_hardly_time() -> None:
    assert pauses(SHORT + SHORT + USUAL)[0] <= SHORT_MS
    assert pauses(SHORT + USUAL)[0] > SHORT_MS


@pytest.mark.parametrize(("lang", "words"), TURNS.items())
def test_a_new_thought_takes_longer(lang: str, words: tuple[str, ...]) -> None:
    for word in words:
        turned = [
            Utterance("", USUAL.strip(), (), lang=lang),
            Utterance("", f"{word.title()} {USUAL}", (), lang=lang),
        ]
        other = [turned[0], Utterance("", f"{'X' * len(word)} {USUAL}", (), lang=lang)]
        assert paced(turned, 700)[0].pause_ms > 1.2 * paced(other, 700)[0].pause_ms, word


def test_a_word_that_only_begins_like_one_is_no_turn() -> None:
    assert pauses(USUAL + "Butter was dear that year, and nobody bought any of it.")[0] < SENTENCE_MS * 1.2


def test_direct_speech_is_parted_and_goes_on_by_itself() -> None:
    plain = pauses(USUAL + USUAL + USUAL)[0]
    begins = pauses(USUAL + "“" + USUAL.strip() + "” She laughed and left the room that night.")
    inside = pauses("“" + USUAL + USUAL + USUAL.strip() + "”")
    assert begins[0] > plain
    assert inside[0] < plain


@pytest.mark.parametrize(
    "text", ["„Es war spät. Niemand kam. Wir gingen.“ Er lachte.", "«Il était tard. Nul ne vint.» Il rit."]
)
def test_quotation_marks_of_other_languages(text: str) -> None:
    first, *_, last, _ = [*pauses(text, "de" if "„" in text else "fr")]
    assert first <= last


def test_a_long_paragraph_is_followed_by_more_than_a_short_one() -> None:
    short, long = pauses(SHORT)[-1], pauses(LONG * 6)[-1]
    assert 600 <= short < 700 < long <= 1.25 * short


def test_steady_is_all_alike() -> None:
    article = Article("", "en", (Block("paragraph", SHORT + LONG + "But " + USUAL),))
    assert {u.pause_ms for u in segment.script(article).utterances[:-1]} == {Pauses().sentence}


def test_a_story_has_many_different_pauses() -> None:
    text = SHORT + LONG + USUAL + SHORT + SHORT + "But " + USUAL + LONG + "“" + USUAL.strip() + "” " + SHORT
    found = pauses(text)[:-1]
    assert max(found) >= 1.6 * min(found)
    assert 300 < sum(found) / len(found) < 500


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=8))
def test_any_text_has_pauses_within_bounds(texts: list[str]) -> None:
    said = [Utterance("", text, (), lang="en") for text in texts]
    once = paced(said, 700)
    assert once == paced(said, 700)
    assert all(LEAST_MS <= u.pause_ms <= MOST_MS for u in once[:-1])
    assert 600 <= once[-1].pause_ms <= 800


@pytest.mark.parametrize(
    ("text", "count"),
    [("Nobody saw it.", 5), ("港の時計", 4), ("Здравствуйте", 3), ("...", 1), ("Straße", 2)],
)
def test_syllables_in_any_script(text: str, count: int) -> None:
    assert syllables(text) == count


def test_plain_letters_count_as_among_others() -> None:
    for letter in map(chr, range(128)):
        assert syllables(f"{letter} b {letter}a") == syllables(f"{letter} b {letter}a…")
