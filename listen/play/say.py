"""One phrase: what an engine is given for it, and how it sounds."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from listen import engines, pipeline, reading
from listen.casting import cast as casting
from listen.model import Article, Block, Episode, Script
from listen.options import Options
from listen.storage.file_names import opening_words


def prepared(text: str, lang: str, voice: str | None, options: Options) -> list[str]:
    """Per sentence, what the voice's engine is given: phonemes, or text with mark-up."""
    script, cast = casting.cast(_script(text, lang, options), voice, options.engine, None)
    engine = engines.get(cast.main.engine)
    return [engine.prepare(u, cast.main) for u in script.utterances]


def say(text: str, lang: str, voice: str | None, out: Path, options: Options) -> Episode:
    """Speak `text` into an MP3; named after its first words if `out` is a folder."""
    return pipeline.narrate(_script(text, lang, options), voice, out, options=options)


def hear(text: str, lang: str, voice: str | None, through: str | None, options: Options) -> None:
    """Speak `text` through the computer's sound output; one of `listen.play.outputs.names()`, or the best.

    Raises AudioError when there is none.
    """
    from listen.play import live, outputs
    from listen.play.player import Player

    script = _script(text, lang, options)  # where there is nothing to say, no sound is asked for
    with contextlib.closing(outputs.find(through, "-o FILE writes it as an MP3")) as output:
        narration = live.Live(script, None, None)
        narration.start(voice, None, options)
        try:
            live.play_out(narration, lambda recording: Player(recording.sound, output))
        finally:
            narration.stop()


def _script(text: str, lang: str, options: Options) -> Script:
    article = Article(title="", lang=lang, blocks=(Block("paragraph", text),))
    return replace(reading.worded(reading.written(article, options), options), title=opening_words(text))
