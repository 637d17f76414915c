"""How much is tried: everything in the whole suite, a part of it in the everyday run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import settings

WHOLE, EVERYDAY = 100, 25
"""`max_examples` of the two profiles, of which `tests/conftest.py` loads one before it reads any test."""


def examples(count: int) -> int:
    """`count` in the whole suite, and as much less in the everyday run as other properties are tried."""
    return max(1, count * settings().max_examples // WHOLE)


def few(values: Sequence[Any], count: int) -> list[Any]:
    """Parameters of which the everyday run takes the first ones, and the whole suite all."""
    slow = pytest.mark.slow
    rows = [value if isinstance(value, tuple) else (value,) for value in values]
    return [pytest.param(*row, marks=() if n < count else slow) for n, row in enumerate(rows)]
