"""A narration, an output and a keyboard together, when something ends it sooner."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from listen.errors import LostSpeechError
from listen.model import Run
from listen.options import Options
from listen.play import bookmarks, keys, live, playing
from listen.play.outputs.silent import Silent
from listen.render import passages as render
from tests.patience import until

pytest.importorskip("miniaudio")


class Looks(keys.NoKeys):
    """Presses nothing for so many looks, then q: a session that would never end is one that fails."""

    def __init__(self, looks: int) -> None:
        self._left = looks

    def read(self, seconds: float) -> list[str]:
        self._left -= 1
        return super().read(0.01) if self._left > 0 else ["q"]


def play(story: Path, out: Path | None, looks: int, monkeypatch: pytest.MonkeyPatch) -> playing.Heard:
    monkeypatch.setattr(keys, "keyboard", lambda: Looks(looks))
    narration = live.of_source(str(story), Options(jobs=1))
    how = playing.How(plain=True)
    options = Options(jobs=1, cache=False)
    return playing.play_live(narration, Silent(), "tone", out, options, how, lambda line: None)


def fail_after(passages: int, monkeypatch: pytest.MonkeyPatch) -> None:
    real, left = render.render, passages

    def render_some(passage: render.Passage, at_once: int = 1) -> Run:
        nonlocal left
        left -= 1
        if left < 0:
            raise LostSpeechError("lost")
        return real(passage, at_once)

    monkeypatch.setattr(render, "render", render_some)


def test_one_that_fails_before_the_place_where_one_was_is_not_waited_for(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    narration = live.of_source(str(story), Options(jobs=1))
    far = bookmarks.Mark(60_000, "gone", "A sentence that is not there.")
    bookmarks.save(narration.identity, bookmarks.Places(last=far))
    fail_after(2, monkeypatch)
    with pytest.raises(LostSpeechError):
        play(story, None, 200, monkeypatch)
    assert bookmarks.load(narration.identity).last == far


def test_a_failure_after_one_left_is_told_when_the_file_was_wanted(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_after(2, monkeypatch)
    with pytest.raises(LostSpeechError):
        play(story, tmp_path / "a.mp3", 1, monkeypatch)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
def test_ended_before_there_is_anything_to_hear(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = render.render

    def ours(number: int, frame: object) -> None:
        pass

    def interrupted(passage: render.Passage, at_once: int = 1) -> Run:
        until(lambda: signal.getsignal(signal.SIGTERM) is not ours)
        os.kill(os.getpid(), signal.SIGTERM)
        monkeypatch.setattr(render, "render", real)
        return real(passage)

    monkeypatch.setattr(render, "render", interrupted)
    before = signal.signal(signal.SIGTERM, ours)
    try:
        assert play(story, None, 200, monkeypatch) == playing.Heard(143, None)
        assert signal.getsignal(signal.SIGTERM) is ours
    finally:
        signal.signal(signal.SIGTERM, before)
