"""Names made from text: of chapters by their opening words, of files by the article's title."""

from __future__ import annotations

import re
import unicodedata

OPENING_WORDS = 7
"""How many words of a paragraph name the chapter that it opens."""
OPENING_CHARS = 40
"""The same for scripts that do not part words with spaces."""
FILE_BYTES = 180
"""Longest file name without its ending: file systems take 255 bytes, and `.chapters.json` follows."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(\.|$)", re.IGNORECASE)
"""Windows' devices, whatever ending stands behind their names."""
_HALF = re.compile("[\ud800-\udfff]")
"""How Python has the bytes of a file's name that are no text."""


def opening_words(text: str) -> str:
    """The first words of `text`, with an ellipsis where it goes on."""
    words = text.split()
    opening = " ".join(words[:OPENING_WORDS])
    whole = len(words) <= OPENING_WORDS
    if len(opening) > 2 * OPENING_CHARS:
        opening, whole = opening[:OPENING_CHARS], False
    if whole:
        return opening.rstrip(".,;:")
    return opening.rstrip(".,;:–—-“\"'(‘ ") + "…"


def file_name(title: str) -> str:
    """A name that every file system takes, for an article's title; without an ending, never empty."""
    name = unicodedata.normalize("NFC", title)
    name = " ".join(_FORBIDDEN.sub(" ", name).split())
    while len(name.encode()) > FILE_BYTES:
        name = name[:-1]
    name = name.strip(" .")
    if not name or _RESERVED.match(name):
        name = f"Article {name}".strip()
    return name


def as_text(name: str) -> str:
    """Return a file's name as it can be written down: bytes in it that are no UTF-8 become U+FFFD, so no file
    of that name is found by it any more."""
    return _HALF.sub("\ufffd", name)
