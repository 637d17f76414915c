"""Kokoro's last layers, which make the sound, in pieces of time.

Most of the network's work and memory is in its last two stages: 48 convolutions at 800 and 4,800 steps a
second. Run whole, each of them writes its input out once for each step of its kernel and each operation
goes through memory: 21 MB for a second of sound. Here a layer goes over the sentence in pieces that the
processor's cache holds, and what is kept of the whole sentence is kept with half the digits: 5 MB a second,
in half of the time.

What a layer needs to know of the whole sentence, the mean and the variance of each channel, the layer before
it adds up. A piece has a scale of eight bits of its own, where the model has one for the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from listen.engines import onnx_build
from listen.engines.onnx_build import Whole, operation
from listen.engines.onnx_graph import Session

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Kept = NDArray[np.float16]
    """What is kept of a sentence: a row for each step of time, a column for each channel."""

ROOM = "/decoder/decoder/generator"
"""Where the layers stand in the model: the beginning of their tensors' names."""
WEIGHTS = "decoder.decoder.generator"
SOURCE = f"{ROOM}/Concat_3_output_0"
"""The tone and its spectrum, which both stages begin with."""
BEFORE = "/decoder/decoder/decode.3/Div_4_output_0"
"""What the layers before give to the first stage."""
LAST = f"{ROOM}/conv_post/Conv_output_0"
STAGES = (("noise_res.0", (0, 1, 2)), ("noise_res.1", (3, 4, 5)))
"""Each stage's block of the tone, and its other three, whose mean is what the stage gives."""
STEP = 1024
"""Steps of time in a piece: with 128 channels and a kernel of 11 it is read from 1.4 MB. 512 is as fast,
4,096 a tenth slower."""
EPSILON = 1e-5
DILATIONS = (1, 3, 5)


@dataclass(frozen=True, slots=True)
class Layer:
    """One convolution, and what is done to its input before it."""

    styles: tuple[str, str]
    """Names of what the style gives: factor and shift of each channel."""
    bend: Floats
    """How fast the activation x + sin²(bend x) / bend swings, for each channel."""
    weights: NDArray[Any]
    """Of eight bits, a row for each input of each step of the kernel."""
    zero: NDArray[Any]
    """The weight that stands for 0."""
    scale: Floats
    """What one step of the weights is worth."""
    bias: Floats
    kernel: int
    dilation: int


@dataclass(slots=True)
class Sums:
    """Mean and variance of each channel, added up piece by piece."""

    count: int = 0
    total: Any = 0.0
    squares: Any = 0.0

    def add(self, count: int, total: Floats, squares: Floats) -> None:
        """One more piece."""
        self.count += count
        self.total = self.total + total.astype(np.float64)
        self.squares = self.squares + squares.astype(np.float64)

    def scaled(self, factor: Floats, shift: Floats) -> tuple[Floats, Floats]:
        """Factor and shift that bring each channel to mean 0 and variance 1, and then to these."""
        mean = self.total / self.count
        variance = np.maximum(self.squares / self.count - mean * mean, 0)
        by = factor / np.sqrt(variance + EPSILON)
        return by.astype(np.float32), (shift - mean * by).astype(np.float32)


class Layers:
    """The last layers of a model. KeyError or ValueError when it has others."""

    def __init__(self, model: Whole, leaning: Whole, sound: str, folder: Path) -> None:
        self._blocks = {name: _layers(model, name) for name in _block_names()}
        styles = [name for block in self._blocks.values() for one in block for name in one.styles]
        self.needs = (BEFORE, SOURCE, *styles)
        """The tensors that the layers before have to give."""
        tones = [f"{ROOM}/noise_convs.{stage}/Conv_output_0" for stage in (0, 1)]
        self._tones = [Session(leaning.between([SOURCE], [tone]), folder, shared=True) for tone in tones]
        self._ups = [_up(model, stage) for stage in (0, 1)]
        self._post = _post(model)
        self._end = Session(leaning.between([LAST], [sound]), folder, shared=True)

    def sound(self, given: dict[str, Any]) -> Floats:
        """Samples, from what the layers before gave by name."""
        x: Any = np.ascontiguousarray(given[BEFORE][0].T).astype(np.float16)
        styles = {name: value.reshape(-1) for name, value in given.items() if name not in (BEFORE, SOURCE)}
        first, second = STAGES
        x = self._upsampled(0, x)
        x = self._stage(styles, self._tone(0, given[SOURCE]), x, *first)
        x = self._upsampled(1, x)
        x = self._stage(styles, self._tone(1, given.pop(SOURCE)), x, *second)
        post, kernel, bands = self._post
        spectrum = np.empty((1, bands, len(x)), np.float32)
        for written, read, lacks in _pieces(len(x), kernel // 2):
            (part,) = post.run({"x": x[read], "pads": lacks}, keep=written.stop < len(x))
            spectrum[:, :, written] = part
        (samples,) = self._end.run({LAST: spectrum})
        return np.asarray(samples, np.float32).reshape(-1)

    def _tone(self, stage: int, source: Floats) -> tuple[Kept, Sums]:
        """Return what the tone gives to a stage, and its sums."""
        sums = Sums()
        given = source.shape[2]
        step = STEP if stage else given
        for at in range(0, given, step):
            piece = np.ascontiguousarray(source[:, :, at : at + step])
            (part,) = self._tones[stage].run({SOURCE: piece}, keep=at + step < given)
            sums.add(part.shape[2], part[0].sum(axis=1), np.einsum("ct,ct->c", part[0], part[0]))
            if at == 0:
                whole = np.empty((part.shape[2] if step == given else given, part.shape[1]), np.float16)
            whole[at : at + part.shape[2]] = part[0].T
        return whole, sums

    def _upsampled(self, stage: int, x: Kept) -> Kept:
        """A stage's input: more steps of time, fewer channels. The second has one step more at its beginning,
        a mirror of the one after it."""
        session, times, channels = self._ups[stage]
        whole = np.empty((stage + times * len(x), channels), np.float16)
        step = STEP // times
        for begin in range(0, len(x), step):
            end = min(begin + step, len(x))
            low, high = max(begin - 1, 0), min(end + 1, len(x))
            (part,) = session.run({"x": x[low:high]}, keep=end < len(x))
            whole[stage + times * begin : stage + times * end] = part[(begin - low) * times :][
                : times * (end - begin)
            ]
        if stage:
            whole[0] = whole[2]
        return whole

    def _stage(
        self,
        styles: dict[str, Floats],
        tone: tuple[Kept, Sums],
        up: Kept,
        first: str,
        others: tuple[int, ...],
    ) -> Kept:
        """One stage: the tone's block on what is below, then the mean of three blocks."""
        x, sums = tone
        between = np.empty_like(x)
        sums = self._block(styles, first, x, sums, x, between, (up,), up)
        total = np.empty_like(x)
        for number, other in enumerate(others):
            more = (total,) if number else ()
            self._block(styles, f"resblocks.{other}", up, sums, x, between, more, total)
        return total

    def _block(
        self,
        styles: dict[str, Floats],
        name: str,
        given: Kept,
        sums: Sums,
        x: Kept,
        between: Kept,
        more: tuple[Kept, ...],
        out: Kept,
    ) -> Sums:
        """Three times two convolutions, each two added to what they were given; `x` and `between` are written
        over. The last is written to `out`, with `more` added."""
        layers = self._blocks[name]
        for at in range(0, len(layers), 2):
            last = at + 2 == len(layers)
            inner = _run(layers[at], styles, given, sums, (), between)
            add, to = ((given, *more), out) if last else ((given,), x)
            sums = _run(layers[at + 1], styles, between, inner, add, to)
            given = x
        return sums


def _run(
    layer: Layer, styles: dict[str, Floats], x: Kept, sums: Sums, more: tuple[Kept, ...], out: Kept
) -> Sums:
    """One layer over the whole sentence, `more` added to it."""
    factor, shift = sums.scaled(*(styles[name] for name in layer.styles))
    session = _session(len(more), str(layer.weights.dtype))
    feed: dict[str, Any] = {
        "factor": factor,
        "shift": shift,
        "bend": layer.bend,
        "unbend": 1 / layer.bend,
        "weights": layer.weights,
        "zero": layer.zero,
        "scale": layer.scale,
        "bias": layer.bias,
    }
    reach = layer.dilation * (layer.kernel - 1) // 2
    found = Sums()
    for written, read, lacks in _pieces(len(x), reach):
        steps = written.stop - written.start
        feed |= {"x": x[read], "pads": lacks, "taps": _taps(STEP, layer.kernel, layer.dilation)[:steps]}
        feed |= {f"more{number}": one[written] for number, one in enumerate(more)}
        out[written], total, squares = session.run(feed, keep=written.stop < len(x))
        found.add(steps, total, squares)
    return found


@cache
def _taps(step: int, kernel: int, dilation: int) -> NDArray[np.int64]:
    """The rows that a convolution reads, for each row of a whole piece; a shorter one has the first of them.

    Kept by layer and not by length: a last piece may have any, and a book's would fill the memory."""
    return (np.arange(step)[:, None] + dilation * np.arange(kernel)).astype(np.int64)


@cache
def _session(more: int, weights: str) -> Session:
    """A layer on one piece, with this number of things to add."""
    added = [f"more{number}" for number in range(more)]
    operations = [
        operation("Cast", ["x"], "wide", to=1),
        operation("Mul", ["wide", "factor"], "at0"),
        operation("Add", ["at0", "shift"], "even"),
        operation("Mul", ["even", "bend"], "turned"),
        operation("Sin", ["turned"], "sine"),
        operation("Mul", ["sine", "sine"], "square"),
        operation("Mul", ["square", "unbend"], "swing"),
        operation("Add", ["even", "swing"], "active"),
        operation("DynamicQuantizeLinear", ["active"], "bytes step nought"),
        operation("Pad", ["bytes", "pads", "nought"], "padded"),
        operation("Gather", ["padded", "taps"], "rows"),
        operation("Reshape", ["rows", "flat"], "columns"),
        operation("MatMulInteger", ["columns", "weights", "nought", "zero"], "whole"),
        operation("Cast", ["whole"], "counted", to=1),
        operation("Mul", ["step", "scale"], "worth"),
        operation("Mul", ["counted", "worth"], "unbiased"),
        operation("Add", ["unbiased", "bias"], "sum0"),
    ]
    for number, name in enumerate(added):
        operations.append(operation("Cast", [name], f"wide{number}", to=1))
        operations.append(operation("Add", [f"sum{number}", f"wide{number}"], f"sum{number + 1}"))
    operations += [
        operation("Mul", [f"sum{more}", f"sum{more}"], "squared"),
        operation("ReduceSum", [f"sum{more}", "first"], "total", keepdims=0),
        operation("ReduceSum", ["squared", "first"], "squares", keepdims=0),
        operation("Cast", [f"sum{more}"], "out", to=10),
    ]
    floats = dict.fromkeys(["factor", "shift", "bend", "unbend", "scale", "bias"], "float32")
    whole = {"weights": weights, "zero": weights, "pads": "int64", "taps": "int64"}
    constants = {"flat": np.array([0, -1], np.int64), "first": np.array([0], np.int64)}
    model = onnx_build.model(
        operations,
        {"x": "float16", **dict.fromkeys(added, "float16"), **floats, **whole},
        {"out": "float16", "total": "float32", "squares": "float32"},
        constants,
    )
    return Session(model, shared=True)


@cache
def signed() -> bool:
    """Return whether this processor multiplies bytes by signed bytes without cutting the sums off.

    Where it does, signed weights are twice as fast as others; the sums are the same."""
    model = onnx_build.model(
        [operation("MatMulInteger", ["a", "b"], "c")], {"a": "uint8", "b": "int8"}, {"c": "int32"}, {}
    )
    a, b = np.full((64, 256), 255, np.uint8), np.full((256, 64), -127, np.int8)
    (c,) = Session(model, shared=True).run({"a": a, "b": b})
    return bool((np.asarray(c) == 255 * -127 * 256).all())


def _block_names() -> Iterator[str]:
    for tone, others in STAGES:
        yield tone
        yield from (f"resblocks.{number}" for number in others)


def _layers(model: Whole, block: str) -> list[Layer]:
    """The convolutions of a block, in the order in which they are run."""
    layers = []
    for pair, part in [(pair, part) for pair in range(3) for part in (1, 2)]:
        name = f"convs{part}.{pair}"
        node = model.maker(f"{ROOM}/{block}/{name}/Conv_output_0_output_quantized")
        weights, zero = model.values(node.inputs[1]), model.values(node.inputs[3]).reshape(())
        if weights.dtype == np.uint8 and signed():
            weights, zero = (weights ^ 128).view(np.int8), np.asarray(zero ^ 128).view(np.int8)
        style = f"{ROOM}/{block}/adain{part}.{pair}"
        scale = model.maker(f"{WEIGHTS}.{block}.{name}.bias_scale").inputs[1]
        layers.append(
            Layer(
                (f"{style}/Add_1_output_0", f"{style}/Slice_1_output_0"),
                model.values(f"{WEIGHTS}.{block}.alpha{part}.{pair}").reshape(-1),
                np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(-1, weights.shape[0])),
                zero,
                model.values(scale).reshape(()),
                model.values(f"{WEIGHTS}.{block}.{name}.bias"),
                weights.shape[2],
                DILATIONS[pair] if part == 1 else 1,
            )
        )
    return layers


def _up(model: Whole, stage: int) -> tuple[Session, int, int]:
    """Build what makes more steps of time for a stage; tell how many of one, and of how many channels."""
    weights, bias = map(model.values, model.maker(f"{ROOM}/ups.{stage}/ConvTranspose_output_0").inputs[1:])
    kernel = weights.shape[2]
    times = kernel // 2
    operations = [
        operation("Cast", ["x"], "wide", to=1),
        operation("Mul", ["wide", "share"], "mean"),
        operation("LeakyRelu", ["mean"], "active", alpha=0.1),
        operation("Transpose", ["active"], "turned", perm=(1, 0)),
        operation("Unsqueeze", ["turned", "first"], "one"),
        operation(
            "ConvTranspose", ["one", "weights", "bias"], "more",
            kernel_shape=(kernel,), strides=(times,), pads=(times // 2, times // 2),
        ),
        operation("Squeeze", ["more", "first"], "single"),
        operation("Transpose", ["single"], "back", perm=(1, 0)),
        operation("Cast", ["back"], "out", to=10),
    ]  # fmt: skip
    constants = {
        "weights": weights,
        "bias": bias,
        "first": np.array([0], np.int64),
        "share": np.array(1 / 3 if stage else 1, np.float32),
    }
    made = onnx_build.model(operations, {"x": "float16"}, {"out": "float16"}, constants)
    return Session(made, shared=True), times, len(bias)


def _post(model: Whole) -> tuple[Session, int, int]:
    """The last convolution, which gives the spectrum, its kernel, and how many bands it gives."""
    weights, bias = map(model.values, model.maker(LAST).inputs[1:])
    kernel = weights.shape[2]
    operations = [
        operation("Cast", ["x"], "wide", to=1),
        operation("Mul", ["wide", "share"], "mean"),
        operation("LeakyRelu", ["mean"], "active", alpha=0.01),
        operation("Pad", ["active", "pads"], "padded"),
        operation("Transpose", ["padded"], "turned", perm=(1, 0)),
        operation("Unsqueeze", ["turned", "first"], "one"),
        operation("Conv", ["one", "weights", "bias"], "out", kernel_shape=(kernel,)),
    ]
    constants = {
        "weights": weights,
        "bias": bias,
        "first": np.array([0], np.int64),
        "share": np.array(1 / 3, np.float32),
    }
    made = onnx_build.model(operations, {"x": "float16", "pads": "int64"}, {"out": "float32"}, constants)
    return Session(made, shared=True), kernel, len(bias)


def _pieces(steps: int, reach: int) -> Iterator[tuple[slice, slice, NDArray[np.int64]]]:
    """Each piece: what is written, what is read for it, and how many rows the reading lacks at both ends."""
    for begin in range(0, steps, STEP):
        end = min(begin + STEP, steps)
        low, high = max(begin - reach, 0), min(end + reach, steps)
        lacks = np.array([low - begin + reach, 0, end + reach - high, 0], np.int64)
        yield slice(begin, end), slice(low, high), lacks
