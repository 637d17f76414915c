"""A narration that is killed, at any moment, and made again: the same bytes, nothing half done."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.patience import PATIENCE_S, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are POSIX here"),
]

STORY = "A story\n\n" + "\n\n".join(
    f"Paragraph {n} has a sentence of its own. Then comes number {n * 7}, and an end." for n in range(60)
)
NAMES = ["a.chapters.json", "a.mp3", "a.vtt", "a.words.json"]
LISTEN = (sys.executable, "-m", "listen")
MAKE = (*LISTEN, "make", "story.txt", "--voice", "tone", "--jobs", "2", "-o", "out/a.mp3")
Made = dict[str, bytes]


def start(folder: Path, *command: str, **more: Any) -> subprocess.Popen[str]:
    (folder / "out").mkdir(exist_ok=True)
    (folder / "story.txt").write_text(STORY, "utf-8")
    environment = {**os.environ, "LISTEN_HOME": str(folder / "home")}
    return subprocess.Popen(
        command or MAKE, cwd=folder, env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **more,
    )  # fmt: skip


def files(folder: Path) -> Made:
    """Everything in the output folder, hidden files too."""
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


def shown(folder: Path) -> list[str]:
    return [name for name in files(folder) if not name.startswith(".")]


def finish(folder: Path) -> Made:
    process = start(folder)
    _, errors = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0, errors
    return files(folder)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, float]:
    """What an undisturbed run makes, and how long it takes."""
    folder = tmp_path_factory.mktemp("whole")
    begin = time.monotonic()
    made = finish(folder)
    assert list(made) == NAMES
    return made, time.monotonic() - begin


def disturbed(folder: Path, whole: tuple[Made, float], seed: int, kills: int) -> None:
    """Runs that are killed, the whole group of processes at once, at random moments."""
    choose = random.Random(seed)
    for _ in range(kills):
        process = start(folder)
        try:
            process.wait(choose.uniform(0.1, whole[1]))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, choose.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGINT)))
        process.communicate(timeout=PATIENCE_S)
        if "a.mp3" in shown(folder):  # it was done before the signal came: the next begins from a full cache
            assert {name: files(folder)[name] for name in shown(folder)} == whole[0]
            for path in (folder / "out").iterdir():
                path.unlink()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_killed_again_and_again(tmp_path: Path, whole: tuple[Made, float], seed: int) -> None:
    """The short form: `python -m tests.bench.kill_commands` kills it and others 300 times."""
    disturbed(tmp_path, whole, seed=seed, kills=10)
    assert finish(tmp_path) == whole[0]


@pytest.mark.parametrize("renamed", [0, 1, 3])
def test_killed_while_files_get_their_names(tmp_path: Path, whole: tuple[Made, float], renamed: int) -> None:
    dying = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from listen import pipeline\n"
        "from listen.storage import outbox\n"
        "def publish(box, finals, force=True):\n"
        f"    for final in finals[:{renamed}]:\n"
        "        box._parts[final].replace(final)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "outbox.Outbox.publish = publish\n"
        "pipeline.make('story.txt', 'tone', 'out/a.mp3')\n"
    )
    process = start(tmp_path, sys.executable, "-c", dying)
    process.communicate(timeout=PATIENCE_S)
    assert process.returncode == -signal.SIGKILL
    assert len(shown(tmp_path)) == renamed
    assert "a.mp3" not in shown(tmp_path)
    assert finish(tmp_path) == whole[0]


def test_a_disk_that_is_full_until_there_is_room(tmp_path: Path, whole: tuple[Made, float]) -> None:
    room = len(whole[0]["a.mp3"]) // 2
    process = start(tmp_path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
    _, errors = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 1
    assert errors.startswith("listen: cannot write out/a.mp3: ")
    assert files(tmp_path) == {}
    cached = len(list((tmp_path / "home").rglob("runs/??/*")))
    assert cached > 15
    assert finish(tmp_path) == whole[0]


def test_what_was_done_is_not_done_again(tmp_path: Path, whole: tuple[Made, float]) -> None:
    process = start(tmp_path)
    until(lambda: len(list((tmp_path / "home").rglob("runs/??/*"))) >= 15)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=PATIENCE_S)
    kept = {
        path: path.stat().st_ino for path in (tmp_path / "home").rglob("runs/??/*") if path.suffix != ".part"
    }
    assert len(kept) >= 15
    assert finish(tmp_path) == whole[0]
    assert all(path.stat().st_ino == inode for path, inode in kept.items())


def test_a_run_that_lives_keeps_its_passing_files(tmp_path: Path, whole: tuple[Made, float]) -> None:
    first = start(tmp_path)
    until(lambda: list((tmp_path / "out").glob(".frames.*.part")))
    second = start(tmp_path, *(part.replace("a.mp3", "b.mp3") for part in MAKE))
    for process in (first, second):
        _, errors = process.communicate(timeout=PATIENCE_S)
        assert process.returncode == 0, errors
    made = files(tmp_path)
    assert made["a.mp3"] == made["b.mp3"] == whole[0]["a.mp3"]
    assert len(made) == 8
