"""What goes wrong in a long batch. Each ends with every article exactly once, and as it would be without."""

from __future__ import annotations

import contextlib
import functools
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.batch.cluster import (
    S3,
    Dask,
    Faults,
    audio,
    dask,
    environment,
    lines,
    listen_batch,
    needs_posix,
    pages,
)
from tests.patience import PATIENCE_S, until

pytestmark = [pytest.mark.slow, needs_posix]
VOICE = ("--voice", "faulty")


MOST = 20
"""Stories of one list."""


def plainly(n: int) -> str:
    return ""


def slowly(n: int) -> str:
    return "It went slowly."


Undisturbed = Callable[[int, Callable[[int], str]], dict[str, bytes]]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """What the first stories of a list make when nothing goes wrong; made once for all tests."""

    @functools.cache
    def made(words: Callable[[int], str]) -> dict[str, tuple[str, bytes]]:
        folder = tmp_path_factory.mktemp("undisturbed")
        listed = pages(folder / "pages.jsonl", MOST, words)
        env = environment(folder, FAULTY_SLOW_S="0")
        done = listen_batch(listed, "--dest", folder / "out", *VOICE, "--jobs", "1", env=env)
        assert done.returncode == 0, done.stderr
        sound = audio(folder / "out")
        return {row["source"]: (row["key"], sound[row["key"]]) for row in lines(folder / "out")}

    def first(count: int, words: Callable[[int], str]) -> dict[str, bytes]:
        return dict(made(words)[f"https://paper.example/story-{n}"] for n in range(count))

    return first


def assert_each_once(dest: Path, expected: dict[str, bytes]) -> None:
    assert audio(dest) == expected
    made = Counter(row["key"] for row in lines(dest) if row["status"] == "done")
    # A run that was killed may have taken its last lines with it: the next one notes those as there already.
    noted = Counter(row["key"] for row in lines(dest) if row["status"] in ("done", "skipped"))
    assert set(noted) == set(expected)
    assert max(made.values()) == 1
    assert not [path for path in dest.rglob("*") if path.name.endswith(".part")]


def at_work(cluster: Dask) -> list[psutil.Process]:
    """The workers' processes, below their nannies, that have an article in hand."""
    found = []
    for worker in cluster.workers:
        with contextlib.suppress(psutil.NoSuchProcess):
            for process in psutil.Process(worker.popen.pid).children():
                if any("listen.batch.child" in " ".join(c.cmdline()) for c in process.children()):
                    found.append(process)
    return found


def test_workers_killed_again_and_again(tmp_path: Path, undisturbed: Undisturbed) -> None:
    listed = pages(tmp_path / "pages.jsonl", 16, slowly)
    expected = undisturbed(16, slowly)
    env = environment(tmp_path, FAULTY_SLOW_S="0.3")
    killed = 0
    stop = threading.Event()

    def kill(cluster: Dask) -> None:
        """Kill by what is done, not by the clock: where workers start slowly, one article would meet it each
        time, and an article that kills four workers is given up."""
        nonlocal killed
        while not stop.wait(0.1):
            cluster.mend()
            if len(list((tmp_path / "out").glob("*/*.mp3"))) <= 3 * killed:
                continue
            for process in at_work(cluster)[killed % 2 :][:1]:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()
                    killed += 1

    with dask(tmp_path / "dask", env) as cluster:
        thread = threading.Thread(target=kill, args=(cluster,))
        thread.start()
        try:
            done = listen_batch(
                listed, "--dest", tmp_path / "out", *VOICE,
                "--executor", "dask", "--scheduler", cluster.address, env=env,
            )  # fmt: skip
        finally:
            stop.set()
            thread.join()
    assert done.returncode == 0, done.stderr
    assert killed >= 2
    assert_each_once(tmp_path / "out", expected)


def test_the_scheduler_is_restarted(tmp_path: Path, undisturbed: Undisturbed) -> None:
    listed = pages(tmp_path / "pages.jsonl", 20, slowly)
    expected = undisturbed(20, slowly)
    env = environment(tmp_path, FAULTY_SLOW_S="0.3")
    with dask(tmp_path / "dask", env) as cluster:
        batch = start(
            listed, "--dest", tmp_path / "out", *VOICE,
            "--executor", "dask", "--scheduler", cluster.address, env=env,
        )  # fmt: skip
        wait_for_episodes(tmp_path / "out", 4, batch)
        cluster.restart_scheduler()
        _, said = batch.communicate(timeout=240)
    assert batch.returncode == 0, said
    assert "connecting again" in said
    assert_each_once(tmp_path / "out", expected)


@pytest.mark.parametrize("executor", ["local", "dask"])
def test_the_client_is_killed_and_run_again(tmp_path: Path, undisturbed: Undisturbed, executor: str) -> None:
    listed = pages(tmp_path / "pages.jsonl", 16, slowly)
    expected = undisturbed(16, slowly)
    env = environment(tmp_path, FAULTY_SLOW_S="0.2")
    with contextlib.ExitStack() as stack:
        how: tuple[str, ...] = ()
        if executor == "dask":
            cluster = stack.enter_context(dask(tmp_path / "dask", env))
            how = ("--executor", "dask", "--scheduler", cluster.address)
        for count in (3, 8):
            batch = start(listed, "--dest", tmp_path / "out", *VOICE, *how, env=env)
            wait_for_episodes(tmp_path / "out", count, batch)
            batch.send_signal(signal.SIGKILL)
            batch.communicate()
        done = listen_batch(listed, "--dest", tmp_path / "out", *VOICE, *how, env=env)
        assert done.returncode == 0, done.stderr
        again = listen_batch(listed, "--dest", tmp_path / "out", *VOICE, *how, env=env)
        assert again.returncode == 0, again.stderr
    assert "done                             0" in again.stderr
    assert_each_once(tmp_path / "out", expected)


def narrators(pid: int) -> list[psutil.Process]:
    """The processes of a batch that narrate; another looks for the computer's own voices."""
    found = []
    for child in psutil.Process(pid).children():
        with contextlib.suppress(psutil.Error):
            if "listen.batch.child" in child.cmdline():
                found.append(child)
    return found


def test_processes_end_with_a_client_that_is_killed(tmp_path: Path) -> None:
    listed = pages(tmp_path / "pages.jsonl", 8, slowly)
    env = environment(tmp_path, FAULTY_SLOW_S="5")
    batch = start(listed, "--dest", tmp_path / "out", *VOICE, "--jobs", "2", env=env)
    until(lambda: len(narrators(batch.pid)) == 2, every_s=0.1)
    children = narrators(batch.pid)
    batch.kill()
    batch.communicate()
    _, alive = psutil.wait_procs(children, timeout=PATIENCE_S)
    assert alive == []


def test_s3_answers_500_and_503_and_drops_connections(
    tmp_path: Path, undisturbed: Undisturbed, s3: S3
) -> None:
    listed = pages(tmp_path / "pages.jsonl", 20)
    expected = undisturbed(20, plainly)
    kinds = ("500", "503", "drop", "cut")
    faults = Faults(s3.port, lambda n, method, path: kinds[n // 4 % 4] if n % 4 == 0 else "")
    try:
        env = environment(tmp_path, **(s3.env | {"AWS_ENDPOINT_URL": faults.url}))
        done = listen_batch(listed, "--dest", "s3://archive/bad", *VOICE, env=env)
        assert done.returncode == 0, done.stderr
        assert set(faults.faults) == set(kinds)
    finally:
        faults.end()
    stored = s3.objects("bad/")
    sound = {n.split("/")[1]: data for n, data in stored.items() if n.endswith(".mp3")}
    assert sound == expected


def test_storage_that_is_down_ends_the_batch_and_the_next_run_does_it_all(tmp_path: Path, s3: S3) -> None:
    listed = pages(tmp_path / "pages.jsonl", 12)
    down = threading.Event()
    # The first episodes get through; then the storage is busy for good.
    faults = Faults(s3.port, lambda n, method, path: "503" if n > 60 and not down.is_set() else "")
    try:
        env = environment(tmp_path, AWS_MAX_ATTEMPTS="1", **(s3.env | {"AWS_ENDPOINT_URL": faults.url}))
        first = listen_batch(listed, "--dest", "s3://archive/down", *VOICE, env=env)
        assert first.returncode == 1
        assert "could not be stored" in first.stderr or "refuses" in first.stderr, first.stderr
        down.set()
        second = listen_batch(listed, "--dest", "s3://archive/down", *VOICE, env=env)
        assert second.returncode == 0, second.stderr
    finally:
        faults.end()
    sound = [n for n in s3.objects("down/") if n.endswith(".mp3")]
    assert len(sound) == 12


def test_a_full_disk(tmp_path: Path, undisturbed: Undisturbed) -> None:
    listed = pages(tmp_path / "pages.jsonl", 14)
    expected = undisturbed(14, plainly)
    dest = tmp_path / "out"
    dest.mkdir()
    room = {"FULL_DISK_ROOT": str(dest), "FULL_DISK_BYTES": str(5 * max(map(len, expected.values())))}
    first = listen_batch(listed, "--dest", f"full://{dest}", *VOICE, env=environment(tmp_path, **room))
    assert first.returncode == 1
    assert "no space left" in first.stderr
    assert "articles in a row" in first.stderr  # it does not render the rest in vain
    assert 0 < len(audio(dest)) < 14
    room["FULL_DISK_BYTES"] = str(1 << 30)
    second = listen_batch(listed, "--dest", f"full://{dest}", *VOICE, env=environment(tmp_path, **room))
    assert second.returncode == 0, second.stderr
    assert_each_once(dest, expected)


TROUBLE = {1: "It can only hang.", 4: "This is suicide.", 7: "It will devour all."}


@pytest.mark.parametrize("executor", ["local", "dask"])
def test_bad_articles_do_not_stop_the_others(tmp_path: Path, undisturbed: Undisturbed, executor: str) -> None:
    good = pages(tmp_path / "good.jsonl", 10)
    expected = undisturbed(10, plainly)
    words = dict(TROUBLE)
    if executor == "dask":
        words[8] = "This is murder."
    bad = pages(tmp_path / "bad.jsonl", 10, lambda n: words.get(n - 100, ""), start=100)
    listed = tmp_path / "pages.jsonl"
    listed.write_text(
        good.read_text() + bad.read_text() + '{"url": "https://paper.example/none", "text": "?"}\n'
    )
    env = environment(tmp_path)
    with contextlib.ExitStack() as stack:
        how: tuple[str, ...] = ()
        if executor == "dask":
            cluster = stack.enter_context(dask(tmp_path / "dask", env))
            how = ("--executor", "dask", "--scheduler", cluster.address)
        done = listen_batch(
            listed,
            "--dest",
            tmp_path / "out",
            *VOICE,
            "--time-limit",
            "20",
            "--memory-limit",
            "1500",
            *how,
            env=env,
        )
    assert done.returncode == 1, done.stderr
    failed = {
        row["source"].rsplit("-", 1)[-1]: row["reason"]
        for row in lines(tmp_path / "out")
        if row["status"] == "failed"
    }
    assert "101" in failed, (failed, done.stderr)
    assert "longer than 20 s" in failed["101"]
    # On a cluster a worker that is killed by another article may take this one with it.
    assert "killed its worker 3 times" in failed["104"]
    assert executor == "dask" or "(signal 9)" in failed["104"]
    assert "1500 MB" in failed["107"]
    if executor == "dask":
        assert "killed its worker 3 times (KilledWorker" in failed["108"]
    assert len(failed) == len(words) + 1
    found = audio(tmp_path / "out")
    assert {key: found[key] for key in expected} == expected
    assert len(found) == 20 - len(words)


def test_what_kills_its_worker_now_and_then_is_made(tmp_path: Path) -> None:
    listed = pages(tmp_path / "pages.jsonl", 3, lambda n: "It was an ambush." if n == 1 else "")
    env = environment(tmp_path)
    with dask(tmp_path / "dask", env) as cluster:
        done = listen_batch(
            listed, "--dest", tmp_path / "out", *VOICE,
            "--executor", "dask", "--scheduler", cluster.address, env=env,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "marks").iterdir())) == 2
    assert len(audio(tmp_path / "out")) == 3


def test_more_failures_than_allowed_stop_it(tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("".join(f"{tmp_path}/none-{n}.txt\n" for n in range(40)))
    done = listen_batch(
        listed, "--dest", tmp_path / "out", *VOICE, "--max-failures", "3", env=environment(tmp_path)
    )
    assert done.returncode == 1
    assert "4 articles failed and at most 3 may" in done.stderr
    assert len(lines(tmp_path / "out")) == 4


def test_workers_of_another_version_are_refused(tmp_path: Path) -> None:
    listed = pages(tmp_path / "pages.jsonl", 3)
    env = environment(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    # A worker whose package differs by one comment.
    import shutil

    import listen

    shutil.copytree(
        Path(listen.__file__).parent, other / "listen", ignore=shutil.ignore_patterns("__pycache__")
    )
    (other / "listen" / "voices").mkdir()
    shutil.copytree(
        Path(listen.__file__).parents[1] / "voices", other / "listen" / "voices", dirs_exist_ok=True
    )
    with (other / "listen" / "options.py").open("a") as file:
        file.write("# another\n")
    foreign: dict[str, Any] = dict(env)
    foreign["PYTHONPATH"] = f"{other}{os.pathsep}{env['PYTHONPATH']}"
    with dask(tmp_path / "dask", foreign) as cluster:
        done = listen_batch(
            listed, "--dest", tmp_path / "out", *VOICE,
            "--executor", "dask", "--scheduler", cluster.address, env=env,
        )  # fmt: skip
    assert done.returncode == 1
    assert "install the same on all" in done.stderr
    assert audio(tmp_path / "out") == {}


def start(*args: object, env: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "listen", "batch", *map(str, args)],
        env=env, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def wait_for_episodes(dest: Path, count: int, batch: subprocess.Popen[str]) -> None:
    def there() -> bool:
        assert batch.poll() is None, batch.communicate()[1]
        return len(list(dest.glob("*/*.mp3"))) >= count

    until(there, every_s=0.05)
