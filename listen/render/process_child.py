"""This module is a rendering process of `process_pool`: it takes tasks from one pipe and answers on another.

The first one loads what all need, the voice among it, and forks the others, so that they have it once in
memory and it is loaded once. It has one thread then, so nothing can be held by a thread that the fork leaves
behind.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import queue
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from typing import IO, NoReturn

from listen.render.process_memory import give_back, tidy

Ends = tuple[int, int]
"""File descriptors: where tasks are read, where answers are written."""
_SIZE = struct.Struct("!Q")
_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def send(stream: IO[bytes], data: bytes) -> None:
    """Write a message."""
    stream.write(_SIZE.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """Read a message. Raises EOFError where there is none, or half of one."""
    head = stream.read(_SIZE.size)
    if len(head) < _SIZE.size:
        raise EOFError
    (size,) = _SIZE.unpack(head)
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def command(ends: Sequence[Ends], first: bytes = b"") -> list[str]:
    """Return what starts a process with these ends: one that finds the modules that this one has, and makes
    the pickled call `first` before all others.
    """
    asked = f"main({list(ends)!r}, {first!r})"
    code = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import main; {asked}"
    return [sys.executable, *subprocess._args_from_interpreter_flags(), "-c", code]  # type: ignore[attr-defined]


def main(ends: Sequence[Ends], first: bytes = b"") -> NoReturn:
    """Serve the first of the ends; processes of its own serve the others, after the call `first`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    give_back()
    for end in sum(ends, ()):
        os.set_inheritable(end, False)
    if first:
        _answer(first)  # nobody waits for it: whatever is wrong is said where it is needed
    if len(ends) > 1:
        _load()
    for others in ends[1:]:
        _start(others, [end for pair in ends if pair != others for end in pair])
    _serve(*ends[0])


def _load() -> None:
    """Load what every passage needs, and tell the collector of garbage to leave its pages alone."""
    import numpy.fft  # noqa: F401 the imports are what counts

    from listen import audio
    from listen.render import sounding  # noqa: F401

    for name in ("limited", "onset", "to_pcm16", "trim"):
        getattr(audio, name)  # its module is loaded when it is asked for
    with contextlib.suppress(ImportError):
        import lameenc  # noqa: F401 as above
    tidy()
    gc.freeze()


def _start(own: Ends, others: Sequence[int]) -> None:
    """Start a process for these ends. Where it cannot be, the pool sees them closed, and does without."""
    parent = os.getpid()
    with contextlib.suppress(OSError):
        if len(os.listdir("/proc/self/task")) > 1:  # noqa: PTH208 something has a thread: it would be lost
            subprocess.Popen(command([own]), pass_fds=own, stdin=subprocess.DEVNULL)
        elif not os.fork():
            for end in others:
                os.close(end)
            _die_with(parent)
            _serve(*own)
    for end in own:
        os.close(end)


def _die_with(parent: int) -> None:
    """Have the system end this process when `parent` ends."""
    import ctypes

    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _serve(tasks: int, answers: int) -> NoReturn:
    """Do one task after the other until there are no more, or nobody is left who wants to know."""
    given: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(tasks, given), daemon=True).start()
    with open(answers, "wb") as stream, contextlib.suppress(OSError):
        send(stream, b"")
        while True:
            send(stream, _answer(given.get()))
    _end()


def _listen(tasks: int, given: queue.SimpleQueue[bytes]) -> None:
    """Take in what is to be done, and end the process when the parent has closed its end, or has died."""
    with open(tasks, "rb") as stream, contextlib.suppress(EOFError, OSError):
        while True:
            given.put(receive(stream))
    _end()


def _end() -> NoReturn:
    """End at once. The parent is told what this process's own took, so they end first."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    os._exit(0)


def _answer(data: bytes) -> bytes:
    """Return what a task came to: whether it was done, and its value or its error."""
    function: Callable[..., object]
    try:
        function, args, kwargs = pickle.loads(data)
        return pickle.dumps((True, function(*args, **kwargs)), pickle.HIGHEST_PROTOCOL)
    except BaseException as error:  # noqa: BLE001 raised again where the result is asked for
        try:
            failed = pickle.dumps((False, error))
            pickle.loads(failed)
        except Exception:  # noqa: BLE001 an error that cannot travel: its words can
            failed = pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
        return failed
