"""Structure for the ear, by choice: footnotes, alternative texts, code, tables; characters that nobody hears."""

# ruff: noqa: E501 - a page is as long as its lines

import pytest

from listen.clean import Cleaned, read
from listen.clean.dom.tree import parse
from listen.cli import printing
from listen.errors import SourceError
from listen.model import Block, Source

P = (
    "The ferry left the harbour at six in the morning, and by the time the sun was over the hills the town behind it was no more than a line of white along the water, said the captain.",
    "Nobody on board knew that it would be the last crossing of the season, because the letter that said so was still lying on a desk in the company's office on the quay.",
    "When they came back in the evening the quay was full of people, and the mayor, who had heard the news by then, made a short speech about the ships that had served the island.",
)
NOTES = ("The town has since been painted grey.", "It was found on the following Monday.")
WIKI = (
    '<sup class="reference"><a href="#cite-1">[1]</a></sup>',
    '<ol class="references"><li id="cite-1">{} <a href="#r1">↑</a></li><li id="cite-2">{}</li></ol>',
    '<sup class="reference"><a href="#cite-2">[2]</a></sup>',
)
PANDOC = (
    '<a href="#fn1" class="footnote-ref" id="r1"><sup>1</sup></a>',
    '<section class="footnotes"><hr><ol><li id="fn1"><p>{}<a href="#r1">↩︎</a></p></li><li id="fn2"><p>{}<a href="#r2">↩︎</a></p></li></ol></section>',
    '<a href="#fn2" class="footnote-ref"><sup>2</sup></a>',
)
WORD = (
    '<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>',
    '<p><a id="_ftn1" href="#_ftnref1">[1]</a> {}</p><p><a id="_ftn2" href="#_ftnref2">[2]</a> {}</p>',
    '<a href="#_ftn2"><sup>[2]</sup></a>',
)


def page(body: str) -> str:
    return f"<html lang=en><head><title>The last ferry</title></head><body><article><h1>The last ferry</h1>{body}</article></body></html>"


def cleaned(body: str, *keep: str) -> Cleaned:
    return read(Source(page(body).encode(), "page.html"), keep=frozenset(keep))


def texts(value: Cleaned) -> list[str]:
    return [b.text for b in value.article.blocks]


@pytest.mark.parametrize("style", [WIKI, PANDOC, WORD], ids=["wiki", "pandoc", "word processor"])
def test_footnotes_are_dropped_at_the_end_or_in_place(style: tuple[str, str, str]) -> None:
    first, foot, second = style
    body = f"<p>{P[0]}{first}</p><p>{P[1]}{second}</p><p>{P[2]}</p>{foot.format(*NOTES)}"
    dropped = cleaned(body)
    assert texts(dropped) == list(P)
    assert [left.kind for left in dropped.left_out if left.text in NOTES] == ["footnotes"] * 2
    end = cleaned(body, "footnotes")
    notes = tuple(Block("footnote", note, number=n) for n, note in enumerate(NOTES, 1))
    assert end.article.blocks == (*(Block("paragraph", p) for p in P), *notes)
    assert texts(cleaned(body, "footnotes-in-place")) == [P[0], NOTES[0], P[1], NOTES[1], P[2]]


def test_a_link_to_a_section_is_no_footnote() -> None:
    body = f"<p>{P[0]} See <a href=#two>part two</a>.</p><p>{P[1]}</p><h2 id=two>Part two</h2><p id=three>{P[2]}</p><p>{P[0]}<a href=#three>3</a></p>"
    assert P[2] in texts(cleaned(body))


def test_alternative_texts_on_request_where_the_pictures_stand() -> None:
    body = f"<p>{P[0]}</p><figure><img src=a alt='The quay at dusk'></figure><p>{P[1]} <img src=b alt='A letter on a desk'></p><p>{P[2]}</p><img src=c alt='logo'>"
    assert texts(cleaned(body)) == list(P)
    assert texts(cleaned(body, "alt")) == [P[0], "The quay at dusk", P[1], "A letter on a desk", P[2]]
    assert Block("figure", "The quay at dusk", alt="The quay at dusk") in cleaned(body, "alt").article.blocks


def test_code_and_tables_are_left_out_by_choice() -> None:
    table = "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>1912</td><td>3,101</td></tr></table>"
    body = f"<p>{P[0]}</p><pre><code>if dark:\n    light()</code></pre><p>{P[1]}</p>{table}<p>{P[2]}</p>"
    assert [b.kind for b in cleaned(body).article.blocks] == [
        "paragraph",
        "code",
        "paragraph",
        "table",
        "paragraph",
    ]
    without = cleaned(body, "no-code", "no-tables")
    assert texts(without) == list(P)
    assert [(left.kind, left.reason) for left in without.left_out][-2:] == [
        ("code", "left out by choice"), ("tables", "left out by choice"),
    ]  # fmt: skip
    with pytest.raises(SourceError, match=r"no class no-quotes; .*footnotes-in-place"):
        cleaned(body, "no-quotes")


def test_a_table_keeps_its_title() -> None:
    table = "<table><caption>Ships <b>by</b><br>year<sup><a href=#a>[1]</a></sup></caption><tr><th>Year</th><th>Ships</th></tr><tr><td>1912</td><td>3,101</td></tr></table>"
    body = f"<p>{P[0]}</p>{table}<p>{P[1]}</p><p>{P[2]}</p>"
    rows = (("Year", "Ships"), ("1912", "3,101"))
    said = cleaned(body).article
    assert said.blocks[1] == Block("table", "Year | Ships\n1912 | 3,101", rows=rows, alt="Ships by year")
    assert read(Source(printing.as_html(said).encode(), "page.html")).article.blocks == said.blocks
    assert "\n\nShips by year\nYear | Ships\n" in printing.text(said)
    assert "\n\nShips by year\n\n| Year | Ships |\n" in printing.markdown(said)
    heading = "<h2>Ships by year:</h2>"
    headed = cleaned(f"<p>{P[0]}</p>{heading}{table}<p>{P[1]}</p><p>{P[2]}</p>").article.blocks
    assert [(b.kind, b.alt) for b in headed[1:3]] == [("heading", None), ("table", None)]
    assert "Ships by year\nYear | Ships\n1912 | 3,101" in [
        left.text for left in cleaned(body, "no-tables").left_out
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("har&shy;bour", "harbour"),
        ("har&#173;bour", "harbour"),
        ("har&#xAD;bour&#8203;s", "harbours"),
        ("har&ZeroWidthSpace;bour", "harbour"),
        ("har&#27;bour&#x1B;s&#7;", "harbours"),
        ("har&#8238;bour&#x2066;s&#x202E;", "harbours"),
        ("har&#127;bo&#31;ur&#11;s", "harbours"),
        ("the&#9;&#10;&#x0D;&#32;harbour &#120;&#x270;&#82380;", "the harbour x\u0270\U000141cc"),
        ("har&#0;bour&#xD800;", "harbour"),
        ("caf&eacute; &amp; bar", "café & bar"),
        ("&#8220;Yes&#8221; &mdash; &hellip;", "“Yes” — …"),
        ("10&nbsp;km", "10 km"),
        ("&#1740;&#1603;", "\u06cc\u0643"),
        ("&#55192;&#xD798;&#55296;&#57343;", "힘힘"),
        ("a &copy b &unknown; c", "a © b &unknown; c"),
    ],
)
def test_references_to_characters(written: str, read_as: str) -> None:
    said = texts(cleaned(f"<p>{P[0]} {written}</p><p>{P[1]}</p><p>{P[2]}</p>"))[0]
    assert said == f"{P[0]} {read_as}"


def test_right_to_left_and_marks_of_direction() -> None:
    story = "غادرت العبارة الميناء في السادسة صباحا، وعندما ارتفعت الشمس فوق التلال لم تعد المدينة خلفها سوى خط أبيض على الماء، كما قال القبطان الذي قام بالرحلة لسنوات."
    marked = story.replace(" في ", " \u200fفي\u200e ").replace("القبطان", "\u2067القبطان\u2069")
    html = f"<html dir=rtl lang=ar><head><title>العبارة</title></head><body><article><h1>العبارة</h1>{f'<p>{marked}</p>' * 1}<p>{story} وعادت.</p></article></body></html>"
    article = read(Source(html.encode(), "x")).article
    assert article.lang == "ar"
    assert [b.text for b in article.blocks] == [story, f"{story} وعادت."]


def test_an_attribute_that_never_closes_does_not_swallow_the_page() -> None:
    assert P[0] in "".join(parse(f'<body><div title="x><p>{P[0]}</p></div></body>').itertext())


def test_footnotes_and_pictures_of_markdown() -> None:
    text = (
        f"# The last ferry\n\n{P[0]}[^grey]\n\n![The quay at dusk](quay.jpg)\n\n- {P[1]}[^2]\n- Then some rope.\n\n{P[2]}\n\n"
        f"[^grey]: {NOTES[0]}\n[^2]: {NOTES[1]}\n[^3]: Nobody refers to it.\n"
    )

    def said(*keep: str) -> list[str]:
        return texts(read(Source(text.encode(), "x.md", media_type="text/markdown"), keep=frozenset(keep)))

    assert said() == [P[0], P[1], "Then some rope.", P[2]]
    assert said("footnotes") == [P[0], P[1], "Then some rope.", P[2], *NOTES, "Nobody refers to it."]
    assert said("footnotes-in-place") == [
        P[0],
        NOTES[0],
        P[1],
        NOTES[1],
        "Then some rope.",
        P[2],
        "Nobody refers to it.",
    ]
    assert said("alt") == [P[0], "The quay at dusk", P[1], "Then some rope.", P[2]]


def test_a_sentence_that_points_to_what_is_left_out_goes_with_it() -> None:
    figure = "<figure><img src=x alt='A chart'><figcaption>Ships by year</figcaption></figure>"
    pointer = "See the chart below:"
    body = f"<p>{P[0]} {pointer}</p>{figure}<p>{P[1]}</p><p>{P[2]}</p>"
    page_ = cleaned(body)
    assert texts(page_) == list(P)
    assert ("pointers", pointer) in [(left.kind, left.text) for left in page_.left_out]
    assert texts(cleaned(body, "pointers"))[0].endswith(pointer)
    # What it points to is read: it stays.
    assert texts(cleaned(body, "captions"))[0].endswith(pointer)
    table = "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>1912</td><td>3,101</td></tr></table>"
    kept = texts(cleaned(f"<p>{P[0]} See the table below.</p>{table}<p>{P[1]}</p><p>{P[2]}</p>"))
    assert kept[0].endswith("See the table below.")


def test_a_sentence_about_the_film_below_is_not_read() -> None:
    pointer = "The following video shows how a rope is spliced."
    body = f"<p>{P[0]} {pointer}</p><div class=player></div><p>{P[1]}</p><p>{P[2]}</p>"
    assert texts(cleaned(body)) == list(P)
    assert texts(cleaned(body, "pointers"))[0] == f"{P[0]} {pointer}"


def test_a_pointer_to_what_is_read_after_a_picture_stays() -> None:
    figure = "<figure><img src=x><figcaption>Three ships at the quay</figcaption></figure>"
    for line, stays in (
        ("Ships came in three kinds, and here they are:", True),
        ("The photos of them look like this:", False),
    ):
        assert (
            line in texts(cleaned(f"<p>{P[0]}</p><p>{line}</p>{figure}<p>{P[1]}</p><p>{P[2]}</p>"))
        ) is stays


def test_code_stays_between_its_paragraphs() -> None:
    code = "<pre><code>x = 189;\nif x &lt; 3 { run(); }</code></pre>"
    blocks = cleaned(f"<p>{P[0]}</p><p>{P[1]}</p>{code}<p>{P[2]}</p><p>{P[0]}</p>").article.blocks
    assert blocks[2].kind == "code"
    assert blocks[2].text == "x = 189;\nif x < 3 { run(); }"


def test_a_formula_stays_between_its_paragraphs() -> None:
    formula = "<math display=block alttext='E = mc^2'><mi>E</mi></math>"
    blocks = cleaned(f"<p>{P[0]}</p>{formula}<p>{P[1]}</p><p>{P[2]}</p>").article.blocks
    assert blocks[1] == Block("formula", "E = mc^2", alt="E = mc^2")
