"""How the memory of the process that puts a narration together grows with its length: a Markdown table.

    python tests/bench/growth.py [PARAGRAPHS …]

The runs are silence of the length of their words, in place of what workers would render, so that hours take
seconds. Proportional set size, MB. Linux only.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import article

from listen import mp3, pipeline
from listen.formats import publish
from listen.model import Run, Span
from listen.options import Options
from listen.render import passages

USUAL = ("500", "5000")
LETTERS_A_SECOND = 16


def silent(work: Iterator[passages.Passage], *_: object) -> Iterator[tuple[passages.Passage, Run]]:
    """Every passage with a run of silence that has its words' times."""
    for passage in work:
        encoding, at, spans = passage.encoding, 0, []
        for u in passage.utterances:
            length, count = len(u.text) * encoding.rate // LETTERS_A_SECOND, len(u.words)
            times = [at + length * n // count for n in range(count + 1)]
            spans.append(Span(at, at + length, tuple(pairwise(times))))
            at += length
        frames = mp3.encoded_frames(at, encoding)
        yield passage, Run(mp3.silent_frames(frames, encoding), frames, at, tuple(spans))


def pss() -> float:
    """This process's proportional set size, MB."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("Pss:"))


def measured(paragraphs: int) -> None:
    """Narrate that many paragraphs in this process, and print what it took."""
    peaks, done = [0.0], threading.Event()

    def watch() -> None:
        while not done.wait(0.05):
            peaks[-1] = max(peaks[-1], pss())

    write = publish.publish

    def written(*arguments: Any) -> Any:
        peaks.append(pss())
        return write(*arguments)

    passages.render_all = silent  # type: ignore[assignment]
    publish.publish = written  # type: ignore[assignment]
    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, "story.txt")
            source.write_text(article.article(paragraphs), "utf-8")
            options = Options(engine="espeak", cache=False, jobs=2)
            made = pipeline.make(str(source), None, Path(folder, "story.mp3"), options=options)
    finally:
        done.set()
        watcher.join()
    hours = made.duration_ms / 3_600_000
    print(f"| {paragraphs} | {hours:.1f} h | {peaks[0]:.0f} MB | {peaks[1]:.0f} MB |", flush=True)


def main() -> None:
    if len(sys.argv) == 2:
        measured(int(sys.argv[1]))
        return
    print(
        "| paragraphs | sound | most while it is made | most while files are written |\n|---:|---:|---:|---:|"
    )
    sys.stdout.flush()
    for paragraphs in sys.argv[1:] or USUAL:
        subprocess.run([sys.executable, __file__, paragraphs], check=True)


if __name__ == "__main__":
    main()
