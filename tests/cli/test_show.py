from __future__ import annotations

import io

import pytest

from listen.cli.show import Bar, Pace, bar_texts, note
from listen.stitch.progress import Progress


def test_time_left_is_what_the_last_half_minute_says() -> None:
    pace = Pace(now=100.0)
    # Nine tenths are in the cache and come within a second; the rest comes at 10 characters a second.
    assert pace.of(Progress(9000, 10_000, 600_000), 101.0) == (600.0, 1 / 9)
    for second in range(1, 41):
        speed, left = pace.of(Progress(9000 + 10 * second, 10_000, 600_000 + 660 * second), 101.0 + second)
    assert round(speed, 2) == 0.66
    assert left == 60


def test_nothing_yet() -> None:
    speed, left = Pace(now=5.0).of(Progress(0, 100, 0), 5.0)
    assert (speed, round(left, 1)) == (0, 0.1)


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (40, "0:15 left"),
        (60, "10× real time, 0:15 left"),
        (80, "0:41 of speech, 10× real time, 0:15 left"),
        (200, "0:41 of speech, 10× real time, 0:15 left"),
    ],
)
def test_a_narrow_terminal_shows_a_bar_and_what_is_left(columns: int, told: str) -> None:
    shown, behind = bar_texts(
        "seeds/harbour-clock/article.html", ["0:41 of speech", "10× real time", "0:15 left"], columns
    )
    assert behind == told
    assert shown.startswith("…")
    assert "seeds/harbour-clock/article.html".endswith(shown[1:])
    assert len(shown) + len(behind) + 14 <= columns


def test_a_short_name_is_shown_whole() -> None:
    assert bar_texts("a.html", ["0:15 left"], 80) == ("a.html", "0:15 left")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_note_stands_on_a_line_of_its_own_above_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with Bar("a.html") as bar:
        bar.update(Progress(1, 10, 1000))
        note("a voice would suit it better")
        bar.update(Progress(5, 10, 5000))
    shown = terminal.getvalue()
    assert "a.html" in shown
    before = shown[: shown.index("listen: note:")]
    assert before.endswith("\r"), "the bar is wiped away first"
    assert before.rstrip("\r").rpartition("\r")[2].isspace()
