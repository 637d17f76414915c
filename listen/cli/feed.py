"""`listen feed`: the library as a podcast."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


@click.group(name="feed")
def command() -> None:
    """Describe the podcast, build its site, check a feed."""


def show_option(function: Any) -> Any:
    """--show"""
    told = "One of the library's further shows, by its name.  [default: the whole library]"
    return click.option("--show", "name", default="", metavar="NAME", help=told)(function)


@command.command(name="init")
@show_option
@click.option("--title", help="The podcast's name.")
@click.option("--link", help="Its web page.")
@click.option("--description", help="What it is about.")
@click.option("--author", help="Who makes it.")
@click.option("--email", help="How to reach whoever does; podcast hosts ask there.")
@click.option("--language", help="en, en-gb, de …")
@click.option("--category", help="One of Apple's, or a subcategory: News, Science > Physics.")
@click.option("--explicit/--clean", default=None, help="Whether it is for adults only.")
@click.option(
    "--image", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="JPEG or PNG cover."
)
@click.option("--public/--private", default=None, help="For everybody, or for those you give an address.")
@click.option("--base-url", help="Where the site will be.")
@click.option("--hub", help="WebSub hub to tell of new episodes.")
@click.option("--locked/--unlocked", default=None, help="Whether other hosts may import it.")
@click.option("--frequency", help="How often, as a rule: FREQ=DAILY, FREQ=WEEKLY.")
@click.option("--copyright", help="The copyright line.")
@click.option("--complete/--ongoing", default=None, help="Whether more episodes will come.")
@click.option("--new-feed-url", help="Where the feed has moved to.")
@click.option("--voice", help="Who reads what goes into it.")
@click.option(
    "--only",
    metavar="WORDS",
    help="Articles that go into it by themselves: with one of these; -WORD: without it.",
)
@click.option(
    "--source", "sources", multiple=True, metavar="SITE", help="And from these sites (a name, or a host)."
)
def init(name: str, image: Path | None, **settings: Any) -> None:
    """Describe the podcast; what is not given stays as it is. With --show, make or change a further show.

    Its episodes are those that listen add, listen watch, a page or the API put there, those that a token
    of it alone added, and new articles with its --only words and from its --source.
    """
    from dataclasses import replace

    from listen.casting import catalog
    from listen.errors import LibraryError
    from listen.feed import categories, cover
    from listen.feed import settings as rules
    from listen.library import Library, shows

    whole = Library()
    library = whole.of(name)
    words, sources = settings.pop("only"), settings.pop("sources")
    given = {key: value for key, value in settings.items() if value is not None}
    if (words is not None or sources or given.get("voice")) and not name:
        raise LibraryError(
            "the whole library takes everything: --voice, --only and --source are for a --show"
        )
    if given.get("voice"):
        catalog.load(given["voice"])
    if words is not None:
        given["only"] = tuple(words.replace(",", " ").split())
    if sources:
        given["sources"] = tuple(filter(None, sources))
    if "category" in given:
        given["category"] = categories.checked(given["category"])
    if image:
        given["image"] = cover.take(library, image)
    show = rules.checked(replace(shows.described(whole, name) if name else library.show, **given))
    library.save_show(show)
    kind = "public" if show.public else "private"
    click.echo(f"{show.title} · {kind} · cover {cover.ensure(library, show)}", err=True)


@command.command(name="shows")
def list_shows() -> None:
    """List the library's further shows: name, title, episodes, voice, and what goes into each by itself."""
    from listen.cli.show import counted
    from listen.library import Library, shows

    library = Library()
    for name in shows.names(library):
        own = library.of(name)
        show = own.show
        parts = [
            name, show.title, counted(own.count("9999")), "public" if show.public else "private",
            show.voice and f"voice {show.voice}", " ".join(show.only) and f"only {' '.join(show.only)}",
            ", ".join(show.sources) and f"from {', '.join(show.sources)}",
        ]  # fmt: skip
        click.echo(" · ".join(filter(None, parts)))


@command.command(name="move")
@click.argument("name")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
def move(name: str, ids: tuple[str, ...]) -> None:
    """Put episodes into the show NAME; the NAME - takes them out of theirs."""
    from listen.library import Library, shows

    for entry in shows.move(Library(), ids, "" if name == "-" else name):
        click.echo(f"{entry.id} · {entry.show or 'in no show'} · {entry.title}", err=True)


@command.command(name="drop")
@click.argument("name")
def drop(name: str) -> None:
    """Forget the show NAME and the addresses that were shared of it; its episodes stay in the library."""
    from listen.cli.show import counted
    from listen.library import Library, shows

    click.echo(f"{name} · dropped · {counted(shows.drop(Library(), name))} stay", err=True)


@command.command(name="build")
@show_option
@click.argument("folder", required=False, metavar="DIR")
@click.option("--base-url", help="Where the site will be; kept for the next time.")
@click.option("--dest", metavar="URL", help="Storage in place of a folder: s3://bucket/path, sftp://…")
@click.option(
    "--from", "manifest", metavar="MANIFEST", help="Of what listen batch made, in place of the library."
)
def build(
    name: str, folder: str | None, base_url: str | None, dest: str | None, manifest: str | None
) -> None:
    """Write the podcast as a static site: feed, audio, transcripts, chapters, pages. Only what changed.

    With --from, write the feed of a batch: MANIFEST is its destination, and the audio stays where it is;
    --base-url is that place's public address. The feed goes there too, unless DIR or --dest names another.
    """
    from listen.feed import publishing
    from listen.library import Library, shows

    library = Library()
    library = library.of(shows.known(library, name)) if name else library
    if manifest is not None:
        if folder and dest:
            raise click.UsageError("say where to once: a folder DIR, or storage with --dest")
        made = publishing.build_archive(library, manifest, folder or dest, base_url)
        click.echo(f"{made.episodes} episodes · {made.written} files written", err=True)
        click.echo(made.feed_url)
        return
    if (folder is None) == (dest is None):
        raise click.UsageError("say where to: a folder DIR, or storage with --dest")
    built = publishing.build(library, folder or dest or "", base_url, lambda text: click.echo(text, err=True))
    click.echo(built.feed_url)


@command.command(name="opml")
@show_option
@click.option("--base-url", help="Where the site is, if listen feed build was not told yet.")
def opml(name: str, base_url: str | None) -> None:
    """Print the list of feeds (OPML) that podcast apps import."""
    from listen.feed import publishing
    from listen.library import Library, shows

    library = Library()
    library = library.of(shows.known(library, name)) if name else library
    click.echo(publishing.published(library, base_url)[0].opml().decode(), nl=False)


@command.command(name="share")
@click.argument("name")
@click.option("--show", default="", metavar="SHOW", help="The only show that it opens.")
@click.option("--may-add", is_flag=True, help="Let them add articles too.")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(["listen", "add", "manage"]),
    multiple=True,
    help="What the token allows: listen; add and change one's own; manage everything.",
)
@click.option("--base-url", help="Where listen serve is reached.  [default: as listen serve prints it]")
def share(name: str, show: str, may_add: bool, scopes: tuple[str, ...], base_url: str | None) -> None:
    """Give NAME an unguessable address of the private feed that listen serve answers.

    With --show it is that show's: nothing else is found there, and what NAME adds goes into it.
    """
    from listen.library import Library, shares, shows

    library = Library()
    made = shares.share(library, name, may_add, scopes, shows.known(library, show) if show else "")
    if not base_url:
        click.echo("below the address that listen serve prints (--base-url writes all of it):", err=True)
    click.echo(f"{(base_url or '').rstrip('/')}/t/{made.token}/feed.xml")


@command.command(name="shares")
def list_shares() -> None:
    """List who was given an address."""
    from listen.library import Library, shares

    for known in shares.shares(Library()):
        adds = "may " + ", ".join(sorted(known.scopes - {"listen"})) if known.may_add else "may listen"
        only = f"  show {known.show}" if known.show else ""
        click.echo(f"{known.name}  {known.created[:10]}  {adds}{only}  /t/{known.token}/feed.xml")


@command.command(name="revoke")
@click.argument("name")
def revoke(name: str) -> None:
    """Take NAME's address back; nobody else's changes."""
    from listen.library import Library, shares

    shares.revoke(Library(), name)


@command.command(name="check")
@click.argument("source", required=False, metavar="[URL|FILE]")
@click.option("--episodes", type=click.IntRange(0), default=10, show_default=True, help="Files to download.")
def check(source: str | None, episodes: int) -> int:
    """Say what validators and apps would say of a feed and its files: one at a URL, in a FILE or in a site's
    folder, or else the one that you built. Exit status 1 if any refuses it.
    """
    from listen.cli.show import counted
    from listen.feed import publishing
    from listen.feed.check import report as checks
    from listen.library import Library

    checked = checks.check(publishing.last_built(Library()) if source is None else source, episodes)
    for line in checks.lines(checked):
        click.echo(line)
    verdict = "accepted" if checked.ok else "refused"
    click.echo(f"{verdict}: {counted(checked.items)}, the files of {checked.opened} looked at", err=True)
    return 0 if checked.ok else 1
