"""Piper voices of one's own: two files from anywhere, described and put where the others lie."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from listen.casting.entries import Entry, parse
from listen.casting.installation import installing
from listen.engines.piper import piper_files
from listen.errors import VoiceError
from listen.storage import folders
from listen.storage.outbox import check_free, outbox

UNKNOWN = "LicenseRef-unknown"


def add(model: Path, licence: str = "", credit: str = "") -> Entry:
    """Copy a Piper voice (`NAME.onnx`, `NAME.onnx.json` beside it) to the installed ones, and describe it.

    Without `licence` it is what a MODEL_CARD beside it says, or unknown. Raises VoiceError or EngineError for
    files that are no Piper voice, OutputError when they cannot be written.
    """
    settings = model.with_name(f"{model.name}.json")
    if model.suffix != ".onnx" or not model.is_file() or not settings.is_file():
        raise VoiceError(
            f"{model} is no Piper voice: it takes NAME.onnx and NAME.onnx.json beside each other"
        )
    config = piper_files.config(settings)
    name = model.stem
    code = (
        str(json.loads(settings.read_text("utf-8")).get("language", {}).get("code", "")) or name.split("-")[0]
    )
    files = []
    piper_files.folder().mkdir(parents=True, exist_ok=True)
    for source in (model, settings):
        target = piper_files.folder() / source.name
        if source.resolve() != target.resolve():
            check_free([target], force=True)
            with outbox(target) as box:
                shutil.copyfile(source, box.part(target))
                box.publish([target])
        files.append(
            f'[[files]]\npath = "piper/{source.name}"\nsize = {target.stat().st_size}\n'
            f'sha256 = "{installing.digest(target)}"\nsources = []\n'
        )
    told = {
        "engine": "piper",
        "id": name,
        "lang": code.replace("_", "-"),
        "licence": licence or _licence(model.with_name("MODEL_CARD")),
        "credit": credit or f"Piper voice {name}",
        "about": "Your own",
    }
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in told.items()]
    text = "\n".join([*lines, f"rate = {config.rate}", "", *files])
    ((_, entry),) = parse(f"{name}.toml", text)
    described = folders.voices_dir() / f"{name}.toml"
    with outbox(described) as box:
        box.part(described).write_text(text, encoding="utf-8")
        box.publish([described])
    return entry


def _licence(card: Path) -> str:
    """Return what a card says: `* License: CC0`."""
    lines = card.read_text("utf-8", "replace").splitlines() if card.is_file() else []
    found = [
        line.partition(":")[2].strip() for line in lines if line.lower().lstrip("* ").startswith("licen")
    ]
    return found[0] if found and found[0] else UNKNOWN
