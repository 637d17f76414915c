"""Intro, outro and music bed: read them, bring them to one loudness, fade and mix them."""

from __future__ import annotations

import math
import shutil
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from listen.audio.loudness import loudness
from listen.audio.resampling import resample
from listen.errors import AudioError

if TYPE_CHECKING:
    from listen.model import Samples

BED_LU = -20.0
"""Bed against speech. WCAG 1.4.7 wants a background 20 dB below, so that everyone can follow the words."""

_BED_FADE_IN_S, _BED_FADE_OUT_S, _CROSS_S = 1.5, 3.0, 1.0


def load(path: Path) -> tuple[Samples, int]:
    """A jingle as mono samples, and its rate in Hz. WAV is read here, anything else by pydub through ffmpeg.

    Raises AudioError when the file is not there, holds no sound, cannot be decoded, or ffmpeg is missing.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AudioError(f"cannot read {path}: {error.strerror}") from error
    if data[:4] in (b"RIFF", b"RF64") and data[8:12] == b"WAVE":
        samples, rate = _wave(data, path)
    else:
        samples, rate = _decoded(path)
    if not len(samples):
        raise AudioError(f"{path} holds no sound")
    return samples, rate


def fade(samples: Samples, rate: int, in_ms: float, out_ms: float) -> Samples:
    """Raised from silence over `in_ms` and lowered to it over `out_ms`, with equal steps in power."""
    out = np.array(samples, np.float32)
    for view, span in ((out, in_ms), (out[::-1], out_ms)):
        length = min(len(view), round(rate * span / 1000))
        view[:length] *= _rise(length)
    return out


def normalise_to(samples: Samples, rate: int, target: float) -> Samples:
    """Amplified to a loudness of `target` LUFS; peaks may pass full scale, so limit afterwards."""
    level = loudness(samples, rate)
    if math.isinf(level):
        raise AudioError("the jingle is silent; use one that can be heard")
    return np.asarray(samples * np.float32(10 ** ((target - level) / 20)), np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Bed:
    """Music to lie under speech: a loop without a seam, at its level."""

    start: Samples
    """The music's own beginning, heard once."""
    loop: Samples
    """What follows over and over; its end runs into its beginning."""
    rate: int


def make_bed(samples: Samples, rate: int, to_rate: int, speech_lufs: float, under: float = BED_LU) -> Bed:
    """A bed at `to_rate` whose loudness is the speech's plus `under` (LU, negative).

    The music's last second is cross-faded into its first, so that it can repeat for as long as it must.
    """
    music = normalise_to(resample(samples, rate, to_rate), to_rate, speech_lufs + under)
    cross = min(round(_CROSS_S * to_rate), len(music) // 2)
    rise = _rise(cross)
    seam = music[len(music) - cross :] * rise[::-1] + music[:cross] * rise
    loop = np.concatenate((music[cross : len(music) - cross], seam)).astype(np.float32)
    return Bed(start=music[:cross], loop=loop, rate=to_rate)


def mix_bed(speech: Samples, bed: Bed, position: int, total: int) -> Samples:
    """Speech with the bed under it. `position` is the speech's first sample in an episode of `total` samples.

    Any cut of the episode gives the same samples: the bed depends on the position alone. It fades in at the
    episode's beginning and out at its end.
    """
    index = np.arange(position, position + len(speech))
    opening = len(bed.start)
    music = np.where(
        index < opening,
        bed.start[np.minimum(index, opening - 1)] if opening else np.float32(0),
        bed.loop[np.maximum(index - opening, 0) % len(bed.loop)],
    )
    fade_in = np.minimum(index / (_BED_FADE_IN_S * bed.rate), 1.0)
    fade_out = np.clip((total - 1 - index) / (_BED_FADE_OUT_S * bed.rate), 0.0, 1.0)
    gain = np.sin(np.pi / 2 * np.minimum(fade_in, fade_out)).astype(np.float32)
    return np.asarray(speech + music * gain, np.float32)


def _rise(length: int) -> Samples:
    """A quarter sine: together with its mirror image the power stays the same."""
    return np.sin(np.pi / 2 * (np.arange(length) + 0.5) / max(1, length)).astype(np.float32)


def _wave(data: bytes, path: Path) -> tuple[Samples, int]:
    """PCM of 8, 16, 24 or 32 bits and float of 32 or 64, any number of channels."""
    form: tuple[int, int, int, int] | None = None
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        body = data[at + 8 : at + 8 + size]
        if name == b"fmt " and len(body) >= 16:
            kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", body)
            if kind == 0xFFFE and len(body) >= 26:  # extensible: the kind proper comes later
                kind = struct.unpack_from("<H", body, 24)[0]
            form = kind, channels, rate, bits
        elif name == b"data" and form:
            return _mono(body, form, path), form[2]
        at += 8 + size + (size & 1)
    raise AudioError(f"{path} is not a whole WAV file; save it again as WAV")


def _mono(body: bytes, form: tuple[int, int, int, int], path: Path) -> Samples:
    kind, channels, rate, bits = form
    if not channels or not rate:
        raise AudioError(f"{path} is not a whole WAV file; save it again as WAV")
    width = bits // 8
    body = body[: len(body) // (max(1, width) * channels) * width * channels]
    if (kind, bits) == (1, 8):
        values = (np.frombuffer(body, np.uint8).astype(np.float32) - 128) / 128
    elif (kind, bits) == (1, 16):
        values = np.frombuffer(body, "<i2").astype(np.float32) / 32768
    elif (kind, bits) == (1, 24):
        wide = np.zeros((len(body) // 3, 4), np.uint8)
        wide[:, 1:] = np.frombuffer(body, np.uint8).reshape(-1, 3)
        values = wide.reshape(-1).view("<i4").astype(np.float32) / 2147483648
    elif (kind, bits) == (1, 32):
        values = np.frombuffer(body, "<i4").astype(np.float32) / 2147483648
    elif kind == 3 and bits in (32, 64):
        values = np.frombuffer(body, f"<f{width}").astype(np.float32)
    else:
        raise AudioError(f"{path} is WAV of an unusual kind ({kind}, {bits} bits); save it as 16-bit PCM")
    if not np.isfinite(values).all():
        raise AudioError(f"{path} holds samples that are no numbers; save it again as WAV")
    return np.asarray(values.reshape(-1, channels).mean(axis=1), np.float32)


def _decoded(path: Path) -> tuple[Samples, int]:
    if not (shutil.which("ffmpeg") or shutil.which("avconv")):
        raise AudioError(f"decoding {path} takes ffmpeg, which is not on PATH; install it, or use a WAV file")
    from pydub import AudioSegment
    from pydub.exceptions import CouldntDecodeError

    try:
        sound = AudioSegment.from_file(path)
    except (CouldntDecodeError, IndexError, KeyError) as error:
        raise AudioError(f"{path} is no sound file that ffmpeg can decode") from error
    values = np.array(sound.get_array_of_samples(), np.float32) / float(1 << (8 * sound.sample_width - 1))
    return np.asarray(values.reshape(-1, sound.channels).mean(axis=1), np.float32), int(sound.frame_rate)
