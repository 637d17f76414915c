"""The files that a Kokoro voice is made of, as `listen voices install` puts them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from listen.errors import VoiceError
from listen.model import Voice
from listen.storage import folders

MODELS = {"int8": "kokoro-v1.0.int8.onnx", "fp32": "kokoro-v1.0.fp32.onnx"}
"""Model files by precision, the usual one first."""
_PART = re.compile(r"([a-z]+_\w+)(?::(\d+(?:\.\d+)?))?")


@dataclass(frozen=True, slots=True)
class Files:
    """Model and styles of one voice."""

    model: Path
    styles: tuple[tuple[Path, float], ...]
    """Each with its weight; weights sum to 1."""

    @property
    def all(self) -> tuple[Path, ...]:
        """Every file, the model first."""
        return (self.model, *(path for path, _ in self.styles))


def folder() -> Path:
    """Return where Kokoro's files lie."""
    return folders.voices_dir() / "kokoro"


def of(voice: Voice) -> Files:
    """The files of a voice, there or not. Raises VoiceError for an id that names no style."""
    styles, _, precision = voice.id.partition("@")
    model = MODELS.get(precision or "int8")
    if model is None:
        raise VoiceError(f"no precision {precision!r} of {styles}: give {' or '.join(MODELS)}")
    mixed = parts(styles)
    return Files(folder() / model, tuple((folder() / f"{name}.bin", share) for name, share in mixed))


def parts(styles: str) -> list[tuple[str, float]]:
    """The names of a blend with their shares: `af_heart:0.6+bf_emma:0.4`. Raises VoiceError for no blend."""
    found: dict[str, float] = {}
    for part in styles.split("+"):
        match = _PART.fullmatch(part.strip())
        if match is None:
            raise VoiceError(f"{styles!r} is no blend of Kokoro voices: write af_heart:0.6+bf_emma:0.4")
        found[match[1]] = found.get(match[1], 0.0) + float(match[2] or 1)
    total = sum(found.values())
    if total <= 0:
        raise VoiceError(f"{styles!r} weighs nothing: write af_heart:0.6+bf_emma:0.4")
    return [(name, weight / total) for name, weight in found.items()]


def any_model() -> bool:
    """Return whether one of the models is installed."""
    return any((folder() / name).exists() for name in MODELS.values())
