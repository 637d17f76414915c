"""`listen rm`: episodes out of the library."""

from __future__ import annotations

import click


@click.command(name="rm")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
def command(ids: tuple[str, ...]) -> None:
    """Remove episodes from library, feed and cache, for good: their GUIDs are never used for others.

    A site or storage that was built before loses them with the next listen feed build.
    """
    from listen.library import Library, adding

    library = Library()
    for short in ids:
        entry = adding.remove(library, short)
        click.echo(f"{entry.id} · removed · {entry.title}", err=True)
