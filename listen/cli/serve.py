"""`listen serve`: the library on this machine or its network."""

from __future__ import annotations

import sys
from typing import Any

import click

from listen.cli.choices import narration_options


@click.command(name="serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets others on the network in.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free.")
@click.option("--base-url", default="", help="The address under which a proxy shows it.")
@click.option(
    "--trusted-proxies",
    multiple=True,
    metavar="ADDRESS",
    help="A proxy, or a network of them, whose forwarded headers are believed.",
)
@click.option("--log/--no-log", default=False, help="Write a JSON line for each request and event.")
@click.option(
    "--qr/--no-qr", default=None, help="Show a QR code that opens the page.  [default: on a terminal]"
)
@narration_options(profile="podcast")
def command(
    host: str,
    port: int,
    base_url: str,
    trusted_proxies: tuple[str, ...],
    log: bool,
    qr: bool | None,
    voice: str | None,
    **settings: Any,
) -> None:
    """Serve the library as an application, a podcast and an API, until Ctrl-C.

    The addresses it prints hold your own token: whoever has them can listen and add.
    listen feed share NAME gives others theirs. Articles added there are narrated as --voice and its like say.
    """
    from listen.feed import addresses
    from listen.library import Library, adding
    from listen.library.keeping import configuration
    from listen.options import Options
    from listen.server import serving
    from listen.server.gate import conditions
    from listen.server.running import logs

    def ready(links: serving.Links) -> None:
        click.echo(f"page  {links.page}\nfeed  {links.feed}", err=True)
        if not links.for_others and not base_url:
            click.echo("only for this machine; --host 0.0.0.0 lets your phone in", err=True)
        if qr or (qr is None and sys.stderr.isatty()):
            import segno

            segno.make(links.page, error="l").terminal(out=sys.stderr, compact=True)

    own = configuration.table("serve")
    how = conditions.Conditions(
        base_url=addresses.at(base_url).base if base_url else "",
        trusted_proxies=trusted_proxies,
        allowed_origins=tuple(own.get("allowed_origins", ())),
        private_webhooks=own.get("private_webhooks", False),
        writes_per_minute=own.get("writes_per_minute", 120),
    )
    logs.enable(log)
    left = serving.serve(
        Library(), adding.Wish(None, Options(**settings), otherwise=voice), host, port, how, ready
    )
    if left:
        click.echo(
            f"{len(left)} not finished; it goes on at the next start: {'; '.join(left[:10])}", err=True
        )
