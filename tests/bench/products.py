"""What this processor makes of hibari's largest matrix products, in whole numbers of a byte and in float32.

usage: python tests/bench/products.py [--turns N]

Four fifths of the network's time are such products. Where bytes are no faster than float32 (a processor that
has neither VNNI nor wide multiplications of bytes), no other preparation of the weights makes it faster: the
rate is then that of the processor's multipliers. Medians of CPU time, one thread, by turns.
"""

from __future__ import annotations

import argparse
import statistics
import time

import numpy as np

from listen.engines import onnx_build, onnx_graph
from listen.engines.onnx_build import operation

SHAPES = (
    ("widening", 530, 256, 768),
    ("narrowing", 530, 768, 256),
    ("the last layer", 530, 256, 3005),
    ("attention", 105, 192, 576),
)
"""What it is; frames or phonemes of a sentence of 6.6 s, numbers that go in, numbers that come out."""


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--turns", type=int, default=30)
    turns = parser.parse_args().turns
    random = np.random.default_rng(0)
    print("| product | float32, ms | signed bytes, ms | unsigned bytes, ms | 10⁹ a second of the first |")
    print("|---|---|---|---|---|")
    for name, rows, inner, columns in SHAPES:
        given = random.standard_normal((rows, inner), np.float32)
        weights = random.integers(-60, 60, (inner, columns)).astype(np.int8)
        forms = (
            by_floats(weights),
            by_bytes(weights),
            by_bytes((weights.astype(np.int16) + 128).astype(np.uint8)),
        )
        sessions = [onnx_graph.Session(form) for form in forms]
        times: list[list[float]] = [[] for _ in sessions]
        for _ in range(turns):
            for session, spent in zip(sessions, times, strict=True):
                begin = time.process_time()
                session.run({"x": given}, keep=True)
                spent.append(time.process_time() - begin)
        first, *others = (statistics.median(spent) * 1000 for spent in times)
        rate = rows * inner * columns / first / 1e6
        print(f"| {name}, {rows} × {inner} × {columns} | {first:.2f} | ", end="")
        print(f"{' | '.join(f'{ms:.2f}' for ms in others)} | {rate:.1f} |")


def by_floats(weights: np.ndarray) -> bytes:
    """Return a model of one product with weights [in, out] in float32."""
    return onnx_build.model(
        [operation("MatMul", ["x", "w"], "y")],
        {"x": "float32"},
        {"y": "float32"},
        {"w": weights.astype(np.float32)},
    )


def by_bytes(weights: np.ndarray) -> bytes:
    """Return a model of it as hibari has it: what goes in is rounded to bytes first, and weighed by bytes."""
    middle = 0 if weights.dtype == np.int8 else 128
    operations = [
        operation("DynamicQuantizeLinear", ["x"], "bytes scale zero"),
        operation("MatMulInteger", ["bytes", "w", "zero", "middle"], "whole"),
        operation("Cast", ["whole"], "floats", to=1),
        operation("Mul", ["scale", "step"], "both"),
        operation("Mul", ["floats", "both"], "y"),
    ]
    tensors = {"w": weights, "middle": np.array(middle, weights.dtype), "step": np.array(0.01, np.float32)}
    return onnx_build.model(operations, {"x": "float32"}, {"y": "float32"}, tensors)


if __name__ == "__main__":
    main()
