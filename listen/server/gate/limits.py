"""This module says how often somebody may do something: each asker has a bucket that fills again with time,
and of all buckets the `REMEMBERED` that were asked last are kept."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

TRIES, TRIES_S = 10, 300.0
"""So many wrong tokens from one address at once; all of them are forgiven after so many seconds."""
REMEMBERED = 4096


class Limits:
    """Holds the buckets of one server, by what is asked and by who asks; every method may be called from any
    thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._buckets: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def spend(self, kind: str, who: str, most: int, seconds: float) -> float:
        """Take one from a bucket that holds `most` and is full again after `seconds`; returns 0, or takes
        none and returns the seconds to wait until there is one."""
        return self._look(kind, who, most, seconds, take=True)

    def wait(self, kind: str, who: str, most: int, seconds: float) -> float:
        """Return what `spend` would, and take none."""
        return self._look(kind, who, most, seconds, take=False)

    def wrong_token(self, address: str) -> None:
        """Count a token that is none, given from `address`."""
        self.spend("token", address, TRIES, TRIES_S)

    def shut_out(self, address: str) -> float:
        """Return for how many seconds tokens from `address` are not looked at; 0: they are."""
        return self.wait("token", address, TRIES, TRIES_S)

    def _look(self, kind: str, who: str, most: int, seconds: float, take: bool) -> float:
        now = time.monotonic()
        rate = most / seconds
        with self._lock:
            left, at = self._buckets.pop((kind, who), (float(most), now))
            left = min(most, left + (now - at) * rate)
            wait = 0.0 if left >= 1 else (1 - left) / rate
            if take and not wait:
                left -= 1
            if left < most:
                self._buckets[kind, who] = (left, now)
            while len(self._buckets) > REMEMBERED:
                self._buckets.popitem(last=False)
        return wait
