"""One clock: all forms of an episode name the moments that chapters.json and words.json name, to the ms."""

from __future__ import annotations

import base64
import json
import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from listen import pipeline
from listen.formats.forms import FORMS
from listen.options import Options
from tests import programs
from tests.seeds_help import SEEDS
from tests.storied import STORY

pytestmark = pytest.mark.slow

SOURCES = {"story": STORY, "harbour-clock": "", "mediatheque": ""}
"""A text of every kind of block, and two seeds."""
Chapters = list[tuple[int, str]]


@dataclass(frozen=True)
class Made:
    """An episode's files."""

    folder: Path

    def text(self, ending: str) -> str:
        return (self.folder / f"e{ending}").read_text("utf-8")

    def entry(self, ending: str, name: str) -> str:
        with zipfile.ZipFile(self.folder / f"e{ending}") as archive:
            return archive.read(name).decode()

    @property
    def chapters(self) -> Chapters:
        found = json.loads(self.text(".chapters.json"))["chapters"]
        return [(ms(c["startTime"]), c["title"]) for c in found]

    @property
    def cues(self) -> list[Any]:
        cues: list[Any] = json.loads(self.text(".words.json"))["cues"]
        return cues


@pytest.fixture(scope="module", params=list(SOURCES))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("forms")
    source = folder / "story.md"
    if text := SOURCES[request.param]:
        source.write_text(text, "utf-8")
    else:
        [source] = (SEEDS / request.param).glob("article.*")
    also = frozenset(FORMS) - (set() if shutil.which("ffmpeg") else {"m4b"})
    options = Options(page=True, epub=True, also=also, cache=False, jobs=1)
    pipeline.make(str(source), voice="tone", out=folder / "e.mp3", options=options)
    return Made(folder)


def ms(seconds: float | str) -> int:
    return round(float(seconds) * 1000)


def clock(stamp: str) -> int:
    """`1:02:03.456` or `02:03,456` in milliseconds."""
    whole = 0.0
    for part in stamp.replace(",", ".").split(":"):
        whole = whole * 60 + float(part)
    return round(whole * 1000)


def spans(captions: str) -> list[tuple[int, int]]:
    found = re.findall(r"(?m)^([\d:.,]+) --> ([\d:.,]+)$", captions)
    return [(clock(start), clock(end)) for start, end in found]


def tracks(page: str) -> dict[str, str]:
    found = re.findall(r'<track kind="(\w+)"[^>]* src="data:text/vtt;base64,([^"]*)"', page)
    return {kind: base64.b64decode(data).decode() for kind, data in found}


def test_chapters_begin_with_a_sentence(made: Made) -> None:
    starts = [at for at, _ in made.chapters]
    assert starts[0] == 0
    assert set(starts[1:]) <= {cue["start_ms"] for cue in made.cues}
    assert len(starts) > 1


def test_the_mp3_s_tag(made: Made) -> None:
    read = programs.ffprobe(made.folder / "e.mp3")["chapters"]
    assert [(ms(c["start_time"]), c["tags"]["title"]) for c in read] == made.chapters


def test_the_m4b(made: Made) -> None:
    programs.need("ffmpeg")
    read = programs.ffprobe(made.folder / "e.m4b")["chapters"]
    assert [(ms(c["start_time"]), c["tags"]["title"]) for c in read] == made.chapters


def test_the_page(made: Made) -> None:
    html = made.text(".html")
    story = json.loads(re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', html)[0])
    assert [(start, title) for start, _, title in story["chapters"]] == made.chapters
    assert [(c[0], c[1], c[2]) for c in story["cues"]] == [
        (c["id"], c["start_ms"], c["end_ms"]) for c in made.cues
    ]
    assert [ms(at) for at in re.findall(r'class="at" href="[^"]*#t=([\d.]+)"', html)] == [
        at for at, _ in made.chapters
    ]
    held = tracks(html)
    assert [start for start, _ in spans(held["chapters"])] == [at for at, _ in made.chapters]
    assert spans(held["metadata"]) == [(c["start_ms"], c["end_ms"]) for c in made.cues]


def test_the_book(made: Made) -> None:
    """The contents lead to sentences whose clips begin where the chapters do."""
    smil = ET.fromstring(made.entry(".epub", "EPUB/story1.smil"))
    names = {"s": "http://www.w3.org/ns/SMIL", "h": "http://www.w3.org/1999/xhtml"}
    begins = {
        par.find("s:text", names).get("src").split("#")[1]: clock(  # type: ignore[union-attr]
            par.find("s:audio", names).get("clipBegin")  # type: ignore[union-attr, arg-type]
        )
        for par in smil.iterfind(".//s:par", names)
    }
    nav = ET.fromstring(made.entry(".epub", "EPUB/nav.xhtml"))
    links = nav.iterfind(".//h:nav[@role='doc-toc']//h:a", names)
    assert [(begins[str(a.get("href")).split("#")[1]], a.text) for a in links] == made.chapters
    assert list(begins.values())[1:] == [c["start_ms"] for c in made.cues][1:]


def test_the_w3c_audiobook(made: Made) -> None:
    found = re.findall(r'<a href="[^"]*#t=([\d.]+)">([^<]*)</a>', made.entry(".lpf", "index.html"))
    titles = [title for _, title in made.chapters]
    assert [ms(at) for at, _ in found] == [at for at, _ in made.chapters]
    assert len(found) == len(titles)


def test_captions_and_transcript(made: Made) -> None:
    times = [(c["start_ms"], c["end_ms"]) for c in made.cues]
    assert spans(made.text(".vtt")) == times
    assert spans(made.text(".timed.vtt")) == times
    segments = json.loads(made.text(".transcript.json"))["segments"]
    assert [(ms(s["startTime"]), ms(s["endTime"])) for s in segments] == times
    lines = spans(made.text(".srt"))  # a long sentence is several captions, one after another
    assert {start for start, _ in times} <= {start for start, _ in lines}
    assert {end for _, end in times} <= {end for _, end in lines}


def test_times_inside_captions_are_those_of_words(made: Made) -> None:
    starts = {w[2] for cue in made.cues for w in cue["words"]}
    stamps = [clock(stamp) for stamp in re.findall(r"<([\d:.]+)>", made.text(".timed.vtt"))]
    assert len(stamps) > 20
    assert set(stamps) <= starts
