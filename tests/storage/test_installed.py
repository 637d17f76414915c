"""A checkout works without being installed: `python -m listen` from its root finds voices and a version."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import listen
from listen.errors import ListenError
from listen.storage import installed
from tests.examples import few

ROOT = Path(listen.__file__).resolve().parents[1]
BARE = """
import importlib.metadata, sys
sys.meta_path = [f for f in sys.meta_path if "editable" not in repr(f).lower()]
sys.path[:] = [p for p in sys.path if "__editable__" not in p]
real = importlib.metadata.version
def version(name):
    if name == "listen-to-story":
        raise importlib.metadata.PackageNotFoundError(name)
    return real(name)
importlib.metadata.version = version
from listen.cli import main
sys.argv[1:] = {arguments}
main()
"""


@pytest.mark.parametrize(
    ("arguments", "says"),
    few(
        [
            (["say", "Keir", "--lang", "en-GB", "--phonemes"], "kˈɪ"),
            (["--version"], "listen 0+checkout"),
            (["voices"], "heart"),
        ],
        1,
    ),
)
def test_a_checkout_that_is_not_installed(arguments: list[str], says: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BARE.format(arguments=arguments)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert says in done.stdout


def test_voices_that_are_nowhere_are_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "listen" / "storage" / "installed.py"
    copy.parent.mkdir(parents=True)
    shutil.copy(installed.__file__, copy)

    def nowhere(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(installed, "import_module", nowhere)
    monkeypatch.setattr(installed, "__file__", str(copy))
    installed.voices_folder.cache_clear()
    with pytest.raises(ListenError, match="the voices of listen are missing"):
        installed.voices_folder()
    installed.voices_folder.cache_clear()
