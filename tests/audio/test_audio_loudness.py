"""Loudness, true peak, limiter and calibration, judged by ffmpeg's ebur128 where it is there."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.audio import (
    CEILING_DB,
    Limiter,
    calibrate_gain,
    limit,
    loudness,
    resample,
    short_term,
    true_peak,
)
from listen.audio import (
    limited as limited_pieces,
)
from listen.errors import AudioError
from listen.mp3 import Encoding, encode, info_frame, tag
from listen.mp3 import Tag as Meta
from tests.examples import examples

pytestmark = pytest.mark.slow

RATES = [8000, 11025, 16000, 22050, 24000, 44100, 48000]


def sine(frequency: float, seconds: float, rate: int, level_db: float) -> np.ndarray:
    t = np.arange(round(seconds * rate)) / rate
    return (10 ** (level_db / 20) * np.sin(2 * np.pi * frequency * t)).astype(np.float32)


def gained(samples: np.ndarray, db: float) -> np.ndarray:
    return (samples * np.float32(10 ** (db / 20))).astype(np.float32)


@pytest.mark.parametrize("rate", [44100, 48000, 24000])
def test_the_standards_own_example(rate):
    """A 1 kHz sine (997 Hz) of 0 dBFS in one channel reads −3.01 LUFS; we count it in two."""
    assert loudness(sine(997, 20, rate, -20), rate) == pytest.approx(-20, abs=0.03)


@pytest.mark.parametrize("rate", RATES)
def test_loudness_agrees_with_ffmpeg(rate, speechlike, ebur128):
    for seed in range(3):
        samples = speechlike(13.37, rate, seed)
        assert loudness(samples, rate) == pytest.approx(ebur128(samples, rate)[0], abs=0.1)


@pytest.mark.parametrize("frequency", [30, 60, 200, 1000, 3000, 8000])
def test_weighting_agrees_with_ffmpeg(frequency, ebur128):
    samples = sine(frequency, 5, 48000, -20)
    assert loudness(samples, 48000) == pytest.approx(ebur128(samples, 48000)[0], abs=0.1)


def test_gates(ebur128):
    """Silence does not count, nor what lies 10 LU below the rest."""
    rate = 24000
    loud, soft = sine(1000, 10, rate, -20), sine(1000, 10, rate, -40)
    alone = loudness(loud, rate)
    for other in (np.zeros(10 * rate, np.float32), soft):
        both = np.concatenate((loud, other, loud))
        assert loudness(both, rate) == pytest.approx(alone, abs=0.15)
        assert loudness(both, rate) == pytest.approx(ebur128(both, rate)[0], abs=0.1)


def test_silence_and_next_to_nothing():
    assert loudness(np.zeros(48000, np.float32), 24000) == -math.inf
    assert loudness(np.zeros(0, np.float32), 24000) == -math.inf
    assert true_peak(np.zeros(100, np.float32)) == -math.inf
    assert true_peak(np.zeros(0, np.float32)) == -math.inf
    assert loudness(sine(1000, 0.2, 24000, -20), 24000) == pytest.approx(-20, abs=0.3)


def test_short_term():
    rate = 24000
    samples = np.concatenate((sine(1000, 5, rate, -30), sine(1000, 5, rate, -20)))
    levels = short_term(samples, rate)
    assert len(levels) == 71  # windows of 3 s in 10 s, ten a second
    assert levels[0] == pytest.approx(-30, abs=0.1)
    assert levels[-1] == pytest.approx(-20, abs=0.1)
    assert len(short_term(samples[: rate // 2], rate)) == 1


def test_true_peak_between_samples(ebur128):
    rate = 48000
    t = np.arange(rate)
    samples = (0.5 * np.sin(np.pi / 2 * t + np.pi / 4)).astype(np.float32)  # samples reach only 0.35
    assert np.abs(samples).max() == pytest.approx(0.5 / math.sqrt(2), abs=1e-6)
    samples *= np.hanning(rate).astype(np.float32)
    assert true_peak(samples) == pytest.approx(20 * math.log10(0.5), abs=0.1)
    assert true_peak(samples) == pytest.approx(ebur128(samples, rate)[1], abs=0.15)


@pytest.mark.parametrize("rate", RATES)
def test_limiter_holds_the_ceiling_between_samples_too(rate, speechlike, ebur128):
    samples = speechlike(8, rate, level=1.5)
    assert true_peak(samples) > 3
    for ceiling in (CEILING_DB, -1.0, -6.0):
        limited = limit(samples, rate, ceiling)
        assert len(limited) == len(samples)
        assert limited.dtype == np.float32
        assert true_peak(limited) <= ceiling + 0.05
        assert ebur128(limited, rate)[1] <= ceiling + 0.25  # it looks closer, at 192 kHz


def test_limiter_leaves_what_is_below_the_ceiling(speechlike):
    samples = gained(speechlike(8, 24000), -12)
    assert true_peak(samples) < CEILING_DB
    assert np.array_equal(limit(samples, 24000), samples)


def test_limiter_comes_back_after_a_peak():
    rate = 24000
    samples = sine(440, 4, rate, -12)
    samples[rate] = 2.0
    limited = limit(samples, rate)
    assert np.abs(limited[rate]) <= 10 ** (CEILING_DB / 20) + 1e-6
    early, late = slice(0, rate - rate // 50), slice(rate + rate // 4, None)
    assert np.array_equal(limited[early], samples[early])
    assert np.array_equal(limited[late], samples[late])


@given(st.data())
@settings(max_examples=examples(40), deadline=None)
def test_limiter_does_not_care_how_it_is_fed(data):
    rate = data.draw(st.sampled_from([8000, 24000, 44100]))
    length = data.draw(st.integers(0, 120_000))
    samples = np.random.default_rng(data.draw(st.integers(0, 9))).standard_normal(length).astype(np.float32)
    cuts = sorted(data.draw(st.lists(st.integers(0, length), max_size=6)))
    limiter = Limiter(rate)
    parts = [limiter.feed(piece) for piece in np.split(samples, cuts)]
    fed = np.concatenate([*parts, limiter.finish()])
    whole = limit(samples, rate)
    assert len(whole) == length
    assert np.array_equal(fed, whole)
    assert np.array_equal(np.concatenate(list(limited_pieces(np.split(samples, cuts), rate))), whole)
    assert np.abs(whole).max(initial=0) <= 10 ** (CEILING_DB / 20) + 1e-6


@pytest.mark.parametrize("position", [0, 1, 100, -100, -1])
def test_limiter_at_the_edges(position):
    samples = np.zeros(5000, np.float32)
    samples[position] = 3.0
    limited = limit(samples, 24000)
    assert np.abs(limited).max() <= 10 ** (CEILING_DB / 20) + 1e-6
    assert np.abs(limited).argmax() == position % 5000


@pytest.mark.parametrize(("rate", "bitrate"), [(22050, 64), (24000, 64), (44100, 96)])
def test_calibrated_speech_is_at_the_target_when_decoded(rate, bitrate, speechlike, ebur128, tmp_path):
    """A gain found on one text holds on another, through limiter and MP3, without a second pass."""
    gain = calibrate_gain(speechlike(30, rate, 1), rate)
    encoding = Encoding(rate, bitrate)
    limited = limit(gained(speechlike(60, rate, 2), gain), rate)
    frames, count = encode(limited, encoding)
    path = tmp_path / "speech.mp3"
    path.write_bytes(
        tag(Meta("Speech"), [], 0) + info_frame(encoding, count, len(frames), len(limited)) + frames
    )
    loud, peak = ebur128(path)
    assert loud == pytest.approx(-16, abs=0.5)
    assert peak <= -1


def test_calibration_needs_sound():
    with pytest.raises(AudioError, match="silence"):
        calibrate_gain(np.zeros(24000, np.float32), 24000)
    clicks = np.zeros(240_000, np.float32)
    clicks[::24000] = 0.5
    with pytest.raises(AudioError, match="no gain"):
        calibrate_gain(clicks, 24000)


@pytest.mark.parametrize(
    ("source", "target"), [(24000, 44100), (22050, 24000), (24000, 22050), (22050, 44100)]
)
def test_resampling_keeps_loudness(source, target, speechlike):
    samples = speechlike(6, source)
    kept = loudness(resample(samples, source, target), target)
    assert kept == pytest.approx(loudness(samples, source), abs=0.05)
