"""Every form that an episode is written in: one row each, and nothing else to touch for a new one.

A row has what the command line, the library, the feed and the publisher need to know of the form. Forms are
written beside the MP3, under its name with the form's ending; those that hold the sound themselves can also
be all that is wished (`-o story.m4b`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from listen import epub, page
from listen.captions import srt, transcript, vtt
from listen.errors import ListenError, OutputError
from listen.formats import sidecars
from listen.model import Article, Episode
from listen.options import Options

MP3, MP3_TYPE = ".mp3", "audio/mpeg"


@dataclass(frozen=True, slots=True)
class Material:
    """Holds what a form is made from."""

    episode: Episode
    article: Article
    audio: Path
    """Where the MP3 is now."""
    cover: bytes = b""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an episode: either `text` or `file` writes it."""

    name: str
    """What `--also` takes."""
    ending: str
    about: str
    """One line for the help."""
    media_type: str
    text: Callable[[Material], str] | None = None
    """Gives the file's text, UTF-8."""
    file: Callable[[Path, Material], None] | None = None
    """Writes the file; it holds the sound, so it can stand alone."""
    moments: Callable[[str], Iterable[int]] = lambda text: ()
    """The times that a text names, ms: none may lie beyond the sound; tests compare them with the clock."""
    option: Callable[[Options], bool] = lambda options: False
    """Whether an option of its own asks for it."""
    apart: bool = False
    """Its text says nothing of the MP3's bytes: it is written while that is."""
    require: Callable[[], object] = lambda: None
    """Raises a ListenError that says what is missing here to write it."""

    def wanted(self, options: Options) -> bool:
        """Return whether it is to be written."""
        return self.name in options.also or self.option(options)

    def write(self, path: Path, material: Material) -> None:
        """Write it to `path`. Raises OutputError for a moment beyond the sound."""
        if self.file is not None:
            self.file(path, material)
        elif self.text is not None:
            text = self.text(material)
            if max(self.moments(text), default=0) > material.episode.duration_ms + 1:
                raise OutputError(f"{path.name} names a moment beyond the sound: report it, with the article")
            path.write_text(text, encoding="utf-8", newline="\n")


_STAMP = re.compile(r"(?m)(?:^|(?<= --> ))(\d[\d:]*)[.,](\d{3})(?= --> |$)")


def _stamps(text: str) -> list[int]:
    """The times of captions: `01:02:03.456 --> 02:03,456`."""
    return [int(ms) + 1000 * vtt.seconds(whole) for whole, ms in _STAMP.findall(text)]


def _seconds(text: str) -> list[int]:
    """The times of chapters and transcripts in JSON."""
    return [round(1000 * float(s)) for s in re.findall(r'"(?:start|end)Time": ([\d.]+)', text)]


def _word_times(text: str) -> list[int]:
    """The times of cues."""
    return [int(ms) for ms in re.findall(r'"(?:start|end)_ms":(\d+)', text)]


class _Writers:
    """Gives the modules that write forms which few wish for, imported when one is asked for."""

    def __getattr__(self, name: str) -> Any:
        from listen.formats import lpf, m4b, opus

        return {"lpf": lpf, "m4b": m4b, "opus": opus}[name]


_writers = _Writers()
_ROWS = (
    Form(
        "vtt",
        ".vtt",
        "WebVTT captions, a cue for each sentence",
        "text/vtt",
        text=lambda m: sidecars.captions(m.episode),
        apart=True,
        moments=_stamps,
        option=lambda options: options.sidecars,
    ),
    Form(
        "words",
        ".words.json",
        "the time of each word",
        "application/json",
        text=lambda m: sidecars.words_json(m.episode),
        apart=True,
        moments=_word_times,
        option=lambda options: options.sidecars,
    ),
    Form(
        "chapters",
        ".chapters.json",
        "the podcast namespace's chapters",
        "application/json+chapters",
        text=lambda m: sidecars.chapters_json(m.episode),
        apart=True,
        moments=_seconds,
        option=lambda options: options.sidecars,
    ),
    Form(
        "page",
        ".html",
        "a page that reads along",
        "text/html",
        text=lambda m: page.render(m.episode, m.article, page.file_href(m.episode.path)),
        option=lambda options: options.page,
    ),
    Form(
        "epub",
        ".epub",
        "a book that reads along",
        "application/epub+zip",
        file=lambda path, m: epub.write(path, [epub.Story(m.episode, m.article, m.audio)], m.cover),
        option=lambda options: options.epub,
    ),
    Form(
        "srt",
        ".srt",
        "SubRip captions",
        "application/x-subrip",
        text=lambda m: srt.captions(m.episode.cues, transcript.speakers(m.episode)),
        apart=True,
        moments=_stamps,
    ),
    Form(
        "transcript",
        ".transcript.json",
        "the podcast namespace's JSON transcript",
        "application/json",
        text=lambda m: transcript.transcript(m.episode),
        apart=True,
        moments=_seconds,
    ),
    Form(
        "timed-vtt",
        ".timed.vtt",
        "captions with a time for each word",
        "text/vtt",
        text=lambda m: vtt.timed_words(m.episode.cues),
        apart=True,
        moments=_stamps,
    ),
    Form(
        "lpf",
        ".lpf",
        "a W3C audiobook",
        "application/audiobook+zip",
        file=lambda path, m: _writers.lpf.write(path, m.episode, m.article, m.audio, m.cover),
    ),
    Form(
        "m4b",
        ".m4b",
        "an M4B audiobook, made by ffmpeg",
        "audio/mp4",
        file=lambda path, m: _writers.m4b.write(path, m.episode, m.audio, m.cover),
        require=lambda: _writers.m4b.require(),
    ),
    Form(
        "opus",
        ".opus",
        "Opus in Ogg, less than half the MP3's bytes",
        "audio/ogg",
        file=lambda path, m: _writers.opus.write(path, m.episode, m.audio),
        require=lambda: _writers.opus.require(),
    ),
)
FORMS = {form.name: form for form in _ROWS}
"""By name, in the order in which they are written."""
TYPES = {MP3: MP3_TYPE} | {form.ending: form.media_type for form in _ROWS}
"""Endings of an episode's files, and what they are served as."""


def beside(options: Options) -> list[Form]:
    """The forms that are to stand beside the MP3. Raises ListenError for a name that is none."""
    checked(options.also)
    return [form for form in _ROWS if form.wanted(options)]


def checked(names: Iterable[str]) -> frozenset[str]:
    """The names, if all are forms'. Raises ListenError that names the one that is not, and those that are."""
    wanted = frozenset(names)
    if unknown := sorted(wanted - FORMS.keys()):
        raise ListenError(f"there is no form {unknown[0]!r}: give {', '.join(FORMS)}")
    return wanted


def has_ending(path: Path) -> bool:
    """Return whether a file's name has an ending; that of “Dr. Who” or “Part 1.2” is none."""
    return re.fullmatch(r"\.[a-z][a-z0-9]{1,4}", path.suffix.lower()) is not None


def alone(path: Path) -> Form | None:
    """The form that a file of this name is to be, all by itself; None: an MP3.

    Raises OutputError for an ending that no episode has, and for a form that stands beside an MP3.
    """
    ending = path.suffix.lower()
    if ending == MP3 or not has_ending(path):
        return None
    fitting = [form for form in _ROWS if path.name.lower().endswith(form.ending)]
    found = max(fitting, key=lambda form: len(form.ending), default=None)
    if found is None:
        known = ", ".join([MP3, *(form.ending for form in _ROWS if form.file)])
        raise OutputError(f"no form of an episode ends in {ending}, as {path.name} does: give one of {known}")
    if found.file is None:
        mp3 = path.name[: -len(found.ending)] + MP3
        raise OutputError(f"{path.name} stands beside an MP3: give -o {mp3} --also {found.name}")
    return found


def ending_of(name: str) -> str:
    """The ending by which `TYPES` knows a file; empty if none."""
    return max((ending for ending in TYPES if name.endswith(ending)), key=len, default="")
