"""What a page says of itself."""

# ruff: noqa: E501 - tables of cases read best with one case a line

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.metadata.date_lines import day_lines
from listen.clean.metadata.gather import Metadata, gather
from listen.clean.metadata.structured_data import bcp47, iso
from listen.clean.metadata.written_dates import find, in_text


def meta(html: str, url: str | None = None) -> Metadata:
    root = parse(f"<html>{html}</html>")
    return gather(root, url, walk(root))


STORY = "https://post.example/2024/lamp"


@pytest.mark.parametrize(
    ("url", "canonical", "og", "link"),
    [
        (STORY, "https://post.example/", "", STORY),  # careless sites name their home on every page
        (STORY, "/", "https://post.example", STORY),
        (
            STORY,
            "https://post.example/",
            "https://post.example/2024/the-lamp",
            "https://post.example/2024/the-lamp",
        ),
        (STORY, "https://post.example/?p=12", "", "https://post.example/?p=12"),
        (STORY, "https://post.example/the-lamp", "https://post.example/", "https://post.example/the-lamp"),
        ("https://lamp.example/?from=mail", "https://lamp.example/", "", "https://lamp.example/?from=mail"),
        ("https://lamp.example", "https://lamp.example/", "", "https://lamp.example/"),  # a site of one page
        (None, "https://lamp.example/", "", "https://lamp.example/"),
    ],
)
def test_a_site_s_home_is_no_story_s_address(url: str | None, canonical: str, og: str, link: str) -> None:
    head = f"<head><link rel=canonical href='{canonical}'><meta property=og:url content='{og}'></head><p>x"
    assert meta(head, url).url == link


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<head><title>The lamp goes out - The Harbour Post</title></head><body><h1>The lamp goes out</h1>", "The lamp goes out"),
        ("<head><title>The lamp goes out | Post</title><meta property=og:site_name content=Post></head><body><h1>Post</h1>", "The lamp goes out"),
        ("<head><meta property=og:title content='The lamp goes out at last'></head><body><h1>Nov 3 The lamp goes out at last</h1>", "The lamp goes out at last"),
        ("<body><h1>Only a heading</h1>", "Only a heading"),
        ("<head><title>The lamp goes out for good</title></head><body><h1>The lamp goes out for good: a night on the quay</h1>", "The lamp goes out for good: a night on the quay"),
        ("<head><title>The lamp goes out for good</title></head><body><h1>The lamp goes out for good Posted on July 1, 2024 by Ann</h1>", "The lamp goes out for good"),
        ("<head><title>The lamp goes out for good</title></head><body><h1>The lamp goes out for good | Opinion</h1>", "The lamp goes out for good"),
        ("<head><title>Lamp goes out for good</title></head><body><h1>The Lamp goes out for good</h1>", "The Lamp goes out for good"),
        ("<head><title>The lamp goes out of the harb | Post</title></head><body><h1>The lamp goes out of the harbour</h1>", "The lamp goes out of the harbour"),
        ("<head><title>Ann's Log: The lamp</title><meta property=og:title content='The lamp'></head><body><h1>Ann's Log</h1>", "The lamp"),
        ("<head><title>The lamp: a story</title><meta property=og:title content='The lamp: a story'></head><body><h1>The lamp</h1>", "The lamp"),
        ("<body><h1>The lamp goes out | Harbours | The Post</h1>", "The lamp goes out | Harbours | The Post"),
        ("<head><title>The lamp goes out | Harbours | The Post</title></head><body><p>x", "The lamp goes out"),
        ("<head><title>Post | The lamp goes out at last</title></head><body><p>x", "Post | The lamp goes out at last"),
        ("<head><title>The lamp of Porthleven harbour</title></head><body><h1>Porthleven lamp out</h1><h1>Follow us</h1>", "Porthleven lamp out"),
        ("<head><title>The lamp of Porthleven</title></head><body><h1>" + "The lamp of Porthleven harbour has gone out again. " * 5 + "</h1>", "The lamp of Porthleven"),
        ("<head><title>Lamp &amp; tower</title></head><body><p>x", "Lamp & tower"),
    ],
)  # fmt: skip
def test_titles(head: str, title: str) -> None:
    assert meta(head).title == title


@pytest.mark.parametrize(
    ("html", "byline"),
    [
        ('<script type=application/ld+json>{"@type":"Article","headline":"x","author":{"name":"Ann Pascoe"}}</script>', "Ann Pascoe"),
        ('<script type=application/ld+json>{"@graph":[{"@type":"Article","headline":"x","author":{"@id":"#a"}},'
         '{"@type":"Person","@id":"#a","name":"Ann Pascoe"}]}</script>', "Ann Pascoe"),
        ("<meta name=author content='By Ann Pascoe'>", "Ann Pascoe"),
        ("<meta name=author content=admin>", None),
        ("<meta name=author content='https://post.example/ann'>", None),
        ("<body><h1>A story</h1><p>By Ann Pascoe | 3 November 2024</p><p>Text.</p>", "Ann Pascoe"),
        ("<body><h1>A story</h1><p>Words by Ann Pascoe and Jory Bray</p>", "Ann Pascoe, Jory Bray"),
        ("<body><h1>A story</h1><p>By the sea we waited for the boats that never came to the quay.</p>", None),
        ("<body><h1>A story</h1><a href='/authors/ann'>Ann Pascoe</a>", "Ann Pascoe"),
        ("<body><nav><a href='/authors/ann'>Our Columnists</a></nav><h1>A story</h1><p>Text.</p>", None),
        ("<meta name=author content=KatieS><body><h1>A story</h1><p>by Ann Pascoe</p><p>Text.</p>", "Ann Pascoe"),
        ("<meta name=author content='Ann Pascoe'><body><h1>A story</h1><p>By Ann Pascoe, Editor at Large</p>", "Ann Pascoe"),
        ("<body><h1>A story</h1><p>May 3, 2024 By Ann Pascoe 4 Comments</p><p>Text.</p>", "Ann Pascoe"),
        ("<body><h1>A story</h1><p>Ann Pascoe</p><p>3 May 2024</p><p>Text.</p><p>More from Ann Pascoe</p>", "Ann Pascoe"),
        ("<body><h1>A story</h1><p>Harbour Insights</p><p>3 May 2024</p><p>Text.</p>", None),
        ("<body><h1>A story</h1><p class=author>Written By</p><p>3 May 2024</p><p>Text.</p>", None),
        ("<body><h1>A story</h1><p>Written by April May</p><p>Text.</p>", "April May"),
        ("<body><h1>A story</h1><p>By April May, June 3, 2024</p><p>Text.</p>", "April May"),
        ("<body><h1>A story</h1><p>Posted by AnnP on Friday</p><p>Text.</p>", "AnnP"),
        ("<title>A story | Post</title><body>" + "<p>Menu</p>" * 20 + "<h2>A story</h2><p>By Ann Pascoe</p><p>Text.</p>", "Ann Pascoe"),
        ("<body><h1>A story</h1><p>May 3, 2024 • Ann Pascoe in Harbours</p><p>Text.</p>", "Ann Pascoe"),
        ("<meta name=author content='Jory Bray'><body><h1>A story</h1><p>By Ann Pascoe, MS, RDN, LD, FACLM</p>", "Ann Pascoe"),
        ("<body><h1>A story</h1><p class=author>by annp</p><a rel=author href=/b>Harbour Board</a>", "annp"),
        ("<body><h1>A story</h1><p>by annp</p><p>Text.</p>", "annp"),
        ("<body><h1>A story</h1><p>Text.</p><p>Text.</p><p>Text.</p><p>by annp</p>", None),
        ("<body><h1>A story</h1><p>by Ann · May 3, 2024 at 3:00 am · One comment</p><p>by Jory Bray: a book</p>", "Ann"),
        ("<body><h1>A story</h1><p class=author>Former Harbour Master</p><h4 class=author__name>Ann Pascoe</h4><p>She was a master.</p>", "Ann Pascoe"),
        ("<body><h1>A story</h1><p>By A. J. Pascoe</p><p>Text.</p>", "A. J. Pascoe"),
        ("<body><h1>A story</h1><p>By Ann Pascoe ● 3 May 2024 ● 6 min</p>", "Ann Pascoe"),
        ("<body><h1>A story</h1><p>Ann Pascoe | Senior Writer | May 3, 2024</p><p>Text.</p>", "Ann Pascoe"),
        ("<body><h1>A story</h1><p>Ann Pascoe Published: May 3, 2024</p><p>Text.</p>", "Ann Pascoe"),
        ("<body><h1>A story</h1><p>Last Modified: May 3, 2024</p><p>Text.</p>", None),
        ("<body><h1>A story</h1><p>Ann Pascoe</p><p>Text.</p><p>Ann Pascoe is a writer of Porthleven.</p>", "Ann Pascoe"),
        ("<body><h1>A story</h1><p>Ann Pascoe</p><p>Text.</p>", None),
        ("<body><h1>A story</h1><p>Ann Pascoe</p><p>May 3, 2024</p><p>" + "Text of some length. " * 60, "Ann Pascoe"),
        ("<body><h1>A story</h1><p>Key Facts</p><p>May 3, 2024</p><p>" + "Text with the key facts. " * 60, None),
        ("<body><h1>A story</h1><p>Select Page</p><p>May 3, 2024</p><p>Text of this page: select a net.</p>", None),
        ("<body><h1>A story</h1><p>Text.</p><p>This post was written by Ann Pascoe, harbour master.</p>", "Ann Pascoe"),
        ("<body><h1>A story</h1>" + "<p>Text.</p>" * 20 + "<p>Written by Ann Pascoe</p><p>Written by Jory Bray</p>", None),
        ("<meta name=author content='Post'><meta property=og:site_name content=Post><body><h1>A story</h1><p>by Ann Pascoe</p>"
         "<p>By the Post</p>", "Ann Pascoe"),
        ("<meta name=author content='Harbour Post Team'><body><h1>A story</h1><p>Ann Pascoe</p><p>May 3, 2024</p><p>" + "Text of some length. " * 60, "Ann Pascoe"),
        ("<meta name=author content='Harbour Post Team'><body><h1>A story</h1><p>May 3, 2024</p>", None),
        ("<meta property=og:site_name content='THE POST'><body><h1>A story</h1><p class=author>Ann Pascoe THE POST</p>"
         "<meta name=author content='THE POST'>", "Ann Pascoe"),
        ("<meta name=author content='Ann Pascoe - Post Editorial Team'>", "Ann Pascoe"),
        ("<meta name=author content='Ann Pascoe, Post Columnist'>", "Ann Pascoe"),
        ("<meta name=author content='Harbour Growth Marketing'>", "Harbour Growth Marketing"),
        ("<meta name=author content='Ann Pascoe'><body><h1>A story</h1><p>Ann Pascoe, Jory Bray &amp; Wella van der Berg</p>",
         "Ann Pascoe, Jory Bray, Wella van der Berg"),
        ("<meta name=author content='Ann Pascoe'><body><h1>A story</h1><p>Ann Pascoe, Fishing Expert</p><p>An expert in fishing.</p>", "Ann Pascoe"),
        ("<meta name=citation_author content='Pascoe, Ann'><meta name=citation_author content='Bray, Jory'>", "Ann Pascoe, Jory Bray"),
        ("<body><p>by Ann Pascoe</p><h1>A story</h1><a rel=author href=/jory>Jory Bray</a>", "Ann Pascoe"),
        ("<body><h1>A story</h1><p>By Ann Pascoe View profile, Net, Sail</p><a rel=author href=/ann>Ann Pascoe</a>", "Ann Pascoe"),
    ],
)  # fmt: skip
def test_bylines(html: str, byline: str | None) -> None:
    assert meta(html).byline == byline


LD = '<script type=application/ld+json>{"@type":"Article","headline":"x","datePublished":"2024-11-03"%s}</script>'
META = "<meta property=article:published_time content=%s>"
PROSE = "<p>" + "The boats came in at dawn and nobody on the quay spoke of what they had seen. " * 4 + "</p>"
CARDS = "".join(f"<div class=card><p class=d>{n} May 2023</p></div>" for n in range(1, 7))
DATES: dict[str, tuple[str, str | None]] = {
    "stated": (META % "2024-11-03T08:15:00+0100", "2024-11-03T08:15:00+01:00"),
    "stated and changed": (META % "2024-11-03" + "<body><h1>A</h1><p>Updated 5 November 2024</p>", "2024-11-03"),
    "published, then updated": ("<body><h1>A</h1><p>Published 3 November 2024, updated 5 November 2024</p>", "2024-11-03"),
    "updated, then posted": ("<body><h1>A</h1><p>Updated: 5 November 2024</p><p>Posted on 3 November 2024</p>", "2024-11-03"),
    "only updated": ("<body><h1>A</h1><p>Last updated on 5 November 2024</p>", "2024-11-05"),
    "shown under the headline, other than stated": (META % "2024-10-01" + "<body><h1>A</h1><p>3 November 2024</p>", "2024-11-03"),
    "the same moment, another time zone": (META % "2024-11-03T00:30:00Z" + "<body><h1>A</h1><p>November 2, 2024</p>", "2024-11-03T00:30:00+00:00"),
    "day and month in the other order": (LD % "" + "<body><h1>A</h1><p>11.03.2024</p>", "2024-11-03"),
    "data, and shown at the end": (LD % "" + f"<body><h1>A</h1>{PROSE * 3}<p>Published 3 November 2024</p>", "2024-11-03"),
    "data that no reader sees": (LD % "" + f"<body><h1>A</h1>{PROSE}", None),
    "data, and readers see when it was changed": (LD % "" + "<body><h1>A</h1><p>Updated 5 November 2024</p>", "2024-11-05"),
    "microdata": ("<body><h1>A</h1><p>Posted <span itemprop=datePublished content=2024-11-03>3 November 2024</span></p>", "2024-11-03"),
    "alone, far below": (f"<body><h1>A</h1>{PROSE * 3}<p class=d>3 November 2024</p>", "2024-11-03"),
    "one of many below": (f"<body><h1>A</h1>{PROSE * 8}{CARDS}", None),
    "alone beside the many": (f"<body><h1>A</h1>{PROSE * 8}<p class=date>3 November 2024</p>{CARDS}", "2024-11-03"),
    "day, then author": ("<body><h1>A</h1><p>03/11/2024 by Ann Pascoe, delegate of the fishermen to the harbour board and the town</p>", "2024-03-11"),
    "a sentence of the story": ("<body><h1>A</h1><p>The season in most harbours ends on 15 April 2025.</p>", None),
    "a period of time": ("<body><h1>A</h1><p>Offer: 3 November 2024 – 5 December 2024</p>", None),
    "a list of what happens when": ("<body><h1>A</h1><ul>" + "".join(f"<li>The {n}th boat: {n} May 2024</li>" for n in range(1, 8)) + "</ul>", None),
    "an entry with a day": ("<body><h1>A</h1><ul><li>How the last boat came into the harbour, 3 May 2024</li></ul>", None),
    "a version number": ("<body><h1>A</h1><p>Harbour 8.4.13 is out</p>", None),
    "time that shows its day": (f"<body><h1>A</h1>{PROSE * 3}<p>In print since <time datetime=2024-11-03>3 Nov — 2024</time> and read by a good many people</p>", "2024-11-03"),
    "time of a change": (f"<body><h1>A</h1>{PROSE * 3}<p>In print and read since <time class=modified datetime=2024-11-03>3 Nov — 2024</time> by all</p>", None),
    "two days side by side": ("<body><h1>A</h1><p>May 21, 2025 April 24, 2025 by The Boatman</p>", "2025-04-24"),
    "a day, then that of a change": ("<body><h1>A</h1><p class=d>December 3, 2025. Updated: December 7, 2025</p>", "2025-12-03"),
    "a change, then the day": ("<body><h1>A</h1><p>Updated on 7 December 2025 | Published on 3 December 2025</p>", "2025-12-03"),
    "glued to the section's name": ("<body><h1>A</h1><p>HarbourDECEMBER 22, 2022 Updated: JANUARY 02, 2026</p>", "2022-12-22"),
    "reviews are no review": ("<body><h1>A</h1><p>2 Feb 2026 Boat Reviews</p>" + META % "", "2026-02-02"),
    "published some time, changed on a day": ("<body><h1>A</h1><p>Originally published in March 2022. Last updated on May 20, 2024.</p>", None),
    "a day on which something else was": ("<body><h1>A</h1><p>Last active November 3, 2024 13:58</p><p>Effective 3 May 2025</p>", None),
    "no deadline": ("<body><h1>A</h1><p>Trends, 3 May 2025</p>", "2025-05-03"),
    "originally published": ("<body><h1>A</h1><p>30 Sep 2022</p>" + PROSE + "<p>This article was originally published on 26 Sep 2019 and has been updated since.</p>", "2019-09-26"),
    "originally, but when?": ("<body><h1>A</h1><p>30 Sep 2022</p>" + PROSE + "<p>This article was originally published by the town of Porthleven.</p>", "2022-09-30"),
    "numbers, and the other days begin with the day": ("<body><h1>A</h1><p>03/10/2023</p>" + PROSE + "<p class=o>A boat, 16 February 2026</p><p class=o>A net, 9 February 2026</p>", "2023-10-03"),
    "numbers, and the same day in words": ("<body><h1>A</h1><p>02-12-2025</p>" + PROSE + "<p class=o>This story: December 02, 2025</p><p class=o>A net: June 3, 2024</p>", "2025-12-02"),
    "numbers, and the other days begin with the month": ("<html lang=en-GB><body><h1>A</h1><p>03/10/2023</p>" + PROSE + "<p class=o>A net: June 3, 2024</p>", "2023-03-10"),
    "an index that was updated": ("<body><h1>A</h1><p>Updated on 3 May 2024</p>" + "".join(f"<p><a href=/{n}>The {n}th boat</a></p><p class=d>{n} May 2023</p>" for n in range(1, 8)), None),
    "two first-level headings": ("<title>The lamp | Post</title><body><h1>Post</h1><p>1 May 2025</p><h1>The lamp</h1><p>Updated on 5 November 2024</p><p>3 November 2024</p>" + PROSE, "2024-11-03"),
    "none": ("<body><h1>A</h1><p>Text with no date.</p>", None),
    "no day at all": ("<body><h1>A</h1><time datetime=2024-13-45>soon</time>", None),
}  # fmt: skip


@pytest.mark.parametrize("name", DATES)
def test_dates(name: str) -> None:
    html, date = DATES[name]
    assert meta(html).published == date


def test_a_front_page_is_of_no_day() -> None:
    html = META % "2024-11-03" + "<body><h1>A</h1><p>3 November 2024</p>"
    assert meta(html, "https://post.example/").published is None
    assert meta(html, "https://post.example/a").published == "2024-11-03"
    assert meta(html, "https://post.example/?p=7").published == "2024-11-03"


@pytest.mark.parametrize(
    ("tag", "rest", "url", "site"),
    [
        (
            "A lamp goes out | Harbour Six",
            "<p>Copyright 2025 Harbour Six. All rights reserved.</p>",
            None,
            "Harbour Six",
        ),
        ("A lamp goes out - Harbour Six", "<img src=l alt='Harbour Six logo'>", None, "Harbour Six"),
        ("A lamp goes out – Harbour Six", "", "https://www.harbour-six.example/a", "Harbour Six"),
        ("A lamp goes out | News | Harbour Six", "<p>© Harbour Six</p>", None, "Harbour Six"),
        ("A lamp goes out | Part III", "", None, None),
        ("A lamp goes out | Harbour Six", "<p>Harbour Six is a wall.</p>", None, None),
        ("Harbour Six", "<p>© Harbour Six</p>", None, None),
    ],
)
def test_the_site_behind_the_headline(tag: str, rest: str, url: str | None, site: str | None) -> None:
    html = f"<html><head><title>{tag}</title></head><body><h1>A lamp goes out</h1>{rest}</body></html>"
    assert meta(html, url).site == site


def test_a_date_in_the_address_is_the_last_resort() -> None:
    assert (
        meta("<body><h1>A story</h1>", "https://post.example/2024/november/3/lamp").published == "2024-11-03"
    )
    assert meta("<body><h1>A story</h1>", "https://post.example/2024/lamps/3/lamp").published is None
    assert meta("<body><h1>A story</h1>", "https://post.example/2024/11/03/lamp").published == "2024-11-03"


@pytest.mark.parametrize(
    ("text", "lang", "date"),
    [
        ("3/4/2024", "en", "2024-03-04"),
        ("3/4/2024", "en-GB", "2024-04-03"),
        ("23/4/2024", "en", "2024-04-23"),
        ("03.04.2024", "de", "2024-04-03"),
        ("3. März 2024", "de", "2024-03-03"),
        ("le 1 août 2023", "fr", "2023-08-01"),
        ("5 de mayo de 2021", "es", "2021-05-05"),
        ("Sept. 9, 2022", "en", "2022-09-09"),
        ("2024年1月2日", "ja", "2024-01-02"),
        ("2023 Jan 7;15(1):e334", "en", "2023-01-07"),
        ("the marchMay 3, 2024", "en", "2024-05-03"),
        ("dismay 3, 2024", "en", None),
        ("31/31/2024", "en", None),
        ("no date", "en", None),
    ],
)
def test_dates_as_people_write_them(text: str, lang: str, date: str | None) -> None:
    assert in_text(text, lang) == date


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("en_gb", "en-GB"),
        ("EN", "en"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("x", None),
        ("", None),
        ("de-DE; q=1", "de-DE"),
    ],
)
def test_language_tags(value: str, tag: str | None) -> None:
    assert bcp47(value) == tag


@given(st.text(max_size=60))
def test_days_of_any_text_are_found_in_order(text: str) -> None:
    at = 0
    while found := find(text, start=at):
        assert at <= found[1] < found[2] <= len(text)
        at = found[2]


@given(st.text(alphabet="0123456789/.- ymMayJun,PublishedUpdated", max_size=90))
def test_any_line_with_a_day_is_read_or_passed_over(text: str) -> None:
    page = walk(parse(f"<html><body><h1>A</h1><p>{text}</p><p>{text} 3 May 2024 {text}</p></body></html>"))
    for line in day_lines(page, "en"):
        assert date.fromisoformat(line.day).isoformat() == line.day
        assert line.other is None or date.fromisoformat(line.other).year == int(line.day[:4])


@given(st.text(max_size=60))
def test_any_text_as_a_date_is_a_date_or_none(text: str) -> None:
    for found in (iso(text), in_text(text)):
        assert found is None or len(found) >= 10


_VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=()), max_size=8)
)
_FIELDS = st.sampled_from(["@type", "@id", "@graph", "@value", "name", "author", "headline", "datePublished", "image", "publisher", "articleBody", "mainEntity", "isAccessibleForFree"])  # fmt: skip


@given(
    st.recursive(_VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_FIELDS, inner, max_size=4), max_leaves=12),
    st.dictionaries(_FIELDS, _VALUES, max_size=4),
)  # fmt: skip
def test_any_linked_data_is_read_or_passed_over(data: object, article: dict[str, object]) -> None:
    import json

    text = json.dumps([{"@type": "Article", "headline": "x", **article}, data]).replace("<", "\\u003c")
    found = meta(f'<head><script type="application/ld+json">{text}</script></head>', "https://post.example/a")
    for value in (
        found.title,
        found.byline,
        found.published,
        found.site,
        found.image,
        found.body,
        found.kind,
    ):
        (value or "").encode()  # halves of characters cannot be


@pytest.mark.parametrize(
    "value", ["Infinity", "-Infinity", "NaN", "1e999", '"\\ud800"', '"\\u0000"', "9" * 5000, "[" * 9000]
)
def test_values_of_linked_data_that_are_none(value: str) -> None:
    data = f'{{"@type":"Article","headline":"x","author":{{"name":{value}}},"datePublished":{value},"name":{value}}}'
    found = meta(f"<script type=application/ld+json>{data}</script><title>A lamp</title><h1>A lamp</h1>")
    assert (found.title, found.byline, found.published) == ("A lamp", None, None)


def test_no_date_of_signs_or_zones_that_there_are_not() -> None:
    assert iso("\u0662\u0660\u0662\u0664-\u0660\u0661-\u0660\u0662") is None
    assert iso("2024-01-02T10:00:00+99:99") == "2024-01-02"


def test_the_days_of_a_list_of_events_are_not_the_pages_own() -> None:
    told = (
        "<p>Builders of boats and those who sail them meet in the hall by the old harbour for talks.</p>" * 6
    )
    events = "".join(
        f"<li><h2>Boat fair {day}</h2><div class=date>May {day}, 2026</div>{told}</li>" for day in range(3, 9)
    )
    html = f"<html><body><main><h1>Fairs of the year</h1><ul>{events}</ul></main></body></html>"
    assert meta(html).published is None


PROSE = (
    "<p>"
    + "The boats go out with the tide and come back with the light, as they have for years. " * 4
    + "</p>"
)


@pytest.mark.parametrize(
    "line", ["New Zealand | May 3, 2024", "Local Government, May 3, 2024", "San Francisco, May 3, 2024"]
)
def test_a_place_or_a_section_beside_a_day_is_no_author(line: str) -> None:
    assert meta(f"<h1>Boats of the north</h1><p>{line}</p>{PROSE * 4}").byline is None


def test_a_short_line_below_the_prose_is_no_authors_line() -> None:
    told = '<meta property="og:title" content="Boats"><meta name=author content="Ann Pascoe">'
    head = f"<head>{told}</head>"
    assert meta(f"{head}<h1>Boats</h1>{PROSE * 2}<p>By Royal Decree</p>{PROSE}").byline == "Ann Pascoe"


def test_names_that_begin_like_months_and_names_of_two_letters_are_whole() -> None:
    assert (
        meta(f"<h1>Boats of the north</h1><p>By Ann Mayhew 3 May 2024</p>{PROSE * 4}").byline == "Ann Mayhew"
    )
