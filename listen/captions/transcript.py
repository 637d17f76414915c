"""Cues → the podcast namespace's JSON transcript: who says what when, a segment a sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping

from listen.model import Cue, Episode

NARRATOR = "Narrator"


def speakers(episode: Episode) -> dict[str, str]:
    """Whom listeners are told: the main voice is the narrator, another one goes by its name."""
    named = {voice.name: voice.name for voice in episode.voices[1:]}
    return {"": NARRATOR, **{voice.name: NARRATOR for voice in episode.voices[:1]}, **named}


def transcript(episode: Episode) -> str:
    """Version 1.0.0: every segment has its speaker and is not empty, as players expect."""
    names = speakers(episode)
    segments = [_segment(cue, names) for cue in episode.cues if cue.text.strip()]
    return json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False, indent=1) + "\n"


def _segment(cue: Cue, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "speaker": names.get(cue.voice, NARRATOR),
        "startTime": cue.start_ms / 1000,
        "endTime": cue.end_ms / 1000,
        "body": " ".join(cue.text.split()),
    }
