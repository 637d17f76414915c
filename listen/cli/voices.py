"""`listen voices`: who can read."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import click

from listen.cli.choices import lexicon_option


@click.group(name="voices", invoke_without_command=True)
@click.option("--lang", default="", help="Only voices of this language (BCP 47).")
@click.option("--engine", default="", help="Only voices of this engine.")
@click.option("--installed", is_flag=True, help="Only voices that can speak now.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@click.pass_context
def command(ctx: click.Context, lang: str, engine: str, installed: bool, as_json: bool) -> None:
    """List the voices, those that can speak now first; show, hear, install or remove one."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_, only="", lang=lang, engine=engine, installed=installed, as_json=as_json)


@command.command(name="list")
@click.argument("only", required=False, default="", metavar="[LANG]")
@click.option("--lang", default="", help="Only voices of this language (BCP 47).")
@click.option("--engine", default="", help="Only voices of this engine.")
@click.option("--installed", is_flag=True, help="Only voices that can speak now.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
def list_(only: str, lang: str, engine: str, installed: bool, as_json: bool) -> None:
    """One line a voice: name, language, engine, licence, quality, and how to get it.

    Without a language or an engine, espeak-ng's voices, a robot's, are counted in one line."""
    from listen.casting import choosing, voice_table

    wanted = only or lang
    wanted = choosing.tag_of(wanted) or wanted
    voices = voice_table.listed(wanted, engine, installed)
    if as_json:
        from dataclasses import asdict

        click.echo(json.dumps([asdict(voice) for voice in voices], ensure_ascii=False))
        return
    if wanted and not voices:
        from listen.errors import VoiceError

        raise VoiceError(f"no voice speaks {wanted!r}: `listen voices` lists them")
    for line in voice_table.lines(voices, whole=bool(wanted or engine)):
        click.echo(line)


@command.command(name="show")
@click.argument("name")
def show(name: str) -> None:
    """Everything that is known of one voice."""
    from listen.casting import catalog, voice_table
    from listen.storage import jsonform

    entry = catalog.entry(name)
    told: dict[str, object] = jsonform.plain(entry.voice if entry else catalog.load(name))
    if entry:
        told |= {
            "gender": entry.gender or "not said",
            "quality": voice_table.quality(entry) or "not measured",
        }
        told |= {"speaks": entry.speaks, "installed": entry.installed}
        told |= {f"file {n}": f"{f.path}, {f.size / 1e6:.1f} MB" for n, f in enumerate(entry.files, 1)}
    for key, value in told.items():
        click.echo(f"{key:<10} {value}")


@command.command(name="install")
@click.argument("what", nargs=-1, required=True, metavar="VOICE|LANG|best…")
@click.option("--from", "mirror", default="", metavar="PLACE", help="A folder or address that has the files.")
@click.option("--yes", is_flag=True, help="Agree to a licence that forbids something.")
@click.option("--licence", default="", help="Of a voice of your own (a path to NAME.onnx).")
def install(what: tuple[str, ...], mirror: str, yes: bool, licence: str) -> None:
    """Install voices by name, the best of a language (de, pt-BR, German), or the best of yours."""
    from listen.casting.installation import installing, own_voices
    from listen.cli.show import FileBar, note

    for one in what:
        if one.endswith(".onnx"):
            entry = own_voices.add(Path(one), licence)
        else:
            entry = installing.resolve(one, installing.user_language())
            click.echo(installing.terms(entry), err=True)
            with FileBar() as bar:
                installing.install([entry], yes, mirror, bar.update, note)
        click.echo(f"{entry.voice.name} can speak {entry.voice.lang} now", err=True)


@command.command(name="remove")
@click.argument("names", nargs=-1, required=True, metavar="VOICE…")
def remove(names: tuple[str, ...]) -> None:
    """Delete the files of voices; those that another voice needs stay."""
    from listen.casting import catalog
    from listen.casting.installation import installing

    for name in names:
        entry = catalog.entry(name)
        if entry is None:
            raise catalog.unknown(name)
        for path in installing.remove(entry):
            click.echo(f"{path} is gone", err=True)


@command.command(name="preview")
@click.argument("name")
@click.argument("source", required=False)
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="Write it, an MP3, in place of playing it."
)
@click.option("--force", is_flag=True, help="Replace an existing file.")
def preview(name: str, source: str | None, out: Path | None, force: bool) -> None:
    """Hear a voice say a sentence: of SOURCE, or one of its language."""
    from listen.casting import catalog
    from listen.options import Options
    from listen.play import say, voice_trial

    voice = catalog.asked_for(name)
    text, lang = voice_trial.sentence(voice, source)
    options = Options(sidecars=False, cache=False, force=force)
    if out is None:
        say.hear(text, lang, name, None, options)
    else:
        click.echo(f"{say.say(text, lang, name, out, options).path}", err=True)


@command.command(name="bench")
@click.argument("names", nargs=-1, metavar="[VOICE…]")
def bench(names: tuple[str, ...]) -> None:
    """Measure voices on this computer: speed, memory, loudness, first sound. Without names: all installed.

    `listen voices` shows the speed from then on.
    """
    from listen.casting import speeds
    from listen.play import voice_trial

    click.echo(voice_trial.HEAD)
    for name in names or voice_trial.usual():
        found = voice_trial.measured(name)
        click.echo(found.line())
        with contextlib.suppress(OSError):  # the listing does without
            speeds.remember(name, found.speed)


@command.command(name="export")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("names", nargs=-1, metavar="[VOICE…]")
@lexicon_option
@click.option("--lang", default="en-GB", show_default=True, help="Entries that hold for this language.")
@click.option("--own", is_flag=True, help="Only your own entries, not those that come with the voices.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
def export(
    file: Path, names: tuple[str, ...], lexicon: Path | None, lang: str, own: bool, force: bool
) -> None:
    """Write installed voices to FILE.zip, or the pronunciations in use to FILE.pls or FILE.tsv."""
    from listen.casting import pronunciations
    from listen.casting.installation import bundles, installing

    if file.suffix.lower() == bundles.ENDING:
        size = bundles.export(file, [installing.resolve(name) for name in names], force)
        click.echo(f"{file} · {', '.join(names)} · {size / 1e6:.1f} MB", err=True)
        return
    if names:
        raise click.UsageError(f"voices are written to a file that ends in .zip, and {file} does not")
    count = pronunciations.export(file, pronunciations.in_use(lexicon, own), lang, force)
    click.echo(f"{file} · {_entries(count)} for {lang}", err=True)


@command.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Agree to a voice's licence that forbids something.")
def import_(file: Path, yes: bool) -> None:
    """Install the voices of FILE.zip, or add the pronunciations of FILE (TSV, PLS) to your own."""
    from listen.casting import pronunciations
    from listen.casting.installation import bundles

    if file.suffix.lower() == bundles.ENDING:
        click.echo(f"{', '.join(bundles.import_file(file, yes))} can speak now", err=True)
        return
    count, kept = pronunciations.import_file(file)
    click.echo(f"{kept} · {_entries(count)} added", err=True)


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
