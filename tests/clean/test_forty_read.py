"""Forty more pages that nobody had read (`tests/bench/extract_verdicts_forty.tsv`): what was not right there, by
kind, with inputs of our own.
"""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from listen.clean.dom.plain.programs import looks_like_code
from listen.clean.formats.web_page import clean_page
from tests.clean.storied_page import PARAGRAPHS, added, page_with, paragraphs, read_texts

ANSWERS = (
    "I kept the lamp on the northern rocks for a year, and the one thing that nobody tells you is how loud the gulls are.",
    "Same here, only that it was the generator that kept me awake and not the birds.",
    "You may both be right. When we fitted the new burner, the old one had been leaking oil into the stairwell for a decade.",
    "Put the spare wicks in a tin with rice, they stay dry for the whole winter that way.",
    "No.",
    "I wrote to the county about it and they said that the lamp is a listed monument, so the wiring has to stay as it is.",
)
WRITERS = ("saltmarsh", "oarsman", "nettle", "kelpie", "gannet", "tallow", "sprat", "whelk")

BOARDS = {
    "Invision 4": '<article id="elComment_{n}" class="cPost ipsBox ipsComment ipsComment_parent"><aside class="ipsComment_author cAuthorPane"><h3 class="cAuthorPane_author"><a href="/profile/{who}">{who}</a></h3><ul class="cAuthorPane_info"><li>Members</li><li>{n}2 posts</li></ul></aside><div class="ipsComment_content"><div class="ipsComment_meta">Posted May {n}, 2031</div><div class="cPost_contentWrap"><div data-role="commentContent" class="ipsType_richText ipsContained">{said}</div></div></div></article>',
    "Invision 5": '<article class="ipsEntry js-ipsEntry ipsEntry--post"><aside class="ipsEntry__author-column"><h3 class="ipsEntry__username"><a href="/u/{n}">{who}</a></h3></aside><div class="ipsEntry__content"><div class="ipsEntry__meta">May {n}, 2031</div><div class="ipsEntry__post"><div class="ipsRichText ipsRichText--user">{said}</div></div></div></article>',
    "vBulletin": '<li class="postbit postcontainer" id="post_{n}"><div class="userinfo"><a class="username" href="/m/{n}">{who}</a></div><div class="postbody"><div class="content"><div id="post_message_{n}"><blockquote class="postcontent restore">{said}</blockquote></div></div></div></li>',
    "own": '<section class="reply-row"><div class="who"><span class="poster">{who}</span></div><div class="said"><div class="said-text">{said}</div></div></section>',
}


def thread(make: str, posts: tuple[str, ...], after: str = "") -> str:
    rows = "".join(make.format(n=n, who=WRITERS[n], said=paragraphs([said])) for n, said in enumerate(posts))
    return (
        f"<html lang=en><head><title>Keeping the lamp - Quay Board</title></head><body><nav><a href=/>Home</a></nav>"
        f"<h1>Keeping the lamp</h1><div class='topic-list'>{rows}</div>{after}"
        "<footer><p>Powered by a board. All times are local.</p></footer></body></html>"
    )


@pytest.mark.parametrize("board", BOARDS)
def test_a_thread_is_read_to_its_last_post(board: str) -> None:
    posts = (" ".join(PARAGRAPHS[:3]), *ANSWERS)
    read = read_texts(clean_page(thread(BOARDS[board], posts)))
    assert [text for text in read if text in posts] == [*posts]
    assert not [text for text in read if text.startswith(("Posted", "May"))]


def test_a_threads_edited_lines_and_links_are_not_read() -> None:
    posts = (
        " ".join(PARAGRAPHS[:3]),
        *ANSWERS[:4],
        "Edited May 4, 2031 by nettle",
        "<a href=/rules>Read the rules of this board before you post</a>",
    )
    read = read_texts(clean_page(thread(BOARDS["Invision 4"], posts)))
    assert not [text for text in read if text.startswith(("Edited", "Read the rules"))]


@pytest.mark.parametrize("board", BOARDS)
def test_comments_below_a_story_are_no_thread(board: str) -> None:
    rows = "".join(
        BOARDS[board].format(n=n, who=WRITERS[n], said=paragraphs([said])) for n, said in enumerate(ANSWERS)
    )
    page = page_with("", after=f"<section class=comments id=comments><h2>6 comments</h2>{rows}</section>")
    assert not [text for text in read_texts(page) if text in ANSWERS]


def test_posts_with_headlines_of_their_own_are_other_stories() -> None:
    make = '<article class="post"><h2>{head}</h2><span class="author">{who}</span><div class="post-body"><div class="said">{said}</div></div></article>'
    heads = (
        "The ferry that stayed",
        "What the gulls know about winter nights",
        "A tin of rice for every keeper",
        "The county and its listed lamp posts",
    )
    texts = (paragraphs(PARAGRAPHS), *(f"<p>{text}</p>" for text in ANSWERS[:3]))
    rows = "".join(
        make.format(head=head, who="Ann Lee", said=text) for head, text in zip(heads, texts, strict=True)
    )
    page = clean_page(
        f"<html lang=en><head><title>The ferry that stayed</title></head><body>{rows}</body></html>"
    )
    assert not [text for text in read_texts(page) if text in ANSWERS]


CHAPTERS = ("share-modes", "comments", "related-types", "newsletter-field", "footer-rows", "social-keys")
PLAIN = (
    "opening",
    "closing",
    "waiting",
    "naming",
    "counting",
    "measuring",
    "returning",
    "ordering",
    "joining",
    "leaving",
    "writing",
    "reading",
)
MANUAL = (
    "A lock of this kind is held until the transaction that asked for it ends, and no other session can change the rows in the meantime.",
    "The clause takes the name of a table or of an alias; a name that appears twice is an error, and the statement is not executed.",
    "Rows that are added while the statement runs are not seen by it, because it works on what was there when it began.",
)  # fmt: skip


@pytest.mark.parametrize("ident", CHAPTERS)
@pytest.mark.parametrize("make", ["<section id='{id}'>", "<div class='refsect2' id='SQL-{id}'>"])
def test_a_chapter_is_not_left_out_for_its_id(ident: str, make: str) -> None:
    def chapter(name: str) -> str:
        head = name.replace("-", " ").title()
        text = paragraphs([f"{head}. {line}" for line in MANUAL])
        tag = make[1 : make.index(" ")]
        return f"{make.format(id=name)}<h2>{head}</h2>{text}</{tag}>"

    names = (*PLAIN[:6], ident, *PLAIN[6:])
    page = clean_page(
        "<html lang=en><head><title>SELECT - the manual</title></head><body><nav><a href=/>Home</a></nav>"
        f"<main><h1>SELECT</h1><p>{PARAGRAPHS[3]}</p>{''.join(map(chapter, names))}</main></body></html>"
    )
    head = ident.replace("-", " ").title()
    read = read_texts(page)
    assert head in read
    assert [text for text in read if text.startswith(f"{head}. ")] == [f"{head}. {line}" for line in MANUAL]


def test_a_share_bar_among_parts_with_ids_is_not_read() -> None:
    parts = "".join(
        f"<div class=part id={name}><h2>{name.title()}</h2><p>{text}</p></div>"
        for name, text in zip(PLAIN, PARAGRAPHS, strict=False)
    )
    bar = "<div class=share id=share><h2>Share</h2><p>Share this page on Facebook</p></div>"
    page = clean_page(
        f"<html lang=en><head><title>Ferry</title></head><body><main><h1>Ferry</h1>{parts}{bar}</main></body></html>"
    )
    assert "Share this page on Facebook" not in read_texts(page)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("rsync -t -l -r here/ there/ --delete-after\nrsync -t -l -r ps:tc/ www/ --delete-after\n...", True),
        ("ls -la\nrm -rf build", True),
        ("name | age | town\n-----+-----+-----\nFalk | 61 | Quay", True),
        ("SELECT name, age\nFROM keepers\nWHERE age > 60", True),
        ("CREATE TABLE keepers\nSELECT name\nFROM keepers", True),
        ("name\tage\ttown\nFalk\t61\tQuay", True),
        ("The boat is out, the lamp is lit,\nthe keeper sleeps beside it.", False),
        ("FALK Who keeps the lamp?\nLEE I do, on Sundays.\nFALK From dusk?", False),
        ("Dear Ann,\nthe boat leaves at six - as always - and\nI am on it.\nYours, N.", False),
        ("O -- the sea, the sea!\nI heard it -- I did --\nlast night.", False),
        ("FROM THE SEA\nWITH THE TIDE\nWE COME AND GO", False),
    ],
)  # fmt: skip
def test_what_a_pre_holds_is_told_by_its_lines(text: str, code: bool) -> None:
    assert looks_like_code(text) == code


@pytest.mark.parametrize(
    "name", ["programlisting", "screen", "synopsis", "brush: java", "chroma", "literal-block"]
)
def test_a_pre_is_a_listing_by_its_name(name: str) -> None:
    page = page_with(
        f"<p>The keeper of the day is asked for with:</p><pre class='{name}'>keeper of the day\nlamp and oil</pre>"
    )
    assert [b.text for b in page.article.blocks if b.kind == "code"] == ["keeper of the day\nlamp and oil"]


@pytest.mark.parametrize(
    "line",
    [
        "This example draws a lamp. When you click the button, it goes out:",
        "There are a few other calls that you may need. For example, one lets you subscribe to the state of the lamp without asking for it again:",
        "The lamp can be read from the shore, and it tells how much oil there is and how often the wick was cut in the last week, in the last month and since the day on which it was lit for the first time. As with the old burner, the figures go to the office on the quay, where a clerk writes them down. Plus, if you subscribe to the county's bulletin, you get the same figures as the clerk does.",
    ],
)  # fmt: skip
def test_what_speaks_of_clicking_and_subscribing_is_read(line: str) -> None:
    assert line in added(f"<p>{line}</p><pre><code>lamp.on();\nlamp.off();</code></pre>")


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to the Quay Post today and read all of our stories about boats.",
        "Click the button below to get the whole report sent to your inbox.",
        "If you like stories about boats, subscribe to our newsletter for more of them.",
    ],
)
def test_what_asks_for_it_is_not(line: str) -> None:
    assert line not in added(f"<p>{line}</p>")


@pytest.mark.parametrize(
    "inside",
    [
        "<p>The command</p><pre><code>lamp --on;</code></pre><p>is equivalent to the one that was shown before, with the oil counted from the evening.</p>",
        "<p>The command</p><ul><li>lights the lamp on the pier</li><li>puts out the one on the quay</li></ul><p>and it does so without a word to the keeper, who reads of it in the morning.</p>",
    ],
)  # fmt: skip
def test_half_a_sentence_over_a_listing_or_a_list_is_read(inside: str) -> None:
    assert "The command" in added(inside)


def test_a_term_that_is_the_pages_title_is_read_with_its_meaning() -> None:
    terms = "".join(
        f"<dt>{term}</dt><dd><p>{text}</p></dd>"
        for term, text in zip(("ferry", "pier", "lamp"), MANUAL, strict=True)
    )
    page = page_with(f"<dl>{terms}</dl>", title="Ferry")
    read = read_texts(page)
    assert [text for text in read if text in ("ferry", "pier", "lamp")] == ["ferry", "pier", "lamp"]


@pytest.mark.parametrize("player", ["iframe", "video", "audio", "amp-youtube"])
@pytest.mark.parametrize("end", ["<h2>What comes next</h2>", ""])
def test_a_row_of_headings_over_players_is_not_read(player: str, end: str) -> None:
    heads = ("Songs for the ice", "Songs for the lamp", "Songs for the quay")
    row = "".join(f"<h3>{head}</h3><p><{player} src=/e title=Player></{player}></p>" for head in heads)
    assert not [
        text for text in added(f"<h2>What the crew hears</h2><p>{ANSWERS[2]}</p>{row}{end}") if text in heads
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "<h3>Songs for the ice</h3><p>The crew hears them while it breaks the ice along the pier.</p><iframe src=/e></iframe>",
        "<h3>Songs for the ice</h3><iframe src=/e></iframe><p>The crew hears them while it breaks the ice along the pier.</p>",
        "<h3>Songs for the ice</h3><video>Your browser does not know films, but the crew of the ferry knows all songs by heart.</video><p>The crew hears them all the same, whatever the wind does.</p>",
    ],
)  # fmt: skip
def test_a_heading_over_prose_is_read_with_a_player_beside_it(inside: str) -> None:
    assert "Songs for the ice" in added(inside)


def test_posts_that_are_set_as_quotations_are_none() -> None:
    quoted = "<div><b>nettle said:</b><blockquote>" + ANSWERS[1] + "</blockquote></div>"
    texts = (" ".join(PARAGRAPHS[:3]), *ANSWERS[:3], quoted + ANSWERS[5])
    rows = "".join(
        f"<li class=message id=post-{n} data-author={WRITERS[n]}><h3 class=userText><a class=username>{WRITERS[n]}</a></h3>"
        f"<div class=messageContent><blockquote class=messageText>{text}</blockquote></div></li>"
        for n, text in enumerate(texts)
    )
    page = clean_page(
        f"<html lang=en><head><title>The lamp</title></head><body><h1>The lamp</h1><ol>{rows}</ol></body></html>"
    )
    assert [b.kind for b in page.article.blocks if b.text in (*texts, ANSWERS[5])] == ["paragraph"] * 5


def test_a_page_of_quotations_with_their_speakers_has_quotations() -> None:
    quotes = "".join(
        f"<blockquote><p>{text}</p><footer>Nora Falk</footer></blockquote>" for text in PARAGRAPHS
    )
    page = clean_page(
        f"<html lang=en><head><title>What was said</title></head><body><article><h1>What was said</h1>{quotes}</article></body></html>"
    )
    assert {b.kind for b in page.article.blocks if b.text in PARAGRAPHS} == {"quote"}


def test_a_quotation_in_a_story_stays_one() -> None:
    page = page_with(f"<blockquote><p>{ANSWERS[0]}</p></blockquote>")
    assert [b.kind for b in page.article.blocks if b.text == ANSWERS[0]] == ["quote"]


WALLS = (
    "To view the full story, please subscribe to The Quay Post.",
    "Subscribe now to read the rest of this story.",
    "Log in to continue reading this article.",
    "Pour lire la suite de cet article, abonnez-vous dès maintenant.",
    "Para seguir leyendo esta historia, suscríbete.",
    "Um diesen Artikel weiter zu lesen, schließen Sie ein Abonnement ab.",
    "Please register to access this report.",
    "Sign up to unlock the whole interview.",
    "The remainder of this post is for paying members.",
    "This story is for paid subscribers only.",
    "Cet article est réservé à nos abonnés.",
    "Este artículo es exclusivo para suscriptores.",
    "Este artigo é exclusivo para assinantes.",
    "Questo articolo è riservato agli abbonati.",
    "Per continuare a leggere questo articolo abbonati ora.",
    "Dieser Beitrag ist nur für Abonnenten.",
    "この記事は会員限定記事です。",
    "続きを読む（残り1234文字）",
    "剩余 80%",
    "以下内容为付费",
    "유료회원 전용 기사입니다.",
)


@pytest.mark.parametrize("wall", WALLS)
def test_a_story_that_goes_on_for_subscribers_says_so(wall: str) -> None:
    pitch = "When you join the family of the Quay Post, you get unlimited access to all that we write about boats, and to the people who write it."
    text = f"{paragraphs(PARAGRAPHS[:4])}<p>{wall}</p><p>{pitch}</p>"
    page = clean_page(
        f"<html lang=en><head><title>The ferry</title></head><body><article><h1>The ferry</h1>{text}</article></body></html>"
    )
    assert read_texts(page) == list(PARAGRAPHS[:4])
    assert any("paywall" in note for note in page.notes)


@pytest.mark.parametrize(
    "line",
    [
        "To read the full story of the lamp, the keepers register every evening in a book that lies on the quay.",
        "He had to sign in to see the whole interview, and what he saw there made him laugh for a week.",
    ],
)
def test_a_story_that_speaks_of_signing_in_goes_on(line: str) -> None:
    page = page_with(f"<p>{line}</p>")
    assert not page.notes
    assert [text for text in read_texts(page) if text in PARAGRAPHS] == list(PARAGRAPHS)


def test_fields_without_a_value_are_not_read() -> None:
    fields = (
        "Camera: Canon 60",
        "Filter: -",
        "Aperture in mm:",
        "Film: 640",
        "Place: the outer island",
        "Owner: n/a",
    )
    found = added(f"<h3>Details</h3><ul>{''.join(f'<li>{field}</li>' for field in fields)}</ul>")
    assert [text for text in found if text in fields] == [
        "Camera: Canon 60",
        "Film: 640",
        "Place: the outer island",
    ]


def test_a_label_among_the_things_that_it_is_over_is_read() -> None:
    items = (
        "For the dough:",
        "200 g of flour",
        "two eggs of a good size",
        "For the crust:",
        "a cup of brown sugar",
        "a little salt",
    )
    found = added(f"<h3>What it takes</h3><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>")
    assert [text for text in found if text in items] == list(items)


def test_who_began_a_thread_is_named_by_its_element() -> None:
    page = clean_page(
        "<html lang=en><head><title>Board</title></head><body><main><shreddit-post author=Saltmarsh post-title='The lamp'>"
        f"<h1>The lamp on the northern rocks</h1><div class=md>{paragraphs(PARAGRAPHS)}</div></shreddit-post></main></body></html>"
    )
    assert page.article.byline == "Saltmarsh"


@pytest.mark.parametrize("bar", ["›", "»", "|"])
def test_a_logo_before_the_headline_is_no_title_whatever_parts_them(bar: str) -> None:
    page = clean_page(
        f"<html lang=de><head><title>Die Fähre, die blieb {bar} Kaipost</title></head><body>"
        "<h1 class=site-title><a href=/ title=Kaipost><img src=/l.png alt=Kaipost></a></h1>"
        f"<article><h1 class=entry-title>Die Fähre, die blieb</h1>{paragraphs(PARAGRAPHS)}</article></body></html>"
    )
    assert page.article.title == "Die Fähre, die blieb"


@pytest.mark.parametrize("level", ["h1", "h2"])
def test_a_button_behind_a_heading_is_no_part_of_it(level: str) -> None:
    head = f"<{level}>The lamp <button title=Copy>Copy the path</button></{level}>"
    if level == "h1":
        page = clean_page(
            f"<html lang=en><head><title>The lamp</title></head><body><main>{head}{paragraphs(PARAGRAPHS)}</main></body></html>"
        )
        assert page.article.title == "The lamp"
        assert not [text for text in read_texts(page) if "Copy" in text]
    else:
        assert "The lamp" in added(f"{head}<p>{ANSWERS[2]}</p>")


def test_a_heading_that_is_a_button_is_read() -> None:
    assert "Who trims the wick?" in added(f"<h3><button>Who trims the wick?</button></h3><p>{ANSWERS[2]}</p>")


def test_terms_are_read_with_what_they_mean_however_short() -> None:
    terms = ("Handle", "Wick", "Burner", "Glass")
    words = ("Holds the lamp.", "Draws up oil.", "Burns it.", "Keeps wind out.")
    listed = "".join(
        f"<dt><a href=/{term}.html>{term}</a></dt><dd>{word}</dd>"
        for term, word in zip(terms, words, strict=True)
    )
    found = added(f"<h3>Parts of the lamp</h3><p>{ANSWERS[2]}</p><dl>{listed}</dl>")
    assert [text for text in found if text in terms] == [
        term for term, word in zip(terms, words, strict=True) if word in found
    ]


def test_the_answers_of_a_poll_are_not_read() -> None:
    answers = (
        "A new burner for the lamp",
        "A second boat for the winter",
        "Longer poles for the ice on the pier",
    )
    poll = "".join(
        f"<li><input type=radio name=p id=p{n}> <label for=p{n}>{text}</label></li>"
        for n, text in enumerate(answers)
    )
    found = added(
        f"<div class=vote><p>What does the island need most?</p><form><ul>{poll}</ul><button>Vote</button></form></div>"
    )
    assert not [text for text in found if text in answers]


@pytest.mark.parametrize("credit", ["Photo by: 'Nora Falk'.", "Foto von Nora Falk", "Image by Nora Falk."])
def test_a_caption_that_ends_with_its_photographer_is_none_of_the_story(credit: str) -> None:
    assert f"The old lamp on the pier. {credit}" not in added(
        f"<p><img src=/l.jpg></p><p>The old lamp on the pier. {credit}</p>"
    )


def test_the_headline_with_board_and_site_behind_it_is_not_read_again() -> None:
    page = page_with("", top="<h2>The ferry that stayed - Boats - Quay Board</h2>")
    assert "The ferry that stayed - Boats - Quay Board" not in read_texts(page)
    assert "The ferry that stayed - on paper" in added(
        "<h2>The ferry that stayed - on paper</h2><p>" + ANSWERS[2] + "</p>"
    )


@pytest.mark.parametrize("level", ["h2", "h3"])
@pytest.mark.parametrize(
    "names",
    [("2.4.0 May 4, 2031", "2.3.1 April 2, 2031"), ("May 4, 2031", "April 2, 2031"), ("2.4.0", "2.3.1")],
)
def test_headings_of_versions_and_of_days_are_read(level: str, names: tuple[str, str]) -> None:
    parts = "".join(
        f"<{level}>{name}</{level}><p>{text}</p>" for name, text in zip(names, ANSWERS[2:4], strict=True)
    )
    found = added(parts)
    assert [text for text in found if text in names] == list(names)


def test_the_names_of_tabs_are_not_read_before_what_they_show() -> None:
    names = ("Yarn", "Rope", "Cord")
    tabs = "".join(f"<li role=tab>{name}</li>" for name in names)
    panels = "".join(
        f"<div role=tabpanel><pre><code>add --{name.lower()} lamp;</code></pre></div>" for name in names
    )
    page = page_with(
        f"<p>Choose what you hang the lamp on and say so:</p><ul role=tablist>{tabs}</ul>{panels}"
    )
    assert not [text for text in read_texts(page) if text in names]
    assert len([b for b in page.article.blocks if b.kind == "code"]) == 3


def test_a_heading_that_unfolds_what_is_under_it_is_read() -> None:
    parts = "".join(
        f"<div role=tab><h4>{head}</h4></div><div role=tabpanel><p>{text}</p></div>"
        for head, text in zip(("Oil", "Wick"), ANSWERS[2:4], strict=True)
    )
    assert {"Oil", "Wick"} <= set(added(f"<h3>What to look at</h3>{parts}"))
