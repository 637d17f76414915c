"""Changes and deletes rows of tables, one at a time, and says how many of the faults no test notices.

    python tests/bench/mutate.py [--area phrases,speech,lexicon] [--sample 60] [--seed 1] [--jobs 1]

A fault is a row whose content becomes “banana”, or a row that is gone: of `clean/furniture/phrases.tsv`, of
the tables of spoken words (`speech_tables.py`), of the lexicon in `voices/lexicon`. It is noticed when an
everyday test of the area fails. The tests that are made for the table run first, all others of the area where
those pass. The rows are drawn by chance; `--sample 0` takes all. Exit status 1 where more than a twentieth
of an area survives.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

import speech_tables
from speech_tables import CHANGED, ROOT, SPEECH

MOST = 0.05
"""The share of survivors from which the command fails."""
SECONDS = 600


@dataclass(frozen=True)
class Mutant:
    """One fault: a file of the package with other content."""

    name: str
    path: Path
    """Below the repository's root."""
    content: bytes


@dataclass(frozen=True)
class Area:
    """Tables that belong together, and the tests that should notice."""

    mutants: Callable[[], list[Mutant]]
    own: tuple[str, ...]
    """Tests made for the tables: they run first."""
    wide: tuple[str, ...]


def _rows(path: Path, column: int) -> list[Mutant]:
    """Both faults of every row of a tab-separated file."""
    lines = path.read_text("utf-8").split("\n")
    out = []
    for k, line in enumerate(lines):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        changed = "\t".join([*cells[:column], CHANGED, *cells[column + 1 :]])
        for what, replaced in (("changed", [changed]), ("deleted", [])):
            text = "\n".join([*lines[:k], *replaced, *lines[k + 1 :]])
            name = f"{path.name}:{k + 1} {what}: {line[:70]!r}"
            out.append(Mutant(name, path.relative_to(ROOT), text.encode()))
    return out


def phrases() -> list[Mutant]:
    """Faults of the phrases that mark furniture."""
    return _rows(ROOT / "listen" / "clean" / "furniture" / "phrases.tsv", 3)


def lexicon() -> list[Mutant]:
    """Faults of the pronunciations."""
    return [m for path in sorted((ROOT / "voices" / "lexicon").glob("*.tsv")) for m in _rows(path, 1)]


def speech() -> list[Mutant]:
    """Faults of the tables of spoken words."""
    out = []
    for path in speech_tables.modules():
        source = path.read_bytes()
        for entry in speech_tables.entries(path):
            where = (SPEECH / entry.module).relative_to(ROOT)
            out.append(Mutant(f"{entry.name} changed", where, entry.changed(source)))
            out.append(Mutant(f"{entry.name} deleted", where, entry.deleted(source)))
    return out


AREAS = {
    "phrases": Area(phrases, ("tests/clean/test_phrases.py",), ("tests/clean",)),
    "speech": Area(speech, ("tests/speech/test_table_cases.py",), ("tests/speech",)),
    "lexicon": Area(lexicon, ("tests/speech/test_table_cases.py",), ("tests/speech",)),
}


def copied(folder: Path) -> Path:
    """A copy of what the tests need."""
    for name in ("listen", "voices", "tests", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.cfg", "README.md"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def passes(folder: Path, tests: tuple[str, ...]) -> bool:
    """Whether all these everyday tests pass in a copy; a test that hangs has noticed something too."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", "not slow", *tests]
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        run = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return run.returncode == 0


def survives(mutant: Mutant, area: Area, folder: Path) -> bool:
    """Whether no everyday test notices the fault."""
    path = folder / mutant.path
    original = path.read_bytes()
    path.write_bytes(mutant.content)
    try:
        return passes(folder, area.own) and passes(folder, area.wide)
    finally:
        path.write_bytes(original)


def main() -> int:
    """Draw, try, count."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--area", default=",".join(AREAS))
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        free: Queue[Path] = Queue()
        for k in range(given.jobs):
            free.put(copied(Path(folder) / str(k)))
        for name in given.area.split(","):
            area = AREAS[name]
            everything = area.mutants()
            drawn = random.Random(given.seed).sample(
                everything, min(given.sample or len(everything), len(everything))
            )
            first = free.get()
            if not passes(first, area.own):
                print(f"{name}: the tests fail without any fault")
                return 1
            free.put(first)

            def tried(mutant: Mutant, area: Area = area) -> bool:
                place = free.get()
                try:
                    return survives(mutant, area, place)
                finally:
                    free.put(place)

            with ThreadPoolExecutor(given.jobs) as pool:
                alive = [m.name for m, lives in zip(drawn, pool.map(tried, drawn), strict=True) if lives]
            share = len(alive) / len(drawn)
            print(f"{name}: {len(alive)} of {len(drawn)} faults survive ({share:.1%}) of {len(everything)}")
            print(*(f"  {name}" for name in alive), sep="\n", flush=True)
            failed = failed or share > MOST
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
