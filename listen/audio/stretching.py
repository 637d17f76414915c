"""Speech faster or slower at its own pitch: waveform-similarity overlap-add (Verhelst and Roelands, 1993)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from listen.model import Samples

_WINDOW_MS = 30.0  # two pitch periods of a low voice
_SEARCH_MS = 8.0  # how far a piece may be moved so that its wave continues the one before


def stretch(samples: Samples, rate: int, factor: float) -> Samples:
    """Played `factor` times as fast: round(len / factor) samples, the same pitch. `rate` in Hz."""
    stretcher = Stretcher(rate, factor)
    return np.concatenate((stretcher.feed(samples), stretcher.finish()))


class Stretcher:
    """Stretches piece by piece, for sound that is played while it is read: `feed`, … and once `finish`.

    What they return, one after another, is what `stretch` makes of the whole, however it is cut. Its sample n
    is sample n × factor of what went in.
    """

    def __init__(self, rate: int, factor: float) -> None:
        self._factor = factor
        self._half = round(rate * _WINDOW_MS / 2000)
        self._search = round(rate * _SEARCH_MS / 1000)
        # two of them, half a window apart, add up to 1
        self._window = np.hanning(2 * self._half + 1)[:-1].astype(np.float32)
        self._fed = 0
        self._in = np.zeros(self._search + self._half, np.float32)
        self._in_at = 0  # sample of the padded input at which `_in` begins
        self._wanted: Samples | None = None
        self._at = 0  # sample of the output, half a window included, at which the next piece begins
        self._out = np.zeros(2 * self._half, np.float32)  # sums that begin at `_at`

    def feed(self, samples: Samples) -> Samples:
        """Return what is ready after these samples."""
        self._fed += len(samples)
        self._in = np.concatenate((self._in, np.asarray(samples, np.float32)))
        if self._factor == 1.0:
            ready, self._in = self._in[self._search + self._half :], self._in[: self._search + self._half]
            return ready
        if self._fed < 4 * self._half:
            return np.zeros(0, np.float32)
        lead = self._search + 2 * self._half
        return self._pieces(lambda: round(self._at * self._factor) + lead <= self._fed, end=None)

    def finish(self) -> Samples:
        """The rest. Nothing can be fed afterwards."""
        length = round(self._fed / self._factor)
        if self._factor == 1.0:
            return np.zeros(0, np.float32)
        if self._fed < 4 * self._half:
            whole = self._in[self._search + self._half :]
            return whole[:length] if self._factor >= 1.0 else np.pad(whole, (0, length - len(whole)))
        done = max(self._at - self._half, 0)
        self._in = np.pad(self._in, (0, 3 * self._half + 2 * self._search))
        rest = self._pieces(lambda: self._at < length + self._half, end=self._in_at + len(self._in))
        return rest[: length - done]

    def _pieces(self, more: Callable[[], bool], end: int | None) -> Samples:
        """Overlap pieces while there are `more`; the input ends at `end`, when that is known."""
        half, search = self._half, self._search
        done: list[Samples] = []
        while more():
            ideal = search + round(self._at * self._factor)
            low = max(ideal - search, 0)
            if end is not None:
                low = min(low, end - 2 * half - 2 * search)
            low -= self._in_at
            if self._wanted is None:
                self._wanted = self._in[search : search + 2 * half]
            around = self._in[low : low + 2 * half + 2 * search]
            begin = low + int(np.correlate(around, self._wanted).argmax())
            self._out += self._in[begin : begin + 2 * half] * self._window
            self._wanted = self._in[begin + half : begin + 3 * half]
            if len(self._wanted) < 2 * half:
                self._wanted = np.pad(self._wanted, (0, 2 * half - len(self._wanted)))
            if self._at:
                done.append(self._out[:half])
            self._out = np.concatenate((self._out[half:], np.zeros(half, np.float32)))
            self._at += half
        used = max(search + round(self._at * self._factor) - search - self._in_at, 0)
        if end is None and used:
            self._in = self._in[used:]
            self._in_at += used
        return np.concatenate(done) if done else np.zeros(0, np.float32)
