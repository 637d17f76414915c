"""Everything put together: a recording or a narration, an output, a view, a keyboard."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType

from listen.library import Entry, Library, positions
from listen.library.shares import OWNER
from listen.model import Episode
from listen.options import Options
from listen.play import bookmarks, keys, live, outputs, recordings
from listen.play.player import Player
from listen.play.recordings import Recording
from listen.play.session import Session, Start
from listen.play.views import View, plain_by_itself
from listen.play.views.lines import Lines
from listen.play.views.screen import Screen

END_MS = 1500
"""So close to its end, it was heard to the end."""


@dataclass(frozen=True, slots=True)
class How:
    """Says how it is to be played and shown."""

    start: Start = field(default_factory=Start)
    plain: bool = False
    """Plain lines also where a screen could be redrawn."""
    text: bool = True
    """Print the sentences, in plain lines."""
    through: str | None = None
    """Name of the output; None: the best that is here."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Says how it ended."""

    status: int
    """0, or what a program returns that was stopped by a signal."""
    last: bookmarks.Mark | None
    """Where one was, unless it was heard to its end."""
    episode: Episode | None = None
    """The narration that was made meanwhile, if it is finished."""
    ended: bool = False
    """Whether it was heard to its end."""


class _Signal(Exception):  # noqa: N818 no error: the user, or the system, wants it to end
    def __init__(self, number: int) -> None:
        self.number = number


def marks_of(source: str) -> tuple[bookmarks.Mark, ...]:
    """The bookmarks of a file, or of an article. Raises a ListenError when it cannot be read."""
    if recordings.is_recording(source):
        recording = recordings.open_file(Path(source))
        recording.sound.close()
        return bookmarks.load(recording.identity).marks
    return bookmarks.load(live.of_source(source, Options()).identity).marks


def play_file(path: Path, how: How) -> Heard:
    """An MP3 that is there. Raises AudioError when it or no sound output can be opened."""
    recording = recordings.open_file(path)
    try:
        with contextlib.closing(outputs.find(how.through)) as output:
            player = Player(recording.sound, output)
            status = _session(recording, player, how, lambda: 1.0, lambda waiting: None)
        ended = player.whole and player.length_ms - player.position_ms < END_MS
    finally:
        recording.sound.close()
    return Heard(status, bookmarks.load(recording.identity).last, ended=ended)


def play_episode(library: Library, entry: Entry, how: How) -> Heard:
    """An episode of the library, from where its owner was on whatever device, and noted there where they are
    now. Raises AudioError when it or no sound output can be opened.
    """
    place = positions.of(library, OWNER).get(entry.id)
    start = how.start
    if start.at_ms is None and place is not None:
        start = replace(start, at_ms=place.at_ms)
    heard = play_file(library.path(entry, entry.audio), replace(how, start=start))
    if heard.ended:
        positions.put(library, OWNER, entry.id, heard=True)
    elif heard.last is not None:
        positions.put(library, OWNER, entry.id, heard.last.ms)
    return heard


def play_source(
    source: str,
    voice: str | None,
    out: Path | None,
    options: Options,
    how: How,
    note: Callable[[str], None],
    finishing: Callable[[live.Live], None] = lambda _: None,
) -> Heard:
    """A source, played while it is rendered. With `out` the narration is kept there, also when the listener
    leaves sooner: `finishing` is called, and the rest is made. Raises a ListenError.
    """
    narration = live.of_source(source, options)  # a wrong name is told before a missing device
    with contextlib.closing(outputs.find(how.through)) as output:
        return play_live(narration, output, voice, out, options, how, note, finishing)


def play_live(
    narration: live.Live,
    output: outputs.Output,
    voice: str | None,
    out: Path | None,
    options: Options,
    how: How,
    note: Callable[[str], None],
    finishing: Callable[[live.Live], None] = lambda _: None,
) -> Heard:
    """Play a narration that is not started yet, as `play_source` does."""

    def check(waiting: bool = True) -> None:
        while narration.notes:
            note(narration.notes.pop(0))
        if narration.error and waiting:  # what there is, is heard first
            raise narration.error

    narration.start(voice, out, options)
    try:
        with _signals(terminal_is_taken=False):
            while not narration.recording:
                check()
                narration.started.wait(0.05)
        recording = narration.recording
        player = Player(recording.sound, output)
        status = _session(recording, player, how, lambda: narration.share, check)
        if out is not None and status == 0:
            if not narration.done.is_set():
                finishing(narration)
            narration.finish()
            check()
    except _Signal as ended:  # before there was anything to hear
        return Heard(128 + ended.number, None)
    finally:
        narration.stop()
    return Heard(status, bookmarks.load(recording.identity).last, narration.episode if out else None)


def _session(
    recording: Recording,
    player: Player,
    how: How,
    share: Callable[[], float],
    check: Callable[[bool], None],
) -> int:
    """Play it to its end, or until a key or a signal ends it; returns the exit status.

    `check` is called many times a second, and told whether the narration is waited for.
    """
    enable_ansi()
    view: View = (
        Lines(recording.title, text=how.text)
        if how.plain or plain_by_itself()
        else Screen(large=how.start.large)
    )
    with contextlib.closing(view), keys.keyboard() as keyboard, _signals() as suspended:
        session = Session(recording, player, view, how.start, share)

        def tick() -> None:
            check(session.waiting)
            if suspended.is_set():
                suspended.clear()
                player.pause()
                session.keep()
                view.suspend()
                keyboard.suspend()
                os.kill(os.getpid(), signal.SIGSTOP)  # the shell has the terminal until it says: go on

        try:
            session.run(keyboard, tick)
        except _Signal as ended:
            return 128 + ended.number
        except KeyboardInterrupt:
            return 130
    return 0


@contextlib.contextmanager
def _signals(terminal_is_taken: bool = True) -> Iterator[threading.Event]:
    """Ends that come from outside become exceptions; Ctrl-Z sets the event, to leave things in order where
    the terminal is ours.
    """
    suspended = threading.Event()

    def end(number: int, frame: FrameType | None) -> None:
        raise _Signal(number)

    def suspend(number: int, frame: FrameType | None) -> None:
        suspended.set()

    handlers = {"SIGTERM": end, "SIGHUP": end} | ({"SIGTSTP": suspend} if terminal_is_taken else {})
    before = {}
    if threading.current_thread() is threading.main_thread():
        for name, handler in handlers.items():
            if number := getattr(signal, name, None):
                before[number] = signal.signal(number, handler)
    try:
        yield suspended
    finally:
        for number, old in before.items():
            signal.signal(number, old)


def enable_ansi() -> None:
    """Let a Windows console obey what moves the cursor; elsewhere it does."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.GetStdHandle(-11)
        mode = ctypes.c_ulong()
        if kernel.GetConsoleMode(handle, ctypes.byref(mode)):
            kernel.SetConsoleMode(handle, mode.value | 0x0004)
