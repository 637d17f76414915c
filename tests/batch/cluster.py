"""Processes that batches are tested against: Dask's scheduler and workers, moto's S3 server, faults between.

All on the loopback interface, and each ended by the process that was started for it.
"""

from __future__ import annotations

import contextlib
import http.client
import http.server
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.patience import PATIENCE_S
from tests.ports import held_port

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
S3_ENV = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
}


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    """For every process of a test: the engine that makes trouble, and nothing of the user's."""
    folder = tmp_path / "site"
    info = folder / "faulty-1.0.dist-info"
    if not info.exists():
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: faulty\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(
            "[listen.engines]\nfaulty = faulty_engine\n[fsspec.specs]\nfull = full_disk:FullDisk\n"
        )
        for name in ("faulty_engine.py", "full_disk.py"):
            (folder / name).write_text((HERE / name).read_text("utf-8"), "utf-8")
        (tmp_path / "marks").mkdir()
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "DASK_"))}
    own = {
        "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}",
        "LISTEN_HOME": str(tmp_path / "home"),
        "FAULTY_MARKS": str(tmp_path / "marks"),
        "DASK_DISTRIBUTED__WORKER__PRELOAD": "[]",
        # A scheduler takes a worker for dead after seconds, not minutes.
        "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "20s",
    }
    return kept | own | more


def pages(path: Path, count: int, words: Callable[[int], str] = lambda n: "", start: int = 0) -> Path:
    """JSON lines of short stories; `words` puts something into one of them."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(start, start + count):
            body = [
                f"The story with the number {n} begins in a small town. {words(n)} Nobody knew it then.",
                f"A second paragraph follows, and it says {n} once more.",
            ]
            page = {"url": f"https://paper.example/story-{n}", "title": f"Story number {n}", "lang": "en"}
            file.write(json.dumps(page | {"text": "\n\n".join(body), "published": "2024-05-03"}) + "\n")
    return path


def listen_batch(
    *args: object, env: dict[str, str], timeout: float = 300
) -> subprocess.CompletedProcess[str]:
    """Run `listen batch` as a process."""
    return subprocess.run(
        [sys.executable, "-m", "listen", "batch", *map(str, args)],
        env=env, capture_output=True, text=True, timeout=timeout, check=False,
    )  # fmt: skip


def lines(dest: Path) -> list[dict[str, Any]]:
    """Every line of the manifest in a folder."""
    parts = sorted((dest / "manifest").glob("*.jsonl"))
    return [json.loads(row) for part in parts for row in part.read_text("utf-8").splitlines()]


def audio(dest: Path) -> dict[str, bytes]:
    """Every episode's MP3 by its key."""
    return {path.stem: path.read_bytes() for path in dest.glob("*/*.mp3")}


class Process:
    """A process in a session of its own, ended with all that it started."""

    def __init__(self, *command: str, env: dict[str, str], log: Path) -> None:
        self.log = log
        with log.open("ab") as file:
            self.popen = subprocess.Popen(
                [sys.executable, *command],
                env=env,
                cwd=log.parent,  # or `-m` would find the package in the tests' own folder first
                stdout=file,
                stderr=file,
                start_new_session=True,
            )

    def end(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait(PATIENCE_S)


class Dask:
    """A scheduler and workers, each a process with its own nanny, as `dask worker` starts them."""

    def __init__(self, folder: Path, env: dict[str, str], workers: int = 2) -> None:
        self._folder, self._env = folder, env
        self._held = contextlib.ExitStack()
        self.port = self._held.enter_context(held_port())
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.scheduler = self._scheduler()
        self.workers = [self._worker(n) for n in range(workers)]

    def _scheduler(self) -> Process:
        process = Process(
            *("-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(self.port)),
            "--no-dashboard", env=self._env, log=self._folder / "scheduler.log",
        )  # fmt: skip
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return process
            time.sleep(0.1)
        process.end()
        raise RuntimeError((self._folder / "scheduler.log").read_text())

    def _worker(self, n: int) -> Process:
        return Process(
            *("-m", "distributed.cli.dask_worker", self.address, "--host", "127.0.0.1", "--nthreads", "1"),
            *("--no-dashboard", "--local-directory", str(self._folder / f"worker-{n}")),
            env=self._env, log=self._folder / f"worker-{n}.log",
        )  # fmt: skip

    def mend(self) -> None:
        """Start again the workers that have ended, as a supervisor does."""
        for n, worker in enumerate(self.workers):
            if worker.popen.poll() is not None:
                self.workers[n] = self._worker(n)

    def restart_scheduler(self) -> None:
        """Kill it and start another; workers that ended with it are started again, as a supervisor does."""
        self.scheduler.end()
        self.scheduler = self._scheduler()
        for n, worker in enumerate(self.workers):
            worker.end()
            self.workers[n] = self._worker(n)

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.end()
        self._held.close()


@contextlib.contextmanager
def dask(folder: Path, env: dict[str, str], workers: int = 2) -> Iterator[Dask]:
    """A cluster for a test."""
    folder.mkdir(exist_ok=True)
    cluster = Dask(folder, env, workers)
    try:
        yield cluster
    finally:
        cluster.end()


class S3:
    """moto's server with a bucket, and what boto3 sees in it."""

    def __init__(self, folder: Path) -> None:
        self._held = contextlib.ExitStack()
        self.port = self._held.enter_context(held_port())
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = S3_ENV | {"AWS_ENDPOINT_URL": self.url}
        code = "from moto.server import main; main()"
        self._process = Process(
            "-c", code, "-H", "127.0.0.1", "-p", str(self.port),
            env={**os.environ, **self.env}, log=folder / "s3.log",
        )  # fmt: skip
        import boto3

        self.client: Any = boto3.client(
            "s3", endpoint_url=self.url, region_name="us-east-1",
            aws_access_key_id="testing", aws_secret_access_key="testing",
        )  # fmt: skip
        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                self.client.create_bucket(Bucket="archive")
                return
            except Exception:
                if time.monotonic() > until:
                    self.end()
                    raise
                time.sleep(0.2)

    def objects(self, prefix: str = "") -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for page in self.client.get_paginator("list_objects_v2").paginate(Bucket="archive", Prefix=prefix):
            for entry in page.get("Contents", []):
                body = self.client.get_object(Bucket="archive", Key=entry["Key"])["Body"].read()
                found[entry["Key"]] = body
        return found

    def end(self) -> None:
        self._process.end()
        self._held.close()


class Faults:
    """A proxy before a server that answers 500 and 503 now and then, and drops connections."""

    def __init__(self, port: int, fault: Callable[[int, str, str], str]) -> None:
        """`fault` chooses by the request's number, method and path: "", "500", "503", "drop" or "cut"."""
        self.count = 0
        self.faults: list[str] = []
        lock = threading.Lock()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
                    body = self._chunks()
                with lock:
                    outer.count += 1
                    kind = fault(outer.count, self.command, self.path)
                    if kind:
                        outer.faults.append(kind)
                if kind == "drop":
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                if kind in ("500", "503"):
                    code = "InternalError" if kind == "500" else "SlowDown"
                    text = f"<Error><Code>{code}</Code><Message>Try again</Message></Error>".encode()
                    self._answer(int(kind), [("Content-Type", "application/xml")], text)
                    return
                server = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                sent = {
                    k: v
                    for k, v in self.headers.items()
                    if k.lower() not in ("transfer-encoding", "content-length", "connection", "expect")
                }
                server.request(self.command, self.path, body, sent)
                reply = server.getresponse()
                data = reply.read()
                if kind == "cut":  # it was done, and nobody hears of it
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                self._answer(reply.status, reply.getheaders(), data)

            do_GET = do_PUT = do_POST = do_HEAD = do_DELETE = handle_any  # noqa: N815 the base class's names

            def _answer(self, status: int, headers: list[tuple[str, str]], data: bytes) -> None:
                self.send_response_only(status)
                skip = ("content-length", "connection", "transfer-encoding")
                length = next((v for k, v in headers if k.lower() == "content-length"), str(len(data)))
                for key, value in headers:
                    if key.lower() not in skip:
                        self.send_header(key, value)
                self.send_header("Content-Length", length if self.command == "HEAD" else str(len(data)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(data)

            def _chunks(self) -> bytes:
                data = b""
                while size := int(self.rfile.readline().split(b";")[0], 16):
                    data += self.rfile.read(size)
                    self.rfile.readline()
                while self.rfile.readline() not in (b"\r\n", b""):
                    pass
                return data

            def log_message(self, *_: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def end(self) -> None:
        self._server.shutdown()
        self._server.server_close()


needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="kills process groups")
