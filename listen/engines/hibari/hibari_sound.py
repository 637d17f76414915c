"""From what the network says of each frame to samples: hibari's own signal processing, done in blocks.

The arithmetic is that of `hibari.dsp`, step for step, so the samples are the same but for the last digits (it
transforms in double). What differs is that a few dozen frames at a time go through all steps, in buffers that
stay in the processor's cache: half the time, and memory that hardly grows with the sentence.
"""

from __future__ import annotations

import functools
import threading

import numpy as np
from numpy.typing import NDArray

from listen.audio.spectra import spectrum as spectrum_of

Floats = NDArray[np.float32]

RATE = 24000
HOP = 300
"""Samples from frame to frame: 12.5 ms."""
SIZE = 4 * HOP
"""Samples of a frame."""
BINS = SIZE // 2 + 1
PARTS = 5
"""Values that the network gives for each frame and bin: the harmonics' level and phase, the level of the
noise, level and phase of what is neither."""
_BLOCK = 48
"""Frames worked on at a time: 0.6 s, and no buffer larger than half a megabyte."""
_VOICED_HZ, _HIGHEST_HZ = np.float32(40), np.float32(11000)
_LOUDEST = np.float32(7)  # level, in nepers
_POLE = np.float32(2e-3)  # below this half-angle sine a pulse is as high as it gets
_WINDOW: Floats = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(SIZE) / SIZE)).astype(np.float32)
_SOURCE_WINDOW: Floats = _WINDOW * np.float32(4)  # by the transform, which divides by SIZE, · 4 / SIZE


class Sound:
    """The signal processing with its buffers; one thread at a time uses them, others wait."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        shape = (_BLOCK, BINS)
        self._angle, self._level, self._part = (np.empty(shape, np.float32) for _ in range(3))
        self._real, self._imaginary = (np.empty(shape, np.float32) for _ in range(2))
        self._turn, self._total = (np.empty(shape, np.complex64) for _ in range(2))
        self._source = np.empty((_BLOCK, SIZE), np.float32)
        self._spectrum = np.empty(shape, np.complex64)
        # Three frames before the block, and three behind the last.
        self._frames = np.empty((3 + _BLOCK + 3, SIZE), np.float32)

    def samples(self, head: Floats, pitch: Floats, noise: Floats, first: int) -> Floats:
        """`HOP` samples for each row of `head`, which holds `PARTS` × `BINS` values.

        `pitch` is one value a row, in Hz, below 40 for no voice. `noise` holds normal values, [rows, real and
        imaginary, BINS]; they are taken row by row from row `first` on, and round again.
        """
        count = len(head)
        source, heard = pulses(pitch)
        sounding = _near(heard)
        source = _reflected(source, SIZE // 2)
        windows = np.lib.stride_tricks.sliding_window_view(source, SIZE)[::HOP]
        out = np.empty((count + 3, HOP), np.float32)
        with self._lock:
            self._frames[:3] = 0
            for begin in range(0, count, _BLOCK):
                end = min(begin + _BLOCK, count)
                size = end - begin
                rows = np.arange(first + begin, first + end)
                total = self._total[:size]
                self._voiced(head[begin:end], windows[begin:end], sounding[begin:end], total)
                self._breathed(head[begin:end], noise, rows, total)
                waves = np.fft.irfft(total, SIZE, axis=1)
                np.multiply(waves, _WINDOW, out=self._frames[3 : 3 + size])
                if end == count:
                    self._frames[3 + size : 6 + size] = 0
                    size += 3
                self._overlap(out[begin : begin + size])
                self._frames[:3] = self._frames[size : size + 3].copy()
        out *= _evenness(count)
        return out.reshape(-1)[SIZE // 2 : SIZE // 2 + count * HOP]

    def _voiced(
        self, head: Floats, windows: Floats, sounding: NDArray[np.bool_], total: NDArray[np.complex64]
    ) -> None:
        """Make `total` what the voice gives to each frame's spectrum, e^lh · e^(iπ tanh θ) · source: nothing
        where the source is silent.
        """
        lh, theta = head[:, :BINS], head[:, BINS : 2 * BINS]
        everywhere = bool(sounding.all())
        if not everywhere:
            total[:] = 0
            windows, lh, theta = windows[sounding], lh[sounding], theta[sounding]
        size = len(lh)
        angle, level, part = self._angle[:size], self._level[:size], self._part[:size]
        turn = self._turn[:size]
        np.multiply(windows, _SOURCE_WINDOW, out=self._source[:size])
        spectrum = spectrum_of(self._source[:size], out=self._spectrum[:size])

        np.tanh(theta, out=angle)
        angle *= np.float32(np.pi)
        _grown(lh, level)
        np.multiply(np.cos(angle, out=part), level, out=turn.real)
        np.multiply(np.sin(angle, out=part), level, out=turn.imag)
        if everywhere:
            np.multiply(spectrum, turn, out=total)
        else:
            spectrum *= turn
            total[sounding] = spectrum

    def _breathed(
        self, head: Floats, noise: Floats, rows: NDArray[np.intp], total: NDArray[np.complex64]
    ) -> None:
        """Add what is no voice to each frame's spectrum: e^ln · noise + e^lr · e^(iφ)."""
        size = len(head)
        ln, lr, phi = (head[:, n * BINS : (n + 1) * BINS] for n in range(2, PARTS))
        level, part = self._level[:size], self._part[:size]
        real, imaginary = self._real[:size], self._imaginary[:size]
        _grown(ln, level)
        begin = int(rows[0]) % len(noise)
        whole = begin + size <= len(noise)
        drawn = noise[begin : begin + size] if whole else np.take(noise, rows, axis=0, mode="wrap")
        np.multiply(drawn[:, 0], level, out=real)
        np.multiply(drawn[:, 1], level, out=imaginary)

        _grown(lr, level)
        np.cos(phi, out=part)
        real += np.multiply(part, level, out=part)
        np.sin(phi, out=part)
        imaginary += np.multiply(part, level, out=part)
        total.real += real
        total.imag += imaginary

    def _overlap(self, out: Floats) -> None:
        """Add up the four frames that each hop of samples lies in; the first three frames are of before."""
        frames, size = self._frames.reshape(-1, 4, HOP), len(out)
        np.add(frames[3 : 3 + size, 0], frames[2 : 2 + size, 1], out=out)
        out += frames[1 : 1 + size, 2]
        out += frames[:size, 3]


def _reflected(samples: Floats, by: int) -> Floats:
    """The samples with what lies `by` around each end before and behind them, mirrored."""
    if len(samples) <= by:
        return np.pad(samples, by, mode="reflect")  # more than once
    return np.concatenate((samples[by:0:-1], samples, samples[-2 : -by - 2 : -1]))


def pulses(pitch: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """`HOP` samples for each value of `pitch` (Hz), and whether any of them is heard.

    One pulse a period, made of all harmonics below 11 kHz at an amplitude of 1, and silence where the pitch
    is below 40 Hz."""
    count = len(pitch)
    near = np.concatenate((pitch[:1], pitch, pitch[-1:]))
    out = np.empty((count, HOP), np.float32)
    heard = (near[:-2] > _VOICED_HZ) | (near[1:-1] > _VOICED_HZ) | (near[2:] > _VOICED_HZ)
    turns = 0.0  # periods since the beginning, × RATE
    for begin in range(0, count, _BLOCK):
        end = min(begin + _BLOCK, count)
        turns = _pulses(near[begin : end + 2], turns, heard[begin:end], out[begin:end])
    return out.reshape(-1), heard


def _pulses(near: Floats, turns: float, heard: NDArray[np.bool_], out: Floats) -> float:
    """One block, whose values have one neighbour on either side; returns the turns at its end."""
    half = HOP // 2
    late, early = _between()
    hertz = out  # the pitch at each sample, until it becomes the pulse
    np.multiply(near[:-2, None], early[:half], out=hertz[:, :half])
    hertz[:, :half] += near[1:-1, None] * late[:half]
    np.multiply(near[1:-1, None], early[half:], out=hertz[:, half:])
    hertz[:, half:] += near[2:, None] * late[half:]
    silent = hertz <= _VOICED_HZ
    np.maximum(hertz, _VOICED_HZ, out=hertz)
    phase = np.empty(hertz.size + 1)
    phase[0], phase[1:] = turns, hertz.reshape(-1)
    np.cumsum(phase, out=phase)
    turns = float(phase[-1])
    if heard.all():
        _pulsed(out, phase[1:].reshape(out.shape), silent)
    else:
        pulse = out[heard]
        _pulsed(pulse, phase[1:].reshape(out.shape)[heard], silent[heard])
        out[:] = 0
        out[heard] = pulse
    return turns


def _pulsed(hertz: Floats, phase: NDArray[np.float64], silent: NDArray[np.bool_]) -> None:
    """Make pulses of pitch and phase (periods × RATE), in place."""
    out = hertz
    phase *= 1.0 / RATE
    phase -= np.floor(phase)
    phase *= 2 * np.pi
    angle = phase.astype(np.float32)
    count = np.floor(_HIGHEST_HZ / hertz)
    count += np.float32(0.5)
    np.sin(np.multiply(count, angle), out=out)  # sum of cos(h t) = sin((H + 1/2) t) / (2 sin(t/2)) - 1/2
    angle *= np.float32(0.5)
    below = np.sin(angle, out=angle)
    below *= 2
    pole = np.nonzero(np.abs(below) <= _POLE)
    below[pole] = 1
    out /= below
    out[pole] = count[pole]
    out -= np.float32(0.5)
    np.copyto(out, np.float32(0), where=silent)


def _near(heard: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return whether each frame has anything of the source in it: it reaches two hops to either side."""
    wide = np.zeros(len(heard) + 4, np.bool_)
    for at in range(5):
        wide[at : at + len(heard)] |= heard
    return wide[2:-2]


def _grown(level: Floats, out: Floats) -> None:
    np.exp(np.minimum(level, _LOUDEST, out=out), out=out)


@functools.cache
def _between() -> tuple[Floats, Floats]:
    """Weights of the later and the earlier of two frames at each sample around the one between them."""
    late = (((np.arange(HOP) + 0.5) / HOP - 0.5) % 1.0).astype(np.float32)
    return late, (1 - late).astype(np.float32)


def _evenness(count: int) -> Floats:
    """1 by the sum of the squared windows over each of `count` + 3 hops: constant but for both ends."""
    edge = min(count, 4)
    rows = _evenness_short(edge)
    out = np.empty((count + 3, HOP), np.float32)
    out[:] = rows[min(3, len(rows) - 1)]
    out[:3], out[-3:] = rows[:3], rows[-3:]
    return out


@functools.cache
def _evenness_short(count: int) -> Floats:
    squares = (_WINDOW * _WINDOW).reshape(4, HOP)
    total = np.zeros((count + 3, HOP), np.float32)
    for n in range(4):
        total[n : n + count] += squares[n]
    return np.asarray(1 / np.maximum(total, np.float32(1e-11)))
