"""`listen voices`: who can read."""

from __future__ import annotations

from pathlib import Path

import click

from listen.cli.choices import lexicon_option


@click.group(name="voices", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the voices, or show one."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_)


@command.command(name="list")
@click.option("--lang", help="Only voices of this language (BCP 47).")
@click.option("--engine", help="Only voices of this engine.")
def list_(lang: str | None = None, engine: str | None = None) -> None:
    """One line a voice: name, language, engine, licence."""
    from listen.casting import cast, catalog

    for voice in catalog.all_voices():
        if lang and not cast.same_language(lang, voice.lang):
            continue
        if engine and voice.engine != engine:
            continue
        click.echo(f"{voice.name:<18} {voice.lang:<12} {voice.engine:<8} {voice.licence:<12} {voice.about}")


@command.command(name="show")
@click.argument("name")
def show(name: str) -> None:
    """Everything that is known of one voice."""
    from listen.casting import catalog
    from listen.storage import jsonform

    for key, value in jsonform.plain(catalog.load(name)).items():
        click.echo(f"{key:<10} {value}")


@command.command(name="export")
@click.argument("file", type=click.Path(path_type=Path))
@lexicon_option
@click.option("--lang", default="en-GB", show_default=True, help="Entries that hold for this language.")
@click.option("--own", is_flag=True, help="Only your own entries, not those that come with the voices.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
def export(file: Path, lexicon: Path | None, lang: str, own: bool, force: bool) -> None:
    """Write the pronunciations in use to FILE: W3C PLS if it ends in .pls, or TSV."""
    from listen.casting import pronunciations

    count = pronunciations.export(file, pronunciations.in_use(lexicon, own), lang, force)
    click.echo(f"{file} · {_entries(count)} for {lang}", err=True)


@command.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_(file: Path) -> None:
    """Add the pronunciations of FILE, TSV or W3C PLS, to your own for every narration from now on."""
    from listen.casting import pronunciations

    count, kept = pronunciations.take_in(file)
    click.echo(f"{kept} · {_entries(count)} added", err=True)


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
