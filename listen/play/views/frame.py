"""A State as the lines of a screen. Pure: nothing here writes.

Bold, dim, underlined and reversed are all that is used, no colour; and every state is also said in words.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from listen.model import Cue
from listen.play.bookmarks import stamp
from listen.play.timeline import Place
from listen.play.views import State
from listen.play.views.layout import safe, shorten, width, wrap

RESET = "\x1b[0m"
BOLD, DIM, MARK = "\x1b[1m", "\x1b[2m", "\x1b[1;4;7m"
MARGIN = 2
POINTER = "> "
"""Before the line in which the sentence begins: dim and bright alone would be hard to tell for some."""
ROOMY = 12
"""Columns from which on there is room for a margin."""
WIDEST = 76
"""A longer line is hard to come back from."""
NEAR = 24
"""Sentences before and after that may be seen."""
LARGE_COLUMNS, LARGE_GAP = 30, 3
"""Of a line in large mode, and between its words."""


@dataclass(frozen=True, slots=True)
class Look:
    """Says how it is to be shown."""

    columns: int
    rows: int
    large: bool = False


def frame(state: State, look: Look, message: str = "") -> list[str]:
    """Exactly `look.rows` lines, none wider than the screen."""
    columns = max(look.columns - 1, 1)  # the last column makes some terminals wrap
    head = _head(state, columns, look)
    foot = _foot(state, columns, message)
    room = look.rows - len(head) - len(foot)
    if room < 1:  # a very small window: the text before everything
        head, foot, room = [], foot[-1:] if look.rows > 1 else [], max(look.rows - 1, 1)
    if state.panel:
        body = [" " * MARGIN + shorten(line, columns - MARGIN) for line in state.panel[:room]]
    elif look.large:
        body = _large(state, columns, room)
    else:
        body = _text(state, columns, room)
    lines = [*head, *body[:room], *[""] * (room - len(body)), *foot]
    return lines[: look.rows]


def _head(state: State, columns: int, look: Look) -> list[str]:
    title = BOLD + shorten(safe(state.title), columns) + RESET
    chapter = chapter_line(state, state.place.chapter)
    lines = [title, shorten(safe(chapter), columns)] if chapter else [title]
    return [*lines, ""] if look.rows >= 8 else lines[:1]


def chapter_line(state: State, chapter: int) -> str:
    """`Chapter 2 of 4: Where to put it`; nothing without chapters."""
    number = chapter + 1
    if number < 1 or not state.timeline.chapters:
        return ""
    title = state.timeline.chapters[number - 1]
    count = f" of {len(state.timeline.chapters)}" if state.whole else ""
    named = title and title != state.title  # the title stands above already
    return f"Chapter {number}{count}" + (f": {title}" if named else "")


def status_line(state: State) -> str:
    """Return whether it plays, where it is, and what else is not as always."""
    doing = "waiting for the voice" if state.waiting else "playing" if state.playing else "paused"
    length = stamp(state.length_ms) if state.whole else f"{stamp(state.length_ms)} so far"
    parts = [doing, f"{stamp(state.position_ms)} of {length}"]
    if state.speed != 1:
        parts.append(f"speed {state.speed:g}")
    if not state.whole:
        parts.append(f"{state.share:.0%} made")
    if state.sleep:
        parts.append(f"sleep: {state.sleep}")
    return " · ".join(parts)


def _foot(state: State, columns: int, message: str) -> list[str]:
    status = status_line(state)
    hint = "? keys"
    room = columns - width(status) - width(hint)
    line = status + " " * room + hint if room >= 2 else shorten(status, columns)
    return [shorten(safe(message), columns), line]


def _text(state: State, columns: int, room: int) -> list[str]:
    """The paragraphs around the sentence, all of them dim but it; the sentence a third from the top."""
    margin = MARGIN if columns >= ROOMY else 0
    inner = max(min(columns - margin, WIDEST), 1)
    place, cues = state.place, state.timeline.cues
    if place.sentence < 0:
        return []
    lines: list[str] = []
    first = marked = -1
    near = range(max(place.sentence - NEAR, 0), min(place.sentence + NEAR, len(cues)))
    for _, group in itertools.groupby(near, key=lambda n: _paragraph(cues[n], n)):
        paragraph = Paragraph.of([(n, cues[n]) for n in group])
        for a, b in wrap(paragraph.text, inner):
            if first < 0 and paragraph.holds(place.sentence, a, b):
                first = len(lines)
            if paragraph.begins_word(place, a, b):
                marked = len(lines)
            lead = POINTER if first == len(lines) and margin else " " * margin
            lines.append(lead + paragraph.line(a, b, place))
        lines.append("")
    top = max(first - room // 3, 0)
    if marked >= top + room:  # a sentence longer than the window
        top = marked - room // 2
    return [*[""] * max(room // 3 - first, 0), *lines][top : top + room]


def _paragraph(cue: Cue, number: int) -> tuple[int, str]:
    """Equal for neighbours that flow on in one paragraph."""
    return (cue.block, cue.kind) if cue.block >= 0 else (-1 - number, "")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences as one text."""

    text: str
    parts: tuple[tuple[int, int, int, Cue], ...]
    """Where each sentence begins and ends in it, its number, and itself."""

    @staticmethod
    def of(cues: list[tuple[int, Cue]]) -> Paragraph:
        parts, at = [], 0
        for number, cue in cues:
            parts.append((at, at + len(cue.text), number, cue))
            at += len(cue.text) + 1
        return Paragraph(" ".join(safe(cue.text) for _, cue in cues), tuple(parts))

    def holds(self, sentence: int, a: int, b: int) -> bool:
        """Return whether the span a…b has some of that sentence."""
        return any(number == sentence and start < b and end > a for start, end, number, _ in self.parts)

    def begins_word(self, place: Place, a: int, b: int) -> bool:
        """Return whether the spoken word begins in the span."""
        return any(
            number == place.sentence and place.word >= 0 and a <= start + cue.words[place.word].start < b
            for start, _, number, cue in self.parts
        )

    def line(self, a: int, b: int, place: Place) -> str:
        """The span, styled."""
        shown, at = [], a
        for start, end, number, cue in self.parts:
            if end <= at or start >= b:
                continue
            shown.append(self.text[at : max(start, at)])
            at, end = max(start, at), min(end, b)
            if number != place.sentence:
                shown.append(DIM + self.text[at:end] + RESET)
            else:
                word = cue.words[place.word] if place.word >= 0 else None
                span = (start + word.start, start + word.end) if word else (-1, -1)
                shown.append(_marked(self.text, at, end, *span))
            at = end
        return "".join([*shown, self.text[at:b]])


def _marked(text: str, a: int, b: int, start: int, end: int) -> str:
    """The span a…b, with what of it lies in start…end marked."""
    start, end = max(a, start), min(b, end)
    if start >= end:
        return text[a:b]
    return text[a:start] + MARK + text[start:end] + RESET + text[end:b]


def _large(state: State, columns: int, room: int) -> list[str]:
    """The sentence alone: few words a line, far apart, an empty line between lines."""
    place = state.place
    if place.sentence < 0:
        return []
    cue = state.timeline.cues[place.sentence]
    text = safe(cue.text)
    start, end = (cue.words[place.word].start, cue.words[place.word].end) if place.word >= 0 else (-1, -1)
    margin = 2 * MARGIN if columns >= ROOMY else 0
    inner = max(min(columns - margin, LARGE_COLUMNS), 1)
    lines: list[str] = []
    marked = 0
    for a, b in wrap(text, max(inner * 3 // 4, 1)):
        if a <= start < b:
            marked = len(lines)
        fits = width(text[a:b]) + text[a:b].count(" ") * (LARGE_GAP - 1) <= inner
        words = _marked(text, a, b, start, end).replace(" ", " " * LARGE_GAP if fits else " ")
        lines += [" " * margin + words, ""]
    if len(lines) > room:
        first = min(max(marked - room // 2, 0), len(lines) - room)
        lines = lines[first : first + room]
    return [*[""] * max((room - len(lines)) // 3, 0), *lines]
