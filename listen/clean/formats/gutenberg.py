"""Texts of Project Gutenberg: its head and licence, page numbers, signs for italics, notes in brackets."""

import re

from listen.clean.result import LeftOut

_START = re.compile(
    r"^[^\w\n]*\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG.*?\*{3}[^\n]*\n|"
    r"^\*END\*?\s*THE SMALL PRINT!.*?\*END\*[^\n]*\n",
    re.I | re.M | re.S,
)
_END = re.compile(
    r"^[^\w\n]*(?:\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG|END OF (?:THE )?PROJECT GUTENBERG.S )",
    re.I | re.M,
)
_FIELD = re.compile(r"^(Title|Author|Language): *(.+(?:\n {3,}.+)*)", re.M)
_MADE = re.compile(
    r"(?:E-?text prepared|Produced|This e-?text was|Transcribed|Scanned)\b|"
    r".{0,300}(?:file was produced|generously made available|Internet Archive|pgdp\.net)",
    re.I | re.S,
)
_TRANSCRIBER = re.compile(r"\W*Transcriber.?s.? notes?\b", re.I)
_PICTURE = re.compile(r"\[Illustration(?::?\s*+([^\[\]]*+))?\]", re.I)
_NOTE = re.compile(r"^[ \t]*\[(?:Footnote|Note) ?[\dA-Z]*:[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]", re.I | re.M)
_PAGE = re.compile(r" ?(?:\[(?:pg\.?|page)\s*\d+\]|\{\d{1,4}\})", re.I)
_MARK = re.compile(r"(?<=\S)\[(?:\d{1,3}|[A-Z])\]")
_ITALIC = re.compile(r"(?<![\w_])_(?=\S)([^_]{1,600}?)(?<=\S)_(?![\w_])")
_EDGE = 12
"""Paragraphs and the gaps between them at either end where a note about the file may stand."""
_LONGEST = 2000
"""Characters of such a note."""


def is_gutenberg(text: str) -> bool:
    """Return whether a text comes from the library: it says so in its head or at its end."""
    return (
        _START.search(text, 0, 40_000) is not None
        or _END.search(text, max(0, len(text) - 40_000)) is not None
    )


def unpacked(text: str, keep: frozenset[str]) -> tuple[str, dict[str, str], list[LeftOut]]:
    """The book itself, what its head says of it (`title`, `author`, `language`), and what was left out."""
    left: list[LeftOut] = []
    start = _START.search(text, 0, 40_000)
    end = _END.search(text, start.end() if start else 0)
    head, body = (text[: start.end()], text[start.end() :]) if start else ("", text)
    if end:
        at = end.start() - (len(text) - len(body))
        body, tail = body[:at], body[at:]
    else:
        tail = ""
    about = {match[1].lower(): " ".join(match[2].split()) for match in _FIELD.finditer(head)}
    if "legal" not in keep:
        left += [
            LeftOut("legal", "the library's head and licence", part.strip()) for part in (head, tail) if part
        ]
    else:
        body = head + body + tail

    def out(kind: str, reason: str, pattern: re.Pattern[str], text: str) -> str:
        if kind in keep:
            return text
        found = [" ".join(match[0].split()) for match in pattern.finditer(text)]
        left.extend(LeftOut(kind, reason, line) for line in found)
        return pattern.sub("", text) if found else text

    body = body.lstrip("\n")
    body = out("captions", "a picture", _PICTURE, body)
    body = out("footnotes", "a note in brackets", _NOTE, body)
    body = out("navigation", "the number of a printed page", _PAGE, body)
    if _NOTE.search(text):
        body = out("footnotes", "the mark of a note", _MARK, body)
    parts = re.split(r"(\n\s*\n)", body)
    for n in {*range(0, min(len(parts), _EDGE), 2), *range(max(0, len(parts) - _EDGE), len(parts))}:
        part = parts[n].strip()
        typed = _TRANSCRIBER.match(part) or (n < _EDGE and _MADE.match(part))
        if typed and len(part) < _LONGEST and "legal" not in keep:
            left.append(LeftOut("legal", "a note of whoever made the file", part))
            parts[n] = ""
    return _ITALIC.sub(r"\1", "".join(parts)), about, left
