"""Which sentences of a list end as unproven or by another voice? Each line is narrated as a short story.

    python -m tests.bench.unproven FILE [VOICE…]

Prints the notes of each line that has any, and how many of each kind there are; with `faster_whisper` and a
model in the folder that LISTEN_WHISPER names, also what Whisper hears of each unproven line. `unproven.tsv`
keeps what the last run found.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import listen

OPENING = "This story begins with one plain sentence."


def main() -> None:
    lines = list(filter(None, Path(sys.argv[1]).read_text("utf-8").splitlines()))
    for voice in sys.argv[2:] or ["heart", "espeak-en-gb"]:
        unproven = helped = lost = 0
        with tempfile.TemporaryDirectory() as folder:
            for line in lines:
                out = Path(folder, "x.mp3")
                blocks = (listen.Block("paragraph", OPENING), listen.Block("paragraph", line))
                options = listen.Options(sidecars=False, cache=False, jobs=1, force=True)
                try:
                    episode = listen.make(
                        listen.Article("A title", "en-GB", blocks), voice, out, options=options
                    )
                except listen.ListenError as error:
                    lost += 1
                    print(f"{voice} | LOST {type(error).__name__} | {line[:60]}")
                    continue
                doubts = [cue for cue in episode.cues if cue.unproven]
                unproven += bool(doubts)
                helped += any("read by" in note for note in episode.notes)
                for note in episode.notes:
                    print(f"{voice} | {note[:120]}", flush=True)
                if doubts and (heard := _heard(out)):
                    print(f"{voice} | heard: {heard.removeprefix('A title.')[:200]}")
        print(
            f"{voice}: {len(lines)} lines, {lost} lost, {unproven} unproven, {helped} read by another voice",
            flush=True,
        )


def _heard(path: Path) -> str:
    """What Whisper makes of it; empty where it is not installed."""
    model = os.environ.get("LISTEN_WHISPER")
    if not model:
        return ""
    from faster_whisper import WhisperModel

    whisper = WhisperModel(model, device="cpu", compute_type="int8", local_files_only=True)
    return " ".join(segment.text.strip() for segment in whisper.transcribe(str(path))[0])


if __name__ == "__main__":
    main()
