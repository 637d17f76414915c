"""Cues of files that we or others made: `words.json`, and WebVTT with a cue a sentence."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import Any

from listen.captions import vtt
from listen.errors import AudioError
from listen.model import Chapter, Cue, WordTime

_TIME = r"((?:[0-9]{1,6}:)?[0-9]{1,2}:[0-9]{2}\.[0-9]{3})"
_TIMES = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}")
_MARKUP = re.compile(r"<[^<>]*+>")


@dataclass(frozen=True, slots=True)
class Told:
    """Holds what a `words.json` says."""

    title: str
    lang: str
    url: str | None
    cues: tuple[Cue, ...]


def words(text: str, name: str) -> Told:
    """The cues of a `words.json`. Raises AudioError, naming the file `name`, when it is none."""
    try:
        form = json.loads(text)
        cues = tuple(_cue(cue, form.get("lang") or "") for cue in form["cues"])
        return Told(str(form["title"]), str(form["lang"]), (form.get("article") or {}).get("url"), cues)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise AudioError(
            f"{name} is not a file of word times: make it again, or move it away to play without it"
        ) from error


def _cue(form: dict[str, Any], lang: str) -> Cue:
    text = str(form["text"])
    times = tuple(WordTime(*map(int, word)) for word in form.get("words", ()))
    if any(not 0 <= w.start <= w.end <= len(text) for w in times):
        raise ValueError("a word lies outside its sentence")
    return Cue(
        id=str(form["id"]),
        text=text,
        start_ms=int(form["start_ms"]),
        end_ms=int(form["end_ms"]),
        words=times,
        kind=form.get("kind", "paragraph"),
        block=int(form.get("block", -1)),
        lang=lang,
    )


def chapters(text: str, name: str) -> tuple[Chapter, ...]:
    """The chapters of a podcast-namespace `chapters.json`. Raises AudioError when it is none."""
    try:
        found = [
            Chapter(str(c.get("title", "")), round(c["startTime"] * 1000), round(c.get("endTime", 0) * 1000))
            for c in json.loads(text)["chapters"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise AudioError(
            f"{name} is not a file of chapters: make it again, or move it away to play without it"
        ) from error
    return tuple(sorted(found, key=lambda chapter: chapter.start_ms))


def webvtt(text: str) -> tuple[Cue, ...]:
    """The cues of a WebVTT file, without their markup; what is broken in it is left out."""
    cues: list[Cue] = []
    for block in re.split(r"\n[ \t]*\n+", text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")):
        lines = block.strip("\n").split("\n")
        at = next((n for n, line in enumerate(lines[:2]) if _TIMES.match(line)), None)
        if at is None:
            continue
        times = _TIMES.match(lines[at])
        said = " ".join(html.unescape(_MARKUP.sub("", " ".join(lines[at + 1 :]))).split())
        if times and said:
            start, end = vtt.milliseconds(times[1]), vtt.milliseconds(times[2])
            cues.append(Cue(lines[0] if at else f"c{len(cues) + 1}", said, start, max(end, start)))
    return tuple(sorted(cues, key=lambda cue: cue.start_ms))
