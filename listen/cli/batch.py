"""`listen batch`: a list of articles to episodes at a destination."""

from __future__ import annotations

import itertools
import json
import sys
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from listen.cli.choices import file_option, forms_option, narration_options

if TYPE_CHECKING:
    from listen.batch.forecast import Forecast
    from listen.batch.run import Tally

EVERY_S = 10.0
"""Between two lines of progress where there is no terminal."""


@click.command(name="batch")
@click.argument("name", metavar="LIST")
@click.option(
    "--dest",
    default="episodes",
    show_default=True,
    metavar="URL",
    help="A folder, or storage: s3://bucket/path, gs://…, sftp://….",
)
@click.option("--executor", type=click.Choice(["local", "dask"]), default="local", show_default=True)
@click.option("--scheduler", metavar="URL", help="Dask's scheduler: tcp://host:8786.")
@click.option("--max-failures", type=click.IntRange(0), metavar="N", help="Stop when more articles fail.")
@click.option("--time-limit", type=click.FloatRange(1), default=3600, show_default=True, metavar="S",
              help="Longest that one article may take, seconds.")  # fmt: skip
@click.option("--memory-limit", type=click.IntRange(0), default=4096, show_default=True, metavar="MB",
              help="Most that one article's process may take (Linux); 0: no limit.")  # fmt: skip
@click.option("--delay", type=click.FloatRange(0), default=1.0, show_default=True, metavar="S",
              help="Pause between two pages of one site.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what it would be and cost, from a sample; make nothing.")
@click.option("--price", type=click.FloatRange(0), metavar="P", help="Price of a core-hour, for --dry-run.")
@click.option("--parquet", is_flag=True, help="At the end, write the manifest as one Parquet file too.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object.")
@narration_options(profile="voice")
@click.option("--bitrate", type=int, metavar="KBIT", help="Another bitrate than the profile's.")
@file_option("--intro", "Music before the narration.")
@file_option("--outro", "Music after it.")
@file_option("--cover", "A JPEG or PNG picture for the MP3s.")
@click.option("--no-sidecars", "sidecars", flag_value=False, default=True, help="Write the MP3s alone.")
@click.option("--page", is_flag=True, help="Also write a page that reads along, beside each MP3.")
@click.option("--epub", is_flag=True, help="Also write a book that reads along, beside each MP3.")
@forms_option
def command(
    name: str,
    dest: str,
    executor: str,
    scheduler: str | None,
    max_failures: int | None,
    time_limit: float,
    memory_limit: int,
    delay: float,
    dry_run: bool,
    price: float | None,
    parquet: bool,
    as_json: bool,
    voice: str | None,
    **settings: Any,
) -> int:
    """Narrate a LIST of articles: a file of addresses and paths, a folder, a sitemap, a feed, a web archive
    (WARC), or pages as JSON lines. What is there is skipped: run it again to do the rest.
    """
    from listen.batch import executors, listing, run
    from listen.batch.work import Limits
    from listen.casting import catalog
    from listen.options import Options
    from listen.storage import manifest
    from listen.storage.targets import target

    if (executor == "dask") != (scheduler is not None):
        raise click.UsageError("--executor dask and --scheduler URL go together")
    options = Options(**settings)
    for one in filter(None, (voice, options.quote_voice)):
        catalog.load(one)  # a name that is wrong is wrong for every article
    if dry_run:
        _forecast(name, voice, options, delay, price, as_json)
        return 0
    items = listing.items(name)
    # The first is asked for now: a list that is missing is told before anything is begun.
    all_items = itertools.chain(list(itertools.islice(items, 1)), items)
    plan = run.Plan(dest, voice, options, Limits(time_limit, memory_limit), max_failures, delay)
    backend: executors.Backend
    if scheduler:
        _quiet()
        backend = executors.Dask(scheduler, say=_say)
    else:
        backend = executors.Local(options.jobs)
    _say(f"{name} → {dest} · {backend.about}")
    with _Progress() as shown:
        tally = run.run(all_items, plan, backend, shown.say, shown.update, listing.count(name))
    if parquet:
        manifest.write_parquet(target(dest))
    _summary(tally, as_json)
    return 1 if tally.failed or tally.stopped else 0


class _Progress:
    """Says how far it is: a line that is renewed in a terminal, else a line every few seconds."""

    def __enter__(self) -> _Progress:
        self._last, self._terminal, self._open = 0.0, sys.stderr.isatty(), False
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def say(self, text: str) -> None:
        """A line that stays."""
        self._clear()
        _say(text)

    def update(self, tally: Tally) -> None:
        """Show it, not too often."""
        now = time.monotonic()
        if now - self._last < (0.2 if self._terminal else EVERY_S):
            return
        self._last = now
        line = progress_line(tally, now - tally.began)
        if self._terminal:
            click.echo(f"\r\x1b[2K{line}", err=True, nl=False)
            self._open = True
        else:
            click.echo(line, err=True)

    def _clear(self) -> None:
        if self._open:
            click.echo("\r\x1b[2K", err=True, nl=False)
            self._open = False


def progress_line(tally: Tally, seconds: float) -> str:
    """Counts, rate, time left."""
    from listen.cli.show import clock

    made = tally.done + tally.failed
    of = f" of {tally.total:,}" if tally.total else ""
    parts = [f"{tally.over:,}{of} articles", f"{tally.audio_ms / 3_600_000:.1f} h of audio"]
    if tally.skipped:
        parts.append(f"{tally.skipped:,} skipped")
    if tally.failed:
        parts.append(f"{tally.failed:,} failed")
    if made:
        parts.append(f"{made / seconds * 60:.1f} a minute")
        if tally.total:
            left = max(0, tally.total - tally.over) * seconds / made
            parts.append(f"{clock(round(left * 1000))} left")
    return " · ".join(parts)


def _summary(tally: Tally, as_json: bool) -> None:
    from listen.cli.show import clock

    if as_json:
        form = {key: value for key, value in asdict(tally).items() if key != "began"}
        click.echo(json.dumps(form, ensure_ascii=False))
        return
    rows = [
        ("done", f"{tally.done:,}"),
        ("skipped", f"{tally.skipped:,}"),
        ("failed", f"{tally.failed:,}"),
        ("audio", f"{tally.audio_ms / 3_600_000:.2f} h"),
        ("MP3", f"{tally.size / 1e6:,.1f} MB"),
        ("CPU in the workers", clock(round(tally.cpu_s * 1000))),
        ("time", clock(round(tally.wall_s * 1000))),
    ]
    for label, value in rows:
        click.echo(f"{label:<20}{value:>14}", err=True)
    for reason, count in tally.reasons.most_common(10):
        click.echo(f"  {count:,} × {reason}", err=True)
    if tally.stopped:
        click.echo(f"listen: stopped: {tally.stopped}; the next run does the rest", err=True)


def _forecast(
    name: str, voice: str | None, options: Any, delay: float, price: float | None, as_json: bool
) -> None:
    from listen.batch import forecast, listing

    expected = forecast.forecast(listing.items(name), voice, options, delay)
    if as_json:
        cost = {} if price is None else {"cost": round(expected.cost(price), 2)}
        click.echo(json.dumps({**asdict(expected), **cost}, ensure_ascii=False))
        return
    for line in forecast_lines(expected, price):
        click.echo(line)


def forecast_lines(expected: Forecast, price: float | None) -> list[str]:
    """Return what to expect, a line each."""
    lines = [
        f"{expected.articles:,} articles, {expected.sampled} of them looked at (± {expected.spread:.0%})",
        f"audio     {expected.audio_h:,.2f} h",
        f"CPU       {expected.cpu_h:,.3f} h of a core like this one",
        f"MP3       {expected.size / 1e6:,.1f} MB",
    ]
    if price is not None:
        lines.append(f"cost      {expected.cost(price):,.2f} at {price:g} a core-hour")
    if expected.failed:
        lines.append(f"failing   {expected.failed} of {expected.sampled}: {expected.reasons[0]}")
    return lines


def _say(text: str) -> None:
    from listen.cli.failure import printable

    click.echo(f"listen: {printable(text)}", err=True)


def _quiet() -> None:
    """Dask's own lines of what it lost and found; ours say what that means."""
    import logging

    logging.getLogger("distributed").setLevel(logging.CRITICAL)
