"""Cues → WebVTT captions, in the article's own words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from listen.model import Cue

LINE_CHARS = 65
"""Longest line of a caption, as podcast apps advise."""

OPENING = "“‘„‚«‹([{\"'¿¡"


def captions(cues: Iterable[Cue], notes: Iterable[str] = ()) -> str:
    """A WebVTT file: one cue a sentence, its id the sentence's; `notes` become a comment at the top."""
    parts = ["WEBVTT"]
    comment = [line.replace("-->", "→") for note in notes for line in note.splitlines() if line.strip()]
    if comment:
        parts.append("NOTE\n" + "\n".join(comment))
    parts += [_cue(cue) for cue in cues]
    return "\n\n".join(parts) + "\n"


def timed_words(cues: Iterable[Cue]) -> str:
    """WebVTT whose cues name the time of every word, for players that fill captions as they are said."""
    return "\n\n".join(["WEBVTT", *map(_timed, cues)]) + "\n"


def stamp(ms: int) -> str:
    """Milliseconds as `hh:mm:ss.mmm`."""
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{ms:03}"


def milliseconds(stamp: str) -> int:
    """`[hh:]mm:ss.mmm` as milliseconds."""
    clock, _, fraction = stamp.partition(".")
    return seconds(clock) * 1000 + int(fraction)


def seconds(clock: str) -> int:
    """`[hh:]mm:ss` as seconds."""
    found = 0
    for part in clock.split(":"):
        found = found * 60 + int(part)
    return found


def _cue(cue: Cue) -> str:
    lines = wrapped(cue.text, LINE_CHARS - len("<v Narrator>"))
    body = "\n".join(map(_escaped, lines))
    return f"{_head(cue)}<v Narrator>{body}"


def wrapped(text: str, width: int) -> list[str]:
    """Return the text in lines of at most `width` characters, one empty line for none: what `textwrap` gives,
    which is asked only where a word is longer than a line, and takes five times as long.
    """
    words = text.split()
    line = " ".join(words)
    if len(line) > width and max(map(len, words)) > width:
        return textwrap.wrap(line, width, break_on_hyphens=False)
    lines: list[str] = []
    at = 0
    while len(line) - at > width:
        end = line.rindex(" ", at, at + width + 1)
        lines.append(line[at:end])
        at = end + 1
    return [*lines, line[at:]]


def _timed(cue: Cue) -> str:
    body, at, last = "", 0, cue.start_ms
    for word in cue.words:
        before = cue.text[at : word.start]
        opening = len(before) - len(before.rstrip(OPENING))  # an opening quote or bracket comes with its word
        at = word.start - opening
        body += _escaped(before[: len(before) - opening])
        if last < word.start_ms < cue.end_ms:
            body += f"<{stamp(word.start_ms)}>"
            last = word.start_ms
    body += _escaped(cue.text[at:])
    return f"{_head(cue)}<v Narrator>{' '.join(body.split())}"


def _head(cue: Cue) -> str:
    """The lines above a cue's text; WebVTT knows no cue that ends when it begins."""
    return f"{cue.id}\n{stamp(cue.start_ms)} --> {stamp(max(cue.end_ms, cue.start_ms + 1))}\n"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
