"""Patterns that are looked up are the ones that `re` makes, and a file that is not whole is not used."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from listen.storage.ready import kept_patterns

COMPILER = import_module("re._compiler")
COMMON: tuple[tuple[str | bytes, int], ...] = (
    (r"(?P<year>\d{4})-(?P<month>\d\d)(-\d\d)?", 0),
    (r"(?i)stra(ß|ss)e|\bCAFÉ\b", 0),
    (r"a+b*?[^x-z]{2,5}(?<!q)(?=r)|(?:s(t)?u)\1", re.S | re.M),
    (r"(?>a++|b)(?i:Ä)[\wé–]", re.I),
    ("k", 0),
    (b"k", 0),
    (rb"\x00(?P<rest>[^\xff]*)\w", re.I),
    ("a b # spaces", re.X),
)
MANY = tuple((f"made up {n} [a-z]{{{n}}}", 0) for n in range(kept_patterns._LEAST_NEW))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where patterns are kept in this test; `re` remembers none of them from before."""
    monkeypatch.setenv("LISTEN_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(kept_patterns, "_MODULES", str(tmp_path / "modules"))
    re.purge()
    yield tmp_path / "cache" / f"patterns.{sys.implementation.cache_tag}"
    re.purge()


def compiled(patterns: tuple[tuple[str | bytes, int], ...]) -> list[Any]:
    with kept_patterns.looked_up():
        found = [re.compile(pattern, flags) for pattern, flags in patterns]
    re.purge()
    return found


def made(file: Path) -> dict[Any, Any]:
    """The patterns that are kept there."""
    return kept_patterns._read(str(file))[0]


def refuse(*_: object) -> None:
    raise AssertionError("it was compiled")


def test_what_is_looked_up_is_what_re_makes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own: list[Any] = [re.compile(pattern, flags) for pattern, flags in COMMON]
    re.purge()
    assert compiled(COMMON + MANY)[: len(COMMON)] == own
    assert file.is_file()
    with monkeypatch.context() as patch:
        patch.setattr(COMPILER, "_code", refuse)
        kept = compiled(COMMON)
    assert kept == own
    for ours, theirs in zip(kept, own, strict=True):
        assert (ours.groups, ours.flags) == (theirs.groups, theirs.flags)
        assert dict(ours.groupindex) == dict(theirs.groupindex)
    assert kept[0].sub(r"\g<month>/\g<year>", "on 2026-11-30") == "on 11/2026"
    assert kept[0].match("2026-11").lastgroup == "month"


def test_re_is_as_it_was_afterwards(file: Path) -> None:
    before = COMPILER.compile, COMPILER._code
    with kept_patterns.looked_up():
        assert (COMPILER.compile, COMPILER._code) != before
    assert (COMPILER.compile, COMPILER._code) == before
    with pytest.raises(re.error, match="unterminated"), kept_patterns.looked_up():
        re.compile("(a")
    assert (COMPILER.compile, COMPILER._code) == before


def test_few_new_patterns_are_not_written(file: Path) -> None:
    compiled(COMMON)
    assert not file.exists()
    compiled(MANY)
    before = file.read_bytes()
    compiled(COMMON)
    assert file.read_bytes() == before


def test_they_are_where_compiled_modules_are(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    compiled(MANY)
    assert not file.exists()
    assert len(made(tmp_path / "compiled" / "listen" / file.name)) == len(MANY)


def test_they_are_with_the_modules_where_python_writes_these(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = tmp_path / "modules"
    modules.mkdir()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled(COMMON + MANY)
    assert file.is_file()
    assert not list(modules.iterdir())
    file.unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    compiled(COMMON + MANY)
    assert not file.exists()
    assert len(made(modules / file.name)) == len(COMMON + MANY)
    # Whoever may not write there has what is there, and keeps what is new beside the passages.
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    other = tuple((f"other {pattern!r}", flags) for pattern, flags in MANY)
    compiled(COMMON + other)
    assert len(made(file)) == len(other)
    monkeypatch.setattr(COMPILER, "_code", refuse)
    compiled(COMMON + MANY + other)


def test_what_was_kept_stays_beside_what_is_new(file: Path) -> None:
    compiled(COMMON + MANY)
    compiled(tuple((f"other {pattern!r}", flags) for pattern, flags in MANY))
    assert len(made(file)) == len(COMMON) + 2 * len(MANY)


def test_a_file_does_not_grow_for_ever(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_patterns, "_MOST_PATTERNS", len(COMMON) + len(MANY))
    compiled(COMMON + MANY)
    compiled(tuple((f"other {pattern!r}", flags) for pattern, flags in MANY))
    assert len(made(file)) == len(MANY)


def test_a_damaged_file_and_one_of_another_python_are_not_used(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own: list[Any] = [re.compile(pattern, flags) for pattern, flags in COMMON]
    compiled(COMMON + MANY)
    whole = file.read_bytes()
    for damaged in (b"", whole[:20], whole[:-1], whole[:99] + bytes([whole[99] ^ 1]) + whole[100:]):
        file.write_bytes(damaged)
        assert compiled(COMMON) == own
        assert not made(file)
    file.write_bytes(whole)
    assert made(file)
    monkeypatch.setattr(sys, "version", "3.99")
    assert not made(file)


def test_a_pattern_of_the_locale_is_compiled_each_time(file: Path) -> None:
    compiled(((rb"(?L)\w+", 0), (rb"\w", re.L), *MANY))
    assert len(made(file)) == len(MANY)


def test_without_a_folder_all_is_compiled(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LISTEN_HOME", "~nobody-of-this-name/listen")
    assert len(compiled(MANY)) == len(MANY)
    monkeypatch.setenv("LISTEN_HOME", str(file.parent / "file"))
    file.parent.mkdir()
    (file.parent / "file").write_bytes(b"")
    assert len(compiled(MANY)) == len(MANY)


def test_a_long_run_notes_a_bounded_number(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_patterns, "_MOST_NEW", len(MANY))
    compiled(MANY + COMMON)
    assert len(made(file)) == len(MANY)


@pytest.mark.parametrize("command", [["--version"], ["clean", "--help"]])
def test_commands_run_where_no_folder_is_named(tmp_path: Path, command: list[str]) -> None:
    # Which folder it is says a library that compiles patterns itself when it is imported.
    environment = {k: v for k, v in os.environ.items() if k not in ("LISTEN_HOME", "PYTHONPYCACHEPREFIX")}
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-m", "listen", *command], env={**environment, "HOME": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not done.stderr
