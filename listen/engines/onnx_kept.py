"""Networks as onnxruntime makes them ready, kept in the cache folder.

Before a network speaks, onnxruntime folds what is constant and joins operations: five sixths of the time that
hibari takes to load. What comes of it is a network again, of the same operations, so its outputs are the same
to the bit. It depends on the processor and on onnxruntime's release; a file that was made of anything else,
or that is damaged, is made again. There is one for each network, and one that cannot be kept only costs time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from listen.engines import onnx_graph, sealed
from listen.engines.onnx_loading import loaded
from listen.storage import folders, whole

_SEAL_FIELD, _NAME, _VALUE = 14, 1, 2
"""The field of ModelProto that holds what anybody wants to say of a model, and an entry's two fields."""
_SEAL_BYTES = len(onnx_graph.field(_SEAL_FIELD, bytes(2 + len("listen") + 2 + 64)))
_FORM = "4"
"""To be raised when what a session is asked for changes, or how a network is rewritten."""


def session(
    name: str, source: Path, outputs: Sequence[str], rewritten: Callable[[bytes], bytes] = bytes
) -> onnx_graph.Session:
    """A session of the model in `source`, rewritten, that returns these of its tensors; kept under `name`.

    Raises OSError, and what onnxruntime raises for a model that lacks what is asked for."""
    made_of, file = _made_of(source, outputs), folders.prepared_dir() / f"{name}.onnx"
    model = _kept(file, made_of)
    if model is not None:
        with contextlib.suppress(Exception):  # not one of onnxruntime's, whoever wrote it
            return onnx_graph.Session(model, ready=True)
    model = onnx_graph.with_outputs(rewritten(source.read_bytes()), outputs)
    with contextlib.suppress(Exception), tempfile.TemporaryDirectory(prefix="listen-") as folder:
        made = Path(folder, "network.onnx")
        session = onnx_graph.Session(model, to=made)
        _keep(file, made, made_of)
        return session
    return onnx_graph.Session(model)


def _made_of(source: Path, outputs: Sequence[str]) -> str:
    """Return what decides how the network is made ready."""
    return sealed.made_of(source, _FORM, loaded().__version__, *outputs, _processor())


def _processor() -> str:
    """Return what this processor can do, as far as the system tells."""
    with contextlib.suppress(OSError), open("/proc/cpuinfo", encoding="utf-8", errors="replace") as told:  # noqa: PTH123 its beginning
        first = told.read(8192).partition("\n\n")[0].splitlines()
        return "\n".join(
            line for line in first if line.startswith(("model name", "flags", "CPU", "Features"))
        )
    return os.environ.get("PROCESSOR_IDENTIFIER", "") + platform.machine()


def _kept(file: Path, made_of: str) -> bytes | None:
    """The network that was kept, with its seal, which onnxruntime does not look at; None where it is not."""
    try:
        model = file.read_bytes()
    except OSError:
        return None
    digest = hashlib.sha256(memoryview(model)[:-_SEAL_BYTES])
    return model if model.endswith(_seal(digest, made_of)) else None


def _keep(file: Path, made: Path, made_of: str) -> None:
    """Keep what onnxruntime wrote."""
    with contextlib.suppress(OSError), made.open("rb") as source:
        seal = _seal(hashlib.file_digest(source, "sha256"), made_of)
        source.seek(0)
        with whole.writing(file, durable=False) as target:  # a damaged one is seen, and made again
            shutil.copyfileobj(source, target, 1 << 20)
            target.write(seal)


def _seal(digest: hashlib._Hash, made_of: str) -> bytes:
    """Return what stands at a kept network's end: that it is whole, and what it was made of."""
    digest.update(made_of.encode("utf-8", "surrogatepass"))
    entry = onnx_graph.field(_NAME, b"listen") + onnx_graph.field(_VALUE, digest.hexdigest().encode())
    return onnx_graph.field(_SEAL_FIELD, entry)
