"""hibari's network, rewritten so that what is the same for many frames is computed once.

A phoneme is one vector, and lasts for some four units of 25 ms; a unit has two frames. The network as it
comes repeats the vectors unit by unit, and those frame by frame, before the first layers that take them. But

- rows are taken faster one by one, and turned over together, than value by value from columns;
- seven weights over frames, of which every two are equal, are four over units: one set for a unit's first
  frame and one for its second, each the sum of those that meet the same unit.

A layer of width 1 could stand before the repetition, too. But the pitch comes of it, and where the last
digit decides how a value is rounded it would move by hertz. So it stays where it is, and pitch and lengths
are the same to the bit.

Behind the pitch the last digits of some sums differ, and a value on the border of two steps of the weights'
one byte may fall on the other: what is said is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from listen.engines.onnx_build import Whole, operation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from numpy.typing import NDArray


_TAPS = 7
"""Frames that the decoder's first layer looks at; the middle one is its own."""
_FIRST, _SECOND = ([0], [1, 2], [3, 4], [5, 6]), ([0, 1], [2, 3], [4, 5], [6])
"""Which of them lie in one unit, as seen from a unit's first frame and from its second. A first frame sees
two units before its own and one behind, a second frame one and two."""


def thrifty(model: bytes) -> bytes:
    """Return the same network for less work. A part that is not built as expected stays as it is.

    ValueError for what is no model."""
    whole = Whole(model)
    instead: dict[str, list[bytes]] = {}
    tensors: dict[str, NDArray[Any]] = {}
    for node in whole.nodes:
        output = node.outputs[0]
        if rows := _turned(whole, output):
            instead[output] = _taken(rows, node.inputs[1], output)
        elif _is_layer(whole, output, _TAPS) and (parts := _by_units(whole, node.inputs[0])):
            by_units, by_frames = parts
            instead[output] = _unit_wise(by_units, by_frames, node.inputs[2], output)
            tensors |= _unit_weights(whole.values(node.inputs[1]), len(by_frames), output)
    return whole.replaced(instead, tensors) if instead else model


def _turned(whole: Whole, tensor: str) -> str:
    """Where a tensor is columns taken from rows that were turned over: the rows. Otherwise ""."""
    if not whole.is_made(tensor, "Gather", axis=2):
        return ""
    columns = whole.maker(tensor).inputs[0]
    return whole.maker(columns).inputs[0] if whole.is_made(columns, "Transpose", perm=(0, 2, 1)) else ""


def _taken(rows: str, places: str, output: str) -> list[bytes]:
    """Return operations that take rows, and turn them over."""
    return [
        operation("Gather", [rows, places], f"{output}.rows", axis=1),
        operation("Transpose", [f"{output}.rows"], output, perm=(0, 2, 1)),
    ]


def _is_layer(whole: Whole, output: str, width: int) -> bool:
    """Return whether a tensor comes of a layer that looks at so many places, its own in their middle."""
    ones = dict.fromkeys(("dilations", "strides"), (1,))
    return (
        whole.is_made(output, "Conv", group=1, kernel_shape=(width,), pads=(width // 2, width // 2), **ones)
        and len(whole.maker(output).inputs) == 3
    )


def _by_units(whole: Whole, source: str) -> tuple[str, list[str]] | None:
    """Return what a tensor's channels are repeated from, unit by unit, each for two frames, and its other
    channels, given frame by frame; None for any other tensor."""
    if not whole.is_made(source, "Concat", axis=1):
        return None
    by_units, *by_frames = whole.maker(source).inputs
    for kind in ("Reshape", "Tile", "Unsqueeze"):
        if not whole.is_made(by_units, kind):
            return None
        by_units, how = whole.maker(by_units).inputs
        if kind == "Tile" and whole.values(how).tolist() != [1, 1, 1, 2]:
            return None
    return (by_units, by_frames) if whole.is_made(by_units, "Gather") else None


def _unit_wise(by_units: str, by_frames: Sequence[str], offset: str, output: str) -> list[bytes]:
    """Return operations of the layer: both frames of a unit from the units, and the rest from the frames."""
    name = f"{output}.".__add__
    return [
        operation("Conv", [by_units, name("first")], name("firsts"), kernel_shape=(4,), pads=(2, 1)),
        operation("Conv", [by_units, name("second")], name("seconds"), kernel_shape=(4,), pads=(1, 2)),
        operation("Unsqueeze", [name("firsts"), name("last")], name("a")),
        operation("Unsqueeze", [name("seconds"), name("last")], name("b")),
        operation("Concat", [name("a"), name("b")], name("pairs"), axis=3),
        operation("Reshape", [name("pairs"), name("shape")], name("frames")),
        operation("Concat", by_frames, name("given"), axis=1),
        operation(
            "Conv", [name("given"), name("rest"), offset], name("more"), kernel_shape=(7,), pads=(3, 3)
        ),
        operation("Add", [name("frames"), name("more")], output),
    ]


def _unit_weights(weights: NDArray[np.float32], given: int, output: str) -> dict[str, NDArray[Any]]:
    """Return the tensors that those operations take, of weights [out, in, 7] whose last `given` channels are
    given frame by frame."""
    text, rest = weights[:, :-given], weights[:, -given:]
    sums = (np.stack([text[:, :, taps].sum(axis=2) for taps in by_unit], 2) for by_unit in (_FIRST, _SECOND))
    first, second = map(np.ascontiguousarray, sums)
    values = {"first": first, "second": second, "rest": np.ascontiguousarray(rest)}
    places = {"last": np.array([3], np.int64), "shape": np.array([0, len(weights), -1], np.int64)}
    return {f"{output}.{name}": value for name, value in (values | places).items()}
