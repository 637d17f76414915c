"""Days of watching, in simulated time: the long form is `python -m tests.bench.month`."""

from __future__ import annotations

from pathlib import Path

import month
import pytest

from listen.library import Library

pytestmark = pytest.mark.slow


def test_days_of_ten_feeds_lose_and_double_nothing_and_keep_the_limits(home: Path) -> None:
    days, new, due = month.run(Library(), feeds=10, days=8)
    assert len(due) >= 30
    assert due - set(new) == set()
    assert set(new.values()) == {1}
    assert days[-1].in_show == month.IN_SHOW
    assert days[-1].oldest_days > month.DAYS - 1
    assert len({day.open_files for day in days}) == 1
    assert days[-1].database_kb <= 1.3 * days[4].database_kb
