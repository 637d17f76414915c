"""`listen config`: the settings file."""

from __future__ import annotations

import click


@click.command(name="config")
@click.argument("name", required=False)
@click.argument("value", required=False)
@click.option("--unset", is_flag=True, help="Take NAME out of the file.")
@click.option("--path", "show_path", is_flag=True, help="Print where the file is.")
def command(name: str | None, value: str | None, unset: bool, show_path: bool) -> None:
    """Show every setting with its value and its LISTEN_… variable, or NAME's value, or set NAME to VALUE."""
    import os

    from listen.errors import ListenError
    from listen.library.keeping import configuration
    from listen.storage import whole

    if show_path:
        click.echo(str(configuration.path()))
        return
    if name is None:
        for setting in configuration.SETTINGS:
            now = configuration.get(setting.name)
            origin = f" ({setting.variable})" if os.environ.get(setting.variable) else ""
            shown = "-" if now is None else ", ".join(now) if isinstance(now, list) else now
            click.echo(f"{setting.name:<28} {shown}{origin}  # {setting.help}")
        return
    if name not in configuration.BY_NAME and not configuration.of_show(name) and not unset:
        raise ListenError(f"there is no setting {name!r}: listen config lists them")
    if value is None and not unset:
        now = configuration.get(name)
        click.echo("" if now is None else ",".join(now) if isinstance(now, list) else str(now))
        return
    whole.write(configuration.path(), configuration.changed(name, value if not unset else None), private=True)
