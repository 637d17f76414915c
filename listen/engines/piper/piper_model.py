"""A Piper voice's network: phonemes in, samples and the length of each phoneme out, the same every time.

The network draws its noise inside, so that no two runs are alike. Here each such node becomes a piece of an
input, as large as what it was like. Its durations, made an output, give every word's exact place. Both are
found by what they do, because their names differ from model to model.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from listen.engines import onnx_graph
from listen.engines.onnx_graph import GRAPH, INITIALIZER, INPUT, NODE, OUTPUT, field, fields
from listen.engines.piper.piper_files import BEGIN, END, PAD, Config
from listen.errors import EngineError

if TYPE_CHECKING:
    from numpy.typing import NDArray

NOISE_LENGTH = 8192
"""Columns of noise made once: at 256 samples each, 95 s of speech at 22 kHz."""
NOISE_WIDTH = 256
"""Its rows; the widest models take 192."""
_ZEROS = "listen_zeros"
_INT64, _FLOAT = b"\x10\x07", b"\x08\x01"
"""TensorProto's and TensorTypeProto's fields for the type of what they hold."""


class Model:
    """A loaded network. Raises EngineError for files that do not fit."""

    def __init__(self, path: Path, config: Config) -> None:
        self.config = config
        if not path.exists():
            raise EngineError(f"voice {path.stem} is not installed: listen voices install {path.stem}")
        try:
            model, self._noises = opened(path.read_bytes())
            self._session = onnx_graph.Session(model)
            del model
        except Exception as error:  # onnxruntime's errors have no common base but Exception
            reason = (str(error).splitlines() or [type(error).__name__])[0][:120]
            raise EngineError(f"{path.name} cannot be used ({reason}): install it again") from error

    def speak(self, phonemes: str, rate: float, speaker: int) -> tuple[NDArray[np.float32], list[int]]:
        """Samples, and the frames that each token took: a beginning and its pad, then each phoneme and its
        pad, then the end."""
        ids, config = self.config.ids, self.config
        if speaker >= config.speakers:
            raise EngineError(f"the voice has speakers 0 to {config.speakers - 1}, and no {speaker}")
        said = [ids[c] for c in phonemes if c in ids]
        if not said:
            return np.zeros(0, np.float32), []
        tokens = [ids[BEGIN], ids[PAD], *(n for sound in said for n in (sound, ids[PAD])), ids[END]]
        feed = {
            "input": np.array([tokens], np.int64),
            "input_lengths": np.array([len(tokens)], np.int64),
            "scales": np.array([config.noise, config.length / rate, config.noise_width], np.float32),
        }
        if config.speakers > 1:
            feed["sid"] = np.array([speaker], np.int64)
        first = crc32(phonemes.encode()) % NOISE_LENGTH  # another place for other words
        feed |= {name: np.roll(_noise(), -first, 2) for name in self._noises}
        wave, durations = self._session.run(feed)
        frames = [round(value) for value in np.asarray(durations).reshape(-1).tolist()]
        samples = np.asarray(wave, np.float32).reshape(-1)
        if len(frames) != len(tokens) or len(samples) % max(1, sum(frames)):
            raise EngineError("the voice's durations do not add up to its audio: install it again")
        return samples, frames


def opened(model: onnx_graph.Message) -> tuple[bytes, list[str]]:
    """The model with durations for a second output and its noise for inputs, and these inputs' names.

    Raises ValueError when it is no model of this make."""
    durations = durations_of(onnx_graph.nodes(model))
    noises: list[str] = []
    out: list[onnx_graph.Message] = []
    for number, whole, body in fields(onnx_graph.graph(model)):
        node = onnx_graph.node_of(body) if number == NODE else None
        if node is None or node.kind != "RandomNormalLike":
            out.append(whole)
            continue
        name = f"listen_noise_{len(noises)}"
        noises.append(name)
        out.append(onnx_graph.node("Shape", [node.inputs[0]], [f"{name}_size"]))
        out.append(onnx_graph.node("Slice", [name, _ZEROS, f"{name}_size"], node.outputs))
        shape = b"".join(field(1, field(2, f"{name}_{axis}".encode())) for axis in range(3))
        out.append(field(INPUT, field(1, name.encode()) + field(2, field(1, _FLOAT + field(2, shape)))))
    zeros = b"\x08\x03" + _INT64 + field(8, _ZEROS.encode()) + field(9, bytes(3 * 8))
    out += [field(INITIALIZER, zeros), field(OUTPUT, field(1, durations.encode()))]
    rest = [whole for number, whole, _ in fields(model) if number != GRAPH]
    return b"".join([*rest, *onnx_graph.nested(GRAPH, out)]), noises


def durations_of(nodes: list[onnx_graph.Node]) -> str:
    """The tensor of the durations: what is rounded up and then summed up. ValueError without one."""
    rounded = {name for node in nodes if node.kind == "Ceil" for name in node.outputs}
    found = [node.inputs[0] for node in nodes if node.kind == "CumSum" and node.inputs[0] in rounded]
    if len(found) != 1:
        raise ValueError("the model gives no durations")
    return found[0]


@cache
def _noise() -> NDArray[np.float32]:
    drawn = np.random.default_rng(20).standard_normal((1, NOISE_WIDTH, NOISE_LENGTH))
    return drawn.astype(np.float32)
