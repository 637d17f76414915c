"""`listen voices`: who can read."""

from __future__ import annotations

import click


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
    from listen import casting, voicebank

    for voice in voicebank.all_voices():
        if lang and not casting.same_language(lang, voice.lang):
            continue
        if engine and voice.engine != engine:
            continue
        click.echo(f"{voice.name:<18} {voice.lang:<12} {voice.engine:<8} {voice.licence:<12} {voice.about}")


@command.command(name="show")
@click.argument("name")
def show(name: str) -> None:
    """Everything that is known of one voice."""
    from listen import jsonform, voicebank

    for key, value in jsonform.plain(voicebank.load(name)).items():
        click.echo(f"{key:<10} {value}")
