"""The command line: parse, call, echo. Each command is a module, imported when it is used."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from listen.cli.failure import ended_in_order, guarded
from listen.cli.unread import Unread
from listen.storage.ready import kept_patterns

COMMANDS = {
    "make": "Turn articles into MP3s with chapters.",
    "clean": "Show what will be read, and what was left out.",
    "script": "Show the spoken words, sentence by sentence.",
    "say": "Speak one phrase, to hear a voice or a pronunciation.",
    "play": "Play an MP3, or a source while it is being made, with its words.",
    "voices": "List the voices, or show one.",
    "cache": "Show or clear the cache of rendered passages.",
    "add": "Narrate articles and keep them as episodes of your podcast.",
    "ls": "List the library's episodes.",
    "rm": "Remove episodes from library, feed and cache.",
    "feed": "Describe, build and check the podcast's feed.",
    "embed": "Print the player and metadata for an article's own page.",
    "batch": "Narrate a list of articles, on this machine or a cluster.",
    "watch": "Make every new item of a feed an episode.",
    "serve": "Serve the library: application, podcast and API.",
    "config": "Show the settings, or change one.",
    "backup": "Copy the library into one file, while it is used.",
    "restore": "Bring a backup back.",
    "doctor": "Say what is installed, what is missing, how to get it.",
}
"""In the order of --help, with the line it shows there: the module is not needed to print it."""


class Commands(click.Group):
    """Commands by name, loaded when called; anything else is a SOURCE for `make`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"listen.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS:
            if _mistyped(args[0]):
                ctx.fail(f"No such command {args[0]!r}{_alike(args[0])}, and no file of that name.")
            args = ["make", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # `listen -o out.mp3 story.html` and `listen -` mean make too.
        if args and args[0].startswith("-") and args[0] not in ("--help", "-h", "--version"):
            args = ["make", *args]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _mistyped(word: str) -> bool:
    """A bare word that names no file is a wrong command, not a source."""
    from pathlib import Path

    return word.isalpha() and not Path(word).exists()


def _alike(word: str) -> str:
    """` (did you mean …?)`; empty where no command is like it."""
    from difflib import get_close_matches

    found = get_close_matches(word.lower(), COMMANDS, 1)
    return f" (did you mean {found[0]}?)" if found else ""


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        from listen.storage.installed import release

        click.echo(f"listen {release()}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, callback=_version, expose_value=False, is_eager=True, help="Show the version."
)
def cli() -> None:
    """Any article, read to you: a narrated MP3 with chapters.

    listen SOURCE is short for listen make SOURCE. A SOURCE is a path, a URL, or - for standard input.
    """


def main() -> None:
    """Entry point: exit status 0 done, 1 a clear error, 2 wrong usage, 3 a bug, 130 interrupted."""
    # Most of what a command makes stays: to look for garbage after every 700 objects takes a twentieth of it.
    gc.set_threshold(50_000)
    if sys.stderr is not None:  # closed by whoever started us
        sys.stderr = Unread(sys.stderr)
    with ended_in_order(), kept_patterns.looked_up():
        status = guarded(lambda: cli.main(standalone_mode=False, prog_name="listen", default_map=_own()))
    gc.freeze()  # nor does it matter what is garbage when all goes: a tenth of a second with the dictionaries
    sys.exit(status)


def _own() -> dict[str, dict[str, object]]:
    """Return what the settings file and the `LISTEN_…` variables say, as the commands' defaults."""
    from listen.storage import folders

    known = ("LISTEN_HOME", "LISTEN_DEBUG")
    named = any(name.startswith("LISTEN_") and name not in known for name in os.environ)
    if sys.argv[1:2] == ["config"] or not (named or (folders.config_dir() / "settings.toml").exists()):
        return {}  # config must work on a broken file too; without settings, nothing has to be loaded
    from listen.library.keeping import configuration

    own = configuration.table("")
    served = {name: configuration.table(name) for name in ("serve", "watch")}
    return {name: {**own, **served.get(name, {})} for name in COMMANDS}
