"""`listen script`: the spoken words, as text to read or as JSON to edit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from listen.cli.choices import CHAPTERS, KEEP_HELP, classes, lexicon_option


@click.command(name="script")
@click.argument("source")
@click.option("--chapters", type=click.Choice(CHAPTERS), default="auto", show_default=True)
@click.option("--keep", callback=classes, metavar="CLASSES", help=KEEP_HELP)
@lexicon_option
@click.option("--disclose", is_flag=True, help="End with the sentence that the voice is synthetic.")
@click.option("--json", "as_json", is_flag=True, help="A file to edit and give to listen make.")
def command(source: str, as_json: bool, lexicon: Path | None, **settings: Any) -> None:
    """Print what will be said for SOURCE, each sentence as written and as spoken."""
    from listen import reading
    from listen.cli import printing
    from listen.options import Options
    from listen.segment import script_file

    options = Options(lexicon=lexicon, **settings)
    script = reading.worded(
        reading.story(source, options, lambda line: click.echo(line, err=True))[0], options
    )
    click.echo(script_file.dumps(script) if as_json else printing.script(script), nl=False)
