"""The voices that the user's own computer has, through pyttsx3: SAPI5, NSSpeech or eSpeak.

pyttsx3 is unreliable in known ways, so it lives in a child process (`system_child`) that is asked for one
file at a time. A file that does not come, comes empty or comes too late is asked for again from a new child;
when it stays missing the error says so.
"""

from __future__ import annotations

import atexit
import json
import queue
import re
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from listen.engines.contract import Traits, free, letters, nothing_to_load
from listen.engines.system.wave_file import read
from listen.errors import AudioError, EngineError
from listen.model import Clip, Utterance, Voice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Literal

TRAITS = Traits("system", "MPL-2.0", concurrency=1, repeatable=False)
sounds = letters
load = nothing_to_load
price = free
WORDS_PER_MINUTE = 155
TRIES = 3
PATIENCE_S = 20.0
"""Time for any utterance, besides `PATIENCE_PER_LETTER_S`; speaking takes a fraction of it."""
PATIENCE_PER_LETTER_S = 0.05
SETTLE_S = 3.0
"""How long a file may go on growing after pyttsx3 said it was done, as macOS' does."""


def version(voice: Voice) -> str:
    """pyttsx3's release and the platform; the computer's own voices have no version that can be asked for."""
    return f"pyttsx3 {metadata.version('pyttsx3')}; {sys.platform}; listen 1"


def prepare(utterance: Utterance, voice: Voice) -> str:
    """Plain text: pronunciations of its own that a word has are out of reach here."""
    return utterance.spoken


def synthesize(prepared: str, utterance: Utterance, voice: Voice, rate: float = 1.0) -> Clip:
    """Speak; the clip has whatever rate the computer's voice has, and no word times."""
    if not prepared.strip():
        raise EngineError(f"nothing to say in {utterance.id}")
    reason = ""
    for _ in range(TRIES):
        try:
            with _alone():
                samples, actual = read(_child().save(prepared, voice.id, round(WORDS_PER_MINUTE * rate)))
        except (EngineError, AudioError) as error:
            reason = str(error)
            _restart()
            continue
        if len(samples):
            return Clip(samples, actual)
        reason = "it came empty"
        _restart()
    raise EngineError(
        f"the computer's voice {voice.name!r} lost {utterance.text[:40]!r} {TRIES} times ({reason}):"
        " try --engine espeak"
    )


def missing() -> str | None:
    """Ask pyttsx3 for its voices; without any it cannot speak."""
    try:
        found = voices()
    except EngineError as error:
        return str(error)
    return None if found else "the computer has no voices that pyttsx3 finds: install one in its settings"


@cache
def voices() -> tuple[Voice, ...]:
    """`system` is the computer's default; the others carry the names that the computer gives them."""
    answer = _child().ask({"voices": True}, PATIENCE_S)
    named = [
        Voice(
            name=f"system-{_slug(name or identity)}",
            engine=TRAITS.name,
            id=identity,
            lang=_tag(languages),
            rate=22050,
            licence="as installed",
            credit=f"{name} ({sys.platform} voice)",
            about=name,
        )
        for identity, name, languages in answer["voices"]
    ]
    if not named:
        return ()
    default = Voice(
        name=TRAITS.name,
        engine=TRAITS.name,
        id="",
        lang="und",
        rate=22050,
        licence="as installed",
        credit=f"the computer's own voice ({sys.platform})",
        about="The computer's default voice",
    )
    return (default, *{voice.name: voice for voice in named}.values())


def _slug(name: str) -> str:
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")


def _tag(languages: list[str]) -> str:
    """BCP 47 from what drivers give: `en_GB`, `en-gb`, or Windows' number in hexadecimal."""
    if not languages:
        return "und"
    first = languages[0].replace("_", "-")
    if re.fullmatch(r"[0-9a-fA-F]{3,4}", first) and any(c.isdigit() for c in first):
        import locale

        first = locale.windows_locale.get(int(first, 16), "und").replace("_", "-")
    return first if re.fullmatch(r"[A-Za-z]{2,3}(-[\w]+)*", first) else "und"


class _Child:
    """One running `system_child` and the folder it writes to."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="listen-system-", ignore_cleanup_errors=True)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "listen.engines.system.system_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        self.answers: queue.Queue[str] = queue.Queue()
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        self.count = 0

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.answers.put(line)
        self.answers.put("")

    def ask(self, request: dict[str, Any], patience: float) -> dict[str, Any]:
        """One request, one answer. Raises EngineError when there is none in time."""
        assert self.process.stdin is not None
        warm = Path(self.folder.name) / "warm.wav"
        try:
            self.process.stdin.write(json.dumps({"warm": str(warm)} | request) + "\n")
            self.process.stdin.flush()
            line = self.answers.get(timeout=patience)
        except queue.Empty:
            raise EngineError(f"pyttsx3 did not answer within {patience:.0f} s") from None
        except OSError as error:
            raise EngineError(f"pyttsx3's process ended ({error})") from error
        if not line:
            raise EngineError(f"pyttsx3's process ended with status {self.process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise EngineError(f"pyttsx3 fails ({answer['error']}): see `listen doctor`")
        return answer

    def save(self, text: str, voice: str, rate: int) -> bytes:
        """The bytes of the file that pyttsx3 wrote for `text`."""
        self.count += 1
        path = Path(self.folder.name) / f"{self.count}.{'aiff' if sys.platform == 'darwin' else 'wav'}"
        request = {"voice": voice, "rate": rate, "text": text, "path": str(path)}
        self.ask(request, PATIENCE_S + PATIENCE_PER_LETTER_S * len(text))
        data = _settled(path)
        path.unlink(missing_ok=True)
        return data

    def close(self) -> None:
        """End the process and remove its folder."""
        self.process.kill()
        self.process.wait()
        self.listener.join()
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):  # what was not yet written to a process that is gone
                pipe.close()  # type: ignore[union-attr]  # both were asked for as pipes
        self.folder.cleanup()


def _settled(path: Path) -> bytes:
    """The file, once it is as long as its header says. Raises EngineError when it never appears."""
    end = time.monotonic() + SETTLE_S
    data = b""
    while time.monotonic() < end:
        before, data = len(data), path.read_bytes() if path.exists() else b""
        order: Literal["big", "little"] = "big" if data[:4] == b"FORM" else "little"
        if len(data) == before > 44 and len(data) >= 8 + int.from_bytes(data[4:8], order):
            return data
        time.sleep(0.01)
    if len(data) > 44:  # a header that was never filled in: all that is there
        return data
    raise EngineError("the file stayed empty" if path.exists() else "the file never appeared")


@contextmanager
def _alone() -> Iterator[None]:
    """One process of this user speaks at a time: two at once lose each other's files without a word."""
    if sys.platform == "win32":  # SAPI5 gives every process a voice of its own
        yield
        return
    import fcntl
    import os

    with (Path(tempfile.gettempdir()) / f"listen-system-{os.getuid()}.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@cache
def _child() -> _Child:
    child = _Child()
    atexit.register(child.close)
    return child


def _restart() -> None:
    child = _child()
    _child.cache_clear()
    atexit.unregister(child.close)
    child.close()
