"""DNSMOS: how good a stretch of sound is, by a network of Microsoft's that was taught what listeners say.

usage: python tests/bench/dnsmos.py FILE…     one line a file

It was made for speech with noise and ranks clean voices badly, so it is an alarm and no score: what falls
below `ALARM` has a fault in the sound itself. Its model comes by pip (hear_models.py).
"""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

import hear_models
import numpy as np
from numpy.typing import NDArray

RATE = 16000
WINDOW = 144_160
"""Samples that the network takes: 9.01 s."""
ALARM = 3.0
"""Of 5. The voices that were measured have 3.2 to 3.6, white noise 1.1."""
_OVERALL = np.poly1d([-0.06766283, 1.11546468, 0.04602535])
"""From what the network says to the scale of ITU-T P.835; by the model's authors."""


def overall(sound: NDArray[np.float32]) -> float:
    """Overall quality, 1 to 5, of mono sound at 16 kHz: the mean of windows a second apart."""
    if not len(sound):
        return 1.0
    whole = np.tile(sound, -(-WINDOW // len(sound))) if len(sound) < WINDOW else sound
    starts = range(0, len(whole) - WINDOW + 1, RATE)
    said = [_network().run(None, {"input_1": whole[None, at : at + WINDOW]})[0][0][2] for at in starts]
    return float(np.mean(_OVERALL(np.asarray(said, np.float64))))


@cache
def _network() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    path = hear_models.fetch("dnsmos") / "sig_bak_ovr.onnx"
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def main() -> None:
    """Judge files."""
    from faster_whisper.audio import decode_audio

    for name in sys.argv[1:]:
        score = overall(np.asarray(decode_audio(name, sampling_rate=RATE), np.float32))
        print(f"{name}: {score:.2f}{' (!)' if score < ALARM else ''}")


if __name__ == "__main__":
    main()
