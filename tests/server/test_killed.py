"""Killed at any moment, the server loses nothing that it accepted; told to stop, it stops within two
seconds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from killing import Killing, run

from listen.library import Library
from listen.library.waiting import queue
from listen.library.waiting.requests import Request
from tests.patience import PATIENCE_S, held_up, until

pytestmark = pytest.mark.slow


def test_what_was_accepted_is_never_lost(tmp_path: Path) -> None:
    done = run(tmp_path, 8)
    assert done["kills"] == 8
    assert int(str(done["accepted"])) >= 8
    assert int(str(done["watched"])) >= 3
    assert done["failed that should not have"] == []


def test_stopping_does_not_wait_for_the_story_and_says_what_is_left(tmp_path: Path) -> None:
    import random

    killing = Killing(tmp_path, random.Random(1))
    process, _ = killing.start()
    library = Library(tmp_path / "library")
    words = "It is a long story that goes on for a while. " * 3000
    queue.accept(library, Request(title="A long one", media_type="text/plain", voice="heart"), words.encode())
    until(lambda: queue.jobs(library)[0].state != "waiting", every_s=0.1)
    before, began = held_up(), time.monotonic()
    process.terminate()
    assert process.wait(PATIENCE_S) == 0
    assert time.monotonic() - began < 2 * max(before, held_up())
    assert process.stderr is not None
    assert "1 not finished; it goes on at the next start: A long one" in process.stderr.read()
    process.stderr.close()
    assert [job.state for job in queue.jobs(library)] in (["waiting"], ["narrating"], ["fetching"])
