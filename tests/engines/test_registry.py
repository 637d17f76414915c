"""Engines are found by name, lazily."""

import subprocess
import sys
from types import ModuleType

import pytest

from listen import engines
from listen.engines import contract
from listen.errors import EngineError


@pytest.mark.parametrize("name", sorted(engines.ENGINES))
def test_every_line_is_a_whole_engine(name: str) -> None:
    assert engines.get(name).TRAITS.name == name


def test_a_module_that_lacks_something_is_named_with_what_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    half = ModuleType("listen_half_an_engine")
    monkeypatch.setitem(sys.modules, half.__name__, half)
    monkeypatch.setitem(engines.installed(), "half", half.__name__)
    with pytest.raises(EngineError, match=r"engine 'half' has no TRAITS: .* must follow docs/engines\.md"):
        engines.get("half")
    for name in contract.MEMBERS[:-1]:
        setattr(half, name, print)
    half.TRAITS = contract.Traits("half", "MIT")  # type: ignore[attr-defined]
    with pytest.raises(EngineError, match=f"engine 'half' has no {contract.MEMBERS[-1]}"):
        engines.get("half")


def test_an_unknown_engine_is_one_clear_line() -> None:
    with pytest.raises(EngineError) as told:
        engines.get("nope")
    assert str(told.value) == f"no engine 'nope': choose one of {', '.join(engines.offered())}"
    assert {"espeak", "hibari", "tone"} <= engines.installed().keys()


def test_an_engine_that_cannot_be_imported_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engines.installed(), "broken", "listen_engine_that_is_not_there")
    with pytest.raises(EngineError, match=r"engine 'broken' cannot be loaded .*listen doctor"):
        engines.get("broken")


def test_naming_the_engines_loads_nothing_heavy() -> None:
    code = (
        "import sys, listen.engines, listen.casting.catalog;"
        "print([m for m in ('numpy', 'hibari', 'onnxruntime', 'espeakng_loader') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
