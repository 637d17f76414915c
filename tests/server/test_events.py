"""Streams of events: counted while they are open, and given back however they end."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator

import pytest
from starlette.exceptions import HTTPException
from starlette.responses import StreamingResponse

from listen.library import Library
from listen.server import events


async def pieces(many: events.Events, library: Library) -> AsyncIterator[bytes]:
    reply = await many.stream(library)
    assert isinstance(reply, StreamingResponse)
    async for piece in reply.body_iterator:
        assert isinstance(piece, bytes)
        yield piece


def test_a_stream_that_cannot_begin_keeps_no_place(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MOST", 1)

    async def watched() -> None:
        many = events.Events()
        with monkeypatch.context() as broken:
            broken.setattr(events, "_Watch", lambda _: sqlite3.connect("/nowhere/at/all"))
            for _ in range(3):  # the second would be one too many
                with pytest.raises(sqlite3.OperationalError):
                    await anext(pieces(many, library))
        for _ in range(3):
            stream = pieces(many, library)
            assert await anext(stream) == b"retry: 3000\n\n"
            assert (await anext(stream)).startswith(b"event: queue\n")
            with pytest.raises(HTTPException):
                await anext(pieces(many, library))
            task = asyncio.ensure_future(anext(stream))
            await asyncio.sleep(0)
            task.cancel()  # as the server does when the browser goes away
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(watched())
