"""`listen rm`: episodes out of the library."""

from __future__ import annotations

import click


@click.command(name="rm")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
def command(ids: tuple[str, ...]) -> None:
    """Remove episodes from library, feed and cache, and from every site that was built with them.

    For good: their GUIDs are never used for others.
    """
    from listen.feed import publishing
    from listen.library import Library, adding

    library = Library()
    for short in ids:
        entry = adding.remove(library, short)
        click.echo(f"{entry.id} · removed · {entry.title}", err=True)
    publishing.again(library)
