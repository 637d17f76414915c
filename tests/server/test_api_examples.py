"""The examples of docs/api.md, run as they stand against a real server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from listen.library import Library, shares
from tests.patience import until
from tests.server.conftest import running

pytestmark = pytest.mark.slow
PAGE = Path(__file__).parents[2] / "docs" / "api.md"
BLOCKS = [b for b in re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL) if "curl" in b]


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LISTEN_HOME", str(tmp_path))
    token = shares.share(Library(), "cms", scopes=("add",)).token
    assert len(BLOCKS) >= 6
    with running(tmp_path, "--voice", "tone", "--no-qr") as (address, _):
        env = {**os.environ, "BASE": address.split("/t/")[0], "TOKEN": token}

        def run(block: str) -> str:
            done = subprocess.run(
                ["/bin/sh", "-ec", block], env=env, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stderr
            return done.stdout

        for block in BLOCKS:
            for line in re.findall(r"^\{.*?\}(?=\{|$)", run(block), re.MULTILINE):
                answer = json.loads(line)
                assert answer.get("code") is None, (block, answer)
            # Each is over before the next one begins.
            until(lambda: not re.search(r'"state": "(waiting|fetching|narrating)"', run(LIST)), every_s=0.1)
        listed = json.loads(run(LIST))["episodes"]
        assert [(e["id"], e["state"], e["result"]["version"]) for e in listed] == [("post-7", "done", 2)]
        assert listed[0]["result"]["title"] == "The clock stops"


LIST = 'curl -s "$BASE/api/v1/episodes" -H "Authorization: Bearer $TOKEN"'
