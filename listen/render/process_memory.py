"""This module has a process give back memory that it does not need (glibc and Linux; elsewhere nothing is
done).
"""

from __future__ import annotations

import contextlib
import os
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""What mallopt(3) calls them, in <malloc.h>."""
TIDIED_AFTER = 25
"""Passages after which a process gives back what lies free between what it holds: it takes half a
millisecond, and a process that speaks with espeak-ng grows by half as much."""
_TUNABLES, _HUGE = "GLIBC_TUNABLES", "glibc.malloc.hugetlb"


def large_pages() -> dict[str, str]:
    """Return the environment in which large arrays come in pages of 2 MB; empty where glibc and
    Linux are not there, or the user has said how they want it.

    Kokoro's arrays are tens of megabytes, and come anew with every sentence: in pages of 4 kB a sixth to a
    half of its time goes to the kernel, which fills them one by one. glibc reads this at a process's start.
    """
    own = os.environ.get(_TUNABLES, "")
    if sys.platform != "linux" or _HUGE in own:
        return {}
    return {_TUNABLES: ":".join(filter(None, [own, f"{_HUGE}=1"]))}


def tidy() -> None:
    """Return to the system what is free inside this process's heap (glibc only)."""
    if sys.platform != "linux":
        return
    import ctypes

    with contextlib.suppress(OSError, AttributeError):  # another C library has other ways
        ctypes.CDLL(None).malloc_trim(0)


def give_back() -> None:
    """Let glibc return large arrays to the system when they are freed. It would otherwise learn from them to
    keep ever larger ones: a quarter of a worker's memory after an hour of speech.
    """
    if sys.platform != "linux":
        return
    import ctypes

    with contextlib.suppress(OSError, AttributeError):  # another C library has other ways
        libc = ctypes.CDLL(None)
        libc.mallopt(_MMAP_THRESHOLD, 2 << 20)
        libc.mallopt(_TRIM_THRESHOLD, 32 << 20)  # less would cost a twentieth of the time in page faults
