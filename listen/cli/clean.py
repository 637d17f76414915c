"""`listen clean`: what will be read, and what was left out and why."""

from __future__ import annotations

import json

import click

from listen.cli.choices import KEEP_HELP, classes


@click.command(name="clean")
@click.argument("source")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json", "html"]), default="text")
@click.option("--explain", is_flag=True, help="List what was left out, with its class and the reason.")
@click.option("--keep", callback=classes, metavar="CLASSES", help=KEEP_HELP)
def command(source: str, form: str, explain: bool, keep: frozenset[str]) -> None:
    """Print the article in SOURCE without what is not the story."""
    from listen.cli import printing
    from listen.sources import fetch, multipage
    from listen.storage import jsonform

    cleaned = multipage.read(fetch.fetch(source), keep=keep, note=lambda line: click.echo(line, err=True))
    if explain and form == "json":
        click.echo(json.dumps(jsonform.plain(cleaned), ensure_ascii=False, indent=1))
        return
    click.echo(printing.FORMATS[form](cleaned.article), nl=False)
    if explain:
        click.echo(printing.left_out(cleaned.left_out), nl=False)
