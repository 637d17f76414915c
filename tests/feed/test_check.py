"""`listen feed check` finds what is planted, and nothing in what is sound."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from listen.errors import FeedError, ListenError
from listen.feed import addresses, publishing
from listen.feed.check import check_audio, check_item, report
from listen.library import Library, Show
from tests.examples import examples
from tests.library.stories import add


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of two episodes and its site, made once: every test has a copy."""
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("LISTEN_HOME", str(tmp_path_factory.mktemp("home")))
        library = Library(folder / "library")
        library.save_show(Show(public=True, email="rosa@example.org"))
        add(library)
        add(library, "Another", n=1)
        publishing.build(library, str(folder / "site"), "https://pod.example/")
    return folder


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "site"


@pytest.fixture
def library(site: Path) -> Library:
    return Library(site.parent / "library")


def errors(path: Path) -> list[str]:
    return [f"{f.where}: {f.text}" for f in report.check(str(path)).findings]


def test_a_sound_feed_has_no_findings(site: Path) -> None:
    assert errors(site / "feed.xml") == []


def test_a_folder_is_the_feed_that_is_in_it(site: Path, library: Library, tmp_path: Path) -> None:
    assert errors(site) == []
    assert report.check(publishing.last_built(library)).items == 2
    library.save_show(Show(email="rosa@example.org"))  # private
    publishing.build(library, str(tmp_path / "quiet"), "https://pod.example/")
    assert errors(tmp_path / "quiet") == []
    (site / "p-one").mkdir()
    (site / "p-one" / "feed.xml").write_bytes(b"")
    with pytest.raises(FeedError, match=r"holds feed\.xml and p-one"):
        report.check(str(site))
    with pytest.raises(FeedError, match=r"holds no feed\.xml"):
        report.check(str(tmp_path / "library"))
    with pytest.raises(FeedError, match="build yours first"):
        publishing.last_built(Library(tmp_path / "another"))


def test_a_feed_on_the_internet_does_not_lead_inside(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (site / "feed.xml").read_text("utf-8").replace("https://pod.example/", "http://127.0.0.1:1/")
    monkeypatch.setattr(report, "_served", lambda *_: text.encode())
    found = [f.text for f in report.check("http://93.184.216.34/feed.xml").findings]
    assert any("127.0.0.1 is not on the public internet" in line for line in found), found


PLANTED: list[tuple[str, Callable[[str], str], str]] = [
    ("title", lambda x: x.replace("<title>My listening</title>", "", 1), "<title> is missing"),
    ("explicit", lambda x: x.replace(">false</itunes:explicit>", ">no</itunes:explicit>"), "true or false"),
    ("category", lambda x: x.replace('text="News"', 'text="news"'), "Apple's categories"),
    ("guid twice", lambda x: re.sub(r"<guid (.*?)>.*?</guid>", r"<guid \1>s</guid>", x), "2 episodes have"),
    ("permalink", lambda x: x.replace(' isPermaLink="false"', "", 1), "isPermaLink"),
    ("podcast:guid", lambda x: re.sub("<podcast:guid>.*?<", "<podcast:guid>x<", x), "version 5"),
    ("locked", lambda x: x.replace(">yes</podcast:locked>", ">true</podcast:locked>"), "yes or no"),
    ("date", lambda x: re.sub("<pubDate>.*?<", "<pubDate>yesterday<", x, count=1), "RFC 2822"),
    ("weekday", lambda x: re.sub(r"<pubDate>.*?<", "<pubDate>Mon, 21 Nov 2023 1:00:00 GMT<", x), "day of"),
    ("future", lambda x: re.sub("<pubDate>.*?<", "<pubDate>Tue, 01 Jan 2041 10:00:00 GMT<", x), "future"),
    ("duration", lambda x: re.sub(">[0-9]+</itunes:duration>", ">7</itunes:duration>", x), "duration is 7"),
    ("clock", lambda x: re.sub(">[0-9]+</itunes:duration>", ">0:07</itunes:duration>", x), "whole seconds"),
    ("length", lambda x: re.sub('length="[0-9]+"', 'length="9"', x, count=1), "the length is 9"),
    ("missing", lambda x: re.sub(r'(enclosure url="[^"]*?/e/)', r"\1x", x, count=1), "cannot be had"),
    ("type", lambda x: x.replace('type="text/vtt"', 'type="text/webvtt"', 1), "unknown type"),
    ("marks", lambda x: x.replace('start="00:00:00.000"', 'start="00:00:01.000"', 1), "differ"),
    ("two", lambda x: x.replace("<guid", '<enclosure url="https://x/y.mp3"/><guid', 1), "2 enclosures"),
    ("namespace", lambda x: x.replace("/podcast-1.0.dtd", "/Podcast-1.0.dtd"), "exactly"),
    ("self", lambda x: x.replace('rel="self"', 'rel="other"'), "self"),
    ("image", lambda x: re.sub("<itunes:image [^>]*>", "", x), "<itunes:image> is missing"),
]  # fmt: skip


@pytest.mark.parametrize(("plant", "text"), [p[1:] for p in PLANTED], ids=[p[0] for p in PLANTED])
def test_planted_errors_are_found(site: Path, plant: Callable[[str], str], text: str) -> None:
    feed = site / "feed.xml"
    before = feed.read_text("utf-8")
    after = plant(before)
    assert after != before
    feed.write_text(after, "utf-8")
    assert any(text in line for line in errors(feed)), errors(feed)


def test_damaged_files_are_found(site: Path) -> None:
    feed = site / "feed.xml"
    (first, second) = sorted(site.glob("e/*/*.mp3"))
    data = first.read_bytes()
    first.write_bytes(data[:-300])
    vtt = next(iter(second.parent.glob("*.vtt")))
    vtt.write_text(vtt.read_text("utf-8").replace("00:00:", "00:99:", 1), "utf-8")
    chapters = next(iter(second.parent.glob("*.chapters.json")))
    chapters.write_text("{}", "utf-8")
    found = errors(feed)
    assert any("the audio is damaged" in line for line in found)
    assert any("WebVTT" in line for line in found)
    assert any("no JSON" in line for line in found)


@pytest.mark.parametrize(
    "data",
    [b"", b"<rss", b"<feed/>", b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss>&a;</rss>"],
)
def test_what_is_no_feed_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(data)
    with pytest.raises(FeedError):
        report.check(str(path))


@settings(max_examples=examples(100), deadline=None)
@given(
    st.binary(max_size=400), st.sampled_from([b"", b"ID3\x03\x00\x00\x00\x00\x00\x20", b"\xff\xfb\x90\xc0"])
)
def test_any_bytes_are_audio_or_an_error(data: bytes, head: bytes) -> None:
    with contextlib.suppress(ListenError):
        check_audio.audio(head + data)


@settings(max_examples=examples(100), deadline=None)
@given(st.text(max_size=200))
def test_any_captions_are_judged(text: str) -> None:
    assert isinstance(check_audio.captions(("WEBVTT\n\n" + text).encode("utf-8", "replace"), 1000), str)


def test_numbers_that_are_none_are_findings() -> None:
    text = (
        '<item><title>A</title><enclosure url="https://a.example/a.mp3" length="\xb2" type="audio/mpeg"/>'
        "<guid>1</guid></item>"
    )
    found = [finding.text for finding in check_item.item(etree.fromstring(text))]
    assert any("length" in one for one in found)
    for stamp in ("inf", "nan:1", "1:x", ""):
        assert check_item._npt(stamp) == -1
    with pytest.raises(FeedError, match="give the site's address"):
        addresses.at("http://[bad/")
