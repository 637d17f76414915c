"""The process in which pyttsx3 speaks: one request a line on standard input, one answer a line on standard
output.

pyttsx3 prints, loses the first long text of a process, swallows its drivers' errors and hangs with threads.
Here it has a process to itself, with standard output out of its reach, a warm-up, and one thing to do at a
time; whoever waits for an answer can give up and start another.

Request: {"voice": id or "", "rate": words a minute, "text": …, "path": file to write}, or {"voices": true}.
Answer: {"ok": true}, {"voices": [[id, name, [language, …]], …]}, or {"error": one line}.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


def preload() -> None:
    """On Linux, the espeak-ng library of the wheel, where the system has none: pyttsx3 finds it by its
    soname."""
    import ctypes
    import importlib.util

    if not sys.platform.startswith("linux"):
        return
    try:
        ctypes.CDLL("libespeak-ng.so.1", ctypes.RTLD_GLOBAL)
    except OSError:
        if importlib.util.find_spec("espeakng_loader") is None:
            return
        import espeakng_loader

        os.environ.setdefault("ESPEAK_DATA_PATH", espeakng_loader.get_data_path())
        ctypes.CDLL(espeakng_loader.get_library_path(), ctypes.RTLD_GLOBAL)


def settle(engine: Any) -> None:
    """Wait for eSpeak's own thread. The other drivers wait by themselves.

    pyttsx3's eSpeak driver returns before its library has spoken and written the file; a request that comes
    then changes voice or speed in the middle of the speech.
    """
    if str(engine) == "espeak":
        from pyttsx3.drivers import _espeak

        _espeak.Synchronize()


class Speaker:
    """pyttsx3's engine, with its errors heard."""

    def __init__(self) -> None:
        preload()
        import pyttsx3

        self.engine: Any = pyttsx3.init()
        self.errors: list[BaseException] = []
        self.engine.connect("error", lambda name, exception: self.errors.append(exception))
        self.default = self.engine.getProperty("voice")

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Do what one request asks."""
        if "voices" in request:
            return {"voices": [_described(voice) for voice in self.engine.getProperty("voices")]}
        if request["voice"] or self.default:
            self.engine.setProperty("voice", request["voice"] or self.default)
        self.engine.setProperty("rate", request["rate"])
        settle(self.engine)
        self.save(request["text"], request["path"])
        return {"ok": True}

    def save(self, text: str, path: str) -> None:
        """Speak into a file; what the driver complained of is raised."""
        self.errors.clear()
        self.engine.save_to_file(text, path)
        self.engine.runAndWait()
        settle(self.engine)
        if self.errors:
            raise self.errors[0]


def _described(voice: Any) -> list[Any]:
    languages = [
        (tag.decode("utf-8", "ignore") if isinstance(tag, bytes) else str(tag)).strip("\0\5\2 ")
        for tag in voice.languages or []
        if tag
    ]
    return [str(voice.id), str(voice.name), languages]


def main() -> None:
    """Answer until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what pyttsx3 prints, goes to standard error
    speaker: Speaker | None = None
    for line in sys.stdin:
        try:
            request = json.loads(line)
            if speaker is None:
                speaker = Speaker()
                if "warm" in request:
                    speaker.save("One.", request["warm"])
                    Path(request["warm"]).unlink(missing_ok=True)
            answer = speaker.answer(request)
        except Exception as error:  # noqa: BLE001 - whatever it is, it goes to the parent as one line
            answer = {"error": f"{type(error).__name__}: {error}".splitlines()[0]}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
