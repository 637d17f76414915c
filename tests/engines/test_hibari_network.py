"""The rewritten network beside the one that comes: what is rewritten, and that it says the same."""

from __future__ import annotations

import contextlib
import json
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from listen.engines import hibari, onnx_build, onnx_graph
from listen.engines.hibari import hibari_model
from listen.engines.hibari.hibari_network import thrifty
from listen.engines.onnx_build import Whole, operation

FILE = hibari._assets() / "hibari.onnx"
OUTPUTS = (hibari_model.HEAD, hibari_model.PITCH, hibari_model.DURATIONS)
RANDOM = np.random.default_rng(4)
TEXT, OUT = 5, 3
"""Channels of a small layer: what is given unit by unit, and what comes out."""


@cache
def sessions() -> tuple[onnx_graph.Session, onnx_graph.Session]:
    model = FILE.read_bytes()
    first, second = (onnx_graph.with_outputs(one, OUTPUTS) for one in (model, thrifty(model)))
    return onnx_graph.Session(first), onnx_graph.Session(second)


@pytest.mark.parametrize("rate", [0.7, 1.0, 1.6])
@pytest.mark.parametrize(
    "phonemes", ["a", "nˈO.", "ðə fˈɛɹi lˈɛft æt nˈIn, ænd nˈObɑdi ɔn ðə kˈi sˈɛd ə wˈɜɹd."]
)
def test_the_rewritten_network_says_the_same(phonemes: str, rate: float) -> None:
    known = json.loads((hibari._assets() / "vocab.json").read_text("utf-8"))
    tokens = [0, *(known[c] for c in phonemes if c in known), 0]
    feed = {"ids": np.asarray([tokens], np.int64), "speed": np.asarray([rate], np.float32)}
    (head, pitch, durations), ours = (session.run(feed) for session in sessions())
    assert np.array_equal(ours[2], durations)
    assert np.array_equal(ours[1], pitch)
    # Weights of one byte: where a value lies between two steps, the last digit decides on which it falls.
    assert np.abs(ours[0] - head).mean() < 0.05
    assert np.corrcoef(ours[0].reshape(-1), head.reshape(-1))[0, 1] > 0.999


def test_what_was_repeated_is_no_longer() -> None:
    before, after = (
        onnx_graph.nodes(onnx_graph.with_outputs(model, OUTPUTS))
        for model in (FILE.read_bytes(), thrifty(FILE.read_bytes()))
    )
    assert [node.kind for node in before].count("Tile") == 1
    assert "Tile" not in [node.kind for node in after]
    whole = Whole(thrifty(FILE.read_bytes()))
    taken = [node.outputs[0] for node in after if node.kind == "Gather"]
    assert not [output for output in taken if whole.is_made(output, "Gather", axis=2)]


def layer(times: int = 2) -> bytes:
    """Columns taken from turned rows, repeated for two frames, a channel beside them, and two layers."""
    plain: dict[str, Any] = {"group": 1, "dilations": (1,), "strides": (1,)}
    operations = [
        operation("Transpose", ["rows"], "columns", perm=(0, 2, 1)),
        operation("Gather", ["columns", "places"], "units", axis=2),
        operation("Unsqueeze", ["units", "three"], "deep"),
        operation("Tile", ["deep", "times"], "twice"),
        operation("Reshape", ["twice", "flat"], "frames"),
        operation("Concat", ["frames", "pitch"], "all", axis=1),
        operation("Conv", ["all", "weights", "offset"], "y", kernel_shape=(7,), pads=(3, 3), **plain),
        operation("Conv", ["units", "single", "offset"], "z", kernel_shape=(1,), pads=(0, 0), **plain),
    ]
    tensors: dict[str, NDArray[Any]] = {
        "three": np.array([3], np.int64),
        "times": np.array([1, 1, 1, times], np.int64),
        "flat": np.array([1, TEXT, -1], np.int64),
        "weights": RANDOM.normal(size=(OUT, TEXT + 1, 7)).astype(np.float32),
        "single": RANDOM.normal(size=(OUT, TEXT, 1)).astype(np.float32),
        "offset": RANDOM.normal(size=OUT).astype(np.float32),
    }
    inputs = {"rows": "float32", "places": "int64", "pitch": "float32"}
    return onnx_build.model(operations, inputs, {"y": "float32", "z": "float32"}, tensors)


@pytest.mark.parametrize("units", [1, 2, 3, 9])
def test_a_small_layer_computes_the_same(units: int) -> None:
    model = layer()
    feed = {
        "rows": RANDOM.normal(size=(1, 4, TEXT)).astype(np.float32),
        "places": np.sort(RANDOM.integers(0, 4, units)),
        "pitch": RANDOM.normal(size=(1, 1, 2 * units)).astype(np.float32),
    }
    ours, own = (onnx_graph.Session(one).run(feed) for one in (thrifty(model), model))
    np.testing.assert_allclose(ours[0], own[0], rtol=0, atol=1e-5)
    np.testing.assert_allclose(ours[1], own[1], rtol=0, atol=1e-6)


def test_what_is_built_otherwise_stays() -> None:
    kinds = [node.kind for node in onnx_graph.nodes(thrifty(layer(times=3)))]
    assert kinds.count("Tile") == 1
    assert kinds.count("Concat") == 1


@given(st.binary(max_size=60))
def test_any_bytes_are_a_message_or_a_value_error(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        thrifty(data)
