"""Piper without a voice: settings that are none, and a graph whose noise becomes an input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from listen.engines import onnx_graph
from listen.engines.piper import piper_files, piper_model
from listen.errors import EngineError
from listen.model import Voice

SETTINGS = {
    "audio": {"sample_rate": 22050},
    "espeak": {"voice": "de"},
    "num_speakers": 2,
    "phoneme_id_map": {"_": [0], "^": [1], "$": [2], "a": [3], ",": [4], "?": [5], "ɡ": [6]},
}


def written(tmp_path: Path, settings: object) -> Path:
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.onnx.json"
    path.write_text(settings if isinstance(settings, str) else json.dumps(settings), "utf-8")
    return path


def test_settings_and_what_they_lack(tmp_path: Path) -> None:
    config = piper_files.config(written(tmp_path, SETTINGS))
    assert (config.rate, config.espeak, config.speakers, config.noise) == (22050, "de", 2, 0.667)
    assert config.marks("?! —“«") == "?,"
    assert config.letters("g\u00e3^") == "ɡa\u0303"
    for wrong in ("", "[]", {}, {**SETTINGS, "phoneme_id_map": {"a": [1]}}, {**SETTINGS, "audio": {}}):
        with pytest.raises(EngineError, match=r"is no Piper voice's settings \(.*\): install it again"):
            piper_files.config(written(tmp_path, wrong))
    with pytest.raises(EngineError, match="voice gone is not installed: listen voices install gone"):
        piper_files.config(tmp_path / "gone.onnx.json")


def test_a_speaker_is_a_number() -> None:
    voice = Voice("x", "piper", "de_DE-mls-medium#12", "de-DE", 22050, "MIT", "x")
    assert piper_files.speaker(voice) == 12
    assert piper_files.paths(voice)[0].name == "de_DE-mls-medium.onnx"
    with pytest.raises(EngineError, match="'anna' is no number of a speaker of x"):
        piper_files.speaker(Voice("x", "piper", "x#anna", "de-DE", 22050, "MIT", "x"))


def test_noise_becomes_an_input_and_durations_an_output() -> None:
    body = (
        onnx_graph.node("RandomNormalLike", ["like"], ["drawn"])
        + onnx_graph.node("Ceil", ["w"], ["whole"])
        + onnx_graph.node("CumSum", ["whole", "axis"], ["ends"])
        + onnx_graph.field(onnx_graph.OUTPUT, onnx_graph.field(1, b"output"))
    )
    model, noises = piper_model.opened(onnx_graph.field(onnx_graph.GRAPH, body))
    assert noises == ["listen_noise_0"]
    kinds = [node.kind for node in onnx_graph.nodes(model)]
    assert kinds == ["Shape", "Slice", "Ceil", "CumSum"]
    assert [n.outputs for n in onnx_graph.nodes(model) if n.kind == "Slice"] == [("drawn",)]
    assert onnx_graph.outputs(model) == ["output", "whole"]
    with pytest.raises(ValueError, match="no durations"):
        piper_model.opened(onnx_graph.field(onnx_graph.GRAPH, onnx_graph.node("Add", ["a"], ["b"])))
    with pytest.raises(ValueError, match="without a graph"):
        piper_model.opened(b"")
