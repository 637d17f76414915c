"""What a passage is beside: decisions after choosing, each with what looks alike and stays."""

# ruff: noqa: E501 - a page reads best with one element a line

import re

import pytest

from listen.clean import Cleaned
from listen.clean.formats.web_page import clean_page
from tests.clean.storied_page import PARAGRAPHS, TITLE, added, page_html, page_with, read_texts, rules


@pytest.mark.parametrize(
    ("html", "gone"),
    [
        ("<p><img src=a.jpg></p><p>Abbildung 2: Der Pier im Winter</p>", "Abbildung 2: Der Pier im Winter"),
        ("<p><img src=a.jpg></p><p>Foto: Nora Falk</p>", "Foto: Nora Falk"),
        ("<p><img src=a.jpg></p><p>From the essay “The Ice” by Nora Falk for The Quay.</p>", "From the"),
        (
            "<p><img src=a.jpg></p><p>Aus dem Buch „<a href=/b>Das Eis</a>“ von Nora M. Falk für <em>Die Insel</em>.</p>",
            "Aus dem",
        ),
        (
            "<div><img src=a.jpg><p class=wp-caption-text>The pier in winter, seen from the boat.</p></div>",
            "The pier",
        ),
        ("<div><img src=a.jpg><div class=thumbcaption>Detail from a map of 1657.</div></div>", "Detail from"),
        ("<div><img src=a.jpg><p class=legend>The captain of the old ferry.</p></div>", "The captain"),
    ],
)
def test_a_caption_set_as_a_paragraph_is_not_read(html: str, gone: str) -> None:
    assert not [text for text in added(html) if text.startswith(gone)]


@pytest.mark.parametrize(
    "text",
    [
        "From the essay “The Ice” by Nora Falk he had learned how the pier was built, and when.",
        "Photographs of the pier hang in the hall, and nobody has ever looked at them for long.",
        "Image is everything, the captain said, and put on his old coat before he went out.",
        "The caption under the picture says that the boat was built in 1931, which is wrong.",
    ],
)
def test_a_sentence_about_pictures_is_read(text: str) -> None:
    assert added(f"<p>{text}</p>") == [text]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Lea más: <a href=/b>El puente que nadie quiso en la isla</a></p>",
        "<p><a href=/b>VEA TAMBIÉN: El puente que nadie quiso en la isla</a></p>",
        "<p>Dowiedz się więcej: <a href=/b>Most, którego nikt nie chciał</a></p>",
        "<h3><a href=/b>MIRA: El puente que nadie quiso en la isla</a></h3>",
        "<p>Auch interessant: <a href=/b>Die Brücke, die niemand wollte</a></p>",
    ],
)
def test_a_label_and_a_link_lead_elsewhere(line: str) -> None:
    assert added(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "<p><a href=/b>The council will decide about the bridge in the spring, he said on Monday.</a></p>",
        "<p>The captain said: <a href=/b>we sail</a>, and the crew went on board without another word.</p>",
        "<p>There were two ways: over the <a href=/b>bridge</a>, or with the boat that sails at six.</p>",
    ],
)
def test_a_sentence_with_a_link_is_read(line: str) -> None:
    assert len(added(line)) == 1


CARD = "<li><div><h3><a href=/n/{0}>News {0}</a></h3><p>{1} This is the other story.</p></div></li>"


def test_cards_beside_a_story_are_other_stories() -> None:
    cards = "".join(CARD.format(n, PARAGRAPHS[n][:60]) for n in range(4))
    assert not [t for t in read_texts(page_with("", after=f"<ul>{cards}</ul>")) if "other story" in t]


def test_reviews_whose_names_are_links_to_shops_are_the_story() -> None:
    items = "".join(
        f"<li><h3><a href=https://shop{n}.example/>Boat {n}</a></h3><p>{text}</p></li>"
        for n, text in enumerate(PARAGRAPHS)
    )
    page = page_with(f"<ul>{items}</ul>")
    assert sum(text in PARAGRAPHS for text in read_texts(page)) >= len(PARAGRAPHS)


PANEL = (
    "<div><h3>Your Privacy</h3><p>When you visit our website, we store cookies on your browser to collect "
    "information about you and your device.</p><h4>Strictly Necessary Cookies</h4><p>These cookies are "
    "necessary for the website to function and cannot be switched off in our systems at any time.</p></div>"
)


def test_a_cookie_panel_behind_the_story_is_not_read() -> None:
    page = page_with("", after=PANEL)
    assert read_texts(page) == list(PARAGRAPHS)


def test_a_story_about_cookies_is_read() -> None:
    story = "<p>The browser asks what cookies are for.</p><p>Cookies remember who came by the ferry.</p>"
    page = page_with(story, title="What cookies are for")
    assert "Cookies remember who came by the ferry." in read_texts(page)


@pytest.mark.parametrize(
    "end",
    [
        "<h2>What the law asks of apps</h2><p>The rules ask apps to tell users and to get their consent.</p>"
        "<p>In the north, apps that use cookies must say so.</p><h2>Speed</h2><p>A faster network helps.</p>",
        "<h2>Privacy</h2><p>An app has to ask whether it may set cookies.</p><p>Cookies are small files.</p>",
        "<h2>Consent</h2><p>A tracker needs consent, and a cookie is one of its tools.</p>",
    ],
)
def test_the_end_of_a_story_that_speaks_of_consent_is_read(end: str) -> None:
    page = clean_page(page_html("").replace("</article>", f"{end}</article>"))
    assert "cookie-panel" not in rules(page).values()
    assert all(text in read_texts(page) for text in re.findall(r"<p>(.*?)</p>", end))


def test_a_table_is_read_once() -> None:
    table = "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>1931</td><td>3 old boats</td></tr></table>"
    page = page_with(f"<div>{table}</div><p>{PARAGRAPHS[0]} And so on.</p><section>{table}</section>")
    assert [b.kind for b in page.article.blocks].count("table") == 1


def test_a_long_passage_in_another_element_is_read_once() -> None:
    text = f"{PARAGRAPHS[1]} {PARAGRAPHS[2]}"
    assert added(f"<p>{text}</p><div><div><p>{text}</p></div></div>") == [text]


def test_a_refrain_is_read_each_time() -> None:
    line = "Row, row, row the boat."
    assert added(f"<p>{line}</p><p>One.</p><p>{line}</p>").count(line) == 2


@pytest.mark.parametrize(
    ("html", "lost"),
    [
        (
            "<h2>Related boats</h2><div hidden><p>Nothing to see here at all.</p></div><h1>Another part</h1>",
            "Related",
        ),
        ("<p>See the chart below:</p><div hidden><p>A chart of nothing.</p></div>", "See the chart"),
    ],
)
def test_headings_and_pointers_over_nothing_go(html: str, lost: str) -> None:
    assert not [text for text in added(html) if text.startswith(lost)]


def test_a_sentence_set_as_a_heading_is_a_paragraph() -> None:
    text = "A few months ago, Nora Falk, a sailor from the outer island, drew this whale and shared it."
    page = page_with(f"<h2>{text}</h2>")
    assert [b.kind for b in page.article.blocks if b.text == text] == ["paragraph"]


def test_times_in_a_recording_are_not_said() -> None:
    lines = ("ANNA: Welcome back.", "NORA: Thank you, it is good to be here.", "ANNA: How does one sail?")
    html = "".join(f"<p>[00:0{n}:12] {line}</p>" for n, line in enumerate(lines))
    page = page_with(html)
    assert not [text for text in read_texts(page) if "00:" in text]
    assert rules(page)["[00:01:12]"] == "time-stamp"


def test_times_of_a_day_stay() -> None:
    html = "<ul><li>6:15 The ferry sails</li><li>9:40 The post opens</li><li>11:05 It is back</li></ul>"
    assert "6:15 The ferry sails" in added(html)


def test_a_formulas_number_is_not_said() -> None:
    page = page_with("<p>It floats:</p><div><math alttext='F=ma' display='block'></math></div><p>(1)</p>")
    assert "(1)" not in read_texts(page)


SOURCES = (
    "<h2>References</h2><ol><li>Falk, N. et al. The ferry. doi:10.1000/1 (1931).</li>"
    "<li>Quay, A. Rails, vol. 3, pp. 12–14.</li><li>Hill, B. (1999). Bridges. Retrieved in May.</li></ol>"
)


def test_a_list_of_sources_is_not_read() -> None:
    assert not [text for text in added(SOURCES) if "doi" in text or text == "References"]


def test_references_that_someone_gave_are_read() -> None:
    html = "<h2>References</h2><p>Nora asked her uncle for a reference, and he wrote one.</p>"
    assert "Nora asked her uncle for a reference, and he wrote one." in added(html)


LEAD = (
    "The county wants to close the line to the outer island. The passengers say that they will not let it. "
    "A visit to a boat that may soon be gone."
)


@pytest.mark.parametrize(
    "html",
    [
        f"<p class=article-lead>{LEAD}</p>",
        f"<div class=teaser-text><p>{LEAD}</p></div>",
        f"<p class=standfirst>{LEAD}</p>",
        f"<div class=vorspann>{LEAD}</div>",
        f"<p class=entry__excerpt>{LEAD}</p>",
    ],
)
def test_what_leads_into_the_story_is_read(html: str) -> None:
    assert read_texts(page_with("", top=html))[0] == LEAD


def test_the_headline_is_said_once() -> None:
    assert TITLE not in read_texts(page_with("", top=f"<h2>{TITLE}</h2>"))


def test_a_long_text_under_a_picture_is_read_and_a_caption_is_not() -> None:
    long = f"{PARAGRAPHS[1]} {PARAGRAPHS[4]}"[:-1] + ", they say."
    html = f"<figure><img src=a.jpg><figcaption>{long}</figcaption></figure>"
    assert long in added(html)
    assert (
        added("<figure><img src=a.jpg><figcaption>The old pier. Photo: N. Falk</figcaption></figure>") == []
    )


def ending(last: str) -> list[str]:
    """What is read of a page whose story ends with a paragraph."""
    return read_texts(clean_page(page_html("").replace("</article>", f"<p>{last}</p></article>")))


KEPT = "The old ferry has a new engine that was paid for by everybody who lives on the island."


@pytest.mark.parametrize(
    "last",
    [
        "If you want to read more of the ferry, these are the pages that helped me when I wrote this text:",
        "Press this button and tell the county what you think of its list of lines that may be closed:",
        "Nora Falk told all of it to a small film crew last winter, and they put it on their own page:",
        "Voilà:",
        "“The pier” is a song of the island:",
    ],
)
def test_the_last_sentence_leads_to_nothing_and_is_not_read(last: str) -> None:
    page = clean_page(page_html("").replace("</article>", f"<p>{KEPT} {last}</p></article>"))
    assert read_texts(page)[-1] == KEPT
    assert rules(page)[last] == "pointing-sentence"


@pytest.mark.parametrize(
    "last",
    [
        f"{KEPT} The county gave one answer: no.",
        "The county answers all letters with one and the same sentence, which the teacher knows by heart and "
        "says to everybody who asks him about the bridge and the ferry and the seals, as follows:",
        "They asked the old Prof. Falk, who had counted all the passengers of nine winters by hand, and the "
        "councillors who had read his book with the long tables, and everybody gave the same answer:",
    ],
)
def test_a_last_passage_that_is_one_sentence_or_ends_is_read(last: str) -> None:
    assert ending(last)[-1] == last


def test_a_colon_before_a_list_is_read() -> None:
    line = f"{KEPT} Three boats sail:"
    page = page_html("").replace("</article>", f"<p>{line}</p><ul><li>Ada<li>Berta<li>Clara</ul></article>")
    assert line in read_texts(clean_page(page))


@pytest.mark.parametrize(
    ("before", "last"),
    [
        ("The boat was built in 1931 by two brothers.", "See the chart below:"),
        ("Nobody has seen it since the flood.", "Here is a map of the pier:"),
        ("„Niemand fährt gern über die Brücke.“", "So sieht sie aus:"),
        ("Le bac part à six heures.", "Voici ce qu’en dit la carte :"),
        ("船は六時に出る。", "次の表を見てください："),
    ],
)
def test_of_a_short_passage_the_sentence_that_points_goes_alone(before: str, last: str) -> None:
    page = page_with(f"<p>{before} {last}</p><div hidden><p>A chart of nothing at all.</p></div>")
    assert [text for text in read_texts(page) if text not in PARAGRAPHS] == [before]
    assert rules(page)[last] == "pointing-sentence"


@pytest.mark.parametrize("lead", ["Still hungry?", "Come aboard!", "Wollen Sie mehr sehen?"])
def test_a_question_goes_with_the_pointer_that_it_leads_to(lead: str) -> None:
    assert (
        added(f"<p>{lead} Here are the others:</p><div hidden><p>A chart of nothing at all.</p></div>") == []
    )


PRINTED = "<b>{}</b>:  {} in <b>/srv/www/site/{}.php</b> on line <b>{}</b><br />"


@pytest.mark.parametrize(
    "message",
    [
        PRINTED.format("Warning", "Undefined variable $boat", "boats", 12),
        PRINTED.format("Notice", "Undefined index: pier", "inc/pier", 813),
        PRINTED.format("Deprecated", "Function each() is deprecated", "old", 7),
        PRINTED.format("Strict Standards", "Only variables should be passed by reference", "wp-db", 785),
        PRINTED.format("Fatal error", "Uncaught Error: Call to a member function name() on null", "name", 5),
    ],
)
def test_a_message_that_the_server_prints_into_a_page_is_not_read(message: str) -> None:
    page = page_with(f"<br />{message}<br />{message}", top=f"<div><br />{message}</div>")
    assert read_texts(page) == list(PARAGRAPHS)
    assert "server-message" in rules(page).values()


@pytest.mark.parametrize(
    "quoted",
    [
        "Warning: Undefined variable $boat in /srv/www/site/boats.php on line 12",
        "<em>Notice</em>: Undefined index: pier in pier.php on line 813",
        "<b>Warning</b>: nobody stands in line 12 of the list that hangs at the pier.",
        "<b>Warning</b>: the boat stands in this list on line 12, and nobody has ever seen it sail.",
    ],
)
def test_a_message_that_a_text_quotes_is_read(quoted: str) -> None:
    page = page_with(f"<p>The clerk of the harbour read to us what stood on the screen.</p><p>{quoted}</p>")
    assert not any(item.rule == "server-message" for item in page.left_out)


BY_YEAR = [
    "Falk T, Denker B, Holm W, 1994. Ice on the piers of the outer islands. In: Shore and Harbour, p. 4.",
    "van Strand C, 2005. Ferries – a help for those who ask.",
    "Quay W, 1998. Tides and what they leave.",
    "Holm, A. und B. Vik 2011: Brücken im Norden. Eigenverlag.",
    "Öberg P-F, 2001. The garden of seals.",
]


@pytest.mark.parametrize("count", [3, 5])
def test_sources_by_names_and_years_are_not_read(count: int) -> None:
    items = "".join(f"<li>{line}</li>" for line in BY_YEAR[-count:])
    assert not set(BY_YEAR) & set(added(f"<h2>Literature cited</h2><ul>{items}</ul>"))


def test_people_and_years_in_sentences_are_no_sources() -> None:
    told = [
        "Nora A. Falk came to the island in 2005, and the ice came with her.",
        "Vik B had the ticket house before her, until the bridge was built in 1998.",
        "Ask P. F. Strand, who has seen it since 2001, what the tide leaves behind.",
    ]
    items = "".join(f"<li>{line}</li>" for line in told)
    assert set(told) <= set(added(f"<h2>Those who remember</h2><ul>{items}</ul>"))


DATA = ("Length 22 metres", "Height 9 metres", "Crew 4", "Built 1931")


def test_a_list_told_again_under_the_page_s_title_is_read_once() -> None:
    once = "".join(f"<li>{item}</li>" for item in DATA)
    again = "".join(
        f"<li>{item}</li>"
        for item in ("Length 22 (metres)", "Height 9 (metres)", "Crew: 4", "Year built 1931")
    )
    for title, times in ((f"{TITLE} in figures", 1), ("The sister ship", 2)):
        told = added(f"<h3>Figures</h3><ul>{once}</ul><h3>{title}</h3><div><ul>{again}</ul></div>")
        assert sum("22" in text for text in told) == times
        assert (title in told) is (times == 2)
    other = "".join(
        f"<li>{item}</li>" for item in ("Length 31 metres", "Height 12 metres", "Crew 9", "Built 1931")
    )
    assert len(added(f"<h3>Figures</h3><ul>{once}</ul><h3>{TITLE} II</h3><div><ul>{other}</ul></div>")) == 10


NO_ANSWER = "<p>As a service to its readers the paper keeps what it wrote in other years as it was then.</p><p>Nothing of it takes the place of the captain's word on the day.</p>"


def ended(behind: str) -> Cleaned:
    """The page with a last part."""
    return clean_page(page_html("").replace("</article>", f"{behind}</article>"))


@pytest.mark.parametrize(
    "head", ["<h2>Disclaimer:</h2>", "<h3>Medical disclaimer</h3>", "<h4>Disclaimers</h4>"]
)
def test_a_last_part_under_disclaimer_is_not_read(head: str) -> None:
    assert read_texts(ended(f"{head}{NO_ANSWER}")) == list(PARAGRAPHS)


def test_a_part_about_a_disclaimer_is_read() -> None:
    winter = "<h2>The winter</h2><p>The boat lay in the ice until the first week of March.</p>"
    for behind in (
        f"<h2>Disclaimer</h2>{NO_ANSWER}{winter}",
        f"<h2>The words that nobody read</h2>{NO_ANSWER}",
    ):
        assert "last-disclaimer" not in rules(ended(behind)).values()
    assert len(read_texts(ended(f"<h2>The words that nobody read</h2>{NO_ANSWER}"))) == len(PARAGRAPHS) + 3
