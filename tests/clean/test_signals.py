"""What mark-up says for certain, before the classifier is asked: names, hidden parts, dialogs, comments."""

import pytest

from listen.clean import clean
from listen.clean.dom.naming.hints import HINT_NAMES, hints_of
from listen.clean.dom.signals import certain
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from tests.clean.storied_page import PARAGRAPHS, page_with, read_texts


def groups(names: str) -> set[str]:
    bits = hints_of(names)
    return {name for i, name in enumerate(HINT_NAMES) if bits >> i & 1}


@pytest.mark.parametrize(
    ("names", "group", "belongs"),
    [
        ("comment-list", "comment", True),
        ("commentList", "comment", True),
        ("post__comments", "comment", True),
        ("commentlist", "comment", True),
        ("commentary", "comment", False),
        ("mediacontentstory", "caption", False),
        ("relatedposts", "related", True),
        ("correlated", "related", False),
        ("advertisement", "ad", True),
        ("roadshow", "ad", False),
        ("tag-comments post-12 hentry", "comment", False),
        ("entry-header", "nav", False),
        ("site-header", "nav", True),
        ("postcard", "promo", False),
        ("share-buttons", "share", True),
        ("shareholders", "share", False),
    ],
)
def test_a_name_counts_by_its_whole_words(names: str, group: str, belongs: bool) -> None:
    assert (group in groups(names)) is belongs


@pytest.mark.parametrize(
    "around",
    [
        '<article class="news commentary comment-page">{}</article>',
        '<div class="share-panel" id="commentOnSelection"><h1>The oven</h1>{}</div>',
        '<main class="sidebar-left popup">{}</main>',
        '<div itemprop="articleBody" class="related">{}</div>',
        '<div role="main" class="widget">{}</div>',
    ],
)
def test_names_of_what_holds_the_story_say_nothing_against_it(around: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    page = walk(parse(f"<html><body>{around.format(body)}</body></html>"))
    bad = 1 << HINT_NAMES.index("comment") | 1 << HINT_NAMES.index("share") | 1 << HINT_NAMES.index("related")
    assert not any(page.places[c.place].hints & bad for c in page.candidates if c.kind == "paragraph")


def test_comments_longer_than_the_story_stay_comments() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS * 2)
    html = f"<article><h1>The oven</h1><p>{PARAGRAPHS[0]}</p></article><div class=comments>{body}</div>"
    page = walk(parse(f"<html><body>{html}</body></html>"))
    hints = page.places[page.candidates[-1].place].hints
    assert hints & 1 << HINT_NAMES.index("comment")


UNSEEN = "These are words that nobody who looks at the page will ever come to see at all."


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<div hidden><p>{}</p></div>", "hidden"),
        ('<div style="display: none"><p>{}</p></div>', "hidden"),
        ('<section style="visibility:hidden"><p>{}</p></section>', "hidden"),
        ('<div aria-hidden="true"><p>{}</p></div>', "hidden"),
        ('<div class="visually-hidden"><p>{}</p></div>', "screen-reader-text"),
        (
            "<div class='elementor-section elementor-hidden-desktop elementor-hidden-tablet "
            "elementor-hidden-mobile'><p>{}</p></div>",
            "hidden-everywhere",
        ),
        ("<p class='hidden-lg hidden-md hidden-sm hidden-xs'>{}</p>", "hidden-everywhere"),
        ('<p class="sr-only">{}</p>', "screen-reader-text"),
        ("<div role=dialog><p>{}</p></div>", "dialog"),
        ("<div role=alertdialog><p>{}</p></div>", "dialog"),
        ("<div aria-modal=true><p>{}</p></div>", "dialog"),
        ("<dialog open><p>{}</p></dialog>", "dialog"),
        ("<div id=comments><p>{}</p></div>", "comments-section"),
        ("<div id=disqus_thread><p>{}</p></div>", "comments-section"),
        ("<section role=doc-bibliography><p>{}</p></section>", "bibliography"),
    ],
)
def test_what_is_not_shown_is_not_read_and_said_so(html: str, rule: str) -> None:
    page = page_with(html.format(UNSEEN))
    assert UNSEEN not in read_texts(page)
    assert [item.rule for item in page.left_out if item.text == UNSEEN] == [rule]


@pytest.mark.parametrize(
    "html",
    [
        "<div class='hidden-gems'><p>{}</p></div>",
        "<div class='elementor-hidden-mobile elementor-hidden-tablet'><p>{}</p></div>",
        "<div role=tabpanel hidden><p>{}</p></div>",
        "<div class='accordion-panel' style='display:none'><p>{}</p></div>",
        "<details><summary>More</summary><p>{}</p></details>",
        "<div id=commentary><p>{}</p></div>",
        "<div class=not-sr-only><p>{}</p></div>",
    ],
)
def test_what_readers_come_to_see_is_not_surely_out(html: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    page = walk(parse(f"<html><body><article>{body}{html.format(UNSEEN)}</article></body></html>"))
    (at,) = (i for i, c in enumerate(page.candidates) if c.text == UNSEEN)
    assert at not in certain(page)


def test_a_body_that_scripts_show_is_read() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    page = walk(parse(f"<html><body><div style='visibility:hidden'>{body}</div></body></html>"))
    assert certain(page) == {}


def test_what_stands_behind_the_comments_is_not_read() -> None:
    page = page_with(
        "", after=f"<div id=comments><p>Let me guess, it will be thinner.</p></div><p>{UNSEEN}</p>"
    )
    assert UNSEEN not in read_texts(page)


def test_sections_folded_until_they_are_opened_are_read() -> None:
    words = "The harbour master wrote down the name of every boat that came in before the storm that night. "
    folded = "".join(
        f"<h2>Part {n}</h2><div hidden><p>{words * 3}{n}</p><p>{words * 2}{n}</p></div>" for n in range(6)
    )
    page = f"<html><body><article><h1>The storm</h1><p>{words * 2}</p>{folded}</article></body></html>"
    text = clean(page).text
    assert text.count("harbour master") >= 25


def test_a_hidden_box_beside_a_story_is_not_read() -> None:
    words = "The harbour master wrote down the name of every boat that came in before the storm that night. "
    box = "<div hidden><p>Get the letter that tells you what happens in the harbour, every week.</p></div>"
    page = f"<html><body><article><h1>The storm</h1>{f'<p>{words * 3}</p>' * 6}{box}</article></body></html>"
    assert "letter that tells" not in clean(page).text
