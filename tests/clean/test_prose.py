"""Data, keys and programs are not read as articles in silence; whatever people write is."""

# ruff: noqa: E501 - a text is as long as its line

import base64
import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.clean import read
from listen.clean.page_types.prose import NOTE, PROGRAM, check, in_words
from listen.errors import NoArticleError
from listen.model import Source

NUMBERS = "\n".join(f"peter{n},{n},{n * 7.5},2024-05-{n:02d}" for n in range(10, 28))
KEY = base64.b64encode(hashlib.sha512(b"lamp").digest() * 9).decode()
DATA = {
    "JSON, cut": '{"a":1',
    "JSON, a list": '[{"title": "The lamp goes out"}, {"title": "The ferry rests"}]',
    "a password file": "\n".join(f"user{n}:$6$Ab{n}/xY.z:19405:0:99999:7:::" for n in range(9)),
    "accounts": "\n".join(f"user{n}:x:{n}:{n}:User:/home/user{n}:/bin/sh" for n in range(9)),
    "numbers": NUMBERS,
    "a key": KEY,
    "hashes": "\n".join(hashlib.sha256(bytes([n])).hexdigest() for n in range(9)),
}


@pytest.mark.parametrize("name", DATA)
def test_data_is_refused(name: str) -> None:
    with pytest.raises(NoArticleError, match="the text is data") as caught:
        read(Source(DATA[name].encode(), "file.txt"))
    assert "\n" not in str(caught.value)


PROGRAM_TEXT = "import lamp\n\n# The lamp is lit for as many hours as the night has, and a few more.\n# It is put out by the keeper, who comes at dawn.\ndef light(hours):\n    for hour in range(hours):\n        lamp.on()\n    night = hours\n    dawn = night\n    return hours\n"
RECORDS = "\n".join(f"service lamp-{n} {n}00/tcp the lamp of day{n}" for n in range(12))


@pytest.mark.parametrize(("text", "note"), [(PROGRAM_TEXT, PROGRAM), (RECORDS, NOTE)])
def test_what_may_be_worth_hearing_is_read_and_doubted(text: str, note: str) -> None:
    assert read(Source(text.encode(), "file.txt")).notes == (note,)


WRITTEN = {
    "Japanese": "灯台は金曜日に消された。二百人が見に来た。NHKによると、その夜は寒かった。",
    "Thai": "ประภาคารปิดในวันศุกร์ หลังจากเปิดมา 112 ปี และมีคนมาดูสองร้อยคน",
    "Hindi": "दीपस्तंभ शुक्रवार को बंद कर दिया गया और दो सौ लोग उसे देखने आए।",
    "Arabic": "أُطفئت المنارة يوم الجمعة، وجاء نحو مئتي شخص لمشاهدتها.",
    "a recipe": "200 g flour\n3 eggs\n1/2 tsp salt\nMix it all and bake for 20 min at 180 °C.",
    "results": "It was a cold evening, and Bray was on his own at first.\nTown – Harbour 3:1 (2:0)\n1:0 Bray (12.), 2:0 Pascoe (30.), 2:1 Lee (57.), 3:1 Bray (88.)",
    "a song": "La la la!\nOh yeah, 1-2-3-4\nThe lamp is out, the lamp is out,\nand so we go ashore.",
    "and/or": "Boats and/or ships, a/c units, 24/7 service: all of it on one page of A4, the board's secretary said.",
    "a short line": "404",
    "a bracket first": "[B]ut the lamp was out, as he wrote, and nobody had said a word about it to the men.",
}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_people_write_is_read(name: str) -> None:
    assert check(WRITTEN[name]) is None


@settings(deadline=None)
@given(st.text())
def test_any_text_has_a_share_of_words(text: str) -> None:
    assert 0 <= in_words(text) <= 1


@pytest.mark.parametrize(
    "odd",
    [
        "A" * 80,
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        "https://news.example/" + "a1b2" * 40,
        "1 2 3 4 5 6 7 8 9 " * 9,
    ],
)
def test_a_story_with_one_odd_line_is_a_story(odd: str) -> None:
    assert check(f"A short title\n\nThis story begins with one plain sentence.\n\n{odd}\n") in (None, NOTE)


def test_lines_without_one_sentence_are_data() -> None:
    with pytest.raises(NoArticleError, match="data"):
        check("\n".join(f"user{n}:x:{n}:{n}::/home/user{n}:/bin/sh" for n in range(30)))
