"""`listen restore`: a backup brought back."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(name="restore")
@click.argument("source", metavar="FILE.tar", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Put the library that is there aside first.")
def command(source: Path, force: bool) -> None:
    """Bring the library of FILE.tar back. Stop listen serve and watch first."""
    from listen.cli.show import counted
    from listen.library.keeping import backups
    from listen.storage import folders

    done = backups.restore(source, force=force)
    click.echo(f"{counted(done.episodes)} · {folders.library_dir()}", err=True)
