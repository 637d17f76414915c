"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

KEEP_HELP = (
    "Read these left-out classes after all (listen clean --explain names them); also: alt, "
    "footnotes-in-place, no-code, no-tables, no-formulas."
)
CHAPTERS = ["auto", "headings", "paragraphs", "none"]
F = TypeVar("F", bound=Callable[..., Any])


def voice_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Voices for the shell's completion, with what each is."""
    from listen.casting import catalog

    found = (voice for voice in catalog.all_voices() if voice.name.startswith(incomplete))
    return [CompletionItem(voice.name, help=f"{voice.lang}, {voice.engine}") for voice in found]


def engine_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Engines for the shell's completion."""
    from listen import engines

    return [CompletionItem(name) for name in engines.offered() if name.startswith(incomplete)]


def voice_option(function: F) -> F:
    """--voice"""
    told = "Who reads; listen voices lists them."
    return click.option("--voice", metavar="VOICE", help=told, shell_complete=voice_names)(function)


def asked_voice(voice: str | None) -> tuple[str | None, str | None]:
    """The voice that this very command asks for, and the one of the settings, which a show's goes before."""
    source = click.get_current_context().get_parameter_source("voice")
    return (voice, None) if source is ParameterSource.COMMANDLINE else (None, voice)


def engine_option(function: F) -> F:
    """--engine"""
    told = "Who must speak: hibari, kokoro, piper, espeak, openai, system."
    return click.option("--engine", metavar="ENGINE", help=told, shell_complete=engine_names)(function)


def lexicon_option(function: F) -> F:
    """--lexicon"""
    return file_option("--lexicon", "Your own pronunciations (TSV or PLS).")(function)


def narration_options(profile: str) -> Callable[[F], F]:
    """Return what every command takes that narrates; `profile` is what it makes unless told otherwise."""
    options = (
        voice_option,
        click.option(
            "--quote-voice",
            metavar="VOICE",
            help="A second voice for block quotes and direct speech.",
            shell_complete=voice_names,
        ),
        engine_option,
        click.option("--rate", type=float, default=1.0, show_default=True, help="Speed of speech, 0.5 to 2."),
        click.option("--chapters", type=click.Choice(CHAPTERS), default="auto", show_default=True),
        click.option(
            "--pace",
            type=click.Choice(["natural", "steady"]),
            default="natural",
            show_default=True,
            help="Pauses between sentences: as a reader makes them, or all alike.",
        ),
        click.option(
            "--jobs", type=click.IntRange(1), help="Rendering processes.  [default: one for each core]"
        ),
        click.option(
            "--profile",
            type=click.Choice(["voice", "podcast"]),
            default=profile,
            show_default=True,
            help="voice: the voice's own rate, 80 kbit/s; podcast: 44.1 kHz, 112 kbit/s.",
        ),
        lexicon_option,
        click.option("--keep", callback=classes, metavar="CLASSES", help=KEEP_HELP),
        click.option(
            "--strict",
            is_flag=True,
            help="Fail on a sentence whose sound is not proven whole; else it is told.",
        ),
        click.option("--disclose", is_flag=True, help="Say at the end that the voice is synthetic."),
    )

    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


class FormsOption(click.Option):
    """--also: forms are named, and refused, where they are known; their module is loaded only for that."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option with the names of all forms."""
        from listen.formats import forms

        names = "; ".join(f"{form.name} ({form.about})" for form in forms.FORMS.values())
        return "--also FORMS", f"More files beside the MP3: {names}."


def forms_option(function: F) -> F:
    """--also"""
    return click.option("--also", cls=FormsOption, callback=forms, metavar="FORMS")(function)


def forms(ctx: click.Context, param: click.Parameter, value: str | None) -> frozenset[str]:
    """`srt,m4b` → a set of forms. Raises ListenError for a name that is none."""
    from listen.formats.forms import checked

    return checked(classes(ctx, param, value)) if value else frozenset()


def through_option(function: F) -> F:
    """--through"""
    return click.option(
        "--through",
        type=click.Choice(["miniaudio", "pacat", "aplay", "mpv", "ffplay", "silent"]),
        help="Who plays the sound; silent: nobody, the words alone.  [default: the first that is here]",
    )(function)


def file_option(name: str, text: str) -> Callable[[F], F]:
    """An option that names a file to read."""
    kind = click.Path(exists=True, dir_okay=False, path_type=Path)
    return click.option(name, type=kind, metavar="FILE", help=text)


def classes(ctx: click.Context, param: click.Parameter, value: str | None) -> frozenset[str]:
    """`captions,footnotes` → a set."""
    return frozenset(part.strip() for part in value.split(",") if part.strip()) if value else frozenset()
