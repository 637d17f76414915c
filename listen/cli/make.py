"""`listen make`: sources in, MP3s out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from listen.cli.choices import file_option, forms_option, narration_options

if TYPE_CHECKING:
    from listen.model import Episode
    from listen.options import Options


@click.command(name="make")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The MP3, or a folder for it.")
@narration_options(profile="voice")
@click.option("--bitrate", type=int, metavar="KBIT", help="Another bitrate than the profile's.")
@file_option("--intro", "Music before the narration.")
@file_option("--outro", "Music after it.")
@file_option("--bed", "Music under it.")
@file_option("--cover", "A JPEG or PNG picture for the MP3.")
@click.option("--no-cache", "cache", flag_value=False, default=True, help="Render everything again.")
@click.option("--no-sidecars", "sidecars", flag_value=False, default=True, help="Write the MP3 alone.")
@click.option("--page", is_flag=True, help="Also write a page that reads along, beside the MP3.")
@click.option(
    "--epub", is_flag=True, help="Also write a book that reads along (-o NAME.epub: one book, no MP3)."
)
@forms_option
@click.option("--force", is_flag=True, help="Replace existing files.")
@click.option("--dry-run", is_flag=True, help="Say what it would be and take, and make nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each episode.")
def command(
    sources: tuple[str, ...],
    out: Path | None,
    voice: str | None,
    dry_run: bool,
    as_json: bool,
    **settings: Any,
) -> None:
    """Turn each SOURCE (path, URL, or - for standard input) into an MP3 with chapters."""
    from listen.cli.show import closing_line
    from listen.options import Options
    from listen.storage import jsonform

    book = out is not None and out.suffix.lower() == ".epub"
    if len(sources) > 1 and out is not None and not out.is_dir() and not book:
        raise click.UsageError(
            f"several sources need a folder or a book (NAME.epub) after -o, and {out} is neither"
        )
    options = Options(**settings)
    if dry_run:
        _estimate(sources, voice, options, as_json)
        return
    for episode in (_book if book else _each)(sources, out, voice, options):
        if as_json:
            click.echo(json.dumps(jsonform.plain(episode), ensure_ascii=False))
        else:
            click.echo(closing_line(episode), err=True)


def _estimate(sources: tuple[str, ...], voice: str | None, options: Options, as_json: bool) -> None:
    """What each source would be, a line for each."""
    from listen import estimate
    from listen.cli.show import expected_line
    from listen.storage import jsonform

    for source in sources:
        expected = estimate.estimate(source, voice, options)
        click.echo(json.dumps(jsonform.plain(expected)) if as_json else expected_line(expected))


def _each(
    sources: tuple[str, ...], out: Path | None, voice: str | None, options: Options
) -> Iterator[Episode]:
    """An MP3 of each source."""
    from listen import pipeline
    from listen.cli.show import Bar, note
    from listen.render import workers

    with workers.over(len(sources), options.jobs) as pool:
        for source in sources:
            with Bar(source) as bar:
                episode = pipeline.make(source, voice, out, pool, options, bar.update, note)
            yield episode


def _book(
    sources: tuple[str, ...], out: Path | None, voice: str | None, options: Options
) -> Iterator[Episode]:
    """One EPUB of all of them."""
    from listen import pipeline
    from listen.cli.show import Bar, note

    assert out is not None
    with Bar(out.name) as bar:
        episodes = pipeline.book(sources, out, voice, options=options, progress=bar.update, note=note)
    yield from episodes
