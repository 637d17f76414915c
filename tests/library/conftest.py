"""A library of its own for each test, and articles for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from listen.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library")
