"""Bookmarks, and where one was: a small file for each article, under the user's configuration.

A place is kept with the sentence it lies in, so that it is found again in another narration of the same
article (another voice, another speed), whose times are others.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from listen.errors import ListenError
from listen.storage import folders, jsonform, whole

if TYPE_CHECKING:
    from listen.play.timeline import Timeline

FORMAT = 1
CLOSE_MS = 2000
"""A bookmark so close to another one is the same."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment."""

    ms: int
    cue: str = ""
    """Id of the sentence it lies in."""
    text: str = ""
    """That sentence."""
    after_ms: int = 0
    """How far into the sentence."""


@dataclass(frozen=True, slots=True)
class Places:
    """All that is kept of one article."""

    title: str = ""
    last: Mark | None = None
    """Where one was; None at its beginning or end."""
    marks: tuple[Mark, ...] = ()
    """Bookmarks, in time order."""

    def with_mark(self, mark: Mark) -> Places:
        """One more, unless there is one already."""
        if any(abs(m.ms - mark.ms) < CLOSE_MS for m in self.marks):
            return self
        return replace(self, marks=tuple(sorted((*self.marks, mark), key=lambda m: m.ms)))

    def without(self, number: int) -> Places:
        """Without the bookmark of that number, from 0."""
        return replace(self, marks=self.marks[:number] + self.marks[number + 1 :])


def mark_at(ms: int, timeline: Timeline) -> Mark:
    """The moment `ms` with its sentence."""
    place = timeline.at(ms)
    if place.sentence < 0:
        return Mark(ms)
    cue = timeline.cues[place.sentence]
    return Mark(ms, cue.id, cue.text, ms - cue.start_ms)


def find(mark: Mark, timeline: Timeline, known_ms: int, whole: bool) -> int | None:
    """Return where the moment is in this narration; None while a narration is not so far."""
    for cue in timeline.cues:
        if mark.cue and cue.id == mark.cue and cue.text == mark.text:
            at = cue.start_ms + min(mark.after_ms, max(cue.end_ms - cue.start_ms, 0))
            return at if whole or at <= known_ms else None  # a sentence is known before its sound is
    if whole or (not mark.cue and mark.ms < known_ms):
        return min(mark.ms, known_ms)
    return None


def load(identity: str) -> Places:
    """Return what is kept of the article; nothing when it was never played, or when the file is broken."""
    try:
        form = json.loads(_path(identity).read_text("utf-8"))
        if not isinstance(form, dict) or form.pop("format", None) != FORMAT:
            return Places()
        return jsonform.value(Places, form, "places")
    except (OSError, ValueError, ListenError):
        return Places()


def save(identity: str, places: Places) -> None:
    """Keep it; nothing is kept of an article without a place. Raises OSError."""
    path = _path(identity)
    if places.last is None and not places.marks:
        path.unlink(missing_ok=True)
        return
    form = {"format": FORMAT, **jsonform.plain(places)}
    whole.write(path, (json.dumps(form, ensure_ascii=False, indent=1) + "\n").encode())


def lines(marks: Sequence[Mark]) -> list[str]:
    """The bookmarks for people, numbered from 1."""
    return [f"{n}  {stamp(mark.ms)}  {mark.text[:60]}".rstrip() for n, mark in enumerate(marks, 1)]


def stamp(ms: int) -> str:
    """`4:05` or `1:02:03`, rounded down: what was said before is not counted."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _path(identity: str) -> Path:
    return folders.config_dir() / "places" / f"{hashlib.sha256(identity.encode()).hexdigest()[:24]}.json"
