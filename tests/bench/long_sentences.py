"""Speed and memory of a voice by the length of its sentence, each in a process of its own.

usage: python tests/bench/long_sentences.py [VOICE…]     English voices; else bm_george
"""

from __future__ import annotations

import sys

from listen.play import voice_trial

LONG = (
    "When the library in Hebden Bridge was flooded in the winter, volunteers carried four thousand books up"
    " three flights of stairs in a single night, and the librarian, who had been told to go home, stood at"
    " the top with a candle and wrote down every title so that nothing would be lost, she said, except sleep"
)
LONGER = (
    ", and then she went down again, slowly, counting the steps, to see whether the river had already taken"
    " the catalogue, the cat, and the kettle that she had bought in the spring"
)
TEXTS = {"5 s": None, "19 s": f"{LONG}.", "25 s": f"{LONG}{LONGER}."}
"""By about how long they take; what the network takes at once ends at some 30 s."""


def main() -> None:
    """Measure and print."""
    print(voice_trial.HEAD)
    for name in sys.argv[1:] or ["bm_george"]:
        for length, text in TEXTS.items():
            row = voice_trial.measured(name, text).line()
            print(row.replace(f"| {name} |", f"| {name}, {length} |", 1), flush=True)


if __name__ == "__main__":
    main()
