"""Plain text in."""

import pytest

from listen.clean import read
from listen.clean.plain import clean_text
from listen.errors import NoArticleError
from listen.model import Block, Source

STORY = """The cat and the harbour


Listen To Story Above

The cat sat by the harbour wall and watched the boats come in, one after
another, until the last of them had tied up for the night and the men had
gone home.

Advertisement

“Nobody feeds her,” said the harbour master.

Share this:
"""


def test_title_paragraphs_and_no_furniture() -> None:
    cleaned = clean_text(STORY)
    assert cleaned.article.title == "The cat and the harbour"
    assert [b.text for b in cleaned.article.blocks] == [
        "The cat sat by the harbour wall and watched the boats come in, one after another, until the last of "
        "them had tied up for the night and the men had gone home.",
        "“Nobody feeds her,” said the harbour master.",
    ]
    assert [(left.kind, left.text) for left in cleaned.left_out] == [
        ("prompts", "Listen To Story Above"),
        ("ads", "Advertisement"),
        ("share", "Share this:"),
    ]
    assert cleaned.article.lang == "en"


def test_keep_brings_a_class_back() -> None:
    texts = [b.text for b in clean_text(STORY, keep=frozenset({"prompts"})).article.blocks]
    assert texts[0] == "Listen To Story Above"
    assert "Advertisement" not in texts


def test_lists_keep_their_numbers() -> None:
    cleaned = clean_text("Tea\n\nYou need:\n\n1. a pot\n2. some leaves\n- patience\n")
    assert cleaned.article.blocks == (
        Block("paragraph", "You need:"),
        Block("list_item", "a pot", level=1, number=1),
        Block("list_item", "some leaves", level=1, number=2),
        Block("list_item", "patience", level=1),
    )


def test_empty_text_is_a_clear_error() -> None:
    with pytest.raises(NoArticleError, match="nothing to read"):
        read(Source(b" \n\n ", "-"))
