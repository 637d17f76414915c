"""Kokoro's last layers in pieces of time: what a layer computes, and the whole beside the model as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from listen.engines import onnx_graph
from listen.engines.kokoro import kokoro_layers, kokoro_model
from listen.engines.kokoro.kokoro_layers import Layer, Sums

SHARED = os.environ.get("LISTEN_TEST_VOICES", "")
MODEL = Path(SHARED) / "kokoro" / "kokoro-v1.0.int8.onnx"
installed = pytest.mark.skipif(
    not SHARED or not MODEL.exists(), reason="LISTEN_TEST_VOICES names no folder with Kokoro's model"
)
STYLES = {"f": np.array([1, 2, 0.5, 1], np.float32), "s": np.array([0, 0.5, -1, 0], np.float32)}
PHONEMES = "ðə fˈɛɹi lˈɛft æt nˈIn, ænd nˈObɑdi ɔn ðə kˈi sˈɛd ə wˈɜɹd ʌntˈɪl ɪt hæd ɡˈɔn. "
MOST = """
import sys
from pathlib import Path
import numpy as np
from listen.engines.kokoro import kokoro_model
from listen.render import process_memory

process_memory.give_back()
network = kokoro_model._network(Path(sys.argv[1]))
known = kokoro_model.vocabulary()
style = np.fromfile(sys.argv[2], np.float32).reshape(-1, 256)[[100]]
ids = [known[letter] for letter in sys.argv[3] if letter in known]
network.run([0, *ids[:20], 0], style, 1.0)
Path("/proc/self/clear_refs").write_text("5")  # the most so far, anew: loading is over
samples, _ = network.run([0, *ids, 0], style, 1.0)
most = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(len(samples) / 24000, int(most.split()[1]) / 1000)
"""


def layer(kernel: int, dilation: int, kind: type = np.int8) -> Layer:
    rng = np.random.default_rng(kernel)
    weights = rng.integers(-127, 128, (4 * kernel, 4))
    shift = 0 if kind is np.int8 else 128
    return Layer(
        ("f", "s"), np.array([1, 0.5, 2, 3], np.float32), (weights + shift).astype(kind),
        np.array(shift, kind),
        np.array(0.01, np.float32), np.array([0, 1, -1, 0.5], np.float32), kernel, dilation,
    )  # fmt: skip


def sums(x: NDArray[Any]) -> Sums:
    wide = x.astype(np.float32)
    found = Sums()
    found.add(len(x), wide.sum(axis=0), (wide * wide).sum(axis=0))
    return found


def exactly(one: Layer, x: NDArray[Any]) -> NDArray[np.float64]:
    """The layer by its definition, without steps of eight bits."""
    even = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 1e-5) * STYLES["f"] + STYLES["s"]
    active = even + np.sin(one.bend * even) ** 2 / one.bend
    reach = one.dilation * (one.kernel - 1) // 2
    padded = np.pad(active, ((reach, reach), (0, 0)))
    taps = [padded[one.dilation * k : one.dilation * k + len(x)] for k in range(one.kernel)]
    weights = one.weights.astype(np.float64) - float(one.zero)
    return np.concatenate(taps, axis=1) @ weights * 0.01 + one.bias


@pytest.mark.parametrize(("kernel", "dilation"), [(3, 1), (7, 3), (11, 5)])
@pytest.mark.parametrize("step", [16, 37, 1024])
def test_a_layer_in_pieces_is_the_layer(
    kernel: int, dilation: int, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kokoro_layers, "STEP", step)
    one = layer(kernel, dilation, np.int8 if kokoro_layers.signed() else np.uint8)
    x = np.random.default_rng(1).normal(2, 3, (150, 4)).astype(np.float16)
    out = np.empty_like(x)
    found = kokoro_layers._run(one, STYLES, x, sums(x), (), out)
    wanted = exactly(one, x.astype(np.float64))
    # 256 steps for what lies some ±5 around 0: an error of a hundredth of a typical value.
    assert np.abs(out - wanted).mean() < 0.02 * np.abs(wanted).mean()
    assert np.abs(out[[0, -1]] - wanted[[0, -1]]).max() < 0.1 * np.abs(wanted).max()
    assert found.count == 150
    assert np.allclose(found.total / 150, wanted.mean(axis=0), atol=0.05 * np.abs(wanted).mean())


def test_what_is_to_be_added_is_added_and_counted() -> None:
    one = layer(3, 1)
    x = np.random.default_rng(1).normal(0, 1, (40, 4)).astype(np.float16)
    bare, both = np.empty_like(x), np.empty_like(x)
    kokoro_layers._run(one, STYLES, x, sums(x), (), bare)
    found = kokoro_layers._run(one, STYLES, x, sums(x), (x, x), both)
    assert np.allclose(both, bare + 2.0 * x, atol=0.02)
    assert np.allclose(found.total, both.astype(np.float64).sum(axis=0), atol=0.1)


def test_weights_with_and_without_a_sign_give_the_same() -> None:
    x = np.random.default_rng(1).normal(0, 1, (40, 4)).astype(np.float16)
    outs = []
    for kind in (np.int8, np.uint8):
        outs.append(np.empty_like(x))
        kokoro_layers._run(layer(7, 1, kind), STYLES, x, sums(x), (), outs[-1])
    if kokoro_layers.signed():
        assert np.array_equal(outs[0], outs[1])


def test_mean_and_variance_come_from_pieces() -> None:
    x = np.random.default_rng(1).normal(5, 2, (300, 4)).astype(np.float32)
    found = Sums()
    for at in range(0, 300, 64):
        piece = x[at : at + 64]
        found.add(len(piece), piece.sum(axis=0), (piece * piece).sum(axis=0))
    factor, shift = found.scaled(np.ones(4, np.float32), np.zeros(4, np.float32))
    assert np.allclose(x * factor + shift, (x - x.mean(axis=0)) / x.std(axis=0), atol=1e-3)


def test_another_model_has_other_layers() -> None:
    from listen.engines.onnx_build import Whole, model, operation

    other = Whole(model([operation("Sin", ["x"], "y")], {"x": "float32"}, {"y": "float32"}, {}))
    with pytest.raises(KeyError):
        kokoro_layers.Layers(other, other, "y", Path())


@pytest.mark.slow
@installed
def test_the_sound_is_that_of_the_model_as_it_is() -> None:
    model = MODEL.read_bytes()
    leaning = onnx_graph.leaning(model, MODEL.name)
    wanted = (onnx_graph.outputs(model)[0], kokoro_model.durations_of(onnx_graph.nodes(model)))
    whole = onnx_graph.Session(
        onnx_graph.with_outputs(leaning, wanted), MODEL.parent, session__disable_prepacking="1"
    )
    known = kokoro_model.vocabulary()
    ids = [0, *(known[letter] for letter in PHONEMES if letter in known), 0]
    style = kokoro_model.style(MODEL.parent / "bf_emma.bin")[len(ids) - 2][None]
    network = kokoro_model._network(MODEL)
    samples, durations = network.run(ids, style, 1.0)
    again, _ = network.run(ids, style, 1.0)
    assert np.array_equal(samples, again)
    feed = {"tokens": np.asarray([ids], np.int64), "style": style, "speed": np.ones(1, np.float32)}
    sound, units = whole.run(feed)
    assert np.array_equal(durations, units)
    sound = sound.reshape(-1)
    assert len(samples) == len(sound)
    # The model as it is has one scale of eight bits for the whole sentence, and rounds its biases down.
    apart = np.sqrt(np.mean((samples - sound) ** 2) / np.mean(sound**2))
    assert apart < 0.4
    spectra = [np.abs(np.fft.rfft(one[: len(one) // 600 * 600].reshape(-1, 600))) for one in (samples, sound)]
    assert np.corrcoef(spectra[0].reshape(-1), spectra[1].reshape(-1))[0, 1] > 0.95


@installed
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells what a process holds")
def test_a_sentence_of_twenty_seconds_takes_less_than_350_megabytes() -> None:
    command = [sys.executable, "-c", MOST, str(MODEL), str(MODEL.parent / "bf_emma.bin"), PHONEMES * 5]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, most = map(float, done.stdout.split())
    assert seconds > 18
    assert most < 350


def test_what_is_kept_of_pieces_does_not_grow_with_their_lengths() -> None:
    one = layer(3, 1)
    kokoro_layers._taps.cache_clear()
    for steps in (5, 6, 7, 40):
        x = np.ones((steps, 4), np.float16)
        kokoro_layers._run(one, STYLES, x, sums(x), (), np.empty_like(x))
    assert kokoro_layers._taps.cache_info().currsize == 1
