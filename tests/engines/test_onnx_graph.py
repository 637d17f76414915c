"""Sessions: the outputs of a model as it is, and nothing kept but the model."""

import subprocess
import sys

import numpy as np
import onnxruntime
import pytest

from listen.engines import hibari, onnx_graph

FILE = hibari._assets() / "hibari.onnx"
KEPT = """
import sys
import numpy as np
from listen.engines import onnx_graph
from listen.render import process_memory
from pathlib import Path

process_memory.give_back()

def resident_mb():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

model = Path(sys.argv[1]).read_bytes()
session = onnx_graph.Session(model)
def run(tokens, keep=False):
    feed = {"ids": np.full((1, tokens), 50, np.int64), "speed": np.ones(1, np.float32)}
    session.run(feed, keep)
run(20)
before = resident_mb()
for tokens, keep in eval(sys.argv[2]):
    run(tokens, keep)
print(resident_mb() - before)
"""


def test_a_run_gives_what_the_model_gives() -> None:
    feed = {"ids": np.asarray([[0, 50, 83, 54, 156, 0]], np.int64), "speed": np.ones(1, np.float32)}
    session = onnx_graph.Session(FILE.read_bytes())
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    own = onnxruntime.InferenceSession(FILE, options).run(None, feed)
    for _ in range(2):
        for keep in (False, True):
            outputs = zip(session.run(feed, keep), own, strict=True)
            assert all(np.array_equal(ours, theirs) for ours, theirs in outputs)
    assert session.first_input == "ids"


def test_a_session_keeps_no_copy_of_its_model() -> None:
    model = FILE.read_bytes()
    held = sys.getrefcount(model)
    session = onnx_graph.Session(model)
    assert sys.getrefcount(model) == held
    assert session.first_input == "ids"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells what a process holds")
def test_a_long_run_leaves_no_memory_behind() -> None:
    # 400 phonemes need some 60 MB while they are computed, which onnxruntime would keep.
    assert _kept([(400, False)]) < 30
    # What ordinary sentences leave is little, and goes with the next long one.
    assert _kept([(200, True)] * 20) < 45
    assert _kept([(200, True)] * 20 + [(400, False)]) < 30


def _kept(runs: list[tuple[int, bool]]) -> float:
    command = [sys.executable, "-c", KEPT, str(FILE), repr(runs)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_weights_are_not_copied_to_be_looked_at() -> None:
    model = FILE.read_bytes()
    body = onnx_graph.graph(model)
    assert isinstance(body, memoryview)
    assert body.obj is model


def _tensor(kind: int, values: bytes, name: bytes = b"t") -> bytes:
    inner = bytes([0x10, kind]) + onnx_graph.field(8, name) + onnx_graph.field(9, values)
    return onnx_graph.field(onnx_graph.INITIALIZER, inner)


def _operation(kind: str, inputs: list[str], outputs: list[str], *graphs: bytes) -> bytes:
    """A NodeProto; the graphs stand in attributes, as branches do."""
    held = b"".join(onnx_graph.field(5, onnx_graph.field(6, graph)) for graph in graphs)
    (body,) = (body for _, _, body in onnx_graph.fields(onnx_graph.node(kind, inputs, outputs)))
    return onnx_graph.field(onnx_graph.NODE, bytes(body) + held)


def test_what_the_outputs_do_not_need_is_not_computed() -> None:
    branch = _operation("Relu", ["outer"], ["inner"]) + onnx_graph.field(
        onnx_graph.OUTPUT, onnx_graph.field(1, b"taken")
    )
    graph = (
        _operation("Ceil", ["x"], ["outer"])
        + _operation("Floor", ["x"], ["taken"])
        + _operation("Neg", ["x"], ["unused"])
        + _operation("Abs", ["unused"], ["also unused"])
        + _operation("If", ["y"], ["z", "second"], branch)
        + _operation("Exp", ["z"], ["not asked for"])
        + onnx_graph.field(onnx_graph.OUTPUT, onnx_graph.field(1, b"not asked for"))
    )
    model = onnx_graph.field(onnx_graph.GRAPH, graph)
    chosen = onnx_graph.with_outputs(model, ["second"])
    assert [node.kind for node in onnx_graph.nodes(chosen)] == ["Ceil", "Floor", "If"]
    assert onnx_graph.outputs(chosen) == ["second"]


def test_large_tensors_of_bytes_stay_in_the_file_and_no_others() -> None:
    large, small = bytes(range(256)) * 8, b"\x07" * 10
    before, after = b"\x08\x09" + onnx_graph.field(2, b"maker"), onnx_graph.field(8, b"after")
    tensors = [_tensor(3, large, b"signed"), _tensor(2, small), _tensor(1, large), _tensor(2, large[::-1])]
    model = (
        before + onnx_graph.field(onnx_graph.GRAPH, onnx_graph.field(2, b"name") + b"".join(tensors)) + after
    )
    lean = onnx_graph.leaning(model, "model.onnx")
    assert len(lean) < len(model) - 3500
    assert lean.startswith(before)
    assert lean.endswith(after)
    values, outside = [], []
    for number, _, tensor in onnx_graph.fields(onnx_graph.graph(lean)):
        if number != onnx_graph.INITIALIZER:
            continue
        parts = [(n, bytes(whole), bytes(body)) for n, whole, body in onnx_graph.fields(tensor)]
        entries = [{n: bytes(b) for n, _, b in onnx_graph.fields(body)} for n, _, body in parts if n == 13]
        known = {entry[1]: entry[2] for entry in entries}
        outside.append(bool(known))
        if known:
            assert known[b"location"] == b"model.onnx"
            assert b"\x70\x01" in [whole for _, whole, _ in parts]
            at = int(known[b"offset"])
            values.append(model[at : at + int(known[b"length"])])
        else:
            values.append(next(body for n, _, body in parts if n == 9))
    assert values == [large, small, large, large[::-1]]
    assert outside == [True, False, False, True]


def test_a_model_that_leans_on_its_file_says_the_same() -> None:
    lean = onnx_graph.leaning(FILE.read_bytes(), FILE.name)
    assert len(lean) < FILE.stat().st_size / 2
    feed = {"ids": np.asarray([[0, 50, 83, 54, 156, 0]], np.int64), "speed": np.ones(1, np.float32)}
    own, leaning = onnx_graph.Session(FILE.read_bytes()), onnx_graph.Session(lean, FILE.parent)
    assert all(np.array_equal(a, b) for a, b in zip(own.run(feed), leaning.run(feed), strict=True))
