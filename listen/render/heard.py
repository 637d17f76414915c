"""This module hears a clip's samples: how much sound, how long a silence, a voice, a copy of itself.

Everything is computed from 10 ms levels and from the samples at about 4 kHz, so that it costs little. What
the clip should hold is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from listen.audio.spectra import spectrum as spectrum_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from listen.model import Clip, Samples

FRAME_MS = 10
_QUIET_DB = -40.0
"""Below the clip's loud parts: no speech sound, or a very soft one."""
_DEAD_DB = -60.0
"""Below the clip's loud parts: nothing at all."""
_FLOOR_DB = -80.0
"""Below full scale: nothing, however soft the voice."""
_SILENT_DB = -50.0
"""A clip whose loud parts are below this says nothing."""
_CLOSURE_MS = 80
"""Silence inside speech up to this is part of a sound."""
UNVOICED_MS = 550
"""Longest stretch of sound without voice: creak and whisper at the end of a sentence."""
_VOICED = 0.45
"""Correlation at the pitch period from which a frame is voiced; noise reaches it once in a thousand."""
_VOICE_SIZE, _VOICE_LAGS = 256, 384
"""Samples of a frame in which voice is looked for, and with room for every lag that is tried."""


def unusable(clip: Clip, levels: NDArray[np.float32]) -> str:
    """Return why nobody could hear anything in the clip of these `levels`; empty when somebody could."""
    if not len(clip.samples):
        return "no sound"
    beyond = clip.samples[len(levels) * _frame(clip.rate) :]  # what fills no frame
    if not (np.isfinite(levels).all() and np.isfinite(beyond).all()):
        return "samples that are no numbers"
    return "silence" if _loud(levels) < _power(_SILENT_DB) else ""


@dataclass(frozen=True, slots=True)
class Heard:
    """Holds what is heard in a clip."""

    levels: NDArray[np.float32]
    """Mean power of every 10 ms."""
    active: NDArray[np.bool_]
    """Which of these hold a speech sound that is no very soft one."""
    alive: NDArray[np.bool_]
    """Which of them hold anything at all."""
    sound_ms: int
    """Time of sound, pauses left out: what `expected_ms` foresees."""
    silence_ms: int
    """The longest silence inside."""
    low: Samples
    """The samples at about 4 kHz."""
    low_rate: float
    """Hz."""


def levels_of(clip: Clip) -> NDArray[np.float32]:
    """Return the mean power of every 10 ms, where the clip has samples."""
    return _levels(clip.samples, clip.rate) if len(clip.samples) else np.zeros(0, np.float32)


def of(clip: Clip, levels: NDArray[np.float32] | None = None) -> Heard:
    """Return what is heard in a clip that has samples; its `levels` need not be found again."""
    if levels is None:
        levels = levels_of(clip)
    top = _loud(levels)
    active = levels > max(top * _power(_QUIET_DB), _power(_FLOOR_DB))
    alive = levels > max(top * _power(_DEAD_DB), _power(_FLOOR_DB))
    step = max(1, clip.rate // 4000)
    return Heard(levels, active, alive, *_sound(active), decimate(clip.samples, step), clip.rate / step)


def sound_ms(clip: Clip) -> int:
    """Time of sound in a clip, as in `Heard`."""
    return of(clip).sound_ms


def hiss(clip: Clip, heard: Heard) -> NDArray[np.bool_]:
    """Which 10 ms hold a sound that is steeper than it is loud: a sibilant, or noise."""
    steps = np.empty_like(clip.samples)
    steps[:1] = 0
    np.subtract(clip.samples[1:], clip.samples[:-1], out=steps[1:])
    return heard.active & (_levels(steps, clip.rate) > heard.levels)


def longest(flags: NDArray[np.bool_]) -> int:
    """Milliseconds of the longest run of 10 ms that are so."""
    return int(runs(flags).max(initial=0)) * FRAME_MS


def unvoiced_ms(clip: Clip, heard: Heard) -> int:
    """Milliseconds of the longest sound without voice; 0 where none is too long."""
    active = heard.active
    pairs: NDArray[np.bool_] = active[: len(active) // 2 * 2].reshape(-1, 2)
    step = max(1, clip.rate // 4000)
    hop = round(clip.rate * 2 * FRAME_MS / 1000 / step)
    return longest_unvoiced(heard.low, heard.low_rate, hop, pairs[:, 0] & pairs[:, 1]) * 2 * FRAME_MS


def longest_unvoiced(low: Samples, rate: float, hop: int, sounding: NDArray[np.bool_]) -> int:
    """Longest stretch of sounding hops without voice; 0 where none is too long.

    A stretch that is too long takes in two neighbours of the hops at multiples of half its length, so those
    are looked at first, and the others only where two such neighbours have no voice.
    """
    apart = (UNVOICED_MS // (2 * FRAME_MS) + 1) // 2
    probes = np.zeros(len(sounding), np.bool_)
    probes[::apart] = sounding[::apart]
    probes &= _long(sounding, 2 * apart)
    silent = (probes & ~voiced(low, rate, hop, probes))[::apart]
    # What is too long reaches less than `apart` beyond the outermost of its probes.
    doubted = np.zeros(len(sounding), np.bool_)
    for probe in (silent[1:] & silent[:-1]).nonzero()[0].tolist():
        doubted[max(0, (probe - 1) * apart) : (probe + 2) * apart + 1] = True
    doubted &= sounding
    return int(runs(doubted & ~voiced(low, rate, hop, doubted)).max(initial=0))


def _long(flags: NDArray[np.bool_], least: int) -> NDArray[np.bool_]:
    """The flags that are in a run of `least` or more."""
    kept = np.zeros(len(flags), np.bool_)
    for start, end in _edges(flags).reshape(-1, 2).tolist():
        if end - start >= least:
            kept[start:end] = True
    return kept


def voiced(low: Samples, rate: float, hop: int, wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """For every wanted hop, whether the samples around repeat themselves at a pitch of 60 to 450 Hz."""
    voiced = np.zeros(len(wanted), np.bool_)
    where = wanted.nonzero()[0]
    if not where.size:
        return voiced
    half = _VOICE_SIZE // 2
    steep = np.zeros(len(low) + 2 * half + hop, low.dtype)
    np.subtract(low[1:], low[:-1], out=steep[half + 1 : half + len(low)])
    frames = np.lib.stride_tricks.sliding_window_view(steep, _VOICE_SIZE)[::hop]
    where = where[where < len(frames)]
    window, own = _voice_window()
    spectrum = spectrum_of(frames[where] * window, _VOICE_LAGS)
    again = np.fft.irfft(spectrum.real**2 + spectrum.imag**2, axis=1)
    first, last = int(rate / 450), int(rate / 60)
    best = (again[:, first:last] / own[first:last]).max(axis=1, initial=0.0)
    voiced[where] = best > _VOICED * again[:, 0] + 1e-12
    return voiced


@cache
def _voice_window() -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """A frame's window by the size that its spectrum is divided by, and what the window leaves of a steady
    tone's correlation at each lag."""
    window = np.hanning(_VOICE_SIZE)
    own = np.fft.irfft(np.abs(np.fft.rfft(window, _VOICE_LAGS)) ** 2)
    return (window * _VOICE_LAGS).astype(np.float32), own / own[0]


def copied(low: Samples, shortest: int) -> float:
    """The largest correlation of the samples with themselves, `shortest` or more of them later."""
    size = _fast_length(2 * len(low))
    spectrum = spectrum_of(low * np.float32(size), size)
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.complex64)
    again = np.fft.irfft(power, size)[: len(low)]
    return float(again[shortest:].max(initial=0.0) / max(float(again[0]), 1e-12))


def _fast_length(least: int) -> int:
    """The smallest 2^n, 3 × 2^n or 5 × 2^n that is no less: lengths that transforms are fast for."""
    return min(odd << max(0, (-(-least // odd) - 1).bit_length()) for odd in (1, 3, 5))


def decimate(samples: Samples, step: int) -> Samples:
    """Means of `step` samples each."""
    count = len(samples) // step
    low = samples[: count * step : step].copy()
    for offset in range(1, step):
        low += samples[offset : count * step : step]
    return low / np.float32(step)


def _sound(active: NDArray[np.bool_]) -> tuple[int, int]:
    """Milliseconds of sound, and of the longest silence inside it."""
    places = active.nonzero()[0]
    if not places.size:
        return 0, 0
    holes = runs(~active[places[0] : places[-1] + 1]) * FRAME_MS
    whole = int(places[-1] + 1 - places[0]) * FRAME_MS
    return whole - int(holes[holes > _CLOSURE_MS].sum()), int(holes.max(initial=0))


def _loud(levels: NDArray[np.float32]) -> float:
    """Power that a twentieth of the frames exceed."""
    place = -1 - len(levels) // 20
    return float(np.partition(levels, place)[place])


def _levels(samples: Samples, rate: int) -> NDArray[np.float32]:
    """Mean power of every 10 ms; a clip shorter than that is one frame."""
    size = _frame(rate)
    count = max(1, len(samples) // size)
    frames = (
        np.resize(samples, (count, size))
        if len(samples) < size
        else samples[: count * size].reshape(-1, size)
    )
    return np.asarray(np.einsum("ij,ij->i", frames, frames) / np.float32(size))


def _frame(rate: int) -> int:
    """Samples of 10 ms."""
    return max(1, rate * FRAME_MS // 1000)


def runs(flags: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Lengths of the runs of True."""
    edges = _edges(flags)
    return edges[1::2] - edges[::2]


def _edges(flags: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Where each run of True begins, and where it ends, in turns."""
    around = np.zeros(len(flags) + 2, np.bool_)
    around[1:-1] = flags
    return np.asarray(around[1:] != around[:-1]).nonzero()[0]


def _power(level_db: float) -> float:
    return float(10 ** (level_db / 10))
