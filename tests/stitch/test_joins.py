"""Passages joined frame by frame, with real speech: nothing lost, nothing heard where they meet."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

import listen
from listen.options import Options
from tests import programs

pytestmark = pytest.mark.slow

STORY = "Joins\n\n" + "\n\n".join(
    f"Passage {n} stops hard at its last word, which is stop. What follows is a pause, and then the next act."
    for n in range(25)
)
PROFILES = ["voice", "podcast"]


@pytest.mark.parametrize("profile", PROFILES)
def test_no_click_at_a_join_and_no_sample_lost(tmp_path: Path, profile: str) -> None:
    source = tmp_path / "story.txt"
    source.write_text(STORY, "utf-8")
    options = Options(engine="espeak", profile=profile)  # type: ignore[arg-type]
    episode = listen.make(str(source), None, tmp_path / "a.mp3", options=options)
    samples, rate = programs.mpg123(episode.path, tmp_path)
    assert (len(samples), rate) == (episode.samples, episode.rate)
    joins = inside = 0.0
    for before, after in itertools.pairwise(episode.cues):
        # An encoder smears a sound over a frame before it and lets it ring for one after it.
        margin = 1152 * 1000 // rate + 10
        first, last = (ms * rate // 1000 for ms in (before.end_ms + margin, after.start_ms - margin))
        pause = samples[first:last]
        assert len(pause) > 0.1 * rate
        loudest = float(np.abs(pause).max())
        if before.block != after.block:
            joins = max(joins, loudest)
        else:
            inside = max(inside, loudest)
    assert joins <= 10 ** (-66 / 20)  # 33 steps of 16 bit: 50 dB below the speech, and under its own noise
    assert joins <= max(inside, 2 / 32768)
