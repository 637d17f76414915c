"""Runs → one MP3 with its clock.

Time is counted in samples here and nowhere else; it becomes milliseconds once, and that one list feeds the
tag, the captions and every sidecar.

A run's first sample sounds `mp3.DELAY` samples after its first frame, and players that honour the Info header
skip just that much at the start. So the timeline is simple: a run that begins at frame n begins at sample
n × samples per frame. Pauses between runs are silent frames, rounded up to a whole one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from listen import mp3
from listen.model import Chapter, Cue, Run, Span, Utterance
from listen.stitch.cuelist import CueList
from listen.stitch.tracks import Track
from listen.storage import whole
from listen.storage.file_names import opening_words

if TYPE_CHECKING:
    from listen.model import Samples

CHAPTER_PAUSE_MS = 1000
"""Silence before a chapter: some apps skip to whole seconds and must not land in the last word before it."""
MOST_REMARKS = 10
"""Sentences that are remarked upon one by one; of more than these only the number is told."""
LEAD_MS = 250
"""Silence before the first word: players and headphones fade in."""
JINGLE_GAP_MS = 600
"""Between a jingle and the words."""


@dataclass
class Clock:
    """The timeline as it grows; times in samples unless they end in `_ms`."""

    rate: int
    chapter_ms: int
    """`Script.chapter_ms`."""
    cues: CueList = field(default_factory=CueList)
    """In milliseconds already."""
    chapters: list[tuple[str, int]] = field(default_factory=list)
    remarkable: list[tuple[Utterance, Span]] = field(default_factory=list)
    """Sentences that are unproven, or said by another voice than theirs."""

    def pause_before(self, u: Utterance, end: int, pause_ms: int) -> tuple[int, str]:
        """Samples of silence after `end` before `u`, and the title of the chapter it opens, if any."""
        pause = self.samples(pause_ms)
        title = u.chapter
        if not title and self.chapter_ms and self.chapters and u.kind == "paragraph" and u.start == 0:
            due = self.chapters[-1][1] + self.samples(self.chapter_ms)
            if end + pause >= due:
                title = opening_words(u.text)
        if title and self.chapters:  # the first chapter begins at 0, whatever comes before its first word
            pause = max(pause, self.samples(CHAPTER_PAUSE_MS))
        return pause, title

    def add(self, utterances: Sequence[Utterance], run: Run, start: int, title: str) -> None:
        """Note a run that begins at sample `start`."""
        if title or not self.chapters:
            first_word = start + run.spans[0].start if self.chapters else 0
            self.chapters.append((title or opening_words(utterances[0].text), first_word))
        for u, span in zip(utterances, run.spans, strict=True):
            first, last = self.ms(start + span.start), self.ms(start + span.end)
            if span.doubt or span.voice:
                self.remarkable.append((u, span))
            said = replace(u, voice=span.voice) if span.voice else u
            self.cues.add(said, first, max(last, first + 1), _words(self, u, start, span), span.doubt)

    def samples(self, ms: int) -> int:
        """Milliseconds → samples, never less."""
        return -(-ms * self.rate // 1000)

    def ms(self, samples: int) -> int:
        """Samples → milliseconds, rounded to the nearest: the one place where that happens."""
        return (samples * 2000 + self.rate) // (2 * self.rate)


@dataclass(frozen=True, slots=True)
class Stitched:
    """The audio frames on disk and their clock in milliseconds."""

    frames: int
    samples: int
    chapters: tuple[Chapter, ...]
    cues: Sequence[Cue]
    remarkable: Sequence[tuple[Utterance, Span]] = ()
    """`Clock.remarkable`."""


def remarks(stitched: Stitched) -> list[str]:
    """Return what the user should know of the sound, a line for each sentence that is not as it should be."""
    lines = []
    for u, span in stitched.remarkable:
        text = u.text if len(u.text) <= 60 else u.text[:59] + "…"
        other = f"read by {span.voice}" if span.voice else ""
        doubt = f"unproven ({span.doubt})" if span.doubt else ""
        lines.append(f"{u.id} is {' and '.join(filter(None, (other, doubt)))}: “{text}”")
    if len(lines) > MOST_REMARKS + 1:
        lines[MOST_REMARKS:] = [
            f"{len(lines) - MOST_REMARKS} more sentences are unproven, or read by another voice"
        ]
    return lines


def stitch(
    runs: Iterable[tuple[Sequence[Utterance], Run]],
    track: Track,
    clock: Clock,
    intro: Samples | None = None,
    outro: Samples | None = None,
    progress: Callable[[int, int], None] = lambda done, samples: None,
) -> Stitched:
    """Lay the runs one after another on the track and read the clock.

    `progress` is told characters of text and samples of speech after each run.
    """
    end = 0  # the last sound's last sample
    pause_ms = LEAD_MS
    if intro is not None:
        track.music(intro)
        end, pause_ms = len(intro), JINGLE_GAP_MS
    for utterances, run in runs:
        pause, title = clock.pause_before(utterances[0], end, pause_ms)
        track.silence(end + pause - track.at())
        start = track.at()
        track.run(run)
        clock.add(utterances, run, start, title)
        end, pause_ms = start + run.length, utterances[-1].pause_ms
        progress(sum(len(u.text) for u in utterances), run.length)
    if outro is not None:
        track.silence(end + clock.samples(JINGLE_GAP_MS) - track.at())
        end, pause_ms = track.at() + len(outro), 0
        track.music(outro)
    samples = end + clock.samples(pause_ms)
    frames = track.finish(samples)
    return _read(clock, frames, samples)


def _read(clock: Clock, frames: int, samples: int) -> Stitched:
    """Samples → milliseconds, once."""
    total = samples * 1000 // clock.rate  # rounded down: no mark lies behind the last sample
    starts = [min(clock.ms(start), total) for _, start in clock.chapters]
    chapters = tuple(
        Chapter(title, a, b)
        for (title, _), a, b in zip(clock.chapters, starts, [*starts[1:], total], strict=True)
    )
    return Stitched(frames, samples, chapters, clock.cues, clock.remarkable)


def _words(clock: Clock, u: Utterance, start: int, span: Span) -> list[tuple[int, int, int, int]]:
    """Times of the written words: spoken words that share a span of the text ("£2.5m") become one."""
    ms = clock.ms
    found: list[tuple[int, int, int, int]] = []
    begin = end = 0
    from_ms = 0
    for word, (a, b) in zip(u.words, span.words, strict=True) if span.words else ():
        to_ms = ms(start + b)
        if word.start < end:
            end = max(end, word.end)
            found[-1] = (begin, end, from_ms, to_ms)
        elif word.end > word.start:
            begin, end = word.start, word.end
            from_ms = ms(start + a)
            found.append((begin, end, from_ms, to_ms))
    return found


def write_mp3(
    frames: Path, out: Path, encoding: mp3.Encoding, stitched: Stitched, tag: mp3.Tag
) -> tuple[int, str]:
    """Tag, Info header and frames into `out`; returns its size in bytes and its SHA-256.

    It is on the disk itself then: that takes a while, and others write beside it meanwhile.
    """
    total_ms = stitched.samples * 1000 // encoding.rate
    head = mp3.tag(tag, stitched.chapters, total_ms)
    head += mp3.info_frame(encoding, stitched.frames, frames.stat().st_size, stitched.samples)
    with out.open("wb") as target, frames.open("rb") as source, ThreadPoolExecutor(1) as beside:
        digest = beside.submit(_digest, head, frames)  # takes as long as all else here
        target.write(head)
        target.flush()
        whole.copy(source, target)
        os.fsync(target.fileno())
    return len(head) + frames.stat().st_size, digest.result()


def _digest(head: bytes, frames: Path) -> str:
    """SHA-256 of both, in few steps: after each the others have Python for a while."""
    found, part = hashlib.sha256(head), memoryview(bytearray(8 << 20))
    with frames.open("rb", buffering=0) as source:
        while size := source.readinto(part):
            found.update(part[:size])
    return found.hexdigest()
