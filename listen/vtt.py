"""Cues → WebVTT captions, in the article's own words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from listen.model import Cue

LINE_CHARS = 65
"""Longest line of a caption, as podcast apps advise."""


def captions(cues: Iterable[Cue], notes: Iterable[str] = ()) -> str:
    """A WebVTT file: one cue a sentence, its id the sentence's; `notes` become a comment at the top."""
    parts = ["WEBVTT"]
    comment = [line.replace("-->", "→") for note in notes for line in note.split("\n") if line.strip()]
    if comment:
        parts.append("NOTE\n" + "\n".join(comment))
    parts += [_cue(cue) for cue in cues]
    return "\n\n".join(parts) + "\n"


def stamp(ms: int) -> str:
    """Milliseconds as `hh:mm:ss.mmm`."""
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{ms:03}"


def _cue(cue: Cue) -> str:
    text = " ".join(cue.text.split())
    lines = textwrap.wrap(text, LINE_CHARS - len("<v Narrator>"), break_on_hyphens=False) or [text]
    escaped = [line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for line in lines]
    body = "\n".join(escaped)
    return f"{cue.id}\n{stamp(cue.start_ms)} --> {stamp(cue.end_ms)}\n<v Narrator>{body}"
