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
    from listen import fetch, pipeline, pretty, scriptfile
    from listen.options import Options

    options = Options(lexicon=lexicon, **settings)
    script = pipeline.script_of(fetch.fetch(source), options, lambda line: click.echo(line, err=True))
    click.echo(scriptfile.dumps(script) if as_json else pretty.script(script), nl=False)
