"""The espeak-ng library behind a small door: text in, PCM and events out. Nothing here knows of the model.

The library is C with global state, so one lock guards it, and each call gets a copy of its own (see `_Copy`).
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from listen.errors import EngineError, VoiceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

_SYNCHRONOUS = 2
_BUFFER_MS = 500
_PHONEME_EVENTS, _DONT_EXIT = 1, 0x8000
_UTF8, _PHONEME_TEXT = 1, 0x100
_IPA, _TIED = 2, 0x80
_RATE = 1
_EVENT_WORD, _EVENT_PHONEME = 1, 7


class _EventRecord(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique", ctypes.c_uint),
        ("position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_ms", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_EventRecord)
)


class _VoiceRecord(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_char_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("unused", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


@dataclass(frozen=True, slots=True)
class Event:
    """A word that begins, or a pause."""

    sample: int
    word: bool = False
    pause: bool = False
    place: int = 0
    """word: its first character in the text."""
    length: int = 0
    """word: how many characters."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Holds what came back for one text."""

    pcm: bytes
    """16-bit mono."""
    rate: int
    events: tuple[Event, ...]


class Library:
    """Loads copies of espeak-ng and speaks with them, one call at a time."""

    def __init__(self, path: str, data: str) -> None:
        self.path = path
        self.data = data
        self.lock = threading.Lock()
        self._files: dict[str, str] = {}  # of each voice that was chosen, the file in the data
        self._known = ("", "", "")  # text, voice and phonemes of what was looked up while it was spoken

    @contextmanager
    def _copy(self) -> Iterator[tuple[Any, int]]:
        """A library in its initial state, and its sample rate; unloaded afterwards."""
        with self.lock:
            try:
                dll = ctypes.CDLL(self.path)
            except OSError as error:
                raise EngineError(
                    f"espeak-ng cannot be loaded ({error}): pip install espeakng-loader"
                ) from error
            try:
                rate = dll.espeak_Initialize(
                    _SYNCHRONOUS, _BUFFER_MS, self.data.encode(), _PHONEME_EVENTS | _DONT_EXIT
                )
                if rate <= 0:
                    raise EngineError(
                        f"espeak-ng does not find its data in {self.data}: reinstall espeakng-loader"
                    )
                yield dll, rate
                dll.espeak_Terminate()
            finally:
                _unload(dll)

    def speak(self, text: str, voice: str, speed: int, look_up: str = "") -> Spoken:
        """Synthesise `text`; `[[…]]` in it is espeak's phoneme mode. `speed` is in words a minute.

        The phonemes of `look_up` will be asked for next: found by the same copy, they cost next to nothing.
        """
        pcm: list[bytes] = []
        events: list[Event] = []

        def collect(wave: Any, count: int, records: Any) -> int:
            if wave and count > 0:
                pcm.append(ctypes.string_at(wave, 2 * count))
            index = 0
            while records[index].type:
                record = records[index]
                if record.type == _EVENT_WORD:
                    events.append(
                        Event(record.sample, word=True, place=record.position - 1, length=record.length)
                    )
                elif record.type == _EVENT_PHONEME and record.id.startswith(b"_"):
                    events.append(Event(record.sample, pause=True))
                index += 1
            return 0

        callback = _Callback(collect)
        data = text.encode()
        with self._copy() as (dll, rate):
            self._choose(dll, voice)
            dll.espeak_SetSynthCallback(callback)
            dll.espeak_SetParameter(_RATE, speed, 0)
            failed = dll.espeak_Synth(
                data, ctypes.c_size_t(len(data) + 1), 0, 1, 0, _UTF8 | _PHONEME_TEXT, None, None
            )
            if failed:
                raise EngineError(f"espeak-ng failed with status {failed} on {text[:40]!r}")
            if look_up:
                self._known = (look_up, voice, _phonemes(dll, look_up))
        return Spoken(b"".join(pcm), rate, tuple(events))

    def phonemes(self, text: str, voice: str) -> str:
        """The text's phonemes as IPA, clauses parted by line feeds."""
        *known, found = self._known
        if known != [text, voice]:
            with self._copy() as (dll, _):
                self._choose(dll, voice)
                found = _phonemes(dll, text)
        return found

    def phonemes_each(self, texts: Sequence[str], voice: str, tie: str = "") -> list[str]:
        """The phonemes of each text as IPA on one line; `tie` stands between the letters of one sound."""
        mode = _IPA | (_TIED | ord(tie) << 8 if tie else 0)
        with self._copy() as (dll, _):
            self._choose(dll, voice)
            return [_phonemes(dll, text, mode).replace("\n", " ") for text in texts]

    def voices(self) -> list[tuple[str, str, str]]:
        """Language, name and identifier of every voice in the data."""
        found: list[tuple[str, str, str]] = []
        with self._copy() as (dll, _):
            dll.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
            records = dll.espeak_ListVoices(None)
            index = 0
            while records[index]:
                record = records[index].contents
                language = record.languages[1:].split(b"\0")[0].decode()
                found.append((language, record.name.decode(), record.identifier.decode()))
                index += 1
        return sorted(found)

    def _choose(self, dll: Any, voice: str) -> None:
        """Choose a voice: by its name once, and by the file that this has led to from then on.

        By most names (`de`, and all with capitals, which espeak-ng makes small) no file is found at once, and
        it reads those of all its voices. That takes longer than a short sentence.
        """
        if voice in self._files and self._by_file(dll, self._files[voice]):
            return
        if dll.espeak_SetVoiceByName(voice.encode()):
            raise VoiceError(f"espeak-ng has no voice {voice!r}: `listen voices` lists them")
        dll.espeak_GetCurrentVoice.restype = ctypes.POINTER(_VoiceRecord)
        self._files[voice] = (dll.espeak_GetCurrentVoice().contents.identifier or b"").decode()

    def _by_file(self, dll: Any, identifier: str) -> bool:
        """Choose the voice of that identifier; return whether it was done.

        It is handed over open: espeak-ng would make a path small, and cut one that is longer than 59 letters.
        """
        if sys.platform != "linux":
            return False
        try:
            file = os.open(os.path.join(self.data, "lang", identifier), os.O_RDONLY)  # noqa: PTH118 short
        except OSError:
            return False
        try:
            return not dll.espeak_ng_SetVoiceByFile(f"/proc/self/fd/{file}".encode())
        finally:
            os.close(file)


def _phonemes(dll: Any, text: str, mode: int = _IPA) -> str:
    """Return the phonemes of a text, in the voice that is chosen."""
    clauses: list[str] = []
    dll.espeak_TextToPhonemes.restype = ctypes.c_char_p
    rest = ctypes.c_char_p(text.encode())
    while rest.value is not None:
        clause = dll.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, mode)
        clauses.append((clause or b"").decode("utf-8", "replace"))
    return "\n".join(clause for clause in clauses if clause)


def _unload(dll: Any) -> None:
    import _ctypes

    if sys.platform == "win32":
        _ctypes.FreeLibrary(dll._handle)
    else:
        _ctypes.dlclose(dll._handle)


@cache
def library() -> Library:
    """The library of the `espeakng-loader` package."""
    try:
        import espeakng_loader

        return Library(espeakng_loader.get_library_path(), espeakng_loader.get_data_path())
    except ImportError as error:
        raise EngineError("espeak-ng is not installed: pip install espeakng-loader") from error
    except RuntimeError as error:
        raise EngineError(f"espeak-ng's data is missing ({error}): reinstall espeakng-loader") from error
