"""The cues of a narration, however long, in little memory.

Thirty hours have three hundred thousand words. As objects their times take a hundred megabytes; as numbers of
two bytes, counted from the cue's own beginning, two and a half. A cue becomes an object when it is looked at,
and the times of its words only for who looks at them as objects: that is most of the work.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import starmap
from typing import TypeAlias, overload

from listen.model import Cue, Utterance, UtteranceKind, WordTime

Times: TypeAlias = tuple[int, int, int, int]
"""The fields of `WordTime`."""


class CueList(Sequence[Cue]):
    """A sequence of cues that grows at its end. Equal to any sequence of the same cues."""

    def __init__(self) -> None:
        # What a cue has of its utterance, which would take more as an object: strings are the script's own.
        self._ids: list[str] = []
        self._texts: list[str] = []
        self._blocks = array("l")
        self._manners: list[tuple[UtteranceKind, str, str]] = []  # kind, voice and language: few differ
        self._known: dict[tuple[UtteranceKind, str, str], tuple[UtteranceKind, str, str]] = {}
        self._times = array("Q")  # of each cue its start and its end
        self._words = array("H")  # of each word `WordTime`'s fields, its times from the cue's start
        self._ends = array("L")  # where each cue's words end
        self._wide: dict[int, array[int]] = {}  # words of a cue that is too long for two bytes
        self._doubts: dict[int, str] = {}  # why a cue is unproven, for those that are

    def add(
        self,
        utterance: Utterance,
        start_ms: int,
        end_ms: int,
        words: Iterable[Times],
        doubt: str = "",
    ) -> None:
        """One more; `words` are the fields of `WordTime`."""
        index = len(self._ids)
        if doubt:
            self._doubts[index] = doubt
        self._ids.append(utterance.id)
        self._texts.append(utterance.text)
        self._blocks.append(utterance.block)
        manner = (utterance.kind, utterance.voice, utterance.lang)
        self._manners.append(self._known.setdefault(manner, manner))
        self._times.extend((start_ms, end_ms))
        numbers = [n for a, b, c, d in words for n in (a, b, c - start_ms, d - start_ms)]
        try:
            self._words.extend(array("H", numbers))
        except OverflowError:
            self._wide[index] = array("q", numbers)
        self._ends.append(len(self._words))

    def numbered(self) -> Iterator[tuple[Cue, Iterable[Times]]]:
        """Each cue without its words, and their times."""
        return ((self._cue(n, wordless=True), self._numbers(n)) for n in range(len(self)))

    def __len__(self) -> int:
        return len(self._ids)

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

    def _numbers(self, index: int) -> Iterator[Times]:
        """The fields of `WordTime` for each word of a cue."""
        start_ms = self._times[2 * index]
        numbers = self._wide.get(index)
        if numbers is None:
            numbers = self._words[self._ends[index - 1] if index else 0 : self._ends[index]]
        firsts, lasts = ([start_ms + ms for ms in numbers[n::4]] for n in (2, 3))
        return zip(numbers[0::4], numbers[1::4], firsts, lasts, strict=True)

    def _cue(self, index: int, wordless: bool = False) -> Cue:
        start_ms, end_ms = self._times[2 * index : 2 * index + 2]
        kind, voice, lang = self._manners[index]
        return Cue(
            id=self._ids[index],
            text=self._texts[index],
            start_ms=start_ms,
            end_ms=end_ms,
            words=() if wordless else tuple(starmap(WordTime, self._numbers(index))),
            kind=kind,
            block=self._blocks[index],
            voice=voice,
            lang=lang,
            unproven=self._doubts.get(index, ""),
        )


def numbered(cues: Sequence[Cue]) -> Iterator[tuple[Cue, Iterable[Times]]]:
    """Each of any cues, and the times of its words; the cue itself need not have them."""
    if isinstance(cues, CueList):
        return cues.numbered()
    return ((cue, ((w.start, w.end, w.start_ms, w.end_ms) for w in cue.words)) for cue in cues)
