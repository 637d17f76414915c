"""ONNX models as messages: outputs added, nodes found by what they do, without the `onnx` package.

A model is a protobuf message, and of the format little is needed here: fields can be read, written and
replaced, and two messages that stand one after the other are merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

GRAPH = 7
"""Field number in ModelProto."""
NODE, INITIALIZER, INPUT, OUTPUT = 1, 5, 11, 12
"""Field numbers in GraphProto."""
_IN, _OUT, _KIND, _NAME = 1, 2, 4, 1
"""Field numbers in NodeProto (inputs, outputs, operation) and ValueInfoProto."""


@dataclass(frozen=True, slots=True)
class Node:
    """One operation of a graph."""

    kind: str
    """What it does: `Ceil`, `Add`, …"""
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


def with_outputs(model: bytes, tensors: Iterable[str]) -> bytes:
    """An ONNX model that returns these of its tensors, and nothing else. What it then need not compute,
    onnxruntime leaves out."""
    outputs = b"".join(field(OUTPUT, field(_NAME, name.encode())) for name in tensors)
    return b"".join(
        field(number, b"".join(whole for n, whole, _ in fields(body) if n != OUTPUT) + outputs)
        if number == GRAPH
        else whole
        for number, whole, body in fields(model)
    )


def graph(model: bytes) -> bytes:
    """The body of the model's graph. ValueError when there is none."""
    bodies = [body for number, _, body in fields(model) if number == GRAPH]
    if not bodies:
        raise ValueError("a model without a graph")
    return b"".join(bodies)


def nodes(model: bytes) -> list[Node]:
    """The operations of the graph, in its order."""
    return [node_of(body) for number, _, body in fields(graph(model)) if number == NODE]


def outputs(model: bytes) -> list[str]:
    """Names of what the model returns."""
    values = [body for number, _, body in fields(graph(model)) if number == OUTPUT]
    return [name.decode() for body in values for n, _, name in fields(body) if n == _NAME]


def node_of(body: bytes) -> Node:
    """One NodeProto, read."""
    parts = list(fields(body))
    (kind,) = [text.decode() for n, _, text in parts if n == _KIND] or [""]
    names = {n: tuple(text.decode() for m, _, text in parts if m == n) for n in (_IN, _OUT)}
    return Node(kind, names[_IN], names[_OUT])


def node(kind: str, inputs: Iterable[str], outputs: Iterable[str]) -> bytes:
    """One NodeProto, as a field of a graph."""
    body = b"".join(field(_IN, name.encode()) for name in inputs)
    body += b"".join(field(_OUT, name.encode()) for name in outputs)
    return field(NODE, body + field(_KIND, kind.encode()))


def session(model: bytes, **settings: str) -> Any:
    """An onnxruntime session of one thread that keeps little memory.

    `settings` are session configuration entries, dots written as double underscores. Raises what onnxruntime
    raises: its errors have no common base but Exception.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    for key, value in settings.items():
        options.add_session_config_entry(key.replace("__", "."), value)
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def fields(message: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Number, bytes and body of each field of a protobuf message. ValueError for what is none."""
    at = 0
    while at < len(message):
        begin = at
        key, at = _number(message, at)
        length = 0
        if key & 7 == 0:
            _, at = _number(message, at)
        elif key & 7 == 2:
            length, at = _number(message, at)
        elif key & 7 in (1, 5):
            length = 8 if key & 7 == 1 else 4
        else:
            raise ValueError("not a protobuf message")
        body = message[at : at + length]
        if len(body) < length:
            raise ValueError("a protobuf message that ends too early")
        at += length
        yield key >> 3, message[begin:at], body


def field(number: int, body: bytes) -> bytes:
    """A field that holds bytes, text or a message."""
    return varint(number << 3 | 2) + varint(len(body)) + body


def varint(number: int) -> bytes:
    """A whole number as protobuf writes it."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def _number(message: bytes, at: int) -> tuple[int, int]:
    """A varint, and where it ends. ValueError where there is none."""
    value = shift = 0
    while at < len(message):
        byte = message[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at
    raise ValueError("a protobuf message that ends too early")
