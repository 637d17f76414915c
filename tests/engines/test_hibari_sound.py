"""The signal processing against hibari's own: the same samples, whatever the length."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from listen.engines.hibari import hibari_sound
from listen.engines.hibari.hibari_model import NOISE_FRAMES, noise_table


class Drawn:
    """Gives hibari's own code the noise that ours takes."""

    def __init__(self, first: int) -> None:
        self.first = first

    def standard_normal(self, shape: tuple[int, int], dtype: type[np.float32]) -> NDArray[np.float32]:
        rows = np.arange(self.first, self.first + shape[1] // 2) % NOISE_FRAMES
        return np.ascontiguousarray(noise_table()[rows].transpose(2, 0, 1)).reshape(shape)


@pytest.fixture(scope="module")
def dsp() -> Iterator[Any]:
    """hibari's module with numpy's FFT, whether or not scipy is there: they differ in the last bits."""
    from hibari import dsp

    before = dsp.rfft, dsp.irfft
    dsp.rfft = lambda x, axis: np.fft.rfft(x, axis=axis).astype(np.complex64)
    dsp.irfft = lambda x, n, axis: np.fft.irfft(x, n=n, axis=axis).astype(np.float32)
    yield dsp
    dsp.rfft, dsp.irfft = before


def described(count: int, seed: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """What a network might say of `count` frames: some voiced, some not, some louder than is allowed."""
    random = np.random.default_rng(seed)
    head = random.normal(-2, 3, (count, hibari_sound.PARTS * hibari_sound.BINS)).astype(np.float32)
    pitch = np.repeat(random.choice([0.0, 38.0, 60.0, 121.3, 220.0, 440.0], count // 5 + 1), 5)[:count]
    return head, pitch.astype(np.float32)


@pytest.mark.parametrize("count", [3, 4, 5, 47, 48, 49, 51, 96, 97, 300])
def test_samples_are_hibaris_own(dsp: Any, count: int) -> None:
    head, pitch = described(count, count)
    parts = [np.ascontiguousarray(part.T) for part in np.split(head, hibari_sound.PARTS, axis=1)]
    first = NOISE_FRAMES - 40  # round the table's end
    own = dsp.synth(*parts, pitch, Drawn(first))
    ours = hibari_sound.Sound().samples(head, pitch, noise_table(), first)
    assert ours.shape == (count * hibari_sound.HOP,)
    np.testing.assert_allclose(ours, own, rtol=0, atol=1e-5 * np.abs(own).max())


@pytest.mark.parametrize("voiced", [[], [0], [2], [149], [47, 48], [10, 100], [60, 61, 62]])
def test_frames_without_voice_are_hibaris_own(dsp: Any, voiced: list[int]) -> None:
    head, _ = described(150, 5)
    pitch = np.zeros(150, np.float32)
    pitch[voiced] = 180
    parts = [np.ascontiguousarray(part.T) for part in np.split(head, hibari_sound.PARTS, axis=1)]
    own = dsp.synth(*parts, pitch, Drawn(3))
    ours = hibari_sound.Sound().samples(head, pitch, noise_table(), 3)
    np.testing.assert_allclose(ours, own, rtol=0, atol=1e-5 * np.abs(own).max())


def test_pulses_are_hibaris_own(dsp: Any) -> None:
    _, pitch = described(700, 1)
    samples, heard = hibari_sound.pulses(pitch)
    np.testing.assert_allclose(samples, dsp.pulses(pitch), rtol=0, atol=1e-4)
    assert np.all(samples.reshape(700, -1)[~heard] == 0)
    assert 0 < np.count_nonzero(heard) < 700


def test_one_sentence_leaves_nothing_in_the_next() -> None:
    sound = hibari_sound.Sound()
    head, pitch = described(130, 2)
    before = sound.samples(head, pitch, noise_table(), 7)
    sound.samples(*described(61, 3), noise_table(), 11)
    assert np.array_equal(sound.samples(head, pitch, noise_table(), 7), before)
