"""Pages as sites set them, written before they were tried: of 174 inputs 138 came out right at first sight; what
failed, by kind.
"""

# ruff: noqa: E501

from __future__ import annotations

from email.message import EmailMessage

import pytest

from listen.clean import Cleaned, read
from listen.clean.formats.subtitles import untimed
from listen.clean.formats.web_page import clean_page
from listen.model import Source
from tests.clean.pdf_maker import Text, column, pdf
from tests.clean.storied_page import PARAGRAPHS, added, page_html, page_with, paragraphs, read_texts, rules

WINTER = "The boat was late on Monday because of the ice, and it will be late on Tuesday as well."


def test_first_letters_in_pictures_and_boxes_are_joined_to_their_word() -> None:
    rest = "obody on the island remembers a winter without ice along the pier, which is as it should be."
    for opening in (
        f'<p><img class="dropcap" src="n.png" alt="N">{rest}</p>',
        f'<div class="drop-cap">N</div><p>{rest}</p>',
        f'<div class="lettrine">N</div>\n<p><em>{rest}</em></p>',
    ):
        assert added(opening) == [f"N{rest}"]
    # A picture in a sentence and a box with a letter that begins no word stay what they are.
    assert added(f'<p><img class="photo" alt="N">{WINTER}</p>') == [WINTER]
    assert f"N{WINTER}" not in added(f'<div class="drop-cap">N</div><p>{WINTER}</p>')


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('The fare is <span style="text-decoration: line-through">four crowns</span> five crowns for everybody.', "The fare is five crowns for everybody."),
        ('The clerk<span class="fn">2</span> and the purser met twice, by day and by night.', "The clerk and the purser met twice, by day and by night."),
        ('The caf&amp;eacute; at the pier is called &amp;quot;Seal &amp;amp; Son&amp;quot; and has a stove.', 'The café at the pier is called "Seal & Son" and has a stove.'),
    ],
)  # fmt: skip
def test_words_of_a_sentence(markup: str, said: str) -> None:
    assert added(f"<p>{markup}</p>") == [said]


def test_a_name_in_the_same_class_as_a_note_stays() -> None:
    said = "The clerk was Anna Holm, as the log says in two places."
    assert added(
        '<p>The clerk was <span class="fn">Anna Holm</span>, as the log says in two places.</p>'
    ) == [said]


def test_a_link_set_as_a_button_in_a_cell_is_not_read() -> None:
    table = '<table><tr><th>Boat</th><th>Leaves</th><th></th></tr><tr><td>Skarv</td><td>six</td><td><a class="btn btn-primary" href="/b">Book now</a></td></tr></table>'
    assert "Book now" not in added(table)[0]
    assert "Skarv" in added(table.replace("btn btn-primary", "boat"))[0]


@pytest.mark.parametrize(
    ("inside", "rule"),
    [
        ('<div class="print-only"><p>Printed from the site of the paper on paper of your own.</p></div>', "hidden-everywhere"),
        ('<div class="d-none"><p>The map of the crossing is put here by the graphics desk before it is printed.</p></div>', "hidden-everywhere"),
        ('<section class="testimonials"><h2>What readers say</h2><blockquote>The only paper that my dog brings me whole, for forty years.</blockquote></section>', "testimonials"),
        ('<div class="hatnote">For the bridge, see <a href="/b">Outer Island Bridge</a>.</div>', "wiki-box"),
        ('<div class="navbox"><p>Ferries of the sound and of the northern islands, a list</p></div>', "wiki-box"),
        ('<div id="onetrust-consent-sdk"><h3>Groups of partners</h3><p>These small files let us count visits, so that we learn which of our pages are read and improve how they are shown to you and to others.</p></div>', "consent-manager"),
        ('<div id="CybotCookiebotDialogBody"><p>Some of them are needed for the page to work, others remember what you have chosen when you came here last.</p></div>', "consent-manager"),
        ('<div class="cmplz-cookiebanner cmplz-hidden-not"><p>The technical storage or access is needed for the purpose of showing the timetable that you asked for.</p></div>', "consent-manager"),
        ('<div class="footer-disclaimer"><p>Fares and hours are as of the day of posting, may differ between the islands and may change at any time.</p></div>', "disclaimer-box"),
        ('<div class="cmp-richtext--disclaimer"><p>All crossings are subject to weather, including the possible loss of a day on the other side of the sound.</p></div>', "disclaimer-box"),
        ('<section class="advertising-disclosure"><p>Some of the boats named here belong to firms that pay the paper when a reader books a crossing.</p></section>', "disclaimer-box"),
    ],
)  # fmt: skip
def test_boxes_that_their_names_tell(inside: str, rule: str) -> None:
    page = page_with(inside)
    assert read_texts(page) == list(PARAGRAPHS)
    assert rule in rules(page).values()


def test_what_larger_screens_show_stays() -> None:
    assert added(f'<div class="d-none d-md-block"><p>{WINTER}</p></div>') == [WINTER]


@pytest.mark.parametrize(
    "inside",
    [
        '<div class="card"><a href="/9"><img src=x><h4>Also interesting</h4><p>The lighthouse that was sold twice in one afternoon</p></a></div>',
        '<p>&gt;&gt; <a href="/8">Seals return to the northern rocks</a></p>',
        '<p>→ <a href="/8">Seals return to the northern rocks</a></p>',
        "<h3>Gallery</h3><div><img src=1.jpg><img src=2.jpg></div>",
        "<h3>Watch the video</h3><iframe src='https://v.example'></iframe>",
        "<p>Watch the crossing in this short film:</p><iframe src='https://v.example'></iframe>",
        "<p>Like Loading...</p>",
        "<p>2 Likes</p>",
    ],
)
def test_what_stands_between_paragraphs_and_is_none(inside: str) -> None:
    assert added(inside) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<h3>Gallery</h3><p>The old fish hall is a gallery now, with three rooms and a stove.</p>",
        "<p>He went to watch the film: it was about a bridge, and nobody in it met a friend.</p>",
        f'<div class="block-pullquote-testimonial__quote"><p>“{WINTER}”</p></div>',
        f'<div class="disclosure__panel"><p>{WINTER}</p></div>',
        f'<div class="cookie-recipe"><p>{WINTER}</p></div>',
        '<p>» he wrote, « and waited for the boat as he always did.</p>',
    ],
)  # fmt: skip
def test_near_misses_stay(inside: str) -> None:
    assert added(inside)


def test_a_passage_for_each_kind_of_screen_is_read_once_and_a_refrain_as_often_as_it_stands() -> None:
    twice = f'<div class="wide"><p>{WINTER}</p></div><div class="small"><p>{WINTER}</p></div>'
    assert added(twice) == [WINTER]
    assert added("<div><p>Row, row on.</p></div><div><p>Row, row on.</p></div>").count("Row, row on.") != 1
    apart = f"<div><p>{WINTER}</p></div><p>She said it again on Friday, word for word.</p><div><p>{WINTER}</p></div>"
    assert added(apart).count(WINTER) == 2


def test_a_list_of_acronyms_between_paragraphs_is_read() -> None:
    items = "<ul><li>WHO</li><li>BBC</li><li>UNICEF</li></ul>"
    assert added(f"<p>{WINTER}</p>{items}<p>None of them has answered the letter of the county so far.</p>")[1:4] == [
        "WHO",
        "BBC",
        "UNICEF",
    ]  # fmt: skip


SOURCES = [
    "Falk N, Strand O. Ice on piers. J Cold Reg. 2019;12(3):45-51. doi:10.1000/jcr.2019.12",
    "Holm, A. (2015). Seals and ferries. Quay Press.",
    "Vik P (2001) A bridge too loud. Island Studies 4, pp. 12-19",
]


@pytest.mark.parametrize(
    "label",
    ["<h4>Further reading and sources</h4>", "<p><strong>Literatur</strong></p>", "<p>References:</p>"],
)
def test_sources_under_a_label_are_not_read(label: str) -> None:
    tail = f"{label}<ul>{''.join(f'<li>{s}</li>' for s in SOURCES)}</ul>"
    html = page_html("").replace("</article>", f"{tail}</article>")
    assert read_texts(clean_page(html)) == list(PARAGRAPHS)


def test_a_plan_that_says_the_same_on_each_day_is_read_whole() -> None:
    meal = "Bread and butter at the pier, with two boiled eggs, an apple, and a cup of tea from the stove."
    plan = "".join(
        f"<h3>{day}</h3><p>{day} begins at the pier.</p><p>{meal}</p>"
        for day in ("Monday", "Tuesday", "Friday")
    )
    page = clean_page(page_html(f"{plan * 2}"))
    assert read_texts(page).count(meal) == 6


def test_more_cards_than_story_behind_it() -> None:
    teaser = "The story was first told on {0}, and more than two hundred people have asked for it since then, which is a great many."
    cards = "".join(
        f'<li><h3><a href="/n/{n}">Headline number {n} of the day</a></h3><p>{teaser.format(day)}</p></li>'
        for n, day in enumerate(
            ("Monday", "Tuesday", "Friday", "Sunday", "Saturday", "Wednesday", "Thursday")
        )
    )
    page = clean_page(page_html("").replace("</main>", f"<section><ul>{cards}</ul></section></main>"))
    assert read_texts(page) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "rows",
    [
        "".join(f"<p>{t} {s}: {x}</p>" for t, s, x in (("00:00", "ANNA", "Today we are on a pier, as you hear."), ("00:14", "NORA FALK", "It is colder than it looks."), ("01:02", "ANNA", "How long have you been here, then?"))),
        "<table>" + "".join(f"<tr><td>{t}</td><td>{s}</td><td>{x}</td></tr>" for t, s, x in (("0:00:01", "Anna", "Today we are on a pier."), ("0:00:14", "Nora", "It is colder than it looks."), ("0:01:02", "Anna", "How long?"))) + "</table>",
    ],
)  # fmt: skip
def test_times_of_a_transcript(rows: str) -> None:
    said = "\n".join(added(rows))
    assert "It is colder than it looks." in said
    assert "0:14" not in said
    assert "1:02" not in said


def test_times_of_a_day_stay() -> None:
    day = "".join(
        f"<p>{t} {x}</p>"
        for t, x in (
            ("09:10", "The boat leaves with the post and the bread for the island."),
            ("10:00", "It arrives, if there is no ice on the way and no fog either."),
            ("18:30", "The last boat goes back empty, with every lamp lit for the island."),
        )
    )
    assert sum(text[:2].isdigit() for text in added(day)) == 3


def test_subtitles_are_said_without_their_times() -> None:
    srt = "1\n00:00:01,000 --> 00:00:04,000\nWelcome to the show. Today we\n\n2\n00:00:04,500 --> 00:00:07,000\n<i>are on a pier.</i>\n\n3\n00:00:07,500 --> 00:00:12,000\nIt is cold.\n"
    assert untimed(srt)[0] == "Welcome to the show. Today we are on a pier.\n\nIt is cold."
    vtt = "WEBVTT\nKind: captions\n\n00:01.000 --> 00:04.000\nIt is colder than it looks.\n\n00:05.000 --> 00:09.000 align:start\nNine years ago she came.\n"
    found = read(Source(vtt.encode(), "talk.vtt"))
    assert [b.text for b in found.article.blocks][-1] == "Nine years ago she came."
    assert any("-->" in item.text for item in found.left_out)
    assert untimed("An arrow --> is no time.") == ("An arrow --> is no time.", [])


def test_the_beginning_of_what_has_to_be_paid_for_in_japanese() -> None:
    told = [
        "ＷＨＯとＮＡＴＯは一日、波止場のパン屋が今年の大賞に選ばれたと発表した。賞金はＮＨＫが出した。",
        "店主は残るつもりはなかったと話した。窯が代わりに決めたのだという。",
    ]
    wall = "<p>この記事は有料会員記事です。残り1234文字</p><p><a href=/l>ログインして続きを読む</a></p>"
    page = clean_page(
        f"<html lang=ja><head><title>波止場のパン屋 | 港新聞</title></head><body><main><article><h1>波止場のパン屋</h1>"
        f"{paragraphs(told)}{wall}</article></main></body></html>"
    )
    assert read_texts(page) == told
    assert page.article.title == "波止場のパン屋"
    assert any("paywall" in note for note in page.notes)


@pytest.mark.parametrize(
    ("top", "byline"),
    [
        ('<div class="byline"><span class="name">Rosa Quill</span><span class="role">Harbour correspondent</span></div>', "Rosa Quill"),
        ('<p class="autor">Von <span>Rosa Quill</span>, Norderney</p>', "Rosa Quill"),
        ('<p class="byline">By Rosa Quill, PhD</p>', "Rosa Quill, PhD"),
    ],
)  # fmt: skip
def test_the_name_alone_is_the_author(top: str, byline: str) -> None:
    assert page_with("", top=top).article.byline == byline


def test_the_paper_s_name_in_the_head_of_the_page_is_no_author_s_line() -> None:
    head = '<header class="site-header"><a class="logo" href="/">The Quay Post</a></header>'
    html = page_html("", before=head).replace(
        "<title>", '<meta name="author" content="The Quay Post"><meta property="og:site_name" content="The Quay Post"><title>'
    )  # fmt: skip
    assert clean_page(html).article.byline is None


def test_the_day_of_a_page_that_scripts_draw_is_that_of_its_data() -> None:
    import json

    data = {"@type": "NewsArticle", "headline": "The ferry that stayed", "articleBody": "\n\n".join(PARAGRAPHS), "datePublished": "2026-02-03"}  # fmt: skip
    page = clean_page(
        f'<html lang=en><head><title>The ferry that stayed</title><script type="application/ld+json">{json.dumps(data)}'
        "</script></head><body><div id=root>Loading…</div></body></html>"
    )
    assert read_texts(page) == list(PARAGRAPHS)
    assert (page.article.published or "")[:10] == "2026-02-03"


def test_a_story_in_sections_of_a_page_s_data_is_read() -> None:
    import json

    data = {"state": {"loaderData": {"routes/p": {"title": "The ferry that stayed", "sections": [{"type": "text", "html": f"<p>{text}</p>"} for text in PARAGRAPHS]}}}}  # fmt: skip
    page = clean_page(
        "<html lang=en><head><title>The ferry that stayed</title></head><body><div id=app></div>"
        f"<script>window.__remixContext = {json.dumps(data)};</script></body></html>"
    )
    assert read_texts(page) == list(PARAGRAPHS)


def _mail(text: str, html: str = "") -> Cleaned:
    message = EmailMessage()
    message["From"], message["Subject"] = "Rosa Quill <rosa@quay.example>", "The ferry letter"
    message["Date"] = "Tue, 03 Feb 2026 10:00:00 +0000"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return read(Source(message.as_bytes(), "letter.eml"))


HEAD = "---------- Forwarded message ---------\nFrom: Ole Strand <ole@x.example>\nDate: Mon, 2 Feb 2026\nSubject: Ferry\nTo: rosa@quay.example\n\n"


def test_the_head_of_a_mail_that_is_passed_on_is_not_read_and_the_mail_is() -> None:
    found = _mail("Have a look at this.\n\n" + HEAD + "\n\n".join(PARAGRAPHS))
    assert read_texts(found) == ["Have a look at this.", *PARAGRAPHS]
    quoted = (
        '<html><body><div>Have a look at this.</div><div class="gmail_quote"><div class="gmail_attr">'
        + HEAD.replace("\n", "<br>").replace("<ole@x.example>", "(ole)")
        + f"</div>{paragraphs(PARAGRAPHS)}</div></body></html>"
    )
    found = _mail("see html", quoted)
    assert set(PARAGRAPHS) <= set(read_texts(found))
    assert "Strand" not in "\n".join(read_texts(found))


@pytest.mark.parametrize(
    "line",
    [
        "You receive this because you subscribed at quay.example.<br><a href=u>Unsubscribe</a> | <a href=p>Update your preferences</a>",
        "You're currently a free subscriber to <a>Quay Letter</a>. For the full experience, <a>upgrade your subscription.</a>",
        "<a href=u>Unsubscribe from this list</a>",
    ],
)
def test_the_foot_of_a_newsletter_is_not_read(line: str) -> None:
    rows = "".join(f"<tr><td>{x}</td></tr>" for x in (*(f"<p>{p}</p>" for p in PARAGRAPHS), f"<p>{line}</p>"))
    found = _mail("x", f"<html><body><table>{rows}</table></body></html>")
    assert read_texts(found) == list(PARAGRAPHS)


def _printed(*pages: list[Text]) -> list[str]:
    found = read(Source(pdf(list(pages)), "p.pdf", media_type="application/pdf"))
    return [block.text for block in found.article.blocks]


def test_a_hyphen_of_its_own_at_the_end_of_a_line_stays() -> None:
    lines = ["The ferry leaves at six, and a well-", "known captain and his twenty-", "one dogs wait an hour be-", "fore the post office opens."]  # fmt: skip
    said = _printed(
        [Text(72, 80, "The ferry", 18, True)] + [Text(72, 120 + 13 * n, t) for n, t in enumerate(lines)]
    )
    assert said == ["The ferry leaves at six, and a well-known captain and his twenty-one dogs wait an hour before the post office opens."]  # fmt: skip


def test_cookies_below_a_printed_page_are_not_read() -> None:
    head = Text(72, 80, "The ferry that stayed", 18, True)
    story = column(PARAGRAPHS[0], 72, 120, 78) + column(PARAGRAPHS[1], 72, 180, 78)
    panel = [Text(72, 500, "We use cookies. By continuing you accept our policy.", 9), Text(72, 515, "Accept all   Reject", 9)]  # fmt: skip
    assert _printed([head, *story, *panel]) == list(PARAGRAPHS[:2])


def test_paragraphs_among_the_story_s_own_are_read() -> None:
    import numpy as np

    from listen.clean.classifier.siblings import between
    from listen.clean.dom.text import word_count
    from listen.clean.dom.tree import parse
    from listen.clean.dom.walk import walk

    loose = "The ice lay on the sound for eleven weeks that year, and nobody could say when it would go."
    page = walk(parse(page_html(f"{loose}<p class='related-posts'>{WINTER}</p>")))
    words = np.array([word_count(c.text) for c in page.candidates])
    kept = np.array([c.text in PARAGRAPHS[:2] + PARAGRAPHS[3:] for c in page.candidates])
    p = np.full(len(kept), 0.3)
    found = between(page, p, words, kept)
    assert [page.candidates[i].text for i in found] == [PARAGRAPHS[2], loose]
    assert between(page, np.full(len(kept), 0.05), words, kept) == []
    few = np.array([c.text in PARAGRAPHS[:2] for c in page.candidates])
    assert between(page, p, words, few) == []


def test_a_linked_headline_is_another_story_s_and_a_linked_sentence_is_not() -> None:
    assert added('<p><a href="/9">Micro series on born captains and their boats</a></p>') == []
    said = "The captain has told the whole of it to the paper of the mainland."
    assert added(f'<p><a href="/9">{said}</a></p>') == [said]


@pytest.mark.parametrize(
    ("inside", "byline"),
    [
        ("<p>Text: Rosa Quill</p>", "Rosa Quill"),
        ("<p>Datum: 19.11.2021 Autorin: Rosa Quill Quelle: Post</p>", "Rosa Quill"),
        ("<p>Text von Rosa Quill Illustration von Olaf Lie</p>", "Rosa Quill"),
        ("<p>Autorin: Rosa Quill</p><p>Verlag: Hafen</p>", None),
        ("<p>Text: Nobody has signed it</p>", None),
    ],
)
def test_credits_name_the_author(inside: str, byline: str | None) -> None:
    assert page_with(inside).article.byline == byline


def test_names_that_the_data_has_in_part() -> None:
    def byline(name: str, top: str = "") -> str | None:
        data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "The ferry that stayed", "author": {{"@type": "Person", "name": "{name}"}}}}</script><meta property="og:type" content="article"><meta name="author" content="{name}">'
        return clean_page(page_html("", top=top).replace("<title>", f"{data}<title>")).article.byline

    assert byline("rosa.quill") == "Rosa Quill"
    assert byline("Rosa", "<p class=full>Rosa Quill</p>") == "Rosa Quill"
    assert byline("Rosa") == "Rosa"
    assert byline("Rosa", "<p>Rosa The bridge was loud</p>") == "Rosa"


def test_several_authors_in_a_line_of_their_own() -> None:
    assert page_with("", top="<p>Rosa Quill, Ole Strand &amp; Anna Holm</p>").article.byline == (
        "Rosa Quill, Ole Strand, Anna Holm"
    )
    assert page_with("", top="<p>Harbour, Bridge &amp; Ferry</p>").article.byline is None


def test_a_piece_of_news_of_one_sentence_is_read() -> None:
    told = "The ferry will not leave on Monday, because the ice along the pier is too thick, the county says."
    data = '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-02-03">'
    links = "".join(
        f'<li><a href="/{n}">Another story of the day, number {n}, and more of it</a></li>' for n in range(9)
    )
    page = f"<html lang=en><head>{data}<title>No ferry on Monday</title></head><body><main><article><h1>No ferry on Monday</h1><p>{told}</p></article><ul>{links}</ul></main></body></html>"
    assert told in read_texts(clean_page(page))


@pytest.mark.parametrize(
    ("tag", "heads", "title"),
    [
        ("On the pier at night – what is it that one hears? – THE QUAY POST", "<h2>On the pier at night – what is it that one hears?</h2>", "On the pier at night – what is it that one hears?"),
        ("The pier is sold at last - The buyer stays unknown", "<h1>Island life The pier is sold at last – The buyer stays unknown</h1>", "The pier is sold at last - The buyer stays unknown"),
        ("Quay talks » Blog Archive » More digital screens for the pier", "<h1>Quay talks</h1><h2>More digital screens for the pier</h2>", "More digital screens for the pier"),
        ("Ann's Digital Home | A Journey to and Thoughts on Ferries", "<h2>A Journey to and Thoughts on Ferries</h2>", "A Journey to and Thoughts on Ferries"),
        ("County online - Notices - Announcement of the pier's new fees", "<h1>County</h1><h1>Notices</h1><h1>Announcement of the pier's new fees</h1>", "Announcement of the pier's new fees"),
        ("The ferry hides its losses from all - quay.example", "<h1>The ferry hides its losses from all <span>Paid for by the county, of course</span></h1>", "The ferry hides its losses from all"),
        ("County - Change of the requirements for crew papers", "<h2>Change of the require\xadments for crew papers</h2>", "Change of the requirements for crew papers"),
    ],
)  # fmt: skip
def test_headlines_that_the_title_tag_holds_with_more(tag: str, heads: str, title: str) -> None:
    story = paragraphs(PARAGRAPHS)
    page = clean_page(
        f"<html lang=en><head><title>{tag}</title></head><body><main>{heads}{story}</main></body></html>"
    )
    assert page.article.title == title


def test_the_headline_before_the_site_s_name_stays() -> None:
    page = clean_page(
        "<html lang=en><head><title>Truckwash at the pier | The other guide to the island</title></head><body>"
        '<h1 class="site-title"><a href="/">The other guide to the island</a></h1><h1>Truckwash at the pier</h1>'
        f"<main>{paragraphs(PARAGRAPHS)}</main></body></html>"
    )
    assert page.article.title == "Truckwash at the pier"
