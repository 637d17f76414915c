"""Lines of a passage that breaks alone part: things listed, labels over prose, bullets; and prose that stays one."""

# ruff: noqa: E501 - a page reads best with one element a line

import pytest

from listen.clean.dom.tree import parse
from listen.clean.formats.fragment import read_fragment, read_tree
from listen.clean.furniture.ends.set_lines import set_apart
from listen.model import Block
from tests.clean.storied_page import added, page_with, read_texts, rules


def lines(text: str, lang: str = "en") -> list[str]:
    """What is read of a passage whose lines are parted by bars."""
    told = tuple(text.split("|"))
    return [block.text for block in set_apart(Block("paragraph", " ".join(told)), told, lang)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Two pounds of flour|Six eggs|A pinch of salt|One lemon", "en"),
        ("500 g Mehl|3 Eier|1 Prise Salz|Butter für die Form", "de"),
        ("June 9 – North Pier, Falk|June 10 – The Old Mill, Brae|June 14 – Town Hall, Sund", "en"),
        ("Falk Ferries|Quay Street 14|26899 Northport", "en"),
        ("Pages: 448|Binding: cloth|Publisher: Quay Press", "en"),
        ("Zutaten:|Drei Äpfel|Ein Ei", "de"),
        ("1 litre de lait|3 œufs|Sel", "fr"),
    ],
)
def test_lines_of_a_list_are_read_apart(text: str, lang: str) -> None:
    assert lines(text, lang) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "Measuring the pier|Engineers came in April with long rods and found that it will stand for another ten years.",
        "2. Results|For us the catch of a day matters more than the length of the net, which nobody measures.",
        "Winterfahrten|Im Winter bricht die Mannschaft das Eis am Anleger mit langen Stangen, wie ihre Väter es taten.",
        "Strategy, the|plan by which a crossing is kept open for as long as anybody asks for it",
        "Der Hafen,|den jeder kennt, liegt im Norden der Insel und ist im Winter oft zugefroren.|- Zufahrt: nur bei Flut",
    ],
)
def test_a_label_or_a_bullet_is_read_apart(text: str) -> None:
    lang = "de" if "Winter" in text else "en"
    assert len(lines(text, lang)) == 2
    assert " ".join(lines(text, lang)) == text.replace("|", " ")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        # The page's width broke them.
        (
            "The ferry to the outer island leaves at six, an hour before the|Post office opens, and in winter the crew",
            "en",
        ),
        (
            "Die Fähre zur äußeren Insel fährt um sechs, eine Stunde bevor die|Post öffnet, und im Winter bricht die|Mannschaft das Eis am Anleger mit langen Stangen auf",
            "de",
        ),
        ("In winter, more than|40 people a day took the ferry, which nobody had expected", "en"),
        # The first line does not end as a name does.
        ("Display with|Background light", "en"),
        ("Eingang und|Ausgang", "de"),
        # Sentences are parted anyway.
        ("She came.|He went.|They stayed.", "en"),
        ("Roses are red,|Violets are blue,|Ferries are late,|And so are you.", "en"),
    ],
)
def test_prose_stays_one_passage(text: str, lang: str) -> None:
    assert lines(text, lang) == [text.replace("|", " ")]


def test_lines_of_a_page_are_read_apart_and_what_is_left_out_of_them_is_not() -> None:
    inside = "<blockquote>Two pounds of flour<br>Six eggs<br>Salt[2]<br>One lemon</blockquote>"
    assert added(inside) == ["Two pounds of flour", "Six eggs", "Salt", "One lemon"]


def test_a_numbered_item_keeps_its_number_once() -> None:
    items = "".join(
        f"<li>{name}<br>The crew breaks it with long poles, as their fathers did, in {n} hours.</li>"
        for n, name in ((4, "Winter ice"), (5, "Spring ice"))
    )
    told = page_with(f"<ol>{items}</ol>").article.blocks
    assert [(b.text, b.number) for b in told if b.kind == "list_item"][::2] == [
        ("Winter ice", 1),
        ("Spring ice", 2),
    ]
    assert [b.number for b in told if b.kind == "list_item"] == [1, None, 2, None]


def test_a_line_that_is_a_label_is_left_out_alone() -> None:
    inside = (
        "<p>Ferries of the county<br>North Pier, daily at six<br>Old Mill, on Sundays<br>Advertisement</p>"
    )
    found = page_with(inside)
    assert "Advertisement" not in read_texts(found)
    assert {"Ferries of the county", "Old Mill, on Sundays"} <= {*read_texts(found)}
    assert "Advertisement" in rules(found)


def test_lines_of_a_feed_s_item_are_read_apart_and_those_of_a_book_are_not() -> None:
    html = "<p>Two pounds of flour<br>Six eggs<br>One lemon</p>"
    assert [b.text for b in read_fragment(html)[0]] == ["Two pounds of flour", "Six eggs", "One lemon"]
    assert [b.text for b in read_tree(parse(html), "", frozenset(), printed=True)[0]] == [
        "Two pounds of flour Six eggs One lemon"
    ]
