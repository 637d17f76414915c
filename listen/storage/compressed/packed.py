"""A long sequence of values in little memory.

Twenty hours have ten thousand sentences, each a sentence's text and a dozen fields. As objects they take six
megabytes, and leave as much again in holes that no process gives back. So what does not fit into `LOOSE` is
kept in blocks, pickled and compressed, to a fifth, and made into objects again while it is looked at.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from itertools import starmap
from operator import attrgetter
from typing import TypeVar, overload

T = TypeVar("T")

LOOSE = 2048
"""Values that are kept as they are: an article's, and of a book the last ones."""
BLOCK = 128
"""Values that are packed together: more take less memory, and longer to get one of."""


class Packed(Sequence[T]):
    """A sequence that grows at its end, and may be read meanwhile by other threads. Equal to any sequence of
    the same values."""

    def __init__(self, values: Iterable[T] = (), loose: int = LOOSE) -> None:
        """Hold the values; `loose`: how many of the last ones are kept as they are."""
        self._limit = loose
        self._blocks: list[bytes] = []
        self._loose: tuple[int, list[T]] = (0, [])  # how many blocks stand before them; set at once
        self._opened: tuple[int, list[T]] = (-1, [])  # the block that was looked at last
        for value in values:
            self.append(value)

    def append(self, value: T) -> None:
        """One more at its end."""
        packed, loose = self._loose
        loose.append(value)
        if len(loose) >= self._limit + BLOCK:
            self._blocks.append(_packed(loose[:BLOCK]))
            self._loose = (packed + 1, loose[BLOCK:])

    def __len__(self) -> int:
        packed, loose = self._loose
        return packed * BLOCK + len(loose)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(len(self))[index])
        return self._around(range(len(self))[index])

    def __iter__(self) -> Iterator[T]:
        at = 0
        while values := self._rest(at):
            yield from values
            at += len(values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<{len(self)} values>"

    def _around(self, index: int) -> T:
        block, place = divmod(index, BLOCK)
        packed, loose = self._loose
        return self._values(block)[place] if block < packed else loose[index - packed * BLOCK]

    def _rest(self, index: int) -> Sequence[T]:
        """The values from `index` on that are kept together."""
        block, place = divmod(index, BLOCK)
        packed, loose = self._loose
        return self._values(block)[place:] if block < packed else loose[index - packed * BLOCK :]

    def _values(self, block: int) -> list[T]:
        opened, values = self._opened
        if opened != block:
            values = _unpacked(self._blocks[block])
            self._opened = (block, values)
        return values


def _packed(values: list[T]) -> bytes:
    """A block: the fields of values of one dataclass, which is faster than to pickle each object."""
    kind = type(values[0])
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    if len(names) < 2 or any(type(value) is not kind for value in values):
        content: object = (None, values)
    else:
        content = (kind, list(map(attrgetter(*names), values)))
    return zlib.compress(pickle.dumps(content, pickle.HIGHEST_PROTOCOL), 1)


def _unpacked(block: bytes) -> list[T]:
    kind, values = pickle.loads(zlib.decompress(block))
    return values if kind is None else list(starmap(kind, values))
