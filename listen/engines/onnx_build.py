"""This module builds small ONNX models, and cuts parts out of large ones, without the `onnx` package."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from listen.engines.onnx_graph import (
    GRAPH,
    INITIALIZER,
    INPUT,
    NODE,
    OUTPUT,
    Message,
    Node,
    field,
    fields,
    graph,
    nested,
    node_of,
    varint,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

TYPES: dict[str, int] = {"float32": 1, "uint8": 2, "int8": 3, "int32": 6, "int64": 7, "float16": 10}
"""ONNX's number for a type of numbers."""
_DTYPES = {number: np.dtype(name) for name, number in TYPES.items()}
_ATTRIBUTE, _TENSOR = 5, 5
"""Field of NodeProto with an attribute, and field of AttributeProto with a tensor."""
_NAME, _VALUE_TYPE = 1, 2
"""Fields of ValueInfoProto."""
_DIMS, _TYPE, _FLOATS, _INT32S, _INT64S, _TENSOR_NAME, _RAW = 1, 2, 4, 5, 7, 8, 9
"""Fields of TensorProto."""
_VERSION, _OPSETS, _OPSET = 9, 8, 20
"""Of the format, the field with the operations' version, and that."""


def operation(kind: str, inputs: Iterable[str], output: str, **attributes: float | Sequence[int]) -> bytes:
    """One operation with its attributes, as a field of a graph: whole numbers, lists of them, fractions."""
    body = b"".join(field(1, name.encode()) for name in inputs)
    body += b"".join(field(2, name.encode()) for name in output.split())
    body += field(4, kind.encode())
    return field(NODE, body + b"".join(field(_ATTRIBUTE, _attribute(*item)) for item in attributes.items()))


def _attribute(name: str, value: float | Sequence[int]) -> bytes:
    """An AttributeProto: its name, its value and the value's type."""
    if isinstance(value, float):
        held, kind = b"\x15" + struct.pack("<f", value), 1
    elif isinstance(value, int):
        held, kind = _int(3, value), 2
    else:
        held, kind = b"".join(_int(8, one) for one in value), 7
    return field(1, name.encode()) + held + b"\xa0\x01" + varint(kind)


def _int(number: int, value: int) -> bytes:
    """A field that holds a whole number, not negative."""
    return varint(number << 3) + varint(value)


def model(
    operations: Iterable[bytes],
    inputs: Mapping[str, str],
    outputs: Mapping[str, str],
    tensors: Mapping[str, NDArray[Any]],
) -> bytes:
    """A model of these operations; inputs and outputs by name with the type of their numbers."""
    body = b"".join(operations) + field(2, b"g")
    body += b"".join(field(INITIALIZER, _tensor(name, values)) for name, values in tensors.items())
    body += b"".join(field(INPUT, _value(name, kind)) for name, kind in inputs.items())
    body += b"".join(field(OUTPUT, _value(name, kind)) for name, kind in outputs.items())
    return _int(1, _VERSION) + field(GRAPH, body) + field(_OPSETS, field(1, b"") + _int(2, _OPSET))


def _value(name: str, kind: str) -> bytes:
    """A ValueInfoProto: a tensor of any shape."""
    return field(_NAME, name.encode()) + field(_VALUE_TYPE, field(1, _int(1, TYPES[kind])))


def _tensor(name: str, values: NDArray[Any]) -> bytes:
    """A TensorProto."""
    head = b"".join(_int(_DIMS, size) for size in values.shape) + _int(_TYPE, TYPES[str(values.dtype)])
    return head + field(_TENSOR_NAME, name.encode()) + field(_RAW, values.tobytes())


class Whole:
    """A large model, read once, to take parts from."""

    def __init__(self, model: Message) -> None:
        self._rest = [message for number, message, _ in fields(model) if number != GRAPH]
        self._fields = list(fields(graph(model)))
        self._read = {at: node_of(body) for at, (n, _, body) in enumerate(self._fields) if n == NODE}
        self._maker = {name: at for at, node in self._read.items() for name in node.outputs}
        self._tensors = {_name(body, _TENSOR_NAME): body for n, _, body in self._fields if n == INITIALIZER}

    @property
    def nodes(self) -> list[Node]:
        """Its operations, in its order."""
        return list(self._read.values())

    def maker(self, tensor: str) -> Node:
        """The operation that gives a tensor. KeyError when none does."""
        return self._read[self._maker[tensor]]

    def is_made(self, tensor: str, kind: str, **attributes: float | Sequence[int]) -> bool:
        """Return whether such an operation, with these attributes, gives a tensor; there may be others."""
        at = self._maker.get(tensor)
        if at is None or self._read[at].kind != kind:
            return False
        known = {bytes(body) for number, _, body in fields(self._fields[at][2]) if number == _ATTRIBUTE}
        return all(_attribute(*item) in known for item in attributes.items())

    def values(self, tensor: str) -> NDArray[Any]:
        """The values of one of its own tensors, or of a constant among its operations. KeyError when it has
        none of the name, ValueError when its values are not numbers of TYPES."""
        if tensor not in self._tensors and self.is_made(tensor, "Constant"):
            operation = self._fields[self._maker[tensor]][2]
            (attribute,) = (body for number, _, body in fields(operation) if number == _ATTRIBUTE)
            return _values(next(body for number, _, body in fields(attribute) if number == _TENSOR))
        return _values(self._tensors[tensor])

    def replaced(self, instead: Mapping[str, Sequence[bytes]], tensors: Mapping[str, NDArray[Any]]) -> bytes:
        """The model with other operations in the place of those that give these tensors, and tensors added
        that they take. What nothing needs any more stays."""
        parts: list[Message] = []
        for at, (_, message, _) in enumerate(self._fields):
            given = self._read[at].outputs[:1] if at in self._read else ()
            parts += instead.get("".join(given), [message])
        parts += [field(INITIALIZER, _tensor(name, values)) for name, values in tensors.items()]
        return b"".join([*self._rest, *nested(GRAPH, parts)])

    def between(self, inputs: Collection[str], outputs: Collection[str]) -> bytes:
        """The part that comes from these of its tensors (of type float32), and from its own inputs, to those.
        KeyError when nothing gives one of those."""
        used: set[int] = set()
        needed: set[str] = set()
        wanted = list(outputs)
        while wanted:
            name = wanted.pop()
            if name in needed or name in inputs:
                continue
            needed.add(name)
            if name in self._maker and self._maker[name] not in used:
                used.add(self._maker[name])
                wanted += self._read[self._maker[name]].inputs
        parts: list[Message] = []
        for at, (number, message, body) in enumerate(self._fields):
            tensor = number == INITIALIZER and _name(body, _TENSOR_NAME) in needed
            own = number == INPUT and _name(body, _NAME) in needed
            if at in used or tensor or own or number not in (NODE, INITIALIZER, INPUT, OUTPUT):
                parts.append(message)
        for name in outputs:
            self.maker(name)
        parts += [field(INPUT, _value(name, "float32")) for name in inputs]
        parts += [field(OUTPUT, field(_NAME, name.encode())) for name in outputs]
        return b"".join([*self._rest, *nested(GRAPH, parts)])


def _name(message: Message, number: int) -> str:
    """The name that stands in this field of a tensor or a value."""
    return next((str(text, "utf-8") for n, _, text in fields(message) if n == number), "")


def _values(tensor: Message) -> NDArray[Any]:
    """A TensorProto's values. ValueError for a type that is not of TYPES."""
    shape: list[int] = []
    kind, raw = 0, b""
    for number, whole, body in fields(tensor):
        if number == _DIMS:
            shape += _numbers(body) if body else [_after_key(whole)]
        elif number == _TYPE:
            kind = _after_key(whole)
        elif number == _RAW:
            raw = bytes(body)
        elif number == _FLOATS:
            raw += bytes(body)
        elif number in (_INT32S, _INT64S):
            raw = np.asarray(_numbers(body) if body else [_after_key(whole)], _DTYPES[kind]).tobytes()
    if kind not in _DTYPES:
        raise ValueError(f"a tensor of type {kind}")
    return np.frombuffer(raw, _DTYPES[kind]).reshape(shape)


def _numbers(packed: Message) -> list[int]:
    """Whole numbers that stand one after the other."""
    out, value, shift = [], 0, 0
    for byte in bytes(packed):
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            out.append(value)
            value = shift = 0
    return out


def _after_key(message: Message) -> int:
    """The whole number that a field holds."""
    return _numbers(message)[-1]
