"""ONNX models as messages: outputs added, nodes found by what they do, without the `onnx` package.

A model is a protobuf message, and of the format little is needed here: fields can be read, written and
replaced, and two messages that stand one after the other are merged.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from listen.engines.onnx_loading import loaded

GRAPH = 7
"""Field number in ModelProto."""
NODE, INITIALIZER, INPUT, OUTPUT = 1, 5, 11, 12
"""Field numbers in GraphProto."""
_IN, _OUT, _KIND, _NAME = 1, 2, 4, 1
"""Field numbers in NodeProto (inputs, outputs, operation) and ValueInfoProto."""
_SETTING, _GRAPHS = 5, (6, 11)
"""Field numbers in NodeProto (attributes) and AttributeProto (graphs)."""

_TYPE, _RAW, _PLACE = 2, 9, 13
"""Field numbers in TensorProto: type, values, and where else the values are."""
_OUTSIDE = b"\x70\x01"
"""TensorProto's field that says that they are elsewhere."""
_BYTES = (b"\x02", b"\x03")
"""Types of one byte, without and with a sign."""
_LARGE = 1024
_AS_ASKED = 1
"""How onnxruntime's store grows: by what it is asked for. 0: by twice as much as the time before."""
_FOLDER = "session.model_external_initializers_file_folder_path"
Message = bytes | memoryview
"""A protobuf message, or a part of one."""


@dataclass(frozen=True, slots=True)
class Node:
    """One operation of a graph."""

    kind: str
    """What it does: `Ceil`, `Add`, …"""
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


def with_outputs(model: Message, tensors: Sequence[str]) -> bytes:
    """An ONNX model that returns these of its tensors, and computes nothing that they do not need:
    onnxruntime runs an operation also where nobody takes what comes of it."""
    outputs = [field(OUTPUT, field(_NAME, name.encode())) for name in tensors]
    parts: list[Message] = []
    for number, whole, body in fields(model):
        if number == GRAPH:
            parts += nested(GRAPH, [*_needed(body, tensors), *outputs])
        else:
            parts.append(whole)
    return b"".join(parts)


def _needed(graph: Message, tensors: Sequence[str]) -> list[Message]:
    """The fields of a graph without its outputs, and without operations that these tensors do not need."""
    wanted = {name.encode() for name in tensors}
    kept: list[Message] = []
    for number, whole, body in reversed(list(fields(graph))):  # what is needed stands before what needs it
        if number == NODE:
            if wanted.isdisjoint(bytes(name) for n, _, name in fields(body) if n == _OUT):
                continue
            wanted.update(_taken(body))
        if number != OUTPUT:
            kept.append(whole)
    return kept[::-1]


def _taken(node: Message) -> Iterator[bytes]:
    """Names of what an operation takes, graphs within it included."""
    for number, _, body in fields(node):
        if number == _IN:
            yield bytes(body)
        elif number == _SETTING:
            for n, _, inner in fields(body):
                if n in _GRAPHS:
                    for m, _, operation in fields(inner):
                        if m == NODE:
                            yield from _taken(operation)
                        elif m == OUTPUT:
                            yield from (bytes(name) for k, _, name in fields(operation) if k == _NAME)


def leaning(model: Message, file: str) -> bytes:
    """The model of `file` with its large tensors of single bytes left there, each named by its place.

    onnxruntime maps them from the file: they are in memory once for all processes, and are not copied."""
    parts: list[Message] = []
    at = 0
    for number, whole, body in fields(model):
        inner, at = at + len(whole) - len(body), at + len(whole)
        parts += nested(GRAPH, list(_leaning(body, inner, file))) if number == GRAPH else [whole]
    return b"".join(parts)


def _leaning(body: Message, at: int, file: str) -> Iterator[Message]:
    """The fields of a graph that stands at this place of its file."""
    for number, whole, inner in fields(body):
        begin, at = at + len(whole) - len(inner), at + len(whole)
        yield _at_its_place(whole, inner, begin, file) if number == INITIALIZER else whole


def _at_its_place(whole: Message, body: Message, at: int, file: str) -> Message:
    """A tensor that stands at this place of its file, without its values if they are large enough."""
    kept: list[Message] = []
    place = b""
    single = False
    for number, part, values in fields(body):
        begin, at = at + len(part) - len(values), at + len(part)
        single = single or (number == _TYPE and bytes(part[-1:]) in _BYTES)
        if number != _RAW or len(values) < _LARGE:
            kept.append(part)
            continue
        known = {"location": file, "offset": str(begin), "length": str(len(values))}
        entries = (field(1, key.encode()) + field(2, known[key].encode()) for key in known)
        place = b"".join(field(_PLACE, entry) for entry in entries) + _OUTSIDE
    # What is wider than a byte may stand at an odd place of the file, and processors want it at an even one.
    return field(INITIALIZER, b"".join([*kept, place])) if place and single else whole


def graph(model: Message) -> Message:
    """The body of the model's graph. ValueError when there is none."""
    bodies = [body for number, _, body in fields(model) if number == GRAPH]
    if not bodies:
        raise ValueError("a model without a graph")
    return bodies[0] if len(bodies) == 1 else b"".join(bodies)


def nodes(model: Message) -> list[Node]:
    """The operations of the graph, in its order."""
    return [node_of(body) for number, _, body in fields(graph(model)) if number == NODE]


def outputs(model: Message) -> list[str]:
    """Names of what the model returns."""
    values = [body for number, _, body in fields(graph(model)) if number == OUTPUT]
    return [str(name, "utf-8") for body in values for n, _, name in fields(body) if n == _NAME]


def node_of(body: Message) -> Node:
    """One NodeProto, read."""
    parts = list(fields(body))
    (kind,) = [str(text, "utf-8") for n, _, text in parts if n == _KIND] or [""]
    names = {n: tuple(str(text, "utf-8") for m, _, text in parts if m == n) for n in (_IN, _OUT)}
    return Node(kind, names[_IN], names[_OUT])


def node(kind: str, inputs: Iterable[str], outputs: Iterable[str]) -> bytes:
    """One NodeProto, as a field of a graph."""
    body = b"".join(field(_IN, name.encode()) for name in inputs)
    body += b"".join(field(_OUT, name.encode()) for name in outputs)
    return field(NODE, body + field(_KIND, kind.encode()))


class Session:
    """An onnxruntime session of one thread that keeps little memory between its runs.

    What a run needs comes from onnxruntime's own store, which is given back when the run is over. Without it
    every tensor is asked from the system and filled with zeros anew: a quarter to a half of Kokoro's time. If
    it stayed, it would grow with the longest sentence (Kokoro: 800 MB, where 200 do). Runs that are known to
    be small may leave it: a twentieth to a fifth of hibari's time, for 15 MB.

    `folder` is where the files are that the model leans on. `shared`: it has the one store of all such
    sessions, for a network in many parts; a network in one keeps 15 MB less with its own. The model as it was
    made ready is written `to` a file; one that is `ready` is taken as it is. `settings` are session
    configuration entries, dots written as double underscores. Raises what onnxruntime raises: its errors have
    no common base but Exception.
    """

    def __init__(
        self,
        model: bytes,
        folder: Path | None = None,
        shared: bool = False,
        to: Path | None = None,
        ready: bool = False,
        **settings: str,
    ) -> None:
        onnxruntime = loaded()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_mem_pattern = False
        if shared:
            _one_store()
            options.add_session_config_entry("session.use_env_allocators", "1")
        if to is not None:
            options.optimized_model_filepath = str(to)
        if ready:
            options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        for key, value in settings.items():
            options.add_session_config_entry(key.replace("__", "."), value)
        if folder is not None:
            options.add_session_config_entry(_FOLDER, str(folder))
        session: Any = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        if hasattr(session, "_model_bytes"):
            session._model_bytes = (
                None  # kept for a change of processor, which never comes: 92 MB of Kokoro's
            )
        self._session = session
        self._once = onnxruntime.RunOptions()
        self._once.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
        self.first_input: str = self._session.get_inputs()[0].name

    def run(self, feed: dict[str, Any], keep: bool = False) -> list[Any]:
        """The outputs for these inputs. The same inputs give the same outputs.

        `keep`: the memory that it took stays for the next run."""
        outputs: list[Any] = self._session.run(None, feed, None if keep else self._once)
        return outputs


@cache
def _one_store() -> None:
    """Make the store that shared sessions take from, in pieces as large as they are asked for.

    A session's own store takes twice as much each time, and what a result lies in is not given back."""
    ort = loaded()
    kind = ort.OrtMemoryInfo("Cpu", ort.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, ort.OrtMemType.DEFAULT)
    with contextlib.suppress(Exception):  # a program that uses listen may have made its own: then that one
        ort.create_and_register_allocator(kind, ort.OrtArenaCfg(0, _AS_ASKED, -1, -1))


def fields(message: Message) -> Iterator[tuple[int, memoryview, memoryview]]:
    """Number, bytes and body of each field of a protobuf message, none of them copied. ValueError for what is
    none."""
    view = memoryview(message)
    at = 0
    while at < len(view):
        begin = at
        key, at = _number(view, at)
        length = 0
        if key & 7 == 0:
            _, at = _number(view, at)
        elif key & 7 == 2:
            length, at = _number(view, at)
        elif key & 7 in (1, 5):
            length = 8 if key & 7 == 1 else 4
        else:
            raise ValueError("not a protobuf message")
        body = view[at : at + length]
        if len(body) < length:
            raise ValueError("a protobuf message that ends too early")
        at += length
        yield key >> 3, view[begin:at], body


def field(number: int, body: bytes) -> bytes:
    """A field that holds bytes, text or a message."""
    return b"".join(nested(number, [body]))


def nested(number: int, parts: Sequence[Message]) -> list[Message]:
    """A field whose body are these parts, one after the other, as parts itself: the large ones, a network's
    weights, are copied when all is put together, and not at each level."""
    return [varint(number << 3 | 2) + varint(sum(map(len, parts))), *parts]


def varint(number: int) -> bytes:
    """A whole number as protobuf writes it."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def _number(message: memoryview, at: int) -> tuple[int, int]:
    """A varint, and where it ends. ValueError where there is none."""
    value = shift = 0
    while at < len(message):
        byte = message[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at
    raise ValueError("a protobuf message that ends too early")
