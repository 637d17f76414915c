"""`listen ls`: what the library holds."""

from __future__ import annotations

import json

import click


@click.command(name="ls")
@click.option("--show", default="", metavar="NAME", help="Only those of this show.")
@click.option("--heard", metavar="ID", multiple=True, help="Mark an episode as heard.")
@click.option("--unheard", metavar="ID", multiple=True, help="Mark it as not heard.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each episode.")
def command(show: str, heard: tuple[str, ...], unheard: tuple[str, ...], as_json: bool) -> None:
    """List the episodes, newest first: how long, heard (✓), held back (…) or neither."""
    from listen.cli.show import clock, counted
    from listen.library import Library, records, shows
    from listen.storage import jsonform

    library = Library()
    for short in heard:
        library.mark(short, True)
    for short in unheard:
        library.mark(short, False)
    entries = library.of(shows.known(library, show) if show else "").entries(at="9999")
    now = records.now()
    for entry in entries:
        if as_json:
            click.echo(json.dumps(jsonform.plain(entry), ensure_ascii=False))
            continue
        sign = "…" if entry.pub > now else "✓" if entry.heard else " "
        source = entry.site or entry.byline or ""
        tail = f" · {source}" if source else ""
        tail += f" · {counted(len(entry.notes), 'note')} (--json)" if entry.notes else ""
        click.echo(
            f"{entry.id}  {entry.pub[:10]}  {sign}  {clock(entry.duration_ms):>7}  {entry.title}{tail}"
        )
    if not as_json:
        total = clock(sum(e.duration_ms for e in entries))
        left = sum(not e.heard for e in entries)
        click.echo(f"{counted(len(entries))}, {total}, {left} not heard, in {library.folder}", err=True)
