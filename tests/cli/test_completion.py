"""Completion in the shell: commands, voices and engines, by click's own protocol."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.examples import few


@pytest.mark.parametrize(
    ("line", "word", "offered"),
    few(
        [
            ("listen ", "1", {"make", "voices", "play"}),
            ("listen make --voice he", "3", {"heart"}),
            ("listen make --quote-voice espeak-en-g", "3", {"espeak-en-gb"}),
            ("listen make --engine h", "3", {"hibari"}),
        ],
        2,
    ),
)
def test_the_shell_is_offered(line: str, word: str, offered: set[str]) -> None:
    wish = {"_LISTEN_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": word}
    program = "from listen.cli import cli; cli(prog_name='listen')"
    done = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | wish, capture_output=True, text=True, check=True
    )
    assert offered <= {entry.partition(",")[2] for entry in done.stdout.split()}
