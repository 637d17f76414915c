from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import listen
from listen import estimate
from listen.options import Options

pytestmark = pytest.mark.slow

STORY = "A story\n\n" + "\n\n".join(
    f"Paragraph {n} says something. It has {n} things to say, and a second sentence." for n in range(40)
)


def test_length_size_and_words_come_close_and_nothing_is_written(tmp_path: Path) -> None:
    source = tmp_path / "story.txt"
    source.write_text(STORY, "utf-8")
    expected = estimate.estimate(str(source), "tone")
    assert [p.name for p in tmp_path.iterdir()] == ["story.txt"]
    assert (expected.title, expected.voice, expected.cached) == ("A story", "tone", 0)
    assert expected.seconds > 0
    made = listen.make(str(source), "tone", tmp_path / "a.mp3")
    words = json.loads((tmp_path / "a.words.json").read_text("utf-8"))
    shown = sum(len(cue["words"]) for cue in words["cues"])
    assert shown <= expected.words <= 1.2 * shown  # "21" is shown as one word and said as two
    assert abs(expected.audio_ms / made.duration_ms - 1) < 0.08
    assert abs(expected.size / made.size - 1) < 0.08


def test_what_is_in_the_cache_takes_no_time(tmp_path: Path) -> None:
    source = tmp_path / "story.txt"
    source.write_text(STORY, "utf-8")
    listen.make(str(source), "tone", tmp_path / "a.mp3")
    assert estimate.estimate(str(source), "tone").cached == 1
    source.write_text(STORY.replace("Paragraph 20 says", "Paragraph 20 has"), "utf-8")
    assert 0.9 < estimate.estimate(str(source), "tone").cached < 1
    assert estimate.estimate(str(source), "tone", Options(cache=False)).cached == 0


def test_a_very_short_text(tmp_path: Path) -> None:
    source = tmp_path / "story.txt"
    source.write_text("Yes\n\nNo.", "utf-8")
    expected = estimate.estimate(str(source), "tone", Options(jobs=2))
    assert (expected.words, expected.jobs) == (2, 1)


def test_the_command_prints_a_line_or_json(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    command = [sys.executable, "-m", "listen", "make", "story.txt", "--voice", "tone", "--dry-run"]
    line = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert line.stdout.startswith("A story · ")
    assert " words · about " in line.stdout
    assert line.stderr == ""
    form = json.loads(
        subprocess.run([*command, "--json"], cwd=tmp_path, capture_output=True, check=True).stdout
    )
    assert form["title"] == "A story"
    assert form["audio_ms"] > 60_000
    assert [p.name for p in tmp_path.iterdir()] == ["story.txt"]
