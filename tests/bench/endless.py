"""One paragraph without a full stop or a comma, larger each time: are time and memory linear?

    python tests/bench/endless.py [--engine espeak] [KILOBYTES…]

Each text is narrated by a `listen make` of its own, from an empty cache; a row says what that took, and the
CPU time for 100 kB, which stays the same where time is linear.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from measuring import cost

TEXT = """the mill on river ground corn and miller wrote of every sack that farmers brought from hills while
children watched wheel turn slowly under grey autumn sky as old women told stories about floods which had
taken bridges away in years before railway came"""


def endless(size: int) -> str:
    """A text with a title, a plain sentence, and a paragraph of `size` characters and no stop in it."""
    known, chance, words, length = TEXT.split(), random.Random(5), ["The"], 3
    while length < size:
        words.append(chance.choice(known))
        length += len(words[-1]) + 1
    return f"A long paragraph\n\nThis story begins with one plain sentence.\n\n{' '.join(words)}\n"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kilobytes", nargs="*", type=int, default=[25, 50, 100])
    parser.add_argument("--engine", default="espeak")
    given = parser.parse_args()
    print("| engine | paragraph | wall | CPU | CPU for 100 kB | memory, all processes |")
    print("|---|---|---|---|---|---|")
    for size in given.kilobytes:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "long.txt").write_text(endless(size * 1000), "utf-8")
            command = (sys.executable, "-m", "listen", "make", "long.txt", "-o", "long.mp3", "--no-cache")
            took = cost([*command, "--engine", given.engine], Path(folder))
        print(
            f"| {given.engine} | {size} kB | {took.wall:.0f} s | {took.cpu:.1f} s | "
            f"{took.cpu * 100 / size:.1f} s | {took.memory:.0f} MB |",
            flush=True,
        )


if __name__ == "__main__":
    main()
