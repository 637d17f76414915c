"""Kokoro's network: phonemes and a style in, samples and the length of each phoneme out.

It computes a duration for each phoneme on the way; made an output, this gives every word's exact place.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from listen.engines import onnx_graph
from listen.engines.kokoro import kokoro_layers
from listen.engines.onnx_build import Whole
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
            (first, _), *_ = files.styles
            raise EngineError(f"{gone[0].name} is not installed: listen voices install {first.stem}")
        self._vocabulary = vocabulary()
        self.known = frozenset(self._vocabulary)
        self._style = sum(
            (share * style(path) for path, share in files.styles), np.zeros((1, STYLE_SIZE), np.float32)
        ).astype(np.float32)
        self._network = _network(files.model)

    def speak(self, phonemes: str, rate: float) -> tuple[NDArray[np.float32], list[int]]:
        """Samples, and the units that each token took, pads included."""
        tokens = [self._vocabulary[c] for c in phonemes if c in self._vocabulary]
        if not tokens:
            return np.zeros(0, np.float32), [0, 0]
        if len(tokens) > MOST:
            raise EngineError(
                f"{len(tokens)} sounds without a space are too many for Kokoro: {phonemes[:40]!r}…"
            )
        style = self._style[min(len(tokens), len(self._style) - 1)][None]
        samples, durations = self._network.run([0, *tokens, 0], style, rate)
        units = [round(value) for value in np.asarray(durations).reshape(-1).tolist()]
        if len(units) != len(tokens) + 2 or abs(self.unit * sum(units) - len(samples)) > self.unit:
            raise EngineError("Kokoro's durations do not add up to its audio: install its model again")
        if not np.isfinite(samples).all():
            raise EngineError("Kokoro's sound is no sound: install its model again")
        return samples, units


def style(path: Path) -> NDArray[np.float32]:
    """A style's rows, one for each number of phonemes."""
    data = np.fromfile(path, np.float32)
    if not data.size or data.size % STYLE_SIZE:
        raise EngineError(
            f"{path.name} is no Kokoro style: listen voices remove {path.stem}, and install it again"
        )
    return data.reshape(-1, STYLE_SIZE)


class Network:
    """One network for all voices of a process that share the model. ValueError for a file that is none.

    Its last layers are run in pieces of time where they are those that `kokoro_layers` knows (int8), and else
    as they are (fp32)."""

    def __init__(self, path: Path) -> None:
        model = path.read_bytes()
        (sound,) = onnx_graph.outputs(model)[:1]
        whole = Whole(model)
        leaning = Whole(onnx_graph.leaning(model, path.name))
        try:
            self._layers: kokoro_layers.Layers | None = kokoro_layers.Layers(
                whole, leaning, sound, path.parent
            )
        except KeyError:
            self._layers = None
        self._wanted = (durations_of(whole.nodes), *(self._layers.needs if self._layers else (sound,)))
        first = leaning.between((), self._wanted)
        self._session = onnx_graph.Session(first, path.parent, shared=True, session__disable_prepacking="1")

    def run(self, ids: list[int], style: NDArray[np.float32], rate: float) -> tuple[NDArray[np.float32], Any]:
        """Samples, and durations."""
        feed = {
            self._session.first_input: np.asarray([ids], np.int64),
            "style": style,
            "speed": np.asarray([rate], np.float32),
        }
        given = dict(zip(self._wanted, self._session.run(feed), strict=True))
        durations = given.pop(self._wanted[0])
        if self._layers:
            return self._layers.sound(given), durations
        return np.asarray(given[self._wanted[1]], np.float32).reshape(-1), durations


@cache
def _network(path: Path) -> Network:
    """The network of a file. Raises EngineError when it cannot be used."""
    try:
        return Network(path)
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
