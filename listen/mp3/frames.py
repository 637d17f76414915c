"""MPEG frames: read their headers, check that a run is whole, make silent ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from listen.errors import AudioError
from listen.mp3.encoding import BITRATES, RATES, V1, Encoding

_PAUSE = 256
"""Frames of silence that are made once: six seconds, which few pauses reach."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One layer III frame, as its header says."""

    offset: int
    """Where its header begins in the data."""
    size: int
    """Bytes, header included."""
    rate: int
    """Hz."""
    bitrate: int
    """kbit/s."""
    channels: int
    samples: int
    """Samples a channel that it decodes to."""
    reservoir: int
    """Bytes of earlier frames that it needs (main_data_begin)."""


def frame_headers(data: bytes) -> Iterator[Frame]:
    """Every frame of data that holds nothing but frames; AudioError where that is not so."""
    offset = 0
    while offset < len(data):
        frame = _frame(data, offset)
        yield frame
        offset += frame.size


def count_frames(data: bytes, encoding: Encoding) -> int:
    """Number of frames in a run; AudioError unless all of them are whole, of this encoding, and need no
    frame before the first."""
    headers = {encoding.header(): encoding.frame_size, encoding.header(padded=True): encoding.frame_size + 1}
    offset = count = 0
    while offset < len(data):
        size = headers.get(data[offset : offset + 4])
        if size is None:
            raise AudioError(f"not an MPEG frame of {_named(encoding)} at byte {offset}; make it again")
        offset += size
        count += 1
    if offset != len(data):
        raise AudioError(f"the last MPEG frame lacks {offset - len(data)} bytes; make it again")
    if count and _frame(data, 0).reservoir:
        raise AudioError("the first MPEG frame needs frames before it, which are not there; make it again")
    return count


def silent_frames(count: int, encoding: Encoding) -> bytes:
    """Frames that decode to digital silence and lean on no other frame.

    No bit of main data: every spectral line is zero, and the decoder's filters have run empty at the end of
    the run before (see `encoded_frames`).
    """
    if count < 0:
        raise ValueError(f"{count} frames")
    if count > _PAUSE:
        return _silence(count, encoding)
    return _pause(encoding)[: encoding.size(count)]


@cache
def _pause(encoding: Encoding) -> bytes:
    """The longest usual pause: shorter ones are its beginning."""
    return _silence(_PAUSE, encoding)


def _silence(count: int, encoding: Encoding) -> bytes:
    plain, padded = encoding.header(), encoding.header(padded=True)
    sizes = [encoding.size(i + 1) - encoding.size(i) for i in range(count)]
    return b"".join((padded if size > encoding.frame_size else plain).ljust(size, b"\0") for size in sizes)


def _frame(data: bytes, offset: int) -> Frame:
    head = data[offset : offset + 8]  # header, CRC if there is one, main_data_begin
    if len(head) < 8:
        raise AudioError(f"an MPEG frame is cut off at byte {offset}")
    version, layer, unprotected = head[1] >> 3 & 3, head[1] >> 1 & 3, head[1] & 1
    bitrate_bits, rate_bits, padding = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    if head[0] != 0xFF or head[1] >> 5 != 7 or version == 1 or layer != 1:
        raise AudioError(f"no MPEG layer III frame at byte {offset}")
    if bitrate_bits in (0, 15) or rate_bits == 3:
        raise AudioError(f"an MPEG frame without a proper rate at byte {offset}")
    rate, bitrate = RATES[version][rate_bits], BITRATES[version][bitrate_bits]
    samples = 1152 if version == V1 else 576
    size = samples // 8 * bitrate * 1000 // rate + padding
    if offset + size > len(data):
        raise AudioError(f"the MPEG frame at byte {offset} lacks {offset + size - len(data)} bytes")
    side = head[4:] if unprotected else head[6:]
    reservoir = side[0] << 1 | side[1] >> 7 if version == V1 else side[0]
    channels = 1 if head[3] >> 6 == 3 else 2
    return Frame(offset, size, rate, bitrate, channels, samples, reservoir)


def _named(encoding: Encoding) -> str:
    return f"{encoding.rate} Hz and {encoding.bitrate} kbit/s"
