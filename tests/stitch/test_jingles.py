"""Jingles end to end: in the clock, at the narration's loudness, in any format that ffmpeg knows."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest

from listen import audio, pipeline
from listen.errors import AudioError
from listen.options import Options
from listen.stitch import music as jingles
from tests import programs

STORY = "A title\n\n" + "Some words are said in this paragraph. " * 12


def a_wav(path: Path, seconds: float, rate: int = 44100, channels: int = 2) -> Path:
    t = np.arange(int(seconds * rate)) / rate
    tone = (np.sin(2 * np.pi * 330 * t) * 9000).astype("<i2")
    with wave.open(str(path), "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(np.repeat(tone, channels).tobytes())
    return path


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return str(path)


def test_intro_and_outro_are_levelled_and_in_the_clock(story: str, tmp_path: Path) -> None:
    intro, outro = a_wav(tmp_path / "in.wav", 2.0), a_wav(tmp_path / "out.wav", 3.0, 22050, 1)
    out = tmp_path / "a.mp3"
    episode = pipeline.make(story, "tone", out, options=Options(intro=intro, outro=outro, cache=False))
    assert 2600 <= episode.cues[0].start_ms <= 2625
    assert episode.chapters[0].start_ms == 0
    assert 3600 <= episode.duration_ms - episode.cues[-1].end_ms <= 3625
    samples, rate = programs.mpg123(out, tmp_path)
    assert len(samples) == episode.samples
    assert abs(audio.loudness(samples[: 2 * rate], rate) - audio.TARGET_LUFS) < 1.0
    assert np.abs(samples[2 * rate + 2000 : episode.cues[0].start_ms * rate // 1000 - 600]).max() < 0.002


def test_a_bed_lies_under_the_words_and_moves_no_mark(story: str, tmp_path: Path) -> None:
    bed = a_wav(tmp_path / "bed.wav", 4.0)
    plain = pipeline.make(story, "tone", tmp_path / "a.mp3", options=Options(cache=False))
    under = pipeline.make(story, "tone", tmp_path / "b.mp3", options=Options(bed=bed, cache=False))
    assert [c.text for c in under.cues] == [c.text for c in plain.cues]
    samples, rate = programs.mpg123(tmp_path / "b.mp3", tmp_path)
    assert len(samples) == under.samples
    assert "WARNING" not in programs.mp3val(tmp_path / "b.mp3")
    gap = samples[under.cues[0].end_ms * rate // 1000 + 2000 : under.cues[1].start_ms * rate // 1000 - 2000]
    assert 0.005 < np.abs(gap).max() < 0.1, "the bed is heard in the pause, softly"
    assert np.abs(samples[-200:]).max() < 0.003, "and has faded out at the end"
    measured = programs.ebur128(tmp_path / "b.mp3")
    assert measured.peak <= -1.0


def test_the_same_bytes_with_a_bed_whoever_renders(story: str, tmp_path: Path) -> None:
    bed = a_wav(tmp_path / "bed.wav", 4.0)
    made = [
        pipeline.make(
            story, "tone", tmp_path / f"{n}.mp3", options=Options(bed=bed, jobs=n, cache=False)
        ).sha256
        for n in (1, 2)
    ]
    assert made[0] == made[1]


def test_other_formats_need_ffmpeg_and_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ffmpeg = programs.need("ffmpeg")
    source, ogg = a_wav(tmp_path / "a.wav", 1.0), tmp_path / "a.ogg"
    programs.run(ffmpeg, "-v", "error", "-i", source, ogg)
    music = jingles.load(Options(intro=ogg), 24000)
    assert music.intro is not None
    assert abs(len(music.intro) - 24000) < 100
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AudioError, match="takes ffmpeg, which is not on PATH"):
        jingles.load(Options(intro=ogg), 24000)
