"""Every phrase of the table takes its example and leaves its near miss; no phrase takes a true sentence."""

import re
from collections import Counter

import pytest

from listen.clean import CLASSES
from listen.clean.dom.naming.beginnings import beginnings, known_beginnings, plain
from listen.clean.furniture.phrases import Phrase, find, furniture, labels, never, phrases

COUNT = {
    "related": 203,
    "navigation": 128,
    "prompts": 128,
    "comments": 60,
    "ads": 47,
    "legal": 58,
    "share": 48,
    "bylines": 44,
    "captions": 25,
    "contents": 15,
    "footnotes": 17,
    "bios": 9,
    "links": 5,
}
"""Phrases of each class. One that goes takes its example with it, so nothing but their number tells."""


def _faults(phrase: Phrase) -> list[str]:
    """What is wrong with one line of the table."""
    faults = []
    found = find(phrase.example)
    whole = phrase.where != "any"
    if not phrase.matches(phrase.example):
        faults.append("its example is not taken by it")
    if not any(kind == phrase.kind and (all_of_it or not whole) for kind, _, all_of_it in found):
        faults.append(f"its example is not taken for {phrase.kind}: {found}")
    if phrase.where == "never" and never(phrase.example) is None:
        faults.append("its example is not always left out")
    if phrase.needs and not any(word in phrase.example.lower() for word in phrase.needs):
        faults.append("its example has none of the words that it needs")
    if phrase.matches(phrase.near_miss):
        faults.append("its near miss is taken")
    if whole and (furniture(phrase.near_miss) or never(phrase.near_miss)):
        faults.append("its near miss is taken by another phrase")
    if not whole and (phrase.kind, phrase.reason, False) in find(phrase.near_miss):
        faults.append("its near miss is taken by another phrase of the kind")
    if phrase.kind not in CLASSES or not phrase.reason:
        faults.append("no known class, or no reason")
    if any(word != word.lower() for word in phrase.needs) or not (whole or phrase.needs):
        faults.append("words are needed in lower case, by each phrase inside a line")
    if whole and phrase.needs and beginnings(phrase.wording) is not None:
        faults.append("what it begins with is known, and needs no words besides")
    if not phrase.near_miss.rstrip("”").endswith((".", "?", "!", "。", "।")):
        faults.append("its near miss is no sentence")
    return faults


def test_every_phrase_has_its_proof() -> None:
    assert {p.wording: faults for p in phrases() if (faults := _faults(p))} == {}


def test_no_phrase_stands_twice_and_none_has_gone() -> None:
    lines = Counter((p.kind, p.where, p.wording) for p in phrases())
    assert [line for line, count in lines.items() if count > 1] == []
    assert Counter(p.kind for p in phrases()) == COUNT, "a new phrase is counted here, too"


def test_one_alternative_a_line_that_can_be_read() -> None:
    assert max(len(p.wording) for p in phrases()) < 560
    long = [p.wording for p in phrases() if len(p.wording) > 200]
    assert len(long) <= 16, long


@pytest.mark.parametrize(
    ("wording", "first"),
    [
        ("share", "s"),
        ("Share", "s"),
        ("(?:a|be)c", "ab"),
        ("(?:a|b)?c", "abc"),
        ("(?:a )?(?:b ){0,2}c", "abc"),
        ("a?b*c+d", "abc"),
        ("a{0,3}?b", "ab"),
        ("a{2}b", "a"),
        ("((?:x|(?:y)z)w)", "xy"),
        ("[xy(]z", "xy("),
        (r"[\[(]z", "[("),
        (r"\[x\]", "["),
        (r"\d+ x", "0123456789"),
        ("à|é", "àé"),
    ],
)
def test_with_what_a_pattern_can_begin(wording: str, first: str) -> None:
    assert beginnings(wording) == frozenset(first)


@pytest.mark.parametrize(
    "wording",
    [
        *("", "a?", "(?:a|)", "a|", "|a", ".a", "^a", "(?=a)b", "(?-i:A)", r"\wa", r"\W*a", "[^a]b", "[a-c]"),
        *("[", r"[\w]", "\u017f", "\u0131"),
    ],
)
def test_where_that_is_not_known(wording: str) -> None:
    assert beginnings(wording) is None


@pytest.mark.parametrize(
    ("wording", "begun"),
    [
        ("share", ["sha"]),
        ("ad", ["ad"]),
        ("(?:ad|share)s?", ["ad", "ads", "sha"]),
        ("e-?mail", ["e-m", "ema"]),
        (r"by\b", ["by"]),
        (r"\d+ x", [*"0123456789"]),
        ("a?b+c", ["ab", "b"]),
        ("(?:(?:in|on) )?it", ["in ", "on ", "it"]),
        ("a(?:b|)c.", ["abc", "ac"]),
        ("Él[ae] .", ["éla", "éle"]),
        ("x[yz]{2}w", ["xy", "xz"]),
    ],
)
def test_with_which_three_characters_a_pattern_can_begin(wording: str, begun: list[str]) -> None:
    assert beginnings(wording, 3) == frozenset(begun)


ALL = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x11000))))


def test_what_is_plain_is_no_other_letter_to_a_pattern() -> None:
    others = [c for c in ALL if not plain(c)]
    assert {*"\u0130\u0131\u017fßςµ\u0660"} <= {*others}
    assert all(map(plain, "aZ0äÉяñ–波가"))
    for c in "abiksäöéñσвюж0":
        assert {found.lower() for found in re.findall(re.escape(c), ALL, re.I) if plain(found)} <= {c}
    assert not any(map(plain, {*re.findall(r"\d", ALL)} - {*"0123456789"}))


@pytest.mark.parametrize("text", ["ＡＢＣ", "Ｉｎ the end", "Spaß", "ıstanbul", "ADVERTİSEMENT"])
def test_letters_that_are_others_to_a_pattern_change_nothing(text: str) -> None:
    whole = [p for p in phrases() if p.whole and p.matches(text)]
    assert {kind for kind, _, _ in labels(text)} == {p.kind for p in whole}


def test_a_word_that_a_phrase_needs_begins_a_word() -> None:
    assert find("Write to [emailprotected] if you have seen the boat.")[0][:2] == ("bios", "author note")
    assert find("This story was republished by the harbour’s own paper last year.")[0][0] == "legal"


@pytest.mark.parametrize(
    "text",
    ["“Share this”", "(advertisement)", "— Läs också: Fyren", "[caption]", "© 2020 Ann Lee", "…read more"],
)
def test_a_sign_before_a_line_changes_nothing(text: str) -> None:
    assert labels(text) or never(text)


TRUE = [
    "To sign up for the lifeboat crew, a volunteer writes two letters and waits for a winter.",
    "Subscribe he would not, whatever they offered him.",
    "Continue reading until you are tired, she told the boy.",
    "Share the bread with your brother, she said.",
    "By noon the boats were home and the lamp was out.",
    "Source after source told the same story.",
    "Tags were sewn to the coats of all children.",
    "Listen: the sea is louder than it was last night.",
    "Written by hand, the letter took a week.",
    "Published in 1923, the book was soon forgotten.",
    "Updated plans were shown to the 3 members of the board.",
    "Stand still for 5 minutes, the doctor told him.",
    "Back to the north they went, without a word.",
    "Filed under the wrong name, the letter was lost.",
    "Next week the boats go out again.",
    "Comments were not what he had asked for.",
    "Reading time was what the children liked best.",
    "The conversation ended when the boat came in.",
    "Partager le pain était la règle de la maison.",
    "Teilen wollte er das Brot mit niemandem.",
    "Advertisement pays for the paper, he said.",
    "Photographs by night need a steady hand.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", TRUE)
def test_a_true_sentence_is_no_line_of_furniture(sentence: str) -> None:
    assert furniture(sentence) is None
    assert never(sentence) is None


@pytest.mark.parametrize("wording", ["share|tweet", "(?:a|b)c", ".", "x?y", "é+", "[0-9]", r"\\d\\d", "(?!)"])
def test_beginnings_that_were_told_before_are_the_same(wording: str) -> None:
    assert [known_beginnings(wording, 3) for _ in range(2)] == [beginnings(wording, 3)] * 2


def test_the_table_s_beginnings_are_what_its_patterns_begin_with() -> None:
    for row in phrases():
        assert known_beginnings(row.wording, 6) == beginnings(row.wording, 6)
