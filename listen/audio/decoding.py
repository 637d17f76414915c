"""Read a jingle: WAV by ourselves, every other format through pydub and ffmpeg."""

from __future__ import annotations

import shutil
import struct
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from listen.errors import AudioError

if TYPE_CHECKING:
    from listen.model import Samples

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE  # kinds of WAV


def load(path: Path) -> tuple[Samples, int]:
    """A jingle as mono samples, and its rate in Hz. WAV is read here, anything else by pydub through ffmpeg.

    Raises AudioError when the file is not there, holds no sound, cannot be decoded, or ffmpeg is missing.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AudioError(f"cannot read {path}: {error.strerror}") from error
    known = _wave(data, path) if data[:4] in (b"RIFF", b"RF64") and data[8:12] == b"WAVE" else None
    samples, rate = known or _decoded(path)
    if not len(samples):
        raise AudioError(f"{path} holds no sound")
    return samples, rate


def _wave(data: bytes, path: Path) -> tuple[Samples, int] | None:
    """PCM of 8, 16, 24 or 32 bits and float of 32 or 64, any number of channels; None for other kinds."""
    form: tuple[int, int, int, int] | None = None
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        body = data[at + 8 : at + 8 + size]
        if name == b"fmt " and len(body) >= 16:
            kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", body)
            if kind == _EXTENSIBLE and len(body) >= 26:
                kind = struct.unpack_from("<H", body, 24)[0]
            form = kind, channels, rate, bits
        elif name == b"data" and form:
            kind, channels, rate, bits = form
            if not channels or not rate:
                break
            width = bits // 8 * channels
            values = _values(body[: len(body) // max(1, width) * width], kind, bits)
            if values is None:
                return None
            if not np.isfinite(values).all():
                raise AudioError(f"{path} holds samples that are no numbers; save it again as WAV")
            return _mono(values, channels), rate
        at += 8 + size + (size & 1)
    raise AudioError(f"{path} is not a whole WAV file; save it again as WAV")


def _values(body: bytes, kind: int, bits: int) -> Samples | None:
    """Full scale becomes ±1.0; None for a kind of WAV that is not read here."""
    values: Samples | None = None
    if (kind, bits) == (_PCM, 8):
        values = (np.frombuffer(body, np.uint8).astype(np.float32) - 128) / np.float32(1 << 7)
    elif (kind, bits) == (_PCM, 16):
        values = np.frombuffer(body, "<i2").astype(np.float32) / np.float32(1 << 15)
    elif (kind, bits) == (_PCM, 24):
        wide = np.zeros((len(body) // 3, 4), np.uint8)
        wide[:, 1:] = np.frombuffer(body, np.uint8).reshape(-1, 3)
        values = wide.reshape(-1).view("<i4").astype(np.float32) / np.float32(1 << 31)
    elif (kind, bits) == (_PCM, 32):
        values = np.frombuffer(body, "<i4").astype(np.float32) / np.float32(1 << 31)
    elif kind == _FLOAT and bits in (32, 64):
        values = np.frombuffer(body, f"<f{bits // 8}").astype(np.float32)
    return values


def _mono(values: Samples, channels: int) -> Samples:
    return np.asarray(values.reshape(-1, channels).mean(axis=1), np.float32)


def _decoded(path: Path) -> tuple[Samples, int]:
    missing = [name for name in ("ffmpeg", "ffprobe") if not shutil.which(name)]
    if missing:
        raise AudioError(
            f"decoding {path} takes {missing[0]}, which is not on PATH; install ffmpeg, or use a PCM WAV file"
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pydub's own: old escapes, and audioop's coming end
        from pydub import AudioSegment
        from pydub.exceptions import CouldntDecodeError

    try:
        sound = AudioSegment.from_file(path.absolute())
    except (CouldntDecodeError, IndexError, KeyError) as error:  # the latter two: no audio stream in it
        raise AudioError(f"{path} is no sound that ffmpeg can decode; convert it to WAV or MP3") from error
    values = np.array(sound.get_array_of_samples(), np.float32)
    return _mono(values / np.float32(1 << (8 * sound.sample_width - 1)), sound.channels), sound.frame_rate
