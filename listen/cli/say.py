"""`listen say`: one utterance."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from listen.cli.choices import engine_option, lexicon_option, through_option, voice_option


@click.command(name="say")
@click.argument("text")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="Write it, an MP3, in place of playing it."
)
@voice_option
@engine_option
@click.option("--lang", default="en", show_default=True, help="Language of TEXT (BCP 47).")
@click.option("--rate", type=float, default=1.0, show_default=True, help="Speed of speech, 0.5 to 2.")
@lexicon_option
@through_option
@click.option("--phonemes", is_flag=True, help="Print what the engine is given, and stop.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
def command(
    text: str,
    out: Path | None,
    voice: str | None,
    phonemes: bool,
    lang: str,
    through: str | None,
    **settings: Any,
) -> None:
    """Speak TEXT, to hear a voice or a pronunciation."""
    from listen.cli.show import clock
    from listen.options import Options
    from listen.play import say

    options = Options(sidecars=False, cache=False, **settings)
    if phonemes:
        for line in say.prepared(text, lang, voice, options):
            click.echo(line)
    elif out is None:
        say.hear(text, lang, voice, through, options)
    else:
        episode = say.say(text, lang, voice, out, options)
        click.echo(f"{episode.voices[0].name} · {clock(episode.duration_ms)} · {episode.path}", err=True)
