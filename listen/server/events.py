"""This module says what happens, as it happens: server-sent events about the waiting list and the library.

The database says cheaply whether anybody, in whatever process, has changed it; only then it is asked what.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from typing import Any

from anyio.to_thread import run_sync
from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse

from listen.library import Library
from listen.library.waiting import queue
from listen.library.waiting.requests import FAILED, OVER, STATES
from listen.server.replies import COMMON

LOOK_S = 0.5
ALIVE_S = 15.0
"""Proxies end connections that are silent for longer."""
MOST = 100
"""Streams at once."""
LONGEST_S = 3600.0
MOST_TOLD = 200
"""Jobs in one event."""
UNFINISHED = tuple(state for state in STATES if state not in OVER or state == FAILED)


class Events:
    """The streams of one server."""

    def __init__(self) -> None:
        self._open, self._closing = 0, asyncio.Event()

    def close(self) -> None:
        """End every stream, so that nothing keeps the server from stopping."""
        self._closing.set()

    async def stream(self, library: Library) -> Response:
        """An endless answer: `event: queue` whenever something changed in a library, or in a show of it."""
        if self._open >= MOST:
            raise HTTPException(503, "Too many listen already.")
        headers = {**COMMON, "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(self._pieces(library), 200, headers, "text/event-stream")

    async def _pieces(self, library: Library) -> AsyncIterator[bytes]:
        watch = None
        said, silent, total = "", 0.0, 0.0
        self._open += 1
        try:
            watch = await run_sync(_Watch, library)
            yield b"retry: 3000\n\n"
            while not self._closing.is_set() and total < LONGEST_S:
                if await run_sync(watch.changed):
                    now = json.dumps(await run_sync(state, library), ensure_ascii=False)
                    if now != said:
                        said, silent = now, 0.0
                        yield f"event: queue\ndata: {now}\n\n".encode()
                if silent >= ALIVE_S:
                    silent = 0.0
                    yield b": still here\n\n"
                try:
                    await asyncio.wait_for(self._closing.wait(), LOOK_S)
                except TimeoutError:
                    silent, total = silent + LOOK_S, total + LOOK_S
        finally:
            self._open -= 1
            if watch:
                watch.close()


class _Watch:
    """A connection that knows whether others wrote since it last looked."""

    def __init__(self, library: Library) -> None:
        self._db = sqlite3.connect(library.database, check_same_thread=False, isolation_level=None)
        self._version = -1

    def changed(self) -> bool:
        """Return whether anything was written since the last question."""
        version: int = self._db.execute("PRAGMA data_version").fetchone()[0]
        different = version != self._version
        self._version = version
        return different

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()


def state(library: Library) -> dict[str, Any]:
    """Return what a page must know: everything unfinished or failed, and when the library last changed."""
    jobs = queue.jobs(library, UNFINISHED, limit=MOST_TOLD)
    return {
        "changed": library.changed(),
        "count": library.count(),
        "whole": len(jobs) < MOST_TOLD,
        "jobs": [
            {
                "id": job.id, "state": job.state, "title": job.shown, "error": job.error,
                "share": round(job.done / job.total, 3) if job.total else 0, "audio_ms": job.audio_ms,
            }
            for job in jobs
        ],
    }  # fmt: skip
