"""Voices in one file, for computers without a connection: written from what is installed, and taken in.

A bundle is a ZIP whose members are the voices' files under their paths, and the descriptions of voices that
the user added. Taken in, every file is checked against the catalogue as if it had been fetched.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from listen.casting import catalog, entries
from listen.casting.entries import Entry
from listen.casting.installation import installing
from listen.errors import SourceError, VoiceError
from listen.storage import folders
from listen.storage.outbox import check_free, outbox
from listen.storage.whole import write

ENDING = ".zip"


def export(path: Path, chosen: Sequence[Entry], force: bool = False) -> int:
    """Write installed voices to `path`; returns its size. Raises VoiceError for one that is not installed."""
    files: dict[str, Path] = {}
    for entry in chosen:
        if not entry.files or not entry.installed:
            name = entry.voice.name
            raise VoiceError(
                f"{name} is not installed as files: listen voices install {name}, then export it"
            )
        files |= {file.path: folders.voices_dir() / file.path for file in entry.files}
        own = folders.voices_dir() / f"{entry.voice.name}.toml"
        if own.exists():
            files[own.name] = own
    check_free([path], force)
    with outbox(path) as box:
        with zipfile.ZipFile(box.part(path), "w", zipfile.ZIP_STORED) as bundle:
            for name, file in files.items():
                bundle.write(file, name)
        box.publish([path])
    return path.stat().st_size


def import_file(path: Path, agreed: bool = False) -> list[str]:
    """Install every voice that a bundle has all files of; returns their names.

    Raises SourceError for a file that is no bundle or holds no voice, and as `installing.install`.
    """
    try:
        with zipfile.ZipFile(path) as bundle, tempfile.TemporaryDirectory(prefix="listen-voices-") as folder:
            names = set(bundle.namelist())
            described = [n for n in names if n.endswith(".toml") and "/" not in n]
            for name in described:
                list(entries.parse(name, bundle.read(name).decode()))
            own = {n: bundle.read(n) for n in described}
            known = {e.voice.name: e for e in _known(own) if e.files}
            whole = [e for e in known.values() if all(f.path in names for f in e.files)]
            if not whole:
                raise SourceError(
                    f"{path.name} holds no voice of the catalogue: `listen voices export` makes one"
                )
            for file in {f.path for e in whole for f in e.files}:
                bundle.extract(file, folder)
            installing.install(whole, agreed, mirror=folder)
            for name, data in own.items():
                write(folders.voices_dir() / name, data)
            return [entry.voice.name for entry in whole]
    except (zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise SourceError(f"{path.name} is no bundle of voices: {error}") from error


def _known(own: dict[str, bytes]) -> list[Entry]:
    added = [e for name, data in own.items() for _, e in entries.parse(name, data.decode())]
    variants = [
        entries.of_variant(entry, variant)
        for entry in entries.described().values()
        for variant in dict.fromkeys(file.variant for file in entry.files if file.variant)
    ]
    return [*catalog.all_entries(), *variants, *added]
