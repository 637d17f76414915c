"""Plain lines, one for each thing that happens: for screen readers, braille, pipes, dumb terminals."""

from __future__ import annotations

import sys
from typing import TextIO

from listen.play.views import State
from listen.play.views.frame import chapter_line
from listen.play.views.layout import safe


class Lines:
    """Each sentence once, when it begins; each chapter as it opens; answers to keys. Nothing is redrawn."""

    def __init__(self, title: str, out: TextIO | None = None, text: bool = True) -> None:
        self._out = out or sys.stdout
        self._text = text
        self._sentence = self._chapter = -1
        self._jumps = 0
        self._panel: tuple[str, ...] = ()
        self.say(title)

    def show(self, state: State) -> None:
        if state.panel != self._panel:
            self._panel = state.panel
            for line in state.panel:
                self.say(line)
        place = state.place
        jumped, self._jumps = state.jumps != self._jumps, state.jumps
        # Played on from the last one, every sentence on the way has begun; a skip passes over them.
        first = place.sentence if jumped else self._sentence + 1
        for cue in state.timeline.cues[max(first, 0) : place.sentence + 1]:
            opened = self._open(state, state.timeline.at(cue.start_ms).chapter)
            known = opened == cue.text or (cue.kind == "title" and cue.text in state.title)
            if self._text and not known:
                self.say(cue.text)
        self._open(state, place.chapter)
        self._sentence = place.sentence

    def _open(self, state: State, chapter: int) -> str:
        """Say that the chapter opens; returns its title, or nothing when it is open already."""
        if chapter in (self._chapter, -1):
            return ""
        title = state.timeline.chapters[chapter]
        if self._chapter >= 0 or title != state.title:  # the first one often has the title's name, said above
            self.say(chapter_line(state, chapter))
        self._chapter = chapter
        return title

    def say(self, line: str) -> None:
        self._out.write(safe(line).rstrip() + "\n")
        self._out.flush()

    def set_large(self, large: bool) -> None:
        self.say("Plain lines are as large as the terminal's letters.")

    def toggle_text(self) -> None:
        self._text = not self._text
        self.say("Text on." if self._text else "Text off.")

    def suspend(self) -> None:
        pass

    def close(self) -> None:
        pass
