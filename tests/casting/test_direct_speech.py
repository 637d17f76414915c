"""Who says which part of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.casting import cast as casting
from listen.casting import direct_speech
from listen.model import Script, SpokenWord, Utterance
from tests.examples import examples


def parts(*sentences: str, lang: str = "en-GB") -> list[str]:
    """Pieces in order, speech in braces."""
    said = [Utterance(f"s{n}", text, (), lang=lang) for n, text in enumerate(sentences, 1)]
    return [f"{{{u.text}}}" if speech else u.text for u, speech in direct_speech.parted(said)]


@pytest.mark.parametrize(
    ("sentences", "pieces"),
    [
        (["“I was not crying,” she says, and left."], ["{“I was not crying,”}", "she says, and left."]),
        (["She said: “Nobody lives there now.”"], ["She said:", "{“Nobody lives there now.”}"]),
        (["“Why?” he asked."], ["{“Why?”}", "he asked."]),
        (["“We left,” said Ann, “before it came.”"], ["{“We left,”}", "said Ann,", "{“before it came.”}"]),
        (["“It left.", "Nobody waved,” she said."], ["{“It left.}", "{Nobody waved,”}", "she said."]),
        (["‘It’s the tide that’s wrong,’ he said."], ["{‘It’s the tide that’s wrong,’}", "he said."]),
        (["«No me lo creo», dijo el panadero."], ["{«No me lo creo»,}", "dijo el panadero."]),
        (["„Das glaube ich nicht“, sagte er."], ["{„Das glaube ich nicht“,}", "sagte er."]),
        (["»Das glaube ich nicht«, sagte er."], ["{»Das glaube ich nicht«,}", "sagte er."]),
        (['"We will see," the mayor said.'], ['{"We will see,"}', "the mayor said."]),
        (["“All of it is mine.”"], ["{“All of it is mine.”}"]),
        # What stands in marks and is nobody's speech.
        (["The so-called “smart city” has no bus."], ["The so-called “smart city” has no bus."]),
        (["She read “War and Peace” twice that winter."], ["She read “War and Peace” twice that winter."]),
        (["He called it “a mistake”."], ["He called it “a mistake”."]),
        (["The sailors’ boats and the ’80s songs stay."], ["The sailors’ boats and the ’80s songs stay."]),
        (["A 5\" nail and a 6\" one."], ["A 5\" nail and a 6\" one."]),
        (["Nothing is said here."], ["Nothing is said here."]),
    ],
)  # fmt: skip
def test_the_reporting_clause_is_the_narrators(sentences: list[str], pieces: list[str]) -> None:
    assert parts(*sentences) == pieces


def test_pieces_keep_places_words_pauses_and_names() -> None:
    text = "“One two three,” she said."
    words = tuple(
        SpokenWord(w, text.index(w), text.index(w) + len(w)) for w in ("One", "two", "three", "she", "said")
    )
    whole = Utterance("s7", text, words, block=2, start=40, pause_ms=500, chapter="C")
    (first, speech), (second, reported) = direct_speech.parted([whole])
    assert (speech, reported) == (True, False)
    assert (first.id, second.id) == ("s7", "s7b")
    assert (first.start, second.start) == (40, 40 + text.index("she"))
    assert (first.pause_ms, second.pause_ms) == (direct_speech.BREATH_MS, 500)
    assert (first.chapter, second.chapter) == ("C", "")
    for piece in (first, second):
        assert [piece.text[w.start : w.end] for w in piece.words] == [w.text for w in piece.words]


def test_quote_voices_say_block_quotes_and_speech() -> None:
    said = (
        Utterance("s1", "“We left early,” said Ann.", (), lang="en-GB", block=0),
        Utterance("s2", "A long quotation.", (), kind="quote", lang="en-GB", block=1),
    )
    script, _ = casting.cast(Script("T", "en-GB", said), "heart", None, "espeak-en-gb")
    assert [(u.text, u.voice) for u in script.utterances] == [
        ("“We left early,”", "espeak-en-gb"),
        ("said Ann.", ""),
        ("A long quotation.", "espeak-en-gb"),
    ]


@settings(deadline=None, max_examples=examples(200))
@given(st.lists(st.text("ab “”‘’\"«»„,.:!?'", max_size=40), min_size=1, max_size=4))
def test_nothing_of_the_text_is_lost(sentences: list[str]) -> None:
    said = [Utterance(f"s{n}", text, ()) for n, text in enumerate(sentences)]
    pieces = list(direct_speech.parted(said))
    letters = "".join(c for text in sentences for c in text if c.isalnum())
    assert "".join(c for u, _ in pieces for c in u.text if c.isalnum()) == letters
    assert len({u.id for u, _ in pieces}) == len(pieces)
