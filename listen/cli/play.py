"""`listen play`: an MP3, or a source while it is being made."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from listen.cli.choices import narration_options, through_option

if TYPE_CHECKING:
    from listen.library import Entry, Library
    from listen.play.live import Live


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """`1:02:03`, `62:03` or seconds → milliseconds."""
    if value is None:
        return None
    try:
        seconds = 0.0
        for part in value.split(":"):
            seconds = seconds * 60 + float(part)
    except ValueError:
        seconds = -1
    if not 0 <= seconds < 1e6:
        raise click.BadParameter(f"{value!r} is no time: give 1:02:03, 62:03 or seconds")
    return round(seconds * 1000)


@click.command(name="play")
@click.argument("source", metavar="SOURCE|FILE|ID")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Keep the narration: an MP3, or a folder.")
@narration_options("voice")
@click.option("--speed", type=click.FloatRange(0.5, 4), default=1.0, show_default=True, help="0.5 to 4.")
@click.option("--at", "at_ms", callback=_moment, metavar="TIME", help="Begin there, not where you were.")
@click.option("--large", is_flag=True, help="Large text: few words a line, far apart.")
@click.option("--plain", is_flag=True, help="Plain lines, nothing redrawn: for screen readers.")
@click.option("--no-text", "text", flag_value=False, default=True, help="Plain lines without the sentences.")
@through_option
@click.option("--bookmarks", is_flag=True, help="List the bookmarks, and stop.")
@click.option("--force", is_flag=True, help="Replace an existing file after -o.")
def command(
    source: str,
    out: Path | None,
    voice: str | None,
    speed: float,
    at_ms: int | None,
    large: bool,
    plain: bool,
    text: bool,
    through: str | None,
    bookmarks: bool,
    **settings: Any,
) -> int:
    """Play FILE (an MP3), the library's episode ID, or make SOURCE (path, URL, - or a script) and play it
    meanwhile.

    Space pauses, arrows skip by sentence, ? shows all keys. Where you were is kept, and so are bookmarks.
    """
    from listen.cli.show import closing_line, note
    from listen.library import positions
    from listen.library.shares import OWNER
    from listen.options import Options
    from listen.play import bookmarks as places
    from listen.play import playing, recordings
    from listen.play.session import Start

    how = playing.How(Start(speed, at_ms, large), plain or not text, text, through)
    if bookmarks:
        for line in places.lines(playing.marks_of(source)):
            click.echo(line)
        return 0
    kept = _kept(source)
    if kept is not None:
        library, entry = kept
        given = click.get_current_context().get_parameter_source("speed")
        if given is not None and given.name == "DEFAULT":
            own = positions.listener(library, OWNER).speed
            how = replace(how, start=replace(how.start, speed=own))
        heard = playing.play_episode(library, entry, how)
    elif recordings.is_recording(source):
        if out is not None:
            raise click.UsageError(f"{source} is an MP3 already: -o is for sources that are made")
        heard = playing.play_file(Path(source), how)
    else:
        heard = playing.play_source(source, voice, out, Options(**settings), how, note, _finishing)
    if heard.episode:
        click.echo(closing_line(heard.episode), err=True)
    if heard.last:
        click.echo(f"stopped at {places.stamp(heard.last.ms)}; play it again to go on from there", err=True)
    return heard.status


def _kept(source: str) -> tuple[Library, Entry] | None:
    """The library and its episode, where `source` is an episode's id and nothing else of that name is
    there."""
    if not re.fullmatch(r"[0-9a-f]{4,12}", source) or Path(source).exists():
        return None
    from listen.library import Library

    library = Library()
    return library, library.entry(source)


def _finishing(narration: Live) -> None:
    click.echo(f"{narration.share:.0%} is made; making the rest (Ctrl-C: leave it)", err=True)
