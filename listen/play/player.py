"""This module says what sounds now: playing or not, how fast, and where it is as it is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from listen import audio
from listen.errors import AudioError

if TYPE_CHECKING:
    from listen.model import Samples
    from listen.mp3.sound import Sound
    from listen.play.outputs import Output

SLOWEST, FASTEST = 0.5, 4.0
SPEEDS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 2.75, 3.0, 3.5, 4.0)
_READ = 2048  # samples read from the sound at a time


class Stream:
    """The sound from one place on at one speed, as an output pulls it."""

    def __init__(self, sound: Sound, start: int, speed: float) -> None:
        self.start, self.speed = start, speed
        self.dry = False
        """Whether less was there than was asked for last."""
        self._sound, self._at = sound, start
        self._stretcher = audio.Stretcher(sound.rate, speed)
        self._ready: Samples = np.zeros(0, np.float32)
        self._finished = False
        self._given = 0

    def pull(self, count: int) -> Samples:
        """The next `count` samples; fewer while a narration is not further, or at the end."""
        while len(self._ready) < count and not self._finished:
            whole = self._sound.whole  # asked first: what comes in between is read below
            read = self._sound.read(self._at, _READ)
            self._at += len(read)
            if len(read):
                more = self._stretcher.feed(read)
            elif whole:
                more, self._finished = self._stretcher.finish(), True
            else:
                break
            self._ready = np.concatenate((self._ready, more))
        now, self._ready = self._ready[:count], self._ready[count:]
        self._given += len(now)
        self.dry = len(now) < count
        return now

    def place(self, heard: int) -> int:
        """Sample of the sound that is heard after `heard` samples of this stream."""
        if self._finished and self.used_up(heard):  # another speed has rounded its length
            return self._sound.samples
        return min(self.start + round(heard * self.speed), self._sound.samples)

    def used_up(self, heard: int) -> bool:
        """Return whether `heard` samples are all that this stream could give."""
        return self.dry and heard >= self._given


class Player:
    """Plays a sound through an output. Positions are milliseconds of the sound, as they are heard."""

    def __init__(self, sound: Sound, output: Output) -> None:
        self._sound, self._output = sound, output
        self._stream: Stream | None = None
        self._rest = 0  # sample at which it goes on
        self._speed = 1.0

    @property
    def playing(self) -> bool:
        return self._stream is not None

    @property
    def speed(self) -> float:
        return self._speed

    @property
    def position_ms(self) -> int:
        """Return where it is. Raises AudioError, and has stopped there, when the output has failed."""
        if self._stream:
            self._rest = self._stream.place(self._heard())
        return self._rest * 1000 // self._sound.rate

    @property
    def length_ms(self) -> int:
        """Return how much can be played so far."""
        return self._sound.samples * 1000 // self._sound.rate

    @property
    def whole(self) -> bool:
        """Return whether `length_ms` is the whole."""
        return self._sound.whole

    @property
    def waiting(self) -> bool:
        """Return whether it would play if the narration were further."""
        if not self._stream or self.whole:
            return False
        # Not told by the position: at another speed the last of what there is needs what follows it.
        return self._stream.used_up(self._heard())

    @property
    def ended(self) -> bool:
        """Return whether all of it was heard."""
        return self.whole and self.position_ms >= self.length_ms

    def play(self) -> None:
        """Go on; at the end, from the beginning."""
        if self.playing:
            return
        if self.ended:
            self._rest = 0
        self._start()

    def pause(self) -> None:
        """Stop where it is."""
        if self._stream:
            self._rest = self._stream.place(self._output.stop())
            self._stream = None

    def seek(self, ms: float) -> None:
        """Go to `ms`, to the sample; as far as there is sound."""
        again = self.playing
        self.pause()
        at = -(-round(ms * 1000) * self._sound.rate // 1_000_000)
        self._rest = min(max(at, 0), self._sound.samples)
        if again:
            self._start()

    def set_speed(self, speed: float) -> None:
        """Faster or slower from here on, at the same pitch; kept within what can be followed."""
        again = self.playing
        self.pause()
        self._speed = min(max(speed, SLOWEST), FASTEST)
        if again:
            self._start()

    def _heard(self) -> int:
        try:
            return self._output.heard()
        except AudioError:
            self._stream = None
            raise

    def _start(self) -> None:
        self._stream = Stream(self._sound, self._rest, self._speed)
        self._output.start(self._sound.rate, self._stream.pull)


def faster(speed: float) -> float:
    """The next speed up."""
    return next((s for s in SPEEDS if s > speed + 1e-9), FASTEST)


def slower(speed: float) -> float:
    """The next speed down."""
    return next((s for s in reversed(SPEEDS) if s < speed - 1e-9), SLOWEST)
