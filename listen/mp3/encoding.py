"""This module says which MPEG audio an episode is made of: sample rate, bit rate, and what follows from
them.
"""

from __future__ import annotations

from dataclasses import dataclass

from listen.errors import AudioError

DELAY = 1105
"""Samples from a run's first frame to its first sound: 576 of LAME's, 529 of every layer III decoder's."""

ENCODER_DELAY = 576
"""The encoder's share of `DELAY`: what the Info header states (players add the 529 themselves)."""

V1, V2, V25 = 3, 2, 0
"""The two version bits of a frame header: MPEG-1, MPEG-2, MPEG-2.5."""

RATES: dict[int, tuple[int, int, int]] = {
    V1: (44100, 48000, 32000),
    V2: (22050, 24000, 16000),
    V25: (11025, 12000, 8000),
}
"""Hz by the header's two rate bits."""

_LOW = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
BITRATES: dict[int, tuple[int, ...]] = {
    V1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    V2: _LOW,
    V25: _LOW,
}
"""kbit/s by the header's four bit-rate bits; 0 is "free format", which we neither write nor read."""

QUICK, THOROUGH = 7, 5
QUICK_FROM = 80
"""LAME's effort, and the bit rate (kbit/s) from which the lesser one is enough.

By `tests/bench/encoder.py`: at 80 kbit/s and 22 or 24 kHz, and at 112 and 44.1 kHz, quality 7 costs half of
what quality 3 costs at 64 and 96, for a quarter or a sixth more bytes, and is no worse on any voice by PESQ,
STOI and spectral distance, above 8 kHz too. Below that, quality 5 is equal to 3 for four fifths of its time.
"""
_V25_LIMIT = 64  # LAME writes no more than this below 16 kHz, whatever it is asked for


@dataclass(frozen=True, slots=True)
class Encoding:
    """Constant sample rate and bit rate, mono, layer III. Raises AudioError for what MP3 does not have."""

    rate: int
    """Sample rate, Hz."""
    bitrate: int
    """kbit/s, constant."""
    quality: int = 3
    """LAME's effort: 0 best and slowest, 9 fastest."""

    def __post_init__(self) -> None:
        if self.rate not in _VERSION:
            known = ", ".join(str(rate) for rate in sorted(_VERSION))
            raise AudioError(f"MP3 has no sample rate of {self.rate} Hz; use one of {known}")
        known_bitrates = self.bitrates(self.rate)
        if self.bitrate not in known_bitrates:
            known = ", ".join(str(bitrate) for bitrate in known_bitrates)
            raise AudioError(
                f"MP3 at {self.rate} Hz has no bit rate of {self.bitrate} kbit/s; use one of {known}"
            )
        if not 0 <= self.quality <= 9:
            raise AudioError(f"LAME has no quality {self.quality}; use 0 (best) to 9 (fastest)")

    @classmethod
    def of(cls, profile: str, rate: int, bitrate: int | None = None) -> Encoding:
        """The encoding of a profile for a voice of `rate` Hz; `bitrate` (kbit/s) replaces the profile's."""
        rate = 44_100 if profile == "podcast" else rate
        usual = 112 if profile == "podcast" else _V25_LIMIT if _VERSION.get(rate) == V25 else 80
        chosen = bitrate or usual
        return cls(rate, chosen, QUICK if chosen >= QUICK_FROM else THOROUGH)

    @staticmethod
    def bitrates(rate: int) -> tuple[int, ...]:
        """The bit rates, kbit/s, that can be written at this sample rate (one of MP3's)."""
        version = _VERSION[rate]
        return tuple(b for b in BITRATES[version][1:] if version != V25 or b <= _V25_LIMIT)

    @property
    def version(self) -> int:
        """Version bits of the frame header."""
        return _VERSION[self.rate]

    @property
    def samples_per_frame(self) -> int:
        """1152 in MPEG-1 (32 kHz and more), 576 below."""
        return 1152 if self.version == V1 else 576

    @property
    def frame_size(self) -> int:
        """Bytes of a frame without its padding byte."""
        return self.samples_per_frame // 8 * self.bitrate * 1000 // self.rate

    @property
    def side_info_size(self) -> int:
        """Bytes of side information after a mono frame's header."""
        return 17 if self.version == V1 else 9

    def size(self, frames: int) -> int:
        """Bytes of this many frames, padding bytes spread so that the bit rate is exact on average."""
        return self.samples_per_frame // 8 * self.bitrate * 1000 * frames // self.rate

    def header(self, *, padded: bool = False) -> bytes:
        """A frame's four header bytes, as LAME writes them: no CRC, mono, original."""
        bitrate = BITRATES[self.version].index(self.bitrate)
        rate = RATES[self.version].index(self.rate)
        third = bitrate << 4 | rate << 2 | padded << 1
        return bytes((0xFF, 0xE0 | self.version << 3 | 0b011, third, 0xC4))


_VERSION = {rate: version for version, rates in RATES.items() for rate in rates}
