"""`listen add`: articles into the library."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import click

from listen.cli.choices import narration_options


def moment(ctx: click.Context, param: click.Parameter, value: datetime | None) -> str | None:
    """A local date or time → the library's UTC stamp."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if value else None


@click.command(name="add")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@narration_options(profile="podcast")
@click.option(
    "--not-before",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]),
    callback=moment,
    metavar="TIME",
    help="Hold it back from the feed until then (local time, 2024-05-03T17:00).",
)
@click.option("--again", is_flag=True, help="Narrate it anew although it is unchanged, or was removed.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each episode.")
def command(
    sources: tuple[str, ...],
    voice: str | None,
    not_before: str | None,
    again: bool,
    as_json: bool,
    **settings: Any,
) -> int:
    """Narrate each SOURCE (path, URL, or - for standard input) and keep it as an episode of your podcast."""
    from listen.cli.failure import printable
    from listen.cli.show import Bar, clock, note
    from listen.errors import ListenError
    from listen.library import Library, adding
    from listen.options import Options
    from listen.render import workers
    from listen.storage import jsonform

    library = Library()
    wish = adding.Wish(voice, Options(**settings), not_before, again)
    failed = 0
    with workers.over(len(sources), wish.options.jobs) as pool:
        for source in sources:
            try:
                with Bar(source) as bar:
                    added = adding.fetch_and_add(
                        library, source, wish, progress=bar.update, note=note, executor=pool
                    )
            except ListenError as error:
                if len(sources) == 1:
                    raise
                click.echo(f"listen: {printable(f'{source}: {error}')}", err=True)
                failed = 1
                continue
            entry = added.entry
            if as_json:
                click.echo(json.dumps({"what": added.what, **jsonform.plain(entry)}, ensure_ascii=False))
            else:
                line = f"{entry.id} · {added.what} · {entry.title} · {clock(entry.duration_ms)}"
                click.echo(line, err=True)
    return failed
