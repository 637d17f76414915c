"""Programs that are not ours read the MP3 back; a test that lacks its program is skipped and says so."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest


def run(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Standard output and error of a program that must be there and must succeed."""
    if not shutil.which(str(command[0])):
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run([str(part) for part in command], capture_output=True, check=True)


@pytest.fixture
def mpg123() -> Callable[..., np.ndarray]:
    """What mpg123 decodes, as a player hears it, or with its delay and padding (gapless=False)."""

    def decode(path: Path, *, gapless: bool = True) -> np.ndarray:
        options = ["-q", "-e", "f32", "-s"] + ([] if gapless else ["--no-gapless"])
        return np.frombuffer(run("mpg123", *options, path).stdout, "<f4")

    return decode


@pytest.fixture
def ffmpeg() -> Callable[[Path], np.ndarray]:
    """What ffmpeg decodes; any complaint of its fails the test."""

    def decode(path: Path) -> np.ndarray:
        done = run("ffmpeg", "-v", "warning", "-i", path, "-f", "f32le", "-")
        assert not done.stderr, done.stderr
        return np.frombuffer(done.stdout, "<f4")

    return decode


@pytest.fixture
def mp3val() -> Callable[[Path], str]:
    """mp3val's line about the file; a warning fails the test."""

    def check(path: Path) -> str:
        said = run("mp3val", path).stdout.decode()
        assert "WARNING" not in said, said
        assert "ERROR" not in said, said
        return next(line for line in said.splitlines() if line.startswith("INFO"))

    return check


@pytest.fixture
def ffprobe() -> Callable[[Path], dict]:
    def probe(path: Path) -> dict:
        shows = ("-show_chapters", "-show_format", "-show_streams")
        return json.loads(run("ffprobe", "-v", "error", "-of", "json", *shows, path).stdout)

    return probe
