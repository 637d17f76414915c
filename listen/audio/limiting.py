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
        ready = limiter.fed(samples)
        del samples  # not needed while the next one is made
        yield from ready
        del ready
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

    def feed(self, samples: Samples) -> Samples:
        """The samples that no later one can change any more."""
        return np.concatenate((np.zeros(0, np.float32), *self.fed(samples)))

    def finish(self) -> Samples:
        """All that is left."""
        return np.concatenate((np.zeros(0, np.float32), *self.finished()))

    def fed(self, samples: Samples) -> list[Samples]:
        """Return what `feed` returns, in pieces: many of them are what came in, not copied."""
        self._pending = np.concatenate((self._pending, np.asarray(samples, np.float32)))
        done = self._drain(_BLOCK)
        if done:
            self._pending = self._pending.copy()  # what is done of it need not wait with it
        return done

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
        if not needs.any() and not self._curve.any():  # as most speech is
            samples = self._pending[TAPS : TAPS + block * step]
            self._needs, self._pending = needs[block:], self._pending[block * step :]
            return samples
        curve = self._falling(needs, block)
        samples = self._pending[TAPS : TAPS + block * step]
        where = (curve != 0).nonzero()[0]
        if where.size:
            samples = samples.copy()
            # Smoothing reaches `ahead` steps back; where no part of the curve is near, the gain is 1.
            for start, end in _clusters(where, 2 * ahead):
                first, last = max(0, start - ahead), min(block, end + 1)
                samples[first * step : last * step] *= self._gains(curve[first : last + ahead])
        self._curve = curve[-ahead:]
        self._needs = needs[block:]
        self._pending = self._pending[block * step :]
        return samples

    def _falling(self, needs: NDArray[np.float64], block: int) -> NDArray[np.float64]:
        """Return the curve of the next `block` steps behind its last look-ahead: each need, held from one
        look-ahead before, then falling.

        Every smoothing window that touches a step, and both ends of the line drawn across it, then know its
        need. Only the stretches in which it is not 0 are worked out: they are short.
        """
        ahead, slope, last = self._ahead, _slope(self._fall), float(self._curve[-1])
        curve = np.zeros(ahead + block)
        curve[:ahead] = self._curve
        at = (needs != 0).nonzero()[0]
        if last:
            at = np.concatenate(([0], at))
        tail = int(max(last, needs.max()) / self._fall) + 2
        for first, final in _clusters(at, ahead + tail):
            start, end = max(0, first - ahead), min(block, final + tail)
            stretch, line = curve[ahead + start : ahead + end], slope[start:end]
            np.add(_sliding_max(needs[start : end + ahead], ahead + 1), line, out=stretch)
            if not start:
                stretch[0] = max(stretch[0], last)
            np.maximum.accumulate(stretch, out=stretch)
            stretch -= line
            np.maximum(stretch, 0.0, out=stretch)
        return curve

    def _gains(self, curve: NDArray[np.float64]) -> NDArray[np.float32]:
        """Factor of each sample; the curve begins one look-ahead before the first of them."""
        step = self._step
        gain = np.exp(-np.convolve(curve, _window(self._ahead), "valid")).astype(np.float32)
        rise = gain[1:] - gain[:-1]
        gains = np.empty((len(rise), step), np.float32)
        for i in range(step):  # numpy is slow along so short an axis
            gains[:, i] = gain[:-1] + rise * (np.float32(i) / np.float32(step))
        return gains.reshape(-1)

    def _need(self, samples: Samples, steps: int) -> NDArray[np.float64]:
        """ln of the reduction that each step needs; the samples have TAPS of context at either end."""
        step = self._step
        level = np.abs(samples[TAPS : TAPS + steps * step + 1])  # and the neighbour of the last one
        loud = level > _QUIET * self._ceiling
        loud[:-1] |= loud[1:]
        needs = np.zeros(steps)
        where = loud[:-1].nonzero()[0]
        if not where.size:
            return needs
        peaks = np.maximum(level[where], between(samples, where + TAPS))  # all others are far below
        kept = peaks >= np.float32(self._ceiling)
        if kept.any():
            over = where[kept] // step
            fresh = np.ones(len(over), np.bool_)
            np.not_equal(over[1:], over[:-1], out=fresh[1:])
            first = fresh.nonzero()[0]  # of each step
            highest = np.maximum.reduceat(peaks[kept], first)
            needs[over[first]] = np.log(np.maximum(highest.astype(np.float64) / self._ceiling, 1.0))
        return needs


def _clusters(places: NDArray[np.intp], gap: int) -> Iterator[tuple[int, int]]:
    """First and last of the places, which rise, in each group that is more than `gap` from the next."""
    if places.size:
        parted = (places[1:] - places[:-1] > gap).nonzero()[0]
        firsts, lasts = places[parted + 1].tolist(), places[parted].tolist()
        yield from zip((int(places[0]), *firsts), (*lasts, int(places[-1])), strict=True)


def _sliding_max(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """Maximum of every full window, by doubling."""
    span, widest = 1, values
    while span < width:
        shift = min(span, width - span)
        widest = np.maximum(widest[:-shift], widest[shift:])
        span += shift
    return widest


@lru_cache(maxsize=8)
def _slope(fall: float) -> NDArray[np.float64]:
    """Return what the curve falls by in 1, 2, … steps of a block."""
    return np.asarray(fall * np.arange(1, _BLOCK + 1), np.float64)


@lru_cache(maxsize=8)
def _window(length: int) -> NDArray[np.float64]:
    """Hann, without zeros at its ends, summing to 1."""
    window = np.hanning(length + 2)[1:-1]
    return np.asarray(window / window.sum())
