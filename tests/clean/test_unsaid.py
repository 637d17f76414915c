"""Words inside a sentence: what goes without damage, and what stays though it looks alike."""

import pytest

from tests.clean.storied_page import added, page_with, rules


@pytest.mark.parametrize(
    ("html", "read_as"),
    [
        (
            "He [t]old Anna to give[s] it back. [B]ut she did not.",
            "He [t]old Anna to give[s] it back. [B]ut she did not.",
        ),
        ("“[W]e sail at six,” said the captain[s].", "“[W]e sail at six,” said the captain[s]."),
        (
            "The pier was built in 1931 [12] and mended twice [a].",
            "The pier was built in 1931 and mended twice.",
        ),
        ("She sailed on [...] and he [the mate] slept.", "She sailed on [...] and he [the mate] slept."),
        ("The song[b] is old.[3] It has no end.[4][5]", "The song is old. It has no end."),
    ],
)
def test_letters_in_brackets_stay_and_marks_go(html: str, read_as: str) -> None:
    assert added(f"<p>{html}</p>") == [read_as]


@pytest.mark.parametrize(
    ("html", "read_as"),
    [
        ("<span class=dropcap>T</span> he pilot came.", "The pilot came."),
        ("<span class=drop-cap aria-hidden=true>T</span>he pilot came.", "The pilot came."),
        ("<span class=g-drop>T</span> <span class=up>he pilot</span> came.", "The pilot came."),
        ("<span class=lettrine>L</span> es pilotes sont venus.", "Les pilotes sont venus."),
        ("<font size=7>W</font> inter came to the pier.", "Winter came to the pier."),
        ("<span class=initial>I</span> n the morning it rained.", "In the morning it rained."),
        ("<span class=dropcap>A</span> pilot came.", "A pilot came."),
        ("<span class=dropcap>I</span> am the pilot.", "I am the pilot."),
        ("<b>C</b> is a language of the pilots.", "C is a language of the pilots."),
        (
            "<span aria-hidden=true>T</span><span class=sr-only>The</span><span aria-hidden=true>he</span> "
            "pilot came.",
            "The pilot came.",
        ),
    ],
)
def test_a_drop_cap_is_joined_to_its_word(html: str, read_as: str) -> None:
    assert added(f"<p>{html}</p>") == [read_as]


@pytest.mark.parametrize(
    ("html", "read_as"),
    [
        ("The fare is <s>ten</s> twelve crowns.", "The fare is twelve crowns."),
        ("The fare is <del>ten</del> <ins>twelve</ins> crowns.", "The fare is twelve crowns."),
        ("The fare is <strike>ten</strike> twelve crowns.", "The fare is twelve crowns."),
        ("The fare is <u>twelve</u> <small>crowns</small>.", "The fare is twelve crowns."),
        ("The fare is <span hidden>ten</span> twelve crowns.", "The fare is twelve crowns."),
        ("The fare is <span class=sr-only>ten</span> twelve crowns.", "The fare is twelve crowns."),
        ("The <ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby> opens.", "The 港 opens."),
        ("The <ruby><rb>港</rb><rt>minato</rt></ruby> opens.", "The 港 opens."),
    ],
)
def test_what_is_struck_out_hidden_or_set_over_a_word_is_not_said(html: str, read_as: str) -> None:
    assert added(f"<p>{html}</p>") == [read_as]


@pytest.mark.parametrize(
    ("html", "read_as"),
    [
        ("The mate<a href='#fn1' class=noteref>1</a> slept.", "The mate slept."),
        ("The mate<a href='#fn2' epub:type=noteref>2</a> slept.", "The mate slept."),
        ("The mate<a href='#x3' role=doc-noteref>*</a> slept.", "The mate slept."),
        ("The mate<a href='#_ftn4'><span>[4]</span></a> slept.", "The mate slept."),
        ("The mate<a href='#footnote-5'>5</a> slept.", "The mate slept."),
        (
            "Shown before <cite>[<a href='#bib.1'>1</a>, <a href='#bib.2'>2</a>]</cite> us.",
            "Shown before us.",
        ),
        ("Deck <a href='#deck-7'>7</a> is closed.", "Deck 7 is closed."),
        ("In <a href='#y1931'>1931</a> it sailed.", "In 1931 it sailed."),
        ("He read <cite>The Quay Review</cite> aloud.", "He read The Quay Review aloud."),
    ],
)
def test_marks_of_notes_go_without_sup_and_links_with_numbers_stay(html: str, read_as: str) -> None:
    assert added(f"<p>{html}</p>") == [read_as]


@pytest.mark.parametrize(
    ("html", "read_as"),
    [
        ("See https://quay.example/deed for the deed.", "See https://quay.example/deed for the deed."),
        ("The deed is at https://quay.example/deed.", "The deed is."),
        ("The deed (https://quay.example/deed) is old.", "The deed is old."),
        ("It is an old deed. https://quay.example/deed", "It is an old deed."),
        ("To read it, visit https://quay.example/deed", "To read it, visit https://quay.example/deed"),
    ],
)
def test_an_address_stays_where_the_sentence_needs_it(html: str, read_as: str) -> None:
    assert (
        added(
            f"<p>{html} The captain said so to us on the pier.</p>".replace(
                " The captain", "</p><p>The captain"
            )
        )[0]
        == read_as
    )


KATEX = (
    "<span class=katex><span class=katex-mathml><math><semantics><mrow><mi>x</mi></mrow>"
    "<annotation encoding='application/x-tex'>x^2</annotation></semantics></math></span>"
    "<span class=katex-html aria-hidden=true>x2</span></span>"
)


@pytest.mark.parametrize(
    "formula",
    [
        KATEX,
        "<math alttext='x^2'><msup><mi>x</mi><mn>2</mn></msup></math>",
        "<script type='math/tex'>x^2</script>",
        "<span class=MathJax_Preview>x2</span><span class=MathJax><span>x2</span></span>"
        "<script type='math/tex'>x^2</script>",
        "<mjx-container class=MathJax><svg><text>x2</text></svg><mjx-assistive-mml>"
        "<math alttext='x^2'><mi>x</mi></math></mjx-assistive-mml></mjx-container>",
        "<span class=mwe-math-element><img class=mwe-math-fallback-image-inline alt='x^2'></span>",
    ],
)
def test_a_formula_is_said_once(formula: str) -> None:
    assert added(f"<p>The area is {formula} of a deck.</p>") == ["The area is x^2 of a deck."]


def test_a_formula_on_its_own_line_is_a_block() -> None:
    page = page_with(f"<p>The area is this:</p><span class=katex-display>{KATEX}</span>")
    assert [b.text for b in page.article.blocks if b.kind == "formula"] == ["x^2"]


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        (
            "<div><span>Quay</span><span>3029</span></div><div><span>Hill</span><span>660</span></div>",
            "Quay 3029 Hill 660",
        ),
        ("<b>Quay</b><b>3029</b>", "Quay 3029"),
        ("7628 <button>Show more</button>", "7628"),
        ("H<sub>2</sub>O", "H2O"),
        ("<span>B</span><span>52</span>", "B52"),
        ("<s>12</s> 14", "14"),
    ],
)
def test_what_stands_side_by_side_in_a_cell_is_parted_and_buttons_go(cell: str, read_as: str) -> None:
    head = "<tr><th>Pier</th><th>Boats</th></tr>"
    rows = f"{head}<tr><td>North</td><td>{cell}</td></tr><tr><td>South</td><td>3</td></tr>"
    page = page_with(f"<table>{rows}</table>")
    (table,) = (b for b in page.article.blocks if b.kind == "table")
    assert table.rows[1] == ("North", read_as)


@pytest.mark.parametrize(
    ("html", "words", "rule"),
    [
        ("The <s>old</s> boat.", "old", "struck-out"),
        ("The boat<a href='#fn1' class=noteref>1</a>.", "1", "note-mark"),
        ("The boat [12].", "[12]", "bracket-mark"),
        ("The boat (https://quay.example/b).", "(https://quay.example/b)", "address"),
        ("The <ruby>港<rt>minato</rt></ruby> boat.", "minato", "ruby"),
        ("The boat<noscript>needs scripts</noscript>.", "needs scripts", "fallback"),
        ("The boat<video>needs a player</video>.", "needs a player", "fallback"),
        ("The boat<svg><text>drawn</text></svg>.", "drawn", "drawing"),
    ],
)
def test_words_taken_out_of_a_sentence_are_listed_with_their_rule(html: str, words: str, rule: str) -> None:
    assert rules(page_with(f"<p>{html}</p>"))[words] == rule


def test_struck_out_words_come_back_by_their_class() -> None:
    from listen.clean.formats.web_page import clean_page
    from tests.clean.storied_page import page_html

    page = clean_page(page_html("<p>The fare is <s>ten</s> twelve crowns.</p>"), keep=frozenset(["hidden"]))
    assert "The fare is ten twelve crowns." in [b.text for b in page.article.blocks]
