"""ID3v2.3, written by ourselves: chapters stay in time order, and the same input is the same bytes.

Version 2.3 because players lose version 2.4's chapters; plain frames, no unsynchronisation, no extended
header, because some players mis-read both.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from listen.errors import AudioError
from listen.mp3.languages import iso639_2

if TYPE_CHECKING:
    from listen.model import Chapter

_PADDING = 1024  # room for editors to change the tag in place
_NOWHERE = 0xFFFFFFFF  # "no byte offset": readers then go by time
_MOST_CHILDREN = 255  # a table of contents counts its entries in one byte
_MAX_TAG = (1 << 28) - 1
_TOP, _ORDERED = 0b10, 0b01
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Tag:
    """Holds what the tag says. Empty fields are left out."""

    title: str
    show: str = ""
    """Album: the podcast or publication."""
    artist: str = ""
    """The article's author."""
    published: str = ""
    """ISO 8601 date, or date and time."""
    lang: str = ""
    """BCP 47."""
    comment: str = ""
    url: str = ""
    """Canonical link of the article."""
    voice: str = ""
    """Credit of the voice."""
    notice: str = ""
    """That the narration is synthetic."""
    cover: bytes = b""
    """A JPEG or PNG picture."""
    genre: str = "Podcast"


def tag(meta: Tag, chapters: Sequence[Chapter], duration_ms: int) -> bytes:
    """The whole tag, padding included, to put at the front of the file.

    Chapters are in time order. Raises AudioError for a cover that is neither JPEG nor PNG, or too large.
    """
    lang = iso639_2(meta.lang)
    body = b"".join(
        (
            _text("TIT2", meta.title),
            _text("TALB", meta.show),
            _text("TPE1", meta.artist),
            _text("TCON", meta.genre),
            _dates(meta.published),
            _text("TLAN", lang if meta.lang else ""),
            _text("TLEN", str(duration_ms)),
            _comment(lang, meta.comment),
            _user_text("Voice", meta.voice),
            _user_text("Narration", meta.notice),
            _links(meta.url),
            _contents(chapters),
            *(_frame("CHAP", _chapter(f"chp{index}", chapter)) for index, chapter in enumerate(chapters)),
            _cover(meta.cover),
            bytes(_PADDING),
        )
    )
    if len(body) > _MAX_TAG:
        raise AudioError("the tag would be over 256 MB; use a smaller cover picture")
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + size + body


def _frame(name: str, content: bytes) -> bytes:
    return name.encode("ascii") + struct.pack(">IH", len(content), 0) + content


def _clean(text: str) -> str:
    """Without control characters, which mean something to a tag's readers, and without white space around."""
    return _CONTROL.sub(" ", text).strip()


def _coded(text: str) -> tuple[int, bytes]:
    """Encoding byte and bytes: Latin-1 for ASCII, else UTF-16 with its mark; version 2.3 knows no other."""
    if text.isascii():
        return 0, text.encode("ascii")
    return 1, b"\xff\xfe" + text.encode("utf-16-le", "replace")


def _pair(first: str, second: str) -> tuple[int, bytes]:
    """Two texts in one encoding, the first closed with its NUL."""
    one, two = _clean(first), _clean(second)
    if (one + two).isascii():
        return 0, one.encode("ascii") + b"\0" + two.encode("ascii")
    mark = b"\xff\xfe"
    return 1, mark + one.encode("utf-16-le") + b"\0\0" + mark + two.encode("utf-16-le", "replace")


def _text(name: str, text: str) -> bytes:
    line = " ".join(_clean(text).split())  # only comments may have line feeds
    if not line:
        return b""
    encoding, content = _coded(line)
    return _frame(name, bytes((encoding,)) + content)


def _user_text(description: str, text: str) -> bytes:
    if not _clean(text):
        return b""
    encoding, content = _pair(description, text)
    return _frame("TXXX", bytes((encoding,)) + content)


def _comment(lang: str, text: str) -> bytes:
    if not _clean(text):
        return b""
    encoding, content = _pair("", text)
    return _frame("COMM", bytes((encoding,)) + lang.encode("ascii") + content)


def _dates(published: str) -> bytes:
    found = _DATE.match(published)
    if not found:
        return b""
    year, month, day = found.groups()
    return _text("TYER", year) + (_text("TDAT", day + month) if day else b"")


def _links(url: str) -> bytes:
    """The article's address: as the file's page, and for readers of user links. Links are ASCII."""
    if not url:
        return b""
    plain = quote(url.strip(), safe="%/:=&?~#+!$,;'@()*[]").encode("ascii")
    return _frame("WOAF", plain) + _frame("WXXX", b"\0Article\0" + plain)


def _chapter(element: str, chapter: Chapter) -> bytes:
    times = struct.pack(">IIII", chapter.start_ms, chapter.end_ms, _NOWHERE, _NOWHERE)
    return element.encode("ascii") + b"\0" + times + (_text("TIT2", chapter.title) or _text("TIT2", element))


def _contents(chapters: Sequence[Chapter]) -> bytes:
    """The table of contents: one, or where there are over 255 chapters one of such ones."""
    if not chapters:
        return b""
    level = [f"chp{index}" for index in range(len(chapters))]
    inner: list[bytes] = []
    while len(level) > _MOST_CHILDREN:
        parts = [level[at : at + _MOST_CHILDREN] for at in range(0, len(level), _MOST_CHILDREN)]
        names = [f"toc{len(inner) + index + 1}" for index in range(len(parts))]
        inner += [
            _table(name, _ORDERED, part, f"Chapters, part {index + 1}")
            for index, (name, part) in enumerate(zip(names, parts, strict=True))
        ]
        level = names
    return _table("toc", _TOP | _ORDERED, level, "Chapters") + b"".join(inner)


def _table(element: str, flags: int, children: Sequence[str], title: str) -> bytes:
    names = b"".join(child.encode("ascii") + b"\0" for child in children)
    head = element.encode("ascii") + b"\0" + bytes((flags, len(children)))
    return _frame("CTOC", head + names + _text("TIT2", title))


def _cover(picture: bytes) -> bytes:
    if not picture:
        return b""
    return _frame("APIC", b"\0" + picture_type(picture).encode("ascii") + b"\0\x03\0" + picture)


def picture_type(picture: bytes) -> str:
    """MIME type of a cover by its first bytes. Raises AudioError unless it is JPEG or PNG."""
    if picture.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if picture.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    raise AudioError("the cover picture is neither JPEG nor PNG; convert it to one of them")
