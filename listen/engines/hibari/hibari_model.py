"""hibari's network: phonemes in, samples and the length of each phoneme out.

The network computes more than its file gives away. Made outputs, its durations give every word's exact place,
and its last layer comes frame by frame, as the signal processing wants it, not transposed and split.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from listen.engines import onnx_kept, sealed
from listen.engines.hibari import hibari_sound
from listen.errors import EngineError

if TYPE_CHECKING:
    from numpy.typing import NDArray

HEAD, PITCH, DURATIONS = "/head/Add_output_0", "f0", "/Cast_32_output_0"
"""Tensors that are asked for."""
_SEED = 20
NOISE_FRAMES = 2400
"""Frames of noise made once and reused, 30 s: drawing them anew takes a third of all signal processing."""

KEPT = 200
"""Phonemes of the longest run whose memory stays for the next: ordinary sentences have half as many, and all
400 that the network takes at once need 60 MB."""


class Model:
    """A loaded network and its alphabet. Raises EngineError for a file that lacks what is needed."""

    def __init__(self, path: Path, vocabulary: dict[str, int]) -> None:
        try:
            self._session = onnx_kept.session(
                f"hibari-{path.stem}", path, (HEAD, PITCH, DURATIONS), _rewritten
            )
        except Exception as error:  # onnxruntime's errors have no common base but Exception
            reason = str(error).splitlines()[0][:120]
            raise EngineError(
                f"hibari's model gives no durations ({reason}): pip install 'hibari-tts>=0.2.1,<0.3'"
            ) from error
        self._vocabulary = vocabulary
        self.known = frozenset(vocabulary)
        self._sound = hibari_sound.Sound()

    def speak(self, phonemes: str, rate: float) -> tuple[NDArray[np.float32], list[int]]:
        """Samples, and the units that each token took, pads included."""
        tokens = [0, *(self._vocabulary[c] for c in phonemes if c in self._vocabulary), 0]
        if len(tokens) == 2:
            return np.zeros(0, np.float32), [0, 0]
        feed = {"ids": np.asarray([tokens], np.int64), "speed": np.asarray([rate], np.float32)}
        head, pitch, durations = self._session.run(feed, keep=len(tokens) <= KEPT)
        units = durations.reshape(-1).tolist()
        if len(units) != len(tokens) or 2 * sum(units) != len(head[0]):
            raise EngineError(
                "hibari's durations do not add up to its audio: pip install 'hibari-tts>=0.2.1,<0.3'"
            )
        first = crc32(phonemes.encode()) % NOISE_FRAMES  # another place for other words
        return self._sound.samples(head[0], pitch[0], noise_table(), first), units


def _rewritten(model: bytes) -> bytes:
    from listen.engines.hibari import hibari_network  # not needed where a network is kept

    try:
        return hibari_network.thrifty(model)
    except (LookupError, ValueError):  # one that is built otherwise speaks as it is
        return model


@cache
def noise_table() -> NDArray[np.float32]:
    """Normal noise as `hibari_sound.Sound.samples` takes it. It is kept: to draw it takes as long as to load
    the network.
    """
    shape = (NOISE_FRAMES, 2, hibari_sound.BINS)
    made_of = repr((np.__version__, sys.byteorder, shape, _SEED))
    kept = sealed.read("hibari.noise", made_of)
    if kept is not None:
        return np.frombuffer(kept, np.float32).reshape(shape)
    drawn = np.random.default_rng(_SEED).standard_normal((shape[2], shape[0], shape[1]), np.float32)
    table = np.ascontiguousarray(drawn.transpose(1, 2, 0))
    sealed.write("hibari.noise", made_of, [table.data.cast("B")])
    return table
