"""A moment as a screen and as plain lines."""

from __future__ import annotations

import io
import os
import re
from dataclasses import replace
from typing import Any

import pytest

from listen.model import Chapter, Cue, UtteranceKind, WordTime
from listen.play.timeline import Timeline
from listen.play.views import State, plain_by_itself
from listen.play.views.frame import Look, frame, status_line
from listen.play.views.layout import width
from listen.play.views.lines import Lines
from listen.play.views.screen import ENTER, LEAVE, Screen

STYLE = re.compile(r"\x1b\[[0-9;]*m")
MARKED = re.compile(r"\x1b\[1;4;7m(.*?)\x1b\[0m")


def cue(n: int, text: str, start: int, block: int, kind: UtteranceKind = "paragraph") -> Cue:
    words, at = [], 0
    for i, word in enumerate(text.split()):
        at = text.index(word, at)
        words.append(WordTime(at, at + len(word), start + i * 100, start + i * 100 + 90))
        at += len(word)
    return Cue(f"s{n}", text, start, start + 900, tuple(words), kind, block)


CUES = [
    cue(1, "A lamp for the last boat", 0, -1, "title"),
    cue(2, "The ferry left at nine.", 1000, 0),
    cue(3, "Nobody waved; it was raining.", 2000, 0),
    cue(4, "What the captain said", 3000, 1, "heading"),
    cue(5, "It is a good boat.", 4000, 2),
]
LINE = Timeline(
    CUES, [Chapter("A lamp for the last boat", 0, 3000), Chapter("What the captain said", 3000, 5000)]
)


def state(ms: int, timeline: Timeline = LINE, **changes: Any) -> State:
    made = State(
        title="A lamp for the last boat",
        timeline=timeline,
        place=timeline.at(ms),
        position_ms=ms,
        length_ms=5000,
        whole=True,
        share=1.0,
        playing=True,
        waiting=False,
        speed=1.0,
        jumps=0,
    )
    return replace(made, **changes)


def shown(moment: State, columns: int = 60, rows: int = 16, large: bool = False) -> list[str]:
    return frame(moment, Look(columns, rows, large))


def plain(lines: list[str]) -> list[str]:
    return [STYLE.sub("", line).rstrip() for line in lines]


def test_the_paragraph_with_its_sentence_and_the_spoken_word() -> None:
    lines = shown(state(2000 + 110))
    assert plain(lines)[0] == "A lamp for the last boat"
    assert plain(lines)[1] == "Chapter 1 of 2"
    assert "> The ferry left at nine. Nobody waved; it was raining." in plain(lines)
    assert MARKED.findall("".join(lines)) == ["waved;"]
    assert plain(lines)[-1].startswith("playing · 0:02 of 0:05")
    assert plain(lines)[-1].endswith("? keys")


def test_in_the_pause_no_word_is_marked() -> None:
    assert not MARKED.findall("".join(shown(state(2950))))


def test_only_the_sentence_is_bright() -> None:
    line = next(line for line in shown(state(2110)) if "ferry" in line)
    assert "\x1b[2mThe ferry left at nine.\x1b[0m" in line


def test_no_colour_at_all() -> None:
    text = "".join(shown(state(2110)) + shown(state(2110), large=True))
    assert set(re.findall(r"\x1b\[([0-9;]*)m", text)) <= {"0", "1", "2", "1;4;7"}


def test_large_shows_the_sentence_alone_far_apart() -> None:
    lines = plain(shown(state(4110), large=True))
    assert "    It   is   a   good   boat." in lines
    assert not any("captain said" in line for line in lines[2:])
    assert MARKED.findall("".join(shown(state(4110), large=True))) == ["is"]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (3, 2), (8, 3), (20, 5), (40, 10), (200, 60)])
def test_it_fits_into_any_window(columns: int, rows: int, large: bool) -> None:
    for ms in (0, 1100, 2100, 4100):
        lines = shown(state(ms), columns, rows, large)
        assert len(lines) == rows
        assert all(width(line) <= max(columns, 3) for line in plain(lines))


@pytest.mark.parametrize("large", [False, True])
def test_the_spoken_word_of_a_long_sentence_is_in_the_window(large: bool) -> None:
    text = " ".join(f"word{n}" for n in range(300))
    line = Timeline([replace(cue(1, text, 0, 0), end_ms=10**6)])
    for n in (0, 150, 299):
        lines = shown(state(n * 100 + 10, line), 40, 12, large)
        assert MARKED.findall("".join(lines)) == [f"word{n}"]


def test_other_scripts_are_marked_by_their_characters() -> None:
    line = Timeline([Cue("s1", "フェリーは九時に出た。", 0, 900, (WordTime(5, 7, 100, 400),), block=0)])
    assert MARKED.findall("".join(shown(state(150, line), 12, 12))) == ["九時"]


def test_states_are_said_in_words() -> None:
    assert status_line(state(2000, playing=False)) == "paused · 0:02 of 0:05"
    assert (
        status_line(state(2000, whole=False, share=0.43, waiting=True, speed=1.25, sleep="14 min"))
        == "waiting for the voice · 0:02 of 0:05 so far · speed 1.25 · 43% made · sleep: 14 min"
    )


def test_a_panel_takes_the_place_of_the_text() -> None:
    lines = plain(shown(state(2110, panel=("One key", "Another"))))
    assert lines[3:5] == ["  One key", "  Another"]


def lines_of(*moments: State, text: bool = True) -> list[str]:
    out = io.StringIO()
    view = Lines(moments[0].title, out, text)
    for moment in moments:
        view.show(moment)
    return out.getvalue().splitlines()


def test_plain_lines_say_each_sentence_once_as_it_begins() -> None:
    said = lines_of(*(state(ms) for ms in (0, 50, 1000, 1900, 2000, 2500, 3000, 3500, 4000, 4900)))
    assert said == [
        "A lamp for the last boat",
        "The ferry left at nine.",
        "Nobody waved; it was raining.",
        "Chapter 2 of 2: What the captain said",
        "It is a good boat.",
    ]


def test_a_sentence_that_began_between_two_looks_is_said_too() -> None:
    assert (
        lines_of(state(1000), state(4100))[1:]
        == lines_of(state(1000), state(2000), state(3000), state(4100))[1:]
    )


def test_a_skip_says_where_it_lands_and_nothing_between() -> None:
    said = lines_of(state(1000), state(4100, jumps=1), state(1000, jumps=2))
    assert said[2:] == [
        "Chapter 2 of 2: What the captain said",
        "It is a good boat.",
        "Chapter 1 of 2",
        "The ferry left at nine.",
    ]


def test_without_text_only_chapters_are_said() -> None:
    assert lines_of(*(state(ms) for ms in range(0, 5000, 100)), text=False) == [
        "A lamp for the last boat",
        "Chapter 2 of 2: What the captain said",
    ]


def test_plain_lines_hold_no_control_character() -> None:
    line = Timeline([Cue("s1", "bad \x1b[2J\x07text", 0, 900, block=0)])
    assert lines_of(state(10, line))[-1] == "bad  [2J text"


def test_the_screen_writes_only_what_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    size = os.terminal_size((60, 16))
    monkeypatch.setattr("shutil.get_terminal_size", lambda: size)
    out = io.StringIO()
    screen = Screen(out)
    screen.show(state(2110))
    assert out.getvalue().startswith(ENTER)
    out.truncate(out.seek(0))
    screen.show(state(2120))
    assert out.getvalue() == ""
    screen.show(state(2210))
    assert out.getvalue().count("\x1b[K") == 1
    out.truncate(out.seek(0))
    size = os.terminal_size((30, 8))
    screen.show(state(2210))
    assert "\x1b[2J" in out.getvalue()
    assert "\x1b[9;" not in out.getvalue()
    screen.suspend()
    screen.close()
    assert out.getvalue().endswith(LEAVE)
    assert out.getvalue().count(LEAVE) == 1


def test_plain_where_nothing_can_be_redrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "dumb")
    assert plain_by_itself()
    monkeypatch.setenv("TERM", "xterm")
    assert not plain_by_itself()
    monkeypatch.setattr("sys.stdout.isatty", lambda: False, raising=False)
    assert plain_by_itself()
