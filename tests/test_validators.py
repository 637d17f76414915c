"""Other people's judges find nothing in what is made of every seed; in a faulty one each finds something.

Pages: pa11y, axe, Lighthouse, the Nu HTML checker. Books: EPUBCheck and Ace by DAISY. Captions: the W3C's
parser. The seeds are narrated by the tone engine here; what is judged is what is written, not how it sounds.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from listen import pipeline
from listen.formats.forms import FORMS
from listen.options import Options
from tests import programs
from tests.page.browser import FLAGS, served
from tests.seeds_help import seeds
from tests.storied import STORY

pytestmark = pytest.mark.slow

HEAD = "---\ntitle: {}\nlang: {}\n---\n"
OTHERS = {
    "story": STORY,
    "arabic": HEAD.format("المنارة الهامسة", "ar")
    + "غادرت العبّارة في التاسعة.\n\n## في المرفأ\n\nلم يلوّح أحد.",
    "japanese": HEAD.format("ささやく灯台", "ja")
    + "フェリーは九時に出た。\n\n## 港で\n\n誰も手を振らなかった。",
}
"""Besides the seeds: every kind of block, and two more scripts."""


@dataclass(frozen=True)
class Written:
    """What was made of the articles."""

    folder: Path
    pages: list[Path]
    books: list[Path]
    """One with all of them, since a judge of books takes seconds to start, and some of one story."""
    captions: list[Path]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("judged")
    sources = {seed.name: seed.article for seed in seeds()}
    for name, text in OTHERS.items():
        sources[name] = folder / f"{name}.md"
        sources[name].write_text(text, "utf-8")
    options = Options(page=True, epub=True, also=frozenset(FORMS) - {"m4b"}, jobs=1)
    without = replace(options, epub=False, also=options.also - {"epub"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LISTEN_HOME", str(folder / "home"))  # what was said for the pages is said in the book
        for name, source in sources.items():
            own = options if name in OTHERS else without
            pipeline.make(str(source), voice="tone", out=folder / f"{name}.mp3", options=own)
        every = [str(source) for source in sources.values()]
        pipeline.book(every, folder / "all.epub", voice="tone", options=options)
    found = {ending: sorted(folder.glob(f"*.{ending}")) for ending in ("html", "epub", "vtt")}
    assert [len(paths) for paths in found.values()] == [len(sources), len(OTHERS) + 1, 2 * len(sources)]
    return Written(folder, found["html"], found["epub"], found["vtt"])


@pytest.fixture(scope="module")
def site(written: Written) -> Iterator[str]:
    (written.folder / "favicon.ico").touch()
    faulty = re.sub(r' aria-label="[^"]*"| lang="[^"]*"', "", written.pages[0].read_text("utf-8"))
    (written.folder / "faulty").mkdir()
    (written.folder / "faulty" / "page.html").write_text(faulty + "<p><b></p>", "utf-8")
    with served(written.folder) as base:
        yield base


@pytest.fixture(scope="module")
def judged(written: Written, site: str) -> dict[str, Any]:
    """What pa11y, axe and Lighthouse say of each page."""
    modules = programs.node_modules("pa11y", "axe-core", "lighthouse")
    urls = [*(f"{site}/{path.name}" for path in written.pages), f"{site}/faulty/page.html"]
    found: dict[str, Any] = programs.node(
        "pages.mjs", modules, programs.need("chromium"), json.dumps(FLAGS), *urls
    )
    return found


@pytest.mark.parametrize("judge", ["pa11y", "axe"])
def test_accessibility_checkers_find_nothing(judged: dict[str, Any], site: str, judge: str) -> None:
    *pages, faulty = judged.items()
    assert faulty[1][judge]
    assert {url: found[judge] for url, found in pages if found[judge]} == {}


def test_lighthouse_gives_full_marks_for_accessibility(judged: dict[str, Any]) -> None:
    assert next(iter(judged.values()))["lighthouse"] == {"score": 1, "failed": []}


def test_the_nu_html_checker_is_silent(written: Written, site: str) -> None:
    """Over HTTP: for a page from disk it does not take `'self'` in the policy to be the page's own folder."""
    programs.need("java")
    jar = programs.node_modules("vnu-jar") / "vnu-jar" / "build" / "dist" / "vnu.jar"
    allow = "-Dnu.validator.servlet.allow-forbidden-hosts=true"  # this machine

    def said(*names: str) -> str:
        command = ["java", "-Xss4m", allow, "-jar", str(jar), *(f"{site}/{name}" for name in names)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        return done.stdout + done.stderr

    assert "error" in said("faulty/page.html")
    assert said(*(path.name for path in written.pages)) == ""


def test_ace_finds_nothing(written: Written, tmp_path: Path) -> None:
    modules = programs.node_modules("@daisy/ace-core")
    faulty = _without_titles(written.books[0], tmp_path / "faulty.epub")
    (tmp_path / "reports").mkdir()
    env = {"PUPPETEER_EXECUTABLE_PATH": programs.need("chromium")}
    found = programs.node("books.mjs", modules, tmp_path / "reports", faulty, *written.books, env=env)
    assert found.pop(str(faulty))
    assert len(found) == len(written.books)
    assert {book: findings for book, findings in found.items() if findings} == {}


def test_epubcheck_finds_nothing(written: Written, tmp_path: Path) -> None:
    assert programs.epubcheck(_without_titles(written.books[0], tmp_path / "faulty.epub"))
    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(written.books, pool.map(programs.epubcheck, written.books), strict=True))
    assert {book.name: said for book, said in found.items() if said} == {}


def test_the_w3c_parser_finds_no_error_in_captions(written: Written, tmp_path: Path) -> None:
    modules = programs.node_modules("webvtt-parser")
    faulty = tmp_path / "faulty.vtt"
    faulty.write_text("WEBVTT\n\n00:02.000 --> 00:01.000\n<v Narrator>It ends < before it begins.\n")
    tracks = [track for page in written.pages for track in _tracks(page, tmp_path)]
    assert len(tracks) == 2 * len(written.pages)
    found = programs.node("captions.mjs", modules, faulty, *written.captions, *tracks)
    assert found.pop(str(faulty))["errors"]
    assert {file: said for file, said in found.items() if said["errors"] or not said["cues"]} == {}


def _tracks(page: Path, folder: Path) -> Iterator[Path]:
    """The tracks inside a page, as files whose names say which kind they are."""
    html = page.read_text("utf-8")
    for kind, data in re.findall(r'<track kind="(\w+)"[^>]* src="data:text/vtt;base64,([^"]*)"', html):
        path = folder / f"{page.stem}.{kind}.vtt"
        path.write_bytes(base64.b64decode(data))
        yield path


def _without_titles(book: Path, path: Path) -> Path:
    """The book with a title taken out of each document."""
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(path, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename.endswith(".xhtml"):
                data = re.sub(rb"<title>.*?</title>| alt=\"[^\"]*\"| lang=\"[^\"]*\"", b"", data)
            target.writestr(entry, data)
    return path
