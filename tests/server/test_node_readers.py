"""Four podcast readers for Node.js against a real `listen serve`, each asked what it understood.

`.ci/run` installs them (tests/node/package.json) and says where in LISTEN_NODE_MODULES.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from listen.library import Entry
from tests.programs import need, run
from tests.server.conftest import Served

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).parents[1] / "node" / "readers.mjs"
READERS = ["rss-parser", "node-podcast-parser", "podcast-feed-parser", "podcast-partytime"]


@pytest.fixture(scope="module")
def told(served: Served) -> dict[str, Any]:
    modules = os.environ.get("LISTEN_NODE_MODULES", "")
    if not all((Path(modules) / name).is_dir() for name in READERS) or not modules:
        pytest.skip("LISTEN_NODE_MODULES does not name a folder with the readers of tests/node/package.json")
    answers: dict[str, Any] = json.loads(run(need("node"), SCRIPT, served.feed))
    return answers


def expected(served: Served, entry: Entry) -> dict[str, Any]:
    """An episode as every reader should have it."""

    def url(ending: str) -> str:
        item = entry.file(ending)
        assert item is not None
        return f"{served.page}e/{entry.id}/{item.name}"

    return {
        "title": entry.title,
        "guid": entry.guid,
        "url": url(".mp3"),
        "type": "audio/mpeg",
        "length": entry.size,
        "seconds": entry.seconds,
        "published": entry.pub.replace("Z", ".000Z"),
        "chapters": url(".chapters.json"),
        "transcripts": [url(".vtt"), url(".srt"), url(".transcript.json")],
        "people": [["Author", "Ann Other"], ["Narrator", *entry.voices]],
    }


@pytest.mark.parametrize("reader", READERS)
def test_it_understands_every_episode(reader: str, told: dict[str, Any], served: Served) -> None:
    assert told[reader]["title"] == "Rosa's <reads> & more"
    wanted = [expected(served, entry) for entry in served.library.entries()]
    read = told[reader]["episodes"]
    assert len(read) == len(wanted) == 2
    for ours, theirs in zip(wanted, read, strict=True):
        assert theirs == {key: ours[key] for key in theirs}
        assert {"title", "url", "type", "length", "seconds", "published"} <= set(theirs)


def test_the_podcast_namespace_is_understood(told: dict[str, Any], served: Served) -> None:
    """What it finds malformed silently goes missing. It knows no `podcast:txt` and no update frequency."""
    show = told["podcast-partytime"]["show"]
    assert show["understood"] == ["chapters", "guid", "locked", "medium", "person", "transcript"]
    assert show["guid"] == json.loads((served.library.folder / "show.json").read_text("utf-8"))["guid"]
    assert show["locked"] is True
    assert show["medium"] == "podcast"
    assert show["explicit"] is False
    assert show["self"] == served.feed
    assert show["image"].startswith(served.page)
