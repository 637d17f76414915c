from __future__ import annotations

import pytest

from listen.model import Article, Block
from listen.segment import script
from listen.segment.build import CHAPTER_MS, Pauses

P = Pauses()


def article(*blocks: Block, title: str = "A title") -> Article:
    return Article(title, "en-GB", blocks, byline="A. Writer", url="https://x.example/1")


def test_every_sentence_has_its_offset_in_its_block() -> None:
    text = "First one. Second one!  Third?"
    said = script(article(Block("paragraph", text))).utterances[1:]
    assert [(u.text, u.start) for u in said] == [("First one.", 0), ("Second one!", 11), ("Third?", 24)]
    assert all(text[u.start :].startswith(u.text) for u in said)
    assert [u.id for u in said] == ["s2", "s3", "s4"]
    assert {u.block for u in said} == {0}


def test_pauses_by_kind() -> None:
    said = script(
        article(
            Block("paragraph", "One. Two."),
            Block("heading", "Head", level=2),
            Block("list_item", "Item."),
            Block("quote", "Said."),
            Block("paragraph", "Last."),
        )
    ).utterances
    assert [(u.text, u.pause_ms) for u in said] == [
        ("A title", P.title),
        ("One.", P.sentence),
        ("Two.", P.before_heading),
        ("Head", P.after_heading),
        ("Item.", P.quote),
        ("Said.", P.quote),
        ("Last.", P.end),
    ]


def test_headings_open_chapters_and_then_nothing_else_does() -> None:
    value = script(article(Block("paragraph", "P."), Block("heading", "Head"), Block("paragraph", "Q.")))
    assert [u.chapter for u in value.utterances] == ["A title", "", "Head", ""]
    assert value.chapter_ms == 0


def test_without_headings_the_clock_opens_chapters() -> None:
    value = script(article(Block("paragraph", "P."), Block("paragraph", "Q.")))
    assert [u.chapter for u in value.utterances] == ["A title", "", ""]
    assert value.chapter_ms == CHAPTER_MS


def test_chapters_by_paragraph_and_none() -> None:
    blocks = (Block("heading", "Head"), Block("paragraph", "One two three four five six seven eight. More."))
    by_paragraph = script(article(*blocks), "paragraphs").utterances
    assert [u.chapter for u in by_paragraph] == ["A title", "", "One two three four five six seven…", ""]
    none = script(article(*blocks), "none")
    assert [u.chapter for u in none.utterances] == ["A title", "", "", ""]
    assert none.chapter_ms == 0


def test_an_article_without_a_title_opens_with_its_first_words() -> None:
    value = script(article(Block("paragraph", "Hello there. More."), title=""))
    assert [(u.text, u.chapter) for u in value.utterances] == [("Hello there.", "Hello there"), ("More.", "")]


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        ("A lone line", "A lone line.", ["A lone line."]),
        ("One two three four five six seven…", "One two three four five six seven eight nine.",
         ["One two three four five six seven eight nine."]),
        ("A storm hits the coast", "A storm hits the coast, and thousands flee.",
         ["A storm hits the coast", "A storm hits the coast, and thousands flee."]),
    ],
)  # fmt: skip
def test_first_words_that_stand_for_a_title_are_said_once(title: str, body: str, said: list[str]) -> None:
    value = script(article(Block("paragraph", body), title=title))
    assert [u.text for u in value.utterances] == said
    assert value.title == value.utterances[0].chapter == title


def test_a_row_of_asterisks_is_not_said() -> None:
    value = script(article(Block("paragraph", "* * *"), Block("paragraph", "Yes.")))
    assert [u.text for u in value.utterances] == ["A title", "Yes."]


def test_numbered_items_say_their_number_once() -> None:
    said = script(
        article(Block("list_item", "Stir.", number=1), Block("list_item", "2 eggs.", number=2))
    ).utterances[1:]
    assert [u.text for u in said] == ["1. Stir.", "2 eggs."]


def test_a_small_table_is_read_by_rows_and_a_large_one_announced() -> None:
    rows = (("Team", "Won", "Points"), ("Reds", "3", "9"), ("Blues", "", "4"))
    text = "\n".join(" | ".join(row) for row in rows)
    said = script(article(Block("table", text, rows=rows))).utterances[1:]
    assert [u.text for u in said] == ["Reds; Won: 3; Points: 9.", "Blues; Points: 4."]
    large = (rows[0], *[rows[1]] * 40)
    said = script(article(Block("table", "x", rows=large))).utterances[1:]
    assert [u.text for u in said] == ["A table with 40 rows: Team, Won, Points."]


def test_a_tables_title_is_read_before_it() -> None:
    rows = (("Team", "Won"), ("Reds", "3"))
    said = script(article(Block("table", "x", rows=rows, alt="The league. In May"))).utterances[1:]
    assert [(u.text, u.kind) for u in said] == [
        ("The league.", "table"),
        ("In May", "table"),
        ("Reds; Won: 3.", "table"),
    ]


def test_code_is_announced_in_the_articles_language() -> None:
    value = script(Article("T", "de", (Block("code", "x = 1"),)))
    assert value.utterances[1].text == "Ein Codebeispiel, nicht vorgelesen."


def test_a_passage_in_another_language_keeps_its_language() -> None:
    value = script(article(Block("paragraph", "Bonjour."), Block("quote", "Guten Tag.", lang="de")))
    assert [u.lang for u in value.utterances] == ["en-GB", "en-GB", "de"]


def test_the_disclosure_comes_last_after_a_long_pause() -> None:
    value = script(article(Block("paragraph", "P.")), disclosure="Read by a machine.")
    assert [(u.text, u.kind) for u in value.utterances[-2:]] == [
        ("P.", "paragraph"),
        ("Read by a machine.", "notice"),
    ]
    assert value.utterances[-2].pause_ms == P.before_heading


def test_a_footnote_and_a_picture_are_announced() -> None:
    said = script(
        article(
            Block("paragraph", "One."),
            Block("footnote", "A note. Of two.", number=3),
            Block("figure", "The quay at dusk.", alt="The quay at dusk."),
            Block("figure", "A caption.", alt="The quay"),
        )
    ).utterances[1:]
    assert [(u.text, u.kind, u.block) for u in said] == [
        ("One.", "paragraph", 0),
        ("Footnote 3.", "footnote", 1),
        ("A note.", "footnote", 1),
        ("Of two.", "footnote", 1),
        ("Picture: The quay at dusk.", "figure", 2),
        ("A caption.", "figure", 3),
    ]
