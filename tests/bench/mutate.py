"""Changes and deletes rows of tables, one at a time, and says how many of the faults no test notices.

    python tests/bench/mutate.py [--area phrases,speech,lexicon] [--sample 60] [--seed 1] [--jobs 2]

A fault is a row whose content becomes “banana”, or a row that is gone: of `clean/furniture/phrases.tsv`, of
the tables of spoken words (`speech_tables.py`), of the lexicon in `voices/lexicon`. It is noticed when an
everyday test of the area fails; all of them must pass without a fault. The tests that are made for the table
run first (a second for each fault); where they pass, all others of the area do: in forks of a process that
has loaded everything but the package. Entries that no sentence says are held by their text alone (the file
`entry` of `tests/speech/table_cases`): faults that only those lines notice are counted apart. So are those
that change nothing that is said: no sentence that `table_cases.py` makes of the entry sounds otherwise, and
the row can go. The rows are drawn by chance; `--sample 0` takes all. Exit status 1 where more than a
twentieth of an area survives.
"""

from __future__ import annotations

import argparse
import compileall
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

import held_cases
import speech_tables
import table_cases
from speech_tables import CHANGED, ROOT, SPEECH, Entry

MOST = 0.05
"""The share of survivors from which the command fails."""
SECONDS = 600
BY_TEXT = "tests/speech/test_table_cases.py::test_entries_without_a_sentence_are_as_they_were"
"""The test that compares entries with what they were, and hears nothing."""
SAID, WIDE, TEXT, LIVES = "noticed", "noticed by other tests", "noticed by its text alone", "survives"
SAME = "changes nothing that is said"


@dataclass(frozen=True)
class Mutant:
    """One fault: a file of the package with other content."""

    name: str
    path: Path
    """Below the repository's root."""
    content: bytes
    key: str = ""
    """The word or sign that the row is about: cases that have it are tried first."""
    entry: Entry | None = None
    """The entry of a table of spoken words."""


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
            out.append(Mutant(name, path.relative_to(ROOT), text.encode(), cells[0].partition(" (")[0]))
    return out


def phrases() -> list[Mutant]:
    """Faults of the phrases that mark furniture."""
    return _rows(ROOT / "listen" / "clean" / "furniture" / "phrases.tsv", 3)


def lexicon() -> list[Mutant]:
    """Faults of the pronunciations."""
    return [m for path in sorted((ROOT / "voices" / "lexicon").glob("*.tsv")) for m in _rows(path, 1)]


def speech() -> list[Mutant]:
    """Faults of the tables of spoken words; a row of several forms is deleted once."""
    out = []
    for path in speech_tables.modules():
        source = path.read_bytes()
        for entry in speech_tables.entries(path):
            where = (SPEECH / entry.module).relative_to(ROOT)
            out.append(Mutant(f"{entry.name} changed", where, entry.changed(source), entry.key, entry))
            if entry.form == 1:
                out.append(Mutant(f"{entry.name} deleted", where, entry.deleted(source), entry.key, entry))
    return out


_CASES = tuple(f"tests/speech/test_{name}.py" for name in ("table_cases", "lexicon", "locale", "heteronyms"))
AREAS = {
    "phrases": Area(phrases, ("tests/clean/test_phrases.py",), ("tests/clean",)),
    "speech": Area(speech, _CASES, ("tests/speech",)),
    "lexicon": Area(lexicon, _CASES, ("tests/speech",)),
}


def copied(folder: Path) -> Path:
    """A copy of what the tests need, compiled, with its own voices whatever is installed."""
    for name in ("listen", "voices", "tests", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.cfg", "README.md"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "listen" / "voices").symlink_to("../voices")
    compileall.compile_dir(folder / "listen", quiet=2)
    compileall.compile_dir(folder / "tests", quiet=2)
    return folder


def _options(tests: tuple[str, ...]) -> list[str]:
    early = "ignore:Module already imported:pytest.PytestAssertRewriteWarning"  # that is meant
    return ["-x", "-q", "-p", "no:cacheprovider", "-W", early, "-m", "not slow", *tests]


def notices(folder: Path, *tests: str) -> bool:
    """Whether one of these everyday tests fails in a copy, in a fork of this process."""

    def tried() -> int:
        import pytest

        return int(pytest.main(_options(tests)))

    return _fails(folder, tried)


def differs(folder: Path, key: str) -> bool:
    """Whether one of the cases of `table_cases` is said otherwise in a copy: those with the key first."""

    def tried() -> int:
        from tests.speech.saying import said

        held = held_cases.read(folder / "tests" / "speech" / "table_cases")
        cases = [case for case in held if case[0] != held_cases.ENTRY]
        with tempfile.TemporaryDirectory() as home:
            os.environ["LISTEN_HOME"], os.environ["LC_ALL"] = home, "C.UTF-8"
            return any(
                said(how, text) != told for how, text, told in sorted(cases, key=lambda c: key not in c[1])
            )

    return _fails(folder, tried)


def _fails(folder: Path, tried: Callable[[], int]) -> bool:
    """Whether something fails in a fork that has the copy for its package.

    This process has never imported the package, so that the fork reads the faulty one; everything else that
    is slow to import is there already. What raises has noticed something, and what hangs too."""
    child = os.fork()
    if not child:
        status = 70
        try:
            os.setsid()
            silent = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(silent, stream)
            os.chdir(folder)
            os.environ["PYTHONPATH"] = str(folder)
            sys.path[:] = [str(folder), *(p for p in sys.path if Path(p).resolve() not in (BENCH, ROOT))]
            sys.dont_write_bytecode = True
            for name in ("speech_tables", "held_cases"):  # the copy's, which the tests read entries with
                sys.modules.pop(name, None)
            status = tried()
        finally:
            os._exit(status)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) != 0
        time.sleep(0.02)
    os.killpg(child, 9)
    os.waitpid(child, 0)
    return True


BENCH = Path(__file__).resolve().parent


def same(folder: Path, entry: Entry) -> bool:
    """Whether all sentences that are made of an entry are said in a copy as they are said here."""
    languages = table_cases.LANGUAGES.get(entry.module, table_cases.ENGLISH)
    asked = [(lang, text) for lang in languages for text in dict.fromkeys(table_cases.frames(entry))]
    said = table_cases.say(folder, asked)
    return len(said) == len(asked) and said == table_cases.say(ROOT, asked)


def judged(mutant: Mutant, area: Area, folder: Path) -> str:
    """Which tests notice the fault, the cheapest first."""
    path = folder / mutant.path
    original, stat = path.read_bytes(), path.stat()
    path.write_bytes(mutant.content)
    os.utime(path, (stat.st_atime, stat.st_mtime + 10))  # else what was compiled may count as current
    try:
        if area.own == _CASES and differs(folder, mutant.key):
            return SAID
        if notices(folder, *area.own, "--deselect", BY_TEXT):
            return SAID
        if mutant.entry and same(folder, mutant.entry):
            return SAME
        if area.own == _CASES and notices(folder, BY_TEXT):
            return TEXT
        return WIDE if notices(folder, *area.wide, "--deselect", BY_TEXT) else LIVES
    finally:
        path.write_bytes(original)
        os.utime(path, (stat.st_atime, stat.st_mtime))


def loaded() -> None:
    """Import what the tests need, but nothing of the package."""
    import bs4
    import hypothesis
    import lxml.html
    import numpy
    import pytest

    assert all((bs4, hypothesis, lxml.html, numpy, pytest))
    assert "listen" not in sys.modules


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
    loaded()
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
            if notices(first, *area.wide) or differs(first, ""):
                print(f"{name}: the tests fail without any fault")
                return 1
            free.put(first)

            def tried(mutant: Mutant, area: Area = area) -> str:
                place = free.get()
                try:
                    return judged(mutant, area, place)
                finally:
                    free.put(place)

            with ThreadPoolExecutor(given.jobs) as pool:
                verdicts = list(zip(drawn, pool.map(tried, drawn), strict=True))
            counts = Counter(verdict for _, verdict in verdicts)
            share = counts[LIVES] / len(drawn)
            told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in (SAID, WIDE, SAME, TEXT, LIVES))
            print(f"{name}: of {len(drawn)} faults of {len(everything)}, {told} ({share:.1%})")
            for mutant, verdict in verdicts:
                if verdict in (SAME, TEXT, LIVES):
                    print(f"  {verdict}: {mutant.name}", flush=True)
            failed = failed or share > MOST
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
