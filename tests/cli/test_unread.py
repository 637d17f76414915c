"""Notes that nobody reads any more end nothing."""

from __future__ import annotations

import os

import pytest

from listen.cli.unread import Unread


def test_what_nobody_reads_is_dropped() -> None:
    reader, writer = os.pipe()
    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        notes = Unread(stream)
        assert notes.write("one\n") == 4
        assert os.read(reader, 10) == b"one\n"
        os.close(reader)
        assert notes.write("two\n") == 4
        notes.flush()
        assert notes.write("three\n") == 6
        assert notes.encoding.lower() == "utf-8"


def test_another_error_is_one() -> None:
    class Full:
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        Unread(Full()).write("one")  # type: ignore[arg-type]
