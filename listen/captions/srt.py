"""Cues → SubRip captions: short pieces, at most two lines of 32 characters, timed by their words."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from listen.model import Cue

LINE_CHARS = 32
LINES = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Holds what one caption shows and when."""

    lines: tuple[str, ...]
    start_ms: int
    end_ms: int


def captions(cues: Iterable[Cue], speakers: Mapping[str, str]) -> str:
    """A SubRip file. `speakers` maps a cue's voice to whom captions name when the speaker changes."""
    blocks: list[str] = []
    before = ""
    for cue in cues:
        speaker = speakers.get(cue.voice, "")
        for piece in pieces(cue, f"{speaker}: " if speaker != before else ""):
            time = f"{_stamp(piece.start_ms)} --> {_stamp(piece.end_ms)}"
            blocks.append("\n".join((str(len(blocks) + 1), time, *piece.lines)) + "\n")
        before = speaker
    return "\n".join(blocks)


def pieces(cue: Cue, prefix: str = "") -> Iterator[Piece]:
    """The cue cut where a caption is full; each piece but the first begins with its first word's time."""
    text = prefix + " ".join(cue.text.split())
    lines = textwrap.wrap(text, LINE_CHARS, break_on_hyphens=False) or [text]
    groups = [tuple(lines[n : n + LINES]) for n in range(0, len(lines), LINES)]
    starts, at = [cue.start_ms], 0
    for before, group in pairwise(groups):
        for line in before:
            at = text.find(line, at) + len(line)
        at = text.find(group[0], at)
        starts.append(max(_time_at(cue, _written(cue.text, at - len(prefix))), starts[-1] + 1))
    ends = [*starts[1:], max(cue.end_ms, starts[-1] + 1)]
    for group, start, end in zip(groups, starts, ends, strict=True):
        yield Piece(group, start, end)


def _written(text: str, at: int) -> int:
    """Return where in the sentence as it is written a place of its words in one line is: the times of words
    count the spaces and line ends that captions leave out."""
    before = 0
    for word in re.finditer(r"\S+", text):
        if at < before + len(word[0]):
            return word.start() + max(at - before, 0)
        before += len(word[0]) + 1
    return len(text)


def _time_at(cue: Cue, at: int) -> int:
    """Return when the text from character `at` on is said: by its words, else in proportion."""
    later = (word.start_ms for word in cue.words if word.start >= at)
    share = cue.start_ms + (cue.end_ms - cue.start_ms) * at // max(len(cue.text), 1)
    return min(next(later, share), cue.end_ms)


def _stamp(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02},{ms:03}"
