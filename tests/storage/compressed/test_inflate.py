"""Compression is undone whole, or is an error."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.errors import SourceError
from listen.storage.compressed.inflate import content_decoded, gunzipped
from tests.examples import examples

TEXT = "".join(f"The ferry left pier {n} at noon. " for n in range(600)).encode()
MOST = 1 << 20
_BARE = zlib.compressobj(wbits=-15)
BARE = _BARE.compress(TEXT) + _BARE.flush()


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (gzip.compress(TEXT), "gzip"),
        (gzip.compress(TEXT), " X-GZIP "),
        (gzip.compress(gzip.compress(TEXT)), "gzip"),
        (gzip.compress(TEXT[:900]) + gzip.compress(TEXT[900:]), "gzip"),
        (gzip.compress(TEXT) + b"\0" * 9, "gzip"),
        (zlib.compress(TEXT), "deflate"),
        (BARE, "deflate"),
        (TEXT, "identity"),
        (TEXT, ""),
        (TEXT, "gzip"),
    ],
)
def test_every_encoding_is_undone(packed: bytes, encoding: str) -> None:
    assert content_decoded(packed, encoding, "x", MOST) == TEXT


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
@pytest.mark.parametrize("left", [0.02, 0.3, 0.66, 0.999])
def test_what_is_cut_short_is_an_error_and_never_a_part(encoding: str, left: float) -> None:
    packed = gzip.compress(TEXT) if encoding == "gzip" else BARE
    with pytest.raises(SourceError, match=r"cut short|damaged"):
        content_decoded(packed[: max(12, int(len(packed) * left))], encoding, "x", MOST)


@settings(max_examples=examples(60), deadline=None)
@given(at=st.integers(12, len(gzip.compress(TEXT, mtime=0)) - 1), bit=st.integers(0, 7))
def test_a_changed_bit_is_never_other_text(at: int, bit: int) -> None:
    packed = bytearray(gzip.compress(TEXT, mtime=0))
    packed[at] ^= 1 << bit
    try:
        found = gunzipped(bytes(packed), "x", MOST)
    except SourceError:
        return
    assert found == TEXT


@pytest.mark.parametrize("packed", [gzip.compress(bytes(MOST + 1)), zlib.compress(bytes(MOST + 1))])
def test_what_unpacks_without_end_is_too_large(packed: bytes) -> None:
    with pytest.raises(SourceError, match="larger than 1 MB"):
        content_decoded(packed, "gzip" if packed[0] == 31 else "deflate", "x", MOST)
    assert len(content_decoded(gzip.compress(bytes(MOST)), "gzip", "x", MOST)) == MOST


def test_an_encoding_that_nobody_asked_for_is_named() -> None:
    with pytest.raises(SourceError, match="encoding br"):
        content_decoded(TEXT, "br", "x", MOST)
