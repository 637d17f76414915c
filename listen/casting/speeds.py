"""This module remembers how fast voices were here, as `listen voices bench` measured it, for the listing."""

from __future__ import annotations

import json
from pathlib import Path

from listen.storage import folders, whole


def kept_in() -> Path:
    """Return the file: beside the installed voices, hidden, JSON: name → audio seconds per CPU second."""
    return folders.voices_dir() / ".speeds.json"


def known() -> dict[str, float]:
    """Audio seconds that a second of one core makes, by voice; empty where nothing was measured."""
    try:
        found = json.loads(kept_in().read_text("utf-8"))
        return {str(name): float(speed) for name, speed in found.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}  # it only saves the user a look at `bench`


def remember(name: str, speed: float) -> None:
    """Keep what was measured of a voice. Raises OSError where nothing can be written."""
    text = json.dumps({**known(), name: round(speed, 1)}, ensure_ascii=False, indent=0)
    whole.write(kept_in(), text.encode(), durable=False)
