"""Some of the cases of the mutation fuzz: each ends in an article or in a clear error."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

KINDS = (
    "html",
    "wide",
    "state",
    "text",
    "gutenberg",
    "markdown",
    "epub",
    "docx",
    "odt",
    "pdf",
    "mail",
    "mhtml",
    "rss",
)


@pytest.fixture(scope="module")
def fuzz() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz", Path(__file__).parents[1] / "bench" / "fuzz.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def known(fuzz: ModuleType) -> dict[str, tuple[bytes, str | None]]:
    return fuzz.seeds()


@pytest.mark.parametrize("kind", [*KINDS, "atom", "gzip", "script"])
def test_damaged_documents_end_well(
    fuzz: ModuleType, known: dict[str, tuple[bytes, str | None]], kind: str
) -> None:
    for number in range(9):
        _, data, media = fuzz.case(number, 7, known, [kind])
        assert fuzz.outcome(kind, data, media) == "ok", number


@pytest.mark.slow
def test_more_of_them(fuzz: ModuleType, known: dict[str, tuple[bytes, str | None]]) -> None:
    for number in range(1500):
        kind, data, media = fuzz.case(number, 8, known, list(known))
        assert fuzz.outcome(kind, data, media) == "ok", number


@pytest.mark.parametrize("kind", KINDS)
def test_each_document_is_read_when_whole(known: dict[str, tuple[bytes, str | None]], kind: str) -> None:
    from listen.clean import read
    from listen.model import Source

    data, media = known[kind]
    assert "ground" in read(Source(data, "x", media_type=media)).article.text


def test_the_fuzz_sees_a_fault(
    fuzz: ModuleType, known: dict[str, tuple[bytes, str | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("listen.clean.formats.plain_text.clean_text", lambda *_, **__: 1 / 0)
    assert "ZeroDivisionError" in fuzz.outcome("text", *known["text"])
