"""The read-along page of a three-hour article in Chromium: how fast it opens, how smoothly it reads along.

    python -m tests.bench.page [SECONDS]

Prints a Markdown table for a page of about 2,500 sentences and 37,000 words spoken by the tone engine: the
time until it is loaded and painted, frames a second while somebody scrolls through it and while it plays,
scrolls along and marks words, and how far from their times cues, sentences and words come at 1× and 2×.
SECONDS (default 20) is how long each is watched. Run it on a quiet machine: without a GPU the frames are
painted by the processor that everything else runs on.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from listen import clean, pipeline
from listen.options import Options
from listen.sources import fetch
from tests.page.browser import chromium, served

ROOT = Path(__file__).resolve().parents[2]
COPIES = 39
OPENINGS = 5
WATCH = """
async ([speed, seconds, from]) => {
  const audio = document.querySelector('audio');
  audio.currentTime = from;
  await new Promise((done) => audio.addEventListener('seeked', done, { once: true }));
  const seen = { frames: [], cues: [], sentences: [], words: [] };
  const track = document.querySelector('track[kind=metadata]').track;
  track.oncuechange = () => {
    if (track.activeCues.length) seen.cues.push([track.activeCues[0].id, audio.currentTime * 1000]);
  };
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes)
      if (target.classList.contains('now')) seen.sentences.push([target.id, audio.currentTime * 1000]);
  });
  observer.observe(document.querySelector('.text'), { subtree: true, attributeFilter: ['class'] });
  const marks = CSS.highlights.get('spoken-word');
  const add = Highlight.prototype.add;
  marks.add = function (range) {
    const id = range.startContainer.parentElement.closest('.s').id;
    seen.words.push([id, range.startOffset, audio.currentTime * 1000]);
    return add.call(this, range);
  };
  audio.playbackRate = speed;
  await audio.play();
  const begun = performance.now();
  await new Promise((done) => {
    const frame = (now) => {
      seen.frames.push(now);
      now - begun < seconds * 1000 ? requestAnimationFrame(frame) : done();
    };
    requestAnimationFrame(frame);
  });
  audio.pause();
  observer.disconnect();
  delete marks.add;
  track.oncuechange = null;
  return seen;
}
"""
FIRST_PAINT = """
() => new Promise((done) => new PerformanceObserver((list) => {
  const [entry] = list.getEntriesByName('first-contentful-paint');
  if (entry) done(entry.startTime);
}).observe({ type: 'paint', buffered: true }))
"""
SCROLL = """
async (seconds) => {
  const frames = [];
  const begun = performance.now();
  await new Promise((done) => {
    const frame = (now) => {
      frames.push(now);
      window.scrollBy(0, 40);
      now - begun < seconds * 1000 ? requestAnimationFrame(frame) : done();
    };
    requestAnimationFrame(frame);
  });
  return frames;
}
"""


def long_story(folder: Path) -> Path:
    """An article of three hours in Markdown, and its narration and page beside it."""
    seed = clean.read(fetch.fetch(str(ROOT / "seeds" / "harbour-clock" / "article.html"))).article
    body = "\n\n".join(block.text for block in seed.blocks if block.kind == "paragraph")
    source = folder / "long.md"
    parts = [f"## Part {n}\n\n{body}" for n in range(1, COPIES + 1)]
    source.write_text("# A story of three hours\n\n" + "\n\n".join(parts), "utf-8")
    options = Options(page=True, cache=False)
    pipeline.make(str(source), voice="tone", out=folder / "long.mp3", options=options)
    return folder / "long.html"


def distances(times: list[float]) -> str:
    """How far events came from their times; ms of audio, before their time negative."""
    ordered = sorted(times)
    most = max(ordered[-1], -ordered[0])
    return (
        f"median {median(ordered):.0f} ms, from {ordered[0]:.0f} to {ordered[-1]:.0f}, "
        f"worst {most:.0f} ms of {len(ordered)}"
    )


def smoothness(frames: list[float]) -> str:
    gaps = sorted(b - a for a, b in pairwise(frames))
    rate = 1000 * len(gaps) / (frames[-1] - frames[0])
    return f"{rate:.1f} frames/s, 95 % within {gaps[int(len(gaps) * 0.95)]:.1f} ms"


def opening(page: Any, address: str) -> tuple[float, float]:
    """Milliseconds until the page is loaded and painted, and until the first paint."""
    page.goto("about:blank")
    begun = time.perf_counter()
    page.goto(address, wait_until="load")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    took = (time.perf_counter() - begun) * 1000
    return took, page.evaluate(FIRST_PAINT)


def watched(page: Any, speed: int, seconds: float, cues: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    seen = page.evaluate(WATCH, [speed, seconds, 600 * speed])
    due = {i: c["start_ms"] for i, c in cues.items()}
    starts = {(i, w[0]): w[2] for i, c in cues.items() for w in c["words"]}
    yield f"{speed}×, playing, scrolling along", smoothness(seen["frames"])
    yield f"{speed}×, cue changes", distances([at - due[i] for i, at in seen["cues"]][1:])
    yield f"{speed}×, sentences marked", distances([at - due[i] for i, at in seen["sentences"]][1:])
    yield f"{speed}×, words marked", distances([at - starts[i, w] for i, w, at in seen["words"]][1:])


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        page_file = long_story(Path(name))
        cues = {c["id"]: c for c in json.loads((Path(name) / "long.words.json").read_text("utf-8"))["cues"]}
        words = sum(len(c["words"]) for c in cues.values())
        with served(Path(name)) as base:
            page = browser.new_page(viewport={"width": 1200, "height": 900})
            print("| what | measured |\n|---|---|")
            for address in (f"{base}/{page_file.name}", page_file.as_uri()):
                took, paint = map(
                    median, zip(*(opening(page, address) for _ in range(OPENINGS)), strict=True)
                )
                kind = "disk" if address.startswith("file:") else "this machine"
                print(f"| opens, from {kind} | {took:.0f} ms, first paint after {paint:.0f} ms |")
            hours = page.evaluate("document.querySelector('audio').duration") / 3600
            size = page_file.stat().st_size / 1e6
            print(f"| the page | {hours:.2f} h, {len(cues)} sentences, {words} words, {size:.2f} MB |")
            print(f"| scrolling by hand | {smoothness(page.evaluate(SCROLL, seconds / 2))} |")
            for speed in (1, 2):
                for what, measured in watched(page, speed, seconds, cues):
                    print(f"| {what} | {measured} |", flush=True)


if __name__ == "__main__":
    main()
