"""What the keys do, with a fake sound, a fake output and a fake clock."""

from __future__ import annotations

from typing import Any

import pytest

from listen.model import Chapter, Cue
from listen.play import bookmarks
from listen.play.bindings import KEYS
from listen.play.bookmarks import Mark, Places
from listen.play.player import Player
from listen.play.recordings import Recording
from listen.play.session import Session, Start
from listen.play.timeline import Timeline
from listen.play.views import State
from tests.play.outputs_fake import FakeOutput, FakeSound

RATE = 24_000
CUES = [Cue(f"s{n}", f"Sentence {n}.", n * 5000, n * 5000 + 4500, block=n // 3) for n in range(12)]
CHAPTERS = [Chapter("One", 0, 30_000), Chapter("Two", 30_000, 60_000)]


class FakeView:
    def __init__(self) -> None:
        self.said: list[str] = []
        self.states: list[State] = []
        self.large = False
        self.texts = 0

    def show(self, state: State) -> None:
        self.states.append(state)

    def say(self, line: str) -> None:
        self.said.append(line)

    def set_large(self, large: bool) -> None:
        self.large = large

    def toggle_text(self) -> None:
        self.texts += 1

    def suspend(self) -> None:
        pass

    def close(self) -> None:
        pass


class FakeKeyboard:
    """Presses what it is told, then hangs up; each look takes 0.1 s of sound."""

    def __init__(self, keys: list[str], output: FakeOutput) -> None:
        self.keys, self.output = keys, output

    def read(self, seconds: float) -> list[str]:
        self.output.advance(RATE // 10)
        return [self.keys.pop(0)] if self.keys else ["hangup"]


def sounding(whole: bool) -> Any:
    return FakeSound(60 * RATE, whole=whole)


class Desk:
    """A session and all around it."""

    def __init__(self, start: Start | None = None, cues: list[Cue] = CUES, whole: bool = True) -> None:
        self.output, self.view, self.time = FakeOutput(), FakeView(), 0.0
        self.sound = sounding(whole)
        chapters = CHAPTERS if cues else []
        self.recording = Recording("A title", "url:a", self.sound, Timeline(cues, chapters))
        self.player = Player(self.sound, self.output)
        self.session = Session(
            self.recording, self.player, self.view, start or Start(), now=lambda: self.time
        )

    def press(self, *keys: str) -> int:
        for key in keys:
            self.session.step([key])
        return self.player.position_ms

    def hear(self, seconds: float) -> int:
        self.output.advance(round(seconds * RATE * 1.0 / self.player.speed))
        self.session.step([])
        return self.player.position_ms


def pressed(desk: Desk, *keys: str) -> Any:
    return FakeKeyboard([*keys], desk.output)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_it_plays_at_once_and_pauses(desk: Desk) -> None:
    assert desk.player.playing
    desk.hear(2)
    assert desk.press("space") == 2000
    assert not desk.player.playing
    assert desk.press("k") == 2000
    assert desk.player.playing
    assert desk.view.said == ["Paused at 0:02.", "Playing."]


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (["right"], 15_000),
        (["left"], 10_000),
        (["left", "left"], 5000),
        (["}"], 15_000),
        (["{"], 0),
        (["shift+right", "shift+right"], 30_000),
        (["]"], 30_000),
        (["pagedown", "pageup"], 0),
        (["["], 0),
        (["j"], 2500),
        (["down", "down"], 0),
        (["l"], 42_500),
        (["up"], 42_500),
        (["0"], 0),
        (["home"], 0),
    ],
)
def test_skips(keys: list[str], at: int) -> None:
    desk = Desk(Start(at_ms=12_500))
    assert desk.press(*keys) == at
    assert desk.player.playing
    assert desk.view.states[-1].jumps == 1 + len(keys)


def test_nothing_after_the_last(desk: Desk) -> None:
    desk.press("]")
    at = desk.hear(1)
    assert desk.press("]") == at
    assert desk.view.said == ["No chapter after this one."]


def test_while_it_is_made_it_says_not_yet() -> None:
    desk = Desk(Start(at_ms=56_000), whole=False)
    desk.press("right")
    assert desk.view.said[-1] == "No sentence after this one yet."


def test_without_words_it_skips_by_time() -> None:
    desk = Desk(Start(at_ms=20_000), cues=[])
    assert desk.press("right") == 50_000
    assert desk.press("left") == 40_000
    assert desk.press("[") == 0


def test_faster_means_a_longer_second_and_a_half() -> None:
    desk = Desk(Start(speed=2.0, at_ms=12_500))
    assert desk.press("left") == 5000


def test_speeds(desk: Desk) -> None:
    desk.hear(3)
    desk.press("+", "+", "=")
    assert desk.player.speed == 1.5
    assert desk.player.position_ms == 3000
    desk.press("-")
    assert desk.player.speed == 1.25
    desk.press("1")
    assert desk.view.said == ["Speed 1.1.", "Speed 1.25.", "Speed 1.5.", "Speed 1.25.", "Speed 1."]


def test_bookmarks_are_set_listed_chosen_and_removed(desk: Desk) -> None:
    desk.press("m")
    assert desk.view.states[-1].panel == ("No bookmarks yet: b sets one.",)
    desk.press("escape")
    desk.hear(7)
    desk.press("b", "b")
    desk.press("]", "b")
    desk.press("m")
    assert desk.view.states[-1].panel == ("Bookmarks:", "1  0:07  Sentence 1.", "2  0:30  Sentence 6.")
    assert desk.press("1") == 7000
    assert desk.view.states[-1].panel == ()
    desk.press("m", "x")
    assert desk.view.states[-1].panel[0] == "Remove which number?"
    desk.press("1")
    assert [m.ms for m in bookmarks.load("url:a").marks] == [30_000]
    desk.press("m", "9")
    assert desk.view.said[-1] == "There is no bookmark of that number."


def test_help_lists_every_key_and_goes_with_any(desk: Desk) -> None:
    desk.press("?")
    assert len(desk.view.states[-1].panel) == len(KEYS)
    desk.press("?")
    assert desk.view.states[-1].panel == ()
    desk.press("h", "space")
    assert not desk.player.playing


def test_where(desk: Desk) -> None:
    desk.hear(32)
    desk.press("w")
    assert desk.view.said == ["Chapter 2 of 2: Two. playing · 0:32 of 1:00."]


def test_views_are_told(desk: Desk) -> None:
    desk.press("g", "t")
    assert desk.view.large
    assert desk.view.texts == 1
    desk.press("g")
    assert not desk.view.large


def test_the_sleep_timer_pauses(desk: Desk) -> None:
    desk.press("z")
    assert desk.view.states[-1].sleep == "15 min"
    desk.time = 15 * 60 - 1
    desk.press("w")
    assert desk.player.playing
    desk.time += 1
    desk.session.step([])
    assert not desk.player.playing
    assert desk.view.said[-1] == "Sleep timer: paused."
    assert desk.view.states[-1].sleep == ""


def test_the_sleep_timer_knows_the_end_of_the_chapter(desk: Desk) -> None:
    desk.press("z", "z", "z", "z")
    assert desk.view.said[-1] == "Sleep timer: end of chapter."
    desk.hear(29)
    assert desk.player.playing
    desk.hear(2)
    assert not desk.player.playing
    desk.press("z", "z", "z", "z", "z")
    assert desk.view.said[-1] == "Sleep timer: off."


def test_where_one_was_is_kept_and_gone_to(desk: Desk) -> None:
    desk.session.run(pressed(desk, "]", "right", "w", "w"))
    assert bookmarks.load("url:a").last == Mark(35_300, "s7", "Sentence 7.", 300)
    again = Desk()
    assert again.player.position_ms == 35_300
    assert again.player.playing
    assert again.view.said == ["Continues at 0:35; 0 begins at the beginning."]
    assert Desk(Start(at_ms=1000)).player.position_ms == 1000


def test_a_time_behind_the_end_is_said_to_be_one() -> None:
    desk = Desk(Start(at_ms=5_940_000))
    assert desk.player.position_ms == 0
    assert desk.view.said == ["It is only 1:00 long and begins at the beginning."]


def test_heard_to_its_end_it_begins_at_the_beginning(desk: Desk) -> None:
    bookmarks.save("url:a", Places(last=Mark(59_000), marks=(Mark(5),)))
    desk = Desk()
    desk.session.run(pressed(desk, *[""] * 100))
    assert desk.session.over
    assert desk.player.ended
    assert bookmarks.load("url:a") == Places("A title", None, (Mark(5),))


def test_the_position_is_kept_now_and_then(desk: Desk) -> None:
    desk.hear(4)
    desk.time = 11
    desk.session.step([])
    assert bookmarks.load("url:a").last == Mark(4000, "s0", "Sentence 0.", 4000)


def test_a_place_that_is_not_made_yet_is_waited_for() -> None:
    bookmarks.save("url:a", Places(last=Mark(51_000, "s10", "Sentence 10.", 1000)))
    desk = Desk(cues=CUES[:2], whole=False)
    assert not desk.player.playing
    assert desk.view.said == ["Going to 0:51; 0 begins at the beginning."]
    desk.session.step([])
    assert desk.view.states[-1].waiting
    desk.session.keep()
    assert bookmarks.load("url:a").last == Mark(
        51_000, "s10", "Sentence 10.", 1000
    )  # not forgotten meanwhile
    for cue in CUES[2:]:
        desk.recording.timeline.add(cue)
    desk.session.step([])
    assert desk.player.position_ms == 51_000
    assert desk.player.playing


@pytest.mark.parametrize("key", ["0", "right", "space"])
def test_who_does_not_want_to_wait_goes_elsewhere(key: str) -> None:
    bookmarks.save("url:a", Places(last=Mark(51_000, "s10", "Sentence 10.", 1000)))
    desk = Desk(cues=CUES[:2], whole=False)
    desk.press(key)
    assert desk.player.position_ms < 6000
    for cue in CUES[2:]:
        desk.recording.timeline.add(cue)
    desk.session.step([])
    assert desk.player.position_ms < 6000


def test_a_full_disk_stops_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(identity: str, kept: Places) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bookmarks, "save", full)
    desk.press("b")
    assert desk.player.playing
