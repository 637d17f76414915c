"""WAV and AIFF as the computer's own voices write them, to samples. Neither needs ffmpeg."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from listen.errors import AudioError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray


def read(data: bytes) -> tuple[NDArray[np.float32], int]:
    """Mono samples and their rate in Hz. Raises AudioError for anything but plain PCM or float WAV and
    AIFF."""
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return _wave(data)
    if data[:4] == b"FORM" and data[8:12] in (b"AIFF", b"AIFC"):
        return _aiff(data)
    raise AudioError("the computer's voice wrote a file that is neither WAV nor AIFF")


def _chunks(data: bytes, order: str) -> Iterator[tuple[bytes, bytes]]:
    """Name and content; a last chunk whose size was never filled in reaches to the end."""
    at = 12
    while at + 8 <= len(data):
        name, size = struct.unpack_from(f"{order}4sI", data, at)
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _wave(data: bytes) -> tuple[NDArray[np.float32], int]:
    chunks = dict(_chunks(data, "<"))
    form, sound = chunks.get(b"fmt ", b""), chunks.get(b"data")
    if len(form) < 16 or sound is None:
        raise AudioError("the computer's voice wrote a WAV without sound in it")
    kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", form)
    if kind == 0xFFFE and len(form) >= 26:
        kind = struct.unpack_from("<H", form, 24)[0]
    return _decode(sound, "<", "f" if kind == 3 else "i" if kind == 1 else "", channels, bits), _sane(rate)


def _aiff(data: bytes) -> tuple[NDArray[np.float32], int]:
    chunks = dict(_chunks(data, ">"))
    form, sound = chunks.get(b"COMM", b""), chunks.get(b"SSND")
    if len(form) < 18 or sound is None or len(sound) < 8:
        raise AudioError("the computer's voice wrote an AIFF without sound in it")
    channels, _, bits, exponent, mantissa = struct.unpack_from(">hIhHQ", form)
    power = (exponent & 0x7FFF) - 16383 - 63
    rate = round(mantissa * 2.0**power) if -64 <= power <= 0 else 0
    coding = form[18:22] if data[8:12] == b"AIFC" else b"NONE"
    order, kind = {
        b"NONE": (">", "i"),
        b"twos": (">", "i"),
        b"sowt": ("<", "i"),
        b"fl32": (">", "f"),
        b"FL32": (">", "f"),
    }.get(coding, (">", ""))
    start = 8 + struct.unpack_from(">I", sound)[0]
    return _decode(sound[start:], order, kind, channels, bits), _sane(rate)


def _sane(rate: int) -> int:
    if not 4000 <= rate <= 384000:
        raise AudioError(f"the computer's voice wrote a file of {rate} samples a second")
    return rate


def _decode(sound: bytes, order: str, kind: str, channels: int, bits: int) -> NDArray[np.float32]:
    import numpy as np

    size = bits // 8
    if (kind, bits) not in {("i", 8), ("i", 16), ("i", 24), ("i", 32), ("f", 32), ("f", 64)} or channels < 1:
        raise AudioError(f"the computer's voice wrote {bits}-bit sound of a kind that is not PCM")
    sound = sound[: len(sound) // (size * channels) * size * channels]
    if kind == "i" and bits == 8:
        signed = np.frombuffer(sound, "i1") if order == ">" else np.frombuffer(sound, "u1").astype("i2") - 128
        samples = signed.astype(np.float32) / np.float32(128)
    elif bits == 24:
        padded = np.zeros((len(sound) // 3, 4), np.uint8)
        triples = np.frombuffer(sound, np.uint8).reshape(-1, 3)
        padded[:, 1:] = triples if order == "<" else triples[:, ::-1]
        samples = padded.view("<i4")[:, 0].astype(np.float32) / np.float32(2**31)
    elif kind == "i":
        samples = np.frombuffer(sound, f"{order}i{size}").astype(np.float32) / np.float32(2 ** (bits - 1))
    else:
        samples = np.frombuffer(sound, f"{order}f{size}").astype(np.float32)
    return samples.reshape(-1, channels).mean(axis=1, dtype=np.float32) if channels > 1 else samples
