"""What stands at the end of a story or of a passage and is none of it; words that a style sheet alone sets apart."""

# ruff: noqa: E501 - pages read best with an element in one line

from __future__ import annotations

import pytest

from listen.clean import clean
from listen.clean.dom.decode import mended
from tests.clean.storied_page import PARAGRAPHS, added, page_html, page_with, paragraphs, read_texts, rules

LONG = paragraphs(PARAGRAPHS)


def behind(end: str) -> str:
    """The story's page with `end` right behind the last paragraph, in the story's element."""
    return page_html("").replace("</article>", f"{end}</article>")


def ends(end: str) -> tuple[list[str], dict[str, str]]:
    """What is read besides the story's paragraphs, and the rules for what is not."""
    from listen.clean.formats.web_page import clean_page

    got = clean_page(behind(end))
    return [b.text for b in got.article.blocks if b.text not in PARAGRAPHS], rules(got)


OURS = "The Quay Post is a paper by and for the island, and its readers own it."


@pytest.mark.parametrize(
    "end",
    [
        f'<h2>More from the Quay Post</h2><p>{OURS} <a href="/join">See who they are</a> and come along.</p>',
        f'<h3>More resources…</h3><p>{OURS} The books are on the <a href="/shelf">shelf</a> as well.</p>',
        f'<h2>Mehr von uns</h2><p>{OURS} <a href="/join">Alle Leser</a> sind dort.</p>',
        f'<h3>More by Nora Falk</h3><p>{OURS} Her <a href="/b">book about lamps</a> is sold there, too.</p>',
        f'<h4>Más recursos</h4><p>{OURS} <a href="/r">Aquí están</a> todos los demás.</p>',
    ],
)
def test_a_last_part_with_more_of_the_site_is_not_read(end: str) -> None:
    read, left = ends(end)
    assert read == []
    assert "more-part" in left.values()


@pytest.mark.parametrize(
    "end",
    [
        f"<h2>More from less</h2><p>{OURS}</p>",  # leads nowhere
        f'<h2>More on the pier</h2><p>{OURS} A <a href="/r">report</a> says it, too.</p>',
        f'<h2>More from the crew</h2>{LONG}<p><a href="/c">The crew</a> has the last word on that day.</p>',
        f'<h2>More from the crew</h2><p>{OURS} <a href="/c">They</a> say so.</p><h2>The vote</h2><p>{OURS}</p>',
    ],
)
def test_a_part_of_the_story_s_own_is_read(end: str) -> None:
    read, left = ends(end)
    assert any(OURS in text or text.startswith("The crew has the last word") for text in read)
    assert "more-part" not in left.values()


@pytest.mark.parametrize(
    "link",
    [
        "Book your crossing today",
        "Shop the blue lamps now!",
        "Start your FREE 30 days trial!",
        "Order the winter coat today",
        "Reserve a seat on the boat now",
    ],
)
def test_a_link_that_asks_for_something_behind_a_passage_is_not_read(link: str) -> None:
    said = "The office has a boat for everybody who wants to see the seals on the northern rocks in April."
    page = page_with(f'<p>{said} <a href="/offer"><b>{link}</b></a></p>')
    assert said in read_texts(page)
    assert rules(page)[link] == "call-link"


@pytest.mark.parametrize(
    "passage",
    [
        'The winter was long and cold. <a href="/r">See what the report says about it today</a>.',
        'What would you do in their place? They told us: <a href="/r">book the boat now</a>.',
        'The winter was long. <a href="/r">Start with the report</a> and go on with the letters.',
        "The captain wrote three words on the board. Order coal now.",
        'Nobody had read it. <a href="/r">Download the winter report today</a>.',
    ],
)
def test_a_last_sentence_of_the_story_s_own_is_read(passage: str) -> None:
    words = "".join(part.partition(">")[2] if ">" in part else part for part in passage.split("<"))
    assert words in read_texts(page_with(f"<p>{passage}</p>"))


@pytest.mark.parametrize(
    "mark", ["<b>SV</b>", "<span class=end>■</span>", "<strong>[TQ]</strong>", "<i>(NF)</i>", "<em>QP</em>"]
)
def test_the_mark_of_the_end_is_not_read(mark: str) -> None:
    last = "The council will vote on it again when the ice is gone, and then once more in the autumn."
    read, left = ends(f"<p>{last} {mark}</p>")
    assert read == [last]
    assert "end-mark" in left.values()


@pytest.mark.parametrize(
    "last",
    [
        "The paper that nobody reads is the <b>QP</b>",
        "And what did she say to that? <b>No.</b>",
        "It was <i>OK</i>.",
    ],
)
def test_capitals_in_the_last_sentence_are_read(last: str) -> None:
    assert ends(f"<p>{last}</p>")[0] == [
        last.replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", "")
    ]


def test_what_is_left_over_of_a_list_of_contents_is_not_read() -> None:
    heads = ("Winter on the pier", "What the crew says", "Votes of the county", "How the bridge was built")
    items = "".join(f'<li><a href="#h{n}">{text}</a></li>' for n, text in enumerate((*heads, "Picture")))
    parts = "".join(
        f'<h2 id="h{n}">{text}</h2><p>{PARAGRAPHS[n]} So it went.</p>' for n, text in enumerate(heads)
    )
    assert "Picture" not in added(f"<p>What this is about, in short and in order:</p><ul>{items}</ul>{parts}")


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("<a href=/x>Nora Falk</a><em>LAMPS</em><span class=label>Quay</span>", "Nora Falk LAMPS Quay"),
        (
            "<a href=/x>Bo Lund</a><i>waves, seals and other things</i>",
            "Bo Lund waves, seals and other things",
        ),
        (
            "<a href=/x>The Oars</a><em>Low Tide</em><small>Pier Records</small>",
            "The Oars Low Tide Pier Records",
        ),
        ("<a href=/x>Rope</a><span>maker of the year</span>", "Rope maker of the year"),
        ("<a href=/x>Wick</a><cite>The Long Night</cite>", "Wick The Long Night"),
        # Endings of a word, and parts of one, are none.
        ("<a href=/x>Lamp</a><em>s</em> of the quay", "Lamps of the quay"),
        ("The light<em>house</em> of the quay", "The lighthouse of the quay"),
        ("<b>Sea</b><i>gulls</i> of the quay", "Seagulls of the quay"),
        ("<a href=/x>Quay</a><span>-side</span> lamps", "Quay-side lamps"),
    ],
)
def test_parts_of_a_heading_are_set_apart(heading: str, said: str) -> None:
    assert said in added(f"<h2>{heading}</h2><p>{PARAGRAPHS[0]} So it went on.</p>")


def test_the_source_of_a_pull_quote_is_not_read() -> None:
    quote = '<figure class="wp-block-pullquote"><blockquote><p>{}</p><cite>{}</cite></blockquote></figure>'
    said = "A lamp that is lit in the morning has been lit for nobody at all."
    page = page_with(quote.format(said, "<a href=/q>Quaypost</a>"))
    assert said in read_texts(page)
    assert rules(page)["Quaypost"] == "speaker"
    assert "Nora Falk" in added(quote.format(said, "Nora Falk"))
    letter = f"<blockquote><p>{said}</p><cite>The Book of Lamps</cite></blockquote>"
    assert "The Book of Lamps" in added(letter)


def test_a_hidden_listing_of_the_story_is_no_second_story() -> None:
    source = "\n\n".join(f"## Part {n}\n\n{text}" for n, text in enumerate(PARAGRAPHS))
    page = page_html("", after=f'<pre class="source" aria-hidden="true" hidden>{source * 2}</pre>')
    assert "## Part" not in clean(page).text
    assert clean(page).text.count(PARAGRAPHS[0]) == 1
    shown = page_html("<pre>sail --north --slow</pre>")
    assert "sail --north --slow" in clean(shown).text


def test_utf_8_read_as_latin_1_is_mended() -> None:
    for true in (
        "“Lamps”, she said—it’s late…",
        "the crew’s “boat” – and the keeper’s",
        "It’s ‘over’, isn’t it?",
    ):
        assert mended(true.encode().decode("latin-1") + " plain words") == f"{true} plain words"
    for text in ("â is a letter", "a € b â€ c", "â\x80"):
        assert mended(text) == text


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("We looked at seals.org<span class=citation>5</span> for that.", "We looked at seals.org for that."),
        ("They stay for<span class=citation> 5 </span>days.", "They stay for 5 days."),
        ("See <span class=citation>Falk, 2019</span> on that.", "See Falk, 2019 on that."),
    ],
)
def test_a_number_that_is_called_a_citation_is_a_mark(inside: str, said: str) -> None:
    text = f"{inside} The keeper of the lamps has known it for thirty years and told everybody."
    assert f"{said} The keeper of the lamps has known it for thirty years and told everybody." in added(
        f"<p>{text}</p>"
    )


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<p>The report came out in April. <a href=/r/pier.pdf>Report on the pier</a></p>", "The report came out in April."),
        ("<p>The report came out in April. <a href=/r/pier.pdf>The engineers' report [PDF]</a></p>", "The report came out in April."),
        ("<p>Price: 12,99 € (D) <a href=//shop.example/1>Kaufen</a></p>", "Price: 12,99 € (D)"),
        ("<p>Price: $14.00 <a href=//shop.example/1>Buy now</a></p>", "Price: $14.00"),
        ("<div>Pages: 448<br>Price: 9,90 € <a href=//shop.example/1>Bestellen</a><br><br>Binding: cloth</div>", "Price: 9,90 €"),
    ],
)  # fmt: skip
def test_a_link_to_a_file_or_a_shop_behind_a_passage_is_not_read(inside: str, said: str) -> None:
    assert said in added(inside)


@pytest.mark.parametrize(
    "inside",
    [
        "<p>All of it stands in <a href=/r/pier.pdf>the report on the pier</a></p>",
        "<p>She never said what the council would <a href=/b>buy</a></p>",
        "<p>The report came out in April. <a href=/r/pier.pdf>It fills a whole shelf.</a></p>",
        "<p>The report came out in April. <a href=/r/pier>Nobody has read it</a></p>",
    ],
)
def test_a_link_that_a_sentence_needs_is_read(inside: str) -> None:
    assert len(added(inside)) == 1
    assert added(inside)[0].split()[-1] in inside


CARDS = "".join(
    f"<div class=card><h4><a href=/c{n}>Another story of the quay, number {n}</a></h4><p><a href=/news>News</a></p></div>"
    for n in range(4)
)
SELLS = (
    "<p>Welcome offer: two hundred points for everybody who buys a ticket before the end of the month.</p>"
    "<p>Points are taken by all the ferries of the county and by the post office on the quay.</p>"
)


def test_an_offer_far_behind_the_story_is_not_read() -> None:
    for button in ("<a class=btn href=/apply>Apply now</a>", "<div><a href=/apply>Sign up today</a></div>"):
        found = page_with(
            "",
            after=f"<div class=more>{CARDS}</div><div class=feature><h4>The island card</h4>{SELLS}{button}</div>",
        )
        assert [t for t in read_texts(found) if "points" in t.lower()] == []


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        (
            "<p><strong>Nora Falk</strong><br>Keeper of the ticket house</p>",
            ["Nora Falk", "Keeper of the ticket house"],
        ),
        ("<p>Falk &amp; Sons</p>", ["Falk & Sons"]),
    ],
)
def test_the_name_over_how_to_reach_the_site_is_not_read(foot: str, names: list[str]) -> None:
    praise = "".join(
        f"<li><blockquote>“The best crossing of my life, number {n}.”<p>A letter from a passenger</p></blockquote></li>"
        for n in range(4)
    )
    reach = "<div><p><a href=mailto:n@quay.example>n@quay.example</a><br>Tel. 05225/873844</p></div>"
    end = f"<div><h3>What passengers say</h3><ul class=testimonials>{praise}</ul></div><hr><div class=row><div>{foot}</div>{reach}</div>"
    got, _ = ends(end)
    assert set(got).isdisjoint([*names, " ".join(names), "What passengers say"])


def test_a_signature_under_the_story_is_read() -> None:
    got, _ = ends("<p>Nora Falk, keeper of the ticket house on the northern pier of the island</p>")
    assert got == ["Nora Falk, keeper of the ticket house on the northern pier of the island"]
