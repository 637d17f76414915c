"""Standard error whose reader may go (`listen make … 2>&1 | head`) without ending what is being made."""

from __future__ import annotations

from typing import Any, TextIO


class Unread:
    """Passes everything on to a stream, and drops what nobody reads any more."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write it, or drop it; the number of characters either way."""
        try:
            self._stream.write(text)
            self._stream.flush()
        except BrokenPipeError:
            self._let_go()
        return len(text)

    def flush(self) -> None:
        """Pass on what is waiting, or drop it."""
        try:
            self._stream.flush()
        except BrokenPipeError:
            self._let_go()

    def _let_go(self) -> None:
        import os

        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._stream.fileno())
        os.close(nowhere)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
