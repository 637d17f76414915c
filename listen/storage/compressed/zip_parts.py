"""The parts of a ZIP file (a book, an office document), each whole within limits, or an error."""

import io
import lzma
import struct
import zipfile
import zlib

from listen.errors import SourceError

MAX_UNPACKED = 200 * 1024 * 1024
"""Bytes of text that one file may unpack to."""
_MOST_PARTS = 20_000
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError,
    NotImplementedError, ValueError, OverflowError, IndexError, AttributeError,
)  # fmt: skip
"""What `zipfile` and the decompressors raise for files that are damaged, cut or made to hurt."""


class PartError(SourceError):
    """One part of the file is missing, damaged or locked."""


class ZipParts:
    """An archive whose parts are read within one limit for all of them together."""

    def __init__(self, data: bytes, name: str, what: str) -> None:
        """Open the file; `what` is what its errors call it. Raises SourceError for one that is damaged."""
        self.name, self.what = name, what
        self._left = MAX_UNPACKED
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self.names = self._archive.namelist()
        except _DAMAGE as error:
            raise SourceError(f"{name}: is a damaged {what}; fetch it again") from error
        if len(self.names) > _MOST_PARTS:
            raise SourceError(f"{name}: has more than {_MOST_PARTS} parts; too large for one {what}")

    def read(self, path: str) -> bytes:
        """The bytes of one part.

        Raises PartError where that part cannot be had, SourceError where all parts are too large together.
        """
        try:
            with self._archive.open(path) as file:
                data = file.read(self._left + 1)
        except KeyError as error:
            raise PartError(f"{self.name}: lacks its part {path}; fetch it again") from error
        except _DAMAGE as error:
            raise PartError(
                f"{self.name}: its part {path} cannot be read; it may be damaged or locked"
            ) from error
        self._left -= len(data)
        if self._left < 0:
            raise SourceError(
                f"{self.name}: unpacks to more than {MAX_UNPACKED // 2**20} MB; too large for one {self.what}"
            )
        return data
