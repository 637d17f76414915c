"""Sessions: the outputs of a model as it is, and nothing kept but the model."""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from listen.engines import hibari, onnx_graph

FILE = hibari._assets() / "hibari.onnx"
KEPT = """
import sys
import numpy as np
from listen.engines import onnx_graph
from listen.render import workers
from pathlib import Path

workers.give_back()

def resident_mb():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

model = Path(sys.argv[1]).read_bytes()
session = onnx_graph.Session(model)
def run(tokens):
    session.run({"ids": np.full((1, tokens), 50, np.int64), "speed": np.ones(1, np.float32)})
run(20)
before = resident_mb()
run(400)
print(resident_mb() - before)
"""


def test_a_run_gives_what_the_model_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    feed = {"ids": np.asarray([[0, 50, 83, 54, 156, 0]], np.int64), "speed": np.ones(1, np.float32)}
    session = onnx_graph.Session(FILE.read_bytes())
    assert list(tmp_path.iterdir()) == []
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    own = onnxruntime.InferenceSession(FILE, options).run(None, feed)
    for _ in range(2):
        assert all(np.array_equal(ours, theirs) for ours, theirs in zip(session.run(feed), own, strict=True))
    assert session.first_input == "ids"


def test_no_room_for_the_model_is_an_os_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(OSError, match="gone"):
        onnx_graph.Session(FILE.read_bytes())


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells what a process holds")
def test_a_long_run_leaves_no_memory_behind() -> None:
    # 400 phonemes need some 60 MB while they are computed, which onnxruntime would keep.
    kept = subprocess.run([sys.executable, "-c", KEPT, FILE], capture_output=True, text=True, check=True)
    assert float(kept.stdout) < 30


def test_weights_are_not_copied_to_be_looked_at() -> None:
    model = FILE.read_bytes()
    body = onnx_graph.graph(model)
    assert isinstance(body, memoryview)
    assert body.obj is model
