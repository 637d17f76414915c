from __future__ import annotations

from listen.cli.show import Pace
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
