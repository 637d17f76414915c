"""PCM to MPEG frames through LAME."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from listen.mp3.encoding import ENCODER_DELAY, Encoding
from listen.mp3.frames import count_frames

if TYPE_CHECKING:
    from listen.model import Samples

_LAME_SCALE = {192: 0.97, 224: 0.98, 256: 1.0, 320: 1.0}
"""LAME's settings for a bit rate (kbit/s) include a volume, 0.95 for all that are not listed, and lameenc
cannot change it. It is undone beforehand: otherwise every file would come out 0.45 dB too soft."""

_FEED = 1 << 18  # samples handed to LAME at a time: its output buffer grows with what it gets


class Encoder:
    """One run, encoded piece by piece: `feed` as often as needed, then `finish` once.

    The frames that `feed` and `finish` return, one after another, are the run. How the samples are cut into
    pieces makes no difference.
    """

    def __init__(self, encoding: Encoding) -> None:
        import lameenc

        lame = lameenc.Encoder()
        lame.set_channels(1)
        lame.set_in_sample_rate(encoding.rate)
        lame.set_out_sample_rate(encoding.rate)  # otherwise LAME resamples as it sees fit
        lame.set_bit_rate(encoding.bitrate)
        lame.set_quality(encoding.quality)
        lame.silence()
        self._lame = lame
        self._scale = 1 / _LAME_SCALE.get(encoding.bitrate, 0.95)
        self.encoding = encoding

    def feed(self, samples: Samples) -> bytes:
        """The frames that are ready after these samples. ValueError for samples beyond ±0.95."""
        return b"".join(self.fed([samples]))

    def fed(self, pieces: Iterable[Samples]) -> list[bytes]:
        """Return what `feed` returns for the pieces joined."""
        pcm = b"".join(_to_int16(piece, self._scale) for piece in pieces)
        parts = (pcm[at : at + 2 * _FEED] for at in range(0, len(pcm), 2 * _FEED))
        return [bytes(self._lame.encode(part)) for part in parts]

    def finish(self) -> bytes:
        """The last frames. Nothing can be fed afterwards."""
        # LAME refuses to flush before it was given something, be it nothing.
        return bytes(self._lame.encode(b"") + self._lame.flush())


def encode(samples: Samples, encoding: Encoding) -> tuple[bytes, int]:
    """One run and how many frames it has. Samples are mono at `encoding.rate`, within ±0.95.

    They sound as loud as they are. Raises ValueError for louder ones (limit them first), AudioError if LAME
    wrote something else than it was asked for.
    """
    return encode_pieces([samples], encoding)


def encode_pieces(pieces: Iterable[Samples], encoding: Encoding) -> tuple[bytes, int]:
    """Return what `encode` gives for the pieces joined. They wait for LAME in 16 bits."""
    encoder = Encoder(encoding)
    frames = b"".join((*encoder.fed(pieces), encoder.finish()))
    return frames, count_frames(frames, encoding)


def encoded_frames(length: int, encoding: Encoding) -> int:
    """Return how many frames a run of this many samples has.

    LAME fills up whole frames and sees to it that at least 576 samples follow the last real one (after its
    own delay of 576), so that the decoder's filters can run empty.
    """
    return -(-(ENCODER_DELAY + length + 576) // encoding.samples_per_frame)


def _to_int16(samples: Samples, scale: float) -> bytes:
    """Rounded to 16 bits, half to even, so that the same samples are the same bytes everywhere."""
    import numpy as np

    scaled = np.multiply(samples, np.float32(32767.0 * scale), dtype=np.float32)
    np.rint(scaled, out=scaled)
    peak = max(float(scaled.max(initial=0.0)), -float(scaled.min(initial=0.0)))
    if not peak <= 32767.0:  # also catches NaN
        raise ValueError(f"samples reach {peak / 32767.0 / scale:.3f}; limit them to 0.95 before encoding")
    return scaled.astype("<i2").tobytes()
