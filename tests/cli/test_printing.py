"""What `listen clean` prints is what was cleaned: its Markdown is read back as the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.clean.formats.markdown import clean_markdown
from listen.clean.result import CLASSES
from listen.cli import printing
from listen.model import Article, Block

KEEP = frozenset(CLASSES)  # a line made of signs is an address or a handle now and then
SIGNS = st.text(list("ab1 .)#*_`[](){}<>!|\\~&;:=+-$^/x'\"@é"), min_size=1, max_size=25)
LINES = SIGNS.map(lambda text: " ".join(text.split())).filter(lambda text: any(c.isalnum() for c in text))


def read_back(*blocks: Block, title: str = "A title") -> tuple[str, list[Block]]:
    article = clean_markdown(printing.markdown(Article(title, "en", blocks)), keep=KEEP).article
    return article.title, list(article.blocks)


@given(st.sampled_from(["paragraph", "heading", "list_item", "quote"]), LINES, LINES)
def test_a_line_of_signs_is_read_back(kind: Any, text: str, title: str) -> None:
    level = {"heading": 2, "list_item": 1}.get(kind)
    first = Block("paragraph", "Some words.")
    assert read_back(first, Block(kind, text, level=level), title=title) == (
        title,
        [first, Block(kind, text, level=level)],
    )


@given(LINES, LINES)
def test_a_table_of_signs_is_read_back(one: str, two: str) -> None:
    _, (table,) = read_back(Block("table", f"{one} | {two}", rows=((one, two), (two, one))))
    assert table.rows == ((one, two), (two, one))


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 * 2", "**kwargs and __init__", "# no heading", "1. no item", "- no item", "> no quotation",
        "a|b", "[a](https://x.example)", "[a]: https://x.example", "[^1]: none", "<b>bold</b>",
        "<!-- x --> y", "C:\\temp\\*.txt", "R&amp;D", "AT&T; &copy; &#65;", "/?a=1&copy=2", "$$x$$",
        "~~gone~~", "```", "a\\`b\\`",
        "=", "---", "C#", "an end #", "[x] done", "snake_case and [sic] stay", "<https://x.example>",
    ],
)  # fmt: skip
def test_signs_of_markdown_are_words_in_it(text: str) -> None:
    block = Block("paragraph", f"{text} word")
    assert read_back(block) == ("A title", [block])
    code = Block("code", f"{text}\n```\n~~~~ {text}")
    assert read_back(Block("paragraph", "Words."), code)[1][1] == code


def test_what_is_no_mark_is_printed_as_it_is() -> None:
    text = "It’s snake_case, 5 < 6 [sic]; AT&T #1 - or +2, 3.5 (a) https://x.example/a-b?c=d&e=f."
    assert printing.markdown(Article("", "en", (Block("paragraph", text),))) == text + "\n"
