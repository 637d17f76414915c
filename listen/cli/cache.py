"""`listen cache`: what rendered passages and what is kept ready take, and how to be rid of them."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from listen.storage import folders
from listen.storage.cache import DiskCache


@click.group(name="cache", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Show or clear the cache of rendered passages, and what engines keep ready."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(show)


@command.command(name="show")
def show() -> None:
    """Say where it is and what it takes."""
    usage = _cache().usage()
    click.echo(f"{usage.entries} passages, {usage.size / 1e6:.1f} MB in {usage.folder}")
    if size := sum(map(_size, _prepared())):
        click.echo(f"voices kept ready, {size / 1e6:.1f} MB in {folders.prepared_dir()}")


@command.command(name="clear")
def clear() -> None:
    """Remove every entry; the next narration renders everything again."""
    usage = _cache().clear()
    click.echo(f"removed {usage.entries} passages, {usage.size / 1e6:.1f} MB")
    size = 0
    for path in _prepared():
        taken = _size(path)
        with contextlib.suppress(OSError):  # on Windows one that is in use stays
            path.unlink()
            size += taken
    if size:
        click.echo(f"removed voices kept ready, {size / 1e6:.1f} MB")


def _cache() -> DiskCache:
    return DiskCache(folders.cache_dir() / "runs")


def _prepared() -> list[Path]:
    folder = folders.prepared_dir()
    return [path for path in sorted(folder.iterdir()) if path.is_file()] if folder.is_dir() else []


def _size(path: Path) -> int:
    """Bytes of a file; none of one that has gone."""
    with contextlib.suppress(OSError):
        return path.stat().st_size
    return 0
