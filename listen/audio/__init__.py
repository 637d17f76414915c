"""This module says what is done to PCM between engine and encoder: rate, edges, level, jingles. Mono float32
throughout.

A name's module, and numpy with it, is loaded when the name is first asked for: a process that reads and joins
what others have spoken needs none of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from listen.audio.decoding import load
    from listen.audio.jingles import Bed, fade, make_bed, mix_bed, normalise_to
    from listen.audio.levelling import calibrate_gain
    from listen.audio.limiting import CEILING_DB, Limiter, limit, limited
    from listen.audio.measuring import TARGET_LUFS, loudness, short_term, true_peak
    from listen.audio.pcm import from_pcm16, silence, to_pcm16
    from listen.audio.resampling import resample
    from listen.audio.stretching import Stretcher, stretch
    from listen.audio.trimming import onset, trim

__all__ = [
    "CEILING_DB",
    "TARGET_LUFS",
    "Bed",
    "Limiter",
    "Stretcher",
    "calibrate_gain",
    "fade",
    "from_pcm16",
    "limit",
    "limited",
    "load",
    "loudness",
    "make_bed",
    "mix_bed",
    "normalise_to",
    "onset",
    "resample",
    "short_term",
    "silence",
    "stretch",
    "to_pcm16",
    "trim",
    "true_peak",
]

_HOMES = {
    "Bed": "jingles",
    "CEILING_DB": "limiting",
    "Limiter": "limiting",
    "Stretcher": "stretching",
    "TARGET_LUFS": "measuring",
    "calibrate_gain": "levelling",
    "fade": "jingles",
    "from_pcm16": "pcm",
    "limit": "limiting",
    "limited": "limiting",
    "load": "decoding",
    "loudness": "measuring",
    "make_bed": "jingles",
    "mix_bed": "jingles",
    "normalise_to": "jingles",
    "onset": "trimming",
    "resample": "resampling",
    "short_term": "measuring",
    "silence": "pcm",
    "stretch": "stretching",
    "to_pcm16": "pcm",
    "trim": "trimming",
    "true_peak": "measuring",
}
"""The module of each name."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
