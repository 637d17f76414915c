"""The cues of a narration, however long, in little memory.

Thirty hours have three hundred thousand words. As objects their times take a hundred megabytes; as numbers of
a byte or two, each counted from the one before, two, and packed half of that. A cue becomes an object when it
is looked at, and the times of its words only for who looks at them as objects: that is most of the work.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, starmap
from operator import sub
from typing import TypeAlias, overload

from listen.model import Cue, Utterance, UtteranceKind, WordTime
from listen.storage.compressed.packed import Packed

Times: TypeAlias = tuple[int, int, int, int]
"""The fields of `WordTime`."""
_Row: TypeAlias = "tuple[str, str, int, int, array[int], array[int], UtteranceKind, int, str, str, str]"
"""The fields of `Cue`, and in place of `words` where they begin and end in the text, and when: steps from one
place, and one time, to the next.
"""


class CueList(Sequence[Cue]):
    """A sequence of cues that grows at its end. Equal to any sequence of the same cues."""

    def __init__(self) -> None:
        self._rows: Packed[_Row] = Packed()

    def add(
        self,
        utterance: Utterance,
        start_ms: int,
        end_ms: int,
        words: Iterable[Times],
        doubt: str = "",
    ) -> None:
        """One more; `words` are the fields of `WordTime`."""
        words, u = list(words), utterance
        places = _steps([n for a, b, _, _ in words for n in (a, b)], 0, "b")
        times = _steps([n for _, _, a, b in words for n in (a, b)], start_ms, "h")
        self._rows.append(
            (u.id, u.text, start_ms, end_ms, places, times, u.kind, u.block, u.voice, u.lang, doubt)
        )

    def numbered(self) -> Iterator[tuple[Cue, Iterable[Times]]]:
        """Each cue without its words, and their times."""
        return ((_cue(row, wordless=True), _numbers(row)) for row in self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Cue: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Cue, ...]: ...
    def __getitem__(self, index: int | slice) -> Cue | tuple[Cue, ...]:
        if isinstance(index, slice):
            return tuple(map(_cue, self._rows[index]))
        return _cue(self._rows[index])

    def __iter__(self) -> Iterator[Cue]:
        return map(_cue, self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<{len(self)} cues>"


def _numbers(row: _Row) -> Iterator[Times]:
    """The fields of `WordTime` for each word of a cue."""
    places, times = accumulate(row[4]), accumulate(row[5], initial=row[2])
    next(times)  # the cue's own start
    return zip(places, places, times, times, strict=True)


def _steps(numbers: list[int], start: int, kind: str) -> array[int]:
    """Each number less the one before it, in so many bytes as `kind` has, or as it takes."""
    steps = list(map(sub, numbers, chain((start,), numbers)))
    try:
        return array(kind, steps)
    except OverflowError:
        return array("q", steps)


def _cue(row: _Row, wordless: bool = False) -> Cue:
    id_, text, start_ms, end_ms, _, _, kind, block, voice, lang, unproven = row
    words = () if wordless else tuple(starmap(WordTime, _numbers(row)))
    return Cue(id_, text, start_ms, end_ms, words, kind, block, voice, lang, unproven)


def numbered(cues: Sequence[Cue]) -> Iterator[tuple[Cue, Iterable[Times]]]:
    """Each of any cues, and the times of its words; the cue itself need not have them."""
    if isinstance(cues, CueList):
        return cues.numbered()
    return ((cue, ((w.start, w.end, w.start_ms, w.end_ms) for w in cue.words)) for cue in cues)
