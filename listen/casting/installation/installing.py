"""Voices installed and removed: every file whole and with the right hash under its name, or not there.

A file grows beside its name, as a hidden `.part` that the next attempt goes on with. Its lock makes several
processes wait for each other: the first brings it, the others find it there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import IO

from listen.casting import catalog, choosing, entries
from listen.casting.entries import Entry, VoiceFile
from listen.casting.installation import voice_sources
from listen.casting.installation.voice_sources import Fetcher
from listen.errors import OutputError, SourceError, VoiceError
from listen.storage import folders
from listen.storage.outbox import output_error

MOST_TOLD = 160
"""Characters of each source's reason."""
Progress = Callable[[str, int, int], None]
"""Told a file's name, how many of its bytes are there, and how many it has."""


def unseen(name: str, done: int, total: int) -> None:
    """Nobody watches."""


def resolve(what: str, locale: str = "") -> Entry:
    """The voice that a name, a blend, a language (de, pt-BR, German), or `best` means; `best` is that of the
    user's language.

    Raises VoiceError when there is none.
    """
    found = catalog.entry(what) if what != "best" else None
    if found is not None:
        return found
    lang = locale or "en" if what == "best" else choosing.tag_of(what) or what
    rivals = [e for e in catalog.all_entries() if e.files and not e.to_be_agreed]
    speaking = [
        e for e in rivals if choosing.primary(e.voice.lang) == choosing.primary(choosing.normal(lang))
    ]
    if not speaking:
        try:
            reader = choosing.for_language(lang, "espeak").name
        except VoiceError as error:
            if any(choosing.primary(e.voice.lang) == choosing.primary(lang) for e in catalog.all_entries()):
                raise VoiceError(
                    f"no voice of {what} can be installed, and none that is here reads it"
                ) from error
            raise catalog.unknown(what) from None
        raise VoiceError(f"no voice of {what} can be installed; {reader}, a robot's voice, reads it as it is")
    return max(speaking, key=lambda entry: choosing.merit(entry, choosing.normal(lang)))


def user_language() -> str:
    """The language that the user's computer is set to, as a BCP 47 tag; empty where it is set to none."""
    import locale

    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    set_to = next(filter(None, names), "") or locale.getlocale()[0] or ""
    tag = set_to.partition(".")[0].replace("_", "-")
    return "" if tag in ("C", "POSIX") else tag


def terms(entry: Entry) -> str:
    """Return what is told before a voice is fetched: whose it is, under which licence, how large."""
    voice = entry.voice
    left = sum(file.size for file in entry.files if not is_right(folders.voices_dir() / file.path, file))
    size = f"{left / 1e6:.0f} MB" if left else "all of it is here"
    return f"{voice.name} · {voice.lang} · {voice.credit} · licence {voice.licence} · {size}"


def install(
    chosen: Sequence[Entry],
    agreed: bool = False,
    mirror: str = "",
    progress: Progress = unseen,
    note: Callable[[str], None] = lambda _: None,
) -> list[Path]:
    """Bring the files of these voices that are not there yet; returns them.

    Raises VoiceError for a licence that is not agreed to, SourceError when a file cannot be had, OutputError
    when it cannot be written. Whatever happens, nothing unfinished bears a final name.
    """
    for entry in chosen:
        if entry.to_be_agreed and not agreed:
            raise VoiceError(
                f"{entry.voice.name} has the licence {entry.voice.licence}:"
                " agree to it with --yes, or choose another voice"
            )
    wanted = {file.path: file for entry in chosen for file in entry.files}
    brought = []
    with closing(Fetcher(mirror)) as fetcher:
        for file in wanted.values():
            target = folders.voices_dir() / file.path
            try:
                if _bring(file, target, fetcher, progress, note):
                    brought.append(target)
            except OSError as error:
                raise output_error(error, target) from error
    return brought


def remove(entry: Entry) -> list[Path]:
    """Delete a voice's files, but for those that another installed voice needs; returns what went.

    Raises VoiceError when it has no files of its own, or none is there."""
    if not entry.files:
        raise VoiceError(f"{entry.voice.name} is part of a package: pip uninstall is for that")
    kept = {
        file.path
        for other in catalog.all_entries()
        if other.installed and other.voice.name != entry.voice.name
        for file in other.files
    }
    gone = []
    for file in entry.files:
        path = folders.voices_dir() / file.path
        if file.path not in kept and path.exists():
            path.unlink()
            gone.append(path)
    for part in (folders.voices_dir() / file.path for file in entry.files):
        part_of(part).unlink(missing_ok=True)
    if entry.voice.name in entries.own():
        described = folders.voices_dir() / f"{entry.voice.name}.toml"
        described.unlink(missing_ok=True)
        gone.append(described)
    if not gone:
        raise VoiceError(f"{entry.voice.name} is not installed: `listen voices` says what is")
    return gone


def part_of(target: Path) -> Path:
    """Return where a file grows."""
    return target.with_name(f".{target.name}.part")


def digest(path: Path, kind: str = "sha256") -> str:
    """A file's hash in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, kind).hexdigest()


def is_right(path: Path, file: VoiceFile) -> bool:
    """Return whether a file has the size and the hash that the catalogue gives."""
    if not path.exists() or path.stat().st_size != file.size:
        return False
    return digest(path) == file.sha256 if file.sha256 else digest(path, "md5") == file.md5


def _bring(
    file: VoiceFile, target: Path, fetcher: Fetcher, progress: Progress, note: Callable[[str], None]
) -> bool:
    """One file; False when it was there."""
    if is_right(target, file):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    part = part_of(target)
    with _locked(part) as out:
        if is_right(target, file):
            part.unlink(missing_ok=True)
            return False
        free = shutil.disk_usage(target.parent).free + part.stat().st_size
        if free < file.size:
            raise OutputError(
                f"{target.name} needs {file.size / 1e6:.0f} MB, and {free / 1e6:.0f} MB are free in"
                f" {target.parent}: free some, or set LISTEN_HOME to another place"
            )
        _try_all(file, part, out, fetcher, progress, note)
        out.flush()
        os.fsync(out.fileno())
        if sys.platform == "win32":
            out.close()
        part.replace(target)
        return True


def _try_all(
    file: VoiceFile,
    part: Path,
    out: IO[bytes],
    fetcher: Fetcher,
    progress: Progress,
    note: Callable[[str], None],
) -> None:
    """Every source until one has the file. Raises SourceError with each one's reason."""
    name = Path(file.path).name
    reasons = []
    sources = fetcher.sources(file)
    for source, following in zip(sources, [*sources[1:], ""], strict=True):
        place = voice_sources.place(source)
        further = f"; asking {voice_sources.place(following)}" if following else ""
        try:
            fetcher.bring(source, out, lambda done: progress(name, done, file.size))
        except SourceError as error:
            reasons.append(f"{place}: {textwrap.shorten(str(error), MOST_TOLD, placeholder=' …')}")
            if further:  # the last reason is told by the error
                note(f"{name} cannot be had from {reasons[-1]}{further}")
            continue
        out.flush()
        if is_right(part, file):
            return
        out.seek(0)
        out.truncate()
        reasons.append(f"{place}: sent another file than the catalogue's")
        note(f"{name}: {place} sent another file than the catalogue's; it is not used{further}")
    raise SourceError(
        f"{name} cannot be had ({'; '.join(reasons) or 'it has no source'}):"
        " connect and try again, or name a folder or mirror that has it with --from"
    )


@contextlib.contextmanager
def _locked(part: Path) -> Iterator[IO[bytes]]:
    """The growing file, this process's alone until it is closed; another's is waited for."""
    while True:
        out = part.open("a+b")
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(out, fcntl.LOCK_EX)
            try:
                current = part.stat().st_ino == os.fstat(out.fileno()).st_ino
            except FileNotFoundError:
                current = False
            if not current:  # whoever had it has finished it: it bears its final name now
                out.close()
                continue
        break
    with out:
        try:
            yield out
        finally:
            if not out.closed and part.exists() and not part.stat().st_size:
                part.unlink()
