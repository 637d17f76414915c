"""`listen make`: sources in, MP3s out."""

from __future__ import annotations

from typing import Any

import click

from listen.cli.choices import file_option, forms_option, narration_options


@click.command(name="make")
@click.argument("sources", nargs=-1, metavar="SOURCE…")
@click.option("-a", "--all", "lists", multiple=True, metavar="LIST", help="A file of sources, one a line.")
@click.option(
    "-o",
    "--out",
    metavar="OUT",
    help="The MP3, by its ending a form that holds the sound (.epub, .m4b …), or a folder (NAME/ is made).",
)
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
    lists: tuple[str, ...],
    out: str | None,
    voice: str | None,
    dry_run: bool,
    as_json: bool,
    **settings: Any,
) -> int:
    """Turn each SOURCE (path, folder, URL, or - for standard input) into an MP3 with chapters.

    What was made before of the same source, with the same settings, is not made again.
    """
    from listen.cli import making
    from listen.options import Options
    from listen.sources import named

    if not sources and not lists:
        raise click.UsageError("Missing argument 'SOURCE…': give one, or a file of them with -a")
    options = Options(**settings)
    names = list(named.expanded(sources, lists, making.Looking()))
    making.check_out(out, names)
    order = making.Order(voice, options, out, as_json)
    if dry_run:
        return making.estimate(names, order)
    return making.book(names, order) if making.is_book(out) else making.each(names, order)
