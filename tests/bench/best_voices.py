"""Narrate every seed in a language of Kokoro's voices by the best of them, and hold each to what it promises.

    LISTEN_HOME=FOLDER python -m tests.bench.best_voices [SEED…]

FOLDER has the voices that `.ci/run` installs. The short ones are in the suite, tests/test_best_voices.py.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.test_best_voices import THEIRS, narrated


def main(names: list[str]) -> None:
    """Print a row for each seed."""
    print("| seed | voice | audio | CPU |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="listen-best-") as folder:
        for seed in THEIRS:
            if names and seed.name not in names:
                continue
            begun = sum(os.times()[:4])
            episode = narrated(seed, Path(folder))
            spent = sum(os.times()[:4]) - begun
            audio_s = episode.duration_ms / 1000
            print(f"| {seed.name} | {episode.voices[0].name} | {audio_s:.0f} s | {spent:.0f} s |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
