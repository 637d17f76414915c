"""Undo compression, whole or not at all: what is cut short, damaged or endless is an error, never a part."""

import zlib

from listen.errors import SourceError

GZIP = b"\x1f\x8b\x08"
"""How gzip data begins."""
_LAYERS = 2
"""So many times a document may be packed: a server packs what was stored packed."""


def gunzipped(data: bytes, name: str, most: int) -> bytes:
    """Undo gzip, twice at most; anything else is handed back as it is.

    `name` is what errors call it, `most` how many bytes it may have, packed and unpacked.
    Raises SourceError for what is larger, damaged or cut short.
    """
    for _ in range(_LAYERS):
        if len(data) > most:
            raise too_large(name, most)
        if not data.startswith(GZIP):
            break
        data = _inflated(data, 31, name, most)
    return data


def content_decoded(data: bytes, encoding: str, name: str, most: int) -> bytes:
    """Undo an HTTP Content-Encoding: `gzip`, `x-gzip`, `deflate`, `identity` or none.

    Raises SourceError for another, and as `gunzipped` does.
    """
    encoding = encoding.strip().lower()
    if encoding in ("gzip", "x-gzip"):
        return gunzipped(data, name, most)
    if encoding == "deflate":
        # Servers send zlib's form, as the standard says, and the bare one, as many once did.
        return _inflated(data, 15 if data[:1] == b"\x78" else -15, name, most) if data else data
    if encoding not in ("", "identity"):
        shown = "".join(c for c in encoding if c.isprintable())[:40]  # a server may have written anything
        raise SourceError(
            f"{name}: comes in the encoding {shown}, which was not asked for; save it in a browser"
        )
    return data


def too_large(name: str, most: int) -> SourceError:
    """The error for a document of more than `most` bytes."""
    return SourceError(f"{name}: larger than {most // (1024 * 1024) or 1} MB, too large for one article")


def _inflated(data: bytes, wbits: int, name: str, most: int) -> bytes:
    out = bytearray()
    try:
        while data:
            engine = zlib.decompressobj(wbits)
            out += engine.decompress(data, most + 1 - len(out))
            if len(out) > most:
                raise too_large(name, most)
            if not engine.eof:
                raise SourceError(f"{name}: is cut short; fetch or save it again")
            # gzip files may be several members end to end; anything else behind the end is padding.
            data = engine.unused_data if engine.unused_data.startswith(b"\x1f\x8b") else b""
    except zlib.error as error:
        # What came out before the damage is lost text at its end: an error is more honest than half a story.
        raise SourceError(f"{name}: its compression is damaged; fetch or save it again") from error
    if not out:
        raise SourceError(f"{name}: its compression is damaged; fetch or save it again")
    return bytes(out)
