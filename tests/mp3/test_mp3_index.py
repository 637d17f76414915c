"""Finding frames in any MP3, and reading tags that others wrote."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from listen import mp3
from listen.errors import AudioError
from listen.model import Chapter


def frames(encoding: mp3.Encoding, seconds: float = 1.0) -> tuple[bytes, int]:
    count = int(encoding.rate * seconds)
    samples = (0.3 * np.sin(np.arange(count) / 7)).astype(np.float32)
    return mp3.encode(samples, encoding)


@pytest.mark.parametrize(
    "encoding", [mp3.Encoding(24_000, 64), mp3.Encoding(44_100, 96), mp3.Encoding(22_050, 48)], ids=str
)
def test_our_file_is_counted_to_the_sample(encoding: mp3.Encoding) -> None:
    run, count = frames(encoding)
    samples = count * encoding.samples_per_frame - 576 - 1000
    info = mp3.info_frame(encoding, count, len(run), samples)
    tag = mp3.tag(mp3.Tag("A title"), [Chapter("One", 0, 1000)], 1000)
    index = mp3.index(tag + info + run)
    assert (index.rate, index.samples_per_frame) == (encoding.rate, encoding.samples_per_frame)
    assert index.samples == samples
    assert index.delay == mp3.DELAY
    assert len(index.offsets) == count
    expected = [len(tag) + len(info) + frame.offset for frame in mp3.frame_headers(run)]
    assert list(index.offsets) == expected


def test_frames_without_a_header_are_all_of_it() -> None:
    encoding = mp3.Encoding(24_000, 64)
    run, count = frames(encoding)
    index = mp3.index(run)
    assert index.delay == 0
    assert index.samples == count * 576


def test_what_is_no_frame_is_passed_over() -> None:
    encoding = mp3.Encoding(24_000, 64)
    run, count = frames(encoding)
    cut = list(mp3.frame_headers(run))[10].offset
    broken = b"\0\xff\xfb?" + run[:cut] + b"junk \xff\xf3 junk" + run[cut:] + b"TAG" + bytes(125)
    index = mp3.index(broken)
    assert len(index.offsets) == count
    assert index.offsets[0] == 4
    assert index.offsets[10] == cut + 4 + 12


def test_a_cut_file_ends_with_its_last_whole_frame() -> None:
    run, count = frames(mp3.Encoding(24_000, 64))
    assert len(mp3.index(run[:-1]).offsets) == count - 1


def test_it_grows_with_what_is_written() -> None:
    encoding = mp3.Encoding(44_100, 96)
    run, count = frames(encoding)
    index = mp3.Index()
    index.expect(encoding.rate, encoding.samples_per_frame, mp3.DELAY)
    for end in range(0, len(run) + 501, 501):
        index.scan(run[:end])
    assert list(index.offsets) == [frame.offset for frame in mp3.frame_headers(run)]
    assert index.samples == count * 1152 - mp3.DELAY


@given(st.binary(max_size=400))
@example(b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f")
@example(b"\xff\xf3" * 50)
def test_no_bytes_break_it(data: bytes) -> None:
    try:
        index = mp3.index(data)
    except AudioError:
        return
    assert all(data[at] == 0xFF for at in index.offsets)
    assert index.end <= len(data)


def test_an_mp3_is_told_by_its_first_bytes() -> None:
    assert mp3.is_mp3(b"ID3\x03\0\0\0\0\0\0")
    assert mp3.is_mp3(frames(mp3.Encoding(24_000, 64), 0.1)[0][:10])
    assert not mp3.is_mp3(b"<!doctype html>")
    assert not mp3.is_mp3("\ufeffwords".encode("utf-16"))
    assert not mp3.is_mp3(b"")


CHAPTERS = (Chapter("Début – 始", 0, 1500), Chapter("Two", 1500, 60_000))


def test_our_tag_is_read_back() -> None:
    written = mp3.tag(mp3.Tag("Größe 大", artist="A. Writer", lang="de-DE"), CHAPTERS, 60_000)
    assert mp3.tag_size(written) == len(written)
    assert mp3.read_tag(written) == mp3.Tagged("Größe 大", "A. Writer", "deu", CHAPTERS)


def test_a_tag_of_version_4_with_chapters_out_of_order() -> None:
    def frame(name: bytes, body: bytes) -> bytes:
        size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
        return name + size + b"\0\0" + body

    def chapter(name: bytes, start: int, end: int, title: str) -> bytes:
        times = struct.pack(">IIII", start, end, 0xFFFFFFFF, 0xFFFFFFFF)
        return frame(b"CHAP", name + b"\0" + times + frame(b"TIT2", b"\x03" + title.encode()))

    body = frame(b"TIT2", "\x03Tïtle\0more".encode())
    body += chapter(b"b", 2000, 3000, "x" * 200) + chapter(b"a", 0, 2000, "First")
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    read = mp3.read_tag(b"ID3\x04\0\0" + size + body)
    assert read.title == "Tïtle"
    assert read.chapters == (Chapter("First", 0, 2000), Chapter("x" * 200, 2000, 3000))


@given(st.binary(max_size=300))
def test_no_tag_breaks_the_reader(body: bytes) -> None:
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    for version in (2, 3, 4):
        for flags in (0, 0x40, 0x80):
            mp3.read_tag(b"ID3" + bytes((version, 0, flags)) + size + body)


@given(st.integers(0, 400), st.integers(0, 255))
def test_no_damage_breaks_the_reader(at: int, byte: int) -> None:
    tag = bytearray(mp3.tag(mp3.Tag("Größe", artist="大"), CHAPTERS, 60_000))
    tag[at % len(tag)] = byte
    mp3.read_tag(bytes(tag))
