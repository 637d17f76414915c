"""Colons that lead to a picture, a film or an address that is not read; and those that lead to what is."""

# ruff: noqa: E501 - a page reads best with one element a line

import pytest

from tests.clean.storied_page import PARAGRAPHS, added, page_with, rules

PICTURE = "<p><img src=/a.jpg></p>"
FILM = "<p><iframe src=https://films.example/1></iframe></p>"
SAID = "The captain keeps a drawing of it in the cabin, beside the clock."


@pytest.mark.parametrize("shown", [PICTURE, FILM])
@pytest.mark.parametrize(
    "lead",
    [
        "Our model:",
        "So sieht das Ganze dann zum Beispiel aus:",
        "And then the screen was:",
        "Here is the plan that the engineers drew:",
        "Voici le plan que les ingénieurs ont dessiné :",
    ],
)
def test_a_sentence_that_only_leads_to_a_picture_is_not_read(lead: str, shown: str) -> None:
    assert added(f"<p>{lead}</p>{shown}") == []
    assert added(f"<p>{SAID} {lead}</p>{shown}") == [SAID]
    found = page_with(f"<p>{SAID} {lead}</p>{shown}")
    assert rules(found)[lead] in ("pointing-sentence", "pointer")


def test_a_picture_in_the_same_element_is_led_to_as_well() -> None:
    assert added("<p>Our model:<br><img src=/a.jpg></p>") == []
    assert added("<p><strong>Our model:<br><img src=/a.jpg></strong></p>") == []


@pytest.mark.parametrize(
    "told",
    [
        "The council had two souls in its breast that never agreed on a single thing",
        "In meiner Brust schlagen deshalb seit vielen Jahren zwei Herzen",
        "All her photos are taken with a cheap old telephone, here is a beautiful example",
        "The poster explains the meaning of all the signals and flags",
    ],
)
@pytest.mark.parametrize("shown", [PICTURE, FILM])
def test_a_sentence_that_says_something_loses_its_colon_alone(told: str, shown: str) -> None:
    assert added(f"<p>{told}:</p>{shown}") == [f"{told}."]


def test_an_address_that_is_not_read_leaves_no_colon() -> None:
    told = (
        "After three winters the crew had made a page of its own, on which everybody may see whether the boat "
        "is late, and by how much, and whose fault it was. The name of the boat is its address"
    )
    assert added(f"<p>{told}: https://boat.example</p>") == [f"{told}."]
    assert added(f"<p>{told}:</p><p>https://boat.example</p>") == [f"{told}."]


@pytest.mark.parametrize(
    "behind",
    [
        "<ul><li>The first winter was mild</li><li>The second one was not</li></ul>",
        "<blockquote>Nobody has ever met a friend on the bridge, said the teacher.</blockquote>",
        "<p>“Nobody has ever met a friend on the bridge”, said the teacher who comes each day.</p>",
        "<p>1. The first winter was mild, and nobody had to break the ice along the pier.</p>",
        "<p>and in this the engineers were right, as everybody on the island knew by then.</p>",
        "<h2>The first winter</h2><p>It was so mild that nobody had to break the ice along the pier.</p>",
    ],
)
def test_what_follows_the_picture_may_be_led_to(behind: str) -> None:
    lead = "The council had to think about three things before it could vote:"
    assert lead in added(f"<p>{lead}</p>{PICTURE}{behind}")


def test_a_sentence_that_is_not_whole_keeps_its_colon_before_what_is_not_known() -> None:
    about = "Nobody had seen the ice as thick as that before, and nobody has seen it so again since then."
    for lead, end in (
        ("The two winters that the council spoke of are", ":"),
        ("It has a page of its own", "."),
    ):
        assert f"{lead}{end}" in added(f"<p>{lead}:</p><p>https://boat.example</p><p>{about}</p>")


def test_a_colon_before_prose_stays() -> None:
    lead = "The council had to think about three things before it could vote:"
    assert added(f"<p>{lead}</p><p>{SAID}</p>") == [lead, SAID]
    assert PARAGRAPHS[0] not in added(f"<p>{lead}</p>")


@pytest.mark.parametrize("label", ["Ticket houses:", "The retired teacher:"])
def test_a_label_with_a_picture_over_its_paragraph_is_read(label: str) -> None:
    about = (
        "The oldest of the ticket houses was built by a retired teacher who had never seen a ferry before."
    )
    assert label[:-1] in " ".join(added(f"<p>{label}</p>{PICTURE}<p>{about}</p>"))
    assert label in added(f"<p><b>{label}</b></p><p>{about}</p>")
