"""An output whose time the test moves, exact to the sample."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from listen.play.outputs import Pull


class FakeOutput:
    """Hears `latency` samples less than it was given."""

    name = "fake"

    def __init__(self, latency: int = 0) -> None:
        self.latency = latency
        self.given: list[NDArray[np.float32]] = []
        self.starts = 0
        self.closed = False
        self._pull: Pull | None = None
        self._count = 0

    def start(self, rate: int, pull: Pull) -> None:
        self.rate, self._pull, self._count = rate, pull, 0
        self.starts += 1

    def advance(self, samples: int) -> None:
        """The device asks for so many more, a few hundred at a time as devices do."""
        while samples > 0 and self._pull:
            got = self._pull(min(samples, 700))
            samples -= 700
            self.given.append(got)
            self._count += len(got)

    def heard(self) -> int:
        return max(self._count - self.latency, 0)

    def stop(self) -> int:
        self._pull = None
        return self.heard()

    def close(self) -> None:
        self.closed = True

    @property
    def sound(self) -> NDArray[np.float32]:
        """All it was given."""
        return np.concatenate([np.zeros(0, np.float32), *self.given])


class FakeSound:
    """A ramp: sample n is n / 1e6, so that what is heard says where it comes from."""

    def __init__(self, samples: int, rate: int = 24_000, whole: bool = True) -> None:
        self.samples, self.rate, self.whole = samples, rate, whole

    def read(self, start: int, count: int) -> NDArray[np.float32]:
        return np.arange(start, max(min(start + count, self.samples), start), dtype=np.float32) / np.float32(
            1e6
        )

    def close(self) -> None:
        pass
