"""`listen watch`: feeds whose items become episodes."""

from __future__ import annotations

from typing import Any

import click

from listen.cli.choices import narration_options
from listen.cli.failure import printable


@click.command(name="watch")
@click.argument("urls", nargs=-1, metavar="[FEED_URL…]")
@click.option("--once", is_flag=True, help="Look once and leave: for cron or a systemd timer.")
@click.option(
    "--every", type=click.IntRange(5), default=30, show_default=True, metavar="MINUTES", help="How often."
)
@click.option(
    "--backlog", type=click.IntRange(0), default=3, show_default=True, help="Items to add of a new feed."
)
@click.option("--list", "show", is_flag=True, help="List what is watched, and what failed.")
@click.option("--forget", metavar="FEED_URL", help="Watch it no more; its episodes stay.")
@narration_options(profile="podcast")
def command(
    urls: tuple[str, ...],
    once: bool,
    every: int,
    backlog: int,
    show: bool,
    forget: str | None,
    voice: str | None,
    **settings: Any,
) -> int:
    """Make every new item of the feeds (RSS, Atom, JSON Feed) an episode, now and from now on.

    Feeds once given are remembered. With --once, exit status 1 if anything failed.
    """
    from listen.library import Library, adding
    from listen.options import Options
    from listen.watch import watch, watchlist

    library = Library()
    if forget:
        watchlist.forget(library, forget)
    if show:
        for line in watchlist.status(library):
            click.echo(line)
    if forget or show:
        return 0
    for url in urls:
        watchlist.follow(library, url)
    if not watchlist.feeds(library):
        raise click.UsageError("nothing is watched yet: give a feed's address")
    wish = adding.Wish(voice, Options(**settings))
    plan = watch.Plan(wish, every, backlog, say=lambda line: click.echo(printable(line), err=True))
    if not once:
        watch.stay(library, plan)
    return 1 if watch.once(library, plan).failed else 0
