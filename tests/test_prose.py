"""Docstrings begin with a sentence that says what something is or does, not with a question or a ditto."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OPENINGS = re.compile(r"(What|Who|Whoever|How|Why|Whether|The same|Ditto)\b")
OWNERS = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def begun_wrong(source: str) -> list[str]:
    """The first lines of docstrings of modules, classes and functions that begin so."""
    told = (ast.get_docstring(node) for node in ast.walk(ast.parse(source)) if isinstance(node, OWNERS))
    return [text.partition("\n")[0] for text in told if text and OPENINGS.match(text)]


@pytest.mark.parametrize("folder", ["listen", "voices"])
def test_a_docstring_s_first_sentence_has_a_subject_or_a_verb(folder: str) -> None:
    files = sorted((ROOT / folder).rglob("*.py"))
    assert files
    wrong = {str(path.relative_to(ROOT)): begun_wrong(path.read_text("utf-8")) for path in files}
    assert {path: lines for path, lines in wrong.items() if lines} == {}


def test_it_would_be_noticed() -> None:
    assert begun_wrong('"""What a voice is."""\ndef f():\n    """The same, louder."""\n') == [
        "What a voice is.",
        "The same, louder.",
    ]
    assert begun_wrong('def f():\n    """Return what a voice is.\n\n    How so?"""\n') == []
