"""MP3 frames → samples: miniaudio's decoder, or a program that is there."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

from listen.errors import AudioError

if TYPE_CHECKING:
    from listen.model import Samples

Decode = Callable[[bytes], "Samples"]
"""Frames to mono samples at their own rate. Frames at the front that lean on missing ones may be lost."""

_PROGRAMS = {
    "mpg123": "-q --no-gapless --no-resync -m -s -e f32 -",
    "ffmpeg": "-v error -f mp3 -i pipe:0 -map 0:a:0 -ac 1 -f f32le pipe:1",
}
"""Each reads frames from standard input and writes little-endian floats."""


def have_miniaudio() -> bool:
    """Return whether it is installed: where it has no wheel it may not be."""
    return importlib.util.find_spec("miniaudio") is not None


def find() -> Decode:
    """The best decoder that is there. Raises AudioError when there is none."""
    if have_miniaudio():
        return _miniaudio
    for name in _PROGRAMS:
        if path := shutil.which(name):
            return program(name, path)
    raise AudioError("no MP3 decoder is here: pip install miniaudio, or install mpg123 or ffmpeg")


def _miniaudio(frames: bytes) -> Samples:
    import miniaudio
    import numpy as np

    try:
        sound = miniaudio.mp3_read_f32(frames)
    except miniaudio.DecodeError:
        return np.zeros(0, np.float32)  # no frame of it can stand alone
    values = np.frombuffer(sound.samples, np.float32)
    return values if sound.nchannels == 1 else _mono(values, sound.nchannels)


def _mono(values: Samples, channels: int) -> Samples:
    import numpy as np

    return np.asarray(values.reshape(-1, channels).mean(axis=1), np.float32)


def program(name: str, path: str) -> Decode:
    """The decoder of that name, which is at `path`."""
    command = [path, *_PROGRAMS[name].split()]

    def decode(frames: bytes) -> Samples:
        import numpy as np

        done = subprocess.run(command, input=frames, capture_output=True, check=False)
        whole = len(done.stdout) // 4 * 4
        return np.asarray(np.frombuffer(done.stdout[:whole], "<f4"), np.float32)

    return decode
