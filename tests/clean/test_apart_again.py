"""Parts of pages that were lost or heard against the reader's wish in the shared sets, by kind: posts and what they
quote, captions, fact checks, lines that call. Every rule has its near miss.
"""

# ruff: noqa: E501 - pages read best with an element in one line

import json

import pytest

from listen.clean.dom.naming.hints import HINT_NAMES, hints_of_name
from listen.clean.dom.text import polish
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.formats.web_page import clean_page
from listen.clean.furniture.in_story import _only_names
from listen.errors import NoArticleError
from tests.clean.storied_page import PARAGRAPHS, TITLE, added, page_html, paragraphs, read_texts, rules

ALIKE = "The passengers have their own opinion of the report."
MORE = "I have read the whole shelf, and I shall read it once more when the ice is gone."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("We are late since May.https://t.co/aB3d", "We are late since May."),
        ("We are late since May.https://quay.example/a pic.twitter.com/aB3d", "We are late since May."),
        ("The boat https://t.co/aB3d is late.", "The boat is late."),
        ("https://t.co/aB3d", "https://t.co/aB3d"),  # nothing else is said: the line goes by another rule
        ("See https://quay.example/a for it.", "See https://quay.example/a for it."),
        ("The route A.https is no address.", "The route A.https is no address."),
    ],
)
def test_short_addresses_of_posts_are_not_said(written: str, said: str) -> None:
    assert polish(written, heading=False) == said


def test_the_tag_of_a_post_stands_apart_from_its_sentence() -> None:
    assert added("<p>The boat is late again and nobody knows why it is.<a href=/t>#Ferry</a></p>") == [
        "The boat is late again and nobody knows why it is. #Ferry"
    ]
    assert added(
        "<p>They sell the numbers of the boats that sank, from N<a href=/t>#1</a> to the last of them.</p>"
    ) == ["They sell the numbers of the boats that sank, from N#1 to the last of them."]


def test_a_quotation_that_says_more_is_no_pull_quote() -> None:
    letter = f"<p>She wrote a letter to the council about the pier:</p><blockquote><p>{ALIKE}</p><p>{MORE}</p></blockquote>"
    assert added(letter)[-2:] == [ALIKE, MORE]
    assert ALIKE not in added(f"<blockquote><p>{ALIKE}</p></blockquote>")
    by = "<p>— Nora Falk, who has kept the ticket house of the island for nine years</p>"
    assert ALIKE not in added(f"<blockquote><p>{ALIKE}</p>{by}</blockquote>")


CHECK = (
    "<div class='claim card'><h3 class=card-header>Claim</h3><p>The ferry was sold in May.</p></div>"
    "<div class='rating card'><h3 class=card-header>Rating</h3><div class=media><figure><img src=f.png></figure>"
    "<h5>False</h5><a href=/ratings>About this rating</a></div></div>"
)


def checked(claim: str = "The ferry was sold in May.", verdict: str = "False") -> list[str]:
    data = {
        "@type": "ClaimReview",
        "claimReviewed": claim,
        "reviewRating": {"@type": "Rating", "alternateName": verdict},
    }
    script = f"<script type=application/ld+json>{json.dumps(data)}</script>"
    page = page_html("", top=CHECK).replace("</head>", f"{script}</head>")
    return [text for text in read_texts(clean_page(page)) if text not in PARAGRAPHS]


def test_a_fact_check_says_its_claim_and_its_verdict() -> None:
    assert checked() == ["Claim", "The ferry was sold in May.", "Rating", "False"]


def test_what_the_page_does_not_print_is_not_brought() -> None:
    assert "False" not in checked(claim="The pier was sold in June.")
    assert "True" not in checked(verdict="True")


def test_a_caption_in_italics_behind_its_picture() -> None:
    assert added("<p><img src=a.jpg></p><p><em>The lamp room by Nora Falk</em></p>") == []
    assert added("<p><img src=a.jpg></p><p><em>The lamp room was closed for a year.</em></p>") == [
        "The lamp room was closed for a year."
    ]
    assert added(
        "<p><em>The lamp room by Nora Falk</em></p><p>It is a play of three hours about the lamp.</p>"
    ) == [
        "The lamp room by Nora Falk",
        "It is a play of three hours about the lamp.",
    ]


def test_a_caption_in_spans_inside_a_paragraph() -> None:
    inside = (
        "<p><span><img src=a.jpg><span class=caption-source><span class=caption>The pier.</span><span class=source>Nora Falk"
        "</span></span></span></p>"
    )
    assert added(inside) == []


def test_a_heading_loses_the_link_to_itself_and_keeps_its_sign() -> None:
    link = "<a class=heading-permalink href=#end>#</a>"
    page = clean_page(page_html(f"<h2>{link}The end of it</h2>"))
    assert "The end of it" in read_texts(page)
    assert rules(page)["#"] == "heading-link"
    assert "#MeToo" in read_texts(clean_page(page_html("<h2>#MeToo</h2>")))


def test_what_a_builder_calls_each_of_its_parts_says_nothing() -> None:
    sidebar = 1 << HINT_NAMES.index("sidebar")
    assert not hints_of_name("elementor-widget-container") & sidebar
    assert hints_of_name("widget-container") & sidebar
    assert hints_of_name("elementor-widget-wp-widget-recent-posts") & sidebar
    assert hints_of_name("elementor-widget-sidebar") & sidebar


GREETING = "<h1>Welcome!</h1><p>I am Nora Falk and I keep the ticket house. I sell tickets to visitors and to the islanders, and I am glad of a call.</p>"


def test_an_address_of_a_first_page_says_nothing_of_it() -> None:
    page = f"<html lang=en><head><title>The ticket house</title></head><body><main>{GREETING}</main></body></html>"
    assert clean_page(page, url="https://quay.example/index.html").article.blocks
    with pytest.raises(NoArticleError, match="what its address says"):
        clean_page(page, url="https://quay.example/harbour/lighthouse-opening-hours-museum")


def test_a_gallery_with_lines_under_headings_has_something_to_read() -> None:
    lines = (
        "Places",
        "Nora: the pier.",
        "Film",
        "Quay 400.",
        "Cameras",
        "Nora: a box of her uncle's.",
        "Order",
        "Nora, then Jory.",
    )
    data = "".join(f"<h3>{a}</h3><p>{b}</p>" for a, b in zip(lines[::2], lines[1::2], strict=True))
    pictures = "<div class=gallery>" + "".join(f"<img src={n}.jpg>" for n in range(12)) + "</div>"
    page = f"<html lang=en><head><title>{TITLE}</title></head><body><main><article><h1>{TITLE}</h1>{{}}{pictures}</article></main></body></html>"
    assert "Quay 400." in read_texts(clean_page(page.format(data)))
    with pytest.raises(NoArticleError, match="gallery"):
        clean_page(page.format("<h3>Places</h3><p>Nora: the pier.</p>"))


def test_a_stream_of_cards_that_come_again_is_not_read_however_long() -> None:
    names = ("The pier is sold", "The lamp is out", "The boat is late", "The bridge is loud")

    def stream(titles: list[str]) -> list[str]:
        cards = "".join(
            f"<li><h3><a href=/n/{n}>{t}</a></h3><p>{PARAGRAPHS[0]} {n}</p></li>"
            for n, t in enumerate(titles)
        )
        page = clean_page(
            page_html("").replace("</article>", f"</article><section><ul>{cards}</ul></section>")
        )
        return [text for text in read_texts(page) if text in titles]

    assert stream([*names] * 6) == []
    assert len(stream([f"{name} at pier {n}" for n in range(6) for name in names])) == 24


def test_a_call_in_a_line_of_its_own() -> None:
    for line in (
        "Listen to Quayside live at 12:45 and 17:45 weekdays - or listen back here.",
        "Follow the Post's full coverage of the harbour",
        "What do you think? How does your harbour keep its lamps? And who pays for them?",
        "Phone number: 615 682 4939",
    ):
        found = clean_page(page_html("").replace("</article>", f"<p>{line}</p></article>"))
        assert line not in read_texts(found), line
    kept = "What do you think? he asked the keeper, and the keeper only looked at the lamp for a while."
    assert kept in read_texts(clean_page(page_html(paragraphs([kept]))))


PLEA = (
    "<h2>It depends on you</h2><p>For years I have written what others would not, and nobody pays me for it but you.</p>"
    "<p>My work is only possible with your support.</p><p>By bank transfer, IBAN: DE30 6805 1207 0000 3701 71</p>"
)


def test_a_plea_for_money_with_its_account_is_not_read() -> None:
    def at_end(inside: str) -> list[str]:
        return read_texts(clean_page(page_html("").replace("</article>", f"{inside}</article>")))

    assert at_end(PLEA) == list(PARAGRAPHS)
    flood = PLEA.replace("My work", "Help for the drowned villages").replace("pays me", "pays them")
    assert "It depends on you" in at_end(flood)
    told = PLEA.replace("IBAN: DE30 6805 1207 0000 3701 71", "as my uncle did it")
    assert "My work is only possible with your support." in at_end(told)


def test_a_table_of_links_between_dots_leads_elsewhere() -> None:
    def table(sign: str, link: str = "<a href=/w/{n}>Knot {n}</a>") -> list[str]:
        rows = (sign.join(link.format(n=n) for n in range(k, k + 10)) for k in (0, 10))
        cells = "".join(f"<tr><th>Kind {k}</th><td>{row}</td></tr>" for k, row in enumerate(rows))
        return added(f"<table><tr><th>Kinds</th><th>Knots of the harbour</th></tr>{cells}</table>")

    assert table(" · ") == []
    assert len(table(" · ", "Knot {n}")) == 1
    assert len(table(", ")) == 1


def test_a_letter_that_was_struck_by_chance() -> None:
    assert added(f"<p>t</p><p>{MORE}</p>") == [MORE]
    assert added(f"<p>B</p><p>{MORE}</p>") == ["B", MORE]


def test_a_credit_inside_a_paragraph_goes_without_its_picture() -> None:
    said = "The customs house found four boats in the ice of the outer harbour."
    assert added(f"<p>{said} <span class='credit video-credit'>By THE CUSTOMS HOUSE</span></p>") == [said]
    assert added(f"<p>{said} <span class=credit>Nobody paid for them.</span></p>") == [
        f"{said} Nobody paid for them."
    ]
    part = "The prize went to the {}Credit Union of the North{}, which had asked for nothing of the kind."
    assert added(f"<p>{part.format('<span class=credit>', '</span>')}</p>") == [part.format("", "")]


def test_a_long_caption_is_known_by_its_credit() -> None:
    def walked(name: str) -> str:
        inside = f"<div class={name}>{PARAGRAPHS[0]} <span class=credit>Credit: Jory Bray</span></div>"
        return walk(parse(f"<html><body><main>{inside}</main></body></html>")).candidates[0].text

    assert walked("photo-caption") == f"{PARAGRAPHS[0]} Credit: Jory Bray"
    assert walked("lead") == PARAGRAPHS[0]


def test_what_is_named_code_is_code() -> None:
    text = "set lamp on\nset range far"
    page = clean_page(page_html(f'<pre class="code literal-block">{text}</pre>'))
    assert [block.text for block in page.article.blocks if block.kind == "code"] == [text]
    verse = clean_page(page_html(f"<pre class=verse>{text}</pre>"))
    assert not [block for block in verse.article.blocks if block.kind == "code"]


def test_a_line_that_sends_the_reader_elsewhere() -> None:
    for line in ("Mehr Infos auch auf der Seite der Werft: werft.de", "Alle Ergebnisse findest du HIER."):
        assert added(f"<p>{line}</p><p>{MORE}</p>") == [MORE], line


@pytest.mark.parametrize(
    ("line", "only"),
    [
        ("Von Ann Pascoe und Jory Bray", True),
        ("By Jory Bray, Ann Pascoe", True),
        ("Text: Ann Pascoe, Jory Bray", False),  # what a line of another form says is for other rules
        ("By Ann Pascoe and Jory Bray the lamp was mended.", False),
        ("Von Ann Pascoe", False),
        ("Par Jory Bray et Ann Pascoe", True),
    ],
)
def test_the_authors_line_goes_with_its_by(line: str, only: bool) -> None:
    assert _only_names(line, "Ann Pascoe, Jory Bray") is only


def test_the_authors_line_in_a_story() -> None:
    page = page_html("<p>Von Ann Pascoe</p>").replace(
        "</head>", "<meta name=author content='Ann Pascoe'></head>"
    )
    assert read_texts(clean_page(page)) == list(PARAGRAPHS)


def test_a_link_to_more_behind_a_sentence_is_not_said() -> None:
    assert polish("They want it back. [read more]", heading=False) == "They want it back."
    assert polish("Chcą go z powrotem. [więcej]", heading=False) == "Chcą go z powrotem."
    assert polish("They want it back … [mehr]", heading=False) == "They want it back …"
    assert polish("They want it back [read more]", heading=False) == "They want it back"
    assert polish("They want [more] of it.", heading=False) == "They want [more] of it."
    assert polish("They want [more]", heading=False) == "They want [more]"
    assert polish("[more]", heading=False) == "[more]"


def test_a_last_part_about_the_author() -> None:
    def at_end(head: str, said: str = "Born in 1983, has been with the paper for years.") -> list[str]:
        page = page_html("").replace("</article>", f"<h2>{head}</h2><p>{said}</p></article>")
        return [text for text in read_texts(clean_page(page)) if text not in PARAGRAPHS]

    for head in ("About the author", "Autor:innen", "Über den Autor", "À propos de l’auteur"):
        assert at_end(head) == [], head
    assert len(at_end("Authors of the island")) == 2
    long = (
        "She was born on the pier and has written of nothing else for as long as anybody can remember. " * 9
    )
    assert at_end("About the author", long) == [long.strip()]
