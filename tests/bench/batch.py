"""What a batch costs beyond rendering: `python -m tests.bench.batch [--rows ROWS] [--articles N]`.

local     short articles by `listen batch` on this machine, against the CPU of rendering their passages alone
scaling   two Dask workers of one thread against one, the same articles
overhead  client and scheduler alone: jobs go through a real scheduler to real workers that answer at once

CPU time is of the processes' own counters, so other work on the machine changes it little; wall times want a
quiet one. Linux only.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import partial
from pathlib import Path
from typing import Any

import psutil

from listen.batch import executors, isolation, listing, run, work
from listen.batch.work import Outcome
from listen.storage.manifest import File, Line
from tests.batch import cluster

VOICE = "heart"
SENTENCES = (
    "The council met on a wet evening in March, and the room was full.",
    "Most people had come because of the bridge, which had been closed for two years.",
    "An engineer explained what had been found: rust in places that nobody had looked at.",
    "It would cost more than the town could pay, she said, unless the county helped.",
    "A farmer asked how long his children would have to go round by the mill.",
    "Nobody could tell him, and the mayor promised an answer before the summer.",
    "Afterwards some walked down to the river, where the old stones still stand.",
)


def articles(path: Path, count: int, sentences: int = 7) -> Path:
    """JSON lines of short news, each with words of its own."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            told = [SENTENCES[(n + i) % len(SENTENCES)] for i in range(sentences)]
            told[n % sentences] += f" That was item {n} of the agenda."
            page = {
                "url": f"https://paper.example/{n}",
                "title": f"The bridge, part {n}",
                "text": " ".join(told[: sentences // 2 + 1]) + "\n\n" + " ".join(told[sentences // 2 + 1 :]),
                "lang": "en-GB",
            }
            file.write(json.dumps(page) + "\n")
    return path


def cpu_of(command: Sequence[str], env: dict[str, str]) -> tuple[float, float]:
    """CPU seconds of a command and all that it started and waited for, and wall seconds."""
    begin = time.monotonic()
    process = subprocess.Popen([sys.executable, *command], env=env, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begin


# -- local ---------------------------------------------------------------------------------------------------


def alone(listed: Path, voice: str) -> tuple[float, float, float]:
    """CPU seconds of speaking, checking and encoding the passages in one warm process; seconds of sound; and
    CPU seconds of what comes before that: reading, words, phonemes."""
    from listen import mp3, reading
    from listen.batch import narrator
    from listen.casting import calibration, cast
    from listen.options import Options
    from listen.render import passages

    options = Options(jobs=1, cache=False)
    settings = work.Settings("", voice, options, version=work.version())
    spent = sound = before = 0.0
    for n, item in enumerate(listing.items(str(listed))):
        begin = time.process_time()
        _, article, _ = narrator.read(work.Job(item, settings, ""), options)
        script, _ = reading.story(article, options)
        script, speakers = cast.cast(script, voice, None, None)
        said = list(reading.spoken(script.utterances, None, options.keep))
        speakers = calibration.calibrated(speakers, partial(iter, said), 1.0)
        encoding = mp3.Encoding.of(options.profile, speakers.main.rate, None)
        work_ = [p.ready() for p in passages.of(said, speakers, 1.0, encoding)]
        if n == 0:
            passages.render(work_[0])  # loads the voice
            begin = time.process_time()
        between = time.process_time()
        runs = [passages.render(passage) for passage in work_]
        before += between - begin
        spent += time.process_time() - between
        sound += sum(r.length for r in runs) / encoding.rate
    return spent, sound, before


def local(count: int, voice: str, folder: Path) -> Iterator[str]:
    env = cluster.environment(folder)
    listed = articles(folder / "local.jsonl", count)
    first = articles(folder / "first.jsonl", 2)
    rendering, sound, before = alone(listed, voice)
    start, _ = cpu_of(
        ("-m", "listen", "batch", str(first), "--dest", str(folder / "first"), "--voice", voice), env
    )
    whole, wall = cpu_of(
        ("-m", "listen", "batch", str(listed), "--dest", str(folder / "local"), "--voice", voice), env
    )
    start -= 2 * whole / (count + 2)
    each = (whole - start) / count
    yield f"| {count} articles, {sound / count:.0f} s of sound each, {voice} | CPU s | of rendering alone |"
    yield "|---|---|---|"
    yield f"| rendering alone, one warm process | {rendering:.1f} | 1.00 |"
    yield f"| reading, words, phonemes before it | {before:.1f} | {before / rendering:.2f} |"
    yield f"| `listen batch`, all processes | {whole:.1f} | {whole / rendering:.2f} |"
    yield f"| of which start-up | {start:.1f} | {start / rendering:.2f} |"
    thousand = start + 1000 * each
    share = thousand / (rendering * 1000 / count)
    yield f"| 1,000 such articles, start-up once | {thousand:.0f} | {share:.2f} |"
    yield f"\nwall {wall:.0f} s; 1,000 such articles are {sound / count / 3.6:.1f} h of sound"


# -- scaling -------------------------------------------------------------------------------------------------


def scaling(count: int, sentences: int, voice: str, folder: Path) -> Iterator[str]:
    env = cluster.environment(folder, DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED="False")  # as docs/scale.md
    listed = articles(folder / "scaling.jsonl", count, sentences)
    warm = articles(folder / "warm.jsonl", 8)
    told = f"{count} articles of {sentences} sentences, {voice}"
    yield f"| {told} | wall s | articles a second | CPU ms an article, workers alone |"
    yield "|---|---|---|---|"
    rates, costs = [], []
    for workers in (1, 2):
        with cluster.dask(folder / f"dask-{workers}", env, workers) as dask:
            for n, name in enumerate((warm, listed)):
                backend = executors.Dask(dask.address)
                while backend.slots() < workers:
                    time.sleep(0.5)
                plan = run.Plan(str(folder / f"scaled-{workers}-{n}"), voice, window=4 * workers)
                tally = run.run(listing.items(str(name)), plan, backend)
        rates.append(tally.done / tally.wall_s)
        costs.append(tally.cpu_s / tally.done)
        yield f"| {workers} workers | {tally.wall_s:.1f} | {rates[-1]:.2f} | {costs[-1] * 1000:.0f} |"
    yield f"\ntwo workers are {rates[1] / rates[0]:.2f} × one by the wall clock of this machine as it was"
    yield f"by CPU, had both a core of their own: {2 * costs[0] / costs[1]:.2f} ×"


# -- overhead ------------------------------------------------------------------------------------------------


def at_once(packed: bytes) -> Outcome:
    """In a worker: an outcome as large as a real one, without the work."""
    job = isolation.unpack(packed)
    key = job.ticket + job.ticket[:8]
    endings = (".mp3", ".vtt", ".words.json", ".chapters.json", ".story.json")
    files = tuple(File(key + ending, 100_000, key * 2) for ending in endings)
    return Outcome(
        Line("done", job.item.source, job.ticket, key, title=job.item.title, lang="en", duration_ms=30_000,
             files=files, summary="Words of a summary. " * 20, identity=key, at="2024-05-03T00:00:00Z")
    )  # fmt: skip


class _AtOnce(Executor):
    def __init__(self, inner: Executor) -> None:
        self._inner = inner

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        assert args[0] is isolation.perform
        return self._inner.submit(fn, at_once, *args[1:], **kwargs)


def overhead(counts: Sequence[int], folder: Path) -> Iterator[str]:
    """Each count in a client process of its own, with a fresh scheduler."""
    yield "| articles | client CPU s | scheduler CPU s | ms an article | client MB | scheduler MB | wall s |"
    yield "|---|---|---|---|---|---|---|"
    for count in counts:
        listed = articles(folder / f"{count}.jsonl", count)
        env = cluster.environment(
            folder,
            DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL="300s",
            DASK_DISTRIBUTED__ADMIN__LOW_LEVEL_LOG_LENGTH="10",  # as docs/scale.md has it
        )
        with cluster.dask(folder / f"dask-{count}", env) as dask:
            done = subprocess.run(
                [sys.executable, "-m", "tests.bench.batch", "--client", dask.address, str(listed),
                 str(folder / f"out-{count}"), str(dask.scheduler.popen.pid)],
                env=env, stdout=subprocess.PIPE, text=True, check=True,
            )  # fmt: skip
            yield done.stdout.strip()


def client(address: str, listed: str, dest: str, scheduler: int) -> str:
    """One client's run, and what it and the scheduler took."""
    watched = psutil.Process(scheduler)
    backend = executors.Dask(address)
    while backend.slots() < 2:
        time.sleep(0.5)
    backend.executor = _AtOnce(backend.executor)
    peaks, marks = [0, 0], [0]

    looks = itertools.count()

    def look(tally: run.Tally) -> None:
        if next(looks) % 50 == 0:
            peaks[0] = max(peaks[0], psutil.Process().memory_info().rss)
            peaks[1] = max(peaks[1], watched.memory_info().rss)
        if tally.over >= 10_000 * len(marks):
            spent = time.process_time() - begin, sum(watched.cpu_times()[:2]) - before
            marks.append(tally.over)
            told = (f"{tally.over:,}", *(f"{s:.1f}" for s in spent), *(f"{peak / 1e6:.0f}" for peak in peaks))
            print(" · ".join(told), file=sys.stderr, flush=True)

    before = sum(watched.cpu_times()[:2])
    begin = time.process_time()
    tally = run.run(listing.items(listed), run.Plan(dest, "tone", window=64), backend, progress=look)
    own = time.process_time() - begin
    other = sum(watched.cpu_times()[:2]) - before
    each = (own + other) / tally.done * 1000
    mb = [peak / 1e6 for peak in peaks]
    cells = (f"{tally.done:,}", f"{own:.1f}", f"{other:.1f}", f"{each:.2f}", f"{mb[0]:.0f}", f"{mb[1]:.0f}")
    return f"| {' | '.join(cells)} | {tally.wall_s:.0f} |"


def main() -> None:
    """Print the rows that were asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", default="local,scaling,overhead")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--sentences", type=int, default=7, help="of an article, in the row scaling")
    parser.add_argument("--counts", default="1000,10000,100000", help="of the row overhead")
    parser.add_argument("--voice", default=VOICE)
    parser.add_argument("--client", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.client:
        address, listed, dest, pid = given.client
        print(client(address, listed, dest, int(pid)))
        return
    with tempfile.TemporaryDirectory(prefix="listen-bench-") as name:
        folder = Path(name)
        for row in given.rows.split(","):
            if row == "local":
                printed = local(given.articles, given.voice, folder)
            elif row == "scaling":
                printed = scaling(given.articles, given.sentences, given.voice, folder)
            else:
                printed = overhead([int(count) for count in given.counts.split(",")], folder)
            for line in printed:
                print(line, flush=True)
            print()


if __name__ == "__main__":
    main()
