"""Every test has a home of its own and no network but this machine."""

from __future__ import annotations

import os
from collections.abc import Generator
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

# How long one example takes says what else the machine does, not whether the code is right.
settings.register_profile("listen", deadline=None)
settings.register_profile("everyday", deadline=None, max_examples=25)
settings.load_profile("listen")


def pytest_configure(config: pytest.Config) -> None:
    """Try fewer examples in the everyday run, where a test does not say how many.

    Refuse to test a checkout with the voices of another one, or with no installation at all.

    `listen` is found in the current folder, but its voices and the programs that tests start are the
    installation's."""
    if config.getoption("markexpr") == "not slow":
        settings.load_profile("everyday")
    found = find_spec("listen.voices")
    here = Path(__file__).resolve().parent.parent
    if found is None or found.origin is None or Path(found.origin).resolve().parent != here / "voices":
        raise pytest.UsageError(f"listen is not installed from {here}: pip install -e '.[test]' there")


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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A gate that skips on a machine of continuous integration fails: nobody would notice."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and item.get_closest_marker("gate"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: a gate must not skip here (CI=true): {report.longrepr}"
    return report
