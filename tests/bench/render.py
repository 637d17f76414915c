"""Rendering against its limit and its peers: one Markdown table.

usage: python tests/bench/render.py [--rows NAME,…] [--paragraphs N] [--jobs N]

Everything is narrated from the same made-up article, in the same run, from an empty cache, by `listen make`
as a user calls it. Peers are fetched when their row is run, into `listen-bench` in the user's cache folder
(or LISTEN_BENCH_CACHE); a row whose peer cannot be had says so. Memory is the highest sum of the proportional
set sizes of all of a command's processes. What is compared runs in turns, `--times` times, and the pair with
the median ratio counts. Linux only. A full run takes about half an hour on two cores.
"""

from __future__ import annotations

import argparse
import datetime
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

from listen import mp3

HERE = Path(__file__).resolve().parent
HALF_HOUR = 83
"""Paragraphs of half an hour."""
COLD = 3
"""How often what takes a second is measured; the median counts."""
KOKORO_PARAGRAPHS = 2
SETTINGS = {
    "default profile": (0, ((80, 7), (64, 3))),
    "podcast profile": (44_100, ((112, 7), (96, 3))),
}
"""Sample rate (0: the voice's own), and bit rate and quality now and before."""
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

    def __init__(self, folder: Path, cache: Path, paragraphs: int, jobs: int, times: int) -> None:
        self.folder, self.cache, self.paragraphs, self.jobs = folder, cache, paragraphs, jobs
        self.times = times
        self._made: dict[tuple[str, int, int], Cost] = {}
        self._piped: dict[int, Cost] = {}

    def text(self, paragraphs: int) -> Path:
        path = self.folder / f"{paragraphs}.txt"
        path.write_text(article.article(paragraphs), "utf-8")
        return path

    def make(self, engine: str, paragraphs: int, turn: int = 0) -> Cost:
        """What the narration cost the first time, from an empty cache: each is made once."""
        key = (engine, paragraphs, turn)
        if key not in self._made:
            self._made[key] = self.listen(self.text(paragraphs), engine, f"{engine}-{paragraphs}-{turn}")
        return self._made[key]

    def listen(self, text: Path, engine: str, home: str, *options: str) -> Cost:
        """`listen make` with a home of that name; its output is the length of the audio in seconds."""
        out = self.folder / f"{home}.mp3"
        command = [sys.executable, "-m", "listen", "make", text, "-o", out, "--force", *options]
        command += ["--jobs", str(self.jobs)] + ([] if engine == "hibari" else ["--engine", engine])
        done = cost(command, self.folder, {"LISTEN_HOME": str(self.folder / f"home-{home}")})
        form = json.loads(out.with_suffix(".chapters.json").read_text("utf-8"))
        return replace(done, output=str(form["chapters"][-1]["endTime"]))

    def bare(self, engine: str, *also: str) -> Cost:
        command = (sys.executable, HERE / "bare.py", self.text(self.paragraphs), engine, *also)
        return cost(command, self.folder)

    def pipe(self, turn: int) -> Cost:
        """espeak-ng | ffmpeg on the long article; its output is the length of the audio in seconds. Each turn
        is made once.
        """
        if turn not in self._piped:
            out = self.folder / "pipe.mp3"
            done = cost(peers.pipe(self.text(self.paragraphs), out).command, self.folder)
            self._piped[turn] = replace(done, output=str(length(out)))
        return self._piped[turn]

    def pair(
        self, ours: Callable[[int], Cost], theirs: Callable[[int], Cost], ratio: Callable[[Cost, Cost], float]
    ) -> tuple[Cost, Cost]:
        """Both in turns, each told its turn; the pair in the middle by `ratio`."""
        pairs = [(ours(turn), theirs(turn)) for turn in range(self.times)]
        return sorted(pairs, key=lambda pair: ratio(*pair))[len(pairs) // 2]


def wall(ours: Cost, theirs: Cost) -> float:
    """Ours by theirs."""
    return ours.wall / theirs.wall


def cpu(ours: Cost, theirs: Cost) -> float:
    """Ours by theirs."""
    return ours.cpu / theirs.cpu


def rows_of(lab: Lab) -> dict[str, Callable[[], Iterator[Row]]]:
    """Name of a row, or of rows that belong together, and what makes them."""

    def limit(engine: str) -> Iterator[Row]:
        def apart(ours: Cost, bare: Cost) -> float:
            spent = json.loads(bare.output)
            return float(ours.cpu / (spent["speaking"] + spent["encoding"]))

        ours, bare = lab.pair(
            lambda turn: lab.make(engine, lab.paragraphs, turn), lambda _: lab.bare(engine), apart
        )
        parts = json.loads(bare.output)
        cpu = parts["speaking"] + parts["encoding"]
        spent = f"{parts['speaking']:.1f} + {parts['encoding']:.1f} CPU s"
        yield Row(
            f"{engine}, wall against the bare limit ({spent} ÷ {lab.jobs})",
            shown(ours), f"{cpu / lab.jobs:.1f} s", ours.wall / (cpu / lab.jobs),
            1.1 if engine == "hibari" else None,
        )  # fmt: skip
        yield Row(
            f"{engine}, CPU against the bare limit", f"{ours.cpu:.1f} CPU s", f"{cpu:.1f} CPU s",
            ours.cpu / cpu, 1.1 if engine == "hibari" else None,
        )  # fmt: skip

    def package() -> Iterator[Row]:
        parts = json.loads(lab.bare("hibari", "package").output)
        ours, limit = lab.make("hibari", lab.paragraphs), (parts["package"] + parts["encoding"]) / lab.jobs
        yield Row(
            "hibari, wall against the limit with the signal processing of its own package",
            f"{ours.wall:.1f} s", f"{limit:.1f} s", ours.wall / limit, None,
        )  # fmt: skip

    def espeak() -> Iterator[Row]:
        ours, theirs = lab.pair(lambda turn: lab.make("espeak", lab.paragraphs, turn), lab.pipe, wall)
        peer = peers.pipe(lab.text(lab.paragraphs), lab.folder / "-")
        name = f"espeak, wall against {peer.name} ({peer.version})"
        yield Row(name, shown(ours), shown(theirs), wall(ours, theirs), 0.5)

    def neural() -> Iterator[Row]:
        def paces(ours: Cost, theirs: Cost) -> float:
            return pace(theirs) / pace(ours)

        ours, theirs = lab.pair(lambda turn: lab.make("hibari", lab.paragraphs, turn), lab.pipe, paces)
        yield Row(
            "hibari, wall per second of audio against espeak-ng piped to ffmpeg",
            f"{pace(ours):.0f} × real time", f"{pace(theirs):.0f} × real time", paces(ours, theirs), 1.25,
        )  # fmt: skip

    def script() -> Iterator[Row]:
        peer = peers.obvious(lab.text(lab.paragraphs), lab.folder / "obvious.mp3", lab.folder / "waves")
        ours, theirs = lab.pair(
            lambda turn: lab.make("espeak", lab.paragraphs, turn),
            lambda _: cost(peer.command, lab.folder),
            wall,
        )
        name = f"espeak against the obvious script ({peer.version})"
        yield Row(f"{name}: wall", shown(ours), shown(theirs), wall(ours, theirs), 0.2)
        yield Row(
            f"{name}: memory", f"{ours.memory:.0f} MB", f"{theirs.memory:.0f} MB",
            ours.memory / theirs.memory, 0.125,
        )  # fmt: skip

    def echogarden() -> Iterator[Row]:
        peer = peers.echogarden(lab.cache, lab.text(HALF_HOUR), lab.folder / "echogarden.mp3")
        ours, theirs = lab.pair(
            lambda turn: lab.make("espeak", HALF_HOUR, turn), lambda _: cost(peer.command, lab.folder), cpu
        )
        name = f"espeak, half an hour, against {peer.version}"
        yield Row(f"{name}: CPU", shown(ours), shown(theirs), cpu(ours, theirs), 0.3)
        yield Row(
            f"{name}: memory", f"{ours.memory:.0f} MB", f"{theirs.memory:.0f} MB",
            ours.memory / theirs.memory, 0.16,
        )  # fmt: skip

    def kokoro() -> Iterator[Row]:
        out = lab.folder / "kokoro.mp3"
        peer = peers.kokoro(lab.cache, lab.text(KOKORO_PARAGRAPHS), out, lab.jobs)
        theirs, ours = cost(peer.command, lab.folder), lab.make("hibari", lab.paragraphs)
        its = length(out) / theirs.wall
        name = f"hibari against {peer.version}: speed (Kokoro on {KOKORO_PARAGRAPHS} paragraphs)"
        yield Row(name, f"{pace(ours):.0f} × real time", f"{its:.1f} × real time", its / pace(ours), 1 / 40)

    def memory(engine: str) -> Iterator[Row]:
        if engine == "hibari":
            most = lab.make("hibari", lab.paragraphs)
            yield Row(
                "hibari, memory against 450 MB", f"{most.memory:.0f} MB", "450 MB", most.memory / 450, 1.0
            )
        long, longest = lab.make(engine, lab.paragraphs), lab.make(engine, 10 * lab.paragraphs)
        hours = " → ".join(f"{seconds_of(c) / 3600:.1f} h" for c in (long, longest))
        yield Row(
            f"{engine}, memory of ten times the length ({hours})",
            f"{long.memory:.0f} → {longest.memory:.0f} MB, {longest.wall:.0f} s",
            f"{long.memory:.0f} MB", longest.memory / long.memory, 1.1,
        )  # fmt: skip

    def edit() -> Iterator[Row]:
        lab.make("hibari", lab.paragraphs)  # its home holds the cache
        home = f"hibari-{lab.paragraphs}-0"
        text = lab.text(lab.paragraphs).read_text("utf-8")
        at = text.index(" said. ", len(text) // 2)

        def again(turn: int) -> Cost:
            edited = lab.folder / "edited.txt"
            edited.write_text(f"{text[:at]} has now said, {turn + 2} times. {text[at + 7 :]}", "utf-8")
            return lab.listen(edited, "hibari", home)

        def dry(_: int) -> Cost:
            command = (sys.executable, "-m", "listen", "make", lab.text(lab.paragraphs), "--dry-run")
            return cost(command, lab.folder, {"LISTEN_HOME": str(lab.folder / f"home-{home}")})

        made, told = lab.pair(again, dry, wall)
        yield Row(
            "hibari, one sentence changed, made again", shown(made), "1.2 s", made.wall / 1.2, 1.0
        )  # fmt: skip
        yield Row(
            "hibari, one sentence changed, against listen --dry-run",
            f"{made.wall:.2f} s", f"{told.wall:.2f} s", wall(made, told), 2.6,
        )  # fmt: skip

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
        pairs = [
            (lab.listen(text, "hibari", f"cold-{n}"), cost((python, "-c", OWN_SPEECH, text), lab.folder))
            for n in range(2 * COLD + 1)
        ]
        made, own = sorted(pairs, key=lambda pair: wall(*pair))[COLD]
        name = "listen make of 100 words, cold, against hibari's own loading and speaking of them"
        yield Row(name, shown(made), shown(own), wall(made, own), 1.3)

    def first() -> Iterator[Row]:
        for paragraphs in (HALF_HOUR, lab.paragraphs, 10 * lab.paragraphs):
            command = (sys.executable, "-c", FIRST_RUN, lab.text(paragraphs), lab.folder / "first.mp3")
            env = {"LISTEN_HOME": str(lab.folder / "home-first")}
            seconds = statistics.median(float(cost(command, lab.folder, env).output) for _ in range(COLD))
            name = f"hibari, engine loaded, to the first passage of {paragraphs} paragraphs"
            yield Row(name, f"{seconds:.2f} s", "1 s", seconds, 1.0)

    def sound() -> Iterator[Row]:
        import encoder  # needs pesq and pystoi

        for voice in ("heart", "espeak-en-gb"):
            for profile, (rate, old_rate) in SETTINGS.items():
                samples, own = encoder.spoken(voice)
                now, before = (
                    list(encoder.judged(samples, own, replace(mp3.Encoding(rate or own, kbit), quality=q)))
                    for kbit, q in old_rate
                )
                name = f"{voice}, {profile}"
                yield Row(
                    f"{name}: encoder's CPU a second of audio", f"{now[0]} ms", f"{before[0]} ms",
                    float(now[0]) / float(before[0]), None if rate else 0.5,
                )  # fmt: skip
                yield Row(
                    f"{name}: PESQ-WB, its reach (4.31) by it; against before",
                    now[2],
                    before[2],
                    4.31 / float(now[2]),
                    1.0,
                )

    others = (package, espeak, neural, script, echogarden, kokoro, edit, start, first, sound)
    return {
        "limit": lambda: limit("hibari"),
        "espeak_limit": lambda: limit("espeak"),
        "memory": lambda: memory("espeak"),
        "hibari_memory": lambda: memory("hibari"),
        **{row.__name__: row for row in others},
    }


def median(costs: list[Cost]) -> Cost:
    """The cost in the middle by wall time."""
    return sorted(costs, key=lambda c: c.wall)[len(costs) // 2]


def seconds_of(made: Cost) -> float:
    """Seconds of audio that `Lab.listen` found in what was made."""
    return float(made.output)


def pace(made: Cost) -> float:
    """Seconds of audio a second."""
    return seconds_of(made) / made.wall


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
    parser.add_argument("--times", type=int, default=3, help="turns of what is compared")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)), help="cores to use")
    options = parser.parse_args()
    cache = os.environ.get("LISTEN_BENCH_CACHE") or Path.home() / ".cache" / "listen-bench"
    # Compiled modules, as an installation has them, also where the environment says that none are written.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(Path(cache) / "bytecode")
    with tempfile.TemporaryDirectory() as folder:
        lab = Lab(Path(folder), Path(cache), options.paragraphs, options.jobs, options.times)
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
            except (peers.NotInstalledError, CommandFailedError, ModuleNotFoundError) as error:
                print(f"| {name} | | {error} | | | not measured |", flush=True)


if __name__ == "__main__":
    main()
