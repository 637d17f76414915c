"""This module says what stands beside the MP3: chapters, word times and captions, all from the episode's one
clock.
"""

from __future__ import annotations

import json
from typing import Any

from listen.captions import vtt
from listen.model import Episode
from listen.stitch import cuelist

FORMAT = 1


def chapters_json(episode: Episode) -> str:
    """Podcast-namespace chapters, version 1.2."""
    form: dict[str, Any] = {"version": "1.2.0", "title": episode.title, "fileName": episode.path.name}
    if episode.byline:
        form["author"] = episode.byline
    if episode.site:
        form["podcastName"] = episode.site
    form["description"] = " ".join(about(episode))
    form["chapters"] = [
        {"startTime": c.start_ms / 1000, "endTime": c.end_ms / 1000, "title": c.title}
        for c in episode.chapters
    ]
    return json.dumps(form, ensure_ascii=False, indent=1) + "\n"


def words_json(episode: Episode) -> str:
    """Every cue with the times of its written words: `[start, end, start_ms, end_ms]`, spans in `text`."""
    form: dict[str, Any] = {
        "format": FORMAT,
        "title": episode.title,
        "audio": episode.path.name,
        "lang": episode.lang,
        "duration_ms": episode.duration_ms,
        "synthetic": True,
        "voices": [{"name": v.name, "credit": v.credit, "licence": v.licence} for v in episode.voices],
        "article": {
            "author": episode.byline,
            "publisher": episode.site,
            "published": episode.published,
            "url": episode.url,
        },
    }
    if episode.notes:
        form["notes"] = list(episode.notes)
    head = json.dumps(form, ensure_ascii=False, indent=1)[:-2]
    lines = []
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for cue, words in cuelist.numbered(episode.cues):
        shown: dict[str, Any] = {
            "id": cue.id,
            "kind": cue.kind,
            "block": cue.block,
            "start_ms": cue.start_ms,
            "end_ms": cue.end_ms,
            "text": cue.text,
            "words": list(words),
        }
        if cue.unproven:
            shown["unproven"] = cue.unproven
        lines.append("  " + encode(shown))
    body = ",\n".join(lines)
    return f'{head},\n "cues": [\n{body}\n ]\n}}\n'


def captions(episode: Episode) -> str:
    """WebVTT, a cue for each sentence."""
    cues = (cue for cue, _ in cuelist.numbered(episode.cues))
    return vtt.captions(cues, [*about(episode), *(f"Note: {line}" for line in episode.notes)])


def about(episode: Episode) -> list[str]:
    """Return who wrote it, where it stands, and that a synthetic voice reads it: a line each."""
    return credit_lines(
        byline=episode.byline,
        site=episode.site,
        published=episode.published,
        url=episode.url,
        voices=[v.credit for v in episode.voices],
    )


def credit_lines(
    byline: str | None, site: str | None, published: str | None, url: str | None, voices: list[str]
) -> list[str]:
    """Return the lines of `about` from their parts, for tags and sidecars."""
    lines = [f"Narrated by a synthetic voice: {'; '.join(voices)}."]
    written = [f"Written by {byline}" if byline else "", f"published by {site}" if site else ""]
    written = [part for part in written if part]
    if published:
        written.append(published[:10] if written else f"Published {published[:10]}")
    if written:
        sentence = ", ".join(written)
        lines.append(sentence[0].upper() + sentence[1:] + ".")
    if url:
        lines.append(f"Source: {url}")
    return lines
