"""`listen cache`: what rendered passages take, and how to be rid of them."""

from __future__ import annotations

import click

from listen.storage import folders
from listen.storage.cache import DiskCache


@click.group(name="cache", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Show or clear the cache of rendered passages."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(show)


@command.command(name="show")
def show() -> None:
    """Return where it is and what it takes."""
    usage = _cache().usage()
    click.echo(f"{usage.entries} passages, {usage.size / 1e6:.1f} MB in {usage.folder}")


@command.command(name="clear")
def clear() -> None:
    """Remove every entry; the next narration renders everything again."""
    usage = _cache().clear()
    click.echo(f"removed {usage.entries} passages, {usage.size / 1e6:.1f} MB")


def _cache() -> DiskCache:
    return DiskCache(folders.cache_dir() / "runs")
