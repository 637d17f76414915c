"""The computer's sound device through miniaudio: no system library is needed, one is found if it is there.

The device runs from the first sound on and plays silence when there is nothing else, so that pausing and
skipping are a matter of which stream it pulls from, and take effect within its buffer.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from listen.errors import AudioError

if TYPE_CHECKING:
    from listen.model import Samples
    from listen.play.outputs import Pull

PERIOD_MS, PERIODS = 40, 4
"""Of the device's buffer: short enough to react at once, long enough that no other work is heard in it."""
HELD_MS = 100
"""So much of what the device took is still to be heard when it asks for more: at most the periods that are
not free, 120 ms; PulseAudio asks later, with 65 ms left (measured on what its monitor records)."""
DEAD_S = 3
"""A device that asks for nothing so long is gone."""


class Device:
    """The default sound device."""

    def __init__(self) -> None:
        try:
            import miniaudio
        except ImportError as error:
            raise AudioError("miniaudio is not installed: pip install miniaudio") from error
        self._miniaudio = miniaudio
        self._device: Any = None
        self._rate = 0
        self._lock = threading.Lock()
        self._take: Take | None = None
        self._error: Exception | None = None
        self._clock = (0, 0.0)  # frames that the device took, silence included, and when it last asked
        self._stale = 0.0  # since when it is known to ask no more
        self._open(24_000)  # to know at once whether there is a device

    @staticmethod
    def installed() -> bool:
        """Return whether miniaudio is."""
        return importlib.util.find_spec("miniaudio") is not None

    @property
    def name(self) -> str:
        return f"miniaudio ({self._device.backend})" if self._device else "miniaudio"

    def start(self, rate: int, pull: Pull) -> None:
        if rate != self._rate or not self._device:
            self._open(rate)
        with self._lock:
            self._take = Take(pull)
        if not self._device.running:
            feed = self._feed()
            next(feed)
            try:
                with _quiet():
                    self._device.start(feed)
            except self._miniaudio.MiniaudioError as error:
                raise AudioError("the sound device does not start: another program may hold it") from error

    def heard(self) -> int:
        if self._error:
            raise AudioError(f"the sound cannot be read any more: {self._error}") from self._error
        if not self._take:
            return 0
        frames, asked = self._clock
        now = time.monotonic()
        if asked and now - asked > 1:
            self._stale = self._stale or now
            if now - self._stale > DEAD_S:
                raise AudioError("the sound device has gone: choose another one and play again")
        else:
            self._stale = 0.0
        held = HELD_MS * self._rate // 1000
        return self._take.heard(frames - held + int((now - asked) * self._rate))

    def stop(self) -> int:
        with self._lock:
            given = self._take.given if self._take else 0  # what lies in the buffer is still heard
            self._take = None
        return given

    def close(self) -> None:
        self._take = None
        if self._device:
            with _quiet():
                self._device.close()
            self._device = None
            self._clock = (0, 0.0)

    def _open(self, rate: int) -> None:
        self.close()
        # Named one by one: otherwise miniaudio falls back on a device that plays to nobody.
        backends = [b for b in self._miniaudio.Backend if b.name not in ("NULL", "CUSTOM")]
        try:
            with _quiet():
                self._device = self._miniaudio.PlaybackDevice(
                    output_format=self._miniaudio.SampleFormat.FLOAT32,
                    nchannels=1,
                    sample_rate=rate,
                    buffersize_msec=PERIOD_MS,
                    callback_periods=PERIODS,
                    backends=backends,
                    app_name="listen",
                )
        except self._miniaudio.MiniaudioError as error:
            raise AudioError(
                "no sound device can be opened: connect one, or start the sound server (PipeWire, Pulse)"
            ) from error
        self._rate = rate

    def _feed(self) -> Generator[Samples, int, None]:
        """Return what the device's own thread asks."""
        count = yield np.zeros(0, np.float32)
        while True:
            frames, _ = self._clock
            samples = np.zeros(0, np.float32)
            with self._lock:
                if self._take and not self._error:
                    try:
                        samples = self._take.next(count, frames)
                    except Exception as error:  # noqa: BLE001 raised where somebody can hear of it
                        self._error = error
            self._clock = frames + count, time.monotonic()
            count = yield np.pad(samples, (0, count - len(samples)))


class Take:
    """One stream and where its samples lie among the frames that the device took."""

    KEPT = 64

    def __init__(self, pull: Pull) -> None:
        self._pull = pull
        self.given = 0
        self._marks: deque[tuple[int, int, int]] = deque(
            maxlen=self.KEPT
        )  # frame, samples before it, samples
        self._heard = 0

    def next(self, count: int, frame: int) -> Samples:
        """Up to `count` samples, for the device's frames from `frame` on."""
        samples = self._pull(count)
        if len(samples):
            self._marks.append((frame, self.given, len(samples)))
            self.given += len(samples)
        return samples

    def heard(self, frame: int) -> int:
        """Return how many samples were heard when the device's frame `frame` is; it never goes back."""
        for begin, before, count in reversed(tuple(self._marks)):
            if begin < frame:
                self._heard = max(self._heard, before + min(frame - begin, count))
                break
        return self._heard


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Without what the system's sound libraries write on standard error while they look for devices."""
    try:
        sys.stderr.flush()
        kept = os.dup(2)
    except (OSError, ValueError, AttributeError):
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
