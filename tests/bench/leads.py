"""By how much a word is heard before a network's durations say, by its first sound.

usage: python tests/bench/leads.py VOICE [--words N]

Single words after silence: from the start that the engine gives to the first sample above a hundredth of the
loudest. Prints the median of each kind of sound, in ms: what the engine's table of leads is still short of.
"""

from __future__ import annotations

import argparse
import statistics
from collections import defaultdict
from typing import Any

import numpy as np
from calibrate import utterance

from listen import engines
from listen.casting import catalog

WORDS = [
    *("apple", "echo", "under", "open", "island", "paper", "table", "kettle", "corner", "parcel"),
    *("button", "garden", "dinner", "business", "donkey"),
    *("lamp", "morning", "river", "window", "jacket", "village", "never", "thunder", "honey"),
    *("father", "thirty", "fifty", "summer", "zebra", "shadow", "silver"),
]
KINDS = {"vowels and voiceless stops": "aeiouptkc", "voiced stops": "bdg", "f and th": "fh", "s, z, sh": "sz"}


def main() -> None:
    """Measure one voice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("voice")
    parser.add_argument("--words", type=int, default=len(WORDS))
    chosen = parser.parse_args()
    voice = catalog.load(chosen.voice)
    engine: Any = engines.get(voice.engine)
    step = max(1, len(WORDS) // chosen.words)
    found: dict[str, list[float]] = defaultdict(list)
    for word in WORDS[::step]:
        said = utterance(f"{word.capitalize()}.", voice.lang)
        clip = engine.synthesize(engine.prepare(said, voice), said, voice)
        heard = int((np.abs(clip.samples) > 0.01 * np.abs(clip.samples).max()).argmax())
        late = (clip.words[0][0] - heard) * 1000 / clip.rate
        kind = next((k for k, letters in KINDS.items() if word[0] in letters), "other voiced sounds")
        found[kind].append(late)
        print(f"{word:<10} {late:+.0f} ms", flush=True)
    for kind, values in found.items():
        print(f"{kind}: {statistics.median(values):+.0f} ms later than heard, beside the lead in the table")


if __name__ == "__main__":
    main()
