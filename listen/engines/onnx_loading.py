"""Loading onnxruntime so that Ctrl-C is not lost meanwhile, and that it reports to nobody."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from importlib import import_module
from typing import Any

_SILENT = "ORT_DISABLE_TELEMETRY"
"""Since release 1.29 onnxruntime tells its makers what runs it and how fast: from a thread of its own, with a
number for the computer and a file of what could not be sent yet, in the user's cache folder. Nobody asked
for that, and this program promises to work alone. onnxruntime looks at this once, when it is loaded; whoever
has set it otherwise is obeyed."""


def loaded(name: str = "onnxruntime") -> Any:
    """Return the module `name`.

    onnxruntime's compiled part swallows an exception that is raised while it is loaded: whoever presses
    Ctrl-C in that part of a second would wait for a narration that was never interrupted. So what comes
    meanwhile comes when the module is there.
    """
    if name in sys.modules:
        return sys.modules[name]
    os.environ.setdefault(_SILENT, "1")
    with _signals_kept():
        return import_module(name)


@contextlib.contextmanager
def _signals_kept() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # Python handles signals in the main thread alone
        return
    ends = (signal.SIGINT, signal.SIGTERM)
    before = {number: handler for number in ends if callable(handler := signal.getsignal(number))}
    came: list[int] = []
    for number in before:
        signal.signal(number, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            before[signal.Signals(came[0])](came[0], sys._getframe())
