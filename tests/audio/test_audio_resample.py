"""Resampling: length, place, pass band, stop band."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.audio import resample
from tests.examples import examples, few

PAIRS = [
    (24000, 44100),
    (24000, 22050),
    (22050, 24000),
    (22050, 44100),
    (44100, 24000),
    (48000, 44100),
    (16000, 24000),
    (11025, 24000),
    (48000, 8000),
    (24001, 23999),  # next to no common divisor
]


def sine(frequency: float, length: int, rate: int) -> np.ndarray:
    return np.sin(2 * np.pi * frequency * np.arange(length) / rate).astype(np.float32)


@pytest.mark.parametrize(("source", "target"), few(PAIRS, 4))
def test_pass_band_is_the_same_signal(source, target):
    length = source
    edge = 0.9 * min(source, target) / 2
    for frequency in (50, 440, 0.5 * edge, 0.98 * edge):
        got = resample(sine(frequency, length, source), source, target)
        want = sine(frequency, len(got), target)
        inner = slice(len(got) // 4, -len(got) // 4)  # the ends see silence beyond them
        assert np.abs(got - want)[inner].max() < 2e-4


@pytest.mark.parametrize(("source", "target"), few([pair for pair in PAIRS if pair[1] < pair[0]], 2))
def test_what_the_lower_rate_cannot_hold_is_gone(source, target):
    for frequency in np.linspace(target / 2 * 1.0005, source / 2 * 0.999, 12):
        got = resample(sine(frequency, source, source), source, target)
        inner = got[len(got) // 4 : -len(got) // 4]
        assert 20 * np.log10(np.abs(inner).max() + 1e-12) < -80


@pytest.mark.parametrize(("source", "target"), [pair for pair in PAIRS if pair[1] > pair[0]])
def test_no_images_above_the_old_half(source, target):
    for frequency in (1000, 0.4 * source, 0.45 * source):
        got = resample(sine(frequency, 2 * source, source), source, target)[target // 2 : -target // 2]
        spectrum = np.abs(np.fft.rfft(got * np.blackman(len(got)))) / (0.42 * len(got) / 2)
        hertz = np.fft.rfftfreq(len(got), 1 / target)
        assert 20 * np.log10(spectrum[hertz > source / 2].max(initial=1e-12)) < -80


@given(st.integers(0, 3000), st.sampled_from(PAIRS))
@settings(max_examples=examples(60), deadline=None)
def test_length_is_exact(length, pair):
    source, target = pair
    got = resample(np.ones(length, np.float32), source, target)
    assert got.dtype == np.float32
    assert len(got) == int(length * target / source + 0.5)


def test_an_impulse_stays_at_its_time():
    samples = np.zeros(24000, np.float32)
    samples[12000] = 1
    assert int(np.abs(resample(samples, 24000, 44100)).argmax()) == 22050
    samples[12000], samples[0] = 0, 1
    assert int(np.abs(resample(samples, 24000, 44100)).argmax()) == 0


def test_same_rate_is_the_same():
    samples = sine(440, 1000, 24000)
    assert np.array_equal(resample(samples, 24000, 24000), samples)


def test_same_samples_every_time():
    samples = np.random.default_rng(0).standard_normal(50_000).astype(np.float32)
    digests = {hashlib.sha256(resample(samples, 24000, 44100).tobytes()).hexdigest() for _ in range(3)}
    assert len(digests) == 1
