"""The limiter works out its curve where it is needed alone, and hears between the samples there: both must be
what they are when everything is looked at."""

import numpy as np
import pytest

from listen.audio import interpolate, limiting

RATE = 24_000


def everywhere(limiter: limiting.Limiter, needs: np.ndarray, block: int) -> np.ndarray:
    """The curve by its definition, step by step over the whole block."""
    ahead, fall = limiter._ahead, limiter._fall
    held = np.lib.stride_tricks.sliding_window_view(needs, ahead + 1).max(axis=1)[:block]
    curve, level = [], float(limiter._curve[-1])
    for need in held:
        level = max(level - fall, float(need), 0.0)
        curve.append(level)
    return np.concatenate((limiter._curve, curve))


@pytest.mark.parametrize("peaks", [0, 1, 3, 40, 4000])
@pytest.mark.parametrize("before", [0.0, 0.01, 0.9])
def test_the_curve_is_the_same_as_when_every_step_is_looked_at(peaks: int, before: float) -> None:
    random = np.random.default_rng(peaks)
    limiter = limiting.Limiter(RATE)
    block = limiting._BLOCK
    limiter._curve = np.linspace(0, before, limiter._ahead)
    needs = np.zeros(block + limiter._ahead)
    places = random.integers(0, len(needs), peaks)
    needs[places] = random.random(peaks) * random.choice([0.001, 0.1, 1.5], peaks)
    found = limiter._falling(needs, block)
    assert np.allclose(found, everywhere(limiter, needs, block), rtol=0, atol=1e-9)
    assert bool(found.any()) == bool(peaks or before)


def test_a_peak_in_the_look_ahead_alone_is_held_from_before() -> None:
    limiter = limiting.Limiter(RATE)
    needs = np.zeros(limiting._BLOCK + limiter._ahead)
    needs[-1] = 0.5
    found = limiter._falling(needs, limiting._BLOCK)
    assert found[-1] == pytest.approx(0.5)
    assert not found[:-1].any()


@pytest.mark.parametrize("where", [[0], [3, 400], [11, 487], [12, 486], [499]])
def test_what_lies_between_samples_does_not_depend_on_room_around(where: list[int]) -> None:
    samples = np.random.default_rng(1).standard_normal(500).astype(np.float32)
    room = np.zeros(100, np.float32)
    apart = interpolate.between(np.concatenate((room, samples, room)), np.array(where) + 100)
    assert np.allclose(interpolate.between(samples, np.array(where)), apart, rtol=0, atol=1e-6)
