"""Elements of a page by tag and attribute, as a walk over the tree finds them."""

import pytest

from listen.clean.dom.naming.beginnings import alternatives, by_beginning
from listen.clean.dom.tree import Elements, parse
from listen.clean.dom.walk import walk

PAGE = """<html><head><title>Tides</title><link rel=canonical href=/tides></head><body class=page>
<div class="story main"><h1>Tides</h1><p>The <a href=#a rel=author>keeper</a> tells.</p><h2>Ebb</h2></div>
<span class=note>Two</span><a>bare</a></body></html>"""


@pytest.mark.parametrize(
    "tags", [("a",), ("h2", "h1"), ("span", "div", "a", "h1"), ("table",), ("table", "title"), ("p", "p")]
)
def test_elements_by_tag_come_in_the_order_of_the_page(tags: tuple[str, ...]) -> None:
    root = parse(PAGE)
    found = Elements(root).of(*dict.fromkeys(tags))
    assert found == [*root.iter(*tags)]


@pytest.mark.parametrize(
    ("attribute", "tags"), [("class", ()), ("class", ("span",)), ("rel", ("link", "a")), ("href", ("p",))]
)
def test_elements_by_attribute_come_with_what_it_says(attribute: str, tags: tuple[str, ...]) -> None:
    root = parse(PAGE)
    elements = Elements(root)
    among = [el for el in root.iter(*tags) if el.get(attribute) is not None]
    for _ in range(2):
        assert elements.having(attribute, *tags) == [(el, el.get(attribute)) for el in among]


def test_a_page_knows_the_elements_outside_its_places_too() -> None:
    page = walk(parse(PAGE))
    assert [el.text for el in page.elements.of("title", "a")] == ["Tides", "keeper", "bare"]
    assert Elements(None).of("a") == [] == Elements(None).having("class")


def test_the_alternatives_of_a_pattern_are_those_outside_its_groups() -> None:
    assert alternatives("a(?:b|c)|[|]d|e") == ["a(?:b|c)", "[|]d", "e"]


def test_what_begins_alike_is_put_together_in_its_order() -> None:
    assert by_beginning(["tab", "menu", "tag", "(?<!x)head"]) == "t(?:ab|ag)|m(?:enu)|(?:(?<!x)head)"
    assert by_beginning(["ab", "a?c"]) == "a(?:b)|(?:a?c)"
