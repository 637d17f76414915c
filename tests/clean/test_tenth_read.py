"""Some 800 pages that nobody had tuned for (`tests/bench/extract_verdicts_tenth.tsv`): what was lost, read in vain or
broken there, by kind, with inputs of our own.
"""

# ruff: noqa: E501

from __future__ import annotations

import numpy as np
import pytest

from listen.clean.classifier.siblings import continued
from listen.clean.dom.text import word_count
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.formats.web_page import clean_page
from tests.clean.storied_page import PARAGRAPHS, added, paragraphs, read_texts

PLACES = ("pier", "quay", "light", "ramp", "tower", "dock", "shed", "yard", "mole", "slip")
LINES = [
    f"The {place} was painted again in the spring, and nobody who lives near it could say who had paid for that."
    for place in PLACES
]


@pytest.mark.parametrize("mark", ["\u200c", "\u200d", "\u2060", "\ufeff", "\u200c \u2060"])
def test_marks_of_no_width_are_no_passage(mark: str) -> None:
    assert added(f"<div> {mark}  {mark} <img src=a.png></div>") == []


BOX = "<div class=more><h3>More on this</h3><ul><li><a href=/a>The bridge is loud again</a></li></ul></div>"
MAKES = {
    "an element of its own": "<div class=piece><div><p>{}</p></div></div>",
    "its own name": "<p class=story-line>{}</p>",
    "a part": "<section class='content group'><p><span>{}</span></p></section>",
    "loose text": "<div class=said>{}</div>",
    "deeper behind the box": "<div><p class=story-line>{}</p></div>",
}


def goes_on(make: str, doubt: float, read: int = 5, between: str = BOX, rest: int = 5) -> list[str]:
    """The places of the lines that go on with a story whose first `read` lines are kept."""
    lines = [make.format(line) for line in LINES[: read + rest]]
    page = walk(
        parse(f"<body><article>{''.join(lines[:read])}{between}{''.join(lines[read:])}</article></body>")
    )
    p = np.array([0.9 if c.text in LINES[:read] else doubt for c in page.candidates])
    words = np.array([word_count(c.text) for c in page.candidates])
    return [page.candidates[i].text.split()[1] for i in continued(page, p, words, p > 0.5)]


@pytest.mark.parametrize("make", MAKES)
def test_a_story_goes_on_behind_a_box_in_its_middle(make: str) -> None:
    assert goes_on(MAKES[make], 0.25) == [*PLACES[5:]]


def test_what_is_surely_something_else_does_not_go_on() -> None:
    assert goes_on(MAKES["an element of its own"], 0.05) == []


def test_one_or_two_behind_a_story_are_the_sites_own() -> None:
    assert goes_on(MAKES["an element of its own"], 0.25, read=8, rest=2) == []
    assert goes_on(MAKES["its own name"], 0.25, read=8, rest=1) == []
    assert goes_on(MAKES["its own name"], 0.25, read=8, rest=2) == [*PLACES[8:]]


@pytest.mark.parametrize(
    "between",
    [
        "<h1>Another story</h1>",
        "</article><article>",
        "</article><article><h2>Another story</h2>",
        f"{BOX}<h1>The bridge is loud</h1>",
    ],
)
def test_another_story_of_the_same_make_does_not_go_on(between: str) -> None:
    assert goes_on(MAKES["its own name"], 0.25, between=between) == []


def test_a_front_page_of_the_same_make_does_not_go_on() -> None:
    assert goes_on(MAKES["an element of its own"], 0.25, read=3, rest=7) == []


def test_what_is_named_for_something_else_does_not_go_on() -> None:
    line = "<p class='related'>{}</p>"
    assert goes_on(line, 0.25) == []


HEADS = {
    "a label, what parts it hidden": (
        "<h1><span class=kicker>Crossings</span><span class=hide>: </span><span>The ferry that stayed</span></h1>",
        "The ferry that stayed",
    ),
    "a label over it and a dash": (
        "<h1><span class='title__overline'>Crossings</span><span aria-hidden=true> - </span><span>The ferry that stayed</span></h1>",
        "The ferry that stayed",
    ),
    "a label and a bar": (
        "<h1><em class=eyebrow>Crossings</em> | The ferry that stayed</h1>",
        "The ferry that stayed",
    ),
    "a dash of its own": (
        "<h1>– but the ferry that stayed is late</h1>",
        "– but the ferry that stayed is late",
    ),
    "names that are the wrong way round": (
        "<h1><span class=head__subline>Crossings to the island</span> <span class=head__topline>The ferry that stayed</span></h1>",
        "Crossings to the island: The ferry that stayed",
    ),
    "a section's heading before it": (
        "<h1 class=header-title><a href=/island>Island</a></h1><h1>The ferry that stayed and the bridge</h1>",
        "The ferry that stayed and the bridge",
    ),
    "a warning's heading before it": (
        "<h1><span class=Kind>Storm warning</span></h1><h1>The ferry that stayed: storm warning for the island</h1>",
        "The ferry that stayed: storm warning for the island",
    ),
}


@pytest.mark.parametrize("head", HEADS)
def test_the_headline_of_a_heading(head: str) -> None:
    markup, title = HEADS[head]
    tag = f"{title} | Island | The Quay Post"
    assert (
        clean_page(f"<title>{tag}</title><main>{markup}{paragraphs(PARAGRAPHS)}</main>").article.title
        == title
    )


TRAILS = (
    "<ol class=breadcrumb><li>News</li><li><h1>{}</h1></li></ol>",
    "<nav aria-label=Breadcrumb><span>News</span> <h1>{}</h1></nav>",
    "<h1 data-breadcrumb-headline>{}</h1>",
    "<ul id=bread-crumbs><li><h1>{}</h1></li></ul>",
    "<div class=page-breadcrumbs><div><h1 itemprop=name>{}</h1></div></div>",
)


@pytest.mark.parametrize("trail", TRAILS)
def test_the_last_step_of_the_way_to_a_page_is_not_its_headline(trail: str) -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The ferry that stayed: a winter"}</script>'
    found = "Island ferry: what it means for the bridge and its friends"
    page = f"<title>{found}</title>{data}{trail.format(found)}<article><h2>The ferry that stayed: a winter</h2>{paragraphs(PARAGRAPHS)}</article>"
    cleaned = clean_page(page)
    assert cleaned.article.title == "The ferry that stayed: a winter"
    assert read_texts(cleaned) == [*PARAGRAPHS]
    # Where nothing else says so, it is all that the page has.
    alone = page.replace("<h2>The ferry that stayed: a winter</h2>", "").replace(data, "")
    assert clean_page(alone).article.title == found


HEADLINES = (
    "Bridge of the outer islands is closed again after a night of storm",
    "What the council knew of the pier, and when it said so",
    "Seal count: more young animals on the rocks than ever before!",
)
LISTS = {
    "links alone": "<ul>{}</ul>".format("".join(f"<li><a href=/{n}>{h}</a></li>" for n, h in enumerate(HEADLINES))),
    "labels before them": "<ul>{}</ul>".format(
        "".join(f"<li><strong>Island: </strong><a href=/{n}>{h}</a></li>" for n, h in enumerate(HEADLINES))
    ),
    "two of them": "<ul>{}</ul>".format("".join(f"<li><a href=/{n}>{h}</a></li>" for n, h in enumerate(HEADLINES[:2]))),
    "a sister site": "<div><ul>{}</ul></div>".format(
        "".join(f"<li><a href=https://www.quay.example/{n}>{h}</a></li>" for n, h in enumerate(HEADLINES))
    ),
    "numbered": "<ol>{}</ol>".format("".join(f"<li><a href=/{n}.html>{h}</a></li>" for n, h in enumerate(HEADLINES))),
}  # fmt: skip


@pytest.mark.parametrize("make", LISTS)
def test_a_list_of_headlines_between_paragraphs_leads_to_other_stories(make: str) -> None:
    assert added(LISTS[make]) == []


LED = "<p>The council has put what it knows of the crossing into three papers, which anybody may read:</p>"


@pytest.mark.parametrize(
    "inside",
    [
        LED + LISTS["links alone"],
        f"<h2>Papers of the council</h2>{LISTS['links alone']}",
        "<ul><li>The bridge of the outer islands is <a href=/0>closed again</a> after a night of storm.</li><li>The council knew of the pier, and <a href=/1>said so</a> in the spring.</li></ul>",
        "<ul><li><a href=https://one.example/0>The report of the engineers on the pier and the bridge</a></li><li><a href=https://two.example/1>The count of the seals on the northern rocks in spring</a></li></ul>",
    ],
)
def test_a_list_of_the_storys_own_is_read(inside: str) -> None:
    assert len(added(inside)) >= 2


@pytest.mark.parametrize(
    "note",
    [
        "(öffnet im neuen Fenster)",
        "(opens in a new tab)",
        "(Opens in new window)",
        "(s’ouvre dans un nouvel onglet)",
        "(se abre en una nueva ventana)",
        "(åpnes i nytt vindu)",
        "(externer Link öffnet in neuem Tab)",
    ],
)
def test_where_a_link_opens_is_not_said(note: str) -> None:
    text = f"The engineers wrote a report{note} , which fills a whole shelf, and a letter {note}."
    assert added(f"<p>{text}</p>") == [
        "The engineers wrote a report, which fills a whole shelf, and a letter."
    ]


@pytest.mark.parametrize("note", ["(opens to the east)", "(öffnet um sechs)", "(it opens in a new town)"])
def test_what_else_opens_is_said(note: str) -> None:
    text = f"The engineers wrote a report on the gate {note} and on the pier behind it."
    assert added(f"<p>{text}</p>") == [text]


@pytest.mark.parametrize(
    "name",
    [
        "(Image: Pier Pictures)",
        "Photo: Quay Press",
        "Alle Storys",
        "Hilfe und Kontakt",
        "Nachrichten",
        "ABONE OL",
        "Bild: Hafenarchiv",
    ],
)
def test_a_button_or_a_pictures_credit_is_no_author(name: str) -> None:
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "The ferry that stayed", "author": [{{"@type": "Person", "name": "Nora Falk"}}, {{"@type": "Person", "name": "{name}"}}]}}</script>'
    story = paragraphs(PARAGRAPHS)
    page = f"<title>The ferry that stayed</title>{data}<article><h1>The ferry that stayed</h1><p class=byline>By Nora Falk</p>{story}</article>"
    assert clean_page(page).article.byline == "Nora Falk"
    button = f"<title>The ferry that stayed</title><article><h1>The ferry that stayed</h1><p class=author><a href=/x>{name}</a></p>{story}</article>"
    assert clean_page(button).article.byline is None


LABELLED = (
    "<h1><span class=kicker>Crossings of the coast</span> <span>The ferry that stayed</span></h1>",
    "<h1><span class=overline>Crossings of the coast:</span> The ferry that stayed</h1>",
    "<h1><small class=eyebrow>Crossings of the coast</small><br>The ferry that stayed</h1>",
    "<h3><span class=roofline>Crossings of the coast</span><span class=hideme> - </span><span>The ferry that stayed</span></h3>",
    "<h1><em class='article__dachzeile'>Crossings of the coast</em><i class=hide> - </i>The ferry that stayed</h1>",
    "<h1><span class='head-topline'>Crossings of the coast</span><strong>The ferry that stayed</strong></h1>",
)


@pytest.mark.parametrize("heading", LABELLED)
def test_a_heading_with_its_label_is_the_headline(heading: str) -> None:
    page = f"<title>The ferry that stayed | Post</title><main>{heading}<p>3 May 2021 | 14:07 | By Nora Falk</p>{paragraphs(PARAGRAPHS)}</main>"
    cleaned = clean_page(page)
    assert (cleaned.article.title, cleaned.article.byline) == ("The ferry that stayed", "Nora Falk")
    assert str(cleaned.article.published).startswith("2021-05-03")
    assert read_texts(cleaned) == [*PARAGRAPHS]


@pytest.mark.parametrize(
    "field",
    ["$$ARTICLEAD$$", "$$AD_SLOT_2$$", "$$STORY-END$$", "%%RELATED%%", "%%NEWSLETTER_BOX%%"],
)
def test_a_field_that_nobody_filled_in_is_not_read(field: str) -> None:
    assert added(f"<p>{field}</p>") == []
    assert (
        added(
            f"<p>The printer wrote {field} on the door, and nobody asked him what it meant that evening.</p>"
        )
        != []
    )


def test_a_formula_of_capitals_and_a_manuals_field_are_read() -> None:
    assert added("<p>$$E = MC^2$$</p>") == ["E = MC^2"]
    terms = "<dl><dt><code>{{ lamp.oil }}</code></dt><dd>How much oil the lamp has, which the keeper measures each night.</dd></dl>"
    assert "{{ lamp.oil }}" in " ".join(added(terms))


@pytest.mark.parametrize(
    "line",
    [
        "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.",
        "Il vous reste 8 % de l’article à lire.",
        "Pozostało jeszcze 89% artykułu",
        "Pozostało 40 % treści",
        "62% of this article remains",
    ],
)
def test_how_much_has_to_be_paid_for_is_noted_and_not_read(line: str) -> None:
    cleaned = clean_page(
        f"<title>The ferry</title><main><h1>The ferry that stayed</h1>{paragraphs([*PARAGRAPHS, *LINES])}<p>{line}</p></main>"
    )
    assert any("behind a paywall" in note for note in cleaned.notes)
    assert line not in read_texts(cleaned)
