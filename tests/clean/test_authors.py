"""Titles, authors and days of pages whose mark-up says something else: logos, brands, framing words, countries."""

# ruff: noqa: E501

from __future__ import annotations

from datetime import date, timedelta

import pytest

from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.metadata.gather import Metadata, gather

PROSE = "".join(
    f"<p>In the year {1900 + n} the ferry crossed the river so often that the pilots lost count of it, and the "
    "toll keeper wrote a letter about the matter to his sister in the north.</p>"
    for n in range(9)
)


def meta(head: str, body: str, url: str = "https://www.harbour-post.example/ferry") -> Metadata:
    root = parse(f"<html><head>{head}</head><body>{body}{PROSE}</body></html>")
    return gather(root, url, walk(root))


@pytest.mark.parametrize(
    ("tag", "body"),
    [
        ("The ferry - mlinden", "<h1><a href=/>mlinden</a></h1><article><h2>The ferry</h2>"),
        ("Harbour Notes » The ferry", "<h1 id=logo>Harbour Notes</h1><h2>The ferry</h2>"),
        ("The ferry | Harbour Notes", "<div class=site-title><h1>Harbour Notes</h1></div><h3>The ferry</h3>"),
        ("Harbour Notes: The ferry", "<h1><a rel=home href='https://x.example'>Harbour Notes</a></h1><h2>The ferry</h2>"),
        ("The ferry – Harbour Notes", "<h1 class=navbar-brand>Harbour Notes</h1><h2><a href=/f>The ferry</a></h2>"),
        ("(3) Ann on X: “The ferry” / X", "<div>The ferry</div>"),
        ("The ferry", "<p class=MsoTitle>The ferry</p>"),
        ("The ferry — manual", "<h1>The ferry<a class=headerlink href=#f>¶</a></h1>"),
        ("The ferry - Post", "<h1><span class=kicker>Shipping</span> The ferry</h1>"),
    ],
)  # fmt: skip
def test_the_headline_is_not_the_site_s_name(tag: str, body: str) -> None:
    assert meta(f"<title>{tag}</title>", body).title == "The ferry"


@pytest.mark.parametrize(
    ("tag", "body", "title"),
    [
        ("Ferries - Post", "<h1>Ferries of the river</h1><h2>Ferries</h2>", "Ferries of the river"),
        ("Post", "<h1><a href=/>Post</a></h1><p>Nothing else.</p>", "Post"),
        ("C# and the ferry", "<h1>C# and the ferry</h1>", "C# and the ferry"),
        (
            "The logo of the ferry",
            "<h1>The logo of the ferry</h1><h2>Its designer</h2>",
            "The logo of the ferry",
        ),
        ("Ann on X: a life", "<h1>Ann on X: a life</h1>", "Ann on X: a life"),
    ],
)
def test_headlines_that_only_look_like_it_stay(tag: str, body: str, title: str) -> None:
    assert meta(f"<title>{tag}</title>", body).title == title


SITE = "<meta property=og:site_name content='Harbour Post'><title>The ferry</title>"


@pytest.mark.parametrize(
    "author",
    [
        "Harbour Post", "Harbour Post Team", "harbour-post.example", "Harbour Media GmbH", "HP Verlag AG",
        "Copyright Harbour Post - all rights reserved", "Redaktion Harbour Post", "No Author",
        "The Harbour Post", "Harbour-Post – das Magazin", "Harbour Post, Quay, England",
    ],
)  # fmt: skip
def test_brands_that_only_the_data_names_are_no_authors(author: str) -> None:
    assert meta(f"{SITE}<meta name=author content='{author}'>", "<h1>The ferry</h1>").byline is None


@pytest.mark.parametrize(
    ("author", "line"),
    [
        ("Harbour Post", "<p>By Harbour Post</p>"),
        ("Harbour Post Team", "<p class=author>Harbour Post Team</p>"),
        ("Ann Pascoe", ""),
        ("Lamport AG Holder", "<p>by Lamport Holder</p>"),
    ],
)
def test_authors_whom_the_page_names_and_people_stay(author: str, line: str) -> None:
    found = meta(f"{SITE}<meta name=author content='{author}'>", f"<h1>The ferry</h1>{line}").byline
    assert found in (author, "Lamport Holder")


def test_who_keeps_an_old_site_is_not_the_author_of_each_page() -> None:
    owner = "<title>The ferry</title><meta name=author content='Bo Roe'>"
    assert meta(owner, "<h1>The ferry</h1><p>© 2011 Bo Roe</p>").byline is None
    assert meta(owner, "<h1>The ferry</h1><p>Text: Bo Roe</p>").byline == "Bo Roe"
    assert meta(f"{owner}{SITE}", "<h1>The ferry</h1>").byline == "Bo Roe"


def test_a_person_whom_json_ld_alone_names_is_not_the_author() -> None:
    data = '<script type=application/ld+json>{"@type":"Article","headline":"The ferry","author":{"name":"Web Master"}}</script>'
    told = "<meta name=twitter:data1 content='Bo Roe'>"
    person = data.replace("Web Master", "Bo Roe")
    assert meta(f"{SITE}{person}", "<h1>The ferry</h1>").byline is None
    assert meta(f"{SITE}{person}{told}", "<h1>The ferry</h1>").byline == "Bo Roe"
    assert meta(f"{SITE}{person}", "<h1>The ferry</h1><p>Bo Roe</p>").byline == "Bo Roe"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("<a rel=author href=/a>View all posts by Ann Pascoe</a>", "Ann Pascoe"),
        ("<a rel=author href=/a>Zeige alle Beiträge von Ann Pascoe →</a>", "Ann Pascoe"),
        ("<div class=author>Interview: Ann Pascoe</div>", "Ann Pascoe"),
        ("<p>Veröffentlicht von Ann Pascoe am 3. Mai 2024</p>", "Ann Pascoe"),
        ("<p>Publié par Ann Pascoe le 3 mai 2024</p>", "Ann Pascoe"),
        ("<p>Ein Artikel von Ann Pascoe | 27.01.2022</p>", "Ann Pascoe"),
        ("<div class=post-author-name>Ann Pascoe</div>", "Ann Pascoe"),
        ("<div class=creator-name>Newsdesk</div>", "Newsdesk"),
        ("<p class=author>Ann Pascoe Follow</p>", "Ann Pascoe"),
        ("<p>by ibby</p>", "ibby"),
        ("<p>By Ann Pascoe, Harbour Post</p>", "Ann Pascoe"),
    ],
)
def test_words_around_a_name_are_not_part_of_it(line: str, byline: str) -> None:
    assert meta(SITE, f"<h1>The ferry</h1>{line}").byline == byline


@pytest.mark.parametrize(
    "line",
    [
        "<h2>Von der Leyen will die Fähre bauen</h2>",
        "<p>Von Lampen über Fähren bis Zoll</p>",
        "<p>By North Quay standards, the reply was mild.</p>",
        "<div class=author>スポンサード リンク</div>",
        "<div class=comment-author>Ann Pascoe</div>",
        "<p>by boat and by night</p>",
        "<a rel=author>Tweet This</a>",
        "<a rel=author href=/me>Afficher mon profil complet</a>",
        "<a rel=author href=/live>LIVE STREAM</a>",
    ],
)
def test_sentences_and_labels_are_no_names(line: str) -> None:
    assert meta(SITE, f"<h1>The ferry</h1>{line}").byline is None


@pytest.mark.parametrize(
    ("url", "lang", "written", "day"),
    [
        ("https://post.co.uk/f", "en", "03/05/2024", "2024-05-03"),
        ("https://post.de/f", "en-US", "03/05/2024", "2024-05-03"),
        ("https://post.com/f", "en-US", "03/05/2024", "2024-03-05"),
        ("https://post.com/f", "en-GB", "03/05/2024", "2024-05-03"),
        ("https://post.com.au/f", "en", "3-5-2024", "2024-05-03"),
        ("https://post.pl/f", "pl", "3 maja 2024", "2024-05-03"),
        ("https://post.fi/f", "fi", "3. toukokuuta 2024", "2024-05-03"),
        ("https://post.cz/f", "cs", "3. května 2024", "2024-05-03"),
        ("https://post.ru/f", "ru", "3 мая 2024", "2024-05-03"),
    ],
)
def test_days_are_read_as_the_site_s_country_writes_them(url: str, lang: str, written: str, day: str) -> None:
    root = parse(f"<html lang={lang}><body><h1>The ferry</h1><p>{written}</p>{PROSE}</body></html>")
    assert gather(root, url, walk(root)).published == day


@pytest.mark.parametrize("days", [3, 400])
def test_a_day_to_come_is_no_day_of_publication(days: int) -> None:
    coming = (date.today() + timedelta(days=days)).isoformat()
    assert (
        meta(
            f"{SITE}<meta property=article:published_time content='{coming}'>", "<h1>The ferry</h1>"
        ).published
        is None
    )


@pytest.mark.parametrize(
    "line", ["Created Jan 25, 2008", "Founded 25 January 2008", "Joined: January 25, 2008"]
)
def test_the_day_on_which_a_group_began_is_not_the_page_s(line: str) -> None:
    assert meta(SITE, f"<h1>The ferry</h1><p>A question.</p><aside><p>{line}</p></aside>").published is None
