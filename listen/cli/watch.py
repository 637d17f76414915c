"""`listen watch`: feeds whose items become episodes."""

from __future__ import annotations

import click

from listen.cli.choices import voice_option


@click.command(name="watch")
@click.argument("urls", nargs=-1, metavar="[FEED_URL…]")
@click.option("--once", is_flag=True, help="Look once and leave: for cron or a systemd timer.")
@click.option("--every", type=click.IntRange(5), default=30, show_default=True, metavar="MINUTES")
@click.option("--backlog", type=click.IntRange(0), default=3, show_default=True, help="Of a feed new to it.")
@click.option("--list", "show", is_flag=True, help="List what is watched, and what failed.")
@click.option("--forget", metavar="FEED_URL", help="Watch it no more; its episodes stay.")
@voice_option
def command(
    urls: tuple[str, ...],
    once: bool,
    every: int,
    backlog: int,
    show: bool,
    forget: str | None,
    voice: str | None,
) -> int:
    """Make every new item of the feeds (RSS, Atom, JSON Feed) an episode, now and from now on.

    Feeds once given are remembered. With --once, exit status 1 if anything failed.
    """
    from listen import watch
    from listen.library import Library, adding

    library = Library()
    if forget:
        watch.forget(library, forget)
    if show:
        for feed in watch.feeds(library):
            click.echo(f"{feed.url}  {feed.title}  {feed.error or 'ok'}")
        for _, key, error in watch.failures(library):
            click.echo(f"  {key}  {error}")
    if forget or show:
        return 0
    for url in urls:
        watch.follow(library, url)
    if not watch.feeds(library):
        raise click.UsageError("nothing is watched yet: give a feed's address")
    plan = watch.Plan(adding.Wish(voice), every, backlog, say=lambda line: click.echo(line, err=True))
    if not once:
        watch.stay(library, plan)
    return 1 if watch.once(library, plan).failed else 0
