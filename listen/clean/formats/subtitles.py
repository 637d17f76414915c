"""Subtitles are a text cut into cues: this module joins them to sentences, without their times and marks."""

import html
import re

from listen.clean.dom.text import STOPS

_CUE_TIMES = re.compile(
    r"^(?:[\w-]{1,40}[^\S\n]*\n)?[^\S\n]*(?:\d{1,9}:)?\d{1,2}:\d\d[.,]\d{3}[^\S\n]+-->[^\n]*(?:\n|\Z)",
    re.MULTILINE,
)
"""The line of a cue's times, and its number or name above."""
_CUE_HEAD = re.compile(r"\A\ufeff?WEBVTT(?:[^\S\n][^\n]*)?(?:\n(?:[^\n]+\n)*|\Z)")
_CUE_NOTES = re.compile(r"(?<=\n\n)(?:NOTE|STYLE|REGION)(?:[^\S\n][^\n]*)?(?:\n(?:[^\n]+(?:\n|\Z))*|\Z)")
"""What a WebVTT file says besides its cues: comments, styles, places on the picture."""
_CUE_MARKS = re.compile(r"</?(?:[ibucv]|ruby|rt|lang|font)\b[^<>]*>|<[\d:.]+>|\{\\an?\d\}")
_CUES = 2
_PAUSE = re.compile(rf"[{STOPS}]['\"”’»)\]]*\Z")


def untimed(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of subtitles, its cues joined to sentences, and what was taken out of it, each with a reason;
    other texts unchanged."""
    if len(times := [match[0].strip() for match in _CUE_TIMES.finditer(text)]) < _CUES:
        return text, []
    taken = [("the times of subtitles", "\n".join(times))]
    if head := _CUE_HEAD.match(text):
        text = f"\n\n{text[head.end() :]}"
        notes = [match[0].strip() for match in _CUE_NOTES.finditer(text)]
        taken += [("a comment in subtitles", "\n".join(notes))] if notes else []
        text = _CUE_NOTES.sub("", text)
    cues = [_CUE_MARKS.sub("", cue) for cue in _CUE_TIMES.split(text)]
    lines: list[str] = []
    for line in (line for cue in cues for line in _said(html.unescape(cue) if head else cue)):
        if lines and not _PAUSE.search(lines[-1]) and not line.startswith(("-", "–")):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return "\n\n".join(lines), taken


def _said(cue: str) -> list[str]:
    """Return what one or, with a dash before each, several people say in a cue."""
    said = re.split(r"\n\n|\n(?=[^\S\n]*[-–][^\S\n])", cue)
    return [" ".join(one.split()) for one in said if one.strip()]
