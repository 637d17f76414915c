"""How two processes share the tests: a file to each, what takes longest first, so that both end together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

PARTED = ("tests/test_best_voices.py", "tests/render/test_verify.py")
"""Files whose tests have nothing in common: each of them may run in either process."""
LONGEST = (
    "tests/test_best_voices.py",
    "tests/test_validators.py",
    "tests/test_narrations.py",
    "tests/batch/",
    "tests/render/test_verify.py",
    "tests/server/test_walks.py",
    "tests/page/",
    "tests/server/",
    "tests/test_patterns.py",
    "tests/engines/",
)
"""Beginnings of the names of what takes minutes, the longest first. Their order is all that depends on it."""


def ordered(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Return the tests with what takes longest first; of each file in its own order."""

    def place(item: pytest.Item) -> int:
        name = item.nodeid
        return next((n for n, begins in enumerate(LONGEST) if name.startswith(begins)), len(LONGEST))

    return sorted(items, key=place)


class Sharing(LoadFileScheduling):
    """A file goes to one process, but for those whose tests may be parted, in the order of the tests."""

    def __init__(self, config: pytest.Config, log: Any = None) -> None:
        config.option.loadscopereorder = False  # else by the number of tests: the longest have the fewest
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        scope: str = super()._split_scope(nodeid)
        return nodeid if scope in PARTED else scope
