"""Thirty-eight inputs of all kinds, written with what is to be read before any was tried: 29 were right at first sight.

Three of the nine others were mistaken in what they asked (a formula's spaces, a song's lines, a PDF that repeats its
page). What failed: the name of its anchor behind a heading, a news ticker behind the story, an excerpt before it, a
site's name and slogan for a title, contents and boxes in Markdown, paragraphs of one long line each in a text.
"""

# ruff: noqa: E501 - an input reads best in one piece

from __future__ import annotations

from email.message import EmailMessage

import pytest

from listen.clean import read
from listen.clean.formats.markdown import clean_markdown
from listen.clean.formats.web_page import clean_page
from listen.model import Source
from tests.clean.pdf_maker import Text, column, pdf
from tests.clean.storied_page import PARAGRAPHS, TITLE, added, page_html, page_with, paragraphs, read_texts
from tests.clean.test_epub_book import ONE, THREE, TWO, book, page

MILL = (
    "The mill at the end of the valley ground its last flour in the spring of 1961, when the stream was led into a pipe.",
    "Its wheel still turns, because the village pays an old joiner to keep it turning for the children of the school.",
    "He says that a wheel which stands for one winter will never turn again, and that the same is true of joiners.",
    "On the first of May the doors are open, and whoever brings a bag of grain may take it home as flour by noon.",
)


def whole(body: str, head: str = "", title: str = "The mill", attrs: str = "") -> list[str]:
    """What is read of a page of our own."""
    return read_texts(
        clean_page(
            f"<html lang=en><head><title>{title}</title>{head}</head><body {attrs}><nav><a href=/>Home</a></nav>{body}<footer>© 2026 The Valley</footer></body></html>"
        )
    )


def told(behind: str = "", before: str = "", inside: str = "") -> str:
    return f"<main><article><h1>The mill</h1>{before}{paragraphs(MILL[:2])}{inside}{paragraphs(MILL[2:])}{behind}</article></main>"


STORY = list(MILL)
PAGES: list[tuple[str, str, list[str]]] = [
    # names that only contain a word
    ("body of a blog filed under comments", told(), STORY),
    (
        "the id of a box that shares a word",
        f"<div id=share-your-story-page><h1>The mill</h1>{paragraphs(MILL)}</div>",
        STORY,
    ),
    (
        "a widget of newsletters between",
        told(
            inside="<div class=nl-signup><h3>Never miss a mill</h3><p>Our letter comes every Friday.</p><input type=email name=mail><button>Join</button></div>"
        ),
        STORY,
    ),
    # hidden, dialogs, struck out
    (
        "clipped text for readers of screens",
        told(
            inside="<p><span class=visually-hidden>Opens in a new tab</span>The stream is called the Rill, and nobody knows why.</p>"
        ),
        [*STORY[:2], "The stream is called the Rill, and nobody knows why.", *STORY[2:]],
    ),
    (
        "a template that no browser shows",
        told(inside="<template><p>Hello {{name}}, you have won a bag of flour today.</p></template>"),
        STORY,
    ),
    (
        "details with a question and its answer",
        told(
            behind="<details><summary>Who owns the mill?</summary><p>It belongs to the village, which bought it for one crown in 1962.</p></details>"
        ),
        [*STORY, "Who owns the mill?", "It belongs to the village, which bought it for one crown in 1962."],
    ),
    (
        "words that were struck out and put right",
        told(inside="<p>The pipe was laid in <del>1960</del> <ins>1961</ins>, in one week.</p>"),
        [*STORY[:2], "The pipe was laid in 1961, in one week.", *STORY[2:]],
    ),
    # words damaged
    (
        "a large first letter",
        "<main><article><h1>The mill</h1><p><span class=dropcap>T</span>he mill at the end of the valley ground its last flour in the spring of 1961, when the stream was led into a pipe.</p>"
        + paragraphs(MILL[1:])
        + "</article></main>",
        STORY,
    ),
    (
        "a heading with the name of its anchor behind it",
        told(inside="<h2 id=section2>The wheel<a href='#section2'>#section2</a></h2>"),
        [*STORY[:2], "The wheel", *STORY[2:]],
    ),
    (
        "letters in brackets and an address that is needed",
        told(
            inside="<p>“[I]t turn[s] for the children,” he wrote to https://mill.example/joiner in 1990.</p>"
        ),
        [
            *STORY[:2],
            "“[I]t turn[s] for the children,” he wrote to https://mill.example/joiner in 1990.",
            *STORY[2:],
        ],
    ),
    (
        "a formula set twice",
        told(
            inside='<p>The power is <span class="katex"><span class="katex-mathml"><math><mi>P</mi><mo>=</mo><mi>m</mi><mi>g</mi><mi>h</mi></math></span><span class="katex-html" aria-hidden="true">P=mgh</span></span>, as every child of the school knows.</p>'
        ),
        [*STORY[:2], "The power is P = m g h , as every child of the school knows.", *STORY[2:]],
    ),
    # story under a name for furniture
    (
        "a song in a class of its own",
        told(
            inside="<p class=poem>Turn, wheel, turn,<br>the stream is in the pipe,<br>turn, wheel, turn.</p>"
        ),
        [*STORY[:2], "Turn, wheel, turn, the stream is in the pipe, turn, wheel, turn.", *STORY[2:]],
    ),
    (
        "one-word items under the sentence that leads to them",
        told(
            inside="<p>The mill ground whatever the farmers of the valley brought to it:</p><ul><li>rye</li><li>oats</li><li>barley</li></ul>"
        ),
        [
            *STORY[:2],
            "The mill ground whatever the farmers of the valley brought to it:",
            "rye",
            "oats",
            "barley",
            *STORY[2:],
        ],
    ),
    (
        "a quotation with its speaker in a footer",
        told(
            inside="<blockquote><p>I have never oiled it in my life, and it has never asked me to.</p><footer>— Jory Bray, joiner</footer></blockquote>"
        ),
        [*STORY[:2], "I have never oiled it in my life, and it has never asked me to.", *STORY[2:]],
    ),
    # neighbours
    (
        "a heading over a gallery and nothing else",
        told(
            behind="<h2>Pictures of the mill</h2><div class=gallery><figure><img src=1.jpg><figcaption>The wheel</figcaption></figure></div>"
        ),
        STORY,
    ),
    (
        "a part that ends in a colon over a button",
        told(behind="<p>You can order a bag of the flour here:</p><a class=btn href=/shop>Order now</a>"),
        STORY,
    ),
    (
        "the news ticker of the site behind the story",
        told(
            behind="<h2>Ticker</h2><ul><li>2 hours ago</li><li>The bridge is closed for the whole of the week.</li><li>5 hours ago</li><li>The school has a new roof at last.</li><li>yesterday</li><li>Nobody was hurt when the tree fell.</li></ul>"
        ),
        STORY,
    ),
    (
        "the beginning again as an excerpt",
        told(
            before="<p class=intro>The mill at the end of the valley ground its last flour in spring 1961, when the stream was led into a pipe …</p>"
        ),
        STORY,
    ),
    (
        "a line of the author with his agency",
        f"<main><article><h1>The mill</h1><p>By Ann Pascoe and Jory Bray, VPA</p>{paragraphs(MILL)}</article></main>",
        STORY,
    ),
    (
        "links to other mills at the end, some in words of their own",
        told(
            behind="<h3>Find more mills</h3><ul><li><a href=/a>Mills of the north</a></li><li><a href=/b>Mills of the south coast and its islands</a></li><li><a href=/c>Windmills</a></li><li><a href=/d>Mills with a bakery beside them</a></li></ul>"
        ),
        STORY,
    ),
    # tables
    (
        "a table with nested cells",
        told(
            inside="<table><tr><th>Year</th><th>Flour</th></tr><tr><td>1959</td><td><div>40</div><div>tons</div></td></tr><tr><td>1960</td><td>31 tons</td></tr></table>"
        ),
        [*STORY[:2], "Year | Flour\n1959 | 40 tons\n1960 | 31 tons", *STORY[2:]],
    ),
    # transcripts, interviews, sources
    (
        "an interview with names in capitals",
        told(
            inside="<p>VALLEY POST: Why do you keep it turning?</p><p>BRAY: Because somebody has to be asked why.</p>"
        ),
        [
            *STORY[:2],
            "VALLEY POST: Why do you keep it turning?",
            "BRAY: Because somebody has to be asked why.",
            *STORY[2:],
        ],
    ),
    (
        "a list of sources with DOIs",
        told(
            behind="<h2>References</h2><ol><li>Bray J. (1990). Wheels that turn. J. Mills 4(2), 12–19. doi:10.1000/jm.1</li><li>Pascoe A. (1962). The pipe. Valley Press. doi:10.1000/vp.7</li><li>Rowe M. (2001). Flour by noon. J. Mills 15(1), 3–9. doi:10.1000/jm.9</li></ol>"
        ),
        STORY,
    ),
]
FILED = "post-7 single-post type-post tag-comments category-commentary"


@pytest.mark.parametrize(("name", "body", "expected"), PAGES, ids=[row[0] for row in PAGES])
def test_pages(name: str, body: str, expected: list[str]) -> None:
    head = "<meta name=author content='Ann Pascoe, Jory Bray'>" if "agency" in name else ""
    assert whole(body, head, attrs=f'class="{FILED}"' if "filed" in name else "") == expected


KOREAN = (
    "골짜기 끝의 물레방아는 1961년 봄에 마지막 밀가루를 빻았고, 그해 시냇물은 관 속으로 들어갔다.",
    "세계보건기구(WHO)는 그 물이 마실 만하다고 했지만 마을 사람들은 여전히 우물물을 마신다.",
    "목수는 말했다.",
    "“한 겨울을 쉰 바퀴는 다시 돌지 않습니다.”",
    "오월 첫날이면 문이 열리고, 곡식 한 자루를 가져온 사람은 정오에 밀가루를 들고 집으로 간다.",
)
HEBREW = (
    "הטחנה שבקצה העמק טחנה את הקמח האחרון שלה באביב 1961, כשהנחל הוכנס לצינור ארוך.",
    "ארגון הבריאות העולמי (WHO) קבע שהמים ראויים לשתייה, אבל הכפר שותה עד היום מן הבאר.",
    "הנגר הזקן אומר שגלגל שעומד חורף אחד לא יסתובב עוד לעולם, וכך גם הנגרים עצמם.",
    "באחד במאי הדלתות פתוחות, ומי שמביא שק של תבואה לוקח אותו הביתה כקמח עד הצהריים.",
)


@pytest.mark.parametrize(("lang", "texts"), [("ko", KOREAN), ("he", HEBREW)])
def test_scripts_without_capitals(lang: str, texts: tuple[str, ...]) -> None:
    html = f"<html lang={lang}><head><title>1961</title></head><body><nav><a href=/>·</a></nav><main><article><h1>1961</h1>{paragraphs(texts)}</article></main></body></html>"
    assert read_texts(clean_page(html)) == list(texts)


def test_what_a_page_keeps_in_its_data_is_read() -> None:
    import json

    body = "\n\n".join(MILL * 2)
    data = json.dumps({"@type": "NewsArticle", "headline": "The mill", "articleBody": body})
    html = f"<html><head><title>The mill</title><script type=application/ld+json>{data}</script></head><body><div id=root></div><noscript>Please enable JavaScript.</noscript></body></html>"
    assert MILL[1] in read_texts(clean_page(html))


@pytest.mark.parametrize(
    ("head", "top", "title", "byline", "day"),
    [
        (
            "<title>The Valley - news of the valley</title>",
            "<h1 class=headline>The mill that turns for nobody</h1>",
            "The mill that turns for nobody",
            None,
            None,
        ),
        (
            "<title>The mill that turns for nobody | The Valley</title><meta name=date content=2031-01-01>",
            "<h1>The mill that turns for nobody</h1><p class=byline>By Ann Pascoe, VPA · 3 May 2024</p>",
            "The mill that turns for nobody",
            "Ann Pascoe",
            "2024-05-03",
        ),
        (
            "<title>The mill that turns for nobody</title>",
            "<h1><a href=/>The Valley</a></h1><h2>The mill that turns for nobody</h2><div class=meta>4 May 2024 | by Jory Bray | 12 comments</div>",
            "The mill that turns for nobody",
            "Jory Bray",
            "2024-05-04",
        ),
    ],
)
def test_titles_authors_and_days(
    head: str, top: str, title: str, byline: str | None, day: str | None
) -> None:
    html = f"<html lang=en><head>{head}</head><body><nav><a href=/>Home</a></nav><main>{top}{paragraphs(MILL)}</main><section id=comments><p>Kim Rowe says: I liked the wheel on 9 June 2024.</p></section></body></html>"
    article = clean_page(html).article
    assert (article.title, article.byline, (article.published or "")[:10] or None) == (title, byline, day)


def test_a_pdf_in_two_columns_with_running_heads() -> None:
    def laid(n: int) -> list[Text]:
        texts = (
            MILL if n == 7 else [f"{text[:-1]}, as it was in the year {1960 + n}." for text in reversed(MILL)]
        )
        left = [*column(texts[0], 60, 90, 38), *column(texts[1], 60, 170, 38, indent=12)]
        return [*left, *column(texts[2], 330, 90, 38), *column(texts[3], 330, 170, 38, indent=12)]

    pages = [
        [Text(60, 40, "THE VALLEY POST"), Text(500, 40, str(n)), *laid(n), Text(300, 770, f"- {n} -")]
        for n in (7, 8, 9)
    ]
    data = pdf(pages, "The mill")
    said = [block.text for block in read(Source(data, "m.pdf", media_type="application/pdf")).article.blocks]
    assert said[:4] == STORY
    assert not [text for text in said if "VALLEY POST" in text]


def test_a_pdf_whose_words_are_parted_at_the_ends_of_lines() -> None:
    rows = [
        "The old joiner keeps the wheel turn-",
        "ing for the chil-",
        "dren of the school, and on the first of",
        "May the doors are open to the whole of",
        "the valley from six in the morning.",
    ]
    data = pdf([[Text(60, 80 + 13 * n, row) for n, row in enumerate(rows)]], "The mill")
    said = [block.text for block in read(Source(data, "m.pdf", media_type="application/pdf")).article.blocks]
    assert said == [
        "The old joiner keeps the wheel turning for the children of the school, and on the first of May the doors are open to the whole of the valley from six in the morning."
    ]


def test_a_book_with_page_numbers_and_notes() -> None:
    data = book(
        {
            "one": page(
                f"<h1>I</h1><p>{ONE}<a epub:type='noteref' href='#n1'>1</a></p><p><span epub:type='pagebreak' id='p12' title='12'/>{TWO}</p><aside epub:type='footnote' id='n1'><p>So says the museum of the town.</p></aside>"
            ),
            "two": page(f"<h1>II</h1><p>{THREE}</p>"),
        }
    )
    said = [
        block.text
        for block in read(Source(data, "t.epub", media_type="application/epub+zip")).article.blocks
        if block.kind != "footnote"
    ]
    assert [text for text in said if len(text) > 5] == [ONE, TWO, THREE]


def mail(text: str, html: str = "") -> list[str]:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = (
        "The mill",
        "Ann Pascoe <ann@valley.example>",
        "all@valley.example",
    )
    message["Date"] = "Fri, 3 May 2024 10:00:00 +0000"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return [
        b.text for b in read(Source(message.as_bytes(), "m.eml", media_type="message/rfc822")).article.blocks
    ]


def test_a_mail_with_what_it_answers() -> None:
    said = mail(
        f"{MILL[0]}\n\n{MILL[1]}\n\n-- \nAnn Pascoe\nThe Valley\n\nOn Thu, 2 May 2024 Jory Bray wrote:\n> When is the mill open?\n> I have a bag of rye.\n"
    )
    assert said == list(MILL[:2])


def test_a_newsletter_in_tables() -> None:
    rows = "".join(f"<tr><td>{text}</td></tr>" for text in MILL)
    said = mail(
        "See the web page.",
        f"<table><tr><td><a href=https://v.example/web>View this email in your browser</a></td></tr><tr><td><h1>The mill</h1></td></tr>{rows}<tr><td>You are receiving this email because you signed up. <a href=https://v.example/u>Unsubscribe</a></td></tr></table>",
    )
    assert [text for text in said if text != "The mill"] == STORY


MARKDOWN = f"""<!-- a draft -->
# The mill

[![build](https://ci.example/b.svg)](https://ci.example)

- [The wheel](#the-wheel)
- [The flour](#the-flour)

## The wheel

{MILL[0]}[^1]

{MILL[1]}

## The flour

> [!NOTE]
> The doors are open in May.

{MILL[2]}

{MILL[3]}

[^1]: As the chronicle of the village has it.
"""


def test_markdown_with_badges_contents_and_notes() -> None:
    said = [b.text for b in clean_markdown(MARKDOWN).article.blocks]
    assert said == ["The wheel", *MILL[:2], "The flour", "The doors are open in May.", *MILL[2:]]


def plain(text: str) -> list[str]:
    return [b.text for b in read(Source(text.encode(), "m.txt", media_type="text/plain")).article.blocks]


def test_a_text_with_underlined_titles_and_indented_paragraphs() -> None:
    said = plain(
        f"The mill\n========\n\n   {MILL[0]}\n   {MILL[1]}\n\nThe flour\n---------\n\n   {MILL[2]}\n   {MILL[3]}\n"
    )
    assert [text for text in said if text != "The flour"] == STORY


def test_a_book_of_gutenberg_as_text() -> None:
    text = (
        "The Project Gutenberg eBook of The Mill, by Ann Pascoe\n\nThis ebook is for the use of anyone anywhere in the United States.\n\n"
        "*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***\n\n\n\nTHE MILL\n\nby Ann Pascoe\n\n\nCHAPTER I\n\n"
        + "\n\n".join(MILL)
        + "\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE MILL ***\n\nUpdated editions will replace the previous one.\n"
    )
    said = plain(text)
    assert [t for t in said if len(t) > 20] == STORY


def test_near_misses_of_the_above() -> None:
    """A list of hours that the story itself tells, and a first sentence that another only resembles."""
    hours = "<ul><li>Two hours ago the stream was a stream, he said.</li><li>An hour ago it was a pipe.</li><li>Now it is a story.</li></ul>"
    assert len(added(hours)) == 3
    said = read_texts(
        page_with("<p>The ferry to the outer island leaves at seven on Sundays, an hour after the bells.</p>")
    )
    assert said[0] == PARAGRAPHS[0]
    assert TITLE not in said
    assert page_html("")
