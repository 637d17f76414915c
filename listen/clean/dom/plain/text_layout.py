"""This module says what the lines of a plain text are: paragraphs, underlined titles, banners, terms with
their meaning.

Writers of plain text show by blank lines, indents and rows of signs what others show by mark-up.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from listen.clean.dom.text import STOPS

_RULE_OF = re.compile(r"\s*([=\-~^\"'*#+_.:`<>\\/|])\1{2,}\s*\Z")
"""A line of one sign, as it stands under a title."""
_PAGE_NUMBER = re.compile(r"\s*([-–—])\s?\d{1,4}\s?\1\s*\Z")
"""The number of a printed page on a line by itself: “- 12 -”."""
_NO_WORD = re.compile(r"[\W_]+\Z")
_BOXED = re.compile(r"\s*([|║│*#!;/])+\s(.*?)\s([|║│*#!;\\])+\s*\Z")
_WIKI_TITLE = re.compile(r"\s*(={1,6})\s+(\S.*?)\s+\1\s*\Z")
_ASCIIDOC_TITLE = re.compile(r"(={1,6})\s+(\S.{0,150})\Z")
ITEM = re.compile(r"(?:[-*•‣–]|\(?(\d{1,3})[.)])\s+(?=\S)")
_ODD_SPACE = re.compile(r"\s\s|[^\S ]")
END = re.compile(rf"[{STOPS}:;]['\"”’»)\]]*\Z")
_STOP = re.compile(rf"[{STOPS}]['\"”’»)\]]*\Z")
_UNBROKEN = 95
"""Characters from which a line that ends like a sentence, among none that do not, is a paragraph."""
_TERM_WORDS = 6
_LONGEST = 200
"""Characters of a line that may be a title or its rule."""
_BANNER_LINES = 2
_LETTERS = 6
"""Runs of one letter from which lines draw tall letters with them."""
_PICTURE = 0.5
"""Share of signs in the letters of a line from which it is drawn, not written."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One passage of a plain text."""

    text: str
    level: int | None = None
    """Of a title that its lines show to be one; None of all else."""
    drawn: bool = False
    """It is drawn with signs and says nothing, or is a row of signs under a title."""


def folded(row: str) -> str:
    """A line with single spaces; a book in one line is not taken apart for it where it has no others."""
    return " ".join(row.split()) if _ODD_SPACE.search(row) else row.strip()


def pieces(text: str) -> list[Piece]:
    """The passages of a text, in its order."""
    out: list[Piece] = []
    signs: list[str] = []
    chunks = [chunk.split("\n") for chunk in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip("\n"))]
    for lines in chunks:
        rows = [line.expandtabs(4).rstrip() for line in lines if line.strip()]
        if not rows:
            continue
        if (len(rows) > _BANNER_LINES and is_drawn(rows)) or (len(rows) == 1 and _PAGE_NUMBER.match(rows[0])):
            out.append(Piece(" ".join(map(folded, rows)), drawn=True))
            continue
        run: list[str] = []
        for row in rows:
            title = _title(row, run, signs)
            if title is not None:
                if run:
                    out += _paragraphs(run if title.text else run[:-1])
                    if not title.text:
                        title = Piece(folded(run[-1]), title.level)
                run = []
                out.append(title)
                if _RULE_OF.match(row):
                    out.append(Piece(folded(row), drawn=True))
            elif _NO_WORD.match(row):
                out += _paragraphs(run)
                run = []
                out.append(Piece(folded(row), drawn=True))
            else:
                boxed = _BOXED.match(row)
                run.append(boxed[2] if boxed and any(map(str.isalpha, boxed[2])) else row)
        out += _paragraphs(run)
    return [piece for piece in out if piece.text]


def _title(row: str, run: Sequence[str], signs: list[str]) -> Piece | None:
    """The title that a line is, or makes of the line above it (then without text); None for other lines."""
    if len(row) > _LONGEST:
        return None
    if match := _WIKI_TITLE.match(row):
        return Piece(folded(match[2]), max(2, len(match[1])))
    if (match := _ASCIIDOC_TITLE.match(row)) and not run:
        return Piece(folded(match[2]), max(2, len(match[1])))
    match = _RULE_OF.match(row)
    if match is None or not run:
        return None
    title = folded(run[-1])
    length = len(row.strip())
    fits = abs(length - len(title)) <= max(2, 0.34 * len(title)) or (len(run) == 1 and match[1] in "=-~^")
    if not fits or len(title) > 120 or ITEM.match(title):
        return None
    if match[1] not in signs:
        signs.append(match[1])
    return Piece("", min(2 + signs.index(match[1]), 6))


def is_drawn(rows: Sequence[str]) -> bool:
    """Return whether lines draw a picture, or letters as tall as several lines, with signs."""
    drawn = repeated = tokens = 0
    for row in rows:
        signs = [c for c in row if not c.isspace()]
        drawn += sum(not c.isalnum() for c in signs) >= _PICTURE * len(signs)
        words = re.findall(r"[^\W\d_]+", row)
        tokens += len(words)
        repeated += sum(len(set(word.upper())) == 1 for word in words)
    if tokens >= _LETTERS and repeated >= 0.6 * tokens:
        return True
    return drawn >= 0.7 * len(rows) and not _table_rows(rows)


def _table_rows(rows: Sequence[str]) -> bool:
    """Return whether lines that begin and end with bars hold words all the same."""
    words = [row for row in rows if re.search(r"[^\W\d_]{3,}", row)]
    return len(words) >= 0.4 * len(rows)


def _paragraphs(rows: Sequence[str]) -> list[Piece]:
    """The paragraphs of lines without a blank one between them."""
    if not rows:
        return []
    if len(rows) > 1 and all(len(row) >= _UNBROKEN and _STOP.search(row) for row in rows):
        return [Piece(folded(row)) for row in rows]
    indents = [len(row) - len(row.lstrip()) for row in rows]
    base = min(indents)
    inset = [indent > base for indent in indents]
    if len(rows) > 1 and any(inset) and not all(inset[1:]):
        if _hanging(rows, inset):
            return [Piece(text) for group in _terms(rows, inset) for text in group]
        if _first_line_indents(rows, inset):
            groups: list[list[str]] = []
            for row, first in zip(rows, inset, strict=True):
                if first or not groups:
                    groups.append([row])
                else:
                    groups[-1].append(row)
            return [Piece(text) for group in groups for text in _wrapped(group)]
    elif len(rows) > 1 and inset[0] is False and all(inset[1:]) and _is_term(rows[0]):
        return [Piece(folded(rows[0])), *(Piece(text) for text in _wrapped(rows[1:]))]
    return [Piece(text) for text in _wrapped(rows)]


def _first_line_indents(rows: Sequence[str], inset: Sequence[bool]) -> bool:
    """Return whether the indented lines begin paragraphs: they stand apart, and sentences end above them."""
    firsts = [n for n, first in enumerate(inset) if first]
    ended = [n for n in firsts if n == 0 or END.search(rows[n - 1])]
    return len(firsts) < len(rows) and len(ended) >= 0.6 * len(firsts)


def _hanging(rows: Sequence[str], inset: Sequence[bool]) -> bool:
    """Return whether terms stand above their indented meanings: each short, each followed by what is
    indented.
    """
    terms = [n for n, inner in enumerate(inset) if not inner]
    followed = [n for n in terms if n + 1 < len(rows) and inset[n + 1]]
    return not inset[0] and len(followed) == len(terms) > 1 and all(_is_term(rows[n]) for n in terms)


def _is_term(row: str) -> bool:
    return (
        len(row.split()) <= _TERM_WORDS and not re.search(r"[.!?;,]\Z", row) and not ITEM.match(row.strip())
    )


def _terms(rows: Sequence[str], inset: Sequence[bool]) -> list[list[str]]:
    out: list[list[str]] = []
    held: list[str] = []
    for row, inner in zip(rows, inset, strict=True):
        if inner:
            held.append(row)
            continue
        out += [_wrapped(held, True), [folded(row)]]
        held = []
    return [*out, _wrapped(held, True)]


def _wrapped(rows: Sequence[str], together: bool = False) -> list[str]:
    """Lines that were wrapped, joined; lines of any width each for itself, unless they belong `together`."""
    widths = [len(row) for row in rows]
    widest = max(widths, default=0)
    # Wrapped text has lines of about one width; without that each line stands for itself.
    wrapped = together or (
        len(rows) > 1
        and widest <= 120
        and sum(w > widest * 0.6 for w in widths[:-1]) >= 0.7 * (len(rows) - 1)
        and not _verse(rows)
    )
    if not wrapped:
        return [folded(row) for row in rows]
    out: list[list[str]] = []
    for row in map(folded, rows):
        if out and not ITEM.match(row):
            out[-1].append(row)
        else:
            out.append([row])
    return [joined(run) for run in out]


def joined(rows: Sequence[str]) -> str:
    """Return the text of lines that were cut for their length; a word cut at its hyphen is one again."""
    run: list[str] = []
    for row in rows:
        cut = run and run[-1].endswith("-") and run[-1][-2:-1].isalpha() and row[:1].islower()
        run += (row,) if cut or not run else (" ", row)
    return "".join(run)


def _verse(rows: Sequence[str]) -> bool:
    """Return whether lines are verses: each begins with a capital, and none is as long as prose
    is wrapped.
    """
    starts = Counter(row.lstrip("\"'“‘ (")[:1].isupper() for row in rows)
    return len(rows) > 2 and max(map(len, rows)) < 56 and starts[False] == 0
