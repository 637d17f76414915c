"""Recordings from files, with what stands beside them, and the places kept of them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen import mp3, pipeline, reading
from listen.captions import vtt
from listen.errors import AudioError
from listen.model import Cue, Episode
from listen.options import Options
from listen.play import bookmarks, captions, live, recordings
from listen.play.bookmarks import Mark, Places
from listen.play.timeline import Timeline
from listen.sources import fetch
from listen.storage import folders


def test_our_file_has_words_and_chapters(told: Episode) -> None:
    recording = recordings.open_file(told.path)
    recording.sound.close()
    assert recording.title == "A lamp for the last boat"
    assert recording.lang == "en-GB"
    shown = [(c.text, c.start_ms, c.end_ms, c.words, c.block, c.kind) for c in recording.timeline.cues]
    assert shown == [(c.text, c.start_ms, c.end_ms, c.words, c.block, c.kind) for c in told.cues]
    assert list(recording.timeline.chapters) == [c.title for c in told.chapters]


def test_alone_it_has_the_chapters_of_its_tag(told: Episode, tmp_path: Path) -> None:
    alone = tmp_path / "other.mp3"
    shutil.copy(told.path, alone)
    recording = recordings.open_file(alone)
    recording.sound.close()
    assert recording.title == "A lamp for the last boat"
    assert not recording.timeline.cues
    assert list(recording.timeline.chapters) == [c.title for c in told.chapters]
    starts = [c.start_ms for c in told.chapters]
    assert [recording.timeline.forward(start - 1, "chapter") for start in starts] == starts
    (tmp_path / "again").mkdir()
    again = recordings.open_file(Path(shutil.copy(told.path, tmp_path / "again" / "b.mp3")))
    again.sound.close()
    assert recording.identity == again.identity  # the same sound


def test_a_file_without_a_tag_is_played_too(told: Episode, tmp_path: Path) -> None:
    data = told.path.read_bytes()
    bare = tmp_path / "bare.mp3"
    bare.write_bytes(data[mp3.tag_size(data) :])
    recording = recordings.open_file(bare)
    recording.sound.close()
    assert recording.title == "bare"
    assert recording.sound.samples == told.samples
    assert not recording.timeline.chapters


def test_captions_serve_where_there_are_no_word_times(told: Episode, tmp_path: Path) -> None:
    for ending in (".mp3", ".vtt"):
        shutil.copy(told.path.with_suffix(ending), tmp_path / f"a{ending}")
    recording = recordings.open_file(tmp_path / "a.mp3")
    recording.sound.close()
    assert [(c.text, c.start_ms) for c in recording.timeline.cues] == [
        (c.text, c.start_ms) for c in told.cues
    ]


@pytest.mark.parametrize("ending", [".words.json", ".chapters.json"])
@pytest.mark.parametrize(
    "text",
    [
        '{"cues": [{}]}',
        '{"title": "A", "lang": "en", "cues": [{"id": "s", "text": "A", "start_ms": 1e999, "end_ms": 2}],'
        ' "chapters": [{"startTime": 1e999}]}',
    ],
)
def test_a_broken_sidecar_is_named(told: Episode, tmp_path: Path, ending: str, text: str) -> None:
    shutil.copy(told.path, tmp_path / "a.mp3")
    (tmp_path / f"a{ending}").write_text(text, "utf-8")
    with pytest.raises(AudioError, match=f"a{ending} is not a file of"):
        recordings.open_file(tmp_path / "a.mp3")


def test_a_file_that_is_not_there() -> None:
    assert recordings.is_recording("missing.mp3")
    assert not recordings.is_recording("https://example.org/a.mp3")
    with pytest.raises(AudioError, match=r"there is no file missing\.mp3"):
        recordings.open_file(Path("missing.mp3"))


@given(st.text(max_size=200))
def test_no_captions_break_the_reader(text: str) -> None:
    captions.webvtt(text)
    for read in (captions.words, captions.chapters):
        with pytest.raises(AudioError):
            read(text, "a")


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1), max_size=5))
def test_what_our_captions_say_is_read_back(texts: list[str]) -> None:
    told = [" ".join(text.split()) for text in texts]
    longest = vtt.LINE_CHARS - len("<v Narrator>")  # a longer word is cut: lines are all that a reader sees
    told = [text for text in told if text and max(map(len, text.split())) <= longest]
    cues = [Cue(f"s{n}", text, n * 1000, n * 1000 + 999) for n, text in enumerate(told)]
    read = captions.webvtt(vtt.captions(cues, ["A note --> here"]))
    assert [(c.text, c.start_ms, c.end_ms) for c in read] == [(c.text, c.start_ms, c.end_ms) for c in cues]


def test_captions_of_others() -> None:
    text = "\ufeffWEBVTT - x\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n"
    text += "01:02.500 --> 01:04.000 align:start\r\n<v Ann><b>Tom</b> &amp; I\r\nwent.\r\n"
    text += f"\n{'1' * 5000}:00:00.000 --> 00:02.000\nNobody listens for so long.\n"
    (cue,) = captions.webvtt(text)
    assert (cue.text, cue.start_ms, cue.end_ms) == ("Tom & I went.", 62_500, 64_000)


CUES = [Cue("s1", "One.", 0, 900), Cue("s2", "Two.", 1000, 1900), Cue("s3", "Three.", 2000, 2900)]


def test_places_are_kept_and_found_again() -> None:
    kept = Places("A title", Mark(5, "s1", "One.", 5), (Mark(1, "s1", "One.", 1), Mark(9_000)))
    assert bookmarks.load("url:a") == Places()
    bookmarks.save("url:a", kept)
    assert bookmarks.load("url:a") == kept
    assert bookmarks.load("url:b") == Places()
    bookmarks.save("url:a", Places("A title"))
    assert bookmarks.load("url:a") == Places()
    bookmarks.save("url:never", Places())


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b'{"format": 1, "marks": 3}', b'{"format": 9}', b"\xff\xfe"]
)
def test_a_broken_file_is_none(data: bytes) -> None:
    bookmarks.save("x", Places(marks=(Mark(5),)))
    (path,) = folders.config_dir().glob("places/*.json")
    path.write_bytes(data)
    assert bookmarks.load("x") == Places()


def test_a_moment_is_found_in_another_narration_by_its_sentence() -> None:
    mark = bookmarks.mark_at(1250, Timeline(CUES))
    assert mark == Mark(1250, "s2", "Two.", 250)
    slower = Timeline([Cue("s1", "One.", 0, 1900), Cue("s2", "Two.", 2500, 4000)])
    assert bookmarks.find(mark, slower, 4000, whole=False) == 2750
    assert bookmarks.find(mark, slower, 2700, whole=False) is None  # its sound is still to come
    assert bookmarks.find(mark, Timeline(CUES[:1]), 900, whole=False) is None  # not made yet
    assert bookmarks.find(mark, Timeline(CUES[:1]), 900, whole=True) == 900
    changed = Timeline([Cue("s2", "Another.", 700, 900)])
    assert bookmarks.find(mark, changed, 5000, whole=True) == 1250


def test_bookmarks_stay_in_order_and_apart() -> None:
    kept = Places().with_mark(Mark(9000)).with_mark(Mark(2000, text="Some sentence")).with_mark(Mark(2500))
    assert [m.ms for m in kept.marks] == [2000, 9000]
    assert bookmarks.lines(kept.marks) == ["1  0:02  Some sentence", "2  0:09"]
    assert kept.without(0).marks == (Mark(9000),)


def test_a_source_and_its_file_share_their_places(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        "<html lang=en><head><title>The title here</title><link rel=canonical href='https://Example.org/a?utm_source=x'>"
        "</head><article><h1>The title here</h1>"
        + "".join(
            f"<p>Sentence {n} of a story that is long enough to be one, and says more. More.</p>"
            for n in range(9)
        )
        + "</article></html>",
        "utf-8",
    )
    told = pipeline.make(str(page), "tone", tmp_path / "a.mp3", options=Options(jobs=1))
    recording = recordings.open_file(told.path)
    recording.sound.close()
    assert live.of_source(str(page), Options()).identity == recording.identity == "url:example.org/a"


def test_an_edited_script_has_a_name_of_its_own(story: Path, tmp_path: Path) -> None:
    from listen.segment import script_file

    script = reading.worded(reading.story(fetch.fetch(str(story)), Options())[0], Options())
    path = tmp_path / "a.json"
    path.write_text(script_file.dumps(script), "utf-8")
    assert json.loads(path.read_text("utf-8"))["listen"] == "script"
    narration = live.of_source(str(path), Options())
    assert narration.identity.startswith("text:")
    assert narration.identity == live.of_source(str(path), Options()).identity
