"""The cues of a narration, however long, in little memory.

Thirty hours have three hundred thousand words. As objects their times take a hundred megabytes; as numbers in
one array, five. A cue becomes an object when it is looked at.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, starmap
from typing import overload

from listen.model import Cue, Utterance, WordTime


class CueList(Sequence[Cue]):
    """A sequence of cues that grows at its end. Equal to any sequence of the same cues."""

    def __init__(self) -> None:
        self._said: list[Utterance] = []  # without their words
        self._numbers = array(
            "I"
        )  # of each cue start and end, then four of each word, all in `WordTime`'s units
        self._ends = array("Q")  # where each cue's numbers end
        self._doubts: dict[int, str] = {}  # why a cue is unproven, for those that are

    def add(
        self,
        utterance: Utterance,
        start_ms: int,
        end_ms: int,
        words: Iterable[tuple[int, int, int, int]],
        doubt: str = "",
    ) -> None:
        """One more; `words` are the fields of `WordTime`."""
        if doubt:
            self._doubts[len(self._said)] = doubt
        self._said.append(utterance.but(words=()))
        self._numbers.extend((start_ms, end_ms))
        self._numbers.extend(chain.from_iterable(words))
        self._ends.append(len(self._numbers))

    def __len__(self) -> int:
        return len(self._said)

    @overload
    def __getitem__(self, index: int) -> Cue: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Cue, ...]: ...
    def __getitem__(self, index: int | slice) -> Cue | tuple[Cue, ...]:
        if isinstance(index, slice):
            return tuple(self._cue(i) for i in range(len(self))[index])
        return self._cue(range(len(self))[index])

    def __iter__(self) -> Iterator[Cue]:
        return map(self._cue, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<{len(self)} cues>"

    def _cue(self, index: int) -> Cue:
        u = self._said[index]
        start_ms, end_ms, *rest = self._numbers[self._ends[index - 1] if index else 0 : self._ends[index]]
        words = zip(rest[0::4], rest[1::4], rest[2::4], rest[3::4], strict=True)
        return Cue(
            id=u.id,
            text=u.text,
            start_ms=start_ms,
            end_ms=end_ms,
            words=tuple(starmap(WordTime, words)),
            kind=u.kind,
            block=u.block,
            voice=u.voice,
            lang=u.lang,
            unproven=self._doubts.get(index, ""),
        )
