"""Position → what is being said, and where a skip goes. Nothing here knows of sound or screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from listen.model import Chapter, Cue

Unit = Literal["sentence", "paragraph", "chapter"]
GRACE_MS = 1500
"""Going back within this time of a beginning goes to the one before, as players do."""


@dataclass(frozen=True, slots=True)
class Place:
    """Holds what is heard at a moment. −1 where there is none."""

    sentence: int
    """The cue that began last; it stays the current one in the pause behind it."""
    word: int
    """The word of that cue that began last; −1 before the first and behind the cue's end."""
    chapter: int


class Timeline:
    """The cues and chapters of a recording. It grows while a narration is being made."""

    def __init__(self, cues: Iterable[Cue] = (), chapters: Iterable[Chapter] = ()) -> None:
        self._cues: list[Cue] = []
        self._starts: list[int] = []
        self._paragraphs: list[int] = []
        self._chapters: list[str] = []
        self._chapter_starts: list[int] = []
        for cue in cues:
            self.add(cue)
        for chapter in chapters:
            self.open_chapter(chapter.title, chapter.start_ms)

    @property
    def cues(self) -> Sequence[Cue]:
        """All that are known, in order."""
        return self._cues

    @property
    def chapters(self) -> Sequence[str]:
        """Titles of those that are known, in order."""
        return self._chapters

    def add(self, cue: Cue) -> None:
        """One more; it begins no sooner than the one before."""
        before = self._cues[-1] if self._cues else None
        if before is None or cue.block < 0 or (cue.block, cue.kind) != (before.block, before.kind):
            self._paragraphs.append(cue.start_ms)
        self._cues.append(cue)
        self._starts.append(cue.start_ms)

    def open_chapter(self, title: str, start_ms: int) -> None:
        """One more; it begins no sooner than the one before."""
        self._chapters.append(title)
        self._chapter_starts.append(start_ms)

    def at(self, ms: float) -> Place:
        """Return what is heard at `ms`."""
        sentence = bisect_right(self._starts, ms) - 1
        word = -1
        if sentence >= 0 and ms < self._cues[sentence].end_ms:
            word = bisect_right(self._cues[sentence].words, ms, key=lambda w: w.start_ms) - 1
        return Place(sentence, word, bisect_right(self._chapter_starts, ms) - 1)

    def forward(self, ms: float, unit: Unit) -> int | None:
        """Return where the next one begins; None when there is none, or none yet."""
        starts = self._beginnings(unit)
        found = bisect_right(starts, ms)
        return starts[found] if found < len(starts) else None

    def back(self, ms: float, unit: Unit, grace_ms: float = GRACE_MS) -> int:
        """Return where this one begins, or within `grace_ms` of that the one before; 0 when there is none."""
        starts = self._beginnings(unit)
        found = bisect_right(starts, ms) - 1
        if found >= 0 and ms - starts[found] < grace_ms:
            found -= 1
        return starts[found] if found >= 0 else 0

    def _beginnings(self, unit: Unit) -> Sequence[int]:
        return {
            "sentence": self._starts,
            "paragraph": self._paragraphs,
            "chapter": self._chapter_starts,
        }[unit]
