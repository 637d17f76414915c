"""This module says what the player that other pages embed must know of an episode: `embed.json`, at an
address that stays.
"""

from __future__ import annotations

import json

from listen.library import Entry


def described(entry: Entry) -> bytes:
    """Return what the element must know of an episode; names of files beside it."""
    captions = entry.file(".vtt")
    form = {
        "title": entry.title, "lang": entry.lang, "version": entry.version, "duration_ms": entry.duration_ms,
        "audio": entry.audio, "captions": captions.name if captions else None,
        "chapters": [[chapter.start_ms, chapter.title] for chapter in entry.chapters],
    }  # fmt: skip
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode()
