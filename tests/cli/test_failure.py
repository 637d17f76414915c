"""What goes wrong outside is one line with the right advice and status 1, never a bug."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from listen.cli import failure
from tests.patience import PATIENCE_S

LISTEN = [sys.executable, "-m", "listen"]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("A title\n\nOne two three.\n", "utf-8")
    return path


def shell(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    program = " ".join(LISTEN)
    return subprocess.run(
        ["sh", "-c", line.replace("listen", program, 1)],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "free some space, and try again"),
        (errno.EROFS, "LISTEN_HOME and -o name other places"),
        (errno.EACCES, "check its permissions"),
        (errno.EMFILE, "raise the limit (ulimit -n)"),
        (errno.EIO, "look at the disk and its permissions"),
    ],
)
def test_the_systems_refusals(number: int, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    def refused() -> None:
        raise OSError(number, os.strerror(number), "/somewhere/file")

    assert failure.guarded(refused) == 1
    said = capsys.readouterr().err
    assert says in said
    assert "/somewhere/file" in said
    assert said.count("\n") == 1
    assert "bug" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "status", "says"),
    [
        ("listen script story.txt > /dev/full", 1, "No space left on device; free some space"),
        ("listen script story.txt | head -c 1", 0, ""),
        ("listen voices list >&-", 0, ""),
        ("listen make story.txt --voice tone -o a.mp3 2>&1 | head -c 0; test -s a.mp3", 0, ""),
        (
            "cp story.txt b.txt; listen make *.txt --voice tone -o o/ 2>&1 | head -c 0; test -s o/*2.mp3",
            0,
            "",
        ),
        ("listen make - <&-", 1, "standard input is closed"),
        ("listen make story.txt --voice tone -o /proc/x.mp3", 1, "/proc"),
        ("listen make story.txt --voice tone -o /dev/full/", 1, "/dev/full"),
        ("listen make story.txt --voice tone -a /dev/null", 1, "/dev/null"),
        ("LISTEN_HOME=/proc/none listen ls", 1, "LISTEN_HOME"),
    ],
)
def test_streams_and_places_that_take_nothing(line: str, status: int, says: str, story: Path) -> None:
    done = shell(line, story.parent)
    assert done.returncode == status, done.stderr
    assert says in done.stderr
    assert "bug" not in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.slow
def test_a_script_of_another_editor_is_made(story: Path) -> None:
    script = subprocess.run(
        [*LISTEN, "script", "--json", str(story)], capture_output=True, check=True, timeout=PATIENCE_S
    ).stdout
    for encoding in ("utf-8-sig", "utf-16"):
        path = story.parent / f"{encoding}.json"
        path.write_bytes(script.decode().encode(encoding))
        done = shell(f"listen make {path.name} --voice tone -o {encoding}.mp3 --json", story.parent)
        assert done.returncode == 0, done.stderr
        assert '"title": "A title"' in done.stdout


def test_a_command_may_run_in_a_thread_which_handles_no_signals() -> None:
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(_ended_in_order).result() == "done"


def _ended_in_order() -> str:
    with failure.ended_in_order():
        return "done"
