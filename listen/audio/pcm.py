"""Samples as the 16-bit PCM that passes between processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from listen.model import Samples

_FULL_SCALE = np.float32(32767)


def to_pcm16(samples: Samples) -> bytes:
    """Little-endian 16-bit samples; what lies beyond ±1 is an error (ValueError), not clipped."""
    scaled = np.rint(samples * _FULL_SCALE)
    if scaled.size and not float(np.abs(scaled).max()) <= float(_FULL_SCALE):
        raise ValueError("samples beyond full scale: limit them first")
    return bytes(scaled.astype("<i2").tobytes())


def from_pcm16(data: bytes | memoryview) -> Samples:
    """The samples again."""
    return np.asarray(np.frombuffer(data, "<i2").astype(np.float32) / _FULL_SCALE, np.float32)


def silence(length: int) -> Samples:
    """`length` samples of nothing."""
    return np.zeros(length, np.float32)
