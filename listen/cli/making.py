"""This module says what `listen make` does with several sources: each by itself, whatever becomes of the
others.
"""

from __future__ import annotations

import json
import os
import time
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

import click

from listen import pipeline
from listen.cli import failure
from listen.cli.show import Bar, closing_line, counted, expected_line, note
from listen.errors import OutputError
from listen.formats import forms, made
from listen.model import Episode
from listen.options import Options
from listen.render import workers
from listen.sources import named
from listen.storage import jsonform


@dataclass(frozen=True, slots=True)
class Order:
    """Says how the sources are to be made."""

    voice: str | None
    options: Options
    out: str | None
    as_json: bool


class Looking:
    """Says now and then which folder is looked through for articles, where that takes long: a disk does."""

    def __init__(self, after_s: float = 1.0, every_s: float = 10.0) -> None:
        self._next, self._every_s, self._folders = time.monotonic() + after_s, every_s, 0

    def __call__(self, folder: str) -> None:
        self._folders += 1
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + self._every_s
            text = f"looking for articles: {self._folders:,} folders so far, now {folder} (Ctrl-C stops)"
            click.echo(f"listen: {failure.printable(text)}", err=True)


def is_book(out: str | None) -> bool:
    """Return whether one EPUB of all sources is wished."""
    return out is not None and out.lower().endswith(".epub")


def check_out(out: str | None, names: list[str]) -> None:
    """Raises, before any work is done, UsageError where `out` cannot hold so many episodes, and OutputError
    where it has no ending, or one that is no form's.
    """
    if out == "":
        raise click.UsageError("the name after -o is empty: give one, or leave -o out")
    if out is None or _is_folder(out) or is_book(out):
        return
    if len(names) > 1:
        raise click.UsageError(
            f"several sources need a folder (NAME/) or a book (NAME.epub) after -o, and {out} is neither"
        )
    path = Path(out)
    if not forms.has_ending(path) and out != "-" and (path.is_file() or not path.exists()):
        raise OutputError(f"{out} has no ending: give -o {out}{forms.MP3}, or {out}/ for a folder")
    forms.alone(path)


def each(names: list[str], order: Order) -> int:
    """An episode of each source; what fails is told at the end. Returns the exit status: 1 if any failed."""
    there = 0
    failed: list[tuple[str, str]] = []
    with workers.over(len(names), order.options.jobs) as pool:
        for name in names:
            try:
                there += not _made(name, order, pool)
            except Exception as error:
                if len(names) == 1 or os.environ.get("LISTEN_DEBUG"):
                    raise
                failed.append((_shown_name(name), failure.reason(error)))
                click.echo(f"listen: {_of(*failed[-1])}", err=True)
    if len(names) > 1:
        click.echo(_table(len(names) - there - len(failed), there, failed), err=True)
    return 1 if failed else 0


def book(names: list[str], order: Order) -> int:
    """One EPUB of all of them: it is not made if one cannot be."""
    assert order.out is not None
    with Bar(Path(order.out).name) as bar:
        episodes = pipeline.book(
            names, Path(order.out), order.voice, options=order.options, progress=bar.update, note=note
        )
    for episode in episodes:
        _tell(episode, order)
    return 0


def estimate(names: list[str], order: Order) -> int:
    """Return what each source would be, a line for each."""
    from listen import estimate as estimates

    for name in names:
        expected = estimates.estimate(name, order.voice, order.options)
        click.echo(json.dumps(jsonform.plain(expected)) if order.as_json else expected_line(expected))
    return 0


def _made(name: str, order: Order, pool: Executor | None) -> bool:
    """Return whether it had to be made: an episode of the same source and settings in the same folder is
    told.
    """
    given, mark = named.marked(name)
    key = ""
    if order.out is None or _is_folder(order.out):
        key = made.key(mark, order.voice, order.options, Path(order.out or "."))
        before = made.find(key)
        if before is not None and not order.options.force:
            click.echo(
                f"{_shown_name(name)}: made before, {_shown(before)} (--force makes it again)",
                err=True,
            )
            return False
    with Bar(name) as bar:
        episode = pipeline.make(given, order.voice, order.out, pool, order.options, bar.update, note)
    if key:
        made.note(key, episode.path)
    _tell(episode, order)
    return True


def _tell(episode: Episode, order: Order) -> None:
    if order.as_json:
        click.echo(json.dumps(jsonform.plain(episode), ensure_ascii=False))
    else:
        click.echo(closing_line(episode), err=True)


def _table(done: int, there: int, failed: list[tuple[str, str]]) -> str:
    """`made 3 · there already 1 · failed 1`, and a line with the reason for each that failed."""
    line = f"{counted(done)} made, {there} there already, {len(failed)} failed"
    return "\n".join([line, *(f"  {_of(name, reason)}" for name, reason in failed)])


def _of(name: str, reason: str) -> str:
    """The reason, beginning with the source's name."""
    return failure.printable(reason if reason.startswith(name) else f"{name}: {reason}")


def _shown_name(source: str) -> str:
    """The source as it may be shown: an address without the password that may stand in it."""
    if "@" not in source:
        return source
    from listen.sources import http  # TLS and all

    return http.without_password(source)


def _is_folder(out: str) -> bool:
    return out.endswith(("/", os.sep)) or Path(out).is_dir()


def _shown(path: Path) -> str:
    """A path as seen from here, where that is shorter."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
