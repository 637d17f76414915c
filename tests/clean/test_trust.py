"""What is doubted or refused because of how the page is built, and what only looks like it and is read."""

# ruff: noqa: E501 - a page is as long as its lines

from dataclasses import replace

import pytest

from listen.clean import read
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.page_types import trust
from listen.clean.page_types.evidence import Evidence, kept_of
from listen.clean.page_types.measures import stems
from listen.clean.result import Cleaned
from listen.errors import NoArticleError
from listen.model import Block, Source

TOPICS = [
    "ferry",
    "lighthouse",
    "harbour",
    "railway",
    "school",
    "library",
    "market",
    "hospital",
    "bridge",
    "museum",
    "theatre",
    "airport",
    "forest",
    "river",
    "castle",
]
P = [
    f"The {topic} of the town was closed on Friday, {n + 3} years after it had been opened by the mayor, and about {n}00 people came to see it for the last time before the winter."
    for n, topic in enumerate(TOPICS, 2)
]


def page(body: str, title: str, head: str = "", lang: str = "en") -> bytes:
    menu = "".join(f"<li><a href=/s/{t}>{t.title()}</a></li>" for t in TOPICS[:6])
    foot = "".join(f"<a href=/about/{t}>{t.title()}</a> " for t in ("contact", "imprint", "privacy"))
    return (
        f"<!doctype html><html lang={lang}><head><title>{title}</title>{head}</head><body><header><nav><ul>{menu}</ul></nav></header>"
        f"<main>{body}</main><footer><p>© 2024 The Post {foot}</p></footer></body></html>"
    ).encode()


def teaser(n: int, words: int = 18) -> str:
    t = TOPICS[n % len(TOPICS)]
    text = " ".join(P[n % len(P)].split()[:words])
    return f"<article class=teaser><a href=/2024/{t}-{n}><img src=/{n}.jpg><h3>The {t} is closed after {n + 5} years</h3></a><p>{text} …</p><time>{n + 1} May 2024</time></article>"


def goods(n: int) -> str:
    t = TOPICS[n % len(TOPICS)]
    return f"<li class=product-card><a href=/p/{n}><img src=/{n}.jpg><span>Model {t} {n}</span></a><span class=price>€ {n}9.90</span><button>Add to cart</button></li>"


def result(n: int) -> str:
    return f"<li class=hit><h3><a href=/r/{n}>{TOPICS[n % 15].title()} in town {n}</a></h3><p>… {' '.join(P[n % 15].split()[3:16])} …</p></li>"


SITE = '<meta property="og:type" content="website">'
LISTS = {
    "a front page": (page("".join(teaser(n) for n in range(16)), "The Post", SITE), "https://post.example/"),
    "a section": (page("<h1>Sport</h1>" + "".join(teaser(n, 12) for n in range(12)), "Sport | The Post", SITE), "https://post.example/category/sport"),
    "a shop": (page("<h1>Lamps</h1><p>Our lamps are made by hand in the north and are sent to you within two days of your order, free of charge.</p><ul>" + "".join(map(goods, range(24))) + "</ul>", "Lamps", SITE), "https://shop.example/collections/lamps"),
    "a shop in German": (page("<h1>Leuchten</h1><p>Unsere Leuchten werden im Norden von Hand gemacht und innerhalb von zwei Tagen zu Ihnen geschickt, ganz ohne Kosten.</p><ul>" + "".join(map(goods, range(24))).replace("Add to cart", "In den Korb") + "</ul>", "Leuchten", SITE, "de"), "https://laden.example/shop/leuchten"),
    "a blog's first page": (page("".join(teaser(n).replace("<article class=teaser>", "<div class=post>").replace("</article>", "</div>") for n in range(14)), "The Post", SITE), "https://post.example/"),
    "search results": (page("<h1>Results for town</h1><ol>" + "".join(map(result, range(20))) + "</ol>", "town - search", SITE), "https://post.example/search?q=town"),
}  # fmt: skip


def heard(data: bytes, url: str | None = None) -> Cleaned | str:
    """What is read, or the error's words."""
    try:
        return read(Source(data, "page.html", url))
    except NoArticleError as error:
        return str(error)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_refused_or_doubted(name: str) -> None:
    found = heard(*LISTS[name])
    said = found if isinstance(found, str) else " ".join(found.notes)
    assert "list" in said
    if not isinstance(found, str):
        assert found.trust < 0.8
        assert found.notes[0].startswith("this page may not be one article")


SHORT = "<h1>Something went wrong</h1><p>We have looked everywhere but the thing that you want is not here any more, or it never was. Go back to the start and try again from there.</p>"
FORMS = {
    "an error page in an article's place": (page(SHORT, "The Post"), "https://post.example/2024/05/lighthouse-keeper-retires", "what its address says"),
    "an error page that search engines should not see": (page(SHORT, "The Post", "<meta name=robots content=noindex>"), None, "what its address says"),
    "a form to sign in": (page("<h1>Welcome back</h1><p>It is good to see you again, please tell us who you are so that we can show you what you have paid for, and thank you for your trust in us.</p><form><input type=email><input type=password></form>", "Account"), None, "form to sign in"),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_what_stands_in_an_articles_place_is_refused(name: str) -> None:
    data, url, says = FORMS[name]
    found = heard(data, url)
    assert isinstance(found, str)
    assert says in found


ARTICLE = (
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2024-05-03">'
)
READ = {
    "an article with teasers under it": page("<article><h1>The winter in our town</h1>" + "".join(f"<p>{p}</p>" for p in P) + "</article><section class=related>" + "".join(teaser(n) for n in range(8)) + "</section>", "The winter in our town", ARTICLE),
    "an article without a word of metadata": page("<h1>The winter in our town</h1>" + "".join(f"<p>{p}</p>" for p in P), "The winter in our town"),
    "an article with a form to sign in": page("<h1>The winter in our town</h1>" + "".join(f"<p>{p}</p>" for p in P) + "<form class=login><input type=password></form>", "The winter in our town"),
    "a page of documentation": page("<h1>Configure the lamp</h1>" + "".join(f"<h2>Option {t}</h2><p>{p}</p><pre><code>lamp --{t} on</code></pre>" for t, p in zip(TOPICS[:7], P, strict=False)), "Configure the lamp — Lamp 2.1 documentation", "<meta name=generator content='Sphinx 7.1'>"),
    "a thread of a forum": page("<h1>Which lamp for the cellar?</h1>" + "".join(f"<div class=post><div class=author><a href=/u/{n}>user{n}</a></div><div class=message><p>{p}</p><p>{P[-n - 1]}</p></div></div>" for n, p in enumerate(P[:6])), "Which lamp for the cellar?"),
    "a short notice": page("<article><h1>The ferry rests on Monday</h1><p>The ferry does not run on Monday because its ramp is being painted. On Tuesday it leaves again at six, as on every day of the year, and the fare remains what it was.</p></article>", "The ferry rests on Monday"),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_what_only_looks_like_it_is_read_without_a_note(name: str) -> None:
    found = heard(READ[name])
    assert isinstance(found, Cleaned)
    assert [n for n in found.notes if n.startswith(trust.NOTE)] == []


def test_a_page_that_says_it_is_longer_is_doubted() -> None:
    ld = '<script type=application/ld+json>{"@type": "NewsArticle", "headline": "The winter in our town", "wordCount": %s}</script>'
    body = "<article><h1>The winter in our town</h1>" + "".join(f"<p>{p}</p>" for p in P[:6]) + "</article>"
    found = heard(page(body, "The winter in our town", ld % 2400))
    assert isinstance(found, Cleaned)
    assert "it says that it has 2400 words" in found.notes[0]
    whole = heard(page(body, "The winter in our town", ld % '"190"'))
    assert isinstance(whole, Cleaned)
    assert whole.notes == ()


def test_the_wrong_text_of_a_page_is_doubted() -> None:
    """The cleaner is not asked: what it might take by mistake is judged."""
    from listen.clean.metadata.gather import gather
    from listen.clean.page_types.evidence import gathered

    story = "".join(f"<p>{p}</p>" for p in P)
    note = "<div class=cookie-notice><p>We keep small files on your device so that the page works, and others so that we learn how often it is read, by whom, and on which days of the week that happens.</p></div>"
    comments = (
        "<section id=comments>"
        + "".join(
            f"<div class=comment><p>I was there on that day and I can only say that it was cold, number {n}, and that nobody had thought of bringing tea.</p></div>"
            for n in range(4)
        )
        + "</section>"
    )
    root = parse(
        page(
            f"{note}<article><h1>The winter in our town</h1>{story}</article>{comments}",
            "The winter in our town",
            ARTICLE,
        ).decode()
    )
    found = walk(root)
    meta = gather(root, None, found)
    for words, reason in (("small files", "a notice"), ("I was there", "comments")):
        wrong = [i for i, c in enumerate(found.candidates) if words in c.text]
        verdict = trust.judge(gathered(found, wrong, meta, None))
        assert verdict.note is not None
        assert verdict.note.startswith("this page may not be one article")
        assert verdict.value < 0.5
        assert reason in verdict.note or "headline" in verdict.note
    right = [i for i, c in enumerate(found.candidates) if c.text in P]
    assert trust.judge(gathered(found, right, meta, None)).note is None


def test_sure_lists_are_refused_unless_they_say_that_they_are_articles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measures = {"dated": 0.0, "signed": 0.0, "address_said": 1.0, "title_said": 1.0}
    evidence = Evidence({**dict.fromkeys((name for name, *_ in trust._REASONS), 0.0), **measures}, words=400)
    for sure, message in ((("list", 0.99), "list of other pages"), (("wrong", 0.99), "told from the rest")):
        monkeypatch.setattr(trust, "doubt", lambda kind, _, sure=sure: sure[1] if kind == sure[0] else 0.01)
        with pytest.raises(NoArticleError, match=message):
            trust.judge(evidence)
        for known in (
            replace(evidence, story=True),
            replace(evidence, forum=True),
            replace(evidence, documentation=True),
        ):
            verdict = trust.judge(known)
            assert verdict.value == pytest.approx(0.01)
            assert verdict.note is not None
    monkeypatch.setattr(trust, "doubt", lambda kind, _: 0.3 if kind == "list" else 0.01)
    assert trust.judge(evidence).note == f"{trust.NOTE}: it looks like a list of other pages or of goods"
    assert trust.judge(replace(evidence, forum=True)).note is None
    monkeypatch.setattr(trust, "doubt", lambda kind, _: 0.3 if kind == "wrong" else 0.01)
    assert trust.judge(evidence).note is not None
    assert trust.judge(replace(evidence, forum=True)).note is None


def test_words_are_the_same_whatever_their_endings() -> None:
    assert stems("Lighthouses") == stems("lighthouse!") == {"light"}
    assert stems("the cat") == set()
    assert stems("灯台の") == {"灯台", "台の"}


def test_blocks_are_found_where_they_stand() -> None:
    found = walk(parse(f"<div><p>{P[0]}</p><p>{P[1]}</p></div><div><p>{P[0]}</p><p>{P[2]}</p></div>"))
    assert kept_of(found, [Block("paragraph", P[1]), Block("paragraph", P[0]), Block("paragraph", P[2])]) == [
        1,
        2,
        3,
    ]
    assert kept_of(found, [Block("paragraph", P[0]), Block("paragraph", "another text")]) == [0]


def test_lines_that_are_read_apart_are_found_where_they_stand() -> None:
    shop = "".join(f"<p><a href='/{n}'>Our offer number {n}</a></p>" for n in range(60))
    found = walk(parse(f"{shop}<p>Leek soup<br>Two leeks<br>Four potatoes</p><p>{P[0]}:</p><p>{P[1]}</p>"))
    lines = ("Leek soup", "Two leeks", "Four potatoes", f"{P[0]}.", P[1])
    at = next(i for i, c in enumerate(found.candidates) if c.text.startswith("Leek"))
    assert kept_of(found, [Block("paragraph", line) for line in lines]) == [at, at + 1, at + 2]
