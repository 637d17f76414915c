"""What the pages in docs/ show is what happens; the pages made from the program are as it makes them now."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from listen import engines
from listen.formats.forms import FORMS
from tests import docs_pages
from tests.test_readme import ROOT, run_block

PAGES = sorted((ROOT / "docs").rglob("*.md"))
BLOCKS = [
    pytest.param(block, id=f"{page.stem}-{n}")
    for page in PAGES
    for n, block in enumerate(re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL))
]


def test_the_page_of_commands_is_the_programs_own_help() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert page == docs_pages.command_line(), "python -m tests.docs_pages writes it anew"


def test_the_page_of_forms_has_each_form() -> None:
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    wanted = [form for form in FORMS.values() if not re.search(rf"\| `\w+{re.escape(form.ending)}` ", page)]
    assert [form.name for form in wanted] == [], "a line of docs/formats.md is missing"


def test_the_page_of_engines_has_each_engine_and_its_licence() -> None:
    page = (ROOT / "docs" / "engines.md").read_text("utf-8")
    table = page.partition("## What the built-in engines are")[2]
    rows = dict(re.findall(r"(?m)^\| `([a-z]+)` \| ([^|]+) \|", table))
    assert rows == {name: engines.traits(name).licence for name in engines.ENGINES}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the console blocks are for a POSIX shell")
@pytest.mark.parametrize("block", BLOCKS)
def test_the_console_shows_what_happens(block: str, tmp_path: Path, home: Path) -> None:
    run_block(block, tmp_path, home)


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda p: p.stem)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    inside = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in inside if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda p: p.stem)
def test_tests_and_modules_that_pages_name_exist(page: Path) -> None:
    named = re.findall(r"`((?:listen|tests|voices|seeds)/[\w./-]+)`", page.read_text("utf-8"))
    assert [name for name in named if "NAME" not in name and not (ROOT / name).exists()] == []


@pytest.mark.slow
def test_the_site_builds_strictly(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", tmp_path / "site"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").is_file()
