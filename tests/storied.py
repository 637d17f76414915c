"""A narrated story of every kind of block, for the page and the book."""

from __future__ import annotations

from pathlib import Path

import pytest

from listen import pipeline, reading
from listen.model import Article, Episode
from listen.options import Options
from listen.sources import fetch

STORY = """---
title: A lamp for the last boat
author: Ida Quist
date: 2024-05-11
lang: en-GB
---
The ferry left at nine. Nobody waved; it was raining.

## What the captain said

> It is a good boat. It is only a small sea.

Three things are needed:

1. A lamp with oil in it.
2. A rope. A long one.
3. Somebody who stays awake.

Some bring more:

- bread
- cheese
  - the hard kind
- a book

### In figures

| Day | Boats | Rain |
|-----|-------|------|
| Monday | 4 | 2 mm |
| Tuesday | 3 | none |

```
if wind > 8: stay()
```

The engine’s “cough” is <b>not</b> a bug & never was 😀 they say.
"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("story")


@pytest.fixture(scope="session")
def told(folder: Path) -> tuple[Episode, Article]:
    """The story as an episode, spoken by the tone engine, with its page beside it."""
    source = folder / "story.md"
    source.write_text(STORY, "utf-8")
    options = Options(cache=False, jobs=1, page=True)
    episode = pipeline.make(str(source), voice="tone", out=folder / "story.mp3", options=options)
    _, article = reading.story(fetch.fetch(str(source)), options)
    assert article is not None
    return episode, article


@pytest.fixture(scope="session")
def page_file(told: tuple[Episode, Article], folder: Path) -> Path:
    return folder / "story.html"
