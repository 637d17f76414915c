"""How long tests wait for what has to happen: long enough for a machine that does other things too.

What is waited for tells when it is there, so patience costs nothing where all is well.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

PATIENCE_S = 120.0


def until(condition: Callable[[], object], every_s: float = 0.01) -> None:
    """Wait until something is so; fails where it does not come true."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(every_s)


def held_up() -> float:
    """How much longer than on a quiet machine things take now: seconds by the clock for one of CPU."""
    begun = time.monotonic()
    spent = cpu_s(lambda: sum(range(4_000_000)))
    return max(1.0, (time.monotonic() - begun) / spent)


def cpu_s(work: Callable[[], object]) -> float:
    """CPU seconds that something takes: what else the machine does, they hardly tell."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def least_cpu_s(work: Callable[[], object], enough_s: float, tries: int = 5) -> float:
    """CPU seconds that something takes where nothing comes between: the least of some tries.

    One that takes less than `enough_s` is enough. What is slow is slow each time; a search for garbage, or a
    core that is shared, is not there each time."""
    least = float("inf")
    for _ in range(tries):
        least = min(least, cpu_s(work))
        if least < enough_s:
            break
    return least


def grows_with_length_only(work: Callable[[Any], object], text: str | bytes, limit_s: float) -> bool:
    """Whether something is done with a text in time that is proportional to its length.

    A fifth of the text is tried first: where even a quadratic work would then be done with the whole before
    `limit_s` (a cubic one takes seconds for the fifth), that is all. Else the whole may take ten times as
    long as its fifth, whatever the machine: five times is linear, 25 times quadratic.
    """
    short_s = cpu_s(lambda: work(text[: len(text) // 5]))
    if short_s * 25 < limit_s:
        return True
    return cpu_s(lambda: work(text)) < max(limit_s, 10 * short_s)
