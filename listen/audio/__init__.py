"""What is done to PCM between engine and encoder: rate, edges, level, jingles. Mono float32 throughout."""

from listen.audio.jingle import Bed, fade, load, make_bed, mix_bed, normalise_to
from listen.audio.level import calibrate_gain
from listen.audio.limit import CEILING_DB, Limiter, limit
from listen.audio.loudness import loudness, short_term, true_peak
from listen.audio.resampling import resample
from listen.audio.trimming import trim

__all__ = [
    "CEILING_DB",
    "Bed",
    "Limiter",
    "calibrate_gain",
    "fade",
    "limit",
    "load",
    "loudness",
    "make_bed",
    "mix_bed",
    "normalise_to",
    "resample",
    "short_term",
    "trim",
    "true_peak",
]
