"""The book: read back with the standard library, and with EPUBCheck where it is installed."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from listen import epub
from listen.model import Article, Episode
from tests import programs

Told = tuple[Episode, Article]
NOW = datetime(2024, 5, 11, 6, tzinfo=UTC)
NS = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "smil": "http://www.w3.org/ns/SMIL",
    "h": "http://www.w3.org/1999/xhtml",
}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63f8ffff3f0005fe02"
    "fea7359d810000000049454e44ae426082"
)


def story(told: Told, **changes: Any) -> epub.Story:
    episode, article = told
    return epub.Story(episode, replace(article, **changes), episode.path)


@pytest.fixture
def single(told: Told, tmp_path: Path) -> Path:
    path = tmp_path / "one.epub"
    epub.write(path, [story(told)], modified=NOW)
    return path


@pytest.fixture
def three(told: Told, tmp_path: Path) -> Path:
    path = tmp_path / "three.epub"
    stories = [
        story(told),
        story(
            told,
            title="Zwei & <drei>",
            lang="de",
            site="Die Zeitung",
            url="https://zeitung.example/a?b=1&c=2",
        ),
        story(told, title="عنوان", lang="ar", byline="كاتبة"),
    ]
    epub.write(path, stories, modified=NOW)
    return path


def tree(path: Path, name: str) -> ET.Element:
    with zipfile.ZipFile(path) as archive:
        return ET.fromstring(archive.read(f"EPUB/{name}"))


def needed(element: ET.Element, path: str) -> ET.Element:
    found = element.find(path, NS)
    assert found is not None
    return found


def ms(clock: str) -> int:
    hours, minutes, seconds = clock.split(":")
    return round((int(hours) * 3600 + int(minutes) * 60 + float(seconds)) * 1000)


def test_the_mimetype_comes_first_stored_and_bare(single: Path) -> None:
    with zipfile.ZipFile(single) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert single.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_every_sentence_has_its_clip_and_the_clips_are_the_audio(told: Told, single: Path) -> None:
    episode, _ = told
    pars = tree(single, "story1.smil").findall(".//smil:par", NS)
    targets = [needed(par, "smil:text").get("src", "").split("#")[1] for par in pars]
    assert targets == [cue.id for cue in episode.cues]
    clips = [needed(par, "smil:audio") for par in pars]
    starts = [ms(clip.get("clipBegin", "")) for clip in clips]
    ends = [ms(clip.get("clipEnd", "")) for clip in clips]
    assert starts == [0, *(cue.start_ms for cue in episode.cues[1:])]
    assert ends == [*starts[1:], episode.duration_ms]
    ids = {element.get("id") for element in tree(single, "story1.xhtml").iter()}
    assert set(targets) <= ids


def test_durations_are_the_clips(told: Told, three: Path) -> None:
    metas = tree(three, "package.opf").findall(".//opf:meta[@property='media:duration']", NS)
    values: dict[str | None, str | None] = {meta.get("refines"): meta.text for meta in metas}
    one = told[0].duration_ms
    each = {f"#story{n}-smil": f"{one / 1000:.3f}s" for n in (1, 2, 3)}
    assert values.pop(None) == f"{3 * one / 1000:.3f}s"
    assert values == each


def test_the_contents_are_the_chapters(told: Told, single: Path, three: Path) -> None:
    links = tree(single, "nav.xhtml").findall(".//h:nav[@role='doc-toc']//h:a", NS)
    assert [link.text for link in links] == [chapter.title for chapter in told[0].chapters]
    articles = tree(three, "nav.xhtml").findall(".//h:nav[@role='doc-toc']/h:ol/h:li/h:a", NS)
    assert [link.text for link in articles] == ["A lamp for the last boat", "Zwei & <drei>", "عنوان"]


def test_it_claims_only_what_is_true(told: Told, single: Path, tmp_path: Path) -> None:
    def claims(path: Path) -> list[str]:
        metas = tree(path, "package.opf").findall(".//opf:meta[@property='schema:accessModeSufficient']", NS)
        return [str(meta.text) for meta in metas]

    assert claims(single) == ["textual"]  # its code is not read aloud
    episode, article = told
    heard = replace(episode, cues=tuple(c for c in episode.cues if c.block < 2 and c.kind != "code"))
    path = tmp_path / "heard.epub"
    epub.write(
        path, [epub.Story(heard, replace(article, blocks=article.blocks[:2]), episode.path)], modified=NOW
    )
    assert claims(path) == ["textual", "auditory"]


def test_the_active_classes_are_styled(single: Path) -> None:
    classes = tree(single, "package.opf").findall(".//opf:meta", NS)
    named = [m.text for m in classes if (m.get("property") or "").endswith("active-class")]
    with zipfile.ZipFile(single) as archive:
        css = archive.read("EPUB/book.css").decode()
    assert len(named) == 2
    assert all(re.search(rf"^\.{re.escape(str(name))} {{", css, re.MULTILINE) for name in named)


def test_the_same_stories_give_the_same_bytes(told: Told, single: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.epub"
    epub.write(again, [story(told)], modified=NOW)
    assert again.read_bytes() == single.read_bytes()


def test_the_audio_is_the_mp3_itself(told: Told, single: Path) -> None:
    with zipfile.ZipFile(single) as archive:
        assert archive.read("EPUB/story1.mp3") == told[0].path.read_bytes()


@pytest.mark.slow
def test_epubcheck_finds_nothing(told: Told, single: Path, three: Path, tmp_path: Path) -> None:
    pictured = tmp_path / "pictured.epub"
    epub.write(pictured, [story(told, title="Bell\x0b & whistle " * 20)], PNG, modified=NOW)
    for path in (single, three, pictured):
        assert programs.epubcheck(path) == []
