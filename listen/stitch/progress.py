"""A narration while it is being made: what is known of it, and how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from listen import mp3
from listen.model import Run, Script, Utterance
from listen.stitch import clock
from listen.stitch.clock import Clock, Stitched
from listen.stitch.music import Music


@dataclass(frozen=True, slots=True)
class Progress:
    """Says how far a narration is."""

    done: int
    """Characters of the script."""
    total: int
    audio_ms: int
    """Speech rendered so far."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A narration whose rendering begins, for somebody who listens meanwhile.

    `frames` and `clock` grow; whenever `progress` is called, what the clock says is in the file.
    """

    script: Script
    frames: Path
    """MPEG frames alone; the first sample sounds `mp3.DELAY` samples after the first frame."""
    encoding: mp3.Encoding
    clock: Clock
    stream: IO[bytes]
    """Where the frames are written."""


class Notes:
    """Tells somebody what the user should know, and remembers it for the episode."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self.aside = tell
        """Tells what concerns this run and not the episode."""
        self.told: tuple[str, ...] = ()

    @classmethod
    def of(cls, tell: Callable[[str], None]) -> Notes:
        """`tell` itself if it remembers already."""
        return tell if isinstance(tell, Notes) else cls(tell)

    def __call__(self, *lines: str) -> None:
        """Tell and remember them."""
        self.told += lines
        for line in lines:
            self.aside(line)


def unseen(progress: Progress) -> None:
    """Report to nobody."""


def nobody(under_way: UnderWay) -> None:
    """Let nobody listen meanwhile."""


class Work(Protocol):
    """Holds what was rendered, as far as the clock needs it."""

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The sentences of one run."""


def stitch(
    runs: Iterable[tuple[Work, Run]],
    music: Music,
    under_way: UnderWay,
    progress: Callable[[Progress], None] = unseen,
) -> Stitched:
    """Lay the runs on the narration's track as they come, and say how far it is after each."""
    done = audio_ms = 0
    total = under_way.script.chars

    def count(chars: int, samples: int) -> None:
        nonlocal done, audio_ms
        done, audio_ms = done + chars, audio_ms + samples * 1000 // under_way.encoding.rate
        under_way.stream.flush()
        progress(Progress(done, total, audio_ms))

    said = ((work.utterances, run) for work, run in runs)
    track = music.track(under_way.stream, under_way.encoding)
    return clock.stitch(said, track, under_way.clock, music.intro, music.outro, count)
