"""WAV and AIFF without ffmpeg."""

import io
import struct
import wave
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.engines.system.wave_file import read
from listen.errors import AudioError

TONE = (np.sin(np.arange(400) / 9) * 0.5).astype(np.float32)


def wav(width: int, channels: int = 1, rate: int = 16000) -> bytes:
    scaled = TONE * (2 ** (8 * width - 1) - 1)
    values = np.repeat(np.round(scaled).astype(np.int64), channels)
    if width == 1:
        values += 128
    data = b"".join(int(v).to_bytes(width, "little", signed=width > 1) for v in values)
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((channels, width, rate, 0, "NONE", ""))
        file.writeframes(data)
    return out.getvalue()


def aiff(coding: bytes = b"", rate: int = 22050) -> bytes:
    order = "<" if coding == b"sowt" else ">"
    floating = coding.lower() == b"fl32"
    data = (TONE.astype(">f4") if floating else np.round(TONE * 32767).astype(f"{order}i2")).tobytes()
    exponent = rate.bit_length() - 1
    extended = struct.pack(">HQ", 16383 + exponent, rate << (63 - exponent))
    form = struct.pack(">hIh", 1, len(TONE), 32 if floating else 16) + extended
    if coding:
        form += coding + b"\0\0"
    chunks = b"COMM" + struct.pack(">I", len(form)) + form
    chunks += b"FVER" + struct.pack(">I", 3) + b"odd\0"
    chunks += b"SSND" + struct.pack(">III", len(data) + 8, 0, 0) + data
    kind = b"AIFC" if coding else b"AIFF"
    return b"FORM" + struct.pack(">I", len(chunks) + 4) + kind + chunks


@pytest.mark.parametrize("width", [1, 2, 3, 4])
@pytest.mark.parametrize("channels", [1, 2])
def test_pcm_wav(width: int, channels: int) -> None:
    samples, rate = read(wav(width, channels))
    assert rate == 16000
    assert samples.dtype == np.float32
    assert np.abs(samples - TONE).max() < 2 ** -(8 * width - 2)


@pytest.mark.parametrize("coding", [b"", b"NONE", b"twos", b"sowt", b"fl32", b"FL32"])
def test_aiff(coding: bytes) -> None:
    samples, rate = read(aiff(coding))
    assert rate == 22050
    assert np.abs(samples - TONE).max() < 1e-4


def test_a_size_that_was_never_filled_in_reaches_to_the_end() -> None:
    data = bytearray(wav(2))
    data[40:44] = b"\xff\xff\xff\xff"
    assert len(read(bytes(data))[0]) == len(TONE)


@pytest.mark.parametrize(
    "data", [b"", b"RIFF\0\0\0\0WAVE", b"FORM\0\0\0\0AIFF", aiff(b"ulaw"), b"ID3" + bytes(200)]
)
def test_anything_else_is_one_clear_line(data: bytes) -> None:
    with pytest.raises(AudioError, match="the computer's voice wrote"):
        read(data)


@given(st.binary(max_size=200), st.sampled_from([wav(2), aiff(), aiff(b"sowt")]), st.integers(0, 120))
def test_damage_raises_nothing_else(noise: bytes, whole: bytes, at: int) -> None:
    with suppress(AudioError):
        read(whole[:at] + noise + whole[at + len(noise) :])
