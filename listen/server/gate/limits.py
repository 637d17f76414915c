"""This module says how often somebody may: buckets that fill again with time, a bounded number of them."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

TRIES, TRIES_S = 10, 300.0
"""So many wrong tokens from one address in so many seconds; then a wait."""
REMEMBERED = 4096


class Limits:
    """Counts by name; every method may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._buckets: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def spend(self, kind: str, who: str, most: int, seconds: float) -> float:
        """Take one of `most` in `seconds`; returns 0, or the seconds to wait until there is one."""
        return self._look(kind, who, most, seconds, take=True)

    def wait(self, kind: str, who: str, most: int, seconds: float) -> float:
        """Return the seconds to wait until there is one, and take none."""
        return self._look(kind, who, most, seconds, take=False)

    def wrong_token(self, address: str) -> None:
        """Somebody there gave a token that is none."""
        self.spend("token", address, TRIES, TRIES_S)

    def shut_out(self, address: str) -> float:
        """Seconds that tokens from there are not looked at; 0: they are."""
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
