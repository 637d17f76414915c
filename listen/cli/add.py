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
@click.option("--later", is_flag=True, help="Only put it on the list: listen serve or watch narrates it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each episode.")
def command(
    sources: tuple[str, ...],
    voice: str | None,
    not_before: str | None,
    again: bool,
    later: bool,
    as_json: bool,
    **settings: Any,
) -> int:
    """Narrate each SOURCE (path, URL, or - for standard input) and keep it as an episode of your podcast."""
    from listen.cli.failure import printable
    from listen.cli.show import Bar, clock, note
    from listen.errors import LibraryError, ListenError
    from listen.library import Library
    from listen.library.waiting import presence, queue, submitting, working
    from listen.library.waiting.requests import CANCELLED, DONE, FAILED
    from listen.options import Options
    from listen.render import workers
    from listen.storage import jsonform

    library = Library()
    options, jobs, failed = Options(**settings), [], 0
    for source in sources:  # all of it is on the list before any of it is narrated
        try:
            jobs.append(submitting.submit(library, source, voice, options, not_before, again))
        except ListenError as error:
            if len(sources) == 1:
                raise
            click.echo(f"listen: {printable(f'{source}: {error}')}", err=True)
            failed = 1
    if later:
        for job in jobs:
            click.echo(f"{job.id} · waiting · {job.shown}", err=True)
        return failed
    here = presence.Presence(library.folder)
    try:
        with submitting.stopping(library, jobs), workers.over(len(jobs), options.jobs) as pool:
            for job in jobs:
                with Bar(job.shown) as bar:
                    done = submitting.finish(library, job, here.token, bar.update, note, pool)
                if done.state == FAILED and len(sources) == 1:
                    raise LibraryError(done.error)
                entry = working.outcome(library, done)
                if done.state != DONE or entry is None:
                    why = done.error or ("cancelled" if done.state == CANCELLED else "it is gone")
                    click.echo(f"listen: {printable(f'{job.shown}: {why}')}", err=True)
                    failed = 1
                elif as_json:
                    click.echo(json.dumps({"what": done.what, **jsonform.plain(entry)}, ensure_ascii=False))
                else:
                    line = f"{entry.id} · {done.what} · {entry.title} · {clock(entry.duration_ms)}"
                    click.echo(line, err=True)
    finally:
        here.leave()
        queue.tidy(library)
    return failed
