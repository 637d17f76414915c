"""How long tests wait for what has to happen: long enough for a machine that does other things too.

What is waited for tells when it is there, so patience costs nothing where all is well.
"""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE_S = 120.0


def until(condition: Callable[[], object], every_s: float = 0.01) -> None:
    """Wait until something is so; fails where it does not come true."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(every_s)
