"""Faster and slower at the same pitch."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.audio import Stretcher, stretch
from tests.examples import examples

RATE = 24000


def tone(seconds: float) -> np.ndarray:
    return (0.3 * np.sin(2 * np.pi * 220 * np.arange(int(seconds * RATE)) / RATE)).astype(np.float32)


@pytest.mark.parametrize("factor", [0.5, 0.8, 1.25, 1.5, 2.0])
def test_length_follows_the_factor_and_pitch_and_level_stay(factor: float) -> None:
    out = stretch(tone(3), RATE, factor)
    assert len(out) == round(3 * RATE / factor)
    assert out.dtype == np.float32
    spectrum = np.abs(np.fft.rfft(out * np.hanning(len(out))))
    assert abs(spectrum.argmax() * RATE / len(out) - 220) < 1
    middle = out[2000:-2000]
    peaks = np.abs(middle[: len(middle) // 240 * 240].reshape(-1, 240)).max(axis=1)
    assert 0.29 < peaks.min() <= peaks.max() < 0.31


def test_sounds_stay_in_their_places() -> None:
    """A burst in the middle is in the middle of the stretched sound."""
    samples = np.zeros(2 * RATE, np.float32)
    samples[RATE : RATE + 2400] = tone(0.1)
    for factor in (0.6, 1.4):
        heard = np.flatnonzero(np.abs(stretch(samples, RATE, factor)) > 0.05)
        assert abs(heard[0] - RATE / factor) < 0.03 * RATE
        assert abs(heard[-1] - (RATE + 2400) / factor) < 0.03 * RATE


@pytest.mark.parametrize("length", [0, 1, 100, 1500])
def test_the_shortest_sounds_have_their_length_too(length: int) -> None:
    for factor in (0.5, 1.0, 2.0):
        assert len(stretch(np.ones(length, np.float32), RATE, factor)) == round(length / factor)


@given(st.lists(st.integers(1, 3000), max_size=12), st.sampled_from([0.5, 0.8, 1.0, 1.7, 4.0]))
@settings(max_examples=examples(40), deadline=None)
def test_piece_by_piece_is_the_same_as_at_once(cuts: list[int], factor: float) -> None:
    samples = np.random.default_rng(len(cuts)).standard_normal(sum(cuts)).astype(np.float32)
    stretcher = Stretcher(RATE, factor)
    at, pieces = 0, []
    for cut in cuts:
        pieces.append(stretcher.feed(samples[at : at + cut]))
        at += cut
    whole = np.concatenate([*pieces, stretcher.finish()])
    assert len(whole) == round(len(samples) / factor)
    np.testing.assert_array_equal(whole, stretch(samples, RATE, factor))


def test_it_does_not_wait_for_the_end() -> None:
    """Half a second of sound gives nearly all that it will become."""
    assert len(Stretcher(RATE, 2.0).feed(tone(0.5))) > 0.2 * RATE
