"""The regular expressions of the stage: compiled when they are needed, looked up when they were compiled
before, and the same in every process.
"""

from __future__ import annotations

import copy
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from listen.speech.writing import patterns, starts
from listen.storage.ready import kept_patterns

SOURCES = """
from listen.speech.languages import EUROPEAN, FURTHER, grammar_for
for lang in ("en", *EUROPEAN, *FURTHER):
    grammar = grammar_for(lang)
    for rules in (grammar.letters, grammar.digits, grammar.symbols):
        for rule in rules:
            print(lang, repr(rule.pattern.pattern))
"""
FIRST = """
import sys
import re, re._compiler as compiler
before = compiler.compile, compiler._code
made = []
code = compiler._code
def _code(*args):
    made.append(args)
    return code(*args)
from listen.storage.ready import kept_patterns
import listen.speech
if kept_patterns._patterns() is not None:
    kept_patterns._patterns()._code = _code
print(listen.speech.spoken("On 3 May 2024 the BBC paid 5% of £2m.", "en-GB"), len(made), sep="|")
assert (compiler.compile, compiler._code) == before, "re was changed"
"""


def run(code: str, **variables: str) -> subprocess.Popen[str]:
    known = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "PYTHONHASHSEED")
    environment = {name: value for name, value in os.environ.items() if name not in known}
    return subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, encoding="utf-8",
        env={**environment, "PYTHONIOENCODING": "utf-8", **variables},
    )  # fmt: skip


def told(process: subprocess.Popen[str]) -> str:
    out, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return out


def test_patterns_are_the_same_in_every_process() -> None:
    # One that is made of a set in the set's order would never be looked up.
    first, second = (told(run(SOURCES, PYTHONHASHSEED=seed)).splitlines() for seed in ("1", "2"))
    assert len(first) > 1000
    assert [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]] == []


def test_a_second_process_compiles_nothing(tmp_path: Path) -> None:
    said, made = told(run(FIRST, PYTHONPYCACHEPREFIX=str(tmp_path))).split("|")
    assert (
        said == "On the third of May, twenty twenty-four the B B C paid five per cent of two million pounds."
    )
    assert int(made) > 50
    kept = list((tmp_path / "listen").iterdir())
    assert len(kept) == 1
    again = [run(FIRST, PYTHONPYCACHEPREFIX=str(tmp_path), PYTHONHASHSEED=str(n)) for n in range(3)]
    assert [told(process).split("|") for process in again] == [[said, "0\n"]] * 3


def test_processes_that_begin_at_once_agree(tmp_path: Path) -> None:
    several = [run(FIRST, PYTHONPYCACHEPREFIX=str(tmp_path)) for _ in range(3)]
    assert len({told(process).split("|")[0] for process in several}) == 1
    assert told(run(FIRST, PYTHONPYCACHEPREFIX=str(tmp_path))).endswith("|0\n")
    assert len([path for path in (tmp_path / "listen").iterdir() if path.is_file()]) == 1


def test_nothing_is_written_where_python_writes_nothing(tmp_path: Path) -> None:
    said = told(run(FIRST, PYTHONPYCACHEPREFIX=str(tmp_path), PYTHONDONTWRITEBYTECODE="1"))
    assert not said.endswith("|0\n")
    assert not list(tmp_path.iterdir())


def test_another_python_compiles_as_its_own_re_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_patterns, "_in_use", [])
    monkeypatch.setattr(sys.implementation, "name", "another")
    assert kept_patterns.compiled(r"a(?P<x>b)", re.I) == re.compile(r"a(?P<x>b)", re.I)
    assert kept_patterns.told(("name", 1, "a", 0), lambda: "told") == "told"


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [(r"(?P<year>\d{4})-(?P<month>\d\d)(-\d\d)?", 0), ("stra(ß|ss)e", re.I), (r"a(?=b)|", 0)],
)
def test_a_pattern_is_what_re_makes_of_it(pattern: str, flags: int) -> None:
    ours: Any = patterns.compile(pattern, flags)
    theirs = re.compile(pattern, flags)
    assert isinstance(ours, re.Pattern)
    assert (ours.pattern, ours.flags, ours.groups) == (theirs.pattern, theirs.flags, theirs.groups)
    assert dict(ours.groupindex) == dict(theirs.groupindex)
    for text in ("2026-11 STRASSE ab", "", "x2026-11-30"):
        assert [m.span() for m in ours.finditer(text)] == [m.span() for m in theirs.finditer(text)]
        assert ours.sub("-", text) == theirs.sub("-", text) == re.sub(ours, "-", text)
    assert copy.copy(ours).findall("2026-11") == pickle.loads(pickle.dumps(ours)).findall("2026-11")
    name = "no_such_thing"
    with pytest.raises(AttributeError):
        getattr(ours, name)


def test_a_pattern_is_compiled_when_it_is_needed() -> None:
    broken = patterns.compile("(a")
    assert broken.pattern == "(a"
    with pytest.raises(re.error, match="unterminated"):
        broken.search("a")


def test_the_functions_of_re_say_what_re_says() -> None:
    text = "one, two; Three"
    assert patterns.split(r"[,;]\s", text, 1) == re.split(r"[,;]\s", text, maxsplit=1)
    assert patterns.sub("t", "d", text, 1, patterns.I) == re.sub("t", "d", text, count=1, flags=re.I)
    assert patterns.findall("t.", text, patterns.I) == re.findall("t.", text, re.I)
    assert [m.span() for m in patterns.finditer("o", text)] == [m.span() for m in re.finditer("o", text)]
    assert patterns.search("Two", text, patterns.I) is not None
    assert patterns.match("two", text) is None
    assert patterns.fullmatch("one, two; three", text, patterns.I) is not None


def test_what_other_code_told_of_a_pattern_is_not_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = kept_patterns._patterns()
    assert kept is not None
    code = kept_patterns.code_of(starts.__file__)
    assert code is not None
    monkeypatch.setitem(kept._told, ("starts", code, "ab|c", 0), "xyz")
    assert starts.first_characters("ab|c") == frozenset("xyz")
    monkeypatch.setattr(starts, "code_of", lambda _: code + 1)
    assert starts.first_characters("ab|c") == frozenset("ac")
    monkeypatch.setattr(starts, "code_of", lambda _: None)
    assert starts.first_characters("ab|c", re.I) == frozenset("acAC")
    assert starts.first_characters(".") is None
