"""Frame parser, encodings and Info header."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.errors import AudioError
from listen.mp3 import (
    DELAY,
    Encoding,
    count_frames,
    encode,
    frame_headers,
    info_frame,
    info_size,
    silent_frames,
)
from listen.mp3.info import crc16

HIGH = (32000, 44100, 48000)
RATES = (8000, 11025, 12000, 16000, 22050, 24000, *HIGH)
ALL = [(rate, bitrate) for rate in RATES for bitrate in Encoding.bitrates(rate)]
ENCODING = Encoding(24000, 64)


def run_of(length: int = 20_000, encoding: Encoding = ENCODING) -> tuple[bytes, int]:
    noise = np.random.default_rng(1).standard_normal(length) * 0.1
    return encode(noise.astype(np.float32), encoding)


def test_every_rate_and_bitrate_of_layer_iii():
    assert len(ALL) == 3 * 8 + 3 * 14 + 3 * 14


@pytest.mark.parametrize(("rate", "bitrate"), ALL)
def test_lame_writes_what_the_encoding_says(rate, bitrate):
    encoding = Encoding(rate, bitrate)
    data, count = run_of(3000, encoding)
    assert count_frames(data, encoding) == count
    for frame in frame_headers(data):
        assert (frame.rate, frame.bitrate, frame.channels) == (rate, bitrate, 1)
        assert frame.samples == encoding.samples_per_frame == (1152 if rate in HIGH else 576)


@pytest.mark.parametrize(
    ("rate", "bitrate", "quality", "says"),
    [
        (24001, 64, 3, "no sample rate of 24001 Hz; use one of 8000, 11025"),
        (96000, 64, 3, "no sample rate"),
        (0, 64, 3, "no sample rate"),
        (24000, 65, 3, "no bit rate of 65 kbit/s; use one of 8, 16, 24"),
        (24000, 192, 3, "no bit rate of 192"),
        (44100, 8, 3, "no bit rate of 8"),
        (8000, 80, 3, "no bit rate of 80"),
        (24000, 64, 10, "use 0 .best. to 9"),
        (24000, 64, -1, "use 0"),
    ],
)
def test_what_mp3_does_not_have(rate, bitrate, quality, says):
    with pytest.raises(AudioError, match=says):
        Encoding(rate, bitrate, quality)


def test_damage_is_found():
    data, count = run_of()
    assert count_frames(data, ENCODING) == count
    with pytest.raises(AudioError, match="lacks 1 bytes"):
        count_frames(data[:-1], ENCODING)
    with pytest.raises(AudioError, match="not an MPEG frame"):
        count_frames(data + b"\0", ENCODING)
    with pytest.raises(AudioError, match="at byte 0"):
        count_frames(data[1:], ENCODING)
    with pytest.raises(AudioError, match="not an MPEG frame of 24000 Hz and 48 kbit/s"):
        count_frames(data, Encoding(24000, 48))
    later = data[192 * 5 :]  # begins in the middle: leans on frames that are gone
    with pytest.raises(AudioError, match="needs frames before it"):
        count_frames(later, ENCODING)
    assert count_frames(b"", ENCODING) == 0


def test_reservoir_of_a_run_begins_empty():
    data, _ = run_of()
    frames = list(frame_headers(data))
    assert frames[0].reservoir == 0
    assert any(frame.reservoir for frame in frames)


@given(st.binary(max_size=400))
def test_any_bytes_are_frames_or_a_clear_error(data):
    try:
        frames = list(frame_headers(data))
    except AudioError:
        return
    assert sum(frame.size for frame in frames) == len(data)


@given(st.sampled_from(ALL), st.integers(0, 40), st.data())
@settings(deadline=None)
def test_cut_or_changed_headers_never_pass(kind, count, data):
    encoding = Encoding(*kind)
    frames = silent_frames(count, encoding)
    assert count_frames(frames, encoding) == count
    assert [f.offset for f in frame_headers(frames)] == [encoding.size(i) for i in range(count)]
    if count:
        cut = data.draw(st.integers(1, encoding.frame_size - 1))
        with pytest.raises(AudioError):
            count_frames(frames[:-cut], encoding)
        with pytest.raises(AudioError):
            list(frame_headers(frames[:-cut]))


@given(st.sampled_from(ALL), st.integers(3, 200_000), st.integers(0, 3000))
def test_info_header_says_what_it_was_told(kind, frames, spare):
    encoding = Encoding(*kind)
    samples = max(0, frames * encoding.samples_per_frame - DELAY - spare)
    size = encoding.size(frames)
    data = info_frame(encoding, frames, size, samples)
    assert len(data) == info_size(encoding)
    (header,) = frame_headers(data)
    assert (header.rate, header.reservoir) == (encoding.rate, 0)
    assert header.bitrate >= encoding.bitrate
    at = 4 + encoding.side_info_size
    assert not any(data[4:at])
    assert data[at : at + 4] == b"Info"
    flags, stated_frames, stated_size = struct.unpack_from(">III", data, at + 4)
    assert (flags, stated_frames, stated_size) == (15, frames, size + len(data))
    toc = data[at + 16 : at + 116]
    assert toc[0] == 0
    assert list(toc) == sorted(toc)
    lame = at + 120
    assert data[lame : lame + 9] == b"LAME3.100"
    assert data[lame + 9] == 1  # constant bit rate
    both = int.from_bytes(data[lame + 21 : lame + 24], "big")
    delay, padding = both >> 12, both & 0xFFF
    assert delay == 576
    assert frames * encoding.samples_per_frame - delay - padding == samples
    assert int.from_bytes(data[lame + 28 : lame + 32], "big") == stated_size
    assert int.from_bytes(data[lame + 34 : lame + 36], "big") == crc16(data[: lame + 34])


def test_crc_is_the_known_one():
    assert crc16(b"123456789") == 0xBB3D  # CRC-16/ARC's published check value


@pytest.mark.parametrize("samples", [576 * 10 - DELAY + 1, 576 * 10, -1, 576 * 10 - 576 - 4096])
def test_info_header_refuses_what_cannot_be_trimmed(samples):
    with pytest.raises(AudioError, match="cannot be trimmed"):
        info_frame(ENCODING, 10, 1920, samples)


def test_a_file_beyond_its_fields_is_refused():
    with pytest.raises(AudioError, match="4 GiB"):
        info_frame(ENCODING, 10, 1 << 32, 4000)


@pytest.mark.parametrize("rate", [8000, 22_050, 24_000, 44_100])
def test_pauses_of_any_length_are_frames_one_after_another(rate: int) -> None:
    encoding = Encoding.of("voice", rate)
    longest = silent_frames(600, encoding)
    for count in (0, 1, 2, 255, 256, 257, 599):
        pause = silent_frames(count, encoding)
        assert pause == longest[: encoding.size(count)]
        assert count_frames(pause, encoding) == count
