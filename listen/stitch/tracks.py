"""This module says what runs are laid on: MPEG frames joined as they are, or samples mixed with a bed and
encoded.
"""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING, Protocol

from listen import audio, mp3
from listen.model import Run

if TYPE_CHECKING:
    from listen.model import Samples


class Track(Protocol):
    """Says where sound goes: frames joined to frames, or one stream mixed over a bed."""

    def at(self) -> int:
        """Sample at which the next run would begin if nothing else came before it."""

    def silence(self, samples: int) -> None:
        """At least this much silence."""

    def run(self, run: Run) -> None:
        """A run of speech."""

    def music(self, samples: Samples) -> None:
        """A jingle."""

    def finish(self, samples: int) -> int:
        """Close the stream at `samples`; returns how many frames it has."""


class FrameTrack:
    """Runs that are encoded already, joined frame by frame."""

    def __init__(self, out: IO[bytes], encoding: mp3.Encoding) -> None:
        self._out, self._encoding, self._frames = out, encoding, 0

    def at(self) -> int:
        return self._frames * self._encoding.samples_per_frame

    def silence(self, samples: int) -> None:
        # The frames of the run before reach beyond its last sound: what is still to come may be nothing.
        self._silent(max(-(-samples // self._encoding.samples_per_frame), 0))

    def run(self, run: Run) -> None:
        self._out.write(run.frames)
        self._frames += run.count

    def music(self, samples: Samples) -> None:
        frames, count = mp3.encode(samples, self._encoding)
        self._out.write(frames)
        self._frames += count

    def finish(self, samples: int) -> int:
        # The last sample sounds DELAY after its own frame begins, so that many more frames must follow it.
        needed = -(-(samples + mp3.DELAY) // self._encoding.samples_per_frame)
        self._silent(max(needed - self._frames, 0))
        return self._frames

    def _silent(self, count: int) -> None:
        self._out.write(mp3.silent_frames(count, self._encoding))
        self._frames += count


class BedTrack:
    """One continuous stream: speech as samples, mixed over a bed, encoded as it comes.

    The bed plays under the words, from the first pause before them to their end; the last seconds are held
    back until it is known where that is, because the bed fades out there.
    """

    HELD_S = 4
    """More than the bed's fade-out."""

    def __init__(self, out: IO[bytes], encoding: mp3.Encoding, bed: audio.Bed) -> None:
        self._out, self._bed, self._encoding = out, bed, encoding
        self._encoder = mp3.Encoder(encoding)
        self._hold = self.HELD_S * encoding.rate
        self._at = 0
        self._held: list[Samples] = []
        self._held_from = 0  # where the held samples begin, counted from the bed's beginning

    def at(self) -> int:
        return self._at

    def silence(self, samples: int) -> None:
        self._speech(audio.silence(max(samples, 0)))

    def run(self, run: Run) -> None:
        self._speech(audio.from_pcm16(run.frames))

    def music(self, samples: Samples) -> None:
        self._end_bed()
        self._encode(samples)

    def finish(self, samples: int) -> int:
        self.silence(samples - self._at)
        self._end_bed()
        self._out.write(self._encoder.finish())
        return mp3.encoded_frames(self._at, self._encoding)

    def _speech(self, samples: Samples) -> None:
        self._held.append(samples)
        self._at += len(samples)
        held = sum(map(len, self._held))
        while self._held and held - len(self._held[0]) >= self._hold:
            first = self._held.pop(0)
            held -= len(first)
            self._mix(first, end=sys.maxsize)

    def _end_bed(self) -> None:
        """Mix what is held, fading the bed out at its end; a new bed begins after the music."""
        end = self._held_from + sum(map(len, self._held))
        for samples in self._held:
            self._mix(samples, end)
        self._held, self._held_from = [], 0

    def _mix(self, samples: Samples, end: int) -> None:
        mixed = audio.mix_bed(samples, self._bed, self._held_from, end)
        self._held_from += len(samples)
        self._out.write(self._encoder.feed(mixed))

    def _encode(self, samples: Samples) -> None:
        self._out.write(self._encoder.feed(samples))
        self._at += len(samples)
