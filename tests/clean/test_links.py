"""A link over many passages is one that was not closed; a card's is meant."""

from __future__ import annotations

from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk

LONG = (
    "The ferry left the harbour at six in the morning, and when the sun was up the town had gone from sight."
)


def links_of(body: str) -> list[int]:
    return [c.links for c in walk(parse(f"<html><body>{body}</body></html>")).candidates]


def test_a_link_that_was_never_closed_holds_no_passage() -> None:
    assert links_of(f"<a href=x><p>{LONG}</p><p>{LONG}</p><p>{LONG}</p>") == [0, 0, 0]


def test_a_card_is_a_link() -> None:
    card = f"<a href=x><h3>A headline</h3><p>{LONG}</p></a>"
    assert links_of(card * 3) == [10, len(LONG)] * 3


def test_passages_with_links_of_their_own_are_links() -> None:
    row = f"<p><a href=x>{LONG}</a></p>"
    assert links_of(row * 4) == [len(LONG)] * 4


def test_short_lines_inside_one_link_are_links() -> None:
    assert links_of("<a href=x><div>One line</div><div>Another line</div><div>A third line</div></a>") == [
        8,
        12,
        12,
    ]


def test_a_list_in_a_link_beside_the_story_is_a_list_of_links() -> None:
    teasers = f"<a href=x><ul><li>{LONG}</li><li>{LONG}</li><li>{LONG}</li></ul></a>"
    found = links_of(f"<p>{LONG}</p><p>{LONG}</p>{teasers}")
    assert found[:2] == [0, 0]
    assert found[2:] == [len(LONG)] * 3
