"""A file to play, with what stands beside it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from listen import mp3
from listen.errors import AudioError
from listen.library import identity
from listen.model import Article, Chapter, Cue
from listen.mp3 import decoders, sound
from listen.play import captions
from listen.play.timeline import Timeline
from listen.storage import outbox


@dataclass
class Recording:
    """Holds what is played. A narration that is being made has one that grows."""

    title: str
    identity: str
    """What its bookmarks are kept under: the same for the same article."""
    sound: sound.Mp3Sound
    timeline: Timeline = field(default_factory=Timeline)
    lang: str = ""
    """BCP 47, or what the tag says."""


def is_recording(source: str) -> bool:
    """Return whether `source` is an MP3 rather than something to be narrated."""
    path = Path(source)
    if not path.is_file():
        return path.suffix.lower() == ".mp3" and "://" not in source  # a typo gets its own line
    with _opened(path) as file:
        return mp3.is_mp3(file.read(10))


def open_file(path: Path) -> Recording:
    """An MP3: its words and chapters from the files beside it, chapters else from its tag.

    Raises AudioError when it, or one of those files, cannot be read.
    """
    if not path.exists():
        raise AudioError(f"there is no file {path}")
    with _opened(path) as file:
        size = mp3.tag_size(file.read(10))
        file.seek(0)
        tag = mp3.read_tag(file.read(size))
    told = _told(path)
    cues = told.cues if told else _captions(path)
    chapters = _chapters(path) or tag.chapters
    url = told.url if told else None
    title = (told.title if told else "") or tag.title or path.stem
    lang = told.lang if told else tag.lang
    name = identity.identity(url, Article(title, lang, ())) if url else f"audio:{_fingerprint(path)}"
    return Recording(title, name, sound.from_file(path, decoders.find()), Timeline(cues, chapters), lang)


def _told(path: Path) -> captions.Told | None:
    beside = outbox.sidecar(path, ".words.json")
    return captions.words(_text(beside), str(beside)) if beside.is_file() else None


def _captions(path: Path) -> tuple[Cue, ...]:
    beside = outbox.sidecar(path, ".vtt")
    return captions.webvtt(_text(beside)) if beside.is_file() else ()


def _chapters(path: Path) -> tuple[Chapter, ...]:
    beside = outbox.sidecar(path, ".chapters.json")
    return captions.chapters(_text(beside), str(beside)) if beside.is_file() else ()


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError as error:
        raise AudioError(f"cannot read {path}: {error.strerror}") from error


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise AudioError(f"cannot read {path}: {error.strerror}") from error


def _fingerprint(path: Path) -> str:
    """Of the sound itself: neither the file's name nor its tag is part of it."""
    with path.open("rb") as file:
        start = mp3.tag_size(file.read(10))
        size = file.seek(0, 2) - start
        digest = hashlib.sha256(str(size).encode())
        for at in (0, size // 2, max(size - (1 << 16), 0)):
            file.seek(start + at)
            digest.update(file.read(1 << 16))
    return digest.hexdigest()[:32]
