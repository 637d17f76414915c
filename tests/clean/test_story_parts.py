"""What of a page is the story's own though it stands apart, and what is not though it looks like it."""

# ruff: noqa: E501 - pages read best with an element in one line

from listen.clean.formats.web_page import clean_page
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
