"""The two files of a Piper voice: where they lie, and what its settings say."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from listen.engines.espeak_groups import TIE
from listen.errors import EngineError
from listen.model import Voice
from listen.storage import folders

BEGIN, END, PAD = "^", "$", "_"
SAME = str.maketrans(
    {"…": ".", "—": ",", "–": ",", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "।": "."}
)
"""Punctuation that its alphabets lack, and what is nearest."""


@dataclass(frozen=True)
class Config:
    """Holds what a voice's settings say."""

    rate: int
    """Hz."""
    espeak: str
    """The voice of espeak-ng whose phonemes it was trained on."""
    ids: Mapping[str, int] = field(hash=False)
    """Its alphabet."""
    speakers: int
    noise: float
    length: float
    noise_width: float
    spelled: bool = False
    """It was trained on letters, not on phonemes."""

    def letters(self, ipa: str) -> str:
        """espeak-ng's IPA as its alphabet has it: one sign for a letter and one for its accent."""
        return unicodedata.normalize("NFD", ipa.replace(TIE, "")).replace("g", "ɡ")

    def marks(self, text: str) -> str:
        """The punctuation of its alphabet; other marks become the nearest of it."""
        return "".join(
            c for c in text.translate(SAME) if c in self.ids and not c.isalnum() and not c.isspace()
        )


def folder() -> Path:
    """Return where Piper's files lie."""
    return folders.voices_dir() / "piper"


def paths(voice: Voice) -> tuple[Path, Path]:
    """Model and settings of a voice, there or not."""
    name = voice.id.partition("#")[0]
    return folder() / f"{name}.onnx", folder() / f"{name}.onnx.json"


def speaker(voice: Voice) -> int:
    """The number of the speaker, 0 where the voice names none."""
    number = voice.id.partition("#")[2] or "0"
    if not number.isdigit():
        raise EngineError(f"{number!r} is no number of a speaker of {voice.id.partition('#')[0]}")
    return int(number)


def any_voice() -> bool:
    """Return whether a voice is installed."""
    return any(path.with_name(path.name + ".json").exists() for path in folder().glob("*.onnx"))


@cache
def config(path: Path) -> Config:
    """The settings of a voice. Raises EngineError in one line for what is none."""
    try:
        told: dict[str, Any] = json.loads(path.read_text("utf-8"))
        ids = {sign: _one(numbers) for sign, numbers in told["phoneme_id_map"].items()}
        if missing := {BEGIN, END, PAD} - set(ids):
            raise KeyError(f"no {min(missing)!r} in the alphabet")
        scales = told.get("inference", {})
        return Config(
            rate=int(told["audio"]["sample_rate"]),
            espeak=str(told["espeak"]["voice"]),
            ids=ids,
            speakers=int(told.get("num_speakers", 1)),
            noise=float(scales.get("noise_scale", 0.667)),
            length=float(scales.get("length_scale", 1.0)),
            noise_width=float(scales.get("noise_w", 0.8)),
            spelled=told.get("phoneme_type") == "text",
        )
    except FileNotFoundError:
        name = path.name.removesuffix(".onnx.json")
        raise EngineError(f"voice {name} is not installed: listen voices install {name}") from None
    except (ValueError, KeyError, TypeError) as error:
        raise EngineError(f"{path.name} is no Piper voice's settings ({error}): install it again") from error


def _one(numbers: list[int]) -> int:
    (number,) = numbers
    return number
