"""Sentences and spoken words beside their peers: both tables in one run.

usage: python tests/bench/language.py

Most of it needs the shared benchmark data (LISTEN_BENCH_DATA, or `../shared/bench` beside the checkout).
Peers take part where they are installed: pysbd, nupunkt, sentence-splitter, blingfire, syntok; wetext.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Run both benchmarks, one after the other: each in a process of its own, so that start-up counts."""
    for command in (["sentences.py"], ["spoken.py", "--peers"]):
        subprocess.run([sys.executable, str(HERE / command[0]), *command[1:]], check=True)
        print(flush=True)


if __name__ == "__main__":
    main()
