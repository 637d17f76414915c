from __future__ import annotations

import numpy as np
import pytest

from listen import audio


def test_sixteen_bits_come_back() -> None:
    samples = np.array([0, 1, -1, 0.5, 1 / 32767], np.float32)
    assert audio.to_pcm16(samples) == np.array([0, 32767, -32767, 16384, 1], "<i2").tobytes()
    again = audio.from_pcm16(audio.to_pcm16(samples))
    assert np.abs(again - samples).max() <= 0.5 / 32767 + 1e-7


def test_too_loud_is_an_error_and_nothing_is_nothing() -> None:
    with pytest.raises(ValueError, match="limit them first"):
        audio.to_pcm16(np.array([1.01], np.float32))
    assert audio.to_pcm16(audio.silence(0)) == b""
    assert audio.to_pcm16(audio.silence(3)) == bytes(6)
