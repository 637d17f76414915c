"""Small models that compute what they say, and parts of large ones."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from listen.engines import onnx_build, onnx_graph
from listen.engines.onnx_build import Whole, operation

OPERATIONS = [
    operation("Cast", ["x"], "wide", to=1),
    operation("Transpose", ["wide"], "turned", perm=(1, 0)),
    operation("Add", ["turned", "more"], "sum"),
    operation("LeakyRelu", ["sum"], "y", alpha=0.25),
]
CONSTANTS: dict[str, NDArray[Any]] = {
    "more": np.array([1, -1], np.float32),
    "bytes": np.array([[0, 255], [3, 128]], np.uint8),
    "places": np.array([300, -2], np.int64),
    "one": np.array(7, np.int8),
}


def model() -> bytes:
    return onnx_build.model(OPERATIONS, {"x": "float16"}, {"y": "float32"}, CONSTANTS)


def test_a_built_model_computes() -> None:
    (y,) = onnx_graph.Session(model()).run({"x": np.array([[0, -4]], np.float16)})
    assert y.tolist() == [[1, -0.25], [-0.75, -1.25]]


def test_tensors_are_read_as_they_were_written() -> None:
    whole = Whole(model())
    for name, values in CONSTANTS.items():
        found = whole.values(name)
        assert found.dtype == values.dtype
        assert found.shape == values.shape
        assert np.array_equal(found, values)
    with pytest.raises(KeyError):
        whole.values("x")


def test_a_part_has_what_it_needs_and_no_more() -> None:
    whole = Whole(model())
    part = whole.between(["turned"], ["sum"])
    assert [node.kind for node in onnx_graph.nodes(part)] == ["Add"]
    assert Whole(part).values("more").tolist() == [1, -1]
    with pytest.raises(KeyError):
        Whole(part).values("bytes")
    (found,) = onnx_graph.Session(part).run({"turned": np.zeros((2, 2), np.float32)})
    assert found.tolist() == [[1, -1], [1, -1]]


def test_a_part_keeps_the_inputs_of_the_whole() -> None:
    part = Whole(model()).between((), ["turned"])
    assert onnx_graph.Session(part).first_input == "x"
    assert onnx_graph.outputs(part) == ["turned"]


def test_what_nothing_makes_is_no_end_of_a_part() -> None:
    whole = Whole(model())
    assert whole.maker("sum").inputs == ("turned", "more")
    for unknown in (whole.maker, lambda name: whole.between((), [name])):
        with pytest.raises(KeyError):
            unknown("nothing")


def test_an_operation_is_known_by_its_kind_and_attributes() -> None:
    whole = Whole(model())
    assert whole.is_made("turned", "Transpose", perm=(1, 0))
    assert not whole.is_made("turned", "Transpose", perm=(0, 1))
    assert not whole.is_made("turned", "Cast", to=1)
    assert whole.is_made("sum", "Add")
    assert not whole.is_made("x", "Cast")


def test_a_constant_among_the_operations_has_values() -> None:
    tensor = onnx_graph.field(5, onnx_build._tensor("", np.array([3, 4], np.int64)))
    attribute = onnx_graph.field(5, onnx_graph.field(1, b"value") + tensor)
    constant = onnx_graph.field(2, b"c") + onnx_graph.field(4, b"Constant") + attribute
    whole = Whole(onnx_graph.field(onnx_graph.GRAPH, onnx_graph.field(onnx_graph.NODE, constant)))
    assert whole.values("c").tolist() == [3, 4]


def test_operations_are_replaced_where_they_stand() -> None:
    other = [operation("Neg", ["turned"], "less"), operation("Mul", ["less", "twice"], "sum")]
    changed = Whole(model()).replaced({"sum": other}, {"twice": np.array([2], np.float32)})
    assert [node.kind for node in onnx_graph.nodes(changed)] == [
        "Cast",
        "Transpose",
        "Neg",
        "Mul",
        "LeakyRelu",
    ]
    (y,) = onnx_graph.Session(changed).run({"x": np.array([[1, -4]], np.float16)})
    assert y.tolist() == [[-0.5], [8]]
