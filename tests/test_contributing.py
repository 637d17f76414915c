"""The recipes of CONTRIBUTING.md name what exists: files, names in them, columns, keys, a check for each."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from listen.casting.entries import Entry
from listen.model import Voice

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
RECIPES = {
    recipe.partition("\n")[0]: " ".join(recipe.partition("\n## ")[0].split())
    for recipe in TEXT.split("## Recipe: ")[1:]
}


def test_it_is_read_in_a_minute() -> None:
    assert len(TEXT.splitlines()) <= 60
    assert list(RECIPES) == ["an engine", "a form", "a phrase that is not read", "a spoken rule"]


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_ends_with_a_check_that_can_be_run(recipe: str) -> None:
    [check] = re.findall(r"Check: `python -m pytest -q ([^`]+)`", RECIPES[recipe])
    assert [path for path in check.split() if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("recipe", RECIPES)
def test_names_stand_in_the_files_that_a_recipe_says(recipe: str) -> None:
    pairs = re.findall(r"`(\w+)` in `([\w./]+\.py)`", RECIPES[recipe])
    assert pairs
    for name, path in pairs:
        source = (ROOT / path).read_text("utf-8")
        assert re.search(rf"(?m)^(?:class {name}\b|{name}\b.*=)", source), (name, path)


@pytest.mark.parametrize("recipe", RECIPES)
def test_folders_and_neighbours_that_a_recipe_names_exist(recipe: str) -> None:
    for folder, example in re.findall(r"in `([\w/]+/)` \(like `(\w+\.py)`\)", RECIPES[recipe]):
        assert (ROOT / folder / example).is_file()
    named = re.findall(r"`((?:listen|tests|voices|docs)/[\w./]+)`", RECIPES[recipe])
    assert [name for name in named if "NAME" not in name and not (ROOT / name).exists()] == []


def test_the_keys_of_a_voice_are_those_that_a_file_may_have() -> None:
    told = re.findall(r"`(\w+)`", RECIPES["an engine"].partition("Keys:")[2].partition("Check:")[0])
    assert len(told) == 7
    assert set(told) <= {field.name for field in (*fields(Voice), *fields(Entry))}
    needed = {field.name for field in fields(Voice)} - {"name", "gain_db", "pace"}
    assert needed <= set(told)


def test_the_columns_are_those_of_the_tables() -> None:
    phrases = (ROOT / "listen/clean/furniture/phrases.tsv").read_text("utf-8").splitlines()
    [head] = [line for line in phrases if line.startswith("# class\t")]
    columns = RECIPES["a phrase that is not read"].partition("Columns")[2].partition("Check:")[0]
    columns = re.sub(r" \([^)]*\)", "", columns).partition(": ")[2].rstrip(". ")
    assert columns.split(", ") == head.removeprefix("# ").split("\t")
    cases = (ROOT / "tests/speech/table_cases/en-GB.tsv").read_text("utf-8").splitlines()
    [head] = [line for line in cases if line.startswith("# written\t")]
    told = re.findall(r"`tests/speech/table_cases/en-GB\.tsv` \(([^)]*)\)", RECIPES["a spoken rule"])
    assert [words.split(", ") for words in told] == [head.removeprefix("# ").split("\t")]
