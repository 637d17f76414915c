"""No sound at all, in real time: for reading along in silence, and on computers without a sound device."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from listen.play.outputs import Pull


class Silent:
    """Takes samples as a loudspeaker would, and says that they were heard."""

    name = "silent"

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._pull: Pull | None = None
        self._rate = 0
        self._since = 0.0
        self._heard = 0

    def start(self, rate: int, pull: Pull) -> None:
        self._rate, self._pull, self._since, self._heard = rate, pull, self._now(), 0

    def heard(self) -> int:
        if self._pull:
            due = int((self._now() - self._since) * self._rate)
            while due > self._heard:
                got = len(self._pull(min(due - self._heard, self._rate)))
                self._heard += got
                if not got:  # time in which there was nothing to hear does not count
                    self._since = self._now() - self._heard / self._rate
                    break
        return self._heard

    def stop(self) -> int:
        heard = self.heard()
        self._pull = None
        return heard

    def close(self) -> None:
        self._pull = None
