"""Keys → what is done: one person listening to one recording."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from listen.play import bookmarks
from listen.play.bindings import ALSO, KEYS, help_lines
from listen.play.player import Player, faster, slower
from listen.play.timeline import GRACE_MS, Unit
from listen.play.views import State, View

if TYPE_CHECKING:
    from listen.play.keys import Keyboard
    from listen.play.recordings import Recording

TICK_S = 0.04
KEEP_S = 10
"""How often the position is written down, for when the program or the computer is stopped hard."""
SLEEPS = (15, 30, 60)
"""Minutes; after them the end of the chapter, then no timer."""


@dataclass(frozen=True, slots=True)
class Start:
    """Says where to begin, and how."""

    speed: float = 1.0
    at_ms: int | None = None
    """None: where one was."""
    large: bool = False


class Session:
    """Plays until the end, or until somebody quits."""

    def __init__(
        self,
        recording: Recording,
        player: Player,
        view: View,
        start: Start,
        share: Callable[[], float] = lambda: 1.0,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._recording, self._player, self._view = recording, player, view
        self._share, self._now = share, now
        self._places = replace(bookmarks.load(recording.identity), title=recording.title)
        self._large = start.large
        self._jumps = 0
        self._sleep_at: float | None = None
        self._sleep = -1  # which of SLEEPS; len(SLEEPS): the end of the chapter
        self._sleep_chapter = -1
        self._panel: tuple[str, ...] = ()
        self._listing = self._removing = False
        self._quit = False
        self._kept = now()
        self._target: bookmarks.Mark | None = None  # where to go as soon as the narration is so far
        player.set_speed(start.speed)
        self._begin_at(start)

    @property
    def over(self) -> bool:
        """Return whether it was quit, or heard to its end."""
        return self._quit or self._player.ended

    @property
    def waiting(self) -> bool:
        """Return whether it would play if the narration were further."""
        return self._player.waiting or self._target is not None

    def run(self, keyboard: Keyboard, tick: Callable[[], None] = lambda: None) -> None:
        """Until it is over; `tick` is called many times a second."""
        try:
            while not self.over:
                self.step(keyboard.read(TICK_S))
                tick()
        finally:
            self.keep()
            self._player.pause()

    def step(self, keys: list[str]) -> None:
        """Return what these keys do, then one look at the clock."""
        for key in keys:
            self.press(key)
        if self._target:
            self._approach()
        if self._due_to_sleep():
            self._player.pause()
            self._sleep, self._sleep_at = -1, None
            self._view.say("Sleep timer: paused.")
        self._view.show(self.state())
        if self._now() - self._kept > KEEP_S:
            self.keep()

    def press(self, key: str) -> None:
        """One key."""
        if self._panel:
            listing, removing = self._listing, self._removing
            self._panel, self._listing, self._removing = (), False, False
            if listing and key == "x" and not removing:
                self._panel = ("Remove which number?", *self._panel_of_marks())
                self._listing = self._removing = True
                return
            if listing and key.isdigit() and key != "0":
                self._choose(int(key) - 1, removing)
                return
            if key in ("escape", "enter", "?", "h", "m"):
                return
        key = ALSO.get(key, key)
        if key in KEYS:
            getattr(self, f"_{KEYS[key][0]}")()

    def state(self) -> State:
        """Of this moment."""
        player, timeline = self._player, self._recording.timeline
        at = player.position_ms
        return State(
            title=self._recording.title,
            timeline=timeline,
            place=timeline.at(at),
            position_ms=at,
            length_ms=player.length_ms,
            whole=player.whole,
            share=self._share(),
            playing=player.playing,
            waiting=self.waiting,
            speed=player.speed,
            jumps=self._jumps,
            sleep=self._sleep_text(),
            panel=self._panel,
        )

    def keep(self) -> None:
        """Write down where one is."""
        at = self._player.position_ms
        inside = 0 < at < self._player.length_ms or not self._player.whole
        last = bookmarks.mark_at(at, self._recording.timeline) if inside and at else None
        if self._target:
            last = self._target  # not there yet
        self._places = replace(self._places, last=last)
        self._kept = self._now()
        with contextlib.suppress(OSError):  # a full disk does not stop the sound
            bookmarks.save(self._recording.identity, self._places)

    def _begin_at(self, start: Start) -> None:
        self._target = self._places.last if start.at_ms is None else bookmarks.Mark(start.at_ms)
        if self._target:
            self._approach()
            if self._target:
                self._view.say(f"Going to {bookmarks.stamp(self._target.ms)}; 0 begins at the beginning.")
        else:
            self._player.play()

    def _approach(self) -> None:
        assert self._target
        player, timeline = self._player, self._recording.timeline
        found = bookmarks.find(self._target, timeline, player.length_ms, player.whole)
        if found is not None:
            self._target = None
            self._go(found)
            if player.ended:
                self._view.say(f"It is only {bookmarks.stamp(found)} long and begins at the beginning.")
            else:
                self._view.say(f"Continues at {bookmarks.stamp(found)}; 0 begins at the beginning.")
            player.play()

    def _go(self, ms: float) -> None:
        self._target = None
        self._jumps += 1
        self._player.seek(ms)

    # What the keys do.

    def _toggle(self) -> None:
        if self._player.playing:
            self._player.pause()
            self._view.say(f"Paused at {bookmarks.stamp(self._player.position_ms)}.")
        else:
            self._target = None
            self._player.play()
            self._view.say("Playing.")

    def _next_sentence(self) -> None:
        self._forward("sentence", 30_000)

    def _next_paragraph(self) -> None:
        self._forward("paragraph", 30_000)

    def _next_chapter(self) -> None:
        self._forward("chapter", 60_000)

    def _back_sentence(self) -> None:
        self._back("sentence", 10_000)

    def _back_paragraph(self) -> None:
        self._back("paragraph", 10_000)

    def _back_chapter(self) -> None:
        self._back("chapter", 60_000)

    def _forward(self, unit: Unit, otherwise_ms: int) -> None:
        """To the next one; `otherwise_ms` on in a recording of which no such thing is known."""
        timeline = self._recording.timeline
        at = self._player.position_ms
        known = timeline.chapters if unit == "chapter" else timeline.cues
        to = timeline.forward(at, unit) if known else at + otherwise_ms
        if to is not None:
            self._go(to)
        else:
            self._view.say(f"No {unit} after this one{'' if self._player.whole else ' yet'}.")

    def _back(self, unit: Unit, otherwise_ms: int) -> None:
        timeline = self._recording.timeline
        at = self._player.position_ms
        known = timeline.chapters if unit == "chapter" else timeline.cues
        self._go(timeline.back(at, unit, GRACE_MS * self._player.speed) if known else at - otherwise_ms)

    def _back_10(self) -> None:
        self._go(self._player.position_ms - 10_000)

    def _forward_30(self) -> None:
        self._go(self._player.position_ms + 30_000)

    def _begin(self) -> None:
        self._go(0)
        self._player.play()

    def _faster(self) -> None:
        self._speed(faster(self._player.speed))

    def _slower(self) -> None:
        self._speed(slower(self._player.speed))

    def _normal_speed(self) -> None:
        self._speed(1.0)

    def _speed(self, speed: float) -> None:
        self._player.set_speed(speed)
        self._view.say(f"Speed {self._player.speed:g}.")

    def _bookmark(self) -> None:
        mark = bookmarks.mark_at(self._player.position_ms, self._recording.timeline)
        self._places = self._places.with_mark(mark)
        self.keep()
        self._view.say(f"Bookmark at {bookmarks.stamp(mark.ms)}.")

    def _bookmarks(self) -> None:
        self._listing = bool(self._places.marks)
        self._panel = self._panel_of_marks()

    def _panel_of_marks(self) -> tuple[str, ...]:
        if not self._places.marks:
            return ("No bookmarks yet: b sets one.",)
        return ("Bookmarks:", *bookmarks.lines(self._places.marks))

    def _choose(self, number: int, remove: bool) -> None:
        if number >= len(self._places.marks):
            self._view.say("There is no bookmark of that number.")
        elif remove:
            self._places = self._places.without(number)
            self.keep()
            self._view.say("Bookmark removed.")
        else:
            mark = self._places.marks[number]
            found = bookmarks.find(mark, self._recording.timeline, self._player.length_ms, self._player.whole)
            if found is None:
                self._view.say("The narration is not so far yet.")
            else:
                self._go(found)

    def _where(self) -> None:
        from listen.play.views.frame import chapter_line, status_line

        state = self.state()
        self._view.say(
            ". ".join(part for part in (chapter_line(state, state.place.chapter), status_line(state)) if part)
            + "."
        )

    def _sleep_next(self) -> None:
        self._sleep = self._sleep + 1 if self._sleep < len(SLEEPS) else -1
        self._sleep_at = None
        if 0 <= self._sleep < len(SLEEPS):
            self._sleep_at = self._now() + SLEEPS[self._sleep] * 60
        self._sleep_chapter = self._recording.timeline.at(self._player.position_ms).chapter
        self._view.say(f"Sleep timer: {self._sleep_text() or 'off'}.")

    def _sleep_text(self) -> str:
        if self._sleep_at is not None:
            return f"{-(-int(self._sleep_at - self._now()) // 60)} min"
        return "end of chapter" if self._sleep == len(SLEEPS) else ""

    def _due_to_sleep(self) -> bool:
        if self._sleep_at is not None:
            return self._now() >= self._sleep_at
        if self._sleep == len(SLEEPS):
            return self._recording.timeline.at(self._player.position_ms).chapter > self._sleep_chapter
        return False

    def _large_text(self) -> None:
        self._large = not self._large
        self._view.set_large(self._large)

    def _text(self) -> None:
        self._view.toggle_text()

    def _help(self) -> None:
        self._panel = help_lines()

    def _stop(self) -> None:
        self._quit = True
