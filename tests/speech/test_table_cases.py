"""Every entry of the tables of spoken words is said in a sentence, found by `tests/bench/table_cases.py`.

The file `entry` holds the entries for which no sentence has been found yet, by their source.
"""

from collections import Counter
from pathlib import Path

import held_cases
import pytest
import speech_tables
from held_cases import ENTRY

from tests.speech.saying import said

CASES = held_cases.read()


@pytest.mark.parametrize("how", sorted({case[0] for case in CASES} - {ENTRY}))
def test_every_entry_is_said(how: str) -> None:
    wrong = []
    for way, written, expected in CASES:
        if way == how and (now := said(way, written)) != expected:
            wrong.append((written, expected, now))
    assert wrong == []


def test_entries_without_a_sentence_are_as_they_were() -> None:
    held = {written: value for how, written, value in CASES if how == ENTRY}
    modules = {name.partition(":")[0] for name in held}
    entries = [e for p in speech_tables.modules() for e in _entries(p, modules)]
    now = {e.name: speech_tables.value_of(e) for e in entries}
    assert {name: now.get(name) for name, value in held.items() if now.get(name) != value} == {}


def _entries(path: Path, modules: set[str]) -> list[speech_tables.Entry]:
    return speech_tables.entries(path) if str(path.relative_to(speech_tables.SPEECH)) in modules else []


def test_no_sentence_stands_twice() -> None:
    assert [case for case, count in Counter(case[:2] for case in CASES).items() if count > 1] == []
