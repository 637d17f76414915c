"""Samples of an MP3 from any place, whoever decodes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from listen import mp3
from listen.errors import AudioError
from listen.model import Episode
from listen.mp3 import decoders, sound
from tests.examples import examples

miniaudio = pytest.importorskip("miniaudio")


def reference(path: Path) -> np.ndarray:
    """The whole file as miniaudio decodes it, which honours the Info header."""
    return np.asarray(miniaudio.mp3_read_f32(path.read_bytes()).samples, np.float32)


@pytest.fixture(scope="module")
def opened(told: Episode) -> Iterator[tuple[sound.Mp3Sound, np.ndarray]]:
    mine = sound.from_file(told.path, decoders.find())
    yield mine, reference(told.path)
    mine.close()


def test_it_is_as_long_as_its_clock(told: Episode, opened: tuple[sound.Mp3Sound, np.ndarray]) -> None:
    assert opened[0].samples == told.samples == len(opened[1])
    assert opened[0].rate == told.rate
    assert opened[0].whole


@given(st.data())
@settings(
    max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_part_is_that_part_of_the_whole(
    opened: tuple[sound.Mp3Sound, np.ndarray], data: st.DataObject
) -> None:
    mine, whole = opened
    start = data.draw(st.integers(0, len(whole)))
    count = data.draw(st.integers(0, 200_000))
    np.testing.assert_array_equal(mine.read(start, count), whole[start : start + count])


def test_frames_are_read_while_they_are_written(told: Episode, tmp_path: Path) -> None:
    data = told.path.read_bytes()
    index = mp3.index(data)
    run = data[index.offsets[0] :]
    path = tmp_path / "frames"
    path.write_bytes(b"")
    mine = sound.from_frames(path, mp3.Encoding(24_000, 64), decoders.find())
    assert mine.samples == 0
    assert len(mine.read(0, 10)) == 0
    whole, parts = reference(told.path), []
    at = 0
    with path.open("ab") as file:
        for begin in range(0, len(run), 5000):
            file.write(run[begin : begin + 5000])
            file.flush()
            mine.grow()
            parts.append(mine.read(at, 10**9))
            at += len(parts[-1])
            assert not mine.whole
    mine.grow(total=told.samples)
    assert mine.whole
    np.testing.assert_array_equal(np.concatenate(parts)[: told.samples], whole)
    mine.close()


@pytest.mark.parametrize("program", ["mpg123", "ffmpeg"])
def test_a_program_decodes_too(told: Episode, program: str) -> None:
    path = shutil.which(program)
    if not path:
        pytest.skip(f"{program} is not installed")
    decode = decoders.program(program, path)
    mine, whole = sound.from_file(told.path, decode), reference(told.path)
    assert mine.samples == len(whole)
    heard = mine.read(24_000, 48_000)
    mine.close()
    assert np.abs(heard - whole[24_000:72_000]).max() < 0.01


def test_without_a_decoder_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoders, "have_miniaudio", lambda: False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(AudioError, match="pip install miniaudio, or install mpg123 or ffmpeg"):
        decoders.find()


@pytest.mark.parametrize("data", [b"", b"ID3\x03\0\0\0\0\0\0", b"no sound at all" * 100])
def test_what_is_no_sound_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(data)
    with pytest.raises(AudioError, match=r"a\.mp3 cannot be played: there is no MP3 sound in it"):
        sound.from_file(path, decoders.find())
