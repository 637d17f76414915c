"""Pages that are no plain article: what is read of them, or what the error calls them."""

# ruff: noqa: E501 - a page is as long as its lines

import pytest

from listen.clean import read
from listen.clean.page_types.next_page import follows
from listen.errors import NoArticleError
from listen.model import Source

P = (
    "The lighthouse at the end of the spit was switched off on Friday, a hundred and twelve years after a keeper first climbed its stairs, and about two hundred people came to watch.",
    "The harbour board decided in March that ships no longer need it, because every vessel that calls at the port carries its own satellite receiver and a spare.",
    "Not everybody agrees. Fishermen from the eastern quay have collected eleven hundred signatures, and they want the light to be kept as a second opinion for the nights when the receivers fail.",
    "The board will meet again in the spring, when it also has to decide what becomes of the tower itself, and who is going to pay for its new coat of paint.",
)
MORE = tuple(
    f"On day {n} the keeper climbed the stairs of the tower as his father had done, counted all of its {n} hundred steps, lit the lamp, and wrote in the book that the wind came from the north and that {n} ships had gone by."
    for n in range(2, 9)
)
BODY = "".join(f"<p>{p}</p>" for p in P + MORE)


def page(body: str, head: str = "", title: str = "The lamp goes out", attributes: str = "lang=en") -> bytes:
    return (
        f"<!doctype html><html {attributes}><head><title>{title}</title>{head}</head><body>"
        f"<nav><a href=/>Home</a> <a href=/news>News</a></nav><main><article><h1>{title}</h1>{body}</article></main>"
        "<footer><p>© 2024 The Harbour Post</p></footer></body></html>"
    ).encode()


def ld(kind: str, more: str = "") -> str:
    return f'<script type=application/ld+json>{{"@type": "{kind}", "headline": "The lamp goes out"{more}}}</script>'


CONSENT = (
    "<html><head><title>Your privacy</title></head><body><h1>We value your privacy</h1>"
    "<p>We and our partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, to deliver personalised advertising and content, to measure both and to learn about our audience.</p>"
    "<p>With your permission we and our partners may use precise location data. You may click to consent to our and our 812 partners’ processing as described above, or reject all cookies.</p>"
    "<button>Accept all</button><button>Reject all</button></body></html>"
).encode()
CAPTIONS = "".join(
    f"<figure><img src=/{n}.jpg><figcaption>Boat number {n} in the harbour. Photo: Jory Bray</figcaption></figure>"
    for n in range(1, 13)
)
NOTHING: dict[str, tuple[bytes, str]] = {
    "a paywall that declares itself": (
        page(f"<p>{P[0]}</p><p>{P[1][:90]}</p><div class=paywall><p>Subscribe to continue reading.</p><p>Already a subscriber? Log in.</p></div>", ld("NewsArticle", ', "isAccessibleForFree": false')),
        "behind a paywall",
    ),
    "a paywall that only cuts": (
        page(f"<p>{P[0][:150]}…</p><div><h3>This story is for subscribers</h3><p>Subscribe now to keep reading, or log in to your account.</p></div>"),
        "behind a paywall",
    ),
    "a teaser": (page(f"<p>{P[0]}</p><p>{P[1][:120]} …</p><p><a href=/whole>Continue reading the article</a></p>"), "only the beginning"),
    "a consent wall of many words": (CONSENT, "consent wall"),
    "a gallery": (page(f"<p>{P[0]}</p>{CAPTIONS}", title="In pictures: the boats of Harbour Six"), "picture gallery.*--keep captions"),
    "a gallery by its mark-up": (page(f"<div class=photo-gallery>{CAPTIONS}</div>"), "picture gallery"),
    "a live blog without its posts": (page("<div id=posts></div>", ld("LiveBlogPosting")), "live blog"),
    "an empty page with an AMP version": (page("<div id=app></div>", "<link rel=amphtml href=https://post.example/amp/lamp>"), "its AMP version, https://post.example/amp/lamp"),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTHING)
def test_what_holds_no_article_is_named(name: str) -> None:
    data, says = NOTHING[name]
    with pytest.raises(NoArticleError, match=says) as caught:
        read(Source(data, "page.html"))
    assert "\n" not in str(caught.value)


WHOLE: dict[str, bytes] = {
    "declared paid, but all of it there": page(BODY + "<div><p>Subscribe to continue reading.</p></div>", ld("NewsArticle", ', "isAccessibleForFree": false')),
    "a story about cookies": page("".join(f"<p>{p} Nobody had read that the site uses cookies.</p>" for p in P[:2]) + BODY),
    "a story with many pictures": page(BODY + f"<div class=gallery>{CAPTIONS}</div>", title="Gallery of the sea"),
    "a cut quotation, and a link to more": page(BODY + "<p>It goes on …</p><p><a href=/x>Read more</a></p>"),
    "AMP": page(BODY, "<link rel=canonical href=https://post.example/lamp><style amp-boilerplate>body{}</style>", attributes="amp lang=en")
    .replace(b"</article>", b"<amp-ad width=300><p>Buy a boat today</p></amp-ad><amp-img src=x alt=Boat></amp-img></article>")
    .replace(b"<main>", b"<amp-sidebar><p>Menu of the whole site</p></amp-sidebar><main>"),
}  # fmt: skip


LINKED = "".join(
    f"<p>{' '.join(f'<a href=/w/{k}>{word}</a>' if k % 3 else word for k, word in enumerate(p.split()))}</p>"
    for p in P
)
SUBSCRIBE = "<nav><a href=/subscribe>Subscribe to the Post</a></nav><aside class=newsletter><p>Subscribe to our newsletter to keep reading about the sea.</p></aside>"
WHOLE |= {
    "a whole story where the site asks for subscriptions": page(BODY + SUBSCRIBE),
    "a whole story that speaks of subscribers": page("".join(f"<p>{p} The paper has nine hundred subscribers, and a subscription costs little.</p>" for p in P)),
    "a story in which two words of three are links": page(LINKED),
    "a story between the pictures of a gallery": page(f"<div class=photo-gallery>{CAPTIONS}</div>" + "".join(f"<p>{p}</p>" for p in P) + f"<div class=gallery>{CAPTIONS}</div>", title="In pictures: the lamp goes out"),
    "a whole story that is declared paid": page("".join(f"<p>{p}</p>" for p in P), ld("NewsArticle", ', "isAccessibleForFree": false')),
    "a story called a gallery by its address": page("".join(f"<p>{p}</p>" for p in P), "<link rel=canonical href=https://post.example/gallery/lamp>"),
}  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [
        "<a href=/subscribe>Subscribe</a>",
        "<nav><p>Subscribe to the Harbour Post and read it every day.</p></nav>",
        "<footer><p>A subscription to the Harbour Post costs nine pounds.</p></footer>",
    ],
)
def test_a_short_notice_is_no_paywall_because_the_site_sells_a_paper(more: str) -> None:
    short = "The ferry does not run on Monday because its ramp is being painted. It runs again on Tuesday."
    data = f"<html><head><title>The ferry rests</title></head><body><main><article><h1>The ferry rests</h1><p>{short}</p></article></main>{more}</body></html>"
    assert short in read(Source(data.encode(), "page.html")).article.text


def test_a_short_story_that_trails_off_is_no_paywall_because_the_feed_can_be_had() -> None:
    more = "".join(f"<div class=box><p>{p[:60]}</p></div>" for p in MORE[:6])
    data = page(
        f"<p>{P[0]}</p><p>{P[1][:90]} …</p>{more}<p>You can subscribe to all of our news in a reader.</p>"
    )
    assert P[0] in read(Source(data, "page.html")).article.text


@pytest.mark.parametrize("name", WHOLE)
def test_what_only_looks_like_it_is_read(name: str) -> None:
    text = read(Source(WHOLE[name], "page.html")).article.text
    for paragraph in P:
        assert paragraph in text
    assert "Buy a boat" not in text
    assert "Menu of the whole" not in text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (page("".join(f"<p>{p}</p>" for p in P) + "<p>Subscribe to continue reading.</p>", ld("NewsArticle", ', "isAccessibleForFree": false')), "the rest is behind a paywall"),
        (page(f"<p>{P[0]}</p><p>{P[2]}</p><p>And then …</p><p><a href=/w>Continue reading</a></p>"), "only the beginning"),
    ],
)  # fmt: skip
def test_a_beginning_that_is_worth_hearing_is_read_and_said_to_be_one(data: bytes, says: str) -> None:
    cleaned = read(Source(data, "page.html"))
    assert P[0] in cleaned.article.text
    assert len(cleaned.notes) == 1
    assert says in cleaned.notes[0]
    assert "Subscribe" not in cleaned.article.text


def test_an_amp_page_is_known_by_its_proper_address() -> None:
    source = Source(WHOLE["AMP"], "x", "https://post.example/amp/lamp")
    assert read(source).article.url == "https://post.example/lamp"


def posts(count: int) -> str:
    return "".join(
        f"<div class=live-post><time datetime=2024-11-03T1{n}:00>1{n}:00</time><h3>News number {n} from the quay</h3><p>{P[n % 4]}</p></div>"
        for n in range(count)
    )


@pytest.mark.parametrize(
    "data",
    [
        page(posts(4), ld("LiveBlogPosting")),
        page(f"<div class=live-blog>{posts(4)}</div>"),
        page(posts(7), title="The lamp goes out: live updates"),
    ],
)
def test_a_live_blog_is_read_in_its_order_and_said_to_be_one(data: bytes) -> None:
    cleaned = read(Source(data, "page.html"))
    assert cleaned.notes == (
        "the page is a live blog: what it says now is read, in its own order; it may go on",
    )
    text = cleaned.article.text
    assert [text.index(p) for p in P] == sorted(text.index(p) for p in P)


def test_a_plain_article_has_nothing_to_note() -> None:
    cleaned = read(Source(page(BODY), "page.html", "https://post.example/lamp"))
    assert (cleaned.notes, cleaned.next_page) == ((), None)


def test_a_list_of_articles_does_not_go_on() -> None:
    data = page(BODY, "<link rel=next href=/lamps/page/2>" + ld("CollectionPage"))
    assert read(Source(data, "x", "https://post.example/lamps")).next_page is None
    data = page(BODY, "<link rel=next href=/lamps/page/2>" + ld("NewsArticle"))
    assert (
        read(Source(data, "x", "https://post.example/lamps")).next_page == "https://post.example/lamps/page/2"
    )


@pytest.mark.parametrize(
    ("here", "there", "goes_on"),
    [
        ("https://a.example/lamp", "https://a.example/lamp?page=2", True),
        ("https://a.example/lamp?page=2", "https://a.example/lamp?page=3", True),
        ("https://a.example/lamp?id=7", "https://a.example/lamp?id=7&p=2", True),
        ("https://a.example/lamp/", "https://a.example/lamp/2/", True),
        ("https://a.example/lamp/2/", "https://a.example/lamp/3/", True),
        ("https://a.example/lamp", "https://a.example/lamp/seite-2", True),
        ("https://a.example/lamp.html", "https://a.example/lamp-2.html", True),
        ("https://a.example/lamp,1.html", "https://a.example/lamp,2.html", True),
        ("https://a.example/2024/lamp-99", "https://a.example/2024/lamp-99/page/2", True),
        ("https://a.example/lamp", "https://www.a.example/lamp/2", True),
        ("https://a.example/lamp?page=2", "https://a.example/lamp?page=4", False),
        ("https://a.example/lamp?page=2", "https://a.example/lamp?page=1", False),
        ("https://a.example/lamp", "https://a.example/ferry", False),
        ("https://a.example/story-14", "https://a.example/story-15", True),
        ("https://a.example/lamp", "https://a.example/ferry/2", False),
        ("https://a.example/lamp", "https://b.example/lamp/2", False),
        ("https://a.example/lamp", "javascript:next(2)", False),
        ("https://a.example/", "https://a.example/page/2", False),
    ],
)
def test_the_next_page_is_told_from_the_next_article(here: str, there: str, goes_on: bool) -> None:
    assert follows(here, there) is goes_on


@pytest.mark.parametrize("bad", ["http://[x", "//[", "https://post.example/²?page=²"])
@pytest.mark.parametrize("url", [None, "https://post.example/story", "http://[x"])
def test_a_malformed_address_is_none(bad: str, url: str | None) -> None:
    head = "".join(
        [
            f'<link rel=canonical href="{bad}"><link rel=next href="{bad}"><link rel=amphtml href="{bad}">',
            f'<meta property="og:url" content="{bad}"><meta property="og:image" content="{bad}">',
        ]
    )
    found = read(Source(page(BODY, head), "page.html", url=url))
    assert [b.text for b in found.article.blocks] == [*P, *MORE]
    assert found.next_page is None
    if "[" in bad:
        assert found.article.image is None
        assert found.article.url == (url if url and "[" not in url else None)


def test_an_index_that_has_several_types_goes_on_to_other_articles() -> None:
    address = "https://post.example/story"
    data = page(BODY, '<link rel=next href="/story/2">')
    assert read(Source(data, "x", url=address)).next_page == "https://post.example/story/2"
    kinds = '<script type=application/ld+json>{"@type": ["WebPage", "https://schema.org/CollectionPage"]}</script>'
    listed = page(BODY, f'<link rel=next href="/story/2">{kinds}')
    assert read(Source(listed, "x", url=address)).next_page is None


THREAD = "".join(
    f"<div class=post><span class=creator><a href=/u/{n}>user{n}</a></span><div class=body><p>{p}</p></div></div>"
    for n, p in enumerate(P)
)


@pytest.mark.parametrize(
    "markup",
    [
        f"<div id=app></div><noscript data-path=/t/12><h1>The lamp goes out</h1>{THREAD}</noscript><script>start()</script>",
        f"<noscript><img src=/pixel></noscript><noscript><main>{BODY}</main></noscript><div id=root>Loading</div>",
        f"<noscript>Please enable JavaScript.</noscript><section><noscript><article>{BODY}</article></noscript></section>",
    ],
)
def test_a_page_built_by_scripts_is_read_where_its_text_stands_without_them(markup: str) -> None:
    data = f"<html><head><title>The lamp goes out</title><noscript><link rel=stylesheet href=a.css></noscript></head><body>{markup}</body></html>"
    text = read(Source(data.encode(), "page.html")).article.text
    for paragraph in P:
        assert text.count(paragraph) == 1
    assert "enable JavaScript" not in text


@pytest.mark.parametrize(
    "markup",
    [
        f"<main><article>{BODY}</article></main><noscript><p>{'Without scripts this page cannot show you its map. ' * 8}</p></noscript>",
        f"<main><article>{BODY}</article></main><noscript>{BODY}</noscript>",
        f"<main><article>{BODY}</article></main><noscript><p>Please enable JavaScript to see the comments.</p></noscript>",
    ],
)
def test_what_a_page_says_twice_or_beside_its_story_for_want_of_scripts_is_not_read(markup: str) -> None:
    data = f"<html><head><title>The lamp goes out</title></head><body>{markup}</body></html>"
    text = read(Source(data.encode(), "page.html")).article.text
    for paragraph in P:
        assert text.count(paragraph) == 1
    assert "scripts" not in text
    assert "JavaScript" not in text


def test_sentences_that_are_set_as_headings_are_a_story_and_no_paywall() -> None:
    body = (
        "".join(f"<h3>{p}</h3>" for p in P)
        + "<p>Written on the pier.</p><p>You can subscribe to all of our news.</p>"
    )
    assert P[1] in read(Source(page(body), "page.html")).article.text
