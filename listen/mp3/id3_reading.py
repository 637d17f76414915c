"""Title, author and chapters out of an ID3v2.3 or 2.4 tag, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from listen.model import Chapter
from listen.mp3.index import number, syncsafe

_CODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")
_LONGEST_TAG = 64 << 20


@dataclass(frozen=True, slots=True)
class Tagged:
    """Holds what a player shows of a file. Empty where the tag says nothing."""

    title: str = ""
    artist: str = ""
    lang: str = ""
    """ISO 639-2, as the tag has it."""
    chapters: tuple[Chapter, ...] = ()
    """In time order."""


def tag_size(head: bytes) -> int:
    """Bytes of the tag at the front of a file that begins with these ten or more; 0 if there is none."""
    if len(head) < 10 or head[:3] != b"ID3":
        return 0
    return min(10 + syncsafe(head[6:10]), _LONGEST_TAG)


def read(data: bytes) -> Tagged:
    """Return what the tag at the front of `data` says. What is broken in it is left out."""
    if len(data) < 10 or data[:3] != b"ID3" or data[3] not in (3, 4):
        return Tagged()
    version, flags, body = data[3], data[5], data[10 : tag_size(data)]
    if flags & 0x80 and version == 3:
        body = body.replace(b"\xff\x00", b"\xff")  # undo unsynchronisation
    if flags & 0x40 and len(body) >= 4:  # extended header
        body = body[number(body[:4]) + 4 if version == 3 else syncsafe(body[:4]) :]
    texts: dict[str, str] = {}
    chapters = []
    for name, content in _frames(body, version):
        if name in ("TIT2", "TPE1", "TLAN"):
            texts.setdefault(name, _text(content))
        elif name == "CHAP" and (chapter := _chapter(content, version)):
            chapters.append(chapter)
    chapters.sort(key=lambda chapter: chapter.start_ms)
    return Tagged(texts.get("TIT2", ""), texts.get("TPE1", ""), texts.get("TLAN", ""), tuple(chapters))


def _frames(body: bytes, version: int) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at + 10 <= len(body) and body[at]:
        name = body[at : at + 4].decode("latin-1")
        size = number(body[at + 4 : at + 8]) if version == 3 else syncsafe(body[at + 4 : at + 8])
        content = body[at + 10 : at + 10 + size]
        if len(content) < size:
            return
        if version == 4 and body[at + 9] & 0x02:
            content = content.replace(b"\xff\x00", b"\xff")
        if version == 4 and body[at + 9] & 0x01:
            content = content[4:]  # the length that it says beside
        if not body[at + 9] & (0xC0 if version == 3 else 0x0C):  # neither packed nor encrypted
            yield name, content
        at += 10 + size


def _text(content: bytes) -> str:
    if not content or content[0] >= len(_CODINGS):
        return ""
    text = content[1:].decode(_CODINGS[content[0]], "replace")
    return " ".join(text.split("\0")[0].replace("\ufeff", "").split())


def _chapter(content: bytes, version: int) -> Chapter | None:
    at = content.find(b"\0") + 1
    if not at or at + 16 > len(content):
        return None
    title = next((_text(text) for name, text in _frames(content[at + 16 :], version) if name == "TIT2"), "")
    return Chapter(title, number(content[at : at + 4]), number(content[at + 4 : at + 8]))
