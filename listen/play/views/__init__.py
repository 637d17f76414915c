"""This module says what is shown of a recording that plays: a screen that is redrawn, or plain lines."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import Protocol

from listen.play.timeline import Place, Timeline


@dataclass(frozen=True, slots=True)
class State:
    """All that a view needs to know of a moment."""

    title: str
    timeline: Timeline
    place: Place
    position_ms: int
    length_ms: int
    """What can be played so far."""
    whole: bool
    """Whether that is all."""
    share: float
    """How much of the narration is rendered, 0 to 1."""
    playing: bool
    waiting: bool
    """It would play if the narration were further."""
    speed: float
    jumps: int
    """How often the position was changed otherwise than by playing."""
    sleep: str = ""
    """The sleep timer, for people."""
    panel: tuple[str, ...] = ()
    """Lines that are shown in place of the text: the keys, or the bookmarks."""


class View(Protocol):
    """Says where a State goes."""

    def show(self, state: State) -> None:
        """The state of this moment; called many times a second."""

    def say(self, line: str) -> None:
        """Something that the user should know now."""

    def set_large(self, large: bool) -> None:
        """Few words a line, far apart."""

    def toggle_text(self) -> None:
        """Sentences shown or not, where they come as lines of their own."""

    def suspend(self) -> None:
        """Leave the terminal as it was found; the next `show` takes it again."""

    def close(self) -> None:
        """Leave the terminal as it was found, for good."""


def plain_by_itself() -> bool:
    """Return whether nothing can be redrawn here: standard output is no terminal, or one that
    cannot do it.
    """
    return not sys.stdout.isatty() or os.environ.get("TERM", "dumb" if os.name != "nt" else "") == "dumb"
