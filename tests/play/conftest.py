"""A story that the tone engine tells, and nothing of the real home."""

from __future__ import annotations

from pathlib import Path

import pytest

from listen import pipeline
from listen.model import Episode
from listen.options import Options

STORY = """---
title: A lamp for the last boat
lang: en-GB
---
The ferry left at nine. Nobody waved; it was raining.

## What the captain said

It is a good boat. It is only a small sea, and £2.5m is a fair price.

## What was needed

A lamp with oil in it. Somebody who stays awake.
"""


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("play") / "story.md"
    path.write_text(STORY, "utf-8")
    return path


@pytest.fixture(scope="session")
def told(story: Path) -> Episode:
    """The story as an MP3 with its sidecars."""
    options = Options(cache=False, jobs=1)
    return pipeline.make(str(story), voice="tone", out=story.with_suffix(".mp3"), options=options)
