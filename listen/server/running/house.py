"""This module says what has to be done now and then while a server runs: the bin emptied, limits kept,
webhooks told.
"""

from __future__ import annotations

import threading
import time
import traceback

from listen.errors import ListenError
from listen.library.database import schema
from listen.library.keeping import retention, shelving
from listen.library.records import later, now
from listen.library.waiting import queue, webhooks
from listen.server.gate.conditions import Place
from listen.server.running import logs

NOTICES_S = 1.0
HOURLY_S = 3600.0


class House:
    """A thread that does it."""

    def __init__(self, place: Place) -> None:
        self._place, self._over = place, threading.Event()
        self._threads = [
            threading.Thread(
                target=self._every, args=(NOTICES_S, self._notices), name="notices", daemon=True
            ),
            threading.Thread(target=self._every, args=(HOURLY_S, self._order), name="order", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Stop; a notice that is being sent is sent again at the next start if it was not taken."""
        self._over.set()

    def _every(self, seconds: float, work: object) -> None:
        while not self._over.is_set():
            try:
                work()  # type: ignore[operator]
            except ListenError as error:
                logs.event("housekeeping", level="error", error=str(error))
            except Exception:  # noqa: BLE001 the next time may go better; the log has why it did not
                traceback.print_exc()
            self._over.wait(seconds)

    def _notices(self) -> None:
        webhooks.deliver(self._place.library, public_only=not self._place.conditions.private_webhooks)

    def _order(self) -> None:
        library = self._place.library
        started = time.monotonic()
        schema.set_clock(library.database, now(), later(now(), hours=1))
        removed = [*shelving.empty(library), *retention.keep(library)]
        queue.tidy(library)
        logs.event("housekeeping", removed=len(removed), seconds=round(time.monotonic() - started, 2))
