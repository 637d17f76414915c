"""Ctrl-C while a compiled library is loaded, and what onnxruntime does beside its work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from listen.engines.onnx_loading import loaded

SWALLOWS = """
import signal
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    pass
there = True
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A library that swallows what is raised while it is loaded, as compiled ones do."""
    (tmp_path / "swallowing_library.py").write_text(SWALLOWS)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield "swallowing_library"
    sys.modules.pop("swallowing_library", None)


def test_ctrl_c_while_a_library_is_loaded_comes_when_it_is_there(library: str) -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        loaded(library)
    assert sys.modules[library].there
    assert signal.getsignal(signal.SIGINT) is before
    assert loaded(library).there


def test_who_ignores_ctrl_c_goes_on_ignoring_it(library: str) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        assert loaded(library).there
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_library_that_is_not_there_says_so() -> None:
    with pytest.raises(ImportError, match="no_such_library"):
        loaded("no_such_library")


SPOKEN = """
import os, sys
from listen import engines
from listen.casting import catalog
voice = catalog.load("heart")
engines.get(voice.engine).load(voice)
threads = os.listdir("/proc/self/task") if sys.platform == "linux" else [""]
print(len(threads), os.environ["ORT_DISABLE_TELEMETRY"])
"""


@pytest.mark.slow
@pytest.mark.parametrize("own", [None, "yes"])
def test_a_voice_reports_to_nobody(tmp_path: Path, own: str | None) -> None:
    pytest.importorskip("hibari")
    places = {name: str(tmp_path / name) for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")}
    env = {**os.environ, **places, "LISTEN_HOME": str(tmp_path / "own"), "OPENBLAS_NUM_THREADS": "1"}
    env.pop("ORT_DISABLE_TELEMETRY", None)
    if own:
        env["ORT_DISABLE_TELEMETRY"] = own
    command = [sys.executable, "-c", SPOKEN]
    told = subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.split()
    assert told == ["1", own or "1"]
    assert [path.name for path in tmp_path.iterdir()] == ["own"]
