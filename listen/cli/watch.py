"""`listen watch`: feeds whose items become episodes."""

from __future__ import annotations

from typing import Any, BinaryIO

import click

from listen.cli.choices import asked_voice, narration_options


@click.command(name="watch")
@click.argument("urls", nargs=-1, metavar="[URL…]")
@click.option("--once", is_flag=True, help="Look once and leave: for cron or a systemd timer.")
@click.option(
    "--every", type=click.IntRange(5), default=30, show_default=True, metavar="MINUTES", help="How often."
)
@click.option(
    "--backlog", type=click.IntRange(0), default=3, show_default=True, help="Items to add of a new feed."
)
@click.option("--only", metavar="WORDS", help="Only items with one of these words; -WORD: without it.")
@click.option("--limit", type=click.IntRange(0), metavar="N", help="At most so many new items each time.")
@click.option("--show", "into", metavar="NAME", help="The show that its episodes go into.")
@click.option("--list", "show", is_flag=True, help="List what is watched, and what failed.")
@click.option("--forget", metavar="FEED_URL", help="Watch it no more; its episodes stay.")
@click.option(
    "--import", "imported", type=click.File("rb"), metavar="OPML", help="Watch the feeds of a list."
)
@click.option("--export", is_flag=True, help="Print what is watched as OPML.")
@narration_options(profile="podcast")
def command(
    urls: tuple[str, ...],
    once: bool,
    every: int,
    backlog: int,
    only: str | None,
    limit: int | None,
    into: str | None,
    show: bool,
    forget: str | None,
    imported: BinaryIO | None,
    export: bool,
    voice: str | None,
    **settings: Any,
) -> int:
    """Make every new item of the feeds (RSS, Atom, JSON Feed) an episode, now and from now on.

    A page's address will do where the page names its feed. Feeds once given are remembered, with the --voice,
    --only, --limit and --show that were given with them. With --once, exit status 1 if anything failed.
    """
    from listen.errors import ListenError
    from listen.library import Library, adding, shows
    from listen.library.waiting import submitting, working
    from listen.options import Options
    from listen.watch import discovery, watch, watchlist

    library = Library()
    if forget:
        watchlist.forget(library, forget)
    if show:
        for line in watchlist.status(library):
            click.echo(line)
    if export:
        click.echo(discovery.opml_of(watchlist.feeds(library)).decode(), nl=False)
    if forget or show or export:
        return 0
    listed = discovery.feeds_of(imported.read()) if imported else []
    if into:
        shows.known(library, into)
    words = tuple((only or "").replace(",", " ").split())
    asked, otherwise = asked_voice(voice)
    chosen = watchlist.Choice(asked or "", words, limit or 0, into or "")
    known = {feed.url for feed in watchlist.feeds(library)}
    failed = 0
    for url in (*urls, *listed):
        try:
            if url not in known:
                found, content = discovery.find(url)
                watchlist.follow(library, found, content.title)
                if found != url:
                    click.echo(f"{url} has the feed {found}", err=True)
                url = found
            if url in urls or url not in known:
                watchlist.choose(library, url, chosen)
        except ListenError as error:
            if len(urls) + len(listed) == 1:
                raise
            click.echo(f"listen: {error}", err=True)
            failed += 1
    if not watchlist.feeds(library):
        raise click.UsageError("nothing is watched yet: give a feed's address")
    wish = adding.Wish(None if urls else asked, Options(**settings), otherwise=otherwise)
    plan = watch.Plan(wish, every, backlog, say=lambda line: click.echo(line, err=True))
    try:
        with submitting.stopping(library, say=plan.say):
            if not once:
                watch.stay(library, plan)
            done = watch.once(library, plan)
            watch.keep_order(library)
    except working.StopError:
        return 0
    return 1 if done.failed or failed else 0
