"""The read-along page of a three-hour article in Chromium: how fast it opens, how smoothly it reads along.

    python -m tests.bench.page [SECONDS]

Prints, for a page of about 2,500 sentences and 37,000 words spoken by the tone engine: the time until it is
loaded and painted, frames a second while it plays, scrolls along and marks words, and how late sentences and
words are marked at 1× and 2×. SECONDS (default 20) is how long each is watched.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from listen import clean, fetch, pipeline
from listen.options import Options
from tests.page.browser import chromium, served

ROOT = Path(__file__).resolve().parents[2]
COPIES = 39
WATCH = """
async ([speed, seconds, from]) => {
  const audio = document.querySelector('audio');
  audio.currentTime = from;
  await new Promise((done) => audio.addEventListener('seeked', done, { once: true }));
  const seen = { frames: [], sentences: [], words: [] };
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
  return seen;
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


def lateness(times: list[float]) -> str:
    ordered = sorted(times)
    at = lambda share: ordered[min(int(len(ordered) * share), len(ordered) - 1)]  # noqa: E731
    return f"median {at(0.5):5.1f}  95 % {at(0.95):5.1f}  worst {ordered[-1]:5.1f} ms  ({len(ordered)})"


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        page_file = long_story(Path(name))
        cues = {c["id"]: c for c in json.loads((Path(name) / "long.words.json").read_text("utf-8"))["cues"]}
        words = sum(len(c["words"]) for c in cues.values())
        with served(Path(name)) as base:
            page = browser.new_page(viewport={"width": 1200, "height": 900})
            for address in (f"{base}/{page_file.name}", page_file.as_uri()):
                begun = time.perf_counter()
                page.goto(address, wait_until="load")
                page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
                took = time.perf_counter() - begun
                paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
                kind = address.split(":")[0]
                print(f"opens in {took * 1000:.0f} ms, first paint after {paint:.0f} ms  ({kind})")
            hours = page.evaluate("document.querySelector('audio').duration") / 3600
            size = page_file.stat().st_size / 1e6
            print(f"{hours:.2f} h, {len(cues)} sentences, {words} words, {size:.2f} MB")
            for speed in (1, 2):
                seen = page.evaluate(WATCH, [speed, seconds, 600 * speed])
                frames = seen["frames"]
                gaps = sorted(b - a for a, b in pairwise(frames))
                rate = 1000 * len(gaps) / (frames[-1] - frames[0])
                most = gaps[int(len(gaps) * 0.95)]
                print(f"{speed}×: {rate:.1f} frames/s, 95 % of frames within {most:.1f} ms")
                due = {i: c["start_ms"] for i, c in cues.items()}
                starts = {(i, w[0]): w[2] for i, c in cues.items() for w in c["words"]}
                print("    sentences late:", lateness([at - due[i] for i, at in seen["sentences"]][1:]))
                print("    words late:    ", lateness([at - starts[i, w] for i, w, at in seen["words"]][1:]))


if __name__ == "__main__":
    main()
