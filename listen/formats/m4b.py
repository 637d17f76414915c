"""An episode as an M4B audiobook with chapters, made by ffmpeg where it is installed."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import BinaryIO

from listen.errors import AudioError
from listen.model import Episode
from listen.mp3 import decoders, sound

KBIT = 64
_PIECE_S = 10
"""Seconds of sound that are decoded and handed on at a time."""
INSTALL = "install ffmpeg (apt install ffmpeg, brew install ffmpeg, winget install ffmpeg), or leave m4b out"


def require() -> str:
    """Path of ffmpeg. Raises AudioError, before any work is done, when there is none."""
    program = shutil.which("ffmpeg")
    if program is None:
        raise AudioError(f"M4B files are made by ffmpeg, which is not here: {INSTALL}")
    return program


def write(path: Path, episode: Episode, audio: Path, picture: bytes = b"") -> None:
    """Write the M4B to `path`; `audio` is where the MP3 is now. Raises AudioError when ffmpeg fails.

    ffmpeg is given samples: its version 5.1 garbles some of LAME's frames at 24 kHz, 9.0 does not.
    """
    program = require()
    decoded = sound.from_file(audio, decoders.find())
    with contextlib.closing(decoded), tempfile.TemporaryDirectory(prefix="listen-") as folder:
        about = Path(folder) / "about.txt"
        about.write_text(metadata(episode), "utf-8")
        inputs = ["-f", "f32le", "-ar", decoded.rate, "-ac", "1", "-i", "pipe:0", "-i", about]
        maps = ["-map", "0:a", "-map_metadata", "1", "-map_chapters", "1"]
        if picture:
            cover = Path(folder) / "cover"
            cover.write_bytes(picture)
            inputs += ["-i", cover]
            maps += ["-map", "2:v", "-c:v", "copy", "-disposition:v:0", "attached_pic"]
        command = [program, "-v", "error", "-y", *inputs, *maps]
        command += ["-c:a", "aac", "-b:a", f"{KBIT}k", "-fflags", "+bitexact", "-flags", "+bitexact"]
        command += ["-movflags", "+faststart", "-f", "ipod", path]
        with (Path(folder) / "said").open("w+b") as said:
            status = _fed(list(map(str, command)), decoded, said)
            said.seek(0)
            reason = (said.read().decode("utf-8", "replace").strip().splitlines() or ["no reason given"])[-1]
    if status:
        raise AudioError(f"ffmpeg could not make the M4B ({reason}): {INSTALL}")


def _fed(command: list[str], decoded: sound.Sound, said: BinaryIO) -> int:
    """Exit status of a program that was given the samples; what it complains of goes to `said`."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=said, stderr=said) as process:
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # it has ended, and said why
            for at in range(0, decoded.samples, _PIECE_S * decoded.rate):
                process.stdin.write(decoded.read(at, _PIECE_S * decoded.rate).astype("<f4").tobytes())
            process.stdin.close()
    return process.returncode


def metadata(episode: Episode) -> str:
    """ffmpeg's metadata file: tags and chapters, to the millisecond."""
    tags = {
        "title": episode.title,
        "artist": episode.byline,
        "album": episode.site or episode.title,
        "date": episode.published,
        "genre": "Audiobook",
        "comment": "Narrated by a synthetic voice",
    }
    lines = [";FFMETADATA1", *(f"{name}={_escaped(value)}" for name, value in tags.items() if value)]
    for chapter in episode.chapters:
        lines += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={chapter.start_ms}", f"END={chapter.end_ms}"]
        lines.append(f"title={_escaped(chapter.title)}")
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    for mark in "\\=;#":
        text = text.replace(mark, "\\" + mark)
    return " ".join(text.split())
