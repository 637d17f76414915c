"""A real Dask scheduler, real workers, a real S3 server: what they make is what this machine makes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from listen.batch import executors
from tests.batch.cluster import S3, audio, dask, environment, lines, listen_batch, needs_posix, pages
from tests.patience import PATIENCE_S, until

pytestmark = [pytest.mark.slow, needs_posix]


def test_a_cluster_writes_to_s3_what_this_machine_writes_to_a_folder(tmp_path: Path, s3: S3) -> None:
    env = environment(tmp_path, **s3.env)
    listed = pages(tmp_path / "pages.jsonl", 60)
    here = listen_batch(listed, "--dest", tmp_path / "here", "--voice", "tone", env=env)
    assert here.returncode == 0, here.stderr
    with dask(tmp_path / "dask", env) as cluster:
        there = listen_batch(
            listed, "--dest", "s3://archive/cluster", "--voice", "tone",
            "--executor", "dask", "--scheduler", cluster.address, env=env,
        )  # fmt: skip
    assert there.returncode == 0, there.stderr
    assert "dashboard http://" in there.stderr
    stored = s3.objects("cluster/")
    mine = {
        path.relative_to(tmp_path / "here").as_posix(): path.read_bytes()
        for path in (tmp_path / "here").glob("*/*.*")
        if path.parent.name != "manifest"
    }
    assert len([name for name in mine if name.endswith(".mp3")]) == 60
    theirs = {
        n.removeprefix("cluster/"): d for n, d in stored.items() if not n.startswith("cluster/manifest/")
    }
    assert theirs == mine
    rows = [
        json.loads(row)
        for name, data in stored.items()
        if name.startswith("cluster/manifest/") and name.endswith(".jsonl")
        for row in data.decode().splitlines()
    ]
    assert sorted(row["key"] for row in rows) == sorted(audio(tmp_path / "here"))
    assert {row["status"] for row in rows} == {"done"}
    head = s3.client.head_object(Bucket="archive", Key=next(n for n in stored if n.endswith(".mp3")))
    assert head["ContentType"] == "audio/mpeg"


def test_any_executor_will_do(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from listen.batch import listing, run

    listed = pages(tmp_path / "pages.jsonl", 4)
    plan = run.Plan(str(tmp_path / "out"), "tone")
    with ThreadPoolExecutor(2) as threads:
        tally = run.run(listing.items(str(listed)), plan, threads)
    assert (tally.done, tally.failed) == (4, 0)
    assert len(lines(tmp_path / "out")) == 4


def _remembered_there(dask_scheduler: Any = None) -> tuple[int, int]:
    """Keys and submissions, on the scheduler."""
    from dask.utils import key_split

    spans = dask_scheduler.extensions["spans"].spans.values()
    submissions = sum(len((span._metadata or {"collections": ()})["collections"]) for span in spans)
    return int(key_split.cache_info().currsize), submissions


def test_the_scheduler_forgets_keys_that_are_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "FORGOTTEN_AFTER", 50)
    with dask(tmp_path / "dask", environment(tmp_path), workers=1) as cluster:
        backend = executors.Dask(cluster.address)
        for n in range(1, 101):
            assert (
                backend.executor.submit(abs, -n).result(PATIENCE_S) == n
            )  # nothing that is asked for is forgotten
        until(lambda: max(_remembered(backend)) < 60, every_s=0.1)  # of a hundred
        backend.close(at_once=True)


def _remembered(backend: executors.Dask) -> tuple[int, int]:
    found: tuple[int, int] = backend._client.run_on_scheduler(_remembered_there)
    return found
