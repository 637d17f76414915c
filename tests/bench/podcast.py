"""A library of ten thousand: what a feed page, one more episode and two hundred listeners at once cost.

    python -m tests.bench.podcast [EPISODES] [READERS]

Prints one line a figure. The load is bounded and stays on this machine.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from listen.feed.publication import publication
from listen.library import Entry, Library, Show
from tests.library.stories import fill, keep_draft

BASE = "https://pod.example/"
ROUNDS = 20
READS = 25
"""Of each reader."""
AGAIN = 5
"""More of the same load, to see whether the memory stays."""
AUDIO = random.Random(0).randbytes(4_000_000)


def main() -> None:
    """Measure and print."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    readers = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LISTEN_HOME"] = folder
        library = Library()
        library.save_show(Show(public=True))
        entry = keep_draft(library, 0, audio=AUDIO)
        fill(library, 10)
        few_ms = adding(library, 100_000)
        fill(library, many)
        many_ms = adding(library, 200_000)
        shown = publication(library, BASE)
        count = library.count()
        print(f"episodes                     {count}")
        print(f"one more episode, at 10      {few_ms:.1f} ms")
        print(f"one more episode, at {count:<7} {many_ms:.1f} ms")
        print(
            f"feed page, newest            {median_ms(shown.feed):.1f} ms, {len(shown.feed()) / 1e3:.0f} kB"
        )
        print(f"feed page, oldest            {median_ms(lambda: shown.feed(1)):.1f} ms")
        load(library, entry, readers)


def adding(library: Library, first: int) -> float:
    """Median of keeping one more."""
    numbers = iter(range(first, first + ROUNDS))
    return median_ms(lambda: keep_draft(library, next(numbers)))


def median_ms(work: Callable[[], object]) -> float:
    """Of `ROUNDS` runs."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def load(library: Library, entry: Entry, readers: int) -> None:
    """`readers` at once, each reading ranges of one file that chance chooses, and now and then the feed."""
    command = [sys.executable, "-m", "listen", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        page = server.stderr.readline().split()[1]
        port = int(page.split(":")[2].split("/")[0])
        path = "/" + page.split("/", 3)[3]
        asyncio.run(_readers(port, path, entry, 20))  # warm
        before = _memory_mb(server.pid)
        start = time.perf_counter()
        taken = asyncio.run(_readers(port, path, entry, readers))
        spent = time.perf_counter() - start
        after = [_memory_mb(server.pid)]
        for _ in range(AGAIN):
            asyncio.run(_readers(port, path, entry, readers))
            after.append(_memory_mb(server.pid))
        server.terminate()
        server.stderr.read()
    print(f"readers at once              {readers}, each {READS} ranges and one feed page; errors 0")
    print(f"requests a second            {len(taken) / spent:.0f}")
    taken.sort()
    middle, slow = taken[len(taken) // 2], taken[len(taken) * 99 // 100]
    print(f"median, slowest of a hundred {middle:.0f} ms, {slow:.0f} ms")
    rounds = ", ".join(f"{mb:.0f}" for mb in after)
    print(f"server's memory              {before:.0f} MB; after each of {len(after)} such loads {rounds} MB")


async def _readers(port: int, path: str, entry: Entry, readers: int) -> list[float]:
    results = await asyncio.gather(*(_reader(port, path, entry, n) for n in range(readers)))
    return [ms for result in results for ms in result]


async def _reader(port: int, path: str, entry: Entry, seed: int) -> list[float]:
    """Raises AssertionError for any answer that is not exactly right."""
    chance = random.Random(seed)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    taken = []
    for n in range(READS + 1):
        begin = time.perf_counter()
        if n == READS:
            writer.write(f"GET {path}feed.xml HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            status, body = await _answer(reader)
            assert status == 200, status
            assert body.startswith(b"<?xml")
        else:
            start = chance.randrange(len(AUDIO) - 1)
            end = min(start + 65_535, len(AUDIO) - 1)
            writer.write(
                f"GET {path}e/{entry.id}/{entry.audio} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
                f"Range: bytes={start}-{end}\r\n\r\n".encode()
            )
            status, body = await _answer(reader)
            assert status == 206, status
            assert body == AUDIO[start : end + 1]
        taken.append((time.perf_counter() - begin) * 1000)
    writer.close()
    await writer.wait_closed()
    return taken


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = int(head.split("content-length:")[1].split("\r\n")[0])
    return int(head.split(" ", 2)[1]), await reader.readexactly(length)


def _memory_mb(pid: int) -> float:
    """Resident memory of a process; 0 where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    return int(status.read_text("ascii").split("VmRSS:")[1].split()[0]) / 1000


if __name__ == "__main__":
    main()
