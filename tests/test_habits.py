"""The services run what the repository says: workflow, hooks, Pythons, and no deadline on examples."""

from __future__ import annotations

import configparser
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = ROOT / ".github" / "workflows" / "tests.yml"
HOOKS = ROOT / ".pre-commit-config.yaml"


def loaded(path: Path) -> dict[str, dict[str, object]]:
    yaml = pytest.importorskip("yaml")
    found: dict[str, dict[str, object]] = yaml.safe_load(path.read_text("utf-8"))
    return found


def test_the_workflow_runs_what_is_promised_on_every_python() -> None:
    form = configparser.ConfigParser()
    form.read(ROOT / "setup.cfg", "utf-8")
    promised = re.findall(r"Python :: (3\.\d+)", form["metadata"]["classifiers"])
    jobs = loaded(WORKFLOW)["jobs"]
    assert jobs["whole"]["strategy"]["matrix"]["python"] == promised  # type: ignore[index]
    assert [step["run"] for step in jobs["whole"]["steps"] if "run" in step] == [  # type: ignore[index]
        "sudo --preserve-env bash .ci/run"
    ]
    systems = jobs["quick"]["strategy"]["matrix"]["os"]  # type: ignore[index]
    assert {system.partition("-")[0] for system in systems} == {"windows", "macos"}
    assert jobs["quick"]["steps"][-1]["run"] == "python -m tests quick"  # type: ignore[index]


def test_actions_and_hooks_are_pinned() -> None:
    used = re.findall(r"uses: (\S+)", WORKFLOW.read_text("utf-8"))
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@v\d+[\d.]*", action) for action in used)
    repositories = loaded(HOOKS)["repos"]
    pinned = [repo["rev"] for repo in repositories if repo["repo"] != "local"]  # type: ignore[index]
    assert len(pinned) == 2
    assert all(re.fullmatch(r"v\d+\.\d+\.\d+", rev) for rev in pinned)


def test_types_are_checked_wherever_code_is() -> None:
    form = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mypy"]
    assert form["files"] == ["listen", "tests"]
    assert not form.keys() & {"exclude", "packages", "modules"}
    loose = {name for part in form["overrides"] if part["module"] == ["tests.*"] for name in part}
    assert "check_untyped_defs" not in loose
    hooks = HOOKS.read_text("utf-8")
    assert "entry: python -m mypy\n" in hooks
    assert "pass_filenames: false\n" in hooks


def test_no_example_fails_for_the_time_that_it_takes() -> None:
    assert settings.default is not None
    assert settings.default.deadline is None
