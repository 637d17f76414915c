"""This module says what an MP3 and a caption file say of themselves, read without what wrote them."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from listen import mp3
from listen.errors import AudioError

_STAMP = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"{_STAMP}[ \t]+-->[ \t]+{_STAMP}(?:[ \t].*)?")
_ENCODINGS = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}


@dataclass(frozen=True, slots=True)
class Audio:
    """One MP3."""

    duration_ms: int
    chapters: tuple[tuple[int, str], ...]
    """Start in milliseconds and title, in the file's order."""


def audio(data: bytes) -> Audio:
    """Length and chapters of an MP3 file. Raises AudioError for anything that is no sound one."""
    start = 0
    chapters: tuple[tuple[int, str], ...] = ()
    if data[:3] == b"ID3" and len(data) > 10:
        size = _syncsafe(data[6:10])
        try:
            chapters = tuple(_chapters(data[10 : 10 + size], data[3]))
        except (ValueError, struct.error) as problem:
            raise AudioError(f"its tag is damaged ({problem})") from problem
        start = 10 + size
    body = data[start:]
    if body[-128:-125] == b"TAG":
        body = body[:-128]
    samples = rate = count = 0
    first = b""
    for frame in mp3.frame_headers(body):
        if count == 0:
            first = body[: frame.size]
        rate, samples, count = frame.rate, samples + frame.samples, count + 1
    if not count:
        raise AudioError("there is no MPEG frame in it")
    at = max(first.find(b"Info"), first.find(b"Xing"))
    if at > 0:
        samples -= samples // count  # the header's own frame is silent and not played
        lame = first[at + 120 :]
        if len(lame) >= 24 and lame[:4] in (b"LAME", b"Lavc", b"Lavf"):
            trims = int.from_bytes(lame[21:24], "big")
            samples -= (trims >> 12) + (trims & 0xFFF)
    return Audio(samples * 1000 // rate, chapters)


def _chapters(tag: bytes, version: int) -> list[tuple[int, str]]:
    found = []
    for name, body in _frames(tag, version):
        if name == b"CHAP":
            end = body.index(b"\0") + 1
            start = struct.unpack(">I", body[end : end + 4])[0]
            title = next((b for n, b in _frames(body[end + 16 :], version) if n == b"TIT2"), b"")
            found.append((start, _text(title)))
    return found


def _frames(data: bytes, version: int) -> list[tuple[bytes, bytes]]:
    found = []
    at = 0
    while at + 10 <= len(data) and data[at]:
        four = data[at + 4 : at + 8]
        size = _syncsafe(four) if version == 4 else int.from_bytes(four, "big")
        if at + 10 + size > len(data):
            raise AudioError("its tag is damaged")
        found.append((data[at : at + 4], data[at + 10 : at + 10 + size]))
        at += 10 + size
    return found


def _text(body: bytes) -> str:
    if not body:
        return ""
    return body[1:].decode(_ENCODINGS.get(body[0], "latin-1"), "replace").rstrip("\0")


def _syncsafe(four: bytes) -> int:
    return four[0] << 21 | four[1] << 14 | four[2] << 7 | four[3]


def captions(data: bytes, duration_ms: int) -> str:
    """Return what is wrong with a WebVTT file of audio this long; empty when nothing is."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return "it is not UTF-8"
    if not re.match(r"WEBVTT(?:[ \t][^\n]*)?\n\n", text):
        return "it does not begin with WEBVTT and a blank line"
    last = count = 0
    for line in text.split("\n"):
        if "-->" not in line:
            continue
        match = _TIMING.fullmatch(line)
        if not match:
            return f"{line!r} is no cue's time"
        begin, end = _ms(match.groups()[:4]), _ms(match.groups()[4:])
        if end <= begin:
            return f"the cue at {line.split()[0]} ends before it begins"
        if begin < last:
            return f"the cue at {line.split()[0]} is out of order"
        last, count = begin, count + 1
        if end > duration_ms + 1:
            return f"the cue at {line.split()[0]} is longer than the audio"
    return "" if count else "it has no cue"


def _ms(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, ms = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms
