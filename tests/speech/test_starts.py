"""What a pattern can begin with, told from its source: no rule is passed over that would have matched."""

from __future__ import annotations

import re
import string
from pathlib import Path

import held_cases
import pytest

from listen.speech import reader, speak
from listen.speech.writing.starts import starts

TOLD = [
    (r"abc", "a"),
    (r"a|b\d", "ab"),
    (r"(?P<w>ab|c)?d", "acd"),
    (r"[A-C_]{2,}", "ABC_"),
    (r"\$[|]|\(", "$("),
    (r"(?<=\d)(?=[ab])c", "c"),
    (r"(?P<minus>(?!))?(?P<a>\d)", string.digits),
    (r"[^\W\d_]", string.ascii_letters),
    (r"[)\]}-]", ")]}-"),
    (r"a{,2}b", "ab"),
]


@pytest.mark.parametrize(("source", "first"), TOLD)
def test_what_a_pattern_begins_with(source: str, first: str) -> None:
    assert starts(source) == frozenset(first)


@pytest.mark.parametrize(
    "source", ["a?", ".b", r"\bc", "(?=a)", "(?i:a)b", "x*|y", r"(?P<a>b)?", r"(?:x{0,3}|y)z"]
)
def test_what_is_not_told(source: str) -> None:
    assert starts(source) is None


def test_small_and_large() -> None:
    assert starts("ab|1", re.IGNORECASE) == frozenset("aA1")


def _lines() -> list[tuple[str, str]]:
    folder = Path(__file__).parent
    near = (folder / "near_misses.tsv").read_text("utf-8").splitlines()
    english = [("en-GB" if x.startswith("gb") else "en-US", x.split("\t")[1]) for x in near if x[:1] != "#"]
    return [*english, *((how, text) for how, text, _ in held_cases.read()[::9] if how != held_cases.ENTRY)]


def test_all_is_said_as_if_every_rule_were_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = _lines()
    chosen = [speak(text, lang) for lang, text in lines]
    monkeypatch.setattr(reader, "_tried_at", lambda rules, c: rules)
    assert [speak(text, lang) for lang, text in lines] == chosen
    assert len(lines) > 1500
