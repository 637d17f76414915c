from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

from listen.render import workers
from tests.patience import PATIENCE_S, until

pytestmark = pytest.mark.slow

LONG = "Title\n\n" + "\n\n".join(f"Paragraph {n} has some words in it. " * 5 for n in range(40))


def test_a_script_without_the_main_guard_may_call_make(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(LONG, "utf-8")
    (tmp_path / "naive.py").write_text(
        "import listen\n"
        "from listen.options import Options\n"
        "print(listen.make('story.txt', 'tone', 'a.mp3', options=Options(jobs=2)).title)\n"
    )
    done = subprocess.run(
        [sys.executable, "naive.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("Title\n", 0), done.stderr


def test_any_executor_will_do(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    import listen

    (tmp_path / "story.txt").write_text(LONG, "utf-8")
    source = str(tmp_path / "story.txt")
    with ThreadPoolExecutor(2) as threads:
        one = listen.make(source, "tone", tmp_path / "a.mp3", executor=threads)
    two = listen.make(source, "tone", tmp_path / "b.mp3")
    assert one.sha256 == two.sha256


def stuck_in_a_result(begun: Path) -> None:
    """In a worker: write half of a result, as one does that is stopped meanwhile, and wait for the end."""
    frame = sys._getframe()
    while not {"result_queue", "answers"} & frame.f_locals.keys():
        assert frame.f_back is not None
        frame = frame.f_back
    if "answers" in frame.f_locals:
        os.write(frame.f_locals["answers"], struct.pack("!Q", 1000) + b"half")
    else:
        os.write(frame.f_locals["result_queue"]._writer.fileno(), struct.pack("!i", 1000) + b"half")
    begun.touch()
    time.sleep(60)


@pytest.fixture(params=["multiprocessing's", "the platform's own"])
def either_pool(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have `workers` use the pool for any platform, then the one that this platform has."""
    if request.param == "multiprocessing's":
        from listen.render import processes

        monkeypatch.setattr(workers._Renewing, "_new", lambda renewing: processes.pool(renewing._jobs))


@pytest.mark.usefixtures("either_pool")
@pytest.mark.skipif(sys.platform != "linux", reason="glibc's and Linux's")
@pytest.mark.parametrize(
    ("own", "theirs"),
    [
        (None, "glibc.malloc.hugetlb=1"),
        ("glibc.malloc.check=0", "glibc.malloc.check=0:glibc.malloc.hugetlb=1"),
        ("glibc.malloc.hugetlb=0", "glibc.malloc.hugetlb=0"),
    ],
)
def test_workers_have_large_pages_unless_the_user_says_otherwise(
    own: str | None, theirs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GLIBC_TUNABLES", raising=False)
    if own:
        monkeypatch.setenv("GLIBC_TUNABLES", own)
    with workers.local(2, workers.INLINE_CHARS) as processes:
        assert processes is not None
        assert processes.submit(os.getenv, "GLIBC_TUNABLES").result() == theirs
    assert os.environ.get("GLIBC_TUNABLES") == own


@pytest.mark.usefixtures("either_pool")
@pytest.mark.skipif(sys.platform == "win32", reason="pipes have another form there")
def test_ctrl_c_in_the_middle_of_a_result_ends_the_pool(tmp_path: Path) -> None:
    def narrate() -> None:
        with workers.local(2, 10_000) as pool:
            assert pool is not None
            pool.submit(stuck_in_a_result, tmp_path / "begun")
            while not (tmp_path / "begun").exists():
                time.sleep(0.01)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        narrate()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(LONG * 50, "utf-8")
    parent = subprocess.Popen(
        [sys.executable, "-m", "listen", "make", "story.txt", "--voice", "tone", "--no-cache", "--jobs", "2"],
        cwd=tmp_path, start_new_session=True, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    until(lambda: len(_group(parent.pid)) >= 3)
    time.sleep(1.0)  # the workers have started up
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    until(lambda: not _group(parent.pid))


def _group(pgid: int) -> list[int]:
    """Living processes of a process group."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, group = (entry / "stat").read_text().rpartition(")")[2].split()[0:3:2]
            except (OSError, ValueError):
                continue
            if int(group) == pgid and state != "Z" and int(entry.name) != os.getpid():
                found.append(int(entry.name))
    return found
