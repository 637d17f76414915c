"""The samples of an MP3 from any place on, exactly, also while it grows."""

from __future__ import annotations

import mmap
import threading
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from listen.errors import AudioError
from listen.mp3.encoding import DELAY, Encoding
from listen.mp3.index import Index
from listen.mp3.index import index as index_of

if TYPE_CHECKING:
    from listen.model import Samples
    from listen.mp3.decoders import Decode

BLOCK = 128
"""Frames that are decoded at a time: three seconds at 24 kHz."""
LEAD = 32
"""Frames decoded before those that are wanted: a frame may lean on some before it, and on the filters' state.
The bit reservoir holds at most 511 bytes, which is no more than this many frames at any bit rate."""


class Sound(Protocol):
    """Mono samples that can be read anywhere."""

    @property
    def rate(self) -> int:
        """Hz."""

    @property
    def samples(self) -> int:
        """Return how many there are so far."""

    @property
    def whole(self) -> bool:
        """Return whether there will be no more."""

    def read(self, start: int, count: int) -> Samples:
        """`count` samples from `start` on; fewer where there are no more."""


class Mp3Sound:
    """An MP3 file, or frames that are still being written to one.

    `grow` may be called from another thread than `read`.
    """

    def __init__(self, file: BinaryIO, index: Index, decode: Decode, whole: bool = True) -> None:
        import numpy as np

        self._file, self._index, self._decode = file, index, decode
        self._lock = threading.Lock()
        self._block: tuple[int, Samples] = (-1, np.zeros(0, np.float32))
        self._known = index.samples  # read without the lock
        self._total: int | None = None
        self._whole = whole

    @property
    def rate(self) -> int:
        return self._index.rate

    @property
    def samples(self) -> int:
        return self._known if self._total is None else min(self._known, self._total)

    @property
    def whole(self) -> bool:
        return self._whole

    def grow(self, total: int | None = None) -> None:
        """Look for what was written since. With `total`, its length in samples, it is all there."""
        with self._lock:
            self._index.scan(_FileBytes(self._file))
            self._known = self._index.samples
            if total is not None:
                self._total, self._whole = total, True

    def read(self, start: int, count: int) -> Samples:
        import numpy as np

        count = min(count, self.samples - start)
        parts = []
        while count > 0:
            part = self._some(start + self._index.delay, count)
            parts.append(part)
            start, count = start + len(part), count - len(part)
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def close(self) -> None:
        """Nothing can be read afterwards."""
        with self._lock:
            self._file.close()

    def _some(self, at: int, count: int) -> Samples:
        """At least one sample, at most `count`, from decoded sample `at` on."""
        per_block = BLOCK * self._index.samples_per_frame
        block = at // per_block
        here = at - block * per_block
        if self._block[0] != block or here >= len(self._block[1]):
            self._block = block, self._decoded(block)
        return self._block[1][here : here + count]

    def _decoded(self, block: int) -> Samples:
        import numpy as np

        with self._lock:
            offsets, per_frame = self._index.offsets, self._index.samples_per_frame
            first = block * BLOCK
            last = min(first + BLOCK, len(offsets))
            begin = offsets[max(first - LEAD, 0)]
            end = offsets[last] if last < len(offsets) else self._index.end
            self._file.seek(begin)
            data = self._file.read(end - begin)
        wanted = (last - first) * per_frame
        samples = self._decode(data)[-wanted:]
        return np.pad(samples, (wanted - len(samples), 0))  # what cannot be decoded is silent


class _FileBytes:
    """A growing file as bytes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._size = file.seek(0, 2)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, at: slice) -> bytes:
        start, stop, _ = at.indices(self._size)
        self._file.seek(start)
        return self._file.read(stop - start)


def from_file(path: Path, decode: Decode) -> Mp3Sound:
    """An MP3 that is there. Raises AudioError when it cannot be read or holds no sound."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise AudioError(f"cannot read {path}: {error.strerror}") from error
    try:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return Mp3Sound(file, index_of(data), decode)
    except (ValueError, AudioError) as error:  # ValueError: it is empty
        file.close()
        raise AudioError(f"{path} cannot be played: there is no MP3 sound in it") from error


def from_frames(path: Path, encoding: Encoding, decode: Decode) -> Mp3Sound:
    """Frames that a narration writes to `path`; `grow` tells it of more."""
    index = Index()
    index.expect(encoding.rate, encoding.samples_per_frame, DELAY)
    return Mp3Sound(path.open("rb"), index, decode, whole=False)
