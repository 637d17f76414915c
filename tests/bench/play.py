"""How long `listen play SOURCE` takes from the loaded engine to the first sound: one Markdown table.

usage: python tests/bench/play.py [--runs N]

A new process for each run, with an empty cache. The engine has spoken a word; then the source is read,
cleaned, cut into sentences and rendered as `listen play` does it, until the output was given samples that are
not silence; then it is heard for 20 seconds. Wanted: at most a second, however long the source, and no gap.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import article

SOURCES = {"100 words": 1, "half an hour": 83, "3 hours": 498}
"""Paragraphs."""
RUN = """
import json, sys, time
import numpy as np
from listen import engines
from listen.casting import catalog
from listen.model import SpokenWord, Utterance
from listen.options import Options
from listen.play import live
from listen.play.player import Player
from listen.play.outputs.silent import Silent

class Noted(Silent):
    first = 0.0
    def start(self, rate, pull):
        def noted(count):
            samples = pull(count)
            if not self.first and len(samples) and np.abs(samples).max() > 0.01:
                self.first = time.perf_counter()
            return samples
        super().start(rate, noted)

if __name__ == "__main__":
    voice = catalog.load("heart")
    engine, word = engines.get(voice.engine), Utterance("s", "Word", (SpokenWord("word", 0, 4),))
    engine.synthesize(engine.prepare(word, voice), word, voice)  # the engine is loaded
    begin = time.perf_counter()
    narration = live.of_source(sys.argv[1], Options())
    cut = time.perf_counter()
    narration.start(None, None, Options())
    narration.started.wait()
    if narration.error:
        raise narration.error
    there = time.perf_counter()
    output = Noted()
    player = Player(narration.recording.sound, output)
    player.play()
    waited, last = 0.0, 0
    until = time.perf_counter() + 20
    while not output.first and time.perf_counter() < until:
        player.position_ms
        time.sleep(0.005)
    while time.perf_counter() < until:  # what is heard must not run out while the processes start
        at = player.position_ms
        waited += 0.005 if player.waiting else 0.0
        if player.ended: break
        time.sleep(0.005)
    narration.stop()
    print(json.dumps([cut - begin, there - begin, output.first - begin, waited]))
"""


def main() -> None:
    """Measure each source and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    print("| source | cut into sentences | sound is there | first sound given | gaps in the first 20 s |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, paragraphs in SOURCES.items():
            text = Path(folder) / f"{paragraphs}.txt"
            text.write_text(article.article(paragraphs), "utf-8")
            times = [_run(text, Path(folder) / f"home-{paragraphs}-{n}") for n in range(runs)]
            middle = [statistics.median(column) for column in zip(*times, strict=True)]
            print(f"| {name} | " + " | ".join(f"{seconds:.2f} s" for seconds in middle) + " |", flush=True)


def _run(text: Path, home: Path) -> list[float]:
    """Seconds from the loaded engine, of one run."""
    script = text.with_suffix(".py")
    script.write_text(RUN, "utf-8")
    done = subprocess.run(
        [sys.executable, script, text],
        env={**os.environ, "LISTEN_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    times: list[float] = json.loads(done.stdout)
    return times


if __name__ == "__main__":
    main()
