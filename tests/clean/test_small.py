"""Small honest pages are articles, too."""

from __future__ import annotations

import pytest

from listen.clean import clean
from listen.errors import NoArticleError


def test_a_page_without_body_tags() -> None:
    page = (
        "<html lang=en><title>The title here</title>"
        "<article><h1>The title here</h1><p>One sentence is here.</p></article>"
    )
    article = clean(page)
    assert (article.title, article.text) == ("The title here", "One sentence is here.")


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Hello</h1><p>One sentence here.</p><p>Another one.</p>",
        "<main><h1>Hello</h1><p>One sentence here.</p><p>Another one.</p></main>",
        "<!doctype html><body><div><h1>Hello</h1><p>One sentence here.</p><p>Another one.</p></div></body>",
    ],
)
def test_two_sentences_are_enough(page: str) -> None:
    article = clean(page)
    assert article.title == "Hello"
    assert article.text == "One sentence here.\n\nAnother one."


@pytest.mark.parametrize(
    "page",
    [
        "<div id=root></div>",
        "<p>You need to enable JavaScript to run this app.</p>",
        "<h1>404</h1><p>The page was not found.</p>",
        "<nav><a href=/>Home.</a> <a href=/a>All of our stories.</a></nav>",
    ],
)
def test_and_nothing_is_not(page: str) -> None:
    with pytest.raises(NoArticleError):
        clean(page)
