"""An open set of pages of many layouts, made from texts of our own, each with what should be read of it.

    python tests/bench/open_pages.py FOLDER      writes the pages and gt.json, to look at

The pages are the same on every machine and in every run. They are no substitute for real pages, which have every
fault that there is; they hold a floor under what is understood, in any clone of the repository.
"""

# ruff: noqa: E501 - a page is as long as its lines

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from open_texts import Writer


@dataclass
class Made:
    """A page and the truth about it."""

    name: str
    layout: str
    markup: str
    body: list[str] = field(default_factory=list)
    """Lines that must be read, in their order."""
    without: list[str] = field(default_factory=list)
    """Lines that must not be read."""
    headings: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    title: str = ""
    author: str | None = None
    date: str | None = None
    url: str | None = None
    article: bool = True
    """False for pages that should be refused, or noted."""


FOOT = "All rights reserved by The Harbour Post and its friends on the coast."
COOKIES = "We use cookies and other small files so that this page works and so that we learn how it is read."
LETTER = "Sign up for our newsletter and get the news of the coast in your inbox every morning."
WORDS = {
    "en": ("Home", "News", "Sport", "Related stories", "Share", "comments"),
    "de": ("Start", "Nachrichten", "Sport", "Mehr zum Thema", "Teilen", "Kommentare"),
    "fr": ("Accueil", "Actualités", "Sport", "À lire aussi", "Partager", "commentaires"),
    "es": ("Inicio", "Noticias", "Deportes", "Te puede interesar", "Compartir", "comentarios"),
    "ja": ("ホーム", "ニュース", "スポーツ", "関連記事", "シェア", "コメント"),
    "ar": ("الرئيسية", "أخبار", "رياضة", "اقرأ أيضا", "شارك", "تعليقات"),
}


def _p(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _shown(day: str) -> str:
    return date.fromisoformat(day).strftime("%-d %B %Y")


def _around(
    w: Writer, inner: str, title: str, head: str = "", *, site: str = "The Harbour Post", lead: str = ""
) -> str:
    """A page's frame: menus, a cookie bar, teasers and the foot."""
    home, news, sport, *_ = WORDS[w.lang]
    menu = "".join(
        f"<li><a href='/{k}'>{word}</a></li>"
        for k, word in enumerate((home, news, sport, "Podcast", "Video"))
    )
    direction = " dir=rtl" if w.lang == "ar" else ""
    return (
        f"<!doctype html><html lang={w.lang}{direction}><head><meta charset=utf-8><title>{title} | {site}</title>"
        f'<meta property="og:site_name" content="{site}">{head}</head><body>{lead}'
        f"<header class=site-header><a class=logo href=/>{site}</a><nav><ul>{menu}</ul></nav></header>{inner}"
        f"<footer class=site-footer><ul><li><a href=/a>About us</a></li><li><a href=/b>Privacy policy</a></li></ul><p>{FOOT}</p></footer></body></html>"
    )


def _meta(title: str, opening: str, author: str | None, day: str | None) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title}
    if author:
        data["author"] = {"@type": "Person", "name": author}  # type: ignore[assignment]
    if day:
        data["datePublished"] = day
    return (
        f'<meta property="og:type" content="article"><meta property="og:title" content="{title}"><meta name=description content="{opening}">'
        f"<script type=application/ld+json>{json.dumps(data, ensure_ascii=False)}</script>"
    )


def _teasers(w: Writer, count: int = 4) -> tuple[str, list[str]]:
    titles = [w.title() for _ in range(count)]
    boxes = "".join(
        f"<div class=card><a href='/s/{k}'><img src='{k}.jpg' alt=''><h3>{t}</h3></a></div>"
        for k, t in enumerate(titles)
    )
    return f"<aside class=related><h2>{WORDS[w.lang][3]}</h2>{boxes}</aside>", titles


def _comments(w: Writer, count: int = 3) -> tuple[str, list[str]]:
    said = [w.paragraph(1, 2) for _ in range(count)]
    each = "".join(
        f"<div class=comment><b>{w.name()}</b> <time>3 May 2024</time><p>{s}</p><a href=#r>Reply</a></div>"
        for s in said
    )
    return f"<section id=comments><h2>{count} {WORDS[w.lang][5]}</h2>{each}</section>", said


def news(w: Writer) -> Made:
    """A newspaper's page with everything around the story."""
    title, author, day, body = w.title(), w.name(), w.day(), w.paragraphs(9)
    teasers, others = _teasers(w)
    comments, said = _comments(w)
    share = "".join(f"<a href=#>{s}</a> " for s in ("Facebook", "WhatsApp", "E-Mail"))
    inner = (
        f"<main><article class=story><h1>{title}</h1><div class=byline>By <a rel=author href=/x>{author}</a> <time datetime={day}>{_shown(day)}</time></div>"
        f"<div class=share>{WORDS[w.lang][4]} {share}</div><figure><img src=a.jpg><figcaption>The harbour. Photo: Jory Bray</figcaption></figure>"
        f"<div class=article-body>{_p(body[:4])}<div class=ad>Advertisement</div>{_p(body[4:6])}<div class=newsletter><p>{LETTER}</p></div>{_p(body[6:])}</div></article>{teasers}{comments}</main>"
    )
    lead = f"<div class=cookie-banner role=dialog><p>{COOKIES}</p><button>Accept</button></div>"
    head = _meta(title, body[0][:120], author, day)
    return Made(
        "",
        "news",
        _around(w, inner, title, head, lead=lead),
        body,
        [*others, *said, LETTER, COOKIES, FOOT, "Advertisement", "Photo: Jory Bray"],
        title=title,
        author=author,
        date=day,
    )


def soup(w: Writer) -> Made:
    """Nothing but `div`s with names that say little."""
    title, body = w.title(), w.paragraphs(8)
    teasers, others = _teasers(w)
    inner = (
        f"<div class=c1><div class=c2><div class=c3>{title}</div><div class=c4>"
        + "".join(f"<div>{line}</div>" for line in body)
        + f"</div></div>{teasers}</div>"
    )
    return Made("", "soup", _around(w, inner, title), body, [*others, FOOT], title=title)


def blog(w: Writer) -> Made:
    """A private blog as WordPress sets it."""
    title, author, day, body = w.title(), w.name(), w.day(), w.paragraphs(7)
    heads = [w.title(), w.title()]
    comments, said = _comments(w)
    text = f"{_p(body[:3])}<h2>{heads[0]}</h2>{_p(body[3:5])}<h2>{heads[1]}</h2>{_p(body[5:])}"
    inner = (
        f"<div id=content><article class='post type-post tag-commentary category-news hentry'><header><h1 class=entry-title>{title}</h1><div class=entry-meta>Posted on <time class=entry-date datetime={day}>{_shown(day)}</time> by <span class='author vcard'><a class='url fn' href=/x>{author}</a></span></div></header>"
        f"<div class=entry-content>{text}<div class=sharedaddy><h3>Share this:</h3><ul><li><a href=#>Twitter</a></li></ul></div></div><footer class=entry-meta>Filed under <a href=/t>Harbour</a></footer></article>{comments}"
        f"<div class=nav-links><a rel=prev href=/p>Previous post</a></div></div><div class=sidebar><h3>Recent posts</h3><ul><li><a href=/1>{w.title()}</a></li></ul></div>"
    )
    lines = [*body[:3], heads[0], *body[3:5], heads[1], *body[5:]]
    return Made(
        "",
        "blog",
        _around(w, inner, title, "<meta name=generator content='WordPress 6.4'>"),
        lines,
        [*said, "Filed under", "Share this"],
        heads,
        title=title,
        author=author,
        date=day,
    )


def documentation(w: Writer) -> Made:
    """A manual's page with code, a table of contents and links to the next page."""
    title, body, heads = w.title(), w.paragraphs(6), [w.title(), w.title(), w.title()]
    code = [f"lamp --level {k} --harbour north" for k in range(3)]
    parts = "".join(
        f"<section><h2>{h}<a class=headerlink href=#x>¶</a></h2>{_p(body[2 * k : 2 * k + 2])}<div class=highlight><pre><code>{code[k]}</code></pre></div></section>"
        for k, h in enumerate(heads)
    )
    toc = "".join(f"<li><a href=#{k}>{h}</a></li>" for k, h in enumerate(heads))
    side = "".join(f"<li><a href=/d/{k}>{w.title()}</a></li>" for k in range(8))
    inner = f"<div class=sphinxsidebar><h3>Table of contents</h3><ul>{toc}</ul><ul class=toctree>{side}</ul></div><div role=main class=document><div class=body><h1>{title}<a class=headerlink href=#x>¶</a></h1>{parts}</div></div><div class=related><a href=/n>next</a> | <a href=/p>previous</a></div>"
    lines = [line for k, h in enumerate(heads) for line in (h, *body[2 * k : 2 * k + 2], code[k])]
    return Made(
        "",
        "documentation",
        _around(w, inner, title, "<meta name=generator content='Sphinx 7'>", site="Lamp manual"),
        lines,
        ["Table of contents", "¶"],
        heads,
        title=title,
    )


def forum(w: Writer) -> Made:
    """A thread: a question and its answers, which all belong to it."""
    title, posts = w.title(), [w.paragraphs(2) for _ in range(6)]
    each = "".join(
        f"<article class=post id=p{k}><div class=post-author><a href=/u/{k}>user{k}</a><span>Posts: {k * 17}</span></div><div class=post-body>{_p(p)}</div><div class=post-controls><a href=#>Quote</a> <a href=#>Report</a></div></article>"
        for k, p in enumerate(posts)
    )
    inner = f"<div class=thread><h1>{title}</h1>{each}</div><div class=similar><h3>Similar threads</h3><ul><li><a href=/t/1>{w.title()}</a></li></ul></div>"
    return Made(
        "",
        "forum",
        _around(w, inner, title, "<meta name=generator content='phpBB'>", site="Harbour forum"),
        [line for p in posts for line in p],
        ["Similar threads", "Report"],
        title=title,
        url="https://forum.example/viewtopic.php?t=12",
    )


def recipe(w: Writer) -> Made:
    """Ingredients and steps between a short story and a print button."""
    title, body = w.title(), w.paragraphs(3)
    items = [
        "200 g of flour",
        "three eggs",
        "a pinch of salt",
        "half a litre of milk",
        "two spoons of butter",
    ]
    steps = [w.sentence() for _ in range(4)]
    inner = f"<main><h1>{title}</h1>{_p(body)}<h2>Ingredients</h2><ul class=ingredients>{''.join(f'<li>{i}</li>' for i in items)}</ul><h2>Method</h2><ol>{''.join(f'<li>{s}</li>' for s in steps)}</ol><button>Print</button><p class=share>Pin it for later</p></main>"
    return Made(
        "",
        "recipe",
        _around(w, inner, title),
        [*body, "Ingredients", *items, "Method", *steps],
        ["Pin it for later"],
        ["Ingredients", "Method"],
        [*items, *steps],
        title=title,
    )


def interview(w: Writer) -> Made:
    """Questions in bold, answers in plain letters."""
    title, author = w.title(), w.name()
    questions, answers = [f"{w.sentence()[:-1].strip('“”')}?" for _ in range(6)], w.paragraphs(6)
    talk = "".join(f"<p><strong>{q}</strong></p><p>{a}</p>" for q, a in zip(questions, answers, strict=True))
    inner = f"<article><h1>{title}</h1><p class=author>By {author}</p>{talk}</article>"
    return Made(
        "",
        "interview",
        _around(w, inner, title),
        [line for pair in zip(questions, answers, strict=True) for line in pair],
        [FOOT],
        title=title,
        author=author,
    )


def live(w: Writer) -> Made:
    """A live blog: short posts, each with its time."""
    title, posts = w.title(), [(w.title(), w.paragraph()) for _ in range(7)]
    each = "".join(
        f"<div class=live-post><time datetime=2024-05-03T1{k}:00>1{k}:00</time><h3>{h}</h3><p>{t}</p></div>"
        for k, (h, t) in enumerate(posts)
    )
    head = f'<script type=application/ld+json>{{"@type": "LiveBlogPosting", "headline": "{title}"}}</script>'
    return Made(
        "",
        "live",
        _around(w, f"<main><h1>{title}</h1><div class=live-blog>{each}</div></main>", title, head),
        [line for post in posts for line in post],
        [FOOT],
        [h for h, _ in posts],
        title=title,
    )


def old(w: Writer) -> Made:
    """Tables in tables and fonts, as pages were set in 1999."""
    title, body = w.title(), w.paragraphs(7)
    text = "<br><br>".join(body)
    links = "".join(f"<tr><td><a href=/{k}><font size=1>{w.title()}</font></a></td></tr>" for k in range(5))
    inner = f"<table width=800><tr><td width=150 valign=top><table>{links}</table></td><td><font size=5><b>{title}</b></font><p><font face=Arial size=2>{text}</font></p></td></tr></table>"
    return Made(
        "",
        "old",
        f"<html><head><title>{title}</title></head><body bgcolor=white>{inner}<center><font size=1>{FOOT}</font></center></body></html>",
        body,
        [FOOT],
        title=title,
    )


def hidden(w: Writer) -> Made:
    """What is hidden or struck out is not read, and a quotation keeps its words."""
    title, body = w.title(), w.paragraphs(6)
    gone = [w.paragraph() for _ in range(3)]
    inner = f"<main><article><h1>{title}</h1>{_p(body[:2])}<p hidden>{gone[0]}</p><blockquote><p>{body[2]}</p></blockquote><div style='display:none'><p>{gone[1]}</p></div>{_p(body[3:])}<div aria-hidden=true class=visually-hidden><p>{gone[2]}</p></div></article></main>"
    return Made("", "hidden", _around(w, inner, title), body, gone, title=title)


def notes(w: Writer) -> Made:
    """Footnotes and their marks, which nobody wants to hear in a sentence."""
    title, body = w.title(), w.paragraphs(6)
    marked = [f"{line[:-1]}<sup><a href=#n{k}>[{k + 1}]</a></sup>." for k, line in enumerate(body)]
    foot = "".join(
        f"<li id=n{k}>The Harbour Post, {1980 + k}, page {k + 3}. <a href=#b>↩</a></li>" for k in range(6)
    )
    inner = f"<main><article><h1>{title}</h1>{_p(marked)}<section class=footnotes><ol>{foot}</ol></section></article></main>"
    return Made(
        "",
        "notes",
        _around(w, inner, title),
        body,
        ["[1]", "↩"],
        title=title,
    )


def front(w: Writer) -> Made:
    """A front page of teasers."""
    each = "".join(
        f"<article class=teaser><a href=/2024/{k}><img src={k}.jpg><h2>{w.title()}</h2></a><p>{w.sentence()[:70]} …</p><time>{k + 1} May 2024</time></article>"
        for k in range(18)
    )
    return Made(
        "",
        "front",
        _around(
            w, f"<main>{each}</main>", "The news of the coast", '<meta property="og:type" content="website">'
        ),
        article=False,
        url="https://post.example/",
    )


def shop(w: Writer) -> Made:
    """A shop's list of goods."""
    each = "".join(
        f"<li class=product><a href=/p/{k}><img src={k}.jpg><span>Lamp number {k}</span></a><span class=price>€ {k}9.90</span><button>Add to cart</button></li>"
        for k in range(24)
    )
    return Made(
        "",
        "shop",
        _around(
            w,
            f"<main><h1>Lamps</h1><p>{w.paragraph(1, 2)}</p><ul>{each}</ul></main>",
            "Lamps",
            '<meta property="og:type" content="website">',
            site="Lamps & Co",
        ),
        article=False,
        url="https://shop.example/collections/lamps",
    )


def search(w: Writer) -> Made:
    """Results of a search."""
    each = "".join(
        f"<li class=hit><h3><a href=/r/{k}>{w.title()}</a></h3><p>… {w.sentence()[8:70]} …</p></li>"
        for k in range(20)
    )
    return Made(
        "",
        "search",
        _around(w, f"<main><h1>20 results</h1><ol>{each}</ol></main>", "Results"),
        article=False,
        url="https://post.example/search?q=lamp",
    )


def missing(w: Writer) -> Made:
    """A page that says that there is nothing, with the status of one that has something."""
    inner = f"<main><h1>Oh dear</h1><p>What you are looking for has gone or was never here, and we are sorry about that. Start again from the first page, or write to us about it, and we will have a look.</p></main><!-- {w.day()} -->"
    return Made(
        "",
        "missing",
        _around(w, inner, "Oh dear"),
        article=False,
        url="https://post.example/2024/lighthouse-keeper-retires",
    )


def sign_in(w: Writer) -> Made:
    """A form to sign in."""
    inner = f"<main><h1>Welcome back</h1><p>It is good to see you again, and we only have to know who you are before we can show you what you wanted to read today.</p><form><label>Name<input name=n></label><label>Password<input type=password></label><button>Go on</button></form></main><!-- {w.day()} -->"
    return Made("", "sign-in", _around(w, inner, "Welcome"), article=False)


LAYOUTS: dict[str, tuple[Callable[[Writer], Made], tuple[str, ...]]] = {
    "news": (news, ("en", "en", "en", "de", "de", "fr", "fr", "es", "ja", "ja", "ar", "ar")),
    "soup": (soup, ("en", "en", "de", "fr", "es", "ja", "ar")),
    "blog": (blog, ("en", "en", "en", "de", "fr", "es")),
    "documentation": (documentation, ("en",) * 6),
    "forum": (forum, ("en", "en", "en", "de", "fr", "es")),
    "recipe": (recipe, ("en",) * 4),
    "interview": (interview, ("en",) * 4),
    "live": (live, ("en",) * 4),
    "old": (old, ("en", "en", "de", "fr")),
    "hidden": (hidden, ("en", "en", "de", "ja", "ar")),
    "notes": (notes, ("en",) * 4),
    "front": (front, ("en", "en", "de", "fr", "es")),
    "shop": (shop, ("en", "en", "de", "fr")),
    "search": (search, ("en", "en", "de", "es")),
    "missing": (missing, ("en", "en")),
    "sign-in": (sign_in, ("en", "en")),
}


def pages() -> list[Made]:
    """All pages, always the same."""
    made = []
    for layout, (make, languages) in LAYOUTS.items():
        for k, lang in enumerate(languages):
            page = make(Writer(f"{layout}-{k}", lang))
            page.name = f"{layout}-{lang}-{k}"
            made.append(page)
    return made


def main() -> None:
    """Write the pages to a folder."""
    folder = Path(sys.argv[1])
    (folder / "html").mkdir(parents=True, exist_ok=True)
    truth = {}
    for page in pages():
        (folder / "html" / f"{page.name}.html").write_text(page.markup, encoding="utf-8")
        truth[page.name] = {
            "articleBody": "\n".join(page.body),
            "without": page.without,
            "title": page.title,
            "author": page.author,
            "date": page.date,
            "url": page.url,
            "kind": page.layout,
        }
    (folder / "gt.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
