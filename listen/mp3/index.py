"""This module says where each frame of an MP3 begins, so that any sample of it can be found and decoded by
itself.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable
from typing import Protocol

from listen.errors import AudioError
from listen.mp3.encoding import BITRATES, RATES, V1

DECODER_DELAY = 529
"""Samples that every layer III decoder is late; the encoder's own delay comes on top."""


class Bytes(Protocol):
    """Bytes in memory or in a mapped file."""

    def __len__(self) -> int: ...
    def __getitem__(self, at: slice, /) -> bytes: ...


class Index:
    """The frames of one stream. It can grow: `scan` goes on where it stopped."""

    def __init__(self) -> None:
        self.offsets = array("Q")
        """Byte at which each frame begins."""
        self.end = 0
        """One past the last whole frame's last byte."""
        self.rate = 0
        """Hz; 0 until a frame was found."""
        self.channels = 1
        self.samples_per_frame = 0
        self.delay = 0
        """Decoded samples before the first that is meant to be heard."""
        self._padding = 0
        self._sizes: dict[int, int] = {}  # by the header's second and third byte

    @property
    def samples(self) -> int:
        """Return how many are meant to be heard, of the frames found so far."""
        return max(len(self.offsets) * self.samples_per_frame - self.delay - self._padding, 0)

    def expect(self, rate: int, samples_per_frame: int, delay: int) -> None:
        """The stream has no header of its own; this is what is known of it."""
        self.rate, self.samples_per_frame, self.delay = rate, samples_per_frame, delay

    def scan(self, data: Bytes) -> None:
        """Find the frames behind `end`. What is no frame is passed over, as players do."""
        at, size = self.end, len(data)
        if not self._sizes:
            at = self._first(data, at)
        sizes, offsets = self._sizes, self.offsets
        while sizes and at + 4 <= size:
            window = data[at : at + (1 << 20)]
            here, limit, left = 0, len(window) - 3, size - at
            while here < limit:
                long = 0
                if window[here] == 0xFF:
                    long = sizes.get((window[here + 1] | 1) << 8 | window[here + 2], 0)
                if not long:
                    break
                if here + long > left:  # the rest of it is still to come
                    self.end = at + here
                    return
                offsets.append(at + here)
                here += long
            at += here
            self.end = at
            if here < limit:
                found = _next(data, at + 1, self._sizes)
                if found < 0:
                    return
                at = found

    def _first(self, data: Bytes, at: int) -> int:
        """The first frame, and what it says of the others. An Info frame is described, not counted."""
        at = _after_tags(data, at)
        while (at := _sync(data, at)) >= 0:
            head = data[at : at + 4]
            sizes = _like(head)
            if sizes and _follows(data, at, sizes):
                break
            at += 1
        else:
            return 0
        version = head[1] >> 3 & 3
        self._sizes = sizes
        self.rate = RATES[version][head[2] >> 2 & 3]
        self.channels = 1 if head[3] >> 6 == 3 else 2
        self.samples_per_frame = 1152 if version == V1 else 576
        size = sizes[(head[1] | 1) << 8 | head[2]]
        return at + size if self._described(data[at : at + size], version) else at

    def _described(self, frame: bytes, version: int) -> bool:
        """Read the Info or Xing header in `frame`; False if it has none."""
        side = (17, 32) if version == V1 else (9, 17)
        at = 4 + side[self.channels - 1] + (0 if frame[1] & 1 else 2)
        if frame[at : at + 4] not in (b"Info", b"Xing"):
            return False
        flags = frame[at + 7] if len(frame) > at + 7 else 0
        at += 8 + sum(length for bit, length in ((1, 4), (2, 4), (4, 100), (8, 4)) if flags & bit)
        lame = frame[at : at + 24]
        if len(lame) == 24 and lame[:4] in (b"LAME", b"Lavf", b"Lavc"):
            gaps = int.from_bytes(lame[21:24], "big")
            self.delay = (gaps >> 12) + DECODER_DELAY
            self._padding = max((gaps & 0xFFF) - DECODER_DELAY, 0)
        return True


def index(data: Bytes) -> Index:
    """The index of a whole file. Raises AudioError when there is no MP3 in it."""
    made = Index()
    made.scan(data)
    if not made.offsets:
        raise AudioError("there is no MP3 sound in it")
    return made


def is_mp3(head: bytes) -> bool:
    """Return whether a file that begins with these bytes is an MP3."""
    return head[:3] == b"ID3" or (len(head) >= 4 and bool(_like(head[:4])))


def _like(head: bytes) -> dict[int, int]:
    """Sizes of the frames that may stand in one stream with this header, by second and third byte."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:  # sync, layer III
        return {}
    version, rate_bits = head[1] >> 3 & 3, head[2] >> 2 & 3
    if version == 1 or rate_bits == 3 or head[2] >> 4 in (0, 15):
        return {}
    rate, sizes = RATES[version][rate_bits], {}
    for bits, bitrate in enumerate(BITRATES[version]):
        for padding in (0, 1) if bitrate else ():
            third = bits << 4 | rate_bits << 2 | padding << 1
            size = (144 if version == V1 else 72) * bitrate * 1000 // rate + padding
            sizes[(head[1] | 1) << 8 | third] = sizes[(head[1] | 1) << 8 | third | 1] = size
    return sizes


def _next(data: Bytes, at: int, sizes: dict[int, int]) -> int:
    """Return where frames of this kind go on; −1 if nowhere."""
    while (at := _sync(data, at)) >= 0:
        if _follows(data, at, sizes):
            return at
        at += 1
    return -1


def _follows(data: Bytes, at: int, sizes: dict[int, int]) -> bool:
    """A frame, and another right behind it or the end of the file: two bytes alone are found anywhere."""
    head = data[at : at + 4]
    size = sizes.get((head[1] | 1) << 8 | head[2], 0) if len(head) == 4 and head[0] == 0xFF else 0
    after = data[at + size : at + size + 3]
    if not size or at + size > len(data):
        return False
    return len(after) < 3 or after == b"TAG" or bool(
        after[0] == 0xFF and sizes.get((after[1] | 1) << 8 | after[2])
    )  # fmt: skip


def _sync(data: Bytes, at: int) -> int:
    """The next byte that a header could begin with; −1 if there is none."""
    while at < len(data):
        found = data[at : at + 4096].find(0xFF)
        if found >= 0:
            return at + found
        at += 4096
    return -1


def _after_tags(data: Bytes, at: int) -> int:
    """Behind the ID3v2 tags at the front."""
    while data[at : at + 3] == b"ID3" and len(head := data[at : at + 10]) == 10:
        at += 10 + syncsafe(head[6:10]) + (10 if head[5] & 0x10 else 0)
    return at


def syncsafe(four: Iterable[int]) -> int:
    """A number in bytes of seven bits, as ID3v2 writes sizes."""
    value = 0
    for byte in four:
        value = value << 7 | byte & 0x7F
    return value


def number(four: bytes) -> int:
    """A big-endian number of four bytes."""
    value: int = struct.unpack(">I", four)[0]
    return value
