"""What a page sets in a `pre`: prose whose lines were cut for their length, and what must stay as it is."""

# ruff: noqa: E501

from __future__ import annotations

import contextlib
import html
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from listen.clean.dom.nouns import Page
from listen.clean.dom.plain.preformatted import passages
from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk

ONE = """\
The keeper of the northern light climbs the stairs at dusk and lights
the lamp, for which he brings the oil up from the cellar.  It takes
him half an hour."""
TWO = """\
In the morning he puts it out again and writes down in a book how much
oil was burnt in the night."""
LINE_ONE, LINE_TWO = " ".join(ONE.split()), " ".join(TWO.split())


def inset(text: str, by: str = "   ") -> str:
    return "\n".join(f"{by}{line}" if line else line for line in text.split("\n"))


def walked(text: str, attributes: str = "") -> Page:
    return walk(parse(f"<pre{attributes}>\n{html.escape(text, quote=False)}</pre>"))


def held(text: str, attributes: str = "") -> list[tuple[str, str]]:
    return [(c.kind, c.text) for c in walked(text, attributes).candidates]


@pytest.mark.parametrize("by", ["", "   ", "\t", "        "])
def test_lines_of_prose_are_joined_however_far_they_are_indented(by: str) -> None:
    text = inset(f"{ONE}\n\n{TWO}", by)
    assert held(text) == [("paragraph", LINE_ONE), ("paragraph", LINE_TWO)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Lampe im Turm wird jeden Abend von einem Wärter angezündet, der\nÖl und Docht aus dem Keller holt und dafür eine halbe Stunde braucht.\nAm Morgen löscht er sie wieder und schreibt in ein Buch, wie viel Öl\nin der Nacht verbrannt ist.",
        "Le gardien du phare monte chaque soir l'escalier et allume la lampe,\npour laquelle il apporte de l'huile de la cave.  Le matin il l'éteint\net note dans un livre combien d'huile a brûlé dans la nuit.",
        "Смотритель маяка каждый вечер поднимается по лестнице и зажигает\nлампу, для которой он приносит масло из подвала. Утром он гасит её и\nзаписывает в книгу, сколько масла сгорело за ночь.",
    ],
)  # fmt: skip
def test_prose_is_told_by_its_shape_in_any_language(text: str) -> None:
    assert held(inset(text)) == [("paragraph", " ".join(text.split()))]


def test_a_word_that_was_cut_at_its_hyphen_is_one_again() -> None:
    text = "The keeper of the northern light was asked to come down at high-\nwater and to open the door of the cellar, which he did not do."
    assert held(text) == [("paragraph", text.replace("\n", ""))]


@pytest.mark.parametrize(
    "text",
    [
        'def count(lamp):\n    """Return how much oil was burnt.\n\n    The count begins when the lamp is lit and ends in the morning, when the\n    keeper puts it out again and writes the number into the book.\n    """\n    return lamp.evening - lamp.morning',
        "/* The count begins when the lamp is lit and ends in the morning, when the\n   keeper puts it out again and writes the number into the book. */\nint count(struct lamp *lamp)\n{\n\treturn lamp->evening - lamp->morning;\n}",
        "# The oil is counted from the evening on, as keepers have asked for\n# since the first version of the lamp.\noil: evening\nlamp:\n  name: north\n  light: far",
        "-- Keepers that are older than sixty, with the town in which they\n-- live and the lamp that they keep.\nSELECT name, town\nFROM keepers\nWHERE age > 60",
        "$ lamp --count north\n12 litres\n$ lamp --count south\n7 litres",
        ">>> lamp.count()\n12\n>>> for name in names:\n...     print(name)\n...\nnorth",
        "diff --git a/oil.c b/oil.c\n--- a/oil.c\n+++ b/oil.c\n@@ -10,7 +10,7 @@ int count(void)\n {\n-\treturn noon();\n+\treturn evening();\n }",
        "Option      Meaning                  Default\n--count     counts the oil           yes\n--light     lights the lamp          no",
        "+--------+         +--------+\n| client | ------> | server |\n+--------+         +--------+",
    ],
    ids=["python", "c", "settings", "sql", "shell", "console", "diff", "columns", "drawing"],
)  # fmt: skip
def test_programs_tables_and_drawings_stay_as_they_are(text: str) -> None:
    (found,) = held(text)
    assert found == ("code", text)
    if "\n\n" not in text and not text.startswith("#"):
        among = held(f"{ONE}\n\n{ONE}\n\n{ONE}\n\n{text}\n\n{TWO}")
        assert among[3:] == [("code", text), ("paragraph", LINE_TWO)]


def test_a_name_of_a_highlighter_and_a_code_element_speak_for_themselves() -> None:
    assert [kind for kind, _ in held(ONE, " class=language-text")] == ["code"]
    assert [c.kind for c in walk(parse(f"<pre><code>{ONE}</code></pre>")).candidates] == ["code"]


POEM = """\
I wandered down along the quay at night,
The boats were in, the nets were hung to dry,
And nobody but I had seen the light
That stood above the water and the sky."""


@pytest.mark.parametrize(
    "text",
    [
        POEM,
        "Zig has the grammar of Rust\nthe safety of Rust when it runs\nthe errors of Go\nthe modules of JavaScript\nwhat is there not to like?",
        "Mar  3 08:00:01 quay sshd[811]: Accepted publickey for jory from 10.0.0.7\nMar  3 08:00:04 quay sshd[811]: pam_unix(sshd:session): session opened for jory",
        "lamp: could not open the file of the oil, it is in use by another one\nlamp: failed to light the northern light (there is not enough oil left)",
        "From: Jory Bray\nTo: lamps@example.org\nSubject: oil, counted from the evening\nDate: Tue, 3 Mar 2031 08:00:00 +0000",
    ],
    ids=["poem", "small letters", "log", "errors", "head of a mail"],
)  # fmt: skip
def test_lines_that_stand_for_themselves_are_known_as_lines(text: str) -> None:
    (found,) = walked(text).candidates
    assert found.kind == "paragraph"
    assert found.lines == tuple(" ".join(line.split()) for line in text.split("\n"))


def test_a_mail_with_its_head_quotes_a_list_and_a_patch() -> None:
    text = f"""\
From: Jory Bray <jory@example.org>
To: lamps@example.org
Subject: Re: oil

On Mon, Mar 2, 2031 at 9:00 PM Ann Lee <ann@example.org> wrote:
> The keeper counts the oil from noon, which is wrong when the lamp
> was lit before that.
>
>> Why was it noon?
>
> Nobody knows it.

{ONE}
There are two reasons:

 - the oil that is burnt at noon belongs to the evening before, and
   nobody asks for it;
 - it is easier to read.

--- a/oil.c
+++ b/oil.c
-	return noon();
+	return evening();

{TWO}
"""
    assert held(text) == [
        ("paragraph", "From: Jory Bray <jory@example.org> To: lamps@example.org Subject: Re: oil"),
        ("paragraph", "On Mon, Mar 2, 2031 at 9:00 PM Ann Lee <ann@example.org> wrote:"),
        ("quote", "The keeper counts the oil from noon, which is wrong when the lamp was lit before that."),
        ("quote", "Why was it noon?"),
        ("quote", "Nobody knows it."),
        ("paragraph", f"{LINE_ONE} There are two reasons:"),
        ("list_item", "the oil that is burnt at noon belongs to the evening before, and nobody asks for it;"),
        ("list_item", "it is easier to read."),
        ("code", "--- a/oil.c\n+++ b/oil.c\n-\treturn noon();\n+\treturn evening();"),
        ("paragraph", LINE_TWO),
    ]


def test_a_text_that_is_set_with_signs_has_titles_and_lists() -> None:
    text = f"""\
lamp counts oil
===============

{ONE}

## Use

1. Copy the program to a folder of your own, which may be as deep as
   you like.
2. Run it:

    $ lamp --count north

{TWO}

Light
    Lights the lamp of the tower whose name is given, and of all towers
    without one.
"""
    assert held(text) == [
        ("heading", "lamp counts oil"),
        ("paragraph", LINE_ONE),
        ("heading", "Use"),
        ("list_item", "Copy the program to a folder of your own, which may be as deep as you like."),
        ("list_item", "Run it:"),
        ("code", "    $ lamp --count north"),
        ("paragraph", LINE_TWO),
        ("paragraph", "Light"),
        ("paragraph", "Lights the lamp of the tower whose name is given, and of all towers without one."),
    ]
    numbers = [c.number for c in walked(text).candidates if c.kind == "list_item"]
    assert numbers == [1, 2]


def test_a_rule_over_a_title_makes_no_program_of_it() -> None:
    text = f"{ONE}\n\n-------------\nThe lamp of the 712 on the quay\n\n{TWO}"
    assert [kind for kind, _ in held(text)] == ["paragraph"] * 3


MEMO = f"""\
Network Working Group                                            A. Lee
Request for Comments: 9999                             Northern College
Category: Informational                                      March 2031

Table of Contents

   1.  The Lamp . . . . . . . . . . . . . . . . . . . . . . . . . . . 1
   2.  The Oil  . . . . . . . . . . . . . . . . . . . . . . . . . . . 2

1.  The Lamp

{inset(ONE)}

   The count of the oil begins when the lamp is lit and goes over to
   the next page of the book, where the number of the evening before



Lee                          Informational                      [Page 1]
\f
RFC 9999                   The Lamp and the Oil               March 2031


   is written above the first line.

       count = evening - morning

2.1.  The Oil

{inset(TWO)}
"""


def test_a_memo_with_printed_pages() -> None:
    page = walked(MEMO)
    assert [(c.kind, c.level, c.text) for c in page.candidates] == [
        ("paragraph", None, "Table of Contents"),
        ("heading", 2, "1. The Lamp"),
        ("paragraph", None, LINE_ONE),
        ("paragraph", None, "The count of the oil begins when the lamp is lit and goes over to the next page of the book, where the number of the evening before is written above the first line."),
        ("code", None, "       count = evening - morning"),
        ("heading", 3, "2.1. The Oil"),
        ("paragraph", None, LINE_TWO),
    ]  # fmt: skip
    assert [why.rule for _, why, _ in page.unsaid] == ["memo-head", "page-edge", "page-edge", "leaders"]


def test_what_is_left_out_of_a_pre_comes_back() -> None:
    page = walk(parse(f"<pre>{MEMO}</pre>"), frozenset(["bylines", "navigation"]))
    texts = [c.text for c in page.candidates]
    assert texts[0].startswith("Network Working Group")
    assert "Lee Informational [Page 1]" in texts


PARTS = st.sampled_from(
    (
        *(
            ">",
            "> ",
            ">>> ",
            "... ",
            " ",
            "\t",
            "\n",
            "\n\n",
            "Word",
            "the",
            "end. ",
            "1. ",
            "- ",
            "# ",
            "=====",
            "};",
            "|",
        ),
        *(
            "a lamp that was lit on the tower before anybody in the town had seen the ship, ",
            "\u3000",
            "RFC 7 ",
            "[",
        ),
    )
)


@given(st.lists(PARTS | st.text(max_size=4), max_size=40).map("".join))
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    el = etree.Element("pre")
    with contextlib.suppress(ValueError):  # no XML
        el.text = text
    said = "".join(line for passage in passages(el) for line in passage.lines)
    assert Counter(filter(str.isalpha, said)) == Counter(filter(str.isalpha, el.text or ""))
