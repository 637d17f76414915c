"""Rendering against its limit and its peers: one Markdown table.

usage: python tests/bench/render.py [--rows NAME,…] [--paragraphs N] [--jobs N]

Everything is narrated from the same made-up article, in the same run, from an empty cache, by `listen make`
as a user calls it. Peers are fetched when their row is run, into `listen-bench` in the user's cache folder
(or LISTEN_BENCH_CACHE); a row whose peer cannot be had says so. Memory is the highest sum of the proportional
set sizes of all of a command's processes. Linux only. A full run takes about twenty minutes on two cores.
"""

from __future__ import annotations

import argparse
import datetime
import functools
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import article
import peers
from measuring import CommandFailedError, Cost, cost

HERE = Path(__file__).resolve().parent
HALF_HOUR = 83
"""Paragraphs of half an hour."""
COLD = 3
"""How often what takes a second is measured; the median counts."""
KOKORO_PARAGRAPHS = 2
FIRST_RUN = """
import json, sys, time
from pathlib import Path
from listen import engines, pipeline
from listen.casting import catalog
from listen.sources import fetch
from listen.model import SpokenWord, Utterance
from listen.options import Options
class First(Exception): pass
def first(_): raise First
if __name__ == "__main__":
    voice = catalog.load("heart")
    engine, word = engines.get(voice.engine), Utterance("s", "Word", (SpokenWord("word", 0, 4),))
    engine.synthesize(engine.prepare(word, voice), word, voice)  # the engine is loaded
    begin = time.perf_counter()
    try:
        pipeline.make(sys.argv[1], None, sys.argv[2], options=Options(jobs=1), progress=first)
    except First:
        print(time.perf_counter() - begin)
"""
OWN_SPEECH = """
import sys
from pathlib import Path
import lameenc
from hibari import Hibari
import numpy as np
samples = np.asarray(Hibari()(Path(sys.argv[1]).read_text("utf-8"), seed=1), np.float32)
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    measure: str
    ours: str
    against: str
    ratio: float
    """Ours by theirs."""
    reach: float | None
    """The ratio that is wanted, or less; None: for information."""


class Lab:
    """Makes narrations and remembers what they cost, so that rows share them."""

    def __init__(self, folder: Path, cache: Path, paragraphs: int, jobs: int) -> None:
        self.folder, self.cache, self.paragraphs, self.jobs = folder, cache, paragraphs, jobs
        self.make = functools.cache(self._make)
        self.bare = functools.cache(self._bare)
        self.pipe = functools.cache(self._pipe)

    def text(self, paragraphs: int) -> Path:
        path = self.folder / f"{paragraphs}.txt"
        path.write_text(article.article(paragraphs), "utf-8")
        return path

    def _make(self, engine: str, paragraphs: int) -> Cost:
        return self.listen(self.text(paragraphs), engine, f"{engine}-{paragraphs}")

    def listen(self, text: Path, engine: str, home: str, *options: str) -> Cost:
        """`listen make` with a home of that name; its output is the length of the audio in seconds."""
        out = self.folder / f"{home}.mp3"
        command = [sys.executable, "-m", "listen", "make", text, "-o", out, "--force", *options]
        command += ["--jobs", str(self.jobs)] + ([] if engine == "hibari" else ["--engine", engine])
        done = cost(command, self.folder, {"LISTEN_HOME": str(self.folder / f"home-{home}")})
        form = json.loads(out.with_suffix(".chapters.json").read_text("utf-8"))
        return replace(done, output=str(form["chapters"][-1]["endTime"]))

    def _bare(self, engine: str) -> dict[str, float]:
        command = (sys.executable, HERE / "bare.py", self.text(self.paragraphs), engine)
        costs: dict[str, float] = json.loads(cost(command, self.folder).output)
        return costs

    def _pipe(self) -> tuple[Cost, float]:
        """espeak-ng | ffmpeg on the long article; cost and seconds of audio."""
        out = self.folder / "pipe.mp3"
        done = cost(peers.pipe(self.text(self.paragraphs), out).command, self.folder)
        return done, length(out)


def rows_of(lab: Lab) -> dict[str, Callable[[], Iterator[Row]]]:
    """Name of a row, or of rows that belong together, and what makes them."""

    def limit() -> Iterator[Row]:
        for engine in ("hibari", "espeak"):
            ours, bare = lab.make(engine, lab.paragraphs), lab.bare(engine)
            cpu = bare["speaking"] + bare["encoding"]
            spent = f"{bare['speaking']:.1f} + {bare['encoding']:.1f} CPU s"
            yield Row(
                f"{engine}, wall against the bare limit ({spent} ÷ {lab.jobs})",
                shown(ours), f"{cpu / lab.jobs:.1f} s", ours.wall / (cpu / lab.jobs),
                1.1 if engine == "hibari" else None,
            )  # fmt: skip
            yield Row(
                f"{engine}, CPU against the bare limit", f"{ours.cpu:.1f} CPU s", f"{cpu:.1f} CPU s",
                ours.cpu / cpu, 1.1 if engine == "hibari" else None,
            )  # fmt: skip

    def espeak() -> Iterator[Row]:
        ours, (theirs, _) = lab.make("espeak", lab.paragraphs), lab.pipe()
        peer = peers.pipe(lab.text(lab.paragraphs), lab.folder / "-")
        name = f"espeak, wall against {peer.name} ({peer.version})"
        yield Row(name, shown(ours), shown(theirs), ours.wall / theirs.wall, 0.6)

    def neural() -> Iterator[Row]:
        ours, (theirs, seconds) = lab.make("hibari", lab.paragraphs), lab.pipe()
        mine = seconds_of(ours) / ours.wall
        text = f"{mine:.0f} × real time"
        yield Row(
            "hibari, wall per second of audio against espeak-ng piped to ffmpeg", text,
            f"{seconds / theirs.wall:.0f} × real time", seconds / theirs.wall / mine, 1.2,
        )  # fmt: skip

    def script() -> Iterator[Row]:
        waves = lab.folder / "waves"
        peer = peers.obvious(lab.text(lab.paragraphs), lab.folder / "obvious.mp3", waves)
        theirs, ours = cost(peer.command, lab.folder), lab.make("espeak", lab.paragraphs)
        name = f"espeak against the obvious script ({peer.version})"
        yield Row(f"{name}: wall", shown(ours), shown(theirs), ours.wall / theirs.wall, 1 / 5)
        yield Row(
            f"{name}: memory", f"{ours.memory:.0f} MB", f"{theirs.memory:.0f} MB",
            ours.memory / theirs.memory, 1 / 8,
        )  # fmt: skip

    def echogarden() -> Iterator[Row]:
        peer = peers.echogarden(lab.cache, lab.text(HALF_HOUR), lab.folder / "echogarden.mp3")
        theirs, ours = cost(peer.command, lab.folder), lab.make("espeak", HALF_HOUR)
        name = f"espeak, half an hour, against {peer.version}"
        yield Row(f"{name}: CPU", shown(ours), shown(theirs), ours.cpu / theirs.cpu, 1 / 4)
        yield Row(
            f"{name}: memory", f"{ours.memory:.0f} MB", f"{theirs.memory:.0f} MB",
            ours.memory / theirs.memory, 1 / 4,
        )  # fmt: skip

    def kokoro() -> Iterator[Row]:
        out = lab.folder / "kokoro.mp3"
        peer = peers.kokoro(lab.cache, lab.text(KOKORO_PARAGRAPHS), out, lab.jobs)
        theirs, ours = cost(peer.command, lab.folder), lab.make("hibari", lab.paragraphs)
        mine, its = seconds_of(ours) / ours.wall, length(out) / theirs.wall
        name = f"hibari against {peer.version}: speed (Kokoro on {KOKORO_PARAGRAPHS} paragraphs)"
        yield Row(name, f"{mine:.0f} × real time", f"{its:.1f} × real time", its / mine, 1 / 40)

    def memory() -> Iterator[Row]:
        most = lab.make("hibari", lab.paragraphs)
        yield Row("hibari, memory against 450 MB", f"{most.memory:.0f} MB", "450 MB", most.memory / 450, 1.0)
        short, long, longest = (
            lab.make("espeak", n) for n in (HALF_HOUR, lab.paragraphs, 10 * lab.paragraphs)
        )
        hours = " → ".join(f"{seconds_of(c) / 3600:.1f} h" for c in (short, long, longest))
        yield Row(
            f"espeak, memory of ten times the length ({hours})",
            f"{short.memory:.0f} → {long.memory:.0f} → {longest.memory:.0f} MB, {longest.wall:.0f} s",
            f"{long.memory:.0f} MB", longest.memory / long.memory, 1.1,
        )  # fmt: skip

    def edit() -> Iterator[Row]:
        whole = lab.make("hibari", lab.paragraphs)  # its home holds the cache
        text = lab.text(lab.paragraphs).read_text("utf-8")
        edited = lab.folder / "edited.txt"
        at = text.index(" said. ", len(text) // 2)
        edited.write_text(text[:at] + " has now said. " + text[at + 7 :], "utf-8")
        again = lab.listen(edited, "hibari", f"hibari-{lab.paragraphs}")
        yield Row(
            "hibari, one sentence changed, made again",
            shown(again),
            shown(whole),
            again.wall / whole.wall,
            0.03,
        )

    def start() -> Iterator[Row]:
        python = sys.executable
        ours = median([cost((python, "-m", "listen", "--help"), lab.folder) for _ in range(3 * COLD)])
        click = median([cost((python, "-c", "import click"), lab.folder) for _ in range(3 * COLD)])
        yield Row(
            'listen --help against python -c "import click"', f"{ours.wall:.2f} s", f"{click.wall:.2f} s",
            ours.wall / click.wall, 3.0,
        )  # fmt: skip
        text = lab.folder / "short.txt"
        words = lab.text(HALF_HOUR).read_text("utf-8").split(" ")[:100]
        text.write_text(" ".join(words) + ".\n", "utf-8")
        made = median([lab.listen(text, "hibari", f"cold-{n}") for n in range(COLD)])
        own = median([cost((python, "-c", OWN_SPEECH, text), lab.folder) for _ in range(COLD)])
        name = "listen make of 100 words, cold, against hibari's own loading and speaking of them"
        yield Row(name, shown(made), shown(own), made.wall / own.wall, 1.5)

    def first() -> Iterator[Row]:
        for paragraphs in (HALF_HOUR, lab.paragraphs, 10 * lab.paragraphs):
            command = (sys.executable, "-c", FIRST_RUN, lab.text(paragraphs), lab.folder / "first.mp3")
            env = {"LISTEN_HOME": str(lab.folder / "home-first")}
            seconds = statistics.median(float(cost(command, lab.folder, env).output) for _ in range(COLD))
            name = f"hibari, engine loaded, to the first passage of {paragraphs} paragraphs"
            yield Row(name, f"{seconds:.2f} s", "1 s", seconds, 1.0)

    return {
        row.__name__: row
        for row in (limit, espeak, neural, script, echogarden, kokoro, memory, edit, start, first)
    }


def median(costs: list[Cost]) -> Cost:
    """The cost in the middle by wall time."""
    return sorted(costs, key=lambda c: c.wall)[len(costs) // 2]


def seconds_of(made: Cost) -> float:
    """Seconds of audio that `Lab.listen` found in what was made."""
    return float(made.output)


def length(path: Path) -> float:
    """Seconds of audio as ffprobe reads them."""
    command = (
        peers.need("ffprobe"),
        "-v",
        "error",
        "-show_entries",
        "format=duration",
        "-of",
        "csv=p=0",
        path,
    )
    return float(subprocess.run(command, capture_output=True, check=True).stdout)


def shown(made: Cost) -> str:
    """Wall, CPU, memory."""
    return f"{made.wall:.1f} s, {made.cpu:.1f} CPU s, {made.memory:.0f} MB"


def judged(row: Row) -> str:
    """Ratio, what was to be reached, and whether it was."""
    if row.reach is None:
        return f"{row.ratio:.3f} | |"
    return f"{row.ratio:.3f} | ≤ {row.reach:.3f} | {'yes' if row.ratio <= row.reach else 'no'}"


def machine() -> str:
    """Processor, cores, system, versions, date."""
    processors = re.findall(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text("utf-8"))
    processor = processors[0] if processors else platform.machine()
    packages = ("listen-to-story", "hibari-tts", "onnxruntime", "numpy", "espeakng-loader", "lameenc")
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    load = os.getloadavg()[0]
    return (
        f"{processor}, {len(os.sched_getaffinity(0))} cores, Python {platform.python_version()}, "
        f"{datetime.datetime.now(tz=datetime.UTC):%Y-%m-%d}; {versions}; load before the run {load:.1f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Rendering against its limit and its peers.")
    parser.add_argument("--rows", help="names, separated by commas; all of them without")
    parser.add_argument("--paragraphs", type=int, default=500, help="length of the long article")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)), help="cores to use")
    options = parser.parse_args()
    cache = os.environ.get("LISTEN_BENCH_CACHE") or Path.home() / ".cache" / "listen-bench"
    # Compiled modules, as an installation has them, also where the environment says that none are written.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(Path(cache) / "bytecode")
    with tempfile.TemporaryDirectory() as folder:
        lab = Lab(Path(folder), Path(cache), options.paragraphs, options.jobs)
        for engine in ("hibari", "espeak"):
            lab.make(engine, 6)  # compiles them
        rows = rows_of(lab)
        wanted = options.rows.split(",") if options.rows else list(rows)
        if unknown := set(wanted) - set(rows):
            parser.error(f"no row {min(unknown)}: there are {', '.join(rows)}")
        print(f"{machine()}\n")
        print(f"{options.paragraphs} paragraphs, {options.jobs} processes; wall, CPU, memory\n")
        print("| measure | listen | against | ratio | reach | |\n|---|---|---|---|---|---|", flush=True)
        for name in wanted:
            try:
                for row in rows[name]():
                    print(f"| {row.measure} | {row.ours} | {row.against} | {judged(row)} |", flush=True)
            except (peers.NotInstalledError, CommandFailedError) as error:
                print(f"| {name} | | {error} | | | not measured |", flush=True)


if __name__ == "__main__":
    main()
