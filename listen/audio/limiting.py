"""A look-ahead limiter: the level never passes the ceiling, and the gain moves too slowly to be heard.

How: the reduction that each short step needs (peaks between samples included) is spread forward over the
look-ahead, falls back at a steady pace, and is then smoothed by a window as long as the look-ahead. The
smooth curve is never below what any step needs, so nothing has to be clipped.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from listen.audio.interpolate import TAPS, between

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from listen.model import Samples

CEILING_DB = -2.0
"""dBTP before encoding, so that the decoded MP3 stays below −1: encoding adds some tenths of a dB."""

_STEPS_PER_SECOND = 6000
_LOOK_AHEAD_MS = 8.0
_RELEASE_DB_PER_S = 80.0
_BLOCK = 8192  # steps worked on at a time, however the samples come, so that the result does not depend on it
_QUIET = 0.5  # below this part of the ceiling no peak between samples can pass it in practice


def limit(samples: Samples, rate: int, ceiling_db: float = CEILING_DB) -> Samples:
    """As many samples, none above the ceiling (dBTP, four times oversampled)."""
    return np.concatenate(list(limited([samples], rate, ceiling_db)))


def limited(pieces: Iterable[Samples], rate: int, ceiling_db: float = CEILING_DB) -> Iterator[Samples]:
    """Return what `limit` gives for the pieces joined, in pieces of its own as they are ready."""
    limiter = Limiter(rate, ceiling_db)
    for samples in pieces:
        yield from limiter.fed(samples)
    yield from limiter.finished()


class Limiter:
    """Limits a long stream: `fed` returns what is ready, `finished` the rest.

    The samples that come out are, one after another, exactly those of `limit` on the whole.
    """

    def __init__(self, rate: int, ceiling_db: float = CEILING_DB) -> None:
        self._ceiling = 10 ** (ceiling_db / 20)
        self._step = max(1, round(rate / _STEPS_PER_SECOND))
        steps_per_ms = rate / self._step / 1000
        self._ahead = max(2, round(_LOOK_AHEAD_MS * steps_per_ms))
        self._fall = _RELEASE_DB_PER_S / 1000 / steps_per_ms * math.log(10) / 20
        # The stream begins with one look-ahead of silence of our own, dropped again on the way out.
        self._skip = self._ahead * self._step
        self._pending = np.zeros(TAPS + self._skip, np.float32)  # TAPS of the past, for `between`
        self._needs = np.zeros(0)  # ln of the reduction that each pending step needs, as far as known
        self._curve = np.zeros(self._ahead)  # last look-ahead of the falling curve
        self._known = 0.0  # need of the step before the pending ones

    def feed(self, samples: Samples) -> Samples:
        """The samples that no later one can change any more."""
        return np.concatenate((np.zeros(0, np.float32), *self.fed(samples)))

    def finish(self) -> Samples:
        """All that is left."""
        return np.concatenate((np.zeros(0, np.float32), *self.finished()))

    def fed(self, samples: Samples) -> list[Samples]:
        """Return what `feed` returns, in pieces: many of them are what came in, not copied."""
        self._pending = np.concatenate((self._pending, np.asarray(samples, np.float32)))
        return self._drain(_BLOCK)

    def finished(self) -> list[Samples]:
        """Return what `finish` returns, in pieces."""
        left = len(self._pending) - TAPS
        whole = -(-left // self._step) * self._step
        tail = whole - left + (self._ahead * self._step) + TAPS
        self._pending = np.concatenate((self._pending, np.zeros(tail, np.float32)))
        done = self._drain(_BLOCK)
        rest = (len(self._pending) - 2 * TAPS) // self._step - self._ahead
        if rest > 0:
            done += self._drain(rest)
        spare = whole - left  # less than a step, and the last piece has at least one
        if spare:
            done[-1] = done[-1][:-spare]
        return done

    def _drain(self, block: int) -> list[Samples]:
        done: list[Samples] = []
        while len(self._pending) >= 2 * TAPS + (block + self._ahead) * self._step:
            piece = self._next(block)
            done.append(piece[self._skip :])
            self._skip = max(0, self._skip - len(piece))
        return done

    def _next(self, block: int) -> Samples:
        """The next `block` steps."""
        step, ahead = self._step, self._ahead
        have = len(self._needs)
        more = self._pending[have * step : (block + ahead) * step + 2 * TAPS]
        needs = np.concatenate((self._needs, self._need(more, block + ahead - have)))
        if not self._known and not needs.any() and not self._curve.any():  # as most speech is
            samples = self._pending[TAPS : TAPS + block * step]
            self._needs, self._pending = needs[block:], self._pending[block * step :]
            return samples
        # Held from one step before to one look-ahead after: every smoothing window that touches a step, and
        # both ends of the line drawn across it, then know its need.
        held = _sliding_max(np.concatenate(([self._known], needs)), ahead + 1)[: block + 1]
        slope = self._fall * np.arange(1, len(held))
        falling = np.maximum.accumulate(np.concatenate(([self._curve[-1]], held[1:] + slope)))
        falling[1:] -= slope
        curve = np.concatenate((self._curve, np.maximum(falling[1:], 0.0)))
        samples = self._pending[TAPS : TAPS + block * step]
        where = np.flatnonzero(curve)
        if where.size:
            samples = samples.copy()
            # Smoothing reaches `ahead` steps back; where no part of the curve is near, the gain is 1.
            parted = np.flatnonzero(np.diff(where) > 2 * ahead)
            firsts, lasts = where[np.append(0, parted + 1)], where[np.append(parted, -1)]
            for start, end in zip(firsts.tolist(), lasts.tolist(), strict=True):
                first, last = max(0, start - ahead), min(block, end + 1)
                samples[first * step : last * step] *= self._gains(curve[first : last + ahead])
        self._curve = curve[-ahead:]
        self._known = float(needs[block - 1])
        self._needs = needs[block:]
        self._pending = self._pending[block * step :]
        return samples

    def _gains(self, curve: NDArray[np.float64]) -> NDArray[np.float32]:
        """Factor of each sample; the curve begins one look-ahead before the first of them."""
        step = self._step
        gain = np.exp(-np.convolve(curve, _window(self._ahead), "valid")).astype(np.float32)
        rise = np.diff(gain)
        gains = np.empty((len(rise), step), np.float32)
        for i in range(step):  # numpy is slow along so short an axis
            gains[:, i] = gain[:-1] + rise * (np.float32(i) / np.float32(step))
        return gains.reshape(-1)

    def _need(self, samples: Samples, steps: int) -> NDArray[np.float64]:
        """ln of the reduction that each step needs; the samples have TAPS of context at either end."""
        level = np.abs(samples)
        loud = level > _QUIET * self._ceiling
        loud[:-1] |= loud[1:]
        needs = np.zeros(steps)
        where = np.flatnonzero(loud)
        if not where.size:
            return needs
        peaks = np.maximum(level[where], between(samples, where))  # all others are far below the ceiling
        places = where - TAPS
        kept = (peaks >= np.float32(self._ceiling)) & (places >= 0) & (places < steps * self._step)
        if kept.any():
            over = places[kept] // self._step
            first = np.flatnonzero(np.diff(over, prepend=-1))  # of each step
            highest = np.maximum.reduceat(peaks[kept], first)
            needs[over[first]] = np.log(np.maximum(highest.astype(np.float64) / self._ceiling, 1.0))
        return needs


def _sliding_max(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """Maximum of every full window, by doubling."""
    span, widest = 1, values
    while span < width:
        shift = min(span, width - span)
        widest = np.maximum(widest[:-shift], widest[shift:])
        span += shift
    return widest


@lru_cache(maxsize=8)
def _window(length: int) -> NDArray[np.float64]:
    """Hann, without zeros at its ends, summing to 1."""
    window = np.hanning(length + 2)[1:-1]
    return np.asarray(window / window.sum())
