"""Runs laid one after another are one clean stream, and every sample lands where the clock says."""

from __future__ import annotations

import hashlib
import itertools

import numpy as np
import pytest

from listen.mp3 import (
    DELAY,
    Encoder,
    Encoding,
    Tag,
    encode,
    encode_pieces,
    encoded_frames,
    frame_headers,
    info_frame,
    info_size,
    silent_frames,
    tag,
)
from tests.examples import few

ENCODINGS = [
    Encoding(24000, 64),
    Encoding(44100, 96),
    Encoding(22050, 64),
    Encoding(16000, 48),
    Encoding(48000, 96),
    Encoding(32000, 64),
    Encoding(11025, 32),
    Encoding(24000, 32),
    Encoding(24000, 160),
    Encoding(44100, 320),
]
LENGTHS = (5000, 1, 0, 40_000, 576 * 9, 1152 * 7 - 1, 1152 * 3 - 576)


def ident(encoding: Encoding) -> str:
    return f"{encoding.rate}-{encoding.bitrate}"


def voice(length: int, rate: int, seed: int = 0) -> np.ndarray:
    """Something like speech: harmonics of 120 Hz with syllables, a little noise."""
    t = np.arange(length) / rate
    tone = sum(np.sin(2 * np.pi * 120 * n * t + n) / n for n in range(1, 20))
    noise = np.random.default_rng(seed).standard_normal(length) * 0.05
    return ((tone * 0.2 + noise) * (0.5 - 0.5 * np.cos(2 * np.pi * 4 * t))).astype(np.float32)


def joined(parts: list[np.ndarray], encoding: Encoding, pause: int = 12) -> tuple[bytes, list[int], int]:
    """File, start of each part in heard samples, heard length."""
    audio, starts, frames = [], [], 0
    for part in parts:
        data, count = encode(part, encoding)
        starts.append(frames * encoding.samples_per_frame)
        audio += [data, silent_frames(pause, encoding)]
        frames += count + pause
    body = b"".join(audio)
    length = frames * encoding.samples_per_frame - DELAY
    head = tag(Tag("Joined"), [], length * 1000 // encoding.rate)
    return head + info_frame(encoding, frames, len(body), length) + body, starts, length


@pytest.mark.parametrize("encoding", few(ENCODINGS, 3), ids=ident)
def test_frame_count_is_foretold(encoding):
    for length in (*LENGTHS, *range(570, 582), *range(1146, 1158), *range(1722, 1734)):
        frames, count = encode(np.zeros(length, np.float32), encoding)
        assert count == encoded_frames(length, encoding)
        assert count == len(list(frame_headers(frames)))
        assert count * encoding.samples_per_frame >= length + DELAY


@pytest.mark.parametrize("encoding", few(ENCODINGS, 3), ids=ident)
def test_many_runs_are_one_clean_stream_of_the_stated_length(encoding, tmp_path, mpg123, ffmpeg, mp3val):
    parts = [voice(length, encoding.rate, seed) for seed, length in enumerate(LENGTHS * 3)]
    data, _, length = joined(parts, encoding)
    path = tmp_path / "joined.mp3"
    path.write_bytes(data)
    said = mp3val(path)
    # The Info frame of a low bit rate needs a larger frame; mp3val then no longer says CBR.
    assert ("CBR" in said) == (info_size(encoding) == encoding.frame_size)
    heard = mpg123(path)
    assert len(heard) == length
    assert len(mpg123(path, gapless=False)) == length + DELAY
    other = ffmpeg(path)
    assert len(other) == length
    if encoding.rate != 24000:
        # FFmpeg 5.1 has a wrong band edge for 24 kHz (330 where the standard has 332) and hears
        # distortion that mpg123, libmad and FFmpeg from 6.1 on do not.
        assert np.abs(heard - other).max() < 1e-4


@pytest.mark.parametrize("encoding", few(ENCODINGS, 3), ids=ident)
def test_first_sample_of_every_run_lands_where_stated(encoding, tmp_path, mpg123, ffmpeg):
    parts = []
    for length in (1, 5000, 3333, 10_000):
        part = np.zeros(length, np.float32)
        part[0] = 0.9
        parts.append(part)
    data, starts, length = joined(parts, encoding)
    path = tmp_path / "impulses.mp3"
    path.write_bytes(data)
    for heard in (mpg123(path), ffmpeg(path)):
        assert len(heard) == length
        for start in starts:
            near = heard[max(0, start - 300) : start + 300]
            assert max(0, start - 300) + int(np.abs(near).argmax()) == start


@pytest.mark.parametrize("encoding", ENCODINGS[:5], ids=ident)
def test_signal_keeps_its_place_and_level(encoding, tmp_path, mpg123):
    parts = [voice(encoding.rate, encoding.rate, seed) for seed in range(3)]
    data, starts, _ = joined(parts, encoding)
    path = tmp_path / "voices.mp3"
    path.write_bytes(data)
    heard = mpg123(path)
    for start, part in zip(starts, parts, strict=True):
        got = heard[start : start + len(part)]
        assert 20 * np.log10((got @ part) / (part @ part)) == pytest.approx(0, abs=0.15)
        assert (got @ part) / np.sqrt((got @ got) * (part @ part)) > 0.98


@pytest.mark.parametrize("encoding", ENCODINGS, ids=ident)
def test_silent_frames_are_silent_and_stand_alone(encoding, tmp_path, mpg123, mp3val):
    count = 200
    frames = silent_frames(count, encoding)
    headers = list(frame_headers(frames))
    assert len(headers) == count
    assert {header.reservoir for header in headers} == {0}
    assert len(frames) == encoding.size(count)
    path = tmp_path / "silence.mp3"
    path.write_bytes(tag(Tag("Silence"), [], 0) + frames)
    mp3val(path)
    heard = mpg123(path, gapless=False)
    assert len(heard) == count * encoding.samples_per_frame
    assert not heard.any()


@pytest.mark.parametrize("encoding", ENCODINGS[:5], ids=ident)
def test_no_click_at_a_join(encoding, tmp_path, mpg123):
    """A run that stops at full swing dies away within its own last frames; the pause after it is digital
    silence, up to what the next run's first sound spreads ahead of itself."""
    part = voice(encoding.rate // 2, encoding.rate)
    data, starts, _ = joined([part, part], encoding, pause=20)
    path = tmp_path / "click.mp3"
    path.write_bytes(data)
    heard = mpg123(path)
    spread = 2 * encoding.samples_per_frame + DELAY
    first_pause = starts[1] - 20 * encoding.samples_per_frame
    assert not heard[first_pause : starts[1] - spread].any()
    # Where the pause begins nothing jumps: no step between neighbours above what the speech itself does.
    edge = heard[first_pause - 2 * encoding.samples_per_frame : first_pause + 600]
    assert np.abs(np.diff(edge)).max() <= np.abs(np.diff(part)).max()
    # Without what belongs to the ends, a run inside the file is the run alone.
    alone, _, _ = joined([part], encoding, pause=20)
    path.write_bytes(alone)
    single = mpg123(path)[: len(part)]
    assert np.abs(heard[starts[1] : starts[1] + len(part)] - single).max() < 2e-5


def test_pieces_make_no_difference():
    encoding = Encoding(24000, 64)
    samples = voice(200_000, 24000)
    whole, _ = encode(samples, encoding)
    encoder = Encoder(encoding)
    cuts = [0, 1, 1, 577, 50_000, 50_001, 200_000]
    pieces = b"".join(encoder.feed(samples[a:b]) for a, b in itertools.pairwise(cuts))
    assert pieces + encoder.finish() == whole


def test_same_input_same_bytes():
    encoding = Encoding(24000, 64)
    samples = voice(48_000, 24000)
    digests = {hashlib.sha256(joined([samples, samples], encoding)[0]).hexdigest() for _ in range(3)}
    assert len(digests) == 1


@pytest.mark.parametrize("bad", [0.96, -1.0, np.nan, np.inf])
def test_samples_that_would_clip_are_refused(bad):
    samples = np.zeros(1000, np.float32)
    samples[500] = bad
    with pytest.raises(ValueError, match="limit them"):
        encode(samples, Encoding(24000, 64))


def test_a_run_in_pieces_is_the_run():
    encoding = Encoding(24000, 80)
    samples = np.random.default_rng(4).uniform(-0.5, 0.5, 600_001).astype(np.float32)
    run = encode(samples, encoding)
    for cuts in ([], [0], [1, 7000], [300_000, 300_001, 600_000]):
        assert encode_pieces(iter(np.split(samples, cuts)), encoding) == run
