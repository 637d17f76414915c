"""The wheel, installed elsewhere: every module imports; voices and entry point are found."""

from __future__ import annotations

import configparser
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SECTIONS = {
    "metadata",
    "options",
    "options.package_data",
    "options.extras_require",
    "options.entry_points",
}


def setup() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def test_setup_cfg_has_no_stray_section() -> None:
    assert set(setup().sections()) == SECTIONS


def test_the_list_of_packages_is_the_list_of_folders() -> None:
    listed = set(setup()["options"]["packages"].split())
    folders = {
        ".".join(init.parent.relative_to(ROOT).parts) for init in (ROOT / "listen").rglob("__init__.py")
    }
    assert listed == folders | {"listen.voices"}


def test_pyproject_holds_no_metadata() -> None:
    assert "[project" not in (ROOT / "pyproject.toml").read_text("utf-8")


def test_the_top_level_is_what_it_should_be() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode:
        pytest.skip("not a git checkout")
    top = {name.split("/")[0] for name in tracked.stdout.splitlines()}
    allowed = {
        "listen", "voices", "tests", "seeds", "setup.cfg", "README.md", "pyproject.toml", "LICENSE",
        "CHANGELOG.md", "CONTRIBUTING.md", ".ci", ".gitignore", "docs", "SECURITY.md",
            "Dockerfile", "compose.yaml", ".dockerignore",
            "mkdocs.yml", ".github", ".pre-commit-config.yaml",
    }  # fmt: skip
    assert top <= allowed


CHECK = """
import importlib, pkgutil, sys
import listen, listen.voices
from importlib import metadata, resources
assert "site-packages" in listen.__file__, listen.__file__
names = [m.name for m in pkgutil.walk_packages(listen.__path__, "listen.")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
voices = [f.name for f in resources.files("listen.voices").iterdir()]
assert "heart.toml" in voices, voices
(entry,) = [e for e in metadata.entry_points(group="console_scripts") if e.name == "listen"]
assert entry.load()
from listen.casting import catalog
assert catalog.load("heart").engine == "hibari"
assert resources.files("listen").joinpath("py.typed").is_file()
print(len(names), "modules")
"""


@pytest.mark.slow
def test_an_installed_wheel_is_whole(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(ROOT)],
        check=True,
        cwd=tmp_path,
    )
    (wheel,) = tmp_path.glob("listen_to_story-*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", str(wheel)], check=True, cwd=tmp_path)
    done = subprocess.run([python, "-c", CHECK], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    helped = subprocess.run(
        [scripts / "listen", "--help"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "listen SOURCE is short for listen make SOURCE" in helped.stdout
    pip_check = subprocess.run([python, "-m", "pip", "check"], capture_output=True, text=True, check=False)
    assert pip_check.returncode == 0, pip_check.stdout
