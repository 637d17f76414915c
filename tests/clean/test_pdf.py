"""PDFs: columns, paragraphs, and what belongs to the page and not to the text."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise

import pytest

from listen.clean import Cleaned, read
from listen.errors import NoArticleError, SourceError
from listen.model import Source

from .pdf_maker import Text, column, pdf

ONE = (
    "The pilots of the bar meet before sunrise, when the tide is lowest, and measure the channel with a pole "
    "that their grandfathers cut from an ash tree."
)
TWO = (
    "Nobody has ever written the depths down. A pilot keeps them in his head for one season, and in the "
    "autumn, after the first gale, he begins to learn them again."
)
THREE = (
    "Last year the harbour board bought an instrument that draws the bottom on a screen. It has been used "
    "twice; the second time it showed a meadow."
)
FOUR = "What they will do when the last pole breaks is a question that they do not like to be asked."


def cleaned(pages: Sequence[Sequence[Text]], keep: frozenset[str] = frozenset(), **about: str) -> Cleaned:
    return read(Source(pdf([list(page) for page in pages], **about), "x.pdf"), keep=keep)  # type: ignore[arg-type]


def said(found: Cleaned) -> list[str]:
    return [block.text for block in found.article.blocks]


def stacked(
    paragraphs: Sequence[str], x: float, y: float, letters: int, gap: float = 26, **how: float
) -> list[Text]:
    out: list[Text] = []
    for words in paragraphs:
        out += column(words, x, y, letters, **how)
        y = out[-1].y + gap
    return out


HEAD = Text(50, 60, "The pilots of the bar", 18)


@pytest.mark.parametrize("gap", [26, 13])
@pytest.mark.parametrize("shift", [0, 5.3])
def test_two_columns_are_read_one_after_the_other(gap: float, shift: float) -> None:
    indent = 15 if gap == 13 else 0
    left = stacked([ONE, TWO], 50, 100, 42, gap, indent=indent)
    right = stacked([THREE, FOUR], 335, 100 + shift, 42, gap, indent=indent)
    # The file may have the lines in any order: here across the page.
    found = cleaned([[HEAD, *sorted([*left, *right], key=lambda piece: piece.y)]])
    assert found.article.title == "The pilots of the bar"
    assert said(found) == [ONE, TWO, THREE, FOUR]


def test_three_columns_under_a_headline_and_a_line_across_all_of_them() -> None:
    cells = [stacked([words], 40 + 185 * n, 140, 26) for n, words in enumerate((ONE, TWO, THREE))]
    across = column(FOUR, 40, 330, 88)
    found = cleaned([[HEAD, *cells[0], *cells[1], *cells[2], *across]])
    assert said(found) == [ONE, TWO, THREE, FOUR]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    rows = column(f"{ONE} {TWO}", 50, 100, 42)
    left, right = rows[:4], [Text(320, 100 + 13 * n, row.text) for n, row in enumerate(rows[4:6])]
    over = [Text(50, 60 + 13 * n, row.text) for n, row in enumerate(rows[6:])]
    more = stacked([THREE, FOUR, THREE], 50, 300, 42)
    found = cleaned([[HEAD, *left, *right], [*over, *more]])
    assert said(found)[0].startswith(ONE[:120])


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the har-", "bour lamps", "the harbour lamps"),
        ("a well-", "known pilot", "a well-known pilot"),
        ("the Anglo-", "Norman pole", "the Anglo-Norman pole"),
        ("from 1931-", "1935 they met", "from 1931- 1935 they met"),
        ("the HAR-", "BOUR LAMPS", "the HARBOUR LAMPS"),
    ],
)
def test_divided_words_are_whole_again(first: str, second: str, whole: str) -> None:
    rows = [f"In the summer of that year and after {first}", f"{second} were moved to the other side of it."]
    tail = column("It was a well-known year. " + TWO, 50, 126, 46)
    found = cleaned([[HEAD, *(Text(50, 100 + 13 * n, row) for n, row in enumerate(rows)), *tail]])
    assert whole in said(found)[0]


def test_ligatures_are_letters() -> None:
    text = ONE.replace("channel", "ﬁrst ﬂood channel")
    assert "first flood channel" in said(cleaned([[HEAD, *column(text, 50, 100, 60)]]))[0]


def test_running_heads_and_page_numbers_go_and_a_line_like_them_stays() -> None:
    pages = []
    for n, words in enumerate((ONE, TWO, THREE)):
        head = Text(50, 30, f"{n + 1}   Harbour Notes", 8)
        foot = Text(290, 770, f"Page {n + 1} of 3", 8)
        pages.append(
            [head, *column(words, 50, 100, 60), *column(f"In {1931 + n} it rained.", 50, 300, 60), foot]
        )
    found = cleaned(pages, title="Soundings")
    assert said(found) == [ONE, "In 1931 it rained.", TWO, "In 1932 it rained.", THREE, "In 1933 it rained."]
    reasons = [(left.kind, left.reason) for left in found.left_out]
    assert set(reasons) == {("navigation", "a running head, foot or page number")}
    kept = cleaned(pages, keep=frozenset({"navigation"}), title="Soundings")
    assert any("Harbour Notes" in text for text in said(kept))


@pytest.mark.parametrize(
    ("size", "mark"),
    [(8, "1 "), (8, "* "), (8, "[1] "), (10, "1 ")],
    ids=["small", "star", "bracket", "same size"],
)
def test_notes_at_the_foot_go_with_their_marks(size: float, mark: str) -> None:
    body = column(ONE, 50, 100, 60)
    raised = Text(body[-1].x + 6 * len(body[-1].text), body[-1].y - 4, mark.strip(" []"), 6)
    note = column(f"{mark}Letters of the board, box 14, folio 3.", 50, 700, 60, size)
    found = cleaned([[HEAD, *body, raised, *note], [*column(TWO, 50, 60, 60)]])
    assert said(found) == [ONE, TWO]
    assert any(left.kind == "footnotes" and "folio 3" in left.text for left in found.left_out)
    kept = cleaned([[HEAD, *body, raised, *note], [*column(TWO, 50, 60, 60)]], keep=frozenset({"footnotes"}))
    assert any("folio 3" in text for text in said(kept))


def test_an_exponent_is_no_note_mark() -> None:
    words = "The meadow on the screen of the instrument measured 40 m"
    row = Text(50, 100, words)
    rest = column("and had a gate. " + TWO, 50, 113, 60)
    found = cleaned([[HEAD, row, Text(50 + 6 * len(words), 96, "2", 6), *rest]])
    assert "40 m2 and had a gate" in said(found)[0]


def test_headings_and_lists() -> None:
    page = [HEAD, *column(ONE, 50, 100, 60), Text(50, 170, "The instrument", 13)]
    page += [*column(THREE, 50, 195, 60), Text(50, 280, "1. a pole of ash"), Text(50, 293, "2. a lamp")]
    found = cleaned([page])
    assert [(b.kind, b.text, b.number) for b in found.article.blocks] == [
        ("paragraph", ONE, None),
        ("heading", "The instrument", None),
        ("paragraph", THREE, None),
        ("list_item", "a pole of ash", 1),
        ("list_item", "a lamp", 2),
    ]


def test_a_printed_web_page_has_no_menu_and_no_cookies() -> None:
    page = [
        Text(20, 20, "5/3/24, 10:12 AM", 8),
        Text(250, 20, "The pilots of the bar - Harbour Post", 8),
        Text(50, 40, "Home"), Text(120, 40, "News"), Text(190, 40, "Sport"),
        Text(50, 55, "We use cookies to improve your experience. Accept all"),
        Text(50, 90, "The pilots of the bar", 20),
        Text(50, 110, "By Ann Pascoe"),
        Text(50, 125, "3 May 2024"),
        *stacked([ONE, TWO], 50, 160, 60),
        Text(50, 330, "Sign up for our newsletter"),
        *stacked([THREE], 50, 360, 60),
        Text(50, 450, "Related stories"), Text(50, 470, "A lighthouse is painted again"),
        Text(20, 780, "https://post.example/bar 1/1", 8),
    ]  # fmt: skip
    found = cleaned([page], title="The pilots of the bar - Harbour Post")
    assert (found.article.title, found.article.byline, found.article.published) == (
        "The pilots of the bar",
        "Ann Pascoe",
        "2024-05-03",
    )
    assert said(found) == [ONE, TWO, THREE]
    assert {left.kind for left in found.left_out} >= {"navigation", "bylines", "prompts", "related"}


def test_the_cells_of_a_table_are_no_columns() -> None:
    rows = [("Tide", "4.2"), ("Wind", "7.1"), ("Depth", "3.3"), ("Fog", "none")]
    cells = [
        Text(50 + 300 * k, 300 + 13 * n, text) for n, row in enumerate(rows) for k, text in enumerate(row)
    ]
    found = cleaned([[HEAD, *column(ONE, 50, 100, 80), *cells, *column(TWO, 50, 400, 80)]])
    assert [(b.kind, b.rows) for b in found.article.blocks] == [
        ("paragraph", ()),
        ("table", tuple(rows)),
        ("paragraph", ()),
    ]


def test_text_set_sideways_is_left_out_with_its_reason() -> None:
    found = cleaned([[HEAD, *column(ONE, 50, 100, 60), Text(20, 600, "Preprint 2024", turned=True)]])
    assert said(found) == [ONE]
    assert any(left.text == "Preprint 2024" for left in found.left_out)


@pytest.mark.parametrize("stated", ["", "untitled", "Microsoft Word - bar3.docx", "bar.indd"])
def test_the_title_is_the_largest_line_where_the_file_has_none(stated: str) -> None:
    assert cleaned([[HEAD, *column(ONE, 50, 100, 60)]], title=stated).article.title == "The pilots of the bar"


def test_the_author_is_who_the_file_names_if_that_is_a_person() -> None:
    page = [HEAD, *column(ONE, 50, 100, 60)]
    assert cleaned([page], author="Ann Pascoe").article.byline == "Ann Pascoe"
    assert cleaned([page], author="anonymous").article.byline is None


def test_a_scan_is_an_error_and_scanned_pages_are_a_note() -> None:
    with pytest.raises(NoArticleError, match="no text layer"):
        read(Source(pdf([[], []], picture=True), "x.pdf"))
    with pytest.raises(NoArticleError, match="no text layer"):
        read(Source(pdf([[Text(50, 60, "7")]]), "x.pdf"))
    found = read(Source(pdf([[HEAD, *column(ONE, 50, 100, 60)], []], picture=True), "x.pdf"))
    assert found.notes == ("1 of 2 pages are pictures without text (page 2): not read",)


def test_what_cannot_be_read_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match="damaged PDF"):
        read(Source(b"%PDF-1.4 and nothing more", "x.pdf"))
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(SourceError, match="pip install pypdfium2"):
        read(Source(pdf([[HEAD]]), "x.pdf"))


def test_paragraphs_by_the_ends_of_sentences_alone() -> None:
    rows = stacked([TWO, ONE, THREE], 50, 100, 60, gap=13)
    found = said(cleaned([[HEAD, *rows]]))
    assert all(a != b for a, b in pairwise(found))
    assert " ".join(found) == f"{TWO} {ONE} {THREE}"
    assert len(found) == 3


def test_a_letter_that_stands_nowhere_is_left_out_with_its_reason() -> None:
    data = pdf([[*column(ONE, 72, 100, 60), Text(72, 150, "A wanderer"), *column(TWO, 72, 200, 60)]])
    far = data.replace(b"72 642 Tm (A wanderer)", b"72 " + b"6" * 55 + b".0 Tm (A wanderer)")
    assert far != data
    cleaned = read(Source(far, "bar.pdf"))
    assert ONE in cleaned.article.text
    assert "wanderer" not in cleaned.article.text
    assert [left.text for left in cleaned.left_out] == ["A wanderer"]
