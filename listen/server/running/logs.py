"""The log: one JSON object a line on standard error, without a token in it."""

from __future__ import annotations

import json
import re
import sys
import time
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from listen.library.records import now

_TOKEN = re.compile(r"/t/[^/]+")
_enabled = False


def enable(on: bool = True) -> None:
    """Write events from now on."""
    global _enabled
    _enabled = on


def event(what: str, level: str = "info", **facts: Any) -> None:
    """One line."""
    if _enabled:
        line = {"at": now(), "level": level, "event": what, **facts}
        print(json.dumps(line, ensure_ascii=False), file=sys.stderr, flush=True)


class Logged:
    """An application whose requests are counted and, where wanted, logged."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.requests: dict[str, int] = {}
        self.seconds = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve and note."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.monotonic(), 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            took = time.monotonic() - started
            group = f"{status // 100}xx"
            self.requests[group] = self.requests.get(group, 0) + 1
            self.seconds += took
            path = _TOKEN.sub("/t/…", scope["path"])
            event("request", method=scope["method"], path=path, status=status, ms=round(took * 1000))
