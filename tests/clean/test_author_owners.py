"""Who is named on a page and is not its author: papers, firms, owners, posts and other stories; and near misses."""

# ruff: noqa: E501 - tables of cases read best with one case a line

import pytest

from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.metadata.gather import gather

PROSE = "<p>" + "The boats came in at dawn, and nobody on the quay spoke of what they had seen. " * 4 + "</p>"


def byline(html: str, url: str = "https://quay.example/lamp") -> str | None:
    root = parse(f"<html>{html}</html>")
    return gather(root, url, walk(root)).byline


@pytest.mark.parametrize(
    "paper",
    ["Harbour News", "Hafen Nachrichten", "Hafenpresse", "Hafenzeitung", "Hafenblatt", "HafenBlog", "Harbour Magazine", "Quay Magazin",
     "The Harbour Times", "Harbour Tribune", "Harbour Herald", "Harbour Journal", "Harbour Gazette", "Harbour Kitchens", "Harbour Kitchen"],
)  # fmt: skip
def test_a_paper_is_not_the_author_of_its_own_stories(paper: str) -> None:
    head = f"<meta property=og:site_name content='{paper}'><meta name=author content='{paper}'>"
    line = f"<h1>The lamp goes out</h1><p class=byline>By {paper}</p>{PROSE * 4}"
    assert byline(head + line) is None
    assert byline(head + line.replace(f"By {paper}", "By Ann Pascoe")) == "Ann Pascoe"


def test_a_paper_by_its_address_and_its_article() -> None:
    line = "<h1>The lamp goes out</h1><p>Veröffentlicht von %s am 3. Mai 2024</p>" + PROSE * 4
    assert byline(line % "HafenBlog", "https://hafenblog.example/lamp") is None
    assert byline(line % "HafenBlogger", "https://hafenblog.example/lamp") == "HafenBlogger"
    shown = "<meta property=og:site_name content='Die Tagespost'><h1>The lamp</h1><p>von Tagespresse 3. Mai 2024</p>"
    assert byline(shown + PROSE * 4, "https://dietagespresse.example/lamp") is None


def test_an_account_that_is_called_like_its_blog_is_its_owner() -> None:
    page = "<h1>The lamp goes out</h1><p>Posted on <b>May 3, 2024</b> by <span class='author vcard'>quaynews</span></p>"
    assert byline(page + PROSE * 4, "https://quaynews.example/lamp") == "quaynews"


@pytest.mark.parametrize(
    "form",
    ["e.V.", "e. V.", "GmbH", "gGmbH", "AG", "KG", "eG", "Inc.", "LLC", "Ltd.", "PLC", "Corp.", "S.A."],
)
def test_a_firm_whose_legal_form_the_data_has_is_no_author(form: str) -> None:
    line = f"<h1>The lamp goes out</h1><p class=d>3 May 2024 Hafen Lotsen</p>{PROSE * 4}"
    assert byline(f"<meta name=author content='Hafen Lotsen {form}'>{line}") is None
    assert (
        byline(
            f"<meta name=author content='Hafen Leute {form}'>{line.replace('Hafen Lotsen', 'By Ann Pascoe')}"
        )
        == "Ann Pascoe"
    )


def test_a_quoted_post_has_its_own_author() -> None:
    post = "<blockquote><p>Posted by Jory Bray on Monday</p></blockquote>"
    assert byline(f"<h1>The lamp goes out</h1>{post}{PROSE * 4}") is None
    assert byline(f"<h1>The lamp goes out</h1>{post}<p>By Ann Pascoe</p>{PROSE * 4}") == "Ann Pascoe"
    assert byline(f"<h1>The lamp goes out</h1><p>Posted by Jory Bray on Monday</p>{PROSE * 4}") == "Jory Bray"


@pytest.mark.parametrize("path", ["/", "/index.html", "/index.php", "/home", "/default.aspx", "/Index.htm"])
def test_a_front_page_has_no_author(path: str) -> None:
    page = f"<meta name=author content='Ann Pascoe'><h1>Nets and sails</h1><p>By Ann Pascoe, 3 May 2024</p>{PROSE * 4}"
    root = parse(f"<html>{page}</html>")
    front = gather(root, f"https://quay.example{path}", walk(root))
    assert (front.byline, front.published) == (None, None)
    assert byline(page, f"https://quay.example/nets{path}") == "Ann Pascoe"
    assert byline(page, f"https://quay.example{path}?id=7") == "Ann Pascoe"


@pytest.mark.parametrize(
    "foot",
    ["<nav>%s</nav>", "<footer>%s</footer>", "<div id=footer>%s</div>", "<div class='site-footer dark'>%s</div>", "<div class=page-footer>%s</div>",
     "<ul class=footer-menu><li>%s</ul>", "<ul class=footer-links><li>%s</ul>", "<ul class=main-nav><li>%s</ul>", "<div id=colophon>%s</div>",
     "<ul class=sitemap><li>%s</ul>"],
)  # fmt: skip
def test_whom_a_site_s_foot_links_is_its_owner(foot: str) -> None:
    link = "<a rel=author href=/me>Jory Bray</a> | Imprint"
    assert byline(f"<body><h1>The lamp goes out</h1>{PROSE * 4}{foot % link}") is None
    assert (
        byline(f"<body><article><h1>The lamp goes out</h1>{PROSE * 4}<footer>{link}</footer></article>")
        == "Jory Bray"
    )


@pytest.mark.parametrize(
    "card", ["post-card", "story-card", "article-card", "podcast-card", "video_card", "news-card", "related-card", "box teaser", "post-teaser"]
)  # fmt: skip
def test_the_card_of_another_story_names_its_own_author(card: str) -> None:
    link = "<p class=t>The last net</p><p class=a><a href=/authors/jory>Jory Bray</a></p>"
    assert byline(f"<h1>The lamp goes out</h1>{PROSE * 8}<div class='{card}'>{link}</div>") is None
    assert (
        byline(f"<h1>The lamp goes out</h1>{PROSE * 8}<div class='author-card'>{link}</div>") == "Jory Bray"
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<div class=submitted>Gespeichert von <span class=username>rasmus</span> am 24. Juli 2017 - 18:55</div>", "rasmus"),
        ("<div class=submitted><div>Submitted by <a class=username>rasmus</a></div></div>", "rasmus"),
        ("<div id=comments><div class=submitted>Submitted by <span class=username>rasmus</span></div></div>", None),
        ("<div class=seen>Seen by <span class=username>rasmus</span></div>", None),
        ("<h4 class='vcard author'>vom <span class=fn>Hafenmeister</span></h4>", "Hafenmeister"),
        ("<h5 class='author vcard'>vom Hafenmeister</h5>", "Hafenmeister"),
        ("<h4 class=author-list>vom Hafenmeister</h4>", None),
        ("<p>Von R. R. am 07.08.2013 um 09:07 Uhr gespeichert</p>", "R. R."),
        ("<p>Von Ann Lee Ann Lee am 07.08.2013</p>", "Ann Lee"),
    ],
)  # fmt: skip
def test_accounts_and_initials_that_a_page_marks(line: str, name: str | None) -> None:
    assert (
        byline(
            f"<h1>The lamp goes out</h1>{PROSE * 4}{line}"
            if "R. R." not in line and "Ann Lee" not in line
            else f"<h1>The lamp goes out</h1>{line}{PROSE * 4}"
        )
        == name
    )
