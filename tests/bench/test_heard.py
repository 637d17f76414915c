"""The judge of the listening benchmarks: what it takes for the same, and what it counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from heard import canonical
from heard_align import Difference, classes, compare, same, sound
from hypothesis import given
from hypothesis import strategies as st

HERE = Path(__file__).resolve().parent

SAME = [
    ("$48.6 million", "forty-eight point six million dollars", "48600000 dollar"),
    ("£4.2bn", "4.2 billion pounds", "4200000000 pound"),
    ("$6.99", "six dollars and ninety-nine cents", "6 dollar 99"),
    ("€1.19", "one euro nineteen", "1 euro 19"),
    ("£412.50", "four hundred and twelve pounds fifty", "412 pound 50"),
    ("$5.05", "five dollars and five cents", "5 dollar 5"),
    ("between £1,800 and £2,200", "between 1800 and 2200 pounds", "between 1800 and 2200 pound"),
    ("3 May 2024", "the 3rd of May 2024", "3 may 2024"),
    ("May 3", "May the third", "may 3"),
    ("Nov. 5", "november fifth", "november 5"),
    ("George III", "george the third", "george the 3rd"),
    ("World War II", "world war two", "world war 2"),
    ("8:30 a.m.", "8.30am", "8 30 AM"),
    ("10:00 AM", "ten AM", "10 AM"),
    ("2½ cups", "two and a half cups", "2.5 cup"),
    ("2 1/2 cups", "2.5 cups", "2.5 cup"),
    ("318", "three hundred and eighteen", "318"),
    ("1,500 people", "fifteen hundred people", "1500 people"),
    ("100,000", "one hundred thousand", "100000"),
    ("a hundred", "100", "100"),
    ("2,300,005", "two million three hundred thousand and five", "2300005"),
    ("'90s", "nineties", "90s"),
    ("21st", "twenty-first", "21st"),
    ("0.25", "zero point two five", "0.25"),
    ("94.04", "ninety four point oh four", "94.04"),
    ("-7.5", "minus seven point five", "minus 7.5"),
    ("62%", "62 per cent", "62 percent"),
    ("U.S.", "US", "US"),
    ("the U.K.'s", "the UK's", "the UKS"),
    ("No. 10", "number ten", "number 10"),
    ("Dr Jones", "Doctor Jones", "doctor jones"),
    ("St Ives", "Saint Ives", "st ives"),
    ("Clark St.", "clark street", "clark st"),
    ("114mph", "114 miles per hour", "114 mile per hour"),
    ("−4°F", "minus four degrees Fahrenheit", "minus 4 degree fahrenheit"),
    ("S&P 500", "s and p five hundred", "s and p 500"),
    ("news@wbez.org", "news at wbez dot org", "news at wbez dot org"),
    ("it’s", "it's", "its"),
    ("Łódź", "Lodz", "lodz"),
    ("double five", "55", "55"),
    ("318-296", "three hundred and eighteen to two hundred and ninety six", "318 296"),
    ("8,200 and 75.66", "eight thousand two hundred and seventy five point six six", "8275.66"),
    ("Co. Galway", "county Galway", "county galway"),
    ("a .edu address", "a dot edu address", "a dot edu address"),
    ("from 5 to Belfast", "from five to Belfast", "from 5 to belfast"),
]


@pytest.mark.parametrize(("a", "b", "tokens"), SAME)
def test_ways_of_writing_one_thing_become_one(a: str, b: str, tokens: str) -> None:
    assert " ".join(canonical(a)) == " ".join(canonical(b)) == tokens


@given(st.text(max_size=60))
def test_any_text_has_a_canonical_form_without_spaces(text: str) -> None:
    assert all(token and not token.isspace() and "|" not in token for token in canonical(text))


@given(st.integers(0, 999_999_999))
def test_a_number_in_digits_is_itself(number: int) -> None:
    assert canonical(f"{number:,} people") == [str(number), "people"]


def test_numbers_do_not_run_together_over_a_comma() -> None:
    assert canonical("one eight hundred, five five five") == ["1", "800", "5", "5", "5"]


@pytest.mark.parametrize(
    ("expected", "heard", "errors"),
    [
        ("nineteen eighty four", "1984", 0),
        ("the wi fi password", "the WiFi password", 0),
        ("one eight hundred, five five five zero one four two", "1-800-555-0142", 0),
        ("{twenty twenty four|} was wet", "was wet", 0),
        ("{twenty twenty four|last year} was wet", "Last year was wet.", 0),
        ("five {to|} four", "5-4", 0),
        ("the colour of the harbour", "The color of the harbor", 0),
        ("see page nine", "C page 9", 0),
        ("the harbourmaster", "The Harbormaster", 0),
        ("the WHO said so", "The W.H.O. said so", 0),
        ("the WHO said so", "the who said so", 1),
        ("nato said so", "NATO said so", 0),
        ("it cost six dollars", "It cost $7.", 1),
        ("a word is missing here", "a word missing here", 1),
        ("a word more", "a word or more", 1),
        ("all of it", "", 3),
        ("", "all of it", 3),
    ],
)
def test_errors(expected: str, heard: str, errors: int) -> None:
    assert compare(expected, heard).errors == errors


def test_differences_name_both_sides_in_order() -> None:
    heard = compare("the old pipes of the town have melted", "The old pipes in the down have")
    assert heard.errors == 3
    assert heard.differences == (Difference("of", "in"), Difference("town", "down"), Difference("melted", ""))


def test_words_count_the_first_alternative() -> None:
    assert compare("{one two words|x} {a|} end", "x end").words == 5


def test_a_name_is_right_however_it_is_spelled() -> None:
    names = {"Wójcik": ("voychick",)}
    assert compare("agnieszka wojcik said", "agnieszka Voycheck said", names).errors == 0
    assert compare("agnieszka wojcik said", "agnieszka Wodgecick said", names).errors == 1
    assert compare("agnieszka wojcik said", "agnieszka Wojcik said", names).errors == 0
    assert compare("wojcik's clock", "Voychek's clock", names).errors == 0


def test_a_name_is_right_when_it_was_sent_right_and_something_was_heard() -> None:
    names = {"Keir": ("keer",)}
    right, wrong = "sˌɜɹ kˈɪɹ stˈɑɹməɹ", "sˌɜɹ tˈʌmbəl stˈɑɹməɹ"
    assert compare("sir keir said", "Sir Cute said", names, right).errors == 0
    assert compare("sir keir said", "Sir Cute said", names, wrong).errors == 1
    assert compare("sir keir said", "Sir said", names, right).errors == 1


def test_both_alphabets_give_the_same_classes() -> None:
    assert classes("ʤˈɛɹOm pˈWəl") == classes("dʒˈɛɹoʊm pˈaʊəl")


def test_sound() -> None:
    assert sound("grey") == sound("gray")
    assert same("their", "there")
    assert not same("WHO", "who")
    assert same("us", "US")


def test_every_paragraph_has_its_lines() -> None:
    blocks = (HERE / "hear_paragraphs.txt").read_text("utf-8").split("\n\n")
    paragraphs = [block.strip().splitlines() for block in blocks if not block.startswith("#")]
    assert len(paragraphs) >= 20
    for lines in paragraphs:
        assert len(lines) == 4, lines[0]
        assert lines[0].split()[1] in ("en-GB", "en-US")
        assert lines[3].startswith("names:")
        assert lines[2].count("{") == lines[2].count("}")
