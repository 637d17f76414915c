"""Trimming: what is cut, what is kept, no click."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.audio import onset, trim

RATE = 24000


def noise(length: int, db: float, seed: int = 0) -> np.ndarray:
    return (np.random.default_rng(seed).standard_normal(length) * 10 ** (db / 20)).astype(np.float32)


def ms(span: float, rate: int = RATE) -> int:
    return round(rate * span / 1000)


@pytest.mark.parametrize("rate", [16000, 22050, 24000, 48000])
@pytest.mark.parametrize("floor_db", [-200, -100, -80])
def test_silence_goes_and_sound_stays(rate, floor_db):
    lead, body, tail = ms(300, rate), ms(500, rate), ms(450, rate)
    samples = noise(lead + body + tail, floor_db)
    samples[lead : lead + body] += noise(body, -20, 1)
    kept, cut = trim(samples, rate)
    assert lead - ms(8, rate) <= cut <= lead
    assert body <= len(kept) <= body + ms(8 + 23, rate)
    assert np.array_equal(kept[lead - cut : lead - cut + body], samples[lead : lead + body])


def test_soft_onsets_and_endings_are_speech():
    """An f or h lies some 45 dB below the peaks: it is not cut, nor touched by the fades."""
    samples = np.concatenate((np.zeros(5000), noise(ms(80), -57), noise(RATE, -14, 1), noise(ms(80), -57, 2)))
    samples = np.concatenate((samples, np.zeros(9000))).astype(np.float32)
    first, last = 5000, len(samples) - 9000
    kept, cut = trim(samples, RATE)
    assert cut <= first
    assert cut + len(kept) >= last
    assert np.array_equal(kept[first - cut : last - cut], samples[first:last])


def test_both_ends_start_from_zero():
    samples = noise(RATE, -90)
    samples[8000:16000] += noise(8000, -12, 1)
    kept, _ = trim(samples, RATE)
    assert kept[0] == 0
    assert kept[-1] == 0


def test_sound_up_to_the_edges_is_kept_whole():
    samples = noise(RATE, -20)
    kept, cut = trim(samples, RATE)
    assert cut == 0
    assert len(kept) == len(samples)
    inner = slice(ms(2), -ms(8))
    assert np.array_equal(kept[inner], samples[inner])


@pytest.mark.parametrize("length", [0, 1, 100, RATE])
def test_silence_is_nothing(length):
    kept, cut = trim(noise(length, -95), RATE)
    assert (len(kept), cut) == (0, length)


def test_the_given_samples_are_left_alone():
    samples = noise(RATE, -20)
    before = samples.copy()
    trim(samples, RATE)
    assert np.array_equal(samples, before)


@given(st.integers(0, 4000), st.integers(0, 4000), st.integers(0, 4000), st.floats(-60, -1))
def test_any_cut_lies_within(lead, body, tail, level):
    samples = np.concatenate((np.zeros(lead), noise(body, level), np.zeros(tail))).astype(np.float32)
    kept, cut = trim(samples, RATE)
    assert 0 <= cut <= len(samples)
    assert cut + len(kept) <= len(samples)
    if body > 200:
        assert cut <= lead
        assert cut + len(kept) >= lead + body


def test_the_onset_is_where_a_word_is_first_heard() -> None:
    swell = np.concatenate((np.full(240, 0.002), np.full(240, 0.01), np.full(240, 0.5))).astype(np.float32)
    assert onset(swell) == 240
    assert onset(swell[480:]) == 0
    assert onset(swell[:0]) == 0
