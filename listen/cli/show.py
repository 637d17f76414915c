"""This module says what a person sees: the progress bar, notes, the closing line. All of it on standard
error.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
import time
from collections import deque
from collections.abc import Iterator
from types import TracebackType
from typing import Any

import click

from listen.cli.failure import printable
from listen.estimate import Estimate
from listen.model import Episode
from listen.stitch.progress import Progress


class Bar:
    """A progress bar, when standard error is a terminal; silent otherwise."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._pace = Pace(time.monotonic())
        self._bar: Any = None

    def __enter__(self) -> Bar:
        if sys.stderr.isatty():
            from tqdm import tqdm

            self._bar = tqdm(
                total=None,
                desc=bar_texts(self._name, [], shutil.get_terminal_size().columns)[0],
                unit="ch",
                leave=False,
                bar_format="{desc} {bar} {percentage:3.0f}%{postfix}",
                dynamic_ncols=True,
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def update(self, progress: Progress) -> None:
        """Show how far it is, how much speech there is, how fast it comes and how long the rest will take."""
        if self._bar is None:
            return
        speed, left = self._pace.of(progress, time.monotonic())
        self._bar.total = progress.total
        self._bar.n = progress.done
        name, told = bar_texts(
            self._name,
            [
                f"{clock(progress.audio_ms)} of speech",
                f"{speed:.0f}× real time",
                f"{clock(round(left * 1000))} left",
            ],
            shutil.get_terminal_size().columns,
        )
        self._bar.set_description_str(name, refresh=False)
        self._bar.set_postfix_str(told)


_LEAST_BAR = 12
"""Columns for the bar itself, the figure behind it and the spaces between."""


def bar_texts(name: str, told: list[str], columns: int) -> tuple[str, str]:
    """Return what stands before and behind the bar: the name's end, and as many of `told` as there is room
    for, the last first.
    """
    while len(told) > 1 and len(", ".join(told)) + 2 + _LEAST_BAR + 20 > columns:
        told = told[1:]
    behind = ", ".join(told)
    room = max(8, min(30, columns - len(behind) - 2 - _LEAST_BAR))
    return name if len(name) <= room else "…" + name[1 - room :], behind


class FileBar:
    """A progress bar of files that are fetched, when standard error is a terminal; silent otherwise."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._name = ""

    def __enter__(self) -> FileBar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def update(self, name: str, done: int, total: int) -> None:
        """Show how much of a file is there."""
        if not sys.stderr.isatty():
            return
        if name != self._name:
            from tqdm import tqdm

            self.__exit__()
            self._name = name
            self._bar = tqdm(total=total, desc=name, unit="B", unit_scale=True, leave=False)
        self._bar.n = done
        self._bar.refresh()


class Pace:
    """Says how fast a narration comes, from its last half minute: what was in the cache came at once, and
    says nothing of the rest."""

    WINDOW_S = 30

    def __init__(self, now: float) -> None:
        self._marks = deque([(now, Progress(0, 0, 0))])

    def of(self, progress: Progress, now: float) -> tuple[float, float]:
        """Seconds of speech for each second, and seconds left."""
        if now - self._marks[-1][0] >= 1:
            self._marks.append((now, progress))
        while len(self._marks) > 2 and now - self._marks[1][0] > self.WINDOW_S:
            self._marks.popleft()
        since, before = self._marks[0]
        spent = max(now - since, 0.001)
        speed = (progress.audio_ms - before.audio_ms) / 1000 / spent
        return speed, spent * (progress.total - progress.done) / max(progress.done - before.done, 1)


def note(text: str) -> None:
    """Something the user should know; above the progress bar, where there is one."""
    with _bar_aside():
        click.echo(f"listen: note: {printable(text)}", err=True)


@contextlib.contextmanager
def _bar_aside() -> Iterator[None]:
    if "tqdm" not in sys.modules:  # no bar was drawn
        yield
        return
    from tqdm import tqdm

    with tqdm.external_write_mode(file=sys.stderr):
        yield


def closing_line(episode: Episode) -> str:
    """Title, length, chapters, voice, place."""
    n = len(episode.chapters)
    voices = ", ".join(v.name if v.lang == "und" else f"{v.name} ({v.lang})" for v in episode.voices)
    chapters = "1 chapter" if n == 1 else f"{n} chapters"
    line = f"{episode.title} · {clock(episode.duration_ms)} · {chapters} · {voices} · {episode.path}"
    told = any("unproven" in told for told in episode.notes)  # otherwise no cue has to be looked at
    unproven = sum(bool(cue.unproven) for cue in episode.cues) if told else 0
    return f"{line} · {counted(unproven, 'sentence')} unproven" if unproven else line


def expected_line(expected: Estimate) -> str:
    """Title, words, length, size, time."""
    cores = "1 core" if expected.jobs == 1 else f"{expected.jobs} cores"
    cached = f" ({expected.cached:.0%} is in the cache)" if expected.cached else ""
    return (
        f"{expected.title} · {expected.words:,} words · about {clock(expected.audio_ms)}"
        f" · about {expected.size / 1e6:.1f} MB · {expected.voice}"
        f" · made in about {clock(round(expected.seconds * 1000))} on {cores}{cached}{_cost(expected)}"
    )


def _cost(expected: Estimate) -> str:
    if expected.cost_usd is None:
        return " · the server's price is not in the settings"
    return f" · about ${expected.cost_usd:.2f}" if expected.cost_usd else ""


def counted(n: int, one: str = "episode") -> str:
    """`1 episode`, `3 episodes`."""
    return f"{n} {one}" if n == 1 else f"{n} {one}s"


def clock(ms: int) -> str:
    """`4:05` or `1:02:03`."""
    seconds = round(ms / 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
