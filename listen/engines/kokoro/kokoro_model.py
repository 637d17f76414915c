"""Kokoro's network: phonemes and a style in, samples and the length of each phoneme out.

It computes a duration for each phoneme on the way; made an output, this gives every word's exact place.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from listen.engines import onnx_graph
from listen.errors import EngineError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from listen.engines.kokoro.kokoro_files import Files

STYLE_SIZE = 256
MOST = 510
"""Phonemes that one call takes."""


class Model:
    """A loaded network, its alphabet and one style. Raises EngineError for files that do not fit."""

    unit = 600
    """Samples in one unit of the network's durations: 25 ms."""

    def __init__(self, files: Files) -> None:
        gone = [path for path in files.all if not path.exists()]
        if gone:
            raise EngineError(f"{gone[0].name} is not installed: listen voices install {gone[0].stem}")
        self._vocabulary = vocabulary()
        self.known = frozenset(self._vocabulary)
        self._style = sum(
            (share * style(path) for path, share in files.styles), np.zeros((1, STYLE_SIZE), np.float32)
        ).astype(np.float32)
        self._session = _session(files.model)
        self._ids = self._session.first_input

    def speak(self, phonemes: str, rate: float) -> tuple[NDArray[np.float32], list[int]]:
        """Samples, and the units that each token took, pads included."""
        tokens = [self._vocabulary[c] for c in phonemes if c in self._vocabulary]
        if not tokens:
            return np.zeros(0, np.float32), [0, 0]
        if len(tokens) > MOST:
            raise EngineError(
                f"{len(tokens)} sounds without a space are too many for Kokoro: {phonemes[:40]!r}…"
            )
        feed = {
            self._ids: np.asarray([[0, *tokens, 0]], np.int64),
            "style": self._style[min(len(tokens), len(self._style) - 1)][None],
            "speed": np.asarray([rate], np.float32),
        }
        wave, durations = self._session.run(feed)
        samples = np.asarray(wave, np.float32).reshape(-1)
        units = [round(value) for value in np.asarray(durations).reshape(-1).tolist()]
        if len(units) != len(tokens) + 2 or abs(self.unit * sum(units) - len(samples)) > self.unit:
            raise EngineError("Kokoro's durations do not add up to its audio: install its model again")
        return samples, units


def style(path: Path) -> NDArray[np.float32]:
    """A style's rows, one for each number of phonemes."""
    data = np.fromfile(path, np.float32)
    if not data.size or data.size % STYLE_SIZE:
        raise EngineError(
            f"{path.name} is no Kokoro style: listen voices remove {path.stem}, and install it again"
        )
    return data.reshape(-1, STYLE_SIZE)


@cache
def _session(path: Path) -> onnx_graph.Session:
    """One session for all voices of a process that share the model."""
    try:
        model = onnx_graph.leaning(path.read_bytes(), path.name)
        (sound,) = onnx_graph.outputs(model)[:1]
        wanted = onnx_graph.with_outputs(model, (sound, durations_of(onnx_graph.nodes(model))))
        return onnx_graph.Session(wanted, path.parent, session__disable_prepacking="1")
    except Exception as error:  # onnxruntime's errors have no common base but Exception
        reason = (str(error).splitlines() or [type(error).__name__])[0][:120]
        raise EngineError(f"{path.name} cannot be used ({reason}): install it again") from error


def durations_of(nodes: list[onnx_graph.Node]) -> str:
    """The tensor of the durations: what is rounded and then kept from being 0. EngineError without one."""
    rounded = {name for node in nodes if node.kind == "Round" for name in node.outputs}
    found = [node.outputs[0] for node in nodes if node.kind == "Clip" and node.inputs[0] in rounded]
    if len(found) != 1:
        raise EngineError("the model gives no durations")
    return found[0]


@cache
def vocabulary() -> dict[str, int]:
    """Kokoro's alphabet, which hibari's package brings: the two are the same, 114 of 114."""
    import json

    spec = find_spec("hibari")
    if spec is None or not spec.submodule_search_locations:
        raise EngineError("hibari is not installed: pip install hibari-tts")
    path = Path(spec.submodule_search_locations[0]) / "assets" / "vocab.json"
    found: dict[str, int] = json.loads(path.read_text("utf-8"))
    return found
