"""Who may import whom: the picture in `pipeline.py`, held against the code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "listen"

NOUNS = {"model", "errors", "titles"}
ALLOWED = {
    "model": set(),
    "errors": set(),
    "titles": set(),
    "options": {"errors"},
    "folders": set(),
    "jsonform": NOUNS,
    "scriptfile": NOUNS | {"jsonform"},
    "connect": NOUNS,
    "fetch": NOUNS | {"connect"},
    "clean": NOUNS,
    "segment": NOUNS,
    "speech": NOUNS,
    "voicebank": NOUNS | {"engines", "folders"},
    "engines": NOUNS | {"speech", "folders"},
    "audio": NOUNS,
    "mp3": NOUNS,
    "verify": NOUNS | {"audio", "engines"},
    "render": NOUNS | {"audio", "engines", "mp3", "verify"},
    "cache": NOUNS,
    "workers": NOUNS,
    "cuelist": NOUNS,
    "stitch": NOUNS | {"audio", "cuelist", "mp3"},
    "vtt": NOUNS,
    "sidecars": NOUNS | {"vtt"},
    "leftovers": NOUNS,
    "output": NOUNS | {"leftovers"},
    "wordbook": NOUNS | {"folders", "output", "speech"},
    "page": NOUNS | {"vtt"},
    "epub": NOUNS | {"page"},
    "srt": NOUNS,
    "transcript": NOUNS,
    "lpf": NOUNS | {"epub", "page"},
    "m4b": NOUNS | {"mp3"},
    "casting": NOUNS | {"voicebank"},
    "jingles": NOUNS | {"audio", "mp3", "stitch", "options"},
    "calibration": NOUNS | {"audio", "casting", "engines"},
    "pretty": NOUNS | {"jsonform"},
    "library": NOUNS
    | {"cache", "calibration", "casting", "fetch", "folders", "jsonform", "options", "output", "pipeline"},
    "pages": NOUNS | {"clean", "fetch"},
    "web": NOUNS | {"connect"},
    "feed": NOUNS | {"connect", "library", "mp3", "web"},
    "watchlist": NOUNS | {"library"},
    "watch": NOUNS | {"connect", "feed", "fetch", "jsonform", "library", "watchlist", "web"},
    "server": NOUNS | {"feed", "fetch", "library", "pipeline"},
    "play": NOUNS
    | {"audio", "fetch", "folders", "jsonform", "library", "mp3", "options", "output", "page", "pipeline"}
    | {"engines", "render", "vtt", "workers"},
    "publish": NOUNS
    | {"casting", "mp3", "options", "output", "sidecars", "stitch"}
    | {"epub", "lpf", "m4b", "page", "srt", "transcript", "vtt"},
}
"""pipeline, phrase, checkup and cli may import what they like, but nobody may import the cli."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Top-level parts of `listen` that a module imports, function-level imports included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("listen.")}
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "listen":
                found |= {a.name for a in node.names}
            elif node.module.startswith("listen."):
                found.add(node.module.split(".")[1])
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    layer = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    reached = imported(path) - {layer}
    if layer in ALLOWED:
        assert reached <= ALLOWED[layer]
    elif layer not in ("cli", "__init__", "__main__"):
        assert "cli" not in reached


def test_every_part_has_a_rule() -> None:
    parts = {p.relative_to(PACKAGE).parts[0].removesuffix(".py") for p in modules()}
    free = {"estimate", "pipeline", "phrase", "checkup", "cli", "__init__", "__main__"}
    assert parts - free == set(ALLOWED) & parts
