"""The network's outputs: which there are, and that choosing them changes nothing."""

import contextlib
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st

from listen.engines import hibari, onnx_build, onnx_graph
from listen.engines.hibari import hibari_model, hibari_sound
from listen.errors import EngineError

FILE = hibari._assets() / "hibari.onnx"
TOKENS = np.asarray([[0, 50, 83, 54, 156, 57, 135, 4, 0]], np.int64)


def test_its_outputs_are_those_asked_for_and_its_own_values() -> None:
    feed = {"ids": TOKENS, "speed": np.ones(1, np.float32)}
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    own = onnxruntime.InferenceSession(str(FILE), options).run(None, feed)
    chosen = onnx_graph.with_outputs(FILE.read_bytes(), (hibari_model.HEAD, "f0"))
    session = onnxruntime.InferenceSession(chosen, options)
    assert [output.name for output in session.get_outputs()] == [hibari_model.HEAD, "f0"]
    head, pitch = session.run(None, feed)
    whole = np.concatenate([part[0] for part in own[:5]]).T
    assert np.array_equal(head[0], whole)
    assert np.array_equal(pitch, own[5])
    assert head.shape[2] == hibari_sound.PARTS * hibari_sound.BINS


def test_outputs_are_protobuf_messages() -> None:
    model = bytes([0x08, 9, 0x3A, 8]) + bytes([0x62, 3, 0x0A, 1]) + b"a" + bytes([0x12, 1]) + b"n"
    changed = bytes([0x08, 9, 0x3A, 9]) + bytes([0x12, 1]) + b"n" + bytes([0x62, 4, 0x0A, 2]) + b"xy"
    assert onnx_graph.with_outputs(model, ["xy"]) == changed
    long = onnx_graph.with_outputs(bytes([0x3A, 0]), ["y" * 200])
    assert long[:3] == bytes([0x3A, 206 & 127 | 128, 206 >> 7])


@given(st.binary(max_size=60))
def test_any_bytes_are_a_message_or_a_value_error(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        onnx_graph.with_outputs(data, ["x"])


def test_half_a_model_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="ends too early"):
        onnx_graph.with_outputs(FILE.read_bytes()[:100_000], ["x"])


def test_a_file_that_is_no_model_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "heart.onnx").write_bytes(b"\x0f no model")
    with pytest.raises(EngineError, match=r"^hibari's model gives no durations .*pip install"):
        hibari_model.Model(tmp_path / "heart.onnx", {})


def test_a_network_that_cannot_be_rewritten_is_taken_as_it_is() -> None:
    other = onnx_build.model(
        [
            onnx_build.operation("Tile", ["x", "times"], "twice"),
            onnx_build.operation("Reshape", ["twice", "shape"], "frames"),
        ],
        {"x": "float32", "times": "int64", "shape": "int64"},
        {"frames": "float32"},
        {},
    )
    for model in (other, b"\x0f no model"):
        assert hibari_model._rewritten(model) == model


def test_kept_noise_is_the_noise_that_is_drawn() -> None:
    drawn, kept = (hibari_model.noise_table.__wrapped__() for _ in range(2))
    assert drawn.flags.writeable
    assert not kept.flags.writeable  # the file's own bytes
    assert np.array_equal(drawn, kept)
    assert drawn.dtype == kept.dtype
