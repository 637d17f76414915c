"""This module says what a monitor wants to know: `/healthz`, and `/metrics` in Prometheus' text format."""

from __future__ import annotations

import json
import shutil
import time

from listen.library import Library
from listen.library.waiting import queue
from listen.library.waiting.requests import STATES
from listen.server.gate.conditions import Place
from listen.server.running.logs import Logged

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
LEAST_FREE = 100 * 1024 * 1024
"""Bytes that must be free on the disk, or nothing more can be narrated."""


def health(place: Place) -> tuple[int, bytes]:
    """200 and `ok`, or 503 and what is wrong: the database, the disk."""
    wrong = []
    try:
        queue.counts(place.library)
    except Exception as error:  # noqa: BLE001 whatever it is, it is not healthy
        wrong.append(f"database: {type(error).__name__}")
    if shutil.disk_usage(place.library.folder).free < LEAST_FREE:
        wrong.append("disk: less than 100 MB are free")
    form = {"status": "ok" if not wrong else "failing", **({"wrong": wrong} if wrong else {})}
    return (503 if wrong else 200), (json.dumps(form) + "\n").encode()


def text(place: Place, logged: Logged) -> bytes:
    """The figures."""
    library = place.library
    counts = queue.counts(library)
    audio_ms, size = _totals(library)
    lines: list[str] = []

    def add(name: str, kind: str, about: str, values: dict[str, float]) -> None:
        lines.append(f"# HELP listen_{name} {about}")
        lines.append(f"# TYPE listen_{name} {kind}")
        lines.extend(f"listen_{name}{labels} {value}" for labels, value in values.items())

    add("episodes", "gauge", "Episodes in the library.", {"": library.count("9999")})
    add("audio_seconds", "gauge", "Speech in the library.", {"": audio_ms // 1000})
    add("audio_bytes", "gauge", "Size of the MP3s in the library.", {"": size})
    add("queue_jobs", "gauge", "Articles on the waiting list by state.", {
        f'{{state="{state}"}}': counts.get(state, 0) for state in STATES
    })  # fmt: skip
    add("deliveries_waiting", "gauge", "Webhook notices that were not taken yet.", {"": _notices(library)})
    add("http_requests_total", "counter", "Requests answered, by class of status.", {
        f'{{status="{group}"}}': logged.requests.get(group, 0) for group in ("2xx", "3xx", "4xx", "5xx")
    })  # fmt: skip
    add("http_seconds_total", "counter", "Time spent on requests.", {"": round(logged.seconds, 3)})
    add(
        "disk_free_bytes",
        "gauge",
        "Free on the library's disk.",
        {"": shutil.disk_usage(library.folder).free},
    )
    add("up_seconds", "counter", "Since the server was started.", {"": round(time.time() - place.started, 1)})
    return ("\n".join(lines) + "\n").encode()


def _totals(library: Library) -> tuple[int, int]:
    with library.reading() as db:
        row = db.execute(
            "SELECT coalesce(sum(json_extract(data, '$.duration_ms')), 0), "
            "coalesce(sum(json_extract(data, '$.files[0].size')), 0) FROM episodes WHERE retired IS NULL"
        ).fetchone()
    return int(row[0]), int(row[1])


def _notices(library: Library) -> int:
    with library.reading() as db:
        count: int = db.execute("SELECT count(*) FROM deliveries WHERE state = 'waiting'").fetchone()[0]
    return count
