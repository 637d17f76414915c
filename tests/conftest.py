"""Every test has a home of its own and no network but this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# How long one example takes says what else the machine does, not whether the code is right.
settings.register_profile("listen", deadline=None)
settings.load_profile("listen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-goldens",
        action="store_true",
        help="rewrite the goldens in seeds/ with what the program gives",
    )


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`LISTEN_HOME` in a folder that goes with the test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("LISTEN_HOME", str(folder))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")  # texts too short to tell their language take the user's
    return folder
