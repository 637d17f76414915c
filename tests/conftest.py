"""Every test has a home of its own and no network but this machine."""

from __future__ import annotations

import gc
import os
import shutil
import signal
from collections.abc import Callable, Generator, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from listen.engines import tone
from listen.feed import cover
from listen.feed.cover import make as draw
from listen.library import Library
from listen.library.database import schema
from listen.model import Run
from listen.render import sounding, takes
from listen.render.passages import Passage
from tests.examples import EVERYDAY, WHOLE
from tests.lookups import only_here

# A shell starts what runs in the background with Ctrl-C ignored, and every program that a test starts would
# inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

only_here()

# How long one example takes says what else the machine does, not whether the code is right.
# A gate tries the same examples each time, so that what it says is of the change; others try new ones.
FIXED = os.environ.get("CI") == "true"
settings.register_profile("listen", deadline=None, max_examples=WHOLE, derandomize=FIXED)
settings.register_profile("everyday", deadline=None, max_examples=EVERYDAY, derandomize=FIXED)
settings.load_profile("listen")


def pytest_configure(config: pytest.Config) -> None:
    """Try fewer examples in the everyday run.

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


def pytest_collection_finish() -> None:
    """Keep what all tests share out of every later search for garbage, in forks of this process too."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names for the homes, numbered here: `mktemp` reads all of their names to find the next one's."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def apart(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """`LISTEN_HOME` in a folder that goes with the test, made by whoever writes the first file.

    Nothing waits for the disk: that what is written outlives a power cut, no test can see."""
    folder = next(homes)
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    monkeypatch.setattr(schema, "SYNCHRONOUS", "OFF")
    monkeypatch.setenv("LISTEN_HOME", str(folder))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")  # texts too short to tell their language take the user's
    return folder


@pytest.fixture
def home(apart: Path) -> Path:
    """That folder, made, for tests that put something there or look into it."""
    apart.mkdir()
    return apart


@cache
def drawn(title: str, author: str = "") -> bytes:
    """The cover of a show, drawn once for all tests."""
    return draw(title, author)


SPOKEN: dict[tuple[object, ...], Run] = {}


def spoken_once(
    passage: sounding.Work, at_once: int = 1, speak: Callable[[sounding.Work], Run] = sounding.render
) -> Run:
    """A passage of the test voice, spoken once for all tests whose subject is what becomes of it."""
    if not isinstance(passage, Passage) or {voice.engine for voice in passage.voices} != {"tone"}:
        return speak(passage)
    key = passage.key, passage.prepared, tone.synthesize, takes.best
    if key not in SPOKEN:
        SPOKEN[key] = speak(passage)
    return SPOKEN[key]


@pytest.fixture(scope="session")
def new_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library that nothing was put in, to be copied: making its tables takes longer."""
    return Library(tmp_path_factory.mktemp("new") / "library").folder


@pytest.fixture
def library(tmp_path: Path, new_library: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library of the test's own. Shows of one name share their cover's drawing, stories their sound."""
    monkeypatch.setattr(cover, "make", drawn)
    monkeypatch.setattr(sounding, "render", spoken_once)
    shutil.copytree(new_library, tmp_path / "library")
    return Library(tmp_path / "library")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where two processes share the tests, begin with what takes longest."""
    if hasattr(config, "workerinput"):
        from tests.sharing import ordered

        items[:] = ordered(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Share the tests as `tests/sharing.py` says, where `--dist loadfile` is asked for."""
    if config.getvalue("dist") != "loadfile":
        return None
    from tests.sharing import Sharing

    return Sharing(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A gate that skips on a machine of continuous integration fails: nobody would notice."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and item.get_closest_marker("gate"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: a gate must not skip here (CI=true): {report.longrepr}"
    return report
