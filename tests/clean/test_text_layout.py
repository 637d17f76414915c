"""Plain texts as people lay them out: indents, underlined titles, banners, terms, and a library's licence."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from listen.captions import vtt
from listen.clean import Cleaned, read
from listen.clean.formats.subtitles import untimed
from listen.model import Cue, Source

ONE = "The mill stood at the bend of the river, and its wheel was older than the bridge by a hundred years."
TWO = "In the dry summer of 1911 it turned for an hour a day, and the miller slept the rest of the time."
THREE = (
    "Nobody knows who let the water out of the pond; the miller blamed the herons, and the herons flew away."
)


def wrapped(words: str, first: str = "", rest: str = "", width: int = 58) -> str:
    rows = [first]
    for word in words.split():
        if len(rows[-1]) + len(word) >= width:
            rows.append(rest)
        rows[-1] += word if not rows[-1].strip() else f" {word}"
    return "\n".join(rows)


def opened(text: str, *keep: str) -> Cleaned:
    return read(Source(text.encode(), "x.txt", media_type="text/plain"), keep=frozenset(keep))


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in opened(text).article.blocks]


BODY = f"{wrapped(ONE)}\n\n{wrapped(TWO)}\n\n{wrapped(THREE)}\n"
READ = [("paragraph", ONE), ("paragraph", TWO), ("paragraph", THREE)]


@pytest.mark.parametrize("indent", ["  ", "   ", "\t", "        ", " "])
@pytest.mark.parametrize("first", [True, False])
def test_paragraphs_that_only_their_indents_part(indent: str, first: bool) -> None:
    rows = [wrapped(words, indent) for words in (ONE, TWO, THREE)]
    text = "\n".join(rows if first else [rows[0].lstrip(), *rows[1:]])
    assert blocks(f"The mill\n\n{text}\n") == READ


def test_a_text_that_is_indented_as_a_whole_is_not_parted() -> None:
    text = "\n\n".join(wrapped(words, "    ", "    ") for words in (ONE, TWO, THREE))
    assert blocks(f"The mill\n\n{text}\n") == READ


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("The dry year\n============", 2),
        ("The dry year\n------------", 2),
        ("The dry year\n~~~~~~~~~~~~", 2),
        ("============\nThe dry year\n============", 2),
        ("The dry year\n***************", 2),
        ("== The dry year ==", 2),
        ("=== The dry year ===", 3),
        ("= The dry year", 2),
    ],
)
def test_titles_that_signs_mark(title: str, level: int) -> None:
    found = opened(f"The mill\n========\n\n{wrapped(ONE)}\n\n{title}\n\n{wrapped(TWO)}\n")
    assert found.article.title == "The mill"
    kinds = [(block.kind, block.text) for block in found.article.blocks]
    assert kinds == [("paragraph", ONE), ("heading", "The dry year"), ("paragraph", TWO)]
    assert not any(sign in found.article.text for sign in "=~*")
    assert "---" not in found.article.text


def test_each_kind_of_line_is_a_level_of_its_own() -> None:
    parts = [("A river", "="), ("A mill", "-"), ("A pond", "="), ("A heron", "~")]
    text = "".join(f"{name}\n{sign * len(name)}\n\n{wrapped(ONE)}\n\n" for name, sign in parts)
    found = opened(f"The mill\n\n{text}").article
    assert [block.level for block in found.blocks if block.kind == "heading"] == [2, 3, 2, 4]


@pytest.mark.parametrize("name", ["News", "Comments", "Contact", "Share", "Home"])
def test_an_underlined_title_is_no_label(name: str) -> None:
    text = f"The mill\n\n{wrapped(ONE)}\n\n{name}\n{'-' * len(name)}\n\n{wrapped(TWO)}\n"
    assert ("heading", name) in blocks(text)


@pytest.mark.parametrize(
    "line", ["a = b + c", "x == y", "He wrote 2 + 2 = 4.", "--- and then nothing", "*", "-- the miller"]
)
def test_signs_within_words_are_no_titles(line: str) -> None:
    assert all(
        kind != "heading" for kind, _ in blocks(f"The mill\n\n{wrapped(ONE)}\n\n{line}\n\n{wrapped(TWO)}\n")
    )


BANNERS = [
    "  -----------------------\n |  M   M  III  L     L   |\n |  MM MM   I   L     L   |\n |  M   M  III  LLL   LLL |\n  -----------------------",
    r"""  __  __ _ _ _
 |  \/  (_) | |
 | |\/| |_| | |
 |_|  |_|_|_|_|""",
    "########  ####  ##    ##\n##    ##   ##   ##    ##\n########  ####  ######",
    "      /\\\n     /  \\\n    /____\\\n    | [] |\n    |____|",
    "+------+------+\n|  **  |  ##  |\n+------+------+",
]


@pytest.mark.parametrize("banner", BANNERS)
def test_banners_are_not_spoken_and_their_loss_is_told(banner: str) -> None:
    found = opened(f"{banner}\n\nThe mill\n\n{BODY}")
    assert found.article.title == "The mill"
    assert [(block.kind, block.text) for block in found.article.blocks] == READ
    assert any(left.rule == "drawn" for left in found.left_out)


def test_a_box_around_words_is_no_banner() -> None:
    text = f"+-----------------------------+\n| The wheel is for sale       |\n| Ask the miller's daughter   |\n+-----------------------------+\n\n{BODY}"
    said = opened(f"The mill\n\n{text}").article.text
    assert "The wheel is for sale" in said
    assert "Ask the miller's daughter" in said
    assert "|" not in said


def test_terms_stand_apart_from_their_meanings() -> None:
    text = "weir\n    A low wall that holds the river back, so that\n    there is water for the wheel.\nrace\n    The channel that leads the water from the weir\n    to the wheel.\n"
    assert blocks(f"Words of the mill\n\n{wrapped(ONE)}\n\n{text}")[1:] == [
        ("paragraph", "weir"),
        ("paragraph", "A low wall that holds the river back, so that there is water for the wheel."),
        ("paragraph", "race"),
        ("paragraph", "The channel that leads the water from the weir to the wheel."),
    ]


def test_an_item_that_hangs_is_one_item() -> None:
    text = f"{wrapped(ONE, '1. ', '   ')}\n{wrapped(TWO, '2. ', '   ')}\n"
    assert blocks(f"The mill\n\n{wrapped(THREE)}\n\n{text}")[1:] == [("list_item", ONE), ("list_item", TWO)]


def test_verses_keep_their_lines() -> None:
    verse = "The wheel goes round, the water sings,\nThe heron dries his heavy wings,\nAnd nobody has ground an ear\nOf wheat or barley here this year."
    assert blocks(f"The mill\n\n{wrapped(ONE)}\n\n{verse}\n")[1:] == [
        ("paragraph", line) for line in verse.split("\n")
    ]


HEAD = "The Project Gutenberg eBook of The Mill\n\nThis ebook is for the use of anyone anywhere.\n\nTitle: The Mill at the Bend\n\nAuthor: Ann Pascoe\n\nLanguage: English\n\n"
START = "*** START OF THE PROJECT GUTENBERG EBOOK THE MILL AT THE BEND ***\n\n"
END = "\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE MILL AT THE BEND ***\n\nSection 1. General Terms of Use and Redistributing electronic works.\n"


def test_the_licence_of_the_library_is_not_narrated() -> None:
    found = opened(f"{HEAD}{START}Produced by Leo Park\n\n\nTHE MILL AT THE BEND\n\n{BODY}{END}")
    assert (found.article.title, found.article.byline) == ("The Mill at the Bend", "Ann Pascoe")
    assert [(block.kind, block.text) for block in found.article.blocks] == READ
    legal = " ".join(left.text for left in found.left_out if left.kind == "legal")
    assert "General Terms" in legal
    assert "Produced by Leo Park" in legal
    assert "General Terms" in opened(f"{HEAD}{START}{BODY}{END}", "legal").article.text


@pytest.mark.parametrize(
    ("written", "spoken", "kind"),
    [
        ("the wheel[Pg 13] was older", "the wheel was older", "navigation"),
        ("the wheel {13} was older", "the wheel was older", "navigation"),
        ("the _wheel_ was older", "the wheel was older", ""),
        ("the wheel [Illustration: A wheel] was older", "the wheel was older", "captions"),
    ],
)
def test_the_library_s_signs(written: str, spoken: str, kind: str) -> None:
    words = ONE.replace("its wheel was older", written)
    found = opened(f"{HEAD}{START}The Mill at the Bend\n\n{wrapped(words)}\n\n{wrapped(TWO)}{END}")
    assert ONE.replace("its wheel was older", spoken) in " ".join(found.article.text.split())
    assert not kind or kind in [left.kind for left in found.left_out]


def test_notes_in_brackets_go_with_their_marks() -> None:
    note = "[Footnote 1: The bridge of 1640,\nnot the one of today.]"
    words = ONE.replace("bridge", "bridge[1]")
    found = opened(f"{HEAD}{START}The Mill at the Bend\n\n{wrapped(words)}\n\n{note}\n\n{wrapped(TWO)}{END}")
    assert [(b.kind, b.text) for b in found.article.blocks] == READ[:2]


def test_a_text_about_the_library_is_not_cut() -> None:
    words = "The end of the Project Gutenberg licence is on the last page, said the librarian to the miller."
    assert blocks(f"The mill\n\n{wrapped(words)}\n\n{wrapped(TWO)}\n") == [
        ("paragraph", words),
        ("paragraph", TWO),
    ]


CAPTIONS = """WEBVTT - a walk
X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0

NOTE
A comment of two lines,
which nobody hears.

STYLE
::cue { color: red }

NOTE one line

1
00:01.000 --> 00:02.000 align:start
<v Ann>Tom <c.yellow>&amp; I</c> went <00:01.500>home.

2
00:02.000 --> 00:02.000
- Who was it?
- Me, the
second.

NOTES were
never kept.

100:00:00.000 --> 100:00:01.000
It is late.
1234567:00:00.000 --> 1234567:00:01.000
NOTE this down.
"""


def test_subtitles_are_read_without_what_is_no_speech() -> None:
    text, taken = untimed(CAPTIONS)
    assert text.split("\n\n") == [
        "Tom & I went home.", "- Who was it?", "- Me, the second.", "NOTES were never kept.", "It is late.",
        "NOTE this down.",
    ]  # fmt: skip
    (_, times), (_, notes) = taken
    assert times.count("-->") == 4
    assert [line for line in notes.splitlines() if line.startswith(("NOTE", "STYLE"))] == [
        "NOTE", "STYLE", "NOTE one line",
    ]  # fmt: skip
    assert untimed(CAPTIONS.replace("WEBVTT", "A text"))[0].count("NOTE") == 4  # only there are they comments


def test_captions_of_our_own_are_read_as_the_story() -> None:
    cues = [
        Cue("s1", "A first line.", 0, 900),
        Cue("s2", "Fish & <chips> --> there.", 360_000_000, 360_001_000),
    ]
    text, taken = untimed(vtt.captions(cues, ["Narrated by nobody."]))
    assert text == "A first line.\n\nFish & <chips> --> there."
    assert "Narrated by nobody." in taken[1][1]
