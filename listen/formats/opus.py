"""An episode as Opus in Ogg, with tags and chapters: less than half the MP3's bytes, for apps that play it.

libsndfile encodes, by way of the package soundfile. It writes no chapters, and another stream number each
time, so the pages are gone over once more: a comment header of our own, and a number that follows from the
sound.
"""

from __future__ import annotations

import contextlib
import importlib.util
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from listen import audio as signal
from listen.errors import AudioError
from listen.model import Episode
from listen.mp3 import decoders, sound

if TYPE_CHECKING:
    from listen.model import Samples

KBIT = 32
"""Enough for mono speech in full band (RFC 7587 names 28 to 40)."""
RATES = (8_000, 12_000, 16_000, 24_000, 48_000)
"""What an Opus encoder takes, Hz."""
INSTALL = "pip install 'listen-to-story[opus]', or leave opus out"
_PIECE_S = 10
_MARGIN = 4_096
"""Samples around a piece that is resampled, so that its edges are as its middle."""
_LEAST, _SPAN = 6_000, 250_000
"""libsndfile maps a level from 1 to 0 to these bits a second and this many more."""


def require() -> None:
    """See that Opus can be written here. Raises AudioError, before any work is done, when it cannot."""
    if importlib.util.find_spec("soundfile") is None:
        raise AudioError(f"Opus is written by the package soundfile, which is not here: {INSTALL}")


def write(path: Path, episode: Episode, mp3: Path) -> None:
    """Write the Opus file to `path`; `mp3` is where the MP3 is now. Raises AudioError when that fails."""
    require()
    import soundfile

    raw = path.with_name(f"{path.name}.raw")
    try:
        with contextlib.closing(sound.from_file(mp3, decoders.find())) as decoded:
            rate = decoded.rate if decoded.rate in RATES else 48_000
            level = 1 - (KBIT * 1000 - _LEAST) / _SPAN
            with soundfile.SoundFile(
                str(raw), "w", rate, 1, subtype="OPUS", format="OGG", compression_level=level
            ) as out:
                for piece in _pieces(decoded, rate):
                    out.write(piece)
        with raw.open("rb") as source, path.open("wb") as target:
            for page in _pages(source, comments(episode), int(episode.sha256[:8], 16)):
                target.write(page)
    except (OSError, RuntimeError) as error:
        raise AudioError(f"the Opus file could not be written ({error}): {INSTALL}") from error
    finally:
        raw.unlink(missing_ok=True)


def _pieces(decoded: sound.Sound, rate: int) -> Iterator[Samples]:
    """The sound at `rate`, some seconds at a time, so that memory does not grow with length."""
    step = _PIECE_S * decoded.rate
    for at in range(0, decoded.samples, step):
        if rate == decoded.rate:
            yield decoded.read(at, step)
            continue
        first = max(at - _MARGIN, 0)
        around = signal.resample(decoded.read(first, at - first + step + _MARGIN), decoded.rate, rate)
        start = round((at - first) * rate / decoded.rate)
        wanted = round(min(step, decoded.samples - at) * rate / decoded.rate)
        yield around[start : start + wanted]


def comments(episode: Episode) -> list[str]:
    """Vorbis comments: tags, then chapters as `CHAPTER001=00:00:00.000` and `CHAPTER001NAME=…`."""
    tags = {
        "TITLE": episode.title,
        "ARTIST": episode.byline,
        "ALBUM": episode.site,
        "DATE": episode.published,
        "LANGUAGE": episode.lang,
        "GENRE": "Podcast",
        "COMMENT": "Synthetic narration. " + "; ".join(dict.fromkeys(v.credit for v in episode.voices)),
        "CONTACT": episode.url,
    }
    lines = [f"{name}={' '.join(value.split())}" for name, value in tags.items() if value]
    for number, chapter in enumerate(episode.chapters, 1):
        seconds, ms = divmod(chapter.start_ms, 1000)
        stamp = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{ms:03}"
        lines += [f"CHAPTER{number:03}={stamp}", f"CHAPTER{number:03}NAME={' '.join(chapter.title.split())}"]
    return lines


_SEGMENTS = 255
"""Most segments of a page, and most bytes of a segment (RFC 3533)."""
_HEADER = struct.Struct("<4sBBqIIIB")


def _pages(source: BinaryIO, lines: list[str], serial: int) -> Iterator[bytes]:
    """The stream's pages with our comments and stream number; the comments' pages are made anew."""
    sequence, waiting = 0, True
    while head := source.read(_HEADER.size):
        _, _, flags, granule, _, _, _, count = _HEADER.unpack(head)
        lacing = source.read(count)
        body = source.read(sum(lacing))
        if sequence == 0 or not waiting:
            yield _page(flags, granule, serial, sequence, lacing, body)
            sequence += 1
        elif lacing[-1] < _SEGMENTS:  # the comment header ends here: it has pages of its own (RFC 7845)
            for page in _comment_pages(_packet(lines), serial):
                yield page
                sequence += 1
            waiting = False


def _packet(lines: list[str]) -> bytes:
    encoded = [line.encode("utf-8") for line in lines]
    vendor = b"libopus"
    parts = [b"OpusTags", struct.pack("<I", len(vendor)), vendor, struct.pack("<I", len(encoded))]
    for line in encoded:
        parts += [struct.pack("<I", len(line)), line]
    return b"".join(parts)


def _comment_pages(packet: bytes, serial: int) -> Iterator[bytes]:
    whole = bytes([_SEGMENTS]) * (len(packet) // _SEGMENTS) + bytes([len(packet) % _SEGMENTS])
    at = 0
    for sequence, start in enumerate(range(0, len(whole), _SEGMENTS), 1):
        lacing = whole[start : start + _SEGMENTS]
        body = packet[at : at + sum(lacing)]
        at += len(body)
        last = start + _SEGMENTS >= len(whole)
        yield _page(0 if sequence == 1 else 1, 0 if last else -1, serial, sequence, lacing, body)


def _page(flags: int, granule: int, serial: int, sequence: int, lacing: bytes, body: bytes) -> bytes:
    head = _HEADER.pack(b"OggS", 0, flags, granule, serial, sequence, 0, len(lacing)) + lacing
    return head[:22] + struct.pack("<I", _checksum(head + body)) + head[26:] + body


_REVERSED = bytes(int(f"{n:08b}"[::-1], 2) for n in range(256))


def _checksum(data: bytes) -> int:
    """Ogg's CRC: zlib's polynomial with the bits the other way round, beginning with 0."""
    mirrored = zlib.crc32(data.translate(_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)
