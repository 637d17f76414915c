"""ffmpeg as the judge of loudness; without it those tests are skipped and say so."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest


@pytest.fixture
def ebur128(tmp_path) -> Callable[..., tuple[float, float]]:
    """Integrated loudness (LUFS, mono as dual mono) and true peak (dBTP) of samples or of a file."""

    def measure(sound: np.ndarray | Path, rate: int = 0) -> tuple[float, float]:
        if not shutil.which("ffmpeg"):
            pytest.skip("ffmpeg is not installed")
        source, data = ["-i", str(sound)], b""
        if not isinstance(sound, Path):
            source = ["-f", "f32le", "-ar", str(rate), "-ac", "1", "-i", "-"]
            data = sound.astype("<f4").tobytes()
        wanted = ["-filter_complex", "ebur128=peak=true:dualmono=true", "-f", "null", "-"]
        command = ["ffmpeg", "-nostats", *source, *wanted]
        done = subprocess.run(command, input=data, capture_output=True, check=True)
        summary = done.stderr.decode().rpartition("Summary:")[2]
        loud, peak = re.search(r"I:\s+(\S+) LUFS", summary), re.search(r"Peak:\s+(\S+) dBFS", summary)
        assert loud
        assert peak
        return float(loud[1]), float(peak[1])

    return measure


@pytest.fixture
def speechlike() -> Callable[..., np.ndarray]:
    """Harmonics of a wandering pitch in syllables and words, hissing between them: as peaky as speech."""

    def make(seconds: float, rate: int, seed: int = 0, level: float = 0.25) -> np.ndarray:
        random = np.random.default_rng(seed)
        t = np.arange(round(seconds * rate)) / rate
        pitch = 120 + 30 * np.sin(2 * np.pi * 0.6 * t + random.uniform(0, 6))
        phase = 2 * np.pi * np.cumsum(pitch) / rate
        voiced = sum(np.cos(n * phase) / n**1.2 for n in range(1, 25) if 180 * n < rate / 2)
        white = np.fft.rfft(random.standard_normal(len(t)))
        white[round(0.8 * len(white)) :] = 0  # no voice sounds right up to half the rate
        hiss = np.fft.irfft(white, len(t)) * 0.15
        syllables = np.clip(np.sin(2 * np.pi * 3.7 * t), 0, 1) ** 1.5
        words = np.repeat(random.uniform(0.3, 1.4, len(t) * 2 // rate + 1), rate // 2 + 1)[: len(t)]
        words *= np.repeat(random.random(len(t) // rate + 1) > 0.15, rate)[: len(t)]
        return (level * words * (voiced * syllables * 0.6 + hiss * (1 - syllables) ** 4)).astype(np.float32)

    return make
