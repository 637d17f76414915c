"""`listen add`: articles into the library."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from listen.cli.choices import asked_voice, narration_options

if TYPE_CHECKING:
    from listen.library import Entry, Library


def moment(ctx: click.Context, param: click.Parameter, value: datetime | None) -> str | None:
    """A local date or time → the library's UTC stamp."""
    from listen.library.records import stamp

    return stamp(value.astimezone(UTC)) if value else None


@click.command(name="add")
@click.argument("sources", nargs=-1, metavar="SOURCE…")
@click.option(
    "--from", "manifest", metavar="MANIFEST", help="Take in what listen batch made at this destination."
)
@narration_options(profile="podcast")
@click.option(
    "--not-before",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]),
    callback=moment,
    metavar="TIME",
    help="Hold it back from the feed until then (local time, 2024-05-03T17:00).",
)
@click.option("--show", default="", metavar="NAME", help="The show that it goes into.")
@click.option("--again", is_flag=True, help="Narrate it anew although it is unchanged, or was removed.")
@click.option("--later", is_flag=True, help="Only put it on the list: listen serve or watch narrates it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each episode.")
def command(
    sources: tuple[str, ...],
    manifest: str | None,
    voice: str | None,
    not_before: str | None,
    show: str,
    again: bool,
    later: bool,
    as_json: bool,
    **settings: Any,
) -> int:
    """Narrate each SOURCE (path, URL, or - for standard input) and keep it as an episode of your podcast."""
    from listen.cli.failure import printable
    from listen.cli.show import Bar, note
    from listen.errors import LibraryError, ListenError
    from listen.library import Library, shows
    from listen.library.waiting import presence, queue, submitting, working
    from listen.library.waiting.requests import CANCELLED, DONE, FAILED
    from listen.options import Options
    from listen.render import workers

    if bool(sources) == (manifest is not None):
        raise click.UsageError("give SOURCE…, or --from MANIFEST")
    library = Library()
    if manifest is not None:
        return _adopt(library, manifest, not_before, again, as_json)
    if show:
        shows.known(library, show)
    voice, otherwise = asked_voice(voice)
    options, jobs, failed = Options(**settings), [], 0
    for source in sources:  # all of it is on the list before any of it is narrated
        try:
            jobs.append(
                submitting.submit(
                    library, source, voice, options, not_before, again, show=show, otherwise=otherwise
                )
            )
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
        with submitting.stopping(library, jobs, note), workers.over(len(jobs), options.jobs) as pool:
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
                else:
                    _show(done.what, entry, as_json)
    finally:
        here.leave()
        queue.tidy(library)
    return failed


def _adopt(library: Library, manifest: str, not_before: str | None, again: bool, as_json: bool) -> int:
    """The episodes that a batch made, as they are; the status says whether one could not be taken."""
    from listen.cli.failure import printable
    from listen.library import adopting
    from listen.library.adding import Added

    failed = 0
    for taken in adopting.from_manifest(library, manifest, not_before, again):
        if isinstance(taken, Added):
            _show(taken.what, taken.entry, as_json)
        else:
            line, error = taken
            click.echo(f"listen: {printable(f'{line.source}: {error}')}", err=True)
            failed = 1
    return failed


def _show(what: str, entry: Entry, as_json: bool) -> None:
    from listen.cli.show import clock
    from listen.storage import jsonform

    if as_json:
        click.echo(json.dumps({"what": what, **jsonform.plain(entry)}, ensure_ascii=False))
    else:
        click.echo(f"{entry.id} · {what} · {entry.title} · {clock(entry.duration_ms)}", err=True)
