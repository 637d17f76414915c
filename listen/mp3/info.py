"""The Info header: a silent first frame that tells players the exact length and where to seek."""

from __future__ import annotations

import struct
from functools import lru_cache

from listen.errors import AudioError
from listen.mp3.encoding import ENCODER_DELAY, Encoding

_XING = 4 + 4 + 4 + 4 + 100 + 4  # "Info", flags, frames, bytes, table of contents, quality
_LAME = 36  # LAME's extension after it
_FLAGS = 0b1111  # all four fields are there
_MAX_PADDING = 0xFFF


def info_size(encoding: Encoding) -> int:
    """Bytes of the Info frame: fixed for an encoding, so that it can be written last."""
    return _host(encoding).frame_size


def info_frame(encoding: Encoding, frames: int, size: int, samples: int) -> bytes:
    """The frame to put before `frames` frames of `size` bytes that hold `samples` audible samples.

    Players that honour it drop `DELAY` samples at the front, and at the end what goes beyond `samples`.
    Raises AudioError when the frames cannot hold that many samples, or hold over 4095 more.
    """
    padding = frames * encoding.samples_per_frame - ENCODER_DELAY - samples
    if samples < 0 or not 529 <= padding <= _MAX_PADDING:
        raise AudioError(f"{frames} frames cannot be trimmed to {samples} samples")
    host = _host(encoding)
    total = size + host.frame_size
    if total > 0xFFFFFFFF:
        raise AudioError("an MP3 of over 4 GiB cannot be described; split the article or lower the bit rate")
    toc = bytes(percent * 256 // 100 for percent in range(100))  # constant bit rate: bytes go with time
    frame = bytearray(host.header() + bytes(host.side_info_size))
    frame += b"Info" + struct.pack(">III", _FLAGS, frames, total) + toc
    frame += struct.pack(">I", 100 - 10 * encoding.quality)
    frame += b"LAME3.100"
    frame += bytes((0x01, 0))  # tag revision 0, constant bit rate; low-pass not stated
    frame += bytes(8)  # peak and replay gains not stated: zero means so
    frame += bytes((0, min(encoding.bitrate, 255)))
    frame += (ENCODER_DELAY << 12 | padding).to_bytes(3, "big")
    frame += bytes((0, 0, 0, 0))  # misc, gain change, preset: not stated
    frame += struct.pack(">I", total)
    frame += bytes(2)  # CRC of the music: zero, not computed
    frame += struct.pack(">H", crc16(frame))
    return bytes(frame.ljust(host.frame_size, b"\0"))


def crc16(data: bytes | bytearray) -> int:
    """CRC-16 as LAME's tag has it: polynomial 0x8005, reflected, starting from 0."""
    table = _crc_table()
    crc = 0
    for byte in data:
        crc = crc >> 8 ^ table[(crc ^ byte) & 0xFF]
    return crc


def _host(encoding: Encoding) -> Encoding:
    """The encoding of the Info frame itself: ours, or the next bit rate whose frame has room for it."""
    need = 4 + encoding.side_info_size + _XING + _LAME
    for bitrate in encoding.bitrates(encoding.rate):
        host = Encoding(encoding.rate, bitrate)
        if bitrate >= encoding.bitrate and host.frame_size >= need:
            return host
    raise AudioError(f"no MPEG frame at {encoding.rate} Hz has room for the Info header")


@lru_cache(maxsize=1)
def _crc_table() -> tuple[int, ...]:
    table = []
    for index in range(256):
        value = index
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
        table.append(value)
    return tuple(table)
