"""The walk: hand-made pages with the exact candidates that come out."""

# ruff: noqa: E501 - a row reads best in one line

import pytest

from listen.clean.dom.text import polish
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.furniture.phrases import find
from listen.clean.metadata.authors.person_names import tidy


def texts(html: str) -> list[str]:
    return [c.text for c in walk(parse(html)).candidates]


def test_runs_of_text_break_at_blocks_not_at_inline_elements() -> None:
    html = "<div>One <b>bold</b> word.<p>A <a href=x>link</a>, then more.</p>tail</div>"
    assert texts(html) == ["One bold word.", "A link, then more.", "tail"]


def test_two_line_breaks_part_paragraphs_one_does_not() -> None:
    assert texts("<p>first<br>line<br><br>second</p>") == ["first line", "second"]


def test_reference_marks_go_and_exponents_stay() -> None:
    html = (
        "<p>It is true.<sup><a href='#n1'>1</a></sup> The area is 10 m<sup>2</sup>, says the report.[3]</p>"
    )
    assert texts(html) == ["It is true. The area is 10 m², says the report."]


@pytest.mark.parametrize(
    ("html", "read_as"),
    [
        ("Rain is free™<sup>1</sup>, mostly.", "Rain is free™, mostly."),
        (
            "It has rained since March<sup>2</sup> and <i>snowed</i><sup>3</sup>.",
            "It has rained since March and snowed.",
        ),
        (
            "nine metres<sup>2</sup> or 10<sup>4</sup> cm<sup>2</sup>, E = mc<sup>2</sup>",
            "nine metres² or 10⁴ cm², E = mc²",
        ),
        (
            "Shown before (<a href=/s>12</a>) and after (<a href=/t>3</a>, <a href=/u>4</a>).",
            "Shown before and after.",
        ),
        (
            "as equation (<a href='#e'>5</a>) says, f() and (<a href=/y>1912</a>)",
            "as equation (5) says, f() and (1912)",
        ),
    ],
)
def test_marks_of_sources_go_and_numbers_that_are_read_stay(html: str, read_as: str) -> None:
    assert texts(f"<p>{html}</p>") == [read_as]


@pytest.mark.parametrize(
    ("html", "read_as"),
    [
        ("All lamps are listed over at https://lamps.example/all.", "All lamps are listed."),
        (
            "More at https://lamps.example/x than here (https://lamps.example), they say",
            "More at https://lamps.example/x than here, they say",
        ),
    ],
)
def test_an_address_goes_with_the_word_that_leads_to_it_where_it_ends_the_sentence(
    html: str, read_as: str
) -> None:
    assert texts(f"<p>{html}</p>") == [read_as]


def test_a_time_stamp_over_the_first_sentence_is_no_part_of_it() -> None:
    for between in ("<br>", "<img src=x>"):
        html = f"<p>Last updated: May 2, 2025{between}The lamp was lit on a Tuesday.</p>"
        assert texts(html) == ["Last updated: May 2, 2025", "The lamp was lit on a Tuesday."]
    assert texts("<p>Posted to 12 doors,<br>the notice stayed</p>") == [
        "Posted to 12 doors, the notice stayed"
    ]


def test_an_item_is_numbered_once() -> None:
    html = (
        "<ol><li><div>1</div><p>Find a lamp with a wick.</p><p>Any will do.</p></li>"
        "<li><h3>Oil</h3><p>Fill it.</p><ol><li>Slowly.</li></ol><p>Close it.</p></li><li>Light it.</li></ol>"
    )
    numbered = [(c.number, c.text) for c in walk(parse(html)).candidates if c.kind == "list_item"]
    assert numbered == [
        (1, "Find a lamp with a wick."),
        (None, "Any will do."),
        (2, "Fill it."),
        (1, "Slowly."),
        (None, "Close it."),
        (3, "Light it."),
    ]


def test_words_that_only_style_keeps_apart_are_parted() -> None:
    html = "<p><a href=a>North</a><a href=b>South</a> <span>End.</span><span>Next one</span></p>"
    assert texts(html) == ["North South End. Next one"]
    assert texts("<p><span class=dropcap>T</span>he cat</p>") == ["The cat"]


@pytest.mark.parametrize(
    ("html", "read_as"),
    [
        ("water<wbr>fall", "waterfall"),
        ("<b>a</b><i>b</i>", "ab"),
        ("He said.<em>Then</em> we went", "He said. Then we went"),
        ("the end.<u>Next one</u>", "the end. Next one"),
        ("<strong>Time:</strong>noon", "Time: noon"),
        ("10:<b>30</b>", "10:30"),
        ("on<time>May 2</time>, said<label>Hi</label>", "on May 2, said Hi"),
        ("boats (<time>1912</time>) there", "boats (1912) there"),
        ("<font>North</font><font>South</font>", "North South"),
        ("a boat<img src=x>The quay", "a boat The quay"),
        ("<span style='display: block'>North</span><span style=display:block>side</span>", "North side"),
    ],
)  # fmt: skip
def test_what_is_apart_on_the_page_is_apart(html: str, read_as: str) -> None:
    assert texts(f"<p>{html}</p>") == [read_as]


def test_preformatted_text_is_code_by_its_signs_or_its_name() -> None:
    for html, kind in (
        ("<pre class='language-bash hljs'>lamp on</pre>", "code"),
        ("<pre>import lamp\nimport oil</pre>", "code"),
        ("<pre>sudo lamp on\nsudo lamp off</pre>", "code"),
        ("<pre>The lamp was lit.\nNobody let it go out.</pre>", "paragraph"),
    ):
        assert [c.kind for c in walk(parse(html)).candidates] == [kind]


def test_the_buttons_of_a_listing_are_no_code() -> None:
    for button in ("<a class='test run' href=/x>Run</a>", "<button>Copy</button>"):
        assert texts(f"<pre>{button}<code>x = 1;\ny = 2;</code></pre>") == ["x = 1;\ny = 2;"]


def test_lines_of_code_that_are_elements_stay_lines() -> None:
    for html in (
        "x = 1;<br>y = 2;",
        "<span>x = 1;</span><br/><span>y = 2;</span>",
        "<div>x = 1;</div><div>y = 2;</div>",
        "<div><div><span></span>x = 1;</div></div><div><div>y = 2;</div></div>",
        "<ol><li>x = 1;</li>\n<li>y = 2;</li></ol>",
    ):
        (block,) = walk(parse(f"<pre><code>{html}</code></pre>")).candidates
        assert (block.kind, block.text) == ("code", "x = 1;\ny = 2;")


def test_cells_are_read_as_text_elsewhere_is() -> None:
    html = (
        "<table><tr><th><a>North</a><a>South</a></th><th>Area<br>m<sup>2</sup></th></tr>"
        "<tr><td><span style='display:none'>0001</span>3,101<sup><a href=#n>1</a></sup></td>"
        "<td><p>one</p><ul><li>two</li><li>three</li></ul></td></tr></table>"
    )
    (block,) = walk(parse(html)).candidates
    assert block.rows == (("North South", "Area m²"), ("3,101", "one two; three"))


def test_ordered_lists_keep_their_numbers_and_nesting() -> None:
    html = "<ol start=3><li>three<ul><li>inner</li></ul></li><li value=7>seven</li><li>eight</li></ol>"
    found = [(c.text, c.number, c.level) for c in walk(parse(html)).candidates]
    assert found == [("three", 3, 1), ("inner", None, 2), ("seven", 7, 1), ("eight", 8, 1)]


def test_tables_of_data_and_tables_of_layout() -> None:
    data = "<table><tr><th>City</th><th>People</th></tr><tr><td>Rome</td><td>2.8 million</td></tr></table>"
    (block,) = walk(parse(data)).candidates
    assert block.kind == "table"
    assert block.rows == (("City", "People"), ("Rome", "2.8 million"))
    layout = "<table><tr><td><h1>Title</h1><p>Text</p></td><td>Side</td></tr></table>"
    assert texts(layout) == ["Title", "Text", "Side"]


def _cell(items: str) -> str:
    return "<td><ul>" + "".join(f"<li>{item}</li>" for item in items.split("|")) + "</ul></td>"


@pytest.mark.parametrize(
    "html",
    [
        f"<tr><th>Pros</th><th>Cons</th></tr><tr>{_cell('Quiet|Light and small')}{_cell('Dear')}</tr>",
        f"<tr><td>Pros</td>{_cell('Quiet|Light and small')}</tr><tr><td>Cons:</td>{_cell('Dear')}</tr>",
    ],
)
def test_lists_set_beside_each_other_are_read_one_after_the_other(html: str) -> None:
    found = [(c.kind, c.text) for c in walk(parse(f"<table>{html}</table>")).candidates]
    assert found == [
        ("paragraph", "Pros:"),
        ("list_item", "Quiet"),
        ("list_item", "Light and small"),
        ("paragraph", "Cons:"),
        ("list_item", "Dear"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        # More than the lists, a row of something else, too few items: a table as any other.
        f"<tr><th>Pros</th><th>Cons</th></tr><tr>{_cell('Quiet|Small')}<td>It is dear</td></tr>",
        f"<tr><th>Boat</th><th>Cons</th></tr><tr><td>Elk</td>{_cell('Dear|Slow|Loud')}</tr>"
        f"<tr><td>Hind</td><td>None</td></tr>",
        f"<tr><th>Pros</th><th>Cons</th></tr><tr>{_cell('Quiet')}{_cell('Dear')}</tr>",
        f"<tr><th></th><th>Cons</th></tr><tr>{_cell('Quiet|Small')}{_cell('Dear')}</tr>",
    ],
)
def test_a_table_with_other_cells_beside_its_lists_is_read_by_rows(html: str) -> None:
    (block,) = walk(parse(f"<table>{html}</table>")).candidates
    assert block.kind == "table"


def test_addresses_go_and_the_words_around_them_stay() -> None:
    html = "<p>The shop (https://example.org/a?b=1) opens at nine, see https://example.org</p>"
    assert texts(html) == ["The shop opens at nine, see https://example.org"]


def test_code_keeps_its_lines() -> None:
    (block,) = walk(parse("<pre><code>def f():\n    return 1\n</code></pre>")).candidates
    assert (block.kind, block.text) == ("code", "def f():\n    return 1")


def test_scripts_styles_and_hidden_inline_text_are_no_text() -> None:
    html = "<p>Seen<script>var a</script><style>p{}</style><span style='display:none'>unseen</span></p>"
    assert texts(html) == ["Seen"]


def test_text_below_the_parsers_depth_is_not_lost() -> None:
    for tag, depth in (("div", 100_000), ("span", 5_000)):
        html = f"<p>before</p>{f'<{tag}>' * depth}the deep text{f'</{tag}>' * depth}<p>after</p>"
        assert texts(html) == ["before", "the deep text", "after"]


def test_raw_markdown_and_marks_of_no_width_go() -> None:
    assert texts("<p>**8. Conclusion:** the ramp</p><p>South America:\u200d</p>") == [
        "8. Conclusion: the ramp",
        "South America:",
    ]


def test_a_number_that_the_page_sets_as_text_is_the_items_own() -> None:
    html = "<ul><li><span>2</span><p>Look for a deal, the board says.</p></li><li>7</li></ul>"
    found = [(c.text, c.number) for c in walk(parse(html)).candidates]
    assert found == [("Look for a deal, the board says.", 2), ("7", None)]


def test_an_item_with_a_heading_of_its_own_is_a_part_of_the_story() -> None:
    review = "The boat is old and slow, and the crew have known it all their working lives. " * 6
    html = f"<ol><li><h3>The Ferry</h3><p>{review}</p><ul><li>Cheap</li></ul></li><li>Bring tea.</li></ol>"
    found = [(c.kind, c.level, c.number, c.text[:9]) for c in walk(parse(html)).candidates]
    assert found == [
        ("heading", 3, None, "The Ferry"),
        ("paragraph", None, None, "The boat "),
        ("list_item", 2, None, "Cheap"),
        ("list_item", 1, 2, "Bring tea"),
    ]


@pytest.mark.parametrize(
    "names", ["tooltip-text", "c-popover__content", "hovercard-body", "rollover-people-block"]
)
def test_what_is_shown_over_a_word_that_the_pointer_rests_on_is_not_of_the_sentence(names: str) -> None:
    over = f"<span class={names}>All on Ann Lee</span>"
    assert texts(f"<p>Gov. <span class=rollover><a href=x>Ann Lee</a>{over}</span> won.</p>") == [
        "Gov. Ann Lee won."
    ]
    assert texts("<p>A <span class=tooltip>ria<span role=tooltip>an inlet</span></span> is old.</p>") == [
        "A ria is old."
    ]


@pytest.mark.parametrize(
    "names", ["tooltip text-link", "has-tooltip content-term", "js-tooltip inner", "tooltip-trigger-text"]
)
def test_words_with_something_over_them_stay(names: str) -> None:
    assert texts(f"<p>Ask at <span class='{names}'>the office</span> by noon.</p>") == [
        "Ask at the office by noon."
    ]


def test_exponents_of_units_and_letters_stay() -> None:
    assert texts("<p>It falls at ten metres per second<sup>2</sup> and theta<sup>2</sup>.</p>") == [
        "It falls at ten metres per second² and theta²."
    ]


def test_tags_addresses_and_initials_without_end_are_read_in_no_time() -> None:
    assert find("<a" + " b=c" * 60) == ()
    assert (
        polish("see it at https://x.example/" + "a" * 100_000 + " for more", heading=False)
        == "see it for more"
    )
    assert tidy("A. " * 5000 + " , Editor" * 50).startswith("A. A.")


@pytest.mark.parametrize(
    ("html", "read_as"),
    [
        ("It is a <b>L i g h t h o u s e</b>, she said.", "It is a Lighthouse, she said."),
        ("für M ü t t e r gedacht", "für Mütter gedacht"),
        ("„S p e r r u n g“ heißt das", "„Sperrung“ heißt das"),
        ("They said t h a n k s!", "They said thanks!"),
        ("The letters a b c d e f are the first.", "The letters a b c d e f are the first."),
        ("Plans A B C D E are gone, the vowels a e i o u are not.", "Plans A B C D E are gone, the vowels a e i o u are not."),
        ("Either a I or a O is left.", "Either a I or a O is left."),
    ],
)  # fmt: skip
def test_a_word_with_spaces_between_its_letters_is_one(html: str, read_as: str) -> None:
    assert texts(f"<p>{html}</p>") == [read_as]
