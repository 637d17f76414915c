"""Documents other than pages: Markdown, EPUB, saved pages, feeds, PDF; and what is none of them."""

# ruff: noqa: E501 - tables of cases read best with one case a line

import io
import zipfile

import pytest

from listen.clean import read
from listen.clean.formats.dispatch import kind_of
from listen.clean.formats.markdown import clean_markdown
from listen.errors import ListenError, NoArticleError, SourceError
from listen.model import Block, Source

LONG = (
    "The keeper wrote in his book every evening that the lamp was lit and the wind was from the west, and on most "
    "evenings both of these things were true, as the harbour master found out many years later."
)


def test_markdown_blocks() -> None:
    text = f"""---
title: "The keeper's book"
author: Ann Pascoe
date: 2024-11-03
lang: en-GB
---
# The keeper's book

{LONG} It is [on show](https://example.org/x "Museum") *until* **May**.[^1]

## What it holds

> It was never only a lamp.
>
> — Mary Tregear

1. Wind
2. Weather
   - rain
   - fog

```python
lit = True
```

| Year | Ships |
|------|------:|
| 1912 | 3,101 |

$$E = mc^2$$

![The tower](tower.jpg "The tower at night")

[^1]: So says the museum.
"""
    cleaned = clean_markdown(text)
    article = cleaned.article
    assert (article.title, article.byline, article.published, article.lang) == (
        "The keeper's book",
        "Ann Pascoe",
        "2024-11-03",
        "en-GB",
    )
    assert article.blocks == (
        Block("paragraph", f"{LONG} It is on show until May."),
        Block("heading", "What it holds", level=2),
        Block("quote", "It was never only a lamp.", speaker="Mary Tregear"),
        Block("list_item", "Wind", level=1, number=1),
        Block("list_item", "Weather", level=1, number=2),
        Block("list_item", "rain", level=2),
        Block("list_item", "fog", level=2),
        Block("code", "lit = True"),
        Block("table", "Year | Ships\n1912 | 3,101", rows=(("Year", "Ships"), ("1912", "3,101"))),
        Block("formula", "E = mc^2", alt="E = mc^2"),
    )
    assert [(left.kind, left.text) for left in cleaned.left_out] == [
        ("captions", "The tower at night"),
        ("footnotes", "So says the museum."),
    ]
    kept = clean_markdown(text, keep=frozenset({"footnotes"})).article.blocks
    assert kept[-1] == Block("footnote", "So says the museum.", number=1)


def epub(**parts: str) -> bytes:
    files = {
        "META-INF/container.xml": "<container><rootfiles><rootfile full-path='O/b.opf'/></rootfiles></container>",
        "O/b.opf": """<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Tower</dc:title>
<dc:creator>Ann Pascoe</dc:creator><dc:language>en-GB</dc:language><dc:date>2020-05-01</dc:date>
<dc:publisher>Quay Press</dc:publisher></metadata><manifest>
<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="c" href="copy.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="two%20b.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/></spine></package>""",
        "O/nav.xhtml": """<html xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol>
<li><a href="copy.xhtml">Copyright</a></li><li><a href="one.xhtml">One: The stair</a></li>
<li><a href="two%20b.xhtml#x">Two: The lamp</a></li></ol></nav></body></html>""",
        "O/copy.xhtml": "<html><body><p>Copyright Quay Press.</p></body></html>",
        "O/one.xhtml": f"<html><body><h1>One: The stair</h1><p>{LONG}</p></body></html>",
        "O/two b.xhtml": f"<html><body><p>{LONG}</p></body></html>",
        **parts,
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, text in files.items():
            archive.writestr(name, text)
    return held.getvalue()


def test_an_epub_is_its_chapters_in_reading_order() -> None:
    cleaned = read(Source(epub(), "tower.epub"))
    article = cleaned.article
    assert (article.title, article.byline, article.lang, article.published, article.site) == (
        "The Tower",
        "Ann Pascoe",
        "en-GB",
        "2020-05-01",
        "Quay Press",
    )
    assert article.blocks == (
        Block("heading", "One: The stair", level=1),
        Block("paragraph", LONG),
        Block("heading", "Two: The lamp", level=1),
        Block("paragraph", LONG),
    )
    assert [(left.kind, left.text) for left in cleaned.left_out] == [("navigation", "Copyright Quay Press.")]


def test_epubs_that_cannot_be_read() -> None:
    with pytest.raises(SourceError, match="locked by its seller"):
        read(Source(epub(**{"META-INF/rights.xml": "<x/>"}), "x.epub"))
    with pytest.raises(SourceError, match="damaged"):
        read(Source(epub()[:600], "x.epub", media_type="application/epub+zip"))


def test_a_saved_page() -> None:
    page = f"<html><head><title>The book</title></head><body><article><h1>The book</h1><p>{LONG}</p></article></body></html>"
    data = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://post.example/book\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{page.replace('=', '=3D')}\r\n--x--\r\n"
    )
    article = read(Source(data.encode(), "book.mhtml")).article
    assert article.blocks == (Block("paragraph", LONG),)
    assert article.url == "https://post.example/book"


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Harbour Post</title><language>en-gb</language>
<item><title>Only a summary</title><description>Short.</description><link>https://post.example/1</link></item>
<item><title>The book</title><link>https://post.example/2</link><dc:creator>Ann Pascoe</dc:creator>
<pubDate>Sun, 03 Nov 2024 08:15:00 GMT</pubDate><content:encoded><![CDATA[<p>%s</p><p>%s</p><p>%s</p>
<p>Share this:</p>]]></content:encoded></item></channel></rss>"""


def test_a_feed_gives_its_newest_full_item() -> None:
    cleaned = read(Source((RSS % (LONG, LONG, LONG)).encode(), "feed.xml"))
    article = cleaned.article
    assert article.title == "The book"
    assert article.byline == "Ann Pascoe"
    assert article.published == "2024-11-03T08:15:00+00:00"
    assert (article.site, article.lang, article.url) == (
        "The Harbour Post",
        "en-GB",
        "https://post.example/2",
    )
    assert [b.text for b in article.blocks] == [LONG, LONG, LONG]
    assert [left.text for left in cleaned.left_out] == ["Only a summary", "Share this:"]


def test_a_feed_of_summaries_names_an_item_to_give() -> None:
    with pytest.raises(
        NoArticleError, match="only summaries; give an item's own address, for example https://post"
    ):
        read(Source((RSS % ("a", "b", "c")).encode(), "feed.xml"))


def test_an_atom_feed() -> None:
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>The book</title>
<link rel="alternate" href="https://post.example/3"/><author><name>Ann Pascoe</name></author>
<published>2024-11-03T08:15:00Z</published><content type="html">&lt;p&gt;{LONG}&lt;/p&gt;&lt;p&gt;{LONG}&lt;/p&gt;
&lt;p&gt;{LONG}&lt;/p&gt;</content></entry></feed>"""
    article = read(Source(atom.encode(), "atom.xml")).article
    assert (article.title, article.byline, len(article.blocks)) == ("The book", "Ann Pascoe", 3)
    assert article.url == "https://post.example/3"


@pytest.mark.parametrize(
    ("data", "media", "kind"),
    [
        (b"<!doctype html><p>x", None, "html"),
        (b"<p>One</p><p>Two</p>", None, "html"),
        (b"# Title\n\n- a\n- b\n\n[x](https://y)", None, "markdown"),
        (b"Just words.", "text/markdown", "markdown"),
        (b"Just words.", None, "text"),
        (b"a < b and c > d", None, "text"),
        (b"%PDF-1.4", "text/html", "pdf"),
        (b"<?xml version='1.0'?><rss/>", None, "feed"),
        ("<html><p>Grüße</p>".encode("utf-16"), None, "html"),
    ],
)
def test_kinds_are_told_by_content_first(data: bytes, media: str | None, kind: str) -> None:
    assert kind_of(Source(data, "x", media_type=media)) == kind


def test_what_is_no_text_says_so() -> None:
    for data, says in (
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"ID3\x03\0\0\0", "sound"),
        (b"PK\x03\x04..", "ZIP"),
    ):
        with pytest.raises(ListenError, match=says):
            read(Source(data, "x"))
