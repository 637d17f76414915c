"""One S3 server for all tests of batches: it takes two seconds to start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.cluster import S3, environment


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3]:
    server = S3(tmp_path_factory.mktemp("s3"))
    yield server
    server.end()


@pytest.fixture
def s3(s3_server: S3) -> S3:
    """The server with its bucket empty."""
    for key in s3_server.objects():
        s3_server.client.delete_object(Bucket="archive", Key=key)
    return s3_server


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environment(tmp_path)
