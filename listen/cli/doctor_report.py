"""This module says what this installation can do, found out by looking."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from listen import engines
from listen.casting import voice_table
from listen.errors import ListenError
from listen.storage import folders

PODCAST = {
    "uvicorn": "serves the podcast",
    "starlette": "serves the podcast",
    "pillow": "draws and checks covers",
    "feedparser": "reads watched feeds",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is there or missing."""

    name: str
    ok: bool
    text: str
    """What it is good for; when missing, how to get it."""
    speaks: bool = False
    """Whether it is a speech engine."""


def findings() -> list[Finding]:
    """Everything that a narration may need, the engines first."""
    found = [_engine(name) for name in engines.installed() if name not in engines.FOR_TESTS]
    found.append(_package("lameenc", "encodes MP3", "pip install lameenc"))
    found.append(_ffmpeg())
    found.append(_sound())
    for name, good_for in PODCAST.items():
        found.append(_package(name, good_for, "pip install --upgrade listen-to-story"))
    found.append(
        _package("fsspec", "uploads a podcast's site to storage", "pip install 'listen-to-story[storage]'")
    )
    found.append(_writable("cache", folders.cache_dir()))
    found.append(_writable("library", folders.library_dir()))
    python = ".".join(map(str, sys.version_info[:3]))
    return [*found, Finding("python", True, f"{python} on {sys.platform}")]


def _engine(name: str) -> Finding:
    """The engine, and how many of its voices can speak: what `listen voices --engine` lists."""
    try:
        traits, lacking = engines.traits(name), engines.get(name).missing()
        voices = voice_table.listed(engine=name)
    except ListenError as error:
        return Finding(name, False, str(error), speaks=True)
    if lacking:
        return Finding(name, False, lacking, speaks=True)
    ready = sum(voice.installed and voice.speaks for voice in voices)
    of = f" of {len(voices)}" if ready < len(voices) else ""
    kind = traits.licence + (f", {traits.rate} Hz" if traits.rate else "")
    where = "" if traits.local else ", sends the text to a server"
    many = f"{ready}{of} voices can speak: listen voices --engine {name}"
    return Finding(name, True, f"speech engine ({kind}{where}), {many}", speaks=True)


def _package(name: str, good_for: str, how: str) -> Finding:
    try:
        return Finding(name, True, f"{version(name)}, {good_for}")
    except PackageNotFoundError:
        return Finding(name, False, f"{good_for}: {how}")


def _ffmpeg() -> Finding:
    path = shutil.which("ffmpeg")
    if path:
        return Finding("ffmpeg", True, f"{path}, decodes jingles of any format")
    return Finding(
        "ffmpeg",
        False,
        "only for jingles that are not WAV: apt install ffmpeg, brew install ffmpeg, winget install ffmpeg",
    )


def _sound() -> Finding:
    from listen.mp3 import decoders
    from listen.play import outputs

    try:
        decoders.find()
        with contextlib.closing(outputs.find()) as output:
            return Finding("sound", True, f"{output.name}, for listen play and listen say")
    except ListenError as error:
        return Finding("sound", False, f"for listen play and listen say: {error}")


def _writable(name: str, folder: Path) -> Finding:
    nearest = folder
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    if os.access(nearest, os.W_OK):
        return Finding(name, True, str(folder))
    return Finding(name, False, f"{folder} cannot be written: set LISTEN_HOME to a folder that can")
