"""The article as mark-up with its sentences marked."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from listen.model import Article, Block, Cue, Episode, UtteranceKind
from listen.page.body import body
from tests.examples import examples

NAMES = {"table": "Table", "code": "Code"}


def marked(blocks: list[Block], *cues: Cue, lang: str = "en") -> str:
    episode = Episode("T", lang, Path("t.mp3"), 24000, 24000, 1, "0" * 64, (), cues, ())
    return body(Article("T", lang, tuple(blocks)), episode, NAMES).html


def said(n: int, block: int, text: str, kind: UtteranceKind = "paragraph") -> Cue:
    return Cue(f"s{n}", text, n * 1000, n * 1000 + 900, kind=kind, block=block)


def test_a_sentence_is_an_element_with_its_cue_s_id() -> None:
    html = marked(
        [Block("paragraph", "One & one. Two <b>.")], said(1, 0, "One & one."), said(2, 0, "Two <b>.")
    )
    assert html == (
        '<p><span class="s" id="s1">One &amp; one.</span> <span class="s" id="s2">Two &lt;b&gt;.</span></p>'
    )


def test_headings_never_skip_a_level() -> None:
    blocks = [Block("heading", t, level=n) for t, n in (("a", 3), ("b", 5), ("c", 3), ("d", 6), ("e", 1))]
    levels = [html[:4] for html in marked(blocks).split("\n")]
    assert levels == ["<h2>", "<h3>", "<h2>", "<h3>", "<h2>"]


def test_lists_nest_and_keep_their_numbers() -> None:
    blocks = [
        Block("list_item", "one", level=1, number=4),
        Block("list_item", "inner", level=2),
        Block("list_item", "two", level=1, number=5),
        Block("list_item", "free", level=1),
    ]
    assert marked(blocks).replace("\n", "") == (
        '<ol><li value="4">one<ul><li>inner</li></ul></li><li value="5">two</li></ol><ul><li>free</li></ul>'
    )


def test_the_paragraphs_of_a_quote_stand_together_with_their_speaker() -> None:
    blocks = [Block("quote", "a", speaker="Ida"), Block("quote", "b", speaker="Ida"), Block("quote", "c")]
    assert marked(blocks).replace("\n", "") == (
        "<figure><blockquote><p>a</p><p>b</p></blockquote><figcaption>Ida</figcaption></figure>"
        "<blockquote><p>c</p></blockquote>"
    )


def test_a_table_is_marked_row_by_row_or_as_a_whole() -> None:
    table = Block("table", "", rows=(("Day", "Rain"), ("Mon", "2")))
    by_row = marked([table], said(1, 0, "Mon; Rain: 2.", "table"))
    assert '<tr class="s" id="s1"><th scope="row">Mon</th><td class="number">2</td></tr>' in by_row
    whole = marked([table], said(1, 0, "A table with 1 rows: Day, Rain.", "table"))
    assert '<table class="s" id="s1">' in whole


def test_a_tables_title_is_marked_by_itself() -> None:
    table = Block("table", "", rows=(("Day", "Rain"), ("Mon", "2")), alt="Rain by day")
    title, row = said(1, 0, "Rain by day", "table"), said(2, 0, "Mon; Rain: 2.", "table")
    html = marked([table], title, row)
    assert '<table>\n<caption><span class="s" id="s1">Rain by day</span></caption>\n<thead>' in html
    assert '<tr class="s" id="s2">' in html
    whole = marked([table], title, said(2, 0, "A table with 1 rows: Day, Rain.", "table"))
    assert '<table class="s" id="s2">' in whole
    assert '<span class="s" id="s1">Rain by day</span></caption>' in whole
    assert "<caption>Rain by day</caption>" in marked([table])


def test_figures_are_set_by_their_last_digits() -> None:
    rows = (("Day", "Boats", "Rain", "Fare"), ("Mon", "4", "2 mm", "£1,200.50"), ("Tue", "12", "none", ""))
    html = marked([Block("table", "", rows=rows)])
    assert '<th scope="col" class="number">Boats</th><th scope="col">Rain</th>' in html
    assert '<td class="number">12</td><td>none</td><td class="number"></td>' in html


def test_code_stands_whole_under_the_sentence_that_names_it() -> None:
    html = marked([Block("code", "a < b\n  c")], said(1, 0, "Code example, not read aloud.", "code"))
    assert '<pre class="s" id="s1"><code>a &lt; b\n  c</code></pre>' in html


def test_another_language_is_marked_with_its_direction() -> None:
    html = marked([Block("quote", "مرحبا", lang="ar"), Block("paragraph", "Ja.", lang="de")])
    assert '<p lang="ar" dir="rtl">مرحبا</p>' in html
    assert '<p lang="de">Ja.</p>' in html


def test_our_own_notice_stands_at_the_end() -> None:
    html = marked([Block("paragraph", "A.")], said(1, 0, "A."), said(2, -1, "Made by a machine.", "notice"))
    assert html.endswith('<p class="notice"><span class="s" id="s2">Made by a machine.</span></p>')


KINDS = ["heading", "paragraph", "quote", "list_item", "code", "formula", "figure", "footnote"]
any_block = st.builds(
    Block,
    kind=st.sampled_from(KINDS),
    text=st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    level=st.none() | st.integers(1, 6),
    number=st.none() | st.integers(1, 99),
    speaker=st.none() | st.just("Ida & Co"),
)


@settings(max_examples=examples(100))
@given(st.lists(any_block, max_size=8))
def test_whatever_the_article_it_is_well_formed_and_whole(blocks: list[Block]) -> None:
    cues = [said(n, n, block.text) for n, block in enumerate(blocks) if block.text.strip()]
    tree = ET.fromstring(f"<body>{marked(blocks, *cues)}</body>")
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert ids == [cue.id for cue in cues]
