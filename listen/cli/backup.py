"""`listen backup`: the library in one file."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(name="backup")
@click.argument("target", metavar="FILE.tar", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace FILE.")
def command(target: Path, force: bool) -> None:
    """Copy the library and the settings into FILE.tar, also while listen serve and watch run.

    It holds your tokens: keep it as you keep a password.
    """
    from listen.cli.show import counted, note
    from listen.library import Library
    from listen.library.keeping import backups

    done = backups.backup(Library(), target, force, note)
    click.echo(f"{counted(done.episodes)} · {done.bytes / 1e6:.1f} MB · {target}", err=True)
