"""Jingles and beds: reading them, fading, mixing."""

from __future__ import annotations

import itertools
import shutil
import struct
import subprocess
import wave
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.audio import fade, load, loudness, make_bed, mix_bed, normalise_to
from listen.errors import AudioError
from tests.examples import few

RATE = 24000
RAMP = np.linspace(-1, 0.999, 1000)


def music(seconds: float, rate: int = RATE) -> np.ndarray:
    t = np.arange(round(seconds * rate)) / rate
    return (0.2 * np.sin(2 * np.pi * 220 * t) + 0.1 * np.sin(2 * np.pi * 330 * t)).astype(np.float32)


def wav(path: Path, body: bytes, kind: int, bits: int, channels: int = 1, extra: bytes = b"") -> Path:
    width = bits // 8 * channels
    head = struct.pack("<HHIIHH", kind, channels, RATE, RATE * width, width, bits) + extra
    chunks = b"WAVEfmt " + struct.pack("<I", len(head)) + head
    chunks += b"junk" + struct.pack("<I", 3) + b"abc\0"  # of odd length, as players write them
    chunks += b"data" + struct.pack("<I", len(body)) + body
    path.write_bytes(b"RIFF" + struct.pack("<I", len(chunks)) + chunks)
    return path


def pcm(values: np.ndarray, bits: int) -> bytes:
    if bits == 8:
        return (np.rint(values * 127) + 128).astype(np.uint8).tobytes()
    whole = np.rint(values * (2 ** (bits - 1) - 1)).astype("<i8")
    return b"".join(int(v).to_bytes(bits // 8, "little", signed=True) for v in whole)


@pytest.fixture
def without_ffmpeg(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize("bits", [8, 16, 24, 32])
@pytest.mark.usefixtures("without_ffmpeg")
def test_pcm_wav_needs_no_ffmpeg(bits, tmp_path):
    samples, rate = load(wav(tmp_path / "a.wav", pcm(RAMP, bits), 1, bits))
    assert rate == RATE
    assert samples.dtype == np.float32
    assert np.abs(samples - RAMP).max() < 1.5 / 2 ** (min(bits, 20) - 1)


@pytest.mark.parametrize("bits", [32, 64])
@pytest.mark.usefixtures("without_ffmpeg")
def test_float_wav_needs_no_ffmpeg(bits, tmp_path):
    samples, _ = load(wav(tmp_path / "a.wav", RAMP.astype(f"<f{bits // 8}").tobytes(), 3, bits))
    assert np.array_equal(samples, RAMP.astype(np.float32))


@pytest.mark.usefixtures("without_ffmpeg")
def test_stereo_becomes_the_mean_and_extensible_is_read(tmp_path):
    both = np.stack((RAMP, -RAMP / 2), axis=1).reshape(-1)
    extra = struct.pack("<HHI", 22, 16, 3) + struct.pack("<H", 1) + bytes(14)
    samples, _ = load(wav(tmp_path / "a.wav", pcm(both, 16), 0xFFFE, 16, 2, extra))
    assert np.abs(samples - RAMP / 4).max() < 1e-4


@pytest.mark.usefixtures("without_ffmpeg")
def test_a_stream_of_unknown_length_is_read_to_its_end(tmp_path):
    path = wav(tmp_path / "a.wav", pcm(RAMP, 16), 1, 16)
    data = bytearray(path.read_bytes())
    at = data.index(b"data") + 4
    data[at : at + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(bytes(data) + b"\0")  # and half a sample
    assert len(load(path)[0]) == len(RAMP)


@pytest.mark.parametrize("name", few(["a.mp3", "law.wav", "a.flac", "a.ogg"], 2))
def test_other_formats_through_pydub(name, tmp_path):
    if not shutil.which("ffmpeg"):
        pytest.skip("ffmpeg is not installed")
    source = wav(tmp_path / "source.wav", pcm(np.tile(music(1), 1), 16), 1, 16)
    path = tmp_path / name
    codec = ["-c:a", "pcm_mulaw"] if name == "law.wav" else []
    subprocess.run(["ffmpeg", "-v", "error", "-i", source, *codec, path], check=True)
    samples, rate = load(path)
    assert rate == RATE
    assert len(samples) == pytest.approx(RATE, abs=1500)
    assert np.abs(samples).max() == pytest.approx(0.3, abs=0.05)


@pytest.mark.usefixtures("without_ffmpeg")
def test_without_ffmpeg_it_says_what_is_missing(tmp_path):
    path = tmp_path / "a.mp3"
    path.write_bytes(b"\xff\xfb\x90\xc4" + bytes(400))
    with pytest.raises(AudioError, match="takes ffmpeg, which is not on PATH; install ffmpeg, or use"):
        load(path)
    with pytest.raises(AudioError, match="takes ffmpeg"):
        load(wav(tmp_path / "law.wav", bytes(100), 7, 8))


@pytest.mark.parametrize("data", few([b"no sound at all, but text", b"RIFF\0\0\0\0WAVE", b"RIFF", b""], 2))
def test_what_is_no_sound(data, tmp_path):
    path = tmp_path / "a.wav"
    path.write_bytes(data)
    if data[8:12] != b"WAVE" and not shutil.which("ffmpeg"):
        pytest.skip("ffmpeg is not installed")
    with pytest.raises(AudioError) as caught:
        load(path)
    assert "\n" not in str(caught.value)


def test_a_jingle_that_is_not_there(tmp_path):
    with pytest.raises(AudioError, match=r"cannot read .*No such file"):
        load(tmp_path / "none.wav")
    with pytest.raises(AudioError, match="holds no sound"):
        load(wav(tmp_path / "empty.wav", b"", 1, 16))
    with pytest.raises(AudioError, match="no numbers"):
        load(wav(tmp_path / "nan.wav", np.full(9, np.nan, "<f4").tobytes(), 3, 32))


def test_standard_library_writes_what_we_read(tmp_path):
    path = tmp_path / "a.wav"
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8000)
        out.writeframes(pcm(RAMP, 16))
    samples, rate = load(path)
    assert (len(samples), rate) == (len(RAMP), 8000)


@given(data=st.binary(max_size=200))
@settings(deadline=None)
def test_any_wav_is_read_or_refused_in_one_line(data, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "any.wav"
    path.write_bytes(b"RIFF\0\0\0\0WAVE" + data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", "")
        try:
            samples, rate = load(path)
        except AudioError:
            return
    assert len(samples)
    assert rate > 0


def test_fades_begin_and_end_in_silence_and_leave_the_middle():
    samples = np.ones(RATE, np.float32)
    faded = fade(samples, RATE, 100, 200)
    assert faded[0] < 0.01
    assert faded[-1] < 0.01
    assert (np.diff(faded[:2400]) >= 0).all()
    assert (np.diff(faded[-4800:]) <= 0).all()
    assert (faded[2400:-4800] == 1).all()
    assert (samples == 1).all()
    assert not len(fade(samples[:0], RATE, 100, 100))
    assert len(fade(samples[:10], RATE, 100, 100)) == 10


def test_jingle_comes_to_the_speechs_loudness():
    assert loudness(normalise_to(music(5), RATE, -16.0), RATE) == pytest.approx(-16, abs=0.01)
    with pytest.raises(AudioError, match="silent"):
        normalise_to(np.zeros(RATE, np.float32), RATE, -16)


def test_bed_lies_twenty_below_and_loops_without_a_seam():
    bed = make_bed(music(4, 44100), 44100, RATE, speech_lufs=-16)
    total = 60 * RATE
    heard = mix_bed(np.zeros(total, np.float32), bed, 0, total)
    assert loudness(heard, RATE) == pytest.approx(-36, abs=1.0)  # the cross-fades may add a little
    assert heard[0] == 0
    assert heard[-1] == 0
    jump = np.abs(np.diff(heard)).max()
    assert jump < 2.5 * np.abs(np.diff(mix_bed(np.zeros(RATE, np.float32), bed, 2 * RATE, total))).max()


def test_bed_depends_on_position_alone():
    bed = make_bed(music(2.5), RATE, RATE, speech_lufs=-16)
    total = 10 * RATE
    speech = np.random.default_rng(0).standard_normal(total).astype(np.float32) * 0.1
    whole = mix_bed(speech, bed, 0, total)
    cuts = [0, 1, 30_000, 30_001, 150_000, total]
    parts = [mix_bed(speech[a:b], bed, a, total) for a, b in itertools.pairwise(cuts)]
    assert np.array_equal(np.concatenate(parts), whole)


@pytest.mark.parametrize("length", [1, 2, 3, 50, RATE])
def test_the_shortest_bed(length):
    bed = make_bed(music(1)[1 : length + 1], RATE, RATE, speech_lufs=-16)
    assert len(mix_bed(np.zeros(3000, np.float32), bed, 0, 3000)) == 3000
