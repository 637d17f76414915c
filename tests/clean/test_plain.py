"""Plain text in."""

import pytest

from listen.clean import read
from listen.clean.formats.plain_text import clean_text
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


BODY = (
    "The kiln behind the station was lit on Tuesday for the first time since the works closed, and half of "
    "the town came out to see whether the chimney would draw."
)


@pytest.mark.parametrize(
    ("head", "byline", "published"),
    [
        ("By Rosa T. Quill\nELM FORD, Vt., Nov. 3, 2025", "Rosa T. Quill", "2025-11-03"),
        ("By Rosa Quill and Ann Lee | May 2, 2024", "Rosa Quill, Ann Lee", "2024-05-02"),
        ("Von Änne Töpfer\n\n2. Mai 2024, 17.05 Uhr", "Änne Töpfer", "2024-05-02"),
        ("Published on 2 May 2024 at 10:15", None, "2024-05-02"),
        ("By Joan van der Meer", "Joan van der Meer", None),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_byline_and_date_under_the_title(
    head: str, byline: str | None, published: str | None, gap: str
) -> None:
    article = clean_text(f"Kiln lit again{gap}{head}\n\n{BODY}\n").article
    assert (article.title, article.byline, article.published) == ("Kiln lit again", byline, published)
    assert [b.text for b in article.blocks] == [BODY]


def test_text_that_only_begins_like_a_byline_is_read() -> None:
    body = f"By noon it was dark.\n\nOn 2 May 2024 everything was lit up.\n\n{BODY}"
    article = clean_text(f"Kiln lit again\n\n{body}").article
    assert (article.byline, article.published) == (None, None)
    assert len(article.blocks) == 3


def test_byline_and_date_are_read_when_asked_for() -> None:
    cleaned = clean_text(f"Kiln lit again\n\nBy Rosa Quill\n\n{BODY}", keep=frozenset({"bylines"}))
    assert [b.text for b in cleaned.article.blocks] == ["By Rosa Quill", BODY]
    assert cleaned.article.byline == "Rosa Quill"
