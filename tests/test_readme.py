"""What the README shows is what happens: its commands are run and their output compared."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONSOLE = re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def test_the_test_command_is_what_ci_runs() -> None:
    command = "pip install -q -e '.[test]' && python -m tests"
    assert f"\n{command}\n" in README
    assert (ROOT / ".ci" / "run").read_text("utf-8").endswith(f"\n{command}\n")


def test_the_seed_in_the_first_command_exists() -> None:
    (seed,) = set(re.findall(r"listen make (seeds/\S+)", README.split("## ")[1]))
    assert (ROOT / seed).is_file()


def parts(block: str) -> list[tuple[str, list[str]]]:
    """Commands of a console block, each with the lines shown below it."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def test_there_is_something_to_run() -> None:
    assert CONSOLE


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the console blocks are for a POSIX shell")
@pytest.mark.parametrize("block", CONSOLE, ids=lambda block: block.splitlines()[0][2:42])
def test_the_console_shows_what_happens(block: str, tmp_path: Path, home: Path) -> None:
    run_block(block, tmp_path, home)


def run_block(block: str, folder: Path, home: Path) -> None:
    """Run a console block's commands in `folder`, with the seeds there, and compare what they print."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    bin_dir = Path(sys.executable).parent
    if not (bin_dir / "listen").exists():
        pytest.skip("the command listen is not installed beside this Python")
    environment = {"PATH": f"{bin_dir}:/usr/bin:/bin", "LISTEN_HOME": str(home), "LC_ALL": "C.UTF-8"}
    for command, shown in parts(block):
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )
        assert _matches([line.rstrip() for line in shown], done.stdout.rstrip().splitlines()), done.stdout


def _matches(shown: list[str], printed: list[str]) -> bool:
    """Whether the printed lines are those shown; a line `…` stands for any number of lines."""
    while shown and not shown[-1]:
        shown = shown[:-1]
    pattern = "\n".join(re.escape(line) if line != "…" else r"(?s:.*)" for line in shown)
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in printed)) is not None
