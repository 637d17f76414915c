"""A narration heard while it is made: the same pipeline, cache and clock, nothing twice."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from listen import reading
from listen.errors import LostSpeechError, OutputError, SourceError
from listen.model import Episode, Run
from listen.options import Options
from listen.play import live
from listen.play.player import Player
from listen.render import passages
from listen.segment import script_file
from listen.sources import fetch
from tests.patience import PATIENCE_S, until
from tests.play.outputs_fake import FakeOutput

miniaudio = pytest.importorskip("miniaudio")


@contextlib.contextmanager
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Semaphore]:
    """A passage is rendered for each permit."""
    permits = threading.Semaphore(0)
    real = passages.render

    def held(passage: passages.Passage, at_once: int) -> Run:
        assert permits.acquire(timeout=PATIENCE_S)
        return real(passage)

    monkeypatch.setattr(passages, "render", held)
    try:
        yield permits
    finally:
        permits.release(100)


def test_it_is_heard_while_it_is_made(story: Path, told: Episode, monkeypatch: pytest.MonkeyPatch) -> None:
    narration = live.of_source(str(story), Options(jobs=1))
    with gate(monkeypatch) as permits:
        narration.start("tone", None, Options(jobs=1))
        permits.release(2)
        until(lambda: narration.recording and len(narration.recording.timeline.cues) >= 2)
        recording = narration.recording
        assert recording
        assert not recording.sound.whole
        assert 0 < narration.share < 1
        output = FakeOutput()
        player = Player(recording.sound, output)
        player.play()
        output.advance(10**6)
        assert player.waiting
        before = player.position_ms
        assert before > told.cues[0].end_ms
        permits.release(100)
        until(narration.done.is_set)
    output.advance(10**7)
    assert player.ended
    assert narration.share == 1
    whole = np.asarray(miniaudio.mp3_read_f32(told.path.read_bytes()).samples, np.float32)
    np.testing.assert_array_equal(output.sound, whole)  # the sound of the file, to the sample
    assert list(recording.timeline.cues) == list(told.cues)
    assert list(recording.timeline.chapters) == [c.title for c in told.chapters]
    starts = [c.start_ms for c in told.chapters]
    assert [recording.timeline.forward(start - 1, "chapter") for start in starts] == starts
    narration.finish()


def test_what_was_heard_is_in_the_cache_and_not_rendered_again(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []
    real = passages.render

    def counted(passage: passages.Passage, at_once: int) -> Run:
        rendered.append(passage.key)
        return real(passage)

    monkeypatch.setattr(passages, "render", counted)
    for _ in range(2):
        narration = live.of_source(str(story), Options(jobs=1))
        narration.start("tone", None, Options(jobs=1))
        narration.finish()
        assert narration.error is None
    assert len(rendered) == len(set(rendered)) > 3


def test_the_narration_is_kept_where_it_is_asked_for(story: Path, told: Episode, tmp_path: Path) -> None:
    narration = live.of_source(str(story), Options(jobs=1))
    narration.start("tone", tmp_path, Options(jobs=1))
    narration.finish()
    assert narration.episode
    assert narration.episode.path.read_bytes() == told.path.read_bytes()
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", ".json", ".mp3", ".vtt"]


def test_without_out_nothing_is_left(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    narration = live.of_source(str(story), Options(jobs=1))
    with gate(monkeypatch) as permits:
        narration.start("tone", None, Options(jobs=1))
        permits.release(1)
        assert narration.started.wait(PATIENCE_S)
        assert list(tmp_path.iterdir())
        permits.release(1)
        narration.stop()
    assert not list(tmp_path.iterdir())
    assert narration.error is None
    assert narration.episode is None


def test_an_edited_script_is_said_as_edited(story: Path, tmp_path: Path) -> None:
    script = reading.worded(reading.story(fetch.fetch(str(story)), Options())[0], Options())
    path = tmp_path / "a.json"
    path.write_text(script_file.dumps(script).replace("The ferry left", "The boat left"), "utf-8")
    narration = live.of_source(str(path), Options(jobs=1))
    narration.start("tone", None, Options(jobs=1))
    until(narration.done.is_set)
    assert narration.recording
    assert "The boat left at nine." in [cue.text for cue in narration.recording.timeline.cues]
    narration.finish()


def test_errors_are_handed_on(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.mp3").write_text("there", "utf-8")
    narration = live.of_source(str(story), Options(jobs=1))
    narration.start("tone", tmp_path / "a.mp3", Options(jobs=1))
    narration.finish()
    assert isinstance(narration.error, OutputError)
    assert narration.recording is None

    def lost(passage: passages.Passage, at_once: int) -> Run:
        raise LostSpeechError("lost")

    monkeypatch.setattr(passages, "render", lost)
    narration = live.of_source(str(story), Options(jobs=1))
    narration.start("tone", None, Options(jobs=1, cache=False))
    with pytest.raises(LostSpeechError):
        live.play_out(narration, lambda recording: Player(recording.sound, FakeOutput()))
    narration.stop()

    empty = tmp_path / "empty.txt"
    empty.write_text("", "utf-8")
    with pytest.raises(SourceError):
        live.of_source(str(empty), Options())


def test_until_the_processes_have_loaded_their_engines_it_renders_here() -> None:
    gate, here = threading.Event(), threading.get_ident()

    class Slow(ThreadPoolExecutor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            return super().submit(gate.wait) if fn is passages.warm else super().submit(fn, *args, **kwargs)

    with Slow(2) as pool:
        prompt = live.Prompt(pool, 2)
        prompt.submit(passages.warm, "voice")
        assert prompt._starting == []
        for _ in range(3):
            future = prompt.submit(lambda passage: threading.get_ident(), "passage")
            assert future.done()
            assert future.result() == here
        with pytest.raises(ZeroDivisionError):
            prompt.submit(lambda passage: 1 // 0, "passage").result()
        gate.set()
        until(lambda: all(start.done() for start in prompt._starting))
        assert len(prompt._starting) == 2
        assert prompt.submit(lambda passage: threading.get_ident(), "passage").result() != here
