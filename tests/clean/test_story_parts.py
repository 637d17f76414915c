"""What of a page is the story's own though it stands apart, and what is not though it looks like it."""

# ruff: noqa: E501 - pages read best with an element in one line

import numpy as np
import pytest

from listen.clean.classifier.choose import threshold
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.formats.web_page import clean_page, marked
from listen.clean.metadata.gather import gather
from tests.clean.storied_page import PARAGRAPHS, page_with, read_texts

TEASER = (
    "With five hundred keepers, students and boatbuilders the school on the quay is ready for the work "
    "of the coming hundred years. It takes visitors from all over the coast."
)


def test_the_texts_under_the_pictures_of_a_menu_are_no_story() -> None:
    menu = "".join(
        f"<li><a href=/{k}>Part {k}</a><figure><img src={k}.jpg><figcaption>{k} {TEASER}</figcaption></figure></li>"
        for k in range(6)
    )
    for around in ("<nav><ul>{}</ul></nav>", "<div class=mega-menu><ul>{}</ul></div>"):
        found = page_with("", before=around.format(menu))
        assert read_texts(found) == list(PARAGRAPHS)


def test_the_parts_of_a_recipe_are_no_other_articles() -> None:
    steps = "".join(f"<li>{text}</li>" for text in PARAGRAPHS)
    page = clean_page(
        f"<html lang=en><head><title>Quay bread</title></head><body><main><section><article><h1>Quay bread</h1>"
        f"<p>{PARAGRAPHS[0]} {PARAGRAPHS[1]} {PARAGRAPHS[3]}</p></article><article class=steps><h2>Instructions</h2>"
        f"<ol>{steps}</ol></article></section></main></body></html>"
    )
    assert set(PARAGRAPHS) <= set(read_texts(page))


def test_a_long_page_is_judged_by_more_than_its_beginning() -> None:
    sure, rest = [0.95] * 4, [0.45] * 60
    words = np.full(64, 50)
    assert threshold(np.array(sure + rest), words) < 0.45
    assert threshold(np.array(sure + [0.2] * 60), words) == 0.5


LINKED = "".join(
    f"<li><p class=linkroll-link><a href=https://paper.example/{k}>The harbour of {k} boats and its keepers</a></p></li>"
    for k in range(6)
)


@pytest.mark.parametrize(
    ("body", "head", "read"),
    [
        ("<div class=entry-content><ul>{}</ul></div>", "<meta name=author content='Ann Pascoe'>", 6),
        (
            "<article><div><ul>{}</ul></div></article>",
            "<meta property=article:published_time content=2024-05-03>",
            6,
        ),
        ("<div itemprop=articleBody><ul>{}</ul></div>", "<meta name=author content='Ann Pascoe'>", 6),
        ("<div class=entry-content><ul>{}</ul></div>", "", 0),
        ("<aside class=entry-content><ul>{}</ul></aside>", "<meta name=author content='Ann Pascoe'>", 0),
    ],
)
def test_what_a_page_marks_as_its_story_is_there_for_one_without_prose(
    body: str, head: str, read: int
) -> None:
    html = f"<html><head><title>Links of the day</title><meta property=og:title content='Links of the day'>{head}</head><body><h1>Links of the day</h1>{body.format(LINKED)}</body></html>"
    root = parse(html)
    page = walk(root)
    blocks, _ = marked(page, gather(root, None, page), frozenset())
    assert sum(block.text.startswith("The harbour of") for block in blocks) == read


def test_what_customers_write_under_a_product_is_not_read() -> None:
    said = "The lamp came on Tuesday, in a box that had seen better days, and it shines as it should. Our boys like it."
    widget = f"<div class=jdgm-rev-widg><div class=jdgm-rev__body><p>{said}</p></div></div>"
    assert read_texts(page_with("", after=widget)) == list(PARAGRAPHS)
