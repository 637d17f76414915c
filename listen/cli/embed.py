"""`listen embed`: an episode in its article's own page."""

from __future__ import annotations

import sys

import click


@click.command(name="embed")
@click.argument("short", metavar="ID")
@click.option("--base-url", help="Where the site is, if listen feed build was not told yet.")
@click.option("--transcript", is_flag=True, help="With the article's text in the JSON-LD.")
@click.option(
    "--as",
    "form",
    type=click.Choice(["audio", "frame", "element"]),
    default="audio",
    show_default=True,
    help="audio: a native player; frame: the read-along page; element: marks the page's own text.",
)
@click.option("--selector", default="article", show_default=True, help="The text that element marks.")
@click.option("--yes", is_flag=True, help="Print a private podcast's address without asking.")
def command(short: str, base_url: str | None, transcript: bool, form: str, selector: str, yes: bool) -> None:
    """Print what an article's page needs to play its episode.

    The link to the feed and the JSON-LD are for its head, the player for its body.
    """
    from listen.cli.show import note
    from listen.feed import embed, publishing
    from listen.library import Library, adding

    library = Library()
    entry = library.entry(short)
    shown, _ = publishing.published(library, base_url)
    if not shown.show.public:
        note("the podcast is private, and a public page would show its address: listen feed init --public")
        if not yes and sys.stdin.isatty():
            click.confirm("Print its address all the same?", abort=True, err=True)
    text = adding.article_of(library, entry).text if transcript else ""
    click.echo(embed.alternate(shown.show, shown.addresses))
    click.echo(embed.json_ld(entry, shown.addresses, text))
    if form == "frame":
        click.echo(embed.frame(entry, shown.addresses))
    elif form == "element":
        click.echo(embed.custom_element(entry, shown.addresses, selector))
    else:
        click.echo(embed.player(entry, shown.addresses))
