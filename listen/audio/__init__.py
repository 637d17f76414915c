"""This module says what is done to PCM between engine and encoder: rate, edges, level, jingles. Mono float32
throughout.
"""

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
