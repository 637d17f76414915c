"""Whole pages, written by hand, with the exact article that comes out."""

# ruff: noqa: E501 - a page is as long as its lines

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.clean import CLASSES, Cleaned, clean, read
from listen.clean.formats.fragment import read_fragment
from listen.clean.formats.plain_text import clean_text
from listen.errors import NoArticleError, SourceError
from listen.model import Block, Source
from tests.examples import examples

STORY = (
    "The lighthouse at the end of the spit was switched off on Friday, a hundred and twelve years after a keeper "
    "first climbed its stairs, and about two hundred people came to watch.",
    "“It was never only a lamp,” said Mary Tregear, whose grandfather was the last man to live there. “It was how "
    "you knew that you were nearly home.”",
    "The harbour board decided in March that ships no longer need it, because every vessel that calls at the port "
    "carries its own satellite receiver and a spare.",
    "Not everybody agrees. Fishermen from the eastern quay have collected eleven hundred signatures, and they want "
    "the light to be kept as a second opinion for the nights when the receivers fail.",
    "The board will meet again in the spring, when it also has to decide what becomes of the tower itself.",
)
PAGE = f"""<!doctype html>
<html lang="en-GB"><head>
<title>Lighthouse goes dark after 112 years - The Harbour Post</title>
<meta property="og:title" content="Lighthouse goes dark after 112 years">
<meta property="og:site_name" content="The Harbour Post">
<meta property="og:image" content="/pictures/light.jpg">
<link rel="canonical" href="https://post.example/news/light">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Lighthouse goes dark after 112 years", "datePublished": "2024-11-03T08:15:00Z",
"author": [{{"@type": "Person", "name": "Ann Pascoe"}}, {{"@type": "Person", "name": "Jory Bray"}}]}}</script>
</head><body>
<div class="cookie-banner"><p>We use cookies to make this site better. <button>Accept all</button></p></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
<main><article>
<h1>Lighthouse goes dark after 112 years</h1>
<p class="byline">By Ann Pascoe and Jory Bray</p><p class="date">3 November 2024</p>
<div class="share-bar"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
<p>Listen To Story Above</p>
<figure><img src="/pictures/light.jpg" alt="A white tower by the sea"><figcaption>The tower on Friday. Photo: Jory Bray</figcaption></figure>
<div class="article-body">
<p>{STORY[0]}</p><p>{STORY[1]}</p>
<h2>A spare for every ship</h2>
<p>{STORY[2]}</p>
<div class="newsletter-signup"><h3>Get the morning tide in your inbox</h3><p>Sign up for our newsletter.</p></div>
<p>{STORY[3]}</p><p>Advertisement</p><p>{STORY[4]}</p>
</div></article>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Ferry fares go up again</a></li>
<li><a href="/b">Storm closes the coast road</a></li></ul></aside>
<section id="comments" class="comments"><h3>2 comments</h3><div class="comment"><p>Sad day for the town, I say.</p></div></section>
</main>
<footer><p>© 2024 The Harbour Post. All rights reserved.</p></footer>
</body></html>"""


def cleaned(html: str = PAGE, keep: frozenset[str] = frozenset()) -> Cleaned:
    return read(Source(html.encode(), "page.html"), keep=keep)


def test_the_story_and_nothing_else() -> None:
    article = cleaned().article
    assert article.blocks == (
        Block("paragraph", STORY[0]),
        Block("paragraph", STORY[1]),
        Block("heading", "A spare for every ship", level=2),
        Block("paragraph", STORY[2]),
        Block("paragraph", STORY[3]),
        Block("paragraph", STORY[4]),
    )


def test_what_the_page_says_of_itself() -> None:
    article = cleaned().article
    assert article.title == "Lighthouse goes dark after 112 years"
    assert article.byline == "Ann Pascoe, Jory Bray"
    assert article.published == "2024-11-03T08:15:00+00:00"
    assert article.site == "The Harbour Post"
    assert article.lang == "en-GB"
    assert article.url == "https://post.example/news/light"
    assert article.image == "https://post.example/pictures/light.jpg"


def test_the_same_story_as_text() -> None:
    text = "\n\n".join(["Lighthouse goes dark after 112 years", "Listen To Story Above", *STORY])
    page = clean(PAGE.replace("<h2>A spare for every ship</h2>", ""))
    plain = clean_text(text).article
    assert plain.title == page.title
    assert plain.text == page.text


def test_everything_left_out_is_listed_with_a_known_class() -> None:
    left = {item.text: item.kind for item in cleaned().left_out}
    assert left["Listen To Story Above"] == "prompts"
    assert left["Advertisement"] == "ads"
    assert left["The tower on Friday. Photo: Jory Bray"] == "captions"
    assert left["Lighthouse goes dark after 112 years"] == "title"
    assert left["By Ann Pascoe and Jory Bray"] == "bylines"
    assert left["Ferry fares go up again"] == "related"
    assert left["Sad day for the town, I say."] == "comments"
    assert left["Home"] == "navigation"
    assert set(left.values()) <= CLASSES.keys()


def test_a_class_is_brought_back_by_its_name() -> None:
    blocks = cleaned(keep=frozenset({"captions"})).article.blocks
    caption = Block("figure", "The tower on Friday. Photo: Jory Bray", alt="A white tower by the sea")
    assert caption in blocks
    assert not any(b.text == "Advertisement" for b in blocks)
    with pytest.raises(SourceError, match="knows no class capshuns"):
        cleaned(keep=frozenset({"capshuns"}))


def test_cleaning_the_cleaned_changes_nothing() -> None:
    once = cleaned().article
    html = "".join(
        f"<h{b.level}>{escape(b.text)}</h{b.level}>" if b.kind == "heading" else f"<p>{escape(b.text)}</p>"
        for b in once.blocks
    )
    twice = clean(
        f"<html><head><title>{once.title}</title></head><body><article>{html}</article></body></html>"
    )
    assert twice.blocks == once.blocks
    assert twice.title == once.title


def test_structure_for_the_ear() -> None:
    html = f"""<html><head><title>Structure</title></head><body><article><h1>Structure</h1><p>{STORY[0]}</p>
<blockquote><p>{STORY[3]}</p><footer>— Mary Tregear</footer></blockquote><p>{STORY[2]}</p>
<ol><li>First the lamp is taken out of its frame.</li><li>Then the lenses are packed in straw.</li></ol>
<pre><code>if dark:\n    light()</code></pre>
<table><tr><th>Year</th><th>Ships</th></tr><tr><td>1912</td><td>3,101</td></tr><tr><td>2024</td><td>88</td></tr></table>
<p>{STORY[4]}</p></article></body></html>"""
    assert clean(html).blocks == (
        Block("paragraph", STORY[0]),
        Block("quote", STORY[3], speaker="Mary Tregear"),
        Block("paragraph", STORY[2]),
        Block("list_item", "First the lamp is taken out of its frame.", level=1, number=1),
        Block("list_item", "Then the lenses are packed in straw.", level=1, number=2),
        Block("code", "if dark:\n    light()"),
        Block(
            "table",
            "Year | Ships\n1912 | 3,101\n2024 | 88",
            rows=(("Year", "Ships"), ("1912", "3,101"), ("2024", "88")),
        ),
        Block("paragraph", STORY[4]),
    )


@pytest.mark.parametrize(
    ("picture", "speaker"), [("", "Mary Tregear"), ("<img src=x alt='Mary at the lamp'>", None)]
)
def test_the_caption_of_a_quote_names_its_speaker(picture: str, speaker: str | None) -> None:
    figure = (
        f"<figure>{picture}<blockquote><p>I have waited all my life for that lamp to go out.</p></blockquote>"
        "<figcaption>Mary Tregear</figcaption></figure>"
    )
    page = cleaned(PAGE.replace("<h2>", f"{figure}<h2>"))
    quote = Block("quote", "I have waited all my life for that lamp to go out.", speaker=speaker)
    assert quote in page.article.blocks
    assert "Mary Tregear" not in [b.text for b in page.article.blocks]


def test_a_pull_quote_that_repeats_the_body_is_dropped() -> None:
    pull = "<blockquote class=pullquote><p>It was how you knew that you were nearly home.</p></blockquote>"
    page = cleaned(PAGE.replace("<h2>", f"{pull}<h2>"))
    assert page.article.blocks == cleaned().article.blocks
    assert "pullquotes" in {item.kind for item in page.left_out}


PAYWALL = f"""<html><head><title>A long story</title><script type=application/ld+json>{{"@type": "NewsArticle",
"headline": "A long story", "isAccessibleForFree": false}}</script></head><body><article><h1>A long story</h1>
<p>{STORY[4]}</p><p>Subscribe to continue reading.</p><p>Already a subscriber? Log in.</p></article></body></html>"""
CONSENT = """<html><head><title>Before you continue</title></head><body><div><h1>Before you continue</h1>
<p>We use cookies and data to deliver our services.</p><button>Reject all</button><button>Accept all</button>
</div></body></html>"""
ROBOT = "<html><head><title>Just a moment...</title></head><body><p>Checking your browser</p></body></html>"
GONE = (
    "<html><head><title>404</title></head><body><h1>Page not found</h1><p>Try the search.</p></body></html>"
)
GALLERY = (
    "<html><head><title>Photo gallery: boats</title></head><body><div class=gallery>"
    + "<img src=a.jpg><p>Boat</p>" * 12
    + "</div></body></html>"
)
LINKS = (
    "<html><head><title>News</title></head><body><ul>"
    + "<li><a href=x>A headline of today</a></li>" * 30
    + "</ul></body></html>"
)


@pytest.mark.parametrize(
    ("html", "says"),
    [
        (PAYWALL, "behind a paywall"),
        (CONSENT, "consent wall"),
        (ROBOT, "robot"),
        (GONE, "gone"),
        (GALLERY, "picture gallery"),
        (LINKS, "list of links"),
        ("<html><body></body></html>", "empty"),
        ("", "nothing to read"),
    ],
)
def test_a_page_without_an_article_is_named_for_what_it_is(html: str, says: str) -> None:
    with pytest.raises(NoArticleError, match=says):
        clean(html)


WORDS = st.sampled_from(
    [
        "harbour",
        "boat",
        "tide",
        "lamp",
        "keeper",
        "stair",
        "night",
        "quay",
        "signal",
        "letter",
        "a",
        "the",
        "of",
        "and",
        "was",
    ]
)
TEXT = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
TAGS = st.sampled_from(
    [
        "p",
        "div",
        "span",
        "b",
        "i",
        "a",
        "li",
        "ul",
        "ol",
        "h2",
        "h3",
        "blockquote",
        "section",
        "article",
        "td",
        "tr",
        "table",
        "figure",
        "em",
        "small",
    ]
)


@st.composite
def markup(draw: st.DrawFn, depth: int = 4) -> str:
    if depth == 0 or draw(st.booleans()):
        return draw(TEXT)
    tag = draw(TAGS)
    inner = draw(st.lists(markup(depth=depth - 1), min_size=1, max_size=3))
    return f"<{tag}>{' '.join(inner)}</{tag}>"


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(markup(), min_size=1, max_size=6))
def test_all_of_a_fragment_is_kept_or_listed_in_the_pages_order(parts: list[str]) -> None:
    from lxml import html as lxml_html

    source = " ".join(parts)
    blocks, left = read_fragment(source)
    found = lxml_html.fromstring(f"<div>{source}</div>").text_content().split()
    texts = [*(block.text for block in blocks), *(item.text for item in left)]
    out = [word for text in texts for word in text.replace("|", " ").split()]
    assert sorted(out) == sorted(found)
    kept = [word for b in blocks for word in b.text.replace("|", " ").split()]
    place = iter(found)
    assert all(word in place for word in kept)


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(markup(), min_size=1, max_size=6), st.lists(TEXT, max_size=3))
def test_no_word_appears_that_was_not_in_the_page(parts: list[str], extra: list[str]) -> None:
    html = f"<html><head><title>{' '.join(extra)}</title></head><body>{' '.join(parts)}</body></html>"
    try:
        article = clean(html)
    except NoArticleError:
        return
    words = set(html.replace("<", " <").replace(">", "> ").split())
    assert set(article.text.replace("|", " ").split()) <= words


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(TEXT.filter(lambda t: len(t) > 20), min_size=2, max_size=8))
def test_cleaning_a_text_twice_changes_nothing(paragraphs: list[str]) -> None:
    once = clean_text("\n\n".join(["A title", *(f"{p}." for p in paragraphs)])).article
    again = clean_text(f"{once.title}\n\n{once.text}").article
    assert again == once
