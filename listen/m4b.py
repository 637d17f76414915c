"""An episode as an M4B audiobook with chapters, made by ffmpeg where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from listen.errors import AudioError
from listen.model import Episode

KBIT = 64
INSTALL = "install ffmpeg (apt install ffmpeg, brew install ffmpeg, winget install ffmpeg), or leave m4b out"


def need() -> str:
    """Path of ffmpeg. Raises AudioError, before any work is done, when there is none."""
    program = shutil.which("ffmpeg")
    if program is None:
        raise AudioError(f"M4B files are made by ffmpeg, which is not here: {INSTALL}")
    return program


def write(path: Path, episode: Episode, audio: Path, picture: bytes = b"") -> None:
    """Write the M4B to `path`; `audio` is where the MP3 is now. Raises AudioError when ffmpeg fails."""
    program = need()
    with tempfile.TemporaryDirectory(prefix="listen-") as folder:
        about = Path(folder) / "about.txt"
        about.write_text(metadata(episode), "utf-8")
        inputs = ["-i", audio, "-i", about]
        maps = ["-map", "0:a", "-map_metadata", "1", "-map_chapters", "1"]
        if picture:
            cover = Path(folder) / "cover"
            cover.write_bytes(picture)
            inputs += ["-i", cover]
            maps += ["-map", "2:v", "-c:v", "copy", "-disposition:v:0", "attached_pic"]
        command = [program, "-nostdin", "-v", "error", "-y", *inputs, *maps]
        command += ["-c:a", "aac", "-b:a", f"{KBIT}k", "-fflags", "+bitexact", "-flags", "+bitexact"]
        command += ["-movflags", "+faststart", "-f", "ipod", path]
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise AudioError(f"ffmpeg could not make the M4B ({reason}): {INSTALL}")


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
