"""Killed at any moment, no command leaves anything half-made; `tests/bench/kill_commands.py` does it long."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from kill_commands import killed


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")
def test_killed_commands_leave_nothing_half_made(tmp_path: Path) -> None:
    series = killed(tmp_path, points=15, voice="tone", seed=7)
    assert series.faults == []
    assert sum(n for what, n in series.outcomes.items() if what.endswith("killed")) >= 7
