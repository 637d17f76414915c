"""The hostile inputs, each in a process of its own: what comes of it, in how long, with how much memory.

    python tests/bench/hostile.py [NAME…]

A process that needs more than 10 s of CPU or has more than 1 GB of memory counts as broken; so does one that
gives anything but what `tests/clean/hostile.py` and `hostile_many.py` say. The exit status is their number.
"""

from __future__ import annotations

import io
import os
import re
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.clean import hostile, hostile_many

SECONDS = 10
ADDRESS_SPACE = 3 << 30
"""Bytes; numpy's libraries alone map more than one GB without using it: memory proper is read afterwards."""
MEMORY_MB = 1000


def judge(name: str) -> str:
    """`ok`, or what is wrong with what comes of one input."""
    from listen.clean import read
    from listen.errors import ListenError
    from listen.sources.fetch import fetch

    data, says = _input(name)
    start = time.process_time()
    try:
        source = fetch("-", stdin=io.BytesIO(data))
        if name in hostile_many.MANY:
            source = replace(source, media_type=hostile_many.media_type(name))
        got = tuple(b.text for b in read(source).article.blocks)
    except ListenError as error:
        verdict = "ok" if says and re.search(says, str(error)) else f"error: {error}"
    else:
        if name in hostile_many.MANY:
            return f"{hostile_many.broken(name, got) or 'ok'}\t{time.process_time() - start:.2f}"
        wanted = hostile.BLOCKS.get(name, hostile.STORY)
        many = name in hostile.HUGE and "script" not in name and "around" not in name
        verdict = (
            "ok" if not says and (many or got == wanted) else f"{len(got)} blocks, other than they should be"
        )
    return f"{verdict}\t{time.process_time() - start:.2f}"


def _input(name: str) -> tuple[bytes, str]:
    if name in hostile.WHOLE:
        return hostile.WHOLE[name](), ""
    if name in hostile_many.MANY:
        make, wanted = hostile_many.MANY[name]
        return make(), wanted if isinstance(wanted, str) else ""
    make, says = (hostile.NOTHING | hostile.HUGE)[name]
    return make(), says


def run(name: str) -> tuple[str, float, int]:
    """Verdict, CPU seconds and MB of one input, in a child process with limits."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        used = int(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (used + SECONDS + 5, used + SECONDS + 6))
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        status = 0
        try:
            os.write(writing, judge(name).encode()[:4000])
        except BaseException as error:  # noqa: BLE001 - a bug, or no memory left: both are told
            os.write(writing, f"{type(error).__name__}: {error}\t99".encode()[:4000])
            status = 1
        os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(child, 0)
    verdict, _, seconds = told.rpartition("\t")
    if not verdict:
        return f"stopped by signal {os.WTERMSIG(status)}", float(SECONDS), usage.ru_maxrss // 1024
    return verdict, float(seconds), usage.ru_maxrss // 1024


def main() -> None:
    import listen.clean.formats.web_page  # noqa: F401 - imported once, before the forks, so that it is not timed

    names = sys.argv[1:] or [*hostile.WHOLE, *hostile.NOTHING, *hostile.HUGE, *hostile_many.MANY]
    broken, slowest, largest = [], 0.0, 0
    for name in names:
        verdict, seconds, megabytes = run(name)
        slowest, largest = max(slowest, seconds), max(largest, megabytes)
        if verdict != "ok" or seconds > SECONDS or megabytes > MEMORY_MB:
            broken.append(name)
        if name in broken or seconds > 1 or sys.argv[1:]:
            print(f"{name}: {verdict}, {seconds:.1f} s, {megabytes} MB")
    print(f"{len(names)} inputs, {len(broken)} broken; at most {slowest:.1f} s and {largest} MB")
    sys.exit(min(len(broken), 100))


if __name__ == "__main__":
    main()
