from __future__ import annotations

import random
import textwrap

from listen.captions import vtt
from listen.model import Cue


def test_a_caption_file() -> None:
    cues = [
        Cue("s1", "Title", 250, 1000),
        Cue("s2", "Tom & Jerry <b>say</b> --> this.", 3_600_000, 3_601_234),
    ]
    assert vtt.captions(cues, ["Narrated by X.", "a --> b"]) == (
        "WEBVTT\n\n"
        "NOTE\nNarrated by X.\na → b\n\n"
        "s1\n00:00:00.250 --> 00:00:01.000\n<v Narrator>Title\n\n"
        "s2\n01:00:00.000 --> 01:00:01.234\n<v Narrator>Tom &amp; Jerry &lt;b&gt;say&lt;/b&gt; --&gt; this.\n"
    )


def test_long_sentences_are_wrapped_without_losing_a_word() -> None:
    text = "word " * 60
    lines = vtt.captions([Cue("s1", text, 0, 1)]).splitlines()[4:]
    assert all(len(line) <= vtt.LINE_CHARS for line in lines)
    assert " ".join(lines).removeprefix("<v Narrator>").split() == text.split()


def test_a_note_ends_no_comment_before_its_end() -> None:
    assert vtt.captions([], ["one\r\rtwo", "three\u2028\nfour"]) == "WEBVTT\n\nNOTE\none\ntwo\nthree\nfour\n"


def test_no_cue_ends_when_it_begins() -> None:
    cue = Cue("s1", "Oh.", 360_000_000, 360_000_000)
    for text in (vtt.captions([cue]), vtt.timed_words([cue])):
        assert "\n100:00:00.000 --> 100:00:00.001\n" in text


def test_lines_are_those_of_textwrap() -> None:
    choose = random.Random(5)
    for longest in (3, 12, 40, 80):
        for _ in range(200):
            sizes = [choose.randrange(1, longest) for _ in range(choose.randrange(30))]
            text = choose.choice((" ", "  ", "\u00a0")).join(choose.choice("aé中-") * size for size in sizes)
            width = choose.randrange(1, 60)
            plain = " ".join(text.split())
            expected = textwrap.wrap(plain, width, break_on_hyphens=False) or [plain]
            assert vtt.wrapped(text, width) == expected
