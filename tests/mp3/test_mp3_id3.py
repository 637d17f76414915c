"""Our ID3v2.3 tag, read back by readers that are not ours."""

from __future__ import annotations

import itertools
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.errors import AudioError
from listen.model import Chapter
from listen.mp3 import DELAY, Encoding, Tag, encode, info_frame, silent_frames, tag
from listen.mp3.languages import iso639_2

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
ENCODING = Encoding(24000, 64)
LONG = "Über die ‘langen’ Kapitel dieser Geschichte, von denen jedes viele Wörter hat"
META = Tag(
    title="Ein ‘Märchen’ – 物語",
    show="The Paper",
    artist="Zoë Müller",
    published="2026-03-04T10:15:00+01:00",
    lang="en-GB",
    comment="Read from https://example.org",
    url="https://example.org/a?b=ü&c=1",
    voice="hibari heart, Apache-2.0",
    notice="The narration is synthetic.",
    cover=PNG,
)


def chapters(count: int, total_ms: int, title: str = "Chapter") -> list[Chapter]:
    edges = [total_ms * index // count for index in range(count + 1)]
    return [Chapter(f"{title} {i + 1}", a, b) for i, (a, b) in enumerate(itertools.pairwise(edges))]


def episode(path: Path, count: int, title: str = "Chapter", meta: Tag = META) -> list[Chapter]:
    """A file of some 12 seconds with so many chapters."""
    run, frames = encode(np.full(24000, 0.1, np.float32), ENCODING)
    body = run + silent_frames(460, ENCODING)
    frames += 460
    samples = frames * 576 - DELAY
    total = samples * 1000 // 24000
    marks = chapters(count, total, title) if count else []
    path.write_bytes(tag(meta, marks, total) + info_frame(ENCODING, frames, len(body), samples) + body)
    return marks


def frames_of(data: bytes) -> list[tuple[str, bytes]]:
    """An independent reading of a v2.3 tag's frames, or of a chapter's inner ones."""
    at, found = 0, []
    while at + 10 <= len(data) and data[at]:
        name, size, flags = struct.unpack_from(">4sIH", data, at)
        assert flags == 0
        assert at + 10 + size <= len(data)
        found.append((name.decode("ascii"), data[at + 10 : at + 10 + size]))
        at += 10 + size
    assert not any(data[at:])
    return found


def body_of(data: bytes) -> bytes:
    assert data[:6] == b"ID3\x03\x00\x00"
    assert all(byte < 128 for byte in data[6:10])
    size = data[6] << 21 | data[7] << 14 | data[8] << 7 | data[9]
    assert size == len(data) - 10
    return data[10:]


def text_of(content: bytes) -> str:
    if content[0] == 0:
        return content[1:].decode("ascii")
    assert content[0] == 1
    return content[1:].decode("utf-16")


@pytest.mark.parametrize("count", [3, 60, 255, 256, 300])
def test_ffprobe_and_mp3val_read_all_chapters_in_order(count, tmp_path, ffprobe, mp3val):
    path = tmp_path / "story.mp3"
    marks = episode(path, count, LONG)
    assert "CBR" in mp3val(path)
    said = ffprobe(path)
    found = [(c["tags"]["title"], c["start"], c["end"]) for c in said["chapters"]]
    assert found == [(c.title, c.start_ms, c.end_ms) for c in marks]
    assert {c["time_base"] for c in said["chapters"]} == {"1/1000"}
    tags = said["format"]["tags"]
    assert tags["title"] == META.title
    assert tags["album"] == META.show
    assert tags["artist"] == META.artist
    assert tags["genre"] == "Podcast"
    assert tags["TLEN"] == str(marks[-1].end_ms)
    assert tags["language"] == "eng"
    assert tags["Voice"] == META.voice
    assert tags["Narration"] == META.notice
    audio, picture = said["streams"]
    assert (audio["codec_name"], audio["bit_rate"], audio["sample_rate"]) == ("mp3", "64000", "24000")
    assert picture["codec_name"] == "png"
    assert picture["disposition"]["attached_pic"] == 1


@pytest.mark.parametrize("count", [0, 3, 60, 300])
def test_shared_check_passes(count, tmp_path):
    root = Path(__file__).resolve().parents[2]
    script = root / ".." / "shared" / "checks" / "id3dump.py"
    if not script.exists():
        pytest.skip("the shared benchmark data is not there")
    path = tmp_path / "story.mp3"
    episode(path, count)
    done = subprocess.run(
        [sys.executable, script, "--chapters", str(count), path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "WARN" not in done.stdout


def test_mutagen_reads_it(tmp_path):
    mutagen = pytest.importorskip("mutagen.mp3", reason="mutagen is not installed")
    path = tmp_path / "story.mp3"
    marks = episode(path, 300)
    read = mutagen.MP3(path)
    assert read.info.bitrate == 64000
    found = sorted(read.tags.getall("CHAP"), key=lambda chapter: chapter.start_time)
    assert [(c.sub_frames["TIT2"].text[0], c.start_time, c.end_time) for c in found] == [
        (c.title, c.start_ms, c.end_ms) for c in marks
    ]
    assert len(read.tags.getall("CTOC")) == 3
    assert read.tags["APIC:"].data == PNG
    assert str(read.tags["TDRC"]) == "2026-03-04"
    assert read.tags["WOAF"].url == "https://example.org/a?b=%C3%BC&c=1"
    assert read.tags["WXXX:Article"].url == "https://example.org/a?b=%C3%BC&c=1"
    assert read.tags["COMM::eng"].text == [META.comment]


def test_eyed3_reads_it(tmp_path):
    if not shutil.which("eyeD3"):
        pytest.skip("eyeD3 is not installed")
    path = tmp_path / "story.mp3"
    episode(path, 3, meta=Tag(title="Plain", show="Show", artist="Someone", cover=PNG, lang="de"))
    said = subprocess.run(["eyeD3", "--no-color", path], capture_output=True, text=True, check=True).stdout
    assert "title: Plain" in said
    assert "album: Show" in said
    assert "FRONT_COVER Image" in said


def test_the_tags_bytes():
    data = tag(Tag("T", published="2026-03-04", lang="de"), [Chapter("Ä", 0, 1500)], 1500)
    frames = frames_of(body_of(data))
    assert [name for name, _ in frames] == ["TIT2", "TCON", "TYER", "TDAT", "TLAN", "TLEN", "CTOC", "CHAP"]
    found = dict(frames)
    assert found["TIT2"] == b"\0T"
    assert found["TYER"] == b"\x002026"
    assert found["TDAT"] == b"\x000403"  # day, month
    assert found["TLAN"] == b"\0deu"
    assert found["CHAP"] == (
        b"chp0\0"
        + struct.pack(">IIII", 0, 1500, 0xFFFFFFFF, 0xFFFFFFFF)
        + b"TIT2"
        + struct.pack(">IH", 5, 0)
        + b"\x01\xff\xfe\xc4\x00"
    )
    assert found["CTOC"].startswith(b"toc\0\x03\x01chp0\0TIT2")


def test_contents_nest_beyond_255():
    data = tag(Tag("T"), chapters(600, 600_000), 600_000)
    tables = [content for name, content in frames_of(body_of(data)) if name == "CTOC"]
    kids = {}
    for content in tables:
        name, rest = content.split(b"\0", 1)
        kids[name] = (rest[0], rest[2:].split(b"\0", rest[1])[: rest[1]])
    assert kids[b"toc"] == (3, [b"toc1", b"toc2", b"toc3"])
    assert [len(kids[name][1]) for name in (b"toc1", b"toc2", b"toc3")] == [255, 255, 90]
    assert all(kids[name][0] == 1 for name in (b"toc1", b"toc2", b"toc3"))
    flat = [child for name in kids[b"toc"][1] for child in kids[name][1]]
    assert flat == [f"chp{i}".encode() for i in range(600)]


@pytest.mark.parametrize(
    ("published", "year", "day"),
    [("2026", "2026", None), ("2026-03", "2026", None), ("2026-03-04", "2026", "0403"), ("soon", None, None)],
)
def test_dates(published, year, day):
    found = dict(frames_of(body_of(tag(Tag("T", published=published), [], 0))))
    assert found.get("TYER") == (year and b"\0" + year.encode())
    assert found.get("TDAT") == (day and b"\0" + day.encode())


@pytest.mark.parametrize("cover", [b"GIF89a", b"<svg/>", b"\xff\xd8", PNG[1:]])
def test_cover_must_be_jpeg_or_png(cover):
    with pytest.raises(AudioError, match="neither JPEG nor PNG"):
        tag(Tag("T", cover=cover), [], 0)


def test_jpeg_is_named_so():
    jpeg = b"\xff\xd8\xff\xe0" + bytes(100)
    found = dict(frames_of(body_of(tag(Tag("T", cover=jpeg), [], 0))))
    assert found["APIC"] == b"\0image/jpeg\0\x03\0" + jpeg


@pytest.mark.slow
def test_a_tag_has_an_end():
    with pytest.raises(AudioError, match="256 MB"):
        tag(Tag("T", cover=b"\xff\xd8\xff" + bytes(1 << 28)), [], 0)


@pytest.mark.parametrize(
    ("lang", "code"),
    [
        ("en-GB", "eng"),
        ("de", "deu"),
        ("zh_Hans", "zho"),
        ("yue", "yue"),
        ("und", "und"),
        ("", "und"),
        ("q1", "und"),
    ],
)
def test_languages(lang, code):
    assert iso639_2(lang) == code


words = st.text(max_size=60)


@given(words, words, words, words, st.lists(words, max_size=20), st.sampled_from([b"", PNG]))
def test_any_text_comes_back(title, show, voice, comment, titles, cover):
    marks = [Chapter(text, i * 10, i * 10 + 10) for i, text in enumerate(titles)]
    meta = Tag(title, show=show, voice=voice, comment=comment, url=show, cover=cover, lang="xx")
    data = tag(meta, marks, len(marks) * 10)
    assert data == tag(meta, marks, len(marks) * 10)
    frames = frames_of(body_of(data))
    assert data.endswith(bytes(1024))

    def plain(text: str) -> str:
        """Control characters cannot be in a tag; lone surrogates cannot be in any file."""
        kept = "".join(" " if (ord(c) < 32 and c != "\n") or c == "\x7f" else c for c in text)
        return " ".join(kept.encode("utf-16", "replace").decode("utf-16").split())

    found = dict(frames)
    for name, text in (("TIT2", title), ("TALB", show)):
        assert " ".join(text_of(found[name]).split() if name in found else "") == plain(text)
    chaps = [content for name, content in frames if name == "CHAP"]
    inner = [dict(frames_of(content[content.index(b"\0") + 17 :])) for content in chaps]
    assert len(inner) == len(marks)
    for mark, parts in zip(marks, inner, strict=True):
        if plain(mark.title):
            assert " ".join(text_of(parts["TIT2"]).split()) == plain(mark.title)
        else:
            assert text_of(parts["TIT2"])
