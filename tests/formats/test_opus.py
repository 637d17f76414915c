"""Opus in Ogg: sound, length and chapters, read back by other programs; the same bytes each time."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from listen import pipeline
from listen.errors import AudioError
from listen.formats import opus
from listen.model import Chapter, Episode
from listen.mp3 import decoders, sound
from listen.options import Options
from tests import programs
from tests.examples import few

soundfile = pytest.importorskip("soundfile")
STORY = (
    "The clock\n\nIt had stopped at ten to four.\n\n" + "Nobody in the town had noticed it for years. " * 5
)


@pytest.fixture(scope="module", params=few(["voice", "podcast"], 1))
def narrated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Episode:
    """One narration of each profile, for all tests."""
    folder = tmp_path_factory.mktemp("narrated")
    source = folder / "story.txt"
    source.write_text(STORY, encoding="utf-8")
    options = Options(also=frozenset({"opus"}), profile=request.param, cache=False)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("LISTEN_HOME", str(tmp_path_factory.mktemp("home")))
        return pipeline.make(str(source), voice="tone", out=folder / "a.mp3", options=options)


@pytest.fixture
def made(narrated: Episode, tmp_path: Path) -> Episode:
    """A copy that a test may change."""
    shutil.copytree(narrated.path.parent, tmp_path, dirs_exist_ok=True)
    return replace(narrated, path=tmp_path / narrated.path.name)


def test_the_sound_is_the_mp3s_at_the_same_place(made: Episode) -> None:
    samples, rate = soundfile.read(made.path.with_suffix(".opus"), dtype="float32")
    assert abs(len(samples) / rate - made.samples / made.rate) < 0.001
    decoded = sound.from_file(made.path, decoders.find())
    mp3 = decoded.read(0, decoded.samples)
    decoded.close()
    loud = [np.flatnonzero(np.abs(x) > 0.05) / r for x, r in ((samples, rate), (mp3, made.rate))]
    assert abs(loud[0][0] - loud[1][0]) < 0.004  # the first sound begins where the MP3's does
    assert abs(loud[0][-1] - loud[1][-1]) < 0.004


def test_ffprobe_reads_chapters_and_tags(made: Episode) -> None:
    command = [programs.need("ffprobe"), "-v", "error", "-show_chapters", "-show_streams", "-of", "json"]
    path = made.path.with_suffix(".opus")
    shown = json.loads(subprocess.run([*command, path], capture_output=True, check=True).stdout)
    assert [(c["start"], c["tags"]["title"]) for c in shown["chapters"]] == [
        (c.start_ms, c.title) for c in made.chapters
    ]
    assert shown["streams"][0]["tags"]["TITLE"] == "The clock"


def test_the_same_narration_gives_the_same_bytes(made: Episode, tmp_path: Path) -> None:
    again = tmp_path / "again.opus"
    opus.write(again, made, made.path)
    assert again.read_bytes() == made.path.with_suffix(".opus").read_bytes()
    assert list(tmp_path.glob("*.raw")) == []


def test_more_chapters_than_a_page_holds(made: Episode, tmp_path: Path) -> None:
    chapters = tuple(Chapter(f"Chapter {n} " + "of many " * 40, n * 10, n * 10 + 10) for n in range(400))
    opus.write(tmp_path / "many.opus", replace(made, chapters=chapters), made.path)
    command = [
        programs.need("ffprobe"),
        "-v",
        "error",
        "-show_chapters",
        "-of",
        "json",
        str(tmp_path / "many.opus"),
    ]
    shown = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert len(shown["chapters"]) == 400
    samples, rate = soundfile.read(tmp_path / "many.opus", dtype="float32")
    assert abs(len(samples) / rate - made.samples / made.rate) < 0.001


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(AudioError, match=r"listen-to-story\[opus\]"):
        opus.require()
