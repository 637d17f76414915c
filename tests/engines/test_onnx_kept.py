"""Kept networks: the same outputs as the model's own, and never another's."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from listen.engines import hibari, onnx_graph, onnx_kept
from listen.engines.hibari import hibari_model
from listen.storage import folders

FILE = hibari._assets() / "hibari.onnx"
OUTPUTS = (hibari_model.HEAD, hibari_model.PITCH, hibari_model.DURATIONS)


def feeds() -> list[dict[str, object]]:
    numbers = np.random.default_rng(7)
    rows = [numbers.integers(1, 170, (1, count)) for count in (3, 40, 121, 260)]
    return [{"ids": row, "speed": np.full(1, rate, np.float32)} for row in rows for rate in (1.0, 1.3)]


def outputs(session: onnx_graph.Session) -> list[bytes]:
    return [part.tobytes() for feed in feeds() for part in session.run(feed)]


def kept() -> Path:
    return folders.cache_dir() / "engines" / "own.onnx"


def session() -> onnx_graph.Session:
    return onnx_kept.session("own", FILE, OUTPUTS)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each session that is made of a network, whether it was ready."""
    asked: list[bool] = []
    make = onnx_graph.Session.__init__

    def noted(self: onnx_graph.Session, model: bytes, **options: object) -> None:
        asked.append(bool(options.get("ready")))
        make(self, model, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(onnx_graph.Session, "__init__", noted)
    return asked


def test_a_kept_network_gives_the_same_to_the_bit(made: list[bool]) -> None:
    own = outputs(onnx_graph.Session(onnx_graph.with_outputs(FILE.read_bytes(), OUTPUTS)))
    assert outputs(session()) == own
    assert outputs(session()) == own
    assert made == [False, False, True]
    assert [path.name for path in kept().parent.iterdir()] == ["own.onnx"]


def cut(data: bytes) -> bytes:
    return data[:-1]


def changed(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


def nothing(data: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("damage", [cut, changed, nothing])
def test_a_damaged_one_is_made_again(damage: Callable[[bytes], bytes], made: list[bool]) -> None:
    session()
    whole = kept().read_bytes()
    kept().write_bytes(damage(whole))
    session()
    assert made == [False, False]
    assert kept().read_bytes() == whole


def test_what_it_was_made_of_decides(
    tmp_path: Path, made: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "hibari.onnx"
    file.write_bytes(FILE.read_bytes())
    onnx_kept.session("own", file, OUTPUTS)
    onnx_kept.session("own", file, OUTPUTS[:2])
    os.utime(file, ns=(1, 1))
    onnx_kept.session("own", file, OUTPUTS[:2])
    monkeypatch.setattr(onnx_kept, "_processor", lambda: "another")
    onnx_kept.session("own", file, OUTPUTS[:2])
    assert made == [False] * 4
    onnx_kept.session("own", file, OUTPUTS[:2])
    assert made[4:] == [True]


def test_where_none_can_be_kept_it_is_made_each_time(made: list[bool]) -> None:
    kept().parent.parent.mkdir(parents=True, exist_ok=True)
    kept().parent.write_bytes(b"a file, and no folder")
    assert outputs(session()) == outputs(session())
    assert made == [False, False]


def test_the_processor_is_told() -> None:
    assert onnx_kept._processor()
