"""Small things between the passages of a story that are not read, each with what looks alike and stays."""

# ruff: noqa: E501 - pages read best with an element in one line

import pytest

from listen.clean import Cleaned
from listen.clean.dom.nouns import Candidate
from listen.clean.formats.web_page import clean_page
from listen.clean.furniture import boxes
from listen.clean.furniture.pointing import _last_label
from tests.clean.storied_page import PARAGRAPHS, added, page_with, read_texts, rules

OFFER = "<h3>Row out with us</h3><p>Eight hundred rowers trust our boats already.</p>"
LINES = ["Row out with us", "Eight hundred rowers trust our boats already."]


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=pitch>{OFFER}<a class=btn href=/offer>Get started</a></div>",
        f"<section><div>{OFFER}</div><form><button>Start your free trial</button></form></section>",
        f"<aside>{OFFER}<p><a href=/demo>Book a demo</a></p></aside>",
        f"<div>{OFFER}<a href=/join style='padding:9px'>Create free account</a></div>",
        f"<div>{OFFER}<a role=button href=/q>Kostenlos testen</a></div>".replace(
            "Kostenlos", "Jetzt kostenlos"
        ),
        f"<div>{OFFER}<div class=cta-wrap><a href=/pdf><span>Download now</span></a></div></div>",
    ],
)
def test_a_box_that_calls_the_reader_to_do_something_is_not_read(box: str) -> None:
    assert added(box) == []
    assert {rules(page_with(box)).get(line) for line in LINES} == {"call-box"}


@pytest.mark.parametrize(
    "box",
    [
        # Nothing is asked: a link in a sentence, more of the story, a part that unfolds.
        "<div><h3>Row out with us</h3><p>To see a race you may <a href=/r>join the crew</a> of the boat "
        "that leaves at noon, and bring it home again at night.</p></div>",
        f"<div>{OFFER}<a class=btn href=/more>Read the whole report</a></div>",
        f"<div>{OFFER}<button aria-expanded=false>Join in</button></div>",
        # The things that the story is about: they are counted, or each leads somewhere else.
        "<div><h3>2. The blue boat</h3><p>Eight hundred rowers trust its keel.</p>"
        "<a class=btn href=/b>Buy now</a></div>",
        "".join(
            f"<div class=boat><h3>The {name} boat</h3><p>Some rowers trust its keel.</p>"
            f"<a class=btn href=/{name}>Order now</a></div>"
            for name in ("blue", "green", "red")
        ),
    ],
)
def test_what_only_looks_like_a_call_is_read(box: str) -> None:
    assert len([text for text in added(box) if "boat" in text or "rowers" in text]) > 0


KINDS = ("blue", "green", "red")


def cards(link: str) -> list[str]:
    """What is read of a list of three boats, each with a heading, a text and, at its end, a link."""
    one = (
        "<li class=boat><h4>The {0} boat</h4><p>The {0} boat has a crew of four and a lamp.</p>"
        + link
        + "</li>"
    )
    return added("<ul>" + "".join(one.format(kind) for kind in KINDS) + "</ul>")


@pytest.mark.parametrize(
    "link",
    [
        "<a class=more href=/{0}>{0} boats rated</a>",
        "<div></div><a href=/{0}><b>Ratings of {0} ones</b></a>",
        "<span><a href=/{0}>Our {0} boats</a></span>",
        "<br><a href=https://boats.example/{0}>Prices of {0} ones</a>",
        "<a href=/{0}>All {0} boats</a> ",
    ],
)
def test_links_with_which_cards_end_are_not_read(link: str) -> None:
    assert [text for text in cards(link) if "boat has" not in text and not text.startswith("The ")] == []
    assert len([text for text in cards(link) if "has a crew" in text]) == 3


def test_a_link_inside_or_before_the_text_of_a_card_is_read() -> None:
    for link in (
        "<p>See the <a href=/{0}>{0} boats</a> in May.</p>",
        "<a href=/{0}>{0} boats rated</a><p>It sails in May.</p>",
    ):
        assert len([text for text in cards(link) if "boats" in text]) == 3
    one = (
        "<ul><li><h4>The blue boat</h4><p>It has a crew of four.</p><a href=/b>Blue boats rated</a></li></ul>"
    )
    assert "Blue boats rated" in added(one)


ASKED = "Would you like to row but have no boat of your own?"
ANSWERED = "We at the Quay Rowers lend you one and show you how it is done."


@pytest.mark.parametrize(
    "box",
    [
        f"<div><div class=text><p>{ASKED}</p><p>{ANSWERED}</p></div></div><div><a class=btn href=/c>Contact us now</a></div>",
        f"<div class=text><p><b>{ASKED.upper()}</b></p><p>{ANSWERED}</p></div><div><a href=/c>Get started</a></div>",
        f"<div class=card><p>{ASKED} {ANSWERED}</p></div><div><button>Book a boat today</button></div>",
        f"<section><h3>{ASKED}</h3><p>{ANSWERED}</p></section><p><a href=/q>Request a quote</a></p>",
        f"<section><p>{ASKED}</p></section><div class=cta><a href=/q>Join the crew</a></div>",
    ],
)
def test_a_question_before_a_button_is_not_read(box: str) -> None:
    assert added(box) == []
    assert "call-box" in rules(page_with(box)).values()


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=text><p>{ANSWERED}</p></div><div><a class=btn href=/c>Contact us now</a></div>",
        f"<div class=text><p>{ASKED}</p><p>{ANSWERED}</p></div><div><a class=btn href=/c>Read on</a></div>",
        f"<div class=text><p>{ASKED}</p><p>{ANSWERED}</p></div><p>They do.</p><div><a href=/c>Join the crew</a></div>",
        f"<p>{ASKED}</p><p>{ANSWERED}</p><div><a class=btn href=/c>Join the crew</a></div>",
    ],
)
def test_a_question_of_the_story_is_read(box: str) -> None:
    assert ANSWERED in added(box)


def test_a_box_under_the_headline_leads_in() -> None:
    lead = "The county wants to close the ferry, and the people on the island do not. They say so, too."
    top = f"<div class=hero><p class=standfirst>{lead}</p><a class=btn href=/s>Subscribe</a></div>"
    assert lead in read_texts(page_with("", top=top))


def test_a_list_whose_last_item_has_a_button_in_it_is_read() -> None:
    items = (
        "<li>A coat.</li><li>A long pole.</li><li>A lamp. <p><a class=btn href=/r>Register now</a></p></li>"
    )
    said = added(f"<p>What the crew brings:</p><ul>{items}</ul>")
    assert [text for text in said if text in ("A coat.", "A long pole.")] == ["A coat.", "A long pole."]


def test_the_bars_of_a_chart_are_not_read() -> None:
    bars = "".join(
        f"<li class=bar><div class=label><span>{name}</span> <strong>{n / 10}</strong></div>"
        f"<div class=track><div style='width: {n}%'></div></div></li>"
        for name, n in (("Comfort", 89), ("Speed", 77), ("Ease of use", 86), ("Price", 60))
    )
    page = page_with(f"<p>How the four ferries compare, by our own test:</p><ul class=bars>{bars}</ul>")
    assert not [text for text in read_texts(page) if text.startswith(("Comfort", "Speed", "Ease", "Price"))]


def test_what_is_around_many_labels_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The element around numbered headings is the whole story: to read it for each took long for a book."""
    looked: list[object] = []

    def look(el: object) -> bool:
        looked.append(el)
        return False

    monkeypatch.setattr(boxes, "_drawn_bar", look)
    page_with("".join(f"<h2>Part {n}</h2><p>{n} of {PARAGRAPHS[0]}</p>" for n in range(30)))
    assert len(looked) > 30
    assert len(looked) == len({*looked})


def test_labels_with_figures_that_nothing_draws_are_read() -> None:
    items = "<li>Adults on board 12</li><li>Children on board 3</li><li>Dogs on board 2</li>"
    said = added(f"<p>Who came over with the ferry on that morning:</p><ul>{items}</ul>")
    assert [text for text in said if "on board" in text] == [
        "Adults on board 12",
        "Children on board 3",
        "Dogs on board 2",
    ]


@pytest.mark.parametrize("name", ["eyebrow text-blue", "c-kicker", "section__overline", "pre-title"])
def test_a_label_over_a_heading_is_not_read(name: str) -> None:
    prose = "<p>The pier was built in the year of the great frost, and repaired three times since.</p>"
    said = added(f"<h3 class='{name}'>Harbour facts</h3><h2>How old the pier is</h2>{prose}")
    assert said[0] == "How old the pier is"


def test_a_heading_over_its_part_is_read() -> None:
    prose = "<p>The pier was built in the year of the great frost, and repaired three times since.</p>"
    said = added(f"<h2 class=browsing>Harbour facts</h2><h3>How old the pier is</h3>{prose}")
    assert said[:2] == ["Harbour facts", "How old the pier is"]


@pytest.mark.parametrize("line", ["(SID)", "pp", "AFP/DPA", "rtr/AFP", "[dpz]"])
def test_initials_at_the_end_are_not_read(line: str) -> None:
    assert read_texts(page_at_end(line))[-1] == PARAGRAPHS[-1]


@pytest.mark.parametrize("line", ["The end.", "Amen.", "He said no."])
def test_a_last_line_of_words_is_read(line: str) -> None:
    assert read_texts(page_at_end(line))[-1] == line


def page_at_end(line: str) -> Cleaned:
    """A story that ends with a line of its own."""
    body = "".join(f"<p>{text}</p>" for text in (*PARAGRAPHS, line))
    return clean_page(f"<html lang=en><body><main><article><h1>The ferry</h1>{body}</article></main></body>")


@pytest.mark.parametrize(("line", "label"), [("CONTACT INFO", True), ("THE END", False), ("Finis", False)])
def test_a_story_does_not_end_with_a_label_in_capitals(line: str, label: bool) -> None:
    assert _last_label(Candidate(line, "paragraph", 0, None, "p"), None) is label
    assert not _last_label(Candidate(line, "paragraph", 0, None, "p"), 7)


def test_a_heading_of_a_film_with_nothing_under_it_is_not_read() -> None:
    prose = "<p>The pier was built in the year of the great frost, and repaired three times since.</p>"
    film = "<h3>Video: How the ice is broken</h3><iframe src=/v></iframe>"
    said = added(f"{film}<h3>How old the pier is</h3>{prose}")
    assert "Video: How the ice is broken" not in said
    said = added(f"<h3>Video: How the ice is broken</h3>{prose}<h3>How old the pier is</h3>{prose}x")
    assert "Video: How the ice is broken" in said


def test_a_line_that_leads_into_a_film_is_not_read_before_a_heading() -> None:
    prose = "<p>The pier was built in the year of the great frost, and repaired three times since.</p>"
    lead = "We also made a short video on this question:"
    assert lead not in added(f"<p>{lead}</p><iframe src=/v></iframe><h3>How old the pier is</h3>{prose}")
    kinds = "Some common kinds of videos of the pier are:"
    assert kinds in added(f"<p>{kinds}</p><h3>Old films of the pier</h3>{prose}")


def test_the_source_of_a_diagram_is_not_read() -> None:
    source = 'flowchart TB\n\nQUAY("The quay")\n\nQUAY -- ice --> PIER\nend'
    for box in (f"<pre class=mermaid>{source}</pre>", f"<div class='mermaid dark'>{source}</div>"):
        page = page_with(f"<p>The model below shows how the crew works in winter.</p>{box}")
        assert not [text for text in read_texts(page) if "QUAY" in text or "flowchart" in text]


def test_a_part_about_a_tool_for_diagrams_is_read() -> None:
    text = "The crew draws its plans with a tool of that name, and hangs them up in the ticket house."
    for box in (f"<section id=mermaid><p>{text}</p></section>", f"<div class=mermaid><p>{text}</p></div>"):
        assert added(box) == [text]


def test_a_raised_one_behind_a_unit_is_the_mark_of_a_note() -> None:
    said = added("<p>Its pump has a pressure of 12,800Pa<sup>1</sup>, on 40 m<sup>2</sup> of deck.</p>")
    assert said == ["Its pump has a pressure of 12,800Pa, on 40 m² of deck."]


def test_an_empty_cell_has_no_bar() -> None:
    table = "<table><tr><th></th><th>Ice</th><th>Fog</th></tr><tr><td>May</td><td></td><td>4 days</td></tr>"
    block = next(b for b in page_with(f"{table}</table>").article.blocks if b.kind == "table")
    assert block.text == "Ice | Fog\nMay | 4 days"
    assert block.rows == (("", "Ice", "Fog"), ("May", "", "4 days"))


def test_an_address_glued_to_a_sentence_is_not_read() -> None:
    said = added(
        "<p>They signed up with the harbour office.https://quay.example/k1 “As a crew we stay,” she said.</p>"
    )
    assert said == ["They signed up with the harbour office. “As a crew we stay,” she said."]


_STEPS = "<p>Lay the net flat on the deck, and look at each knot of it by the lamp.</p><p>Pull the loose ones tight with the hook, one after the other, from the rim.</p>"
_THINGS = "<ul><li>One hook made of bone, as long as a hand</li><li>Two yards of line that the tar has not yet touched</li></ul>"
_NAMES = ("What you need", "How to mend it")
_LIST = "<ul>{}</ul>".format("".join(f"<li><a href=#t{k}>{name}</a></li>" for k, name in enumerate(_NAMES)))
_TABLIST = "<div role=tablist>{}</div>".format(
    "".join(f"<button role=tab aria-controls=t{k}>{name}</button>" for k, name in enumerate(_NAMES))
)


@pytest.mark.parametrize(
    "page",
    [
        f"<div class=tabs>{_LIST}<div id=t0>{_THINGS}</div><div id=t1>{_STEPS}</div></div>",
        f"<div id=tabs>{_LIST}<div id=t0>{_THINGS}</div><div id=t1 class=content>{_STEPS}</div></div>",
        f"<div>{_TABLIST}<div><div role=tabpanel id=t0>{_THINGS}</div><div role=tabpanel id=t1>{_STEPS}</div></div></div>",
        f"<div class='recipe-tab-part'>{_LIST}<section id=t0>{_THINGS}</section><section id=t1>{_STEPS}</section></div>",
        f"<div class=tabs>{_LIST.replace('</a>', '<h4>The net with the crew of the quay</h4></a>')}<div id=t0>{_THINGS}</div><div id=t1>{_STEPS}</div></div>",
    ],
)
def test_what_tabs_show_is_read_under_their_names(page: str) -> None:
    blocks = page_with(
        f"<p>The net of the crew is old, and is mended in each of the long winters.</p>{page}"
    ).article.blocks
    heads = [(b.text, b.level) for b in blocks if b.text in _NAMES]
    assert heads == [(name, heads[0][1]) for name in _NAMES]
    texts = [b.text for b in blocks]
    assert texts[texts.index(_NAMES[0]) + 1].startswith("One hook")
    assert texts[texts.index(_NAMES[1]) + 1].startswith("Lay the net")


@pytest.mark.parametrize(
    "page",
    [
        # Headings of their own, a table of contents, one part only, the name said by the text.
        f"<div class=tabs>{_LIST}<div id=t0><h3>The things</h3>{_THINGS}</div><div id=t1><h3>The work</h3>{_STEPS}</div></div>",
        f"<div class=toc>{_LIST}<div id=t0>{_THINGS}</div><div id=t1>{_STEPS}</div></div>",
        f"<div class=tabs>{_LIST}<div id=t1>{_STEPS}</div></div>",
        f"<div class=tabs>{_LIST}<div id=t0><p>What you need is a hook made of bone, as long as a hand, and some line.</p></div><div id=t1><p>How to mend it is soon told: pull the loose knots tight, from the rim.</p></div></div>",
    ],
)
def test_names_of_tabs_that_say_nothing_more_are_not_read(page: str) -> None:
    blocks = page_with(
        f"<p>The net of the crew is old, and is mended in each of the long winters.</p>{page}"
    ).article.blocks
    assert not [b for b in blocks if b.kind == "heading" and b.text in _NAMES]


@pytest.mark.parametrize(
    "line", ["Loading the sizes…", "Loading...", "Chargement des tailles…", "Cargando..."]
)
def test_a_part_that_never_came_is_not_read_and_its_tab_is_no_heading(line: str) -> None:
    page = f"<div class=tabs>{_LIST}<div id=t0>{_STEPS}</div><div id=t1><p>{line}</p></div></div>"
    blocks = page_with(
        f"<p>The net of the crew is old, and is mended in each of the long winters.</p>{page}"
    ).article.blocks
    assert not [b for b in blocks if b.text == line or (b.kind == "heading" and b.text in _NAMES)]
