"""The cases that hold the tables of spoken words: a file a language in `tests/speech/table_cases`.

A file is named by how it is said (see `tests/speech/saying.py`), with `-` for `:`; its lines are what is
written and what is said.
The file `entry` holds entries for which no sentence is found, by their source.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "speech" / "table_cases"
HEAD = """\
# One sentence for every entry of the tables of spoken words, and what is said: found by tests/bench/table_cases.py, read by a person.
# written	said
"""  # noqa: E501
ENTRY = "entry"
"""The way of the lines that hold an entry by its text alone."""
_WAYS = ("sounds", "espeak", "misaki", "locale")


def read(folder: Path = FOLDER) -> list[tuple[str, str, str]]:
    """All cases: how it is said, written, said."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        way, dash, tag = path.stem.partition("-")
        how = f"{way}:{tag}" if dash and way in _WAYS else path.stem
        for line in path.read_text("utf-8").splitlines()[HEAD.count("\n") :]:  # a case may begin with "#"
            written, said = line.split("\t")
            found.append((how, written, said))
    return found


def write(cases: Iterable[tuple[str, str, str]], folder: Path = FOLDER) -> None:
    """Write all cases, in order, in place of those that are there."""
    files: dict[str, list[str]] = {}
    for how, written, said in sorted(set(cases)):
        files.setdefault(how.replace(":", "-"), []).append(f"{written}\t{said}\n")
    for name, lines in files.items():
        (folder / f"{name}.tsv").write_text(HEAD + "".join(lines), encoding="utf-8")
